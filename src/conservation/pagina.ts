/**
 * Nothing lost on the way to the page: every heading, text, notice, note and title line of a Kamervraag stands on its page
 * word for word, in the place that has its address.
 * @see docs/formats/volledigheid.md
 */
import { isAlleenAlineas } from "../markdown/alineas.ts";
import { standaardKop } from "../markdown/koppen.ts";
import { replaceNootmerken } from "../markdown/nootmerken.ts";
import { toWords } from "../markdown/platte-tekst.ts";
import { ankersOf } from "../model/anker.ts";
import { findGelijkeKop } from "../model/bron.ts";
import type { Blok, Kamervraag, Verlies } from "../model/kamervraag.ts";
import { inkOfText } from "../samenvoegen/vergelijk.ts";

/** The text of each place of a page, by its address; `titel` and `documenten` are the heads of the page and its documents. */
export type Paginatekst = ReadonlyMap<string, string>;

/**
 * Finds the first passage of a Kamervraag that is not in its place on the page; `undefined` when all of it is there.
 *
 * With `isHeel` the texts of `pagina` are those of the places and nothing else, and have to be equal. Without it they may
 * hold the archive's own words as well, and plain paragraphs are taken as they stand: quick enough for every page built.
 */
export function verantwoordPagina(kamervraag: Kamervraag, pagina: Paginatekst, isHeel = false): Verlies | undefined {
  for (const { plaats, delen, isReeks } of plaatsenOf(kamervraag, isHeel)) {
    const found = pagina.get(plaats) ?? "";
    if (!isHeel && holdsAlineas(found, delen)) continue;
    const ink = inkOfText(found);
    const lost = isHeel && !isReeks ? findDifference(delen, ink) : findMissing(delen, ink);
    if (lost !== undefined) return { plaats, tekst: lost };
  }
  return undefined;
}

interface Plaats {
  readonly plaats: string;
  /** What stands there, in this order. */
  readonly delen: readonly string[];
  /** Whether other words may stand between, always. */
  readonly isReeks?: boolean;
}

function* plaatsenOf(kamervraag: Kamervraag, isHeel: boolean): Generator<Plaats> {
  const { blokken, mededelingen, noten, bronnen, titel } = kamervraag;
  const nummers = new Map(noten.map(({ anker, nummer }) => [anker, nummer]));
  const merk = (anker: string) => nummers.get(anker) ?? anker.slice(1);
  const words = (tekst: string) =>
    isHeel || !isAlleenAlineas(tekst) ? toWords(tekst, merk) : replaceNootmerken(tekst, merk);
  yield { plaats: "titel", delen: [titel] };
  const ankers = ankersOf(blokken);
  for (const [index, blok] of blokken.entries()) {
    yield { plaats: ankers[index]?.[0] ?? "", delen: [...kopOf(blok), words(blok.tekst)] };
  }
  for (const [index, { tekst }] of mededelingen.entries()) {
    yield { plaats: `mededeling-${index + 1}`, delen: [words(tekst)] };
  }
  for (const { anker, tekst } of noten) if (tekst) yield { plaats: `noot-${anker}`, delen: [words(tekst)] };
  const titelregels = bronnen.flatMap((bron) =>
    findGelijkeKop(bron, bronnen) ? [] : [...(bron.titel ? [bron.titel] : []), ...(bron.kopregels ?? [])],
  );
  yield { plaats: "documenten", delen: titelregels, isReeks: true };
}

// A text without a heading of its own stands under one of the archive's words.
function kopOf(blok: Blok): readonly string[] {
  if (blok.soort === "vraag") return [blok.kop ?? standaardKop("vraag", blok.nummers)];
  if (blok.soort === "antwoord") return [blok.kop ?? standaardKop("antwoord", blok.opVragen)];
  return blok.kop ? [blok.kop] : [];
}

// Most texts stand on the page to the letter, paragraph by paragraph: then white space need not be looked at.
function holdsAlineas(found: string, delen: readonly string[]): boolean {
  let from = 0;
  return delen.every((deel) =>
    deel.split("\n\n").every((alinea) => {
      const at = found.indexOf(alinea, from);
      from = at + alinea.length;
      return at !== -1;
    }),
  );
}

/** The beginning of the first part that does not follow on the one before it in `found`. */
function findMissing(delen: readonly string[], found: string): string | undefined {
  let from = 0;
  for (const deel of delen) {
    const ink = inkOfText(deel);
    const at = found.indexOf(ink, from);
    if (at === -1) {
      const rest = found.slice(from);
      return quoteFrom(
        deel,
        lengthOfStart(ink, (start) => rest.includes(start)),
      );
    }
    from = at + ink.length;
  }
  return undefined;
}

function findDifference(delen: readonly string[], found: string): string | undefined {
  const wanted = delen.join(" ");
  const ink = inkOfText(wanted);
  if (ink === found) return undefined;
  const same = lengthOfStart(ink, (start) => found.startsWith(start));
  return same === ink.length ? found.slice(same, same + CITAAT) : quoteFrom(wanted, same);
}

/** How many of the first characters of `ink` hold; what holds for a beginning holds for every shorter one. */
function lengthOfStart(ink: string, holds: (start: string) => boolean): number {
  let [low, high] = [0, ink.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(ink.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

const CITAAT = 200;

/** The words of a text from the one in which the character stands that `ink` characters come before. */
function quoteFrom(tekst: string, ink: number): string {
  let seen = 0;
  for (const { 0: word, index } of tekst.matchAll(/\S+/g)) {
    seen += word.length;
    if (seen > ink) return tekst.slice(index, index + CITAAT).replace(/\s+/g, " ");
  }
  return tekst.slice(0, CITAAT);
}

/**
 * Reads from the HTML of a page what stands from each address up to the next. Made for the pages of the archive, where a
 * `<` is always a tag; any words that the archive puts there are read as well.
 */
export function readPagina(kamervraag: Kamervraag, html: string): Paginatekst {
  const wanted = new Set([
    ...ankersOf(kamervraag.blokken).map(([first = ""]) => first),
    ...kamervraag.mededelingen.map((_, index) => `mededeling-${index + 1}`),
    ...kamervraag.noten.map(({ anker }) => `noot-${anker}`),
    ...DELEN,
  ]);
  const places: { readonly id: string; readonly open: number; readonly begin: number }[] = [];
  for (const { 1: id = "", index } of html.matchAll(/ id="([^"]*)"/g)) {
    if (wanted.has(id)) places.push({ id, open: html.lastIndexOf("<", index), begin: html.indexOf(">", index) + 1 });
  }
  const teksten = new Map(
    places.map(({ id, begin }, rank) => [id, textOfHtml(html.slice(begin, places[rank + 1]?.open ?? html.length))]),
  );
  const titel = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? "";
  return teksten.set("titel", textOfHtml(titel));
}

/** Addresses of the parts of a page that are not the conversation: a text ends where one of them begins. */
const DELEN = [
  "losse-noten",
  "mededelingen",
  "bronnen-bij-de-vragen",
  "samenhang",
  "aanhalen",
  "verantwoording",
  "documenten",
  "zo-staat-het-er",
];

const TEKENS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

function textOfHtml(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text.includes("&") ? text.replace(/&([a-z]+|#\w+);/g, (found, name) => TEKENS[name] ?? found) : text;
}
