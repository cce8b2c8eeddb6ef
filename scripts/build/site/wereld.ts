/** An archive before and after some of its files changed, of which only that is read which is asked for. */
import type { Datum } from "../../../src/model/kamervraag.ts";
import { type Graaf, naamOf } from "../../../src/samenhang/graaf.ts";
import { type Knopenbron, openLuieGraaf } from "../../../src/samenhang/luie-graaf.ts";
import { postOp } from "../../../src/site/kaart.ts";
import type { Registerpost } from "../../../src/site/register.ts";
import { hashOf as hashOfTekst } from "../../../src/vergelijkbaar/termen.ts";
import type { Getallen } from "../../convert/kolommen.ts";
import type { Rij } from "./bak.ts";
import type { Momentkolommen } from "./momentopname.ts";

/** What is other than the build before had it. */
export interface Verschil {
  /** Cards that are new or whose file changed, by key. */
  readonly nieuw: ReadonlyMap<string, Rij>;
  /** Rows of before whose file is gone or changed. */
  readonly oud: ReadonlySet<number>;
  /** The as-of dates of then and of now. */
  readonly dagen: readonly [voor: Datum, na: Datum];
  /** Keys of those whose file did not change and that are told of otherwise on another day: they wait, or did until now. */
  readonly opDag: ReadonlySet<string>;
}

type Luiegraaf = Omit<Graaf, "verbindingen">;

export interface Wereld {
  /** The keys of all that came, went or changed. */
  readonly kern: ReadonlySet<string>;
  /** The row of before. */
  readonly rijOf: (sleutel: string) => number | undefined;
  readonly oudeRij: (sleutel: string) => Rij | undefined;
  readonly nieuweRij: (sleutel: string) => Rij | undefined;
  readonly oudePost: (sleutel: string) => Registerpost | undefined;
  readonly nieuwePost: (sleutel: string) => Registerpost | undefined;
  readonly voor: Luiegraaf;
  readonly na: Luiegraaf;
  /** The keys of those whose page or references can differ for how they hang together, the changed ones included. */
  readonly findGeraakt: () => ReadonlySet<string>;
  /** The keys of those whose page can differ for the day, and of those that are tied to one: they show how it stands. */
  readonly findOpDag: () => ReadonlySet<string>;
}

/** Opens it; `leesRij` reads a card as it was. */
export function openWereld(
  kolommen: Momentkolommen,
  sleutels: readonly string[],
  { nieuw, oud, opDag, dagen: [toen, nu] }: Verschil,
  leesRij: (rij: number) => Rij,
): Wereld {
  const rijen = new Map(sleutels.map((sleutel, rij) => [sleutel, rij]));
  const toSleutels = (gevonden: Iterable<number>) => [...gevonden].map((rij) => sleutels[rij] ?? "");
  const kern = new Set([...nieuw.keys(), ...toSleutels(oud)]);
  const oudeRij = (sleutel: string): Rij | undefined => {
    const rij = rijen.get(sleutel);
    return rij === undefined ? undefined : leesRij(rij);
  };
  const nieuweRij = (sleutel: string): Rij | undefined => {
    const rij = rijen.get(sleutel);
    return nieuw.get(sleutel) ?? (rij === undefined || oud.has(rij) ? undefined : leesRij(rij));
  };
  const [ids, citaten] = [memoOnce(() => openWijzer(kolommen.ids)), memoOnce(() => openWijzer(kolommen.citaten))];
  const toBron = (rijVan: (sleutel: string) => Rij | undefined, erbij: readonly string[]): Knopenbron => ({
    knoop: (sleutel) => rijVan(sleutel)?.kaart.knoop,
    metNaam: (naam) => [...toSleutels(ids()(naam)), ...erbij],
    citerend: (naam) => [...toSleutels(citaten()(naam)), ...erbij],
  });
  const bronnen = [toBron(oudeRij, []), toBron(nieuweRij, [...nieuw.keys()])] as const;
  const [voor, na] = [openLuieGraaf(bronnen[0]), openLuieGraaf(bronnen[1])];
  return {
    kern,
    rijOf: (sleutel) => rijen.get(sleutel),
    oudeRij,
    nieuweRij,
    oudePost: memo((sleutel) => toPost(oudeRij(sleutel), toen)),
    nieuwePost: memo((sleutel) => toPost(nieuweRij(sleutel), nu)),
    voor,
    na,
    findGeraakt() {
      const geraakt = new Set(kern);
      // Whoever has one of its names, or cites one: their references can lead elsewhere, and with them chains change.
      const genoemd = new Set(kern);
      for (const sleutel of kern) {
        const namen = [oudeRij(sleutel), nieuweRij(sleutel)].flatMap((rij) => rij?.kaart.knoop.ids.map(naamOf) ?? []);
        for (const bron of bronnen)
          for (const ander of namen.flatMap((naam) => [...bron.metNaam(naam), ...bron.citerend(naam)]))
            genoemd.add(ander);
        for (const graaf of [voor, na]) {
          for (const { van, naar } of [...graaf.verwijzingenVan(sleutel), ...graaf.verwijzersNaar(sleutel)]) {
            geraakt.add(van);
            if (naar !== undefined) geraakt.add(naar);
          }
        }
      }
      for (const sleutel of genoemd) {
        geraakt.add(sleutel);
        for (const graaf of [voor, na]) for (const lid of graaf.keten(sleutel)) geraakt.add(lid);
      }
      return geraakt;
    },
    findOpDag() {
      const gevonden = new Set(opDag);
      for (const sleutel of opDag) {
        for (const { van, naar } of [...na.verwijzingenVan(sleutel), ...na.verwijzersNaar(sleutel)]) {
          gevonden.add(van);
          if (naar !== undefined) gevonden.add(naar);
        }
        for (const lid of na.keten(sleutel)) gevonden.add(lid);
      }
      return gevonden;
    },
  };
}

