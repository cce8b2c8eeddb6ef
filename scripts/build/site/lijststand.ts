/** The lists of an archive out of the columns in which a build left it: what stands in each, and what their heads tell. */

import type { LijstSoort } from "../../../src/site/adres.ts";
import {
  type Bladzijdefeiten,
  type Lijstfeiten,
  type Lijsttelling,
  RECENT,
  SOORTEN,
  STANDLIJSTEN,
  type Standtelling,
} from "../../../src/site/lijstpagina.ts";
import { cutLijst, mostUsed } from "../../../src/site/register.ts";
import { site } from "../../../templates/data/site.ts";
import { feitOf, lijstnaamOf, type Momentkolommen, type Poelen, packDatum, unpackDatum, VLAG } from "./momentopname.ts";

export interface Lijststand {
  /** All lists, in the order in which a build makes them. */
  readonly tellingen: readonly Lijsttelling[];
  /** The rows of a list by its name, oldest first. */
  readonly rijenVan: (lijsten: ReadonlySet<string>) => ReadonlyMap<string, readonly number[]>;
}

/** Counts what stands in every list. */
export function openLijststand(
  kolommen: Momentkolommen,
  sleutels: readonly string[],
  { lijsten, namen }: Poelen,
): Lijststand {
  const alle = lijsten.alle();
  const nummers = new Map(alle.map((lijst, nummer) => [lijstnaamOf(lijst), nummer]));
  const aantallen = new Int32Array(alle.length);
  const laatste = new Int32Array(alle.length).fill(-1);
  const naamtelling = new Map<number, number>();
  const aantalNamen = namen.alle().length;
  const { begin, alle: leden } = kolommen.leden;
  for (let rij = 0; rij < kolommen.aantal; rij += 1) {
    for (let at = begin[rij] ?? 0; at < (begin[rij + 1] ?? 0); at += 2) {
      const lid = leden[at] ?? 0;
      const nummer = lid >> 1;
      const key = nummer * aantalNamen + (leden[at + 1] ?? 0);
      naamtelling.set(key, (naamtelling.get(key) ?? 0) + 1);
      if ((lid & 1) === 0 || laatste[nummer] === rij) continue;
      laatste[nummer] = rij;
      aantallen[nummer] = (aantallen[nummer] ?? 0) + 1;
    }
  }
  const namenPerLijst = new Map<number, Map<string, number>>();
  for (const [key, aantal] of naamtelling) {
    const nummer = Math.floor(key / aantalNamen);
    const own = namenPerLijst.get(nummer) ?? new Map<string, number>();
    namenPerLijst.set(nummer, own);
    own.set(namen.alle()[key % aantalNamen] ?? "", aantal);
  }
  const tellingen = SOORTEN.flatMap((soort): readonly Lijsttelling[] => {
    if (soort === "stand")
      return STANDLIJSTEN.map((slug) => ({
        soort,
        slug,
        naam: slug,
        aantal: aantallen[nummers.get(lijstnaamOf([soort, slug])) ?? -1] ?? 0,
      }));
    return [...namenPerLijst]
      .flatMap(([nummer, eigen]) => {
        const [eigenSoort, slug = ""]: readonly [LijstSoort?, string?] = alle[nummer] ?? [];
        return eigenSoort === soort ? [{ soort, slug, naam: mostUsed(eigen), aantal: aantallen[nummer] ?? 0 }] : [];
      })
      .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  });
  return {
    tellingen,
    rijenVan(gezocht) {
      const found = new Map<number, number[]>();
      for (const naam of gezocht) {
        const nummer = nummers.get(naam);
        if (nummer !== undefined) found.set(nummer, []);
      }
      for (let rij = 0; rij < kolommen.aantal; rij += 1) {
        for (let at = begin[rij] ?? 0; at < (begin[rij + 1] ?? 0); at += 2) {
          const lid = leden[at] ?? 0;
          const rijen = (lid & 1) === 1 ? found.get(lid >> 1) : undefined;
          if (rijen && rijen.at(-1) !== rij) rijen.push(rij);
        }
      }
      const volgorde = compareOudst(kolommen, sleutels);
      return new Map(
        [...gezocht].map((naam) => [naam, (found.get(nummers.get(naam) ?? -1) ?? []).sort(volgorde)] as const),
      );
    },
  };
}

