/**
 * Brings a site up to date after a few files of an archive changed: in the columns in which the build before left it stands what
 * hangs on them, and no more than that is taken in hand. It leaves the bytes that a build of the whole would. What it was not
 * made for (an earlier day, another program, a file with faults, a great many changes) it leaves to that.
 * @see docs/decisions/0012-bouwen-met-werkers.md
 */
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import nunjucks from "nunjucks";
import { pathOfSleutel } from "../../../src/model/sleutel.ts";
import type { Verbinding } from "../../../src/samenhang/graaf.ts";
import { type Archiefkennis, toKetendeel } from "../../../src/site/archiefkennis.ts";
import { type Buurt, toBuurt } from "../../../src/site/buurt.ts";
import { isVast, postOp } from "../../../src/site/kaart.ts";
import { createOmgeving } from "../../../src/site/omgeving.ts";
import type { PaginaContext } from "../../../src/site/pagina.ts";
import { createRenderer } from "../../../src/site/render.ts";
import { toVerwijzingRij } from "../../../src/site/samenhang.ts";
import { werkVergelijkingBij } from "../../../src/vergelijkbaar/bijwerken.ts";
import type { Gelijkenis } from "../../../src/vergelijkbaar/vergelijking.ts";
import { planRijen, type Teksten } from "../../convert/kolommen.ts";
import { GEEN_PEILDATUM } from "../archief-plugin.ts";
import type { Nagekekenmap, Uitvoer, UitvoerReport } from "../uitvoer.ts";
import { VORMEN } from "../vormen.ts";
import { jaarOf, type Rij, toRij } from "./bak.ts";
import { type Bewaardegelijke, readAntwoord, readGelijke, withBijgewerkt, woordenOf, writeGelijke } from "./gelijke.ts";
import { openKaartlezer, placeKaarten, stampKaarten, writeJaar } from "./kaartlezer.ts";
import { type Kenmerken, openKenmerken } from "./kenmerk.ts";
import { updateLosse, type Volgrij } from "./losse.ts";
import {
  feitOf,
  isGestempeld,
  isVers,
  joinRijen,
  type Momentkolommen,
  type Momentkop,
  type Momentopname,
  type Momentrij,
  openPoelen,
  type Poelen,
  packDatum,
  readMoment,
  regelsOf,
  STEMPEL_LENGTE,
  setFeit,
  stampProgramma,
  unpackDatum,
  VLAG,
  writeMoment,
} from "./momentopname.ts";
import { chooseReeksen, startNagaan } from "./nagaan.ts";
import type { Nagegaan } from "./nagaan-draad.ts";
import type { Ploeg } from "./ploeg.ts";
import { type Leestaak, type Stempel, stempelOf } from "./taken.ts";
import { memoOnce, openWereld, type Verschil, type Wereld } from "./wereld.ts";

export interface Bijwerkopdracht {
  readonly inhoud: string;
  readonly uit: string;
  readonly projectRoot: string;
  readonly templates: string;
  readonly uitvoer: Uitvoer;
  readonly ploeg: Ploeg;
  /** The as-of date asked for, if any. */
  readonly peildatum: string | undefined;
  readonly context: Omit<PaginaContext, "peildatum">;
  readonly plek: Plek;
  readonly werkers: number;
  /** Of how many Kamervragen the files are looked at in turn. */
  readonly perBeurt: number;
}

/** Where the site as it was left is kept, with what it hangs on. */
export interface Plek {
  readonly moment: string;
  readonly kaarten: string;
  readonly gelijke: string;
  /** What the site hangs on beside the Markdown and the program. */
  readonly opties: string;
}

export interface Bijgewerkt extends UitvoerReport {
  readonly moment: Momentopname;
  readonly gemaakt: number;
  readonly cachefout: string | undefined;
}

/** With more files that changed, the whole is as quick. */
const MEESTE = 300;
/** And with more than this part of all that wait on another day. */
const MEESTE_OP_DAG = 0.25;

/**
 * Of so many Kamervragen the files are looked at in turn: in an archive of 90,000 to look at all takes longer than all else.
 * A smaller archive is looked at as a whole.
 */
export const PER_BEURT = 15_000;

