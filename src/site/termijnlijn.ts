/** The deadline in words and drawn to scale: asked, three weeks, notices, six weeks, answered. */
import { teksten } from "../../templates/data/teksten.ts";
import { addDays, daysBetween, formatDatum, formatDatumShort } from "../model/datum.ts";
import type { Datum, Status } from "../model/kamervraag.ts";
import { TERMIJN_DAYS, TERMIJN_NA_UITSTEL_DAYS, type Termijn } from "../model/termijn.ts";

/** A word on the line; `x` in percent of the width. */
export interface Lijnlabel {
  readonly x: number;
  readonly tekst: string;
  readonly anker: "start" | "middle" | "end";
  /** `zeg` is the outcome, `laat` an outcome that came too late. */
  readonly klas?: "zeg" | "zeg laat";
}

export interface TermijnView {
  readonly tekst: string;
  /** Ticks of whole weeks, and of the two ends of the term. */
  readonly weken: readonly number[];
  readonly grenzen: readonly number[];
  /** Marks of the days on which something happened. */
  readonly punten: readonly number[];
  /** The time taken, up to the end of the term and beyond it. */
  readonly duur: number;
  readonly over?: { readonly van: number; readonly tot: number };
  readonly boven: readonly Lijnlabel[];
  readonly onder: readonly Lijnlabel[];
}

export interface TermijnFacts {
  readonly termijn: Termijn;
  readonly ingediend: Datum;
  readonly status: Status;
  readonly peildatum: Datum;
  /** Whether the archive holds an antwoord or a notice of after the as-of date. */
  readonly heeftLater?: boolean;
}

/** Shapes the deadline line of one Kamervraag. */
export function toTermijnView(facts: TermijnFacts): TermijnView {
  const { termijn, ingediend, peildatum } = facts;
  const total = Math.max(TERMIJN_NA_UITSTEL_DAYS, termijn.dagen);
  const x = (day: number) => Math.round((Math.min(day, total) / total) * 10_000) / 100;
  const grens = daysBetween(ingediend, termijn.uiterlijk);
  // A notice that is dated before the questions has no place on the line; the list of notices shows it.
  const uitstel = termijn.uitgesteldOp
    .map((datum) => ({ datum, dag: daysBetween(ingediend, datum) }))
    .filter(({ dag }) => dag >= 0);
  const tot = termijn.isAfgedaan ? undefined : peildatum;
  const eindDatum = tot ?? addDays(ingediend, termijn.dagen);
  const { boven, onder } = placeLabels(termijn, ingediend, eindDatum, uitstel, x);
  // More than half a year of weekly ticks would be a comb.
  const weken = total > 180 ? [] : Array.from({ length: Math.floor(total / 7) - 1 }, (_, week) => x((week + 1) * 7));

  return {
    tekst: toZin(facts),
    weken,
    grenzen: [x(TERMIJN_DAYS), x(TERMIJN_NA_UITSTEL_DAYS)],
    punten: [...uitstel.map(({ dag }) => x(dag)), ...(termijn.isAfgedaan ? [x(termijn.dagen)] : [])],
    duur: x(Math.min(termijn.dagen, grens)),
    ...(termijn.isTeLaat ? { over: { van: x(grens), tot: x(termijn.dagen) } } : {}),
    boven,
    onder,
  };
}

function toZin({ termijn, status, ingediend, peildatum, heeftLater }: TermijnFacts): string {
  const { dagen, dagenTeLaat: teveel, isAfgedaan, isTeLaat, aantalUitstel, uitgesteldOp, drieWeken } = termijn;
  const hasUitstel = aantalUitstel > 0;
  const uiterlijk = formatDatum(termijn.uiterlijk);
  const eersteUitstel = aantalUitstel === uitgesteldOp.length ? uitgesteldOp[0] : undefined;
  const zin = teksten.termijn;
  const parts: string[] = [];
  if (status === "deels-beantwoord") parts.push(zin.deels.trim());
  if (isAfgedaan && isTeLaat) parts.push((hasUitstel ? zin.teLaatNaUitstel : zin.teLaat)(dagen, uiterlijk, teveel));
  else if (isAfgedaan) parts.push((hasUitstel ? zin.opTijdNaUitstel : zin.opTijd)(dagen, uiterlijk));
  else if (isTeLaat) parts.push((hasUitstel ? zin.openTeLaatNaUitstel : zin.openTeLaat)(dagen, uiterlijk, teveel));
  else parts.push((hasUitstel ? zin.openNaUitstel : zin.open)(dagen, uiterlijk));
  if (eersteUitstel && eersteUitstel > drieWeken) parts.push(zin.laatGemeld(daysBetween(ingediend, eersteUitstel)));
  if (aantalUitstel > 1) parts.push(zin.tweedeUitstel);
  if (!isAfgedaan) parts.push(zin.peildatum(formatDatum(peildatum)));
  if (heeftLater) parts.push(zin.later);
  return parts.join(" ");
}

