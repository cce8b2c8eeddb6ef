/**
 * What is alike after a few Kamervragen came, went or changed, from what was found before: only those are compared again
 * whose answer can be another, and of the index only the lists are made that they walk.
 *
 * An answer hangs on the stems of its Kamervraag, and on the best candidates in the lists of those stems. Let C be what
 * changed itself, and whatever has a stem that tells more or less than before. For all others the lists differ in members
 * of C alone, and only these have another length; so the answer stays where none of C was among the candidates (it scores
 * below the last of them, which is kept) and none gets among them.
 */
import { bitsOf, isGelopen, type Lijsten } from "./lijsten.ts";
import type { GepakteTermen } from "./termen.ts";
import { bodemOf, KLEINSTE_ARCHIEF, lengteOf, openVraag, type Vergelijkantwoord } from "./vergelijking.ts";

/** The terms of an archive and what its comparison left, by place among the sorted sleutels. */
export interface Vergelijkstand {
  readonly sleutels: readonly string[];
  /** The terms of one stand from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly stammen: Int32Array;
  readonly gewichten: Uint8Array;
  readonly lengtes: Float64Array;
  /** Score and place of the last of a full row of candidates; 0 where the row is not full. */
  readonly drempels: Float64Array;
  readonly drempelplaatsen: Int32Array;
}

export interface Bijgewerkt {
  readonly stand: Vergelijkstand;
  /** The answers that can be other than before. */
  readonly antwoorden: ReadonlyMap<string, Vergelijkantwoord>;
}

/** With more of them it is quicker to compare all. */
const MEESTE = 2_000;

/**
 * Compares again what can differ; `undefined` when that is too much, and all have to be compared.
 * @param veranderd the terms of what came or changed; `undefined` for what went.
 * @param woordenVan the words of a Kamervraag in the order of its terms.
 */
export function werkVergelijkingBij(
  oud: Vergelijkstand,
  veranderd: ReadonlyMap<string, GepakteTermen | undefined>,
  woordenVan: (sleutel: string) => readonly string[],
): Bijgewerkt | undefined {
  if (veranderd.size > MEESTE) return undefined;
  const nieuw = withTermen(oud, veranderd);
  const [voor, na] = [oud.sleutels.length, nieuw.sleutels.length];
  if (Math.min(voor, na) < KLEINSTE_ARCHIEF || bodemOf(voor) !== bodemOf(na)) return undefined;

  const oudePlaatsen = placesOf(oud, veranderd.keys());
  const nieuwePlaatsen = placesOf(nieuw, veranderd.keys());
  const geweegd = findGewogen(oud, oudePlaatsen, nieuw, nieuwePlaatsen);
  // C, as places before and after.
  const cOud = new Set([...oudePlaatsen, ...geweegd]);
  const cNieuw = new Set(nieuwePlaatsen);
  for (const plaats of geweegd) {
    const naar = nieuw.naar[plaats] ?? -1;
    if (naar >= 0) cNieuw.add(naar);
  }
  if (cOud.size + cNieuw.size > MEESTE) return undefined;

  const eerder = toVeld(oud, cOud);
  const later = toVeld(nieuw, cNieuw);
  const bodem = bodemOf(na);
  const lengtes = nieuw.lengtes.slice();
  for (const plaats of cNieuw) {
    const van = nieuw.starts[plaats] ?? 0;
    lengtes[plaats] = lengteOf(bodem, gewichtenOf(nieuw, plaats), (at) => later.bits(nieuw.stammen[van + at] ?? 0));
  }
  const geraakt = new Set(cNieuw);
  for (const plaats of cOud) {
    for (const [ander, punten] of eerder.walk(plaats)) {
      const naar = nieuw.naar[ander] ?? -1;
      if (naar < 0 || cOud.has(ander) || geraakt.has(naar)) continue;
      if (isIn(oud, ander, punten / (oud.lengtes[plaats] ?? 1), plaats)) geraakt.add(naar);
    }
  }
  for (const plaats of cNieuw) {
    for (const [ander, punten] of later.walk(plaats)) {
      if (geraakt.has(ander)) continue;
      if (isIn(nieuw, ander, punten / (lengtes[plaats] ?? 1), plaats)) geraakt.add(ander);
    }
  }
  if (geraakt.size > MEESTE) return undefined;

  const vraag = openVraag({
    aantal: na,
    rangeOf: (plaats) => ({ from: nieuw.starts[plaats] ?? 0, to: nieuw.starts[plaats + 1] ?? 0 }),
    gewichten: nieuw.gewichten,
    lijsten: toDeellijsten(nieuw, geraakt),
    lengtes,
    sleutelOf: (plaats) => nieuw.sleutels[plaats] ?? "",
    woordenOf: (plaats) => woordenVan(nieuw.sleutels[plaats] ?? ""),
  });
  const antwoorden = new Map<string, Vergelijkantwoord>();
  for (const plaats of geraakt) {
    const antwoord = vraag(plaats);
    antwoorden.set(nieuw.sleutels[plaats] ?? "", antwoord);
    nieuw.drempels[plaats] = antwoord.drempel?.score ?? 0;
    nieuw.drempelplaatsen[plaats] = antwoord.drempel ? (placesOf(nieuw, [antwoord.drempel.sleutel])[0] ?? -1) : -1;
  }
  const { naar: _, ...stand } = nieuw;
  return { stand: { ...stand, lengtes }, antwoorden };
}

