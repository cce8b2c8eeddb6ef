/** Writes a file of the site: whole or not at all, and not when it is there already. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withPath } from "../systeemfout.ts";

export interface Schrijver {
  /** Writes `content` to `path`, relative to the site; `false` when the file already holds just that. */
  readonly write: (path: string, content: string | Uint8Array) => boolean;
}

/** Opens a writer; `tijdelijk` is a folder on the same disk in which no other writer makes the same names. */
export function openSchrijver(uit: string, tijdelijk: string): Schrijver {
  const made = new Set<string>();
  const makeFolder = (folder: string) => {
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  let count = 0;
  makeFolder(tijdelijk);
  return {
    write(path, content) {
      const target = join(uit, path);
      if (isSame(target, content)) return false;
      makeFolder(dirname(target));
      const fresh = join(tijdelijk, String(count));
      count += 1;
      withPath(target, () => {
        writeFileSync(fresh, content);
        renameSync(fresh, target);
      });
      return true;
    },
  };
}

// Asks for the size first: to open what is not there costs an exception, and to read what differs costs a file.
function isSame(path: string, content: string | Uint8Array): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== Buffer.byteLength(content)) return false;
  return readFileSync(path).equals(typeof content === "string" ? Buffer.from(content) : content);
}

/** What tells of files whether they are still as they were written: their sizes and times. Empty when one is not there. */
export function merkOf(uit: string, paths: readonly string[]): string {
  const delen: string[] = [];
  for (const path of paths) {
    const found = statSync(join(uit, path), { throwIfNoEntry: false });
    if (!found?.isFile()) return "";
    delen.push(`${found.size.toString(36)}.${Math.round(found.mtimeMs * 1000).toString(36)}`);
  }
  return delen.join(" ");
}

/** Clocks of disks are coarse: what was written so shortly before it was looked at may have been written again since. */
export const MARGE_MS = 2_500;

/** What the system says of a folder; `null` twice when it may change again within the same tick of its clock. */
export function stampMap(path: string, nuMs: number): readonly [mtimeMs: number | null, ctimeMs: number | null] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || Math.max(found.mtimeMs, found.ctimeMs) + MARGE_MS > nuMs) return [null, null];
  return [found.mtimeMs, found.ctimeMs];
}
