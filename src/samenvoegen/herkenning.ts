/**
 * Recognising a Kamervraag by what its documents say, for a document that names no vraagnummer (a PDF of an answer, a
 * ministry's letter): the subject, the date, the indieners and the sentences of the questions.
 * @see docs/formats/samenvoegen.md#herkenning
 */
import type { Datum, Indiener } from "../model/kamervraag.ts";
import type { GelezenDocument, Metadata } from "../sources/gelezen.ts";
import { woordenOf } from "./vergelijk.ts";

/** What a document can be recognised by; small enough to keep for a whole archive. */
export interface Herkenningspunten {
  readonly ingediend?: Datum;
  /** Surnames, folded: lower case, letters only. */
  readonly indieners: readonly string[];
  /** Portfolios of those whom the questions are put to, folded. */
  readonly gerichtAan: readonly string[];
  /** The subject, folded; at most 120 letters. */
  readonly onderwerp?: string;
  /** Hashes of the sentences of the questions, the smallest `MAX_ZINNEN`, rising. */
  readonly zinnen: readonly number[];
}

/** On what a document was joined to its question. */
export interface Koppeling {
  /** 0 to 1. */
  readonly zekerheid: number;
  readonly op: readonly Punt[];
}

export type Punt = "onderwerp" | "ingediend" | "indieners" | "vragen";

/** Below this a document is not joined. */
export const MIN_ZEKERHEID = 0.8;
/** How far the best candidate has to be ahead of one with another vraagnummer. */
export const MIN_VOORSPRONG = 0.2;

/** A date, an addressee or names that differ: no agreement elsewhere makes up for it. */
const TEGEN = -1;

const MAX_ZINNEN = 40;
/** Shorter sentences ("Zo nee, waarom niet?") stand in every document. */
const MIN_LETTERS = 25;

export function herkenningspuntenOf(document: GelezenDocument): Herkenningspunten {
  const vragen = document.blokken.flatMap((blok) => (blok.soort === "vraag" ? [woordenOf(blok.tekst)] : []));
  return {
    ...(document.ingediend ? { ingediend: document.ingediend } : {}),
    indieners: foldNamen(document.indieners),
    gerichtAan: document.gerichtAan.flatMap(({ functie }) => foldPortefeuille(functie ?? "")),
    ...withOnderwerp(document.onderwerp),
    zinnen: zinnenOf(vragen),
  };
}

/** The same from a sidecar of questions of which the document itself is not there. */
export function herkenningspuntenOfMetadata({ ingediend, indieners, titel }: Metadata): Herkenningspunten {
  return {
    ...(ingediend ? { ingediend } : {}),
    indieners: foldNamen(indieners.map((naam) => ({ naam: naam.replace(/^([^,]+),.*$/, "$1") }))),
    gerichtAan: [],
    ...withOnderwerp(titel),
    zinnen: [],
  };
}

/**
 * How certain it is that two documents are of one Kamervraag. Each point adds; a point on which both speak and differ takes
 * away, and so does another addressee. The questions themselves weigh most; alone they suffice when nearly all of three or more
 * sentences agree. Where several candidates fit as well, the caller joins none.
 */
export function vergelijkPunten(a: Herkenningspunten, b: Herkenningspunten): Koppeling {
  const op: Punt[] = [];
  let zekerheid = 0;
  const weigh = (punt: Punt, gewicht: number) => {
    zekerheid += gewicht;
    if (gewicht > 0) op.push(punt);
  };
  if (a.onderwerp && b.onderwerp) weigh("onderwerp", weightOfOnderwerp(a.onderwerp, b.onderwerp));
  if (a.ingediend && b.ingediend) weigh("ingediend", a.ingediend === b.ingediend ? 0.25 : TEGEN);
  if (a.indieners.length > 0 && b.indieners.length > 0) weigh("indieners", weightOfIndieners(a.indieners, b.indieners));
  if (a.zinnen.length > 0 && b.zinnen.length > 0) weigh("vragen", weightOfVragen(a.zinnen, b.zinnen));
  // The same questions may be put to two ministers, in two sets.
  const isAnderAmbt =
    a.gerichtAan.length > 0 && b.gerichtAan.length > 0 && !a.gerichtAan.some((one) => b.gerichtAan.includes(one));
  if (isAnderAmbt) zekerheid += TEGEN;
  return { zekerheid: Math.round(Math.min(1, Math.max(0, zekerheid)) * 100) / 100, op };
}

