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

/** At most so many pages are indexed at once: it bounds the memory of a build (0.3 MB a page). */
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
 * Divides pages, in the order of the index, into shards: one for a small archive, else one a year; a year that is too large
 * in equal parts. What closes with a year is never indexed again.
 */
export function toZoekpaginas(
  gesorteerd: readonly Pick<Plaatsbaar, "sleutel">[],
  max: number = MAX_SCHERF,
): readonly Zoekpagina[] {
  if (gesorteerd.length <= max) return gesorteerd.map(({ sleutel }) => toZoekpagina(sleutel, ALLES));
  const jaren = new Map<string, Pick<Plaatsbaar, "sleutel">[]>();
  for (const post of gesorteerd) {
    const jaar = jaarOfSleutel(post.sleutel);
    const groep = jaren.get(jaar);
    if (groep) groep.push(post);
    else jaren.set(jaar, [post]);
  }
  return [...jaren].flatMap(([jaar, posten]) => {
    const delen = Math.ceil(posten.length / max);
    return posten.map(({ sleutel }, index) => {
      const deel = Math.floor((index * delen) / posten.length) + 1;
      return toZoekpagina(sleutel, delen === 1 ? jaar : `${jaar}-${deel}`);
    });
  });
}

function toZoekpagina(sleutel: string, scherf: string): Zoekpagina {
  return { sleutel, path: `${pathOfSleutel(sleutel)}.html`, scherf };
}
