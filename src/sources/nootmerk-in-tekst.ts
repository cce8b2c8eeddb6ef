/**
 * Note marks in plain text: a digit glued to the word before it ("oktober3", "bericht»1?"). Text has lost the raised
 * figure, so a digit counts as a mark only where it stands like one and fits the rising numbers of the notes; else it stays
 * text.
 * @see docs/formats/openkamer.md#nootmerken
 */

export interface Nootplek {
  /** Where the digits begin in the text. */
  readonly index: number;
  readonly nummer: string;
}

export interface GevondenMerken {
  readonly merken: readonly Nootplek[];
  /** Digits that stand where a mark could stand, but do not fit the rising numbers. */
  readonly twijfel: readonly Nootplek[];
}

// After a closing quote, punctuation or a lower-case letter; before a space, punctuation or the end.
const PLEK = /(?<=[»”’"'.,;:?!)\]…\p{Ll}])(\d{1,3})(?=$|[\s.,;:?!)»”’"'\]]|\[)/gu;
// "m2", "CO2", "mp3", "a4": words that end in a digit of their own.
const EIGEN_CIJFER = /(?:^|[^\p{L}])(?:[kcdmh]?m|co|no|nh|so|mp|pm|[a-h]|n|g|o|ipv|web|covid-?)\d{1,3}$/iu;

/**
 * Finds the marks in a text, given which numbers may come next. `isExpected` is asked in reading order, and told what was
 * taken, so that a caller can count on over several texts.
 */
export function findNootmerken(text: string, isExpected: (nummer: number) => boolean): GevondenMerken {
  const merken: Nootplek[] = [];
  const twijfel: Nootplek[] = [];
  for (const found of text.matchAll(PLEK)) {
    const nummer = found[1] ?? "";
    if (!couldBeMark(text, found.index, nummer)) continue;
    const plek = { index: found.index, nummer };
    if (nummer.startsWith("0") || !isExpected(Number(nummer))) twijfel.push(plek);
    else merken.push(plek);
  }
  return { merken, twijfel };
}

/** Whether digits at this place can be a mark: not part of a number or reference, nor of a word that ends in a digit. */
export function couldBeMark(text: string, index: number, nummer: string): boolean {
  const before = text.slice(Math.max(0, index - 20), index);
  const after = text.slice(index + nummer.length, index + nummer.length + 2);
  // "5.000", "1,5", "3:4", "art.3": a number or a reference goes on; "site2.nl": a word goes on.
  if (/\d[.,:]$/.test(before) || /^[.,:][\p{L}\d]/u.test(after)) return false;
  if (/\b(?:nr|nrs|art|blz|p|pp|lid|par|stb|stcrt)\.$/i.test(before)) return false;
  return !EIGEN_CIJFER.test(before + nummer);
}