function toPost(rij: Rij | undefined, peildatum: Datum): Registerpost | undefined {
  return rij && postOp(rij.kaart, peildatum);
}

function memo<Answer>(find: (sleutel: string) => Answer): (sleutel: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (sleutel) => {
    const answer = known.get(sleutel) ?? { answer: find(sleutel) };
    known.set(sleutel, answer);
    return answer.answer;
  };
}

/** Makes something when it is first asked for. */
export function memoOnce<Answer>(make: () => Answer): () => Answer {
  let made: { readonly answer: Answer } | undefined;
  return () => {
    made ??= { answer: make() };
    return made.answer;
  };
}

/** Finds rows by the hash of a name. */
type Wijzer = (naam: string) => readonly number[];
const EMMERS = 1 << 16;

/** Sorts all hashes into buckets, so that one is found in a few steps. */
function openWijzer({ begin, alle }: Getallen): Wijzer {
  const starts = new Uint32Array(EMMERS + 1);
  const emmerOf = (hash: number) => hash & (EMMERS - 1);
  for (const hash of alle) starts[emmerOf(hash) + 1] = (starts[emmerOf(hash) + 1] ?? 0) + 1;
  for (let emmer = 0; emmer < EMMERS; emmer += 1) starts[emmer + 1] = (starts[emmer + 1] ?? 0) + (starts[emmer] ?? 0);
  const volgende = starts.slice();
  const hashes = new Float64Array(alle.length);
  const rijen = new Uint32Array(alle.length);
  for (let rij = 0; rij + 1 < begin.length; rij += 1) {
    for (let at = begin[rij] ?? 0; at < (begin[rij + 1] ?? 0); at += 1) {
      const hash = alle[at] ?? 0;
      const plaats = volgende[emmerOf(hash)] ?? 0;
      volgende[emmerOf(hash)] = plaats + 1;
      hashes[plaats] = hash;
      rijen[plaats] = rij;
    }
  }
  return (naam) => {
    const hash = hashOfTekst(naam);
    const found: number[] = [];
    for (let at = starts[emmerOf(hash)] ?? 0; at < (starts[emmerOf(hash) + 1] ?? 0); at += 1) {
      if (hashes[at] === hash) found.push(rijen[at] ?? 0);
    }
    return found;
  };
}
