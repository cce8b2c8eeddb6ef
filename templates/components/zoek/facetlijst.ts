/** Which values of a facet are shown: the most frequent, those chosen, and those whose name is typed. */
import type { Facetwaarde } from "../../../src/zoeken/opdracht.ts";

/** A value in its place: `kinderen` are the values below it in the hierarchy. */
export interface Facettak {
  readonly waarde: Facetwaarde;
  readonly kinderen: readonly Facetwaarde[];
}

export interface Facetkeuze {
  readonly takken: readonly Facettak[];
  /** How many there are when all are shown. */
  readonly totaal: number;
  /** How many more there are than shown. */
  readonly rest: number;
}

export interface Facetwens {
  readonly gekozen: readonly string[];
  /** Whether a name fits what was typed; absent when nothing was. */
  readonly past?: (naam: string) => boolean;
  /** How many to show. */
  readonly aantal: number;
}

/** Picks values in the order they came. One that is chosen is always among them, so that it can be let go of. */
export function pickWaarden(waarden: readonly Facetwaarde[], { gekozen, past, aantal }: Facetwens): Facetkeuze {
  const isGekozen = new Set(gekozen);
  const alle = toTakken(waarden).filter(
    ({ waarde, kinderen }) =>
      !past ||
      past(waarde.naam) ||
      isGekozen.has(waarde.waarde) ||
      kinderen.some((kind) => past(kind.naam) || isGekozen.has(kind.waarde)),
  );
  const takken = alle.filter(
    ({ waarde, kinderen }, index) =>
      index < aantal || isGekozen.has(waarde.waarde) || kinderen.some((kind) => isGekozen.has(kind.waarde)),
  );
  return { takken, totaal: alle.length, rest: alle.length - takken.length };
}

// A child whose parent is not among the values stands by itself.
function toTakken(waarden: readonly Facetwaarde[]): readonly Facettak[] {
  const bekend = new Set(waarden.filter(({ onder }) => onder === undefined).map(({ waarde }) => waarde));
  const kinderen = new Map<string, Facetwaarde[]>();
  for (const waarde of waarden) {
    if (waarde.onder === undefined || !bekend.has(waarde.onder)) continue;
    const broers = kinderen.get(waarde.onder);
    if (broers) broers.push(waarde);
    else kinderen.set(waarde.onder, [waarde]);
  }
  return waarden
    .filter(({ onder }) => onder === undefined || !bekend.has(onder))
    .map((waarde) => ({ waarde, kinderen: kinderen.get(waarde.waarde) ?? [] }));
}
