/** The tables of an index, each under a name that goes with its content. */
import { constants, gzipSync } from "node:zlib";
import { sha256Of } from "../../bestanden.ts";
import type { Indexmap } from "./map.ts";

/** Writes a table and answers its key. */
export function putTabel(map: Indexmap, soort: string, bytes: Uint8Array): string {
  const key = `${soort}/${sha256Of(bytes).slice(0, 10)}.bin`;
  // In the lowest bytes of numbers nothing repeats: to look for it makes the table larger.
  const strategy = soort === "woordtellingen" ? constants.Z_HUFFMAN_ONLY : constants.Z_DEFAULT_STRATEGY;
  map.put(key, gzipSync(bytes, { level: 9, strategy }));
  return key;
}
