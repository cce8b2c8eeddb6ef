/**
 * What a reader saw in one document, before any merging: the facts the document states, its conversation, and an account
 * of every piece of its text.
 */
import type {
  Adressaat,
  Antwoord,
  Beantwoorder,
  Bron,
  Datum,
  Diagnostiek,
  Indiener,
  Kamer,
  Mededeling,
  Soort,
  Tekstblok,
  Thema,
  Vorm,
  Vraag,
} from "../model/kamervraag.ts";

export type Documentsoort = "vraag" | "antwoord" | "mededeling" | "mondelinge vraag";

/** A file as received, decoded. */
export interface Bronbestand {
  /** Path relative to its sources folder, with `/`. */
  readonly bestand: string;
  readonly sha256: string;
  readonly tekst: string;
}

export interface GelezenDocument {
  readonly bestand: string;
  readonly sha256: string;
  readonly vorm: Vorm;
  readonly documentsoort: Documentsoort;
  /** Identifier of the publication, e.g. `ah-tk-20212022-705`; absent when neither the text nor a sidecar tells it. */
  readonly id?: string;
  /** The questions it is about; several when one answer goes with several sets. */
  readonly vraagnummers: readonly string[];
  readonly kamer?: Kamer;
  readonly soort: Soort;
  readonly vergaderjaar?: string;
  readonly aanhangselnummer?: string;
  /** Subject of the questions. */
  readonly onderwerp?: string;
  /** Full title of the document. */
  readonly titel?: string;
  readonly kopregels: readonly string[];
  readonly url?: string;
  readonly ingediend?: Datum;
  /** Date on which the answer or notice was received. */
  readonly ontvangen?: Datum;
  readonly indieners: readonly Indiener[];
  readonly gerichtAan: readonly Adressaat[];
  readonly beantwoordDoor: readonly Beantwoorder[];
  readonly onderwerpen: readonly string[];
  readonly themas: readonly Thema[];
  readonly documentstatus?: string;
  readonly adressen?: Readonly<Record<string, string>>;
  readonly metadata?: Bron["metadata"];
  /** When the file was fetched, as a manifest says. */
  readonly opgehaald?: Datum;
  /** Identifiers of answers and notices that the document or its metadata names. */
  readonly aanhangsels: readonly string[];
  readonly isNader: boolean;
  /** Set when the vraagnummer stands nowhere, but the document was recognised as one of the Kamervraag. */
  readonly koppeling?: Bron["koppeling"];
  readonly blokken: readonly GelezenBlok[];
  /** The text of a call is `[^id]` with the id of one of these. */
  readonly noten: readonly GelezenNoot[];
  readonly mededelingen: readonly Omit<Mededeling, "bron">[];
  /** Characters of the document's text that are not white space, counted on the source itself and not on `stukken`. */
  readonly tekens: number;
  readonly stukken: readonly Stuk[];
  readonly diagnostiek: readonly Diagnostiek[];
}

/** A blok of the conversation; its `bron` and `datum` are the document's. */
export type GelezenBlok = Vraag | Omit<Antwoord, "bron" | "datum"> | Tekstblok;

export interface GelezenNoot {
  readonly id: string;
  readonly nummer: string;
  readonly tekst?: string;
  /** Set for a note that is called nowhere: whose it is then follows from the document. */
  readonly bereik?: "vraag" | "antwoord";
}

/**
 * A piece of the document's text and what became of it: the words of a blok, mededeling or note, or dropped by a named
 * rule. In the order of the document the pieces are the whole of its text.
 */
export type Stuk = {
  readonly tekst: string;
} & (
  | { readonly blok: number; readonly deel: "kop" | "tekst" }
  | { readonly mededeling: number }
  | { readonly noot: string; readonly deel: "nummer" | "tekst" }
  | { readonly veld: "titel" | "kopregels" | "onderwerp" }
  | { readonly regel: string }
);

/** What a sidecar (metadata file, SRU record) tells about one publication. */
export interface Metadata {
  readonly id: string;
  /** Which sidecar to believe first: 1 `metadata.xml`, 2 OWMS, 3 SRU, 4 JSON. */
  readonly rang: 1 | 2 | 3 | 4;
  readonly herkomst: { readonly bestand: string; readonly sha256: string };
  readonly vraagnummers: readonly string[];
  readonly kamer?: Kamer;
  readonly titel?: string;
  readonly vergaderjaar?: string;
  readonly aanhangselnummer?: string;
  readonly ingediend?: Datum;
  readonly ontvangen?: Datum;
  /** Publication date; stands in for a date that the text and the metadata lack. */
  readonly beschikbaar?: Datum;
  readonly indieners: readonly string[];
  readonly ontvangers: readonly string[];
  readonly themas: readonly Thema[];
  readonly aanhangsels: readonly string[];
  readonly documentsoort?: Documentsoort;
  readonly documentstatus?: string;
  readonly adressen?: Readonly<Record<string, string>>;
}
