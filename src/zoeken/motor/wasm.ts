/**
 * Pagefind's engine: its WebAssembly for Dutch, driven through the glue that stands in its own script. Every query gets an
 * instance of its own, so that no answer depends on an earlier one.
 */
import { openSchrijver } from "../formaat/cbor.ts";

/** The functions of the glue that are used. A pointer is a number; each call may give another. */
export interface Backend {
  readonly initSync: (wasm: { readonly module: WebAssembly.Module }) => unknown;
  readonly init_pagefind: (meta: Uint8Array) => number;
  readonly enter_playground_mode: (pointer: number) => number;
  readonly load_index_chunk: (pointer: number, stuk: Uint8Array) => number;
  readonly load_filter_chunk: (pointer: number, filter: Uint8Array) => number;
  readonly search: (
    pointer: number,
    termen: string,
    getypt: string,
    filters: string,
    volgorde: string,
    isExact: boolean,
    isMetAccenten: boolean,
  ) => string;
}

/** Makes a fresh copy of the glue; two instances never share one. */
export type MaakBackend = () => Backend;

/** A place in a page where a word matched. */
export interface Plaats {
  /** Number of the word in the text of the page, from 0. */
  readonly plaats: number;
  /** How much the engine makes of it: more in a heading, more for the word itself than for a longer one. */
  readonly gewicht: number;
}

export interface Enginetreffer {
  readonly pagina: number;
  readonly score: number;
  readonly plaatsen: readonly Plaats[];
}

/** What the engine is asked: `stuk` holds the words it may find, `termen` the begins of those that fit. */
export interface Enginevraag {
  readonly stuk: Uint8Array;
  readonly termen: string;
  readonly getypt: string;
}

/** Answers the hits among these pages, in any order; the other pages count for how rare a word is. */
export type Scoor = (paginas: readonly number[]) => readonly Enginetreffer[];

/** Opens a fresh instance for one query. */
export function openEngine(
  maakBackend: MaakBackend,
  module: WebAssembly.Module,
  meta: Uint8Array,
  { stuk, termen, getypt }: Enginevraag,
): Scoor {
  const backend = maakBackend();
  backend.initSync({ module });
  let pointer = backend.load_index_chunk(backend.init_pagefind(meta), stuk);
  return (paginas) => {
    if (paginas.length === 0) return [];
    pointer = backend.load_filter_chunk(pointer, writeKeuze(paginas));
    const antwoord: unknown = JSON.parse(backend.search(pointer, termen, getypt, KEUZE_VRAAG, "", false, false));
    return readList(antwoord, "results").map((result) => ({
      pagina: readNumber(result, "p"),
      score: readNumber(result, "s"),
      plaatsen: readList(result, "l").map((plaats) => ({
        plaats: readNumber(plaats, "l"),
        gewicht: readNumber(plaats, "s"),
      })),
    }));
  };
}

const KEUZE = "keuze";
const JA = "ja";
const KEUZE_VRAAG = JSON.stringify({ [KEUZE]: [JA] });

/** A filter of Pagefind's with one value, on these pages. */
function writeKeuze(paginas: readonly number[]): Uint8Array {
  const schrijver = openSchrijver(32 + 5 * paginas.length);
  schrijver.lijst(2);
  schrijver.tekst(KEUZE);
  schrijver.lijst(1);
  schrijver.lijst(2);
  schrijver.tekst(JA);
  schrijver.lijst(paginas.length);
  for (const pagina of paginas) schrijver.getal(pagina);
  return schrijver.uitkomst();
}

/** Answers the stem under which the index has a folded word. */
export type Stammer = (woord: string) => string;

const STAMMEN_BEWAARD = 20_000;

/** Opens an instance without pages that only takes words to their stems. @param meta a meta without pages. */
export function openStammer(maakBackend: MaakBackend, module: WebAssembly.Module, meta: Uint8Array): Stammer {
  const backend = maakBackend();
  backend.initSync({ module });
  const pointer = backend.enter_playground_mode(backend.init_pagefind(meta));
  const bewaard = new Map<string, string>();
  return (woord) => {
    const eerder = bewaard.get(woord);
    if (eerder !== undefined) return eerder;
    const antwoord: unknown = JSON.parse(backend.search(pointer, woord, woord, "{}", "", false, false));
    const [stam] = readList(antwoord, "search_keywords");
    const gevonden = typeof stam === "string" ? stam : woord;
    if (bewaard.size >= STAMMEN_BEWAARD) bewaard.clear();
    bewaard.set(woord, gevonden);
    return gevonden;
  };
}

function readField(value: unknown, naam: string): unknown {
  return typeof value === "object" && value !== null && naam in value ? Reflect.get(value, naam) : undefined;
}

function readList(value: unknown, naam: string): readonly unknown[] {
  const list = readField(value, naam);
  return Array.isArray(list) ? list : [];
}

function readNumber(value: unknown, naam: string): number {
  return Number(readField(value, naam) ?? 0);
}
