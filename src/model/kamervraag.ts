/**
 * The model: everything the archive knows about one Kamervraag, whatever source it came from.
 *
 * Values are plain and readonly. Dates are ISO strings (`2024-01-05`), numbers of documents, vragen and notes are
 * strings as printed (`"2a"`, `"705"`). A fact that is not known is `undefined`, never `""` or `null`. Texts are
 * Markdown (see docs/formats/markdown.md); a note call in a text is `[^v1]` (question scope) or `[^a1]` (answer scope).
 */

/** ISO date without time, e.g. `2021-10-29`. Made by `readDatum` (datum.ts) or checked by the front matter schema. */
export type Datum = string;

/** The chamber: Tweede Kamer or Eerste Kamer. */
export type Kamer = "tk" | "ek";

export type Soort = "schriftelijk" | "mondeling";

/** `per-brief`: answered by a letter that the document points to. */
export type Status = "open" | "uitgesteld" | "deels-beantwoord" | "beantwoord" | "per-brief" | "ingetrokken";

export interface Kamervraag {
  /** Key of the page: the vraagnummer when known, else a publication's identifier, else `doc-` + 12 hex. */
  readonly sleutel: string;
  readonly vraagnummer?: string;
  readonly kamer: Kamer;
  readonly soort: Soort;
  /** Earlier keys of this Kamervraag; each keeps a page that leads on. */
  readonly aliassen: readonly string[];
  readonly titel: string;
  readonly ingediend?: Datum;
  /** The date on which the last open vraag was answered. */
  readonly beantwoord?: Datum;
  readonly status: Status;
  readonly indieners: readonly Indiener[];
  readonly gerichtAan: readonly Adressaat[];
  readonly beantwoordDoor: readonly Beantwoorder[];
  /** Flat topics, lower case, alphabetical: the words a reader clicks on. */
  readonly onderwerpen: readonly string[];
  /** The same topics in the hierarchy of the Beleidsagenda taxonomy, as far as that is certain. */
  readonly themas: readonly Thema[];
  /** The conversation in reading order: vragen, antwoorden and the texts around them. */
  readonly blokken: readonly Blok[];
  readonly noten: readonly Noot[];
  readonly mededelingen: readonly Mededeling[];
  readonly bronnen: readonly Bron[];
  readonly diagnostiek: readonly Diagnostiek[];
}

export interface Indiener {
  readonly naam: string;
  /** The name as the document's text has it, where that differs from `naam`. */
  readonly naamInBron?: string;
  readonly fractie?: string;
}

/** Whom the questions are put to. */
export interface Adressaat {
  readonly naam?: string;
  readonly functie?: string;
}

/** A bewindspersoon who answered, or in whose name it was answered as well (`medeNamens`). */
export interface Beantwoorder {
  readonly naam?: string;
  readonly naamInBron?: string;
  readonly functie?: string;
  readonly fractie?: string;
  readonly medeNamens?: boolean;
}

/** A theme of the Beleidsagenda taxonomy: main theme and, where known, sub theme. */
export interface Thema {
  readonly hoofd: string;
  readonly sub?: string;
}

export type Blok = Vraag | Antwoord | Tekstblok;

/** One vraag. "Vraag 2 t/m 6" over one text is one vraag with five `nummers`. */
export interface Vraag {
  readonly soort: "vraag";
  readonly nummers: readonly string[];
  /** The heading as printed, where it is not simply "Vraag" + nummers. */
  readonly kop?: string;
  readonly tekst: string;
}

/** One antwoord. `opVragen` is empty when its heading names no vraag. */
export interface Antwoord {
  readonly soort: "antwoord";
  readonly opVragen: readonly string[];
  readonly kop?: string;
  readonly tekst: string;
  /** Identifier of the publication it stands in (one of `bronnen`). */
  readonly bron?: string;
  readonly datum?: Datum;
}

/** A text around the conversation: an introduction, a "Toelichting:" block, an attachment, or what fits nowhere else. */
export interface Tekstblok {
  readonly soort: "inleiding" | "toelichting" | "bijlage" | "overig";
  readonly kop?: string;
  readonly tekst: string;
}

/** Whose text a note call stands in: the indieners' (`vraag`) or the government's (`antwoord`). */
export type Bereik = "vraag" | "antwoord";

