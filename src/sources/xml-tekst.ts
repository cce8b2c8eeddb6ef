/**
 * Reads the running text of official XML: paragraphs, lists, tables, emphasis, references and notes.
 * @see docs/formats/officiele-xml.md
 */

import { tekstToMarkdown } from "../markdown/schrijf-tekst.ts";
import { alinea, type Inline, type Lijstitem, type Nadruk, type Tabel, type Tekststuk, tekst } from "../model/tekst.ts";
import { addressOfDoc } from "./adres.ts";
import { elementsOf, foldedTextOf, foldSpace, isElement, textOf, type XmlElement, type XmlKnoop } from "./xml-boom.ts";

/** A note as it stands in the document; `id` is unique within it. */
export interface XmlNoot {
  readonly id: string;
  readonly nummer: string;
  readonly tekst: string;
  /** The parts of the source: for the account that nothing is lost. */
  readonly bronNummer: string;
  readonly bronTekst: string;
}

/** Receives what the text holds beside its words. */
export interface XmlTekstContext {
  /** Gives a note its id; called in reading order. */
  readonly addNoot: (noot: Omit<XmlNoot, "id">) => string;
  /** A call to a note that stands elsewhere in the document (legacy `nootref`, `voetref`). */
  readonly findNoot: (nummer: string) => string | undefined;
  readonly onUnknown: (element: XmlElement) => void;
}

const BLOKKEN = new Set([
  "al",
  "al-groep",
  "lijst",
  "table",
  "tussenkop",
  "tuskop",
  "plaatje",
  "box",
  "kader",
  "citaat",
  "definitielijst",
  "divisie",
  "tekst",
  "vrije-tekst",
  "algemeen",
  "toelichting",
  "tekst-sluiting",
  "ondertekening",
  "dagtekening",
  "witreg",
  "kop",
]);
const DOORZICHTIG = new Set([
  "al",
  "al-groep",
  "divisie",
  "tekst",
  "vrije-tekst",
  "algemeen",
  "toelichting",
  "tekst-sluiting",
  "ondertekening",
  "dagtekening",
  "citaat",
  "noot.al",
]);
/** Elements within a line whose words simply belong to it. */
const LOPEND = new Set([
  "naam",
  "voornaam",
  "voorvoegsels",
  "achternaam",
  "functie",
  "organisatie",
  "politiek",
  "datum",
  "plaats",
  "kamervraagonderwerp",
  "nr",
  "label",
  "titel",
  "subtitel",
  "term",
  "definitie",
  "onderwerp",
  "specvoegnaam",
]);
const NADRUK: Readonly<Record<string, readonly Nadruk["stijl"][]>> = {
  vet: ["vet"],
  halfvet: ["vet"],
  cur: ["cursief"],
  cursief: ["cursief"],
  vetcur: ["vet", "cursief"],
  ondlijn: ["cursief"],
};

/** Reads mixed content: text and inline elements become paragraphs, block elements stand between them. */
export function readTekst(knopen: readonly XmlKnoop[], context: XmlTekstContext): readonly Tekststuk[] {
  const stukken: Tekststuk[] = [];
  let line: Inline[] = [];
  const flush = () => {
    if (line.some((piece) => piece.soort !== "tekst" || piece.tekst.trim() !== "")) stukken.push(alinea(...line));
    line = [];
  };
  for (const knoop of knopen) {
    if (!isElement(knoop)) line.push(tekst(knoop));
    else if (BLOKKEN.has(knoop.lokaal)) {
      flush();
      stukken.push(...readBlok(knoop, context));
    } else if (containsBlok(knoop)) {
      flush();
      if (!LOPEND.has(knoop.lokaal) && !(knoop.lokaal in INLINE)) context.onUnknown(knoop);
      stukken.push(...readTekst(knoop.kinderen, context));
    } else line.push(...readInline(knoop, context));
  }
  flush();
  return stukken;
}

