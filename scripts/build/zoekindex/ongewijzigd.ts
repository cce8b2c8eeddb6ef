/**
 * Whether the search index has to be made at all: not when all that it is made from is what it was, and its folder holds the
 * files that it was left with, as they were left, and no other.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isSystemError, pathBelow, readIfThere, walkFolders, writeWhole } from "../../bestanden.ts";
import type { ZoekindexResult } from "../zoekindex.ts";

interface Indexstand {
  /** Hash of all that the index is made from. */
  readonly kenmerk: string;
  readonly doel: string;
  readonly resultaat: ZoekindexResult;
  /** Its files with their sizes and times. */
  readonly bestanden: readonly Indexbestand[];
}

type Indexbestand = readonly [path: string, grootte: number, tijd: number];

/** An index that lies there as it was left. */
export interface Gevondenindex {
  /** Hash of all that it was made from. */
  readonly kenmerk: string;
  /** What the build that made it said of it; its time is none. */
  readonly resultaat: ZoekindexResult;
}

/** Finds the index in `doel`, when all its files are as the last build left them. */
export function findIndex(cache: string, doel: string): Gevondenindex | undefined {
  const stand = readStand(cache);
  if (stand?.doel !== doel) return undefined;
  // A build that was cut off left these: the next one clears them.
  if (existsSync(`${doel}.nieuw`) || existsSync(`${doel}.oud`)) return undefined;
  if (JSON.stringify(listBestanden(doel)) !== JSON.stringify(stand.bestanden)) return undefined;
  return {
    kenmerk: stand.kenmerk,
    resultaat: { ...stand.resultaat, seconds: 0, scherfSeconds: 0, nieuweScherven: 0, isBijgewerkt: false },
  };
}

/** Remembers an index that was just made. Where that cannot be written, the next build makes it again. */
export function keepIndex(cache: string, doel: string, kenmerk: string, resultaat: ZoekindexResult): void {
  const stand: Indexstand = { kenmerk, doel, resultaat, bestanden: listBestanden(doel) };
  try {
    writeWhole(pathOf(cache), JSON.stringify(stand));
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

function listBestanden(doel: string): readonly Indexbestand[] {
  if (!existsSync(doel)) return [];
  return [...walkFolders(doel)].flatMap(({ below, names }) =>
    names.map((name) => {
      const path = pathBelow(below, name);
      const { size, mtimeMs } = statSync(join(doel, path));
      return [path, size, mtimeMs] as const;
    }),
  );
}

function pathOf(cache: string): string {
  return join(cache, "stand.json");
}

function readStand(cache: string): Indexstand | undefined {
  const tekst = readIfThere(pathOf(cache));
  if (tekst === undefined) return undefined;
  try {
    // What is in it decides only whether the index is made again, and is compared with what lies there.
    return JSON.parse(tekst) as Indexstand;
  } catch {
    return undefined; // cut off: as good as none
  }
}
