/** The search engine of the page: Pagefind's scores, and around it everything that makes an answer depend on the question alone. */

import { once } from "../eenmaal.ts";
import { type Facettabel, openFacetten, toTelling } from "../facetten/tabel.ts";
import { keyOfFragment } from "../manifest.ts";
import { openNummers } from "../nummers/tabel.ts";
import {
  FACETTEN,
  type Facettelling,
  TREFFERS_PER_PAGINA,
  type Voorstel,
  type Zoekmachine,
  type Zoekopdracht,
  type Zoekuitkomst,
} from "../opdracht.ts";
import { vouwWoord } from "../vraag/vouw.ts";
import { parseZoekvraag } from "../vraag/zoekvraag.ts";
import { decodeLijstdeel, decodeWoordenlijsttabel, findLijstdelen } from "../woordenlijst/lijst.ts";
import { chooseVoorstellen } from "../woordenlijst/voorstellen.ts";
import { openBasis } from "./basis.ts";
import { type Haal, openBestanden } from "./bestanden.ts";
import { type Fragment, readFragment } from "./fragment.ts";
import { type Rangschikking, rangschik } from "./rangschikking.ts";
import type { Rust } from "./schatting.ts";
import { findZinnen, type Gekozen, type GetoondeTreffer, toTreffer, toZoektermen } from "./treffer.ts";
import type { Enginetreffer, MaakBackend } from "./wasm.ts";

export interface MotorOptions {
  readonly haal: Haal;
  readonly maakBackend: MaakBackend;
  /** Lets others go first for a moment: called between steps that take long. */
  readonly rust?: Rust;
}

/** Says of a question that is being answered whether anybody still waits for it. */
export interface Vraagstand {
  readonly isVervallen: () => boolean;
}

/** The engine; a question that has lapsed rejects at the next step. */
export interface Motor extends Zoekmachine {
  readonly zoek: (opdracht: Zoekopdracht, stand?: Vraagstand) => Promise<Zoekuitkomst>;
  readonly tel: (opdracht: Zoekopdracht, stand?: Vraagstand) => Promise<Facettelling>;
}

/**
 * Up to so many hits of a quotation are all checked for its exact wording, so that their number is that of the wording. More
 * would take as many files: from disk 130 kB each.
 */
const ZIN_TREFFERS = 25;

/** Answers kept, so that another page or facet of the same words costs nothing. */
const BEWAARDE_ANTWOORDEN = 4;

