/**
 * Which open Kamervragen are late, and whose deadline passes in the week that begins on the as-of date. The rule is that of
 * findTermijn; nothing here looks at a clock.
 * @see docs/formats/termijn.md
 */
import { addDays, daysBetween } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import { TERMIJN_DAYS, TERMIJN_NA_UITSTEL_DAYS, type Termijn } from "../model/termijn.ts";
import { type Registerpost, standOf } from "./register.ts";

/** The lists, which are also the names of their pages in `stand/`. */
export const TERMIJNLIJSTEN = ["te-laat", "drie-weken-zonder-bericht", "zes-weken", "deze-week"] as const;
export type TermijnlijstSlug = (typeof TERMIJNLIJSTEN)[number];

/** An open Kamervraag with its running or passed deadline. */
export interface Termijnpost {
  readonly post: Registerpost;
  readonly termijn: Termijn;
}

export interface Termijnlijst {
  readonly slug: TermijnlijstSlug;
  /** Longest waiting first; on `deze-week` by the last day of the term. */
  readonly posten: readonly Termijnpost[];
}

/** The lists by name, and every term that still runs. */
export interface Termijnen {
  readonly lijsten: readonly Termijnlijst[];
  /** Those whose last day was the day before the as-of date: today is day 22, or 43 after a notice. */
  readonly gisteren: readonly Termijnpost[];
  /** All whose last day is the as-of date or later, by that day. */
  readonly lopend: readonly Termijnpost[];
}

/** Days of a week, the as-of date among them. */
export const WEEK_DAYS = 7;

/** Sorts the open Kamervragen to their lists. The order of the posts does not matter; a list can be empty, but is there. */
export function toTermijnen(posten: Iterable<Registerpost>, peildatum: Datum): Termijnen {
  const open: Termijnpost[] = [];
  for (const post of posten) {
    const { isOpen, termijn } = standOf(post, peildatum);
    if (isOpen && termijn) open.push({ post, termijn });
  }
  const langstEerst = [...open].sort((a, b) => b.termijn.dagen - a.termijn.dagen || compareSleutel(a, b));
  const opDag = [...open].sort((a, b) => compareText(a.termijn.uiterlijk, b.termijn.uiterlijk) || compareSleutel(a, b));
  const lopend = opDag.filter(({ termijn }) => !termijn.isTeLaat);
  const late = (isIn: (termijn: Termijn) => boolean) => langstEerst.filter(({ termijn }) => isIn(termijn));
  const einde = addDays(peildatum, WEEK_DAYS);
  const bySlug: Readonly<Record<TermijnlijstSlug, readonly Termijnpost[]>> = {
    "te-laat": late(({ isTeLaat }) => isTeLaat),
    "drie-weken-zonder-bericht": late(({ dagen, aantalUitstel }) => dagen > TERMIJN_DAYS && aantalUitstel === 0),
    "zes-weken": late(({ dagen }) => dagen > TERMIJN_NA_UITSTEL_DAYS),
    "deze-week": lopend.filter(({ termijn }) => termijn.uiterlijk < einde),
  };
  return {
    lijsten: TERMIJNLIJSTEN.map((slug) => ({ slug, posten: bySlug[slug] })),
    gisteren: opDag.filter(({ termijn }) => daysBetween(termijn.uiterlijk, peildatum) === 1),
    lopend,
  };
}

/** The posts of one list. */
export function postenOf({ lijsten }: Termijnen, slug: TermijnlijstSlug): readonly Termijnpost[] {
  return lijsten.find((lijst) => lijst.slug === slug)?.posten ?? [];
}

/** Splits posts that are sorted by the last day of their term into one group for each such day. */
export function groupByDag(
  posten: readonly Termijnpost[],
): readonly { readonly datum: Datum; readonly posten: readonly Termijnpost[] }[] {
  const dagen = new Map<Datum, Termijnpost[]>();
  for (const post of posten) {
    const dag = dagen.get(post.termijn.uiterlijk) ?? [];
    dagen.set(post.termijn.uiterlijk, dag);
    dag.push(post);
  }
  return [...dagen].map(([datum, op]) => ({ datum, posten: op }));
}

function compareSleutel(a: Termijnpost, b: Termijnpost): number {
  return compareText(a.post.sleutel, b.post.sleutel);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
