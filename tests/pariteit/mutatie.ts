/** Breaks a bundle on purpose, in one script, to see that the run tells of it. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browsers, DRAGERS, type Lezer, openLezer, type Plaatsen } from "./dragers.ts";
import { vergelijkLezers } from "./vergelijking.ts";
import type { Pariteitvraag } from "./vragen.ts";

/** The oldest Kamervragen first: those of the first two fragments. */
const OUDSTE: Pariteitvraag = { soort: "volgorde", tekst: "", adres: "zoeken.html?volgorde=oudste", isAlles: false };

/** Lets the first two pages of the index change places, in the script that holds both. Answers what mends it again. */
export async function swapFragmenten(bundel: string): Promise<() => Promise<void>> {
  const fragmenten = join(bundel, "pagefind", "fragment");
  const [scherf] = (await readdir(fragmenten)).toSorted();
  if (scherf === undefined) throw new Error(`${fragmenten}: no fragments`);
  const script = join(fragmenten, scherf, "0.js");
  const heel = await readFile(script, "utf8");
  // The names before the lengths: the first part of what is packed then counts as the second page.
  const [een, twee] = [...heel.matchAll(/"([^"]+_fragment)":\d/g)].map(([, naam = ""]) => naam);
  if (een === undefined || twee === undefined) throw new Error(`${script}: holds less than two fragments`);
  await writeFile(script, heel.replace(`"${een}"`, '"0"').replace(`"${twee}"`, `"${een}"`).replace('"0"', `"${twee}"`));
  return () => writeFile(script, heel);
}

/**
 * Whether a reader from disk in each browser sees that its bundle is broken: answers the carriers that do not, and mends it.
 * @param maatstaf a reader of what is whole.
 */
export async function findBlindeDragers(
  maatstaf: Lezer,
  browsers: Browsers,
  plaatsen: Plaatsen,
): Promise<readonly string[]> {
  const herstel = await swapFragmenten(plaatsen.bundel);
  try {
    const blind: string[] = [];
    for (const drager of DRAGERS.filter(({ isSchijf, browser }) => isSchijf && browsers[browser] !== undefined)) {
      const lezer = await openLezer(drager, browsers, plaatsen);
      const { verschillen } = await vergelijkLezers({ vragen: [OUDSTE], lezers: [maatstaf, lezer] });
      await lezer.close();
      const isGezien =
        verschillen.length === 1 && verschillen[0]?.drager === drager.naam && typeof verschillen[0].wat !== "string";
      if (!isGezien) blind.push(drager.naam);
    }
    return blind;
  } finally {
    await herstel();
  }
}
