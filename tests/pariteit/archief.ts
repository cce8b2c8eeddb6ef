/**
 * The archive of the parity run: the synthetic one, with Dutch titles, sentences, names and numbers of its own laid over it,
 * so that fixed Dutch queries find something in any number of Kamervragen. All of it is invented.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../../scripts/build/site.ts";
import { buildZoekindex } from "../../scripts/build/zoekindex.ts";
import { toZoektabellen } from "../../scripts/build/zoektabellen.ts";
import { runBundel } from "../../scripts/bundel.ts";
import { GEEN_VOORTGANG } from "../../scripts/voortgang.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import type { Blok, Bron, Indiener, Kamervraag } from "../../src/model/kamervraag.ts";
import { jaarOfSleutel } from "../../src/model/sleutel.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { createToeval, drawFrom, drawInteger, isDrawn, type Toeval } from "../../src/synthetisch/toeval.ts";
import { unpackBundel } from "../hulp/bundel.ts";
import { NAMEN, ONDERWERPEN, TITELS, ZINNEN } from "./teksten.ts";

const PROJECT_ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Another row of draws than that of the archive beneath. */
const SEED = 501;
/** What a folder of a reader may be called. */
const MAPNAAM = "Mijn map #1 (é) 100% test?";

export interface Pariteitsite {
  /** Folder of the site, for a server. */
  readonly site: string;
  /** Folder of the unpacked bundle. */
  readonly bundel: string;
  readonly kamervragen: number;
}

/** Builds the site and, out of that site, the bundle, as `npm run build` and `npm run bundel` do. */
export async function buildPariteitsite(werk: string, aantal: number): Promise<Pariteitsite> {
  const inhoud = join(werk, "inhoud");
  const site = join(werk, "site");
  for (const kamervraag of generatePariteitarchief(aantal)) {
    const file = join(inhoud, jaarOfSleutel(kamervraag.sleutel), `${kamervraag.sleutel}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, writeKamervraag(kamervraag));
  }
  const { posten, peildatum, kamervragen, fouten } = await buildSite({ inhoud, uit: site, projectRoot: PROJECT_ROOT });
  if (fouten.length > 0) throw new Error(`the archive of the parity run does not build: ${JSON.stringify(fouten[0])}`);
  await buildZoekindex({ site, ...toZoektabellen(posten, peildatum) });
  const doel = join(werk, "dist");
  await runBundel(["--site", site, "--doel", doel], GEEN_VOORTGANG, () => {});
  const bundel = join(werk, MAPNAAM);
  await unpackBundel(join(doel, `kamervragen-${peildatum}.zip`), bundel);
  return { site, bundel, kamervragen };
}

/** Yields the Kamervragen, oldest first; the same at every call. */
export function* generatePariteitarchief(aantal: number): Generator<Kamervraag> {
  let volgnummer = 0;
  for (const kamervraag of generateArchief({ aantal })) {
    yield layOver(kamervraag, createToeval(SEED, volgnummer), volgnummer);
    volgnummer += 1;
  }
}

function layOver(kamervraag: Kamervraag, toeval: Toeval, volgnummer: number): Kamervraag {
  const indieners = kamervraag.indieners.map((indiener): Indiener => {
    return isDrawn(toeval, 0.6) ? { ...indiener, naam: drawFrom(toeval, NAMEN) } : indiener;
  });
  const aanhangsel = toAanhangsel(kamervraag, volgnummer);
  const onderwerpen = isDrawn(toeval, 0.5) ? [...kamervraag.onderwerpen, ...drawOnderwerpen(toeval)] : [];
  return {
    ...kamervraag,
    titel: isDrawn(toeval, 0.7) ? `${drawFrom(toeval, TITELS)} en ${lower(kamervraag.titel)}` : kamervraag.titel,
    indieners,
    gerichtAan: kamervraag.gerichtAan.map((adressaat) => ({ ...adressaat, naam: drawFrom(toeval, NAMEN) })),
    beantwoordDoor: kamervraag.beantwoordDoor.map((een) => ({ ...een, naam: drawFrom(toeval, NAMEN) })),
    onderwerpen: onderwerpen.length > 0 ? [...new Set(onderwerpen)].sort() : kamervraag.onderwerpen,
    blokken: kamervraag.blokken.map((blok) => numberAntwoord(addZin(blok, toeval), aanhangsel)),
    bronnen: kamervraag.bronnen.map((bron) => (bron.soort === "antwoord" ? { ...bron, ...aanhangsel } : bron)),
  };
}

/** A sentence before every third text or so. */
function addZin(blok: Blok, toeval: Toeval): Blok {
  if (!isDrawn(toeval, 0.3)) return blok;
  // The first of the list stand in many Kamervragen, the last in few.
  const index = drawInteger(toeval, 0, drawInteger(toeval, 0, ZINNEN.length - 1));
  return { ...blok, tekst: `${ZINNEN[index] ?? ZINNEN[0]} ${blok.tekst}` };
}

/** The publication of the antwoord, numbered from 1 on. */
function toAanhangsel({ ingediend = "" }: Kamervraag, volgnummer: number) {
  const jaar = Number(ingediend.slice(0, 4));
  const nummer = String(volgnummer + 1);
  return { id: `ah-tk-${jaar}${jaar + 1}-${nummer}`, vergaderjaar: `${jaar}-${jaar + 1}`, aanhangselnummer: nummer };
}

function numberAntwoord(blok: Blok, { id }: Pick<Bron, "id">): Blok {
  return blok.soort === "antwoord" ? { ...blok, bron: id } : blok;
}

function drawOnderwerpen(toeval: Toeval): readonly string[] {
  return Array.from({ length: drawInteger(toeval, 1, 2) }, () => drawFrom(toeval, ONDERWERPEN));
}

function lower(tekst: string): string {
  return tekst.slice(0, 1).toLowerCase() + tekst.slice(1);
}
