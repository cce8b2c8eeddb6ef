/** Which pages the index has, in which order, and in which shard each stands. */
import type { Datum } from "../model/kamervraag.ts";
import { jaarOfSleutel, pathOfSleutel } from "../model/sleutel.ts";

/** A page of the index. Its number is its place in the list of all of them. */
export interface Zoekpagina {
  readonly sleutel: string;
  /** Below the root of the site: `kamervraag/2021/2021Z18968.html`. */
  readonly path: string;
  /** Name of its shard. */
  readonly scherf: string;
}

/** What decides the place of a page. */
export interface Plaatsbaar {
  readonly sleutel: string;
  readonly ingediend?: Datum;
  readonly beantwoord?: Datum;
}

/** At most so many pages are indexed at once: it bounds the memory of a build (0.3 MB a page). A smaller archive is one shard. */
export const MAX_SCHERF = 5_000;

/** Name of the only shard of a small archive. */
const ALLES = "alle";

/**
 * Sorts by the order of the index: year of the key, day of submission (else of the answer), key. Keys without a year come
 * first, for what is new is put last.
 */
export function sortPlaatsbaar<Post extends Plaatsbaar>(posten: readonly Post[]): readonly Post[] {
  return posten
    .map((post) => ({ post, rang: rangOf(post) }))
    .sort((a, b) => compareText(a.rang, b.rang) || compareText(a.post.sleutel, b.post.sleutel))
    .map(({ post }) => post);
}

// The year is compared first, and the day of whoever has one: "2021 2021-03-04".
function rangOf({ sleutel, ingediend, beantwoord }: Plaatsbaar): string {
  const jaar = jaarOfSleutel(sleutel);
  return `${jaar === "onbekend" ? "" : jaar} ${ingediend ?? beantwoord ?? ""}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Divides pages, in the order of the index, into shards: one for a small archive, else one a quarter of a year; a quarter that
 * is too large in equal parts. What closes with a quarter is indexed again only when something in it changes, and what comes
 * in indexes no more than the quarter it falls in.
 */
export function toZoekpaginas(gesorteerd: readonly Plaatsbaar[], max: number = MAX_SCHERF): readonly Zoekpagina[] {
  if (gesorteerd.length <= max) return gesorteerd.map(({ sleutel }) => toZoekpagina(sleutel, ALLES));
  const kwartalen = new Map<string, Plaatsbaar[]>();
  for (const post of gesorteerd) {
    const kwartaal = kwartaalOf(post);
    const groep = kwartalen.get(kwartaal);
    if (groep) groep.push(post);
    else kwartalen.set(kwartaal, [post]);
  }
  return [...kwartalen].flatMap(([kwartaal, posten]) => {
    const delen = Math.ceil(posten.length / max);
    return posten.map(({ sleutel }, index) => {
      const deel = Math.floor((index * delen) / posten.length) + 1;
      return toZoekpagina(sleutel, delen === 1 ? kwartaal : `${kwartaal}-${deel}`);
    });
  });
}

const KWARTALEN = [
  { nummer: 4, vanaf: "10" },
  { nummer: 3, vanaf: "07" },
  { nummer: 2, vanaf: "04" },
] as const;

/** "2071-3": the year of the key, and the quarter in it of the day that decides the place; without a day the first. */
function kwartaalOf({ sleutel, ingediend, beantwoord }: Plaatsbaar): string {
  const jaar = jaarOfSleutel(sleutel);
  if (jaar === "onbekend") return jaar;
  const dag = ingediend ?? beantwoord ?? "";
  // A day of another year counts as the first or the last of this one, as it is sorted.
  const nummer = KWARTALEN.find(({ vanaf }) => dag >= `${jaar}-${vanaf}`)?.nummer ?? 1;
  return `${jaar}-${nummer}`;
}

function toZoekpagina(sleutel: string, scherf: string): Zoekpagina {
  return { sleutel, path: `${pathOfSleutel(sleutel)}.html`, scherf };
}
