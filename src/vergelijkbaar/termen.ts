/** The terms by which one Kamervraag is compared with others: stems with a weight, and the word as its text prints it. */
import { toPlainText } from "../markdown/platte-tekst.ts";
import { isVraag, type Kamervraag } from "../model/kamervraag.ts";
import { stamOf } from "./stam.ts";

/** The terms of one Kamervraag, heaviest first; the three lists go side by side. */
export interface Termen {
  /** A number for each stem: 31 bits of its hash. */
  readonly stammen: Int32Array;
  /** How much the Kamervraag is about it: 4 for a word used once in a vraag, 4 more each time that doubles. */
  readonly gewichten: Uint8Array;
  /** The word as printed in this Kamervraag, in small letters when it is printed so anywhere in it. */
  readonly woorden: readonly string[];
}

/** The same with the words as UTF-8, a blank between each: as they are kept. */
export interface GepakteTermen extends Omit<Termen, "woorden"> {
  readonly tekst: Uint8Array;
}

/** Packs the terms of one Kamervraag. */
export function packTermen({ stammen, gewichten, woorden }: Termen): GepakteTermen {
  return { stammen, gewichten, tekst: new TextEncoder().encode(woorden.join(" ")) };
}

/** What the terms are taken from. */
export type TermenBron = Pick<Kamervraag, "titel" | "onderwerpen" | "blokken">;

/** How often a word of the title or an onderwerp counts. */
const TITEL = 3;
/** Terms that are kept of one Kamervraag. Its title and its repeated words come first, then long ones: those tell most. */
export const MAX_TERMEN = 64;
/** A step of weight. */
const STAP = 4;
const MAX_GEWICHT = 40;

/**
 * Takes the terms of a Kamervraag from its title, its onderwerpen and its vragen. The antwoorden and the notes count for
 * nothing: with them Kamervragen would look alike for having been answered by the same ministry.
 */
export function termenOf(kamervraag: TermenBron): Termen {
  const telling = new Map<string, number>();
  count(telling, kamervraag.titel, TITEL);
  for (const onderwerp of kamervraag.onderwerpen) count(telling, onderwerp, TITEL);
  for (const blok of kamervraag.blokken) if (isVraag(blok)) count(telling, toPlainText(blok.tekst), 1);
  const termen = [...toTermen(telling)].sort(compareTermen).slice(0, MAX_TERMEN);
  return {
    stammen: Int32Array.from(termen, ({ stam }) => hashOf(stam)),
    gewichten: Uint8Array.from(termen, ({ aantal }) =>
      Math.min(MAX_GEWICHT, Math.round(STAP * (1 + Math.log2(aantal)))),
    ),
    woorden: termen.map(({ woord }) => woord),
  };
}

/** Starts with a letter; a hyphen or an apostrophe may join runs: "PAS-melders", "foto's", "F-16". */
const WOORD = /\p{L}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*/gu;
const AFKORTING = /^\p{Lu}{2}$/u;
const LANGSTE_WOORD = 40;

function count(telling: Map<string, number>, tekst: string, times: number): void {
  for (const [woord] of tekst.matchAll(WOORD)) {
    add(telling, woord, times);
    // The parts of a hyphened compound are words as well: "PAS-melders" is about melders.
    if (woord.includes("-")) for (const deel of woord.split("-")) add(telling, deel, times);
  }
}

function add(telling: Map<string, number>, woord: string, times: number): void {
  if (woord.length > LANGSTE_WOORD || (woord.length < 3 && !AFKORTING.test(woord))) return;
  telling.set(woord, (telling.get(woord) ?? 0) + times);
}

/** The stem of a word as printed: "F-16's" and "F16", "Juliana-kanaal" and "Julianakanaal" are one. */
export function stamVanWoord(woord: string): string {
  return stamOf(woord.toLowerCase().replace(/['’]s$|[-'’]/g, ""));
}

interface Term {
  readonly stam: string;
  readonly woord: string;
  readonly aantal: number;
}

/** Brings the words of one stem together. The word shown is the one used most, small letters before capitals. */
function toTermen(telling: ReadonlyMap<string, number>): Iterable<Term> {
  const termen = new Map<string, Term & { readonly meest: number }>();
  for (const [printed, aantal] of telling) {
    const klein = printed.toLowerCase();
    const woord = telling.has(klein) ? klein : printed;
    const stam = stamVanWoord(klein);
    const known = termen.get(stam);
    if (!known) termen.set(stam, { stam, woord, aantal, meest: aantal });
    else {
      const isBetter = aantal > known.meest || (aantal === known.meest && isBefore(woord, known.woord));
      termen.set(stam, {
        stam,
        woord: isBetter ? woord : known.woord,
        aantal: known.aantal + aantal,
        meest: isBetter ? aantal : known.meest,
      });
    }
  }
  return termen.values();
}

function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length < b.length;
}

/** Which terms are worth keeping: what they weigh, times how long they are. Common words are short. */
function compareTermen(a: Term, b: Term): number {
  return rangOf(b) - rangOf(a) || (a.stam < b.stam ? -1 : 1);
}

function rangOf({ stam, woord, aantal }: Term): number {
  const isNaam = woord !== woord.toLowerCase();
  return (1 + Math.log2(aantal)) * (Math.min(stam.length, 12) + (isNaam ? 4 : 0));
}

/** FNV-1a over the code units, 31 bits: what fits a small integer. */
export function hashOf(stam: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < stam.length; at += 1) hash = Math.imul(hash ^ stam.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}
