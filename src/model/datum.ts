/** Dates as the documents write them, and counting days. No clock and no time zone: a date is an ISO string. */
import type { Datum } from "./kamervraag.ts";

const MAANDEN: readonly string[] = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

const LANGE_DATUM = new RegExp(String.raw`(\d{1,2})\s*(${MAANDEN.join("|")})\s*(\d{4})`, "i");
const ISO_DATUM = /^(\d{4})-(\d{2})-(\d{2})$/;
const CIJFER_DATUM = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;

/**
 * Finds the first date in a text: "29 oktober 2021" (any white space, also no-break), `2021-10-29` or `29-10-2021`
 * when the text is nothing else. Answers `undefined` where there is none, or none that exists ("30 februari 2011").
 */
export function findDatum(text: string): Datum | undefined {
  const trimmed = text.trim();
  const iso = ISO_DATUM.exec(trimmed);
  if (iso) return toDatum(iso[1], iso[2], iso[3]);
  const cijfers = CIJFER_DATUM.exec(trimmed);
  if (cijfers) return toDatum(cijfers[3], cijfers[2], cijfers[1]);
  const lang = LANGE_DATUM.exec(text);
  if (!lang) return undefined;
  const maand = MAANDEN.indexOf((lang[2] ?? "").toLowerCase()) + 1;
  return toDatum(lang[3], String(maand), lang[1]);
}

/** Whether a string is an ISO date that exists in the calendar. */
export function isDatum(text: string): boolean {
  const iso = ISO_DATUM.exec(text);
  return iso !== null && toDatum(iso[1], iso[2], iso[3]) === text;
}

/** Whole calendar days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: Datum, to: Datum): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function addDays(datum: Datum, days: number): Datum {
  return new Date(Date.parse(datum) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Writes a date out: "29 oktober 2021", with a no-break space between day and month. */
export function formatDatum(datum: Datum): string {
  const [jaar = "", maand = "", dag = ""] = datum.split("-");
  return `${Number(dag)}\u00a0${MAANDEN[Number(maand) - 1] ?? maand} ${jaar}`;
}

const KORTE_MAANDEN = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/** Writes a date short, for tables: "29 okt 2021". */
export function formatDatumShort(datum: Datum): string {
  const [jaar = "", maand = "", dag = ""] = datum.split("-");
  return `${Number(dag)}\u00a0${KORTE_MAANDEN[Number(maand) - 1] ?? maand}\u00a0${jaar}`;
}

function toDatum(jaar = "", maand = "", dag = ""): Datum | undefined {
  const datum = `${jaar}-${maand.padStart(2, "0")}-${dag.padStart(2, "0")}`;
  const time = Date.parse(`${datum}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  // Date.parse rolls 31 April over to 1 May in some engines: only a date that comes back unchanged exists.
  return new Date(time).toISOString().slice(0, 10) === datum ? datum : undefined;
}

/**
 * The vergaderjaar of a document of this date, e.g. `2030-2031`. The Aanhangsel begins anew on the third Tuesday of September
 * or near it: a date in September tells nothing.
 * @see docs/formats/adressen.md
 */
export function findVergaderjaar(datum: Datum): string | undefined {
  const [jaar, maand] = [Number(datum.slice(0, 4)), Number(datum.slice(5, 7))];
  if (maand === 9) return undefined;
  return maand > 9 ? `${jaar}-${jaar + 1}` : `${jaar - 1}-${jaar}`;
}
