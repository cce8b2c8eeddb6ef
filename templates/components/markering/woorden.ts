/** Which words of a text are those that were searched. */

const MAX_WOORDEN = 40;
/** Letters and digits, with what may stand inside a word: an apostrophe, a hyphen, a point in an address. */
const WOORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.&/@_-](?=[\p{L}\p{N}]))*/gu;

/** The words of the parameter `zoek`, without accents and in lower case. */
export function toZoekwoorden(zoek: string): ReadonlySet<string> {
  return new Set(zoek.slice(0, 2_000).split(/\s+/).slice(0, MAX_WOORDEN).map(vouw).filter(Boolean));
}

/** Where these words stand in a text, in order. A compound with hyphens counts when one of its parts is asked for. */
export function vindWoorden(
  tekst: string,
  woorden: ReadonlySet<string>,
): readonly { readonly van: number; readonly tot: number }[] {
  const plaatsen: { van: number; tot: number }[] = [];
  for (const { 0: woord, index } of tekst.matchAll(WOORD)) {
    const heel = vouw(woord);
    const isGezocht = woorden.has(heel) || heel.split(/[^\p{L}\p{N}]+/u).some((deel) => woorden.has(deel));
    if (isGezocht) plaatsen.push({ van: index, tot: index + woord.length });
  }
  return plaatsen;
}

function vouw(woord: string): string {
  return woord.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
