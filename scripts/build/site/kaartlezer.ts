/** Single cards out of the files of the cards, and those files with some cards changed. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { achterOf, packRij, pathOf, type Rij, unpackRij } from "./bak.ts";
import { markRegels, writeRuw } from "./bewaar.ts";
import {
  feitOf,
  type Gestempeld,
  type Momentkolommen,
  type Momentopname,
  placeOfKaart,
  setFeit,
} from "./momentopname.ts";
import { stempelOf } from "./taken.ts";

export interface Kaartlezer {
  /** The card of a row as the build before left it. */
  readonly rij: (rij: number) => Rij;
  readonly sluit: () => void;
}

/** Opens the cards of a site as it was left; its files are known to be those of then. */
export function openKaartlezer(map: string, { kop, kolommen }: Momentopname): Kaartlezer {
  const files = new Map<number, number>();
  const bekend = new Map<number, Rij>();
  const open = (jaar: number): number => {
    const file = files.get(jaar) ?? openSync(pathOf(map, kop.kaarten[jaar]?.[0] ?? ""), "r");
    files.set(jaar, file);
    return file;
  };
  return {
    rij(rij) {
      const known = bekend.get(rij);
      if (known) return known;
      const { jaar, regel, bytes } = placeOfKaart(kolommen, rij);
      const file = open(jaar);
      const gelezen = unpackRij(
        readAt(file, regel.van, regel.lengte).toString(),
        readAt(file, bytes.van, bytes.lengte),
      );
      bekend.set(rij, gelezen);
      return gelezen;
    },
    sluit: () => {
      for (const file of files.values()) closeSync(file);
    },
  };
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  if (readSync(file, buffer, 0, length, position) !== length)
    throw new Error("the cards were changed while they were used");
  return buffer;
}

/** Writes the cards of a year: `delen` are the row of before, or a new card. Answers the system's code when that failed. */
export function writeJaar(
  map: string,
  jaar: string,
  versie: string,
  delen: readonly (Rij | number)[],
  oud: Momentkolommen,
): string | undefined {
  const path = pathOf(map, jaar);
  const bestand = delen.some((deel) => typeof deel === "number") ? readFileSync(path) : Buffer.of();
  const gepakt = delen.map((deel) => {
    if (typeof deel !== "number") return packRij(deel);
    const { regel, bytes } = placeOfKaart(oud, deel);
    return {
      regel: bestand.subarray(regel.van, regel.van + regel.lengte),
      bytes: [bestand.subarray(bytes.van, bytes.van + bytes.lengte)],
    };
  });
  return writeRuw(path, versie, {
    regels: gepakt.map(({ regel }) => regel),
    bytes: gepakt.flatMap(({ bytes }) => bytes),
  });
}

/**
 * Fills in where the cards stand, for the years of which `isNodig`: those rows of `kolommen` are as they stand in the file of
 * their year. Answers the number of each year and what the system says of its file; `undefined` when one is not as it should be.
 */
export function placeKaarten(
  map: string,
  kolommen: Momentkolommen,
  jaarVan: (rij: number) => string,
  bekend: readonly Gestempeld[],
  isNodig: (jaar: string) => boolean,
): readonly Gestempeld[] | undefined {
  const perJaar = new Map<string, number[]>();
  for (let rij = 0; rij < kolommen.aantal; rij += 1) {
    const jaar = jaarVan(rij);
    const rijen = perJaar.get(jaar);
    if (rijen) rijen.push(rij);
    else perJaar.set(jaar, [rij]);
  }
  const stempels = new Map(bekend);
  const kaarten: Gestempeld[] = [];
  for (const [jaar, rijen] of perJaar) {
    const nummer = kaarten.length;
    for (const rij of rijen) setFeit(kolommen, rij, "jaar", nummer);
    const known = stempels.get(jaar);
    if (known && !isNodig(jaar)) {
      kaarten.push([jaar, known]);
      continue;
    }
    const path = pathOf(map, jaar);
    const stempel = stempelOf(path);
    if (!stempel) return undefined;
    const { regels, bytes } = markRegels(readFileSync(path));
    if (regels.length !== rijen.length) return undefined;
    let at = bytes;
    for (const [index, rij] of rijen.entries()) {
      const { van = 0, lengte = 0 } = regels[index] ?? {};
      setFeit(kolommen, rij, "regelVan", van);
      setFeit(kolommen, rij, "regelLengte", lengte);
      setFeit(kolommen, rij, "bytesVan", at);
      const feit = (naam: "termen" | "tekst" | "noten") => feitOf(kolommen, rij, naam);
      at += achterOf(feit("termen"), feit("tekst"), feit("noten"));
    }
    kaarten.push([jaar, stempel]);
  }
  return kaarten;
}

/** What the system says of the files of the cards now. */
export function stampKaarten(map: string, kaarten: readonly Gestempeld[]): readonly Gestempeld[] {
  return kaarten.map(([jaar]) => [jaar, stempelOf(join(pathOf(map, jaar))) ?? [0, 0, 0, 0]]);
}
