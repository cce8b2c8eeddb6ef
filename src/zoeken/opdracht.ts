/**
 * What a reader asks of the archive, and what comes back: the one shape between the search page and the engine, over http
 * and from file://, in a worker and without.
 */
import type { Datum } from "../model/kamervraag.ts";

/** The facets, in the order of the page. A value is the slug that its list page has in its address; of `staat` the state's name. */
export const FACETTEN = [
  "staat",
  "jaar",
  "vergaderjaar",
  "fractie",
  "indiener",
  "ministerie",
  "bewindspersoon",
  "onderwerp",
] as const;

export type Facetnaam = (typeof FACETTEN)[number];

/** Best match first; newest or oldest submission first; fewest days to the answer first, unanswered last. */
export const VOLGORDEN = ["relevantie", "nieuwste", "oudste", "antwoordtijd"] as const;

export type Volgorde = (typeof VOLGORDEN)[number];

/** Hits on one page of results. */
export const TREFFERS_PER_PAGINA = 10;

/** Everything that stands in the address of the search page. */
export interface Zoekopdracht {
  /** As typed; may be empty: then the facets and the period browse the archive. */
  readonly tekst: string;
  /** Values chosen: OR within a facet, AND between facets. */
  readonly facetten: Readonly<Partial<Record<Facetnaam, readonly string[]>>>;
  /** First and last day of submission, both included. */
  readonly van?: Datum;
  readonly tot?: Datum;
  readonly volgorde: Volgorde;
  /** Counted from 1. */
  readonly pagina: number;
}

/** A piece of text, marked or not. Never markup. */
export interface Tekstdeel {
  readonly tekst: string;
  readonly isTreffer: boolean;
}

/** A vraag, antwoord or notice in which words matched. */
export interface Trefferdeel {
  /** Its anchor on the page, such as `antwoord-4`; absent for what stands before the first heading. */
  readonly anker?: string;
  /** The heading as it stands on the page. */
  readonly kop: string;
  /** Words around the densest matches. */
  readonly uittreksel: readonly Tekstdeel[];
}

export interface Treffer {
  /** Number of the page in the index, from 0, oldest first. */
  readonly pagina: number;
  /** Address from the root of the site: `kamervraag/2021/2021Z18968.html`. */
  readonly adres: string;
  readonly titel: readonly Tekstdeel[];
  /** What the page says of itself: `ingediend`, `indiener`, `status`. */
  readonly feiten: Readonly<Record<string, string>>;
  /** Best first, three at most; none when only facts matched or no words were asked for. */
  readonly delen: readonly Trefferdeel[];
  /** The words as they stand in the text that made this a hit, in lower case, for marking them on the page reached. */
  readonly vormen: readonly string[];
}

/** What was done with one part of what was typed. */
export interface Zoekterm {
  /** As typed, without quotation marks or a minus. */
  readonly tekst: string;
  readonly soort: "woord" | "zin" | "niet" | "nummer";
  /** Other words that were accepted for it in the hits shown, most frequent first: "kinderopvang" for "opvang". */
  readonly ookAls: readonly string[];
  /** None of the hits shown has the word as it was typed, only those of `ookAls`. */
  readonly isAlleenAls?: true;
  /** Why it took no part in the search, when it did not. `ontbreekt`: no page has it together with the other words. */
  readonly weggelaten?: "functiewoord" | "ontbreekt";
  /** No word of the archive is this word, begins with it or contains it as a part: then there are no hits at all. */
  readonly isOnbekend?: true;
}

export interface Zoekuitkomst {
  readonly aantal: number;
  /** The count is the engine's: not of every hit has the exact wording of a quotation been checked. */
  readonly isBovengrens: boolean;
  readonly termen: readonly Zoekterm[];
  /** The hits of the page asked for. */
  readonly treffers: readonly Treffer[];
  /** Ranking does not apply (no words, or a lone function word): the newest stand first. */
  readonly isNieuwsteEerst: boolean;
}

/** A value of a facet with its number of hits, given the words, the period and the values chosen in the other facets. */
export interface Facetwaarde {
  readonly waarde: string;
  readonly naam: string;
  readonly aantal: number;
  /** The value above it in the hierarchy of onderwerpen. */
  readonly onder?: string;
}

export interface Facettelling {
  /** All values of each facet that have a hit or are chosen; most hits first, years newest first. */
  readonly facetten: Readonly<Record<Facetnaam, readonly Facetwaarde[]>>;
  /** First and last day of submission in the whole archive. */
  readonly periode?: { readonly van: Datum; readonly tot: Datum };
}

/** A word of the archive that resembles one that is not in it. */
export interface Voorstel {
  readonly woord: string;
  /** In how many Kamervragen it stands. */
  readonly aantal: number;
}

/** The search engine as the page sees it; every answer depends on the question alone, never on earlier ones. */
export interface Zoekmachine {
  /** @throws Error naming the file when a file of the index is missing or broken. */
  readonly zoek: (opdracht: Zoekopdracht) => Promise<Zoekuitkomst>;
  readonly tel: (opdracht: Zoekopdracht) => Promise<Facettelling>;
  /** Words that resemble an unknown one, best first, at most five. */
  readonly stelVoor: (woord: string) => Promise<readonly Voorstel[]>;
}
