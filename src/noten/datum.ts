/** Dates as notes print them, among other words. */

import { isDatum } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";

const MAANDEN: readonly (readonly string[])[] = [
  ["januari", "jan", "january"],
  ["februari", "feb", "febr", "february"],
  ["maart", "mrt", "mar", "march"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "jun", "june"],
  ["juli", "jul", "july"],
  ["augustus", "aug", "august"],
  ["september", "sep", "sept"],
  ["oktober", "okt", "oct", "october"],
  ["november", "nov"],
  ["december", "dec"],
];
const MAAND_BY_NAAM = new Map(MAANDEN.flatMap((namen, index) => namen.map((naam) => [naam, index + 1] as const)));
const MAAND = [...MAAND_BY_NAAM.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");

const DATUM = new RegExp(
  [
    String.raw`(?<!\d)(?<dag>\d{1,2})\s{0,3}(?<maand>${MAAND})\b\.?,?\s{0,3}(?<jaar>(?:19|20)\d\d)(?!\d)`,
    String.raw`\b(?<maandEn>${MAAND})\s(?<dagEn>\d{1,2}),?\s(?<jaarEn>(?:19|20)\d\d)(?!\d)`,
    String.raw`(?<![\d./-])(?<dagC>\d{1,2})(?<s>[-./])(?<maandC>\d{1,2})\k<s>(?<jaarC>(?:19|20)\d\d)(?![\d/])`,
    String.raw`(?<![\d/-])(?<jaarI>(?:19|20)\d\d)-(?<maandI>\d\d)-(?<dagI>\d\d)(?!\d)`,
  ].join("|"),
  "giu",
);

/** Lists the whole dates in a text (day, month and year) that exist in the calendar, with where they begin. */
export function findDatums(tekst: string): readonly { readonly van: number; readonly datum: Datum }[] {
  return [...tekst.matchAll(DATUM)].flatMap(({ index, groups = {} }) => {
    const { dag, dagEn, dagC, dagI, maand, maandEn, maandC, maandI, jaar, jaarEn, jaarC, jaarI } = groups;
    const naam = (maand ?? maandEn)?.toLowerCase();
    const rang = naam === undefined ? Number(maandC ?? maandI) : MAAND_BY_NAAM.get(naam);
    const delen = [jaar ?? jaarEn ?? jaarC ?? jaarI, rang, dag ?? dagEn ?? dagC ?? dagI];
    const datum = delen.map((deel) => String(deel).padStart(2, "0")).join("-");
    return isDatum(datum) ? [{ van: index, datum }] : [];
  });
}

const MAANDBEGIN = "jan|feb|maa|mar|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec";

const BEGIN = new RegExp(
  String.raw`^(?:\d{1,2}\s{0,3}(?:${MAANDBEGIN})\p{L}{0,9}(?!\p{L})|(?:${MAAND})\.?,?\s\d|\d{1,2}[-./]\d{1,2}[-./]\d|(?:19|20)\d\d(?:-\d\d-\d\d)?(?=[\s,.:;)]|$))`,
  "iu",
);

/** Whether a text begins with a date, whole or in part ("23 januari", "februari 2022", "2023"), misspelt months included. */
export function beginsWithDatum(tekst: string): boolean {
  return BEGIN.test(tekst);
}
