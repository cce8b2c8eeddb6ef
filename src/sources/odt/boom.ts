/** All text below an element of an ODT file. */
import { isElement, type XmlElement } from "../xml-boom.ts";

const GEEN_TEKST = new Set([
  "dc:creator",
  "dc:date",
  "svg:title",
  "svg:desc",
  "math:annotation",
  "office:change-info",
  "office:binary-data",
  "office:forms",
  "office:scripts",
  "office:event-listeners",
  // What the program worked out from the list style, kept for programs that cannot.
  "text:number",
]);

/** Whether what stands inside an element is no text: who changed it when, templates of tables of contents. */
export function isGeenTekst({ naam }: XmlElement): boolean {
  return GEEN_TEKST.has(naam) || /^(?:meta:(?!.*field)|text:[\w-]+-source$|loext:sender)/.test(naam);
}

/** The white space that an element stands for. */
export function witVan({ naam }: XmlElement): string {
  return naam === "text:s" || naam === "text:tab" || naam === "text:line-break" ? " " : "";
}

/** All text, notes and deleted text too, a line to a paragraph. */
export function alleTekst(wortel: XmlElement): string {
  const parts: string[] = [];
  const walk = (element: XmlElement) => {
    if (isGeenTekst(element)) return;
    parts.push(witVan(element));
    for (const child of element.kinderen) {
      if (isElement(child)) walk(child);
      else parts.push(child);
    }
    if (element.naam === "text:p" || element.naam === "text:h") parts.push("\n");
  };
  walk(wortel);
  return parts.join("");
}