interface Vervolgstand extends Vergelijkstand {
  /** Where each place of before went; -1 for what is gone. */
  readonly naar: Int32Array;
}

/** The rows as they are with other terms; what changed has no length and no threshold yet. */
function withTermen(oud: Vergelijkstand, veranderd: ReadonlyMap<string, GepakteTermen | undefined>): Vervolgstand {
  const erbij = [...veranderd].flatMap(([sleutel, termen]) => (termen ? [{ sleutel, termen }] : []));
  const blijft = oud.sleutels.flatMap((sleutel, plaats) => (veranderd.has(sleutel) ? [] : [plaats]));
  const rijen = mergeBySleutel(oud.sleutels, blijft, erbij);
  const naar = new Int32Array(oud.sleutels.length).fill(-1);
  const starts = new Uint32Array(rijen.length + 1);
  for (const [plaats, { van, termen }] of rijen.entries()) {
    if (van >= 0) naar[van] = plaats;
    const aantal = termen ? termen.stammen.length : (oud.starts[van + 1] ?? 0) - (oud.starts[van] ?? 0);
    starts[plaats + 1] = (starts[plaats] ?? 0) + aantal;
  }
  const totaal = starts[rijen.length] ?? 0;
  const stand = {
    naar,
    sleutels: rijen.map(({ sleutel }) => sleutel),
    starts,
    stammen: new Int32Array(totaal),
    gewichten: new Uint8Array(totaal),
    lengtes: new Float64Array(rijen.length),
    drempels: new Float64Array(rijen.length),
    drempelplaatsen: new Int32Array(rijen.length).fill(-1),
  };
  for (const [plaats, { van, termen }] of rijen.entries()) {
    const at = starts[plaats] ?? 0;
    if (termen) {
      stand.stammen.set(termen.stammen, at);
      stand.gewichten.set(termen.gewichten, at);
      continue;
    }
    const [from, to] = [oud.starts[van] ?? 0, oud.starts[van + 1] ?? 0];
    stand.stammen.set(oud.stammen.subarray(from, to), at);
    stand.gewichten.set(oud.gewichten.subarray(from, to), at);
    stand.lengtes[plaats] = oud.lengtes[van] ?? 0;
    stand.drempels[plaats] = oud.drempels[van] ?? 0;
    stand.drempelplaatsen[plaats] = naar[oud.drempelplaatsen[van] ?? -1] ?? -1;
  }
  return stand;
}

interface Rij {
  readonly sleutel: string;
  /** Its place before, or -1. */
  readonly van: number;
  readonly termen?: GepakteTermen;
}

function mergeBySleutel(
  sleutels: readonly string[],
  blijft: readonly number[],
  erbij: readonly { readonly sleutel: string; readonly termen: GepakteTermen }[],
): readonly Rij[] {
  const nieuwe = erbij.toSorted((a, b) => (a.sleutel < b.sleutel ? -1 : 1));
  const rijen: Rij[] = [];
  let volgende = 0;
  const flush = (tot?: string) => {
    for (let rij = nieuwe[volgende]; rij && (tot === undefined || rij.sleutel < tot); rij = nieuwe[volgende]) {
      rijen.push({ ...rij, van: -1 });
      volgende += 1;
    }
  };
  for (const van of blijft) {
    const sleutel = sleutels[van] ?? "";
    flush(sleutel);
    rijen.push({ sleutel, van });
  }
  flush();
  return rijen;
}

