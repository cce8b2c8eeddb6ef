/** What the archive makes of its words: compounds that are found by their parts, and the vocabulary for suggestions. */

import { SAMENSTELLINGSTEKEN } from "../../../src/zoeken/motor/woorden.ts";
import { toSleutels } from "../../../src/zoeken/samenstelling/sleutels.ts";
import { openSplitser } from "../../../src/zoeken/samenstelling/splits.ts";
import { vouwLetters, vouwWoord } from "../../../src/zoeken/vraag/vouw.ts";
import { writeWoordenlijst } from "../../../src/zoeken/woordenlijst/lijst.ts";
import type { Lijstwoord } from "../../../src/zoeken/woordenlijst/voorstellen.ts";
import type { Woordarchief } from "../zoekindex.ts";
import { isFunctiewoord, type Woordaanvulling } from "./woordenindex.ts";

/** In an archive of at least so many pages, a word on fewer pages than this is noise: it is never suggested. */
const RUIS = [
  { vanaf: 0, paginas: 1 },
  { vanaf: 500, paginas: 2 },
  { vanaf: 20_000, paginas: 3 },
] as const;

/** The words of the whole archive are in memory once, with their counts. */
export function openWoordaanvulling({ paginas, stam }: Woordarchief): Woordaanvulling {
  const functiewoorden = new Set<string>();
  const vormen = new Map<string, Lijstwoord>();
  const letters = new Map<string, string>();
  return {
    tel(woord, aantal) {
      const sleutel = letterSleutelOf(woord, stam);
      if (sleutel !== undefined) letters.set(woord, sleutel);
      if (isFunctiewoord(aantal, paginas)) functiewoorden.add(woord);
    },
    telVorm(vorm, aantal) {
      const gevouwen = vouwWoord(vorm);
      const eerder = vormen.get(gevouwen);
      if (!eerder || eerder.aantal < aantal) vormen.set(gevouwen, { woord: vorm, aantal });
    },
    sleutels() {
      const aantallen = new Map([...vormen].map(([gevouwen, { aantal }]) => [gevouwen, aantal]));
      const stof = { paginas: aantallen, splits: openSplitser(aantallen), stam };
      const sleutels = new Map(toSleutels({ ...stof, isFunctiewoord: (deStam) => functiewoorden.has(deStam) }));
      for (const [woord, sleutel] of letters) sleutels.set(woord, [...(sleutels.get(woord) ?? []), sleutel]);
      return sleutels;
    },
    woordenlijst(schrijf) {
      const minst = RUIS.findLast(({ vanaf }) => paginas >= vanaf)?.paginas ?? 1;
      const woorden = [...vormen].filter(([gevouwen, { aantal }]) => gevouwen.length > 2 && aantal >= minst);
      return writeWoordenlijst(
        woorden.map(([, woord]) => woord),
        schrijf,
      );
    },
  };
}

/** "soren·søren": so that "Soren" finds Søren, whose letters the index keeps apart. */
function letterSleutelOf(woord: string, stam: (woord: string) => string): string | undefined {
  const gewoon = vouwLetters(woord);
  return gewoon === woord ? undefined : `${stam(gewoon)}${SAMENSTELLINGSTEKEN}${woord}`;
}
