/** The words of a text as it spells them: what the vocabulary is made of. */

const TUSSEN = /[\p{Pd}\p{Po}\p{Ps}\p{Pe}\p{Pi}\p{Pf}]+/u;
const ALLEEN_LETTERS = /^[\p{L}\p{M}]+$/u;
const LENGTE_MAX = 50;

/** The words, each once, in lower case with their accents; what has a digit or sign in it is none. Hyphens part words. */
export function woordvormenOf(woorden: readonly string[]): ReadonlySet<string> {
  const vormen = new Set<string>();
  for (const woord of woorden) {
    for (const stuk of woord.split(TUSSEN)) {
      if (stuk.length > 1 && stuk.length <= LENGTE_MAX && ALLEEN_LETTERS.test(stuk)) {
        vormen.add(stuk.toLowerCase().normalize("NFC"));
      }
    }
  }
  return vormen;
}
