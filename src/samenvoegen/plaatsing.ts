/** Where each part of a document ended up in the Kamervraag: the other half of the account that nothing was lost. */
import type { Diagnostiek } from "../model/kamervraag.ts";

/** A place in the Kamervraag, or the rule by which the part was left out. */
export type Plek = { readonly index: number } | { readonly regel: string };

export interface Plaatsing {
  /** Per blok of the document. */
  readonly blokken: readonly Plek[];
  readonly mededelingen: readonly Plek[];
  /** Per note of the document, by its id: the anchor, or the rule. */
  readonly noten: ReadonlyMap<string, { readonly anker: string } | { readonly regel: string }>;
  /** What was remarked on this document and no other: two readings may share an identifier. */
  readonly diagnostiek: readonly Diagnostiek[];
}
