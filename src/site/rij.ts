/** One row of a table of record. */
import { formatGetal, teksten } from "../../templates/data/teksten.ts";
import { formatDatumShort } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import { toIndienerKort } from "./pagina.ts";
import { type Registerpost, standOf } from "./register.ts";
import { type StaatView, toStaatView } from "./staat.ts";

/** A row as the page shows it. */
export interface RijView {
  readonly datum?: Datum;
  readonly datumTekst: string;
  /** Said before the date when it is not the date of submission. */
  readonly datumWoord?: string;
  /** The same where the heading of the column does not stand above it. */
  readonly datumWoordSmal?: string;
  readonly href: string;
  readonly titel: string;
  readonly wie: string;
  readonly aan: string;
  readonly staat: StaatView;
  readonly dagen?: number;
  readonly dagenTekst?: string;
  /** Classes of the bar of days, mostly none; absent where the rule of three and six weeks does not hold. */
  readonly duur?: string;
}

/** Shapes one row; its date is that of submission unless `datumveld` says otherwise. */
export function toRij(
  post: Registerpost,
  peildatum: Datum,
  wortel: string,
  datumveld: "ingediend" | "beantwoord" = "ingediend",
): RijView {
  const { dagen, heeftTermijn, isAfgedaan, isTeLaat } = standOf(post, peildatum);
  const datum = post[datumveld] ?? post.beantwoord;
  const duur = [...(isAfgedaan ? [] : ["duur--open"]), ...(isTeLaat ? ["duur--laat"] : [])].join(" ");
  return {
    ...(datum ? { datum } : {}),
    datumTekst: datum ? formatDatumShort(datum) : teksten.register.onbekend,
    ...(datumveld === "ingediend" && !post.ingediend && datum ? { datumWoord: teksten.register.beantwoordOp } : {}),
    href: `${wortel}${pathOfSleutel(post.sleutel)}.html`,
    titel: post.titel,
    wie: toIndienerKort(post.indieners),
    aan: toAan(post),
    staat: toStaatView(post, peildatum),
    ...(dagen === undefined ? {} : { dagen, dagenTekst: formatGetal(dagen) }),
    ...(heeftTermijn ? { duur } : {}),
  };
}

function toAan({ gerichtAan, beantwoordDoor }: Registerpost): string {
  const personen = gerichtAan.length > 0 ? gerichtAan : beantwoordDoor;
  const [first, ...others] = personen;
  if (!first) return "";
  const naam = first.functie ?? first.naam ?? "";
  return others.length > 0 ? naam + teksten.gesprek.enAnderen(others.length) : naam;
}
