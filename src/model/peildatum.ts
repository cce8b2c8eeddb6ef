/**
 * What was known of a Kamervraag on the as-of date. The documents stay whole; only how the case stands is told as of that
 * day, so that a page never says "answered" of an antwoord that came later.
 * @see docs/formats/termijn.md
 */
import { type Antwoord, type Blok, type Datum, isAntwoord, type Kamervraag } from "./kamervraag.ts";
import { beantwoordOp, statusOf } from "./status.ts";

/**
 * The Kamervraag with `status` and `beantwoord` as they stood on `peildatum`: antwoorden and notices that are dated later do
 * not count. What has no date counts. Answers the same object where nothing is later, as in every build without
 * `--peildatum`; texts, notices and documents are never left out.
 */
export function opPeildatum(kamervraag: Kamervraag, peildatum: Datum): Kamervraag {
  const { beantwoord, status, ...rest } = kamervraag;
  const isKnown = (datum: Datum | undefined) => datum === undefined || datum <= peildatum;
  // A later antwoord or notice beside what was answered as a whole changes nothing.
  if (status === "beantwoord" && beantwoord && isKnown(beantwoord)) return kamervraag;
  const blokken = rest.blokken.filter((blok) => !isAntwoord(blok) || isKnown(datumOfAntwoord(blok, kamervraag)));
  const mededelingen = rest.mededelingen.filter(({ datum }) => isKnown(datum));
  const isSame = blokken.length === rest.blokken.length && mededelingen.length === rest.mededelingen.length;
  if (isSame && isKnown(beantwoord)) return kamervraag;
  const toen = statusOf(blokken, mededelingen);
  const op = toen === "beantwoord" ? beantwoordOp(dated(blokken, kamervraag)) : undefined;
  return { ...rest, status: toen, ...(op ? { beantwoord: op } : {}) };
}

/** The date of an antwoord: its own, else that of its document, else that on which the Kamervraag was answered. */
export function datumOfAntwoord(
  { datum, bron }: Antwoord,
  { bronnen, beantwoord }: Pick<Kamervraag, "bronnen" | "beantwoord">,
): Datum | undefined {
  if (datum) return datum;
  const document = bron === undefined ? undefined : bronnen.find(({ id, datum: op }) => id === bron && op);
  return document?.datum ?? beantwoord;
}

function dated(blokken: readonly Blok[], kamervraag: Kamervraag): readonly Blok[] {
  return blokken.map((blok) => {
    const datum = isAntwoord(blok) ? datumOfAntwoord(blok, kamervraag) : undefined;
    return datum ? { ...blok, datum } : blok;
  });
}
