/**
 * A file of values under keys, that may be lost, cut off or damaged at any time without doing harm: each line carries a
 * check sum, a line that does not fit it is not there. Lines stay on disk; memory holds where they are.
 */
import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isSystemError, sha256Of, TIJDELIJK } from "../bestanden.ts";

export interface Opslag {
  /** The value under a key; `undefined` when there is none, or not a whole one. */
  readonly find: (sleutel: string) => unknown;
  readonly keep: (sleutel: string, value: unknown) => void;
  /**
   * Writes what was found and what is new. What nobody asked for goes, unless the work was broken off. Answers the
   * system's code when the file could not be written; the one that was there, if any, is then as it was.
   */
  readonly finish: (isAfgebroken: boolean) => string | undefined;
}

/** Length of a key, in hexadecimal characters. */
export const SLEUTEL_LENGTE = 32;
const CHECK_LENGTE = 16;
const KOP_LENGTE = CHECK_LENGTE + SLEUTEL_LENGTE;
const CHUNK = 1024 * 1024;
/** Longer lines are not kept; a longer one that is found is damage. */
const MAX_REGEL = 16 * CHUNK;
const BESTAND = "omzetten.ndjson";

interface Regel {
  readonly file: number;
  readonly position: number;
  readonly length: number;
  isFound: boolean;
}

/** Opens the file in a folder; `isLeeg` passes over what it holds and replaces it. */
export function openOpslag(map: string, { isLeeg = false } = {}): Opslag {
  const path = join(map, BESTAND);
  // An interrupted run has left what it had learned: as good as the file itself.
  const resten = listResten(map);
  const { regels, files, aantal } = isLeeg ? NIETS() : indexLines([path, ...resten]);
  const schrijver = openSchrijver(map);
  const find = (sleutel: string): unknown => {
    const regel = regels.get(sleutel);
    const line = regel && readLine(regel);
    if (!regel || !line || line.toString("latin1", 0, CHECK_LENGTE) !== checkOf(line.subarray(CHECK_LENGTE)))
      return undefined;
    regel.isFound = true;
    return JSON.parse(line.toString("utf8", KOP_LENGTE));
  };
  const finish = (isAfgebroken: boolean): string | undefined => {
    const blijft = [...regels.values()].filter(({ isFound }) => isFound || isAfgebroken);
    if (blijft.length < aantal || resten.length > 0 || isLeeg) schrijver.open();
    if (schrijver.isOpen()) for (const regel of blijft) schrijver.write(readLine(regel));
    for (const file of files) closeSync(file);
    const fout = schrijver.finish(path);
    if (fout === undefined) for (const rest of resten) rmSync(rest, { force: true });
    return fout;
  };
  return {
    find,
    keep(sleutel, value) {
      regels.delete(sleutel); // the newer one counts
      const rest = Buffer.from(`${sleutel}${JSON.stringify(value)}`);
      if (rest.length < MAX_REGEL) schrijver.write(Buffer.concat([Buffer.from(checkOf(rest)), rest]));
    },
    finish,
  };
}

function checkOf(bytes: Uint8Array): string {
  return sha256Of(bytes).slice(0, CHECK_LENGTE);
}

interface Index {
  readonly regels: Map<string, Regel>;
  /** Open files. */
  readonly files: readonly number[];
  /** Lines of all kinds, damaged and double ones as well. */
  readonly aantal: number;
}

const NIETS = (): Index => ({ regels: new Map(), files: [], aantal: 0 });

function indexLines(paths: readonly string[]): Index {
  const regels = new Map<string, Regel>();
  const files: number[] = [];
  let aantal = 0;
  for (const path of paths) {
    try {
      const file = openSync(path, "r");
      files.push(file);
      for (const { sleutel, position, length } of linesOf(file)) {
        aantal += 1;
        if (length > KOP_LENGTE && !regels.has(sleutel))
          regels.set(sleutel, { file, position, length, isFound: false });
      }
    } catch (error) {
      if (!isSystemError(error)) throw error; // not there, or not to be read: as good as empty
    }
  }
  return { regels, files, aantal };
}

function* linesOf(file: number) {
  const chunk = Buffer.alloc(CHUNK);
  let begin: Buffer = Buffer.alloc(0);
  let position = 0;
  for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
    const bytes = Buffer.concat([begin, chunk.subarray(0, size)]);
    let at = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, at)) {
      yield { sleutel: bytes.toString("latin1", at + CHECK_LENGTE, at + KOP_LENGTE), position, length: end - at };
      position += end + 1 - at;
      at = end + 1;
    }
    begin = bytes.subarray(at);
    if (begin.length > MAX_REGEL) break;
  }
  // What was being written when it was cut off.
  if (begin.length > 0) yield { sleutel: "", position, length: 0 };
}

function readLine({ file, position, length }: Regel): Buffer | undefined {
  try {
    const line = Buffer.alloc(length);
    return readSync(file, line, 0, length, position) === length ? line : undefined;
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

/** Temporary files of this process: another file with its number is of a process that is long gone. */
const eigen = new Set<string>();
let volgnummer = 0;

// Writes lines to a file of its own and moves that into place. The first refusal of the system ends it.
function openSchrijver(map: string) {
  let file: number | undefined;
  let temporary = "";
  let buffered: Buffer[] = [];
  let size = 0;
  let fout: string | undefined;
  const attempt = (action: () => void) => {
    if (fout !== undefined) return;
    try {
      action();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      fout = error.code;
      if (file !== undefined) closeSync(file);
      if (file !== undefined) rmSync(temporary, { force: true });
      file = undefined;
      buffered = [];
    }
  };
  const open = () =>
    attempt(() => {
      if (file !== undefined) return;
      mkdirSync(map, { recursive: true });
      volgnummer += 1;
      temporary = join(map, `${BESTAND}.${process.pid}-${volgnummer}${TIJDELIJK}`);
      eigen.add(temporary);
      file = openSync(temporary, "w");
    });
  const flush = () =>
    attempt(() => {
      if (file !== undefined) writeFileSync(file, Buffer.concat(buffered));
      buffered = [];
      size = 0;
    });
  return {
    open,
    isOpen: () => file !== undefined,
    write(line: Buffer | undefined) {
      open();
      if (!line || file === undefined) return;
      buffered.push(line, NEWLINE);
      size += line.length + 1;
      if (size > CHUNK / 4) flush();
    },
    /** Answers what went wrong, if anything did. */
    finish(path: string): string | undefined {
      flush();
      attempt(() => {
        if (file === undefined) return;
        closeSync(file);
        file = undefined;
        renameSync(temporary, path);
      });
      if (fout !== undefined && temporary !== "") rmSync(temporary, { force: true });
      eigen.delete(temporary);
      return fout;
    },
  };
}

const NEWLINE = Buffer.from("\n");

function listResten(map: string): readonly string[] {
  try {
    return readdirSync(map)
      .filter((name) => name.startsWith(`${BESTAND}.`) && name.endsWith(TIJDELIJK))
      .filter((name) => !eigen.has(join(map, name)) && !isRunning(Number.parseInt(name.slice(BESTAND.length + 1), 10)))
      .toSorted()
      .map((name) => join(map, name));
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid || !(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isSystemError(error) && error.code === "EPERM";
  }
}
