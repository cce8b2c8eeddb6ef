/**
 * A file of records that a build keeps for the next one. It may be lost, cut off or damaged at any time: what does not fit
 * its check sum, or was made by other code, is not there.
 */
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { isSystemError, TIJDELIJK } from "../../bestanden.ts";

/** What stands in the file: lines of JSON, and bytes that the lines tell the lengths of. */
export interface Bewaard {
  readonly regels: readonly unknown[];
  readonly bytes: Buffer;
  /** When it was written, by the clock of its disk. */
  readonly geschrevenMs: number;
}

/** Begins every file; the hash of all that follows it comes next. */
const MERK = "kamervragen-bewaard-1\n";
const KOP_LENGTE = MERK.length + 64 + 1;

/** Reads a file; `undefined` when it is not there, not whole, or of another `versie`. */
export function readBewaard(path: string, versie: string): Bewaard | undefined {
  try {
    const bestand = readFileSync(path);
    const kop = bestand.toString("latin1", 0, KOP_LENGTE);
    const inhoud = bestand.subarray(KOP_LENGTE);
    if (kop !== toKop(inhoud)) return undefined;
    const einde = inhoud.indexOf(0);
    const regels = inhoud.toString("utf8", 0, einde).split("\n");
    if (regels.shift() !== versie) return undefined;
    const waarden: readonly unknown[] = JSON.parse(`[${regels.join(",")}]`);
    return { regels: waarden, bytes: inhoud.subarray(einde + 1), geschrevenMs: statSync(path).mtimeMs };
  } catch (error) {
    if (isSystemError(error)) return undefined; // not there, or not to be read: as good as empty
    throw error;
  }
}

/** Writes a file whole or not at all. Answers the system's code when it could not: the next build then knows less. */
export function writeBewaard(
  path: string,
  versie: string,
  { regels, bytes = [] }: { readonly regels: readonly unknown[]; readonly bytes?: readonly Uint8Array[] },
): string | undefined {
  return writeRuw(path, versie, { regels: regels.map((regel) => Buffer.from(JSON.stringify(regel))), bytes });
}

/** The same with lines that are JSON already. */
export function writeRuw(
  path: string,
  versie: string,
  { regels, bytes }: { readonly regels: readonly Uint8Array[]; readonly bytes: readonly Uint8Array[] },
): string | undefined {
  const delen = [Buffer.from(versie), ...regels].flatMap((regel, index) => (index === 0 ? [regel] : [LF, regel]));
  const inhoud = Buffer.concat([...delen, NUL, ...bytes]);
  const temporary = `${path}.${process.pid}${TIJDELIJK}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(temporary, "w");
    try {
      writeAll(file, Buffer.from(toKop(inhoud)));
      writeAll(file, inhoud);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    rmSync(temporary, { force: true });
    return error.code;
  }
}

// No line of JSON holds them.
const NUL = Buffer.from([0]);
const LF = Buffer.from("\n");

/** Where the lines of a file stand, and where the bytes behind them begin. */
export interface Bladwijzer {
  readonly regels: readonly { readonly van: number; readonly lengte: number }[];
  readonly bytes: number;
}

/** Finds the lines of a file that is known to be whole. */
export function markRegels(bestand: Buffer): Bladwijzer {
  const einde = bestand.indexOf(0, KOP_LENGTE);
  const regels: { van: number; lengte: number }[] = [];
  for (let van = KOP_LENGTE; van <= einde; ) {
    const lf = bestand.indexOf(10, van);
    const tot = lf < 0 || lf > einde ? einde : lf;
    regels.push({ van, lengte: tot - van });
    van = tot + 1;
  }
  // The first is the version.
  return { regels: regels.slice(1), bytes: einde + 1 };
}

function toKop(inhoud: Buffer): string {
  return `${MERK}${createHash("sha256").update(inhoud).digest("hex")}\n`;
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
