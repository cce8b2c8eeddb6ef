/**
 * Notes in plain text. A text has lost the raised figure and the small print: a note is a line that begins with the next
 * number, at the end of a page or of the text, and its mark is that number where a mark can stand. What is not certain stays
 * text.
 * @see docs/formats/tekstvormen.md#noten
 */
import { couldBeMark } from "../nootmerk-in-tekst.ts";
import { findKop } from "../structuur/koppen.ts";
import type { Regel } from "./regels.ts";

export interface GevondenNoot {
  readonly nummer: string;
  /** The number as it stands before the note: `1`, `1)`, `[1]`. */
  readonly label: string;
  readonly regels: readonly Regel[];
}

/** Where a note is called: the characters `[van, tot)` of a line. */
export interface Nootplaats {
  readonly regel: number;
  readonly van: number;
  readonly tot: number;
  readonly nummer: string;
}

export interface Pagina {
  /** The page's lines without its notes. */
  readonly regels: readonly Regel[];
  readonly noten: readonly GevondenNoot[];
  readonly merken: readonly Nootplaats[];
}

/** How a note is written: what stands before its text, and what its mark in the text looks like. */
interface Stijl {
  readonly label: RegExp;
  /** Marks that say for themselves what they are ("[1]", "1)"): no weighing of places is needed. */
  readonly merk?: RegExp;
}

// "22031 jaarverslag" is note 2, about a year.
const CIJFER: Stijl = { label: /^(\d{1,3}?)(?=(?:19|20)\d{2}[\sZD]|\s*[\p{L}«"'“‘’([*])/u };
const BLOKHAAK: Stijl = {
  label: /^\[\s?(\d{1,3})\s?\](?=\s*\S)/,
  merk: /\[\s?(\d+)\s?\]/g,
};
const HAAKJE: Stijl = {
  label: /^(\d{1,3})\)(?=\s*\S)/,
  merk: /(?<=\S\s{0,2})(?<![\d(,.\-–])(\d+)\)/g,
};

/** Takes the notes at the foot of each page out of its lines, and finds their marks. Notes are numbered through. */
export function findVoetnoten(paginas: readonly (readonly Regel[])[]): readonly Pagina[] {
  let next = 1;
  return paginas.map((regels) => {
    const found = splitFootnotes(regels, indexPlaces(regels), next);
    next = found.next;
    return { regels: found.regels, noten: found.noten, merken: findMerken(indexPlaces(found.regels), found.noten) };
  });
}

const DATUM =
  /^\d{1,2}\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b/i;

interface Splitsing {
  readonly regels: readonly Regel[];
  readonly noten: readonly GevondenNoot[];
  readonly next: number;
}

/** A number may be missing at the foot of a page: a table has its own notes, in the middle of it. */
const MAX_GAP = 4;

function splitFootnotes(regels: readonly Regel[], plaatsen: Plaatsen, next: number): Splitsing {
  for (let first = next; first <= next + MAX_GAP; first += 1) {
    const start = findStart(regels, plaatsen, first);
    if (start === -1) continue;
    const noten = splitNoten(regels.slice(start), first, CIJFER, plaatsen);
    const last = first + noten.length;
    const inPage = takeTabelnoten(regels.slice(0, start), plaatsen, [...numbersBetween(next, first), last]);
    const after = inPage.noten.some(({ nummer }) => Number(nummer) === last) ? last + 1 : last;
    return { regels: inPage.regels, noten: [...inPage.noten, ...noten].toSorted(compareNummer), next: after };
  }
  // A page may have the notes of its table and no others.
  const inPage = takeTabelnoten(regels, plaatsen, numbersBetween(next, next + MAX_GAP));
  const eigen = inPage.noten.filter(({ nummer }) => Number(nummer) >= next);
  return { ...inPage, next: next + eigen.length };
}

function numbersBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function compareNummer(a: GevondenNoot, b: GevondenNoot): number {
  return Number(a.nummer) - Number(b.nummer);
}

// The last line that begins with the number is the note, if the text before it has a mark: a mark may begin a line as well.
function findStart(regels: readonly Regel[], plaatsen: Plaatsen, nummer: number): number {
  for (let index = regels.length - 1; index >= 0; index -= 1) {
    const tekst = regels[index]?.tekst ?? "";
    const label = CIJFER.label.exec(tekst)?.[1];
    if (label === undefined || Number(label) !== nummer) continue;
    if (hasMerkBefore(plaatsen, nummer, index)) return index;
    const rest = tekst.slice(label.length);
    return /^(?:\p{Lu}|https?:|www\.|«)/u.test(rest) && isFootOfPage(regels, index) ? index : -1;
  }
  // "3 1,92% van …": a note that begins with a figure, when its mark is certain.
  if (!hasZekerMerk(plaatsen, nummer)) return -1;
  const from = Math.max(0, regels.length - MAX_VOET);
  const index = regels.slice(from).findLastIndex(({ tekst }) => beginsWith(tekst, nummer));
  return index !== -1 && hasMerkBefore(plaatsen, nummer, from + index) ? from + index : -1;
}

// The figures of the number and something behind it that is no end of a label ("3." opens an item).
function beginsWith(tekst: string, nummer: number): boolean {
  const digits = String(nummer);
  // "19 november" is no note 1: a figure right behind the number has to be a long one of its own.
  return (
    tekst.startsWith(digits) &&
    /^(?:\s+[^\s.,:;)]|[^\s.,:;)\d]|\d{5,})/.test(tekst.slice(digits.length)) &&
    !DATUM.test(tekst)
  );
}

