/** What the archive makes of its words: compounds that are found by their parts, and the vocabulary for suggestions. */

import type { Stammer } from "../../../src/zoeken/motor/wasm.ts";
import { SAMENSTELLINGSTEKEN } from "../../../src/zoeken/motor/woorden.ts";
import { updateSleutels, type Woordverschil } from "../../../src/zoeken/samenstelling/bijwerken.ts";
import { toSleutels } from "../../../src/zoeken/samenstelling/sleutels.ts";
import { openSplitser } from "../../../src/zoeken/samenstelling/splits.ts";
import { vouwLetters, vouwWoord } from "../../../src/zoeken/vraag/vouw.ts";
import { writeWoordenlijst } from "../../../src/zoeken/woordenlijst/lijst.ts";
import type { Lijstwoord } from "../../../src/zoeken/woordenlijst/voorstellen.ts";
import { type Eerderewoorden, isFunctiewoord, type Woordaanvulling, type Woordarchief } from "./woordenindex.ts";
import { joinSleutels } from "./woordsleutels.ts";

/** In an archive of at least so many pages, a word on fewer pages than this is noise: it is never suggested. */
const RUIS = [
  { vanaf: 0, paginas: 1 },
  { vanaf: 500, paginas: 2 },
  { vanaf: 20_000, paginas: 3 },
] as const;

/** The words of the whole archive are in memory once, with their counts. */
export function openWoordaanvulling({ paginas, stam, eerder }: Woordarchief): Woordaanvulling {
  const functiewoorden = new Set<string>();
  /** Folded words; of those whose most usual spelling is another, that. */
  const aantallen = new Map<string, number>();
  const spellingen = new Map<string, string>();
  const letters = new Map<string, string>();
  const verschil = eerder && openVormverschil(eerder);
  return {
    tel(woord, aantal) {
      const sleutel = letterSleutelOf(woord, stam);
      if (sleutel !== undefined) letters.set(woord, sleutel);
      if (isFunctiewoord(aantal, paginas)) functiewoorden.add(woord);
    },
    telVorm(vorm, aantal) {
      const gevouwen = vouwWoord(vorm);
      verschil?.tel(vorm, gevouwen, aantal);
      const bekend = aantallen.get(gevouwen);
      if (bekend !== undefined && bekend >= aantal) return;
      aantallen.set(gevouwen, aantal);
      if (vorm !== gevouwen) spellingen.set(gevouwen, vorm);
      else if (bekend !== undefined) spellingen.delete(gevouwen);
    },
    sleutels() {
      const splits = openSplitser(aantallen);
      const stof = { paginas: aantallen, splits, stam, isFunctiewoord: (deStam: string) => functiewoorden.has(deStam) };
      const gevonden =
        eerder && verschil ? updateSleutels(stof, verschil.eind(functiewoorden, stam)) : toSleutels(stof);
      const sleutels = new Map(eerder?.sleutels);
      for (const [woord, eigen] of gevonden) {
        if (eigen.length > 0) sleutels.set(woord, joinSleutels(eigen));
        else sleutels.delete(woord);
      }
      // A word with such letters is no compound: what is taken apart has the letters a to z.
      for (const [woord, sleutel] of letters) sleutels.set(woord, sleutel);
      return sleutels;
    },
    woordenlijst(schrijf) {
      const minst = RUIS.findLast(({ vanaf }) => paginas >= vanaf)?.paginas ?? 1;
      const woorden: Lijstwoord[] = [];
      for (const [gevouwen, aantal] of aantallen) {
        if (gevouwen.length > 2 && aantal >= minst)
          woorden.push({ woord: spellingen.get(gevouwen) ?? gevouwen, aantal });
      }
      return writeWoordenlijst(woorden, schrijf);
    },
  };
}

/** Finds what folded words counted before, out of what their spellings count now and how much more that is. */
function openVormverschil({ vormen, functiewoorden }: Eerderewoorden) {
  const over = new Map(vormen);
  const gevouwen = new Set([...vormen.keys()].map(vouwWoord));
  const aantallen = new Map<string, number>();
  /** Of these a spelling came or went: their place among other words may be another. */
  const verplaatst = new Set<string>();
  const note = (woord: string, oud: number): void => {
    aantallen.set(woord, Math.max(oud, aantallen.get(woord) ?? 0));
  };
  return {
    tel(vorm: string, woord: string, aantal: number): void {
      if (!gevouwen.has(woord)) return;
      const oud = aantal - (over.get(vorm) ?? 0);
      over.delete(vorm);
      note(woord, oud);
      if (oud === 0) verplaatst.add(woord);
    },
    eind(nu: ReadonlySet<string>, stam: Stammer): Woordverschil {
      // What was not told is on no page any more.
      for (const [vorm, verschil] of over) {
        note(vouwWoord(vorm), -verschil);
        verplaatst.add(vouwWoord(vorm));
      }
      const anders = [...nu, ...functiewoorden].filter((woord) => nu.has(woord) !== functiewoorden.has(woord));
      return { aantallen, stammen: new Set([...anders, ...[...verplaatst].map(stam)]) };
    },
  };
}

/** "soren·søren": so that "Soren" finds Søren, whose letters the index keeps apart. */
function letterSleutelOf(woord: string, stam: (woord: string) => string): string | undefined {
  const gewoon = vouwLetters(woord);
  return gewoon === woord ? undefined : `${stam(gewoon)}${SAMENSTELLINGSTEKEN}${woord}`;
}
