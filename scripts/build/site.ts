/**
 * Builds the site: every Kamervraag, the lists and all other pages. The bulk is made by worker threads with the functions that
 * Eleventy uses as well; Eleventy makes the single pages. Writes to `uit` and, when one is given, to `cache`. With what the
 * build before it left there, only what changed is made again; the outcome is the same to the byte.
 * @see docs/decisions/0012-bouwen-met-werkers.md
 */

import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import nunjucks from "nunjucks";
import type { Datum } from "../../src/model/kamervraag.ts";
import { pathOfSleutel } from "../../src/model/sleutel.ts";
import type { Fout } from "../../src/model/user-error.ts";
import { openGraaf } from "../../src/samenhang/graaf.ts";
import { toArchiefkennis } from "../../src/site/archiefkennis.ts";
import { type Buurt, toBuurt } from "../../src/site/buurt.ts";
import { type Kaart, postOp } from "../../src/site/kaart.ts";
import { indexArchief, type Lijstdeel, toLijstdelen, toTermijnview } from "../../src/site/lijstpagina.ts";
import { toAlgemeneMeldlink } from "../../src/site/meldadres.ts";
import { NOTEN_KOLOMMEN, toMediaCsv } from "../../src/site/noten-csv.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { OPENSEARCH, toOpenSearch } from "../../src/site/opensearch.ts";
import type { PaginaContext } from "../../src/site/pagina.ts";
import { newestOf, type Registerpost } from "../../src/site/register.ts";
import { createRenderer } from "../../src/site/render.ts";
import { toVerwijzingenCsv, toVerwijzingRij } from "../../src/site/samenhang.ts";
import { ROBOTS, toRobots, toSitemap } from "../../src/site/sitemap.ts";
import { toTermijnbestanden, toTermijnpaginas } from "../../src/site/termijnpaginas.ts";
import { openTelling } from "../../src/site/volledigheid.ts";
import { sortPlaatsbaar } from "../../src/zoeken/paginas.ts";
import { planRijen } from "../convert/kolommen.ts";
import { GEEN_VOORTGANG, type Voortgang } from "../voortgang.ts";
import { GEEN_PEILDATUM } from "./archief-plugin.ts";
import { readAssets } from "./assets.ts";
import { type Leesfout, listKamervragen } from "./kamervragen.ts";
import { jaarOf, openBak, type Rij } from "./site/bak.ts";
import { type Bijgewerkt, PER_BEURT, type Plek, werkBij } from "./site/bijwerken.ts";
import { ARCHIEFFEITEN, renderSingles, toArchieffeiten, toDoorverwijzingen, toOnverklaardfout } from "./site/delen.ts";
import { openGelijke } from "./site/gelijke.ts";
import { readKaarten } from "./site/kaarten.ts";
import { openKaartlezer, placeKaarten } from "./site/kaartlezer.ts";
import { hashOf, hashTemplates, openKenmerken, toKenmerkbron } from "./site/kenmerk.ts";
import { toLosstuk } from "./site/losse.ts";
import {
  GEEN_RIJEN,
  type Gestempeld,
  joinRijen,
  lijstnaamOf,
  type Momentkop,
  type Momentrij,
  openPoelen,
  regelsOf,
  stampProgramma,
  writeMoment,
} from "./site/momentopname.ts";
import { bundleWerker, openPloeg, type Ploeg } from "./site/ploeg.ts";
import { readStaat, type Stuk, type Stukken, writeStaat } from "./site/staat.ts";
import { type Controletaak, type Paginataak, type Paginauitslag, stempelOf } from "./site/taken.ts";
import { openUitvoer, type Uitvoer, type UitvoerReport } from "./uitvoer.ts";
import { pathsOfSleutel, VORMEN } from "./vormen.ts";

