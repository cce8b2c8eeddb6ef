/**
 * A word of the merged index in which the pages of some shards are others: what the merge of all shards would make of it,
 * without reading them.
 */
import {
  type Deellijst,
  mergeLijsten,
  type Paginalijst,
  type Stukwoord,
  splitLijst,
} from "../../../src/zoeken/formaat/stuk.ts";

/** What a shard says of a word now. */
export interface Woorddeel {
  /** Number of the first page of the shard, and how many it had when the index was made. */
  readonly vanaf: number;
  readonly aantal: number;
  /** The word in the shard as it is now; absent when it does not stand there. */
  readonly nieuw: Stukwoord | undefined;
}

/** What was kept of the index is not enough: all shards have to be merged. */
export class NietBijTeWerken extends Error {}

/**
 * Answers the word as it is now; `undefined` when it is on no page any more.
 * @param oud the word in the index as it was.
 * @param delen by `vanaf`; of the shards between them nothing changed.
 * @throws NietBijTeWerken when the order of its spellings cannot be told without the shards.
 */
export function replaceDelen(
  woord: string,
  oud: Stukwoord | undefined,
  delen: readonly Woorddeel[],
): Stukwoord | undefined {
  const paginas = replaceLijst(oud?.paginas, delen, (nieuw) => nieuw.paginas);
  const namen = new Set(
    [oud, ...delen.map(({ nieuw }) => nieuw)].flatMap((een) => een?.vormen ?? []).map(({ vorm }) => vorm),
  );
  const vormen = [...namen].flatMap((vorm) => {
    const lijstVan = (een: Stukwoord) => een.vormen.find((ander) => ander.vorm === vorm)?.paginas;
    const lijst = replaceLijst(oud && lijstVan(oud), delen, lijstVan);
    return lijst.aantal === 0 ? [] : [{ vorm, paginas: lijst }];
  });
  if (paginas.aantal === 0 && vormen.length === 0) return undefined;
  // Spellings stand in the order of their first pages; on the same page, in that of its shard.
  const rangVan = new Map(vormen.map(({ vorm, paginas: { eerste } }) => [vorm, rangOf(vorm, eerste, oud, delen)]));
  const gesorteerd = vormen.toSorted(
    (een, ander) =>
      een.paginas.eerste - ander.paginas.eerste || (rangVan.get(een.vorm) ?? 0) - (rangVan.get(ander.vorm) ?? 0),
  );
  for (const [index, { vorm, paginas: lijst }] of gesorteerd.entries()) {
    const vorige = gesorteerd[index - 1];
    const isGelijk = vorige?.paginas.eerste === lijst.eerste;
    if (isGelijk && [vorige.vorm, vorm].some((een) => rangVan.get(een) === undefined)) {
      throw new NietBijTeWerken(`the order of the spellings of «${woord}» is not known`);
    }
  }
  return { woord, paginas, vormen: gesorteerd };
}

function replaceLijst(
  oud: Paginalijst | undefined,
  delen: readonly Woorddeel[],
  lijstVan: (woord: Stukwoord) => Paginalijst | undefined,
): Paginalijst {
  const stukken: Deellijst[] = [];
  let rest = oud;
  for (const { vanaf, aantal, nieuw } of delen) {
    const [voor, na] = rest ? splitLijst(rest, vanaf, vanaf + aantal) : [];
    if (voor) stukken.push({ vanaf: 0, paginas: voor });
    const lijst = nieuw && lijstVan(nieuw);
    if (lijst) stukken.push({ vanaf, paginas: lijst });
    rest = na;
  }
  if (rest) stukken.push({ vanaf: 0, paginas: rest });
  return mergeLijsten(stukken);
}

/** The place of a spelling among those that first stand on the same page; `undefined` when nothing here tells it. */
function rangOf(
  vorm: string,
  eerste: number,
  oud: Stukwoord | undefined,
  delen: readonly Woorddeel[],
): number | undefined {
  const deel = delen.findLast(({ vanaf }) => vanaf <= eerste);
  const plaats = deel?.nieuw?.vormen.findIndex(
    (een) => een.vorm === vorm && een.paginas.aantal > 0 && deel.vanaf + een.paginas.eerste === eerste,
  );
  if (plaats !== undefined && plaats >= 0) return plaats;
  const eerder = oud?.vormen.findIndex((een) => een.vorm === vorm && een.paginas.eerste === eerste) ?? -1;
  return eerder < 0 ? undefined : eerder;
}