// Glued to a word, or in brackets: a figure alone on its line may as well be a cell of a table.
function hasZekerMerk(plaatsen: Plaatsen, nummer: number): boolean {
  return plaatsen.get(String(nummer))?.some(({ kans }) => kans === GEPLAKT || kans === TUSSEN_HAKEN) ?? false;
}

function hasMerkBefore(plaatsen: Plaatsen, nummer: number, regel: number): boolean {
  const [eerste] = plaatsen.get(String(nummer)) ?? [];
  return eerste !== undefined && eerste.regel < regel;
}

/** Lines at the foot of a page that can be notes. */
const MAX_VOET = 12;

// Without a mark only a run of notes to the end of the page is one.
function isFootOfPage(regels: readonly Regel[], index: number): boolean {
  return regels.slice(index).filter(({ tekst }) => tekst !== "").length <= MAX_VOET;
}

function splitNoten(
  regels: readonly Regel[],
  first: number,
  { label }: Stijl,
  plaatsen: Plaatsen = new Map(),
): readonly GevondenNoot[] {
  const noten: { nummer: string; label: string; regels: Regel[] }[] = [];
  for (const regel of regels) {
    const next = first + noten.length;
    const isZeker = label === CIJFER.label && hasZekerMerk(plaatsen, next) && beginsWith(regel.tekst, next);
    const found = isZeker
      ? [String(next), String(next)]
      : (label.exec(regel.tekst) ?? (noten.length > 0 && label === CIJFER.label ? findInReeks(regel.tekst) : null));
    const [voor = "", nummer] = found ?? [];
    if (nummer !== undefined && Number(nummer) === next && !(noten.length > 0 && DATUM.test(regel.tekst))) {
      const rest = { ...regel, tekst: regel.tekst.slice(voor.length).trim() };
      noten.push({ nummer: String(Number(nummer)), label: voor, regels: [rest] });
    } else noten.at(-1)?.regels.push(regel);
  }
  return noten.map((noot) => ({ ...noot, regels: noot.regels.filter(({ tekst }) => tekst !== "") }));
}

// Inside a run the next number is a note also when a number follows ("11 3628105"), but a date ("11 november") goes on.
function findInReeks(tekst: string): RegExpExecArray | null {
  return /^(\d{1,3})(?=\s+\d)/.exec(tekst);
}

/**
 * Notes under a table, up to an empty line: with one of the numbers that the page lacks, when its mark stands before it; or with
 * a number of the table's own, right below its figures.
 */
