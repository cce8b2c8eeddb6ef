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
  /** End of the three weeks. */
  readonly drieWeken: Datum;
  /** End of the six weeks. */
  readonly zesWeken: Datum;
  /** The date that counts: `drieWeken`, or `zesWeken` once postponement was announced. */
  readonly uiterlijk: Datum;
  /** Dates of the notices of postponement, oldest first. */
  readonly uitgesteldOp: readonly Datum[];
  /** Days taken (answered) or days waited as of the as-of date (open). */
  readonly dagen: number;
  readonly isAfgedaan: boolean;
  /** Answered after, or still open after, `uiterlijk`. */
  readonly isTeLaat: boolean;
}

/** What the rule needs to know of a Kamervraag. */
export type TermijnFeiten = Pick<Kamervraag, "kamer" | "soort" | "ingediend" | "beantwoord" | "status"> & {
  readonly mededelingen: readonly { readonly soort: string; readonly datum?: Datum }[];
};

/**
 * Computes the deadline as it stands on `peildatum` (the stated as-of date, never the clock). `undefined` where the rule
 * does not hold (oral, Eerste Kamer), where the date of submission is not known, and for questions that were withdrawn
 * or answered by letter, whose end the documents do not date.
 */
export function findTermijn(feiten: TermijnFeiten, peildatum: Datum): Termijn | undefined {
  const { ingediend, beantwoord, status } = feiten;
  if (feiten.kamer !== "tk" || feiten.soort !== "schriftelijk" || !ingediend) return undefined;
  if (status === "ingetrokken" || status === "per-brief") return undefined;
  const isAfgedaan = status === "beantwoord";
  if (isAfgedaan && !beantwoord) return undefined;
  const tot = isAfgedaan && beantwoord ? beantwoord : peildatum;
  const uitgesteldOp = feiten.mededelingen
    .filter((mededeling) => mededeling.soort === "uitstel")
    .flatMap((mededeling) => mededeling.datum ?? [])
    .sort();
  const hasUitstel = feiten.mededelingen.some((mededeling) => mededeling.soort === "uitstel");
  const drieWeken = addDays(ingediend, TERMIJN_DAYS);
  const zesWeken = addDays(ingediend, TERMIJN_NA_UITSTEL_DAYS);
  const uiterlijk = hasUitstel ? zesWeken : drieWeken;
  return {
    drieWeken,
    zesWeken,
    uiterlijk,
    uitgesteldOp,
    dagen: Math.max(0, daysBetween(ingediend, tot)),
    isAfgedaan,
    isTeLaat: tot > uiterlijk,
  };
}
