/**
 * Makes the search index of a built site: Pagefind indexes the pages in shards, and a merge of ours makes of these one index
 * in Pagefind's own format, with compact tables instead of its meta.
 *
 * There are no Pagefind filters and no sorts, on purpose: both cost time quadratic in the number of pages in the
 * reader's browser. Facets and dates come from a table of our own.
 * @see docs/decisions/0010-zoekindex.md and docs/formats/zoekindex.md
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join, sep } from "node:path";
import { promisify } from "node:util";
import { constants, gunzipSync, gzip, gzipSync } from "node:zlib";
import type { Datum } from "../../src/model/kamervraag.ts";
import { withMerk } from "../../src/zoeken/formaat/merk.ts";
import { encodeMeta, type Stukgrens } from "../../src/zoeken/formaat/meta.ts";
import { encodePaginaset } from "../../src/zoeken/formaat/paginaset.ts";
import type { Stukwoord } from "../../src/zoeken/formaat/stuk.ts";
import { encodeStukkentabel } from "../../src/zoeken/formaat/stukkentabel.ts";
import { encodeWoordtellingen } from "../../src/zoeken/formaat/woordtellingen.ts";
import { INDELING, keyOfFragment, keyOfStuk, MANIFEST, type Zoekmanifest } from "../../src/zoeken/manifest.ts";
import { GLUE_FUNCTIE } from "../../src/zoeken/motor/lijm.ts";
import { type MaakBackend, openStammer, type Stammer } from "../../src/zoeken/motor/wasm.ts";
import { SAMENSTELLINGSTEKEN } from "../../src/zoeken/motor/woorden.ts";
import { sortPlaatsbaar, toZoekpaginas, type Zoekpagina } from "../../src/zoeken/paginas.ts";
import { isMissing, sha256Of } from "../bestanden.ts";
import { GEEN_VOORTGANG, type Voortgang } from "../voortgang.ts";
import { GEEN_PEILDATUM } from "./archief-plugin.ts";
import { openExtra } from "./zoekindex/extra.ts";
import { type Indexmap, openIndexmap, restore, swap } from "./zoekindex/map.ts";
import { bundleZoekmotor, type Motor, readMotor } from "./zoekindex/motor.ts";
import { versieOfPagefind } from "./zoekindex/pagefind.ts";
import {
  cutStukken,
  mergeSorted,
  mergeWoorden,
  nameStukken,
  STUKOMVANG,
  trimGrenzen,
  type Woordbron,
} from "./zoekindex/samenvoegen.ts";
import { allePaginasOf, countPaginas, type Woordtelling } from "./zoekindex/scherf.ts";
import { type GemaakteScherf, openScherven } from "./zoekindex/scherven.ts";
import { openStammen } from "./zoekindex/stammen.ts";
import { findVindbaar } from "./zoekindex/vindbaar.ts";

export interface ZoekindexOptions {
  /** Folder of the built site. */
  readonly site: string;
  /** Folder of the index; by default `pagefind` in the site. What stood there is replaced in one step. */
  readonly doel?: string;
  /**
   * The pages in the order of the index, as `toZoekpaginas` gives them; by default all below `kamervraag/` on which
   * something can be found, by key.
   */
  readonly paginas?: readonly Zoekpagina[];
  readonly peildatum?: Datum;
  /** Hash of what can be found on each page, by key, as the build of the site answers it; by default the pages are read. */
  readonly vindbaar?: ReadonlyMap<string, string>;
  /** Folder in which the shards are kept from build to build; without it all are indexed anew. */
  readonly cache?: string;
  /** How many indexers run at once, each in a process of its own: by default two, on a machine with one core one. */
  readonly processen?: number;
  /** Tables by page, in the order of `paginas`; `schrijf` writes a file that goes with a table and answers its key. */
  readonly tabellen?: {
    readonly facetten?: (schrijf: (bytes: Uint8Array) => string) => Uint8Array;
    readonly nummers?: Uint8Array;
  };
  /** What is made of the words of the archive: by default nothing, as Pagefind does. `openWoordaanvulling` is the archive's. */
  readonly woorden?: (archief: Woordarchief) => Woordaanvulling;
  /**
   * From this count of pages and places on (Pagefind's, see `STUKOMVANG`) a word has a piece of its own; by default when it
   * fills one. `Infinity` cuts the pieces just as Pagefind does.
   */
  readonly alleenVanaf?: number;
  readonly voortgang?: Voortgang;
}

