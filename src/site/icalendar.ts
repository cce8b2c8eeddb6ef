/** All-day events as iCalendar (RFC 5545). The same events give the same bytes: no clock, no random identifier. */
import { addDays } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";

export interface Agendapunt {
  /** Stays the same for as long as it is about the same thing, so that a calendar moves it rather than doubles it. */
  readonly uid: string;
  readonly datum: Datum;
  /** Counts the changes of its date. */
  readonly wijziging: number;
  readonly titel: string;
  readonly tekst: string;
  readonly url?: string;
}

/** Writes a calendar of all-day events. `stempel` is the as-of date: when what it says was so. */
export function toICalendar(naam: string, stempel: Datum, punten: readonly Agendapunt[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kamervragen-archief//Termijnen//NL",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeTekst(naam)}`,
    ...(punten.length === 0 ? TIJDZONE : punten.flatMap((punt) => toEvent(punt, stempel))),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

// A calendar holds at least one component; with nothing in it, the definition of UTC keeps it valid.
const TIJDZONE =
  "BEGIN:VTIMEZONE TZID:UTC BEGIN:STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+0000 TZOFFSETTO:+0000 END:STANDARD END:VTIMEZONE".split(
    " ",
  );

function toEvent({ uid, datum, wijziging, titel, tekst, url }: Agendapunt, stempel: Datum): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escapeTekst(uid)}`,
    `DTSTAMP:${compact(stempel)}T000000Z`,
    `SEQUENCE:${wijziging}`,
    `DTSTART;VALUE=DATE:${compact(datum)}`,
    `DTEND;VALUE=DATE:${compact(addDays(datum, 1))}`,
    `SUMMARY:${escapeTekst(titel)}`,
    `DESCRIPTION:${escapeTekst(tekst)}`,
    ...(url ? [`URL:${url}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(datum: Datum): string {
  return datum.replaceAll("-", "");
}

function escapeTekst(tekst: string): string {
  return tekst
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|[\r\n\u2028\u2029]/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

const LONGEST = 75;
const encoder = new TextEncoder();

// At most 75 octets a line, never cut inside a character; what follows begins with a blank, which counts.
function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LONGEST) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}
