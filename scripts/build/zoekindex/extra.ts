/** Words that are added to the index of a shard with the pages of a word that is in it, sorted in between the others. */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import {
  type GelezenStukwoord,
  type Paginalijst,
  readStuk,
  type Stukwoord,
  writeStuk,
} from "../../../src/zoeken/formaat/stuk.ts";

/** Words to a piece on disk. */
const PER_STUK = 200;

/**
 * The added words of a shard, sorted. They are collected at once, sorted and put on disk: what the merge holds of them is one
 * piece.
 */
export function openExtra(
  scherf: { readonly woorden: () => Iterable<GelezenStukwoord> },
  sleutelsVan: (woord: string) => readonly string[],
  path: string,
): Iterator<GelezenStukwoord> {
  const extra: { readonly sleutel: Buffer; readonly woord: Stukwoord }[] = [];
  for (const { woord, paginas, vormen } of scherf.woorden()) {
    const sleutels = sleutelsVan(woord);
    if (sleutels.length === 0) continue;
    const eigen = {
      paginas: copyLijst(paginas),
      vormen: vormen.map(({ vorm, paginas: lijst }) => ({ vorm, paginas: copyLijst(lijst) })),
    };
    for (const sleutel of sleutels) extra.push({ sleutel: Buffer.from(sleutel), woord: { woord: sleutel, ...eigen } });
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

/** A copy: a slice would keep its whole piece in memory. */
function copyLijst(lijst: Paginalijst): Paginalijst {
  return { ...lijst, rest: new Uint8Array(lijst.rest) };
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