/** What can be known before the words are. */
export interface Woordarchief {
  readonly paginas: number;
  readonly stam: Stammer;
}

/** What is made of the words of the whole archive, once they are known. */
export interface Woordaanvulling {
  /** Called for each index word, sorted, with the number of pages on which it stands. */
  readonly tel: (woord: string, paginas: number) => void;
  /** Called after that for each word as the texts spell it, sorted, with the number of pages on which it stands so. */
  readonly telVorm?: (vorm: string, paginas: number) => void;
  /** Called after that: the words to add with the pages of this word, such as `opvang·kinderopvang`. Each belongs to one word. */
  readonly sleutelsVan: (woord: string) => readonly string[];
  /** Makes the vocabulary; `schrijf` writes a file of it and answers its key. Answers the table of these files. */
  readonly woordenlijst: (schrijf: (bytes: Uint8Array) => string) => Uint8Array;
}

export interface ZoekindexResult {
  /** Pages in the index; pages that only lead on are not counted. */
  readonly pages: number;
  readonly seconds: number;
  /** The part of `seconds` for the shards; what remains is the merge. */
  readonly scherfSeconds: number;
  readonly bytes: number;
  readonly files: number;
  readonly scherven: number;
  /** Shards that were indexed, for they were not in the cache. */
  readonly nieuweScherven: number;
}

/** A word on more than this part of all pages is a function word … */
export const FUNCTIEWOORD_DEEL = 1 / 3;
/** … in an archive of at least so many pages. */
export const FUNCTIEWOORD_PAGINAS = 1_000;

/**
 * Level of gzip for the pieces of the word index: 9 makes them 1% smaller in almost four times the time. Goes with
 * `INDELING` of the manifest: a piece that is the same is taken over from the index before as it is zipped.
 */
const GZIP_NIVEAU = 6;
/** Pieces that are zipped at once, next to the merge. */
const GZIP_TEGELIJK = 4;

/**
 * Indexes the pages: the same pages in the same order give the same bytes. The new index is written beside the old one and
 * takes its place when it is whole.
 * @throws UserError when Pagefind refuses a page, cannot write, or stops.
 */
