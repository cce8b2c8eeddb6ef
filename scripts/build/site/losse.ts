/** The files of a site that are of no one Kamervraag, brought up to date: tables, lists, earlier keys, deadlines, single pages. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathOfSleutel } from "../../../src/model/sleutel.ts";
import {
  type Lijstdeel,
  type Lijsttelling,
  toArchiefView,
  toLijsthoofd,
  toTermijnview,
} from "../../../src/site/lijstpagina.ts";
import { toAlgemeneMeldlink } from "../../../src/site/meldadres.ts";
import { NOTEN_KOLOMMEN } from "../../../src/site/noten-csv.ts";
import type { PaginaContext } from "../../../src/site/pagina.ts";
import { cutLijst, pathOfBladzijde, type Registerpost } from "../../../src/site/register.ts";
import type { Renderer } from "../../../src/site/render.ts";
import { VERWIJZINGEN_KOLOMMEN } from "../../../src/site/samenhang.ts";
import { toSitemap } from "../../../src/site/sitemap.ts";
import { toTermijnen } from "../../../src/site/termijnlijsten.ts";
import { toTermijnbestanden, toTermijnpaginas } from "../../../src/site/termijnpaginas.ts";
import { openTelling, unpackTelbaar } from "../../../src/site/volledigheid.ts";
import type { Teksten } from "../../convert/kolommen.ts";
import { merkOf } from "../schrijf.ts";
import type { Uitvoer } from "../uitvoer.ts";
import { ARCHIEFFEITEN, renderSingles, toArchieffeiten, toDoorverwijzingen, toOnverklaardfout } from "./delen.ts";
import type { Kenmerken } from "./kenmerk.ts";
import { openLijststand, toLijstbladen, toVoorpaginarijen } from "./lijststand.ts";
import {
  feitOf,
  lijstnaamOf,
  type Momentkolommen,
  type Momentkop,
  type Momentopname,
  type Poelen,
  readMerk,
  toLeden,
  unpackDatum,
  VLAG,
} from "./momentopname.ts";
import type { Ploeg } from "./ploeg.ts";
import type { Verschil, Wereld } from "./wereld.ts";

type Stuk = Momentkop["losse"][number];

/** What all these files are made from. */
export interface Lossestof {
  readonly uit: string;
  readonly projectRoot: string;
  readonly context: PaginaContext;
  readonly uitvoer: Uitvoer;
  readonly ploeg: Ploeg;
  readonly renderer: () => Renderer;
  readonly kenmerken: Kenmerken;
  readonly wereld: Wereld;
  readonly verschil: Verschil;
  readonly poelen: Poelen;
  /** The site as it was, and the keys of its rows. */
  readonly moment: Momentopname;
  readonly sleutels: readonly string[];
  /** The rows as they are now. */
  readonly nu: Momentkolommen;
  readonly volgorde: readonly Volgrij[];
  /** The references of those of which they changed, as rows of their table. */
  readonly csv: ReadonlyMap<string, string>;
  /** Files that are gone or other than they were left. */
  readonly weg: readonly Stuk[];
}

/** A row as it is now. */
export interface Volgrij {
  readonly path: string;
  readonly sleutel: string;
  /** Its row before, or -1. */
  readonly van: number;
}

export interface Losse
  extends Pick<
    Momentkop,
    "losse" | "doorverwijzingen" | "onverklaard" | "termijnview" | "termijnpaths" | "aantalSingles"
  > {
  /** Folders in which a file was written, or has to go. */
  readonly mappen: Iterable<string>;
  /** Pages of lists that were written by the crew. */
  readonly geschreven: number;
}

/** Makes again what can differ. */
export async function updateLosse(stof: Lossestof): Promise<Losse> {
  const { moment, verschil } = stof;
  const werk = openWerk(stof);
  const lijsten = openLijststand(stof.nu, werk.sleutels, stof.poelen);
  updateTabellen(stof, werk);
  const geschreven = await updateLijsten(stof, werk, lijsten);
  const { doorverwijzingen } = updateDoorverwijzingen(stof, werk);
  const { termijnview, termijnpaths } = updateTermijnen(stof, werk);
  const hasVerschil = verschil.nieuw.size > 0 || verschil.oud.size > 0 || isAndereDag(verschil);
  const { onverklaard, aantalSingles } = hasVerschil
    ? await updateSingles(stof, werk, lijsten.tellingen, { termijnview, termijnpaths })
    : moment.kop;
  return {
    losse: [...werk.stukken.values()],
    mappen: werk.mappen,
    geschreven,
    doorverwijzingen,
    onverklaard,
    aantalSingles,
    termijnview,
    termijnpaths,
  };
}

