/**
 * The one piece of index that the engine is given for a query. In it every term has a mark of its own, and each word that
 * the term accepts stands as that mark and as many characters as the word is longer than the term: the engine takes it for
 * a longer word, ranks it by that, and can take it for no other term.
 */
import { type Paginalijst, writeStuk } from "../formaat/stuk.ts";
import type { Enginevraag } from "./wasm.ts";

/** Pages on which a term stands in one form. */
export interface Termvorm {
  readonly paginas: Paginalijst;
  /** How many letters the form differs from the term; the engine ranks it lower for each. */
  readonly verschil: number;
  /** The word itself in any of its forms, with the accents that were typed: ranks above longer words, compounds and other spellings. */
  readonly isLetterlijk: boolean;
  /** The word itself in any of its forms and accents; not a longer word or a compound. */
  readonly isHeel: boolean;
}

const VERSCHIL_HOOGST = 40;
const LETTERLIJK = "!";
const ANDERS = "~";

/** A form under the name that the engine knows it by. */
export interface BenoemdeVorm extends Termvorm {
  readonly naam: string;
}

/** Names the forms of each term. */
export function benoemVormen(termen: readonly (readonly Termvorm[])[]): readonly (readonly BenoemdeVorm[])[] {
  return termen.map((vormen, index) => {
    const geefNaam = openNamen(merkOf(index));
    return vormen.map((vorm) => ({ ...vorm, naam: geefNaam(vorm.verschil, vorm.isLetterlijk ? LETTERLIJK : ANDERS) }));
  });
}

/** Builds the piece, and the terms to ask for. */
export function toEnginevraag(termen: readonly (readonly BenoemdeVorm[])[]): Enginevraag {
  const merken = termen.map((_, index) => merkOf(index));
  return {
    stuk: writeStuk(termen.flat().map(({ naam, paginas }) => ({ woord: naam, paginas, vormen: [] }))),
    termen: merken.join(" "),
    getypt: merken.map((merk) => merk + LETTERLIJK).join(" "),
  };
}

/** The mark of a term: a character that no text has and that the stemmer leaves alone. */
function merkOf(index: number): string {
  return String.fromCharCode(0xe000 + index);
}

const TEKENS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Hands out words that begin with a mark, each another, as long as asked or a little longer. */
function openNamen(merk: string): (verschil: number, teken: string) => string {
  const teller = new Map<string, number>();
  let isKaalVergeven = false;
  return (verschil, teken) => {
    if (verschil === 0 && teken === LETTERLIJK && !isKaalVergeven) {
      isKaalVergeven = true;
      return merk;
    }
    for (let lengte = Math.min(VERSCHIL_HOOGST, Math.max(1, verschil)) - 1; ; lengte += 1) {
      const soort = `${teken}${lengte}`;
      const volgnummer = teller.get(soort) ?? 0;
      if (volgnummer >= TEKENS.length ** lengte) continue;
      teller.set(soort, volgnummer + 1);
      return merk + teken + toLetters(volgnummer, lengte);
    }
  };
}

function toLetters(volgnummer: number, lengte: number): string {
  let letters = "";
  for (let rest = volgnummer; letters.length < lengte; rest = Math.floor(rest / TEKENS.length)) {
    letters = (TEKENS[rest % TEKENS.length] ?? "0") + letters;
  }
  return letters;
}
