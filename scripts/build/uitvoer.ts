/**
 * Writes the built site. A file appears whole or not at all, a file that is the same is left alone, and what belongs to no
 * page any more is removed: only in folders that are ours, in a folder that carries our mark.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../../src/model/user-error.ts";
import { LIJST_SOORTEN } from "../../src/site/adres.ts";
import { SLOTMAP } from "../slot.ts";
import { withPath } from "../systeemfout.ts";

/** Stands in every folder that a build may write to and clear. */
export const MARKERING = ".kamervragen-archief";

export const MARKERING_TEKST =
  "Deze map is gemaakt door het Kamervragen-archief. Een nieuwe build overschrijft haar.\n";

const EIGEN_MAPPEN = ["kamervraag", ...LIJST_SOORTEN, "assets"] as const;
// Parts of the sitemap stand at the root: a sitemap speaks only for what lies beside and below it.
const EIGEN_BESTANDEN = /^(?:sitemap(?:-[A-Za-z0-9-]+)?|opensearch)\.xml$/;
/** Folder of the files that are being written. */
export const TIJDELIJK = ".kamervragen-nieuw";

export interface Uitvoer {
  /** Writes one file; `path` is relative to the site, with forward slashes. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Leaves a file that stands there as it is, without writing it. */
  readonly keep: (path: string) => void;
  /** Removes what was not written, and answers what was done. */
  readonly finish: () => UitvoerReport;
}

export interface UitvoerReport {
  readonly geschreven: number;
  readonly ongewijzigd: number;
  readonly verwijderd: number;
}

/**
 * Opens the folder `uit` for a build and makes it when it is not there.
 * @throws UserError when there is something in it and it is not ours.
 */
export function openUitvoer(uit: string): Uitvoer {
  const names = listNames(uit).filter((name) => name !== SLOTMAP);
  if (names.length > 0 && !names.includes(MARKERING)) {
    throw new UserError({
      where: uit,
      what: "deze map is niet leeg en is niet door het archief gemaakt",
      why: `het bestand ${MARKERING} ontbreekt; een build ruimt op en zou andermans bestanden kunnen weggooien`,
      mend: "kies met --uit een lege of nieuwe map",
    });
  }
  const made = new Set<string>();
  const makeFolder = (folder: string) => {
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  const temporary = join(uit, TIJDELIJK);
  makeFolder(temporary);
  const current = new Set<string>();
  let geschreven = 0;
  let ongewijzigd = 0;

  const write = (path: string, content: string | Uint8Array) => {
    current.add(path);
    const target = join(uit, path);
    if (isSame(target, content)) {
      ongewijzigd += 1;
      return;
    }
    makeFolder(dirname(target));
    const fresh = join(temporary, String(geschreven));
    withPath(target, () => {
      writeFileSync(fresh, content);
      renameSync(fresh, target);
    });
    geschreven += 1;
  };
  write(MARKERING, MARKERING_TEKST);

  const finish = () => {
    const stale = listNames(uit).filter((name) => EIGEN_BESTANDEN.test(name) && !current.has(name));
    for (const name of stale) rmSync(join(uit, name));
    const verwijderd = EIGEN_MAPPEN.reduce((count, folder) => count + removeStale(uit, folder, current), stale.length);
    rmSync(temporary, { recursive: true, force: true });
    return { geschreven, ongewijzigd, verwijderd };
  };
  return { write, keep: (path) => current.add(path), finish };
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

// Asks for the size first: to open what is not there costs an exception, and to read what differs costs a file.
function isSame(path: string, content: string | Uint8Array): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || found.size !== Buffer.byteLength(content)) return false;
  return readFileSync(path).equals(typeof content === "string" ? Buffer.from(content) : content);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

// Removes files below `folder` that are not in `current`, then folders that are left empty.
function removeStale(uit: string, folder: string, current: ReadonlySet<string>): number {
  let removed = 0;
  let left = 0;
  for (const entry of listEntries(join(uit, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) removed += removeStale(uit, path, current);
    else if (!current.has(path)) {
      rmSync(join(uit, path));
      removed += 1;
      continue;
    }
    left += 1;
  }
  if (left === 0 || removed > 0) tryRemoveFolder(join(uit, folder));
  return removed;
}

function listEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

// A folder goes only when it is empty; what somebody else put there keeps it.
function tryRemoveFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (isMissing(error) || (error instanceof Error && "code" in error && error.code === "ENOTEMPTY")) return;
    throw error;
  }
}