function isAndereDag({ dagen: [voor, na] }: Verschil): boolean {
  return voor !== na;
}

interface Werk {
  /** The files of the site by path; what is taken out goes. */
  readonly stukken: Map<string, Stuk>;
  readonly mappen: Set<string>;
  /** The keys of the rows as they are now. */
  readonly sleutels: readonly string[];
  readonly postVan: (rij: number) => Registerpost;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly drop: (path: string) => void;
}

function openWerk({ uit, uitvoer, moment, volgorde, wereld }: Lossestof): Werk {
  const stukken = new Map(moment.kop.losse.map((stuk) => [stuk[0], stuk]));
  const mappen = new Set<string>();
  const sleutels = volgorde.map(({ sleutel }) => sleutel);
  return {
    stukken,
    mappen,
    sleutels,
    postVan(rij) {
      const post = wereld.nieuwePost(sleutels[rij] ?? "");
      if (!post) throw new Error(`there is no card of ${sleutels[rij]}`);
      return post;
    },
    write(path, content) {
      const { geschreven } = uitvoer.telling();
      uitvoer.write(path, content);
      if (uitvoer.telling().geschreven > geschreven) mappen.add(dirname(path));
      stukken.set(path, toLosstuk(uit, path, "", ""));
    },
    drop(path) {
      stukken.delete(path);
      mappen.add(dirname(path));
    },
  };
}

function updateTabellen({ uit, moment, sleutels, nu, volgorde, csv, wereld, verschil }: Lossestof, werk: Werk): void {
  if (csv.size > 0) {
    const eerder = sleutels.map((sleutel, rij) => ({
      sleutel,
      rij,
      lengte: feitOf(moment.kolommen, rij, "verwijzingen"),
    }));
    const rijen = volgorde.map(({ sleutel, van }, rij) => ({
      sleutel,
      van,
      nieuw: csv.get(sleutel),
      lengte: feitOf(nu, rij, "verwijzingen"),
    }));
    const isVol = ({ lengte }: { readonly lengte: number }) => lengte > 0;
    const bestand = readFileSync(join(uit, "verwijzingen.csv"));
    werk.write(
      "verwijzingen.csv",
      spliceCsv(
        bestand,
        VERWIJZINGEN_KOLOMMEN,
        eerder.filter(isVol).sort(compareSleutel),
        rijen.filter(isVol).sort(compareSleutel),
      ),
    );
  }
  const notenVan = (sleutel: string) => verschil.nieuw.get(sleutel)?.kaart.noten;
  const isAnders = (sleutel: string) => (wereld.oudeRij(sleutel)?.kaart.noten ?? "") !== (notenVan(sleutel) ?? "");
  if ([...wereld.kern].some(isAnders)) {
    const eerder = sleutels.map((_, rij) => ({ rij, lengte: feitOf(moment.kolommen, rij, "noten") }));
    const rijen = volgorde.map(({ sleutel, van }) => ({ van, nieuw: notenVan(sleutel) }));
    werk.write("noten.csv", spliceCsv(readFileSync(join(uit, "noten.csv")), NOTEN_KOLOMMEN, eerder, rijen));
  }
}

function compareSleutel(een: { readonly sleutel: string }, ander: { readonly sleutel: string }): number {
  return een.sleutel < ander.sleutel ? -1 : 1;
}

/** A table of which some rows are others: `eerder` tells in its order which row has how many bytes of `bestand`. */
function spliceCsv(
  bestand: Buffer,
  kop: string,
  eerder: readonly { readonly rij: number; readonly lengte: number }[],
  nu: readonly { readonly van: number; readonly nieuw: string | undefined }[],
): Uint8Array {
  let at = Buffer.byteLength(kop);
  const plaatsen = new Map<number, Buffer>();
  for (const { rij, lengte } of eerder) {
    plaatsen.set(rij, bestand.subarray(at, at + lengte));
    at += lengte;
  }
  return Buffer.concat([
    Buffer.from(kop),
    ...nu.map(({ van, nieuw }) => (nieuw === undefined ? (plaatsen.get(van) ?? Buffer.of()) : Buffer.from(nieuw))),
  ]);
}

