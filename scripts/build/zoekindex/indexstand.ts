/**
 * What the next build has to know of an index to bring it up to date: its shards, its pieces, its function words, and the
 * words that were added. It holds only for the very files that were made with it.
 */
import { join } from "node:path";
import { readKolommen, writeKolommen } from "../site/kolommenbestand.ts";
import { readManifest } from "./map.ts";
import { findScherf, type Scherf } from "./scherf.ts";
import type { Stukstand } from "./stukken-bij.ts";
import { readSleutels, type Woordsleutels, writeSleutels } from "./woordsleutels.ts";

export interface Scherfstand {
  readonly naam: string;
  /** Its file in the cache, and the key it was written for. */
  readonly bestand: string;
  readonly sleutel: string;
  readonly hash: string;
  readonly vanaf: number;
  readonly aantal: number;
}

interface Kop {
  readonly doel: string;
  /** The hash of the index, as its manifest has it. */
  readonly bouw: string;
  readonly scherven: readonly Scherfstand[];
  readonly stukken: readonly Stukstand[];
  /** Function words with the keys of their pages. */
  readonly functiewoorden: Readonly<Record<string, string>>;
}

export interface Indexstand extends Kop {
  /** What was added. */
  readonly sleutels: Woordsleutels;
  /** The counts of all shards together, as `readTellingen` reads them. */
  readonly tellingen: Uint8Array;
  readonly vormen: Uint8Array;
  /** Opens a shard as it was; `undefined` when it is there no more. */
  readonly openScherf: (stand: Scherfstand) => Scherf | undefined;
}

/**
 * Reads what was kept, when it goes with the index in `doel`.
 * @param versie of the program that made it.
 */
export function readIndexstand(cache: string, doel: string, versie: string): Indexstand | undefined {
  const gelezen = readKolommen(pathOf(cache), versie);
  if (!gelezen) return undefined;
  // The check sum fits and so does the version: this is what was written.
  const kop = gelezen.kop as Kop;
  if (kop.doel !== doel || readManifest(doel)?.bouw !== kop.bouw || kop.stukken.length === 0) return undefined;
  return {
    ...kop,
    sleutels: readSleutels(Buffer.from(gelezen.u8("sleutels")).toString()),
    tellingen: gelezen.u8("tellingen"),
    vormen: gelezen.u8("vormen"),
    openScherf({ bestand, sleutel, hash }) {
      const scherf = findScherf(join(cache, bestand), sleutel);
      if (!scherf || scherf.hash === hash) return scherf;
      scherf.close();
      return undefined;
    },
  };
}

/** Keeps it. Where that cannot be written, the next build merges all shards again. */
export function writeIndexstand(
  cache: string,
  versie: string,
  kop: Kop,
  { sleutels, tellingen, vormen }: Pick<Indexstand, "sleutels" | "tellingen" | "vormen">,
): void {
  writeKolommen(pathOf(cache), versie, kop, { sleutels: Buffer.from(writeSleutels(sleutels)), tellingen, vormen });
}

function pathOf(cache: string): string {
  return join(cache, "index.stand");
}