/** Answers `undefined` when the site has to be built as a whole; what was written until then does no harm. */
export async function werkBij(opdracht: Bijwerkopdracht): Promise<Bijgewerkt | undefined> {
  const { plek, projectRoot } = opdracht;
  const moment = readMoment(plek.moment);
  if (moment?.kop.opties !== plek.opties) return undefined;
  const { programma, beginMs } = moment.kop;
  if (!isGestempeld(programma, stampProgramma(projectRoot))) return undefined;
  if (programma.some(([, stempel]) => isVers(stempel, beginMs))) return undefined;
  if (!isGestempeld([["", moment.kop.gelijke ?? GEEN_STEMPEL]], [["", stempelOf(plek.gelijke) ?? GEEN_STEMPEL]]))
    return undefined;
  if (!isGestempeld(moment.kop.kaarten, stampKaarten(plek.kaarten, moment.kop.kaarten))) return undefined;
  const nuMs = Date.now();
  const paths = regelsOf(moment.kolommen.paths);
  const sleutels = regelsOf(moment.kolommen.sleutels);
  const mappenAnders = findMappenAnders(opdracht.uit, moment.kop);
  const stand: Stand = { opdracht, moment, paths, sleutels, nuMs, mappenAnders };
  const nagegaan = await startNagaan(toNagaantaak(stand), Math.max(1, opdracht.werkers));
  const { losse } = moment.kop;
  if (nagegaan.losseWeg.some((index) => losse[index]?.[2] === "")) return undefined;
  const lezer = openKaartlezer(plek.kaarten, moment);
  try {
    const verschil = await readVerschil(stand, nagegaan, lezer.rij);
    return verschil && (await update(stand, nagegaan, verschil, lezer.rij));
  } finally {
    lezer.sluit();
  }
}

interface Stand {
  readonly opdracht: Bijwerkopdracht;
  readonly moment: Momentopname;
  readonly paths: readonly string[];
  readonly sleutels: readonly string[];
  readonly nuMs: number;
  /** Folders of the site in which something came, went or was put in the place of another. */
  readonly mappenAnders: ReadonlySet<string>;
}

function findMappenAnders(uit: string, { mappen }: Momentkop): ReadonlySet<string> {
  const anders = mappen.filter(([path, mtimeMs, ctimeMs]) => {
    const found = statSync(join(uit, path), { throwIfNoEntry: false });
    return found === undefined || found.mtimeMs !== mtimeMs || found.ctimeMs !== ctimeMs;
  });
  return new Set(anders.map(([path]) => path));
}

type LeesRij = (rij: number) => Rij;

function toNagaantaak({ opdracht, moment: { kop, kolommen }, paths, sleutels, mappenAnders }: Stand) {
  const { inhoud, uit, perBeurt } = opdracht;
  const bases = sleutels.map(pathOfSleutel);
  const jaren = new Map<string, { naam: string; van: number; tot: number }>();
  for (const [rij, path] of paths.entries()) {
    const naam = jaarOf(path);
    const known = jaren.get(naam);
    if (known) known.tot = rij + 1;
    else jaren.set(naam, { naam, van: rij, tot: rij + 1 });
  }
  // As `listKamervragen` does.
  for (const entry of readdirSync(inhoud, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith(".") || jaren.has(entry.name)) continue;
    jaren.set(entry.name, { naam: entry.name, van: 0, tot: 0 });
  }
  return {
    inhoud,
    uit,
    jaren: [...jaren.values()],
    paths: paths.join("\n"),
    stempels: kolommen.stempels,
    bases: bases.join("\n"),
    reeksen: chooseReeksen(bases.map(dirname), mappenAnders, kop.beurt, perBeurt),
    vormen: VORMEN,
    merken: kolommen.merken,
    losse: kop.losse.map(([path, , , grootte, tijd]) => [path, grootte, tijd] as const),
  };
}

interface Gelezenverschil extends Verschil {
  /** Files that are what they were, of which the system says something else. */
  readonly stempels: ReadonlyMap<number, Stempel>;
}

