/** How a word is folded before it is looked up: the way Pagefind's own script and its indexer fold it. */

/** The marks that Pagefind takes out of a word: dashes, brackets, quotation marks, full stops and their like. */
const LEESTEKENS = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;

/** A word without accents; the voicing marks of Japanese stay, as with Pagefind. */
export function stripAccenten(tekst: string): string {
  const kaal = tekst.normalize("NFD").replace(/(?![\u3099\u309A])\p{M}/gu, "");
  return /[\u3099\u309A]/.test(kaal) ? kaal.normalize("NFC") : kaal;
}

/** A word in lower case, without punctuation, with its accents. */
export function stripLeestekens(woord: string): string {
  return woord.replace(LEESTEKENS, "").toLowerCase();
}

/** A word as the index has it: lower case, no punctuation, no accents. "Oekraïne’s" becomes "oekraines". */
export function vouwWoord(woord: string): string {
  return stripAccenten(stripLeestekens(woord)).replace(/\s+/gu, "");
}

/** Letters of other languages that no accent makes: the index has them as they are, and few keyboards do. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ŧ", "t"],
  ["ĳ", "ij"],
]);

const LETTER = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu");

/** A folded word with the letters that a Dutch keyboard has: "søren" becomes "soren", "strauß" "strauss". */
export function vouwLetters(woord: string): string {
  return woord.replace(LETTER, (letter) => LETTERS.get(letter) ?? letter);
}

/** The words of a text, folded, in their order; what folds to nothing (a dash by itself) is none. */
export function vouwWoorden(tekst: string): readonly string[] {
  return tekst
    .split(/\s+/u)
    .map(vouwWoord)
    .filter((woord) => woord !== "");
}
