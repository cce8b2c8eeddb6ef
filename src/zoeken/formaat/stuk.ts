/**
 * A piece ("chunk") of Pagefind's word index: `[[[word, pages, [[form, pages], …]], …]]`, in which pages is
 * `[[page − page before, [location, …], [location in a meta field, …]], …]`.
 *
 * What stands behind a page is not looked at: a list travels as a slice, so that a merge and the engine copy it whole.
 * @see docs/formats/zoekindex.md
 */
import {
  type Cursor,
  openSchrijver,
  readKop,
  readLijstkop,
  readTekst,
  readTekstbytes,
  type Schrijver,
  skipGetallen,
} from "./cbor.ts";
import { stripMerk } from "./merk.ts";

/** The pages on which a word stands, with the places on each. */
export interface Paginalijst {
  /** How many pages. */
  readonly aantal: number;
  /** Number of the first and of the last page; 0 when there are none. */
  readonly eerste: number;
  readonly laatste: number;
  /** The bytes behind the number of the first page, up to the end of the list. */
  readonly rest: Uint8Array;
  /** Pages and places together, as Pagefind counts them to decide how large a piece is. */
  readonly omvang: number;
}

/** A spelling of the word with other accents. */
export interface Vorm {
  readonly vorm: string;
  readonly paginas: Paginalijst;
}

/** An index word: a stem, the pages where its plain spelling stands, and those of other spellings. */
export interface Stukwoord {
  readonly woord: string;
  readonly paginas: Paginalijst;
  readonly vormen: readonly Vorm[];
}

/** An index word as it was read; `sleutel` is the word in UTF-8, by which words are sorted. */
export interface GelezenStukwoord extends Stukwoord {
  readonly sleutel: Uint8Array;
}

export const GEEN_PAGINAS: Paginalijst = { aantal: 0, eerste: 0, laatste: 0, rest: new Uint8Array(0), omvang: 0 };

/**
 * The words of a piece, in their order. The lists are slices of `bytes`.
 * @param bytes unzipped, with or without Pagefind's mark.
 * @throws Error when the bytes are broken or cut off.
 */
export function* readStuk(bytes: Uint8Array): Generator<GelezenStukwoord> {
  const cursor: Cursor = { bytes: stripMerk(bytes), plaats: 0 };
  readLijstkop(cursor);
  const count = readLijstkop(cursor);
  for (let index = 0; index < count; index += 1) {
    readLijstkop(cursor);
    const sleutel = readTekstbytes(cursor);
    const paginas = readLijst(cursor);
    const vormen: Vorm[] = [];
    for (let left = readLijstkop(cursor); left > 0; left -= 1) {
      readLijstkop(cursor);
      vormen.push({ vorm: readTekst(cursor), paginas: readLijst(cursor) });
    }
    yield { woord: decoder.decode(sleutel), sleutel, paginas, vormen };
  }
  if (cursor.plaats !== cursor.bytes.length) throw new Error("a piece of the search index has bytes too many");
}

const decoder = new TextDecoder();
const PAGE = 0x83;

function readLijst(cursor: Cursor): Paginalijst {
  const aantal = readLijstkop(cursor);
  if (aantal === 0) return GEEN_PAGINAS;
  let eerste = 0;
  let laatste = 0;
  let start = 0;
  let omvang = 0;
  for (let index = 0; index < aantal; index += 1) {
    if (cursor.bytes[cursor.plaats] !== PAGE) throw new Error("a piece of the search index is broken or cut off");
    cursor.plaats += 1;
    laatste += readKop(cursor);
    if (index === 0) {
      eerste = laatste;
      start = cursor.plaats;
    }
    omvang += skipGetallen(cursor) + skipGetallen(cursor) + 1;
  }
  return { aantal, eerste, laatste, rest: cursor.bytes.subarray(start, cursor.plaats), omvang };
}

/** The numbers of the pages in a list, ascending. */
export function paginasOf(lijst: Paginalijst): Uint32Array {
  const paginas = new Uint32Array(lijst.aantal);
  let index = 0;
  walkPaginas(lijst, (pagina, cursor) => {
    skipGetallen(cursor);
    skipGetallen(cursor);
    paginas[index] = pagina;
    index += 1;
  });
  return paginas;
}

/** A walk through the pages of a list that can be taken a part at a time. */
export interface Wandeling {
  readonly cursor: Cursor;
  pagina: number;
  isBegonnen: boolean;
}

export function openWandeling({ eerste, rest }: Paginalijst): Wandeling {
  return { cursor: { bytes: rest, plaats: 0 }, pagina: eerste, isBegonnen: false };
}

/**
 * Steps to the next page and answers its number: the cursor stands before the places in the text then, and has to be moved
 * behind those and behind the places in the meta fields before the next step.
 */
export function nextPagina(wandeling: Wandeling): number {
  if (wandeling.isBegonnen) {
    // The head of the page's own entry, then the difference with the page before.
    wandeling.cursor.plaats += 1;
    wandeling.pagina += readKop(wandeling.cursor);
  }
  wandeling.isBegonnen = true;
  return wandeling.pagina;
}

/** Moves the cursor behind the places of the page that was stepped to. */
export function skipPlaatsen({ cursor }: Wandeling): void {
  skipGetallen(cursor);
  skipGetallen(cursor);
}

