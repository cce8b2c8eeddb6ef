/**
 * What lies below the sources folders now, held against what lay there the last time. A file whose stamp is the same is not
 * read; one with another stamp is read and hashed; only one with another content is looked at as a document.
 */
import type { Stats } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../../src/model/user-error.ts";
import { isMissing, isSystemError, pathBelow, walkFolders } from "../bestanden.ts";
import type { Bronpad } from "./bronnen.ts";
import type { Bronkaart } from "./cache.ts";
import type { Plek } from "./opslag.ts";
import type { Bovenlaag, Reeks } from "./stand.ts";
import { isStempel, STEMPEL_LENGTE, type Stempels } from "./stempel.ts";

/** A source that was looked at in this run. */
export interface Gelezen {
  readonly kaart: Bronkaart;
  /** Its record; none when it could not be read or kept. */
  readonly plek?: Plek;
}

export interface Overzicht {
  /** All files in the order of the walk: a row each. */
  readonly reeksen: readonly Reeks[];
  readonly aantal: number;
  /** The row that a file had the last time, with the same content; -1 when it is new or changed. */
  readonly vorige: Int32Array;
  /** Of the rows of the last time: the row now, or -1 when the file is gone or changed. */
  readonly huidige: Int32Array;
  /** The new and changed ones. */
  readonly gelezen: Map<number, Gelezen>;
  readonly stempels: Float64Array;
  /** Whether anything is to be remembered: another file, or another stamp. */
  readonly isAnders: boolean;
}

/** How to look at a file of which the stamp does not say enough. */
export interface Kijker {
  /** Whether the content is that of a record. */
  readonly isRecord: (pad: Bronpad, sleutel: string) => boolean;
  readonly look: (pad: Bronpad) => Promise<Gelezen>;
}

/** Goes through all files once. */
export async function readOverzicht(
  mappen: readonly string[],
  boven: Bovenlaag,
  stempels: Stempels,
  kijker: Kijker,
): Promise<Overzicht> {
  const oud = openVorige(boven);
  const reeksen: Reeks[] = [];
  const vorige: number[] = [];
  const nieuw: number[] = [];
  const gelezen = new Map<number, Gelezen>();
  const huidige = new Int32Array(boven.bronnen.aantal).fill(-1);
  let isAnders = false;
  for (const { map, folder, namen, rijen } of listReeksen(mappen, oud)) {
    reeksen.push({ map, folder, namen });
    const bronmap = mappen[map] ?? "";
    const base = join(bronmap, folder);
    for (const [index, naam] of namen.entries()) {
      const path = `${base}/${naam}`;
      const rij = rijen[index] ?? -1;
      const gezienOp = stempels.now();
      const stats = tryLook(stempels, path);
      if (rij >= 0 && stats && isStempel(stats, boven.bronnen.stempels, rij)) {
        huidige[rij] = vorige.length;
        vorige.push(rij);
        for (let at = rij * STEMPEL_LENGTE; at < (rij + 1) * STEMPEL_LENGTE; at += 1)
          nieuw.push(boven.bronnen.stempels[at] ?? Number.NaN);
        continue;
      }
      isAnders = true;
      const pad = { map: bronmap, bestand: pathBelow(folder, naam) };
      const isZelfde = rij >= 0 && kijker.isRecord(pad, oud.sleutelOf(rij));
      if (isZelfde) huidige[rij] = vorige.length;
      else gelezen.set(vorige.length, await kijker.look(pad));
      vorige.push(isZelfde ? rij : -1);
      nieuw.push(...stampOf(stempels, path, stats, gezienOp));
    }
  }
  return {
    reeksen,
    aantal: vorige.length,
    vorige: Int32Array.from(vorige),
    huidige,
    gelezen,
    stempels: Float64Array.from(nieuw),
    isAnders: isAnders || huidige.includes(-1),
  };
}

// What the system refuses is told by the reader of the file.
function tryLook(stempels: Stempels, path: string): Stats | undefined {
  try {
    return stempels.look(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function stampOf(stempels: Stempels, path: string, stats: Stats | undefined, gezienOp: number): readonly number[] {
  return stats ? stempels.stampOf(path, stats, gezienOp) : new Array<number>(STEMPEL_LENGTE).fill(Number.NaN);
}

interface Vorige {
  /** The rows of these files of one folder; -1 for one that was not there. */
  readonly rijenOf: (map: number, folder: string, namen: readonly string[]) => readonly number[];
  readonly sleutelOf: (rij: number) => string;
}

function openVorige({ reeksen, bronnen }: Bovenlaag): Vorige {
  const perFolder = new Map<string, { readonly begin: number; readonly namen: readonly string[] }[]>();
  let begin = 0;
  for (const { map, folder, namen } of reeksen) {
    const key = `${map}/${folder}`;
    const known = perFolder.get(key);
    if (known) known.push({ begin, namen });
    else perFolder.set(key, [{ begin, namen }]);
    begin += namen.length;
  }
  return {
    rijenOf(map, folder, namen) {
      const known = perFolder.get(`${map}/${folder}`) ?? [];
      const [first] = known;
      if (first && known.length === 1 && isSameList(first.namen, namen)) return namen.map((_, at) => first.begin + at);
      const rijen = new Map(known.flatMap((deel) => deel.namen.map((naam, at) => [naam, deel.begin + at] as const)));
      return namen.map((naam) => rijen.get(naam) ?? -1);
    },
    sleutelOf: (rij) => Buffer.from(bronnen.sleutels.subarray(rij * 16, (rij + 1) * 16)).toString("hex"),
  };
}

export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

interface Reeksrijen extends Reeks {
  readonly rijen: readonly number[];
}

/** Every file below the sources folders once, in the order given, each folder sorted. */
function* listReeksen(mappen: readonly string[], oud: Vorige): Generator<Reeksrijen> {
  const seen = new Set<string>(); // a folder may be given twice, or inside another one
  for (const [map, bronmap] of mappen.entries()) {
    try {
      for (const { below: folder, names } of walkFolders(bronmap)) {
        const namen = mappen.length > 1 ? names.filter((naam) => isNew(seen, resolve(bronmap, folder, naam))) : names;
        if (namen.length > 0) yield { map, folder, namen, rijen: oud.rijenOf(map, folder, namen) };
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
      throw new UserError(
        {
          where: bronmap,
          what: "deze bronnenmap is er niet",
          mend: "maak de map aan of wijs een andere aan met --bronnen MAP",
        },
        { cause: error },
      );
    }
  }
}

function isNew(seen: Set<string>, path: string): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  return true;
}
