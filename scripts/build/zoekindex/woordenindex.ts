/** The word index: the words of all shards counted, merged and cut into pieces; or brought up to date where a few shards changed. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import { stripMerk, withMerk } from "../../../src/zoeken/formaat/merk.ts";
import { encodePaginaset } from "../../../src/zoeken/formaat/paginaset.ts";
import { type GelezenStukwoord, readStuk, type Stukwoord } from "../../../src/zoeken/formaat/stuk.ts";
import { keyOfStuk } from "../../../src/zoeken/manifest.ts";
import type { Stammer } from "../../../src/zoeken/motor/wasm.ts";
import { SAMENSTELLINGSTEKEN } from "../../../src/zoeken/motor/woorden.ts";
import type { Voortgang } from "../../voortgang.ts";
import { openExtra } from "./extra.ts";
import type { Indexstand } from "./indexstand.ts";
import type { Indexmap } from "./map.ts";
import {
  cutStukken,
  mergeSorted,
  mergeWoorden,
  openStuknamen,
  type Snede,
  toStuk,
  type Woordbron,
} from "./samenvoegen.ts";
import { allePaginasOf, countPaginas, openTellingen, readTellingen, type Scherf, type Woordtelling } from "./scherf.ts";
import { type Stukstand, updateStukken } from "./stukken-bij.ts";
import { putTabel } from "./tabel.ts";
import { diffVormen, findWijzigingen, type Vervanging } from "./verschil.ts";
import { NietBijTeWerken } from "./vervang.ts";
import type { Woordsleutels } from "./woordsleutels.ts";

/** A word on more than this part of all pages is a function word … */
const FUNCTIEWOORD_DEEL = 1 / 3;
/** … in an archive of at least so many pages. */
const FUNCTIEWOORD_PAGINAS = 1_000;

/**
 * Level of gzip for the pieces of the word index: 6 makes them 0.7% smaller in one and a half times the time, 9 another 1% in
 * five times. Goes with `INDELING` of the manifest: a piece that is the same is taken over from the index before as it is
 * zipped.
 */
const GZIP_NIVEAU = 5;
/** Pieces that are zipped at once, next to the merge. */
const GZIP_TEGELIJK = 4;
/** Of pieces that are read twice, so many bytes are kept. */
const GELEZEN_BYTES = 256 * 1024 * 1024;
/** With more shards that changed, the merge of all is as quick. */
const MEESTE_SCHERVEN = 16;

export interface GeplaatsteScherf {
  readonly scherf: Scherf & { readonly naam: string };
  /** Number of its first page. */
  readonly vanaf: number;
}

/** What can be known before the words are. */
export interface Woordarchief {
  readonly paginas: number;
  readonly stam: Stammer;
  /** What was made of the words before, when it can be brought up to date. */
  readonly eerder?: Eerderewoorden | undefined;
}

export interface Eerderewoorden {
  readonly sleutels: Woordsleutels;
  readonly functiewoorden: ReadonlySet<string>;
  /** The spellings whose count changed, and by how much it is more. */
  readonly vormen: ReadonlyMap<string, number>;
}

/** What is made of the words of the whole archive, once they are known. */
export interface Woordaanvulling {
  /** Called for each index word, sorted, with the number of pages on which it stands. */
  readonly tel: (woord: string, paginas: number) => void;
  /** Called after that for each word as the texts spell it, sorted, with the number of pages on which it stands so. */
  readonly telVorm?: (vorm: string, paginas: number) => void;
  /** Called after that: to index words the words to add with their pages, as `opvang·kinderopvang`. Each belongs to one word. */
  readonly sleutels: () => Woordsleutels;
  /** Makes the vocabulary; `schrijf` writes a file of it and answers its key. Answers the table of these files. */
  readonly woordenlijst: (schrijf: (bytes: Uint8Array) => string) => Uint8Array;
}

export interface Woordgetal {
  readonly woordenlijst?: Uint8Array;
  /** Words of the shards. */
  readonly aantalWoorden?: number;
  /** Those that are function words. */
  readonly functiewoorden: readonly string[];
  readonly sleutels: Woordsleutels;
  /** Of all shards together, as `readTellingen` reads them. */
  readonly tellingen: Uint8Array;
  readonly vormen: Uint8Array;
}

const GEEN_GETAL: Woordgetal = {
  functiewoorden: [],
  sleutels: new Map(),
  tellingen: new Uint8Array(),
  vormen: new Uint8Array(),
};

const decoder = new TextDecoder();
const WOORDEN_PER_TIK = 1_000;

