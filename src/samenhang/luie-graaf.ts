/**
 * The graph of an archive of which only a part is looked at: it takes a Kamervraag in hand when a question leads to it. It
 * answers as `openGraaf` does that has them all.
 */
import type { Zoek } from "../verwijzingen/wegwijzer.ts";
import { compareBy, type Graaf, isKetenschakel, naamOf, toVerbinding, type Verbinding } from "./graaf.ts";
import type { Knoop } from "./schakels.ts";

/** Where the graph finds Kamervragen. Keys that do not belong to an answer do no harm there. */
export interface Knopenbron {
  readonly knoop: (sleutel: string) => Knoop | undefined;
  /** The keys of all that have an identifier of this name (`naamOf`), at least. */
  readonly metNaam: (naam: string) => Iterable<string>;
  /** The keys of all whose texts name one, at least. */
  readonly citerend: (naam: string) => Iterable<string>;
}

/** What the graph keeps of one Kamervraag, worked out once. */
interface Bekend {
  readonly knoop: Knoop;
  readonly namen: ReadonlySet<string>;
  readonly ankers: string;
}

/** Opens the graph. What its source answers must stay the same. */
export function openLuieGraaf(bron: Knopenbron): Omit<Graaf, "verbindingen"> {
  const get = memoize((sleutel): Bekend | undefined => {
    const knoop = bron.knoop(sleutel);
    return knoop && { knoop, namen: new Set(knoop.ids.map(naamOf)), ankers: ` ${knoop.ankers.join(" ")} ` };
  });
  // A key is its own page's; another name that two Kamervragen share names neither.
  const ownerOf = memoize((naam): string | undefined => {
    const eigenaars = [...new Set(bron.metNaam(naam))].filter((sleutel) => get(sleutel)?.namen.has(naam));
    if (eigenaars.includes(naam)) return naam;
    return eigenaars.length === 1 ? eigenaars[0] : undefined;
  });
  const zoek: Zoek = (id) => {
    const sleutel = ownerOf(naamOf(id));
    const ankers = sleutel === undefined ? undefined : get(sleutel)?.ankers;
    if (sleutel === undefined || ankers === undefined) return undefined;
    return { sleutel, hasAnker: (anker) => ankers.includes(` ${anker} `) };
  };
  const volgorde = compareBy((sleutel) => get(sleutel)?.knoop.ingediend);
  const verwijzingenVan = memoize((sleutel): readonly Verbinding[] =>
    (get(sleutel)?.knoop.schakels ?? []).map((schakel) => toVerbinding(sleutel, schakel, zoek)),
  );
  const verwijzersNaar = memoize((sleutel): readonly Verbinding[] => {
    const namen = [...(get(sleutel)?.namen ?? [])].filter((naam) => ownerOf(naam) === sleutel);
    const citerend = new Set(namen.flatMap((naam) => [...bron.citerend(naam)]));
    citerend.delete(sleutel);
    return [...citerend]
      .filter((ander) => get(ander) !== undefined)
      .sort(volgorde)
      .flatMap((ander) => verwijzingenVan(ander).filter(({ naar }) => naar === sleutel));
  });
  const buren = (sleutel: string): readonly string[] => {
    const ketens = [...verwijzingenVan(sleutel), ...verwijzersNaar(sleutel)].filter(
      ({ van, naar, relatie }) =>
        naar !== undefined &&
        naar !== van &&
        isKetenschakel(relatie, get(naar)?.knoop.ingediend, get(van)?.knoop.ingediend),
    );
    return ketens.flatMap(({ van, naar = van }) => (van === sleutel ? naar : van));
  };
  const ketens = new Map<string, readonly string[]>();
  return {
    zoek,
    verwijzersNaar,
    verwijzingenVan,
    ankersVan: (sleutel) => get(sleutel)?.ankers ?? "",
    keten(sleutel) {
      const known = ketens.get(sleutel);
      if (known) return known;
      const leden = new Set([sleutel]);
      for (const lid of leden) for (const buur of buren(lid)) leden.add(buur);
      const keten = leden.size > 1 ? [...leden].sort(volgorde) : [];
      for (const lid of leden) ketens.set(lid, keten);
      return keten;
    },
  };
}

function memoize<Answer>(find: (sleutel: string) => Answer): (sleutel: string) => Answer {
  const known = new Map<string, Answer>();
  return (sleutel) => {
    const before = known.get(sleutel);
    if (before !== undefined || known.has(sleutel)) return before as Answer;
    const answer = find(sleutel);
    known.set(sleutel, answer);
    return answer;
  };
}
