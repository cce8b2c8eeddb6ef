/**
 * By what sources can have to do with each other, as numbers: the identifiers and keys they name, and the tokens by which a
 * document without a number is recognised. A hash that two names share joins too many sources, never too few.
 */
import { type Documentkaart, type Gezien, ownSleutel, stamOf } from "../../src/samenvoegen/groepeer.ts";
import type { Metadata } from "../../src/sources/gelezen.ts";
import type { Getallen } from "./kolommen.ts";

/** A publication, under any of its versions. */
const PUBLICATIE = "p";
/** A key that a page has, had or may get. */
const SLEUTEL = "s";
/** A source by its path, and by its bytes. */
const BESTAND = "b";
const HASH = "h";

export function haakOfSleutel(sleutel: string): number {
  return hashOf(SLEUTEL + sleutel);
}

export function haakOfHash(sha256: string): number {
  return hashOf(HASH + sha256);
}

export function hakenOfKaart(kaart: Documentkaart): readonly number[] {
  const { bestand, sha256, id, vraagnummers, vermoedelijk, aanhangsels } = kaart;
  // A disputed document has its page under the hash.
  const sleutels = [...vraagnummers, ...vermoedelijk, ownSleutel(kaart), ownSleutel({ sha256 })];
  return [
    ...hakenOfStammen([id, ...aanhangsels]),
    ...sleutels.map(haakOfSleutel),
    hashOf(BESTAND + bestand),
    haakOfHash(sha256),
  ];
}

export function hakenOfMetadata({ id, vraagnummers, aanhangsels }: Metadata): readonly number[] {
  return [...hakenOfStammen([id, ...aanhangsels]), ...vraagnummers.map(haakOfSleutel)];
}

export function hakenOfGezien({ sleutel }: Gezien): readonly number[] {
  return [haakOfSleutel(sleutel)];
}

function hakenOfStammen(ids: readonly (string | undefined)[]): readonly number[] {
  return ids.map(stamOf).flatMap((stam) => (stam === "" ? [] : [hashOf(PUBLICATIE + stam)]));
}

const TEKENS_32 = 2 ** 32;

/** Sentences have a number of 32 bits already, which stays what it is. */
export function toTokengetal(token: string): number {
  return token.startsWith("z") ? Number(token.slice(1)) : TEKENS_32 + hashOf(token);
}

// 52 bits, of two rounds of FNV-1a with different beginnings; below 2^52, so that the sum above is exact.
function hashOf(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x9dc5811c;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return (high >>> 0) * 2 ** 20 + ((low >>> 0) & 0xfffff);
}

/** The rows that hold each of these numbers, as often as they hold it. */
export function findRijen(
  { alle, begin }: Getallen,
  gezocht: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  if (gezocht.size === 0 || alle.length === 0) return found;
  // Nearly all numbers are seen off by a table of bits, on the halves of their bytes.
  const bits = new Uint8Array(ZEEF + 1);
  const halves = new Uint32Array(alle.buffer, alle.byteOffset, alle.length * 2);
  const wanted = Float64Array.from(gezocht);
  const wantedHalves = new Uint32Array(wanted.buffer);
  for (let at = 0; at < wanted.length; at += 1) bits[sieve(wantedHalves, at)] = 1;
  let row = 0;
  for (let at = 0; at < alle.length; at += 1) {
    if (bits[sieve(halves, at)] === 0) continue;
    const number = alle[at] ?? 0;
    if (!gezocht.has(number)) continue;
    while ((begin[row + 1] ?? 0) <= at) row += 1;
    const rows = found.get(number);
    if (rows) rows.push(row);
    else found.set(number, [row]);
  }
  return found;
}

const ZEEF = 2 ** 22 - 1;

function sieve(halves: Uint32Array, at: number): number {
  const mixed = (halves[at * 2] ?? 0) ^ Math.imul(halves[at * 2 + 1] ?? 0, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & ZEEF;
}
