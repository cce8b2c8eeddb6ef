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
  /** By what a later `nootref` calls it again. */
  readonly kenmerk?: string;
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
    if (line.some((piece) => piece.soort !== "tekst" || piece.tekst.trim() !== ""))
      stukken.push({ soort: "alinea", inhoud: line });
    line = [];
  };
  for (const knoop of knopen) {
    if (!isElement(knoop)) line.push(tekst(knoop));
    else if (BLOKKEN.has(knoop.lokaal)) {
      flush();
      pushAll(stukken, readBlok(knoop, context));
    } else if (containsBlok(knoop)) {
      flush();
      if (!LOPEND.has(knoop.lokaal) && !(knoop.lokaal in INLINE)) context.onUnknown(knoop);
      pushAll(stukken, readTekst(knoop.kinderen, context));
    } else pushAll(line, readInline(knoop, context));
  }
  flush();
  return stukken;
}

// Not `push(...items)`: a paragraph of a hundred thousand pieces has more arguments than a call can take.
function pushAll<Item>(target: Item[], items: readonly Item[]): void {
  for (const item of items) target.push(item);
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
      return element.kinderen.flatMap((item) => readTekst(isElement(item) ? asParagraphs(item) : [item], context));
    case "witreg":
      return readTekst(element.kinderen, context); // empty, as a rule
    default:
      return DOORZICHTIG.has(element.lokaal) ? readTekst(element.kinderen, context) : [];
  }
}

// The parts of a heading (label, number, title) have no space between them in the XML.
function spaced(kinderen: readonly XmlKnoop[]): readonly XmlKnoop[] {
  return kinderen.flatMap((child, index) => (isElement(child) && index > 0 ? [" ", child] : [child]));
}

function asParagraphs(item: XmlElement): readonly XmlKnoop[] {
  return item.kinderen.map((part) => (isElement(part) ? { ...part, naam: "al", lokaal: "al" } : part));
}

// What stands between the items stays there: the list is then written in parts.
function readLijst(lijst: XmlElement, context: XmlTekstContext): readonly Tekststuk[] {
  const stukken: Tekststuk[] = [];
  let items: Lijstitem[] = [];
  const flush = () => {
    if (items.length > 0) stukken.push({ soort: "lijst", items });
    items = [];
  };
  for (const child of lijst.kinderen) {
    if (isElement(child) && child.lokaal === "li") {
      const item = readItem(child, context);
      if (item.label !== undefined || item.inhoud.length > 0) items.push(item);
      continue;
    }
    const other = readTekst([child], context);
    if (other.length > 0) flush();
    pushAll(stukken, other);
  }
  flush();
  return stukken;
}

function readItem(li: XmlElement, context: XmlTekstContext): Lijstitem {
  const nummer = elementsOf(li).find(({ lokaal }) => lokaal === "li.nr");
  const label = nummer ? foldSpace(inkOf([nummer], context.findNoot)) : "";
  const inhoud = readTekst(
    li.kinderen.flatMap((child): readonly XmlKnoop[] => (child === nummer ? notenIn(nummer) : [child])),
    context,
  );
  return label === "" || IS_LIJSTTEKEN.test(label) ? { inhoud } : { label, inhoud };
}

/** The notes inside an element, for a label or heading that is plain text: its notes are called behind it. */
export function notenIn(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (NOTEN.has(child.lokaal) ? [child] : notenIn(child)));
}

/** A dash or bullet: the list shows its own. */
const IS_LIJSTTEKEN = /^[-–—•·‧∙*o▪■□●○]$/;

function readPlaatje(plaatje: XmlElement, context: XmlTekstContext): readonly Tekststuk[] {
  return plaatje.kinderen.flatMap((child) => {
    if (!isElement(child)) return child.trim() === "" ? [] : [alinea(tekst(child))];
    if (child.lokaal !== "illustratie") return readTekst([child], context);
    return [alinea(linkToIllustratie(child)), ...readTekst(child.kinderen, context)];
  });
}

