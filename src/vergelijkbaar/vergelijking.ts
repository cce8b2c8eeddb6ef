/**
 * Which Kamervragen are about the same: TF-IDF and the cosine, in whole numbers as far as the order of adding could show.
 *
 * @see docs/decisions/0009-vergelijkbare-kamervragen.md
 */
import { type Lijsten, toLijsten } from "./lijsten.ts";
import { openOpslag } from "./opslag.ts";
import { type GepakteTermen, stamVanWoord, type Termen } from "./termen.ts";

/** One Kamervraag that is like another, and why. */
export interface Gelijkenis {
  readonly sleutel: string;
  /** The cosine, 0 to 1: for tests and for tuning, no page shows it. */
  readonly score: number;
  /** The shared terms that weigh most, at most five, as the Kamervraag that is looked at prints them. */
  readonly woorden: readonly string[];
  /** Almost the same questions: put twice, or to another bewindspersoon as well, or held under two keys. */
  readonly isVrijwelGelijk: boolean;
}

/** Takes in the terms of an archive, one Kamervraag after the other, in any order. */
export interface Vergelijking {
  /** @throws Error when the sleutel was added before. */
  add(sleutel: string, termen: Termen | GepakteTermen): void;
  /** Ends the counting: what is added later counts for nothing. */
  besluit(): Vergelijkingsuitkomst;
}

export interface Vergelijkbaarheid {
  /** The Kamervragen most like this one, at most five, most alike first; none for a sleutel that is not known. */
  findGelijke(sleutel: string): readonly Gelijkenis[];
}

/** An answer, and what another must not reach to leave it as it is. */
export interface Vergelijkantwoord {
  readonly gelijke: readonly Gelijkenis[];
  /** The last of a full row of candidates; absent where anything that shares a walked stem is one. */
  readonly drempel?: { readonly score: number; readonly sleutel: string };
}

const MAX_GELIJKE = 5;
const MAX_WOORDEN = 5;

/** Below this cosine two Kamervragen are not called alike. */
const DREMPEL = 0.105;
/** … nor with fewer terms in common than this. */
const MIN_GEDEELD = 4;
/**
 * Added to the length of each, so that a Kamervraag of three words is not all alike to one that has two of them: the weight
 * of a term, times the bits of one that no other Kamervraag has.
 */
const BODEM = 21;
/** In a smaller archive counts do not tell which words are rare: only almost equal questions are shown. */
export const KLEINSTE_ARCHIEF = 50;
/** The share of terms in common from which questions are almost the same; the same affair reaches 0.31. */
const VRIJWEL_GELIJK = 0.45;
const MIN_VRIJWEL_GELIJK = 8;
/** How many of those that score best on their rarer words are weighed on all. */
const KANDIDATEN = 32;

/** Opens an empty comparison. */
export function openVergelijking(): Vergelijking {
  const opslag = openOpslag();
  return {
    add: opslag.add,
    besluit: () => besluit(opslag),
  };
}

function besluit(opslag: ReturnType<typeof openOpslag>): Vergelijkingsuitkomst {
  const { sleutels, starts } = opslag;
  // From here on a Kamervraag is its place among the sorted sleutels.
  const volgorde = [...sleutels.keys()].sort((a, b) => ((sleutels[a] ?? "") < (sleutels[b] ?? "") ? -1 : 1));
  const plaatsen = new Map(volgorde.map((index, plaats) => [sleutels[index] ?? "", plaats]));
  const lijsten = toLijsten(opslag, volgorde);
  const gewichten = opslag.gewichten();
  const bodem = bodemOf(volgorde.length);
  const rangeOf = (plaats: number) => {
    const index = volgorde[plaats] ?? 0;
    return { from: starts[index] ?? 0, to: starts[index + 1] ?? 0 };
  };
  const lengtes = Float64Array.from(volgorde, (_, plaats) => {
    const { from, to } = rangeOf(plaats);
    return lengteOf(bodem, gewichten.subarray(from, to), (at) => lijsten.bits[lijsten.nummers[from + at] ?? 0] ?? 0);
  });
  const vraag = openVraag({
    aantal: volgorde.length,
    rangeOf,
    gewichten,
    lijsten,
    lengtes,
    sleutelOf: (plaats) => sleutels[volgorde[plaats] ?? 0] ?? "",
    woordenOf: (plaats) => opslag.woordenOf(volgorde[plaats] ?? 0),
  });
  const antwoordOp = (sleutel: string): Vergelijkantwoord => {
    const plaats = plaatsen.get(sleutel);
    return plaats === undefined ? { gelijke: [] } : vraag(plaats);
  };
  return {
    antwoordOp,
    findGelijke: (sleutel) => antwoordOp(sleutel).gelijke,
    lengteVan: (sleutel) => lengtes[plaatsen.get(sleutel) ?? -1] ?? 0,
  };
}

