/**
 * The pieces of the word index brought up to date: those in which a word changed are cut anew, and those behind them until a
 * piece ends where one ended before. The others are what they were.
 */
import type { Stukgrens } from "../../../src/zoeken/formaat/meta.ts";
import type { GelezenStukwoord, Stukwoord } from "../../../src/zoeken/formaat/stuk.ts";
import { isVol, openSnijder, type Snede } from "./samenvoegen.ts";

/** A piece as the build before left it: its first and last word whole, and the name it stands under. */
export interface Stukstand extends Stukgrens {
  /** SHA-1 of its bytes, in hexadecimal. */
  readonly digest: string;
  readonly omvang: number;
}

export interface Woordwijziging {
  /** The word in UTF-8. */
  readonly sleutel: Uint8Array;
  /** Answers the word as it is now, given what it was; `undefined` when it is not there. */
  readonly pas: (oud: Stukwoord | undefined) => Stukwoord | undefined;
}

export interface Stukkenwerk {
  /** All pieces, in order; at least one. */
  readonly stukken: readonly Stukstand[];
  readonly readWoorden: (stuk: Stukstand) => Iterable<GelezenStukwoord>;
  /** Sorted, each word once. */
  readonly wijzigingen: readonly Woordwijziging[];
  readonly snede: Snede;
}

/** A piece that stays, or the words of one that is new. */
export type Bijgewerktstuk = { readonly oud: Stukstand } | { readonly nieuw: readonly Stukwoord[] };

/** The pieces as `cutStukken` would make them of all words. */
export function* updateStukken({ stukken, readWoorden, wijzigingen, snede }: Stukkenwerk): Generator<Bijgewerktstuk> {
  const perStuk = groupPerStuk(stukken, wijzigingen);
  const snijder = openSnijder(snede);
  for (const [index, stuk] of stukken.entries()) {
    if (snijder.isLeeg() && !isGeraakt(index)) {
      yield { oud: stuk };
      continue;
    }
    for (const woord of withWijzigingen(readWoorden(stuk), perStuk.get(index) ?? [])) {
      for (const nieuw of snijder.push(woord)) yield { nieuw };
    }
  }
  for (const nieuw of snijder.eind()) yield { nieuw };

  // A piece that is not full ended before a word with a piece of its own: that may be one no more.
  function isGeraakt(index: number): boolean {
    const stuk = stukken[index];
    if (!stuk || perStuk.has(index)) return true;
    const isHeel = isVol({ omvang: stuk.omvang, isEen: stuk.van === stuk.tot }, snede);
    return !isHeel && perStuk.has(index + 1);
  }
}

// What comes between two pieces goes to the second; what comes behind all of them to the last.
function groupPerStuk(
  stukken: readonly Stukstand[],
  wijzigingen: readonly Woordwijziging[],
): ReadonlyMap<number, readonly Woordwijziging[]> {
  const zoek = openStukzoeker(stukken);
  const groepen = new Map<number, Woordwijziging[]>();
  for (const wijziging of wijzigingen) {
    const index = zoek(wijziging.sleutel);
    const groep = groepen.get(index);
    if (groep) groep.push(wijziging);
    else groepen.set(index, [wijziging]);
  }
  return groepen;
}

/** Finds the piece in which a word stands, or would stand. */
export function openStukzoeker(stukken: readonly Stukgrens[]): (sleutel: Uint8Array) => number {
  const einden = stukken.map(({ tot }) => Buffer.from(tot));
  return (sleutel) => {
    let [van, tot] = [0, einden.length - 1];
    while (van < tot) {
      const midden = (van + tot) >> 1;
      const eind = einden[midden];
      if (eind && Buffer.compare(eind, sleutel) < 0) van = midden + 1;
      else tot = midden;
    }
    return van;
  };
}

function* withWijzigingen(
  woorden: Iterable<GelezenStukwoord>,
  wijzigingen: readonly Woordwijziging[],
): Generator<Stukwoord> {
  let volgende = 0;
  for (const woord of woorden) {
    let eigen: Woordwijziging | undefined;
    for (let een = wijzigingen[volgende]; een; een = wijzigingen[volgende]) {
      const verschil = Buffer.compare(een.sleutel, woord.sleutel);
      if (verschil > 0) break;
      volgende += 1;
      if (verschil === 0) {
        eigen = een;
        break;
      }
      const nieuw = een.pas(undefined);
      if (nieuw) yield nieuw;
    }
    const nu = eigen ? eigen.pas(woord) : woord;
    if (nu) yield nu;
  }
  for (const { pas } of wijzigingen.slice(volgende)) {
    const nieuw = pas(undefined);
    if (nieuw) yield nieuw;
  }
}
