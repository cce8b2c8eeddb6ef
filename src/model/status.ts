/** The state of a Kamervraag, from what its documents say. */
import { dekkingOf } from "./dekking.ts";
import {
  type Antwoord,
  type Blok,
  type Datum,
  isAntwoord,
  isVraag,
  type Mededeling,
  type Status,
  type Vraag,
} from "./kamervraag.ts";

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

/**
 * The numbers of vragen without an antwoord. Empty as soon as an antwoord cannot be told from its number or its place: it may
 * answer any of them.
 */
export function openVragen(blokken: readonly Blok[]): readonly string[] {
  const dekking = dekkingOf(blokken);
  const isOngewis = blokken.some(
    (blok, index) => blok.soort === "antwoord" && blok.opVragen.length === 0 && dekking[index]?.length === 0,
  );
  if (isOngewis) return [];
  const door = new Map<number, Antwoord[]>();
  blokken.forEach((blok, index) => {
    if (!isAntwoord(blok)) return;
    for (const vraag of dekking[index] ?? []) door.set(vraag, [...(door.get(vraag) ?? []), blok]);
  });
  const open = blokken.flatMap((blok, index) =>
    isVraag(blok) ? blok.nummers.filter((nummer) => !isAnswered(blok, nummer, door.get(index) ?? [])) : [],
  );
  return [...new Set(open)];
}

// Of "Vraag 1 en 2" an antwoord may answer one; one that belongs by its place answers all.
function isAnswered({ nummers }: Vraag, nummer: string, antwoorden: readonly Antwoord[]): boolean {
  return antwoorden.some(({ opVragen }) => {
    const named = new Set(opVragen.flatMap((naam) => [naam, naam.replace(/[a-z]+$/, "")]));
    return named.has(nummer) || !nummers.some((one) => named.has(one));
  });
}
