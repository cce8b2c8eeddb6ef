/** The scripts of the offline bundle that hold the files of the search index. */
import { gunzipSync, gzipSync } from "fflate";
import { DRAGER, GROOTSTE_PAKKET, type Pakking } from "../zoeken/dragerscript.ts";

/** Bytes of fragments, zipped one by one, that one script is to hold: small enough to read for one hit, large enough to keep the files few. */
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

/** A script that hands over files of the index: their keys and their bytes, in base64. */
export function toDatascript(inhoud: Iterable<readonly [key: string, bytes: Uint8Array]>): string {
  const delen = Array.from(
    inhoud,
    ([key, bytes]) => `${JSON.stringify(key)}:"${Buffer.from(bytes).toString("base64")}"`,
  );
  return `${DRAGER}.lever({${delen.join(",\n")}});\n`;
}

/**
 * A script that hands over zipped files of the index as one: their keys with their lengths, and their bytes behind each other, zipped
 * together and in base64. Fragments share words: together they take a fifth less than one by one.
 */
export function toPakketscript(inhoud: readonly (readonly [key: string, gezipt: Uint8Array])[]): string {
  const delen = inhoud.map(([key, gezipt]) => [key, gunzipSync(gezipt)] as const);
  const samen = new Uint8Array(delen.reduce((som, [, { length }]) => som + length, 0));
  let plaats = 0;
  for (const [, bytes] of delen) {
    samen.set(bytes, plaats);
    plaats += bytes.length;
  }
  const lengtes = Object.fromEntries(delen.map(([key, { length }]) => [key, length]));
  // The same bytes on every machine, as those of the system's zlib are not; no time is written in it.
  const base64 = Buffer.from(gzipSync(samen, { level: 9, mtime: 0 })).toString("base64");
  return `${DRAGER}.leverPakket(${JSON.stringify(lengtes)},\n"${base64}");\n`;
}
