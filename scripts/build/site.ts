/**
 * Builds the site: every Kamervraag, the lists and all other pages. The bulk is rendered here with the functions that
 * Eleventy uses as well; Eleventy makes the single pages. Writes to `uit` and nowhere else.
 */
import { join, resolve } from "node:path";
import Eleventy, { type RenderedPage } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { readPagina, verantwoordPagina } from "../../src/conservation/pagina.ts";
import { isBewerkt } from "../../src/markdown/schrijf.ts";
import type { Datum, Verlies } from "../../src/model/kamervraag.ts";
import { opPeildatum } from "../../src/model/peildatum.ts";
import { pathOfSleutel } from "../../src/model/sleutel.ts";
import type { Fout } from "../../src/model/user-error.ts";
import { openGraaf } from "../../src/samenhang/graaf.ts";
import { vermeldingenOf } from "../../src/site/aanhalen/vermelding.ts";
import { VERMELDINGEINDES, VERMELDINGVORMEN } from "../../src/site/aanhalen/view.ts";
import { type Archiefkennis, toArchiefkennis } from "../../src/site/archiefkennis.ts";
import type { Archieffeiten } from "../../src/site/bundel.ts";
import { toJson } from "../../src/site/json.ts";
import { indexArchief, toLijstpaginas } from "../../src/site/lijstpagina.ts";
import { toAlgemeneMeldlink } from "../../src/site/meldadres.ts";
import { NOTEN_KOLOMMEN, toMediaCsv, toNotenCsv } from "../../src/site/noten-csv.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { OPENSEARCH, toOpenSearch } from "../../src/site/opensearch.ts";
import type { PaginaContext } from "../../src/site/pagina.ts";
import { toText } from "../../src/site/platte-tekst.ts";
import { type Registerpost, toRegisterpost } from "../../src/site/register.ts";
import { createRenderer, type Renderer } from "../../src/site/render.ts";
import { toVerwijzingenCsv } from "../../src/site/samenhang.ts";
import { toRobots, toSitemap } from "../../src/site/sitemap.ts";
import { toTermijnbestanden, toTermijnpaginas } from "../../src/site/termijnpaginas.ts";
import { openTelling, type Volledigheidstelling, type VolledigheidView } from "../../src/site/volledigheid.ts";
import { termenOf } from "../../src/vergelijkbaar/termen.ts";
import { openVergelijking } from "../../src/vergelijkbaar/vergelijking.ts";
import { sortPlaatsbaar } from "../../src/zoeken/paginas.ts";
import type { Voortgang } from "../voortgang.ts";
import { type Archief, GEEN_PEILDATUM } from "./archief-plugin.ts";
import { readAssets } from "./assets.ts";
import { findNewestDatum, type Leesfout, listKamervragen, readKamervragen } from "./kamervragen.ts";
import { openUitvoer, type Uitvoer, type UitvoerReport } from "./uitvoer.ts";

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
  const templates = join(projectRoot, "templates");

  const clock = startClock();
  const paths = options.paths ?? (await listKamervragen(inhoud));
  const adres = options.adres?.replace(/\/+$/, "");
  const basis: PaginaContext = {
    peildatum: options.peildatum ?? findNewestDatum(inhoud, paths) ?? GEEN_PEILDATUM,
    ...(adres ? { adres } : {}),
    ...(options.meldadres ? { meldadres: options.meldadres } : {}),
  };
  const renderer = createRenderer(createOmgeving(new nunjucks.FileSystemLoader(templates)));
  const uitvoer = openUitvoer(resolve(options.uit));
  const { posten, archief } = readArchief(inhoud, paths, basis.peildatum);
  const context: PaginaContext = { ...basis, archief };
  const lezen = clock();

  for (const { path, content } of await readAssets(templates)) uitvoer.write(path, content);
  for (const { path, content } of toTabellen(archief)) uitvoer.write(path, content);
  const { leesfouten, verliezen, telling } = writeKamervragen(inhoud, paths, context, renderer, uitvoer);
  const volledigheid = telling.toView();
  verliezen.push(...volledigheid.onverklaard.map(toOnverklaardfout));
  uitvoer.write(ARCHIEFFEITEN, `${JSON.stringify(toArchieffeiten(posten, context, telling))}\n`);
  keepOld(leesfouten, uitvoer);
  const { lijsten, termijnen, view } = indexArchief(posten, context);
  const doorverwijzingen = writeDoorverwijzingen(posten, context, renderer, uitvoer);
  const seconden = { lezen, kamervragen: clock() };
  const lijstpaths: string[] = [];
  for (const lijst of lijsten) {
    for (const pagina of toLijstpaginas(lijst, context)) {
      lijstpaths.push(pagina.path);
      uitvoer.write(pagina.path, renderer.renderLijst(pagina));
    }
  }
  for (const pagina of toTermijnpaginas(termijnen, context)) {
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
    uitvoer.write("robots.txt", toRobots(adres));
    uitvoer.write(OPENSEARCH, toOpenSearch(adres));
  }
  return {
    ...uitvoer.finish(),
    pages: posten.length + doorverwijzingen + lijstpaths.length + singles.length,
    seconds: { ...seconden, lijsten: lijstseconden, overig: clock() },
    fouten: [...leesfouten.flatMap(({ fouten }) => fouten), ...verliezen],
    peildatum: context.peildatum,
    kamervragen: posten.length,
    posten: sortPlaatsbaar(posten),
    lijstpaginas: lijstpaths.length,
    doorverwijzingen,
  };
}