/** The order of `compareOldestFirst`. */
function compareOudst(kolommen: Momentkolommen, sleutels: readonly string[]): (a: number, b: number) => number {
  return (a, b) =>
    feitOf(kolommen, a, "volg") - feitOf(kolommen, b, "volg") || ((sleutels[a] ?? "") < (sleutels[b] ?? "") ? -1 : 1);
}

/** What the heads of the pages of a list tell, and the rows of each page; newest first. */
export function toLijstbladen(
  telling: Lijsttelling,
  rijen: readonly number[],
  kolommen: Momentkolommen,
): { readonly feiten: Lijstfeiten; readonly bladen: readonly (readonly number[])[] } {
  const bladzijden = cutLijst(rijen);
  const datumOf = (rij: number | undefined) =>
    rij === undefined
      ? undefined
      : unpackDatum(feitOf(kolommen, rij, "ingediend") || feitOf(kolommen, rij, "beantwoord"));
  const hasDatum = (rij: number) => datumOf(rij) !== undefined;
  return {
    bladen: bladzijden.map(({ posten }) => posten),
    feiten: {
      ...telling,
      stand: countVlaggen(rijen, kolommen),
      bladzijden: bladzijden.map(({ nummer, posten }): Bladzijdefeiten => {
        const [nieuwste, oudste] = [datumOf(posten.find(hasDatum)), datumOf(posten.findLast(hasDatum))];
        return {
          ...(nummer === undefined ? {} : { nummer }),
          aantal: posten.length,
          ...(nieuwste && oudste ? { nieuwste, oudste } : {}),
          isAfgedaan: posten.every((rij) => (feitOf(kolommen, rij, "vlaggen") & VLAG.afgedaan) !== 0),
        };
      }),
    },
  };
}

// As `countStand` counts posts.
function countVlaggen(rijen: Iterable<number>, kolommen: Momentkolommen): Standtelling {
  const stand = { beantwoord: 0, wachtend: 0, uitgesteld: 0, teLaat: 0 };
  for (const rij of rijen) {
    const vlaggen = feitOf(kolommen, rij, "vlaggen");
    if ((vlaggen & VLAG.beantwoord) !== 0) stand.beantwoord += 1;
    if ((vlaggen & VLAG.open) === 0) continue;
    stand.wachtend += 1;
    if ((vlaggen & VLAG.teLaat) !== 0) stand.teLaat += 1;
    else if ((vlaggen & VLAG.uitgesteld) !== 0) stand.uitgesteld += 1;
  }
  return stand;
}

/** What the front page takes from the archive, with rows in the place of posts. */
export function toVoorpaginarijen(kolommen: Momentkolommen, sleutels: readonly string[], peildatum: string) {
  const nieuwsteEerst = Uint32Array.from({ length: kolommen.aantal }, (_, rij) => rij)
    .sort(compareOudst(kolommen, sleutels))
    .reverse();
  const dag = packDatum(peildatum);
  const feit = (rij: number, naam: "ingediend" | "beantwoord" | "dagen" | "vlaggen") => feitOf(kolommen, rij, naam);
  const opAntwoord = nieuwsteEerst
    .filter((rij) => feit(rij, "beantwoord") > 0)
    .sort((a, b) => feit(b, "beantwoord") - feit(a, "beantwoord"));
  return {
    aantal: kolommen.aantal,
    stand: countVlaggen(nieuwsteEerst, kolommen),
    eersten: [...nieuwsteEerst.slice(0, site.rijenVoorpagina)],
    nieuwsten: takeEerste(nieuwsteEerst, site.rijenVoorpagina, (rij) => {
      const ingediend = feit(rij, "ingediend");
      return ingediend > 0 && ingediend <= dag;
    }),
    beantwoord: [...opAntwoord.slice(0, site.rijenVoorpagina)],
    dagen: takeEerste(opAntwoord, RECENT, (rij) => (feit(rij, "vlaggen") & VLAG.beantwoord) !== 0)
      .map((rij) => feit(rij, "dagen"))
      .filter((dagen) => dagen >= 0),
  };
}

function takeEerste(rijen: Iterable<number>, aantal: number, isGoed: (rij: number) => boolean): readonly number[] {
  const gevonden: number[] = [];
  for (const rij of rijen) {
    if (gevonden.length === aantal) break;
    if (isGoed(rij)) gevonden.push(rij);
  }
  return gevonden;
}
