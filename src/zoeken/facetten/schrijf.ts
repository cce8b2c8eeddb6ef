/**
 * Writes the table of the facets, and a file for the column of each: who sorts or chooses loads no more than that takes. All
 * numbers are varints.
 * @see docs/formats/facetten.md
 */
import { daysBetween } from "../../model/datum.ts";
import { pushVarint } from "../formaat/varint.ts";
import { FACETTEN, type Facetnaam } from "../opdracht.ts";
import type { Facetrij, Rijwaarde } from "./rij.ts";

/** Layout of the table; another number is another layout. */
export const FACETINDELING = 2;

/** Days are counted from here. */
export const DAG_NUL = "1900-01-01";

/**
 * The table of these rows, not zipped; `schrijf` writes the file of a column and answers its key. The same rows give the same
 * bytes.
 */
export function encodeFacetten(rijen: readonly Facetrij[], schrijf: (bytes: Uint8Array) => string): Uint8Array {
  const bytes: number[] = [];
  pushVarint(bytes, FACETINDELING);
  pushVarint(bytes, rijen.length);
  // A page mostly follows on one of the same day or the day before: the difference, with its sign in the lowest bit.
  let vorige = 0;
  for (const { ingediend } of rijen) {
    const dag = ingediend === undefined ? 0 : Math.max(1, daysBetween(DAG_NUL, ingediend) + 1);
    pushVarint(bytes, dag >= vorige ? (dag - vorige) * 2 : (vorige - dag) * 2 - 1);
    vorige = dag;
  }
  for (const { antwoorddagen } of rijen) pushVarint(bytes, antwoorddagen === undefined ? 0 : antwoorddagen + 1);
  for (const facet of FACETTEN) pushTekst(bytes, schrijf(encodeKolom(rijen, facet)));
  return Uint8Array.from(bytes);
}

function encodeKolom(rijen: readonly Facetrij[], facet: Facetnaam): Uint8Array {
  const bytes: number[] = [];
  const waarden = collectWaarden(rijen, facet);
  const nummers = new Map(waarden.map(({ waarde }, index) => [waarde, index]));
  pushVarint(bytes, waarden.length);
  for (const { waarde, naam, onder } of waarden) {
    pushTekst(bytes, waarde);
    pushTekst(bytes, naam);
    pushVarint(bytes, onder === undefined ? 0 : (nummers.get(onder) ?? -1) + 1);
  }
  const eigen = rijen.map((rij) => new Set((rij.waarden[facet] ?? []).map(({ waarde }) => nummers.get(waarde) ?? 0)));
  for (const { size } of eigen) pushVarint(bytes, size);
  for (const lijst of eigen) for (const nummer of lijst) pushVarint(bytes, nummer);
  return Uint8Array.from(bytes);
}

/** The values of a facet, those used most first (their numbers are shortest), each with the name used most. */
function collectWaarden(rijen: readonly Facetrij[], facet: Facetnaam): readonly Rijwaarde[] {
  const gezien = new Map<string, { aantal: number; onder: string | undefined; namen: Map<string, number> }>();
  for (const rij of rijen) {
    for (const { waarde, naam, onder } of rij.waarden[facet] ?? []) {
      const bekend = gezien.get(waarde) ?? { aantal: 0, onder, namen: new Map<string, number>() };
      gezien.set(waarde, bekend);
      bekend.aantal += 1;
      bekend.namen.set(naam, (bekend.namen.get(naam) ?? 0) + 1);
    }
  }
  return [...gezien]
    .sort(([a, x], [b, y]) => y.aantal - x.aantal || compareText(a, b))
    .map(([waarde, { onder, namen }]) => ({
      waarde,
      naam: mostUsed(namen),
      ...(onder === undefined ? {} : { onder }),
    }));
}

function mostUsed(namen: ReadonlyMap<string, number>): string {
  return [...namen].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0]?.[0] ?? "";
}

function pushTekst(bytes: number[], tekst: string): void {
  const utf8 = new TextEncoder().encode(tekst);
  pushVarint(bytes, utf8.length);
  for (const byte of utf8) bytes.push(byte);
}

// Code units, not a locale: the order must be the same on every machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
