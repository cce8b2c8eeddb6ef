/** Which words of the index a typed word accepts. Nothing else is handed to the engine, so nothing else can be found. */
import type { GelezenStukwoord } from "../formaat/stuk.ts";
import { findStukken, type Stuk } from "../formaat/stukkentabel.ts";
import type { Patroonwoord } from "../vraag/zoekvraag.ts";
import type { Stammer } from "./wasm.ts";

/** Between the stem of a part and the compound it stands in: "opvang·kinderopvang". */
export const SAMENSTELLINGSTEKEN = "·";

/** A word of fewer letters does not accept words that begin with it. */
export const BEGIN_LETTERS = 3;

/**
 * A begin that so many pieces of the index could answer ("ver" in a large archive) says too little: only the word itself
 * counts then. Otherwise three letters would load megabytes.
 */
export const BEGIN_STUKKEN = 12;

const HOOGSTE = "\uffff";

/** What a typed word accepts, and in which pieces of the index that can stand. */
export interface Woordvraag {
  readonly woord: string;
  readonly stam: string;
  readonly stukken: readonly Stuk[];
  readonly accept: (indexwoord: string) => boolean;
}

/** Says what a word accepts: its stem, what begins with it as it was typed, and compounds it is a part of. */
export function toWoordvraag({ woord = "", past }: Patroonwoord, stam: Stammer, stukken: readonly Stuk[]): Woordvraag {
  const deStam = stam(woord);
  const samenstelling = `${deStam}${SAMENSTELLINGSTEKEN}`;
  const van = (begin: string, tot: string) => findStukken(stukken, begin, tot);
  const opStam = van(deStam, deStam);
  const opBegin = past === "heel" || woord.length < BEGIN_LETTERS ? [] : van(woord, woord + HOOGSTE);
  const isBegin = opBegin.length > 0 && opBegin.length <= BEGIN_STUKKEN;
  const isDeel = past === "begin" && woord.length >= BEGIN_LETTERS;
  const nodig = [
    ...opStam,
    ...(isBegin ? opBegin : []),
    ...(isDeel ? van(samenstelling, samenstelling + HOOGSTE) : []),
  ];
  return {
    woord,
    stam: deStam,
    stukken: [...new Set(nodig)],
    accept(indexwoord) {
      if (indexwoord === deStam || (past !== "begin" && indexwoord === woord)) return true;
      if (isDeel && indexwoord.startsWith(samenstelling)) return true;
      if (!isBegin || !indexwoord.startsWith(woord)) return false;
      // What is a part of some other word's compound begins with that part, but is not a word of the text.
      if (isSamenstelling(indexwoord)) return false;
      return past === "begin" || (woord.length >= GETAL_CIJFERS && !CIJFER.test(indexwoord.charAt(woord.length)));
    },
  };
}

/** From so many digits on, a number is also found with letters behind it: 36200 in "36200-VII". */
const GETAL_CIJFERS = 5;
const CIJFER = /\d/;

/** The index word was added: a part of a compound, with the pages of the compound. */
export function isSamenstelling(indexwoord: string): boolean {
  return indexwoord.includes(SAMENSTELLINGSTEKEN);
}

/** The word of the text that an index word stands for: the compound itself, when it is filed under one of its parts. */
export function tekstwoordOf(indexwoord: string): string {
  return indexwoord.slice(indexwoord.indexOf(SAMENSTELLINGSTEKEN) + 1);
}

/** A word of the index that a term accepts. */
export interface Aanname {
  readonly indexwoord: GelezenStukwoord;
  readonly vraag: Woordvraag;
}
