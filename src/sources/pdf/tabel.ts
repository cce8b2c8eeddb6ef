/**
 * Tables: rows whose cells stand below each other. In doubt there is no table, and the lines stay text.
 * @see docs/formats/pdf.md#tabellen
 */
import { maxOf, medianOf, minOf, type Regel, tekstOf } from "./blad.ts";
import { joinRij, type Rij } from "./regels.ts";

export interface Tabel {
  readonly soort: "tabel";
  /** Per row, per column: the lines of the cell. */
  readonly rijen: readonly (readonly (readonly Regel[])[])[];
}

export interface Regels {
  readonly soort: "regels";
  readonly regels: readonly Regel[];
}

/** The tables of a page, and the pieces of lines between them. */
export function findTabellen(rijen: readonly Rij[]): readonly (Tabel | Regels)[] {
  const parts: (Tabel | Regels)[] = [];
  let loose: Rij[] = [];
  const flush = () => {
    if (loose.length > 0) parts.push({ soort: "regels", regels: joinLabels(loose).flat() });
    loose = [];
  };
  let index = 0;
  while (index < rijen.length) {
    const group = groupAt(rijen, index);
    const tabel = group && toTabel(group);
    if (group && tabel) {
      flush();
      parts.push(tabel);
      index += group.length;
    } else {
      const skipped = group ?? rijen.slice(index, index + 1);
      for (const rij of skipped) loose.push(rij);
      index += skipped.length;
    }
  }
  flush();
  return parts;
}

/** Rows further apart than this many ems belong to different tables. */
const RIJAFSTAND = 3.2;

// Lines of one size with several pieces each; a line with one piece may stand between two of them.
function groupAt(rijen: readonly Rij[], start: number): readonly Rij[] | undefined {
  const first = rijen[start];
  if (!first || first.length < 2) return undefined;
  let end = start + 1;
  let last = end;
  for (; end < rijen.length; end += 1) {
    const rij = rijen[end];
    const before = rijen[end - 1];
    if (!rij || !before || !isNear(before, rij) || (rij.length < 2 && before.length < 2)) break;
    if (rij.length >= 2) last = end + 1;
  }
  // A last cell may run on below its row.
  const tail = rijen[last];
  const before = rijen[last - 1];
  if (tail && before && tail.length === 1 && isNear(before, tail) && isContinuation(before, tail)) last += 1;
  return rijen.slice(start, last);
}

function isNear(before: Rij, rij: Rij): boolean {
  const [a, b] = [before[0], rij[0]];
  if (!a || !b) return false;
  const size = Math.max(a.grootte, b.grootte);
  return Math.min(a.grootte, b.grootte) > 0.85 * size && b.y - a.y < RIJAFSTAND * size;
}

function isContinuation(before: Rij, rij: Rij): boolean {
  const [deel, eerste, hoger] = [rij[0], before[0], before[0]];
  if (!deel || !eerste || !hoger) return false;
  return deel.x0 > eerste.x1 && deel.y - hoger.y < 1.4 * deel.grootte;
}

interface Kolom {
  readonly x0: number;
  readonly x1: number;
}

function toTabel(group: readonly Rij[]): Tabel | undefined {
  const full = group.filter((rij) => rij.length >= 2);
  const kolommen = kolommenOf(group);
  if (full.length < 2 || kolommen.length < 2) return undefined;
  const cells = group.map((rij) => kolommen.map((kolom) => rij.filter((deel) => overlaps(deel, kolom))));
  if (kolommen.some((kolom) => isProza(group, kolom))) return undefined;
  if (kolommen.length === 2 && !isTwoColumnTable(cells, full.length)) return undefined;
  const rows: (readonly Regel[])[][] = [];
  group.forEach((rij, index) => {
    const own = cells[index] ?? [];
    const above = group[index - 1];
    const last = rows.at(-1);
    if (last && above && isContinuation(above, rij) && (own[0]?.length ?? 0) === 0)
      own.forEach((cell, column) => {
        last[column] = [...(last[column] ?? []), ...cell];
      });
    else rows.push([...own]);
  });
  return rows.length >= 2 ? { soort: "tabel", rijen: rows } : undefined;
}

// The shadows that all pieces together throw on the foot of the page.
function kolommenOf(group: readonly Rij[]): readonly Kolom[] {
  const kolommen: { x0: number; x1: number }[] = [];
  for (const { x0, x1, grootte } of group.flat().toSorted((a, b) => a.x0 - b.x0)) {
    const last = kolommen.at(-1);
    if (last && x0 < last.x1 + 0.4 * grootte) last.x1 = Math.max(last.x1, x1);
    else kolommen.push({ x0, x1 });
  }
  return kolommen;
}

function overlaps(deel: Kolom, kolom: Kolom): boolean {
  return deel.x0 <= kolom.x1 && deel.x1 >= kolom.x0;
}

// Lines that fill their column: running text beside other text, to be read from top to bottom.
function isProza(group: readonly Rij[], kolom: Kolom): boolean {
  const delen = group.flat().filter((deel) => overlaps(deel, kolom));
  const breedte = kolom.x1 - kolom.x0;
  const isWide = ({ x0, x1, grootte }: Regel) => x1 - x0 > 0.75 * breedte && x1 - x0 > 16 * grootte;
  return delen.length >= 3 && delen.filter(isWide).length > 0.6 * delen.length;
}

// Two columns can as well be a list of facts ("Datum   12 mei"): figures, or a head, make a table of them.
function isTwoColumnTable(cells: readonly (readonly (readonly Regel[])[])[], full: number): boolean {
  const second = cells.map((row) => (row[1] ?? []).map(tekstOf).join(" ")).filter((tekst) => tekst !== "");
  const figures = second.filter((tekst) =>
    /^[€$]?\s?[-–+]?[\d.,\s]+\s?(?:%|mln\.?|mld\.?|miljoen|miljard)?$/.test(tekst),
  );
  return full >= 3 && figures.length >= 0.6 * second.length;
}

/** How many words a label has at most ("Uw kenmerk"). */
const MAX_LABELWOORDEN = 3;

// A label and what stands behind it are one line; text beside other text is not.
function joinLabels(rijen: readonly Rij[]): readonly Rij[] {
  return rijen.map((rij, index) => {
    if (rij.length < 2) return rij;
    const joined = joinRij(rij);
    const size = medianOf(rij.map(({ grootte }) => grootte));
    const isEven = rij.every(({ grootte }) => Math.abs(grootte - size) < 0.15 * size);
    if (!joined || !isEven) return rij;
    const neighbours = [rijen[index - 1], rijen[index + 1]].filter(
      (other): other is Rij => other !== undefined && Math.abs((other[0]?.y ?? 0) - joined.y) < 1.8 * size,
    );
    const first = rij[0];
    const isLabel = (deel: Regel | undefined) =>
      deel !== undefined && tekstOf(deel).split(" ").length <= MAX_LABELWOORDEN;
    const isFacts =
      rij.length === 2 &&
      isLabel(first) &&
      neighbours.every((other) => other.length === 2 && isLabel(other[0]) && sameEdges(other, rij));
    return isFacts || neighbours.length === 0 ? [joined] : rij;
  });
}

function sameEdges(one: Rij, other: Rij): boolean {
  return (
    Math.abs(minOf(one, ({ x0 }) => x0) - minOf(other, ({ x0 }) => x0)) < 3 &&
    Math.abs(maxOf(one, ({ x0 }) => x0) - maxOf(other, ({ x0 }) => x0)) < 3
  );
}
