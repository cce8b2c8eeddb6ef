/** What files of word processors have in common: a zip with XML parts in namespaces. */
import type { Diagnostiek } from "../../model/kamervraag.ts";
import { decodeer } from "../decodeer.ts";
import { hasOwnEntities, isElement, parseXml, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { createUitpakker, type Mislukt, openZip } from "../zip.ts";

export interface Pakket {
  readonly namen: readonly string[];
  /** The root of an XML part; a part that is absent or unreadable gives nothing, the latter with a diagnostic. */
  readonly readXml: (naam: string) => XmlElement | undefined;
  /** Like `readXml` for the part without which there is nothing to read. */
  readonly readHoofddeel: (naam: string) => XmlElement | Mislukt | undefined;
  readonly diagnostiek: Diagnostiek[];
}

/** Opens a zip; `prefixen` says by which prefix the reader knows a namespace, whatever the file calls it. */
export function openPakket(bytes: Uint8Array, prefixen: Readonly<Record<string, string>>): Pakket | Mislukt {
  const zip = openZip(bytes);
  if ("mislukt" in zip) return zip;
  const unpack = createUitpakker(zip);
  const diagnostiek: Diagnostiek[] = [];
  const readHoofddeel = (naam: string) => {
    const deel = unpack(naam);
    return deel === undefined || "mislukt" in deel ? deel : parseDeel(naam, deel, prefixen, diagnostiek);
  };
  const readXml = (naam: string) => {
    const wortel = readHoofddeel(naam);
    if (!wortel || !("mislukt" in wortel)) return wortel;
    diagnostiek.push({ code: "deel-onleesbaar", ernst: "fout", plaats: "kop", gevonden: naam });
    return undefined;
  };
  return { namen: [...zip.delen.keys()], readXml, readHoofddeel, diagnostiek };
}

function parseDeel(
  naam: string,
  bytes: Uint8Array,
  prefixen: Readonly<Record<string, string>>,
  diagnostiek: Diagnostiek[],
): XmlElement | Mislukt | undefined {
  const { tekst, hersteld } = decodeer(bytes);
  if (hasOwnEntities(tekst)) return { mislukt: "xml-eigen-entiteiten" };
  const boom = parseXml(tekst);
  if (boom.isTeDiep) return { mislukt: "xml-te-diep" };
  if (hersteld)
    diagnostiek.push({ code: "codering-hersteld", ernst: "waarschuwing", plaats: "kop", gevonden: hersteld });
  if (boom.nietGesloten.length > 0)
    diagnostiek.push({ code: "xml-afgebroken", ernst: "fout", plaats: "kop", gevonden: naam });
  return boom.wortel && withPrefixes(boom.wortel, prefixen);
}

// Office writes `w:p`; a file that went through another program may say `ns0:p` for the same element.
function withPrefixes(wortel: XmlElement, prefixen: Readonly<Record<string, string>>): XmlElement {
  const other = new Map<string, string>();
  for (const [naam, uri] of Object.entries(wortel.attributen)) {
    const prefix = prefixen[uri];
    const used = naam === "xmlns" ? "" : naam.startsWith("xmlns:") ? naam.slice(6) : undefined;
    if (prefix !== undefined && used !== undefined && used !== prefix) other.set(used, prefix);
  }
  if (other.size === 0) return wortel;
  const rename = (naam: string, isAttribuut: boolean) => {
    const colon = naam.indexOf(":");
    // An attribute without prefix is in no namespace, whatever the default is.
    if (colon === -1 && isAttribuut) return naam;
    const prefix = other.get(colon === -1 ? "" : naam.slice(0, colon));
    return prefix === undefined ? naam : `${prefix}:${naam.slice(colon + 1)}`;
  };
  const walk = (element: XmlElement): XmlElement => ({
    ...element,
    naam: rename(element.naam, false),
    attributen: Object.fromEntries(Object.entries(element.attributen).map(([naam, v]) => [rename(naam, true), v])),
    kinderen: element.kinderen.map((child): XmlKnoop => (isElement(child) ? walk(child) : child)),
  });
  return walk(wortel);
}

/** The first child element with this name, prefix included. */
export function findKind(element: XmlElement | undefined, naam: string): XmlElement | undefined {
  return element?.kinderen.find((child): child is XmlElement => isElement(child) && child.naam === naam);
}

/** The child elements with this name, prefix included. */
export function kinderenOf(element: XmlElement | undefined, naam: string): readonly XmlElement[] {
  return element?.kinderen.filter((child): child is XmlElement => isElement(child) && child.naam === naam) ?? [];
}

/** All elements with this name below an element, in document order; those inside a found one included. */
export function allOf(element: XmlElement, naam: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (at: XmlElement) => {
    if (at.naam === naam) found.push(at);
    for (const child of at.kinderen) if (isElement(child)) walk(child);
  };
  walk(element);
  return found;
}

/** The identifier of a publication in a text, e.g. in a page footer. */
export function findKenmerk(tekst: string): string | undefined {
  return /\b(?:ah-(?:tk|ek)-\d{8}-(?:[IVX]+-)?\d+|kv-(?:tk|ek)-\d{4}Z\d{5}|kv-(?:tk|ek)-\d{8,}[\w-]*)\b/i.exec(
    tekst,
  )?.[0];
}

/** Characters that are not white space. */
export function inkLength(tekst: string): number {
  return tekst.replace(/\s/g, "").length;
}
