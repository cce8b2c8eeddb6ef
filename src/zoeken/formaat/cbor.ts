/**
 * The part of CBOR that Pagefind uses: whole numbers, text and arrays, all with their length in front (RFC 8949). Read by
 * hand, for a library makes values of everything, and a piece of the index is mostly passed over.
 */

/** A place in bytes that are being read. */
export interface Cursor {
  readonly bytes: Uint8Array;
  plaats: number;
}

const TEXT = 3;
const ARRAY = 4;
const NEGATIVE = 1;

/** Reads the number in the head of the next item: its value, its length or its count. Steps past the head. */
export function readKop(cursor: Cursor): number {
  const { bytes } = cursor;
  const first = bytes[cursor.plaats] ?? END;
  const small = first & 31;
  if (small < 24) {
    cursor.plaats += 1;
    return small;
  }
  const size = SIZES[small - 24];
  if (size === undefined || cursor.plaats + size >= bytes.length) throw broken(cursor);
  let value = 0;
  for (let at = cursor.plaats + 1; at <= cursor.plaats + size; at += 1) value = value * 256 + (bytes[at] ?? 0);
  cursor.plaats += size + 1;
  return value;
}

/** Reads the head of an array and answers its count. */
export function readLijstkop(cursor: Cursor): number {
  if ((cursor.bytes[cursor.plaats] ?? END) >> 5 !== ARRAY) throw broken(cursor);
  return readKop(cursor);
}

/** Reads a whole number. */
export function readGetal(cursor: Cursor): number {
  const kind = (cursor.bytes[cursor.plaats] ?? END) >> 5;
  if (kind > NEGATIVE) throw broken(cursor);
  const value = readKop(cursor);
  return kind === NEGATIVE ? -1 - value : value;
}

/** Reads a text and answers its UTF-8, as a slice. */
export function readTekstbytes(cursor: Cursor): Uint8Array {
  if ((cursor.bytes[cursor.plaats] ?? END) >> 5 !== TEXT) throw broken(cursor);
  const length = readKop(cursor);
  const start = cursor.plaats;
  cursor.plaats += length;
  if (cursor.plaats > cursor.bytes.length) throw broken(cursor);
  return cursor.bytes.subarray(start, cursor.plaats);
}

/** Reads a text. */
export function readTekst(cursor: Cursor): string {
  return decoder.decode(readTekstbytes(cursor));
}

/** Passes over an array of whole numbers and answers their count. */
export function skipGetallen(cursor: Cursor): number {
  const { bytes } = cursor;
  const count = readLijstkop(cursor);
  let at = cursor.plaats;
  for (let index = 0; index < count; index += 1) {
    const small = (bytes[at] ?? END) & 31;
    at += small < 24 ? 1 : 1 + (SIZES[small - 24] ?? bytes.length);
  }
  cursor.plaats = at;
  if (at > bytes.length) throw broken(cursor);
  return count;
}

// Past the end stands the byte that CBOR never begins an item with.
const END = 255;
const SIZES = [1, 2, 4, 8] as const;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

function broken({ plaats, bytes }: Cursor): Error {
  return new Error(`a file of the search index is broken or cut off at byte ${plaats} of ${bytes.length}`);
}

/** Bytes that are being written. */
export interface Schrijver {
  readonly kop: (soort: 0 | 1 | 3 | 4, value: number) => void;
  readonly lijst: (count: number) => void;
  readonly getal: (value: number) => void;
  readonly tekst: (text: string) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  /** What was written; a slice of the buffer that goes on being written to. */
  readonly uitkomst: () => Uint8Array;
}

/** Opens bytes to write to; they grow as needed. */
export function openSchrijver(size = 1024): Schrijver {
  let buffer = new Uint8Array(size);
  let at = 0;
  const need = (count: number) => {
    if (at + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, at + count));
    larger.set(buffer.subarray(0, at));
    buffer = larger;
  };
  const kop = (soort: number, value: number) => {
    need(9);
    const first = soort << 5;
    if (value < 24) buffer[at++] = first | value;
    else if (value < 0x100) at = put(buffer, at, first | 24, value, 1);
    else if (value < 0x10000) at = put(buffer, at, first | 25, value, 2);
    else if (value < 0x100000000) at = put(buffer, at, first | 26, value, 4);
    else at = put(buffer, at, first | 27, value, 8);
  };
  const bytes = (more: Uint8Array) => {
    need(more.length);
    buffer.set(more, at);
    at += more.length;
  };
  return {
    kop,
    lijst: (count) => kop(ARRAY, count),
    getal: (value) => (value < 0 ? kop(NEGATIVE, -1 - value) : kop(0, value)),
    tekst(text) {
      const encoded = encoder.encode(text);
      kop(TEXT, encoded.length);
      bytes(encoded);
    },
    bytes,
    uitkomst: () => buffer.subarray(0, at),
  };
}

function put(buffer: Uint8Array, at: number, first: number, value: number, size: number): number {
  buffer[at] = first;
  let rest = value;
  for (let place = at + size; place > at; place -= 1) {
    buffer[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return at + size + 1;
}
