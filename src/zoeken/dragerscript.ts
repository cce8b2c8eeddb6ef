/** Where the offline bundle has the files of the index: in scripts, for no browser lets a page from disk read a file. */

/** Name of the global by which the bundle says that files come by scripts, and to which these scripts hand what they hold. */
export const DRAGER = "kamervragenDrager";

export interface Pakking {
  /** Fragments of pages 0 up to this number of a shard stand in its first script, and so on. */
  readonly fragmentenPerPakket: number;
}

/** More fragments than this are in no script: the page keeps so many that it was brought and did not ask for. */
export const GROOTSTE_PAKKET = 600;

/** Whether a file of the index stands in its script with others, in one gzip. */
export function isInPakket(key: string): boolean {
  return FRAGMENT.test(key);
}

const FRAGMENT = /^(fragment\/[^/]+\/)(\d+)\.pf_fragment$/;

/** The script in which the bundle has a key, as a path below `pagefind/`. */
export function scriptOf(key: string, { fragmentenPerPakket }: Pakking): string {
  const [, map, nummer] = FRAGMENT.exec(key) ?? [];
  if (map === undefined || nummer === undefined) return `${key}.js`;
  return `${map}${Math.floor(Number(nummer) / fragmentenPerPakket)}.js`;
}
