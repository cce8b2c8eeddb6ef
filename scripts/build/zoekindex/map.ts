/**
 * The folder of an index while it is made, beside the one that is in use. A file that is the same there is linked, not
 * written: it keeps its time stamp, and whoever copies the site to a host sees that it did not change.
 */
import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { INDELING, MANIFEST } from "../../../src/zoeken/manifest.ts";
import { isMissing, isSystemError, readIfThere, sha256Of } from "../../bestanden.ts";
import { withPath } from "../../systeemfout.ts";

export interface Indexmap {
  /** Writes a file under a key. */
  readonly put: (key: string, bytes: Uint8Array) => void;
  /** The same for a file whose content is told by what its key and those of others are made of: it is not in `hash`. */
  readonly putDeel: (key: string, bytes: Uint8Array) => void;
  /** Takes over a file that is known to be as it was made, and how long that is; not in `hash` either. */
  readonly keepDeel: (key: string, oudeKey?: string, bytes?: number) => void;
  /** The file under a key in the index that is in use. */
  readonly findOud: (key: string) => Buffer | undefined;
  /** Hash over all files that were put and their keys. */
  readonly hash: () => string;
  readonly telling: () => { readonly files: number; readonly bytes: number };
}

/** Opens the folder `fresh`, which must be empty; `doel` need not be there. */
export function openIndexmap(fresh: string, doel: string): Indexmap {
  // Files of another layout may be zipped in another way: then none is taken over.
  const oud = readManifest(doel)?.indeling === INDELING ? doel : join(fresh, ".geen");
  const hashes = new Map<string, string>();
  const made = new Set<string>();
  let files = 0;
  let bytes = 0;
  const place = (key: string, length: number): string => {
    const path = join(fresh, key);
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    files += 1;
    bytes += length;
    return path;
  };
  const putDeel = (key: string, content: Uint8Array): void => {
    const path = place(key, content.length);
    if (!isSame(join(oud, key), content) || !isLinked(join(oud, key), path))
      withPath(path, () => writeFileSync(path, content));
  };
  return {
    put(key, content) {
      putDeel(key, content);
      hashes.set(key, sha256Of(content));
    },
    putDeel,
    keepDeel(key, oudeKey = key, length = statSync(join(oud, oudeKey)).size) {
      const path = place(key, length);
      if (!isLinked(join(oud, oudeKey), path))
        withPath(path, () => writeFileSync(path, readFileSync(join(oud, oudeKey))));
    },
    findOud: (key) => {
      try {
        return readFileSync(join(oud, key));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    hash() {
      const hash = createHash("sha256");
      for (const key of [...hashes.keys()].sort()) hash.update(`${key} ${hashes.get(key)}\n`);
      return hash.digest("hex");
    },
    telling: () => ({ files, bytes }),
  };
}

/** What the manifest of an index says, whatever made it; `undefined` when there is none. */
export function readManifest(doel: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const manifest: unknown = JSON.parse(readIfThere(join(doel, MANIFEST)) ?? "null");
    return typeof manifest === "object" && manifest ? { ...manifest } : undefined;
  } catch {
    return undefined; // damaged
  }
}

function isSame(oud: string, content: Uint8Array): boolean {
  const found = statSync(oud, { throwIfNoEntry: false });
  return found?.size === content.length && readFileSync(oud).equals(content);
}

// A file system without hard links (exFAT) refuses: then the file is written.
function isLinked(oud: string, path: string): boolean {
  try {
    linkSync(oud, path);
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

/** Puts back the folder that a kill between the two moves of `swap` left aside. */
export async function restore(doel: string): Promise<void> {
  if (statSync(doel, { throwIfNoEntry: false })) return;
  await rename(`${doel}.oud`, doel).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

/** Puts a folder in the place of another; what stood there is put back by the next build when this is cut short. */
export async function swap(fresh: string, doel: string): Promise<void> {
  const old = `${doel}.oud`;
  await rm(old, { recursive: true, force: true });
  await rename(doel, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(fresh, doel);
  await rm(old, { recursive: true, force: true });
}
