/**
 * The part of the archive that has to be looked at again: what changed, and all that it can have to do with. What is found for
 * that part is what would be found for the whole.
 *
 * Sources that share a name, number, key or content (a "haak") are in one cluster ("kluwen"); so is a document without a number
 * with the question it was recognised as. A cluster is taken whole. A document without a number also hangs on its
 * candidates: it is recognised again when one of them came, went or changed, and keeps its place otherwise.
 * @see docs/decisions/0011-stand.md
 */
import type { Datum, Diagnostiek } from "../../src/model/kamervraag.ts";
import { findPublicatie } from "../../src/model/sleutel.ts";
import {
  type Documentkaart,
  type Gezien,
  type Groep,
  type Herkenning,
  isVoorlopig,
  MAX_KANDIDATEN,
  offeredTokensOf,
  offeredTokensOfSidecar,
  openVraagnummers,
  recognise,
  toGroepen,
  tokensOf,
  type Voorkennis,
  type VraagnummersOf,
} from "../../src/samenvoegen/groepeer.ts";
import { compareText } from "../../src/samenvoegen/rangorde.ts";
import type { Metadata } from "../../src/sources/gelezen.ts";
import { findKenmerkInNaam, type KenmerkUit } from "../../src/sources/met-kenmerk.ts";
import { pathBelow } from "../bestanden.ts";
import type { Bronpad } from "./bronnen.ts";
import type { Bronkaart } from "./cache.ts";
import { findRijen, haakOfHash, hakenOfGezien, hakenOfKaart, hakenOfMetadata, toTokengetal } from "./haken.ts";
import type { Overzicht } from "./overzicht.ts";
import type { Rapport } from "./rapport.ts";
import { type Bovenlaag, MANIFEST, type Onderlaag, REST, type Reeks, SOORTEN, VOORLOPIG } from "./stand.ts";

/** A card and the source it is of. */
export type Kaart = Documentkaart & {
  readonly pad: Bronpad;
  readonly idUit?: KenmerkUit;
  /** Row of the source. */
  readonly rij: number;
};

export interface Deel {
  /** The sources of the part, by row. */
  readonly bronnen: ReadonlyMap<number, Bronkaart>;
  /** Clusters of the last time that are in it. */
  readonly kluwens: ReadonlySet<number>;
  readonly kaarten: readonly Kaart[];
  readonly sidecars: ReadonlyMap<string, readonly Metadata[]>;
  /** The day on which a file was fetched, by the hash of its bytes, as the manifests say. */
  readonly opgehaald: ReadonlyMap<string, Datum>;
  readonly vraagnummersOf: VraagnummersOf<Kaart>;
  readonly herkenning: Herkenning<Kaart>;
  readonly groepen: readonly Groep<Kaart>[];
}

/** The part when nothing changed. */
export const LEEG_DEEL: Deel = {
  bronnen: new Map(),
  kluwens: new Set(),
  kaarten: [],
  sidecars: new Map(),
  opgehaald: new Map(),
  vraagnummersOf: () => [],
  herkenning: { herkend: new Map(), rest: new Set() },
  groepen: [],
};

export interface Deelvraag {
  readonly mappen: readonly string[];
  readonly overzicht: Overzicht;
  readonly boven: Bovenlaag;
  readonly onder: Onderlaag;
  /** Clusters to take in whatever the sources say, and keys that something on disk stands under. */
  readonly kluwens: Iterable<number>;
  readonly haken: Iterable<number>;
  /** The record of a source that did not change, read again when it is lost. */
  readonly load: (rij: number, pad: Bronpad) => Promise<Bronkaart>;
  /** What a manifest said the last time, or `undefined` when that is lost. */
  readonly loadVorige: (vorigeRij: number) => Bronkaart | undefined;
}

