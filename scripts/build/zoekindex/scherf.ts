/**
 * A shard: the index of a part of the pages as Pagefind made it, in one file. Its end is a check sum over all of it, so that
 * a file that was cut off or damaged is not there.
 *
 * Layout: length of the head (4 bytes), head (JSON), fragments and pieces of the word index as Pagefind zipped them, the
 * counts of the words, those of the words as the texts spell them, SHA-256.
 */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Cursor } from "../../../src/zoeken/formaat/cbor.ts";
import { readMeta } from "../../../src/zoeken/formaat/meta.ts";
import { type GelezenStukwoord, paginasOf, readStuk, type Stukwoord } from "../../../src/zoeken/formaat/stuk.ts";
import { readVarint } from "../../../src/zoeken/formaat/varint.ts";
import { readFragment } from "../../../src/zoeken/motor/fragment.ts";
import { woordvormenOf } from "../../../src/zoeken/woordenlijst/vormen.ts";
import { isMissing, writeWhole } from "../../bestanden.ts";

interface Kop {
  /** What the shard depends on. */
  readonly sleutel: string;
  readonly metavelden: readonly string[];
  /** Indexed words of each page. */
  readonly woordtellingen: readonly number[];
  /** Lengths in bytes, zipped, in the order of the file. */
  readonly fragmenten: readonly number[];
  readonly stukken: readonly number[];
  readonly tellingen: number;
  readonly vormen: number;
}

export interface Scherf extends Pick<Kop, "metavelden" | "woordtellingen" | "fragmenten"> {
  /** SHA-256 of all of it. */
  readonly hash: string;
  readonly aantal: number;
  /** The fragment of a page of this shard, zipped. */
  readonly readFragment: (pagina: number) => Buffer;
  /** The words, sorted; one piece in memory at a time. */
  readonly woorden: () => Generator<GelezenStukwoord>;
  /** Each word with the number of pages on which it stands in any spelling, sorted. */
  readonly tellingen: () => Generator<Woordtelling>;
  /** The same for words as the texts spell them (`woordvormenOf`). */
  readonly vormen: () => Generator<Woordtelling>;
  readonly close: () => void;
}

export interface Woordtelling {
  readonly sleutel: Uint8Array;
  readonly paginas: number;
}

const HASH_LENGTH = 32;

/** Opens a shard that was written for this key; `undefined` when there is none, or not a whole one. */
export function findScherf(path: string, sleutel: string): Scherf | undefined {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const hash = checkFile(file);
  const kop = hash === undefined ? undefined : readKop(file, sleutel);
  if (hash !== undefined && kop !== undefined) return openScherf(file, hash, kop.kop, kop.einde);
  closeSync(file);
  return undefined;
}

// Answers the check sum of a whole file.
function checkFile(file: number): string | undefined {
  const { size } = fstatSync(file);
  if (size < HASH_LENGTH + 4) return undefined;
  const hash = createHash("sha256");
  const buffer = Buffer.alloc(1024 * 1024);
  for (let at = 0; at < size - HASH_LENGTH; ) {
    const count = readSync(file, buffer, 0, Math.min(buffer.length, size - HASH_LENGTH - at), at);
    if (count === 0) return undefined;
    hash.update(buffer.subarray(0, count));
    at += count;
  }
  const found = hash.digest();
  return found.equals(readAt(file, size - HASH_LENGTH, HASH_LENGTH)) ? found.toString("hex") : undefined;
}

function readKop(file: number, sleutel: string): { readonly kop: Kop; readonly einde: number } | undefined {
  const length = readAt(file, 0, 4).readUInt32LE();
  // The check sum has vouched that this is what was written; the key, that it was written by this code.
  const kop = JSON.parse(readAt(file, 4, length).toString()) as Kop;
  return kop.sleutel === sleutel ? { kop, einde: 4 + length } : undefined;
}

function openScherf(file: number, hash: string, kop: Kop, begin: number): Scherf {
  const places = [begin];
  for (const length of [...kop.fragmenten, ...kop.stukken, kop.tellingen, kop.vormen])
    places.push((places.at(-1) ?? 0) + length);
  const read = (index: number) => readAt(file, places[index] ?? 0, (places[index + 1] ?? 0) - (places[index] ?? 0));
  const aantal = kop.fragmenten.length;
  return {
    hash,
    aantal,
    metavelden: kop.metavelden,
    woordtellingen: kop.woordtellingen,
    fragmenten: kop.fragmenten,
    readFragment: read,
    *woorden() {
      for (let stuk = 0; stuk < kop.stukken.length; stuk += 1) yield* readStuk(gunzipSync(read(aantal + stuk)));
    },
    tellingen: () => readTellingen(read(aantal + kop.stukken.length)),
    vormen: () => readTellingen(read(aantal + kop.stukken.length + 1)),
    close: () => closeSync(file),
  };
}

