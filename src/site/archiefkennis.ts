/** What a page may know of the other Kamervragen of the archive. */
import type { Graaf } from "../samenhang/graaf.ts";
import type { Vergelijkbaarheid } from "../vergelijkbaar/vergelijking.ts";
import type { Registerpost } from "./register.ts";

export interface Archiefkennis extends Graaf, Vergelijkbaarheid {
  /** The facts of another Kamervraag. */
  readonly post: (sleutel: string) => Registerpost | undefined;
}

/** Brings together what the first pass over an archive found. */
export function toArchiefkennis(
  graaf: Graaf,
  vergelijkbaarheid: Vergelijkbaarheid,
  posten: readonly Registerpost[],
): Archiefkennis {
  const byKey = new Map(posten.map((post) => [post.sleutel, post]));
  return { ...graaf, ...vergelijkbaarheid, post: (sleutel) => byKey.get(sleutel) };
}
