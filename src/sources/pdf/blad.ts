/**
 * What the readers of a page hand to each other: runs of letters with a place, and visual lines made of them. All measures
 * are in points; `y` is the baseline, counted from the top of the page.
 * @see docs/formats/pdf.md
 */

/** Letters that the PDF draws in one go: one font, one size, one line. */
export interface Run {
  readonly tekst: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly grootte: number;
  readonly isVet: boolean;
  readonly isCursief: boolean;
  /** Set when white space stands before it. */
  readonly naSpatie: boolean;
  /** Set for small letters above or below the line they stand in. */
  readonly hoogte?: "sup" | "inf";
}

export interface Blad {
  readonly breedte: number;
  readonly hoogte: number;
  readonly runs: readonly Run[];
}

/** Runs that stand beside each other, without a gap as wide as a column's. */
export interface Regel {
  readonly runs: readonly Run[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly grootte: number;
  /** Index of the page. */
  readonly blad: number;
}

export function regelOf(runs: readonly Run[], y: number, blad: number): Regel {
  const main = runs.filter(({ hoogte }) => hoogte === undefined);
  return {
    runs,
    x0: minOf(runs, ({ x0 }) => x0),
    x1: maxOf(runs, ({ x1 }) => x1),
    y,
    grootte: maxOf(main.length > 0 ? main : runs, ({ grootte }) => grootte),
    blad,
  };
}

/** The words of a line, one blank where the page shows a space. */
export function tekstOf({ runs }: { readonly runs: readonly Run[] }): string {
  return runs
    .map((run, index) => `${isApart(runs[index - 1], run) ? " " : ""}${run.tekst}`)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether there is a space between two runs of one line. */
export function isApart(before: Run | undefined, run: Run): boolean {
  if (!before) return false;
  if (run.naSpatie || /\s$/.test(before.tekst) || /^\s/.test(run.tekst)) return true;
  // A raised figure stands off its word a little.
  const wide = run.hoogte || before.hoogte ? 0.5 : 0.2;
  return run.x0 - before.x1 > wide * Math.max(run.grootte, before.grootte);
}

// Not Math.max(...items): a page can have more pieces than a call can take arguments.
export function maxOf<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((max, item) => Math.max(max, measure(item)), Number.NEGATIVE_INFINITY);
}

export function minOf<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((min, item) => Math.min(min, measure(item)), Number.POSITIVE_INFINITY);
}

/** The middle one of some measures; 0 of none. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