/** Reads counts that were written one behind the other. */
export function* readTellingen(bytes: Uint8Array): Generator<Woordtelling> {
  const cursor: Cursor = { bytes, plaats: 0 };
  while (cursor.plaats < cursor.bytes.length) {
    const length = readVarint(cursor);
    const sleutel = cursor.bytes.subarray(cursor.plaats, cursor.plaats + length);
    cursor.plaats += length;
    yield { sleutel, paginas: readVarint(cursor) };
  }
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  if (readSync(file, buffer, 0, length, position) !== length)
    throw new Error("a shard of the search index was cut off");
  return buffer;
}

/** Brings what Pagefind wrote in `folder` together in one file. The files there may be removed afterwards. */
export function writeScherf(path: string, sleutel: string, folder: string): void {
  const metanaam = readdirSync(folder).find((name) => name.endsWith(".pf_meta"));
  const meta = metanaam === undefined ? undefined : readMeta(gunzipSync(readFileSync(join(folder, metanaam))));
  const fragmenten = (meta?.paginas ?? []).map(({ id }) => readFileSync(join(folder, "fragment", `${id}.pf_fragment`)));
  const stukken = (meta?.stukken ?? []).map(({ naam }) => readFileSync(join(folder, "index", `${naam}.pf_index`)));
  const tellingen = countWoorden(stukken);
  const vormen = countVormen(fragmenten);
  const kop: Kop = {
    sleutel,
    metavelden: meta?.metavelden ?? [],
    woordtellingen: (meta?.paginas ?? []).map(({ woorden }) => woorden),
    fragmenten: fragmenten.map(({ length }) => length),
    stukken: stukken.map(({ length }) => length),
    tellingen: tellingen.length,
    vormen: vormen.length,
  };
  const json = Buffer.from(JSON.stringify(kop));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const whole = Buffer.concat([length, json, ...fragmenten, ...stukken, tellingen, vormen]);
  writeWhole(path, Buffer.concat([whole, createHash("sha256").update(whole).digest()]));
}

function countWoorden(stukken: readonly Buffer[]): Uint8Array {
  const tellingen = openTellingen();
  for (const stuk of stukken) {
    for (const woord of readStuk(gunzipSync(stuk))) tellingen.push(woord.sleutel, countPaginas(woord));
  }
  return tellingen.uitkomst();
}

function countVormen(fragmenten: readonly Buffer[]): Uint8Array {
  const aantallen = new Map<string, number>();
  for (const fragment of fragmenten) {
    const { woorden } = readFragment(gunzipSync(fragment));
    for (const vorm of woordvormenOf(woorden)) aantallen.set(vorm, (aantallen.get(vorm) ?? 0) + 1);
  }
  const gesorteerd = [...aantallen]
    .map(([vorm, aantal]) => ({ sleutel: Buffer.from(vorm), aantal }))
    .sort((a, b) => Buffer.compare(a.sleutel, b.sleutel));
  const tellingen = openTellingen();
  for (const { sleutel, aantal } of gesorteerd) tellingen.push(sleutel, aantal);
  return tellingen.uitkomst();
}

interface Tellingen {
  readonly push: (sleutel: Uint8Array, paginas: number) => void;
  /** All of them, as `readTellingen` reads them. */
  readonly uitkomst: () => Uint8Array;
}

/** Opens counts to write, in the order of their words. */
export function openTellingen(): Tellingen {
  let buffer = new Uint8Array(1 << 16);
  let at = 0;
  const pushGetal = (getal: number): void => {
    let over = getal;
    for (; over > 127; over >>>= 7) buffer[at++] = (over & 127) | 128;
    buffer[at++] = over;
  };
  return {
    push(sleutel, paginas) {
      if (at + sleutel.length + 2 * VARINT_MAX > buffer.length) {
        const larger = new Uint8Array(buffer.length * 2 + sleutel.length);
        larger.set(buffer);
        buffer = larger;
      }
      pushGetal(sleutel.length);
      buffer.set(sleutel, at);
      at += sleutel.length;
      pushGetal(paginas);
    },
    uitkomst: () => buffer.subarray(0, at),
  };
}

/** Bytes of the longest number of 32 bits. */
const VARINT_MAX = 5;

/** On how many pages a word stands, in any spelling. */
export function countPaginas(woord: Stukwoord): number {
  return woord.vormen.length === 0 ? woord.paginas.aantal : allePaginasOf(woord).length;
}

/** The pages on which a word stands in any spelling, ascending. */
export function allePaginasOf({ paginas, vormen }: Stukwoord): Uint32Array {
  if (vormen.length === 0) return paginasOf(paginas);
  const all = new Set(paginasOf(paginas));
  for (const vorm of vormen) for (const pagina of paginasOf(vorm.paginas)) all.add(pagina);
  return Uint32Array.from(all).sort();
}