/** Makes the pages of the lists of which a row changed or a page is gone. Answers how many files the crew wrote. */
async function updateLijsten(
  stof: Lossestof,
  { stukken, mappen, drop, sleutels, postVan }: Werk,
  lijststand: ReturnType<typeof openLijststand>,
): Promise<number> {
  const { uit, nu, context, kenmerken, ploeg, moment } = stof;
  const geraakt = findLijsten(stof);
  const weg = new Set(stof.weg.map(([path]) => path));
  const eerder = new Map(moment.kop.losse.map((stuk) => [stuk[0], stuk]));
  for (const [path, [, , lijst]] of eerder) if (geraakt.has(lijst)) drop(path);
  const werk = new Map<string, { readonly deel: Lijstdeel; readonly kenmerk: string; readonly lijst: string }>();
  const rijenPerLijst = lijststand.rijenVan(geraakt);
  for (const telling of lijststand.tellingen) {
    const lijst = lijstnaamOf([telling.soort, telling.slug]);
    const rijen = rijenPerLijst.get(lijst);
    if (!rijen) continue;
    const { feiten, bladen } = toLijstbladen(telling, rijen, nu);
    for (const [index, blad] of bladen.entries()) {
      const hoofd = toLijsthoofd(feiten, index, context);
      const kenmerk = kenmerken.ofLijst(
        hoofd,
        blad.map((rij) => sleutels[rij] ?? ""),
      );
      const bekend = eerder.get(hoofd.path);
      if (bekend?.[1] === kenmerk && !weg.has(hoofd.path)) stukken.set(hoofd.path, bekend);
      else werk.set(hoofd.path, { deel: { hoofd, posten: blad.map(postVan) }, kenmerk, lijst });
    }
  }
  let geschreven = 0;
  const taken = [...werk.values()].map(({ deel }) => deel);
  await ploeg.doe("lijst", taken, taken.length, ({ path, isGeschreven }) => {
    if (isGeschreven) geschreven += 1;
    mappen.add(dirname(path));
    const { kenmerk = "", lijst = "" } = werk.get(path) ?? {};
    stukken.set(path, toLosstuk(uit, path, kenmerk, lijst));
  });
  return geschreven;
}

function findLijsten({ wereld, context, poelen, weg, verschil, moment }: Lossestof): ReadonlySet<string> {
  const geraakt = new Set(weg.map(([, , lijst]) => lijst));
  const alle = poelen.lijsten.alle();
  // The first page of each says of which day it is.
  if (isAndereDag(verschil)) {
    const eerder = moment.kop.losse.map(([, , lijst]) => lijst).filter((lijst) => lijst !== "");
    return new Set([...eerder, ...alle.map(lijstnaamOf)]);
  }
  for (const sleutel of wereld.kern) {
    for (const post of [wereld.oudePost(sleutel), wereld.nieuwePost(sleutel)]) {
      const leden = post ? toLeden(post, context.peildatum, poelen) : [];
      for (let at = 0; at < leden.length; at += 2) {
        const lijst = alle[(leden[at] ?? 0) >> 1];
        if (lijst) geraakt.add(lijstnaamOf(lijst));
      }
    }
  }
  return geraakt;
}

/** Earlier keys that lead on: those that changed, came or went. */
function updateDoorverwijzingen(
  { moment, sleutels, nu, wereld, context, renderer }: Lossestof,
  { write, drop, sleutels: nieuweSleutels }: Werk,
): Pick<Losse, "doorverwijzingen"> {
  const isAnders = [...wereld.kern].some((sleutel) => {
    const rijen = [wereld.oudeRij(sleutel), wereld.nieuweRij(sleutel)];
    return rijen.some((rij) => rij === undefined || rij.kaart.post.aliassen.length > 0);
  });
  if (!isAnders) return moment.kop;
  const bekend = new Set(nieuweSleutels);
  const eerder = toDoorverwijzingen(
    aliassenOf(moment.kolommen.aliassen, sleutels),
    (sleutel) => wereld.rijOf(sleutel) !== undefined,
  );
  const naar = toDoorverwijzingen(aliassenOf(nu.aliassen, nieuweSleutels), (sleutel) => bekend.has(sleutel));
  for (const alias of eerder.keys()) if (!naar.has(alias)) drop(`${pathOfSleutel(alias)}.html`);
  for (const [alias, sleutel] of naar) {
    if (eerder.get(alias) !== sleutel)
      write(`${pathOfSleutel(alias)}.html`, renderer().renderDoorverwijzing(alias, sleutel, context));
  }
  return { doorverwijzingen: naar.size };
}

function* aliassenOf(aliassen: Teksten, sleutels: readonly string[]) {
  for (const [rij, sleutel] of sleutels.entries()) {
    const tekst = aliassen.at(rij);
    if (tekst !== "") yield { sleutel, aliassen: JSON.parse(tekst) as readonly string[] };
  }
}

