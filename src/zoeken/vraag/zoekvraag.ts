/**
 * Reads what was typed in the search field: words, "phrases", -words to leave out, and numbers of documents in any spelling.
 * @see docs/zoeken.md
 */
import { type Nummer, readNummer } from "./nummers.ts";
import { vouwLetters, vouwWoord, vouwWoorden } from "./vouw.ts";

/**
 * One word of a form, folded. `begin`: a word of the text may go on after it; `heel`: it may not; `getal`: it may, but not
 * with a digit. Without `woord` any word fits: the "nr." in "36 200, nr. 12".
 */
export interface Patroonwoord {
  readonly woord?: string;
  readonly past: "begin" | "heel" | "getal";
}

/** Words that stand behind each other in the text. */
export type Patroon = readonly Patroonwoord[];

/** One thing that a hit must have, in one of these forms. */
export interface Zoekdeel {
  readonly soort: "woord" | "zin" | "nummer";
  /** As typed, without quotation marks. */
  readonly tekst: string;
  /** One or more; a hit has at least one of them. */
  readonly patronen: readonly Patroon[];
  /** Keys of the pages that have this number themselves: those stand first. */
  readonly sleutels: readonly string[];
}

/** A part of what was typed; `isNiet`: a hit must not have it. */
export interface Vraagdeel extends Zoekdeel {
  readonly isNiet: boolean;
}

/** What was typed beyond this many characters is not looked at. */
export const VRAAG_LENGTE = 400;

/** Parts after these are not looked at. */
export const VRAAG_DELEN = 24;

/** Reads a query. Whatever is typed gives an answer; what has no letter or digit gives no parts. */
export function parseZoekvraag(tekst: string): readonly Vraagdeel[] {
  let rest = [...tekst.normalize("NFC")].slice(0, VRAAG_LENGTE).join("").trim();
  const delen: Vraagdeel[] = [];
  while (rest !== "" && delen.length < VRAAG_DELEN) {
    const isNiet = MINUS.test(rest);
    if (isNiet) rest = rest.slice(1);
    const [deel, lengte] = readDeel(rest);
    if (deel && !delen.some((eerder) => isZelfde(eerder, deel) && eerder.isNiet === isNiet)) {
      delen.push({ ...deel, isNiet });
    }
    rest = rest.slice(lengte).trimStart();
  }
  return delen;
}

/** A minus sign before a word or a quotation; two of them, or one by itself, are dashes. */
const MINUS = /^-(?=["“”„«»\p{L}\p{N}])/u;

/** A quotation, closed by any mark that closes one, or by the end of what was typed. */
const ZIN = /^["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/u;

/** What stands up to the next blank or quotation mark. */
const WOORD = /^[^\s"“”„«»]+/u;

function readDeel(rest: string): readonly [Zoekdeel | undefined, number] {
  const zin = ZIN.exec(rest);
  if (zin) return [toZin(zin[1] ?? ""), zin[0].length];
  const nummer = readNummer(rest);
  if (nummer) return [toNummer(nummer), nummer.lengte];
  const woord = WOORD.exec(rest)?.[0] ?? rest.slice(0, 1);
  return [toWoord(woord), Math.max(1, woord.length)];
}

function toZin(tekst: string): Zoekdeel | undefined {
  const woorden = vouwWoorden(tekst);
  if (woorden.length === 0) return undefined;
  const patroon = woorden.map((woord): Patroonwoord => ({ woord, past: "heel" }));
  return { soort: "zin", tekst: tekst.trim().replace(/\s+/gu, " "), patronen: [patroon], sleutels: [] };
}

function toNummer({ tekst, patronen, sleutels }: Nummer): Zoekdeel {
  return { soort: "nummer", tekst, patronen, sleutels };
}

const LETTER_OF_CIJFER = /[\p{L}\p{N}]/u;
const BINNEN = /[\p{Pd}\p{Po}]+/u;

/** "minister-president" is one word, and also two that follow on each other. */
function toWoord(tekst: string): Zoekdeel | undefined {
  const woord = vouwWoord(tekst);
  if (!LETTER_OF_CIJFER.test(woord)) return undefined;
  const past = /^\p{N}+$/u.test(woord) ? "getal" : "begin";
  const stukken = tekst
    .split(BINNEN)
    .map(vouwWoord)
    .filter((stuk) => stuk !== "");
  const los: Patroon = stukken.map((stuk, index) => ({
    woord: stuk,
    past: index < stukken.length - 1 || stuk.length < 3 ? "heel" : "begin",
  }));
  const patronen: Patroon[] = [[{ woord, past }]];
  const gewoon = vouwLetters(woord);
  if (gewoon !== woord) patronen.push([{ woord: gewoon, past }]);
  if (stukken.length > 1 && stukken.some((stuk) => stuk.length > 2)) patronen.push(los);
  return { soort: "woord", tekst: tekst.replace(RAND, ""), patronen, sleutels: [] };
}

const RAND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

function isZelfde(een: Zoekdeel, ander: Zoekdeel): boolean {
  return een.soort === ander.soort && JSON.stringify(een.patronen) === JSON.stringify(ander.patronen);
}
