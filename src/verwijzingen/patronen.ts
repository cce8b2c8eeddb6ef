/** Pieces of patterns that several rules share. Every repetition is bounded: no text can make them run away. */

/** Optional white space; `\s` holds the non-breaking and thin spaces and the line break. */
export const S = "\\s{0,3}";
/** White space. */
export const W = "\\s{1,3}";
/** Any dash. */
export const D = "[-\\u2010-\\u2015\\u2212]";
/** Between the parts of a citation: white space, at most one comma. */
export const K = "\\s{0,3},?\\s{0,3}";
/** "nr. ", "nr ", "nummer ". */
export const NR = "(?:[Nn][Rr]\\.?|[Nn]o\\.|[Nn]ummer)\\s{0,3}";
/** "nrs. ", "nummers ", and the singular. */
export const NRS = "(?:[Nn][Rr][Ss]?\\.?|[Nn]o\\.|[Nn]ummers?)\\s{0,3}";
/** What looks like a vergaderjaar, also one with a slip in it: "2022/23", "2022-2023", "2002/3", "99/00". */
export const JAAR = `(?:(?:19|20)\\d\\d|\\d\\d)\\s{0,2}(?:/|${D})\\s{0,2}\\d{1,4}(?!\\d)`;
/** Which chamber; "ll" is a misprint of "II". */
export const KAMER =
  "(?:II|I|ll|TK|EK|T\\.K\\.|E\\.K\\.|VV|(?:der )?Tweede Kamer(?: der Staten-Generaal)?|(?:der )?Eerste Kamer(?: der Staten-Generaal)?)(?![A-Za-z])";
/** Not in the middle of a word or number. */
export const EIND = "(?![\\p{L}\\p{N}_])";

/** `ek` for the Eerste Kamer, `vv` for a joint sitting, else `tk`. */
export function kamerOf(words: string | undefined): "tk" | "ek" | "vv" {
  if (words === undefined) return "tk";
  if (words === "VV") return "vv";
  return /^(?:I|EK|E\.K\.|.*Eerste Kamer.*)$/.test(words) ? "ek" : "tk";
}

/**
 * The vergaderjaar as identifiers write it: "2022/23", "2022–2023" and "99/00" give `20222023` and `19992000`.
 * `undefined` when the second year is not the one after the first.
 */
export function vergaderjaarOf(words: string): string | undefined {
  const [first = "", second = ""] = words.split(/[^\d]+/).filter((part) => part !== "");
  if (!/^\d{2}$|^\d{4}$/.test(first) || !/^\d{1,2}$|^\d{4}$/.test(second)) return undefined;
  const from = first.length === 4 ? Number(first) : Number(first) + (Number(first) >= 45 ? 1900 : 2000);
  const modulus = 10 ** second.length;
  return (from + 1) % modulus === Number(second) ? `${from}${from + 1}` : undefined;
}