function takeTabelnoten(
  regels: readonly Regel[],
  plaatsen: Plaatsen,
  nummers: readonly number[],
): { readonly regels: readonly Regel[]; readonly noten: readonly GevondenNoot[] } {
  const noten: GevondenNoot[] = [];
  const rest: Regel[] = [];
  for (let index = 0; index < regels.length; index += 1) {
    const regel = regels[index];
    if (!regel) continue;
    const nummer = Number(/^(\d{1,3})\s+\p{Lu}/u.exec(regel.tekst)?.[1] ?? -1);
    const isVolgende = nummers.includes(nummer) && hasMerkBefore(plaatsen, nummer, index);
    const isEigen = nummer > 0 && nummer < 10 && isCijferregel(regels[index - 1]?.tekst ?? "");
    const lines = isVolgende || isEigen ? regels.slice(index + 1, index + MAX_TABELNOOT + 1) : [];
    const stop = index + 1 + lines.findIndex(({ tekst }) => tekst === "");
    if (stop === index) {
      rest.push(regel);
      continue;
    }
    noten.push(...splitNoten(regels.slice(index, stop), nummer, CIJFER));
    index = stop - 1;
  }
  return { regels: rest, noten };
}

/** Lines of a note under a table: a longer piece is text. */
const MAX_TABELNOOT = 6;

/** A row of a table: at least three figures. */
function isCijferregel(tekst: string): boolean {
  return tekst.length < 200 && (tekst.match(/(?<!\S)[\d.,%–-]*\d[\d.,%–-]*(?!\S)/g) ?? []).length >= 3;
}

/** Takes the notes out that stand together at the end of a text, "1) …" or "[1] …", and finds their marks. */
export function findEindnoten(regels: readonly Regel[]): Pagina | undefined {
  for (const stijl of [BLOKHAAK, HAAKJE]) {
    const start = regels.findLastIndex(({ tekst }) => Number(stijl.label.exec(tekst)?.[1] ?? 0) === 1);
    if (start <= 0) continue;
    // A toelichting may stand behind the notes.
    const kop = regels.findIndex(({ tekst }, at) => at > start && findKop(tekst) !== undefined);
    const stop = kop === -1 ? regels.length : kop;
    const body = [...regels.slice(0, start), ...regels.slice(stop)];
    const noten = splitNoten(splitInline(regels.slice(start, stop), stijl), 1, stijl);
    const merken = findEigenMerken(body, noten, stijl);
    // Numbered items in an antwoord look the same, but nothing calls them.
    if (!merken.some(({ nummer }) => nummer === "1")) continue;
    return { regels: body, noten, merken };
  }
  return undefined;
}

/** Marks "1)", "2)" … of which the notes stand at the end without their numbers: as many lines, apart from the text above. */
export function findOngenummerdeNoten(regels: readonly Regel[]): Pagina | undefined {
  const last = regels.findLastIndex(({ tekst }) => tekst !== "");
  const gap = regels.findLastIndex(({ tekst }, at) => at < last && tekst === "" && regels[at - 1]?.tekst === "");
  if (gap <= 0) return undefined;
  const noten = regels
    .slice(gap, last + 1)
    .filter(({ tekst }) => tekst !== "")
    .map((regel, index): GevondenNoot => ({ nummer: String(index + 1), label: "", regels: [regel] }));
  const body = regels.slice(0, gap);
  const merken = findEigenMerken(body, noten, HAAKJE);
  const isEen = merken.length === noten.length && new Set(merken.map(({ nummer }) => nummer)).size === noten.length;
  const isMeer =
    findEigenMerken(body, [{ nummer: String(noten.length + 1), label: "", regels: [] }], HAAKJE).length > 0;
  const isVolgorde = merken.every(
    (merk, index) => index === 0 || Number(merk.nummer) >= Number(merken[index - 1]?.nummer),
  );
  return noten.length > 1 && isEen && isVolgorde && !isMeer ? { regels: body, noten, merken } : undefined;
}

// "… politie[3] https://…": the next note glued to the end of the one before it.
function splitInline(regels: readonly Regel[], stijl: Stijl): readonly Regel[] {
  if (stijl !== BLOKHAAK) return regels;
  let next = 1;
  return regels.flatMap((regel) => {
    const parts: Regel[] = [];
    let rest = regel.tekst;
    for (;;) {
      if (Number(stijl.label.exec(rest)?.[1] ?? 0) === next) next += 1;
      const at = rest.indexOf(`[${next}]`, 1);
      if (at === -1) break;
      parts.push({ ...regel, tekst: rest.slice(0, at) });
      rest = rest.slice(at);
    }
    return [...parts, { ...regel, tekst: rest }];
  });
}