/** `undefined` when the cache has lost what it takes to tell: then the part is the whole. */
export async function chooseDeel(vraag: Deelvraag): Promise<Deel | undefined> {
  const { overzicht, boven, onder } = vraag;
  const paden = openPaden(vraag.mappen, overzicht.reeksen);
  const greep = openGreep(vraag, paden);
  const manifesten = await readManifesten(vraag, paden);
  if (!manifesten) return undefined;
  for (const [rij, { kaart }] of overzicht.gelezen) greep.bronnen.set(rij, kaart);
  for (const kluwen of vraag.kluwens) greep.take(kluwen);
  for (const [rij, huidige] of overzicht.huidige.entries()) {
    if (huidige < 0) greep.take(onder.bronnen.kluwens[rij] ?? 0);
  }
  const folders = openFolders(overzicht, boven, onder, greep.bronnen);
  for (const rij of folders.listGeraakt()) greep.take(onder.bronnen.kluwens[overzicht.vorige[rij] ?? 0] ?? 0);
  greep.reach([...vraag.haken, ...manifesten.geraakt]);
  await greep.grow((kaarten) => withIds(kaarten, folders.kennisOf));
  const herkenning = await recogniseDeel(vraag, greep, (kaarten) => withIds(kaarten, folders.kennisOf));
  const kaarten = herkenning.kaarten.filter(({ rij }) => greep.bronnen.has(rij));
  const { vraagnummersOf } = herkenning;
  return {
    bronnen: new Map([...greep.bronnen].toSorted(([a], [b]) => a - b)),
    kluwens: greep.kluwens,
    kaarten,
    sidecars: sortSidecars(greep.bronnen),
    opgehaald: manifesten.opgehaald,
    vraagnummersOf,
    herkenning,
    groepen: toGroepen(kaarten, vraagnummersOf, herkenning.herkend),
  };
}

type Paden = (rij: number) => Bronpad;

/** The path of each row. */
export function openPaden(mappen: readonly string[], reeksen: readonly Reeks[]): Paden {
  const begin = beginsOf(reeksen);
  return (rij) => {
    const index = findReeks(begin, rij);
    const { map = 0, folder = "", namen = [] } = reeksen[index] ?? {};
    return { map: mappen[map] ?? "", bestand: pathBelow(folder, namen[rij - (begin[index] ?? 0)] ?? "") };
  };
}

function beginsOf(reeksen: readonly Reeks[]): Uint32Array {
  const begin = new Uint32Array(reeksen.length);
  let total = 0;
  for (const [index, { namen }] of reeksen.entries()) {
    begin[index] = total;
    total += namen.length;
  }
  return begin;
}

