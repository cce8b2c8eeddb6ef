/**
 * Columns of numbers and texts over many rows, kept as they lie in the file: a row is only taken out when something asks for it,
 * and rows that stay next to each other are copied in one go.
 */

/** The numbers of each row, as many as that row has. */
export interface Getallen {
  readonly at: (rij: number) => Float64Array;
  /** All numbers in order, and where those of each row begin; one more than there are rows. */
  readonly alle: Float64Array;
  readonly begin: Uint32Array;
}

/** A text for each row, mostly an empty one. */
export interface Teksten {
  readonly at: (rij: number) => string;
  readonly bytes: Uint8Array;
  readonly begin: Uint32Array;
}

/** Rows of an earlier column that follow each other in the next one as well. */
export interface Strook {
  readonly van: number;
  readonly naar: number;
  readonly aantal: number;
}

/** Where each row of a column comes from: from an earlier one, or from new values. */
export interface Rijenplan {
  readonly aantal: number;
  readonly stroken: readonly Strook[];
  /** The rows that are in no strip. */
  readonly nieuwe: readonly number[];
}

/** @param vorigeOf the row in the earlier column, or -1. */
export function planRijen(aantal: number, vorigeOf: (rij: number) => number): Rijenplan {
  const stroken: { van: number; naar: number; aantal: number }[] = [];
  const nieuwe: number[] = [];
  let last: { van: number; naar: number; aantal: number } | undefined;
  for (let rij = 0; rij < aantal; rij += 1) {
    const van = vorigeOf(rij);
    if (van < 0) nieuwe.push(rij);
    else if (last && last.van + last.aantal === van && last.naar + last.aantal === rij) last.aantal += 1;
    else {
      last = { van, naar: rij, aantal: 1 };
      stroken.push(last);
    }
  }
  return { aantal, stroken, nieuwe };
}

export function toGetallen(begin: Uint32Array, alle: Float64Array): Getallen {
  return { begin, alle, at: (rij) => alle.subarray(begin[rij] ?? 0, begin[rij + 1] ?? 0) };
}

export function toTeksten(begin: Uint32Array, bytes: Uint8Array): Teksten {
  return {
    begin,
    bytes,
    at(rij) {
      const [van = 0, tot = 0] = begin.subarray(rij, rij + 2);
      return van === tot ? "" : DECODER.decode(bytes.subarray(van, tot));
    },
  };
}

const DECODER = new TextDecoder();
const ENCODER = new TextEncoder();

export const GEEN_GETALLEN = toGetallen(new Uint32Array(1), new Float64Array());
export const GEEN_TEKSTEN = toTeksten(new Uint32Array(1), new Uint8Array());

type Kolom = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** Fills an empty column in which each row has the same number of values. */
export function fillKolom<Soort extends Kolom>(
  target: Soort,
  source: Soort,
  { aantal, stroken, nieuwe }: Rijenplan,
  ofNieuw: (rij: number) => ArrayLike<number>,
): Soort {
  const breedte = aantal === 0 ? 0 : target.length / aantal;
  for (const strook of stroken)
    target.set(source.subarray(strook.van * breedte, (strook.van + strook.aantal) * breedte), strook.naar * breedte);
  for (const rij of nieuwe) target.set(ofNieuw(rij), rij * breedte);
  return target;
}

export function joinGetallen(plan: Rijenplan, source: Getallen, ofNieuw: (rij: number) => readonly number[]): Getallen {
  const nieuw = new Map(plan.nieuwe.map((rij) => [rij, Float64Array.from(ofNieuw(rij))]));
  const begin = joinBegin(plan, source.begin, nieuw);
  return toGetallen(
    begin,
    joinRows(new Float64Array(begin[plan.aantal] ?? 0), source.alle, source.begin, plan, begin, nieuw),
  );
}

export function joinTeksten(plan: Rijenplan, source: Teksten, ofNieuw: (rij: number) => string): Teksten {
  const nieuw = new Map(plan.nieuwe.map((rij) => [rij, ENCODER.encode(ofNieuw(rij))]));
  const begin = joinBegin(plan, source.begin, nieuw);
  return toTeksten(
    begin,
    joinRows(new Uint8Array(begin[plan.aantal] ?? 0), source.bytes, source.begin, plan, begin, nieuw),
  );
}

function joinBegin(
  { aantal, stroken }: Rijenplan,
  source: Uint32Array,
  nieuw: ReadonlyMap<number, { readonly length: number }>,
): Uint32Array {
  const begin = new Uint32Array(aantal + 1);
  for (const { van, naar, aantal: rijen } of stroken) {
    for (let at = 0; at < rijen; at += 1) begin[naar + at + 1] = (source[van + at + 1] ?? 0) - (source[van + at] ?? 0);
  }
  for (const [rij, { length }] of nieuw) begin[rij + 1] = length;
  for (let rij = 0; rij < aantal; rij += 1) begin[rij + 1] = (begin[rij + 1] ?? 0) + (begin[rij] ?? 0);
  return begin;
}

function joinRows<Soort extends Float64Array | Uint8Array>(
  target: Soort,
  source: Soort,
  sourceBegin: Uint32Array,
  { stroken }: Rijenplan,
  begin: Uint32Array,
  nieuw: ReadonlyMap<number, Soort>,
): Soort {
  for (const { van, naar, aantal } of stroken)
    target.set(source.subarray(sourceBegin[van] ?? 0, sourceBegin[van + aantal] ?? 0), begin[naar] ?? 0);
  for (const [rij, own] of nieuw) target.set(own, begin[rij] ?? 0);
  return target;
}