export interface Telopdracht {
  readonly scherven: readonly GeplaatsteScherf[];
  /** Pages in all shards. */
  readonly aantal: number;
  readonly woorden: Woordaanvulling | undefined;
  /** The index before, whose counts are those of now but for a few shards. */
  readonly bij: Bijwerking | undefined;
  readonly map: Indexmap;
  readonly voortgang: Voortgang;
}

/** Tells the words of all shards with their counts. */
export async function tellWoorden(opdracht: Telopdracht): Promise<Woordgetal> {
  const { aantal, woorden, map, voortgang } = opdracht;
  if (!woorden) return GEEN_GETAL;
  let aantalWoorden = 0;
  const functiewoorden: string[] = [];
  const stap = voortgang.begin("Woorden tellen");
  const tell = async (soort: Telsoort, tel: Woordaanvulling["tel"]): Promise<Uint8Array> => {
    const { bronnen, tekens } = toTelbronnen(opdracht, soort);
    const alle = openTellingen();
    let geteld = 0;
    for (const gelijk of mergeSorted(bronnen)) {
      const [first] = gelijk;
      let paginas = 0;
      for (const { value, bron } of gelijk) paginas += value.paginas * (tekens[bron] ?? 1);
      if (!first || paginas === 0) continue;
      geteld += 1;
      if (geteld % WOORDEN_PER_TIK === 0) {
        stap.tik(WOORDEN_PER_TIK);
        await stap.adem();
      }
      alle.push(first.value.sleutel, paginas);
      tel(decoder.decode(first.value.sleutel), paginas);
    }
    return alle.uitkomst();
  };
  const tellingen = await tell("tellingen", (woord, paginas) => {
    aantalWoorden += 1;
    if (isFunctiewoord(paginas, aantal)) functiewoorden.push(woord);
    woorden.tel(woord, paginas);
  });
  const { telVorm } = woorden;
  const vormen = telVorm ? await tell("vormen", telVorm) : new Uint8Array();
  stap.klaar();
  return {
    woordenlijst: woorden.woordenlijst((bytes) => putTabel(map, "woordenlijst", bytes)),
    aantalWoorden,
    functiewoorden,
    sleutels: woorden.sleutels(),
    tellingen,
    vormen,
  };
}

type Telsoort = "tellingen" | "vormen";

/** What has to be added up, each with its sign: all shards, or what they came to before and the few that are others. */
function toTelbronnen({ scherven, bij }: Telopdracht, soort: Telsoort) {
  const bronnen: Iterator<Woordtelling>[] = [];
  const tekens: number[] = [];
  const add = (bron: Iterator<Woordtelling> | undefined, teken: number): void => {
    if (!bron) return;
    bronnen.push(bron);
    tekens.push(teken);
  };
  if (!bij) for (const { scherf } of scherven) add(scherf[soort](), 1);
  else {
    add(readTellingen(bij.eerder[soort]), 1);
    for (const { oud, nieuw } of bij.vervangingen) {
      add(oud?.[soort](), -1);
      add(nieuw?.[soort](), 1);
    }
  }
  return { bronnen, tekens };
}

/** Whether a word that stands on `paginas` of `aantal` pages is a function word. */
export function isFunctiewoord(paginas: number, aantal: number): boolean {
  return aantal >= FUNCTIEWOORD_PAGINAS && paginas > aantal * FUNCTIEWOORD_DEEL;
}

export interface Woordenopdracht {
  readonly scherven: readonly GeplaatsteScherf[];
  /** Pages in all shards. */
  readonly aantal: number;
  readonly geteld: Woordgetal;
  readonly snede: Snede;
  readonly map: Indexmap;
  readonly werkmap: string;
  readonly voortgang: Voortgang;
}

export interface Woordenuitkomst {
  readonly stukken: readonly Stukstand[];
  readonly functiewoorden: Readonly<Record<string, string>>;
}

/** Merges the words of all shards and writes the pieces of the word index, and the pages of function words. */
export async function writeWoorden(opdracht: Woordenopdracht): Promise<Woordenuitkomst> {
  const { scherven, aantal, geteld, snede, map, werkmap, voortgang } = opdracht;
  const stap = voortgang.begin("Woorden samenvoegen", geteld.aantalWoorden);
  const functiewoorden = openFunctiewoorden(map, aantal);
  const bronnen: Woordbron[] = [];
  for (const { scherf, vanaf } of scherven) {
    bronnen.push({ vanaf, woorden: scherf.woorden() });
    if (geteld.sleutels.size > 0)
      bronnen.push({ vanaf, woorden: openExtra(scherf, geteld.sleutels, join(werkmap, `extra-${vanaf}`)) });
  }
  const see = (woord: Stukwoord): void => {
    // Added words were not counted before.
    if (!isToegevoegd(woord)) stap.tik();
    functiewoorden.see(woord);
  };
  const schrijver = openStukschrijver(map);
  for (const stuk of cutStukken(tee(mergeWoorden(bronnen), see), snede)) {
    await schrijver.write(stuk);
    await stap.adem();
  }
  const stukken = await schrijver.eind();
  stap.klaar();
  return { stukken, functiewoorden: functiewoorden.uitkomst() };
}

