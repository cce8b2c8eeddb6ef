/**
 * What a form without question-and-answer structure of its own (PDF, Word, ODT, plain text) comes down to: paragraphs, lists
 * and tables in reading order, in the vocabulary of the official XML. Who asks and who answers is found afterwards, by one
 * reader for all of these forms.
 * @see docs/formats/tekstvormen.md
 */
import type { Diagnostiek, Vorm } from "../model/kamervraag.ts";
import type { Stuk } from "./gelezen.ts";
import type { XmlElement, XmlKnoop } from "./xml-boom.ts";

export interface Opmaak {
  readonly vorm: Vorm;
  /**
   * Blocks in reading order: `al` (paragraph), `tussenkop` (what the form itself marks as a heading), `lijst`, `table`. Inside
   * them the inline elements of the official XML: `nadruk`, `sup`, `inf`, `extref`, `br`, and `noot` at the place of its call,
   * where the form tells with certainty which text is the note (a Word footnote, a raised figure with a text at the foot of
   * the page). A mark or a note that is not certain stays text. A block `noot` is a note that nothing calls. `vraagkop` and
   * `antwoordkop` (attribute `nummer`, "2 3") stand where a form has labels of its own in place of headings; `al` may carry
   * such a `nummer` when the form counts its paragraphs by itself.
   */
  readonly blokken: readonly XmlElement[];
  /** Text that the form has and `blokken` has not, each piece with the rule that dropped it: page numbers, line-end hyphens. */
  readonly stukken: readonly Stuk[];
  /** Characters in the document as received that are not white space, counted before anything was done to them. */
  readonly tekens: number;
  readonly diagnostiek: readonly Diagnostiek[];
  /** Identifier that the form states outside its text: in a page footer, in document properties. */
  readonly id?: string;
}

/** Makes an element of the official vocabulary. */
export function element(
  naam: string,
  kinderen: readonly XmlKnoop[],
  {
    attributen = {},
    regel = 1,
  }: { readonly attributen?: Readonly<Record<string, string>>; readonly regel?: number } = {},
): XmlElement {
  return { naam, lokaal: naam, attributen, kinderen, regel };
}

/**
 * A note at the place of its first call: the label as printed ("1", "[1]"), and its paragraphs. A later call is a `nootref`
 * with `refid`. A note that has no number of its own takes that of its mark, `nummer`.
 */
export function noot(label: string, alineas: readonly (readonly XmlKnoop[])[], id: string, nummer = ""): XmlElement {
  const nr = label === "" ? [] : [element("noot.nr", [label])];
  return element("noot", [...nr, ...alineas.map((alinea) => element("noot.al", alinea))], {
    attributen: { id, kenmerk: id, type: "voet", ...(nummer ? { nr: nummer } : {}) },
  });
}
