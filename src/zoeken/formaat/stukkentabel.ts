/**
 * Which piece of the word index holds which words: of each piece the begin of its first word, cut short where that still
 * tells it from the last word of the piece before, and its name. A piece reaches up to the begin of the next.
 *
 * The table: the number of pieces; of each begin how many characters it shares with the one before and how many bytes
 * follow; those bytes; the begin and the end that all names share, each with its length before it; of each name the length of
 * what is its own; that of all names. Numbers are varints, lengths are in bytes, text is UTF-8. In hashes nothing repeats:
 * with what is the same between them, the names of 4,300 pieces would be a fourth larger when zipped.
 */
import type { Cursor } from "./cbor.ts";
import { pushVarint, readVarint } from "./varint.ts";
import { compareWoorden } from "./volgorde.ts";

export interface Stuk {
  /** No word of the piece stands before this, no word of the piece before stands behind it. */
  readonly van: string;
  /** As `keyOfStuk` of the manifest takes it. */
  readonly naam: string;
}

/** @param stukken sorted by their words. */
export function encodeStukkentabel(stukken: readonly Stuk[]): Uint8Array {
  const kop: number[] = [];
  pushVarint(kop, stukken.length);
  const staarten: Uint8Array[] = [];
  let vorige = "";
  for (const { van } of stukken) {
    let gedeeld = 0;
    while (gedeeld < vorige.length && vorige[gedeeld] === van[gedeeld]) gedeeld += 1;
    // Never between the halves of one character.
    if (gedeeld > 0 && isHighSurrogate(van.charCodeAt(gedeeld - 1))) gedeeld -= 1;
    const staart = encoder.encode(van.slice(gedeeld));
    pushVarint(kop, gedeeld);
    pushVarint(kop, staart.length);
    staarten.push(staart);
    vorige = van;
  }
  const namen = stukken.map(({ naam }) => encoder.encode(naam));
  const begin = countShared(namen);
  const eind = countShared(namen.map((naam) => naam.slice(begin).reverse()));
  const [naam = new Uint8Array()] = namen;
  const lengtes: number[] = [];
  for (const { length } of namen) pushVarint(lengtes, length - begin - eind);
  return concat([
    Uint8Array.from(kop),
    ...staarten,
    ...withLength(naam.subarray(0, begin)),
    ...withLength(naam.subarray(naam.length - eind)),
    Uint8Array.from(lengtes),
    ...namen.map((eigen) => eigen.subarray(begin, eigen.length - eind)),
  ]);
}

function withLength(bytes: Uint8Array): readonly Uint8Array[] {
  const lengte: number[] = [];
  pushVarint(lengte, bytes.length);
  return [Uint8Array.from(lengte), bytes];
}

/** With how many bytes all of these begin. */
function countShared(namen: readonly Uint8Array[]): number {
  const [first] = namen;
  if (!first) return 0;
  return namen.reduce((shared, naam) => {
    let at = 0;
    while (at < shared && naam[at] === first[at]) at += 1;
    return at;
  }, first.length);
}

/** @throws Error when the table is cut off. */
export function decodeStukkentabel(bytes: Uint8Array): readonly Stuk[] {
  const cursor: Cursor = { bytes, plaats: 0 };
  const aantal = readVarint(cursor);
  const koppen = Array.from({ length: aantal }, () => [readVarint(cursor), readVarint(cursor)] as const);
  let vorige = "";
  const begins = koppen.map(([gedeeld, lengte]) => {
    vorige = vorige.slice(0, gedeeld) + take(cursor, lengte);
    return vorige;
  });
  const begin = take(cursor, readVarint(cursor));
  const eind = take(cursor, readVarint(cursor));
  const lengtes = begins.map(() => readVarint(cursor));
  return begins.map((van, index) => ({ van, naam: `${begin}${take(cursor, lengtes[index] ?? 0)}${eind}` }));
}

/** The pieces that can hold words from `van` up to and including `tot`, in their order. */
export function findStukken(stukken: readonly Stuk[], van: string, tot: string): readonly Stuk[] {
  const begin = countBefore(stukken, van);
  const end = countBefore(stukken, tot);
  return stukken.slice(Math.max(0, begin - 1), end);
}

// How many pieces begin at or before a word.
function countBefore(stukken: readonly Stuk[], woord: string): number {
  let low = 0;
  let high = stukken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stuk = stukken[middle];
    if (stuk && compareWoorden(stuk.van, woord) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function take(cursor: Cursor, length: number): string {
  const end = cursor.plaats + length;
  if (end > cursor.bytes.length) throw new Error("the table of pieces is cut off");
  const text = decoder.decode(cursor.bytes.subarray(cursor.plaats, end));
  cursor.plaats = end;
  return text;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
