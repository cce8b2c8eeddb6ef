/**
 * A file of values under keys, that may be lost, cut off or damaged at any time without doing harm: each line carries a
 * check sum, a line that does not fit it is not there. Lines are only added, so that what an interrupted run had written is
 * known to the next; memory holds where they are.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isSystemError, sha256Of, TIJDELIJK } from "../bestanden.ts";

/** Where the line of a value stands. */
export interface Plek {
  readonly sleutel: string;
  /** Set when the line has been written. */
  begin: number;
  readonly lengte: number;
}

export interface Opslag {
  /** The line under a key, as far as this store has looked. */
  readonly plekOf: (sleutel: string) => Plek | undefined;
  /** The value of a line; `undefined` when it is not there whole. */
  readonly read: (plek: Plek) => unknown;
  /** Adds a value; `undefined` when it is too long to keep. */
  readonly keep: (sleutel: string, value: unknown) => Plek | undefined;
  /** Tells of a line that the caller knows by its place. */
  readonly knows: (plek: Plek) => void;
  /** Looks at the lines before `vanaf` as well. */
  readonly knowsAll: () => void;
  /** Writes what was kept, so that each line has its place. */
  readonly flush: () => void;
  /** Bytes in the file. */
  readonly size: () => number;
  /** Writes the file anew with these lines only, and tells each where it stands now. */
  readonly shrink: (plekken: readonly Plek[]) => void;
  /** Ends the writing; answers the system's code when something could not be written. */
  readonly finish: () => string | undefined;
}

/** Length of a key, in hexadecimal characters. */
export const SLEUTEL_LENGTE = 32;
const CHECK_LENGTE = 16;
const KOP_LENGTE = CHECK_LENGTE + SLEUTEL_LENGTE;
const CHUNK = 1024 * 1024;
/** Longer lines are not kept; a longer one that is found is damage. */
const MAX_REGEL = 64 * CHUNK;
const BESTAND = "omzetten.ndjson";

export interface OpslagOptions {
  /** Throw away what the file holds. */
  readonly isLeeg?: boolean;
  /** The lines that begin before this are known to the caller by their place. */
  readonly vanaf?: number;
}

/** Opens the file in a folder; it is made when the first line is written. */
export function openOpslag(map: string, { isLeeg = false, vanaf = 0 }: OpslagOptions = {}): Opslag {
  const path = join(map, BESTAND);
  const temporary = `${path}${TIJDELIJK}`;
  const schrijver = openSchrijver(map, path);
  // An interrupted `shrink` leaves its half.
  if (isLeeg) schrijver.attempt(() => rmSync(path, { force: true }));
  schrijver.attempt(() => rmSync(temporary, { force: true }));
  let lezer = openLezer(path);
  const plekken = new Map<string, Plek>();
  const index = (van: number) => {
    if (lezer !== undefined) for (const plek of linesOf(lezer, van)) plekken.set(plek.sleutel, plek); // the newest counts
  };
  index(vanaf);
  const readLine = (plek: Plek): Buffer | undefined => {
    schrijver.flush(); // it may not have its place yet
    const { sleutel, begin, lengte } = plek;
    lezer ??= openLezer(path);
    const line = lezer === undefined ? undefined : readAt(lezer, begin, lengte);
    if (line?.toString("latin1", CHECK_LENGTE, KOP_LENGTE) !== sleutel) return undefined;
    return line.toString("latin1", 0, CHECK_LENGTE) === checkOf(line.subarray(CHECK_LENGTE)) ? line : undefined;
  };
  return {
    plekOf: (sleutel) => plekken.get(sleutel),
    read(plek) {
      const line = readLine(plek);
      return line && JSON.parse(line.toString("utf8", KOP_LENGTE));
    },
    keep(sleutel, value) {
      const rest = Buffer.from(`${sleutel}${JSON.stringify(value)}`);
      if (rest.length > MAX_REGEL) return undefined;
      const plek = { sleutel, begin: Number.NaN, lengte: CHECK_LENGTE + rest.length };
      schrijver.write(Buffer.concat([Buffer.from(checkOf(rest)), rest]), plek);
      plekken.set(sleutel, plek);
      return plek;
    },
    knows(plek) {
      if (!plekken.has(plek.sleutel)) plekken.set(plek.sleutel, plek);
    },
    knowsAll: () => index(0),
    flush: schrijver.flush,
    size() {
      schrijver.flush();
      return schrijver.size();
    },
    shrink(blijven) {
      schrijver.flush();
      const kleiner = openSchrijver(map, temporary);
      kleiner.attempt(() => rmSync(temporary, { force: true }));
      const nieuw = blijven.map((plek) => {
        const line = readLine(plek);
        const copy = { ...plek };
        if (line) kleiner.write(line, copy);
        return line ? copy : plek;
      });
      const fout = kleiner.finish();
      schrijver.attempt(() => {
        if (fout !== undefined) rmSync(temporary, { force: true });
        else renameSync(temporary, path);
        schrijver.close(); // of the file that was there
      });
      if (fout !== undefined) return;
      for (const [index, plek] of blijven.entries()) plek.begin = nieuw[index]?.begin ?? Number.NaN;
      if (lezer !== undefined) closeSync(lezer);
      lezer = undefined;
    },
    finish() {
      const fout = schrijver.finish();
      if (lezer !== undefined) closeSync(lezer);
      return fout;
    },
  };
}

