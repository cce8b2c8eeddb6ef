/** `npm run bench`: makes an archive of invented Kamervragen, builds it and says what that cost. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { weighBladzijden } from "./bench/bladzijde.ts";
import { formatLezers, measureLezers } from "./bench/lezers.ts";
import { sizeOf } from "./bench/mapgrootte.ts";
import { type Meting, measureFase } from "./bench/meting.ts";
import { measureNaast } from "./bench/naast/meet.ts";
import { type NaastOpties, readNaast } from "./bench/naast/opties.ts";
import type { Procesmeting } from "./bench/naast/proces.ts";
import { formatMeting, formatNaast } from "./bench/naast/verslag.ts";
import { formatOmzetten, measureOmzetten } from "./bench/omzetten.ts";
import type { Fase } from "./bench/opdracht.ts";
import { formatRelevantie, measureRelevantie } from "./bench/relevantie/meting.ts";
import { formatVergelijkbaar, measureVergelijkbaar } from "./bench/vergelijkbaar.ts";
import { type Bankverslag, describeMachine, formatVerslag } from "./bench/verslag.ts";
import { formatVerwijzingen, measureVerwijzingen } from "./bench/verwijzingen.ts";
import { measureZoeken } from "./bench/zoeken.ts";
import { formatZoekverslag } from "./bench/zoekverslag.ts";
import { GebruikError, readOpties, run } from "./opties.ts";

const HULP = `Maakt een archief van verzonnen Kamervragen, bouwt de site en de zoekindex, en meet wat dat kost.

  npm run bench -- [opties]

  --aantal N               aantal Kamervragen (standaard 2000)
  --seed N                 ander toeval (standaard 1)
  --map MAP                maak de werkmap in MAP (standaard in de map voor tijdelijke bestanden)
  --json BESTAND           schrijf de cijfers ook als JSON
  --bewaar                 laat de werkmap staan
  --zoekindex              meet alleen de zoekindex: maakt daarvoor alleen de bladzijden van de Kamervragen
  --zoeken                 meet het zoeken in Chromium en, als die er is, Firefox: over http en uit de bundel op schijf
  --per-soort N            zoekvragen van elke soort (standaard 6)
  --werkmap MAP            meet in deze map en laat alles staan: wat er al is wordt niet opnieuw gemaakt
  --omzetten               meet in plaats daarvan het omzetten van bronnen: alles, en met een bron erbij, anders of weg
  --zonder-metadata        en dan zonder metadata: antwoorden worden herkend aan wat erin staat
  --lezers MAP             meet in plaats daarvan hoe snel de documenten in MAP worden gelezen
  --verwijzingen           meet in plaats daarvan hoe snel verwijzingen worden gevonden
  --bronnen MAP            en dan ook in de documenten in MAP
  --relevantie             meet in plaats daarvan hoe goed het zoeken beoordeelde vragen beantwoordt, in --bronnen MAP
  --naast eleventy,hugo    bouw in plaats daarvan om en om de site en die van andere generatoren, en zet de cijfers naast elkaar
  --rondes N               en dan zo vaak (standaard 3)
  --groei                  meet dat, of alleen onze site, ook bij 1.000 en 10.000
  --zonder-zoeken          en dan zonder de zoekindex
  --zonder-vervolg         en dan zonder nog eens te bouwen na een wijziging
  --vergelijkbaar          meet in plaats daarvan het zoeken van vergelijkbare Kamervragen, bij N of bij drie aantallen
`;

const OPTIES = {
  aantal: { type: "string" },
  seed: { type: "string" },
  map: { type: "string" },
  json: { type: "string" },
  bewaar: { type: "boolean" },
  zoekindex: { type: "boolean" },
  zoeken: { type: "boolean" },
  "per-soort": { type: "string" },
  werkmap: { type: "string" },
  omzetten: { type: "boolean" },
  "zonder-metadata": { type: "boolean" },
  lezers: { type: "string" },
  verwijzingen: { type: "boolean" },
  bronnen: { type: "string" },
  vergelijkbaar: { type: "boolean" },
  relevantie: { type: "boolean" },
  naast: { type: "string" },
  rondes: { type: "string" },
  groei: { type: "boolean" },
  "zonder-zoeken": { type: "boolean" },
  "zonder-vervolg": { type: "boolean" },
} as const;

interface BenchOptions {
  readonly aantal: number;
  readonly seed: number;
  readonly map?: string | undefined;
  readonly json?: string | undefined;
  readonly bewaar: boolean;
  /** Measure the search index only. */
  readonly isZoekindex: boolean;
  /** Measure the search in browsers: so many questions of each kind. */
  readonly zoeken?: number | undefined;
  /** Folder to work in that is kept. */
  readonly werkmap?: string | undefined;
  readonly isOmzetten: boolean;
  readonly zonderMetadata: boolean;
  readonly lezers?: string | undefined;
  readonly verwijzingen: boolean;
  readonly relevantie: boolean;
  readonly bronnen?: string | undefined;
  /** The sizes to compare at, when that is what is asked. */
  readonly vergelijkbaar?: readonly number[] | undefined;
  /** The comparison with other generators, when that is what is asked. */
  readonly naast?: NaastOpties | undefined;
}

const FASEN: readonly Fase[] = ["genereren", "site", "scherven", "samenvoegen", "bundel"];
const INDEXFASEN: readonly Fase[] = ["paginas", "scherven", "samenvoegen", "nogmaals", "bijgewerkt"];

/** How often the readers are measured: the first time their libraries start. */
const RONDES = 4;
/** The sizes of an archive at which the comparison is measured. */
const AANTALLEN = [2_000, 20_000, 90_000];

