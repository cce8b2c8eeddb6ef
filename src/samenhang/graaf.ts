/**
 * The graph of an archive: which Kamervraag refers to which. Filled one Kamervraag at a time, then asked for each page
 * who refers to it and which chain of follow-ups it stands in.
 */
import { ankersOf } from "../model/anker.ts";
import type { Datum, Kamervraag } from "../model/kamervraag.ts";
import { normalizeVraagnummer } from "../model/sleutel.ts";
import { idsOfBronnen, type Vindplaats, type Zoek } from "../verwijzingen/wegwijzer.ts";
import type { Relatie } from "./relatie.ts";
import { citatenOf, type Knoop, readPlaatsen, type Schakel, schakelsOf } from "./schakels.ts";

/** A reference between two Kamervragen, or to one that the archive does not hold (`naar` absent). */
export interface Verbinding extends Schakel {
  readonly van: string;
  readonly naar?: string;
  /** The address inside the page of `naar`. */
  readonly anker?: string;
}

export interface Graaf {
  /** Finds a Kamervraag by any of its identifiers; `undefined` when the archive lacks it or two of its Kamervragen share it. */
  readonly zoek: Zoek;
  /** The references to a Kamervraag, by the date of what refers, then by key; in one Kamervraag in reading order. */
  readonly verwijzersNaar: (sleutel: string) => readonly Verbinding[];
  /** The references from a Kamervraag to others, in reading order. */
  readonly verwijzingenVan: (sleutel: string) => readonly Verbinding[];
  /** The addresses inside the page of a Kamervraag, with a blank around each. */
  readonly ankersVan: (sleutel: string) => string;
  /** The keys of the chain of follow-ups that a Kamervraag stands in, oldest first, itself included; empty when it stands alone. */
  readonly keten: (sleutel: string) => readonly string[];
  /** All references, sorted by the key of what refers. */
  readonly verbindingen: () => Iterable<Verbinding>;
}

export interface Graafbouw {
  readonly add: (knoop: Knoop) => void;
  readonly besluit: () => Graaf;
}

/** Takes from a Kamervraag what the graph keeps. */
export function toKnoop(kamervraag: Kamervraag): Knoop {
  const { sleutel, vraagnummer, aliassen, bronnen, ingediend, blokken } = kamervraag;
  const ids = [...new Set([sleutel, ...(vraagnummer ? [vraagnummer] : []), ...aliassen, ...idsOfBronnen(bronnen)])];
  const eigen = new Set(ids.map(naamOf));
  const plaatsen = readPlaatsen(kamervraag);
  return {
    sleutel,
    ...(ingediend ? { ingediend } : {}),
    ids,
    ankers: ankersOf(blokken).flat(),
    schakels: schakelsOf(plaatsen, (id) => eigen.has(naamOf(id))),
    citaten: citatenOf(plaatsen),
  };
}

/** One name for all spellings of an identifier. */
export function naamOf(id: string): string {
  return /^(?:ah|kst|blg|h)-/i.test(id) ? id.toLowerCase() : (normalizeVraagnummer(id) ?? id);
}

/** Opens a graph to be filled. The order in which Kamervragen are added does not matter. */
export function openGraaf(): Graafbouw {
  const knopen = new Map<string, Kleineknoop>();
  const byId = new Map<string, string | null>();
  return {
    add: (knoop) => {
      const { sleutel, ingediend, ankers, schakels } = knoop;
      for (const id of knoop.ids) {
        const naam = naamOf(id);
        const known = byId.get(naam);
        // Shared by two Kamervragen, it names neither; a key is always its own page's.
        if (naam === sleutel || known === undefined) byId.set(naam, sleutel);
        else if (known !== sleutel && known !== naam) byId.set(naam, null);
      }
      knopen.set(sleutel, { ...(ingediend ? { ingediend } : {}), ankers: ` ${ankers.join(" ")} `, schakels });
    },
    besluit: () => toGraaf(knopen, byId),
  };
}

interface Kleineknoop {
  readonly ingediend?: Datum;
  /** Names with a blank around each: one string takes a tenth of the memory of a set. */
  readonly ankers: string;
  readonly schakels: readonly Schakel[];
}

const NIETS: readonly Verbinding[] = [];

