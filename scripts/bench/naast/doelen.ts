/** The goals that are set for an archive of 90,000 on two processors, against what was measured. */
import type { Bouwmeting, Maatverslag, Vervolg } from "./meet.ts";
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
  const alles = [
    ...ons,
    ...(maat.metZoeken ? [maat.metZoeken] : []),
    ...onzeVervolgen(maat).flatMap(({ metingen }) => metingen),
  ];
  const vervolg = (wat: Vervolg, metZoeken: boolean, of: (meting: Bouwmeting) => number) =>
    spreidingOf(
      onzeVervolgen(maat)
        .filter((een) => een.vervolg === wat && een.metZoeken === metZoeken)
        .flatMap(({ metingen }) => metingen.map(of)),
    )?.mediaan;
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
    { doel: "HTML met zoekindex: duur", hoogstens: 360, gemeten: maat.metZoeken?.seconden, eenheid: "seconden" },
    {
      doel: "geheugen van alle bouwen van ons",
      hoogstens: 3.5e9,
      gemeten: spreidingOf(alles.flatMap((meting) => meting.geheugen ?? []))?.hoogste,
      eenheid: "bytes",
    },
    {
      doel: "één Kamervraag erbij: duur zonder zoekindex",
      hoogstens: 3,
      gemeten: vervolg("één erbij", false, durationOf),
      eenheid: "seconden",
    },
    {
      doel: "één Kamervraag erbij: cpu met zoekindex",
      hoogstens: 60,
      gemeten: vervolg("één erbij", true, ({ cpuSeconden }) => cpuSeconden),
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

function onzeVervolgen({ vervolgen }: Maatverslag) {
  return vervolgen.filter(({ naam }) => naam === "ons");
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
