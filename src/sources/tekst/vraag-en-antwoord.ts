/** Text with the labels Q and A in front of wrapped paragraphs, as a notebook prints the questions and answers of a record. */
import type { Stuk } from "../gelezen.ts";
import { element, type Opmaak } from "../opmaak.ts";
import type { XmlElement } from "../xml-boom.ts";
import { joinRegels } from "./alineas.ts";
import type { Regel } from "./regels.ts";

const LABEL = /^([QA])\s?(\d{1,3}(?:\s+\d{1,3})*)(?=\s{2,}|$)/;

/** Whether the lines are labelled so: both labels, at the beginning of the text. */
export function isVraagEnAntwoord(regels: readonly Regel[]): boolean {
  const eerste = regels.find(({ tekst }) => tekst !== "");
  return (
    eerste !== undefined &&
    /^Q/.test(eerste.tekst) &&
    LABEL.test(eerste.tekst) &&
    regels.some(({ tekst }) => /^A/.test(tekst) && LABEL.test(tekst))
  );
}

/** Reads the labelled paragraphs: each label becomes the heading "Vraag 2, 3" or "Antwoord 2, 3" that it stands for. */
export function readVraagEnAntwoord(regels: readonly Regel[]): Omit<Opmaak, "tekens"> {
  const stukken: Stuk[] = [];
  const blokken: XmlElement[] = [];
  let open: Regel[] = [];
  const flush = () => {
    const { alineas, stukken: dropped } = joinRegels(open, "witregels");
    for (const stuk of dropped) stukken.push(stuk);
    for (const { tekst, regel } of alineas) blokken.push(element("al", [tekst], { regel }));
    open = [];
  };
  for (const regel of regels) {
    const label = LABEL.exec(regel.tekst);
    if (label?.[2] === undefined) {
      open.push(regel);
      continue;
    }
    flush();
    stukken.push({ tekst: label[0], regel: "feit:nummer" });
    const nummer = label[2].split(/\s+/).join(" ");
    blokken.push(
      element(label[1] === "Q" ? "vraagkop" : "antwoordkop", [], { attributen: { nummer }, regel: regel.nr }),
    );
    open.push({ ...regel, tekst: regel.tekst.slice(label[0].length).trim() });
  }
  flush();
  return { vorm: "tekst", blokken, stukken, diagnostiek: [] };
}