// The last that begins at or before the row.
function findReeks(begin: Uint32Array, rij: number): number {
  let low = 0;
  let high = begin.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((begin[middle] ?? 0) <= rij) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What was taken so far, and what that draws with it. */
function openGreep({ overzicht, onder, load }: Deelvraag, paden: Paden) {
  const bronnen = new Map<number, Bronkaart>();
  const kluwens = new Set<number>();
  const bekend = new Set<number>();
  const wachtend: number[] = [];
  const leden = groupKluwens(onder.bronnen.kluwens);
  const take = (kluwen: number) => {
    if (kluwens.has(kluwen)) return;
    kluwens.add(kluwen);
    for (const vorige of leden(kluwen)) {
      const rij = overzicht.huidige[vorige] ?? -1;
      if (rij >= 0) wachtend.push(rij);
    }
  };
  const reach = (haken: Iterable<number>) => {
    const nieuw = new Set<number>();
    for (const haak of haken) if (!bekend.has(haak)) nieuw.add(haak);
    for (const haak of nieuw) bekend.add(haak);
    for (const rows of findRijen(onder.bronnen.haken, nieuw).values())
      for (const rij of rows) take(onder.bronnen.kluwens[rij] ?? 0);
  };
  const loadAll = async (rijen: readonly number[], target: Map<number, Bronkaart>) => {
    for (const rij of rijen) if (!target.has(rij)) target.set(rij, await load(rij, paden(rij)));
  };
  return {
    bronnen,
    kluwens,
    take,
    reach,
    paden,
    leden,
    /** Loads what was taken, until nothing more comes along. */
    async grow(complete: (kaarten: readonly Kaart[]) => readonly Kaart[]) {
      for (let size = -1; size !== bronnen.size; ) {
        size = bronnen.size;
        await loadAll(wachtend.splice(0), bronnen);
        if (onder.bronnen.haken.alle.length === 0) return;
        reach(complete(listKaarten(bronnen, paden)).flatMap(hakenOfKaart));
        reach(listSidecars(bronnen).flatMap(hakenOfMetadata));
        if (wachtend.length > 0) size = -1;
      }
    },
    async loadKluwens(gevraagd: Iterable<number>): Promise<ReadonlyMap<number, Bronkaart>> {
      const erbij = new Map<number, Bronkaart>();
      for (const kluwen of gevraagd) {
        const rijen = leden(kluwen).map((vorige) => overzicht.huidige[vorige] ?? -1);
        await loadAll(
          rijen.filter((rij) => rij >= 0 && !bronnen.has(rij)),
          erbij,
        );
      }
      return erbij;
    },
  };
}

type Greep = ReturnType<typeof openGreep>;

// The rows of each cluster, without a list for each: sorted by cluster, and where each begins.
function groupKluwens(kluwens: Uint32Array): (kluwen: number) => readonly number[] {
  const aantal = kluwens.reduce((most, kluwen) => Math.max(most, kluwen + 1), 0);
  const begin = new Uint32Array(aantal + 1);
  for (const kluwen of kluwens) begin[kluwen + 1] = (begin[kluwen + 1] ?? 0) + 1;
  for (let kluwen = 0; kluwen < aantal; kluwen += 1)
    begin[kluwen + 1] = (begin[kluwen + 1] ?? 0) + (begin[kluwen] ?? 0);
  const next = begin.slice();
  const rijen = new Uint32Array(kluwens.length);
  for (const [rij, kluwen] of kluwens.entries()) {
    rijen[next[kluwen] ?? 0] = rij;
    next[kluwen] = (next[kluwen] ?? 0) + 1;
  }
  return (kluwen) => [...rijen.subarray(begin[kluwen] ?? 0, begin[kluwen + 1] ?? 0)];
}

function sortRijen<Value>(bronnen: ReadonlyMap<number, Value>): readonly (readonly [number, Value])[] {
  return [...bronnen].toSorted(([a], [b]) => a - b);
}

function listKaarten(bronnen: ReadonlyMap<number, Bronkaart>, paden: Paden): readonly Kaart[] {
  return sortRijen(bronnen).flatMap(([rij, bron]) => {
    if (bron.soort !== "documenten") return [];
    const pad = paden(rij);
    return bron.kaarten.map((kaart) => ({ ...kaart, pad, rij }));
  });
}

function listSidecars(bronnen: ReadonlyMap<number, Bronkaart>): readonly Metadata[] {
  return sortRijen(bronnen).flatMap(([, bron]) => (bron.soort === "metadata" ? bron.metadata : []));
}

function sortSidecars(bronnen: ReadonlyMap<number, Bronkaart>): ReadonlyMap<string, readonly Metadata[]> {
  const sidecars = new Map<string, Metadata[]>();
  for (const metadata of listSidecars(bronnen)) {
    const known = sidecars.get(metadata.id);
    if (known) known.push(metadata);
    else sidecars.set(metadata.id, [metadata]);
  }
  for (const list of sidecars.values()) {
    list.sort((a, b) => a.rang - b.rang || compareText(a.herkomst.bestand, b.herkomst.bestand));
  }
  return sidecars;
}

// All manifests, for each file the newest day that any of them gives; and the files of which that changed.
async function readManifesten({ overzicht, boven, load, loadVorige }: Deelvraag, paden: Paden) {
  const opgehaald = new Map<string, Datum>();
  const wasOpgehaald = new Map<string, Datum>();
  const vorige = [...boven.bronnen.soorten.entries()].flatMap(([rij, soort]) => (soort === MANIFEST ? [rij] : []));
  const gelezen = sortRijen(overzicht.gelezen);
  const isAnders =
    gelezen.some(([, { kaart }]) => kaart.soort === "manifest") ||
    vorige.some((rij) => (overzicht.huidige[rij] ?? -1) < 0);
  for (const [, { kaart }] of gelezen) addOphalingen(kaart, opgehaald);
  for (const rij of vorige) {
    const huidige = overzicht.huidige[rij] ?? -1;
    if (huidige >= 0) addOphalingen(await load(huidige, paden(huidige)), opgehaald);
    if (!isAnders) continue;
    const kaart = loadVorige(rij);
    if (!kaart) return undefined;
    addOphalingen(kaart, wasOpgehaald);
  }
  const hashes = isAnders ? [...new Set([...opgehaald.keys(), ...wasOpgehaald.keys()])] : [];
  return {
    opgehaald,
    geraakt: hashes.filter((sha256) => opgehaald.get(sha256) !== wasOpgehaald.get(sha256)).map(haakOfHash),
  };
}

function addOphalingen(kaart: Bronkaart, opgehaald: Map<string, Datum>): void {
  if (kaart.soort !== "manifest") return;
  for (const { sha256, opgehaald: dag } of kaart.ophalingen) {
    // Fetched again and unchanged: the newest day is what the archive can vouch for.
    if (dag > (opgehaald.get(sha256) ?? "")) opgehaald.set(sha256, dag);
  }
}

/** What a folder says of the one document in it that does not name itself. */
interface Mapkennis {
  readonly zonderId: number;
  /** Identifiers of sidecars in the folder that no document in it names. */
  readonly vrij: readonly string[];
}

/** The identifiers in a source: of documents that name themselves, and of sidecars. */
interface Bronids {
  readonly eigen: readonly string[];
  readonly sidecars: readonly string[];
}

/** How many documents of a source do not name themselves, and the identifiers in it. */
export function countZonderId(bron: Bronkaart): number {
  return bron.soort === "documenten" ? bron.kaarten.filter(({ id }) => !id).length : 0;
}

export function idsOf(bron: Bronkaart): Bronids {
  return {
    eigen: bron.soort === "documenten" ? bron.kaarten.flatMap(({ id }) => (id ? [id] : [])) : [],
    sidecars: bron.soort === "metadata" ? bron.metadata.map(({ id }) => id) : [],
  };
}

function openFolders(
  { reeksen, vorige, huidige, gelezen }: Overzicht,
  boven: Bovenlaag,
  onder: Onderlaag,
  bronnen: ReadonlyMap<number, Bronkaart>,
) {
  const nu = groupFolders(reeksen);
  const toen = groupFolders(boven.reeksen);
  const wasZonderId = (rij: number) => onder.bronnen.zonderId[rij] ?? 0;
  const zonderIdOf = (rij: number) => {
    const bron = gelezen.get(rij)?.kaart;
    return bron ? countZonderId(bron) : wasZonderId(vorige[rij] ?? 0);
  };
  const idsOfRij = (rij: number): Bronids => {
    const bron = gelezen.get(rij)?.kaart ?? bronnen.get(rij);
    return bron ? idsOf(bron) : (JSON.parse(onder.bronnen.ids.at(vorige[rij] ?? 0)) as Bronids);
  };
  const count = (rijen: readonly number[], countOf: (rij: number) => number) =>
    rijen.reduce((sum, rij) => sum + countOf(rij), 0);
  const kennis = new Map<string, Mapkennis>();
  return {
    kennisOf(rij: number): Mapkennis {
      const folder = nu.folderOf(rij);
      const known = kennis.get(folder) ?? describe(nu.rijenOf(folder));
      kennis.set(folder, known);
      return known;
    },
    /** Rows of documents that may be called otherwise, because of what happened beside them. */
    listGeraakt(): readonly number[] {
      const folders = new Set([...gelezen.keys()].map(nu.folderOf));
      for (const [rij, now] of huidige.entries()) if (now < 0) folders.add(toen.folderOf(rij));
      return [...folders].flatMap((folder) => {
        const rijen = nu.rijenOf(folder);
        const isEnige = count(rijen, zonderIdOf) === 1 || count(toen.rijenOf(folder), wasZonderId) === 1;
        return isEnige ? rijen.filter((rij) => !gelezen.has(rij) && zonderIdOf(rij) > 0) : [];
      });
    },
  };
  function describe(rijen: readonly number[]): Mapkennis {
    const zonderId = count(rijen, zonderIdOf);
    if (zonderId !== 1) return { zonderId, vrij: [] };
    const ids = rijen.map(idsOfRij);
    const genoemd = new Set(ids.flatMap(({ eigen }) => eigen));
    // A sidecar is one document's: not that of a document which names itself.
    return { zonderId, vrij: [...new Set(ids.flatMap(({ sidecars }) => sidecars))].filter((id) => !genoemd.has(id)) };
  }
}

function groupFolders(reeksen: readonly Reeks[]) {
  const begin = beginsOf(reeksen);
  const perFolder = new Map<string, number[]>();
  const keyOf = ({ map, folder }: Reeks) => `${map}/${folder}`;
  for (const [index, reeks] of reeksen.entries()) {
    const known = perFolder.get(keyOf(reeks));
    if (known) known.push(index);
    else perFolder.set(keyOf(reeks), [index]);
  }
  return {
    folderOf(rij: number): string {
      const reeks = reeksen[findReeks(begin, rij)];
      return reeks ? keyOf(reeks) : "";
    },
    rijenOf: (folder: string): readonly number[] =>
      (perFolder.get(folder) ?? []).flatMap((index) =>
        (reeksen[index]?.namen ?? []).map((_, at) => (begin[index] ?? 0) + at),
      ),
  };
}

// Identity: from the content, then from the one sidecar beside it, then from the file's name.
function withIds(kaarten: readonly Kaart[], kennisOf: (rij: number) => Mapkennis): readonly Kaart[] {
  return kaarten.map((kaart) => {
    if (kaart.id) return kaart;
    const { zonderId, vrij } = kennisOf(kaart.rij);
    return withId(kaart, zonderId === 1 && vrij.length === 1 ? vrij[0] : undefined);
  });
}

function withId(kaart: Kaart, beside: string | undefined): Kaart {
  const isBeside = beside !== undefined && findPublicatie(beside)?.reeks === (kaart.isVraag ? "kv" : "ah");
  const id = isBeside ? beside : findKenmerkInNaam(kaart.bestand);
  if (id === undefined) return kaart;
  const vraagnummer = findPublicatie(id)?.vraagnummer;
  const vraagnummers = kaart.vraagnummers.length === 0 && vraagnummer ? [vraagnummer] : kaart.vraagnummers;
  return { ...kaart, id, idUit: isBeside ? "metadata" : "bestandsnaam", vraagnummers };
}

/** What a document without a number came to, remembered with its source. */
export interface Uitkomst {
  /** Its place among the documents of the source. */
  readonly nummer: number;
  readonly gezien?: Gezien;
  /** No question was like it. */
  readonly isRest: boolean;
}

function findUitkomst({ bronnen }: Onderlaag, vorigeRij: number, nummer: number): Uitkomst | undefined {
  const json = bronnen.gezien.at(vorigeRij);
  return json === "" ? undefined : (JSON.parse(json) as readonly Uitkomst[]).find((one) => one.nummer === nummer);
}

interface Deelherkenning extends Herkenning<Kaart> {
  /** The cards that were looked at: those of the part, and of candidates outside it. */
  readonly kaarten: readonly Kaart[];
  readonly vraagnummersOf: VraagnummersOf<Kaart>;
}

const tokengetallen = (tokens: readonly string[]) => tokens.map(toTokengetal);

/** The tokens that a source offers, and those by which its documents without a number look for their question. */
export function aanbodOf(
  kaarten: readonly Kaart[],
  bron: Bronkaart,
  vraagnummersOf: VraagnummersOf<Kaart>,
): readonly number[] {
  const sidecars = bron.soort === "metadata" ? bron.metadata : [];
  return tokengetallen([
    ...kaarten.flatMap((kaart) => offeredTokensOf(kaart, vraagnummersOf(kaart))),
    ...sidecars.flatMap(offeredTokensOfSidecar),
  ]);
}

export function gezochtOf(kaarten: readonly Kaart[], vraagnummersOf: VraagnummersOf<Kaart>): readonly number[] {
  return tokengetallen(
    kaarten.filter((kaart) => vraagnummersOf(kaart).length === 0).flatMap(({ punten }) => tokensOf(punten)),
  );
}

/** Recognises the documents of the part that have no number, with candidates from the whole archive; takes in what they are joined to. */
async function recogniseDeel(
  vraag: Deelvraag,
  greep: Greep,
  complete: (kaarten: readonly Kaart[]) => readonly Kaart[],
): Promise<Deelherkenning> {
  const { overzicht, boven, onder } = vraag;
  const { aanbod, gezocht, kluwens, haken } = onder.bronnen;
  const kluwenOf = (rij: number) => kluwens[rij] ?? 0;
  const look = (bronnen: ReadonlyMap<number, Bronkaart>) => {
    const kaarten = complete(listKaarten(bronnen, greep.paden));
    const sidecars = [...sortSidecars(bronnen).values()].flat();
    return { kaarten, sidecars, vraagnummersOf: openVraagnummers(kaarten, sidecars) };
  };
  const begin = look(greep.bronnen);
  const zonderOf = ({ kaarten, vraagnummersOf }: ReturnType<typeof look>) =>
    kaarten.filter((kaart) => vraagnummersOf(kaart).length === 0);
  const isHeel = haken.alle.length === 0;
  const heeftZonder = gezocht.alle.length > 0 || zonderOf(begin).length > 0;
  if (isHeel || !heeftZonder) {
    return { ...begin, ...recognise(begin.kaarten, begin.vraagnummersOf, begin.sidecars) };
  }
  // What offers itself otherwise than the last time: all of the part as it was, and as it is.
  const geraakt = [...greep.kluwens].flatMap((kluwen) => [...greep.leden(kluwen)]);
  const isGeraakt = new Set(geraakt);
  const wasAanbod = geraakt.flatMap((rij) => [...aanbod.at(rij)]);
  const isAanbod = [
    ...begin.kaarten.flatMap((kaart) => offeredTokensOf(kaart, begin.vraagnummersOf(kaart))),
    ...begin.sidecars.flatMap(offeredTokensOfSidecar),
  ].map(toTokengetal);
  const wasAantal = countAll(wasAanbod);
  const isAantal = countAll(isAanbod);
  const aanbieders = (tokens: ReadonlySet<number>) => findRijen(aanbod, tokens);
  const countToen = (token: number, rows: readonly number[] | undefined) => ({
    toen: rows?.length ?? 0,
    nu: (rows?.length ?? 0) - (wasAantal.get(token) ?? 0) + (isAantal.get(token) ?? 0),
  });
  const anders = new Set([...wasAanbod, ...isAanbod]);
  const perToken = aanbieders(anders);
  const telt = new Set(
    [...anders].filter((token) => {
      const { toen, nu } = countToen(token, perToken.get(token));
      return toen <= MAX_KANDIDATEN || nu <= MAX_KANDIDATEN;
    }),
  );
  const zoekers = new Set([...findRijen(gezocht, telt).values()].flat());
  for (const rij of zoekers) greep.take(kluwenOf(rij));
  await greep.grow(complete);
  const wasRest = (rij: number) => ((boven.bronnen.vlaggen[rij] ?? 0) & REST) !== 0;
  let isRestOpnieuw = false;
  for (;;) {
    const size = greep.kluwens.size;
    // Candidates outside the part are looked at, not taken: with all of their cluster, to know their numbers.
    const eigen = look(greep.bronnen);
    const isOpen = (kaart: Kaart) => {
      const vorige = overzicht.vorige[kaart.rij] ?? -1;
      return vorige < 0 || zoekers.has(vorige) || findUitkomst(onder, vorige, kaart.nummer) === undefined;
    };
    const open = zonderOf(eigen).filter(isOpen);
    const tokens = new Set(open.flatMap(({ punten }) => tokensOf(punten).map(toTokengetal)));
    const rows = aanbieders(tokens);
    const algemeen = new Set([...tokens].filter((token) => countToen(token, rows.get(token)).nu > MAX_KANDIDATEN));
    const buiten = [...rows]
      .flatMap(([token, list]) => (algemeen.has(token) ? [] : list))
      .filter((rij) => !isGeraakt.has(rij));
    const context = await greep.loadKluwens(new Set(buiten.map(kluwenOf)));
    const alles = look(new Map([...greep.bronnen, ...context]));
    const gezien = new Map<Kaart, Gezien | undefined>();
    const bekendeRest = new Set<Kaart>();
    for (const kaart of zonderOf(alles)) {
      if (isOpen(kaart)) continue;
      const uitkomst = findUitkomst(onder, overzicht.vorige[kaart.rij] ?? -1, kaart.nummer);
      if (uitkomst?.isRest) bekendeRest.add(kaart);
      if (!uitkomst?.isRest || !isRestOpnieuw) gezien.set(kaart, uitkomst?.gezien);
    }
    const voorkennis: Voorkennis<Kaart> = {
      gezien,
      rest: bekendeRest,
      isAlgemeen: (token) => algemeen.has(toTokengetal(token)),
    };
    const found = recognise(alles.kaarten, alles.vraagnummersOf, alles.sidecars, voorkennis);
    const rest = new Set([...found.rest, ...bekendeRest]);
    greep.reach(
      zonderOf(alles)
        .filter(isOpen)
        .flatMap((kaart) => hakenOfUitkomst(found.herkend.get(kaart))),
    );
    const isRestGeraakt = found.rest.size > 0 || geraakt.some(wasRest) || [...zoekers].some(wasRest);
    if (!isRestOpnieuw && isRestGeraakt && hasVoorlopig(boven, rest)) {
      isRestOpnieuw = true;
      for (const [rij, huidige] of overzicht.huidige.entries())
        if (huidige >= 0 && wasRest(rij)) greep.take(kluwenOf(rij));
      await greep.grow(complete);
      continue;
    }
    await greep.grow(complete);
    if (greep.kluwens.size === size) return { ...alles, herkend: found.herkend, rest };
  }
}

function hakenOfUitkomst(gezien: Gezien | undefined): readonly number[] {
  return gezien ? hakenOfGezien(gezien) : [];
}

function countAll(numbers: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

function hasVoorlopig({ bronnen }: Bovenlaag, rest: ReadonlySet<Kaart>): boolean {
  return [...rest].some(isVoorlopig) || bronnen.vlaggen.some((vlag) => (vlag & VOORLOPIG) !== 0);
}

/** What a source that is no document has to say in the report, as JSON; empty when that is nothing. */
export function bijzonderOf(bron: Bronkaart): string {
  if (bron.soort === "onbekend") return JSON.stringify({ reden: bron.reden });
  return bron.soort !== "documenten" && bron.diagnostiek ? JSON.stringify({ diagnostiek: bron.diagnostiek }) : "";
}

interface Bijzonder {
  readonly reden?: string;
  readonly diagnostiek?: Diagnostiek;
}

/** Tells the report of the sources that are no documents, in the order of the walk. */
export function tellBronnen(
  { aantal, vorige }: Overzicht,
  { bronnen }: Deel,
  { bronnen: oud }: Bovenlaag,
  paden: Paden,
  rapport: Rapport,
): void {
  for (let rij = 0; rij < aantal; rij += 1) {
    const bron = bronnen.get(rij);
    const soort = bron?.soort ?? SOORTEN[oud.soorten[vorige[rij] ?? 0] ?? 0];
    if (soort === "documenten") continue;
    if (soort === "metadata" || soort === "manifest") rapport.addMetadata();
    const json = bron ? bijzonderOf(bron) : oud.bijzonder.at(vorige[rij] ?? 0);
    if (json === "") continue;
    const { reden, diagnostiek } = JSON.parse(json) as Bijzonder;
    if (reden !== undefined) rapport.addOnbekend(paden(rij).bestand, reden);
    if (diagnostiek) rapport.addMislukt(paden(rij).bestand, diagnostiek);
  }
}