function linkToIllustratie(illustratie: XmlElement): Inline {
  const naam = naamOfIllustratie(illustratie);
  const woorden = tekst(woordenOfIllustratie(illustratie));
  if (!naam) return woorden;
  const doel = `https://zoek.officielebekendmakingen.nl/${encodeURIComponent(naam)}`;
  return { soort: "link", doel, inhoud: [woorden] };
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
    const carried = new Map<number, number>();
    const rijen = rowsOf(child)
      .map(({ row, isKop }) => ({ cellen: readRow(row, columns, carried, context), isKop }))
      .filter(({ cellen }) => cellen.some((cel) => cel.length > 0));
    const eersteRij = rijen.findIndex(({ isKop }) => !isKop);
    const tabel: Tabel = {
      soort: "tabel",
      kopregels: eersteRij === -1 ? rijen.length : eersteRij,
      rijen: rijen.map(({ cellen }) => cellen),
    };
    return tabel.rijen.length > 0 ? [tabel] : [];
  });
}

function asAlinea(element: XmlElement): XmlElement {
  return BLOKKEN.has(element.lokaal) ? element : { ...element, naam: "al", lokaal: "al" };
}

// In the order of the document. What stands between the rows has no place of its own: it becomes a row with one cell.
function rowsOf(tgroup: XmlElement): readonly { readonly row: XmlElement; readonly isKop: boolean }[] {
  return tgroup.kinderen.flatMap((part) => {
    if (!isElement(part) || !TABELDELEN.has(part.lokaal))
      return isElement(part) && part.lokaal === "colspec" ? [] : [{ row: asRow(part, tgroup), isKop: false }];
    const isKop = part.lokaal === "thead";
    return part.kinderen.map((child) => ({ row: asRow(child, tgroup), isKop }));
  });
}

const TABELDELEN = new Set(["thead", "tbody", "tfoot"]);

function asRow(knoop: XmlKnoop, around: XmlElement): XmlElement {
  if (isElement(knoop) && knoop.lokaal === "row") return knoop;
  return { ...around, naam: "row", lokaal: "row", attributen: {}, kinderen: [asEntry(knoop, around)] };
}

