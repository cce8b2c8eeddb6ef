/**
 * From lines to paragraphs: a PDF's text breaks its lines anywhere, other texts have a paragraph a line. Words broken by a
 * hyphen are made whole.
 * @see docs/formats/tekstvormen.md#alineas
 */
import type { Stuk } from "../gelezen.ts";
import type { Regel } from "./regels.ts";

/** A paragraph: its text, and the line on which it begins. */
export interface Alinea {
  readonly tekst: string;
  readonly regel: number;
}

export interface Alineas {
  readonly alineas: readonly Alinea[];
  readonly stukken: readonly Stuk[];
}

/** How the lines of a text relate to its paragraphs. */
export type Regelval =
  /** Broken anywhere, paragraphs only to be guessed from length and punctuation: PDF. */
  | "zetspiegel"
  /** Broken anywhere, an empty line between paragraphs: text that was wrapped again. */
  | "witregels"
  /** Every line a paragraph: Word. */
  | "alinea";

/** Lines that no paragraph may swallow. */
export interface Regelgrenzen {
  /** Whether a line begins something new: a heading, a title line. */
  readonly opent?: (tekst: string) => boolean;
  /** Whether a line is whole by itself: nothing goes on behind it. */
  readonly isHeel?: (tekst: string) => boolean;
  /** Whether a paragraph, of which this is the end, is complete. */
  readonly isAf?: (einde: string) => boolean;
}

/** Joins lines to paragraphs. */
export function joinRegels(regels: readonly Regel[], regelval: Regelval, grenzen: Regelgrenzen = {}): Alineas {
  const stukken: Stuk[] = [];
  const samenstellingen = findSamenstellingen(regels);
  const alineas: { tekst: string; regel: number; delen: string[] }[] = [];
  let previous: string | undefined;
  for (const { tekst, nr } of regels) {
    const open = alineas.at(-1);
    if (tekst === "") previous = undefined;
    else if (
      open === undefined ||
      previous === undefined ||
      grenzen.isAf?.(open.delen.slice(-3).join("")) ||
      isNewAlinea(previous, tekst, regelval, grenzen)
    ) {
      alineas.push({ tekst: "", regel: nr, delen: [tekst] });
      previous = tekst;
    } else {
      const { last, teken } = joinEnd(open.delen.at(-1) ?? "", tekst, samenstellingen);
      if (teken) stukken.push({ tekst: teken, regel: "afbreekstreepje" });
      open.delen[open.delen.length - 1] = last;
      open.delen.push(tekst);
      previous = tekst;
    }
  }
  return { alineas: alineas.map(({ delen, regel }) => ({ tekst: delen.join(""), regel })), stukken };
}

/** The width of a full line in an official PDF is some 80 characters; a line far above it is several lines made one. */
const KORT = 62;
const SAMENGEVOEGD = 100;

const ZINSEINDE = /[.?!:;»”’"')\]](?:\uFDD0\d+\uFDD1|\s)*$/;
const OPSOMMING = /^(?:[-–—•·▪‧∙*●○]\s|[a-z][.)]\s|\(?\d{1,2}[.)]\s)/;

function isNewAlinea(previous: string, tekst: string, regelval: Regelval, { opent, isHeel }: Regelgrenzen): boolean {
  if (isHeel?.(previous) || opent?.(tekst)) return true;
  if (regelval === "witregels") return false;
  if (regelval === "alinea") return !isHardAfgebroken(previous, tekst);
  if (BEGINT_MET_MERK.test(tekst)) return false;
  const isZinseinde = ZINSEINDE.test(previous);
  if (OPSOMMING.test(tekst) && (isZinseinde || OPSOMMING.test(previous))) return true;
  if (!isZinseinde || /^\p{Ll}/u.test(tekst)) return false;
  return previous.length < KORT || previous.length > SAMENGEVOEGD;
}

// A paragraph that someone broke by hand: a full line without an end, and the rest of the sentence below it.
function isHardAfgebroken(previous: string, tekst: string): boolean {
  return previous.length >= KORT && !ZINSEINDE.test(previous) && /^\p{Ll}/u.test(tekst) && !OPSOMMING.test(tekst);
}

/** A note mark at the beginning of a line belongs to the word above it. */
const BEGINT_MET_MERK = /^\uFDD0\d+\uFDD1/;

// How a line goes on in the next one: with a blank, with nothing (an address), or without its hyphen.
function joinEnd(last: string, next: string, samenstellingen: ReadonlySet<string>) {
  if (BEGINT_MET_MERK.test(next)) return { last };
  if (ADRES.test(lastToken(last).slice(0, -1)) && /[-/_=&?%.+~#]$/.test(last)) return { last };
  if (/https?:\/\/$/.test(last)) return { last };
  const woord = /[-\u00ad\u2010]$/.test(last) ? /(\p{L}+)(.)$/u.exec(lastToken(last)) : null;
  if (!woord?.[1] || !woord[2]) return { last: /[-–]$/.test(last) && /\d[-–]$/.test(last) ? last : `${last} ` };
  const volgend = /^\p{L}+/u.exec(next)?.[0] ?? "";
  if (/^(?:en|of)$/.test(volgend)) return { last: `${last} ` };
  const isEigenStreepje =
    !/^\p{Ll}/u.test(volgend) ||
    /(?:\p{Lu}|^[a-z])$/u.test(woord[1]) ||
    VOORVOEGSEL.test(woord[1]) ||
    samenstellingen.has(`${woord[1]}-${volgend}`.toLowerCase());
  if (isEigenStreepje && woord[2] !== "\u00ad") return { last };
  return { last: last.slice(0, -1), teken: woord[2] };
}

/** "niet-reguliere", "oud-leden": what has a hyphen of its own. */
const VOORVOEGSEL = /^(?:niet|non|oud|quasi|semi|vice)$/i;

/** What an address looks like before its last character. */
const ADRES = /(?:https?:\/\/|www\.|\/\S*\.)\S*$/;

function lastToken(text: string): string {
  return text.slice(Math.max(text.lastIndexOf(" "), text.length - 400) + 1);
}

/** Compounds that the text writes with a hyphen elsewhere than at a line's end. */
function findSamenstellingen(regels: readonly Regel[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { tekst } of regels)
    for (const [woord] of tekst.matchAll(/(?<![\p{L}-])\p{L}+-\p{L}+(?![\p{L}-])/gu)) found.add(woord.toLowerCase());
  return found;
}
