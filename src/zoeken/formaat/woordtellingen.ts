/**
 * The number of indexed words of each page, which the engine needs to rank. A byte plane a table: first the lowest bytes of
 * all numbers, then the next ones, so that gzip finds the high ones alike: 1.2 bytes a page.
 */
import type { Cursor } from "./cbor.ts";
import { pushVarint, readVarint } from "./varint.ts";

export function encodeWoordtellingen(tellingen: ArrayLike<number>): Uint8Array {
  let highest = 0;
  for (let index = 0; index < tellingen.length; index += 1) highest = Math.max(highest, tellingen[index] ?? 0);
  let vlakken = 1;
  while (highest >= 256 ** vlakken) vlakken += 1;
  const kop: number[] = [];
  pushVarint(kop, tellingen.length);
  pushVarint(kop, vlakken);
  const bytes = new Uint8Array(kop.length + vlakken * tellingen.length);
  bytes.set(kop);
  let at = kop.length;
  for (let vlak = 0; vlak < vlakken; vlak += 1) {
    for (let index = 0; index < tellingen.length; index += 1) {
      bytes[at] = Math.floor((tellingen[index] ?? 0) / 256 ** vlak) % 256;
      at += 1;
    }
  }
  return bytes;
}

/** @throws Error when the table is cut off. */
export function decodeWoordtellingen(bytes: Uint8Array): Uint32Array {
  const cursor: Cursor = { bytes, plaats: 0 };
  const aantal = readVarint(cursor);
  const vlakken = readVarint(cursor);
  if (bytes.length !== cursor.plaats + aantal * vlakken) throw new Error("the table of word counts is cut off");
  const tellingen = new Uint32Array(aantal);
  for (let vlak = 0; vlak < vlakken; vlak += 1) {
    const from = cursor.plaats + vlak * aantal;
    for (let index = 0; index < aantal; index += 1) {
      tellingen[index] = (tellingen[index] ?? 0) + (bytes[from + index] ?? 0) * 256 ** vlak;
    }
  }
  return tellingen;
}
