/**
 * Takes compounds apart with the words of the archive itself: "kinderopvang" is "kind", "er" and "opvang".
 *
 * A part is a word that the archive knows by itself. What guards against parts that are none (the "ster" of "minister"): parts
 * have four letters but for a few kept ones; prefixes and suffixes are none; and the parts together are not much rarer
 * than the whole (Koehn and Knight, "Empirical Methods for Compound Splitting", 2003), for the parts of a name are.
 */
import { GEEN_BEGIN, GEEN_EIND, TUSSENLETTERS, VASTE_DELEN } from "./delen.ts";

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

/** @param paginas on how many pages each folded word stands. */
export function openSplitser(paginas: ReadonlyMap<string, number>): Splitser {
  const waardeOf = (deel: string): number | undefined => {
    const isVast = VASTE_DELEN.has(deel);
    const aantal = paginas.get(deel) ?? 0;
    if (isVast) return Math.log(Math.max(VAST_PAGINAS, aantal));
    return deel.length >= DEEL_MIN && aantal >= DEEL_PAGINAS ? Math.log(aantal) : undefined;
  };
  return (woord) => {
    if (woord.length < WOORD_MIN || woord.length > WOORD_MAX || !LETTERS.test(woord)) return [];
    // beste[n]: the best way to write the letters before n as parts, each with the letters that bind it to the next.
    const beste: (Stap | undefined)[] = [{ score: 0, som: 0, aantal: 0 }];
    for (let van = 0; van < woord.length; van += 1) {
      const voor = beste[van];
      if (!voor) continue;
      for (let tot = van + 3; tot <= Math.min(woord.length, van + DEEL_MAX); tot += 1) {
        if (van === 0 && tot === woord.length) continue;
        const deel = woord.slice(van, tot);
        if (van === 0 ? GEEN_BEGIN.has(deel) : GEEN_EIND.has(deel)) continue;
        const waarde = waardeOf(deel);
        if (waarde === undefined) continue;
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