export interface SiteOptions {
  /** Folder with the Markdown: `<jaar>/<sleutel>.md`. */
  readonly inhoud: string;
  /** Folder of the site. */
  readonly uit: string;
  /** Where the templates and page templates are; by default the folder one works in. */
  readonly projectRoot?: string;
  /** As-of date; by default the newest date in the archive. */
  readonly peildatum?: Datum;
  /** Address of the site; without it there is no sitemap and no canonical address. */
  readonly adres?: string;
  /** The files below `inhoud` to build from; by default all. */
  readonly paths?: readonly string[];
  /** Where readers report a mistake, as `readMeldadres` answers it. */
  readonly meldadres?: string;
  /** Where what was learned is kept for the next build; without it everything is read and made. */
  readonly cache?: string;
  /**
   * When only what changed is made: of how many Kamervragen the files are looked at, whether they are still as they were made,
   * beside those in folders where something came or went. Each build looks at the next ones.
   */
  readonly perBeurt?: number;
  /** Worker threads; 0 or 1 does all work in this one. By default none are started. */
  readonly werkers?: number;
  /** Where to say how far the work is, and whether it has to stop. */
  readonly voortgang?: Voortgang;
}

export interface SiteReport extends UitvoerReport {
  readonly peildatum: Datum;
  readonly kamervragen: number;
  /** What the register keeps of each Kamervraag, in the order of the search index. */
  readonly posten: readonly Registerpost[];
  /**
   * Faults of files that could not be read, whose pages are as they were; of documents of which characters are unaccounted
   * for; and of pages that lack words of their Kamervraag.
   */
  readonly fouten: readonly Fout[];
  /** Kamervragen whose files were made; the others stood as they would be made again. */
  readonly gemaakt: number;
  /** Whether only what hangs on the changes was looked at, and not the whole archive. */
  readonly isBijgewerkt: boolean;
  /** Hash of what can be found on the page of each Kamervraag, by key. */
  readonly vindbaar: ReadonlyMap<string, string>;
  /** Hash of all that a search index takes from the archive: its pages, their facts and the day. */
  readonly zoekkenmerk: string;
  /** The system's code when what was learned could not be kept. */
  readonly cachefout?: string;
  readonly lijstpaginas: number;
  readonly doorverwijzingen: number;
  /** All pages of the site. */
  readonly pages: number;
  /** Wall time of each step. */
  readonly seconds: Readonly<Record<"lezen" | "kamervragen" | "lijsten" | "overig", number>>;
}

/**
 * Builds the whole site.
 * @throws UserError when there is nothing to build from or `uit` is not ours.
 */
