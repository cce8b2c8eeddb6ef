/**
 * The cards of an archive, kept from build to build: a file for each year of the Markdown, of which only those are written
 * that changed. A card is that of its file as long as the system says the same of it (size, times, number of the file); a
 * file that was written so shortly before its card that the clock could not tell is looked at again.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Datum } from "../../../src/model/kamervraag.ts";
import type { Kaart } from "../../../src/site/kaart.ts";
import { isSystemError, TIJDELIJK } from "../../bestanden.ts";
import { readBewaard, writeRuw } from "./bewaar.ts";
import type { Gelezen, Stempel } from "./taken.ts";

/** A file of which the card is known. */
export interface Rij {
  readonly path: string;
  readonly stempel: Stempel;
  readonly sha256: string;
  readonly nieuwste?: Datum;
  readonly kaart: Kaart;
}

export interface Bak {
  /** What is known of a file; `isZeker` when the system's word says that it still holds. */
  readonly find: (path: string, stempel: Stempel) => { readonly rij: Rij; readonly isZeker: boolean } | undefined;
  /** All rows that are known, of files that are gone as well. */
  readonly alle: () => Iterable<Rij>;
  /** Keeps the rows of a whole archive, sorted by path. Answers the system's code when that failed. */
  readonly keep: (rijen: readonly Rij[]) => string | undefined;
}

/** Clocks of disks are coarse, and those of two machines differ a little. */
const MARGE_MS = 2_500;

interface Jaarbak {
  readonly rijen: ReadonlyMap<string, Rij>;
  readonly geschrevenMs: number;
}

/** Opens the cards in `map`; without one nothing is known and nothing is kept. A year is read when it is first asked for. */
export function openBak(map: string | undefined, versie: string): Bak {
  if (map === undefined) return { find: () => undefined, alle: () => [], keep: () => undefined };
  const jaren = new Map<string, Jaarbak>();
  const open = (jaar: string): Jaarbak => {
    const known = jaren.get(jaar) ?? readJaar(pathOf(map, jaar), versie);
    jaren.set(jaar, known);
    return known;
  };
  return {
    find(path, stempel) {
      const { rijen, geschrevenMs } = open(jaarOf(path));
      const rij = rijen.get(path);
      if (!rij) return undefined;
      const isZelfde = rij.stempel.every((deel, index) => deel === stempel[index]);
      return { rij, isZeker: isZelfde && !isVers(stempel, geschrevenMs) };
    },
    *alle() {
      for (const jaar of listJaren(map)) yield* open(jaar).rijen.values();
    },
    keep(rijen) {
      const perJaar = groupByJaar(rijen);
      let fout: string | undefined;
      for (const [jaar, own] of perJaar) {
        const eerder = open(jaar);
        if (!isBewaard(own, eerder)) fout = writeJaar(pathOf(map, jaar), versie, own) ?? fout;
      }
      removeOthers(map, new Set([...perJaar.keys()].map((jaar) => pathOf(map, jaar))));
      return fout;
    },
  };
}

/** The year that a file stands in: the name of its folder. One right in the folder of the archive has none. */
export function jaarOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "onbekend";
}

function groupByJaar(rijen: readonly Rij[]): ReadonlyMap<string, readonly Rij[]> {
  const perJaar = new Map<string, Rij[]>();
  for (const rij of rijen) {
    const jaar = jaarOf(rij.path);
    const own = perJaar.get(jaar);
    if (own) own.push(rij);
    else perJaar.set(jaar, [rij]);
  }
  return perJaar;
}

function listJaren(map: string): readonly string[] {
  return listNames(map)
    .filter((name) => name.endsWith(EINDE))
    .map((name) => decodeURIComponent(name.slice(0, -EINDE.length)));
}

function listNames(map: string): readonly string[] {
  try {
    return readdirSync(map);
  } catch (error) {
    if (isSystemError(error)) return []; // no build was here, or it could keep nothing
    throw error;
  }
}

const EINDE = ".kaarten";

/** The file of the cards of a year. */
export function pathOf(map: string, jaar: string): string {
  return join(map, encodeURIComponent(jaar) + EINDE);
}

function isVers([, mtimeMs, ctimeMs]: Stempel, geschrevenMs: number): boolean {
  return Math.max(mtimeMs, ctimeMs) + MARGE_MS > geschrevenMs;
}

