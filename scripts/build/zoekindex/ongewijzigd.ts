/**
 * Whether the search index has to be made at all: not when all that it is made from is what it was, and each of its files is as
 * it was left.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isSystemError, readIfThere, walkFiles, writeWhole } from "../../bestanden.ts";
import type { ZoekindexResult } from "../zoekindex.ts";

interface Indexstand {
  /** Hash of all that the index is made from. */
  readonly kenmerk: string;
  readonly doel: string;
  readonly resultaat: ZoekindexResult;
  /** Its files with their sizes and times. */
  readonly bestanden: readonly (readonly [path: string, grootte: number, tijd: number])[];
}

/** Answers what the build that made the index said of it, when nothing changed since; its time is none. */
export function findIndex(cache: string, doel: string, kenmerk: string): ZoekindexResult | undefined {
  const stand = readStand(cache);
  if (stand?.kenmerk !== kenmerk || stand.doel !== doel) return undefined;
  // A build that was cut off left these: the next one clears them.
  if (existsSync(`${doel}.nieuw`) || existsSync(`${doel}.oud`)) return undefined;
  for (const [path, grootte, tijd] of stand.bestanden) {
    const found = statSync(join(doel, path), { throwIfNoEntry: false });
    if (!found?.isFile() || found.size !== grootte || found.mtimeMs !== tijd) return undefined;
  }
  return { ...stand.resultaat, seconds: 0, scherfSeconds: 0, nieuweScherven: 0 };
}

/** Remembers an index that was just made. Where that cannot be written, the next build makes it again. */
export async function keepIndex(
  cache: string,
  doel: string,
  kenmerk: string,
  resultaat: ZoekindexResult,
): Promise<void> {
  const bestanden: (readonly [string, number, number])[] = [];
  for await (const path of walkFiles(doel)) {
    const { size, mtimeMs } = statSync(join(doel, path));
    bestanden.push([path, size, mtimeMs]);
  }
  const stand: Indexstand = { kenmerk, doel, resultaat, bestanden };
  try {
    writeWhole(pathOf(cache), JSON.stringify(stand));
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
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
