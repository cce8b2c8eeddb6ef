/** What the facets know of one page. */
import type { Datum } from "../../model/kamervraag.ts";
import type { Facetnaam } from "../opdracht.ts";

/** A value as it stands in an address, and as it is read. */
export interface Rijwaarde {
  readonly waarde: string;
  readonly naam: string;
  /** The `waarde` above it, in the hierarchy of onderwerpen. */
  readonly onder?: string;
}

/** One row of the table; the rows stand in the order of the pages. */
export interface Facetrij {
  /** Day of submission. */
  readonly ingediend?: Datum;
  /** Days from submission to the last antwoord. */
  readonly antwoorddagen?: number;
  readonly waarden: Readonly<Partial<Record<Facetnaam, readonly Rijwaarde[]>>>;
}
