/**
 * Reads OpenDocument text (ODT) into paragraphs, lists and tables in reading order, with the numbers that list styles give.
 * @see docs/formats/odt.md
 */
import type { Stuk } from "./gelezen.ts";
import { alleTekst } from "./odt/boom.ts";
import { readInhoud } from "./odt/inhoud.ts";
import { PREFIXEN } from "./odt/namen.ts";
import { readStijlen } from "./odt/stijlen.ts";
import type { Opmaak } from "./opmaak.ts";
import { toElementen } from "./tekstverwerker/blokken.ts";
import { allOf, findKenmerk, findKind, inkLength, openPakket, type Pakket } from "./tekstverwerker/pakket.ts";
import { elementsOf, textOf, type XmlElement } from "./xml-boom.ts";
import { createUitpakker, isZip, type Mislukt, openZip } from "./zip.ts";

const MIMETYPE = "application/vnd.oasis.opendocument.text";

/** Whether a file is an ODT file by its content: the first part of its zip says so, also when the rest was cut off. */
export function isOdt(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  // Name and content of the first part, with nothing but its extra field between them.
  if (head.slice(30, 38) === "mimetype" && isMimetype(head.slice(head.indexOf("application/")))) return true;
  const zip = openZip(bytes);
  const mimetype = "mislukt" in zip ? undefined : createUitpakker(zip)("mimetype");
  return mimetype instanceof Uint8Array && isMimetype(new TextDecoder().decode(mimetype));
}

// A template (`…text-template`) is the same; a spreadsheet is not.
function isMimetype(text: string): boolean {
  return text.startsWith(MIMETYPE) && !text.startsWith(`${MIMETYPE}-web`);
}

/** Reads an ODT file. What cannot be read at all comes back as a code; what is odd, as diagnostics. */
export async function readOdt(bytes: Uint8Array): Promise<Opmaak | Mislukt> {
  const pakket = openPakket(bytes, PREFIXEN);
  if ("mislukt" in pakket) return pakket;
  if (isVersleuteld(pakket)) return { mislukt: "zip-versleuteld" };
  const wortel = pakket.readHoofddeel("content.xml");
  if (wortel && "mislukt" in wortel) return wortel;
  const tekst = findKind(wortel && findKind(wortel, "office:body"), "office:text");
  if (!wortel || !tekst) return { mislukt: "odt-zonder-tekst" };
  return readPakket(pakket, wortel, tekst);
}

function isVersleuteld(pakket: Pakket): boolean {
  const manifest = pakket.namen.includes("META-INF/manifest.xml") ? pakket.readXml("META-INF/manifest.xml") : undefined;
  return manifest !== undefined && allOf(manifest, "manifest:encryption-data").length > 0;
}

function readPakket(pakket: Pakket, wortel: XmlElement, tekst: XmlElement): Opmaak {
  const styles = pakket.readXml("styles.xml");
  const stukken: Stuk[] = [];
  const stijlen = readStijlen([wortel, styles]);
  const blokken = toElementen(readInhoud(tekst, stijlen, stukken));
  let tekens = inkLength(alleTekst(tekst));
  for (const page of styles ? allOf(styles, "style:master-page") : []) {
    for (const deel of elementsOf(page)) {
      const rule = /^style:header/.test(deel.naam) ? "paginakop" : /^style:footer/.test(deel.naam) ? "paginavoet" : "";
      const words = rule === "" ? "" : alleTekst(deel);
      if (inkLength(words) === 0) continue;
      tekens += inkLength(words);
      stukken.push({ tekst: words, regel: rule });
    }
  }
  const meta = pakket.readXml("meta.xml");
  const edge = stukken.filter((stuk) => "regel" in stuk && stuk.regel.startsWith("pagina")).map((stuk) => stuk.tekst);
  const id = findKenmerk([...(meta ? pairsOf(meta).map(([, waarde]) => waarde) : []), ...edge].join("\n"));
  return { vorm: "odt", blokken, stukken, tekens, diagnostiek: pakket.diagnostiek, ...(id ? { id } : {}) };
}

/**
 * The properties that an official ODT file states of itself, by the names of the metadata beside official XML:
 * `OVERHEIDop.vraagnummer`, `DC.identifier`. Empty for a file that cannot be read.
 */
export function readOdtEigenschappen(bytes: Uint8Array): readonly (readonly [naam: string, waarde: string])[] {
  const pakket = openPakket(bytes, PREFIXEN);
  const meta = "mislukt" in pakket ? undefined : pakket.readXml("meta.xml");
  return meta ? pairsOf(meta).filter(([naam]) => naam !== "") : [];
}

// The name has its scheme before it: "OVERHEIDop.ParlID/DC.identifier".
function pairsOf(meta: XmlElement): readonly (readonly [string, string])[] {
  return allOf(meta, "meta:user-defined").map((one) => {
    const naam = (one.attributen["meta:name"] ?? "").replace(/^.*\//, "");
    return [naam, textOf(one).trim()] as const;
  });
}
