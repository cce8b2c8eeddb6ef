/** One search page in a real browser: asks it questions and hears when it showed what, as its reader would see it. */
import type { Browser, Page } from "playwright-core";
import type { Firefox } from "../../tests/hulp/firefox.ts";
import { followHoofddraad, type Taak } from "./hoofddraad.ts";

/** A page that is driven by scripts as text: what a function of ours becomes under tsx, no browser has. */
export interface Blad {
  readonly goto: (adres: string) => Promise<void>;
  readonly evaluate: (script: string) => Promise<unknown>;
  /** Addresses that the page asked for since it was opened; empty where the browser does not tell. */
  readonly gevraagd: () => readonly string[];
  /** The longest task of its main thread since the last time, where the browser tells. */
  readonly takeTaak?: () => Promise<Taak>;
  readonly close: () => Promise<void>;
}

/** Opens a page with an empty cache. */
export type OpenBlad = (isZonderWerker: boolean) => Promise<Blad>;

/** What one question cost. Times in milliseconds. */
export interface Antwoordtijd {
  /** From the opening of the page, or from asking, to the hits on the page. */
  readonly treffers: number;
  /** From the hits to the counts beside them; absent when they did not come. */
  readonly facetten?: number | undefined;
  /** The longest that the page could do nothing else; absent where that is not measured. */
  readonly taak?: Taak;
  readonly stand: string;
  /** What the worker worked on each question, without waiting for files; empty without a worker. */
  readonly werker: readonly Werkerwerk[];
}

export interface Werkerwerk {
  readonly soort: string;
  readonly volgorde: string;
  readonly ms: number;
}

export function openInChromium(browser: Browser): OpenBlad {
  return async (isZonderWerker) => {
    const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 900 } });
    const page: Page = await context.newPage();
    const gevraagd: string[] = [];
    page.on("request", (request) => gevraagd.push(request.url()));
    await page.addInitScript(toVooraf(isZonderWerker));
    const { take } = await followHoofddraad(context, page);
    return {
      goto: async (adres) => {
        await page.goto(adres, { waitUntil: "commit" });
      },
      evaluate: (script) => page.evaluate(script),
      gevraagd: () => gevraagd,
      takeTaak: take,
      close: () => context.close(),
    };
  };
}

export function openInFirefox(firefox: Firefox): OpenBlad {
  return async (isZonderWerker) => {
    const tab = await firefox.openTab(toVooraf(isZonderWerker));
    return { ...tab, gevraagd: () => [] };
  };
}

/** Preferences for a Firefox in which each page begins with nothing kept. */
export const FIREFOX_ZONDER_CACHE = { "browser.cache.disk.enable": false, "browser.cache.memory.enable": false };

/** Opens the page at a question and waits for the hits, and for the counts beside them. */
export async function openVraag(blad: Blad, adres: string): Promise<Antwoordtijd> {
  await blad.goto(adres);
  return read(blad, "globalThis.meting.wacht(0)");
}

/** Asks the page that is there something else. */
export function askVraag(blad: Blad, tekst: string): Promise<Antwoordtijd> {
  return read(blad, `globalThis.meting.vraag(${JSON.stringify(tekst)})`);
}

/** Follows the link to another order. */
export function askVolgorde(blad: Blad, volgorde: string): Promise<Antwoordtijd> {
  return read(blad, `globalThis.meting.klik(${JSON.stringify(`[data-volgorde="${volgorde}"]`)})`);
}

/** Ticks the first value of a facet, or lets go of it. */
export function askFacet(blad: Blad, facet: string): Promise<Antwoordtijd> {
  return read(blad, `globalThis.meting.klik(${JSON.stringify(`[data-facet="${facet}"] input[type=checkbox]`)})`);
}

async function read(blad: Blad, script: string): Promise<Antwoordtijd> {
  const found = await blad.evaluate(script);
  if (!isAntwoordtijd(found)) throw new Error(`the search page answered ${JSON.stringify(found)}`);
  const taak = await blad.takeTaak?.();
  return taak ? { ...found, taak } : found;
}

function isAntwoordtijd(value: unknown): value is Antwoordtijd {
  return typeof value === "object" && value !== null && "treffers" in value && "werker" in value;
}

