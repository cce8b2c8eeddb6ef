/** The texts of a document by place, with positions in them that a change of layout does not move. */
import type { Token } from "markdown-it";
import { createMarkdown } from "../../src/markdown/markdown-it.ts";
import { ankersOf } from "../../src/model/anker.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";

/** What of a Kamervraag holds text. */
export type Teksten = Pick<Kamervraag, "blokken" | "mededelingen" | "noten">;

export interface Plaats {
  /** First anchor of the vraag, antwoord, mededeling or note. */
  readonly anker: string;
  /** Markdown. */
  readonly tekst: string;
}

/** One paragraph, cell, heading or list item. */
export interface Alinea {
  /** Plain text; a note call is U+FFFC, a line break is "\n". */
  readonly tekst: string;
  /** Position of its begin in the text of its place. */
  readonly van: number;
}

export const NOOTMERK = "\uFFFC";

const markdown = createMarkdown();

/** All places with text, in the order in which references are listed: blokken, mededelingen, notes. */
export function plaatsenOf({ blokken, mededelingen, noten }: Teksten): readonly Plaats[] {
  const ankers = ankersOf(blokken);
  return [
    ...blokken.map(({ tekst }, index) => ({ anker: ankers[index]?.[0] ?? "kop", tekst })),
    ...mededelingen.map(({ tekst }, index) => ({ anker: `mededeling-${index + 1}`, tekst })),
    ...noten.map(({ anker, tekst }) => ({ anker: `noot-${anker}`, tekst: tekst ?? "" })),
  ];
}

/**
 * Counts the characters (UTF-16 units) that are neither white space nor a note call: what positions are made of. Two
 * readings of a text that differ in line breaks and spaces only have their words at the same positions.
 */
export function lengteOf(tekst: string): number {
  return compact(tekst).length;
}

/** The text that positions count in. */
export function compact(tekst: string): string {
  return tekst.replace(/[\s\uFFFC]+/g, "");
}

/** The paragraphs of a Markdown text; their positions are those in `toPlainText` of it, note calls left out. */
export function alineasOf(source: string): readonly Alinea[] {
  const alineas: Alinea[] = [];
  let van = 0;
  for (const token of markdown.parse(source, {})) {
    // A list item begins with a hyphen in the plain text.
    if (token.type === "list_item_open") van += 1;
    if (token.type !== "inline") continue;
    const tekst = (token.children ?? []).map(wordsOf).join("");
    alineas.push({ tekst, van });
    van += lengteOf(tekst);
  }
  return alineas;
}

function wordsOf({ type, content }: Token): string {
  if (type === "softbreak" || type === "hardbreak") return "\n";
  return type === "nootmerk" ? NOOTMERK : content;
}