function asEntry(knoop: XmlKnoop, around: XmlElement): XmlElement {
  if (isElement(knoop) && knoop.lokaal === "entry") return knoop;
  return { ...around, naam: "entry", lokaal: "entry", attributen: {}, kinderen: [knoop] };
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
  for (const child of row.kinderen) {
    if (!isElement(child) && child.trim() === "") continue;
    const entry = asEntry(child, row);
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
  sup: (element, context) => readHoogte("sup", element, context),
  inf: (element, context) => readHoogte("inf", element, context),
  br: () => [{ soort: "regeleinde" }],
  noot: readNoot,
  voetnoot: readNoot,
  nootref: readNootref,
  voetref: readNootref,
  "li.nr": (element, context) => [tekst(" "), ...(isLijstteken(element) ? [] : inner(element, context)), tekst(" ")],
  illustratie: (element, context) => [linkToIllustratie(element), ...inner(element, context)],
};

/** Parts that a new line or cell divides: within a heading or cell a space does. */
const APART = new Set([...BLOKKEN, "li", "row", "entry", "noot.al"]);

function readInline(element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  const read = INLINE[element.lokaal];
  if (read) return read(element, context);
  if (APART.has(element.lokaal)) return [tekst(" "), ...inner(element, context), tekst(" ")];
  if (!LOPEND.has(element.lokaal)) context.onUnknown(element);
  return inner(element, context);
}

// Raised text is plain text; a note that is called in it keeps its place.
function readHoogte(soort: "sup" | "inf", element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  return element.kinderen.flatMap((child) =>
    isElement(child) && containsAny(child, GEEN_TEKST) ? readInline(child, context) : [{ soort, tekst: textOf(child) }],
  );
}

const NOTEN = new Set(["noot", "voetnoot", "nootref", "voetref"]);

/** What cannot be raised text. */
const GEEN_TEKST = new Set([...NOTEN, "illustratie", "br"]);

function containsAny(element: XmlElement, namen: ReadonlySet<string>): boolean {
  return namen.has(element.lokaal) || elementsOf(element).some((child) => containsAny(child, namen));
}

function readReference(element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  const inhoud = inner(element, context);
  const doel = addressOfDoc(element.attributen.doc ?? element.attributen.dossier ?? "", element.attributen.soort);
  return doel && inhoud.every(fitsInLink) ? [{ soort: "link", doel, inhoud }] : inhoud;
}

// Neither a link nor a note call can stand in a link: its words then go without.
function fitsInLink(stuk: Inline): boolean {
  if (stuk.soort === "nadruk") return stuk.inhoud.every(fitsInLink);
  return stuk.soort !== "link" && stuk.soort !== "nootmerk";
}

function readNoot(element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  const nummerElement = elementsOf(element).find(({ lokaal }) => lokaal === "noot.nr" || lokaal === "nr");
  const rest = element.kinderen.filter((child) => child !== nummerElement);
  const nummer = nummerElement ? bareNummer(foldedTextOf(nummerElement)) : foldSpace(element.attributen.nr ?? "");
  const inhoud = readTekst(rest.map(asNootAlinea), context);
  const id = context.addNoot({
    nummer,
    tekst: tekstToMarkdown(inhoud),
    // A number that a word processor draws is not in the file.
    bronNummer: nummerElement && !nummerElement.attributen.gegenereerd ? textOf(nummerElement) : "",
    bronTekst: inkOf(rest, context.findNoot),
    ...(element.attributen.kenmerk ? { kenmerk: element.attributen.kenmerk } : {}),
  });
  return [{ soort: "nootmerk", id }];
}

// "1)" and "[1]" are note 1: the brackets belong to the way a document writes its labels.
function bareNummer(label: string): string {
  return /^[[(]?\s*(\S{1,8}?)\s*[.)\]:]+$/.exec(label)?.[1] ?? label;
}

function asNootAlinea(child: XmlKnoop): XmlKnoop {
  if (!isElement(child)) return child;
  if (child.lokaal === "noot.al") return { ...child, naam: "al", lokaal: "al" };
  if (child.lokaal === "noot.lijst") return { ...child, naam: "lijst", lokaal: "lijst" };
  return child;
}

function readNootref(element: XmlElement, context: XmlTekstContext): readonly Inline[] {
  const id = context.findNoot(numberOfNootref(element));
  // Without its note the figure stays a raised figure.
  if (id === undefined) return element.kinderen.map((child) => ({ soort: "sup", tekst: textOf(child) }));
  return [{ soort: "nootmerk", id }];
}

function numberOfNootref(element: XmlElement): string {
  return element.attributen.refid ?? element.attributen.nr ?? foldedTextOf(element);
}

type FindNoot = XmlTekstContext["findNoot"];

/**
 * The text of some nodes without notes, without the figures of references to notes that `findNoot` knows, and without the
 * dashes and bullets of lists: what a blok has to keep.
 */
export function inkOf(knopen: readonly XmlKnoop[], findNoot?: FindNoot): string {
  return knopen
    .map((knoop): string => {
      if (!isElement(knoop)) return knoop;
      if (isNoot(knoop) || isLijstteken(knoop) || (findNoot && isKnownNootref(knoop, findNoot))) return "";
      if (knoop.lokaal === "illustratie") return woordenOfIllustratie(knoop) + inkOf(knoop.kinderen, findNoot);
      return inkOf(knoop.kinderen, findNoot);
    })
    .join("");
}

/** The dashes and bullets of lists, which a page draws by itself. */
export function lijsttekensOf(knopen: readonly XmlKnoop[]): string {
  return gatherText(knopen, isLijstteken, ({ kinderen }) => inkOf(kinderen));
}

/** The figures of references to notes, which a page draws by itself. */
export function nootverwijzingenOf(knopen: readonly XmlKnoop[], findNoot: FindNoot): string {
  return gatherText(knopen, (element) => isKnownNootref(element, findNoot), textOf);
}

function gatherText(
  knopen: readonly XmlKnoop[],
  isWanted: (element: XmlElement) => boolean,
  read: (element: XmlElement) => string,
): string {
  return knopen
    .map((knoop): string => {
      if (!isElement(knoop)) return "";
      return isWanted(knoop) ? read(knoop) : gatherText(knoop.kinderen, isWanted, read);
    })
    .join("");
}

function isNoot({ lokaal }: XmlElement): boolean {
  return lokaal === "noot" || lokaal === "voetnoot";
}

function isKnownNootref(element: XmlElement, findNoot: FindNoot): boolean {
  const isRef = element.lokaal === "nootref" || element.lokaal === "voetref";
  return isRef && findNoot(numberOfNootref(element)) !== undefined;
}

function isLijstteken(element: XmlElement): boolean {
  return element.lokaal === "li.nr" && IS_LIJSTTEKEN.test(foldSpace(inkOf(element.kinderen)));
}