/** A comparison of a whole archive; what it answers beside what pages show is kept for the next time. */
export interface Vergelijkingsuitkomst extends Vergelijkbaarheid {
  antwoordOp(sleutel: string): Vergelijkantwoord;
  lengteVan(sleutel: string): number;
}

/** What all lengths of an archive have in them. */
export function bodemOf(kamervragen: number): number {
  return BODEM * Math.round(Math.log2(kamervragen));
}

/** The length of a Kamervraag as a row of weights; `bitsAt` tells how much each of its stems tells. */
export function lengteOf(bodem: number, gewichten: Uint8Array, bitsAt: (at: number) => number): number {
  let sum = bodem ** 2;
  for (let at = 0; at < gewichten.length; at += 1) sum += ((gewichten[at] ?? 0) * bitsAt(at)) ** 2;
  return Math.sqrt(sum);
}

/** An archive to ask; a Kamervraag is its place among the sorted sleutels. */
export interface Vergelijkarchief {
  readonly aantal: number;
  /** Where its terms stand in `gewichten` and in the numbers of the lists. */
  readonly rangeOf: (plaats: number) => { readonly from: number; readonly to: number };
  readonly gewichten: Uint8Array;
  readonly lijsten: Lijsten;
  readonly lengtes: Float64Array;
  readonly sleutelOf: (plaats: number) => string;
  readonly woordenOf: (plaats: number) => readonly string[];
}