/** The first pass: of each Kamervraag what the lists and the pages of others need. The texts pass through one at a time. */
function readArchief(
  inhoud: string,
  paths: readonly string[],
  peildatum: Datum,
): { readonly posten: readonly Registerpost[]; readonly archief: Archiefkennis } {
  const posten: Registerpost[] = [];
  const graaf = openGraaf();
  const vergelijking = openVergelijking();
  // Faults are told in the second pass.
  for (const { kamervraag } of readKamervragen(inhoud, paths)) {
    graaf.add(kamervraag);
    vergelijking.add(kamervraag.sleutel, termenOf(kamervraag));
    // What YAML reads is a slice of its file, and would keep that in memory as a whole: the copy is of the words alone.
    posten.push(structuredClone(toRegisterpost(opPeildatum(kamervraag, peildatum))));
  }
  return { posten, archief: toArchiefkennis(graaf.besluit(), vergelijking.besluit(), posten) };
}

/** The tables of the whole archive. */
function toTabellen(archief: Archiefkennis): readonly { readonly path: string; readonly content: string }[] {
  return [
    { path: "verwijzingen.csv", content: [...toVerwijzingenCsv(archief)].join("") },
    { path: "media.csv", content: toMediaCsv() },
  ];
}

/** The second pass: writes the pages and what lies beside them. */
function writeKamervragen(
  inhoud: string,
  paths: readonly string[],
  context: PaginaContext,
  renderer: Renderer,
  uitvoer: Uitvoer,
): Geschreven {
  const leesfouten: Leesfout[] = [];
  const verliezen: Fout[] = [];
  const telling = openTelling();
  const noten = [NOTEN_KOLOMMEN];
  for (const { kamervraag, markdown } of readKamervragen(inhoud, paths, (fout) => leesfouten.push(fout))) {
    const path = pathOfSleutel(kamervraag.sleutel);
    const html = renderer.renderKamervraag(kamervraag, { ...context, isBewerkt: isBewerkt(markdown) });
    verliezen.push(...toVerliesfouten(`${path}.html`, verantwoordPagina(kamervraag, readPagina(kamervraag, html))));
    telling.add(kamervraag, markdown);
    uitvoer.write(`${path}.html`, html);
    uitvoer.write(`${path}.md`, markdown);
    uitvoer.write(`${path}.json`, toJson(kamervraag, context));
    uitvoer.write(`${path}.txt`, toText(kamervraag));
    const vermeldingen = vermeldingenOf(kamervraag, context.adres);
    for (const einde of VERMELDINGEINDES) uitvoer.write(`${path}.${einde}`, VERMELDINGVORMEN[einde](vermeldingen));
    noten.push(toNotenCsv(kamervraag));
  }
  uitvoer.write("noten.csv", noten.join(""));
  return { leesfouten, verliezen, telling };
}

