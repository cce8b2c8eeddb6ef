/**
 * A file of columns that a build keeps for the next one: plain data, and long rows of numbers that are read as they lie in the
 * file. What does not fit its check sum, or was made by other code, is not there.
 */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, rmSync } from "node:fs";
import { isSystemError, writeParts } from "../../bestanden.ts";
import { type Getallen, type Teksten, toGetallen, toTeksten } from "../../convert/kolommen.ts";

export type Kolom = Float64Array | Int32Array | Uint32Array | Uint8Array;

const SOORTEN = { f64: Float64Array, i32: Int32Array, u32: Uint32Array, u8: Uint8Array } as const;
type Soort = keyof typeof SOORTEN;

interface Inhoud {
  readonly versie: string;
  readonly kop: unknown;
  readonly kolommen: readonly (readonly [naam: string, soort: Soort, lengte: number])[];
}

export interface Kolommen {
  readonly kop: unknown;
  readonly getallen: (naam: string) => Getallen;
  readonly teksten: (naam: string) => Teksten;
  readonly f64: (naam: string) => Float64Array;
  readonly i32: (naam: string) => Int32Array;
  readonly u32: (naam: string) => Uint32Array;
  readonly u8: (naam: string) => Uint8Array;
}

const MERK = Buffer.from("kamervragen-kolommen-1\n\0");
const HASH_LENGTE = 32;
/** The mark, the check sum of all that follows it, and the length of the head. */
const BEGIN = MERK.length + HASH_LENGTE + 8;

/** Reads a file; `undefined` when it is not there, not whole, or of another `versie`. */
export function readKolommen(path: string, versie: string): Kolommen | undefined {
  const ruimte = readAll(path);
  const bytes = Buffer.from(ruimte ?? new ArrayBuffer(0));
  if (!ruimte || bytes.length < BEGIN || !bytes.subarray(0, MERK.length).equals(MERK)) return undefined;
  const hash = createHash("sha256")
    .update(bytes.subarray(MERK.length + HASH_LENGTE))
    .digest();
  if (!hash.equals(bytes.subarray(MERK.length, MERK.length + HASH_LENGTE))) return undefined;
  const koplengte = bytes.readUInt32LE(BEGIN - 8);
  // The check sum vouches that this is what was written; the version, that it was written by this code.
  const inhoud = JSON.parse(bytes.toString("utf8", BEGIN, BEGIN + koplengte)) as Inhoud;
  if (inhoud.versie !== versie) return undefined;
  const kolommen = new Map<string, Kolom>();
  let at = align(BEGIN + koplengte);
  for (const [naam, soort, lengte] of inhoud.kolommen) {
    const Soort = SOORTEN[soort];
    kolommen.set(naam, new Soort(ruimte, at, lengte));
    at = align(at + lengte * Soort.BYTES_PER_ELEMENT);
  }
  const f64 = (naam: string) => pick(kolommen.get(naam), Float64Array, naam);
  const i32 = (naam: string) => pick(kolommen.get(naam), Int32Array, naam);
  const u32 = (naam: string) => pick(kolommen.get(naam), Uint32Array, naam);
  const u8 = (naam: string) => pick(kolommen.get(naam), Uint8Array, naam);
  return {
    kop: inhoud.kop,
    f64,
    i32,
    u32,
    u8,
    getallen: (naam) => toGetallen(u32(`${naam}.begin`), f64(naam)),
    teksten: (naam) => toTeksten(u32(`${naam}.begin`), u8(naam)),
  };
}

function pick<Row extends Kolom>(
  kolom: Kolom | undefined,
  Soort: abstract new (...args: never[]) => Row,
  naam: string,
): Row {
  if (kolom instanceof Soort) return kolom;
  throw new Error(`there is no such column: ${naam}`);
}

/** Writes a file whole or not at all. Answers the system's code when it could not; then there is none. */
export function writeKolommen(
  path: string,
  versie: string,
  kop: unknown,
  kolommen: Readonly<Record<string, Kolom | Getallen | Teksten>>,
): string | undefined {
  const rijen = Object.entries(kolommen).flatMap(([naam, kolom]): (readonly [string, Kolom])[] => {
    if (ArrayBuffer.isView(kolom)) return [[naam, kolom]];
    return [
      [naam, "alle" in kolom ? kolom.alle : kolom.bytes],
      [`${naam}.begin`, kolom.begin],
    ];
  });
  const inhoud: Inhoud = {
    versie,
    kop,
    kolommen: rijen.map(([naam, kolom]) => [naam, soortOf(kolom), kolom.length]),
  };
  const json = Buffer.from(JSON.stringify(inhoud));
  const lengte = Buffer.alloc(8);
  lengte.writeUInt32LE(json.length);
  const delen: Uint8Array[] = [lengte, ...padded(json)];
  for (const [, kolom] of rijen)
    delen.push(...padded(new Uint8Array(kolom.buffer, kolom.byteOffset, kolom.byteLength)));
  const hash = createHash("sha256");
  for (const deel of delen) hash.update(deel);
  try {
    writeParts(path, [MERK, hash.digest(), ...delen]);
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    rmSync(path, { force: true });
    return error.code;
  }
}

function soortOf(kolom: Kolom): Soort {
  if (kolom instanceof Float64Array) return "f64";
  if (kolom instanceof Int32Array) return "i32";
  return kolom instanceof Uint32Array ? "u32" : "u8";
}

// A row of numbers begins at a multiple of eight, where it can be read in place.
function align(at: number): number {
  return Math.ceil(at / 8) * 8;
}

function padded(bytes: Uint8Array): readonly Uint8Array[] {
  return [bytes, new Uint8Array(align(bytes.length) - bytes.length)];
}

// Not in the pool of small buffers, which may begin at any place.
function readAll(path: string): ArrayBuffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const { size } = fstatSync(file);
    const ruimte = new ArrayBuffer(size);
    const bytes = new Uint8Array(ruimte);
    let at = 0;
    for (let count = -1; at < size && count !== 0; at += count) count = readSync(file, bytes, at, size - at, at);
    return at === size ? ruimte : undefined;
  } catch (error) {
    if (isSystemError(error)) return undefined; // not there, or not to be read: as good as empty
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
