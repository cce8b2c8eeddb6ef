/**
 * Gives a note a kind, and lists the sources it names: which, of what medium, of what date, at what address. A note may name
 * several. The text of the note is read, never changed; what is not certain is left out.
 * @see docs/formats/noten.md
 */
import type { Datum } from "../model/kamervraag.ts";
import { findVerwijzingen } from "../verwijzingen/vind.ts";
import { domeinOf, isOfficieel, isOnder } from "./adres.ts";
import { findDatums } from "./datum.ts";
import { type Deel, toDelen, type Vondst } from "./delen.ts";
import type { Medium } from "./media.ts";
import { findMediumByAdres, isAdresOf } from "./media-zoek.ts";
import { type Nootlink, toPlatteNoot } from "./platte-noot.ts";
import {
  findAdressoort,
  findWoordsoort,
  isPaginatitel,
  isRapportadres,
  type NootSoort,
  SOORT_OF_VERWIJZING,
} from "./soort.ts";
import { findVermeldingen } from "./vermelding.ts";

export type { NootSoort } from "./soort.ts";

/** One source that a note names. */
export interface Nootbron {
  readonly soort: NootSoort;
  /** The news medium, for `nieuwsmedium` only. */
  readonly medium?: Medium;
  /** The date printed with it. */
  readonly datum?: Datum;
  /** Its address, healed where the note breaks it. */
  readonly url?: string;
  /** Whether the address stands in the note as words that are no link by themselves: "voorbeeld.nl/bericht". */
  readonly isKaal?: boolean;
}

export interface GetypeerdeNoot {
  /** The kind of its first source that has one. */
  readonly soort: NootSoort;
  /** In reading order, at least one. */
  readonly bronnen: readonly Nootbron[];
}

/** Types a note by its Markdown. A note that names no source, such as a remark, has one of kind `overig`. */
export function typeNoot(markdown: string): GetypeerdeNoot {
  const { tekst, links } = toPlatteNoot(markdown);
  const delen = toDelen(tekst, findVondsten(tekst, links));
  const datums = findDatums(tekst);
  const concepten = splitDelen(delen).flatMap((groep) => toConcepten(groep, tekst));
  const bronnen = concepten.map((concept, index) => toBron(concept, concepten[index + 1]?.van ?? tekst.length, datums));
  const uniek = dropDubbele(bronnen);
  const soort = uniek.find((bron) => bron.soort !== "overig")?.soort ?? "overig";
  return { soort, bronnen: uniek.length > 0 ? uniek : [{ soort }] };
}

/** A source on the way: what is known of it, and where it begins. */
interface Concept {
  van: number;
  soort?: NootSoort;
  medium?: Medium;
  url?: string;
  isKaal?: boolean;
}

function toBron(concept: Concept, tot: number, datums: ReturnType<typeof findDatums>): Nootbron {
  const { van, medium, url, isKaal, soort = "overig" } = concept;
  const datum = datums.find((een) => een.van >= van && een.van < tot)?.datum;
  return {
    soort,
    ...(medium ? { medium } : {}),
    ...(datum ? { datum } : {}),
    ...(url ? { url } : {}),
    ...(isKaal ? { isKaal } : {}),
  };
}

// The same source twice in one note is one source; the fuller one stays.
function dropDubbele(bronnen: readonly Nootbron[]): readonly Nootbron[] {
  const seen = new Set<string>();
  return bronnen.filter(({ soort, medium, datum, url }) => {
    const sleutel = [soort, medium?.id, url ? "" : datum, url].join(" ");
    if (seen.has(sleutel)) return false;
    seen.add(sleutel);
    return true;
  });
}