// A row that was looked at again is another object: writing it anew makes the next build sure of it.
function isBewaard(rijen: readonly Rij[], { rijen: eerder }: Jaarbak): boolean {
  return rijen.length === eerder.size && rijen.every((rij) => eerder.get(rij.path) === rij);
}

/** A line of the file: a card without what stands behind the lines as bytes, and the lengths of that. */
type Regel = readonly [
  path: string,
  stempel: Stempel,
  sha256: string,
  nieuwste: Datum | null,
  kaart: Omit<Kaart, "termen" | "noten">,
  termen: number,
  tekst: number,
  noten: number,
];

function writeJaar(path: string, versie: string, rijen: readonly Rij[]): string | undefined {
  const gepakt = rijen.map(packRij);
  return writeRuw(path, versie, {
    regels: gepakt.map(({ regel }) => regel),
    bytes: gepakt.flatMap(({ bytes }) => bytes),
  });
}

/** A card as it is kept: its line, and the bytes that stand behind the lines. */
export function packRij({ path, stempel, sha256, nieuwste, kaart: { termen, noten, ...kaart } }: Rij): {
  readonly regel: Uint8Array;
  readonly bytes: readonly Uint8Array[];
} {
  const { stammen, gewichten, tekst } = termen;
  const notenbytes = Buffer.from(noten);
  const regel: Regel = [
    path,
    stempel,
    sha256,
    nieuwste ?? null,
    kaart,
    stammen.length,
    tekst.length,
    notenbytes.length,
  ];
  return {
    regel: Buffer.from(JSON.stringify(regel)),
    bytes: [new Uint8Array(stammen.buffer, stammen.byteOffset, stammen.byteLength), gewichten, tekst, notenbytes],
  };
}

/** How many bytes the card of a row has behind the lines. */
export function achterOf(termen: number, tekst: number, noten: number): number {
  return 5 * termen + tekst + noten;
}

/** Makes a row of what `packRij` made of it; `bytes` are those behind the lines. */
export function unpackRij(tekst: string, bytes: Buffer): Rij {
  return fromRegel(JSON.parse(tekst) as Regel, bytes);
}

function fromRegel([path, stempel, sha256, nieuwste, kaart, termen, tekst, noten]: Regel, bytes: Buffer): Rij {
  let at = 0;
  const take = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const stammen = new Int32Array(termen);
  Buffer.from(stammen.buffer).set(take(4 * termen));
  return {
    path,
    stempel,
    sha256,
    ...(nieuwste === null ? {} : { nieuwste }),
    kaart: {
      ...kaart,
      termen: { stammen, gewichten: take(termen), tekst: take(tekst) },
      noten: take(noten).toString("utf8"),
    },
  };
}

function readJaar(path: string, versie: string): Jaarbak {
  const bewaard = readBewaard(path, versie);
  if (!bewaard) return { rijen: new Map(), geschrevenMs: 0 };
  let at = 0;
  const rijen = new Map<string, Rij>();
  // The check sum fits and the code is the same: the lines are what `writeJaar` wrote.
  for (const regel of bewaard.regels as readonly Regel[]) {
    const [bestand, , , , , ...lengtes] = regel;
    const achter = achterOf(...lengtes);
    rijen.set(bestand, fromRegel(regel, bewaard.bytes.subarray(at, at + achter)));
    at += achter;
  }
  return { rijen, geschrevenMs: bewaard.geschrevenMs };
}

// Years that are gone, and what an interrupted build left.
function removeOthers(map: string, blijft: ReadonlySet<string>): void {
  for (const name of listNames(map)) {
    const path = join(map, name);
    if ((name.endsWith(EINDE) && !blijft.has(path)) || name.endsWith(TIJDELIJK)) rmSync(path, { force: true });
  }
}

/** Makes the row of what was read; `undefined` of a file with faults. */
export function toRij({ path, stempel, sha256, nieuwste, kaart }: Gelezen, bekend: Rij | undefined): Rij | undefined {
  if (kaart) return { path, stempel, sha256, ...(nieuwste ? { nieuwste } : {}), kaart };
  return bekend && bekend.sha256 === sha256 ? { ...bekend, stempel } : undefined;
}
