/** The merge: the words of all shards, each sorted, as one sorted stream, and cut into pieces as Pagefind cuts them. */
import { createHash } from "node:crypto";
import type { Stukgrens } from "../../../src/zoeken/formaat/meta.ts";
import {
  type Deellijst,
  type GelezenStukwoord,
  mergeLijsten,
  omvangOf,
  type Stukwoord,
  writeStuk,
} from "../../../src/zoeken/formaat/stuk.ts";

/** The words of one shard, or words that are added to it; `vanaf` is the number of its first page in the whole. */
export interface Woordbron {
  readonly vanaf: number;
  readonly woorden: Iterator<GelezenStukwoord>;
}

/**
 * Every word once, with its pages in all shards; sorted by UTF-8.
 * @param bronnen sorted by `vanaf`; no word stands in two of the same shard.
 */
export function* mergeWoorden(bronnen: readonly Woordbron[]): Generator<Stukwoord> {
  for (const gelijk of mergeSorted(bronnen.map(({ woorden }) => woorden))) {
    const [first] = gelijk;
    if (!first) continue;
    const vormen = new Map<string, Deellijst[]>();
    for (const { value, bron } of gelijk) {
      for (const { vorm, paginas } of value.vormen) {
        const delen = vormen.get(vorm) ?? [];
        vormen.set(vorm, delen);
        delen.push({ vanaf: bronnen[bron]?.vanaf ?? 0, paginas });
      }
    }
    yield {
      woord: first.value.woord,
      paginas: mergeLijsten(
        gelijk.map(({ value, bron }) => ({ vanaf: bronnen[bron]?.vanaf ?? 0, paginas: value.paginas })),
      ),
      vormen: [...vormen].map(([vorm, delen]) => ({ vorm, paginas: mergeLijsten(delen) })),
    };
  }
}

interface Gelijke<Item> {
  readonly value: Item;
  /** Number of the stream it comes from. */
  readonly bron: number;
}

/** Walks sorted streams together: all items with one key at a time, in the order of the streams. */
export function* mergeSorted<Item extends { readonly sleutel: Uint8Array }>(
  streams: readonly Iterator<Item>[],
): Generator<readonly Gelijke<Item>[]> {
  const heads = streams.map((stream) => next(stream));
  for (;;) {
    let least: Item | undefined;
    for (const head of heads) {
      if (head && (!least || Buffer.compare(head.sleutel, least.sleutel) < 0)) least = head;
    }
    if (!least) return;
    const gelijk: Gelijke<Item>[] = [];
    for (const [bron, value] of heads.entries()) {
      if (value && Buffer.compare(value.sleutel, least.sleutel) === 0) gelijk.push({ value, bron });
    }
    yield gelijk;
    for (const { bron } of gelijk) {
      const stream = streams[bron];
      heads[bron] = stream && next(stream);
    }
  }
}

function next<Item>(stream: Iterator<Item>): Item | undefined {
  const result = stream.next();
  return result.done ? undefined : result.value;
}

/** At this count of pages and places Pagefind ends a piece. */
export const STUKOMVANG = 20_000;

/** Cuts words into pieces as Pagefind does. From `alleenVanaf` on (a count), a word stands in a piece of its own. */
export function* cutStukken(
  woorden: Iterable<Stukwoord>,
  alleenVanaf = Number.POSITIVE_INFINITY,
): Generator<readonly Stukwoord[]> {
  let stuk: Stukwoord[] = [];
  let omvang = 0;
  for (const woord of woorden) {
    const eigen = omvangOf(woord);
    if (eigen >= alleenVanaf && stuk.length > 0) {
      yield stuk;
      stuk = [];
      omvang = 0;
    }
    stuk.push(woord);
    omvang += eigen;
    if (omvang < STUKOMVANG && eigen < alleenVanaf) continue;
    yield stuk;
    stuk = [];
    omvang = 0;
  }
  if (stuk.length > 0) yield stuk;
}

/** A piece with its name, not yet zipped and without the mark of a file. */
export interface GenoemdStuk extends Stukgrens {
  readonly bytes: Uint8Array;
}

/** Writes pieces and names them as Pagefind does: by their content. */
export function* nameStukken(stukken: Iterable<readonly Stukwoord[]>): Generator<GenoemdStuk> {
  const taken = new Set<string>();
  for (const stuk of stukken) {
    const bytes = writeStuk(stuk);
    const naam = nameOf(bytes, taken);
    taken.add(naam);
    yield { van: stuk[0]?.woord ?? "", tot: stuk.at(-1)?.woord ?? "", naam, bytes };
  }
}

const NAME_LENGTH = 10;

// Pagefind writes each byte of the SHA-1 without a zero in front, and takes as many characters as tell it from the others.
function nameOf(bytes: Uint8Array, taken: ReadonlySet<string>): string {
  const digest = createHash("sha1").update(bytes).digest();
  const full = `nl_${[...digest].map((byte) => byte.toString(16)).join("")}`;
  let length = NAME_LENGTH;
  while (taken.has(full.slice(0, length)) && length < full.length) length += 1;
  return full.slice(0, length);
}

/** Cuts the words between which the pieces lie short, as Pagefind does: no longer than tells them from their neighbours. */
export function trimGrenzen(stukken: readonly Stukgrens[]): readonly Stukgrens[] {
  const grenzen = stukken.map(({ van, tot, naam }) => ({ van, tot, naam }));
  for (const [index, links] of grenzen.entries()) {
    const rechts = grenzen[index + 1];
    if (!rechts) break;
    const a = [...links.tot];
    const b = [...rechts.van];
    let shared = 0;
    while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
    const tot = a.slice(0, shared + 1).join("");
    if (Buffer.compare(Buffer.from(tot), Buffer.from(links.van)) >= 0) links.tot = tot;
    rechts.van = b.slice(0, shared + 1).join("");
  }
  return grenzen;
}
