/** Counts automatic numbers and writes them as the list style says. */

export type Cijfersoort =
  | "decimaal"
  | "decimaal-nul"
  | "letter"
  | "LETTER"
  | "romeins"
  | "ROMEINS"
  | "rangtelwoord"
  | "geen";

/** One level of a list style. `patroon` holds `%1` to `%9` for the numbers of the levels: "Vraag %1:", "%1.%2". */
export interface Niveau {
  readonly soort: Cijfersoort | "teken";
  readonly patroon: string;
  readonly start: number;
  /** The level, counted from 1, that makes this one begin again; 0 is none, absent is every level above it. */
  readonly herstart?: number | undefined;
  /** All numbers of the label in figures, whatever the other levels say. */
  readonly isCijfers?: boolean;
}

/** The number of a paragraph as the program draws it. */
export interface Nummer {
  /** Depth in its list, counted from 0. */
  readonly niveau: number;
  /** Which list: paragraphs of one list are counted together. */
  readonly lijst: string;
  /** As printed: "1.", "Vraag 1", "a)", "•". Absent for a paragraph that goes on with the item before it. */
  readonly label?: string;
  /** Set when the number may well be that of a question: the paragraph then stands by itself and is no list item. */
  readonly vraagnummer?: { readonly nummer?: string };
}

/** The last number at each level; changed by counting. */
export type Tellers = (number | undefined)[];

/** Counts one paragraph at a level and says what number it has. */
export function countNummer(
  niveaus: readonly (Niveau | undefined)[],
  tellers: Tellers,
  niveau: number,
  lijst: string,
): Nummer | undefined {
  const stijl = niveaus[niveau];
  if (!stijl) return undefined;
  for (let above = 0; above < niveau; above += 1) tellers[above] ??= niveaus[above]?.start ?? 1;
  const last = tellers[niveau];
  const nummer = last === undefined ? stijl.start : last + 1;
  tellers[niveau] = nummer;
  for (let below = niveau + 1; below < Math.max(tellers.length, niveaus.length); below += 1) {
    const herstart = niveaus[below]?.herstart;
    if (herstart === undefined ? true : herstart > niveau) tellers[below] = undefined;
  }
  const hasWoord = /\p{L}{2}/u.test(stijl.patroon);
  if (stijl.soort === "teken" && !hasWoord) return { niveau, lijst, label: stijl.patroon };
  const label = stijl.patroon
    .replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const soort = niveaus[index]?.soort ?? "decimaal";
      const value = tellers[index] ?? niveaus[index]?.start ?? 1;
      return soort === "teken" ? "" : writeCijfer(stijl.isCijfers ? "decimaal" : soort, value);
    })
    .trim();
  if (label === "") return undefined;
  const isGenoemd = stijl.patroon.includes(`%${niveau + 1}`);
  const isCijfer = isGenoemd && stijl.soort === "decimaal";
  if (!hasWoord && !(isCijfer && niveau === 0)) return { niveau, lijst, label };
  return { niveau, lijst, label, vraagnummer: isCijfer ? { nummer: String(nummer) } : {} };
}

/** Writes a number in figures, letters or Roman figures. */
export function writeCijfer(soort: Cijfersoort, nummer: number): string {
  switch (soort) {
    case "decimaal":
      return String(nummer);
    case "decimaal-nul":
      return String(nummer).padStart(2, "0");
    case "letter":
      return writeLetters(nummer);
    case "LETTER":
      return writeLetters(nummer).toUpperCase();
    case "romeins":
      return writeRomeins(nummer).toLowerCase();
    case "ROMEINS":
      return writeRomeins(nummer);
    case "rangtelwoord":
      return `${nummer}e`;
    case "geen":
      return "";
  }
}

// After z comes aa, then bb: a word processor repeats the letter.
function writeLetters(nummer: number): string {
  if (nummer < 1 || nummer > 26 * 20) return String(nummer);
  return String.fromCharCode(97 + ((nummer - 1) % 26)).repeat(Math.ceil(nummer / 26));
}

const ROMEINS: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function writeRomeins(nummer: number): string {
  if (nummer < 1 || nummer > 3999) return String(nummer);
  let rest = nummer;
  let written = "";
  for (const [waarde, teken] of ROMEINS) {
    while (rest >= waarde) {
      written += teken;
      rest -= waarde;
    }
  }
  return written;
}