/** Opens an archive for questions: which are most like the one in this place? */
export function openVraag(archief: Vergelijkarchief): (plaats: number) => Vergelijkantwoord {
  const { aantal: kamervragen, rangeOf, gewichten, lijsten, lengtes, sleutelOf, woordenOf } = archief;
  const isKlein = kamervragen < KLEINSTE_ARCHIEF;
  // Both are zero again after each question.
  const punten = new Int32Array(kamervragen);
  const eigen = new Int32Array(lijsten.bits.length);

  return (plaats) => {
    const { from, to } = rangeOf(plaats);
    for (let at = from; at < to; at += 1) eigen[lijsten.nummers[at] ?? 0] = at - from + 1;
    const { kandidaten, drempel } = findKandidaten(plaats);
    const gelijke = kandidaten
      .map((ander) => compare(plaats, ander))
      .filter(isGelijk)
      .sort(compareScore)
      .slice(0, MAX_GELIJKE)
      .map((vergeleken) => toGelijkenis(plaats, vergeleken));
    for (let at = from; at < to; at += 1) eigen[lijsten.nummers[at] ?? 0] = 0;
    return { gelijke, ...(drempel ? { drempel } : {}) };
  };

  function findKandidaten(plaats: number): Pick<Vergelijkantwoord, "drempel"> & { kandidaten: readonly number[] } {
    const { from, to } = rangeOf(plaats);
    const geraakt: number[] = [];
    for (let at = from; at < to; at += 1) {
      const nummer = lijsten.nummers[at] ?? 0;
      const gewicht = (gewichten[at] ?? 0) * (lijsten.bits[nummer] ?? 0) ** 2;
      const end = lijsten.starts[nummer + 1] ?? 0;
      for (let post = lijsten.starts[nummer] ?? 0; post < end; post += 1) {
        const ander = lijsten.plaatsen[post] ?? 0;
        const had = punten[ander] ?? 0;
        if (had === 0) geraakt.push(ander);
        punten[ander] = had + gewicht * (lijsten.gewichten[post] ?? 0);
      }
    }
    const beste = isKlein ? [] : findBeste(geraakt, plaats);
    for (const ander of geraakt) punten[ander] = 0;
    if (isKlein)
      return {
        kandidaten: Array.from({ length: kamervragen }, (_, ander) => ander).filter((ander) => ander !== plaats),
      };
    const last = beste.length === KANDIDATEN ? beste.at(-1) : undefined;
    return {
      kandidaten: beste.map(({ ander }) => ander),
      ...(last ? { drempel: { score: last.score, sleutel: sleutelOf(last.ander) } } : {}),
    };
  }

  /** The best of many, in a short sorted row: sorting all of them took most of the time. */
  function findBeste(geraakt: readonly number[], plaats: number): readonly Scored[] {
    const beste: Scored[] = [];
    for (const ander of geraakt) {
      const score = (punten[ander] ?? 0) / (lengtes[ander] ?? 1);
      const last = beste.at(-1);
      if (ander === plaats || (beste.length === KANDIDATEN && last && compareScore({ ander, score }, last) > 0))
        continue;
      if (beste.length === KANDIDATEN) beste.pop();
      const at = beste.findIndex((known) => compareScore({ ander, score }, known) < 0);
      beste.splice(at < 0 ? beste.length : at, 0, { ander, score });
    }
    return beste;
  }

  /** Weighs the one whose terms stand in `eigen` against another, on all terms. */
  function compare(plaats: number, ander: number): Vergeleken {
    const own = rangeOf(plaats);
    const other = rangeOf(ander);
    const gedeeld: Gedeeld[] = [];
    let aantal = 0;
    let sum = 0;
    for (let at = other.from; at < other.to; at += 1) {
      const nummer = lijsten.nummers[at] ?? 0;
      const hier = (eigen[nummer] ?? 0) - 1;
      if (hier < 0) continue;
      aantal += 1;
      const bits = lijsten.bits[nummer] ?? 0;
      if (bits === 0) continue;
      const bijdrage = (gewichten[at] ?? 0) * (gewichten[own.from + hier] ?? 0) * bits ** 2;
      sum += bijdrage;
      gedeeld.push({ bijdrage, hier, daar: at - other.from });
    }
    const alle = own.to - own.from + (other.to - other.from) - aantal;
    return {
      ander,
      score: sum / ((lengtes[plaats] ?? 1) * (lengtes[ander] ?? 1)),
      gedeeld,
      isVrijwelGelijk: aantal >= MIN_VRIJWEL_GELIJK && aantal >= VRIJWEL_GELIJK * alle,
    };
  }

  function isGelijk({ score, gedeeld, isVrijwelGelijk }: Vergeleken): boolean {
    return isVrijwelGelijk || (!isKlein && score >= DREMPEL && gedeeld.length >= MIN_GEDEELD);
  }

  function toGelijkenis(plaats: number, { ander, score, gedeeld, isVrijwelGelijk }: Vergeleken): Gelijkenis {
    const hier = woordenOf(plaats);
    const daar = woordenOf(ander);
    let woorden: readonly string[] = [];
    for (const term of gedeeld.sort((a, b) => b.bijdrage - a.bijdrage || a.hier - b.hier)) {
      const woord = hier[term.hier] ?? "";
      // Two stems can have one number: the words tell.
      if (stamVanWoord(woord) === stamVanWoord(daar[term.daar] ?? "")) woorden = addWoord(woorden, woord);
    }
    return { sleutel: sleutelOf(ander), score, woorden, isVrijwelGelijk };
  }
}

/** The higher score first; where they are even, the first sleutel. */
function compareScore(a: Scored, b: Scored): number {
  return b.score - a.score || a.ander - b.ander;
}

type Scored = Pick<Vergeleken, "ander" | "score">;

interface Vergeleken {
  readonly ander: number;
  readonly score: number;
  /** The terms in common that tell something. */
  readonly gedeeld: Gedeeld[];
  readonly isVrijwelGelijk: boolean;
}

/** A term in common: what it adds, and its place among the terms of both. */
interface Gedeeld {
  readonly bijdrage: number;
  readonly hier: number;
  readonly daar: number;
}

/** "PAS" says nothing beside "PAS-melders": of two words of which one holds the other, the longer is shown. */
function addWoord(woorden: readonly string[], woord: string): readonly string[] {
  const klein = woord.toLowerCase();
  if (woorden.some((known) => known.toLowerCase().includes(klein))) return woorden;
  const shorter = woorden.findIndex((known) => klein.includes(known.toLowerCase()));
  if (shorter >= 0) return woorden.with(shorter, woord);
  return woorden.length < MAX_WOORDEN ? [...woorden, woord] : woorden;
}
