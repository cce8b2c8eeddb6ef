/** The ways in which a reader gets the search page: two browsers, from a server or from disk, with a worker or without. */
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import type { Firefox } from "../hulp/firefox.ts";
import { type Lezing, MAG_LEZEN, toLeesscript, toVoorscript } from "./uitkomst.ts";
import type { Pariteitvraag } from "./vragen.ts";

export interface Drager {
  readonly naam: string;
  readonly browser: "chromium" | "firefox";
  readonly isSchijf: boolean;
  readonly metWerker: boolean;
}

/** The first is what the others are held against. */
export const DRAGERS: readonly Drager[] = (["chromium", "firefox"] as const).flatMap((browser) =>
  [false, true].flatMap((isSchijf) =>
    [true, false].map((metWerker) => ({ naam: nameOf(browser, isSchijf, metWerker), browser, isSchijf, metWerker })),
  ),
);

function nameOf(browser: Drager["browser"], isSchijf: boolean, metWerker: boolean): string {
  return `${browser === "chromium" ? "Chromium" : "Firefox"}, ${isSchijf ? "schijf" : "http"}, ${metWerker ? "werker" : "zonder werker"}`;
}

/** One reader: a tab of one carrier, in which every question is a fresh page. */
export interface Lezer {
  readonly drager: Drager;
  /** @throws Error when the page gives no outcome, or got it by another way than this carrier's. */
  readonly lees: (vraag: Pick<Pariteitvraag, "adres" | "isAlles">) => Promise<Lezing>;
  readonly close: () => Promise<void>;
}

export interface Plaatsen {
  /** Address of the root of the site on a server. */
  readonly http: string;
  /** Folder of the unpacked bundle. */
  readonly bundel: string;
}

export interface Browsers {
  readonly chromium?: Browser;
  readonly firefox?: Firefox;
}

/** What a tab of either browser can do. */
interface Tab {
  readonly goto: (adres: string) => Promise<void>;
  readonly evaluate: (script: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Opens a reader of each carrier, in their order. */
export async function openLezers(
  dragers: readonly Drager[],
  browsers: Browsers,
  plaatsen: Plaatsen,
): Promise<readonly [Lezer, ...Lezer[]]> {
  const [eerste, ...andere] = await Promise.all(dragers.map((drager) => openLezer(drager, browsers, plaatsen)));
  if (!eerste) throw new Error("no carriers");
  return [eerste, ...andere];
}

/**
 * Opens a reader, and makes sure first that the browser keeps pages from disk apart as it does for readers.
 * @throws Error when it does not: then nothing that is read from disk would prove anything.
 */
export async function openLezer(drager: Drager, browsers: Browsers, plaatsen: Plaatsen): Promise<Lezer> {
  const wortel = drager.isSchijf ? `${pathToFileURL(plaatsen.bundel).href}/` : plaatsen.http;
  const tab = await openTab(drager, browsers);
  await tab.goto(new URL("zoeken.html", wortel).href);
  const magLezen = await tab.evaluate(MAG_LEZEN);
  if (magLezen === drager.isSchijf) {
    throw new Error(
      drager.isSchijf
        ? `${drager.naam}: deze browser laat een pagina van schijf bestanden lezen; dan bewijst de vergelijking niets`
        : `${drager.naam}: de server antwoordt niet`,
    );
  }
  return {
    drager,
    async lees({ adres, isAlles }) {
      await tab.goto(new URL(adres, wortel).href);
      const lezing = asLezing(await tab.evaluate(toLeesscript(isAlles)));
      const verwacht = {
        motor: drager.metWerker ? "werker" : "pagina",
        vervoer: drager.isSchijf ? "scripts" : "fetch",
      };
      if (lezing.motor !== verwacht.motor || lezing.vervoer !== verwacht.vervoer) {
        throw new Error(
          `motor: ${lezing.motor} in plaats van ${verwacht.motor}; vervoer: ${lezing.vervoer} in plaats van ${verwacht.vervoer}`,
        );
      }
      return lezing;
    },
    close: tab.close,
  };
}

async function openTab(drager: Drager, { chromium, firefox }: Browsers): Promise<Tab> {
  const voorscript = toVoorscript(drager.metWerker);
  if (drager.browser === "firefox") {
    if (!firefox) throw new Error("Firefox was not started");
    const tab = await firefox.openTab(voorscript);
    return { ...tab, goto: (adres) => tab.goto(adres, "interactive") };
  }
  if (!chromium) throw new Error("Chromium was not started");
  const context = await chromium.newContext({
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(voorscript);
  return {
    goto: async (adres) => void (await page.goto(adres, { waitUntil: "domcontentloaded" })),
    evaluate: (script) => page.evaluate(script),
    close: () => context.close(),
  };
}

function asLezing(waarde: unknown): Lezing {
  if (typeof waarde !== "object" || waarde === null || !("uitkomst" in waarde))
    throw new Error("de pagina gaf geen lezing");
  return waarde as Lezing;
}
