/**
 * Writes the built site. A file appears whole or not at all, a file that is the same is left alone, and what belongs to no
 * page any more is removed: only in folders that are ours, in a folder that carries our mark.
 */
import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathOfSleutel } from "../../src/model/sleutel.ts";
import { UserError } from "../../src/model/user-error.ts";
import { LIJST_SOORTEN } from "../../src/site/adres.ts";
import { isEigenRobots, ROBOTS } from "../../src/site/sitemap.ts";
import { readIfThere } from "../bestanden.ts";
import { SLOTMAP } from "../slot.ts";
import { openSchrijver, stampMap } from "./schrijf.ts";
import { VORMEN } from "./vormen.ts";

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
  /** Folder for files that are being written. */
  readonly tijdelijk: string;
  /** Writes one file; `path` is relative to the site, with forward slashes. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** A file that belongs to the site: it stands there as it should, or another has just written it. */
  readonly keep: (path: string, isGeschreven?: boolean) => void;
  /** The files of a Kamervraag, likewise; `geschreven` of them were written. */
  readonly keepPagina: (sleutel: string, geteld?: Pick<UitvoerReport, "geschreven" | "ongewijzigd">) => void;
  /** Leaves the files of a page that could not be made as they are, where they are; `basis` is their path without ending. */
  readonly keepBasis: (basis: string) => void;
  /** What was done so far. */
  readonly telling: () => Omit<UitvoerReport, "verwijderd">;
  /** The files that belong to the site, without those of pages of Kamervragen. */
  readonly paths: () => Iterable<string>;
  /**
   * Removes what does not belong to the site, and answers what was done; with `mappen` it looks only in these folders, which
   * are all in which something came or went since another build looked.
   */
  readonly finish: (mappen?: readonly string[]) => UitvoerReport & { readonly mappen: readonly Nagekekenmap[] };
}

/** A folder that was looked through, and when it last changed as of then; `null` twice when the clock cannot tell. */
export type Nagekekenmap = readonly [path: string, mtimeMs: number | null, ctimeMs: number | null];

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
  const tijdelijk = join(uit, TIJDELIJK);
  rmSync(tijdelijk, { recursive: true, force: true });
  const schrijver = openSchrijver(uit, join(tijdelijk, "hoofd"));
  const current = new Set<string>();
  const bases = new Set<string>();
  const blijft: Blijft = (path) => current.has(path) || bases.has(path.slice(0, path.lastIndexOf(".")));
  let geschreven = 0;
  let ongewijzigd = 0;

  const keep = (path: string, isGeschreven = false) => {
    current.add(path);
    if (isGeschreven) geschreven += 1;
    else ongewijzigd += 1;
  };
  const write = (path: string, content: string | Uint8Array) => keep(path, schrijver.write(path, content));
  write(MARKERING, MARKERING_TEKST);

  const finish = (mappen: readonly string[] = EIGEN_MAPPEN) => {
    const nagekeken: Nagekekenmap[] = [];
    const see = (map: string) => nagekeken.push([map, ...stampMap(join(uit, map), Date.now())]);
    const stale = listNames(uit).filter((name) => isEigen(uit, name) && !blijft(name));
    for (const name of stale) rmSync(join(uit, name));
    const verwijderd = mappen.reduce((count, folder) => count + removeStale(uit, folder, blijft, see), stale.length);
    rmSync(tijdelijk, { recursive: true, force: true });
    return { geschreven, ongewijzigd, verwijderd, mappen: nagekeken };
  };
  return {
    tijdelijk,
    write,
    keep,
    keepPagina: (sleutel, geteld = { geschreven: 0, ongewijzigd: VORMEN.length }) => {
      bases.add(pathOfSleutel(sleutel));
      geschreven += geteld.geschreven;
      ongewijzigd += geteld.ongewijzigd;
    },
    keepBasis: (basis) => bases.add(basis),
    telling: () => ({ geschreven, ongewijzigd }),
    paths: () => current,
    finish,
  };
}

/** Whether a file at the root was made by a build: of an address that was given then, and perhaps no more. */
function isEigen(uit: string, name: string): boolean {
  if (name === ROBOTS) return isEigenRobots(readIfThere(join(uit, name)) ?? "");
  return EIGEN_BESTANDEN.test(name);
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Whether a file belongs to the site. */
type Blijft = (path: string) => boolean;

// Removes files below `folder` that do not belong there, then folders that are left empty.
function removeStale(uit: string, folder: string, blijft: Blijft, see: (folder: string) => void): number {
  let removed = 0;
  let left = 0;
  // Before its names are read: what comes in after that is seen by the next build.
  see(folder);
  for (const entry of listEntries(join(uit, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) removed += removeStale(uit, path, blijft, see);
    else if (!blijft(path)) {
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
