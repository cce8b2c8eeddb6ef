/** Words that are added to the index of a shard with the pages of a word that is in it, sorted in between the others. */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { type GelezenStukwoord, readStuk, type Stukwoord, writeStuk } from "../../../src/zoeken/formaat/stuk.ts";
import { copyWoord } from "./verschil.ts";
import { splitSleutels, type Woordsleutels } from "./woordsleutels.ts";

/** Words to a piece on disk. */
const PER_STUK = 200;

/**
 * The added words of a shard, sorted. They are collected at once, sorted and put on disk: what the merge holds of them is one
 * piece.
 */
export function openExtra(
  scherf: { readonly woorden: () => Iterable<GelezenStukwoord> },
  sleutels: Woordsleutels,
  path: string,
): Iterator<GelezenStukwoord> {
  const extra: { readonly sleutel: Buffer; readonly woord: Stukwoord }[] = [];
  for (const gelezen of scherf.woorden()) {
    const eigenSleutels = splitSleutels(sleutels.get(gelezen.woord));
    if (eigenSleutels.length === 0) continue;
    const eigen = copyWoord(gelezen);
    for (const sleutel of eigenSleutels) {
      extra.push({ sleutel: Buffer.from(sleutel), woord: { ...eigen, woord: sleutel } });
    }
  }
  extra.sort((a, b) => Buffer.compare(a.sleutel, b.sleutel));
  const file = openSync(path, "w+");
  const lengths: number[] = [];
  for (let at = 0; at < extra.length; at += PER_STUK) {
    const bytes = writeStuk(extra.slice(at, at + PER_STUK).map(({ woord }) => woord));
    writeSync(file, bytes);
    lengths.push(bytes.length);
  }
  return readBack(file, lengths);
}

function* readBack(file: number, lengths: readonly number[]): Generator<GelezenStukwoord> {
  try {
    let at = 0;
    for (const length of lengths) {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, at);
      at += length;
      yield* readStuk(bytes);
    }
  } finally {
    closeSync(file);
  }
}
