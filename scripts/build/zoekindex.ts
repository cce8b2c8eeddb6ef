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
import { gzipSync } from "node:zlib";
import type { Datum } from "../../src/model/kamervraag.ts";
import { withMerk } from "../../src/zoeken/formaat/merk.ts";
import { encodeMeta, type Stukgrens } from "../../src/zoeken/formaat/meta.ts";
import { encodeStukkentabel } from "../../src/zoeken/formaat/stukkentabel.ts";
import { encodeWoordtellingen } from "../../src/zoeken/formaat/woordtellingen.ts";
import { INDELING, keyOfFragment, MANIFEST, type Zoekmanifest } from "../../src/zoeken/manifest.ts";
import { GLUE_FUNCTIE } from "../../src/zoeken/motor/lijm.ts";
import { type MaakBackend, openStammer, type Stammer } from "../../src/zoeken/motor/wasm.ts";
import { sortPlaatsbaar, toZoekpaginas, type Zoekpagina } from "../../src/zoeken/paginas.ts";
import { isMissing, sha256Of } from "../bestanden.ts";
import { GEEN_VOORTGANG, type Voortgang } from "../voortgang.ts";
import { GEEN_PEILDATUM } from "./archief-plugin.ts";
import { type Indexstand, readIndexstand, writeIndexstand } from "./zoekindex/indexstand.ts";
import { type Indexmap, openIndexmap, restore, swap } from "./zoekindex/map.ts";
import { bundleZoekmotor, type Motor, readMotor } from "./zoekindex/motor.ts";
import { versieOfPagefind } from "./zoekindex/pagefind.ts";
import { STUKOMVANG, trimGrenzen } from "./zoekindex/samenvoegen.ts";
import { type GemaakteScherf, openScherven, removeScherven } from "./zoekindex/scherven.ts";
import { openStammen } from "./zoekindex/stammen.ts";
import type { Stukstand } from "./zoekindex/stukken-bij.ts";
import { putTabel } from "./zoekindex/tabel.ts";
import { NietBijTeWerken } from "./zoekindex/vervang.ts";
import { findVindbaar } from "./zoekindex/vindbaar.ts";
import {
  type Bijwerking,
  openBijwerking,
  tellWoorden,
  toEerderewoorden,
  updateWoorden,
  type Woordaanvulling,
  type Woordarchief,
  type Woordgetal,
  writeWoorden,
} from "./zoekindex/woordenindex.ts";

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
  /** At this count a piece ends; by default where Pagefind ends it. */
  readonly stukomvang?: number;
  /** Names the program that makes it: with a cache, the index is then made ready to be brought up to date by the same program. */
  readonly programma?: string;
  /** The files in `doel` are as a build with this cache left them: what did not change is taken over unread. */
  readonly isOngerept?: boolean;
  readonly voortgang?: Voortgang;
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
  /** Whether the words that changed were written into the index before, and not all shards merged. */
  readonly isBijgewerkt: boolean;
}

/**
 * Indexes the pages: the same pages in the same order give the same bytes. The new index is written beside the old one and
 * takes its place when it is whole.
 * @throws UserError when Pagefind refuses a page, cannot write, or stops.
 */
