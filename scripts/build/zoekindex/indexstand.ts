/**
 * What the next build has to know of an index to bring it up to date: its shards, its pieces, its function words, and the
 * words that were added. It holds only for the very files that were made with it.
 */
import { join } from "node:path";
import { MANIFEST } from "../../../src/zoeken/manifest.ts";
import { readIfThere } from "../../bestanden.ts";
import { readKolommen, writeKolommen } from "../site/kolommenbestand.ts";
import { findScherf, type Scherf } from "./scherf.ts";
import type { Stukstand } from "./stukken-bij.ts";

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

/** Words with what is added for each, as `Woordaanvulling` gives them. */
export type Woordsleutels = ReadonlyMap<string, readonly string[]>;

export interface Indexstand extends Kop {
  /** Of each word what was added, behind each other with `SCHEIDING`. */
  readonly sleutels: ReadonlyMap<string, string>;
  /** Opens a shard as it was; `undefined` when it is there no more. */
  readonly openScherf: (stand: Scherfstand) => Scherf | undefined;
}

/** Stands in no word: the engine cuts words at white space. */
export const SCHEIDING = "\t";

/**
 * Reads what was kept, when it goes with the index in `doel`.
 * @param versie of the program that made it.
 */
export function readIndexstand(cache: string, doel: string, versie: string): Indexstand | undefined {
  const gelezen = readKolommen(pathOf(cache), versie);
  if (!gelezen) return undefined;
  // The check sum fits and so does the version: this is what was written.
  const kop = gelezen.kop as Kop;
  if (kop.doel !== doel || readBouw(doel) !== kop.bouw || kop.stukken.length === 0) return undefined;
  const sleutels = new Map<string, string>();
  for (const regel of Buffer.from(gelezen.u8("sleutels")).toString().split("\n")) {
    const tab = regel.indexOf(SCHEIDING);
    if (tab > 0) sleutels.set(regel.slice(0, tab), regel.slice(tab + 1));
  }
  return {
    ...kop,
    sleutels,
    openScherf({ bestand, sleutel, hash }) {
      const scherf = findScherf(join(cache, bestand), sleutel);
      if (!scherf || scherf.hash === hash) return scherf;
      scherf.close();
      return undefined;
    },
  };
}

function readBouw(doel: string): unknown {
  try {
    const manifest: unknown = JSON.parse(readIfThere(join(doel, MANIFEST)) ?? "null");
    return typeof manifest === "object" && manifest && "bouw" in manifest ? manifest.bouw : undefined;
  } catch {
    return undefined; // no manifest of ours
  }
}

/** Keeps it. Where that cannot be written, the next build merges all shards again. */
export function writeIndexstand(cache: string, versie: string, kop: Kop, sleutels: Woordsleutels): void {
  const regels: string[] = [];
  for (const [woord, eigen] of sleutels) {
    if (eigen.length > 0) regels.push(`${woord}${SCHEIDING}${eigen.join(SCHEIDING)}`);
  }
  writeKolommen(pathOf(cache), versie, kop, { sleutels: Buffer.from(regels.join("\n")) });
}

function pathOf(cache: string): string {
  return join(cache, "index.stand");
}
