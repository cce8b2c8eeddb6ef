/** One phase of the measurement, started by meting.ts as a process of its own: does the work and reports on itself. */
import { createWriteStream } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { jaarOfSleutel, pathOfSleutel } from "../../src/model/sleutel.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { type Registerpost, toRegisterpost } from "../../src/site/register.ts";
import { createRenderer } from "../../src/site/render.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { sortPlaatsbaar, toZoekpaginas } from "../../src/zoeken/paginas.ts";
import { ARCHIEFFEITEN } from "../build/site/delen.ts";
import { buildSite } from "../build/site.ts";
import { openScherven } from "../build/zoekindex/scherven.ts";
import { buildZoekindex, groupScherven } from "../build/zoekindex.ts";
import { toZoektabellen } from "../build/zoektabellen.ts";
import { readBundel } from "../bundel/inhoud.ts";
import { planBundel } from "../bundel/plan.ts";
import { writeZip } from "../bundel/zip.ts";

import { type Fase, type FaseOpdracht, type Gedaan, runFase } from "./opdracht.ts";

const PEILDATUM = "2096-01-01";
const ZOEKPAGINA = "zoeken.html";
/** All phases are of one program. */
const PROGRAMMA = "bench";
/** Kamervragen of the archive of which the search page is taken. */
const KLEIN = 20;
const PROJECT_ROOT = fileURLToPath(new URL("../../", import.meta.url));

const FASEN: Readonly<Record<Exclude<Fase, "omzetten">, (opdracht: FaseOpdracht) => Promise<Gedaan>>> = {
  genereren: generate,
  site: render,
  paginas: renderPaginas,
  scherven: makeScherven,
  samenvoegen: makeIndex,
  nogmaals: makeIndex,
  bijgewerkt: updateIndex,
  index: makeIndex,
  zoekpagina: makeZoekpagina,
  zoekbundel: makeZoekbundel,
  bundel: packBundel,
};

await runFase(({ fase, ...opdracht }) => {
  if (fase === "omzetten") throw new Error("the conversion has a script of its own");
  return FASEN[fase]({ fase, ...opdracht });
});

async function generate({ aantal, seed, inhoud }: FaseOpdracht): Promise<Gedaan> {
  let written = 0;
  for (const kamervraag of generateArchief({ aantal, seed })) {
    const file = join(inhoud, jaarOfSleutel(kamervraag.sleutel), `${kamervraag.sleutel}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, writeKamervraag(kamervraag));
    written += 1;
  }
  return { aantal: written };
}

async function render({ inhoud, uit }: FaseOpdracht): Promise<Gedaan> {
  const { kamervragen, lijstpaginas, posten } = await buildSite({ inhoud, uit, projectRoot: PROJECT_ROOT });
  await writePosten(uit, posten);
  return { aantal: kamervragen, lijstpaginas };
}

async function renderPaginas({ aantal, seed, uit }: FaseOpdracht): Promise<Gedaan> {
  const renderer = createRenderer(createOmgeving(new nunjucks.FileSystemLoader(join(PROJECT_ROOT, "templates"))));
  const posten: Registerpost[] = [];
  for (const kamervraag of generateArchief({ aantal, seed })) {
    const file = join(uit, `${pathOfSleutel(kamervraag.sleutel)}.html`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, renderer.renderKamervraag(kamervraag, { peildatum: PEILDATUM }));
    posten.push(structuredClone(toRegisterpost(kamervraag)));
  }
  await writePosten(uit, sortPlaatsbaar(posten));
  return { aantal: posten.length };
}

async function makeScherven({ uit }: FaseOpdracht): Promise<Gedaan> {
  const paginas = toZoekpaginas(await readPosten(uit));
  const werkmap = `${uit}-werk`;
  const scherven = await openScherven({
    site: uit,
    scherven: groupScherven(paginas),
    cache: cacheOf(uit),
    werkmap,
    processen: 2,
  });
  await rm(werkmap, { recursive: true, force: true });
  return { aantal: scherven.reduce((sum, scherf) => sum + scherf.aantal, 0) };
}

async function makeIndex({ uit }: FaseOpdracht): Promise<Gedaan> {
  const tabellen = toZoektabellen(await readPosten(uit), PEILDATUM);
  const { pages } = await buildZoekindex({ site: uit, ...tabellen, cache: cacheOf(uit), programma: PROGRAMMA });
  return { aantal: pages };
}

// One page has a word more in its title.
async function updateIndex({ uit }: FaseOpdracht): Promise<Gedaan> {
  const tabellen = toZoektabellen(await readPosten(uit), PEILDATUM);
  const pagina = join(uit, tabellen.paginas.at(-1)?.path ?? "");
  await writeFile(pagina, (await readFile(pagina, "utf8")).replace("</h1>", " vernieuwd</h1>"));
  const opdracht = { site: uit, ...tabellen, cache: cacheOf(uit), programma: PROGRAMMA, isOngerept: true };
  const { pages, isBijgewerkt } = await buildZoekindex(opdracht);
  if (!isBijgewerkt) throw new Error("the index was not brought up to date");
  return { aantal: pages };
}

// The search page hardly changes with the archive: that of a small one will do, and all that it loads.
async function makeZoekpagina({ seed, uit }: FaseOpdracht): Promise<Gedaan> {
  const klein = `${uit}-klein`;
  const opdracht = { seed, aantal: KLEIN, inhoud: join(klein, "inhoud"), uit: join(klein, "site"), bundel: "" };
  await generate({ ...opdracht, fase: "genereren" });
  await buildSite({ ...opdracht, projectRoot: PROJECT_ROOT, peildatum: PEILDATUM });
  for (const path of [ZOEKPAGINA, ARCHIEFFEITEN, "assets"]) {
    await cp(join(opdracht.uit, path), join(uit, path), { recursive: true });
  }
  await rm(klein, { recursive: true });
  return { aantal: 1 };
}

async function makeZoekbundel({ uit, bundel: map }: FaseOpdracht): Promise<Gedaan> {
  const plan = await planBundel(uit);
  const bestanden = plan.bestanden.filter((path) => path === ZOEKPAGINA || path.startsWith("assets/"));
  await rm(map, { recursive: true, force: true });
  let aantal = 0;
  for await (const { path, bytes } of readBundel({ ...plan, bestanden })) {
    await mkdir(dirname(join(map, path)), { recursive: true });
    await writeFile(join(map, path), bytes);
    aantal += 1;
  }
  return { aantal };
}

async function packBundel({ uit, bundel: map }: FaseOpdracht): Promise<Gedaan> {
  const plan = await planBundel(uit);
  const { bestanden, uitgepakt, ingepakt } = await writeZip(
    join(map, "kamervragen-bench.zip"),
    readBundel(plan),
    PEILDATUM,
  );
  return { aantal: plan.feiten.kamervragen, bundel: { bestanden, uitgepakt, ingepakt } };
}

function cacheOf(uit: string): string {
  return `${uit}-cache`;
}

// The pages in the order of the index, from one phase to the next: a line each.
async function writePosten(uit: string, posten: readonly Registerpost[]): Promise<void> {
  const lines = function* () {
    for (const post of posten) yield `${JSON.stringify(post)}\n`;
  };
  await pipeline(lines, createWriteStream(`${uit}-posten.ndjson`));
}

async function readPosten(uit: string): Promise<readonly Registerpost[]> {
  const lines = (await readFile(`${uit}-posten.ndjson`, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Registerpost);
}