async function readVerschil(stand: Stand, nagegaan: Nagegaan, leesRij: LeesRij): Promise<Gelezenverschil | undefined> {
  const { opdracht, moment, paths, sleutels } = stand;
  const { kolommen, kop } = moment;
  const rijOf = new Map(paths.map((path, rij) => [path, rij]));
  const weg = new Set(nagegaan.verdwenen);
  const anders = new Map(nagegaan.anders);
  for (let rij = 0; rij < kolommen.aantal; rij += 1) {
    const stempel = kolommen.stempels.subarray(rij * 4, rij * 4 + 4);
    const [size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0] = stempel;
    const own: Stempel = [size, mtimeMs, ctimeMs, ino];
    if (isVers(own, kop.beginMs) && !weg.has(rij)) anders.set(paths[rij] ?? "", own);
  }
  if (anders.size + weg.size > MEESTE) return undefined;
  const taken = [...anders.keys()].sort().map((path): Leestaak => {
    const rij = rijOf.get(path);
    return {
      path,
      ...(opdracht.peildatum === undefined ? {} : { peildatum: opdracht.peildatum }),
      ...(rij === undefined ? {} : { bekend: kolommen.hashes.at(rij) }),
    };
  });
  const nieuw = new Map<string, Rij>();
  const oud = new Set(weg);
  const stempels = new Map<number, Stempel>();
  let isGoed = true;
  await opdracht.ploeg.doe("lees", taken, taken.length, (gelezen) => {
    const rij = rijOf.get(gelezen.path);
    const kaart = toRij(gelezen, undefined);
    if (gelezen.fouten) isGoed = false;
    else if (!kaart) stempels.set(rij ?? -1, gelezen.stempel);
    else if (nieuw.has(kaart.kaart.sleutel)) isGoed = false;
    else {
      nieuw.set(kaart.kaart.sleutel, kaart);
      if (rij !== undefined) oud.add(rij);
    }
  });
  // Another file has this key.
  const bezet = new Set(sleutels.filter((sleutel, rij) => nieuw.has(sleutel) && !oud.has(rij)));
  if (!isGoed || bezet.size > 0) return undefined;
  // A page under another key would leave its old files to be made by nobody.
  if ([...oud].some((rij) => nieuw.size > 0 && leesRij(rij).kaart.sleutel !== sleutels[rij])) return undefined;
  const peildatum = opdracht.peildatum ?? newestDatum(moment, nieuw, oud);
  // What is done on a day is done on every later one; of an earlier one the rows do not tell.
  if (peildatum < kop.peildatum) return undefined;
  const opDag = peildatum === kop.peildatum ? [] : listOpDag(kolommen, oud);
  if (opDag.length > Math.max(MEESTE, kolommen.aantal * MEESTE_OP_DAG)) return undefined;
  const kaarten = [...nieuw.values(), ...opDag.map(leesRij)];
  if (kaarten.some(({ kaart }) => postOp(kaart, peildatum) === undefined)) return undefined;
  return {
    nieuw,
    oud,
    stempels,
    dagen: [kop.peildatum, peildatum],
    opDag: new Set(opDag.map((rij) => sleutels[rij] ?? "")),
  };
}

/** Rows of which the page, or what lists say of it, goes with the day. */
function listOpDag(kolommen: Momentkolommen, oud: ReadonlySet<number>): readonly number[] {
  const rijen: number[] = [];
  for (let rij = 0; rij < kolommen.aantal; rij += 1) {
    if (!oud.has(rij) && (feitOf(kolommen, rij, "vlaggen") & VLAG.vast) === 0) rijen.push(rij);
  }
  return rijen;
}

function newestDatum({ kolommen }: Momentopname, nieuw: ReadonlyMap<string, Rij>, oud: ReadonlySet<number>): string {
  let newest = 0;
  for (let rij = 0; rij < kolommen.aantal; rij += 1) {
    if (!oud.has(rij)) newest = Math.max(newest, feitOf(kolommen, rij, "nieuwste"));
  }
  for (const { nieuwste } of nieuw.values()) newest = Math.max(newest, packDatum(nieuwste));
  return unpackDatum(newest) ?? GEEN_PEILDATUM;
}