export async function buildSite(options: SiteOptions): Promise<SiteReport> {
  const projectRoot = resolve(options.projectRoot ?? ".");
  const inhoud = resolve(options.inhoud);
  const uit = resolve(options.uit);
  const templates = join(projectRoot, "templates");

  const clock = startClock();
  const plek = options.cache === undefined || options.paths ? undefined : plekOf(options.cache);
  const bij = plek && (await bringUpToDate(plek));
  if (bij) return bij;
  const beginMs = Date.now();
  const programma = plek && stampProgramma(projectRoot);
  const paths = options.paths ?? (await listKamervragen(inhoud));
  const uitvoer = openUitvoer(uit);
  const script = options.cache === undefined ? undefined : await bundleWerker();
  const ploeg = openPloeg(
    { inhoud, uit, templates, tijdelijk: uitvoer.tijdelijk },
    {
      werkers: options.werkers ?? 1,
      script: script && Promise.resolve(script),
      voortgang: options.voortgang,
    },
  );
  try {
    return await build();
  } finally {
    await ploeg.sluit();
  }

  async function build(): Promise<SiteReport> {
    const versie = script?.versie ?? "";
    const assets = await readAssets(templates);
    const bak = openBak(options.cache && join(options.cache, "kaarten"), versie);
    const gelezen = await readKaarten({ inhoud, paths, bak, ploeg, peildatum: options.peildatum });
    const { rijen, leesfouten, dubbel } = gelezen;
    const adres = options.adres?.replace(/\/+$/, "");
    const basis: PaginaContext = {
      peildatum: options.peildatum ?? newestOf(gelezen.datums) ?? GEEN_PEILDATUM,
      ...(adres ? { adres } : {}),
      ...(options.meldadres ? { meldadres: options.meldadres } : {}),
    };
    const { peildatum } = basis;
    ploeg.stel(basis);
    const posten = rijen.map(({ kaart }) => toPost(kaart, peildatum));
    // None of these lasts long, but all of them together do: a wish to stop gets through in between.
    const stap = (options.voortgang ?? GEEN_VOORTGANG).begin("Verbanden leggen", rijen.length);
    await stap.adem();
    const graaf = openGraaf();
    for (const { kaart } of rijen) graaf.add(kaart.knoop);
    const schakeling = graaf.besluit();
    await stap.adem();
    const gelijke = openGelijke(rijen, options.cache && join(options.cache, "gelijke"), versie);
    const archief = toArchiefkennis(schakeling, gelijke, posten);
    const context: PaginaContext = { ...basis, archief };
    await stap.adem();
    stap.tik(rijen.length);
    stap.klaar();
    const lezen = clock();

    const staatpad = options.cache && join(options.cache, `${hashOf(uit)}.site`);
    const staatversie = hashOf([versie, await hashTemplates(templates), adres, options.meldadres]);
    const eerder = readStaat(staatpad, staatversie);
    const nu = new Map<string, Stuk>();
    const kenmerken = openKenmerken(toKenmerkbron(rijen, posten, peildatum), peildatum);

    for (const { path, content } of assets) uitvoer.write(path, content);
    uitvoer.write("verwijzingen.csv", [...toVerwijzingenCsv(schakeling)].join(""));
    uitvoer.write("media.csv", toMediaCsv());
    const telling = openTelling();
    for (const { kaart } of rijen) telling.add(kaart.telbaar);
    uitvoer.write("noten.csv", [NOTEN_KOLOMMEN, ...rijen.map(({ kaart }) => kaart.noten)].join(""));

    const buurtOf = ({ kaart: { sleutel, knoop } }: Rij): Buurt =>
      toBuurt(sleutel, knoop.citaten, archief, schakeling.ankersVan);
    const verliezen: { readonly sleutel: string; readonly fouten: readonly Fout[] }[] = [];
    const veranderd: Leesfout[] = [];
    const uitslagOf = (kenmerk: string, rij: Rij, uitslag: Paginauitslag): void => {
      if (uitslag.isVeranderd) {
        veranderd.push({ path: rij.path, fouten: [toVeranderdfout(join(inhoud, rij.path))] });
        return;
      }
      if (uitslag.isOnbekend) {
        // Made here with all that is known, and so never taken over.
        uitslagOf(
          "",
          rij,
          ploeg.maakPagina({ path: rij.path, sleutel: rij.kaart.sleutel, sha256: rij.sha256 }, archief),
        );
        return;
      }
      uitvoer.keepPagina(rij.kaart.sleutel, uitslag);
      const { merk, vindbaar } = uitslag;
      if (uitslag.verliezen.length > 0) verliezen.push({ sleutel: uitslag.sleutel, fouten: uitslag.verliezen });
      const isVoltooid = uitslag.verliezen.length === 0 && kenmerk !== "";
      nu.set(uitslag.sleutel, { kenmerk: isVoltooid ? kenmerk : "", merk, vindbaar });
    };

    const weg = await findWeg(ploeg, eerder);
    const werk = new Map<string, { readonly kenmerk: string; readonly rij: Rij }>();
    for (const rij of rijen) {
      const { sleutel } = rij.kaart;
      const kenmerk = staatpad === undefined ? "" : kenmerken.ofPagina(rij, buurtOf(rij));
      const bekend = eerder.get(sleutel);
      if (bekend && bekend.kenmerk === kenmerk && !weg.has(sleutel)) {
        nu.set(sleutel, bekend);
        uitvoer.keepPagina(sleutel);
      } else werk.set(sleutel, { kenmerk, rij });
    }
    const gemaakt = werk.size;
    const toTaken = function* (): Generator<Paginataak> {
      for (const { rij } of [...werk.values()]) {
        yield { path: rij.path, sleutel: rij.kaart.sleutel, sha256: rij.sha256, buurt: buurtOf(rij) };
      }
    };
    await ploeg.doe("pagina", toTaken(), werk.size, (uitslag) => {
      const taak = werk.get(uitslag.sleutel);
      if (taak) uitslagOf(taak.kenmerk, taak.rij, uitslag);
    });
    const fouten = [...leesfouten, ...veranderd];
    keepOld(fouten, uitvoer);
    const volledigheid = telling.toView();
    uitvoer.write(ARCHIEFFEITEN, toArchieffeiten(posten.length, spanOf(posten), context, telling));
    const seconden = { lezen, kamervragen: clock() };

    const renderer = createRenderer(createOmgeving(new nunjucks.FileSystemLoader(templates)));
    const naar = toDoorverwijzingen(posten, (sleutel) => archief.post(sleutel) !== undefined);
    for (const [alias, sleutel] of naar)
      uitvoer.write(`${pathOfSleutel(alias)}.html`, renderer.renderDoorverwijzing(alias, sleutel, context));
    const doorverwijzingen = naar.size;
    const { lijsten, termijnen, view } = indexArchief(posten, context);
    await stap.adem();
    const lijstpaths: string[] = [];
    const lijstVan = new Map<string, string>();
    const lijstwerk = new Map<string, { readonly kenmerk: string; readonly deel: Lijstdeel }>();
    for (const lijst of lijsten) {
      for (const deel of toLijstdelen(lijst, basis)) {
        const { path } = deel.hoofd;
        lijstpaths.push(path);
        lijstVan.set(path, lijstnaamOf([lijst.soort, lijst.slug]));
        const kenmerk =
          staatpad === undefined
            ? ""
            : kenmerken.ofLijst(
                deel.hoofd,
                deel.posten.map(({ sleutel }) => sleutel),
              );
        const bekend = eerder.get(path);
        if (bekend && bekend.kenmerk === kenmerk && !weg.has(path)) {
          nu.set(path, bekend);
          uitvoer.keep(path);
        } else lijstwerk.set(path, { kenmerk, deel });
      }
    }
    const lijsttaken = [...lijstwerk.values()].map(({ deel }) => deel);
    await ploeg.doe("lijst", lijsttaken, lijsttaken.length, ({ path, isGeschreven, merk }) => {
      uitvoer.keep(path, isGeschreven);
      nu.set(path, { kenmerk: lijstwerk.get(path)?.kenmerk ?? "", merk });
    });
    const termijnpaths: string[] = [];
    for (const pagina of toTermijnpaginas(termijnen, context)) {
      termijnpaths.push(pagina.path);
      lijstpaths.push(pagina.path);
      uitvoer.write(pagina.path, renderer.renderLijst(pagina));
    }
    for (const { path, content } of toTermijnbestanden(termijnen, context)) uitvoer.write(path, content);
    const lijstseconden = clock();
    const singles = await renderSingles(projectRoot, {
      ...view,
      kamervragen: [],
      lijstpaginas: [],
      volledigheid,
      ...(adres ? { adres } : {}),
      ...(options.meldadres ? { melden: toAlgemeneMeldlink(options.meldadres) } : {}),
      renderer,
    });
    for (const { path, html } of singles) uitvoer.write(path, html);
    if (adres) {
      const paginas = singles.map(({ path }) => path).filter((path) => path !== "404.html");
      for (const { path, xml } of toSitemap(adres, { paginas, lijsten: lijstpaths, posten })) uitvoer.write(path, xml);
      uitvoer.write(ROBOTS, toRobots(adres));
      uitvoer.write(OPENSEARCH, toOpenSearch(adres));
    }
    const { mappen, ...gedaan } = uitvoer.finish();
    let cachefout = bak.keep(rijen) ?? gelijke.keep() ?? (staatpad ? writeStaat(staatpad, staatversie, nu) : undefined);
    const isHeel = fouten.length === 0 && dubbel.length === 0 && verliezen.length === 0 && cachefout === undefined;
    if (plek) {
      // What was not made as it should be is told of by each build, until it is.
      rmSync(plek.moment, { force: true });
      if (isHeel && programma) cachefout = keepMoment(plek, programma);
    }
    return {
      ...gedaan,
      pages: posten.length + doorverwijzingen + lijstpaths.length + singles.length,
      seconds: { ...seconden, lijsten: lijstseconden, overig: clock() },
      fouten: [
        ...[...fouten, ...dubbel].flatMap((een) => een.fouten),
        ...verliezen.toSorted((a, b) => (a.sleutel < b.sleutel ? -1 : 1)).flatMap((een) => een.fouten),
        ...volledigheid.onverklaard.map(toOnverklaardfout),
      ],
      peildatum,
      kamervragen: posten.length,
      gemaakt,
      vindbaar: new Map(rijen.map(({ kaart: { sleutel } }) => [sleutel, nu.get(sleutel)?.vindbaar ?? ""])),
      isBijgewerkt: false,
      zoekkenmerk: toZoekkenmerk(
        peildatum,
        rijen.map(({ kaart: { sleutel } }) => [sleutel, kenmerken.ofPost(sleutel), nu.get(sleutel)?.vindbaar ?? ""]),
      ),
      ...(cachefout === undefined ? {} : { cachefout }),
      posten: sortPlaatsbaar(posten),
      lijstpaginas: lijstpaths.length,
      doorverwijzingen,
    };

    function keepMoment({ moment, kaarten: map, gelijke: gelijkepad, opties }: Plek, eigen: readonly Gestempeld[]) {
      const poelen = openPoelen();
      const toCsv = (sleutel: string) => schakeling.verwijzingenVan(sleutel).map(toVerwijzingRij).join("");
      const kolommen = joinRijen(
        planRijen(rijen.length, () => -1),
        GEEN_RIJEN,
        (index): Momentrij => {
          const [rij, post] = [rijen[index], posten[index]];
          if (!rij || !post) throw new Error(`there is no row ${index}`);
          const { kenmerk = "", merk = "", vindbaar = "" } = nu.get(rij.kaart.sleutel) ?? {};
          const verwijzingen = Buffer.byteLength(toCsv(rij.kaart.sleutel));
          return { rij, post, posthash: kenmerken.ofPost(post.sleutel), kenmerk, merk, vindbaar, verwijzingen };
        },
        peildatum,
        poelen,
        VORMEN.length,
      );
      const kaarten = placeKaarten(
        map,
        kolommen,
        (rij) => jaarOf(rijen[rij]?.path ?? ""),
        [],
        () => true,
      );
      if (!kaarten) return undefined;
      const kop: Momentkop = {
        opties,
        peildatum,
        versie,
        beginMs,
        beurt: 0,
        programma: eigen,
        kaarten,
        gelijke: stempelOf(gelijkepad) ?? null,
        lijsten: poelen.lijsten.alle(),
        namen: poelen.namen.alle(),
        regels: poelen.regels.alle(),
        losse: [...uitvoer.paths()].map((path) =>
          toLosstuk(uit, path, nu.get(path)?.kenmerk ?? "", lijstVan.get(path) ?? ""),
        ),
        mappen,
        doorverwijzingen,
        onverklaard: volledigheid.onverklaard.map(toOnverklaardfout),
        termijnview: toTermijnview(termijnen, peildatum),
        termijnpaths,
        aantalSingles: singles.length,
      };
      return writeMoment(moment, { kop, kolommen });
    }
  }

  function plekOf(cache: string): Plek {
    return {
      moment: join(cache, `${hashOf(uit)}.moment`),
      kaarten: join(cache, "kaarten"),
      gelijke: join(cache, "gelijke"),
      opties: JSON.stringify([
        inhoud,
        uit,
        projectRoot,
        options.adres ?? null,
        options.meldadres ?? null,
        process.versions,
      ]),
    };
  }

  async function bringUpToDate(plek: Plek): Promise<SiteReport | undefined> {
    const uitvoer = openUitvoer(uit);
    const ploeg = openPloeg(
      { inhoud, uit, templates, tijdelijk: uitvoer.tijdelijk },
      { werkers: options.werkers ?? 1, voortgang: options.voortgang },
    );
    const adres = options.adres?.replace(/\/+$/, "");
    try {
      const bij = await werkBij({
        inhoud,
        uit,
        projectRoot,
        templates,
        uitvoer,
        ploeg,
        peildatum: options.peildatum,
        context: { ...(adres ? { adres } : {}), ...(options.meldadres ? { meldadres: options.meldadres } : {}) },
        plek,
        werkers: options.werkers ?? 1,
        perBeurt: options.perBeurt ?? PER_BEURT,
      });
      return bij && toReport(bij, plek, clock());
    } finally {
      await ploeg.sluit();
    }
  }
}