function containsBlok(element: XmlElement): boolean {
  if (element.lokaal === "noot" || element.lokaal === "voetnoot") return false;
  return elementsOf(element).some((child) => BLOKKEN.has(child.lokaal) || containsBlok(child));
}

function readBlok(element: XmlElement, context: XmlTekstContext): readonly Tekststuk[] {
  switch (element.lokaal) {
    case "lijst":
      return readLijst(element, context);
    case "table":
      return readTable(element, context);
    case "kop":
    case "tussenkop":
    case "tuskop": {
      const inhoud = spaced(element.kinderen).flatMap((child) => inlineOf(child, context));
      return inhoud.length > 0 ? [{ soort: "tussenkop", inhoud }] : [];
    }
    case "plaatje":
      return readPlaatje(element, context);
    case "box":
    case "kader":
      return [{ soort: "kader", inhoud: readTekst(element.kinderen, context) }];
    case "definitielijst":
      return elementsOf(element).flatMap((item) => readTekst(asParagraphs(item), context));
    case "witreg":
      return [];
    default:
      return DOORZICHTIG.has(element.lokaal) ? readTekst(element.kinderen, context) : [];
  }
}

// The parts of a heading (label, number, title) have no space between them in the XML.
function spaced(kinderen: readonly XmlKnoop[]): readonly XmlKnoop[] {
  return kinderen.flatMap((child, index) => (isElement(child) && index > 0 ? [" ", child] : [child]));
}

function asParagraphs(item: XmlElement): readonly XmlKnoop[] {
  return elementsOf(item).map((part) => ({ ...part, naam: "al", lokaal: "al" }));
}

function readLijst(lijst: XmlElement, context: XmlTekstContext): readonly Tekststuk[] {
  const items: Lijstitem[] = [];
  const before: Tekststuk[] = [];
  for (const child of lijst.kinderen) {
    if (!isElement(child)) {
      if (child.trim() !== "") before.push(...readTekst([child], context));
    } else if (child.lokaal === "li") items.push(readItem(child, context));
    else before.push(...readTekst([child], context));
  }
  return items.length > 0 ? [...before, { soort: "lijst", items }] : before;
}

function readItem(li: XmlElement, context: XmlTekstContext): Lijstitem {
  const nummer = elementsOf(li).find(({ lokaal }) => lokaal === "li.nr");
  const label = nummer ? foldedTextOf(nummer) : "";
  const inhoud = readTekst(
    li.kinderen.filter((child) => child !== nummer),
    context,
  );
  return label === "" || IS_LIJSTTEKEN.test(label) ? { inhoud } : { label, inhoud };
}

/** A dash or bullet: the list shows its own. */
export const IS_LIJSTTEKEN = /^[-–—•·‧∙*o▪■□●○]$/;

function readPlaatje(plaatje: XmlElement, context: XmlTekstContext): readonly Tekststuk[] {
  return plaatje.kinderen.flatMap((child) => {
    if (!isElement(child)) return child.trim() === "" ? [] : [alinea(tekst(child))];
    if (child.lokaal !== "illustratie") return readTekst([child], context);
    const naam = naamOfIllustratie(child);
    const doel = naam ? `https://zoek.officielebekendmakingen.nl/${encodeURIComponent(naam)}` : undefined;
    const woorden = tekst(woordenOfIllustratie(child));
    return [alinea(doel ? { soort: "link", doel, inhoud: [woorden] } : woorden), ...readTekst(child.kinderen, context)];
  });
}

function naamOfIllustratie({ attributen }: XmlElement): string {
  return attributen.naam ?? attributen.url ?? "";
}

/** What stands in the text for an image: its name in the source. The image itself stays at its own address. */
function woordenOfIllustratie(illustratie: XmlElement): string {
  return `Afbeelding ${naamOfIllustratie(illustratie)}`.trim();
}

