/** Makes Word and ODT files of invented parts, and proves that a reader accounts for all of their text. */
import assert from "node:assert/strict";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Opmaak } from "../../src/sources/opmaak.ts";
import { tekstUitBestand } from "../../src/sources/tekstverwerker/gegenereerd.ts";
import { isElement, type XmlKnoop } from "../../src/sources/xml-boom.ts";
import type { Mislukt } from "../../src/sources/zip.ts";

const OOXML = "http://schemas.openxmlformats.org";
export const W = `xmlns:w="${OOXML}/wordprocessingml/2006/main" xmlns:r="${OOXML}/officeDocument/2006/relationships" xmlns:mc="${OOXML}/markup-compatibility/2006"`;

/** A Word file; `delen` are XML parts below `word/` without their root: `styles`, `numbering`, `footnotes`, `header1`. */
export function zipDocx(body: string, delen: Readonly<Record<string, string>> = {}, links: readonly string[] = []) {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(
      `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
  };
  const relaties = links.map(
    (doel, index) => `<Relationship Id="link${index}" Type="x/hyperlink" Target="${doel}" TargetMode="External"/>`,
  );
  for (const [naam, xml] of Object.entries(delen)) {
    const soort = naam.replace(/\d+$/, "");
    files[`word/${naam}.xml`] = strToU8(`<w:${soort} ${W}>${xml}</w:${soort}>`);
    relaties.push(`<Relationship Id="${naam}" Type="x/${soort}" Target="${naam}.xml"/>`);
  }
  files["word/_rels/document.xml.rels"] = strToU8(`<Relationships>${relaties.join("")}</Relationships>`);
  return zipSync(files);
}

/** A Word paragraph of plain text; `pPr` is what stands in its properties. */
export function p(tekst: string, pPr = ""): string {
  return `<w:p><w:pPr>${pPr}</w:pPr>${r(tekst)}</w:p>`;
}

/** A run; `rPr` is what stands in its properties. */
export function r(tekst: string, rPr = ""): string {
  return `<w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${tekst}</w:t></w:r>`;
}

const ODF = "urn:oasis:names:tc:opendocument:xmlns";
const NAMEN = ["office", "text", "table", "style", "meta"]
  .map((naam) => `xmlns:${naam}="${ODF}:${naam}:1.0"`)
  .join(" ");
const O = `${NAMEN} xmlns:draw="${ODF}:drawing:1.0" xmlns:fo="${ODF}:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

/** An ODT file with this text and, if told, automatic styles, the inside of `styles.xml` and of `meta.xml`. */
export function zipOdt(tekst: string, { stijlen = "", styles = "", meta = "" } = {}): Uint8Array {
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(
      `<office:document-content ${O}><office:automatic-styles>${stijlen}</office:automatic-styles><office:body><office:text>${tekst}</office:text></office:body></office:document-content>`,
    ),
    "styles.xml": strToU8(`<office:document-styles ${O}>${styles}</office:document-styles>`),
    "meta.xml": strToU8(`<office:document-meta ${O}><office:meta>${meta}</office:meta></office:document-meta>`),
  });
}

/** Fails when the file could not be read. */
export function assertGelezen(gelezen: Opmaak | Mislukt): Opmaak {
  if ("mislukt" in gelezen) assert.fail(gelezen.mislukt);
  return gelezen;
}

/** The blocks as XML, one a line: what a test can be read by. */
export function toXml(knopen: readonly XmlKnoop[]): readonly string[] {
  return knopen.map(write);
}

function write(knoop: XmlKnoop): string {
  if (!isElement(knoop)) return knoop;
  const attributen = Object.entries(knoop.attributen).map(([naam, waarde]) => ` ${naam}="${waarde}"`);
  if (knoop.kinderen.length === 0) return `<${knoop.naam}${attributen.join("")}/>`;
  return `<${knoop.naam}${attributen.join("")}>${knoop.kinderen.map(write).join("")}</${knoop.naam}>`;
}

/** The ink of blocks and pieces together is what the reader counted. */
export function assertVerantwoord({ blokken, stukken, tekens }: Opmaak): void {
  const kept = tekstUitBestand(blokken) + stukken.map(({ tekst }) => tekst).join("");
  assert.equal(inkOf(kept).length, tekens);
}

/** What the reader counted is what stands in the parts of the file, counted with no help of the reader. */
export function assertGeteld(bytes: Uint8Array, opmaak: Opmaak): void {
  const parts = Object.entries(unzipSync(bytes)).filter(([naam]) =>
    /^word\/(?:document|(?:foot|end)notes|header\d*|footer\d*|comments)\.xml$/.test(naam),
  );
  const ink = parts.map(([, part]) => {
    const once = strFromU8(part).replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, "");
    const texts = [...once.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map(([, tekst = ""]) => decode(tekst));
    const hyphens = [...once.matchAll(/<w:(?:noBreakHyphen|softHyphen)\b/g)];
    return inkOf(texts.join("")).length + hyphens.length;
  });
  assert.equal(
    opmaak.tekens,
    ink.reduce((sum, one) => sum + one, 0),
  );
}

function decode(xml: string): string {
  return xml
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

export function inkOf(tekst: string): string {
  return tekst.replace(/\s/g, "");
}