async function update(
  stand: Stand,
  nagegaan: Nagegaan,
  verschil: Verschil & Pick<Gelezenverschil, "stempels">,
  leesRij: LeesRij,
): Promise<Bijgewerkt | undefined> {
  const { opdracht, moment, paths, sleutels } = stand;
  const { uitvoer, ploeg, plek, uit, projectRoot } = opdracht;
  const { kop, kolommen } = moment;
  const { nieuw, oud, opDag } = verschil;
  const [, peildatum] = verschil.dagen;
  const context: PaginaContext = { peildatum, ...opdracht.context };
  ploeg.stel(context);
  const wereld = openWereld(kolommen, sleutels, verschil, leesRij);
  const gelijke = updateGelijke(stand, verschil, wereld);
  if (!gelijke) return undefined;
  const archief: Archiefkennis = {
    ...wereld.na,
    ketendeel: (sleutel) => toKetendeel(wereld.na.keten(sleutel), sleutel),
    findGelijke: gelijke.findGelijke,
    post: wereld.nieuwePost,
  };
  const isAnders = (sleutel: string) => nieuw.has(sleutel) || opDag.has(sleutel);
  const vlaggenOf = (sleutel: string) => feitOf(kolommen, wereld.rijOf(sleutel) ?? -1, "vlaggen");
  const kenmerken = openKenmerken(
    {
      post: wereld.nieuwePost,
      isVast: (sleutel) => {
        if (!isAnders(sleutel)) return (vlaggenOf(sleutel) & VLAG.vast) !== 0;
        const rij = wereld.nieuweRij(sleutel);
        return rij !== undefined && isVast(rij.kaart, peildatum);
      },
      bekend: (sleutel) => (isAnders(sleutel) ? undefined : kolommen.posthashes.at(wereld.rijOf(sleutel) ?? -1)),
    },
    peildatum,
  );

  // The pages that can differ, that are gone, and that are made every time.
  const geraakt = wereld.findGeraakt();
  const weg = new Set(nagegaan.weg.map((rij) => sleutels[rij] ?? ""));
  const altijd = emptyRowsOf(kolommen.kenmerken).map((rij) => sleutels[rij] ?? "");
  const dag = [...wereld.findOpDag(), ...gelijke.findTonend(opDag)];
  const werk: Paginawerk[] = [];
  for (const sleutel of [...new Set([...geraakt, ...dag, ...gelijke.anders, ...weg, ...altijd])].sort()) {
    const rij = wereld.nieuweRij(sleutel);
    if (!rij) continue;
    const buurt = toBuurt(sleutel, rij.kaart.knoop.citaten, archief, wereld.na.ankersVan);
    const kenmerk = kenmerken.ofPagina(rij, buurt);
    if (kenmerk !== kolommen.kenmerken.at(wereld.rijOf(sleutel) ?? -1) || weg.has(sleutel))
      werk.push({ sleutel, kenmerk, rij, buurt });
  }
  const paginas = await makePaginas(ploeg, werk, archief);
  if (!paginas) return undefined;

  // The rows as they are now.
  const poelen = openPoelen(kop);
  const csv = findCsv(geraakt, wereld);
  const volgorde = toVolgorde(paths, sleutels, verschil);
  const nu = joinNu({ moment, verschil, wereld, kenmerken, poelen, paginas, csv, volgorde });

  const losse = await updateLosse({
    uit,
    projectRoot,
    context,
    uitvoer,
    ploeg,
    renderer: memoOnce(() => createRenderer(createOmgeving(new nunjucks.FileSystemLoader(opdracht.templates)))),
    kenmerken,
    wereld,
    verschil,
    poelen,
    moment,
    sleutels,
    nu,
    volgorde,
    csv,
    weg: nagegaan.losseWeg.flatMap((index) => {
      const stuk = kop.losse[index];
      return stuk ? [stuk] : [];
    }),
  });

  // What does not belong to the site goes, where something came or went.
  const gegaan = [...oud].map((rij) => sleutels[rij] ?? "").filter((sleutel) => !nieuw.has(sleutel));
  const mappen = new Set([
    ...stand.mappenAnders,
    ...[...gegaan, ...paginas.keys()].map((sleutel) => dirname(pathOfSleutel(sleutel))),
    ...losse.mappen,
  ]);
  mappen.delete(".");
  const { verwijderd, mappen: nagekeken } = cleanUp(uitvoer, [...mappen].sort(), losse.losse, volgorde);

  const jaren = new Set(
    [...[...nieuw.values()].map(({ path }) => path), ...[...oud].map((rij) => paths[rij] ?? "")].map(jaarOf),
  );
  const cachefouten = [
    ...[...jaren].map((jaar) => {
      const delen = volgorde.filter(({ path }) => jaarOf(path) === jaar);
      if (delen.length === 0) return undefined;
      const rijen = delen.map(({ sleutel, van }) => nieuw.get(sleutel) ?? van);
      return writeJaar(plek.kaarten, jaar, kop.versie, rijen, kolommen);
    }),
    gelijke.keep(),
  ];
  const jaarVan = (rij: number) => jaarOf(volgorde[rij]?.path ?? "");
  const kaarten = placeKaarten(plek.kaarten, nu, jaarVan, kop.kaarten, (jaar) => jaren.has(jaar));
  const { mappen: _, geschreven: lijstenGeschreven, ...rest } = losse;
  const later: Momentopname = {
    kolommen: nu,
    kop: {
      ...kop,
      ...rest,
      peildatum,
      beginMs: stand.nuMs,
      beurt: nu.aantal === 0 ? 0 : (kop.beurt + Math.min(opdracht.perBeurt, nu.aantal)) % nu.aantal,
      kaarten: kaarten ?? [],
      gelijke: stempelOf(plek.gelijke) ?? null,
      lijsten: poelen.lijsten.alle(),
      namen: poelen.namen.alle(),
      regels: poelen.regels.alle(),
      mappen: mergeMappen(kop.mappen, nagekeken),
    },
  };
  const fout = cachefouten.find((code) => code !== undefined);
  const cachefout = fout ?? (kaarten ? writeMoment(plek.moment, later) : undefined);
  const geschreven =
    uitvoer.telling().geschreven +
    lijstenGeschreven +
    [...paginas.values()].reduce((sum, een) => sum + een.geschreven, 0);
  return {
    moment: later,
    geschreven,
    ongewijzigd: nu.aantal * VORMEN.length + losse.losse.length - geschreven,
    verwijderd,
    gemaakt: werk.length,
    cachefout,
  };
}

