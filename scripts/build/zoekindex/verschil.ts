/** Which words of an index are others than they were, for some of its shards are; in a word of the whole index. */
import type { GelezenStukwoord, Paginalijst, Stukwoord } from "../../../src/zoeken/formaat/stuk.ts";
import type { Indexstand } from "./indexstand.ts";
import { mergeSorted } from "./samenvoegen.ts";
import type { Scherf, Woordtelling } from "./scherf.ts";
import { openStukzoeker, type Stukstand, type Woordwijziging } from "./stukken-bij.ts";
import { NietBijTeWerken, replaceDelen, type Woorddeel } from "./vervang.ts";
import { splitSleutels, type Woordsleutels } from "./woordsleutels.ts";

/** A shard in the place of another, from the same page on. */
export interface Vervanging {
  /** Number of its first page. */
  readonly vanaf: number;
  readonly oud?: Scherf;
  readonly nieuw?: Scherf;
}

export interface Verschilstof {
  readonly eerder: Pick<Indexstand, "stukken" | "sleutels">;
  readonly vervangingen: readonly Vervanging[];
  /** What is added to the words now. */
  readonly sleutels: Woordsleutels;
  /** Words that have to be looked at, whether they changed or not. */
  readonly bekijk: readonly string[];
  readonly readWoorden: (stuk: Stukstand) => Iterable<GelezenStukwoord>;
}

/**
 * Answers what changed, sorted: words of the shards, and added words.
 * @throws NietBijTeWerken when the whole index has to be merged.
 */
export function findWijzigingen({
  eerder,
  vervangingen,
  sleutels,
  bekijk,
  readWoorden,
}: Verschilstof): readonly Woordwijziging[] {
  const delen = collectDelen(vervangingen);
  const wijzigingen = new Map<string, Woordwijziging["pas"]>();
  const add = (woord: string, pas: Woordwijziging["pas"]) => {
    // A word that is a word of a shard and an added one as well.
    if (wijzigingen.has(woord)) throw new NietBijTeWerken(`«${woord}» stands there twice`);
    wijzigingen.set(woord, pas);
  };
  for (const [woord, eigen] of delen) add(woord, (oud) => replaceDelen(woord, oud, eigen));
  for (const woord of bekijk) if (!delen.has(woord)) add(woord, (oud) => oud);
  const oudeVan = (woord: string) => splitSleutels(eerder.sleutels.get(woord));
  const nieuweVan = (woord: string) => splitSleutels(sleutels.get(woord));
  const metSleutels = [...new Set([...delen.keys(), ...findAnders(eerder.sleutels, sleutels)])].filter(
    (woord) => eerder.sleutels.has(woord) || sleutels.has(woord),
  );
  const woorden = readInhoud(metSleutels, eerder.stukken, readWoorden, delen);
  for (const woord of metSleutels) {
    const [oude, nieuwe, inhoud] = [oudeVan(woord), nieuweVan(woord), woorden.get(woord)];
    for (const sleutel of oude) if (!nieuwe.includes(sleutel)) add(sleutel, () => undefined);
    for (const sleutel of nieuwe) {
      if (delen.has(woord) || !oude.includes(sleutel)) add(sleutel, () => inhoud && { ...inhoud, woord: sleutel });
    }
  }
  return [...wijzigingen]
    .map(([woord, pas]) => ({ sleutel: Buffer.from(woord), pas }))
    .sort((a, b) => Buffer.compare(a.sleutel, b.sleutel));
}

/** What each shard says of the words that are others in it than in the one before. */
function collectDelen(vervangingen: readonly Vervanging[]): ReadonlyMap<string, readonly Woorddeel[]> {
  const delen = new Map<string, Woorddeel[]>();
  for (const { vanaf, oud, nieuw } of vervangingen) {
    const aantal = oud?.aantal ?? 0;
    for (const gelijk of mergeSorted([woordenVan(oud), woordenVan(nieuw)])) {
      const [eerder, nu] = [0, 1].map((bron) => gelijk.find((een) => een.bron === bron)?.value);
      const woord = (eerder ?? nu)?.woord ?? "";
      if (eerder && nu && isZelfde(eerder, nu)) continue;
      const eigen = delen.get(woord) ?? [];
      delen.set(woord, eigen);
      eigen.push({ vanaf, aantal, nieuw: nu && copyWoord(nu) });
    }
  }
  return delen;
}