export async function buildZoekindex(options: ZoekindexOptions): Promise<ZoekindexResult> {
  const { site, doel = join(site, "pagefind") } = options;
  const fresh = `${doel}.nieuw`;
  await restore(doel);
  await rm(fresh, { recursive: true, force: true });
  try {
    return await buildIndexmap(options, doel, fresh);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function buildIndexmap(options: ZoekindexOptions, doel: string, fresh: string): Promise<ZoekindexResult> {
  const start = performance.now();
  const { site, peildatum = GEEN_PEILDATUM, voortgang = GEEN_VOORTGANG } = options;
  const werkmap = join(fresh, ".werk");
  await mkdir(werkmap, { recursive: true });
  const paginas = options.paginas ?? (await listPaginas(site));
  const scherven = await openScherven({
    site,
    scherven: groupScherven(paginas),
    vindbaar: options.vindbaar,
    cache: options.cache,
    werkmap,
    processen: options.processen ?? Math.min(2, availableParallelism()),
    voortgang,
  });
  const scherfSeconds = (performance.now() - start) / 1000;
  const map = openIndexmap(fresh, doel);
  const geplaatst = placeScherven(scherven);
  const aantal = geplaatst.reduce((sum, { scherf }) => sum + scherf.aantal, 0);
  const plaats = { scherven: geplaatst.map(({ scherf, vanaf }) => ({ naam: scherf.naam, vanaf })) };
  const motor = await readMotor(join(werkmap, "motor"), voortgang.signal);
  const stammen = openStammen(options.cache, versieOfPagefind(), await openBouwstammer(motor, metaveldenOf(scherven)));
  const woorden = options.woorden?.({ paginas: aantal, stam: stammen.stam });
  const { woordenlijst, aantalWoorden } = await tellWoorden(geplaatst, woorden, map, voortgang);
  const { alleenVanaf } = options;
  const keuze = { woorden, alleenVanaf, aantalWoorden };
  const { stukken, functiewoorden } = await writeWoorden(geplaatst, aantal, keuze, map, { werkmap, voortgang });
  stammen.keep();
  const stap = voortgang.begin("Fragmenten schrijven", aantal);
  for (const { scherf, vanaf } of geplaatst) {
    for (let pagina = 0; pagina < scherf.aantal; pagina += 1) {
      map.put(keyOfFragment(plaats, vanaf + pagina), scherf.readFragment(pagina));
      stap.tik();
      await stap.adem();
    }
  }
  stap.klaar();
  const woordtellingen = Uint32Array.from(geplaatst.flatMap(({ scherf }) => scherf.woordtellingen));
  const metavelden = metaveldenOf(scherven);
  const tabel = (soort: string, bytes: Uint8Array | undefined) => (bytes ? putTabel(map, soort, bytes) : "");
  const tabellen = {
    wasm: tabel("wasm", motor.wasm),
    woordtellingen: tabel("woordtellingen", encodeWoordtellingen(woordtellingen)),
    stukken: tabel("stukken", encodeStukkentabel(stukken)),
    facetten: tabel(
      "facetten",
      options.tabellen?.facetten?.((bytes) => putTabel(map, "facet", bytes)),
    ),
    nummers: tabel("nummers", options.tabellen?.nummers),
    woordenlijst: tabel("woordenlijst", woordenlijst),
  };
  map.put("zoekmotor.js", Buffer.from(await bundleZoekmotor(motor.lijm)));
  // Our page needs none of these; with them a program of others that knows Pagefind can search the archive over http too.
  writeStandaard(map, motor, { plaats, woordtellingen, metavelden, stukken });
  const manifest: Zoekmanifest = {
    indeling: INDELING,
    pagefind: versieOfPagefind(),
    peildatum,
    bouw: map.hash().slice(0, 16),
    paginas: aantal,
    metavelden,
    ...plaats,
    tabellen,
    functiewoorden,
  };
  map.put(MANIFEST, Buffer.from(`${JSON.stringify(manifest)}\n`));
  for (const scherf of scherven) scherf.close();
  await rm(werkmap, { recursive: true });
  await swap(fresh, doel);
  return {
    pages: aantal,
    seconds: (performance.now() - start) / 1000,
    scherfSeconds,
    ...map.telling(),
    scherven: scherven.length,
    nieuweScherven: scherven.filter(({ isNieuw }) => isNieuw).length,
  };
}

interface GeplaatsteScherf {
  readonly scherf: GemaakteScherf;
  /** Number of its first page. */
  readonly vanaf: number;
}

function placeScherven(scherven: readonly GemaakteScherf[]): readonly GeplaatsteScherf[] {
  let vanaf = 0;
  return scherven.map((scherf) => {
    const geplaatst = { scherf, vanaf };
    vanaf += scherf.aantal;
    return geplaatst;
  });
}

/** The pages below the `kamervraag/` of a site on which something can be found, by key: for a folder of which no more is known. */
async function listPaginas(site: string): Promise<readonly Zoekpagina[]> {
  const names = await readdir(join(site, "kamervraag"), { recursive: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const paths = new Map<string, string>();
  for (const name of names.filter((found) => found.endsWith(".html"))) {
    const path = `kamervraag/${name.split(sep).join("/")}`;
    if (findVindbaar(await readFile(join(site, path), "utf8")) !== undefined) paths.set(basename(path, ".html"), path);
  }
  const gesorteerd = sortPlaatsbaar([...paths.keys()].map((sleutel) => ({ sleutel })));
  return toZoekpaginas(gesorteerd).map((pagina) => ({ ...pagina, path: paths.get(pagina.sleutel) ?? pagina.path }));
}

/** The pages of each shard. */
export function groupScherven(paginas: readonly Zoekpagina[]) {
  const groepen = new Map<string, Zoekpagina[]>();
  for (const pagina of paginas) {
    const groep = groepen.get(pagina.scherf);
    if (groep) groep.push(pagina);
    else groepen.set(pagina.scherf, [pagina]);
  }
  return [...groepen].map(([naam, paginasVan]) => ({ naam, paginas: paginasVan }));
}

// The engine has one list of meta fields for all pages.
function metaveldenOf(scherven: readonly GemaakteScherf[]): readonly string[] {
  const lijsten = scherven.filter(({ aantal }) => aantal > 0).map(({ metavelden }) => metavelden);
  if (new Set(lijsten.map((lijst) => lijst.join())).size > 1) throw new Error("shards differ in their meta fields");
  return lijsten[0] ?? [];
}

/** The stemmer of the engine itself, so that an added word has the stem that a query will have. */
async function openBouwstammer({ lijm, wasm }: Motor, metavelden: readonly string[]): Promise<Stammer> {
  const maak: unknown = new Function(`${lijm};return ${GLUE_FUNCTIE}`)();
  if (!isMaakBackend(maak)) throw new Error("Pagefind's functions could not be made");
  const meta = encodeMeta({ versie: versieOfPagefind(), metavelden, woordtellingen: [] });
  return openStammer(maak, await WebAssembly.compile(new Uint8Array(wasm)), meta);
}

function isMaakBackend(value: unknown): value is MaakBackend {
  return typeof value === "function";
}

interface Woordenlijst {
  readonly woordenlijst?: Uint8Array;
  readonly aantalWoorden?: number;
}

/** Tells the words of all shards with their counts; answers the table of the vocabulary. */
async function tellWoorden(
  scherven: readonly GeplaatsteScherf[],
  woorden: Woordaanvulling | undefined,
  map: Indexmap,
  voortgang: Voortgang,
): Promise<Woordenlijst> {
  if (!woorden) return {};
  let aantalWoorden = 0;
  const stap = voortgang.begin("Woorden tellen");
  const tell = async (lijsten: readonly Iterator<Woordtelling>[], tel: Woordaanvulling["tel"]) => {
    let aantal = 0;
    for (const gelijk of mergeSorted(lijsten)) {
      const [first] = gelijk;
      if (!first) continue;
      aantal += 1;
      if (aantal % WOORDEN_PER_TIK === 0) {
        stap.tik(WOORDEN_PER_TIK);
        await stap.adem();
      }
      tel(
        decoder.decode(first.value.sleutel),
        gelijk.reduce((sum, { value }) => sum + value.paginas, 0),
      );
    }
  };
  await tell(
    scherven.map(({ scherf }) => scherf.tellingen()),
    (woord, paginas) => {
      aantalWoorden += 1;
      woorden.tel(woord, paginas);
    },
  );
  if (woorden.telVorm) {
    await tell(
      scherven.map(({ scherf }) => scherf.vormen()),
      woorden.telVorm,
    );
  }
  stap.klaar();
  return { woordenlijst: woorden.woordenlijst((bytes) => putTabel(map, "woordenlijst", bytes)), aantalWoorden };
}

const WOORDEN_PER_TIK = 1_000;
const decoder = new TextDecoder();

interface Woordenuitkomst {
  readonly stukken: readonly Stukgrens[];
  readonly functiewoorden: Readonly<Record<string, string>>;
}

interface Woordkeuze {
  readonly woorden: Woordaanvulling | undefined;
  readonly alleenVanaf: number | undefined;
  /** Words of the shards, where they were counted. */
  readonly aantalWoorden: number | undefined;
}

interface Woordenwerk {
  readonly werkmap: string;
  readonly voortgang: Voortgang;
}

/** Merges the words of the shards and writes the pieces of the word index, and the pages of function words. */
async function writeWoorden(
  scherven: readonly GeplaatsteScherf[],
  aantal: number,
  { woorden, alleenVanaf = STUKOMVANG, aantalWoorden }: Woordkeuze,
  map: Indexmap,
  { werkmap, voortgang }: Woordenwerk,
): Promise<Woordenuitkomst> {
  const functiewoorden: Record<string, string> = {};
  const stap = voortgang.begin("Woorden samenvoegen", aantalWoorden);
  const noteFunctiewoord = (woord: Stukwoord): void => {
    // Added words were not counted before.
    if (!woord.woord.includes(SAMENSTELLINGSTEKEN)) stap.tik();
    if (
      aantal < FUNCTIEWOORD_PAGINAS ||
      woord.woord.includes(SAMENSTELLINGSTEKEN) ||
      countPaginas(woord) <= aantal * FUNCTIEWOORD_DEEL
    )
      return;
    functiewoorden[woord.woord] = putTabel(map, "functiewoord", encodePaginaset(allePaginasOf(woord), aantal));
  };
  const bronnen: Woordbron[] = [];
  for (const { scherf, vanaf } of scherven) {
    bronnen.push({ vanaf, woorden: scherf.woorden() });
    if (woorden)
      bronnen.push({ vanaf, woorden: openExtra(scherf, woorden.sleutelsVan, join(werkmap, `extra-${vanaf}`)) });
  }
  const stukken: Stukgrens[] = [];
  const bezig: Promise<() => void>[] = [];
  for (const { van, tot, naam, bytes } of nameStukken(
    cutStukken(tee(mergeWoorden(bronnen), noteFunctiewoord), alleenVanaf),
  )) {
    stukken.push({ van, tot, naam });
    bezig.push(zipStuk(map, keyOfStuk(naam), bytes));
    if (bezig.length >= GZIP_TEGELIJK) (await bezig.shift())?.();
    await stap.adem();
  }
  for (const zipped of bezig) (await zipped)();
  stap.klaar();
  return { stukken: trimGrenzen(stukken), functiewoorden };
}

function* tee<Item>(items: Iterable<Item>, see: (item: Item) => void): Generator<Item> {
  for (const item of items) {
    see(item);
    yield item;
  }
}

/** Zips a piece, or takes it as it is zipped in the index before. Answers what writes it, so that one does so at a time. */
async function zipStuk(map: Indexmap, key: string, bytes: Uint8Array): Promise<() => void> {
  const marked = withMerk(bytes);
  const oud = map.findOud(key);
  const zipped = oud && isZipOf(oud, marked) ? oud : await zip(marked, { level: GZIP_NIVEAU });
  return () => map.put(key, zipped);
}

const zip = promisify<Uint8Array, { level: number }, Buffer>(gzip);

function isZipOf(zipped: Buffer, bytes: Uint8Array): boolean {
  try {
    return gunzipSync(zipped).equals(bytes);
  } catch {
    return false; // damaged: zipped anew
  }
}

/** Writes a table under a name that goes with its content, and answers its key. */
function putTabel(map: Indexmap, soort: string, bytes: Uint8Array): string {
  const key = `${soort}/${sha256Of(bytes).slice(0, 10)}.bin`;
  // In the lowest bytes of numbers nothing repeats: to look for it makes the table larger.
  const strategy = soort === "woordtellingen" ? constants.Z_HUFFMAN_ONLY : constants.Z_DEFAULT_STRATEGY;
  map.put(key, gzipSync(bytes, { level: 9, strategy }));
  return key;
}

interface Standaard {
  readonly plaats: Pick<Zoekmanifest, "scherven">;
  readonly woordtellingen: Uint32Array;
  readonly metavelden: readonly string[];
  readonly stukken: readonly Stukgrens[];
}

/** What Pagefind's own script loads beside the pieces and the fragments. */
function writeStandaard(map: Indexmap, motor: Motor, { plaats, woordtellingen, metavelden, stukken }: Standaard): void {
  const ids = Array.from(woordtellingen, (_, pagina) =>
    keyOfFragment(plaats, pagina).slice("fragment/".length, -".pf_fragment".length),
  );
  const meta = gzipSync(
    withMerk(encodeMeta({ versie: versieOfPagefind(), woordtellingen, metavelden, stukken, ids })),
    { level: 9 },
  );
  const hash = `nl_${sha256Of(meta).slice(0, 10)}`;
  map.put(`pagefind.${hash}.pf_meta`, meta);
  for (const [name, bytes] of motor.standaard) {
    if (name !== "pagefind-entry.json") map.put(name, bytes);
  }
  const entry: unknown = JSON.parse(Buffer.from(motor.standaard.get("pagefind-entry.json") ?? "{}").toString());
  const languages = { nl: { hash, wasm: "nl", page_count: woordtellingen.length } };
  map.put("pagefind-entry.json", Buffer.from(JSON.stringify({ ...(entry as object), languages })));
}
