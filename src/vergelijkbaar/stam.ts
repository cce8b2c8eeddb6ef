/**
 * The stem of a Dutch word, by the published Snowball algorithm of Porter's Dutch stemmer: "onderzoeken", "onderzoeker" and
 * "onderzoek" share theirs as far as their endings go. Written after the description, step by step.
 *
 * @see https://snowballstem.org/algorithms/dutch_porter/stemmer.html
 */

/** Gives the stem of one word in lower case. Letters outside a to z are kept, save the accents that Dutch spelling adds. */
export function stamOf(woord: string): string {
  // Y and I in capitals are consonants from here on: a y at the start or after a vowel, an i between vowels.
  let stam = markConsonants(woord.replace(ACCENT, (letter) => ZONDER_ACCENT[letter] ?? letter));
  const { r1, r2 } = findRegions(stam);
  stam = stripPlural(stam, r1);
  const zonderE = stripE(stam, r1);
  const hadE = zonderE !== stam;
  stam = stripHeid(zonderE, r1, r2);
  stam = stripDerivation(stam, r1, r2, hadE);
  return undoubleVowel(stam).toLowerCase();
}

const ACCENT = /[äáëéïíöóüú]/g;
const ZONDER_ACCENT: Readonly<Record<string, string>> = {
  ä: "a",
  á: "a",
  ë: "e",
  é: "e",
  ï: "i",
  í: "i",
  ö: "o",
  ó: "o",
  ü: "u",
  ú: "u",
};
const VOWELS = "aeiouyè";

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== "" && VOWELS.includes(letter);
}

function markConsonants(woord: string): string {
  if (!/[yi]/.test(woord)) return woord;
  const letters = [...woord];
  if (letters[0] === "y") letters[0] = "Y";
  for (let at = 1; at < letters.length; at += 1) {
    if (!isVowel(letters[at - 1])) continue;
    if (letters[at] === "y") letters[at] = "Y";
    else if (letters[at] === "i" && isVowel(letters[at + 1])) letters[at] = "I";
  }
  return letters.join("");
}

/** R1 and R2: what comes after the first consonant that follows a vowel, and the same again within R1. */
function findRegions(woord: string): { readonly r1: number; readonly r2: number } {
  const first = afterVowelConsonant(woord, 0);
  return { r1: Math.max(3, first), r2: afterVowelConsonant(woord, first) };
}

function afterVowelConsonant(woord: string, from: number): number {
  let at = from;
  while (at < woord.length && !isVowel(woord[at])) at += 1;
  while (at < woord.length && isVowel(woord[at])) at += 1;
  return Math.min(woord.length, at + 1);
}

/** The word without its last letters, when these stand in the region that starts at `region`. */
function cut(woord: string, ending: string, region: number): string | undefined {
  const at = woord.length - ending.length;
  return at >= region && woord.endsWith(ending) ? woord.slice(0, at) : undefined;
}

function stripPlural(woord: string, r1: number): string {
  if (woord.endsWith("heden")) return woord.length - 5 >= r1 ? `${woord.slice(0, -5)}heid` : woord;
  for (const ending of ["ene", "en"]) if (woord.endsWith(ending)) return stripEn(woord, ending, r1);
  for (const ending of ["se", "s"]) {
    if (!woord.endsWith(ending)) continue;
    const rest = cut(woord, ending, r1);
    return rest !== undefined && !isVowel(rest.at(-1)) && rest.at(-1) !== "j" ? rest : woord;
  }
  return woord;
}

function stripEn(woord: string, ending: string, r1: number): string {
  const rest = cut(woord, ending, r1);
  return rest === undefined || isVowel(rest.at(-1)) || rest.endsWith("gem") ? woord : undouble(rest);
}

function stripE(woord: string, r1: number): string {
  const rest = cut(woord, "e", r1);
  return rest === undefined || isVowel(rest.at(-1)) ? woord : undouble(rest);
}

function stripHeid(woord: string, r1: number, r2: number): string {
  const rest = cut(woord, "heid", r2);
  if (rest === undefined || rest.endsWith("c")) return woord;
  return rest.endsWith("en") ? stripEn(rest, "en", r1) : rest;
}

function stripDerivation(woord: string, r1: number, r2: number, hadE: boolean): string {
  for (const ending of ["end", "ing"]) {
    if (!woord.endsWith(ending)) continue;
    const rest = cut(woord, ending, r2);
    if (rest === undefined) return woord;
    const zonderIg = cut(rest, "ig", r2);
    return zonderIg !== undefined && !zonderIg.endsWith("e") ? zonderIg : undouble(rest);
  }
  if (woord.endsWith("ig")) {
    const rest = cut(woord, "ig", r2);
    return rest === undefined || rest.endsWith("e") ? woord : rest;
  }
  const zonderLijk = cut(woord, "lijk", r2);
  if (zonderLijk !== undefined) return stripE(zonderLijk, r1);
  const zonderBar = hadE ? cut(woord, "bar", r2) : undefined;
  return cut(woord, "baar", r2) ?? zonderBar ?? woord;
}

function undouble(woord: string): string {
  return /(?:kk|dd|tt)$/.test(woord) ? woord.slice(0, -1) : woord;
}

/** "maan" becomes "man", as "manen" did. */
function undoubleVowel(woord: string): string {
  return /[^aeiouyè](?:aa|ee|oo|uu)[^aeiouyèI]$/.test(woord) ? woord.slice(0, -2) + woord.slice(-1) : woord;
}
