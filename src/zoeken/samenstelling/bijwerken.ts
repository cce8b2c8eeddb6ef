/**
 * The words to add for compounds, brought up to date after the counts of some words changed: only those words are taken apart
 * again in which something stands that changed.
 */
import { GEEN_BEGIN, GEEN_EIND, VASTE_DELEN } from "./delen.ts";
import { addKandidaat, findGewoon, GETAL_PAGINAS, listKandidaten, type Samenstellingsoptions } from "./sleutels.ts";
import { DEEL_KORTST, isDeelbaar, isSplitsbaar, openLengtes } from "./splits.ts";

export interface Woordverschil {
  /** Folded words whose count changed, with what it was: 0 for one that is new. One that is gone is in `paginas` no more. */
  readonly aantallen: ReadonlyMap<string, number>;
  /** Stems that are function words now and were not, or the other way about; or whose forms may come in another order. */
  readonly stammen: ReadonlySet<string>;
}

/**
 * Answers the index words of which the words to add can be others, each with what they are now: none for a word that is not
 * in the outcome of `toSleutels`.
 */
export function updateSleutels(
  stof: Samenstellingsoptions,
  { aantallen, stammen: anderestammen }: Woordverschil,
): ReadonlyMap<string, readonly string[]> {
  const { paginas, stam } = stof;
  const woorden = [...paginas.keys()];
  const stammen = woorden.map(stam);
  const nieuwVan = (woord: string) => paginas.get(woord) ?? 0;
  const anders = [...aantallen].filter(([woord, oud]) => nieuwVan(woord) !== oud).map(([woord]) => woord);
  const isAnders = new Set(anders);
  const vormen = groupVormen(woorden, stammen, new Set([...anderestammen, ...anders.map(stam)]));

  // Stems of which another form is the usual one, or which begin or cease to count.
  const andersgewoon = new Set(anderestammen);
  for (const deStam of new Set(anders.map(stam))) {
    const eigen = vormen.get(deStam) ?? [];
    const usual = (aantalVan: (woord: string) => number) =>
      findGewoon(
        eigen.filter((woord) => aantalVan(woord) > 0),
        () => deStam,
        aantalVan,
      ).get(deStam);
    if (usual((woord) => aantallen.get(woord) ?? nieuwVan(woord)) !== usual(nieuwVan)) andersgewoon.add(deStam);
  }
  // What is gone stood among the other forms of its stem, nobody knows where.
  for (const woord of anders) if (!paginas.has(woord)) andersgewoon.add(stam(woord));

  const zoek = openZoeker();
  for (const woord of anders) {
    const [oud, nieuw] = [aantallen.get(woord) ?? 0, nieuwVan(woord)];
    if (isDeelbaar(woord)) zoek.addDeel(woord);
    if (oud === 0 || nieuw === 0 || oud < GETAL_PAGINAS !== nieuw < GETAL_PAGINAS) zoek.addVorm(woord);
    if (andersgewoon.has(stam(woord))) zoek.addVorm(woord);
  }
  for (const deStam of andersgewoon) for (const vorm of vormen.get(deStam) ?? []) zoek.addVorm(vorm);
  for (const deel of VASTE_DELEN) if (andersgewoon.has(stam(deel))) zoek.addVorm(deel);

  const geraakt = new Set<string>(anders.map(stam));
  for (const [index, woord] of woorden.entries()) {
    if (isAnders.has(woord) || (isSplitsbaar(woord) && zoek.isIn(woord))) geraakt.add(stammen[index] ?? "");
  }
  const kandidaten = woorden
    .filter((_, index) => geraakt.has(stammen[index] ?? ""))
    .flatMap((woord) => [...listKandidaten(woord, stof)]);
  const beginstammen = new Set(kandidaten.filter(({ isBegin }) => isBegin).map(({ deelstam }) => deelstam));
  const gewoon = findGewoon([...groupVormen(woorden, stammen, beginstammen).values()].flat(), stam, nieuwVan);
  const sleutels = new Map<string, Set<string>>([...geraakt].map((woord) => [woord, new Set()]));
  for (const kandidaat of kandidaten) addKandidaat(sleutels, kandidaat, gewoon);
  return new Map([...sleutels].map(([woord, lijst]) => [woord, [...lijst].sort()]));
}

/** The forms of these stems, in their order. */
function groupVormen(
  woorden: readonly string[],
  stammen: readonly string[],
  gevraagd: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const vormen = new Map<string, string[]>();
  for (const [index, woord] of woorden.entries()) {
    const deStam = stammen[index] ?? "";
    if (!gevraagd.has(deStam)) continue;
    const eigen = vormen.get(deStam);
    if (eigen) eigen.push(woord);
    else vormen.set(deStam, [woord]);
  }
  return vormen;
}

interface Zoeker {
  /** A part whose worth changed: where it can be none it is not looked for. */
  readonly addDeel: (woord: string) => void;
  /** A form that counts otherwise: it or, for a plural, its singular may be a part anywhere. */
  readonly addVorm: (woord: string) => void;
  /** Whether one of them stands in a word. */
  readonly isIn: (woord: string) => boolean;
}

/** As `openLengtes` can tell. */
const LENGTE_MAX = 30;

function openZoeker(): Zoeker {
  const [aanBegin, verderop] = [openStukken(), openStukken()];
  const add = (stuk: string) => {
    aanBegin.add(stuk);
    verderop.add(stuk);
  };
  return {
    addDeel(woord) {
      if (!GEEN_BEGIN.has(woord)) aanBegin.add(woord);
      if (!GEEN_EIND.has(woord)) verderop.add(woord);
    },
    addVorm(woord) {
      add(woord);
      if (woord.endsWith("en")) add(woord.slice(0, -2));
    },
    isIn(woord) {
      if (aanBegin.isAt(woord, 0)) return true;
      for (let van = 1; van <= woord.length - DEEL_KORTST; van += 1) if (verderop.isAt(woord, van)) return true;
      return false;
    },
  };
}

/** Pieces of words; those with other letters than a to z stand in no compound. */
function openStukken() {
  const lengtes = openLengtes();
  const kort = new Set<string>();
  const lang = new Set<string>();
  return {
    add(stuk: string): void {
      if (stuk.length < DEEL_KORTST || !/^[a-z]+$/u.test(stuk)) return;
      if (stuk.length > LENGTE_MAX) lang.add(stuk);
      else {
        kort.add(stuk);
        lengtes.add(stuk);
      }
    },
    isAt(woord: string, van: number): boolean {
      for (let over = lengtes.at(woord, van); over !== 0; over &= over - 1) {
        const tot = van + 31 - Math.clz32(over & -over);
        if (tot <= woord.length && kort.has(woord.slice(van, tot))) return true;
      }
      for (const stuk of lang) if (woord.startsWith(stuk, van)) return true;
      return false;
    },
  };
}
