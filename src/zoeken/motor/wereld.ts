/**
 * The archive made small for the engine. For each page that it scores the engine walks through all pages of every term, and
 * before that it reads the length of every page of the archive: in a large one that takes longer than all the rest. What it
 * makes of a page hangs on that page itself, on how rare each term is, and on the average length; so it is given the pages that
 * are to be scored, and beside them as many nameless ones as keep both as they are.
 */
import { openSchrijver } from "../formaat/cbor.ts";
import { encodeMeta } from "../formaat/meta.ts";
import { GEEN_PAGINAS, nextPagina, openWandeling, type Paginalijst, skipPlaatsen } from "../formaat/stuk.ts";
import type { Zoekmanifest } from "../manifest.ts";
import { type BenoemdeVorm, toEnginevraag } from "./stuk.ts";
import { type Enginetreffer, type MaakBackend, openEngine, type Scoor } from "./wasm.ts";

/** What the engine needs of the archive. */
export interface Enginebasis {
  readonly manifest: Pick<Zoekmanifest, "pagefind" | "metavelden">;
  readonly module: WebAssembly.Module;
  readonly meta: Uint8Array;
  readonly woordtellingen: Uint32Array;
}

type Termen = readonly (readonly BenoemdeVorm[])[];

/** An archive of so many pages or fewer is given as it is. */
export const GEHEEL_PAGINAS = 10_000;

/** A small archive has at least so many pages, and at most so many more when that makes the terms as rare as they are. */
const KLEINSTE = 4_096;
const KEUS = 4_096;

/** So many pages are scored together, however large the archive has to be for them. */
const MINST_TEGELIJK = 32;

/** Opens what scores pages on which these terms stand; a page is scored once. */
export function openScoor(maakBackend: MaakBackend, basis: Enginebasis, termen: Termen): Scoor {
  const { manifest, module, meta, woordtellingen } = basis;
  const aantal = woordtellingen.length;
  if (aantal <= GEHEEL_PAGINAS) return openEngine(maakBackend, module, meta, toEnginevraag(termen));
  const aantallen = termen.map((vormen) => countSamen(vormen, aantal));
  const gemiddeld = woordtellingen.reduce((som, woorden) => som + woorden, 0) / aantal;
  const bekend = new Map<number, Enginetreffer | undefined>();
  const score = (paginas: readonly number[]): void => {
    const maat = { aantal, gemiddeld, aantallen, lengteOf: (pagina: number) => woordtellingen[pagina] ?? 0 };
    const wereld = toWereld(paginas, termen, maat);
    // Beside a rare term most pages with it are scored: fewer at a time leave room to make the archive smaller.
    if (!wereld && paginas.length > MINST_TEGELIJK) {
      const helft = paginas.length >> 1;
      score(paginas.slice(0, helft));
      score(paginas.slice(helft));
      return;
    }
    const klein = wereld
      ? encodeMeta({ versie: manifest.pagefind, metavelden: manifest.metavelden, woordtellingen: wereld.lengtes })
      : meta;
    const engine = openEngine(maakBackend, module, klein, toEnginevraag(wereld?.termen ?? termen));
    for (const pagina of paginas) bekend.set(pagina, undefined);
    const gevraagd = wereld ? paginas.map((_, plek) => plek) : paginas;
    for (const treffer of engine(gevraagd)) {
      const pagina = wereld ? (paginas[treffer.pagina] ?? 0) : treffer.pagina;
      bekend.set(pagina, { ...treffer, pagina });
    }
  };
  return (paginas) => {
    const nieuw = [...new Set(paginas)].filter((pagina) => !bekend.has(pagina)).sort((a, b) => a - b);
    if (nieuw.length > 0) score(nieuw);
    return paginas.flatMap((pagina) => bekend.get(pagina) ?? []);
  };
}

/** On how many pages one of these forms stands. */
function countSamen(vormen: readonly BenoemdeVorm[], aantal: number): number {
  const gezien = new Uint8Array(aantal);
  let samen = 0;
  for (const { paginas } of vormen) {
    const wandeling = openWandeling(paginas);
    for (let over = paginas.aantal; over > 0; over -= 1) {
      const pagina = nextPagina(wandeling);
      skipPlaatsen(wandeling);
      if (gezien[pagina] === 1) continue;
      gezien[pagina] = 1;
      samen += 1;
    }
  }
  return samen;
}

export interface Wereldmaat {
  readonly aantal: number;
  /** Average length of a page. */
  readonly gemiddeld: number;
  /** Of each term on how many pages it stands. */
  readonly aantallen: readonly number[];
  readonly lengteOf: (pagina: number) => number;
}

export interface Wereld {
  /** Length of each page: first those that are scored, in their order. */
  readonly lengtes: readonly number[];
  readonly termen: Termen;
}