/** Walks through all pages of a list; at each `visit` moves the cursor as `nextPagina` says. */
export function walkPaginas(lijst: Paginalijst, visit: (pagina: number, cursor: Cursor) => void): void {
  const wandeling = openWandeling(lijst);
  for (let index = 0; index < lijst.aantal; index += 1) visit(nextPagina(wandeling), wandeling.cursor);
}

/**
 * Writes a piece with these words in this order, as Pagefind's engine loads it (without the mark of a file). Words must be
 * sorted by their UTF-8 and stand once.
 */
export function writeStuk(woorden: readonly Stukwoord[]): Uint8Array {
  const schrijver = openSchrijver(1024 + woorden.reduce((sum, woord) => sum + bytesOf(woord), 0));
  schrijver.lijst(1);
  schrijver.lijst(woorden.length);
  for (const { woord, paginas, vormen } of woorden) {
    schrijver.lijst(3);
    schrijver.tekst(woord);
    writeLijst(schrijver, paginas);
    schrijver.lijst(vormen.length);
    for (const vorm of vormen) {
      schrijver.lijst(2);
      schrijver.tekst(vorm.vorm);
      writeLijst(schrijver, vorm.paginas);
    }
  }
  return schrijver.uitkomst();
}

// Enough for nearly every word: the buffer grows when it is not.
function bytesOf({ woord, paginas, vormen }: Stukwoord): number {
  const eigen = 32 + 3 * woord.length + paginas.rest.length;
  return vormen.reduce((sum, { vorm, paginas: { rest } }) => sum + 32 + 3 * vorm.length + rest.length, eigen);
}

function writeLijst(schrijver: Schrijver, { aantal, eerste, rest }: Paginalijst): void {
  schrijver.lijst(aantal);
  if (aantal === 0) return;
  schrijver.lijst(3);
  schrijver.getal(eerste);
  schrijver.bytes(rest);
}

/** A word's place in Pagefind's count of how large a piece is. */
export function omvangOf({ paginas, vormen }: Stukwoord): number {
  return vormen.reduce((sum, vorm) => sum + vorm.paginas.omvang + 1, paginas.omvang);
}

/** Lists of one word from several indexes, put behind each other; `vanaf` is the number of the index's first page. */
export interface Deellijst {
  readonly vanaf: number;
  readonly paginas: Paginalijst;
}

/** One list of several, whose pages follow on each other. */
export function mergeLijsten(delen: readonly Deellijst[]): Paginalijst {
  const gevuld = delen.filter(({ paginas }) => paginas.aantal > 0);
  const [begin] = gevuld;
  if (!begin) return GEEN_PAGINAS;
  const eerste = begin.vanaf + begin.paginas.eerste;
  let laatste = begin.vanaf + begin.paginas.laatste;
  let { aantal, omvang } = begin.paginas;
  if (gevuld.length === 1) return { ...begin.paginas, eerste, laatste };
  const schrijver = openSchrijver(gevuld.reduce((sum, { paginas }) => sum + paginas.rest.length + 10, 0));
  schrijver.bytes(begin.paginas.rest);
  for (const { vanaf, paginas } of gevuld.slice(1)) {
    if (vanaf + paginas.eerste <= laatste) throw new Error("lists of pages overlap");
    schrijver.lijst(3);
    schrijver.getal(vanaf + paginas.eerste - laatste);
    schrijver.bytes(paginas.rest);
    laatste = vanaf + paginas.laatste;
    aantal += paginas.aantal;
    omvang += paginas.omvang;
  }
  return { aantal, eerste, laatste, rest: schrijver.uitkomst(), omvang };
}

/**
 * A list without the pages from `van` up to `tot`: the part before them, and the part behind. Both have the page numbers of
 * the whole.
 */
export function splitLijst(
  lijst: Paginalijst,
  van: number,
  tot: number,
): readonly [voor: Paginalijst, na: Paginalijst] {
  if (lijst.aantal === 0 || lijst.laatste < van) return [lijst, GEEN_PAGINAS];
  if (lijst.eerste >= tot) return [GEEN_PAGINAS, lijst];
  const voor = { aantal: 0, laatste: 0, tot: 0, omvang: 0 };
  const na = { aantal: 0, eerste: 0, van: 0, omvang: 0 };
  const wandeling = openWandeling(lijst);
  const { cursor } = wandeling;
  for (let index = 0; index < lijst.aantal; index += 1) {
    const pagina = nextPagina(wandeling);
    const begin = cursor.plaats;
    const omvang = skipGetallen(cursor) + skipGetallen(cursor) + 1;
    if (pagina < van) {
      voor.aantal += 1;
      voor.laatste = pagina;
      voor.tot = cursor.plaats;
      voor.omvang += omvang;
    } else if (pagina >= tot) {
      if (na.aantal === 0) {
        na.eerste = pagina;
        na.van = begin;
      }
      na.aantal += 1;
      na.omvang += omvang;
    }
  }
  return [
    voor.aantal === 0
      ? GEEN_PAGINAS
      : {
          aantal: voor.aantal,
          eerste: lijst.eerste,
          laatste: voor.laatste,
          rest: lijst.rest.subarray(0, voor.tot),
          omvang: voor.omvang,
        },
    na.aantal === 0
      ? GEEN_PAGINAS
      : {
          aantal: na.aantal,
          eerste: na.eerste,
          laatste: lijst.laatste,
          rest: lijst.rest.subarray(na.van),
          omvang: na.omvang,
        },
  ];
}
