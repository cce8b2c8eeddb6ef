/** From what was typed to the pages that answer it, in their order. */
import { heeftPagina } from "../formaat/paginaset.ts";
import { GEEN_PAGINAS, type GelezenStukwoord, paginasOf, readStuk } from "../formaat/stuk.ts";
import { keyOfStuk } from "../manifest.ts";
import { stripLeestekens } from "../vraag/vouw.ts";
import { VULWOORDEN } from "../vraag/vulwoorden.ts";
import type { Patroon, Patroonwoord, Vraagdeel } from "../vraag/zoekvraag.ts";
import type { Basis } from "./basis.ts";
import type { Bestanden } from "./bestanden.ts";
import { openGewichten } from "./gewichten.ts";
import { findRijen, type Plaatsen, plaatsenOf, unitePlaatsen, writePlaatsen } from "./plaatsen.ts";
import { openAdem, type Rust, schatVolgorde } from "./schatting.ts";
import { benoemVormen, type Termvorm } from "./stuk.ts";
import type { MaakBackend, Scoor } from "./wasm.ts";
import { openScoor } from "./wereld.ts";
import { isSamenstelling, tekstwoordOf, toWoordvraag, type Woordvraag } from "./woorden.ts";

/** What became of one part of the query. */
export interface Term {
  readonly deel: Vraagdeel;
  /**
   * `weggelaten`: a function word beside other words. `lijst`: a function word answered from its list of pages; `zeef`: one
   * that was typed last, so that pages without it fall away, but it ranks nothing and is not marked. `ontbreekt`: no page has
   * it beside the others, and it was let go.
   */
  readonly wijze: "engine" | "lijst" | "zeef" | "weggelaten" | "ontbreekt" | "niet" | "onbekend";
  /** Stems, and words behind which more may come, that the term accepted: to tell which term a word of a text answers. */
  readonly aangenomen: ReadonlySet<string>;
}

export interface Rangschikking {
  readonly termen: readonly Term[];
  /** Pages that stand before all others, for the number that was typed is theirs; they are among `paginas` too. */
  readonly vooraan: readonly number[];
  /** Probably best first; or, without words to rank by, newest first. */
  readonly paginas: readonly number[];
  /** What the engine's score of a page is multiplied by. */
  readonly gewichtOf: (pagina: number) => number;
  readonly isNieuwsteEerst: boolean;
  /** The engine's word on these pages; none when there was nothing to ask it. */
  readonly scoor: Scoor;
}

/** Answers a query. No part gives all pages, newest first. */
export async function rangschik(
  vraag: readonly Vraagdeel[],
  basis: Basis,
  bestanden: Bestanden,
  maakBackend: MaakBackend,
  rust: Rust,
): Promise<Rangschikking> {
  const isFunctie = ({ woord }: Patroonwoord) => woord === undefined || basis.functiewoorden.has(basis.stam(woord));
  const isFunctiedeel = ({ patronen }: Vraagdeel) => patronen.every((patroon) => patroon.every(isFunctie));
  const isVulling = (deel: Vraagdeel) => deel.soort === "woord" && (isFunctiedeel(deel) || isVulwoord(deel));
  const heeftInhoud = vraag.some((deel) => !deel.isNiet && !isFunctiedeel(deel) && !isVulling(deel));
  // What was typed last may be half a word: it is never left out.
  const isWeg = (deel: Vraagdeel) => heeftInhoud && !deel.isNiet && isVulling(deel) && deel !== vraag.at(-1);
  const gezocht = vraag.filter((deel) => !isFunctiedeel(deel) && !isWeg(deel));
  const woorden = await loadWoorden(gezocht, basis, bestanden, isFunctie);

  const termen = vraag.map((deel): MetVormen => {
    if (isWeg(deel)) return { deel, wijze: "weggelaten", vormen: [], aangenomen: new Set() };
    const isZeef = heeftInhoud && isVulling(deel);
    if (isFunctiedeel(deel)) {
      const wijze = deel.isNiet ? "niet" : isZeef ? "zeef" : "lijst";
      return { deel, wijze, vormen: [], aangenomen: new Set(stammenOf(deel, basis)) };
    }
    const { vormen, aangenomen } = toVormen(deel, woorden, isFunctie);
    if (deel.isNiet) return { deel, wijze: "niet", vormen, aangenomen };
    if (isZeef) return { deel, wijze: vormen.length > 0 ? "zeef" : "weggelaten", vormen, aangenomen };
    return { deel, wijze: vormen.length > 0 ? "engine" : "onbekend", vormen, aangenomen };
  });
  if (termen.some(({ wijze }) => wijze === "onbekend")) return { termen, ...NIETS };

  const alles = await rankTermen(termen, basis, bestanden, maakBackend, rust);
  if (alles.paginas.length > 0) return alles;
  // A word that says nothing is let go before one that does.
  const zonderZeef = letGo(termen, ({ wijze }) => wijze === "zeef");
  if (zonderZeef !== termen) {
    const rest = await rankTermen(zonderZeef, basis, bestanden, maakBackend, rust);
    if (rest.paginas.length > 0) return rest;
  }
  const inhoud = zonderZeef.filter(({ wijze }) => wijze === "engine");
  const over = await chooseSamen(inhoud, basis.manifest.paginas, await toFilter(zonderZeef, basis, bestanden), rust);
  if (over.length === 0) return { termen, ...NIETS };
  const minder = letGo(zonderZeef, (term) => inhoud.includes(term) && !over.includes(term));
  return rankTermen(minder, basis, bestanden, maakBackend, rust);
}