/** Marks in brackets of their own: every one of them, also when a note is called twice. */
function findEigenMerken(
  regels: readonly Regel[],
  noten: readonly GevondenNoot[],
  { merk }: Stijl,
): readonly Nootplaats[] {
  if (!merk) return [];
  const bekend = new Set(noten.map(({ nummer }) => nummer));
  return regels.flatMap(({ tekst }, regel) =>
    [...tekst.matchAll(merk)].flatMap(({ index: van, 0: found, 1: nummer = "" }) =>
      bekend.has(nummer) ? [{ regel, van, tot: van + found.length, nummer }] : [],
    ),
  );
}

function comparePlaces(a: Nootplaats, b: Nootplaats): number {
  return a.regel - b.regel || a.van - b.van;
}

/** Marks of a Markdown conversion: "[1 ]", "[4 5 ]". */
const MARKDOWNMERK = /\[\d{1,3}(?:(?:\s+\d{1,3})*\s+)?\]/y;

// The marks in reading order: each after the one before it.
function findMerken(plaatsen: Plaatsen, noten: readonly GevondenNoot[]): readonly Nootplaats[] {
  const merken: Nootplaats[] = [];
  // A table may use a number again and again: its places are walked through once.
  const standen = new Map<string, { at: number; readonly beste: readonly number[] }>();
  let last: Nootplaats | undefined;
  for (const { nummer } of noten) {
    const places = plaatsen.get(nummer) ?? [];
    const stand = standen.get(nummer) ?? { at: 0, beste: bestFromEach(places) };
    standen.set(nummer, stand);
    const isPast = (plaats: Kansplaats) => last !== undefined && comparePlaces(plaats, last) <= 0;
    for (let place = places[stand.at]; place && isPast(place); place = places[stand.at]) stand.at += 1;
    const best = stand.beste[stand.at];
    const isMerk = (plaats: Kansplaats) => plaats.kans === best || plaats.kans >= ZEKER;
    for (let place = places[stand.at]; place && !isMerk(place); place = places[stand.at]) stand.at += 1;
    const found = places[stand.at];
    if (!found) continue;
    const { kans: _, ...plaats } = found;
    merken.push(plaats);
    last = plaats;
  }
  return merken;
}

/** For each place the highest likelihood from there on. */
function bestFromEach(places: readonly Kansplaats[]): readonly number[] {
  let best = 0;
  return places
    .toReversed()
    .map(({ kans }) => {
      best = Math.max(best, kans);
      return best;
    })
    .toReversed();
}

/** A line below this length may end a paragraph without a full stop. */
const KORTE_REGEL = 50;

/** A place at or above this is a mark wherever another one stands. */
const ZEKER = 4;

const GEPLAKT = 4.5;
const TUSSEN_HAKEN = 6;

type Kansplaats = Nootplaats & { readonly kans: number };

type Plaatsen = ReadonlyMap<string, readonly Kansplaats[]>;

/** The places where each number can be a note mark, in reading order, with how likely each is. One walk over the text. */
function indexPlaces(regels: readonly Regel[]): Plaatsen {
  const places = new Map<string, Kansplaats[]>();
  for (const [regel, { tekst }] of regels.entries()) {
    if (KAMER.test(tekst)) continue;
    for (const found of tekst.matchAll(/\d+/g)) {
      const [digits, achter] = markIn(found[0]);
      if (digits === undefined) continue;
      const van = found.index + achter;
      const tot = van + digits.length;
      const kans = likelihoodOf(tekst, van, tot, regels[regel - 1]?.tekst ?? "");
      if (kans === 0) continue;
      const known = places.get(digits);
      const place = { regel, van, tot, nummer: digits, kans };
      if (known) known.push(place);
      else places.set(digits, [place]);
    }
  }
  return places;
}

/** The figure behind it is that of the chamber. */
const KAMER = /^(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-Generaal\b/i;

/**
 * The mark in a run of digits, and how many stand before it: at most three digits; before a figure of three ("5613" is note 5
 * and 613) one or two, and so behind a year ("20241" is 2024 and note 1).
 */
function markIn(run: string): readonly [string | undefined, number] {
  if (/^(?:19|20)\d{2}[1-9]\d?$/.test(run)) return [run.slice(4), 4];
  if (run.startsWith("0")) return [undefined, 0];
  if (run.length <= 3) return [run, 0];
  return [run.length <= 5 ? run.slice(0, -3) : undefined, 0];
}

const JAAR_IN_DATUM =
  /(?:\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|in|sinds|van|eind|begin)\s)(?:19|20)\d{2}$/i;