interface Geschreven {
  readonly leesfouten: readonly Leesfout[];
  readonly verliezen: Fout[];
  readonly telling: Volledigheidstelling;
}

/** What the site says of itself, beside its pages. */
export const ARCHIEFFEITEN = "archief.json";

function toArchieffeiten(
  posten: readonly Registerpost[],
  { peildatum, adres }: PaginaContext,
  telling: Volledigheidstelling,
): Archieffeiten {
  let eerste: Datum | undefined;
  let laatste: Datum | undefined;
  for (const { ingediend } of posten) {
    if (ingediend === undefined) continue;
    if (eerste === undefined || ingediend < eerste) eerste = ingediend;
    if (laatste === undefined || ingediend > laatste) laatste = ingediend;
  }
  return {
    peildatum,
    ...(adres ? { adres } : {}),
    kamervragen: posten.length,
    ...(eerste && laatste ? { eerste, laatste } : {}),
    ...telling.toDocumenten(),
  };
}

function toVerliesfouten(path: string, verlies: Verlies | undefined): readonly Fout[] {
  if (!verlies) return [];
  return [
    {
      where: `${path}#${verlies.plaats}`,
      what: "op deze pagina ontbreken woorden van de Kamervraag",
      why: `het eerst: «${verlies.tekst}»`,
      mend: "herstel de sjabloon die is veranderd, of meld deze fout in het programma met het Markdownbestand erbij",
    },
  ];
}

function toOnverklaardfout({ link, zin }: VolledigheidView["onverklaard"][number]): Fout {
  return {
    where: link.tekst,
    what: `niet alles van een bron is verklaard: ${zin}`,
    mend: "meld deze fout in het programma met de bron erbij, of zet de tekst met de hand in het Markdownbestand",
  };
}

const VORMEN = ["html", "md", "json", "txt", ...VERMELDINGEINDES] as const;

// What was built before a file was spoilt stays where it is until the file can be read again.
function keepOld(fouten: readonly Leesfout[], uitvoer: Uitvoer): void {
  for (const { path } of fouten) {
    for (const vorm of VORMEN) uitvoer.keep(`kamervraag/${path.replace(/\.md$/, "")}.${vorm}`);
  }
}

// An earlier key whose page has become another Kamervraag's own page is not led away from there.
function writeDoorverwijzingen(
  posten: readonly Registerpost[],
  context: PaginaContext,
  renderer: Renderer,
  uitvoer: Uitvoer,
): number {
  const taken = new Set(posten.map(({ sleutel }) => sleutel));
  let count = 0;
  for (const { sleutel, aliassen } of posten) {
    for (const alias of aliassen.filter((earlier) => !taken.has(earlier))) {
      taken.add(alias);
      uitvoer.write(`${pathOfSleutel(alias)}.html`, renderer.renderDoorverwijzing(alias, sleutel, context));
      count += 1;
    }
  }
  return count;
}

// Eleventy works from the folder one is in and names its output below it; it writes nothing here, it hands back.
async function renderSingles(
  projectRoot: string,
  archief: Archief,
): Promise<readonly { readonly path: string; readonly html: string }[]> {
  const workingDirectory = process.cwd();
  process.chdir(projectRoot);
  try {
    const eleventy = new Eleventy("content", OUTPUT, {
      configPath: ".eleventy.ts",
      quietMode: true,
      config: (config) => config.addGlobalData("archief", () => archief),
    });
    const pages = await eleventy.toJSON();
    return pages
      .map((page) => ({ path: pathOfPage(page), html: page.content }))
      .filter(({ path }) => path !== "")
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    process.chdir(workingDirectory);
  }
}

const OUTPUT = "_site";

function pathOfPage({ outputPath }: RenderedPage): string {
  return outputPath ? outputPath.replace(/^(?:\.\/)?_site\//, "") : "";
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
