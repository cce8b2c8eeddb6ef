/** What the last conversion left, as far as it still holds: for the report, and to find its records. */
import { compareText } from "../../src/samenvoegen/rangorde.ts";
import type { Cache, Omzetting } from "./cache.ts";
import type { Deel } from "./deel.ts";
import { GEEN_GETALLEN, GEEN_TEKSTEN } from "./kolommen.ts";
import type { Plek } from "./opslag.ts";
import type { Overzicht } from "./overzicht.ts";
import { AANTAL_CIJFERS, type Bekend, VORMEN } from "./rapport.ts";
import type { Bovenlaag, Onderlaag } from "./stand.ts";

export interface Lagen {
  readonly boven: Bovenlaag;
  readonly onder: Onderlaag;
}

export interface Bekende {
  /** Clusters of the pages whose file is not what it was, and of the sources with one of these flags. */
  readonly kluwensOfPaginas: (isHeel: Uint8Array) => readonly number[];
  readonly kluwensOfVlag: (vlag: number) => readonly number[];
  /** Where the record of a source stands, and that of a page; by their rows of the last time. */
  readonly bronplekOf: (rij: number) => Plek | undefined;
  readonly paginaplekOf: (index: number) => Plek;
  /** The pages that stand as they stood: all but those of these clusters. */
  readonly splitPaginas: (kluwens: ReadonlySet<number>) => {
    readonly isGebleven: (index: number) => boolean;
    readonly gebleven: readonly number[];
  };
  /** Lets the records of the pages of these clusters be found. */
  readonly tellPlekken: (kluwens: ReadonlySet<number>) => void;
  /** Reads the records of pages in the order of their keys, as they were settled; answers whether all are there. */
  readonly readOmzettingen: (paginas: readonly number[], onOmzetting: (omzetting: Omzetting) => void) => boolean;
  /** What the sources outside the part add to the report. */
  readonly sumUp: (overzicht: Overzicht, deel: Deel, paginas: number, bestandOf: (rij: number) => string) => Bekend;
}

export function openBekend({ boven, onder }: Lagen, cache: Cache): Bekende {
  const paginaplekOf = (index: number): Plek => ({
    sleutel: sleutelAt(onder.paginas.sleutels, index),
    begin: onder.paginas.begin[index] ?? Number.NaN,
    lengte: onder.paginas.lengte[index] ?? 0,
  });
  const isIn = (kluwens: ReadonlySet<number>, index: number) => kluwens.has(onder.paginas.kluwens[index] ?? -1);
  const alle = () => Array.from({ length: boven.paginas.aantal }, (_, index) => index);
  return {
    kluwensOfPaginas: (isHeel) =>
      alle()
        .filter((index) => isHeel[index] === 0)
        .map((index) => onder.paginas.kluwens[index] ?? 0),
    kluwensOfVlag: (vlag) =>
      [...boven.bronnen.vlaggen.entries()].flatMap(([rij, own]) =>
        (own & vlag) === 0 ? [] : [onder.bronnen.kluwens[rij] ?? 0],
      ),
    bronplekOf(rij) {
      const lengte = onder.bronnen.lengte[rij] ?? 0;
      const begin = onder.bronnen.begin[rij] ?? Number.NaN;
      return lengte > 0 ? { sleutel: sleutelAt(boven.bronnen.sleutels, rij), begin, lengte } : undefined;
    },
    paginaplekOf,
    splitPaginas: (kluwens) => ({
      isGebleven: (index) => !isIn(kluwens, index),
      gebleven: alle().filter((index) => !isIn(kluwens, index)),
    }),
    tellPlekken(kluwens) {
      if (kluwens.size > 0) for (const index of alle()) if (isIn(kluwens, index)) cache.knows(paginaplekOf(index));
    },
    readOmzettingen: (paginas, onOmzetting) =>
      sortBySleutel(paginas, boven).every((index) => {
        const omzetting = cache.omzettingen.read(paginaplekOf(index));
        if (omzetting) onOmzetting(omzetting);
        return omzetting !== undefined;
      }),
    sumUp(overzicht, deel, paginas, bestandOf) {
      const perVorm = new Map<string, { documenten: number; cijfers: Float64Array }>();
      const regels: { bestand: string; regels: readonly string[] }[] = [];
      const { vormen, cijfers, regels: teksten } = boven.bronnen;
      const sommen = VORMEN.map(() => ({ documenten: 0, cijfers: new Float64Array(AANTAL_CIJFERS) }));
      for (let rij = 0; rij < overzicht.aantal; rij += 1) {
        const vorige = overzicht.vorige[rij] ?? -1;
        if (vorige < 0 || deel.bronnen.has(rij)) continue;
        const som = sommen[(vormen[vorige] ?? 0) - 1];
        if (!som) continue;
        som.documenten += 1;
        for (let at = 0; at < AANTAL_CIJFERS; at += 1)
          som.cijfers[at] = (som.cijfers[at] ?? 0) + (cijfers[vorige * AANTAL_CIJFERS + at] ?? 0);
        const tekst = teksten.at(vorige);
        if (tekst !== "") regels.push({ bestand: bestandOf(rij), regels: JSON.parse(tekst) as readonly string[] });
      }
      for (const [index, som] of sommen.entries()) {
        const vorm = VORMEN[index];
        if (vorm && som.documenten > 0) perVorm.set(vorm, som);
      }
      return { perVorm, regels, paginas };
    },
  };
}

function sortBySleutel(paginas: readonly number[], boven: Bovenlaag): readonly number[] {
  const namen = boven.paginas.mappen.flatMap((map) => map.namen.map((naam) => naam.slice(0, -".md".length)));
  return paginas.toSorted((a, b) => compareText(namen[a] ?? "", namen[b] ?? ""));
}

/** A key of 16 bytes, in hexadecimal. */
export function sleutelAt(sleutels: Uint8Array, index: number): string {
  return Buffer.from(sleutels.buffer, sleutels.byteOffset + index * 16, 16).toString("hex");
}

/** The state before the first conversion. */
export const LEGE_LAGEN: Lagen = {
  boven: {
    reeksen: [],
    bronnen: {
      aantal: 0,
      stempels: new Float64Array(),
      sleutels: new Uint8Array(),
      soorten: new Uint8Array(),
      vlaggen: new Uint8Array(),
      vormen: new Uint8Array(),
      cijfers: new Uint32Array(),
      regels: GEEN_TEKSTEN,
      bijzonder: GEEN_TEKSTEN,
    },
    paginas: { aantal: 0, mappen: [], stempels: new Float64Array(), hashes: new Uint8Array() },
  },
  onder: {
    bronnen: {
      begin: new Float64Array(),
      lengte: new Uint32Array(),
      kluwens: new Uint32Array(),
      haken: GEEN_GETALLEN,
      aanbod: GEEN_GETALLEN,
      gezocht: GEEN_GETALLEN,
      zonderId: new Uint16Array(),
      ids: GEEN_TEKSTEN,
      gezien: GEEN_TEKSTEN,
    },
    paginas: {
      kluwens: new Uint32Array(),
      sleutels: new Uint8Array(),
      begin: new Float64Array(),
      lengte: new Uint32Array(),
    },
  },
};