function checkOf(bytes: Uint8Array): string {
  return sha256Of(bytes).slice(0, CHECK_LENGTE);
}

// Not there, or not to be read: as good as empty.
function openLezer(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function* linesOf(file: number, vanaf: number): Generator<Plek> {
  const chunk = Buffer.alloc(CHUNK);
  let rest: Buffer = Buffer.alloc(0);
  let begin = vanaf;
  for (let position = vanaf; rest.length <= MAX_REGEL; ) {
    const found = readPart(file, chunk, position);
    if (found.length === 0) return; // what was being written when it was cut off has no end, and is left
    position += found.length;
    const bytes = Buffer.concat([rest, found]);
    let at = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, at)) {
      const lengte = end - at;
      if (lengte > KOP_LENGTE) {
        yield { sleutel: bytes.toString("latin1", at + CHECK_LENGTE, at + KOP_LENGTE), begin: begin + at, lengte };
      }
      at = end + 1;
    }
    begin += at;
    rest = bytes.subarray(at);
  }
}

function readPart(file: number, buffer: Buffer, position: number): Buffer {
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, position));
  } catch (error) {
    if (isSystemError(error)) return buffer.subarray(0, 0);
    throw error;
  }
}

function readAt(file: number, begin: number, lengte: number): Buffer | undefined {
  if (!Number.isSafeInteger(begin) || lengte > MAX_REGEL + CHECK_LENGTE) return undefined;
  const line = readPart(file, Buffer.alloc(lengte), begin);
  return line.length === lengte ? line : undefined;
}

/** Adds lines to a file. The first refusal of the system ends it. */
function openSchrijver(map: string, path: string) {
  let file: number | undefined;
  let buffered: Buffer[] = [];
  let wachtend: Plek[] = [];
  let bytes = 0;
  let fout: string | undefined;
  const attempt = (action: () => void) => {
    if (fout !== undefined) return;
    try {
      action();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      fout = error.code;
    }
  };
  const open = () => {
    if (file !== undefined) return file;
    mkdirSync(map, { recursive: true });
    file = openSync(path, "a+");
    // What was cut off gets its end here: a line of its own, that fits no check sum.
    const { size } = fstatSync(file);
    if (size > 0 && readPart(file, Buffer.alloc(1), size - 1)[0] !== 10) writeSync(file, "\n");
    return file;
  };
  const close = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  const flush = () => {
    if (buffered.length > 0) {
      attempt(() => {
        const target = open();
        let { size } = fstatSync(target);
        writeAll(target, Buffer.concat(buffered));
        for (const plek of wachtend) {
          plek.begin = size;
          size += plek.lengte + 1;
        }
      });
    }
    buffered = [];
    wachtend = [];
    bytes = 0;
  };
  return {
    attempt,
    flush,
    write(line: Buffer, plek: Plek) {
      if (fout !== undefined) return;
      buffered.push(line, NEWLINE);
      wachtend.push(plek);
      bytes += line.length + 1;
      if (bytes > CHUNK / 4) flush();
    },
    size(): number {
      let size = 0;
      attempt(() => {
        size = fstatSync(open()).size;
      });
      return size;
    },
    close,
    /** Answers what went wrong, if anything did. */
    finish(): string | undefined {
      flush();
      close();
      return fout;
    },
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

const NEWLINE = Buffer.from("\n");
