/**
 * Takes compounds apart with the words of the archive itself: "kinderopvang" is "kind", "er" and "opvang".
 *
 * A part is a word that the archive knows by itself. What guards against parts that are none (the "ster" of "minister"): parts
 * have four letters but for a few kept ones; prefixes and suffixes are none; and the parts together are not much rarer
 * than the whole (Koehn and Knight, "Empirical Methods for Compound Splitting", 2003), for the parts of a name are.
 */
import { GEEN_BEGIN, GEEN_EIND, TUSSENLETTERS, VASTE_DELEN } from "./delen.ts";
import type { Woordpaginas } from "./sleutels.ts";

/** A part and where it stands in the compound. */
export interface Samenstellingsdeel {
  readonly woord: string;
  readonly van: number;
  readonly tot: number;
}

/** Answers the parts of a folded word, in order; none when it is no compound. */
export type Splitser = (woord: string) => readonly Samenstellingsdeel[];

const WOORD_MIN = 7;
const WOORD_MAX = 45;
const DEEL_MIN = 4;
const DEEL_MAX = 25;
/** Shorter parts are none, not even those that always count. */
export const DEEL_KORTST = 3;
/** A part that is not a kept one stands on so many pages by itself. */
const DEEL_PAGINAS = 2;
/** A kept part counts for at least so many pages, however small the archive. */
const VAST_PAGINAS = 5;
/** Letters between parts cost as much as a part a few times rarer. */
const TUSSENLETTER_KOST = 1;
/** Each part costs, so that few long parts are taken before many short ones. */
const DEEL_KOST = 6;
/** The parts are at most this much rarer than the whole: the natural logarithm of how many times. */
const ZELDZAMER = 1.5;

const LETTERS = /^[a-z]+$/u;

/** Whether a folded word can be a compound at all. */
export function isSplitsbaar(woord: string): boolean {
  return woord.length >= WOORD_MIN && woord.length <= WOORD_MAX && LETTERS.test(woord);
}

/** Whether a folded word can be a part, if it stands on enough pages. */
export function isDeelbaar(woord: string): boolean {
  return VASTE_DELEN.has(woord) || (woord.length >= DEEL_MIN && woord.length <= DEEL_MAX && LETTERS.test(woord));
}

/** @param paginas on how many pages each folded word stands. */
export function openSplitser(paginas: Woordpaginas): Splitser {
  const waarden = new Map<string, number>();
  const lengtes = openLengtes();
  const add = (deel: string, aantal: number) => {
    waarden.set(deel, Math.log(aantal));
    lengtes.add(deel);
  };
  for (const [woord, aantal] of paginas) {
    if (aantal >= DEEL_PAGINAS && isDeelbaar(woord)) add(woord, aantal);
  }
  for (const deel of VASTE_DELEN) add(deel, Math.max(VAST_PAGINAS, paginas.get(deel) ?? 0));
  return (woord) => {
    if (!isSplitsbaar(woord)) return [];
    // beste[n]: the best way to write the letters before n as parts, each with the letters that bind it to the next.
    const beste: (Stap | undefined)[] = [{ score: 0, som: 0, aantal: 0 }];
    for (let van = 0; van < woord.length; van += 1) {
      const voor = beste[van];
      if (!voor) continue;
      for (let over = lengtes.at(woord, van); over !== 0; over &= over - 1) {
        const tot = van + 31 - Math.clz32(over & -over);
        if (tot > woord.length || (van === 0 && tot === woord.length)) continue;
        const deel = woord.slice(van, tot);
        const waarde = waarden.get(deel);
        if (waarde === undefined || (van === 0 ? GEEN_BEGIN : GEEN_EIND).has(deel)) continue;
        for (const tussen of TUSSENLETTERS) {
          const eind = tot + tussen.length;
          if (tussen !== "" && (eind >= woord.length || !woord.startsWith(tussen, tot))) continue;
          const score = voor.score + waarde - DEEL_KOST - (tussen === "" ? 0 : TUSSENLETTER_KOST);
          const eerder = beste[eind];
          if (eerder && eerder.score >= score) continue;
          beste[eind] = {
            score,
            som: voor.som + waarde,
            aantal: voor.aantal + 1,
            voor,
            deel: { woord: deel, van, tot },
          };
        }
      }
    }
    const eind = beste[woord.length];
    if (!eind || eind.aantal < 2) return [];
    if (eind.som / eind.aantal < Math.log(Math.max(1, paginas.get(woord) ?? 1)) - ZELDZAMER) return [];
    return delenOf(eind);
  };
}

export interface Lengtes {
  /** A part of at most 31 letters, all a to z. */
  readonly add: (deel: string) => void;
  /** The lengths that parts have which begin as the word does from `van` on, as bits: bit 5 for five letters. */
  readonly at: (woord: string, van: number) => number;
}

/** Letters by which parts are kept apart, and how many signs there are for each: a to z, and the end of the word. */
const KOP_LETTERS = 4;
const KOP_TEKENS = 27;
const EIND = 26;

/** Of all that a word could begin a part with, most is the begin of none: that is seen without looking a part up. */
export function openLengtes(): Lengtes {
  const maskers = new Int32Array(KOP_TEKENS ** KOP_LETTERS);
  const kopOf = (woord: string, van: number): number => {
    let kop = 0;
    for (let at = van; at < van + KOP_LETTERS; at += 1) {
      kop = kop * KOP_TEKENS + (at < woord.length ? woord.charCodeAt(at) - "a".charCodeAt(0) : EIND);
    }
    return kop;
  };
  return {
    add(deel) {
      const bit = 1 << deel.length;
      const kop = kopOf(deel, 0);
      // Of three letters: what comes behind them may be anything.
      const koppen =
        deel.length < KOP_LETTERS ? Array.from({ length: KOP_TEKENS }, (_, teken) => kop - EIND + teken) : [kop];
      for (const een of koppen) maskers[een] = (maskers[een] ?? 0) | bit;
    },
    at: (woord, van) => maskers[kopOf(woord, van)] ?? 0,
  };
}

interface Stap {
  readonly score: number;
  /** Of the logarithms of the pages of each part. */
  readonly som: number;
  readonly aantal: number;
  readonly voor?: Stap;
  readonly deel?: Samenstellingsdeel;
}

function delenOf(eind: Stap): readonly Samenstellingsdeel[] {
  const delen: Samenstellingsdeel[] = [];
  for (let stap: Stap | undefined = eind; stap?.deel; stap = stap.voor) delen.push(stap.deel);
  return delen.reverse();
}
