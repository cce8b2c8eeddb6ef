/** What a page may know of the other Kamervragen of the archive. */
import type { Graaf } from "../samenhang/graaf.ts";
import type { Vergelijkbaarheid } from "../vergelijkbaar/vergelijking.ts";
import type { Registerpost } from "./register.ts";

/** What a page shows of the chain of follow-ups that it stands in. */
export interface Ketendeel {
  /** The keys around this one, oldest first, itself included; empty when it stands alone. */
  readonly deel: readonly string[];
  /** How many the whole chain has. */
  readonly aantal: number;
}

export interface Archiefkennis extends Pick<Graaf, "zoek" | "verwijzersNaar" | "verwijzingenVan">, Vergelijkbaarheid {
  readonly ketendeel: (sleutel: string) => Ketendeel;
  /** The facts of another Kamervraag. */
  readonly post: (sleutel: string) => Registerpost | undefined;
}

/** So many of a chain stand before and after the Kamervraag itself: all are in verwijzingen.csv. */
const KETEN_OM = 15;

/** Brings together what the first pass over an archive found. */
export function toArchiefkennis(
  { zoek, verwijzersNaar, verwijzingenVan, keten }: Graaf,
  { findGelijke }: Vergelijkbaarheid,
  posten: readonly Registerpost[],
): Archiefkennis {
  const byKey = new Map(posten.map((post) => [post.sleutel, post]));
  return {
    zoek,
    verwijzersNaar,
    verwijzingenVan,
    findGelijke,
    ketendeel: (sleutel) => toKetendeel(keten(sleutel), sleutel),
    post: (sleutel) => byKey.get(sleutel),
  };
}

/** Cuts from a chain what the page of one of its Kamervragen shows. */
export function toKetendeel(keten: readonly string[], sleutel: string): Ketendeel {
  const at = keten.indexOf(sleutel);
  return { deel: keten.slice(Math.max(0, at - KETEN_OM), at + KETEN_OM + 1), aantal: keten.length };
}