await run(main);

/** Answers 0; a phase that fails throws, and its own output has said why. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.lezers) {
    process.stdout.write(formatLezers(await measureLezers(resolve(options.lezers), RONDES)));
    return 0;
  }
  if (options.verwijzingen) {
    const map = options.bronnen === undefined ? undefined : resolve(options.bronnen);
    process.stdout.write(formatVerwijzingen(await measureVerwijzingen(map)));
    return 0;
  }
  if (options.relevantie && options.bronnen) {
    process.stdout.write(formatRelevantie(await measureRelevantie(resolve(options.bronnen))));
    return 0;
  }
  if (options.vergelijkbaar) {
    process.stdout.write(formatVergelijkbaar(await measureVergelijkbaar(options.vergelijkbaar)));
    return 0;
  }
  if (options.werkmap !== undefined) {
    await mkdir(resolve(options.werkmap), { recursive: true });
    await runIn(resolve(options.werkmap), options);
    return 0;
  }
  // A folder of its own below --map: it is removed afterwards, and DIR may hold other things.
  const map = resolve(options.map ?? tmpdir());
  await mkdir(map, { recursive: true });
  const folder = await mkdtemp(join(map, "kamervragen-bench-"));
  try {
    if (options.isOmzetten) {
      process.stdout.write(formatOmzetten(await measureOmzetten({ ...options, folder })));
      return 0;
    }
    await runIn(folder, options);
    return 0;
  } finally {
    if (options.bewaar) process.stdout.write(`Bewaard in ${folder}\n`);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, options: BenchOptions): Promise<void> {
  const { aantal, seed, zoeken: perSoort, naast } = options;
  if (naast) {
    return report(
      { ...describeMachine(), ...(await measureNaast(naast, folder, { bezig: tellBezig, gemeten: tellGemeten })) },
      formatNaast,
      options.json,
    );
  }
  if (perSoort === undefined) return report(await measure(options, folder), formatVerslag, options.json);
  return report(await measureZoeken({ aantal, seed, perSoort, map: folder }), formatZoekverslag, options.json);
}

async function report<Verslag extends object>(
  verslag: Verslag,
  format: (verslag: Verslag) => string,
  json: string | undefined,
): Promise<void> {
  process.stdout.write(format(verslag));
  if (json) await writeFile(json, `${JSON.stringify({ ...describeMachine(), ...verslag }, undefined, 2)}\n`);
}

async function measure({ aantal, seed, isZoekindex }: BenchOptions, folder: string): Promise<Bankverslag> {
  const inhoud = join(folder, "inhoud");
  const uit = join(folder, "site");
  await mkdir(inhoud, { recursive: true });
  const metingen: Meting[] = [];
  for (const fase of isZoekindex ? INDEXFASEN : FASEN) {
    tellBezig(fase);
    metingen.push(await measureFase({ fase, aantal, seed, inhoud, uit, bundel: `${uit}-bundel` }));
  }
  const zoekindex = sizeOf(join(uit, "pagefind"));
  const all = sizeOf(uit);
  const site = { bestanden: all.bestanden - zoekindex.bestanden, bytes: all.bytes - zoekindex.bytes };
  const bladzijde = weighBladzijden(join(uit, "kamervraag"));
  const mappen = { inhoud: sizeOf(inhoud), site, zoekindex };
  return { aantal, ...describeMachine(), metingen, mappen, ...(bladzijde ? { bladzijde } : {}) };
}

function readOptions(args: readonly string[]): BenchOptions {
  const { values } = readOpties(args, OPTIES, HULP);
  const { aantal = "2000", seed = "1", map, json, bewaar = false, lezers, verwijzingen = false, bronnen } = values;
  const { relevantie = false } = values;
  const vergelijkbaar = values.vergelijkbaar ? (values.aantal ? [Number(aantal)] : AANTALLEN) : undefined;
  if (!/^[1-9]\d*$/.test(aantal)) throw new GebruikError(`--aantal: «${aantal}» is geen getal boven 0`);
  if (!/^\d+$/.test(seed)) throw new GebruikError(`--seed: «${seed}» is geen getal`);
  const perSoort = values["per-soort"] ?? "6";
  if (!/^[1-9]\d*$/.test(perSoort)) throw new GebruikError(`--per-soort: «${perSoort}» is geen getal boven 0`);
  if (values.werkmap !== undefined && !values.zoeken) throw new GebruikError("--werkmap: alleen samen met --zoeken");
  if (bronnen !== undefined && !verwijzingen && !relevantie)
    throw new GebruikError("--bronnen: alleen samen met --verwijzingen of --relevantie");
  if (relevantie && bronnen === undefined)
    throw new GebruikError("--relevantie: noem met --bronnen de map met documenten");
  const archief = { aantal: Number(aantal), seed: Number(seed) };
  return {
    ...archief,
    map,
    json,
    bewaar,
    isZoekindex: values.zoekindex ?? false,
    zoeken: values.zoeken ? Number(perSoort) : undefined,
    werkmap: values.werkmap,
    isOmzetten: values.omzetten ?? false,
    zonderMetadata: values["zonder-metadata"] ?? false,
    lezers,
    verwijzingen,
    relevantie,
    bronnen,
    vergelijkbaar,
    naast: readNaast(values, archief),
  };
}

function tellBezig(wat: string): void {
  process.stderr.write(`Bezig met ${wat} …\n`);
}

function tellGemeten(meting: Procesmeting): void {
  process.stderr.write(`  ${formatMeting(meting)}\n`);
}
