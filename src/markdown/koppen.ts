/** Headings of vragen and antwoorden: which numbers they name, and how they are written when the source has none. */

// At most three digits: a year in a heading is not a vraag. The letter of "2a" belongs to the number.
const NUMMER_OR_RANGE =
  /(?<!\d)(\d{1,3})([a-z])?(?![\da-z])(?:\s*(?:t\s*\/\s*m?|tm|tot\s+en\s+met|tot|[-\u2010-\u2015])\s*(?:vraag\s+|vragen\s+)?(\d{1,3})([a-z])?(?![\da-z]))?/gi;

/** A row of numbers and nothing else, as a piece of a pattern: "1", "2a, 3 en 5", "4 t/m 7", "7 t/ 10". */
export const NUMMERREEKS = String.raw`\d{1,3}[a-z]?(?:(?:[\s,;&+/]|en\b|t\s*\/\s*m?\b|tm\b|tot(?:\s+en\s+met)?\b|[-\u2010-\u2015])+\d{1,3}[a-z]?)*`;

/**
 * Reads the numbers that a heading names, in reading order and without doubles.
 *
 * Knows "Vraag 1", "Vragen 2 en 3", "Antwoord op de vragen 4 t/m 7", "7 t/ 10", "6 tot en met 9", "7–9 en 11–13",
 * "7, 8, 9 10 en 11", "2a", "2a t/m 2d". A range that runs backwards or over more than 150 numbers is not a range.
 * A heading without a number gives an empty list.
 * @see docs/formats/koppen.md
 */
export function parseNummers(kop: string): readonly string[] {
  const nummers: string[] = [];
  for (const [, from = "", fromLetter = "", to, toLetter = ""] of kop.matchAll(NUMMER_OR_RANGE)) {
    if (to === undefined) nummers.push(nummer(from, fromLetter));
    else nummers.push(...range(from, fromLetter, to, toLetter));
  }
  return [...new Set(nummers)];
}

/** The heading for these numbers where the source has no words of its own for it: "Vraag 2, 3 en 4". */
export function standaardKop(soort: "vraag" | "antwoord", nummers: readonly string[]): string {
  const woord = soort === "vraag" ? "Vraag" : "Antwoord";
  return nummers.length === 0 ? woord : `${woord} ${opsomming(nummers)}`;
}

/** "2", "2 en 3", "2, 3 en 4". */
export function opsomming(delen: readonly string[]): string {
  return delen.length < 2 ? (delen[0] ?? "") : `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}`;
}

/**
 * The heading to keep with a vraag or antwoord: the source's own words where they differ from the standard heading and
 * read back to the same numbers; else `undefined`.
 */
export function eigenKop(soort: "vraag" | "antwoord", kop: string, nummers: readonly string[]): string | undefined {
  const folded = kop.replace(/\s+/g, " ").trim();
  const isKop = soort === "vraag" ? IS_VRAAGKOP.test(folded) : IS_ANTWOORDKOP.test(folded);
  if (!isKop || folded === standaardKop(soort, nummers)) return undefined;
  const read = parseNummers(folded);
  return read.length === nummers.length && read.every((value, index) => value === nummers[index]) ? folded : undefined;
}

/** Whether a heading in the Markdown opens a vraag. */
export const IS_VRAAGKOP = /^vra(?:ag|gen)(?![a-z])/i;

/** Whether a heading in a source opens an antwoord. */
export const IS_ANTWOORDKOP = /^(?:nader\s+|aanvullend\s+)?(?:antwo{1,3}rd(?:en)?|beantwoording|reactie)(?![a-z])/i;

function nummer(digits: string, letter: string): string {
  return String(Number(digits)) + letter.toLowerCase();
}

function range(from: string, fromLetter: string, to: string, toLetter: string): readonly string[] {
  const ends = [nummer(from, fromLetter), nummer(to, toLetter)];
  if (fromLetter && toLetter && Number(from) === Number(to)) {
    const first = fromLetter.toLowerCase().charCodeAt(0);
    const last = toLetter.toLowerCase().charCodeAt(0);
    if (last <= first) return ends;
    return Array.from({ length: last - first + 1 }, (_, index) => nummer(from, String.fromCharCode(first + index)));
  }
  const count = Number(to) - Number(from);
  if (fromLetter || toLetter || count <= 0 || count > 150) return ends;
  return Array.from({ length: count + 1 }, (_, index) => String(Number(from) + index));
}