/** Opens the engine; nothing is loaded before the first question. */
export function createMotor({ haal, maakBackend, rust = async () => undefined }: MotorOptions): Motor {
  const bestanden = openBestanden(haal);
  const loadBasis = openBasis(bestanden, maakBackend, rust);
  const bewaard = new Map<string, Promise<Rangschikking>>();

  const find = (tekst: string): Promise<Rangschikking> => {
    const eerder = bewaard.get(tekst);
    if (eerder) return eerder;
    const nieuw = loadBasis()
      .then((basis) => rangschik(parseZoekvraag(tekst), basis, bestanden, maakBackend, rust))
      .then(putNummersFirst);
    bewaard.set(tekst, nieuw);
    nieuw.catch(() => bewaard.delete(tekst));
    for (const oud of bewaard.keys()) {
      if (bewaard.size <= BEWAARDE_ANTWOORDEN) break;
      bewaard.delete(oud);
    }
    return nieuw;
  };
  const loadFragment = async (pagina: number): Promise<Fragment> => {
    const { manifest } = await loadBasis();
    return bestanden.lees(keyOfFragment(manifest, pagina), readFragment);
  };

  // Without a table (an index made of pages alone) nothing can be chosen, counted or put in another order. To open one takes
  // longer than to count with it: that is done once.
  const loadFacetten = once(async (): Promise<Facettabel | undefined> => {
    const { manifest } = await loadBasis();
    if (manifest.tabellen.facetten === "") return undefined;
    return bestanden.lees(manifest.tabellen.facetten, (bytes) => {
      const facetten = openFacetten(bytes, bestanden.lees);
      if (facetten.aantal !== manifest.paginas)
        throw new Error(`has ${facetten.aantal} pages, not ${manifest.paginas}`);
      return facetten;
    });
  });
  const loadNummers = once(async () => {
    const { manifest } = await loadBasis();
    return bestanden.lees(manifest.tabellen.nummers, openNummers);
  });
  // The page whose own number was typed stands before those that only mention it, and is a hit even where its text lacks it.
  const putNummersFirst = async (rangschikking: Rangschikking): Promise<Rangschikking> => {
    const sleutels = rangschikking.termen.flatMap(({ deel }) => (deel.isNiet ? [] : deel.sleutels));
    const { manifest } = await loadBasis();
    if (sleutels.length === 0 || manifest.tabellen.nummers === "") return rangschikking;
    const { find: findNummer } = await loadNummers();
    const eigen = new Set(sleutels.flatMap(findNummer));
    const isAlleen = rangschikking.termen.length === 1;
    const vooraan = isAlleen ? [...eigen] : rangschikking.paginas.filter((pagina) => eigen.has(pagina));
    return { ...rangschikking, vooraan, paginas: [...vooraan, ...rangschikking.paginas.filter((p) => !eigen.has(p))] };
  };
  const orden = async (rangschikking: Rangschikking, opdracht: Zoekopdracht): Promise<readonly number[]> => {
    if (!needsFacetten(opdracht)) return order(rangschikking, opdracht, rust);
    const facetten = await loadFacetten();
    const paginas = (await facetten?.filter(rangschikking.paginas, opdracht)) ?? rangschikking.paginas;
    const { volgorde } = opdracht;
    if (volgorde === "relevantie") return order({ ...rangschikking, paginas }, opdracht, rust);
    return facetten?.sorteer(paginas, volgorde) ?? sortByNumber(paginas, volgorde);
  };

  async function zoek(opdracht: Zoekopdracht, stand?: Vraagstand): Promise<Zoekuitkomst> {
    await rust();
    if (stand?.isVervallen()) throw new Error("a newer question took its place");
    const rangschikking = await find(opdracht.tekst);
    const { stam } = await loadBasis();
    const { gekozen, aantal, isAllesGezien } = await choose(
      await orden(rangschikking, opdracht),
      rangschikking,
      opdracht,
    );
    const getoond: GetoondeTreffer[] = [];
    for (const keuze of gekozen) {
      await rust();
      getoond.push(toTreffer(keuze, rangschikking.termen, stam));
    }
    return {
      aantal,
      isBovengrens: !isAllesGezien,
      termen: toZoektermen(rangschikking.termen, getoond),
      treffers: getoond.map(({ treffer }) => treffer),
      isNieuwsteEerst: rangschikking.isNieuwsteEerst && opdracht.volgorde === "relevantie",
    };
  }

  /** The hits of the page asked for; of a quotation those that have its exact wording. */
  async function choose(
    paginas: readonly number[],
    { termen, scoor }: Rangschikking,
    { pagina }: Zoekopdracht,
  ): Promise<Keuze> {
    const van = (toPagina(pagina) - 1) * TREFFERS_PER_PAGINA;
    const tot = van + TREFFERS_PER_PAGINA;
    const load = async (nummers: readonly number[]): Promise<readonly Gekozen[]> => {
      const plaatsen = new Map(scoor(nummers).map((treffer) => [treffer.pagina, treffer.plaatsen]));
      return Promise.all(
        nummers.map(async (nummer) => ({
          pagina: nummer,
          fragment: await loadFragment(nummer),
          plaatsen: plaatsen.get(nummer) ?? [],
        })),
      );
    };
    const zinnen = termen.filter(({ deel, wijze }) => deel.soort === "zin" && wijze !== "niet");
    if (zinnen.length === 0) {
      return { gekozen: await load(paginas.slice(van, tot)), aantal: paginas.length, isAllesGezien: true };
    }
    const isKort = paginas.length <= ZIN_TREFFERS;
    const grens = Math.min(paginas.length, isKort ? ZIN_TREFFERS : tot + ZIN_TREFFERS);
    const goed: Gekozen[] = [];
    let gezien = 0;
    while (gezien < grens && (isKort || goed.length < tot)) {
      const stap = isKort ? grens : TREFFERS_PER_PAGINA;
      const nieuw = await load(paginas.slice(gezien, Math.min(grens, gezien + stap)));
      gezien += nieuw.length;
      goed.push(...nieuw.filter(({ fragment }) => zinnen.every(({ deel }) => findZinnen(fragment, deel).length > 0)));
    }
    return {
      gekozen: goed.slice(van, tot),
      aantal: paginas.length - gezien + goed.length,
      isAllesGezien: gezien === paginas.length,
    };
  }

  async function tel(opdracht: Zoekopdracht, stand?: Vraagstand): Promise<Facettelling> {
    await rust();
    if (stand?.isVervallen()) throw new Error("a newer question took its place");
    const [{ paginas }, facetten] = await Promise.all([find(opdracht.tekst), loadFacetten()]);
    return (await facetten?.telling(paginas, opdracht)) ?? { facetten: toTelling(() => []) };
  }

  async function stelVoor(woord: string): Promise<readonly Voorstel[]> {
    await rust();
    const { manifest } = await loadBasis();
    const key = manifest.tabellen.woordenlijst;
    if (key === "") return [];
    const tabel = await bestanden.lees(key, decodeWoordenlijsttabel);
    const delen = await Promise.all(
      findLijstdelen(tabel, vouwWoord(woord)).map(({ naam, isOmgekeerd }) =>
        bestanden.lees(naam, (bytes) => decodeLijstdeel(bytes, isOmgekeerd)),
      ),
    );
    return chooseVoorstellen(woord, delen.flat());
  }

  return {
    zoek,
    tel,
    stelVoor,
  };
}

