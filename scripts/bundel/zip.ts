/** Packs files into one zip as they come, and moves it to its place when it is whole. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Datum } from "../../src/model/kamervraag.ts";
import { TIJDELIJK } from "../bestanden.ts";
import type { Bundelbestand } from "./inhoud.ts";

export interface Zipverslag {
  readonly bestanden: number;
  /** Bytes of the files, and of the zip. */
  readonly uitgepakt: number;
  readonly ingepakt: number;
  readonly sha256: string;
}

/** Bytes that may wait to be compressed and written. */
const PARTIJ_BYTES = 8 * 1024 * 1024;
const PARTIJ_BESTANDEN = 64;

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
    throw fout.signal.reason ?? error;
  }
}

async function addAll(
  zip: ZipFile,
  bestanden: AsyncIterable<Bundelbestand>,
  dag: Datum,
  geschreven: Promise<void>,
): Promise<Pick<Zipverslag, "bestanden" | "uitgepakt">> {
  const opties = { mtime: toZipdag(dag), mode: 0o100644, forceDosTimestamp: true };
  let aantal = 0;
  let uitgepakt = 0;
  let inPartij = 0;
  let bytesInPartij = 0;
  for await (const { path, bytes } of bestanden) {
    aantal += 1;
    uitgepakt += bytes.length;
    inPartij += 1;
    bytesInPartij += bytes.length;
    if (inPartij < PARTIJ_BESTANDEN && bytesInPartij < PARTIJ_BYTES) {
      zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), path, opties);
      continue;
    }
    inPartij = 0;
    bytesInPartij = 0;
    // The zip asks for this one when all before it are written: so no more than one lot waits in memory.
    const beurt = new Promise<void>((resolve) => {
      zip.addReadStreamLazy(path, { ...opties, size: bytes.length }, (geef) => {
        resolve();
        geef(null, Readable.from([bytes]));
      });
    });
    await Promise.race([beurt, geschreven]);
  }
  zip.end();
  return { bestanden: aantal, uitgepakt };
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
