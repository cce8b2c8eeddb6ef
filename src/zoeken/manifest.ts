/**
 * What lies below `pagefind/`: the keys by which the search page asks for a file. Over http a key is a path below that
 * folder; in the offline bundle it is looked up in scripts. All files but the manifest are gzipped.
 *
 * The pages are numbered from 0 in one fixed order: by shard (the year of the key, ascending), then by day of submission
 * (else of the answer), then by key. Every table has its rows in that order.
 */
import type { Datum } from "../model/kamervraag.ts";

/** Key of the manifest; the only file whose name does not change with its content. */
export const MANIFEST = "zoek.json";

/** Layout of these files; another number is another layout. */
export const INDELING = 3;

export interface Zoekmanifest {
  readonly indeling: typeof INDELING;
  /** Version of Pagefind that made the index. */
  readonly pagefind: string;
  readonly peildatum: Datum;
  /** Hash over everything below `pagefind/`: goes with names that are no hash themselves, so that no cache mixes two builds. */
  readonly bouw: string;
  readonly paginas: number;
  /** The meta fields of the index, in Pagefind's order; the rebuilt meta needs them. */
  readonly metavelden: readonly string[];
  /** Shards in order; `vanaf` is the number of its first page. */
  readonly scherven: readonly { readonly naam: string; readonly vanaf: number }[];
  /** Keys of the tables, each with the hash of its content in its name. */
  readonly tabellen: {
    /** The engine: Pagefind's WebAssembly for Dutch. */
    readonly wasm: string;
    /** Number of indexed words of each page. */
    readonly woordtellingen: string;
    /** First word, last word and name of each piece of the word index. */
    readonly stukken: string;
    /** Days of each page, and the keys of the columns of the facets. */
    readonly facetten: string;
    /** Key of each page, to find a vraagnummer or aanhangselnummer that was typed. */
    readonly nummers: string;
    /** First word and key of each part of the vocabulary, for suggestions. */
    readonly woordenlijst: string;
  };
  /**
   * Index words (stems) that stand in a third of all pages -> the key of the list of their pages. Empty in an archive of
   * fewer than 1,000 pages.
   */
  readonly functiewoorden: Readonly<Record<string, string>>;
}

/** Key of a piece of the word index. */
export function keyOfStuk(naam: string): string {
  return `index/${naam}.pf_index`;
}

/** Key of the fragment (text, anchors and facts) of a page. */
export function keyOfFragment({ scherven }: Pick<Zoekmanifest, "scherven">, pagina: number): string {
  let gevonden = scherven[0];
  for (const scherf of scherven) {
    if (scherf.vanaf > pagina) break;
    gevonden = scherf;
  }
  if (!gevonden || pagina < gevonden.vanaf) throw new Error(`page ${pagina} is in no shard`);
  return `fragment/${gevonden.naam}/${pagina - gevonden.vanaf}.pf_fragment`;
}