/** The terms, those that `isWeg` names let go; the same list when it names none. */
function letGo(termen: readonly MetVormen[], isWeg: (term: MetVormen) => boolean): readonly MetVormen[] {
  if (!termen.some(isWeg)) return termen;
  return termen.map((term) => (isWeg(term) ? { ...term, wijze: "ontbreekt" } : term));
}

/** The pages that have all of these terms. Terms without words to rank by give all pages they let through, newest first. */
async function rankTermen(
  termen: readonly MetVormen[],
  basis: Basis,
  bestanden: Bestanden,
  maakBackend: MaakBackend,
  rust: Rust,
): Promise<Rangschikking> {
  const past = await toFilter(termen, basis, bestanden);
  const vormen = benoemVormen(termen.filter(({ wijze }) => wijze === "engine").map((term) => term.vormen));
  if (vormen.length === 0) {
    const alle = Array.from({ length: basis.manifest.paginas }, (_, index) => basis.manifest.paginas - 1 - index);
    return { termen, ...NIETS, paginas: alle.filter(past), isNieuwsteEerst: true };
  }
  const gewichtOf = await openGewichten(vormen, basis.manifest.paginas, rust);
  const paginas = await schatVolgorde(vormen, basis, past, gewichtOf, rust);
  if (paginas.length === 0) return { termen, ...NIETS };
  await rust();
  const scoor = openScoor(maakBackend, basis, vormen);
  return { termen, vooraan: [], paginas, gewichtOf, isNieuwsteEerst: false, scoor };
}

function isVulwoord({ patronen }: Vraagdeel): boolean {
  return patronen.every((patroon) => patroon.every(({ woord }) => woord !== undefined && VULWOORDEN.has(woord)));
}

/** A word, and no number: what may be let go. */
function isLosWoord({ soort, patronen }: Vraagdeel): boolean {
  return soort === "woord" && !patronen.flat().some(({ past }) => past === "getal");
}

/**
 * The terms to go on with when no page has all of them: those that stand together on some page and are the rarest, so
 * that "minister" is let go before "stalbranden". Quotations and numbers are never let go. None when not even these have a page.
 */
async function chooseSamen(
  termen: readonly MetVormen[],
  aantal: number,
  past: (pagina: number) => boolean,
  rust: Rust,
): Promise<readonly MetVormen[]> {
  const adem = openAdem(rust);
  const maskers = new Uint32Array(aantal);
  const waarden: number[] = [];
  for (const [index, { vormen }] of termen.entries()) {
    const bit = 2 ** index;
    let paginas = 0;
    for (const { paginas: lijst } of vormen) {
      for (const pagina of paginasOf(lijst)) {
        const masker = maskers[pagina] ?? 0;
        if (Math.floor(masker / bit) % 2 === 1) continue;
        maskers[pagina] = masker + bit;
        paginas += 1;
      }
      await adem(lijst.aantal);
    }
    waarden.push(Math.log((aantal + 1) / (paginas + 1)));
  }
  const has = (masker: number, index: number) => Math.floor(masker / 2 ** index) % 2 === 1;
  let best = 0;
  let hoogst = 0;
  const gewogen = new Map<number, number>();
  // Of equals the newest.
  for (let pagina = aantal - 1; pagina >= 0; pagina -= 1) {
    const masker = maskers[pagina] ?? 0;
    if (masker === 0 || !past(pagina)) continue;
    let waarde = gewogen.get(masker);
    if (waarde === undefined) {
      const isVolledig = termen.every(({ deel }, index) => isLosWoord(deel) || has(masker, index));
      waarde = isVolledig ? waarden.reduce((som, een, index) => (has(masker, index) ? som + een : som), 0) : 0;
      gewogen.set(masker, waarde);
    }
    if (waarde <= hoogst) continue;
    best = masker;
    hoogst = waarde;
  }
  return termen.filter((_, index) => has(best, index));
}

