/** Which words are added to the index so that a part finds the compounds it stands in: "opvang·kinderopvang". */
import { SAMENSTELLINGSTEKEN } from "../motor/woorden.ts";
import type { Splitser } from "./splits.ts";

/** Folded words with the number of pages on which each stands, in one order. */
export type Woordpaginas = Pick<ReadonlyMap<string, number>, "get" | "has" | "keys" | typeof Symbol.iterator>;

export interface Samenstellingsoptions {
  /** On how many pages each folded word of the texts stands. */
  readonly paginas: Woordpaginas;
  readonly splits: Splitser;
  /** The stem under which the index has a folded word; asked for the same ones many times. */
  readonly stam: (woord: string) => string;
  /** Of this stem nothing is added: the engine never looks it up. */
  readonly isFunctiewoord?: (stam: string) => boolean;
}

/**
 * Index word -> the words to add with its pages, sorted. Added is what a search for a part would miss: a part at the begin is
 * found without when its usual form stands there as it is ("woning" in "woningbouw", but not "school" in "scholenbouw").
 * Parts that follow each other are a part together when the archive has that word ("opvangplek" in "noodopvangplek").
 */
export function toSleutels(stof: Samenstellingsoptions): ReadonlyMap<string, readonly string[]> {
  const { paginas, stam } = stof;
  const gewoon = findGewoon([...paginas.keys()], stam, (woord) => paginas.get(woord) ?? 0);
  const sleutels = new Map<string, Set<string>>();
  for (const woord of paginas.keys()) {
    for (const kandidaat of listKandidaten(woord, stof)) addKandidaat(sleutels, kandidaat, gewoon);
  }
  return new Map([...sleutels].map(([woord, lijst]) => [woord, [...lijst].sort()]));
}

/** Of each stem the shortest form that is no rarity among its forms: what a reader most likely types. */
export function findGewoon(
  woorden: Iterable<string>,
  stam: (woord: string) => string,
  aantalOf: (woord: string) => number,
): ReadonlyMap<string, string> {
  const gewoon = new Map<string, string>();
  for (const woord of woorden) {
    const deStam = stam(woord);
    const eerder = gewoon.get(deStam);
    if (eerder === undefined || isGewoner(woord, aantalOf(woord), eerder, aantalOf(eerder))) gewoon.set(deStam, woord);
  }
  return gewoon;
}

/** A word that may have to be added: not when it is found as a begin without. */
export interface Kandidaat {
  /** The index word of the compound, and the stem and the form of its part. */
  readonly indexwoord: string;
  readonly deelstam: string;
  readonly vorm: string;
  /** Whether the part is the begin of the compound. */
  readonly isBegin: boolean;
}

/** What a folded word brings to the words to add of its index word. */
export function* listKandidaten(
  woord: string,
  { paginas, splits, stam, isFunctiewoord = () => false }: Samenstellingsoptions,
): Generator<Kandidaat> {
  const delen = splits(woord);
  if (delen.length === 0) return;
  const indexwoord = stam(woord);
  for (const [eerste, begin] of delen.entries()) {
    for (const [laatste, eind] of delen.entries()) {
      if (laatste < eerste || (eerste === 0 && laatste > 0)) continue;
      const deel = woord.slice(begin.van, eind.tot);
      if (laatste > eerste && !paginas.has(deel)) continue;
      for (const vorm of [deel, ...getallenOf(deel, paginas)]) {
        const deelstam = stam(vorm);
        if (deelstam !== indexwoord && !isFunctiewoord(deelstam))
          yield { indexwoord, deelstam, vorm, isBegin: eerste === 0 };
      }
    }
  }
}

/** Adds a candidate to the words to add of its index word; `gewoon` tells of each stem its usual form. */
export function addKandidaat(
  sleutels: Map<string, Set<string>>,
  { indexwoord, deelstam, vorm, isBegin }: Kandidaat,
  gewoon: ReadonlyMap<string, string>,
): void {
  if (isBegin && indexwoord.startsWith(gewoon.get(deelstam) ?? vorm)) return;
  const lijst = sleutels.get(indexwoord) ?? new Set();
  sleutels.set(indexwoord, lijst.add(`${deelstam}${SAMENSTELLINGSTEKEN}${indexwoord}`));
}

/** On so many pages the other number of a part stands at least. */
export const GETAL_PAGINAS = 2;
const ENKELVOUD_MIN = 3;

/** The plural of a part and its singular, when the archive has them: the stemmer takes "schulden" and "schuld" apart. */
function getallenOf(deel: string, paginas: Woordpaginas): readonly string[] {
  const enkelvoud = deel.endsWith("en") && deel.length - 2 >= ENKELVOUD_MIN ? [deel.slice(0, -2)] : [];
  return [...enkelvoud, `${deel}en`].filter((vorm) => (paginas.get(vorm) ?? 0) >= GETAL_PAGINAS);
}

/** A form is taken before a longer one when it stands on at least a fifth as many pages. */
function isGewoner(woord: string, aantal: number, eerder: string, eerderAantal: number): boolean {
  if (woord.length === eerder.length) return aantal > eerderAantal || (aantal === eerderAantal && woord < eerder);
  return woord.length < eerder.length ? aantal * 5 >= eerderAantal : aantal > eerderAantal * 5;
}
