/** What the comparison asks of a generator, ours or another's. */
import type { Datum } from "../../../src/model/kamervraag.ts";
import type { Andere } from "./opties.ts";
import type { Opdrachtregel } from "./proces.ts";

export type Bouwernaam = "ons" | Andere;

export interface Bouwer {
  readonly naam: Bouwernaam;
  /** Name and version, and what is special about how it is run. */
  readonly beschrijving: string;
  /** Makes what it builds from, before the clock starts. */
  readonly prepare: () => Promise<void>;
  /** Takes over one Kamervraag that was written since, by its path below `inhoud`. */
  readonly renew: (path: string) => Promise<void>;
  /** Throws away what an earlier build kept for the next. */
  readonly forget: () => Promise<void>;
  readonly opdrachtregel: (uit: string) => Opdrachtregel;
}

/** What every generator gets. */
export interface Bouwplaats {
  /** Folder with the Markdown. */
  readonly inhoud: string;
  /** Folder for the project of the generator; is not there yet. */
  readonly project: string;
  readonly peildatum: Datum;
  readonly adres: string;
}