const NIETS = { vooraan: [], paginas: [], gewichtOf: () => 1, isNieuwsteEerst: false, scoor: () => [] } as const;

function stammenOf({ patronen }: Vraagdeel, { stam }: Basis): readonly string[] {
  return patronen.flat().flatMap(({ woord }) => (woord === undefined ? [] : [stam(woord)]));
}

/** The index words that each word of the query accepts. */
interface Woorden {
  readonly vraagOf: (woord: Patroonwoord) => Woordvraag | undefined;
  readonly aangenomen: (woord: Patroonwoord) => readonly GelezenStukwoord[];
}

async function loadWoorden(
  delen: readonly Vraagdeel[],
  { stam, stukken }: Basis,
  bestanden: Bestanden,
  isFunctie: (woord: Patroonwoord) => boolean,
): Promise<Woorden> {
  const vragen = new Map<string, Woordvraag>();
  for (const woord of delen.flatMap(({ patronen }) => patronen.flat())) {
    if (!isFunctie(woord)) vragen.set(keyOf(woord), toWoordvraag(woord, stam, stukken));
  }
  const gevonden = new Map<Woordvraag, GelezenStukwoord[]>([...vragen.values()].map((vraag) => [vraag, []]));
  const namen = new Set([...vragen.values()].flatMap((vraag) => vraag.stukken.map(({ naam }) => naam)));
  await Promise.all(
    [...namen].map((naam) =>
      bestanden.lees(keyOfStuk(naam), (bytes) => {
        const hier = [...gevonden].filter(([vraag]) => vraag.stukken.some((stuk) => stuk.naam === naam));
        // All of the piece is read before any of it counts: a broken one then adds nothing.
        for (const indexwoord of [...readStuk(bytes)]) {
          for (const [vraag, lijst] of hier) if (vraag.accept(indexwoord.woord)) lijst.push(indexwoord);
        }
      }),
    ),
  );
  // Pieces arrive in any order.
  for (const lijst of gevonden.values()) lijst.sort((a, b) => (a.woord < b.woord ? -1 : a.woord > b.woord ? 1 : 0));
  const vraagOf = (woord: Patroonwoord) => vragen.get(keyOf(woord));
  return {
    vraagOf,
    aangenomen(woord) {
      const vraag = vraagOf(woord);
      return vraag ? (gevonden.get(vraag) ?? []) : [];
    },
  };
}

function keyOf({ woord, past }: Patroonwoord): string {
  return `${past} ${woord ?? ""}`;
}

/** The forms in which a part stands in the index; none when it stands nowhere. */
function toVormen(
  deel: Vraagdeel,
  woorden: Woorden,
  isFunctie: (woord: Patroonwoord) => boolean,
): { readonly vormen: readonly Termvorm[]; readonly aangenomen: ReadonlySet<string> } {
  const getypt = stripLeestekens(deel.tekst);
  const vormen: Termvorm[] = [];
  const rijen: Plaatsen[] = [];
  const aangenomen = new Set<string>();
  for (const patroon of deel.patronen) {
    const [woord] = patroon;
    if (patroon.length === 1 && woord) {
      const vraag = woorden.vraagOf(woord);
      if (!vraag) continue;
      for (const indexwoord of uniqueTekstwoorden(woorden.aangenomen(woord))) {
        vormen.push(...vormenOf(indexwoord, vraag, getypt));
        aangenomen.add(tekstwoordOf(indexwoord.woord));
      }
      continue;
    }
    const rij = toRij(patroon, woorden, isFunctie);
    if (rij.size === 0) continue;
    rijen.push(rij);
    for (const lid of patroon)
      for (const { woord: naam } of woorden.aangenomen(lid)) aangenomen.add(tekstwoordOf(naam));
  }
  if (rijen.length > 0) {
    vormen.push({ paginas: writePlaatsen(unitePlaatsen(rijen)), verschil: 0, isLetterlijk: true, isHeel: true });
  }
  return { vormen, aangenomen };
}

