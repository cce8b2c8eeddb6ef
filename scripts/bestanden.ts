/** Files: written whole or not at all, listed in an order that is the same on every machine. */
import { createHash } from "node:crypto";
import {
  closeSync,
  type Dirent,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { namePath } from "./systeemfout.ts";

/** Ending of a file that is being written; one that is left behind by an interrupted run is removed by the next. */
export const TIJDELIJK = ".tijdelijk";

/** Writes a file next to its place and moves it there: an interruption leaves the old file or the new one. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  putInPlace(path, (temporary) => writeFileSync(temporary, content));
}

/** The same for content in parts, which are not joined in memory. */
export function writeParts(path: string, parts: readonly Uint8Array[]): void {
  putInPlace(path, (temporary) => {
    const file = openSync(temporary, "w");
    try {
      for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
    } finally {
      closeSync(file);
    }
  });
}

function putInPlace(path: string, write: (temporary: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}${TIJDELIJK}`;
  try {
    write(temporary);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw namePath(error, path);
  }
}

/** Reads a text file, or `undefined` when it is not there. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The first bytes of a file. */
export function readHead(path: string, length: number): Uint8Array {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Whether the system refused something (no permission, no room, no such file), as against a bug of ours. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Files of one folder, in order; `below` is the folder's path below the one that is walked, with `/`. */
export interface Bestandenreeks {
  readonly below: string;
  readonly names: readonly string[];
}

/**
 * Walks all files below a folder, folder by folder, sorted by character code; hidden files and folders are passed over.
 * Symbolic links are followed, except to a folder that the link stands in; one that leads nowhere counts as a file, so
 * that its reader can tell of it. Paths are relative to the folder, with `/`.
 */
export async function* walkFiles(folder: string): AsyncGenerator<string> {
  for (const { below, names } of walkFolders(folder)) {
    for (const name of names) yield pathBelow(below, name);
  }
}

/** The same files in the same order, as many at a time as follow each other in one folder. */
export function* walkFolders(folder: string, below = "", around: readonly string[] = []): Generator<Bestandenreeks> {
  const here = [...around, realpathSync(join(folder, below))];
  const anders = new Map<string, Dirent>();
  const all = readdirSync(join(folder, below), { withFileTypes: true }).map((entry) => {
    if (!entry.isFile()) anders.set(entry.name, entry);
    return entry.name;
  });
  let names: string[] = [];
  // Without a comparison of our own: that is by character code, and many times quicker.
  for (const name of all.toSorted()) {
    if (name.startsWith(".") || name.endsWith(TIJDELIJK)) continue;
    const entry = anders.get(name);
    const path = pathBelow(below, name);
    const kind = entry?.isSymbolicLink() ? statSync(join(folder, path), { throwIfNoEntry: false }) : entry;
    if (kind === undefined || kind.isFile()) names.push(name);
    else if (kind.isDirectory()) {
      if (names.length > 0) yield { below, names };
      names = [];
      const isLoop = entry?.isSymbolicLink() && here.includes(realpathSync(join(folder, path)));
      if (!isLoop) yield* walkFolders(folder, path, here);
    }
  }
  if (names.length > 0) yield { below, names };
}

export function pathBelow(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
