/** The state of a Kamervraag, from what its documents say. */
import { type Blok, type Datum, isAntwoord, isVraag, type Mededeling, type Status } from "./kamervraag.ts";

/**
 * Derives the state from the conversation and the notices. A withdrawal counts whatever else there is; an antwoord
 * without a number is taken to answer what was still open.
 */
export function statusOf(blokken: readonly Blok[], mededelingen: readonly Mededeling[]): Status {
  if (mededelingen.some((mededeling) => mededeling.soort === "ingetrokken")) return "ingetrokken";
  const antwoorden = blokken.filter(isAntwoord);
  if (antwoorden.length > 0) return openVragen(blokken).length > 0 ? "deels-beantwoord" : "beantwoord";
  if (mededelingen.some((mededeling) => mededeling.soort === "per-brief")) return "per-brief";
  return mededelingen.some((mededeling) => mededeling.soort === "uitstel") ? "uitgesteld" : "open";
}

/** The date on which the last open vraag was answered: per vraag the earliest antwoord, over the vragen the latest. */
export function beantwoordOp(blokken: readonly Blok[]): Datum | undefined {
  const antwoorden = blokken.filter(isAntwoord);
  if (antwoorden.length === 0 || openVragen(blokken).length > 0) return undefined;
  const eerste = new Map<string, Datum>();
  for (const { opVragen, datum } of antwoorden) {
    if (!datum) continue;
    for (const nummer of opVragen.length > 0 ? opVragen : [""]) {
      const known = eerste.get(nummer);
      if (!known || datum < known) eerste.set(nummer, datum);
    }
  }
  return [...eerste.values()].sort().at(-1);
}

/** The numbers of vragen without an antwoord. Empty as soon as one antwoord names no number: it may answer any of them. */
export function openVragen(blokken: readonly Blok[]): readonly string[] {
  const antwoorden = blokken.filter(isAntwoord);
  if (antwoorden.some(({ opVragen }) => opVragen.length === 0)) return [];
  const answered = new Set(antwoorden.flatMap(({ opVragen }) => opVragen));
  return [...new Set(blokken.filter(isVraag).flatMap(({ nummers }) => nummers))].filter(
    (nummer) => !answered.has(nummer),
  );
}
