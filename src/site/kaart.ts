/**
 * The card of a Kamervraag: all that a build keeps of it beside its text. From the cards come the lists, the graph, what is
 * alike and the tables; a build that has them reads no text but those of the pages it makes again. Plain data, so that a
 * worker can hand it over and a cache can hold it.
 */
import { addDays } from "../model/datum.ts";
import type { Datum, Kamervraag } from "../model/kamervraag.ts";
import { isAntwoord } from "../model/kamervraag.ts";
import { datumOfAntwoord, opPeildatum } from "../model/peildatum.ts";
import { TERMIJN_NA_UITSTEL_DAYS } from "../model/termijn.ts";
import { toKnoop } from "../samenhang/graaf.ts";
import type { Knoop } from "../samenhang/schakels.ts";
import { type GepakteTermen, packTermen, termenOf } from "../vergelijkbaar/termen.ts";
import { toNotenCsv } from "./noten-csv.ts";
import { newestOf, type Registerpost, standOf, toRegisterpost } from "./register.ts";
import { type Telbaar, toTelbaar } from "./volledigheid.ts";

export interface Kaart {
  readonly sleutel: string;
  /** As its documents tell; holds for every as-of date from `laatste` on. */
  readonly post: Registerpost;
  /** The newest date that its state hangs on; absent where none has a date. */
  readonly laatste?: Datum;
  /** As it stood on an earlier as-of date. */
  readonly toen?: { readonly peildatum: Datum; readonly post: Registerpost };
  /** From this as-of date on its page stays the same; absent while it waits for an antwoord. */
  readonly vastVanaf?: Datum;
  readonly knoop: Knoop;
  readonly termen: GepakteTermen;
  readonly telbaar: Telbaar;
  /** Its rows of noten.csv. */
  readonly noten: string;
}

/** Makes the card; `peildatum` when an as-of date was asked for that may lie before the newest of its dates. */
export function toKaart(kamervraag: Kamervraag, markdown: string, peildatum?: Datum): Kaart {
  const post = toRegisterpost(kamervraag);
  const laatste = newestOf([
    kamervraag.beantwoord,
    ...kamervraag.blokken.filter(isAntwoord).map((antwoord) => datumOfAntwoord(antwoord, kamervraag)),
    ...kamervraag.mededelingen.map(({ datum }) => datum),
  ]);
  const vastVanaf = findVastVanaf(post, laatste);
  return {
    sleutel: kamervraag.sleutel,
    post,
    ...(laatste ? { laatste } : {}),
    ...(peildatum && laatste && peildatum < laatste
      ? { toen: { peildatum, post: toRegisterpost(opPeildatum(kamervraag, peildatum)) } }
      : {}),
    ...(vastVanaf ? { vastVanaf } : {}),
    knoop: toKnoop(kamervraag),
    termen: packTermen(termenOf(kamervraag)),
    telbaar: toTelbaar(kamervraag, markdown),
    noten: toNotenCsv(kamervraag),
  };
}

// What is done and lies in the past, limits included, is told in the same words ever after.
function findVastVanaf(post: Registerpost, laatste: Datum | undefined): Datum | undefined {
  const { ingediend } = post;
  const dag = newestOf([laatste, ingediend, ingediend && addDays(ingediend, TERMIJN_NA_UITSTEL_DAYS)]) ?? BEGIN;
  return standOf(post, dag).isAfgedaan ? dag : undefined;
}

/** Before every as-of date: for what has no date at all. */
const BEGIN = "0000-01-01";

/** How the case stood as of `peildatum`; `undefined` when the card does not tell and the Kamervraag must be read. */
export function postOp({ post, laatste, toen }: Kaart, peildatum: Datum): Registerpost | undefined {
  if (laatste === undefined || laatste <= peildatum) return post;
  return toen?.peildatum === peildatum ? toen.post : undefined;
}

/** Whether the page as of `peildatum` is the page as of any later day. */
export function isVast({ vastVanaf }: Pick<Kaart, "vastVanaf">, peildatum: Datum): boolean {
  return vastVanaf !== undefined && vastVanaf <= peildatum;
}
