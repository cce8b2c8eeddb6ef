/**
 * What the system says of a file without reading it. A file whose stamp is that of the last time it was read has the
 * content it had then.
 *
 * Sizes and times of writing alone say nothing: rsync, cp and tar set them. The time of change (ctime) cannot be set, and with
 * the number of the inode and its device it tells a file that was written, replaced, moved or unpacked. What it cannot tell
 * is a second write within one tick of the clock: a stamp only counts when it was older than `MARGE_MS` at the moment the
 * content was read. It does not count at all where the system keeps no such times.
 * @see docs/decisions/0011-stand.md
 */
import { type Stats, statfsSync, statSync } from "node:fs";
import { isSystemError } from "../bestanden.ts";

/** Numbers in a stamp: size, time of writing, time of change, inode and device. */
export const STEMPEL_LENGTE = 5;

export type Stempel = readonly [grootte: number, mtime: number, ctime: number, inode: number, apparaat: number];

/** A stamp that no file has. */
export const GEEN_STEMPEL: Stempel = [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN];

/** The clock of a file system may tick in seconds (ext3, HFS+), or in two (FAT, which is not trusted at all). */
const MARGE_MS = 3000;

export interface Stempels {
  /** What the system says of a file, through symbolic links; `undefined` when it is not there. */
  readonly look: (path: string) => Stats | undefined;
  /** The stamp to remember for a content that was read after `gezienOp` and not before; `GEEN_STEMPEL` when it proves nothing. */
  readonly stampOf: (path: string, stats: Stats, gezienOp: number) => Stempel;
  readonly now: () => number;
}

/** @param now in milliseconds since 1970: the clock by which the file system stamps. */
export function openStempels(now: () => number = Date.now): Stempels {
  const betrouwbaar = new Map<number, boolean>();
  const isBetrouwbaar = (path: string, apparaat: number) => {
    const known = betrouwbaar.get(apparaat) ?? keepsChangeTimes(path);
    betrouwbaar.set(apparaat, known);
    return known;
  };
  return {
    now,
    look: (path) => statSync(path, { throwIfNoEntry: false }),
    stampOf(path, { size, mtimeMs, ctimeMs, ino, dev }, gezienOp) {
      const isOud = Math.max(mtimeMs, ctimeMs) + MARGE_MS < gezienOp;
      return isOud && ino > 0 && isBetrouwbaar(path, dev) ? [size, mtimeMs, ctimeMs, ino, dev] : GEEN_STEMPEL;
    },
  };
}

export function isStempel({ size, mtimeMs, ctimeMs, ino, dev }: Stats, stempels: Float64Array, index: number): boolean {
  const at = index * STEMPEL_LENGTE;
  return (
    stempels[at + 2] === ctimeMs &&
    stempels[at] === size &&
    stempels[at + 1] === mtimeMs &&
    stempels[at + 3] === ino &&
    stempels[at + 4] === dev
  );
}

/** Kinds of local file systems on Linux that stamp each change: ext2 to 4, xfs, btrfs, tmpfs, overlayfs, zfs, f2fs, bcachefs. */
const LINUX = new Set([0xef53, 0x58465342, 0x9123683e, 0x01021994, 0x794c7630, 0x2fc12fc1, 0xf2f52010, 0xca451a4e]);

// Network mounts and FAT keep times of their own, or none; on Windows a program can set the time of change.
function keepsChangeTimes(path: string): boolean {
  if (process.platform !== "linux" && process.platform !== "darwin") return false;
  try {
    const { type } = statfsSync(path);
    // macOS numbers kinds of file systems as it meets them: that of the system's own disk is a good one.
    return process.platform === "linux" ? LINUX.has(type) : type === statfsSync("/").type;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}