function placesOf({ sleutels }: Vergelijkstand, gezocht: Iterable<string>): readonly number[] {
  return [...gezocht].flatMap((sleutel) => {
    let [from, to] = [0, sleutels.length];
    while (from < to) {
      const half = (from + to) >> 1;
      if ((sleutels[half] ?? "") < sleutel) from = half + 1;
      else to = half;
    }
    return sleutels[from] === sleutel ? [from] : [];
  });
}

function stammenOf({ starts, stammen }: Vergelijkstand, plaats: number): Int32Array {
  return stammen.subarray(starts[plaats] ?? 0, starts[plaats + 1] ?? 0);
}

function gewichtenOf({ starts, gewichten }: Vergelijkstand, plaats: number): Uint8Array {
  return gewichten.subarray(starts[plaats] ?? 0, starts[plaats + 1] ?? 0);
}

/** The places before of whatever has a stem that tells more or less than it did. */
function findGewogen(
  oud: Vergelijkstand,
  oudePlaatsen: readonly number[],
  nieuw: Vergelijkstand,
  nieuwePlaatsen: readonly number[],
): readonly number[] {
  const stammen = new Set([
    ...oudePlaatsen.flatMap((plaats) => [...stammenOf(oud, plaats)]),
    ...nieuwePlaatsen.flatMap((plaats) => [...stammenOf(nieuw, plaats)]),
  ]);
  const [voor, na] = [countStammen(oud, stammen), countStammen(nieuw, stammen)];
  const gewogen = new Set(
    [...stammen].filter(
      (stam) => weightOf(voor.get(stam), oud.sleutels.length) !== weightOf(na.get(stam), nieuw.sleutels.length),
    ),
  );
  const geraakt = new Set<number>();
  if (gewogen.size > 0) visit(oud, gewogen, (_, plaats) => geraakt.add(plaats));
  return [...geraakt];
}

function countStammen(stand: Vergelijkstand, gezocht: ReadonlySet<number>): ReadonlyMap<number, number> {
  const telling = new Map<number, number>();
  visit(stand, gezocht, (at) => {
    const stam = stand.stammen[at] ?? 0;
    telling.set(stam, (telling.get(stam) ?? 0) + 1);
  });
  return telling;
}

// A stem that no Kamervraag has weighs nothing.
function weightOf(aantal: number | undefined, kamervragen: number): number {
  return aantal === undefined ? 0 : bitsOf(aantal, kamervragen);
}

/** Passes over all terms for those of certain stems; most are refused by a look in a table of bits of their number. */
function visit(
  { sleutels, starts, stammen }: Vergelijkstand,
  gezocht: ReadonlySet<number>,
  see: (at: number, plaats: number) => void,
): void {
  let breedte = 1 << 16;
  while (breedte < gezocht.size * 32 && breedte < 1 << 24) breedte *= 2;
  const zeef = new Uint8Array(breedte);
  for (const stam of gezocht) zeef[stam & (breedte - 1)] = 1;
  for (let plaats = 0; plaats < sleutels.length; plaats += 1) {
    const to = starts[plaats + 1] ?? 0;
    for (let at = starts[plaats] ?? 0; at < to; at += 1) {
      const stam = stammen[at] ?? 0;
      if (zeef[stam & (breedte - 1)] === 1 && gezocht.has(stam)) see(at, plaats);
    }
  }
}

/** The lists that some Kamervragen walk. */
interface Veld {
  /** How much a stem of theirs tells. */
  readonly bits: (stam: number) => number;
  /** What each that it meets scores with one of them, before it is divided by a length. */
  readonly walk: (plaats: number) => ReadonlyMap<number, number>;
}

function toVeld(stand: Vergelijkstand, plaatsen: ReadonlySet<number>): Veld {
  const { starts, stammen, gewichten, sleutels } = stand;
  const gezocht = new Set([...plaatsen].flatMap((plaats) => [...stammenOf(stand, plaats)]));
  const telling = countStammen(stand, gezocht);
  const lijsten = new Map<number, { at: number; plaats: number }[]>();
  for (const [stam, aantal] of telling) if (isGelopen(aantal, sleutels.length)) lijsten.set(stam, []);
  visit(stand, new Set(lijsten.keys()), (at, plaats) => lijsten.get(stammen[at] ?? 0)?.push({ at, plaats }));
  const bits = (stam: number) => weightOf(telling.get(stam), sleutels.length);
  return {
    bits,
    walk(plaats) {
      const punten = new Map<number, number>();
      for (let at = starts[plaats] ?? 0; at < (starts[plaats + 1] ?? 0); at += 1) {
        const stam = stammen[at] ?? 0;
        const gewicht = (gewichten[at] ?? 0) * bits(stam) ** 2;
        for (const post of lijsten.get(stam) ?? [])
          punten.set(post.plaats, (punten.get(post.plaats) ?? 0) + gewicht * (gewichten[post.at] ?? 0));
      }
      punten.delete(plaats);
      return punten;
    },
  };
}