function toGraaf(knopen: ReadonlyMap<string, Kleineknoop>, byId: ReadonlyMap<string, string | null>): Graaf {
  const zoek: Zoek = (id) => {
    const sleutel = byId.get(naamOf(id));
    const knoop = sleutel ? knopen.get(sleutel) : undefined;
    if (!sleutel || !knoop) return undefined;
    return { sleutel, hasAnker: (anker) => knoop.ankers.includes(` ${anker} `) } satisfies Vindplaats;
  };
  const volgorde = compareBy((sleutel) => knopen.get(sleutel)?.ingediend);
  const inkomend = new Map<string, Verbinding[]>();
  const uitgaand = new Map<string, readonly Verbinding[]>();
  const keten = openKetens();
  for (const sleutel of [...knopen.keys()].sort(volgorde)) {
    const knoop = knopen.get(sleutel);
    if (!knoop || knoop.schakels.length === 0) continue;
    const own = knoop.schakels.map((schakel) => toVerbinding(sleutel, schakel, zoek));
    uitgaand.set(sleutel, own);
    for (const verbinding of own) {
      const { naar, relatie } = verbinding;
      if (naar === undefined || naar === sleutel) continue;
      const list = inkomend.get(naar) ?? [];
      inkomend.set(naar, list);
      list.push(verbinding);
      if (isKetenschakel(relatie, knopen.get(naar)?.ingediend, knoop.ingediend)) keten.verbind(sleutel, naar);
    }
  }
  const ketens = keten.besluit(volgorde);
  return {
    zoek,
    ankersVan: (sleutel) => knopen.get(sleutel)?.ankers ?? "",
    verwijzersNaar: (sleutel) => inkomend.get(sleutel) ?? NIETS,
    verwijzingenVan: (sleutel) => uitgaand.get(sleutel) ?? NIETS,
    keten: (sleutel) => ketens.get(sleutel) ?? [],
    verbindingen: function* () {
      for (const sleutel of [...uitgaand.keys()].sort(compare)) yield* uitgaand.get(sleutel) ?? NIETS;
    },
  };
}

/** Resolves a reference. */
export function toVerbinding(van: string, schakel: Schakel, zoek: Zoek): Verbinding {
  const found = zoek(schakel.id);
  if (!found) return { ...schakel, van };
  const { onderdeel } = schakel;
  const anker =
    onderdeel &&
    [`${onderdeel.deel}-${onderdeel.nummer}`, `vraag-${onderdeel.nummer}`].find((wanted) => found.hasAnker(wanted));
  return { ...schakel, van, naar: found.sleutel, ...(anker ? { anker } : {}) };
}

/** Whether a reference binds two Kamervragen, put on these days, into a chain. Nothing follows on what was asked later. */
export function isKetenschakel(relatie: Relatie, naar: Datum | undefined, van: Datum | undefined): boolean {
  return (relatie === "vervolg" || relatie === "aanvulling") && isEerder(naar, van);
}

function isEerder(eerder: Datum | undefined, later: Datum | undefined): boolean {
  return eerder === undefined || later === undefined || eerder <= later;
}

// Chains are what hangs together by follow-ups: union-find, so that the cost stays linear.
function openKetens() {
  const boven = new Map<string, string>();
  const top = (sleutel: string): string => {
    let at = sleutel;
    for (let next = boven.get(at); next !== undefined && next !== at; next = boven.get(at)) at = next;
    for (let walk = sleutel; walk !== at; ) {
      const next = boven.get(walk) ?? at;
      boven.set(walk, at);
      walk = next;
    }
    return at;
  };
  return {
    verbind: (a: string, b: string) => {
      for (const one of [a, b]) if (!boven.has(one)) boven.set(one, one);
      const [first = a, second = b] = [top(a), top(b)].sort(compare);
      boven.set(second, first);
    },
    besluit: (volgorde: (a: string, b: string) => number): ReadonlyMap<string, readonly string[]> => {
      const groups = new Map<string, string[]>();
      for (const sleutel of [...boven.keys()].sort(volgorde)) {
        const name = top(sleutel);
        const group = groups.get(name) ?? [];
        groups.set(name, group);
        group.push(sleutel);
      }
      return new Map([...groups.values()].flatMap((group) => group.map((sleutel) => [sleutel, group] as const)));
    },
  };
}

/** Orders keys by a date, then by themselves. */
export function compareBy(datumOf: (sleutel: string) => Datum | undefined): (a: string, b: string) => number {
  return (a, b) => compare(datumOf(a) ?? "", datumOf(b) ?? "") || compare(a, b);
}

// Code units, not a locale: the order must be the same on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
