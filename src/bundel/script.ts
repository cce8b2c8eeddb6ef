/** The scripts of the offline bundle that hold the files of the search index. */
import { gzipSync } from "fflate";
import { toBasis91 } from "../zoeken/basis91.ts";
import { DRAGER, GROOTSTE_PAKKET, type Pakking } from "../zoeken/dragerscript.ts";

/** Bytes of fragments that one script is to hold: small enough to read for one hit, large enough to keep the files few. */
const PAKKET_BYTES = 96 * 1024;

/** How many fragments go in a script, for an index of `aantal` fragments of `bytes` together. */
export function toPakking(bytes: number, aantal: number): Pakking {
  const gemiddeld = Math.max(1, bytes / Math.max(1, aantal));
  return { fragmentenPerPakket: Math.min(GROOTSTE_PAKKET, Math.max(1, Math.round(PAKKET_BYTES / gemiddeld))) };
}

/** The script that says how the fragments are packed; the search page loads it before its own. */
export function toDragerscript({ fragmentenPerPakket }: Pakking): string {
  return `globalThis.${DRAGER}={fragmentenPerPakket:${fragmentenPerPakket}};\n`;
}

/**
 * A script that hands over fragments together: how many bytes each has, and all of them end to end in one gzip, as text (basis91.ts). Pages
 * of one shard share many words, so that one gzip is a fifth smaller than one each. Made by fflate, not by Node's zlib: the same
 * bytes under every Node.
 * @param inhoud keys and unzipped files, in the order of the keys.
 */
export function toPakketscript(inhoud: readonly (readonly [key: string, bytes: Uint8Array])[]): string {
  const lengtes = Object.fromEntries(inhoud.map(([key, { length }]) => [key, length]));
  const heel = Buffer.concat(inhoud.map(([, bytes]) => bytes));
  const pakket = toBasis91(gzipSync(heel, { level: 9, mtime: 0 }));
  return `${DRAGER}.leverPakket(${JSON.stringify(lengtes)},"${pakket}");\n`;
}

/** A script that hands over files of the index: their keys and their bytes, as text (basis91.ts). */
export function toDatascript(inhoud: Iterable<readonly [key: string, bytes: Uint8Array]>): string {
  const delen = Array.from(inhoud, ([key, bytes]) => `${JSON.stringify(key)}:"${toBasis91(bytes)}"`);
  return `${DRAGER}.lever({${delen.join(",\n")}});\n`;
}
