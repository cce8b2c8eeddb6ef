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

/** Walks sorted streams together: all items with one key at a time, in the order of the streams. No key stands twice in a stream. */
export function* mergeSorted<Item extends { readonly sleutel: Uint8Array }>(
  streams: readonly Iterator<Item>[],
): Generator<readonly Gelijke<Item>[]> {
  const heads = streams.map((stream) => next(stream));
  const begins = Float64Array.from(heads, (head) => (head ? beginOf(head.sleutel) : 0));
  const compare = (een: number, ander: number): number => {
    const verschil = (begins[een] ?? 0) - (begins[ander] ?? 0);
    if (verschil !== 0) return verschil;
    const [a, b] = [heads[een], heads[ander]];
    return a && b ? compareRest(a.sleutel, b.sleutel) : 0;
  };
  // A heap of the numbers of streams: the one with the least key on top, of equals the first stream.
  const heap = streams.map((_, index) => index).filter((index) => heads[index]);
  const sink = (plek: number): void => {
    const zelf = heap[plek];
    if (zelf === undefined) return;
    let at = plek;
    for (;;) {
      let kind = 2 * at + 1;
      let kleinste = heap[kind];
      if (kleinste === undefined) break;
      const rechts = heap[kind + 1];
      if (rechts !== undefined && isBefore(rechts, kleinste)) {
        kind += 1;
        kleinste = rechts;
      }
      if (!isBefore(kleinste, zelf)) break;
      heap[at] = kleinste;
      at = kind;
    }
    heap[at] = zelf;
  };
  const isBefore = (een: number, ander: number): boolean => {
    const verschil = compare(een, ander);
    return verschil === 0 ? een < ander : verschil < 0;
  };
  for (let plek = (heap.length >> 1) - 1; plek >= 0; plek -= 1) sink(plek);
  for (;;) {
    const eerste = heap[0];
    const least = eerste === undefined ? undefined : heads[eerste];
    if (eerste === undefined || !least) return;
    const begin = begins[eerste] ?? 0;
    const gelijk: Gelijke<Item>[] = [];
    for (let bron = heap[0]; bron !== undefined; bron = heap[0]) {
      const value = heads[bron];
      if (!value || begins[bron] !== begin || compareRest(value.sleutel, least.sleutel) !== 0) break;
      gelijk.push({ value, bron });
      const stream = streams[bron];
      const volgende = stream && next(stream);
      heads[bron] = volgende;
      if (volgende) begins[bron] = beginOf(volgende.sleutel);
      else {
        const laatste = heap.pop();
        if (laatste !== undefined && heap.length > 0) heap[0] = laatste;
      }
      sink(0);
    }
    yield gelijk;
  }
}

/** So many bytes of a key fit in a number: most keys differ in these. */
const BEGIN = 6;

function beginOf(sleutel: Uint8Array): number {
  let begin = 0;
  for (let index = 0; index < BEGIN; index += 1) begin = begin * 256 + (sleutel[index] ?? 0);
  return begin;
}

/** Compares keys whose first six bytes are the same, in which what is not there counts as zero. */
function compareRest(een: Uint8Array, ander: Uint8Array): number {
  const length = Math.min(een.length, ander.length);
  for (let index = BEGIN; index < length; index += 1) {
    const verschil = (een[index] ?? 0) - (ander[index] ?? 0);
    if (verschil !== 0) return verschil;
  }
  return een.length - ander.length;
}

function next<Item>(stream: Iterator<Item>): Item | undefined {
  const result = stream.next();
  return result.done ? undefined : result.value;
}

/** At this count of pages and places Pagefind ends a piece. */
export const STUKOMVANG = 20_000;

/** How pieces are cut. */
export interface Snede {
  /** At this count of pages and places a piece ends; by default where Pagefind ends it. */
  readonly stukomvang?: number;
  /** From this count on a word stands in a piece of its own; by default none does, as with Pagefind. */
  readonly alleenVanaf?: number;
}

export interface Snijder {
  /** Takes the next word, and answers the pieces that end with it. */
  readonly push: (woord: Stukwoord) => readonly (readonly Stukwoord[])[];
  /** Whether no word waits for the rest of its piece. */
  readonly isLeeg: () => boolean;
  /** The words that wait, when no more come. */
  readonly eind: () => readonly (readonly Stukwoord[])[];
}

/** Cuts words into pieces as Pagefind does. */
export function openSnijder({ stukomvang = STUKOMVANG, alleenVanaf = Number.POSITIVE_INFINITY }: Snede = {}): Snijder {
  let stuk: Stukwoord[] = [];
  let omvang = 0;
  const cut = (): readonly (readonly Stukwoord[])[] => {
    if (stuk.length === 0) return [];
    const geheel = stuk;
    stuk = [];
    omvang = 0;
    return [geheel];
  };
  return {
    push(woord) {
      const eigen = omvangOf(woord);
      const voor = eigen >= alleenVanaf ? cut() : [];
      stuk.push(woord);
      omvang += eigen;
      return isVol({ omvang, isEen: stuk.length === 1 }, { stukomvang, alleenVanaf }) ? [...voor, ...cut()] : voor;
    },
    isLeeg: () => stuk.length === 0,
    eind: cut,
  };
}

/** Whether a piece ends here whatever comes behind it; else it ends before a word with a piece of its own, or is the last. */
export function isVol(
  { omvang, isEen }: { readonly omvang: number; readonly isEen: boolean },
  { stukomvang = STUKOMVANG, alleenVanaf = Number.POSITIVE_INFINITY }: Snede,
): boolean {
  return omvang >= stukomvang || (isEen && omvang >= alleenVanaf);
}

export function* cutStukken(woorden: Iterable<Stukwoord>, snede?: Snede): Generator<readonly Stukwoord[]> {
  const snijder = openSnijder(snede);
  for (const woord of woorden) yield* snijder.push(woord);
  yield* snijder.eind();
}

/** A piece that was written, not yet zipped and without the mark of a file; its words are not cut short. */
export interface Geschrevenstuk {
  readonly van: string;
  readonly tot: string;
  /** SHA-1 of its bytes. */
  readonly digest: Buffer;
  readonly omvang: number;
  readonly bytes: Uint8Array;
}

export function toStuk(woorden: readonly Stukwoord[]): Geschrevenstuk {
  const bytes = writeStuk(woorden);
  return {
    van: woorden[0]?.woord ?? "",
    tot: woorden.at(-1)?.woord ?? "",
    digest: createHash("sha1").update(bytes).digest(),
    omvang: woorden.reduce((sum, woord) => sum + omvangOf(woord), 0),
    bytes,
  };
}

const NAME_LENGTH = 10;

/** Names pieces by their content as Pagefind does, in their order. */
export function openStuknamen(): (digest: Uint8Array) => string {
  const taken = new Set<string>();
  return (digest) => {
    // Pagefind writes each byte of the SHA-1 without a zero in front, and takes as many characters as tell it from the others.
    const full = `nl_${[...digest].map((byte) => byte.toString(16)).join("")}`;
    let length = NAME_LENGTH;
    while (taken.has(full.slice(0, length)) && length < full.length) length += 1;
    taken.add(full.slice(0, length));
    return full.slice(0, length);
  };
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