/** Deadlines hang on what is open alone. */
function updateTermijnen(
  { moment, nu, verschil, volgorde, context, renderer }: Lossestof,
  { write, drop, sleutels, postVan }: Werk,
): Pick<Losse, "termijnview" | "termijnpaths"> {
  const isOpenIn = (kolommen: Momentkolommen) => (rij: number) => (feitOf(kolommen, rij, "vlaggen") & VLAG.open) !== 0;
  const isOpen = isOpenIn(nu);
  const isAnders =
    isAndereDag(verschil) ||
    [...verschil.oud].some(isOpenIn(moment.kolommen)) ||
    volgorde.some(({ sleutel }, rij) => verschil.nieuw.has(sleutel) && isOpen(rij));
  if (!isAnders) return moment.kop;
  const termijnen = toTermijnen([...sleutels.keys()].filter(isOpen).map(postVan), context.peildatum);
  for (const path of moment.kop.termijnpaths) drop(path);
  const termijnpaths: string[] = [];
  for (const pagina of toTermijnpaginas(termijnen, context)) {
    termijnpaths.push(pagina.path);
    write(pagina.path, renderer().renderLijst(pagina));
  }
  for (const { path, content } of toTermijnbestanden(termijnen, context)) write(path, content);
  return { termijnview: toTermijnview(termijnen, context.peildatum), termijnpaths };
}

/** The single pages, what the site says of itself, and the sitemap. */
async function updateSingles(
  { projectRoot, context, nu, wereld, poelen, renderer }: Lossestof,
  { write, drop, stukken, sleutels, postVan }: Werk,
  lijsten: readonly Lijsttelling[],
  { termijnview, termijnpaths }: Pick<Losse, "termijnview" | "termijnpaths">,
): Promise<Pick<Losse, "onverklaard" | "aantalSingles">> {
  const telling = openTelling();
  const regels = poelen.regels.alle();
  for (const [rij, sleutel] of sleutels.entries()) {
    const geteld = unpackTelbaar(sleutel, nu.telbaar.at(rij), (nummer) => regels[nummer] ?? "");
    const telbaar = geteld ?? wereld.nieuweRij(sleutel)?.kaart.telbaar;
    if (telbaar) telling.add(telbaar);
  }
  const volledigheid = telling.toView();
  write(ARCHIEFFEITEN, toArchieffeiten(nu.aantal, spanOf(nu), context, telling));
  const stof = toVoorpaginarijen(nu, sleutels, context.peildatum);
  const view = toArchiefView(
    lijsten,
    {
      ...stof,
      eersten: stof.eersten.map(postVan),
      nieuwsten: stof.nieuwsten.map(postVan),
      beantwoord: stof.beantwoord.map(postVan),
    },
    termijnview,
    context,
  );
  const { adres, meldadres } = context;
  const singles = await renderSingles(projectRoot, {
    ...view,
    kamervragen: [],
    lijstpaginas: [],
    volledigheid,
    ...(adres ? { adres } : {}),
    ...(meldadres ? { melden: toAlgemeneMeldlink(meldadres) } : {}),
    renderer: renderer(),
  });
  for (const { path, html } of singles) write(path, html);
  if (adres) {
    const sitemap = toSitemap(adres, {
      paginas: singles.map(({ path }) => path).filter((path) => path !== "404.html"),
      lijsten: [...lijsten.flatMap(pathsOfLijst), ...termijnpaths],
      posten: sleutels.map((sleutel, rij) => {
        const datum = unpackDatum(feitOf(nu, rij, "lastmod"));
        return { sleutel, mededelingen: datum ? [{ soort: "overig", datum }] : [] };
      }),
    });
    const sitemaps = new Set<string>();
    for (const { path, xml } of sitemap) {
      sitemaps.add(path);
      write(path, xml);
    }
    for (const path of [...stukken.keys()]) if (/^sitemap.*\.xml$/.test(path) && !sitemaps.has(path)) drop(path);
  }
  return { onverklaard: volledigheid.onverklaard.map(toOnverklaardfout), aantalSingles: singles.length };
}

function pathsOfLijst(lijst: Lijsttelling): readonly string[] {
  return cutLijst(Array.from({ length: lijst.aantal })).map(({ nummer }) => pathOfBladzijde(lijst, nummer));
}

function spanOf(nu: Momentkolommen) {
  let [eerste, laatste] = [0, 0];
  for (let rij = 0; rij < nu.aantal; rij += 1) {
    const getal = feitOf(nu, rij, "ingediend");
    if (getal === 0) continue;
    if (eerste === 0 || getal < eerste) eerste = getal;
    laatste = Math.max(laatste, getal);
  }
  const [begin, einde] = [unpackDatum(eerste), unpackDatum(laatste)];
  return begin && einde ? { eerste: begin, laatste: einde } : undefined;
}

/** A file of the site as the system knows it now. */
export function toLosstuk(uit: string, path: string, kenmerk: string, lijst: string): Momentkop["losse"][number] {
  const [grootte = 0, tijd = 0] = readMerk(merkOf(uit, [path]));
  return [path, kenmerk, lijst, grootte, tijd];
}
