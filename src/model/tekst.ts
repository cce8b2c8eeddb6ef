/**
 * Running text as the readers see it, before it becomes Markdown: paragraphs, lists and tables of inline pieces.
 * Every word of a source travels through here; markdown/schrijf-tekst.ts writes it down.
 */

export type Inline = Tekst | Nadruk | Link | Nootmerk | Hoogte | Regeleinde;

export interface Tekst {
  readonly soort: "tekst";
  readonly tekst: string;
}

export interface Nadruk {
  readonly soort: "nadruk";
  readonly stijl: "vet" | "cursief";
  readonly inhoud: readonly Inline[];
}

/** A link that stands in the source. `doel` is a full http(s) or mailto address. */
export interface Link {
  readonly soort: "link";
  readonly doel: string;
  readonly inhoud: readonly Inline[];
}

/** The place where a note is called; `id` is the note's identifier within the document read. */
export interface Nootmerk {
  readonly soort: "nootmerk";
  readonly id: string;
}

/** Superscript or subscript; plain text only. */
export interface Hoogte {
  readonly soort: "sup" | "inf";
  readonly tekst: string;
}

export interface Regeleinde {
  readonly soort: "regeleinde";
}

export type Tekststuk = Alinea | Tussenkop | Lijst | Tabel | Kader;

export interface Alinea {
  readonly soort: "alinea";
  readonly inhoud: readonly Inline[];
}

export interface Tussenkop {
  readonly soort: "tussenkop";
  readonly inhoud: readonly Inline[];
}

export interface Lijst {
  readonly soort: "lijst";
  readonly items: readonly Lijstitem[];
}

export interface Lijstitem {
  /** The label as printed ("a.", "1°"); absent for dashes and bullets. */
  readonly label?: string;
  readonly inhoud: readonly Tekststuk[];
}

/** Rows of cells; the first `kopregels` rows are headings. */
export interface Tabel {
  readonly soort: "tabel";
  readonly kopregels: number;
  readonly rijen: readonly (readonly (readonly Inline[])[])[];
}

/** A framed text. */
export interface Kader {
  readonly soort: "kader";
  readonly inhoud: readonly Tekststuk[];
}

export function tekst(value: string): Tekst {
  return { soort: "tekst", tekst: value };
}

export function alinea(...inhoud: readonly Inline[]): Alinea {
  return { soort: "alinea", inhoud };
}
