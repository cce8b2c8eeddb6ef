/**
 * Reads parts of a zip file, without faith in what the file says of itself: sizes are measured while unpacking, check sums
 * are compared, and an odd file gives a code, never an exception.
 */
import { Inflate } from "fflate";
import type { Diagnostiek } from "../model/kamervraag.ts";

/** Why a file cannot be read, as a code of `Diagnostiek`. */
export interface Mislukt {
  readonly mislukt: Diagnostiek["code"];
}

export interface Zip {
  readonly bytes: Uint8Array;
  readonly delen: ReadonlyMap<string, Zipdeel>;
}

interface Zipdeel {
  readonly methode: number;
  readonly isVersleuteld: boolean;
  readonly crc: number;
  readonly ingepakt: number;
  readonly plaats: number;
}

/**
 * How much the parts of one file may come to when unpacked. The text of a letter is below 1 MB; a "zip bomb" of a few
 * kilobytes unpacks to gigabytes.
 */
export const MAX_UITGEPAKT = 32 * 1024 * 1024;

/** Small enough that one piece, a thousand times as large when unpacked, stays far from the limit. */
const HAP = 8 * 1024;

/** Whether bytes begin as a zip file does; the first four are enough. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Reads the list of parts, at the end of the file; nothing is unpacked yet. */
export function openZip(bytes: Uint8Array): Zip | Mislukt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const einde = findEinde(view);
  if (einde === undefined) return { mislukt: "zip-beschadigd" };
  const delen = new Map<string, Zipdeel>();
  let at = view.getUint32(einde + 16, true);
  for (let count = view.getUint16(einde + 10, true); count > 0; count -= 1) {
    if (at + 46 > einde || view.getUint32(at, true) !== 0x02014b50) return { mislukt: "zip-beschadigd" };
    const lengte = view.getUint16(at + 28, true);
    const naam = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + lengte)).replaceAll("\\", "/");
    const deel: Zipdeel = {
      isVersleuteld: (view.getUint16(at + 8, true) & 1) === 1,
      methode: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ingepakt: view.getUint32(at + 20, true),
      plaats: view.getUint32(at + 42, true),
    };
    // Of two parts with one name the first counts, whatever a later one says.
    if (!delen.has(naam)) delen.set(naam, deel);
    at += 46 + lengte + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { bytes, delen };
}

// The record at the end has a comment of at most 64 KB behind it.
function findEinde(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

/** Unpacks parts of a zip one at a time, to a limit for all of them together. */
export function createUitpakker(zip: Zip): (naam: string) => Uint8Array | Mislukt | undefined {
  let over = MAX_UITGEPAKT;
  return (naam) => {
    const deel = zip.delen.get(naam);
    if (!deel) return undefined;
    const uitgepakt = unpack(zip.bytes, deel, over);
    if ("mislukt" in uitgepakt) return uitgepakt;
    over -= uitgepakt.length;
    return uitgepakt;
  };
}

function unpack(bytes: Uint8Array, deel: Zipdeel, over: number): Uint8Array | Mislukt {
  if (deel.isVersleuteld) return { mislukt: "zip-versleuteld" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { plaats } = deel;
  if (plaats + 30 > bytes.length || view.getUint32(plaats, true) !== 0x04034b50) return { mislukt: "zip-beschadigd" };
  const start = plaats + 30 + view.getUint16(plaats + 26, true) + view.getUint16(plaats + 28, true);
  if (start + deel.ingepakt > bytes.length) return { mislukt: "zip-beschadigd" };
  const ingepakt = bytes.subarray(start, start + deel.ingepakt);
  if (deel.methode !== 0 && deel.methode !== 8) return { mislukt: "zip-beschadigd" };
  const uitgepakt = deel.methode === 0 ? limit(ingepakt, over) : inflate(ingepakt, over);
  if ("mislukt" in uitgepakt) return uitgepakt;
  return crcOf(uitgepakt) === deel.crc ? uitgepakt : { mislukt: "zip-beschadigd" };
}

function limit(bytes: Uint8Array, over: number): Uint8Array | Mislukt {
  return bytes.length > over ? { mislukt: "zip-te-groot" } : bytes;
}

function inflate(ingepakt: Uint8Array, over: number): Uint8Array | Mislukt {
  const happen: Uint8Array[] = [];
  let size = 0;
  const stroom = new Inflate((hap) => {
    happen.push(hap);
    size += hap.length;
  });
  try {
    for (let at = 0; at < ingepakt.length && size <= over; at += HAP)
      stroom.push(ingepakt.subarray(at, at + HAP), at + HAP >= ingepakt.length);
  } catch {
    // fflate throws on bytes that are no deflate stream: that is all there is to know.
    return { mislukt: "zip-beschadigd" };
  }
  if (size > over) return { mislukt: "zip-te-groot" };
  const all = new Uint8Array(size);
  let at = 0;
  for (const hap of happen) {
    all.set(hap, at);
    at += hap.length;
  }
  return all;
}

const CRC_TABEL = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABEL[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