/** The sources of a note stand apart by semicolons; one between brackets parts nothing. */
function splitDelen(delen: readonly Deel[]): readonly (readonly Deel[])[] {
  const groepen: Deel[][] = [[]];
  let haakjes = 0;
  for (const deel of delen) {
    groepen.at(-1)?.push(deel);
    // A bracket that opens behind a title or an address stands there as a word of its own.
    const tekens = deel.soort === "woord" ? `${deel.voor}${deel.tekst}${deel.na}` : deel.na.replaceAll("(", "");
    for (const teken of tekens) {
      if (teken === "(") haakjes += 1;
      else if (teken === ")") haakjes = Math.max(0, haakjes - 1);
    }
    if (haakjes === 0 && deel.na.includes(";")) groepen.push([]);
  }
  return groepen.filter((groep) => groep.length > 0);
}

/** What a source is recognised by, in reading order. */
type Aanwijzing =
  | { readonly soort: "medium"; readonly medium: Medium; readonly van: number; readonly tot: number }
  | {
      readonly soort: "adres";
      readonly url: string;
      readonly isKaal: boolean;
      readonly van: number;
      readonly tot: number;
    }
  | {
      readonly soort: "verwijzing";
      readonly bron: NootSoort;
      readonly url?: string;
      readonly van: number;
      readonly tot: number;
    };

function toConcepten(delen: readonly Deel[], tekst: string): readonly Concept[] {
  const begin = delen[0]?.van ?? 0;
  const einde = delen.at(-1)?.tot ?? begin;
  const aanwijzingen = findAanwijzingen(delen);
  const concepten: Concept[] = [];
  let vanaf = begin;
  for (const een of aanwijzingen) {
    const open = concepten.at(-1);
    if (!open || !absorb(open, een)) concepten.push(toConcept(een, vanaf, delen));
    vanaf = een.tot;
  }
  const first = concepten[0];
  if (first) {
    first.van = begin;
    return concepten;
  }
  const woorden = woordenIn(delen, begin, einde);
  const soort = findWoordsoort(woorden) ?? (isPaginatitel(tekst.slice(begin, einde)) ? "web" : undefined);
  return soort ? [{ van: begin, soort }] : [];
}

function findAanwijzingen(delen: readonly Deel[]): readonly Aanwijzing[] {
  const aanwijzingen: Aanwijzing[] = findVermeldingen(delen).map((een) => ({ soort: "medium", ...een }));
  for (const deel of delen) {
    const { van, tot } = deel;
    if (deel.soort === "adres") aanwijzingen.push({ soort: "adres", url: deel.tekst, isKaal: deel.isKaal, van, tot });
    else if (deel.soort === "verwijzing" && deel.verwijzing !== "vraag") {
      const bron = SOORT_OF_VERWIJZING[deel.verwijzing];
      aanwijzingen.push({ soort: "verwijzing", bron, van, tot, ...(deel.url ? { url: deel.url } : {}) });
    }
  }
  return aanwijzingen.sort((a, b) => a.van - b.van);
}

/** Sites that carry what others made: an address there is that of the medium named before it. */
const DRAGERS: readonly string[] =
  "youtube.com youtu.be spotify.com soundcloud.com apple.com npo.nl npostart.nl npo3.nl twitter.com x.com facebook.com instagram.com linkedin.com blendle.com archive.is archive.ph archive.org t.co bit.ly topics.nl dpgmedia.nl pressreader.com apple.news msn.com google.com nexis.com".split(
    " ",
  );

/** Takes up in a source what belongs to it; answers whether it did. */
function absorb(open: Concept, een: Aanwijzing): boolean {
  if (een.soort === "medium") {
    if (open.medium)
      return (
        open.medium === een.medium ||
        (open.url !== undefined && isAdresOf(een.medium, open.url)) ||
        deelSite(open.medium, een.medium)
      );
    return false;
  }
  if (een.soort === "adres") {
    if (open.url === een.url) return true;
    if (open.medium && !open.url) {
      const domein = domeinOf(een.url) ?? "";
      if (!isAdresOf(open.medium, een.url) && !DRAGERS.some((drager) => isOnder(domein, drager))) return false;
      open.url = een.url;
      open.isKaal = een.isKaal;
      return true;
    }
    // "Kamerstuk 36 200, nr. 1 (https://www.tweedekamer.nl/…)": the same paper at another address.
    return open.soort === "kamerstuk" && isOfficieel(een.url) && findAdressoort(een.url) !== "wet";
  }
  return open.soort === een.bron && open.url !== undefined && open.url === een.url;
}