/** An index of which some shards are others by now. */
export interface Bijwerking {
  readonly eerder: Indexstand;
  readonly vervangingen: readonly Vervanging[];
  readonly close: () => void;
}

/**
 * Opens the shards that are others than they were.
 * @throws NietBijTeWerken when all shards have to be merged.
 */
export function openBijwerking(scherven: readonly GeplaatsteScherf[], eerder: Indexstand): Bijwerking {
  const vervangingen = findVervangingen(scherven, eerder);
  return {
    eerder,
    vervangingen,
    close() {
      for (const { oud } of vervangingen) oud?.close();
    },
  };
}

/** What was made of the words of that index. */
export function toEerderewoorden({ eerder, vervangingen }: Bijwerking): Eerderewoorden {
  return {
    sleutels: eerder.sleutels,
    functiewoorden: new Set(Object.keys(eerder.functiewoorden)),
    vormen: diffVormen(vervangingen),
  };
}

/**
 * The outcome of `writeWoorden`, with what changed in a few shards written into the index that was.
 * @throws NietBijTeWerken when all shards have to be merged; then `map` holds files that have to go.
 */
export async function updateWoorden(
  { aantal, geteld, snede, map, voortgang }: Woordenopdracht,
  { eerder, vervangingen }: Bijwerking,
): Promise<Woordenuitkomst> {
  const readWoorden = openStuklezer(map);
  const aantalEerder = eerder.scherven.reduce((sum, scherf) => sum + scherf.aantal, 0);
  const wijzigingen = findWijzigingen({
    eerder,
    vervangingen,
    sleutels: geteld.sleutels,
    // Their pages are kept as a set of all there are.
    bekijk: aantal === aantalEerder ? [] : geteld.functiewoorden,
    readWoorden,
  });
  const stap = voortgang.begin("Woorden bijwerken", eerder.stukken.length);
  const functiewoorden = openFunctiewoorden(map, aantal);
  const schrijver = openStukschrijver(map);
  for (const stuk of updateStukken({ stukken: eerder.stukken, readWoorden, wijzigingen, snede })) {
    if ("oud" in stuk) {
      schrijver.keep(stuk.oud);
    } else {
      for (const woord of stuk.nieuw) functiewoorden.see(woord);
      await schrijver.write(stuk.nieuw);
    }
    stap.tik();
    await stap.adem();
  }
  const stukken = await schrijver.eind();
  for (const woord of geteld.functiewoorden) functiewoorden.keep(woord, eerder.functiewoorden[woord]);
  stap.klaar();
  return { stukken, functiewoorden: functiewoorden.uitkomst() };
}

/** The shards that are others than they were. */
function findVervangingen(scherven: readonly GeplaatsteScherf[], eerder: Indexstand): readonly Vervanging[] {
  const over = new Map(eerder.scherven.map((stand) => [stand.naam, stand]));
  const anders: { vanaf: number; stand?: Indexstand["scherven"][number]; nieuw?: Scherf }[] = [];
  for (const { scherf, vanaf } of scherven) {
    const stand = over.get(scherf.naam);
    over.delete(scherf.naam);
    if (stand && stand.vanaf !== vanaf) throw new NietBijTeWerken(`pages of ${scherf.naam} have other numbers`);
    if (stand?.hash !== scherf.hash) anders.push({ vanaf, nieuw: scherf, ...(stand ? { stand } : {}) });
  }
  for (const stand of over.values()) anders.push({ vanaf: stand.vanaf, stand });
  if (anders.length > MEESTE_SCHERVEN) throw new NietBijTeWerken(`${anders.length} shards changed`);
  anders.sort((een, ander) => een.vanaf - ander.vanaf);
  const vervangingen: Vervanging[] = [];
  for (const { vanaf, stand, nieuw } of anders) {
    const oud = stand && eerder.openScherf(stand);
    vervangingen.push({ vanaf, ...(oud ? { oud } : {}), ...(nieuw ? { nieuw } : {}) });
    if (!stand || oud) continue;
    for (const { oud: open } of vervangingen) open?.close();
    throw new NietBijTeWerken(`${stand.bestand} is there no more`);
  }
  return vervangingen;
}

