/**
 * Page furniture: what a page shows at its edges and is no part of the text. Recognised by its place together with either
 * its words or its return on other pages.
 * @see docs/formats/pdf.md#paginaranden
 */
import type { Stuk } from "../gelezen.ts";
import { isVraagkop } from "./alinea.ts";
import { type Blad, type Regel, tekstOf } from "./blad.ts";
import type { Rij } from "./regels.ts";

export interface Ontrand {
  readonly bladen: readonly (readonly Rij[])[];
  readonly stukken: readonly Stuk[];
  /** The identifier that a footer states. */
  readonly id?: string;
}

/** Share of the height of a page that is its edge. */
const RAND = 0.14;

/** Two pieces on two pages stand in the same place when they differ less than this, in points. */
const ZELFDE_PLAATS = 4;

const IS_ID = /^(?:ah|kv|h|kst|blg)-(?:tk|ek|\d{5,8})-[\w-]+$/i;

// What is written at the foot of official pages since 1995, and of letters.
const VOETWOORDEN = [
  IS_ID,
  /^ISSN\s?\d{4}\s?[-–]\s?\d{3}[\dX]$/i,
  /^[’'‘`]?s[-–]Gravenhage\s(?:19|20)\d\d$/i,
  /^Sdu\s(?:Uitgevers|Uitgeverij)/i,
  /^(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[-–/]\s?\d{2,4}, (?:Aanhangsel(?: van de Handelingen)?|Vragen)(?:\s+\d{1,5})?$/i,
  /^KVR\s?\d{3,6}$/i,
  /^\d{4}tkkvr\d+$/i,
  /^(?:pagina|blad|blz\.?|p\.)\s?\d{1,4}(?:\s?(?:van|\/)\s?\d{1,4})?$/i,
  /^\d{1,4}\s?(?:van|\/)\s?\d{1,4}$/,
] as const;

const IS_PAGINANUMMER = /^[-–]?\s?\d{1,4}\s?[-–]?$/;

/** Takes the furniture from every page; `kolom` is where the running text stands. */
export function ontrand(
  bladen: readonly Blad[],
  rijen: readonly (readonly Rij[])[],
  kolom: { readonly x0: number; readonly x1: number },
): Ontrand {
  const keren = countPlaces(bladen, rijen);
  const terzijde = (deel: Regel) => deel.x1 < kolom.x0 || deel.x0 > kolom.x1;
  const stukken: Stuk[] = [];
  let id: string | undefined;
  const kept = rijen.map((own, index) => {
    const hoogte = bladen[index]?.hoogte ?? 0;
    return own.flatMap((rij, at): readonly Rij[] => {
      const isVoet = isVoetrij(rij, hoogte);
      const rest = rij.filter((deel) => {
        const rand = randOf(deel, hoogte);
        const tekst = tekstOf(deel);
        // Beside the text, the margin of a letter says the same on every page.
        const kant = deel.y > hoogte / 2 ? "paginavoet" : "paginakop";
        if (terzijde(deel) && isOften(keren.get(sideKeyOf(deel, tekst)), bladen.length)) {
          stukken.push({ tekst, regel: kant });
          return false;
        }
        if (!rand) return true;
        const isReturning =
          isApart(own, at, rand, hoogte) && isOften(keren.get(keyOf(deel, tekst, rand)), bladen.length);
        const isKnown = rand === "paginavoet" && VOETWOORDEN.some((woorden) => woorden.test(tekst));
        // A lone figure is a page number beside other furniture, or when it counts the pages.
        const isNummer =
          IS_PAGINANUMMER.test(tekst) &&
          (isVoet || (Number(/\d+/.exec(tekst)) === index + 1 && (rand === "paginavoet" || index > 0)));
        if (!isReturning && !isKnown && !isNummer) return true;
        if (IS_ID.test(tekst)) id ??= tekst.toLowerCase().replace(/z(?=\d)/, "Z");
        stukken.push({ tekst, regel: rand });
        return false;
      });
      return rest.length > 0 ? [rest] : [];
    });
  });
  return { bladen: kept, stukken, ...(id ? { id } : {}) };
}

type Rand = "paginakop" | "paginavoet";

function isVoetrij(rij: Rij, hoogte: number): boolean {
  return rij.some(
    (deel) => randOf(deel, hoogte) === "paginavoet" && VOETWOORDEN.some((woorden) => woorden.test(tekstOf(deel))),
  );
}

function randOf({ y }: Regel, hoogte: number): Rand | undefined {
  if (y > hoogte * (1 - RAND)) return "paginavoet";
  return y < hoogte * RAND ? "paginakop" : undefined;
}

// Running text begins in the same place on every page too, and short answers return: a header stands clear of the text.
function isApart(rijen: readonly Rij[], at: number, rand: Rand, hoogte: number): boolean {
  const [own, next] = [rijen[at]?.[0], rijen[rand === "paginakop" ? at + 1 : at - 1]?.[0]];
  if (!own || !next || Math.abs(next.y - own.y) > WIT * Math.max(own.grootte, next.grootte)) return true;
  // A header of several lines stands clear as a whole.
  return randOf(next, hoogte) === rand && Math.abs(at - (rand === "paginakop" ? 0 : rijen.length - 1)) < 4
    ? isApart(rijen, rand === "paginakop" ? at + 1 : at - 1, rand, hoogte)
    : false;
}

const WIT = 2.6;

function isOften(pages: ReadonlySet<number> | undefined, bladen: number): boolean {
  return (pages?.size ?? 0) >= Math.max(2, 0.4 * bladen);
}

// Figures differ from page to page; the rest of a header or footer does not.
function keyOf({ x0, y, grootte }: Regel, tekst: string, rand: string): string {
  const place = (value: number) => Math.round(value / ZELFDE_PLAATS);
  const woorden = tekst.replace(/\d+/g, "#");
  // A page number is set from the right: its left edge moves.
  return `${rand} ${place(y)} ${woorden.startsWith("#") ? "" : place(x0)} ${Math.round(grootte * 2)} ${woorden}`;
}

function sideKeyOf({ x0, y }: Regel, tekst: string): string {
  const place = (value: number) => Math.round(value / ZELFDE_PLAATS);
  return `zij ${place(x0)} ${place(y)} ${tekst}`;
}

function countPlaces(
  bladen: readonly Blad[],
  rijen: readonly (readonly Rij[])[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const keren = new Map<string, Set<number>>();
  const add = (key: string, index: number) => keren.set(key, (keren.get(key) ?? new Set()).add(index));
  rijen.forEach((own, index) => {
    for (const deel of own.flat()) {
      add(sideKeyOf(deel, tekstOf(deel)), index);
      const rand = randOf(deel, bladen[index]?.hoogte ?? 0);
      // The first and last lines of running text stand in one place as well: the outermost lines only, and no sentence.
      const tekst = rand ? tekstOf(deel) : "";
      if (!rand || tekst.length > MAX_RANDTEKST || tekst.length < MIN_RANDTEKST) continue;
      if (/[.?!]$/.test(tekst) || isVraagkop(tekst)) continue;
      add(keyOf(deel, tekst, rand), index);
    }
  });
  return keren;
}

const MAX_RANDTEKST = 120;
const MIN_RANDTEKST = 4;
