/**
 * The lines that give a document without mark-up its structure. Each rule knows one kind of line; they are tried in order.
 * @see docs/formats/tekstvormen.md#koppen
 */
import { NUMMERREEKS } from "../../markdown/koppen.ts";

export type Kopsoort = "vraag" | "antwoord" | "mededeling" | "toelichting";

export interface Kop {
  readonly soort: Kopsoort;
  /** The heading as it stands: "Antwoord op vraag 3". */
  readonly kop: string;
  /** What stands behind it in the same line. */
  readonly rest: string;
}

interface Kopregel {
  readonly soort: Kopsoort;
  /** The heading; what follows in the line is text. */
  readonly patroon: RegExp;
  /** Whether text may follow in the line: then only behind a colon or full stop. */
  readonly metTekst: boolean;
}

// "1", "2, 3 en 5", "4 t/m 7", also with "vraag" again: "vraag 2 en vraag 3".
const REEKS = String.raw`${NUMMERREEKS}(?:\s*(?:,|en|t\/m)\s*vra(?:ag|gen)\s+${NUMMERREEKS})*`;
const ANTWOORD = String.raw`(?:nader\s+|aanvullend\s+)?(?:antwo{1,3}rd(?:en)?|beantwoording|reactie)`;
const OP_VRAAG = String.raw`(?:\s+(?:op|bij|van|voor))?(?:\s+(?:de\s+)?(?:deel)?vra(?:ag|gen))?`;

const KOPREGELS: readonly Kopregel[] = [
  {
    soort: "vraag",
    patroon: new RegExp(String.raw`^vra(?:ag|gen)\s*(?:(?:nr\.?|nummer)\s*)?${REEKS}`, "i"),
    metTekst: true,
  },
  {
    soort: "antwoord",
    patroon: new RegExp(String.raw`^${ANTWOORD}${OP_VRAAG}\s*(?:(?:nr\.?|nummer)\s*)?${REEKS}`, "i"),
    metTekst: true,
  },
  {
    soort: "antwoord",
    patroon: new RegExp(
      String.raw`^${ANTWOORD}\s+van\s+(?:de\s+)?(?:minister|staatssecretaris)\b.{0,120}?\sop\s+(?:de\s+)?vra(?:ag|gen)\s+${REEKS}$`,
      "i",
    ),
    metTekst: false,
  },
  { soort: "antwoord", patroon: /^(?:nader\s+|aanvullend\s+)?antwoord(?:en)?(?=\s*(?:[:.]\s*)?$)/i, metTekst: false },
  { soort: "antwoord", patroon: /^antwoord(?=:\s*\S)/i, metTekst: true },
  { soort: "mededeling", patroon: /^mededeling(?=\s*(?:[:.]\s*)?$)/i, metTekst: false },
  { soort: "toelichting", patroon: /^toelichting(?=\s*:)/i, metTekst: true },
];

/** The heading at the beginning of a line, when there is one. */
export function findKop(tekst: string): Kop | undefined {
  // Every heading begins with one of these: most lines need no more than a look at their first letter.
  if (!/^[vanmbrt]/i.test(tekst)) return undefined;
  for (const { soort, patroon, metTekst } of KOPREGELS) {
    const kop = patroon.exec(tekst)?.[0];
    if (kop === undefined) continue;
    const scheiding = /^\s*[:.)]?\s*/.exec(tekst.slice(kop.length))?.[0] ?? "";
    const rest = tekst.slice(kop.length + scheiding.length).trim();
    // "Antwoord 1 (Minister van A)": words in parentheses belong to the heading.
    if (rest === "" || /^\([^()]{1,120}\)\s*[:.]?$/.test(rest)) return { soort, kop: tekst.trim(), rest: "" };
    // "Vraag 2 Kunt u …?" without anything between: only when it asks.
    const isVraagzin = soort === "vraag" && /^\p{Lu}\p{L}+\s/u.test(rest) && rest.includes("?") && rest.length > 25;
    if (metTekst && (isVraagzin || /[:.)]/.test(scheiding)) && /^[\p{Lu}\d«"“‘'(\uFDD0]/u.test(rest))
      return { soort, kop: tekst.slice(0, kop.length + scheiding.trimEnd().length).trim(), rest };
  }
  return undefined;
}

/** Parts of the head that are a whole line. */
const HELE_KOPREGELS: readonly RegExp[] = [
  /^(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-Generaal\s*[12]?$/i,
  /^Vergaderjaar\s+\d{4}\s*[-–]\s*\d{4}\b/,
  /^regering\s+gegeven\s+antwoorden$/i,
  /^\d{1,4}$/,
  /^\d{4}Z\s?\d{4,6}$/,
];

/** Parts of the head that may go on in the next line. */
const KOPDELEN: readonly RegExp[] = [
  /^(?:mondelinge\s+|schriftelijke\s+)?vra(?:ag|gen)\s+(?:van\s+(?:het\s*lid|de\s*leden)|gesteld\s+door\s+de\s+leden)\b/i,
  /^(?:nader\s+|aanvullend\s+)?(?:antwoord(?:en)?|mededeling)\s+van\s+(?:de\s+)?(?:minister|staatssecretaris)/i,
];

/** Whether a line stands by itself: a heading, or a part of the head. */
export function isKopregel(tekst: string): boolean {
  const kop = findKop(tekst);
  return kop !== undefined && kop.rest === "";
}

/** Whether a line of the head is whole: nothing of it stands in the next. */
export function isHeleKopregel(tekst: string): boolean {
  return HELE_KOPREGELS.some((patroon) => patroon.test(tekst));
}

/** Whether a line opens a part of the head. */
export function isKopdeel(tekst: string): boolean {
  return isHeleKopregel(tekst) || KOPDELEN.some((patroon) => patroon.test(tekst));
}