/** Whether two media are parts of one site: "EenVandaag" and its broadcaster. */
function deelSite(a: Medium, b: Medium): boolean {
  return b.domeinen.some((domein) => isAdresOf(a, `https://${domein}`));
}

function toConcept(een: Aanwijzing, vanaf: number, delen: readonly Deel[]): Concept {
  if (een.soort === "medium") return { van: een.van, soort: "nieuwsmedium", medium: een.medium };
  if (een.soort === "verwijzing") return { van: een.van, soort: een.bron, ...(een.url ? { url: een.url } : {}) };
  const { url, isKaal } = een;
  const concept = { van: een.van, url, isKaal };
  const medium = findMediumByAdres(url);
  if (medium && !(isRapportadres(url) && /\.pdf\b/i.test(url))) return { ...concept, soort: "nieuwsmedium", medium };
  return { ...concept, soort: soortOfAdres(url, woordenIn(delen, vanaf, een.van)) };
}

// What an address states for certain comes first; then what the words before it say, save that a letter published as a
// Kamerstuk is called a letter.
function soortOfAdres(url: string, woorden: string): NootSoort {
  const adressoort = findAdressoort(url);
  const woordsoort = findWoordsoort(woorden);
  if (adressoort === "kamerstuk" && woordsoort === "brief" && url.includes("rijksoverheid.nl")) return "brief";
  return adressoort ?? woordsoort ?? (isRapportadres(url) ? "rapport" : "web");
}

/** The words between two places, without titles, addresses and references. */
function woordenIn(delen: readonly Deel[], van: number, tot: number): string {
  return delen
    .filter((deel) => deel.soort === "woord" && deel.van >= van && deel.tot <= tot)
    .map(({ voor, tekst, na }) => `${voor}${tekst}${na}`)
    .join(" ");
}

const ZONDER_SCHEMA =
  /(?<![\p{L}\d@./_-])(?:[a-z\d-]{1,60}\.){1,4}(?:nl|com|org|eu|net|be|de|fr|it|es|nu|tv|inc|info|gov|int|news|uk|co\.uk|io|me|sx)\/[^\s<>"«»“”]{1,500}/giu;

/** Links of the source, references and addresses in the words, and addresses that stand there without "https://". */
function findVondsten(tekst: string, links: readonly Nootlink[]): readonly Vondst[] {
  const marked = links.map(({ van, tot, url }) => toLinkvondst(van, tot, url, tekst));
  const gevonden = findVerwijzingen(tekst).filter((een) => een.soort !== "vraag");
  const kaal = [...tekst.matchAll(ZONDER_SCHEMA)].map(({ 0: found, index }) => {
    const adres = found.replace(/[.,;:!?'’)\]]+$/, "");
    return { van: index, tot: index + adres.length, soort: "web" as const, isKaal: true, url: `https://${adres}` };
  });
  return mergeVondsten(mergeVondsten(marked, gevonden), kaal);
}

// A link of the source is the reference that its words are; its address is the better one.
function toLinkvondst(van: number, tot: number, url: string, tekst: string): Vondst {
  const [first] = findVerwijzingen(`${tekst.slice(van, tot)} ${url}`).filter(
    ({ soort }) => soort !== "web" && soort !== "vraag",
  );
  return { van, tot, soort: first?.soort ?? "web", url };
}

/** All of `eerst`, and of `dan` what does not overlap it; both are ascending. */
function mergeVondsten(eerst: readonly Vondst[], dan: readonly Vondst[]): readonly Vondst[] {
  const merged: Vondst[] = [];
  let at = 0;
  for (const een of dan) {
    for (let next = eerst[at]; next && next.tot <= een.van; next = eerst[at]) {
      merged.push(next);
      at += 1;
    }
    const next = eerst[at];
    if (!next || next.van >= een.tot) merged.push(een);
  }
  return [...merged, ...eerst.slice(at)];
}
