/**
 * The course of a case: everything in it that has a date, in time. One list for the page and for the JSON.
 * @see docs/formats/termijn.md
 */
import { termijnteksten } from "../../templates/data/termijnteksten.ts";
import { opsomming } from "../markdown/koppen.ts";
import { ankersOf, documentAnker } from "../model/anker.ts";
import { daysBetween, formatDatum } from "../model/datum.ts";
import { type Antwoord, type Datum, isAntwoord, type Kamervraag, type Mededeling } from "../model/kamervraag.ts";
import { datumOfAntwoord, opPeildatum } from "../model/peildatum.ts";
import { openVragen } from "../model/status.ts";
import { findTermijn, TERMIJN_DAYS } from "../model/termijn.ts";
import type { Verwijzing } from "./gesprek.ts";
import { standOf, toRegisterpost } from "./register.ts";

/** In the order in which they stand when they share a date. */
const VOLGORDE = [
  "ingediend",
  "mededeling",
  "uitstel",
  "deelantwoord",
  "antwoord",
  "per-brief",
  "ingetrokken",
  "nader-antwoord",
  "drie-weken",
  "zes-weken",
  "peildatum",
] as const;

export type Gebeurtenissoort = (typeof VOLGORDE)[number];

/** One thing that happened, or one limit that passed. */
export interface Gebeurtenis {
  readonly datum?: Datum;
  readonly gebeurtenis: Gebeurtenissoort;
  /** Days since the questions were put; absent where that has no date or comes later. */
  readonly dag?: number;
  /** Identifier of the publication that tells of it. */
  readonly bron?: string;
  /** Where it stands on the page. */
  readonly anker?: string;
  /** Of a partial antwoord: the numbers it answers. */
  readonly opVragen?: readonly string[];
}

/**
 * Lists what happened, oldest first; what has no date comes last. The limits stand in it where the rule holds: the six weeks
 * only once the three had passed or a notice had come. The as-of date stands in it while an antwoord is awaited, and where
 * something is dated later.
 */
export function toVerloop(kamervraag: Kamervraag, peildatum: Datum): readonly Gebeurtenis[] {
  const { ingediend, bronnen, mededelingen } = kamervraag;
  const vraagbron = bronnen.find(({ soort, vervangenDoor }) => soort === "vraag" && !vervangenDoor)?.id;
  const feiten: Gebeurtenis[] = [
    ...(ingediend
      ? [{ datum: ingediend, gebeurtenis: "ingediend" as const, ...(vraagbron ? { bron: vraagbron } : {}) }]
      : []),
    ...mededelingen.map(toMelding),
    ...toAntwoorden(kamervraag),
  ];
  const toen = opPeildatum(kamervraag, peildatum);
  const termijn = findTermijn(toen, peildatum);
  const hasZesWeken = termijn && (termijn.aantalUitstel > 0 || termijn.dagen > TERMIJN_DAYS);
  const { isOpen } = standOf(toRegisterpost(toen), peildatum);
  const isPeildatumNamed = isOpen || feiten.some(({ datum }) => datum !== undefined && datum > peildatum);
  const verloop: readonly Gebeurtenis[] = [
    ...feiten,
    ...(termijn ? [{ datum: termijn.drieWeken, gebeurtenis: "drie-weken" as const }] : []),
    ...(hasZesWeken ? [{ datum: termijn.zesWeken, gebeurtenis: "zes-weken" as const }] : []),
    ...(isPeildatumNamed ? [{ datum: peildatum, gebeurtenis: "peildatum" as const }] : []),
  ];
  return verloop.map((een) => withDag(een, ingediend)).sort(compareGebeurtenissen);
}

function toMelding({ soort, datum, bron }: Mededeling, index: number): Gebeurtenis {
  return {
    ...(datum ? { datum } : {}),
    gebeurtenis: soort === "overig" ? "mededeling" : soort,
    ...(bron ? { bron } : {}),
    anker: `mededeling-${index + 1}`,
  };
}

interface Antwoordgroep {
  readonly antwoorden: Antwoord[];
  readonly datum?: Datum;
  readonly bron?: string;
  readonly anker?: string;
}

// One for each document that answers, and for what is dated but stands in none.
function toAntwoorden(kamervraag: Kamervraag): readonly Gebeurtenis[] {
  const { blokken, bronnen } = kamervraag;
  const ankers = ankersOf(blokken);
  const groepen = new Map<string, Antwoordgroep>();
  blokken.forEach((blok, index) => {
    if (!isAntwoord(blok)) return;
    const datum = datumOfAntwoord(blok, kamervraag);
    const key = `${blok.bron ?? ""} ${datum ?? ""}`;
    const groep = groepen.get(key);
    if (groep) groep.antwoorden.push(blok);
    else {
      const anker = ankers[index]?.[0];
      groepen.set(key, {
        antwoorden: [blok],
        ...(datum ? { datum } : {}),
        ...(blok.bron ? { bron: blok.bron } : {}),
        ...(anker ? { anker } : {}),
      });
    }
  });
  if (groepen.size === 0) {
    const { beantwoord } = kamervraag;
    const bron = bronnen.find(({ soort, vervangenDoor }) => soort === "antwoord" && !vervangenDoor)?.id;
    return beantwoord ? [{ datum: beantwoord, gebeurtenis: "antwoord", ...(bron ? { bron } : {}) }] : [];
  }
  const sorted = [...groepen.values()].sort((a, b) => compareText(a.datum ?? EINDE, b.datum ?? EINDE));
  const gegeven = new Set<unknown>();
  let isAf = false;
  return sorted.map(({ antwoorden, ...rest }): Gebeurtenis => {
    for (const antwoord of antwoorden) gegeven.add(antwoord);
    if (bronnen.some(({ id, soort }) => id === rest.bron && soort === "nader-antwoord"))
      return { ...rest, gebeurtenis: "nader-antwoord" };
    isAf ||= openVragen(blokken.filter((blok) => !isAntwoord(blok) || gegeven.has(blok))).length === 0;
    if (isAf) return { ...rest, gebeurtenis: "antwoord" };
    return {
      ...rest,
      gebeurtenis: "deelantwoord",
      opVragen: [...new Set(antwoorden.flatMap(({ opVragen }) => opVragen))],
    };
  });
}

