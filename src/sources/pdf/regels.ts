/** Runs of letters to visual lines, and lines to the pieces that a wide gap keeps apart. */
import { type Blad, type Regel, type Run, regelOf, tekstOf } from "./blad.ts";

/** A visual line: the pieces on one baseline, from left to right. */
export type Rij = readonly Regel[];

/** The visual lines of a page from top to bottom. `dubbel` is what is drawn twice, to look bold. */
export function rijenOf({ runs }: Blad, blad: number): { readonly rijen: readonly Rij[]; readonly dubbel: string } {
  const dropped: string[] = [];
  const rijen = attachSmall(groupByBaseline(runs)).map(({ y, runs: own }) => {
    const sorted = withoutDoubles(
      own.toSorted((a, b) => a.x0 - b.x0),
      dropped,
    );
    return splitAtGaps(sorted).map((part) => regelOf(part, y, blad));
  });
  return { rijen, dubbel: dropped.join("") };
}

interface Basislijn {
  readonly y: number;
  readonly grootte: number;
  readonly runs: Run[];
}

function groupByBaseline(runs: readonly Run[]): readonly Basislijn[] {
  const lines: Basislijn[] = [];
  // Larger letters first: they set the baseline, a smaller run beside them joins it.
  const sorted = runs.toSorted((a, b) => a.y - b.y || b.grootte - a.grootte);
  for (const run of sorted) {
    const last = lines.at(-1);
    if (last && Math.abs(run.y - last.y) <= 0.12 * Math.min(run.grootte, last.grootte)) last.runs.push(run);
    else lines.push({ y: run.y, grootte: run.grootte, runs: [run] });
  }
  return lines.map(({ y, runs: own }) => ({
    y,
    runs: own,
    grootte: own.reduce((max, run) => Math.max(max, run.grootte), 0),
  }));
}

/** How far up and down a raised or lowered figure looks for the line that it stands in. */
const BUREN = 8;

// A raised or lowered figure has a baseline of its own: it joins the line of larger letters that it stands right beside.
function attachSmall(lines: readonly Basislijn[]): readonly Basislijn[] {
  const result = lines.map(({ y, grootte }): Basislijn => ({ y, grootte, runs: [] }));
  lines.forEach((line, index) => {
    for (const run of line.runs) {
      const host = findHost(lines, index, run);
      const target = result[host ?? index];
      const hostLine = host === undefined ? undefined : lines[host];
      target?.runs.push(hostLine ? { ...run, hoogte: run.y < hostLine.y ? "sup" : "inf" } : run);
    }
  });
  return result.filter(({ runs }) => runs.length > 0);
}

function findHost(lines: readonly Basislijn[], index: number, run: Run): number | undefined {
  if (run.tekst.trim().length > MAX_HOOGTE_TEKENS) return undefined;
  let best: { index: number; distance: number } | undefined;
  for (let other = Math.max(0, index - BUREN); other <= Math.min(lines.length - 1, index + BUREN); other += 1) {
    const line = lines[other];
    if (other === index || !line || line.grootte * 0.85 < run.grootte) continue;
    const drop = (run.y - line.y) / line.grootte;
    if (drop < -0.75 || drop > 0.35) continue;
    const distance = line.runs.reduce((min, { x0, x1, grootte }) => {
      if (grootte * 0.85 < run.grootte) return min;
      // The number of a note stands a tab stop before its text.
      const before = /^\d+$/.test(run.tekst.trim()) ? (x0 - run.x1) / 3 : x0 - run.x1;
      return Math.min(min, run.x0 >= x1 ? run.x0 - x1 : run.x1 <= x0 ? before : 0);
    }, Number.POSITIVE_INFINITY);
    if (distance > 0.8 * line.grootte) continue;
    if (!best || distance < best.distance) best = { index: other, distance };
  }
  return best?.index;
}

/** "12, 13" is a raised figure; a small sentence is not. */
const MAX_HOOGTE_TEKENS = 8;

function withoutDoubles(runs: readonly Run[], dropped: string[]): readonly Run[] {
  return runs.filter((run, index) => {
    const before = runs[index - 1];
    if (!before || before.tekst !== run.tekst || before.grootte !== run.grootte) return true;
    const isSame = Math.abs(run.x0 - before.x0) < 0.1 * run.grootte && run.hoogte === before.hoogte;
    if (isSame) dropped.push(run.tekst);
    return !isSame;
  });
}

/** A gap wider than this many ems is no space between words. */
const GAT = 1.6;

function splitAtGaps(runs: readonly Run[]): readonly (readonly Run[])[] {
  const parts: Run[][] = [];
  for (const run of runs) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    const isGap = part && before && run.x0 - before.x1 > GAT * Math.max(before.grootte, run.grootte);
    // The text behind a dash or a number stands where the tab stop is.
    if (part && (!isGap || IS_LIJSTTEKEN.test(tekstOf({ runs: part })))) part.push(run);
    else parts.push([run]);
  }
  return parts;
}

/** A line that is nothing but the sign or number of a list's item. */
export const IS_LIJSTTEKEN = /^(?:[-–—•·‧∙▪■●○◦*o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$/i;

/** Joins the pieces of a visual line again. */
export function joinRij(rij: Rij): Regel | undefined {
  const first = rij[0];
  if (!first || rij.length === 1) return first;
  const runs = rij.flatMap((part, index) =>
    part.runs.map((run, at) => (index > 0 && at === 0 ? { ...run, naSpatie: true } : run)),
  );
  return regelOf(runs, first.y, first.blad);
}
