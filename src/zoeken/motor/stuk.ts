/**
 * The one piece of index that the engine is given for a query. In it every term has a mark of its own, and each word that
 * the term accepts stands as that mark and as many characters as the word is longer than the term: the engine takes it for
 * a longer word, ranks it by that, and can take it for no other term.
 */
import type { Paginalijst, Stukwoord } from "../formaat/stuk.ts";
import { writeStuk } from "../formaat/stuk.ts";

/** Pages on which a term stands in one form. */
export interface Termvorm {
  readonly paginas: Paginalijst;
  /** How many letters the form differs from the term; the engine ranks it lower for each. */
  readonly verschil: number;
  /** The word itself, or what begins with it, with the accents that were typed: ranks above compounds and other spellings. */
  readonly isLetterlijk: boolean;
}

export interface Enginevraag {
  readonly stuk: Uint8Array;
  readonly termen: string;
  readonly getypt: string;
}

const VERSCHIL_HOOGST = 40;
const LETTERLIJK = "!";
const ANDERS = "~";

/** Builds the piece and the terms to ask for; each term has its forms. */
export function toEnginevraag(termen: readonly (readonly Termvorm[])[]): Enginevraag {
  const merken = termen.map((_, index) => String.fromCharCode(0xe000 + index));
  const woorden = termen.flatMap((vormen, index) => {
    const merk = merken[index] ?? "";
    const namen = openNamen(merk);
    return vormen.map(({ paginas, verschil, isLetterlijk }): Stukwoord => {
      return { woord: namen(verschil, isLetterlijk ? LETTERLIJK : ANDERS), paginas, vormen: [] };
    });
  });
  return {
    stuk: writeStuk(woorden),
    termen: merken.join(" "),
    getypt: merken.map((merk) => merk + LETTERLIJK).join(" "),
  };
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