export async function buildZoekindex(options: ZoekindexOptions): Promise<ZoekindexResult> {
  const { doel = join(options.site, "pagefind") } = options;
  const fresh = `${doel}.nieuw`;
  await restore(doel);
  const build = async (eerder: Indexstand | undefined): Promise<ZoekindexResult> => {
    await rm(fresh, { recursive: true, force: true });
    return await buildIndexmap(options, { doel, fresh, eerder });
  };
  try {
    return await build(findIndexstand(options, doel)).catch((error: unknown) => {
      if (error instanceof NietBijTeWerken) return build(undefined);
      throw error;
    });
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

function findIndexstand(options: ZoekindexOptions, doel: string): Indexstand | undefined {
  const { cache, isOngerept = false } = options;
  const versie = versieOf(options);
  return cache === undefined || versie === undefined || !isOngerept ? undefined : readIndexstand(cache, doel, versie);
}

// Without words of the archive there are no counts by which to tell what changed.
function versieOf({ programma, woorden, alleenVanaf, stukomvang }: ZoekindexOptions): string | undefined {
  if (programma === undefined || !woorden) return undefined;
  return [programma, versieOfPagefind(), INDELING, String(alleenVanaf), String(stukomvang)].join();
}

interface Indexplaats {
  readonly doel: string;
  /** Where the index is made; an empty folder. */
  readonly fresh: string;
  /** The index in `doel`, to be brought up to date. */
  readonly eerder: Indexstand | undefined;
}

async function buildIndexmap(
  options: ZoekindexOptions,
  { doel, fresh, eerder }: Indexplaats,
): Promise<ZoekindexResult> {
  const start = performance.now();
  const { site, cache, voortgang = GEEN_VOORTGANG } = options;
  const werkmap = join(fresh, ".werk");
  await mkdir(werkmap, { recursive: true });
  const paginas = options.paginas ?? (await listPaginas(site));
  const scherven = await openScherven({
    site,
    scherven: groupScherven(paginas),
    vindbaar: options.vindbaar,
    cache,
    werkmap,
    processen: options.processen ?? Math.min(2, availableParallelism()),
    voortgang,
  });
  const scherfSeconds = (performance.now() - start) / 1000;
  let bij: Bijwerking | undefined;
  try {
    const map = openIndexmap(fresh, doel);
    const geplaatst = placeScherven(scherven);
    bij = eerder && openBijwerking(geplaatst, eerder);
    const uitkomst = await fillIndexmap(options, { werkmap, bij, map, geplaatst });
    await rm(werkmap, { recursive: true });
    await swap(fresh, doel);
    keepIndexstand(options, doel, geplaatst, uitkomst);
    return {
      pages: uitkomst.aantal,
      seconds: (performance.now() - start) / 1000,
      scherfSeconds,
      ...map.telling(),
      scherven: scherven.length,
      nieuweScherven: scherven.filter(({ isNieuw }) => isNieuw).length,
      isBijgewerkt: eerder !== undefined,
    };
  } finally {
    bij?.close();
    for (const scherf of scherven) scherf.close();
  }
}

interface Indexwerk {
  readonly bij: Bijwerking | undefined;
  /** A folder that is removed afterwards. */
  readonly werkmap: string;
  readonly map: Indexmap;
  readonly geplaatst: readonly Geplaatst[];
}

interface Indexuitkomst {
  readonly aantal: number;
  readonly bouw: string;
  readonly stukken: readonly Stukstand[];
  readonly functiewoorden: Readonly<Record<string, string>>;
  readonly geteld: Woordgetal;
}

/** Writes all files of the index. */
async function fillIndexmap(
  options: ZoekindexOptions,
  { werkmap, bij, map, geplaatst }: Indexwerk,
): Promise<Indexuitkomst> {
  const { cache, peildatum = GEEN_PEILDATUM, voortgang = GEEN_VOORTGANG } = options;
  const scherven = geplaatst.map(({ scherf }) => scherf);
  const aantal = geplaatst.reduce((sum, { scherf }) => sum + scherf.aantal, 0);
  const plaats = { scherven: geplaatst.map(({ scherf, vanaf }) => ({ naam: scherf.naam, vanaf })) };
  const motor = await readMotor(join(werkmap, "motor"), voortgang.signal);
  const stammen = openStammen(cache, versieOfPagefind(), await openBouwstammer(motor, metaveldenOf(scherven)));
  const woorden = options.woorden?.({ paginas: aantal, stam: stammen.stam, eerder: bij && toEerderewoorden(bij) });
  const geteld = await tellWoorden({ scherven: geplaatst, aantal, woorden, bij, map, voortgang });
  stammen.keep();
  const { alleenVanaf = STUKOMVANG, stukomvang = STUKOMVANG } = options;
  const opdracht = { scherven: geplaatst, aantal, geteld, snede: { alleenVanaf, stukomvang }, map, werkmap, voortgang };
  const { stukken: geschreven, functiewoorden } = bij
    ? await updateWoorden(opdracht, bij)
    : await writeWoorden(opdracht);
  await writeFragmenten(geplaatst, plaats, { map, eerder: bij?.eerder, voortgang });
  const stukken = trimGrenzen(geschreven);
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
    woordenlijst: tabel("woordenlijst", geteld.woordenlijst),
  };
  map.put("zoekmotor.js", Buffer.from(await bundleZoekmotor(motor.lijm)));
  // Our page needs none of these; with them a program of others that knows Pagefind can search the archive over http too.
  writeStandaard(map, motor, { plaats, woordtellingen, metavelden, stukken });
  const manifest: Zoekmanifest = {
    indeling: INDELING,
    pagefind: versieOfPagefind(),
    peildatum,
    bouw: toBouw(map, geschreven, scherven),
    paginas: aantal,
    metavelden,
    ...plaats,
    tabellen,
    functiewoorden,
  };
  map.put(MANIFEST, Buffer.from(`${JSON.stringify(manifest)}\n`));
  return { aantal, bouw: manifest.bouw, stukken: geschreven, functiewoorden, geteld };
}

/** Keeps what the next build can bring the index up to date with, and clears what it cannot use any more. */
function keepIndexstand(
  options: ZoekindexOptions,
  doel: string,
  geplaatst: readonly Geplaatst[],
  { bouw, stukken, functiewoorden, geteld }: Indexuitkomst,
): void {
  const { cache } = options;
  if (cache === undefined) return;
  const versie = versieOf(options);
  const scherven = geplaatst.map(({ scherf: { naam, bestand, sleutel, hash, aantal }, vanaf }) => {
    return { naam, bestand, sleutel, hash, vanaf, aantal };
  });
  if (versie !== undefined) writeIndexstand(cache, versie, { doel, bouw, scherven, stukken, functiewoorden }, geteld);
  // Only now: until here the shards of before told what changed.
  removeScherven(cache, new Set(scherven.map(({ bestand }) => bestand)));
}

/** The hash of all files: of the tables by themselves, of pieces and fragments by what they are made of. */
function toBouw(map: Indexmap, stukken: readonly Stukstand[], scherven: readonly GemaakteScherf[]): string {
  const delen = [map.hash(), ...stukken.map(({ digest }) => digest), ...scherven.map(({ hash }) => hash)];
  return sha256Of(Buffer.from(delen.join("\n"))).slice(0, 16);
}

interface Fragmentwerk {
  readonly map: Indexmap;
  readonly eerder: Indexstand | undefined;
  readonly voortgang: Voortgang;
}

/** Writes the fragments of all pages; those of a shard that is what it was stand in the index before. */
async function writeFragmenten(
  geplaatst: readonly Geplaatst[],
  plaats: Pick<Zoekmanifest, "scherven">,
  { map, eerder, voortgang }: Fragmentwerk,
): Promise<void> {
  const stap = voortgang.begin(
    "Fragmenten schrijven",
    geplaatst.reduce((sum, { scherf }) => sum + scherf.aantal, 0),
  );
  const bekend = new Set(eerder?.scherven.map(({ naam, hash }) => `${naam} ${hash}`));
  for (const { scherf, vanaf } of geplaatst) {
    const isBekend = bekend.has(`${scherf.naam} ${scherf.hash}`);
    for (let pagina = 0; pagina < scherf.aantal; pagina += 1) {
      const key = keyOfFragment(plaats, vanaf + pagina);
      if (isBekend) map.keepDeel(key, key, scherf.fragmenten[pagina]);
      else map.putDeel(key, scherf.readFragment(pagina));
      stap.tik();
      await stap.adem();
    }
  }
  stap.klaar();
}

interface Geplaatst {
  readonly scherf: GemaakteScherf;
  /** Number of its first page. */
  readonly vanaf: number;
}

function placeScherven(scherven: readonly GemaakteScherf[]): readonly Geplaatst[] {
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