/** The document as one of the Kamervraag it was recognised as, with the evidence for readers and for its front matter. */
export function withKoppeling(document: GelezenDocument, koppeling: Koppeling | undefined): GelezenDocument {
  if (!koppeling) return document;
  const gevonden = `${koppeling.op.join(", ")} (zekerheid ${koppeling.zekerheid.toFixed(2).replace(".", ",")})`;
  return {
    ...document,
    koppeling,
    diagnostiek: [
      ...document.diagnostiek,
      { code: "vraagnummer-uit-vergelijking", ernst: "waarschuwing", plaats: "kop", gevonden },
    ],
  };
}

function weightOfOnderwerp(a: string, b: string): number {
  if (a === b) return 0.35;
  const [kort, lang] = a.length < b.length ? [a, b] : [b, a];
  return kort.length >= MIN_LETTERS && lang.includes(kort) ? 0.3 : -0.1;
}

function weightOfIndieners(a: readonly string[], b: readonly string[]): number {
  const [minder, meer] = a.length < b.length ? [a, b] : [b, a];
  // The metadata has initials before a surname: the end of the name counts.
  const same = minder.filter((naam) => meer.some((other) => other.endsWith(naam) || naam.endsWith(other))).length;
  if (same === 0) return TEGEN;
  return same === meer.length ? 0.25 : 0.1;
}

// A partial answer repeats some of the questions: what counts is how many of its own sentences the other has.
function weightOfVragen(a: readonly number[], b: readonly number[]): number {
  const limit = Math.min(limitOf(a), limitOf(b));
  const [left, right] = [a.filter((zin) => zin <= limit), new Set(b.filter((zin) => zin <= limit))];
  const same = left.filter((zin) => right.has(zin)).length;
  const minste = Math.min(left.length, right.size);
  const deel = same / Math.max(1, minste);
  if (deel >= 0.9 && minste >= 3) return 0.8;
  if (deel >= 0.75 && minste >= 2) return 0.55;
  if (deel >= 0.4) return 0.35;
  return deel === 0 ? -0.3 : 0;
}

// Of a long document only the smallest hashes are known: beyond the largest of them nothing can be said.
function limitOf(zinnen: readonly number[]): number {
  return zinnen.length < MAX_ZINNEN ? Number.POSITIVE_INFINITY : (zinnen.at(-1) ?? 0);
}

function zinnenOf(teksten: readonly string[]): readonly number[] {
  const found = new Set<number>();
  for (const tekst of teksten) {
    for (const zin of tekst.split(/[?.!:]/)) {
      const letters = foldLetters(zin);
      if (letters.length >= MIN_LETTERS) found.add(hashOf(letters));
    }
  }
  return [...found].toSorted((a, b) => a - b).slice(0, MAX_ZINNEN);
}

function foldNamen(personen: readonly Indiener[]): readonly string[] {
  return [...new Set(personen.map(({ naam, naamInBron }) => foldLetters(naamInBron ?? naam)))]
    .filter((naam) => naam !== "")
    .toSorted();
}

function foldPortefeuille(functie: string): readonly string[] {
  const folded = foldLetters(functie.replace(/^.*?\b(?:van|voor)\s+/i, ""));
  return folded === "" ? [] : [folded];
}

// "het bericht «X»" and "«X»" are one subject.
function withOnderwerp(onderwerp: string | undefined): { readonly onderwerp?: string } {
  const folded = foldLetters((onderwerp ?? "").replace(/^(?:het|de)\s+(?:bericht|artikel)(?:\s+dat)?\s+/i, "")).slice(
    0,
    120,
  );
  return folded.length < 6 ? {} : { onderwerp: folded };
}

// Letters only: blanks, hyphens and note figures are what a text of a PDF gets wrong.
function foldLetters(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]+/g, "");
}

// FNV-1a, 32 bits: the same on every machine.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