function withDag(een: Gebeurtenis, ingediend: Datum | undefined): Gebeurtenis {
  const dag = ingediend && een.datum ? daysBetween(ingediend, een.datum) : -1;
  return dag < 0 ? een : { ...een, dag };
}

// Sorts after every date.
const EINDE = "9999-99-99";

function compareGebeurtenissen(a: Gebeurtenis, b: Gebeurtenis): number {
  return (
    compareText(a.datum ?? EINDE, b.datum ?? EINDE) || VOLGORDE.indexOf(a.gebeurtenis) - VOLGORDE.indexOf(b.gebeurtenis)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One step of the course as the page shows it. */
export interface VerloopstapView {
  readonly datum?: Datum;
  readonly datumTekst: string;
  readonly dagTekst?: string;
  readonly tekst: string;
  readonly href?: string;
  readonly bron?: Verwijzing;
  /** Which mark it has on the rail; the words say it as well. */
  readonly vorm: "feit" | "grens" | "stand";
  /** "12 dagen te laat". */
  readonly laat?: string;
  /** Said of what is dated after the as-of date. */
  readonly later?: string;
}

export interface VerloopView {
  readonly kop: string;
  readonly stappen: readonly VerloopstapView[];
}

/** Shapes the course of a case; `undefined` where there is no more to it than one moment that the ledger names. */
export function toVerloopView(kamervraag: Kamervraag, peildatum: Datum): VerloopView | undefined {
  const verloop = toVerloop(kamervraag, peildatum);
  if (verloop.length < 2 && kamervraag.mededelingen.length === 0) return undefined;
  const toen = opPeildatum(kamervraag, peildatum);
  const termijn = findTermijn(toen, peildatum);
  const ids = new Set(kamervraag.bronnen.map(({ id }) => id));
  // The outcome is what ends the counting: the antwoord that was the last, or the as-of date.
  const slot = termijn?.isAfgedaan ? ("antwoord" as const) : ("peildatum" as const);
  const { verloop: woorden } = termijnteksten;
  let uitstel = 0;
  const stappen = verloop.map((een): VerloopstapView => {
    const { datum, gebeurtenis, dag, bron, anker } = een;
    if (gebeurtenis === "uitstel") uitstel += 1;
    const isLimit = gebeurtenis === "drie-weken" || gebeurtenis === "zes-weken";
    const isSlot = termijn?.isTeLaat && gebeurtenis === slot && (slot === "peildatum" || datum === toen.beantwoord);
    const isLater = !isLimit && datum !== undefined && datum > peildatum;
    return {
      ...(datum ? { datum } : {}),
      datumTekst: datum ? formatDatum(datum) : woorden.zonderDatum,
      ...(dag === undefined || gebeurtenis === "ingediend" ? {} : { dagTekst: woorden.dag(dag) }),
      tekst: toWoorden(een, toen, uitstel),
      ...(anker ? { href: `#${anker}` } : {}),
      ...(bron && ids.has(bron) ? { bron: { href: `#${documentAnker(bron)}`, tekst: bron } } : {}),
      vorm: isLimit ? "grens" : gebeurtenis === "peildatum" ? "stand" : "feit",
      ...(isSlot && termijn ? { laat: woorden.laat(termijn.dagenTeLaat) } : {}),
      ...(isLater ? { later: woorden.later } : {}),
    };
  });
  return { kop: woorden.kop, stappen };
}

function toWoorden({ gebeurtenis, datum, opVragen = [] }: Gebeurtenis, toen: Kamervraag, uitstel: number): string {
  const { verloop: woorden } = termijnteksten;
  switch (gebeurtenis) {
    case "deelantwoord":
      return woorden.deelantwoord(opsomming(opVragen), opVragen.length);
    case "uitstel":
      return uitstel > 1 ? woorden.weerUitstel : woorden.uitstel;
    case "peildatum": {
      const { status, ingediend } = toen;
      if (status === "deels-beantwoord") return woorden.peildatum.deels;
      const isWaiting = status === "open" || status === "uitgesteld";
      const isPut = !ingediend || (datum !== undefined && ingediend <= datum);
      return isWaiting && isPut ? woorden.peildatum.open : woorden.peildatum.anders;
    }
    default:
      return woorden[gebeurtenis];
  }
}
