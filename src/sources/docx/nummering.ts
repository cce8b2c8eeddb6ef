/** Automatic numbers of a Word file: which list a paragraph is in, and what number it has there. */
import { type Cijfersoort, countNummer, type Niveau, type Nummer, type Tellers } from "../tekstverwerker/nummering.ts";
import { findKind, kinderenOf } from "../tekstverwerker/pakket.ts";
import type { XmlElement } from "../xml-boom.ts";
import { isAan, type Stijlen } from "./stijlen.ts";

export interface Plaatsing {
  readonly numId?: string | undefined;
  readonly niveau?: number | undefined;
  readonly stijl?: string | undefined;
}

/** Counts the paragraphs in the order in which it is asked. */
export type Nummeraar = (plaatsing: Plaatsing) => Nummer | undefined;

interface Lijst {
  readonly abstract: string;
  readonly niveaus: readonly (Niveau | undefined)[];
  readonly perStijl: ReadonlyMap<string, number>;
  /** Levels that begin anew when this list is first met. */
  readonly overrides: ReadonlyMap<number, number>;
}

const MAX_NIVEAU = 8;

export function createNummeraar(wortel: XmlElement | undefined, stijlen: Stijlen): Nummeraar {
  const lijsten = readLijsten(wortel, stijlen);
  const tellers = new Map<string, Tellers>();
  const begun = new Set<string>();
  return (plaatsing) => {
    const fromStijl = stijlen.get(plaatsing.stijl);
    const numId = plaatsing.numId ?? fromStijl.numId;
    const lijst = numId === undefined || numId === "0" ? undefined : lijsten.get(numId);
    if (numId === undefined || !lijst) return undefined;
    const ofStijl = plaatsing.stijl === undefined ? undefined : lijst.perStijl.get(plaatsing.stijl);
    const niveau = plaatsing.niveau ?? ofStijl ?? fromStijl.niveau ?? 0;
    if (!(niveau >= 0 && niveau <= MAX_NIVEAU)) return undefined;
    // Lists with one abstract list are counted through, until one says where it starts.
    const counted = tellers.get(lijst.abstract) ?? [];
    tellers.set(lijst.abstract, counted);
    const key = `${numId}/${niveau}`;
    if (!begun.has(key) && lijst.overrides.has(niveau)) counted[niveau] = undefined;
    begun.add(key);
    return countNummer(lijst.niveaus, counted, niveau, numId);
  };
}

function readLijsten(wortel: XmlElement | undefined, stijlen: Stijlen): ReadonlyMap<string, Lijst> {
  const abstracten = new Map(
    kinderenOf(wortel, "w:abstractNum").map((one) => [one.attributen["w:abstractNumId"] ?? "", one]),
  );
  const numbers = new Map(kinderenOf(wortel, "w:num").map((num) => [num.attributen["w:numId"] ?? "", num]));
  const abstractOf = (num: XmlElement | undefined) => findKind(num, "w:abstractNumId")?.attributen["w:val"] ?? "";
  const levels = new Map<string, readonly (readonly [number, XmlElement])[]>();
  const levelsOf = (abstract: string) => {
    const known = levels.get(abstract);
    if (known) return known;
    const own = abstracten.get(abstract);
    // A list style lives in the abstract list of the number that the style names.
    const link = findKind(own, "w:numStyleLink")?.attributen["w:val"];
    const linked = link === undefined ? undefined : stijlen.get(link).numId;
    const source = linked === undefined ? own : abstracten.get(abstractOf(numbers.get(linked)));
    const made = kinderenOf(source, "w:lvl").map((lvl) => [levelOf(lvl), lvl] as const);
    levels.set(abstract, made);
    return made;
  };
  const lijsten = new Map<string, Lijst>();
  for (const [numId, num] of numbers) {
    const abstract = abstractOf(num);
    const niveaus: (Niveau | undefined)[] = [];
    const perStijl = new Map<string, number>();
    const overrides = new Map<number, number>();
    const add = (niveau: number, lvl: XmlElement) => {
      if (!(niveau >= 0 && niveau <= MAX_NIVEAU)) return;
      niveaus[niveau] = readNiveau(lvl);
      const stijl = findKind(lvl, "w:pStyle")?.attributen["w:val"];
      if (stijl !== undefined) perStijl.set(stijl, niveau);
    };
    for (const [niveau, lvl] of levelsOf(abstract)) add(niveau, lvl);
    for (const override of kinderenOf(num, "w:lvlOverride")) {
      const niveau = levelOf(override);
      const lvl = findKind(override, "w:lvl");
      if (lvl) add(niveau, lvl);
      const start = findKind(override, "w:startOverride")?.attributen["w:val"];
      const stijl = niveaus[niveau];
      if (start === undefined || !stijl) continue;
      overrides.set(niveau, Number(start));
      niveaus[niveau] = { ...stijl, start: toStart(start) };
    }
    lijsten.set(numId, { abstract, niveaus, perStijl, overrides });
  }
  return lijsten;
}

function levelOf({ attributen }: XmlElement): number {
  return Number(attributen["w:ilvl"] ?? 0);
}

function toStart(val: string | undefined): number {
  const start = Number(val ?? 0);
  return Number.isSafeInteger(start) ? start : 1;
}

const CIJFERSOORTEN: Readonly<Record<string, Cijfersoort>> = {
  decimalZero: "decimaal-nul",
  lowerLetter: "letter",
  upperLetter: "LETTER",
  lowerRoman: "romeins",
  upperRoman: "ROMEINS",
  ordinal: "rangtelwoord",
  none: "geen",
};

/** What a `w:numFmt` is called here; a way of counting that no Dutch text has is written in figures. */
export function toCijfersoort(val: string | undefined): Cijfersoort {
  return CIJFERSOORTEN[val ?? ""] ?? "decimaal";
}

function readNiveau(lvl: XmlElement): Niveau {
  const format = findKind(lvl, "w:numFmt")?.attributen["w:val"];
  const patroon = findKind(lvl, "w:lvlText")?.attributen["w:val"] ?? "";
  if (format === "bullet") return { soort: "teken", patroon: toTeken(patroon), start: 1 };
  const legal = findKind(lvl, "w:isLgl");
  const herstart = findKind(lvl, "w:lvlRestart")?.attributen["w:val"];
  return {
    soort: toCijfersoort(format),
    patroon,
    start: toStart(findKind(lvl, "w:start")?.attributen["w:val"]),
    isCijfers: legal !== undefined && isAan(legal.attributen["w:val"]),
    ...(herstart === undefined ? {} : { herstart: Number(herstart) }),
  };
}

// Bullets come from symbol fonts, as characters without a meaning of their own.
function toTeken(patroon: string): string {
  return /^[\uE000-\uF8FF]?$/.test(patroon) ? "•" : patroon;
}
