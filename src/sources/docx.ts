/**
 * Reads Word files (DOCX) into paragraphs, lists and tables in reading order, with the numbers that Word draws by itself.
 * @see docs/formats/docx.md
 */
import type { Diagnostiek } from "../model/kamervraag.ts";
import { alleTekst, pickAlternatieven } from "./docx/boom.ts";
import { delenVan, findHoofddeel, IS_HOOFDDEEL, readRelaties } from "./docx/delen.ts";
import { readInhoud } from "./docx/inhoud.ts";
import { PREFIXEN } from "./docx/namen.ts";
import { createNootlezer } from "./docx/noten.ts";
import { createNummeraar } from "./docx/nummering.ts";
import { readStijlen } from "./docx/stijlen.ts";
import type { Stuk } from "./gelezen.ts";
import type { Opmaak } from "./opmaak.ts";
import { toElementen } from "./tekstverwerker/blokken.ts";
import { allOf, findKenmerk, findKind, inkLength, openPakket, type Pakket } from "./tekstverwerker/pakket.ts";
import { textOf, type XmlElement } from "./xml-boom.ts";
import { isZip, type Mislukt, openZip } from "./zip.ts";

/** Whether a file is a Word file by its content; one that is cut off too, when its text has begun. */
export function isDocx(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false;
  const zip = openZip(bytes);
  if (!("mislukt" in zip)) return [...zip.delen.keys()].some((naam) => IS_HOOFDDEEL.test(naam));
  return /word\/document\d*\.xml/.test(new TextDecoder("latin1").decode(bytes));
}

/** Reads a Word file. What cannot be read at all comes back as a code; what is odd, as diagnostics. */
export async function readDocx(bytes: Uint8Array): Promise<Opmaak | Mislukt> {
  const pakket = openPakket(bytes, PREFIXEN);
  if ("mislukt" in pakket) return pakket;
  const hoofddeel = findHoofddeel(pakket);
  const wortel = hoofddeel === undefined ? undefined : pakket.readHoofddeel(hoofddeel);
  if (wortel && "mislukt" in wortel) return wortel;
  const body = wortel && findKind(wortel, "w:body");
  if (hoofddeel === undefined || !body) return { mislukt: "docx-zonder-tekst" };
  return readPakket(pakket, hoofddeel, pickAlternatieven(body));
}

function readPakket(pakket: Pakket, hoofddeel: string, body: XmlElement): Opmaak {
  const relaties = readRelaties(pakket, hoofddeel);
  const readFirst = (soort: string) => {
    const [naam] = delenVan(pakket, relaties, soort, new RegExp(`/${soort}\\d*\\.xml$`));
    return naam === undefined ? undefined : pakket.readXml(naam);
  };
  const stijlen = readStijlen(readFirst("styles"));
  const stukken: Stuk[] = [];
  const diagnostiek: Diagnostiek[] = [];
  let regel = 0;
  const nextRegel = () => {
    regel += 1;
    return regel;
  };
  const noten = createNootlezer(pakket, relaties, { stijlen, stukken, diagnostiek, nextRegel }, [
    readFirst("settings"),
    body,
  ]);
  const blokken = readInhoud(body, {
    stijlen,
    nummeraar: createNummeraar(readFirst("numbering"), stijlen),
    doelen: new Map(relaties.filter(({ isBuiten }) => isBuiten).map(({ id, doel }) => [id, doel])),
    readNoot: noten.readNoot,
    stukken,
    diagnostiek,
    nextRegel,
  });
  const elementen = toElementen(blokken);
  noten.dropUncalled();
  let tekens = inkLength(alleTekst(body)) + noten.tekens;
  for (const [soort, rule] of BUITEN_DE_TEKST) {
    for (const naam of delenVan(pakket, relaties, soort, new RegExp(`/${soort}\\d*\\.xml$`, "i"))) {
      const deel = pakket.readXml(naam);
      const tekst = deel ? alleTekst(pickAlternatieven(deel)) : "";
      if (inkLength(tekst) === 0) continue;
      tekens += inkLength(tekst);
      stukken.push({ tekst, regel: rule });
      if (rule === "tekening")
        diagnostiek.push({ code: "tekening-weggelaten", ernst: "waarschuwing", plaats: "kop", gevonden: tekst.trim() });
    }
  }
  const id = findId(pakket, stukken);
  const all = [...pakket.diagnostiek, ...diagnostiek];
  return { vorm: "docx", blokken: elementen, stukken, tekens, diagnostiek: all, ...(id ? { id } : {}) };
}

/** Kinds of parts with text that is not the text of the document, and the rule that leaves each out. */
const BUITEN_DE_TEKST = [
  ["header", "paginakop"],
  ["footer", "paginavoet"],
  ["comments", "opmerking"],
  ["diagramData", "tekening"],
  ["chart", "tekening"],
] as const;

function findId(pakket: Pakket, stukken: readonly Stuk[]): string | undefined {
  const pages = stukken.filter((stuk) => "regel" in stuk && /^pagina/.test(stuk.regel)).map(({ tekst }) => tekst);
  const eigenschappen = ["docProps/core.xml", "docProps/custom.xml"].flatMap((naam) => {
    const wortel = pakket.namen.includes(naam) ? pakket.readXml(naam) : undefined;
    return wortel ? [...wortel.kinderen.map((child) => textOf(child)), ...allOf(wortel, "vt:lpwstr").map(textOf)] : [];
  });
  return findKenmerk([...pages, ...eigenschappen].join("\n"));
}