function* woordenVan(scherf: Scherf | undefined): Generator<GelezenStukwoord> {
  if (scherf) yield* scherf.woorden();
}

function isZelfde(een: Stukwoord, ander: Stukwoord): boolean {
  return (
    isZelfdeLijst(een.paginas, ander.paginas) &&
    een.vormen.length === ander.vormen.length &&
    een.vormen.every(({ vorm, paginas }, index) => {
      const andere = ander.vormen[index];
      return andere?.vorm === vorm && isZelfdeLijst(paginas, andere.paginas);
    })
  );
}

function isZelfdeLijst(een: Paginalijst, ander: Paginalijst): boolean {
  return een.aantal === ander.aantal && een.eerste === ander.eerste && Buffer.compare(een.rest, ander.rest) === 0;
}

function findAnders(oud: Woordsleutels, nieuw: Woordsleutels): readonly string[] {
  const anders: string[] = [];
  for (const [woord, sleutels] of nieuw) if (oud.get(woord) !== sleutels) anders.push(woord);
  for (const woord of oud.keys()) if (!nieuw.has(woord)) anders.push(woord);
  return anders;
}

/** These words as they are now, of those that are in the index. */
function readInhoud(
  gevraagd: readonly string[],
  stukken: readonly Stukstand[],
  readWoorden: (stuk: Stukstand) => Iterable<GelezenStukwoord>,
  delen: ReadonlyMap<string, readonly Woorddeel[]>,
): ReadonlyMap<string, Stukwoord> {
  const zoek = openStukzoeker(stukken);
  const perStuk = new Map<number, Set<string>>();
  for (const woord of gevraagd) {
    const stuk = zoek(Buffer.from(woord));
    const groep = perStuk.get(stuk) ?? new Set();
    perStuk.set(stuk, groep.add(woord));
  }
  const gevonden = new Map<string, Stukwoord>();
  const toNu = (woord: string, oud: Stukwoord | undefined) => {
    const nu = replaceDelen(woord, oud, delen.get(woord) ?? []);
    if (nu) gevonden.set(woord, copyWoord(nu));
  };
  for (const [index, open] of perStuk) {
    const stuk = stukken[index];
    for (const woord of stuk ? readWoorden(stuk) : []) if (open.delete(woord.woord)) toNu(woord.woord, woord);
    for (const woord of open) toNu(woord, undefined);
  }
  return gevonden;
}

/** A copy: a slice would keep its whole piece in memory. */
export function copyWoord({ woord, paginas, vormen }: Stukwoord): Stukwoord {
  return {
    woord,
    paginas: copyLijst(paginas),
    vormen: vormen.map(({ vorm, paginas: lijst }) => ({ vorm, paginas: copyLijst(lijst) })),
  };
}

function copyLijst(lijst: Paginalijst): Paginalijst {
  return { ...lijst, rest: new Uint8Array(lijst.rest) };
}

/** Of the spellings of words that stand on more or fewer pages of these shards than before: on how many more. */
export function diffVormen(vervangingen: readonly Vervanging[]): ReadonlyMap<string, number> {
  const verschillen = new Map<string, number>();
  for (const { oud, nieuw } of vervangingen) {
    for (const gelijk of mergeSorted([vormenVan(oud), vormenVan(nieuw)])) {
      const [first] = gelijk;
      const verschil = gelijk.reduce((sum, { value, bron }) => sum + (bron === 0 ? -value.paginas : value.paginas), 0);
      if (!first || verschil === 0) continue;
      const vorm = decoder.decode(first.value.sleutel);
      verschillen.set(vorm, (verschillen.get(vorm) ?? 0) + verschil);
    }
  }
  return verschillen;
}

function* vormenVan(scherf: Scherf | undefined): Generator<Woordtelling> {
  if (scherf) yield* scherf.vormen();
}

const decoder = new TextDecoder();