// Labels must not run into each other on the narrowest screen: 18 rem of line, letters of about 0.38 rem.
const LETTER_PERCENT = (0.38 / 18) * 100;
const GAP_PERCENT = 3;

function placeLabels(
  termijn: Termijn,
  ingediend: Datum,
  eindDatum: Datum,
  uitstel: readonly { readonly datum: Datum; readonly dag: number }[],
  x: (day: number) => number,
): { readonly boven: readonly Lijnlabel[]; readonly onder: readonly Lijnlabel[] } {
  const { dagen, dagenTeLaat, isAfgedaan, isTeLaat, uiterlijk } = termijn;
  const outcome = isAfgedaan ? teksten.termijn.beantwoord : teksten.termijn.vandaag;
  const eind = isTeLaat && !isAfgedaan ? teksten.termijn.laat(dagenTeLaat) : outcome(kort(eindDatum));
  const start = teksten.termijn.ingediend(kort(ingediend));
  const klas = isTeLaat ? ("zeg laat" as const) : ("zeg" as const);
  return {
    boven: keepApart([
      fits(x(dagen), eind).map((label) => ({ ...label, klas })),
      [{ x: 0, tekst: start, anker: "start" }],
      ...uitstel.map(({ datum, dag }) => fits(x(dag), teksten.termijn.uitstel(kort(datum)))),
    ]),
    onder: keepApart([
      fits(x(daysBetween(ingediend, uiterlijk)), labelOfGrens(termijn)),
      termijn.uiterlijk === termijn.drieWeken
        ? fits(x(TERMIJN_NA_UITSTEL_DAYS), teksten.termijn.zesWeken(kort(termijn.zesWeken)))
        : fits(x(TERMIJN_DAYS), teksten.termijn.drieWeken(kort(termijn.drieWeken))),
    ]),
  };
}

function labelOfGrens({ uiterlijk, drieWeken }: Termijn): string {
  const label = uiterlijk === drieWeken ? teksten.termijn.drieWeken : teksten.termijn.zesWeken;
  return label(kort(uiterlijk));
}

/** The ways in which a label can stand at its mark without leaving the line, the best first. */
function fits(x: number, tekst: string): readonly Lijnlabel[] {
  return (["middle", "start", "end"] as const)
    .map((anker) => ({ x, tekst, anker }))
    .filter((label) => {
      const [from, to] = spanOf(label);
      return from >= 0 && to <= 100;
    });
}

/**
 * Chooses a place for each label. The first label stays; where another cannot stand free, the first is moved, and where
 * that does not help the other is left out: the words beside the drawing say it as well.
 */
function keepApart(choices: readonly (readonly Lijnlabel[])[]): readonly Lijnlabel[] {
  const [first = [], ...others] = choices;
  const layouts = first.map((label) => {
    const kept = [label];
    for (const options of others) {
      const free = options.find((option) => kept.every((other) => isApart(option, other)));
      if (free) kept.push(free);
    }
    return kept;
  });
  return layouts.reduce((best, layout) => (layout.length > best.length ? layout : best), layouts[0] ?? []);
}

function isApart(a: Lijnlabel, b: Lijnlabel): boolean {
  const [aFrom, aTo] = spanOf(a);
  const [bFrom, bTo] = spanOf(b);
  return aTo + GAP_PERCENT <= bFrom || bTo + GAP_PERCENT <= aFrom;
}

function spanOf({ x, tekst, anker }: Lijnlabel): readonly [number, number] {
  const width = tekst.length * LETTER_PERCENT;
  if (anker === "start") return [x, x + width];
  return anker === "end" ? [x - width, x] : [x - width / 2, x + width / 2];
}

function kort(datum: Datum): string {
  return formatDatumShort(datum).slice(0, -5);
}