/** Without compounds that are accepted as a word of the text already, or under another part: they would count double. */
function uniqueTekstwoorden(woorden: readonly GelezenStukwoord[]): readonly GelezenStukwoord[] {
  const gezien = new Set(woorden.flatMap(({ woord }) => (isSamenstelling(woord) ? [] : [woord])));
  return woorden.filter(({ woord }) => {
    if (!isSamenstelling(woord)) return true;
    const isNieuw = !gezien.has(tekstwoordOf(woord));
    gezien.add(tekstwoordOf(woord));
    return isNieuw;
  });
}

/** Where the words of a pattern stand behind each other; function words may be any, for their pieces are never loaded. */
function toRij(patroon: Patroon, woorden: Woorden, isFunctie: (woord: Patroonwoord) => boolean): Plaatsen {
  const vast = patroon.filter((lid) => !isFunctie(lid));
  const lijsten = vast.map((lid) => woorden.aangenomen(lid));
  if (vast.length === 0 || lijsten.some((lijst) => lijst.length === 0)) return new Map();
  // The rarest is taken apart first, the others only where it stands.
  const [zeldzaamst = []] = [...lijsten].sort((a, b) => countPaginas(a) - countPaginas(b));
  const binnen = plaatsenOf(zeldzaamst);
  return findRijen(
    patroon.map((lid) => {
      if (isFunctie(lid)) return undefined;
      const lijst = woorden.aangenomen(lid);
      return lijst === zeldzaamst ? binnen : plaatsenOf(lijst, binnen);
    }),
  );
}

function countPaginas(lijst: readonly GelezenStukwoord[]): number {
  return lijst.reduce((som, { paginas, vormen }) => {
    return som + vormen.reduce((meer, vorm) => meer + vorm.paginas.aantal, paginas.aantal);
  }, 0);
}

/** One word of the index as forms for the engine: its plain spelling, and those with other accents. */
function vormenOf(
  { woord, paginas, vormen }: GelezenStukwoord,
  { stam, woord: gevraagd }: Woordvraag,
  getypt: string,
): readonly Termvorm[] {
  const isWoord = woord === stam;
  const verschil = Math.abs(tekstwoordOf(woord).length - stam.length);
  const isKaal = getypt === gevraagd;
  return [
    { paginas, verschil, isLetterlijk: isWoord && isKaal, isHeel: isWoord },
    ...vormen.map(({ vorm, paginas: lijst }) => ({
      paginas: lijst,
      verschil,
      isHeel: isWoord,
      isLetterlijk: isWoord && !isKaal && (vorm.startsWith(getypt) || getypt.startsWith(vorm)),
    })),
  ].filter(({ paginas: { aantal } }) => aantal > GEEN_PAGINAS.aantal);
}

type MetVormen = Term & { readonly vormen: readonly Termvorm[] };

/** What lets a page through: the lists of function words that were asked for, and the words that may not be there. */
async function toFilter(
  termen: readonly MetVormen[],
  basis: Basis,
  bestanden: Bestanden,
): Promise<(pagina: number) => boolean> {
  const sets = await Promise.all(
    termen
      .filter(
        ({ wijze, vormen }) => wijze === "lijst" || (vormen.length === 0 && (wijze === "niet" || wijze === "zeef")),
      )
      .map(async ({ deel, wijze }) => {
        const keys = stammenOf(deel, basis).flatMap((stam) => basis.functiewoorden.get(stam) ?? []);
        const lijsten = await Promise.all(keys.map((key) => bestanden.lees(key, (bytes) => bytes)));
        return { isNiet: wijze === "niet", lijsten };
      }),
  );
  const geweerd = new Set<number>();
  for (const { wijze, vormen } of termen) {
    if (wijze !== "niet") continue;
    for (const { paginas } of vormen) for (const pagina of paginasOf(paginas)) geweerd.add(pagina);
  }
  const zeven = termen
    .filter(({ wijze, vormen }) => wijze === "zeef" && vormen.length > 0)
    .map(({ vormen }) => new Set(vormen.flatMap(({ paginas }) => [...paginasOf(paginas)])));
  return (pagina) =>
    !geweerd.has(pagina) &&
    zeven.every((zeef) => zeef.has(pagina)) &&
    sets.every(({ isNiet, lijsten }) => {
      if (lijsten.length === 0) return true;
      return lijsten.every((lijst) => heeftPagina(lijst, pagina)) !== isNiet;
    });
}