interface Paginawerk {
  readonly sleutel: string;
  readonly kenmerk: string;
  readonly rij: Rij;
  readonly buurt: Buurt;
}

interface Gemaakt extends Pick<Momentrij, "kenmerk" | "merk" | "vindbaar"> {
  readonly geschreven: number;
}

/** Makes pages; `undefined` when one lacks words, or its file changed since its card was made. */
async function makePaginas(
  ploeg: Ploeg,
  werk: readonly Paginawerk[],
  archief: Archiefkennis,
): Promise<ReadonlyMap<string, Gemaakt> | undefined> {
  const opSleutel = new Map(werk.map((een) => [een.sleutel, een]));
  const gemaakt = new Map<string, Gemaakt>();
  let isGoed = true;
  const taken = werk.map(({ sleutel, rij: { path, sha256 }, buurt }) => ({ path, sleutel, sha256, buurt }));
  await ploeg.doe("pagina", taken, taken.length, (uitslag) => {
    const eigen = opSleutel.get(uitslag.sleutel);
    if (!eigen) return;
    const { path, sha256 } = eigen.rij;
    // Made here with all that is known, and so made every time.
    const { isVeranderd, verliezen, geschreven, merk, vindbaar } = uitslag.isOnbekend
      ? ploeg.maakPagina({ path, sleutel: uitslag.sleutel, sha256 }, archief)
      : uitslag;
    if (isVeranderd || verliezen.length > 0) isGoed = false;
    gemaakt.set(uitslag.sleutel, { kenmerk: uitslag.isOnbekend ? "" : eigen.kenmerk, merk, vindbaar, geschreven });
  });
  return isGoed ? gemaakt : undefined;
}

