/** Footnotes and endnotes of a Word file: each stands in a part of its own and is called by its id. */
import type { Diagnostiek } from "../../model/kamervraag.ts";
import type { Stuk } from "../gelezen.ts";
import { noot } from "../opmaak.ts";
import type { Blok } from "../tekstverwerker/blokken.ts";
import { drawnCijfer, drawnNoot } from "../tekstverwerker/gegenereerd.ts";
import { hasInhoud, toInline } from "../tekstverwerker/inline.ts";
import { writeCijfer } from "../tekstverwerker/nummering.ts";
import { allOf, findKind, inkLength, kinderenOf, type Pakket } from "../tekstverwerker/pakket.ts";
import { isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { alleTekst, pickAlternatieven } from "./boom.ts";
import { delenVan, type Relatie, readRelaties } from "./delen.ts";
import { type Omgeving, readInhoud } from "./inhoud.ts";
import { toCijfersoort } from "./nummering.ts";

export interface Nootlezer {
  readonly readNoot: Omgeving["readNoot"];
  /** Accounts for the notes that nothing calls: Word does not show them. */
  readonly dropUncalled: () => void;
  /** Ink of all notes. */
  readonly tekens: number;
}

interface Reeks {
  readonly noten: ReadonlyMap<string, XmlElement>;
  readonly doelen: ReadonlyMap<string, string>;
  readonly called: Set<string>;
  readonly soort: ReturnType<typeof toCijfersoort>;
  count: number;
}

/** `instellingen` are the trees that may say how notes are numbered. */
export function createNootlezer(
  pakket: Pakket,
  relaties: readonly Relatie[],
  basis: Pick<Omgeving, "stijlen" | "stukken" | "diagnostiek" | "nextRegel">,
  instellingen: readonly (XmlElement | undefined)[],
): Nootlezer {
  const reeksen = {
    footnote: readReeks(pakket, relaties, "footnote", instellingen),
    endnote: readReeks(pakket, relaties, "endnote", instellingen),
  };
  const both = [reeksen.footnote, reeksen.endnote];
  let isInNoot = false;
  const readNoot: Omgeving["readNoot"] = (verwijzing, merk) => {
    const soort = verwijzing.naam === "w:endnoteReference" ? "endnote" : "footnote";
    const reeks = reeksen[soort];
    const id = verwijzing.attributen["w:id"] ?? "";
    if (merk === undefined) reeks.count += 1;
    const nummer = merk ?? writeCijfer(reeks.soort, reeks.count);
    const bron = reeks.noten.get(id);
    if (!bron || isInNoot || reeks.called.has(id)) {
      if (!bron) report(basis.diagnostiek, nummer);
      return merk === undefined ? drawnCijfer(nummer) : { ...drawnCijfer(nummer), attributen: {} };
    }
    reeks.called.add(id);
    isInNoot = true;
    const blokken = readInhoud(bron, { ...basis, doelen: reeks.doelen, nummeraar: () => undefined, readNoot });
    isInNoot = false;
    const made = { id: `${soort}-${id}`, alineas: alineasOf(blokken) };
    return merk === undefined ? drawnNoot(nummer, made.alineas, made.id) : withMerk(merk, made, basis.stukken);
  };
  return {
    readNoot,
    tekens: both.reduce(
      (sum, { noten }) => sum + [...noten.values()].reduce((ink, one) => ink + inkLength(alleTekst(one)), 0),
      0,
    ),
    dropUncalled: () => {
      for (const { noten, called } of both) {
        for (const [id, bron] of noten) {
          const tekst = called.has(id) ? "" : alleTekst(bron);
          if (inkLength(tekst) > 0) basis.stukken.push({ tekst, regel: "noot-zonder-aanroep" });
        }
      }
    },
  };
}

function report(diagnostiek: Diagnostiek[], nummer: string): void {
  diagnostiek.push({ code: "noot-zonder-tekst", ernst: "waarschuwing", plaats: "kop", gevonden: nummer });
}

// A mark of the author's own stands in the text and once more before the note.
function withMerk(
  merk: string,
  { alineas, id }: { readonly alineas: readonly (readonly XmlKnoop[])[]; readonly id: string },
  stukken: Stuk[],
): XmlElement {
  const [first = [], ...rest] = alineas;
  const [begin, ...more] = first;
  const teken = merk.trim();
  const text = begin === undefined || isElement(begin) ? undefined : begin;
  const isDouble = teken !== "" && text?.startsWith(teken) === true;
  if (isDouble) stukken.push({ tekst: teken, regel: "nootmerk-dubbel" });
  const opened = isDouble && text !== undefined ? [text.slice(teken.length).trimStart(), ...more] : first;
  return noot(merk, [opened, ...rest], id);
}

/** The paragraphs of a note; a table in it is read cell by cell. */
function alineasOf(blokken: readonly Blok[]): readonly (readonly XmlKnoop[])[] {
  return blokken.flatMap((blok): readonly (readonly XmlKnoop[])[] => {
    if (blok.soort === "tabel")
      return blok.rijen.flatMap(({ cellen }) => cellen.flatMap((cel) => alineasOf(cel.blokken)));
    return hasInhoud(blok.stukjes) ? [toInline(blok.stukjes)] : [];
  });
}

function readReeks(
  pakket: Pakket,
  relaties: readonly Relatie[],
  soort: "footnote" | "endnote",
  instellingen: readonly (XmlElement | undefined)[],
): Reeks {
  const [naam] = delenVan(pakket, relaties, `${soort}s`, new RegExp(`/${soort}s\\.xml$`));
  const wortel = naam === undefined ? undefined : pakket.readXml(naam);
  const noten = kinderenOf(wortel && pickAlternatieven(wortel), `w:${soort}`);
  const external = naam === undefined ? [] : readRelaties(pakket, naam).filter(({ isBuiten }) => isBuiten);
  const format = instellingen
    .flatMap((deel) => (deel ? allOf(deel, `w:${soort}Pr`) : []))
    .map((pr) => findKind(pr, "w:numFmt")?.attributen["w:val"])
    .findLast((val) => val !== undefined);
  return {
    noten: new Map(noten.map((one) => [one.attributen["w:id"] ?? "", one])),
    doelen: new Map(external.map(({ id, doel }) => [id, doel])),
    called: new Set(),
    soort: toCijfersoort(format ?? (soort === "endnote" ? "lowerRoman" : "decimal")),
    count: 0,
  };
}