/** A small archive with these pages, ascending, as its first; `undefined` when it would not be much smaller. */
export function toWereld(paginas: readonly number[], termen: Termen, maat: Wereldmaat): Wereld | undefined {
  const plekken = new Map(paginas.map((pagina, plek) => [pagina, plek]));
  const gekozen = termen.map((vormen) =>
    vormen.map((vorm) => ({ ...vorm, plekken: pickPlekken(vorm.paginas, plekken) })),
  );
  const eigen = gekozen.map((vormen) => new Set(vormen.flatMap((vorm) => vorm.plekken.map(({ plek }) => plek))).size);
  const omvang = chooseOmvang(paginas.length, eigen, maat);
  if (omvang === undefined) return undefined;
  const lengtes = paginas.map(maat.lengteOf);
  const rest = Math.round(maat.gemiddeld * omvang) - lengtes.reduce((som, lengte) => som + lengte, 0);
  const anderen = omvang - paginas.length;
  if (rest < 0) return undefined;
  for (let index = 0; index < anderen; index += 1) {
    lengtes.push(Math.floor((rest * (index + 1)) / anderen) - Math.floor((rest * index) / anderen));
  }
  return {
    lengtes,
    termen: gekozen.map((vormen, index) => {
      const erbij = scale(maat.aantallen[index] ?? 0, maat.aantal, omvang) - (eigen[index] ?? 0);
      return vormen.map(({ plekken: hier, ...vorm }, rang) => ({
        ...vorm,
        paginas: writePlekken(hier, paginas.length, rang === 0 ? Math.round(erbij) : 0),
      }));
    }),
  };
}

/**
 * So many pages that each term is as rare as it was: it stands on a whole number of them, and on those that are scored.
 * The engine's measure of it is (pages + 1) / (pages with the term + 0.5).
 */
function chooseOmvang(
  gescoord: number,
  eigen: readonly number[],
  { aantal, aantallen }: Wereldmaat,
): number | undefined {
  const nodig = aantallen.map((met, index) => (((eigen[index] ?? 0) + 0.5) * (aantal + 1)) / (met + 0.5));
  const kleinste = Math.ceil(Math.max(KLEINSTE, 2 * gescoord, ...nodig));
  if (kleinste + KEUS > aantal) return undefined;
  let beste: number | undefined;
  let laagste = Number.POSITIVE_INFINITY;
  for (let omvang = kleinste; omvang < kleinste + KEUS; omvang += 1) {
    let fout = 0;
    let isPassend = true;
    for (const [index, met] of aantallen.entries()) {
      const precies = scale(met, aantal, omvang);
      const heel = Math.round(precies);
      if (heel < (eigen[index] ?? 0) || heel - (eigen[index] ?? 0) > omvang - gescoord) isPassend = false;
      fout = Math.max(fout, Math.abs(heel - precies) / (precies + 0.5));
    }
    if (isPassend && fout < laagste) [beste, laagste] = [omvang, fout];
  }
  return beste;
}

/** On how many of `omvang` pages a word stands that is as rare as one on `met` of `aantal`. */
function scale(met: number, aantal: number, omvang: number): number {
  return ((met + 0.5) * (omvang + 1)) / (aantal + 1) - 0.5;
}

/** A page of a list by its new number, and the bytes of its places. */
interface Plek {
  readonly plek: number;
  readonly plaatsen: Uint8Array;
}

function pickPlekken(lijst: Paginalijst, plekken: ReadonlyMap<number, number>): readonly Plek[] {
  const gevonden: Plek[] = [];
  const wandeling = openWandeling(lijst);
  for (let over = lijst.aantal; over > 0; over -= 1) {
    const plek = plekken.get(nextPagina(wandeling));
    const van = wandeling.cursor.plaats;
    skipPlaatsen(wandeling);
    if (plek !== undefined) {
      gevonden.push({ plek, plaatsen: wandeling.cursor.bytes.subarray(van, wandeling.cursor.plaats) });
    }
  }
  return gevonden;
}

/** A list with these pages, and behind them `erbij` nameless ones from `vanaf` on, without a place. */
function writePlekken(plekken: readonly Plek[], vanaf: number, erbij: number): Paginalijst {
  const alle = [
    ...plekken,
    ...Array.from({ length: erbij }, (_, index) => ({ plek: vanaf + index, plaatsen: GEEN_PLAATSEN })),
  ];
  const [eerste] = alle;
  if (!eerste) return GEEN_PAGINAS;
  const schrijver = openSchrijver(alle.reduce((som, { plaatsen }) => som + plaatsen.length + 6, 0));
  let vorige = eerste.plek;
  for (const [index, { plek, plaatsen }] of alle.entries()) {
    if (index > 0) {
      schrijver.lijst(3);
      schrijver.getal(plek - vorige);
    }
    schrijver.bytes(plaatsen);
    vorige = plek;
  }
  return { aantal: alle.length, eerste: eerste.plek, laatste: vorige, rest: schrijver.uitkomst(), omvang: alle.length };
}

// Two empty lists: no place in the text, none in a meta field.
const GEEN_PLAATSEN = new Uint8Array([0x80, 0x80]);
