/** The goals that are set for an archive of 90,000 on two processors, against what was measured. */
import type { Bouwmeting, Maatverslag, Vervolg, Vervolgverslag } from "./meet.ts";
import { GROEI } from "./opties.ts";
import { spreidingOf, verhoudingOf } from "./verhouding.ts";

export interface Doeluitslag {
  readonly doel: string;
  readonly hoogstens: number;
  readonly gemeten: number;
  readonly eenheid: "verhouding" | "seconden" | "bytes";
}

const VANAF = 90_000;

/** The goals that were measured; none for a smaller archive, for which they are not meant. */
export function toDoelen(maten: readonly Maatverslag[]): readonly Doeluitslag[] {
  const maat = maten.find(({ aantal }) => aantal >= VANAF);
  if (!maat) return [];
  const ons = koudOf(maat, "ons");
  const hugo = koudOf(maat, "hugo");
  const basis = maten.find(({ aantal }) => aantal === GROEI[1]);
  const vervolgen = maat.vervolgen.filter(({ naam }) => naam === "ons");
  const { metZoeken, zoekvervolgen = [] } = maat;
  const alles = [
    ...ons,
    ...(metZoeken ? [metZoeken] : []),
    ...[...vervolgen, ...zoekvervolgen].flatMap(({ metingen }) => metingen),
  ];
  const perKamervraag = basis && quotient(costOf(maat), costOf(basis));
  const found: readonly (Omit<Doeluitslag, "gemeten"> & { readonly gemeten: number | undefined })[] = [
    {
      doel: "HTML: duur, gedeeld door die van Hugo",
      hoogstens: 0.4,
      gemeten: verhoudingOf(ons.map(durationOf), hugo.map(durationOf))?.mediaan,
      eenheid: "verhouding",
    },
    {
      doel: "HTML: geheugen, gedeeld door dat van Hugo",
      hoogstens: 0.1,
      gemeten: verhoudingOf(ons.map(memoryOf), hugo.map(memoryOf))?.mediaan,
      eenheid: "verhouding",
    },
    { doel: "HTML met zoekindex: duur", hoogstens: 360, gemeten: metZoeken?.seconden, eenheid: "seconden" },
    {
      doel: "geheugen van alle bouwen van ons",
      hoogstens: 3.5e9,
      gemeten: spreidingOf(alles.flatMap((meting) => meting.geheugen ?? []))?.hoogste,
      eenheid: "bytes",
    },
    {
      doel: "één Kamervraag erbij: duur zonder zoekindex",
      hoogstens: 3,
      gemeten: medianOf("één erbij", vervolgen, durationOf),
      eenheid: "seconden",
    },
    {
      doel: "één Kamervraag erbij: cpu met zoekindex",
      hoogstens: 60,
      gemeten: medianOf("één erbij", zoekvervolgen, ({ cpuSeconden }) => cpuSeconden),
      eenheid: "seconden",
    },
    {
      doel: "HTML: cpu per Kamervraag, gedeeld door die bij 10.000",
      hoogstens: 1.2,
      gemeten: perKamervraag,
      eenheid: "verhouding",
    },
  ];
  return found.flatMap(({ gemeten, ...doel }) => (gemeten === undefined ? [] : [{ ...doel, gemeten }]));
}

function koudOf({ bouwers }: Maatverslag, naam: "ons" | "hugo"): readonly Bouwmeting[] {
  return bouwers.find((bouwer) => bouwer.naam === naam)?.koud ?? [];
}

function medianOf(
  vervolg: Vervolg,
  vervolgen: readonly Vervolgverslag[],
  of: (meting: Bouwmeting) => number,
): number | undefined {
  const metingen = vervolgen.filter((een) => een.vervolg === vervolg).flatMap((een) => een.metingen);
  return spreidingOf(metingen.map(of))?.mediaan;
}

function costOf(maat: Maatverslag): number | undefined {
  const spreiding = spreidingOf(koudOf(maat, "ons").map(({ cpuSeconden }) => cpuSeconden / maat.aantal));
  return spreiding?.mediaan;
}

function quotient(deeltal: number | undefined, deler: number | undefined): number | undefined {
  return deeltal === undefined || !deler ? undefined : deeltal / deler;
}

function durationOf({ seconden }: Bouwmeting): number {
  return seconden;
}

function memoryOf({ geheugen }: Bouwmeting): number | undefined {
  return geheugen;
}
