/** Which Kamervragen can have others like them after some came, went or changed: only those are compared anew. */
import { bitsOf, isGelopen } from "./lijsten.ts";
import type { GepakteTermen } from "./termen.ts";
import { KLEINSTE_ARCHIEF } from "./vergelijking.ts";

/** The terms of an archive by sleutel. */
export type Termenset = ReadonlyMap<string, GepakteTermen>;

/**
 * Finds the Kamervragen of `nieuw` for which `findGelijke` can answer other than it did in `oud`; `undefined` when that is
 * all of them. It errs to the safe side only: for every other the answer is the same to the bit.
 *
 * The answer of one hangs on the lists that its own stems lead to, on how much those stems tell, and on the lengths of
 * those it meets there. So it can change with a stem whose list or weight did, and where the length of another did
 * that it meets.
 */
export function findGeraakt(oud: Termenset, nieuw: Termenset): ReadonlySet<string> | undefined {
  const isKlein = Math.min(oud.size, nieuw.size) < KLEINSTE_ARCHIEF;
  if (isKlein || Math.round(Math.log2(oud.size)) !== Math.round(Math.log2(nieuw.size))) return undefined;
  const verschil = findVerschil(oud, nieuw);
  if (verschil.size === 0) return new Set();

  // How many more or fewer Kamervragen have each stem of those that differ.
  const groei = new Map<number, number>();
  const count = (termen: GepakteTermen | undefined, by: 1 | -1) => {
    for (const stam of termen?.stammen ?? []) groei.set(stam, (groei.get(stam) ?? 0) + by);
  };
  for (const sleutel of verschil) {
    count(oud.get(sleutel), -1);
    count(nieuw.get(sleutel), 1);
  }
  const nu = countStammen(nieuw, new Set(groei.keys()));
  const anders = new Set<number>();
  const gewogen = new Set<number>();
  for (const [stam, erbij] of groei) {
    const aantal = nu.get(stam) ?? 0;
    const eerder = aantal - erbij;
    if (weightOf(aantal, nieuw.size) !== weightOf(eerder, oud.size)) gewogen.add(stam);
    if (isGelopen(aantal, nieuw.size) || isGelopen(eerder, oud.size)) anders.add(stam);
  }
  const geraakt = new Set([...verschil].filter((sleutel) => nieuw.has(sleutel)));
  const verlengd = new Set<number>();
  for (const [sleutel, { stammen }] of nieuw) {
    if (stammen.some((stam) => gewogen.has(stam))) {
      for (const stam of stammen) verlengd.add(stam);
      geraakt.add(sleutel);
    } else if (stammen.some((stam) => anders.has(stam))) geraakt.add(sleutel);
  }
  if (verlengd.size === 0) return geraakt;
  const telling = countStammen(nieuw, verlengd);
  const gelopen = new Set([...verlengd].filter((stam) => isGelopen(telling.get(stam) ?? 0, nieuw.size)));
  for (const [sleutel, { stammen }] of nieuw) {
    if (!geraakt.has(sleutel) && stammen.some((stam) => gelopen.has(stam))) geraakt.add(sleutel);
  }
  return geraakt;
}

function findVerschil(oud: Termenset, nieuw: Termenset): ReadonlySet<string> {
  const verschil = new Set<string>();
  for (const sleutel of oud.keys()) if (!nieuw.has(sleutel)) verschil.add(sleutel);
  for (const [sleutel, termen] of nieuw) {
    const eerder = oud.get(sleutel);
    if (!eerder || (eerder !== termen && !isSame(eerder, termen))) verschil.add(sleutel);
  }
  return verschil;
}

function isSame(a: GepakteTermen, b: GepakteTermen): boolean {
  return (["stammen", "gewichten", "tekst"] as const).every((deel) => {
    const [een, ander] = [a[deel], b[deel]];
    return een.length === ander.length && een.every((value, index) => value === ander[index]);
  });
}

// A stem that no Kamervraag has weighs nothing.
function weightOf(aantal: number, kamervragen: number): number {
  return aantal === 0 ? 0 : bitsOf(aantal, kamervragen);
}

function countStammen(termen: Termenset, gezocht: ReadonlySet<number>): ReadonlyMap<number, number> {
  const telling = new Map<number, number>();
  for (const { stammen } of termen.values()) {
    for (const stam of stammen) if (gezocht.has(stam)) telling.set(stam, (telling.get(stam) ?? 0) + 1);
  }
  return telling;
}