/** A CALS table: every `tgroup` a table of its own. Spans become empty cells, rows without any text are spacers. */
function readTable(table: XmlElement, context: XmlTekstContext): readonly Tekststuk[] {
  return table.kinderen.flatMap((child): readonly Tekststuk[] => {
    if (!isElement(child)) return child.trim() === "" ? [] : [alinea(tekst(child))];
    if (child.lokaal !== "tgroup") return readTekst([asAlinea(child)], context);
    const columns = elementsOf(child)
      .filter(({ lokaal }) => lokaal === "colspec")
      .map(({ attributen }, index) => attributen.colname ?? `col${index + 1}`);
    const kop = rowsOf(child, "thead");
    const rijen = [...kop, ...rowsOf(child, "tbody"), ...rowsOf(child, "tfoot")];
    const carried = new Map<number, number>();
    const tabel: Tabel = {
      soort: "tabel",
      kopregels: kop.length,
      rijen: rijen
        .map((row) => readRow(row, columns, carried, context))
        .filter((row) => row.some((cel) => cel.length > 0)),
    };
    return tabel.rijen.length > 0 ? [tabel] : [];
  });
}

function asAlinea(element: XmlElement): XmlElement {
  return BLOKKEN.has(element.lokaal) ? element : { ...element, naam: "al", lokaal: "al" };
}

function rowsOf(tgroup: XmlElement, part: string): readonly XmlElement[] {
  return elementsOf(tgroup)
    .filter(({ lokaal }) => lokaal === part)
    .flatMap(elementsOf)
    .filter(({ lokaal }) => lokaal === "row");
}

// `carried` counts, per column, the rows that a cell from above still covers.
function readRow(
  row: XmlElement,
  columns: readonly string[],
  carried: Map<number, number>,
  context: XmlTekstContext,
): readonly (readonly Inline[])[] {
  const cells: (readonly Inline[])[] = [];
  const skipCarried = () => {
    for (let rows = carried.get(cells.length) ?? 0; rows > 0; rows = carried.get(cells.length) ?? 0) {
      carried.set(cells.length, rows - 1);
      cells.push([]);
    }
  };
  for (const entry of elementsOf(row)) {
    skipCarried();
    const { colname, namest, nameend, morerows } = entry.attributen;
    const start = columns.indexOf(namest ?? colname ?? "");
    while (start > cells.length) cells.push([]);
    const column = cells.length;
    cells.push(joinLines(readTekst(entry.kinderen, context)));
    const end = columns.indexOf(nameend ?? "");
    while (cells.length <= end) cells.push([]);
    const rows = Number(morerows);
    if (rows > 0)
      for (let covered = column; covered < cells.length; covered += 1) carried.set(covered, Math.min(rows, 999));
  }
  skipCarried();
  return cells;
}

/** All text of some blocks on one line, with breaks between them: what a table cell can hold. */
export function joinLines(stukken: readonly Tekststuk[]): readonly Inline[] {
  return stukken
    .flatMap(linesOf)
    .flatMap((line, index): readonly Inline[] => (index === 0 ? line : [{ soort: "regeleinde" }, ...line]));
}

function linesOf(stuk: Tekststuk): readonly (readonly Inline[])[] {
  switch (stuk.soort) {
    case "alinea":
    case "tussenkop":
      return [stuk.inhoud];
    case "kader":
      return [joinLines(stuk.inhoud)];
    case "lijst":
      return stuk.items.map(({ label, inhoud }) => [...(label ? [tekst(`${label} `)] : []), ...joinLines(inhoud)]);
    case "tabel":
      return stuk.rijen.flat();
  }
}

function inlineOf(knoop: XmlKnoop, context: XmlTekstContext): readonly Inline[] {
  return isElement(knoop) ? readInline(knoop, context) : [tekst(knoop)];
}

type ReadInline = (element: XmlElement, context: XmlTekstContext) => readonly Inline[];

const inner: ReadInline = (element, context) => element.kinderen.flatMap((child) => inlineOf(child, context));

