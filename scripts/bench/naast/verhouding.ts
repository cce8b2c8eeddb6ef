/** Ratios of measurements that were made in turn, with their spread. */

/** The middle of some figures, and the lowest and highest of them. */
export interface Spreiding {
  readonly mediaan: number;
  readonly laagste: number;
  readonly hoogste: number;
}

/** The spread of some figures; `undefined` without any. */
export function spreidingOf(getallen: readonly number[]): Spreiding | undefined {
  const sorted = [...getallen].sort((a, b) => a - b);
  const [laagste, hoogste] = [sorted[0], sorted.at(-1)];
  if (laagste === undefined || hoogste === undefined) return undefined;
  const half = (sorted.length - 1) / 2;
  const mediaan = ((sorted[Math.floor(half)] ?? laagste) + (sorted[Math.ceil(half)] ?? hoogste)) / 2;
  return { mediaan, laagste, hoogste };
}

/**
 * The spread of the ratio of two series, round by round: what burdened the machine in a round burdened both. Rounds in which one
 * of the two is unknown, or the second 0, do not count.
 */
export function verhoudingOf(
  onze: readonly (number | undefined)[],
  andere: readonly (number | undefined)[],
): Spreiding | undefined {
  return spreidingOf(
    onze.flatMap((getal, ronde) => {
      const deler = andere[ronde];
      return getal === undefined || !deler ? [] : [getal / deler];
    }),
  );
}