/** Longer than this nobody waits: the measurement stops and says so. */
const WACHT_MS = 30_000;
/** The counts come after the hits; when they are there already, or never come, the measurement goes on. */
const WACHT_FACETTEN_MS = 4_000;

/** The script that runs before those of the page: notes when hits and counts are shown. */
function toVooraf(isZonderWerker: boolean): string {
  return `{
  const staat = { treffers: 0, facetten: 0, werker: [] };
  ${isZonderWerker ? 'Reflect.deleteProperty(globalThis, "Worker");' : VOLG_WERKER}
  const kijk = (waar, naam, keuze) => {
    const vak = document.querySelector(waar);
    if (vak) new MutationObserver(() => { staat[naam] = performance.now(); }).observe(vak, keuze);
    return vak;
  };
  const begin = () => {
    if (!kijk("[data-zoek=treffers]", "treffers", { childList: true })) return;
    kijk("[data-zoekpagina]", "treffers", { attributes: true, attributeFilter: ["data-staat"] });
    kijk(".verfijnen", "facetten", { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["data-leeg", "style"] });
  };
  document.addEventListener("DOMContentLoaded", begin);
  const rust = (ms) => new Promise((klaar) => setTimeout(klaar, ms));
  const wacht = async (vanaf) => {
    const eind = performance.now() + ${WACHT_MS};
    const isKlaar = () => staat.treffers > vanaf && document.querySelector("[data-zoek=treffers]")?.getAttribute("aria-busy") === "false";
    while (!isKlaar()) {
      if (performance.now() > eind) return { fout: "no hits in time", staat: document.querySelector("[data-zoek=stand]")?.textContent };
      await rust(2);
    }
    const treffers = staat.treffers;
    const facetEind = performance.now() + ${WACHT_FACETTEN_MS};
    while (staat.facetten <= treffers && performance.now() < facetEind) await rust(2);
    await rust(60);
    return {
      treffers: treffers - vanaf,
      facetten: staat.facetten > treffers ? staat.facetten - treffers : undefined,
      stand: document.querySelector("[data-zoek=stand]")?.textContent ?? "",
      werker: staat.werker.splice(0),
    };
  };
  const opnieuw = () => {
    staat.werker.length = 0;
    return performance.now();
  };
  globalThis.meting = {
    wacht,
    vraag(tekst) {
      const vanaf = opnieuw();
      const veld = document.querySelector("input[name=q]");
      veld.value = tekst;
      veld.form.requestSubmit();
      return wacht(vanaf);
    },
    klik(keuze) {
      const vanaf = opnieuw();
      document.querySelector(keuze).click();
      return wacht(vanaf);
    },
  };
}`;
}

/** Wraps the worker: of each question the time from asking to the answer, less that in which it waited for a file. */
const VOLG_WERKER = `
  const Echt = globalThis.Worker;
  globalThis.Worker = class extends Echt {
    constructor(...opgave) {
      super(...opgave);
      this.lopend = new Map();
      this.open = new Set();
      this.sinds = 0;
      this.gewacht = 0;
      this.addEventListener("message", ({ data }) => {
        const nu = performance.now();
        if (data.soort === "haal") {
          if (this.open.size === 0) this.sinds = nu;
          this.open.add(data.key);
        }
        const vraag = this.lopend.get(data.nummer);
        if ((data.soort !== "antwoord" && data.soort !== "fout") || !vraag) return;
        this.lopend.delete(data.nummer);
        staat.werker.push({ soort: vraag.soort, volgorde: vraag.volgorde, ms: nu - vraag.op - (this.gewacht - vraag.gewacht) });
      });
    }
    postMessage(bericht, ...rest) {
      const nu = performance.now();
      if (bericht.soort === "bytes" || bericht.soort === "geenBytes") {
        this.open.delete(bericht.key);
        if (this.open.size === 0) this.gewacht += nu - this.sinds;
      }
      if (bericht.nummer !== undefined && bericht.soort !== "vervallen") {
        this.lopend.set(bericht.nummer, { soort: bericht.soort, volgorde: bericht.opdracht?.volgorde ?? "", op: nu, gewacht: this.gewacht });
      }
      super.postMessage(bericht, ...rest);
    }
  };`;