function likelihoodOf(tekst: string, van: number, tot: number, vorige: string): number {
  const before = tekst.slice(Math.max(0, van - 24), van);
  const after = tekst.slice(tot, tot + 24);
  if (/\d$/.test(before)) return JAAR_IN_DATUM.test(before) && /^(?:$|[\s.,;:?!)»”’])/.test(after) ? 4 : 0;
  // "… in 2063.4 De …": the mark behind the full stop of a sentence that ends in a figure.
  if (/\d\.$/.test(before) && /^(?:\s\p{Lu}|\s*$)/u.test(after)) return /\b(?:19|20)\d{2}\.$/.test(before) ? 4 : 2;
  if (isInMarkdownmerk(tekst, van)) return TUSSEN_HAKEN;
  // "Weide: 1.765", "1,5 miljoen": a figure goes on.
  if (/^[.,]\d/.test(after)) return 0;
  // A figure of a table behind its mark: "Mbo5613" is note 5 and 613.
  if (/^\d{3}(?!\d)/.test(after) && /\p{Ll}$/u.test(before)) return 0.5;
  if (/^\d/.test(after)) return 0;
  if (/^(?:\d{1,3}\s+)*$/.test(before) && /^(?:\s+\d{1,3})*\s*[.,;:?!)]?\s*$/.test(after) && van < 24) return 5;
  // "2. In dat jaar" after a line that ends in the middle of a sentence: the mark and the full stop of that sentence.
  if (before === "" && /^\.(?:\s|$)/.test(after))
    return /[\p{L}\d)»”’]$/u.test(vorige) && vorige.length > KORTE_REGEL ? 4 : 0;
  if (before === "") return /^[,;:)?!»”’]|^\s+\p{L}/u.test(after) ? 3.5 : 0;
  if (/[\p{L}.,;:?!%»”’"')\]…]$/u.test(before)) {
    if (!/^(?:$|[\s.,;:?!)»”’"'\]])/.test(after)) return /^\p{Lu}/u.test(after) && /[.?!»]$/.test(before) ? 3 : 0;
    return couldBeMark(tekst, van, tekst.slice(van, tot)) ? GEPLAKT : 0;
  }
  if (/(?:\d{1,3})\s$/.test(before) && /[?.!»]\s?(?:\d{1,3}\s)+$/.test(before)) return 3;
  if (/[.?!»]\s$/.test(before) && /^\p{Lu}/u.test(after)) return 3;
  if (/\b(?:19|20)\d{2}\s$/.test(before) && /^\s\p{Ll}/u.test(after)) return 0.8;
  if (/[.?!,;:»”)]\s$/.test(before) && /^(?:$|\s|[.,;:?!)])/.test(after)) return isNumbered(before, after) ? 0 : 3;
  if (/\p{Ll}\s$/u.test(before) && /^(?:\s\p{Ll}|[.,;:?!)]|$)/u.test(after) && !TELWOORD.test(before)) return 1;
  return 0;
}

function isInMarkdownmerk(tekst: string, van: number): boolean {
  const before = tekst.slice(Math.max(0, van - 12), van);
  const open = before.lastIndexOf("[");
  if (open === -1) return false;
  MARKDOWNMERK.lastIndex = van - before.length + open;
  return MARKDOWNMERK.test(tekst) && MARKDOWNMERK.lastIndex > van;
}

// "nr. 3", "artikel 2", "vraag 1": a number that belongs to the word before it.
const TELWOORD =
  /\b(?:nrs?\.?|nummer|artikel(?:en)?|art\.?|lid|leden|vraag|vragen|antwoord(?:en)?|punt|onderdeel|tabel|figuur|bijlage|hoofdstuk|paragraaf|deel|fase|niveau|categorie|motie|blz\.?|pagina|p\.|en|of|tot|van|de|per|op|sinds|ruim|bijna|circa|ca\.|minimaal|maximaal|ongeveer|na|om|in|met|voor)\s$/i;

function isNumbered(before: string, after: string): boolean {
  return TELWOORD.test(before) || /^[.)]\s/.test(after);
}
