/** Measures the search in real browsers: what a first search transfers and how long it takes, later ones, facets and orders. */
import { access, stat } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { UserError } from "../../src/model/user-error.ts";
import { findBrowser } from "../../tests/hulp/browser.ts";
import { findFirefox, launchFirefox } from "../../tests/hulp/firefox.ts";
import { type Meting, measureFase } from "./meting.ts";
import type { Fase, FaseOpdracht } from "./opdracht.ts";
import {
  type Antwoordtijd,
  askFacet,
  askVolgorde,
  askVraag,
  FIREFOX_ZONDER_CACHE,
  type OpenBlad,
  openInChromium,
  openInFirefox,
  openVraag,
} from "./zoekblad.ts";
import { openZoekserver, type Verzoek, type Zoekserver } from "./zoekserver.ts";
import { drawVragen, type Meetvraag } from "./zoekvragen.ts";

/** How the bytes come: from a server, or from a folder on disk. */
export type Weg = "http" | "file";

export interface Opstelling {
  readonly browser: string;
  readonly weg: Weg;
  readonly isZonderWerker: boolean;
}

/** A first search, in a page with an empty cache. */
export interface Eerste extends Antwoordtijd {
  readonly vraag: Meetvraag;
  /** Files below `pagefind/`, by Chromium only: before the first fragment, with ten fragments, and with the counts. */
  readonly verzoeken?: Overdracht;
}

export interface Overdracht {
  readonly vooraf: number;
  readonly totTreffers: number;
  readonly bytesTotTreffers: number;
  readonly bytesMetFacetten: number;
}

export interface Zoekmeting {
  readonly opstelling: Opstelling;
  readonly eerste: readonly Eerste[];
  readonly later: readonly (Antwoordtijd & { readonly vraag: Meetvraag })[];
  /** A choice, and another order, of the hits that are there. */
  readonly keuzes: readonly Antwoordtijd[];
  readonly volgordes: readonly Antwoordtijd[];
}

export interface Zoekverslag {
  readonly aantal: number;
  readonly perSoort: number;
  /** Load of the machine in the minute before the browsers started, and in that after: more than its processors makes all slower. */
  readonly belasting: readonly [number, number];
  /** The steps that were taken now; those of a kept folder are not taken again. */
  readonly fasen: readonly Meting[];
  readonly metingen: readonly Zoekmeting[];
}

export interface ZoekOptions {
  readonly aantal: number;
  readonly seed: number;
  /** Folder to work in; what is there already is not made again. */
  readonly map: string;
  readonly perSoort: number;
}

/** Each step with the file that says that it was taken. */
const STAPPEN: readonly (readonly [Fase, string])[] = [
  ["paginas", "site-posten.ndjson"],
  ["index", "site/pagefind/zoek.json"],
  ["zoekpagina", "site/zoeken.html"],
  ["zoekbundel", "bundel/SHA256SUMS"],
];

/** @throws UserError when no browser is found, or a step fails. */
export async function measureZoeken({ aantal, seed, map, perSoort }: ZoekOptions): Promise<Zoekverslag> {
  const browserPad = await findBrowser();
  if (!browserPad) throw new UserError(GEEN_BROWSER);
  const site = join(map, "site");
  const bundel = join(map, "bundel");
  const opdracht: Omit<FaseOpdracht, "fase"> = { aantal, seed, inhoud: join(map, "inhoud"), uit: site, bundel };
  const fasen: Meting[] = [];
  for (const [fase, bewijs] of STAPPEN) {
    if (await exists(join(map, bewijs))) continue;
    process.stderr.write(`Bezig met ${fase} …\n`);
    fasen.push(await measureFase({ ...opdracht, fase }));
  }
  const vragen = await drawVragen(join(site, "pagefind"), perSoort, seed);
  const server = await openZoekserver(site);
  const adressen: Adressen = { http: server.url, file: pathToFileURL(`${bundel}/`).href };
  const metingen: Zoekmeting[] = [];
  const [vooraf = 0] = loadavg();
  try {
    const isRoot = process.getuid?.() === 0;
    const browser = await chromium.launch({ executablePath: browserPad, args: isRoot ? ["--no-sandbox"] : [] });
    const naam = `Chromium ${browser.version()}`;
    try {
      for (const isZonderWerker of [false, true]) {
        for (const weg of ["http", "file"] as const) {
          const opstelling = { browser: naam, weg, isZonderWerker };
          metingen.push(await measure(opstelling, openInChromium(browser), vragen, adressen, server));
        }
      }
    } finally {
      await browser.close();
    }
    const firefoxPad = await findFirefox();
    if (!firefoxPad) process.stderr.write("Geen Firefox gevonden: alleen Chromium is gemeten.\n");
    else {
      const firefox = await launchFirefox(firefoxPad, { voorkeuren: FIREFOX_ZONDER_CACHE });
      try {
        for (const weg of ["http", "file"] as const) {
          const opstelling = { browser: `Firefox ${firefox.versie}`, weg, isZonderWerker: false };
          metingen.push(await measure(opstelling, openInFirefox(firefox), vragen, adressen, server));
        }
      } finally {
        await firefox.close();
      }
    }
  } finally {
    await server.close();
  }
  const [achteraf = 0] = loadavg();
  return { aantal, perSoort, belasting: [vooraf, achteraf], fasen, metingen };
}

