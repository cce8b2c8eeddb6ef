/** The search engine of the page: Pagefind's scores, and around it everything that makes an answer depend on the question alone. */
import { keyOfFragment } from "../manifest.ts";
import {
  FACETTEN,
  type Facettelling,
  TREFFERS_PER_PAGINA,
  type Zoekmachine,
  type Zoekopdracht,
  type Zoekuitkomst,
} from "../opdracht.ts";
import { parseZoekvraag } from "../vraag/zoekvraag.ts";
import { openBasis } from "./basis.ts";
import { type Haal, openBestanden } from "./bestanden.ts";
import { type Fragment, readFragment } from "./fragment.ts";
import { type Rangschikking, rangschik } from "./rangschikking.ts";
import { findZinnen, toTreffer, toZoektermen } from "./treffer.ts";
import type { MaakBackend } from "./wasm.ts";

export interface MotorOptions {
  readonly haal: Haal;
  readonly maakBackend: MaakBackend;
  /** Lets others go first for a moment: called between steps that take long. */
  readonly rust?: () => Promise<void>;
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

/** Up to so many hits of a quotation are all checked for its exact wording. */
const ZIN_TREFFERS = 50;

/** Answers kept, so that another page or facet of the same words costs nothing. */
const BEWAARDE_ANTWOORDEN = 4;

/** Opens the engine; nothing is loaded before the first question. */
export function createMotor({ haal, maakBackend, rust = async () => undefined }: MotorOptions): Motor {
  const bestanden = openBestanden(haal);
  const loadBasis = openBasis(bestanden, maakBackend);
  const bewaard = new Map<string, Promise<Rangschikking>>();

  const find = (tekst: string): Promise<Rangschikking> => {
    const eerder = bewaard.get(tekst);
    if (eerder) return eerder;
    const nieuw = loadBasis().then((basis) => rangschik(parseZoekvraag(tekst), basis, bestanden, maakBackend));
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

  async function zoek(opdracht: Zoekopdracht, stand?: Vraagstand): Promise<Zoekuitkomst> {
    await rust();
    if (stand?.isVervallen()) throw new Error("a newer question took its place");
    const rangschikking = await find(opdracht.tekst);
    const { stam } = await loadBasis();
    const paginas = sorteer(rangschikking.paginas, opdracht);
    const { gekozen, afgewezen, isAllesGezien } = await choose(paginas, rangschikking, opdracht.pagina);
    const getoond = gekozen.map(({ pagina, fragment }) => toTreffer(pagina, fragment, rangschikking, stam));
    return {
      aantal: paginas.length - afgewezen,
      isBovengrens: !isAllesGezien,
      termen: toZoektermen(rangschikking, getoond),
      treffers: getoond.map(({ treffer }) => treffer),
      isNieuwsteEerst: rangschikking.isNieuwsteEerst,
    };
  }

  /** The hits of a page; of a quotation those that have its exact wording. */
  async function choose(paginas: readonly number[], rangschikking: Rangschikking, pagina: number): Promise<Keuze> {
    const van = (Math.max(1, Math.trunc(pagina)) - 1) * TREFFERS_PER_PAGINA;
    const tot = van + TREFFERS_PER_PAGINA;
    const load = (nummers: readonly number[]) =>
      Promise.all(nummers.map(async (nummer) => ({ pagina: nummer, fragment: await loadFragment(nummer) })));
    const zinnen = rangschikking.termen.filter(({ deel, wijze }) => deel.soort === "zin" && wijze !== "niet");
    if (zinnen.length === 0) return { gekozen: await load(paginas.slice(van, tot)), afgewezen: 0, isAllesGezien: true };
    const grens = paginas.length <= ZIN_TREFFERS ? paginas.length : tot + ZIN_TREFFERS;
    const goed: { readonly pagina: number; readonly fragment: Fragment }[] = [];
    let gezien = 0;
    while (gezien < Math.min(grens, paginas.length) && (goed.length < tot || paginas.length <= ZIN_TREFFERS)) {
      const nieuw = await load(paginas.slice(gezien, Math.min(grens, gezien + TREFFERS_PER_PAGINA)));
      gezien += nieuw.length;
      goed.push(...nieuw.filter(({ fragment }) => zinnen.every(({ deel }) => findZinnen(fragment, deel).length > 0)));
    }
    return { gekozen: goed.slice(van, tot), afgewezen: gezien - goed.length, isAllesGezien: gezien === paginas.length };
  }

  return {
    zoek,
    tel: async () => LEEG,
    stelVoor: async () => [],
  };
}

interface Keuze {
  readonly gekozen: readonly { readonly pagina: number; readonly fragment: Fragment }[];
  readonly afgewezen: number;
  /** Every hit was looked at, or none needed to be. */
  readonly isAllesGezien: boolean;
}

function sorteer(paginas: readonly number[], { volgorde }: Zoekopdracht): readonly number[] {
  if (volgorde === "nieuwste") return [...paginas].sort((a, b) => b - a);
  if (volgorde === "oudste") return [...paginas].sort((a, b) => a - b);
  return paginas;
}

const [STAAT, JAAR, VERGADERJAAR, FRACTIE, INDIENER, MINISTERIE, BEWINDSPERSOON, ONDERWERP] = FACETTEN;
const LEEG: Facettelling = {
  facetten: {
    [STAAT]: [],
    [JAAR]: [],
    [VERGADERJAAR]: [],
    [FRACTIE]: [],
    [INDIENER]: [],
    [MINISTERIE]: [],
    [BEWINDSPERSOON]: [],
    [ONDERWERP]: [],
  },
};
