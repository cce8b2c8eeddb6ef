/**
 * The deadline rule: an answer is due within three weeks; after a notice of postponement within six. It holds for
 * written questions of the Tweede Kamer only. Days are calendar days; a recess is not deducted.
 * @see docs/formats/termijn.md
 */
import { addDays, daysBetween } from "./datum.ts";
import type { Datum, Kamervraag } from "./kamervraag.ts";

export const TERMIJN_DAYS = 21;
export const TERMIJN_NA_UITSTEL_DAYS = 42;

export interface Termijn {
  /** Last day of the three weeks: day 21. */
  readonly drieWeken: Datum;
  /** Last day of the six weeks: day 42. */
  readonly zesWeken: Datum;
  /** The date that counts: `drieWeken`, or `zesWeken` once postponement was announced. */
  readonly uiterlijk: Datum;
  /** Dates of the notices of postponement that count, oldest first. */
  readonly uitgesteldOp: readonly Datum[];
  /** How many notices of postponement count, those without a date among them. */
  readonly aantalUitstel: number;
  /** Days taken (answered) or days waited as of the as-of date (open). */
  readonly dagen: number;
  /** Days past `uiterlijk`; 0 when in time. */
  readonly dagenTeLaat: number;
  readonly isAfgedaan: boolean;
  /** Answered after, or still open after, `uiterlijk`. */
  readonly isTeLaat: boolean;
}

/** What the rule needs to know of a Kamervraag. */
export type TermijnFeiten = Pick<Kamervraag, "kamer" | "soort" | "ingediend" | "beantwoord" | "status"> & {
  readonly mededelingen: readonly { readonly soort: string; readonly datum?: Datum }[];
};

/**
 * Computes the deadline as it stands on `peildatum` (the stated as-of date, never the clock). A notice counts from its own
 * date on, also when it came after the three weeks; one that is later than the antwoord or the as-of date does not count.
 *
 * `undefined` where the rule does not hold (oral, Eerste Kamer), where the questions are not put yet or nobody knows when,
 * where the antwoord is dated before the questions, and for what was withdrawn or answered by letter, whose end the documents
 * do not date.
 */
export function findTermijn(feiten: TermijnFeiten, peildatum: Datum): Termijn | undefined {
  const { ingediend, beantwoord, status } = feiten;
  if (feiten.kamer !== "tk" || feiten.soort !== "schriftelijk" || !ingediend || ingediend > peildatum) return undefined;
  if (status === "ingetrokken" || status === "per-brief") return undefined;
  if (status === "beantwoord" && (!beantwoord || beantwoord < ingediend)) return undefined;
  const isAfgedaan = status === "beantwoord" && beantwoord !== undefined && beantwoord <= peildatum;
  const tot = isAfgedaan ? beantwoord : peildatum;
  const bekend = feiten.mededelingen.filter(({ datum }) => datum === undefined || datum <= tot);
  // What was left open after a part was answered can be answered by letter as well.
  if (!isAfgedaan && bekend.some(({ soort }) => soort === "per-brief")) return undefined;
  const uitstel = bekend.filter(({ soort }) => soort === "uitstel");
  const drieWeken = addDays(ingediend, TERMIJN_DAYS);
  const zesWeken = addDays(ingediend, TERMIJN_NA_UITSTEL_DAYS);
  const uiterlijk = uitstel.length > 0 ? zesWeken : drieWeken;
  const dagenTeLaat = Math.max(0, daysBetween(uiterlijk, tot));
  return {
    drieWeken,
    zesWeken,
    uiterlijk,
    uitgesteldOp: uitstel.flatMap(({ datum }) => datum ?? []).sort(),
    aantalUitstel: uitstel.length,
    dagen: daysBetween(ingediend, tot),
    dagenTeLaat,
    isAfgedaan,
    isTeLaat: dagenTeLaat > 0,
  };
}