const GEEN_BROWSER = {
  where: "npm run bench -- --zoeken",
  what: "er is geen browser gevonden om het zoeken in te meten",
  why: "gezocht is naar Chromium, Chrome en Edge op de gewone plaatsen en naar KAMERVRAGEN_BROWSER",
  mend: "installeer Chromium (Debian: sudo apt-get install chromium), of npx playwright-core install chromium, of zet KAMERVRAGEN_BROWSER op het pad van de browser",
} as const;

type Adressen = Readonly<Record<Weg, string>>;

async function measure(
  opstelling: Opstelling,
  open: OpenBlad,
  vragen: readonly Meetvraag[],
  adressen: Adressen,
  server: Zoekserver,
): Promise<Zoekmeting> {
  const { browser, weg, isZonderWerker } = opstelling;
  process.stderr.write(`Bezig met ${browser}, ${weg}${isZonderWerker ? ", zonder werker" : ""} …\n`);
  const eerste: Eerste[] = [];
  for (const vraag of vragen) {
    const blad = await open(isZonderWerker);
    server.takeVerzoeken();
    try {
      const tijd = await openVraag(blad, `${adressen[weg]}zoeken.html${vraag.zoekdeel}`);
      const gevraagd = weg === "http" ? server.takeVerzoeken() : await sizesOf(blad.gevraagd());
      eerste.push({ ...tijd, vraag, ...(gevraagd.length > 0 ? { verzoeken: toOverdracht(gevraagd) } : {}) });
    } catch (error) {
      throw new Error(`${vraag.soort} ${vraag.zoekdeel}: ${String(error)}`, { cause: error });
    } finally {
      await blad.close();
    }
  }
  const later: Zoekmeting["later"][number][] = [];
  const keuzes: Antwoordtijd[] = [];
  const volgordes: Antwoordtijd[] = [];
  const blad = await open(isZonderWerker);
  try {
    await openVraag(blad, `${adressen[weg]}zoeken.html?q=${encodeURIComponent(vragen[0]?.tekst ?? "de")}`);
    for (const vraag of shuffle(vragen.filter(({ tekst }) => tekst !== ""))) {
      later.push({ ...(await askVraag(blad, vraag.tekst)), vraag });
      if (vraag.soort !== "veelgebruikt woord" && vraag.soort !== "functiewoord") continue;
      volgordes.push(await askVolgorde(blad, "nieuwste"), await askVolgorde(blad, "antwoordtijd"));
      keuzes.push(await askFacet(blad, "fractie"), await askFacet(blad, "fractie"));
      await askVolgorde(blad, "relevantie");
    }
  } finally {
    await blad.close();
  }
  return { opstelling, eerste, later, keuzes, volgordes };
}

const FRAGMENT = /(?:^|\/)pagefind\/fragment\//;
const FACETTEN = /(?:^|\/)pagefind\/facet/;

/** What of the index was asked for: before the first fragment, up to the last, and with the table of the counts. */
export function toOverdracht(gevraagd: readonly Verzoek[]): Overdracht {
  const index = gevraagd.filter(({ path }) => path.includes("pagefind/"));
  const eersteFragment = index.findIndex(({ path }) => FRAGMENT.test(path));
  const laatsteFragment = index.findLastIndex(({ path }) => FRAGMENT.test(path));
  const totTreffers = laatsteFragment < 0 ? index : index.slice(0, laatsteFragment + 1);
  const sum = (lijst: readonly Verzoek[]) => lijst.reduce((som, { bytes }) => som + bytes, 0);
  return {
    vooraf: eersteFragment < 0 ? index.length : eersteFragment,
    totTreffers: totTreffers.length,
    bytesTotTreffers: sum(totTreffers),
    bytesMetFacetten: sum([
      ...totTreffers,
      ...index.slice(totTreffers.length).filter(({ path }) => FACETTEN.test(path)),
    ]),
  };
}

async function sizesOf(adressen: readonly string[]): Promise<readonly Verzoek[]> {
  const files = adressen
    .filter((adres) => adres.startsWith("file:"))
    .map((adres) => fileURLToPath(adres.split(/[?#]/)[0] ?? adres));
  return Promise.all(files.map(async (path) => ({ path, bytes: (await stat(path)).size })));
}

// Each question after one of another kind, the same order every time.
function shuffle(vragen: readonly Meetvraag[]): readonly Meetvraag[] {
  return vragen
    .map((vraag, index) => ({ vraag, rang: (index * 7919) % vragen.length }))
    .sort((a, b) => a.rang - b.rang)
    .map(({ vraag }) => vraag);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
