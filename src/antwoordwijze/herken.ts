/** How one antwoord answers, from its words alone. @see docs/formats/antwoordwijze.md */
import type { Richting } from "./doelen.ts";
import { findVerwijzingen, type Verwijzing } from "./verwijzingen.ts";
import { type Bereik, telWoorden } from "./zinnen.ts";

/** How an antwoord answers, as far as its words tell. The first four exclude each other; the others come with `eigen-antwoord`. */
export type Tekstwijze =
  | "eigen-antwoord"
  | "een-woord"
  | "verwijst-naar-antwoord"
  | "verwijst-naar-document"
  | "verwijst-ook-naar-antwoord"
  | "verwijst-ook-naar-document";

export interface Herkend {
  readonly wijze: Tekstwijze;
  /** Where the words stand that made it so; absent for an own answer, which nothing triggers. */
  readonly woorden?: Bereik;
  /** Numbers of the vragen that the words name. */
  readonly nummers?: readonly string[];
  /** Which antwoord they mean where they name no number. */
  readonly richting?: Richting;
}

/** So many words beside its referrals may an antwoord have that is a referral and no more. */
export const REST_MAX = 10;

/** The same, where the text says that the antwoord to this vraag stands elsewhere. */
export const REST_MAX_HET_ANTWOORD = 70;

/** Of a sentence with a referral so many words count as the referral; what is over is the answerer's own text. */
export const ZIN_MAX = 45;

const EEN_WOORD = /^[«“"'‘]?\p{L}[\p{L}’'-]*[.!]?[»”"'’]?$/u;
const IDEM = /^idem\W*$/iu;

/**
 * Says how an antwoord answers. `tekst` is its plain text, in which a note call stands as U+FFFC; offsets are in that text.
 * An empty text gives an empty list.
 */
export function herkenWijze(tekst: string): readonly Herkend[] {
  const kort = tekst.length < 80 ? tekst.replaceAll("\uFFFC", " ").trim() : tekst;
  if (kort.trim() === "") return [];
  const van = tekst.length - tekst.trimStart().length;
  const hele = { van, tot: van + kort.length };
  if (IDEM.test(kort)) return [{ wijze: "verwijst-naar-antwoord", woorden: hele, nummers: [], richting: "vorige" }];
  if (EEN_WOORD.test(kort)) return [{ wijze: "een-woord", woorden: hele }];

  const alle = findVerwijzingen(tekst);
  if (alle.length > 0) {
    const rest = telRest(tekst, alle);
    const isHetAntwoord = alle.some((verwijzing) => verwijzing.isHetAntwoord);
    if (rest <= (isHetAntwoord ? REST_MAX_HET_ANTWOORD : REST_MAX)) {
      return alle.map((verwijzing) => toHerkend(`verwijst-naar-${verwijzing.soort}`, verwijzing));
    }
  }
  const ook = alle.filter(({ isAlleenKort }) => !isAlleenKort);
  return [
    { wijze: "eigen-antwoord" },
    ...ook.map((verwijzing) => toHerkend(`verwijst-ook-naar-${verwijzing.soort}`, verwijzing)),
  ];
}

function toHerkend(wijze: Tekstwijze, { woorden, nummers, richting }: Verwijzing): Herkend {
  return { wijze, woorden, nummers, ...(richting ? { richting } : {}) };
}

// Every referral counts here, those of short antwoorden too: what they take is no text of its own.
// The number of a paper or an address on the web is no text of its own either: notes end up so in texts taken from Word files.
const KAAL = /https?:\/\/\S+|kamerstuk(?:ken)?\s(?:II\s)?\d{2}\s?\d{3}(?:[-\s]\p{Lu}{1,5})?,?\s(?:nr\.?\s?)?\d{1,4}/giu;

function telEigen(tekst: string): number {
  return telWoorden(tekst.replace(KAAL, " "));
}

function telRest(tekst: string, verwijzingen: readonly Verwijzing[]): number {
  let rest = 0;
  let last = 0;
  for (const { bereik } of verwijzingen) {
    if (bereik.tot <= last) continue;
    const from = Math.max(bereik.van, last);
    rest += telEigen(tekst.slice(last, from));
    rest += Math.max(0, telWoorden(tekst.slice(from, bereik.tot)) - ZIN_MAX);
    last = bereik.tot;
  }
  return rest + telEigen(tekst.slice(last));
}
