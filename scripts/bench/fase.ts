/** One phase of the measurement, started by meting.ts as a process of its own: does the work and reports on itself. */
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
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
import { sortPlaatsbaar, toZoekpaginas, type Zoekpagina } from "../../src/zoeken/paginas.ts";
import { buildSite } from "../build/site.ts";
import { openScherven } from "../build/zoekindex/scherven.ts";
import { openWoordaanvulling } from "../build/zoekindex/woorden.ts";
import { buildZoekindex, groupScherven } from "../build/zoekindex.ts";
import { type Fase, type FaseOpdracht, type Gedaan, runFase } from "./opdracht.ts";

const PEILDATUM = "2096-01-01";
const PROJECT_ROOT = fileURLToPath(new URL("../../", import.meta.url));

const FASEN: Readonly<Record<Exclude<Fase, "omzetten">, (opdracht: FaseOpdracht) => Promise<Gedaan>>> = {
  genereren: generate,
  site: render,
  paginas: renderPaginas,
  scherven: makeScherven,
  samenvoegen: makeIndex,
  nogmaals: makeIndex,
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
  const paginas = await readPaginas(uit);
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
  const paginas = await readPaginas(uit);
  const { pages } = await buildZoekindex({
    site: uit,
    paginas,
    peildatum: PEILDATUM,
    cache: cacheOf(uit),
    woorden: openWoordaanvulling,
  });
  return { aantal: pages };
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

async function readPaginas(uit: string): Promise<readonly Zoekpagina[]> {
  const lines = (await readFile(`${uit}-posten.ndjson`, "utf8")).split("\n").filter((line) => line !== "");
  return toZoekpaginas(lines.map((line) => ({ sleutel: (JSON.parse(line) as Registerpost).sleutel })));
}
