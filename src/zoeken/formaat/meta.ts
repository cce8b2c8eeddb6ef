/**
 * Pagefind's `pf_meta`: `[version, [[id, words, file], …], [[first word, last word, name], …], filters, sorts, meta fields]`.
 * The archive does not deliver it: the engine's copy is rebuilt from compact tables, with the number of a page as its id.
 *
 * `file` is where version 1.6.0 notes the packed file of a fragment; it is empty when each page has a file of its own.
 */
import { type Cursor, openSchrijver, readGetal, readLijstkop, readTekst, type Schrijver } from "./cbor.ts";
import { stripMerk } from "./merk.ts";

/** A piece of the word index as Pagefind notes it: its name and the words between which it lies, both included. */
export interface Stukgrens {
  readonly van: string;
  readonly tot: string;
  readonly naam: string;
}

export interface Meta {
  readonly versie: string;
  /** Of each page, in the order of their numbers. */
  readonly paginas: readonly { readonly id: string; readonly woorden: number }[];
  readonly stukken: readonly Stukgrens[];
  readonly metavelden: readonly string[];
}

/**
 * Reads a `pf_meta`, unzipped.
 * @throws Error when it is broken, or holds what an index of the archive has not: filters, sorts, packed fragments.
 */
export function readMeta(bytes: Uint8Array): Meta {
  const cursor: Cursor = { bytes: stripMerk(bytes), plaats: 0 };
  const read = <Item>(readItem: (fields: number) => Item) =>
    Array.from({ length: readLijstkop(cursor) }, () => readItem(readLijstkop(cursor)));
  readLijstkop(cursor);
  const versie = readTekst(cursor);
  const paginas = read(() => {
    const pagina = { id: readTekst(cursor), woorden: readGetal(cursor) };
    if (readTekst(cursor) !== "") throw new Error("fragments are packed");
    return pagina;
  });
  const stukken = read(() => ({ van: readTekst(cursor), tot: readTekst(cursor), naam: readTekst(cursor) }));
  if (readLijstkop(cursor) > 0) throw new Error("the index has filters");
  if (readLijstkop(cursor) > 0) throw new Error("the index has sorts");
  const metavelden = Array.from({ length: readLijstkop(cursor) }, () => readTekst(cursor));
  return { versie, paginas, stukken, metavelden };
}

export interface Metagegevens {
  readonly versie: string;
  /** Indexed words of each page, in the order of their numbers. */
  readonly woordtellingen: ArrayLike<number>;
  readonly metavelden: readonly string[];
  /** Ids of the pages; by default their numbers. */
  readonly ids?: readonly string[];
  /** Only needed by an engine that is to choose its pieces itself. */
  readonly stukken?: readonly Stukgrens[];
}

/** Writes a meta as the engine takes it, unzipped and without the mark of a file. */
export function encodeMeta({ versie, woordtellingen, metavelden, ids, stukken = [] }: Metagegevens): Uint8Array {
  const schrijver = openSchrijver(1024 + woordtellingen.length * 12);
  schrijver.lijst(6);
  schrijver.tekst(versie);
  schrijver.lijst(woordtellingen.length);
  const cijfers = new Uint8Array(10);
  for (let pagina = 0; pagina < woordtellingen.length; pagina += 1) {
    schrijver.lijst(3);
    const id = ids?.[pagina];
    if (id === undefined) writeNummer(schrijver, pagina, cijfers);
    else schrijver.tekst(id);
    schrijver.getal(woordtellingen[pagina] ?? 0);
    schrijver.kop(3, 0);
  }
  schrijver.lijst(stukken.length);
  for (const { van, tot, naam } of stukken) {
    schrijver.lijst(3);
    schrijver.tekst(van);
    schrijver.tekst(tot);
    schrijver.tekst(naam);
  }
  schrijver.lijst(0);
  schrijver.lijst(0);
  schrijver.lijst(metavelden.length);
  for (const veld of metavelden) schrijver.tekst(veld);
  return schrijver.uitkomst();
}

// What `tekst` would write, without a string for each page: this runs before every search.
function writeNummer(schrijver: Schrijver, pagina: number, cijfers: Uint8Array): void {
  let from = cijfers.length;
  let rest = pagina;
  do {
    from -= 1;
    cijfers[from] = 48 + (rest % 10);
    rest = Math.floor(rest / 10);
  } while (rest > 0);
  schrijver.kop(3, cijfers.length - from);
  schrijver.bytes(cijfers.subarray(from));
}
