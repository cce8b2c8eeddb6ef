/** From what was typed to the pages that answer it, in their order. */
import { heeftPagina } from "../formaat/paginaset.ts";
import { GEEN_PAGINAS, type GelezenStukwoord, paginasOf, readStuk } from "../formaat/stuk.ts";
import { keyOfStuk } from "../manifest.ts";
import { stripLeestekens } from "../vraag/vouw.ts";
import type { Patroon, Patroonwoord, Vraagdeel } from "../vraag/zoekvraag.ts";
import type { Basis } from "./basis.ts";
import type { Bestanden } from "./bestanden.ts";
import { findRijen, type Plaatsen, plaatsenOf, unitePlaatsen, writePlaatsen } from "./plaatsen.ts";
import { type Rust, schatVolgorde } from "./schatting.ts";
import { benoemVormen, type Termvorm } from "./stuk.ts";
import type { MaakBackend, Scoor } from "./wasm.ts";
import { openScoor } from "./wereld.ts";
import { isSamenstelling, tekstwoordOf, toWoordvraag, type Woordvraag } from "./woorden.ts";

/** What became of one part of the query. */
export interface Term {
  readonly deel: Vraagdeel;
  /** `weggelaten`: a function word beside other words; `lijst`: a function word answered from its list of pages. */
  readonly wijze: "engine" | "lijst" | "weggelaten" | "niet" | "onbekend";
  /** Stems, and words behind which more may come, that the term accepted: to tell which term a word of a text answers. */
  readonly aangenomen: ReadonlySet<string>;
}

export interface Rangschikking {
  readonly termen: readonly Term[];
  /** Pages that stand before all others, for the number that was typed is theirs; they are among `paginas` too. */
  readonly vooraan: readonly number[];
  /** Probably best first; or, without words to rank by, newest first. */
  readonly paginas: readonly number[];
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
  const isFunctie = ({ woord }: Patroonwoord) =>
    woord === undefined || basis.stam(woord) in basis.manifest.functiewoorden;
  const isFunctiedeel = ({ patronen }: Vraagdeel) => patronen.every((patroon) => patroon.every(isFunctie));
  const heeftInhoud = vraag.some((deel) => !deel.isNiet && !isFunctiedeel(deel));
  const gezocht = vraag.filter((deel) => !isFunctiedeel(deel));
  const woorden = await loadWoorden(gezocht, basis, bestanden, isFunctie);

  const termen = vraag.map((deel): Term & { readonly vormen: readonly Termvorm[] } => {
    if (isFunctiedeel(deel)) {
      const wijze = deel.isNiet ? "niet" : heeftInhoud && deel.soort === "woord" ? "weggelaten" : "lijst";
      return { deel, wijze, vormen: [], aangenomen: new Set(stammenOf(deel, basis)) };
    }
    const { vormen, aangenomen } = toVormen(deel, woorden, isFunctie);
    if (deel.isNiet) return { deel, wijze: "niet", vormen, aangenomen };
    return { deel, wijze: vormen.length > 0 ? "engine" : "onbekend", vormen, aangenomen };
  });
  if (termen.some(({ wijze }) => wijze === "onbekend")) return { termen, ...NIETS };

  const past = await toFilter(termen, basis, bestanden);
  const vormen = benoemVormen(termen.filter(({ wijze }) => wijze === "engine").map((term) => term.vormen));
  if (vormen.length === 0) {
    const alle = Array.from({ length: basis.manifest.paginas }, (_, index) => basis.manifest.paginas - 1 - index);
    return { termen, vooraan: [], paginas: alle.filter(past), isNieuwsteEerst: true, scoor: () => [] };
  }
  const paginas = await schatVolgorde(vormen, basis, past, rust);
  await rust();
  return {
    termen,
    vooraan: [],
    paginas,
    isNieuwsteEerst: false,
    scoor: openScoor(maakBackend, basis, vormen),
  };
}

const NIETS = { vooraan: [], paginas: [], isNieuwsteEerst: false, scoor: () => [] } as const;

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
    vormen.push({ paginas: writePlaatsen(unitePlaatsen(rijen)), verschil: 0, isLetterlijk: true });
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
    { paginas, verschil, isLetterlijk: isWoord && isKaal },
    ...vormen.map(({ vorm, paginas: lijst }) => ({
      paginas: lijst,
      verschil,
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
      .filter(({ wijze, vormen }) => wijze === "lijst" || (wijze === "niet" && vormen.length === 0))
      .map(async ({ deel, wijze }) => {
        const keys = stammenOf(deel, basis).flatMap((stam) => basis.manifest.functiewoorden[stam] ?? []);
        const lijsten = await Promise.all(keys.map((key) => bestanden.lees(key, (bytes) => bytes)));
        return { isNiet: wijze === "niet", lijsten };
      }),
  );
  const geweerd = new Set<number>();
  for (const { wijze, vormen } of termen) {
    if (wijze !== "niet") continue;
    for (const { paginas } of vormen) for (const pagina of paginasOf(paginas)) geweerd.add(pagina);
  }
  return (pagina) =>
    !geweerd.has(pagina) &&
    sets.every(({ isNiet, lijsten }) => {
      if (lijsten.length === 0) return true;
      return lijsten.every((lijst) => heeftPagina(lijst, pagina)) !== isNiet;
    });
}
