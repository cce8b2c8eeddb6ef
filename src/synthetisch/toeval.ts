/** Chance that can be repeated: a seeded generator and the draws made with it. No clock, no Math.random. */

/** Answers a number in [0, 1), and the next one at each call. */
export type Toeval = () => number;

/** A generator for one seed and one number: document 7 is the same whether 10 or 10,000 are made. */
export function createToeval(seed: number, volgnummer: number): Toeval {
  // mulberry32, started at a mix of both numbers.
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(volgnummer + 1, 0x85ebca6b)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `from` up to and including `to`. */
export function drawInteger(toeval: Toeval, from: number, to: number): number {
  return from + Math.floor(toeval() * (to - from + 1));
}

/** One of a list that is not empty. */
export function drawFrom<T>(toeval: Toeval, items: readonly [T, ...T[]]): T {
  return items[Math.floor(toeval() * items.length)] ?? items[0];
}

export function isDrawn(toeval: Toeval, chance: number): boolean {
  return toeval() < chance;
}

/** A draw from the normal distribution with mean 0 and deviation 1 (Box-Muller). */
export function drawNormal(toeval: Toeval): number {
  return Math.sqrt(-2 * Math.log(1 - toeval())) * Math.cos(2 * Math.PI * toeval());
}

/** The deviation of a log-normal distribution with this median and 95th percentile. */
export function deviationOf(median: number, percentile95: number): number {
  return Math.log(percentile95 / median) / 1.645;
}
