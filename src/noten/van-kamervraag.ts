/** The sources that the notes of one Kamervraag name, with the way to an archived copy of each. */
import { nootmerkenIn } from "../markdown/nootmerken.ts";
import type { Datum, Kamervraag } from "../model/kamervraag.ts";
import { archiefUrlOf } from "./adres.ts";
import { type GetypeerdeNoot, type Nootbron, typeNoot } from "./type-noot.ts";

/** A source with where the Internet Archive keeps the copy nearest the day on which the note was written. */
export interface ArchiefNootbron extends Nootbron {
  readonly archiefUrl?: string;
}

export interface Nootbronnen extends Pick<GetypeerdeNoot, "soort"> {
  readonly bronnen: readonly ArchiefNootbron[];
  /** When the note was written: the day the vragen were put, the answer given, the notice sent. */
  readonly geschreven?: Datum;
}

type MetNoten = Pick<Kamervraag, "noten" | "blokken" | "mededelingen" | "bronnen" | "ingediend" | "beantwoord">;

const bekend = new WeakMap<MetNoten, ReadonlyMap<string, Nootbronnen>>();

/** The sources of all notes that have a text, by the note's anchor. */
export function nootbronnenOf(kamervraag: MetNoten): ReadonlyMap<string, Nootbronnen> {
  // The page, its JSON and the table each ask once.
  const eerder = bekend.get(kamervraag);
  if (eerder) return eerder;
  const datums = datumsOfNoten(kamervraag);
  const found = new Map(
    kamervraag.noten.flatMap(({ anker, tekst }) =>
      tekst === undefined ? [] : [[anker, toNootbronnen(tekst, datums.get(anker))] as const],
    ),
  );
  bekend.set(kamervraag, found);
  return found;
}

function toNootbronnen(tekst: string, geschreven: Datum | undefined): Nootbronnen {
  const { soort, bronnen } = typeNoot(tekst);
  return {
    soort,
    bronnen: bronnen.map((bron) => {
      const archiefUrl = bron.url && geschreven ? archiefUrlOf(bron.url, geschreven) : undefined;
      return archiefUrl ? { ...bron, archiefUrl } : bron;
    }),
    ...(geschreven ? { geschreven } : {}),
  };
}

// A note is as old as the text that calls it first. One that nothing calls is as old as its scope.
function datumsOfNoten(kamervraag: MetNoten): ReadonlyMap<string, Datum> {
  const { noten, blokken, mededelingen, bronnen, ingediend, beantwoord } = kamervraag;
  const datums = new Map<string, Datum>();
  const note = (tekst: string, datum: Datum | undefined) => {
    if (!datum) return;
    for (const anker of nootmerkenIn(tekst)) if (!datums.has(anker)) datums.set(anker, datum);
  };
  for (const blok of blokken) {
    if (blok.soort !== "antwoord") continue;
    note(blok.tekst, blok.datum ?? bronnen.find(({ id }) => id === blok.bron)?.datum);
  }
  for (const { tekst, datum } of mededelingen) note(tekst, datum);
  for (const { anker, bereik } of noten) {
    const datum = datums.get(anker) ?? (bereik === "vraag" ? ingediend : beantwoord);
    if (datum) datums.set(anker, datum);
  }
  return datums;
}