function toZoekkenmerk(
  peildatum: Datum,
  rijen: readonly (readonly [sleutel: string, post: string, vindbaar: string])[],
): string {
  return hashOf([peildatum, ...rijen.flat()]);
}

/** The report of a site that was brought up to date; what only the search index asks for is read when it does. */
function toReport(bij: Bijgewerkt, plek: Plek, seconden: number): SiteReport {
  const { moment, gemaakt, geschreven, ongewijzigd, verwijderd, cachefout } = bij;
  const { kop, kolommen } = moment;
  const lijstpaginas = kop.losse.filter(([, , lijst]) => lijst !== "").length + kop.termijnpaths.length;
  return {
    geschreven,
    ongewijzigd,
    verwijderd,
    gemaakt,
    peildatum: kop.peildatum,
    kamervragen: kolommen.aantal,
    lijstpaginas,
    doorverwijzingen: kop.doorverwijzingen,
    pages: kolommen.aantal + kop.doorverwijzingen + lijstpaginas + kop.aantalSingles,
    fouten: kop.onverklaard,
    seconds: { lezen: 0, kamervragen: seconden, lijsten: 0, overig: 0 },
    ...(cachefout === undefined ? {} : { cachefout }),
    get posten() {
      const lezer = openKaartlezer(plek.kaarten, moment);
      try {
        const posten = Array.from({ length: kolommen.aantal }, (_, rij) => toPost(lezer.rij(rij).kaart, kop.peildatum));
        return sortPlaatsbaar(posten);
      } finally {
        lezer.sluit();
      }
    },
    isBijgewerkt: true,
    get zoekkenmerk() {
      const [sleutels, posthashes, hashes] = [kolommen.sleutels, kolommen.posthashes, kolommen.vindbaar].map(regelsOf);
      return toZoekkenmerk(
        kop.peildatum,
        sleutels?.map((sleutel, rij) => [sleutel, posthashes?.[rij] ?? "", hashes?.[rij] ?? ""]) ?? [],
      );
    },
    get vindbaar() {
      const hashes = regelsOf(kolommen.vindbaar);
      return new Map(regelsOf(kolommen.sleutels).map((sleutel, rij) => [sleutel, hashes[rij] ?? ""]));
    },
  };
}