/** Reads pieces of the index that was, some of them twice. */
function openStuklezer(map: Indexmap): (stuk: Stukstand) => Iterable<GelezenStukwoord> {
  const gelezen = new Map<string, Uint8Array>();
  let over = GELEZEN_BYTES;
  return ({ naam, digest }) => {
    const bytes = gelezen.get(naam) ?? readBytes(map, naam, digest);
    if (!gelezen.has(naam) && bytes.length <= over) {
      gelezen.set(naam, bytes);
      over -= bytes.length;
    }
    return readStuk(bytes);
  };
}

function readBytes(map: Indexmap, naam: string, digest: string): Uint8Array {
  const zipped = map.findOud(keyOfStuk(naam));
  const bytes = zipped && unzip(zipped);
  if (!bytes || createHash("sha1").update(bytes).digest("hex") !== digest)
    throw new NietBijTeWerken(`${naam} is not what it was`);
  return bytes;
}

function unzip(zipped: Buffer): Uint8Array | undefined {
  try {
    return stripMerk(gunzipSync(zipped));
  } catch {
    return undefined; // damaged
  }
}

interface Functiewoorden {
  /** Writes the pages of a word that is one. */
  readonly see: (woord: Stukwoord) => void;
  /** Takes over the pages of one that was not seen. */
  readonly keep: (woord: string, key: string | undefined) => void;
  /** The keys of their pages, in the order of the words. */
  readonly uitkomst: () => Readonly<Record<string, string>>;
}

function openFunctiewoorden(map: Indexmap, aantal: number): Functiewoorden {
  const sleutels = new Map<string, string>();
  return {
    see(woord) {
      if (isToegevoegd(woord) || !isFunctiewoord(countPaginas(woord), aantal)) return;
      sleutels.set(woord.woord, putTabel(map, "functiewoord", encodePaginaset(allePaginasOf(woord), aantal)));
    },
    keep(woord, key) {
      if (sleutels.has(woord)) return;
      const bytes = key === undefined ? undefined : map.findOud(key);
      if (key === undefined || !bytes) throw new NietBijTeWerken(`there are no pages of «${woord}»`);
      map.put(key, bytes);
      sleutels.set(woord, key);
    },
    uitkomst: () =>
      Object.fromEntries([...sleutels].sort(([een], [ander]) => Buffer.compare(Buffer.from(een), Buffer.from(ander)))),
  };
}

interface Stukschrijver {
  readonly write: (woorden: readonly Stukwoord[]) => Promise<void>;
  readonly keep: (stuk: Stukstand) => void;
  /** Waits for what is being written; answers all pieces in order. */
  readonly eind: () => Promise<readonly Stukstand[]>;
}

/** Writes pieces in their order; some are zipped at once, next to the merge. */
function openStukschrijver(map: Indexmap): Stukschrijver {
  const nameStuk = openStuknamen();
  const stukken: Stukstand[] = [];
  const bezig: Promise<() => void>[] = [];
  return {
    async write(woorden) {
      const { bytes, digest, ...stuk } = toStuk(woorden);
      const naam = nameStuk(digest);
      stukken.push({ ...stuk, naam, digest: digest.toString("hex") });
      bezig.push(zipStuk(map, keyOfStuk(naam), bytes));
      if (bezig.length >= GZIP_TEGELIJK) (await bezig.shift())?.();
    },
    keep(stuk) {
      const naam = nameStuk(Buffer.from(stuk.digest, "hex"));
      stukken.push({ ...stuk, naam });
      map.keepDeel(keyOfStuk(naam), keyOfStuk(stuk.naam));
    },
    async eind() {
      for (const zipped of bezig.splice(0)) (await zipped)();
      return stukken;
    },
  };
}

/** Zips a piece, or takes it as it is zipped in the index before. Answers what writes it, so that one does so at a time. */
async function zipStuk(map: Indexmap, key: string, bytes: Uint8Array): Promise<() => void> {
  const marked = withMerk(bytes);
  const oud = map.findOud(key);
  const zipped = oud && isZipOf(oud, marked) ? oud : await zip(marked, { level: GZIP_NIVEAU });
  return () => map.putDeel(key, zipped);
}

const zip = promisify<Uint8Array, { level: number }, Buffer>(gzip);

function isZipOf(zipped: Buffer, bytes: Uint8Array): boolean {
  try {
    return gunzipSync(zipped).equals(bytes);
  } catch {
    return false; // damaged: zipped anew
  }
}

function isToegevoegd({ woord }: Stukwoord): boolean {
  return woord.includes(SAMENSTELLINGSTEKEN);
}

function* tee<Item>(items: Iterable<Item>, see: (item: Item) => void): Generator<Item> {
  for (const item of items) {
    see(item);
    yield item;
  }
}
