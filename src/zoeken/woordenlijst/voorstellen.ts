/** Words of the archive that resemble a mistyped one. */
import type { Voorstel } from "../opdracht.ts";
import { vouwWoord } from "../vraag/vouw.ts";

/** A word of the vocabulary, in its most usual spelling, and on how many pages it stands so. */
export type Lijstwoord = Voorstel;

const VOORSTELLEN = 5;
const LETTERS_MIN = 3;
/** A word of fewer letters may have one mistake, another two. */
const TWEE_FOUTEN = 5;
/** One more mistake weighs as much as standing on e^4 (some 55) times as many pages. */
const FOUT_KOST = 4;
/** Another first letter is a rarer mistake than one further on. */
const BEGIN_KOST = 1;

/** The words that resemble it most, the more usual of two that resemble it as much; at most five. */
export function chooseVoorstellen(getypt: string, woorden: readonly Lijstwoord[]): readonly Voorstel[] {
  const doel = vouwWoord(getypt);
  if (doel.length < LETTERS_MIN) return [];
  const grens = doel.length < TWEE_FOUTEN ? 1 : 2;
  const gevonden = new Map<string, { readonly voorstel: Voorstel; readonly kost: number }>();
  for (const { woord, aantal } of woorden) {
    if (gevonden.has(woord)) continue;
    const kandidaat = vouwWoord(woord);
    if (kandidaat === doel || Math.abs(kandidaat.length - doel.length) > grens) continue;
    const afstand = editDistance(doel, kandidaat, grens);
    if (afstand > grens) continue;
    const kost = FOUT_KOST * afstand + (kandidaat[0] === doel[0] ? 0 : BEGIN_KOST) - Math.log(aantal);
    gevonden.set(woord, { voorstel: { woord, aantal }, kost });
  }
  return [...gevonden.values()]
    .sort((a, b) => a.kost - b.kost || (a.voorstel.woord < b.voorstel.woord ? -1 : 1))
    .slice(0, VOORSTELLEN)
    .map(({ voorstel }) => voorstel);
}

/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbour to make one word of the other
 * (Damerau and Levenshtein, no letter touched twice). Answers `grens + 1` as soon as it is sure to be more than that.
 */
export function editDistance(a: string, b: string, grens: number): number {
  if (Math.abs(a.length - b.length) > grens) return grens + 1;
  let voorvorige: number[] = [];
  let vorige = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const rij = [i];
    let minste = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isGelijk = a[i - 1] === b[j - 1];
      let afstand = Math.min((vorige[j] ?? 0) + 1, (rij[j - 1] ?? 0) + 1, (vorige[j - 1] ?? 0) + (isGelijk ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        afstand = Math.min(afstand, (voorvorige[j - 2] ?? 0) + 1);
      }
      rij.push(afstand);
      minste = Math.min(minste, afstand);
    }
    // A swap reaches back two rows, so both must be over.
    if (minste > grens && Math.min(...vorige) > grens) return grens + 1;
    voorvorige = vorige;
    vorige = rij;
  }
  return Math.min(vorige[b.length] ?? 0, grens + 1);
}
