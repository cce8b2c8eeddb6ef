/** The report of a comparison, in Dutch, as tables for the terminal. */
import type { Mapgrootte } from "../mapgrootte.ts";
import { formatBytes, formatCount, formatSeconds, formatTable, type Machine } from "../verslag.ts";
import type { Bouwernaam } from "./bouwer.ts";
import { type Doeluitslag, toDoelen } from "./doelen.ts";
import type { Bouwerverslag, Bouwmeting, Maatverslag, Naastverslag, Vervolgverslag } from "./meet.ts";
import { GROEI } from "./opties.ts";
import { type Spreiding, spreidingOf, verhoudingOf } from "./verhouding.ts";

/** What is measured of every build. */
const GROOTHEDEN = [
  { kop: "duur", of: ({ seconden }: Bouwmeting) => seconden, format: formatSeconds },
  { kop: "cpu", of: ({ cpuSeconden }: Bouwmeting) => cpuSeconden, format: formatSeconds },
  { kop: "geheugen", of: ({ geheugen }: Bouwmeting) => geheugen, format: formatBytes },
  { kop: "grootste proces", of: ({ grootsteProces }: Bouwmeting) => grootsteProces, format: formatBytes },
] as const;

const GROOTTEN = [
  { kop: "bestanden", of: ({ site }: Bouwerverslag) => site.bestanden },
  { kop: "grootte", of: ({ site }: Bouwerverslag) => site.bytes },
  { kop: "html", of: ({ html }: Bouwerverslag) => html.bestanden },
  { kop: "grootte html", of: ({ html }: Bouwerverslag) => html.bytes },
] as const;

const ALLEEN_ONS =
  "Alleen ons: verwijzingen in de tekst en welke Kamervragen naar elkaar verwijzen, vergelijkbare Kamervragen, soorten noten, het verloop en de\n" +
  "termijnlijsten, zes bestanden naast elke pagina, en de controle dat van elke tekst elk woord op zijn pagina staat. De build kan dat\n" +
  "niet overslaan: het zit in alle cijfers van ons, ook in de verhoudingen.\n";

/** One build in a line: what it cost. */
export function formatMeting(meting: Bouwmeting): string {
  return GROOTHEDEN.map(
    ({ kop, of, format }) => `${kop} ${formatSpreiding(spreidingOf(known([of(meting)])), format)}`,
  ).join(", ");
}

export function formatNaast(verslag: Naastverslag & Machine): string {
  const { maten, rondes, belasting, meldingen } = verslag;
  const [before, after] = belasting.map((getal) => getal.toFixed(1).replace(".", ","));
  const laatste = maten.at(-1);
  return [
    `Naast elkaar gebouwd, ${rondes === 1 ? "één ronde" : `${rondes} rondes om en om`}; elke bouw in een lege map, zonder cache`,
    `Node ${verslag.node}, ${verslag.systeem}, ${verslag.processors} processors, ${formatBytes(verslag.geheugen)} geheugen; belasting bij begin ${before}, bij einde ${after}`,
    ...(laatste?.bouwers ?? []).map(({ naam, beschrijving }) => `${naam}: ${beschrijving}`),
    ...meldingen,
    "",
    ...maten.flatMap(formatMaat),
    ...(maten.length > 1 ? formatGroei(maten) : []),
    ...formatDoelen(toDoelen(maten)),
    ...((laatste?.bouwers.length ?? 0) > 1 ? [ALLEEN_ONS] : []),
  ].join("\n");
}

function formatMaat(maat: Maatverslag): readonly string[] {
  const { aantal, bouwers, metZoeken, vervolgen, zoekvervolgen = [] } = maat;
  const [ons, ...anderen] = bouwers;
  const head = [...GROOTHEDEN, ...GROOTTEN].map(({ kop }) => kop);
  return [
    `${formatCount(aantal)} Kamervragen (mediaan [laagste–hoogste])`,
    ...formatTable([["", ...head], ...bouwers.map(toRow)]),
    "",
    ...(ons && anderen.length > 0
      ? [
          "Ons gedeeld door de ander, ronde voor ronde",
          ...formatTable([["", ...head], ...anderen.map((ander) => toVerhoudingRow(ons, ander))]),
          "",
        ]
      : []),
    ...formatFasen(ons, metZoeken),
    ...(metZoeken ? [...formatLos("ons met zoekindex, in een lege map", [metZoeken]), ""] : []),
    ...formatVervolgen([
      ...vervolgen.map((een) => toVervolgRow(een.naam, een)),
      ...zoekvervolgen.map((een) => toVervolgRow("ons met zoekindex", een)),
    ]),
  ];
}

function toRow(verslag: Bouwerverslag): readonly string[] {
  return [
    verslag.naam,
    ...GROOTHEDEN.map(({ of, format }) => formatSpreiding(spreidingOf(known(verslag.koud.map(of))), format)),
    ...toGrootten(verslag.site),
    ...toGrootten(verslag.html),
  ];
}

function toGrootten({ bestanden, bytes }: Mapgrootte): readonly [string, string] {
  return [formatCount(bestanden), formatBytes(bytes)];
}

function toVerhoudingRow(ons: Bouwerverslag, ander: Bouwerverslag): readonly string[] {
  return [
    `ons / ${ander.naam}`,
    ...GROOTHEDEN.map(({ of }) => formatSpreiding(verhoudingOf(ons.koud.map(of), ander.koud.map(of)), formatRatio)),
    ...GROOTTEN.map(({ of }) => formatRatio(of(ons) / of(ander))),
  ];
}

