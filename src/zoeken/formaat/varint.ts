/** Whole numbers of any size in seven bits a byte, the lowest first (LEB128): the numbers in the tables of the search. */
import type { Cursor } from "./cbor.ts";

/** Adds a number to a list of bytes. */
export function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/**
 * Reads a number.
 * @throws Error when the bytes end first.
 */
export function readVarint(cursor: Cursor): number {
  let value = 0;
  let factor = 1;
  for (;;) {
    const byte = cursor.bytes[cursor.plaats];
    if (byte === undefined) throw new Error("a table of the search index is cut off");
    cursor.plaats += 1;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
    factor *= 128;
  }
}