/** Whether one with this score stands among the candidates of `ander`. */
function isIn({ drempels, drempelplaatsen }: Vergelijkstand, ander: number, score: number, plaats: number): boolean {
  const drempel = drempels[ander] ?? 0;
  if (drempel === 0 || score > drempel) return true;
  return score === drempel && plaats <= (drempelplaatsen[ander] ?? -1);
}

/** The lists of the stems of some Kamervragen; all other stems have number 0, which tells nothing. */
function toDeellijsten(stand: Vergelijkstand, plaatsen: ReadonlySet<number>): Lijsten {
  const { stammen, gewichten, sleutels } = stand;
  const gezocht = new Set([...plaatsen].flatMap((plaats) => [...stammenOf(stand, plaats)]));
  const nummerVan = new Map([...gezocht].map((stam, index) => [stam, index + 1]));
  const nummers = new Int32Array(stammen.length);
  const telling = new Int32Array(gezocht.size + 1);
  visit(stand, gezocht, (at) => {
    const nummer = nummerVan.get(stammen[at] ?? 0) ?? 0;
    nummers[at] = nummer;
    telling[nummer] = (telling[nummer] ?? 0) + 1;
  });
  const starts = new Int32Array(telling.length + 1);
  const gelopen = new Set<number>();
  for (const [stam, nummer] of nummerVan) {
    const aantal = telling[nummer] ?? 0;
    const isLijst = isGelopen(aantal, sleutels.length);
    if (isLijst) gelopen.add(stam);
    starts[nummer + 1] = (starts[nummer] ?? 0) + (isLijst ? aantal : 0);
  }
  const lijstplaatsen = new Int32Array(starts.at(-1) ?? 0);
  const lijstgewichten = new Uint8Array(lijstplaatsen.length);
  const volgende = starts.slice();
  visit(stand, gelopen, (at, plaats) => {
    const nummer = nummers[at] ?? 0;
    const post = volgende[nummer] ?? 0;
    volgende[nummer] = post + 1;
    lijstplaatsen[post] = plaats;
    lijstgewichten[post] = gewichten[at] ?? 0;
  });
  const bits = Uint8Array.from(telling, (aantal) => (aantal === 0 ? 0 : bitsOf(aantal, sleutels.length)));
  return { nummers, bits, starts, plaatsen: lijstplaatsen, gewichten: lijstgewichten };
}

/** The state of a comparison that was made as a whole. */
export function toVergelijkstand(
  rijen: readonly {
    readonly sleutel: string;
    readonly termen: GepakteTermen;
    readonly lengte: number;
    readonly drempel?: Vergelijkantwoord["drempel"];
  }[],
): Vergelijkstand {
  const gesorteerd = rijen.toSorted((a, b) => (a.sleutel < b.sleutel ? -1 : 1));
  const leeg = withTermen(LEEG, new Map(gesorteerd.map(({ sleutel, termen }) => [sleutel, termen])));
  const { naar: _, ...stand } = leeg;
  const plaatsen = new Map(stand.sleutels.map((sleutel, plaats) => [sleutel, plaats]));
  for (const [plaats, { lengte, drempel }] of gesorteerd.entries()) {
    stand.lengtes[plaats] = lengte;
    stand.drempels[plaats] = drempel?.score ?? 0;
    stand.drempelplaatsen[plaats] = drempel ? (plaatsen.get(drempel.sleutel) ?? -1) : -1;
  }
  return stand;
}

const LEEG: Vergelijkstand = {
  sleutels: [],
  starts: new Uint32Array(1),
  stammen: new Int32Array(),
  gewichten: new Uint8Array(),
  lengtes: new Float64Array(),
  drempels: new Float64Array(),
  drempelplaatsen: new Int32Array(),
};