/** The rows of the table of references, of those of which they changed. */
function findCsv(geraakt: ReadonlySet<string>, { voor, na }: Wereld): ReadonlyMap<string, string> {
  const csv = new Map<string, string>();
  for (const sleutel of geraakt) {
    const nu = toCsv(na.verwijzingenVan(sleutel));
    if (nu !== toCsv(voor.verwijzingenVan(sleutel))) csv.set(sleutel, nu);
  }
  return csv;
}

function toCsv(verbindingen: readonly Verbinding[]): string {
  return verbindingen.map(toVerwijzingRij).join("");
}

interface Nieuwestof {
  readonly moment: Momentopname;
  readonly verschil: Verschil & Pick<Gelezenverschil, "stempels">;
  readonly wereld: Wereld;
  readonly kenmerken: Kenmerken;
  readonly poelen: Poelen;
  readonly paginas: ReadonlyMap<string, Gemaakt>;
  readonly csv: ReadonlyMap<string, string>;
  readonly volgorde: readonly Volgrij[];
}

/** The rows as they are now: those of before, but for what changed, was made again or refers otherwise. */
function joinNu({ moment, verschil, wereld, kenmerken, poelen, paginas, csv, volgorde }: Nieuwestof): Momentkolommen {
  const { kolommen } = moment;
  const { nieuw, stempels, opDag, dagen } = verschil;
  const vernieuwd = new Set([...nieuw.keys(), ...opDag, ...paginas.keys(), ...csv.keys()]);
  const plan = planRijen(volgorde.length, (rij) => {
    const { sleutel, van } = volgorde[rij] ?? GEEN_RIJ;
    return vernieuwd.has(sleutel) ? -1 : van;
  });
  const toMomentrij = (index: number): Momentrij => {
    const { sleutel, van } = volgorde[index] ?? GEEN_RIJ;
    const [rij, post] = [wereld.nieuweRij(sleutel), wereld.nieuwePost(sleutel)];
    if (!rij || !post) throw new Error(`there is no card of ${sleutel}`);
    const [kenmerk, vindbaar] = [kolommen.kenmerken.at(van), kolommen.vindbaar.at(van)];
    return {
      rij,
      post,
      posthash: kenmerken.ofPost(sleutel),
      ...(paginas.get(sleutel) ?? { kenmerk, merk: "", vindbaar }),
      verwijzingen: Buffer.byteLength(toCsv(wereld.na.verwijzingenVan(sleutel))),
    };
  };
  const nu = joinRijen(plan, kolommen, toMomentrij, dagen[1], poelen, VORMEN.length);
  const breedte = 2 * VORMEN.length;
  for (const [rij, { sleutel, van }] of volgorde.entries()) {
    if (van < 0 || nieuw.has(sleutel)) continue;
    const stempel = stempels.get(van);
    if (stempel) nu.stempels.set(stempel, rij * STEMPEL_LENGTE);
    if (!vernieuwd.has(sleutel)) continue;
    // The file is what it was, and so is the place of its card; perhaps its page was not made either.
    if (!stempel)
      nu.stempels.set(
        kolommen.stempels.subarray(van * STEMPEL_LENGTE, (van + 1) * STEMPEL_LENGTE),
        rij * STEMPEL_LENGTE,
      );
    if (!paginas.has(sleutel))
      nu.merken.set(kolommen.merken.subarray(van * breedte, (van + 1) * breedte), rij * breedte);
    for (const feit of ["jaar", "regelVan", "regelLengte", "bytesVan"] as const)
      setFeit(nu, rij, feit, feitOf(kolommen, van, feit));
  }
  return nu;
}

const GEEN_RIJ: Volgrij = { path: "", sleutel: "", van: -1 };

/** Removes what does not belong to the site, in these folders. */
function cleanUp(
  uitvoer: Uitvoer,
  mappen: readonly string[],
  losse: Momentkop["losse"],
  volgorde: readonly Volgrij[],
): ReturnType<Uitvoer["finish"]> {
  for (const [path] of losse) uitvoer.keep(path);
  const begin = mappen.filter((map) => map.startsWith("kamervraag")).map((map) => `${map}/`);
  for (const { sleutel } of begin.length > 0 ? volgorde : []) {
    const basis = pathOfSleutel(sleutel);
    if (begin.some((map) => basis.startsWith(map))) uitvoer.keepBasis(basis);
  }
  return uitvoer.finish(mappen);
}

