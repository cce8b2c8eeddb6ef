/**
 * `npm run parity`: the same queries over http and from disk, in Chromium and in Firefox, with a worker and without. It stands
 * with the tests, for it needs what only they do: browsers that are driven.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { versieOfPagefind } from "../../scripts/build/zoekindex/pagefind.ts";
import { GebruikError, readOpties, run } from "../../scripts/opties.ts";
import { GEEN_VOORTGANG, type Voortgang } from "../../scripts/voortgang.ts";
import { UserError } from "../../src/model/user-error.ts";
import { findBrowser, GET_A_BROWSER_DEBIAN, launchBrowser } from "../hulp/browser.ts";
import { findFirefox, GET_FIREFOX_DEBIAN, launchFirefox } from "../hulp/firefox.ts";
import { startTestServer } from "../hulp/server.ts";
import { buildPariteitsite } from "./archief.ts";
import { type Browsers, DRAGERS, openLezers } from "./dragers.ts";
import { findBlindeDragers } from "./mutatie.ts";
import { vergelijkLezers } from "./vergelijking.ts";
import { formatVerslag, sayGetal, sayVersies, type Versies } from "./verslag.ts";
import { readVragen, spreadVragen } from "./vragen.ts";

const HULP = `Stelt vaste vragen aan de zoekpagina, over http en van schijf, in Chromium en in Firefox, met en zonder werker,
elke vraag in een nieuwe pagina, en vergelijkt alles wat een lezer ziet.

  npm run parity -- [opties]

  --aantal N               aantal verzonnen Kamervragen in het archief (standaard 2000)
  --vragen N               zoveel vragen, verspreid over alle soorten (standaard alle)
  --alleen BROWSER         alleen chromium of alleen firefox

Eindigt met 0 als overal hetzelfde te zien is, met 1 bij een verschil of een ontbrekende browser, met 2 bij verkeerd gebruik.
`;

const OPTIES = {
  aantal: { type: "string" },
  vragen: { type: "string" },
  alleen: { type: "string" },
} as const;

/** Fewer would leave some of the queries without anything to find, and the second page of the index empty. */
const MINSTE_KAMERVRAGEN = 50;
/** A line of progress after so many readings. */
const REGEL_PER = 250;

export async function runParity(
  args: readonly string[],
  { signal }: Pick<Voortgang, "signal"> = GEEN_VOORTGANG,
  zeg: (tekst: string) => void = (tekst) => process.stdout.write(tekst),
): Promise<number> {
  const { values } = readOpties(args, OPTIES, HULP);
  const alleVragen = readVragen();
  const aantal = readGetal("aantal", values.aantal ?? "2000", MINSTE_KAMERVRAGEN);
  const vragen = spreadVragen(alleVragen, readGetal("vragen", values.vragen ?? String(alleVragen.length), 1));
  const { alleen } = values;
  if (alleen !== undefined && alleen !== "chromium" && alleen !== "firefox") {
    throw new GebruikError(`--alleen: «${alleen}» is niet chromium of firefox`);
  }
  const browsers = await launchBrowsers(alleen);
  const werk = await mkdtemp(join(tmpdir(), "archief-pariteit-"));
  try {
    return await meet(browsers, { werk, aantal, vragen, zeg, signal });
  } finally {
    await browsers.chromium?.close();
    await browsers.firefox?.close();
    await rm(werk, { recursive: true, force: true });
  }
}

interface Meetopties {
  readonly werk: string;
  readonly aantal: number;
  readonly vragen: ReturnType<typeof readVragen>;
  readonly zeg: (tekst: string) => void;
  readonly signal: AbortSignal;
}

async function meet(browsers: Browsers, { werk, aantal, vragen, zeg, signal }: Meetopties): Promise<number> {
  const begin = performance.now();
  const versies: Versies = {
    ...(browsers.chromium ? { chromium: browsers.chromium.version() } : {}),
    ...(browsers.firefox ? { firefox: browsers.firefox.versie } : {}),
    pagefind: versieOfPagefind(),
  };
  zeg(`${sayVersies(versies)}.\n`);
  zeg(`Archief van ${sayGetal(aantal)} verzonnen Kamervragen: bouwen, bundelen en uitpakken …\n`);
  const { site, bundel, kamervragen } = await buildPariteitsite(werk, aantal);
  const server = await startTestServer(site);
  try {
    const plaatsen = { http: server.url, bundel };
    const dragers = DRAGERS.filter(({ browser }) => browsers[browser] !== undefined);
    const lezers = await openLezers(dragers, browsers, plaatsen);
    zeg("Van schijf mag een pagina geen bestanden lezen: nagegaan in elke browser.\n");
    const blind = await findBlindeDragers(lezers[0], browsers, plaatsen);
    if (blind.length > 0) {
      throw new UserError({
        where: "npm run parity",
        what: `een bundel die met opzet kapot is gemaakt, viel niet op in ${blind.join("; ")}`,
        mend: "herstel eerst de vergelijking zelf (tests/pariteit): zo bewijst zij niets",
      });
    }
    zeg("Een bundel waarin twee fragmenten zijn verwisseld, valt op in elke browser.\n");
    const samen = vragen.length * lezers.length;
    zeg(`${sayGetal(vragen.length)} vragen in ${lezers.length} dragers; maatstaf is ${lezers[0].drager.naam}.\n`);
    const vergelijking = await vergelijkLezers({
      vragen,
      lezers,
      onLezing(gelezen, verschillen) {
        signal.throwIfAborted();
        if (gelezen % REGEL_PER !== 0 && gelezen !== samen) return;
        const seconden = Math.round((performance.now() - begin) / 1000);
        zeg(
          `${sayGetal(gelezen)} van ${sayGetal(samen)} lezingen, ${sayGetal(verschillen)} verschillen, na ${seconden} s\n`,
        );
      },
    });
    zeg(`\n${formatVerslag(vergelijking, { dragers, vragen: vragen.length, kamervragen, versies })}`);
    return vergelijking.verschillen.length === 0 ? 0 : 1;
  } finally {
    await server.close();
  }
}

async function launchBrowsers(alleen: "chromium" | "firefox" | undefined): Promise<Browsers> {
  const chromium =
    alleen === "firefox"
      ? undefined
      : await requireBrowser("Chromium", findBrowser, GET_A_BROWSER_DEBIAN, "KAMERVRAGEN_BROWSER");
  const firefox =
    alleen === "chromium"
      ? undefined
      : await requireBrowser("Firefox", findFirefox, GET_FIREFOX_DEBIAN, "KAMERVRAGEN_FIREFOX");
  return {
    ...(chromium ? { chromium: await launchBrowser(chromium) } : {}),
    ...(firefox ? { firefox: await launchFirefox(firefox) } : {}),
  };
}

async function requireBrowser(
  naam: string,
  find: () => Promise<string | undefined>,
  mend: string,
  variabele: string,
): Promise<string> {
  const path = await find().catch(() => undefined);
  if (path !== undefined) return path;
  throw new UserError({
    where: "npm run parity",
    what: `${naam} is niet gevonden`,
    why: "er wordt vergeleken wat een lezer in Chromium en in Firefox ziet",
    mend: `installeer hem (Debian: ${mend}), wijs hem aan met ${variabele}, of laat hem weg met --alleen`,
  });
}

function readGetal(optie: string, waarde: string, minste: number): number {
  const getal = Number(waarde);
  if (!/^\d+$/.test(waarde) || getal < minste) {
    throw new GebruikError(`--${optie}: «${waarde}» is geen getal van ${minste} of meer`);
  }
  return getal;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(runParity);