export interface Noot {
  readonly bereik: Bereik;
  /** `v1`, `a3`: counted within the scope in reading order; the page's address is `#noot-v1`. */
  readonly anker: string;
  /** The number as printed in the source. */
  readonly nummer: string;
  /** Markdown; absent when the source has the mark but not the text. */
  readonly tekst?: string;
  readonly url?: string;
}

export interface Mededeling {
  readonly datum?: Datum;
  readonly soort: "uitstel" | "per-brief" | "ingetrokken" | "overig";
  readonly tekst: string;
  /** Identifier of the publication it stands in. */
  readonly bron?: string;
}

export type BronSoort = "vraag" | "antwoord" | "nader-antwoord" | "mededeling" | "overig";

export type Vorm = "xml" | "html" | "odt" | "docx" | "pdf" | "tekst" | "openkamer";

/** One publication that this Kamervraag was made from, with its provenance. */
export interface Bron {
  /** Identifier of the publication, e.g. `ah-tk-20212022-705`. */
  readonly id: string;
  readonly soort: BronSoort;
  readonly vergaderjaar?: string;
  readonly aanhangselnummer?: string;
  /** Address for readers. */
  readonly url?: string;
  readonly vorm: Vorm;
  /** Date of the document: submitted (vraag) or received (antwoord, mededeling). */
  readonly datum?: Datum;
  /** Full title as the metadata gives it. */
  readonly titel?: string;
  /** The title lines at the head of the document, verbatim. */
  readonly kopregels?: readonly string[];
  /** Path of the file, relative to its sources folder. */
  readonly bestand: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string;
  /** When the file was fetched, where a manifest beside the sources says so. */
  readonly opgehaald?: Datum;
  readonly documentstatus?: string;
  /** Other forms of the same publication: form -> address. */
  readonly adressen?: Readonly<Record<string, string>>;
  /** Metadata files that told of this publication. */
  readonly metadata?: readonly Herkomst[];
  /** On what this document was joined, when nothing states its vraagnummer: how certain (0 to 1), and the points that agreed. */
  readonly koppeling?: { readonly zekerheid: number; readonly op: readonly string[] };
  /** Set when a later version or a better form of the same publication is shown instead. */
  readonly vervangenDoor?: string;
  /** What the document as received holds. */
  readonly telling?: Telling;
  /** The account of its characters; absent where nobody kept one. */
  readonly tekens?: Tekens;
}

/** What one document holds, counted when it was read; what there is none of is left out. */
export interface Telling {
  /** Distinct numbers. */
  readonly vragen?: number;
  readonly antwoorden?: number;
  readonly noten?: number;
  readonly merkenZonderNoot?: number;
  readonly notenZonderMerk?: number;
}

/** Where the characters of a document that are not white space went: `bron` is the sum of all others. */
export interface Tekens {
  readonly bron: number;
  /** Stand in this Kamervraag. */
  readonly behouden: number;
  /** Left out, by the name of the rule. */
  readonly weggelaten?: Readonly<Record<string, number>>;
  /** Accounted for by nobody. Absent when there is none, as it should be. */
  readonly onverklaard?: number;
  /** The first passage of those. */
  readonly verlies?: Verlies;
}

/** A passage that is lost, or that comes from nowhere, and where. */
export interface Verlies {
  readonly plaats: string;
  readonly tekst: string;
}

export interface Herkomst {
  readonly bestand: string;
  readonly sha256: string;
}

export type Ernst = "fout" | "waarschuwing";

/**
 * Something in a source that the reader could not place, kept as data so that no one has to catch it.
 * The Dutch sentence to a code lives in templates/data/teksten.ts.
 */
export interface Diagnostiek {
  readonly code: `${string}-${string}`;
  readonly ernst: Ernst;
  /** An anchor of the page (`antwoord-4`), `kop` (head of a document) or `titel`. */
  readonly plaats: string;
  /** The source's own words. */
  readonly gevonden?: string;
  /** Identifier or file the remark is about. */
  readonly bron?: string;
  /** Line in the file as received, counted from 1. */
  readonly regel?: number;
}

/** A reader's result: what it read and what it could not place. */
export interface Parsed<T> {
  readonly value: T;
  readonly diagnostiek: readonly Diagnostiek[];
}

export function isVraag(blok: Blok): blok is Vraag {
  return blok.soort === "vraag";
}

export function isAntwoord(blok: Blok): blok is Antwoord {
  return blok.soort === "antwoord";
}