/** What each inline element becomes; one that is not named here keeps its words, with a diagnostic. */
const INLINE: Readonly<Record<string, ReadInline>> = {
  nadruk: (element, context) => {
    const stijlen = NADRUK[element.attributen.type ?? "cur"] ?? [];
    return stijlen.reduceRight<readonly Inline[]>(
      (inhoud, stijl) => [{ soort: "nadruk", stijl, inhoud }],
      inner(element, context),
    );
  },
  extref: readReference,
  intref: inner,
  dossierref: readReference,
  sup: (element) => [{ soort: "sup", tekst: textOf(element) }],
  inf: (element) => [{ soort: "inf", tekst: textOf(element) }],
  br: () => [{ soort: "regeleinde" }],
  noot: readNoot,
  voetnoot: readNoot,
  nootref: readNootref,
  voetref: readNootref,
};

function readInline(element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  const read = INLINE[element.lokaal];
  if (read) return read(element, context);
  if (!LOPEND.has(element.lokaal)) context.onUnknown(element);
  return inner(element, context);
}

function readReference(element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  const inhoud = inner(element, context);
  const doel = addressOfDoc(element.attributen.doc ?? element.attributen.dossier ?? "", element.attributen.soort);
  const isPlain = inhoud.every(
    ({ soort }) => soort === "tekst" || soort === "nadruk" || soort === "sup" || soort === "inf",
  );
  return doel && isPlain ? [{ soort: "link", doel, inhoud }] : inhoud;
}

function readNoot(element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  const nummerElement = elementsOf(element).find(({ lokaal }) => lokaal === "noot.nr" || lokaal === "nr");
  const rest = element.kinderen.filter((child) => child !== nummerElement);
  const nummer = nummerElement ? foldedTextOf(nummerElement) : foldSpace(element.attributen.nr ?? "");
  const inhoud = readTekst(rest.map(asNootAlinea), context);
  const id = context.addNoot({
    nummer,
    tekst: tekstToMarkdown(inhoud),
    bronNummer: nummerElement ? textOf(nummerElement) : "",
    bronTekst: inkOf(rest),
  });
  return [{ soort: "nootmerk", id }];
}

function asNootAlinea(child: XmlKnoop): XmlKnoop {
  if (!isElement(child)) return child;
  if (child.lokaal === "noot.al") return { ...child, naam: "al", lokaal: "al" };
  if (child.lokaal === "noot.lijst") return { ...child, naam: "lijst", lokaal: "lijst" };
  return child;
}

function readNootref(element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  const nummer = element.attributen.refid ?? element.attributen.nr ?? foldedTextOf(element);
  const id = context.findNoot(nummer);
  return id === undefined ? inner(element, context) : [{ soort: "nootmerk", id }];
}

/** The text of some nodes without notes and without the dashes and bullets of lists: what a blok has to keep. */
export function inkOf(knopen: readonly XmlKnoop[]): string {
  return knopen
    .map((knoop): string => {
      if (!isElement(knoop)) return knoop;
      if (knoop.lokaal === "noot" || knoop.lokaal === "voetnoot" || isLijstteken(knoop)) return "";
      if (knoop.lokaal === "illustratie") return woordenOfIllustratie(knoop) + inkOf(knoop.kinderen);
      return inkOf(knoop.kinderen);
    })
    .join("");
}

/** The dashes and bullets of lists, which a page draws by itself. */
export function lijsttekensOf(knopen: readonly XmlKnoop[]): string {
  return knopen
    .map((knoop): string => {
      if (!isElement(knoop)) return "";
      return isLijstteken(knoop) ? textOf(knoop) : lijsttekensOf(knoop.kinderen);
    })
    .join("");
}

function isLijstteken(element: XmlElement): boolean {
  return element.lokaal === "li.nr" && IS_LIJSTTEKEN.test(foldedTextOf(element));
}