interface Keuze {
  readonly gekozen: readonly Gekozen[];
  readonly aantal: number;
  /** Every hit was looked at, or none needed to be. */
  readonly isAllesGezien: boolean;
}

function toPagina(pagina: number): number {
  return Math.max(1, Math.trunc(pagina) || 1);
}

/** The engine scores so many hits more than the page asked for reaches; those behind stand as they were estimated. */
const GESCOORD = 250;

/** Scores that differ less are the same: the engine adds up in an order of its own. */
const SCORE_STAPPEN = 10_000;

function needsFacetten({ facetten, van, tot, volgorde }: Zoekopdracht): boolean {
  const isGekozen = FACETTEN.some((facet) => (facetten[facet]?.length ?? 0) > 0);
  return isGekozen || van !== undefined || tot !== undefined || volgorde !== "relevantie";
}

/** By day as the pages are numbered: for an index without a table. */
function sortByNumber(paginas: readonly number[], volgorde: Zoekopdracht["volgorde"]): readonly number[] {
  return [...paginas].sort((a, b) => (volgorde === "oudste" ? a - b : b - a));
}

/** Pages that are scored in one go: some milliseconds. */
const GESCOORD_PER_STAP = 90;

/** The hits by relevance. */
async function order(rangschikking: Rangschikking, { pagina }: Zoekopdracht, rust: Rust): Promise<readonly number[]> {
  const { isNieuwsteEerst, scoor, gewichtOf } = rangschikking;
  if (isNieuwsteEerst) return rangschikking.paginas;
  const eerst = new Set(rangschikking.vooraan);
  const vooraan = rangschikking.paginas.filter((nummer) => eerst.has(nummer));
  const paginas = rangschikking.paginas.filter((nummer) => !eerst.has(nummer));
  const grens = GESCOORD + toPagina(pagina) * TREFFERS_PER_PAGINA;
  const treffers: Enginetreffer[] = [];
  for (let van = 0; van < Math.min(grens, paginas.length); van += GESCOORD_PER_STAP) {
    await rust();
    treffers.push(...scoor(paginas.slice(van, Math.min(grens, van + GESCOORD_PER_STAP))));
  }
  const gescoord = treffers
    .map(({ pagina: nummer, score }) => ({
      pagina: nummer,
      score: Math.round(score * gewichtOf(nummer) * SCORE_STAPPEN),
    }))
    .sort((a, b) => b.score - a.score || b.pagina - a.pagina);
  return [...vooraan, ...gescoord.map((treffer) => treffer.pagina), ...paginas.slice(grens)];
}
