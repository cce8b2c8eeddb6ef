/** Packs files into one zip as they come, and moves it to its place when it is whole. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ReadStreamOptions, ZipFile } from "yazl";
import type { Datum } from "../../src/model/kamervraag.ts";
import { TIJDELIJK } from "../bestanden.ts";
import { namePath } from "../systeemfout.ts";
import type { Bundelbestand } from "./inhoud.ts";

export interface Zipverslag {
  readonly bestanden: number;
  /** Bytes of the files, and of the zip. */
  readonly uitgepakt: number;
  readonly ingepakt: number;
  readonly sha256: string;
}

/**
 * Writes the zip `doel`. The same files and day give the same bytes under the same Node: no clock, no time zone.
 * An interruption leaves the zip that stood there; what was begun goes with the next run.
 */
export async function writeZip(doel: string, bestanden: AsyncIterable<Bundelbestand>, dag: Datum): Promise<Zipverslag> {
  const map = dirname(doel);
  await mkdir(map, { recursive: true });
  await removeResten(map);
  const tijdelijk = `${doel}${TIJDELIJK}`;
  const zip = new ZipFile();
  const hash = createHash("sha256");
  let ingepakt = 0;
  const meter = new Transform({
    transform(stuk: Buffer, _codering, klaar) {
      hash.update(stuk);
      ingepakt += stuk.length;
      klaar(null, stuk);
    },
  });
  const fout = new AbortController();
  zip.on("error", (error: Error) => fout.abort(error));
  const geschreven = pipeline(zip.outputStream, meter, createWriteStream(tijdelijk, { flush: true }), {
    signal: fout.signal,
  });
  try {
    // Whichever fails first is the fault: files that cannot be read, or a disk that is full.
    const [telling] = await Promise.all([addAll(zip, bestanden, dag, geschreven), geschreven]);
    await rename(tijdelijk, doel);
    return { ...telling, ingepakt, sha256: hash.digest("hex") };
  } catch (error) {
    fout.abort(error);
    await geschreven.catch(() => undefined);
    await rm(tijdelijk, { force: true });
    throw namePath(fout.signal.reason ?? error, doel);
  }
}

async function addAll(
  zip: ZipFile,
  bestanden: AsyncIterable<Bundelbestand>,
  dag: Datum,
  geschreven: Promise<void>,
): Promise<Pick<Zipverslag, "bestanden" | "uitgepakt">> {
  const opties = { mtime: toZipdag(dag), mode: 0o100644, forceDosTimestamp: true };
  const geschrevene = openVergeetlijst(zip);
  let uitgepakt = 0;
  let stop: (reden: unknown) => void = () => {};
  geschreven.catch((reden: unknown) => stop(reden));
  for await (const { path, bytes } of bestanden) {
    uitgepakt += bytes.length;
    const wachtend: Wachtend = { bytes };
    await new Promise<void>((resolve, reject) => {
      stop = reject;
      addBestand(zip, path, { ...opties, size: bytes.length }, wachtend, resolve);
    });
    geschrevene.keep();
  }
  const aantal = geschrevene.giveBack();
  zip.end();
  return { bestanden: aantal, uitgepakt };
}

/**
 * Keeps the list short that yazl walks from its begin at every step, looking for the first file that is not written yet: with
 * all files in it the time goes by the square of their number (85,000 small files: 57 s of processor time instead of 15).
 * What is written goes to a list of ours, and back before the table of contents is made of it.
 * @throws Error when yazl has no such list: its version is pinned, another may do otherwise.
 */
function openVergeetlijst(zip: ZipFile): { readonly keep: () => void; readonly giveBack: () => number } {
  const lijst: unknown = Reflect.get(zip, "entries");
  if (!Array.isArray(lijst)) throw new Error("yazl: no list of entries where version 3.3.1 has it");
  const geschreven: unknown[] = [];
  return {
    // The last is being written: all before it are done.
    keep: () => geschreven.push(...lijst.splice(0, lijst.length - 1)),
    giveBack: () => lijst.unshift(...geschreven),
  };
}

interface Wachtend {
  bytes?: Uint8Array;
}

/**
 * Adds a file; `klaar` when all before it are written and this one begins. The zip keeps until its end what it was given to
 * ask with, so the bytes stand in a holder that is emptied then: no more than one file waits in memory.
 */
function addBestand(
  zip: ZipFile,
  path: string,
  opties: Partial<ReadStreamOptions>,
  wachtend: Wachtend,
  klaar: () => void,
): void {
  zip.addReadStreamLazy(path, opties, (geef) => {
    const { bytes } = wachtend;
    delete wachtend.bytes;
    klaar();
    geef(null, Readable.from(bytes && bytes.length > 0 ? [bytes] : []));
  });
}

/** A zip holds the hour of the machine that made it: noon of the day, whatever the time zone. */
function toZipdag(dag: Datum): Date {
  const [jaar = 1980, maand = 1, dagVanMaand = 1] = dag.split("-").map(Number);
  return new Date(jaar, maand - 1, dagVanMaand, 12);
}

async function removeResten(map: string): Promise<void> {
  const resten = (await readdir(map)).filter((naam) => /^kamervragen-.*\.zip$/.test(naam.replace(TIJDELIJK, "")));
  for (const naam of resten.filter((rest) => rest.endsWith(TIJDELIJK))) await rm(join(map, naam), { force: true });
}
