/**
 * Reading order: lines below each other form columns of text, and columns beside each other are read one after the other.
 * @see docs/formats/pdf.md#kolommen
 */
import { maxOf, minOf, type Regel } from "./blad.ts";

interface Vlak {
  readonly regels: Regel[];
  readonly x0: number;
  readonly x1: number;
  /** Baseline of the first line: a large letter reaches far above it. */
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page with more pieces than this is read from top to bottom. */
const MAX_VLAKKEN = 80;

/** The lines of a page in columns, in reading order: each list holds lines that follow each other. */
export function inLeesvolgorde(regels: readonly Regel[]): readonly (readonly Regel[])[] {
  const vlakken = toVlakken(regels);
  const sorted = vlakken.toSorted(fromTop);
  return (vlakken.length > MAX_VLAKKEN ? sorted : order(sorted)).map(({ regels: own }) => own);
}

/** Lines further apart than this many ems are not of one piece. */
const REGELAFSTAND = 1.7;

function toVlakken(regels: readonly Regel[]): readonly Vlak[] {
  const open: Regel[][] = [];
  const closed: Regel[][] = [];
  for (const regel of regels.toSorted((a, b) => a.y - b.y || a.x0 - b.x0)) {
    let best: { lines: Regel[]; overlap: number } | undefined;
    for (let index = open.length - 1; index >= 0; index -= 1) {
      const lines = open[index];
      const last = lines?.at(-1);
      if (!lines || !last) continue;
      if (regel.y - last.y > REGELAFSTAND * Math.max(regel.grootte, last.grootte) * 1.5) {
        closed.push(...open.splice(index, 1));
        continue;
      }
      const overlap = Math.min(regel.x1, last.x1) - Math.max(regel.x0, last.x0);
      if (overlap <= 0 || !isBelow(last, regel)) continue;
      if (!best || overlap > best.overlap) best = { lines, overlap };
    }
    if (best) best.lines.push(regel);
    else open.push([regel]);
  }
  return [...closed, ...open].map((lines) => ({
    regels: lines,
    x0: minOf(lines, ({ x0 }) => x0),
    x1: maxOf(lines, ({ x1 }) => x1),
    y: minOf(lines, ({ y }) => y),
    top: minOf(lines, ({ y, grootte }) => y - 0.8 * grootte),
    bottom: maxOf(lines, ({ y, grootte }) => y + 0.2 * grootte),
  }));
}

function isBelow(last: Regel, regel: Regel): boolean {
  const size = Math.max(regel.grootte, last.grootte);
  const step = regel.y - last.y;
  return step > 0.5 * size && step <= REGELAFSTAND * size && Math.min(regel.grootte, last.grootte) > 0.88 * size;
}

function fromTop(a: Vlak, b: Vlak): number {
  return a.y - b.y || a.x0 - b.x0;
}

// Cuts where a white strip runs from top to bottom; where there is none, looks for one below or above a line across.
function order(vlakken: readonly Vlak[]): readonly Vlak[] {
  if (vlakken.length <= 1) return vlakken;
  const columns = cutColumns(vlakken);
  if (columns) return columns.flatMap((column) => order(column));
  const cuts = rowCuts(vlakken);
  for (const cut of cuts) {
    const below = cutColumns(vlakken.slice(cut));
    if (below) return [...order(vlakken.slice(0, cut)), ...below.flatMap((column) => order(column))];
  }
  for (const cut of cuts.toReversed()) {
    const above = cutColumns(vlakken.slice(0, cut));
    if (above) return [...above.flatMap((column) => order(column)), ...order(vlakken.slice(cut))];
  }
  return vlakken;
}

/** The least width of a white strip between columns, in points. */
const GOOT = 9;

function cutColumns(vlakken: readonly Vlak[]): readonly (readonly Vlak[])[] | undefined {
  const columns: { x1: number; vlakken: Vlak[] }[] = [];
  for (const vlak of vlakken.toSorted((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last && vlak.x0 < last.x1 + GOOT) {
      last.x1 = Math.max(last.x1, vlak.x1);
      last.vlakken.push(vlak);
    } else columns.push({ x1: vlak.x1, vlakken: [vlak] });
  }
  const isBeside = columns.some((column, index) => {
    const next = columns[index + 1];
    // One line beside others is no column: it is read where it stands.
    return (
      next &&
      hasLines(column.vlakken) &&
      hasLines(next.vlakken) &&
      column.vlakken.some((a) => next.vlakken.some((b) => a.top < b.bottom && b.top < a.bottom))
    );
  });
  return columns.length > 1 && isBeside ? columns.map((column) => column.vlakken.toSorted(fromTop)) : undefined;
}

function hasLines(vlakken: readonly Vlak[]): boolean {
  return vlakken.length > 1 || (vlakken[0]?.regels.length ?? 0) > 1;
}

// The places in a list from top to bottom where all that comes before ends above all that comes after.
function rowCuts(vlakken: readonly Vlak[]): readonly number[] {
  const tops = vlakken.map(({ top }) => top);
  for (let index = tops.length - 2; index >= 0; index -= 1)
    tops[index] = Math.min(tops[index] ?? 0, tops[index + 1] ?? 0);
  const cuts: number[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  vlakken.forEach((vlak, index) => {
    if (index > 0 && (tops[index] ?? 0) >= bottom) cuts.push(index);
    bottom = Math.max(bottom, vlak.bottom);
  });
  return cuts;
}