// The phases of all builds without the search index, then those that only the build with it has.
function formatFasen(ons: Bouwerverslag | undefined, metZoeken: Bouwmeting | undefined): readonly string[] {
  const koud = (ons?.koud ?? []).map(({ fasen }) => fasen ?? {});
  const namen = [...new Set(koud.flatMap((fasen) => Object.keys(fasen)))];
  const zoekfasen = Object.entries(metZoeken?.fasen ?? {}).filter(([naam]) => !namen.includes(naam));
  const rows = [
    ...namen.map((naam) => [
      naam,
      formatSpreiding(spreidingOf(known(koud.map((fasen) => fasen[naam]))), formatSeconds),
    ]),
    ...zoekfasen.map(([naam, seconden]) => [naam, formatSeconds(seconden)]),
  ];
  return rows.length === 0 ? [] : [...formatTable([["fase van ons", "duur"], ...rows]), ""];
}

function toVervolgRow(naam: string, { vervolg, metingen }: Vervolgverslag): readonly string[] {
  const cells = GROOTHEDEN.map(({ of, format }) => formatSpreiding(spreidingOf(known(metingen.map(of))), format));
  return [`${naam}: ${vervolg}`, ...cells];
}

function formatVervolgen(rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [
    "Nog een keer in dezelfde map (een ander dan wij bouwt dan alles opnieuw)",
    ...formatTable([["", ...GROOTHEDEN.map(({ kop }) => kop)], ...rows]),
    "",
  ];
}

function formatLos(naam: string, metingen: readonly Bouwmeting[]): readonly string[] {
  const cells = GROOTHEDEN.map(({ of, format }) => formatSpreiding(spreidingOf(known(metingen.map(of))), format));
  return formatTable([
    ["", ...GROOTHEDEN.map(({ kop }) => kop)],
    [naam, ...cells],
  ]);
}

/** What one Kamervraag costs at each size, in milliseconds, and how much more than at the size that is compared with. */
function formatGroei(maten: readonly Maatverslag[]): readonly string[] {
  const basis = maten.find(({ aantal }) => aantal === GROEI[1]) ?? maten[0];
  if (!basis) return [];
  const namen = maten.at(-1)?.bouwers.map(({ naam }) => naam) ?? [];
  const rows = [
    ...namen.map((naam) => [naam, (maat: Maatverslag) => koudOf(maat, naam)] as const),
    ["ons met zoekindex", ({ metZoeken }: Maatverslag) => (metZoeken ? [metZoeken] : [])] as const,
  ].flatMap(([naam, koud]) =>
    GROOTHEDEN.slice(0, 2).map(({ kop, of }) => {
      const cost = (maat: Maatverslag) =>
        spreidingOf(known(koud(maat).map(of)).map((seconden) => seconden / maat.aantal));
      const atBasis = cost(basis)?.mediaan;
      return [
        `${naam}, ${kop}`,
        ...maten.map((maat) => {
          const found = cost(maat)?.mediaan;
          if (found === undefined || !atBasis) return ONBEKEND;
          return `${formatMillis(found)} (${formatRatio(found / atBasis)})`;
        }),
      ];
    }),
  );
  const head = [
    `per Kamervraag (gedeeld door ${formatCount(basis.aantal)})`,
    ...maten.map(({ aantal }) => formatCount(aantal)),
  ];
  return [
    ...formatTable([head, ...rows.filter((row) => row.some((cell, index) => index > 0 && cell !== ONBEKEND))]),
    "",
  ];
}

function koudOf({ bouwers }: Maatverslag, naam: Bouwernaam): readonly Bouwmeting[] {
  return bouwers.find((bouwer) => bouwer.naam === naam)?.koud ?? [];
}

function formatDoelen(doelen: readonly Doeluitslag[]): readonly string[] {
  if (doelen.length === 0) return [];
  const rows = doelen.map(({ doel, hoogstens, gemeten, eenheid }) => {
    const format = FORMATS[eenheid];
    return [doel, format(hoogstens), format(gemeten), gemeten <= hoogstens ? "gehaald" : "niet gehaald"];
  });
  return [...formatTable([["doel bij 90.000", "hoogstens", "gemeten", ""], ...rows]), ""];
}

const FORMATS: Readonly<Record<Doeluitslag["eenheid"], (getal: number) => string>> = {
  verhouding: formatRatio,
  seconden: formatSeconds,
  bytes: formatBytes,
};

const ONBEKEND = "n.v.t.";

function formatSpreiding(spreiding: Spreiding | undefined, format: (getal: number) => string): string {
  if (!spreiding) return ONBEKEND;
  const { mediaan, laagste, hoogste } = spreiding;
  if (laagste === hoogste) return format(mediaan);
  return `${format(mediaan)} [${format(laagste)}–${format(hoogste)}]`;
}

function formatRatio(ratio: number): string {
  return `${ratio.toFixed(2).replace(".", ",")}x`;
}

function formatMillis(seconds: number): string {
  return `${(seconds * 1000).toFixed(2).replace(".", ",")} ms`;
}

function known(getallen: readonly (number | undefined)[]): readonly number[] {
  return getallen.filter((getal) => getal !== undefined);
}
