/** Files: written whole or not at all, listed in an order that is the same on every machine. */
import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { namePath } from "./systeemfout.ts";

/** Ending of a file that is being written; one that is left behind by an interrupted run is removed by the next. */
export const TIJDELIJK = ".tijdelijk";

/** Writes a file next to its place and moves it there: an interruption leaves the old file or the new one. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}${TIJDELIJK}`;
  try {
    writeFileSync(temporary, content);
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

/**
 * Walks all files below a folder, folder by folder, sorted by character code; hidden files and folders are passed over.
 * Symbolic links are followed, except to a folder that the link stands in; one that leads nowhere counts as a file, so
 * that its reader can tell of it. Paths are relative to the folder, with `/`.
 */
export async function* walkFiles(folder: string, below = "", around: readonly string[] = []): AsyncGenerator<string> {
  const here = [...around, realpathSync(join(folder, below))];
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    if (entry.name.startsWith(".") || entry.name.endsWith(TIJDELIJK)) continue;
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    const kind = entry.isSymbolicLink() ? statSync(join(folder, path), { throwIfNoEntry: false }) : entry;
    if (kind === undefined || kind.isFile()) yield path;
    else if (kind.isDirectory()) {
      const isLoop = entry.isSymbolicLink() && here.includes(realpathSync(join(folder, path)));
      if (!isLoop) yield* walkFiles(folder, path, here);
    }
  }
}
