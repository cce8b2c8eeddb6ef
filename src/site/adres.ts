/** Addresses between pages. All links are relative, so that one output works at a domain, below a path and from disk. */
import type { Beantwoorder } from "../model/kamervraag.ts";

/** The way from a page to the site's root: `""` for `index.html`, `"../../"` for `kamervraag/2021/2021Z18968.html`. */
export function wortelOf(path: string): string {
  return "../".repeat(path.replace(/^\/+/, "").split("/").length - 1);
}

export type LijstSoort = "jaar" | "indiener" | "fractie" | "bewindspersoon" | "onderwerp" | "stand";

/** The folder names of lists, which are also the names of the kinds. */
export const LIJST_SOORTEN: readonly LijstSoort[] = [
  "jaar",
  "indiener",
  "fractie",
  "bewindspersoon",
  "onderwerp",
  "stand",
];

/** The path of a list's newest page: `indiener/ulysse-ellian.html`. */
export function pathOfLijst(soort: LijstSoort, naam: string): string {
  return `${soort}/${slugOf(naam)}.html`;
}

// Letters that do not come apart into a letter and an accent.
const VOUWEN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
// Names that Windows keeps for itself.
const GERESERVEERD = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const LANGSTE_SLUG = 72;

/**
 * A name as the last part of an address: ASCII, lower case, words joined by hyphens. Names that fold to the same slug
 * share a list. A name without a letter or digit gives `onbekend`; a very long one is cut and marked with its hash.
 */
export function slugOf(naam: string): string {
  const folded = naam
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => VOUWEN[letter] ?? letter)
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (folded === "") return "onbekend";
  if (GERESERVEERD.test(folded)) return `${folded}-`;
  return folded.length > LANGSTE_SLUG ? `${folded.slice(0, LANGSTE_SLUG)}-${shortHash(folded)}` : folded;
}

/** The name under which a bewindspersoon has a list: the name, else the function; `undefined` with neither. */
export function bewindspersoonNaam(persoon: Pick<Beantwoorder, "naam" | "functie">): string | undefined {
  return persoon.naam ?? persoon.functie;
}

// FNV-1a, 32 bits: only keeps two long names with the same beginning apart.
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