const GEEN_STEMPEL: Stempel = [-1, 0, 0, 0];

function emptyRowsOf({ begin }: Teksten): readonly number[] {
  const found: number[] = [];
  for (let rij = 0; rij + 1 < begin.length; rij += 1) if (begin[rij] === begin[rij + 1]) found.push(rij);
  return found;
}

/** The rows as they are now, in the order of their paths. */
function toVolgorde(
  paths: readonly string[],
  sleutels: readonly string[],
  { nieuw, oud }: Verschil,
): readonly Volgrij[] {
  const voorheen = new Map([...oud].map((rij) => [sleutels[rij] ?? "", rij]));
  const erbij = [...nieuw]
    .map(([sleutel, { path }]): Volgrij => ({ path, sleutel, van: voorheen.get(sleutel) ?? -1 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const rijen: Volgrij[] = [];
  let volgende = 0;
  for (const [van, path] of paths.entries()) {
    if (oud.has(van)) continue;
    for (let rij = erbij[volgende]; rij && rij.path < path; rij = erbij[volgende]) {
      rijen.push(rij);
      volgende += 1;
    }
    rijen.push({ path, sleutel: sleutels[van] ?? "", van });
  }
  return [...rijen, ...erbij.slice(volgende)];
}

/** What is alike, with what changed compared anew; `undefined` when all have to be compared. */
function updateGelijke({ opdracht: { plek }, moment: { kop } }: Stand, { nieuw, oud }: Verschil, wereld: Wereld) {
  const bewaard = memoOnce(() => readGelijke(plek.gelijke, kop.versie));
  const eerder = memoOnce(() => openAntwoorden(bewaard()));
  const findTonend = (getoond: ReadonlySet<string>) => (getoond.size === 0 ? [] : listTonend(bewaard(), getoond));
  if (nieuw.size === 0 && oud.size === 0)
    return { anders: [], findTonend, findGelijke: (sleutel: string) => eerder()(sleutel), keep: () => undefined };
  const kern = [...wereld.kern];
  const veranderd = new Map(kern.map((sleutel) => [sleutel, nieuw.get(sleutel)?.kaart.termen]));
  const gelezen = bewaard();
  const bij =
    gelezen &&
    werkVergelijkingBij(gelezen.stand, veranderd, (sleutel) => woordenOf(wereld.nieuweRij(sleutel)?.kaart.termen));
  if (!gelezen || !bij) return undefined;
  const hashOf = (sleutel: string) => wereld.nieuweRij(sleutel)?.sha256 ?? "";
  return {
    anders: [...bij.antwoorden.keys()],
    findTonend,
    findGelijke: (sleutel: string) => bij.antwoorden.get(sleutel)?.gelijke ?? eerder()(sleutel),
    keep: () => writeGelijke(plek.gelijke, kop.versie, withBijgewerkt(gelezen, bij, hashOf)),
  };
}

function openAntwoorden(bewaard: Bewaardegelijke | undefined): (sleutel: string) => readonly Gelijkenis[] {
  if (!bewaard) throw new Error("what is alike was changed while it was used");
  const { stand, antwoorden } = bewaard;
  const plaatsen = new Map(stand.sleutels.map((sleutel, plaats) => [sleutel, plaats]));
  return (sleutel) => readAntwoord(antwoorden.at(plaatsen.get(sleutel) ?? -1));
}

/** Those on whose page one of `getoond` stands as alike. */
function listTonend(bewaard: Bewaardegelijke | undefined, getoond: ReadonlySet<string>): readonly string[] {
  return (bewaard?.stand.sleutels ?? []).filter((_, plaats) =>
    readAntwoord(bewaard?.antwoorden.at(plaats) ?? "").some(({ sleutel }) => getoond.has(sleutel)),
  );
}

// What was looked through has a new stamp; what is gone by now has none.
function mergeMappen(eerder: Momentkop["mappen"], nagekeken: readonly Nagekekenmap[]): Momentkop["mappen"] {
  const mappen = new Map(eerder.map((map) => [map[0], map]));
  for (const map of nagekeken) mappen.set(map[0], map);
  return [...mappen.values()];
}