function spanOf(posten: readonly Registerpost[]) {
  let eerste: Datum | undefined;
  for (const { ingediend } of posten) if (ingediend && (!eerste || ingediend < eerste)) eerste = ingediend;
  const laatste = newestOf(posten.map(({ ingediend }) => ingediend));
  return eerste && laatste ? { eerste, laatste } : undefined;
}

function toPost(kaart: Kaart, peildatum: Datum): Registerpost {
  const post = postOp(kaart, peildatum);
  if (!post) throw new Error(`the card of ${kaart.sleutel} does not tell how it stood on ${peildatum}`);
  return post;
}

/** Finds pages and lists whose files are not as the build before left them. */
async function findWeg(ploeg: Ploeg, eerder: Stukken): Promise<ReadonlySet<string>> {
  const weg = new Set<string>();
  const taken = function* (): Generator<Controletaak> {
    for (const [naam, { merk, vindbaar }] of eerder) {
      yield { naam, paths: vindbaar === undefined ? [naam] : pathsOfSleutel(naam), merk };
    }
  };
  await ploeg.doe("controle", taken(), eerder.size, (naam) => {
    if (naam !== undefined) weg.add(naam);
  });
  return weg;
}

function toVeranderdfout(where: string): Fout {
  return { where, what: "dit bestand is veranderd tijdens het bouwen", mend: "bouw opnieuw" };
}

// What was built before a file was spoilt stays where it is until the file can be read again.
function keepOld(fouten: readonly Leesfout[], uitvoer: Uitvoer): void {
  for (const { path } of fouten) uitvoer.keepBasis(`kamervraag/${path.replace(/\.md$/, "")}`);
}

// Answers the seconds since it was last asked.
function startClock(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
}
