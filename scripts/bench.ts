/** `npm run bench`: makes an archive of invented Kamervragen, builds it and says what that cost. */
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { formatLezers, measureLezers } from "./bench/lezers.ts";
import { type Meting, measureFase } from "./bench/meting.ts";
import { formatOmzetten, measureOmzetten } from "./bench/omzetten.ts";
import type { Fase } from "./bench/opdracht.ts";
import { formatVergelijkbaar, measureVergelijkbaar } from "./bench/vergelijkbaar.ts";
import { type Bankverslag, describeMachine, formatVerslag } from "./bench/verslag.ts";
import { formatVerwijzingen, measureVerwijzingen } from "./bench/verwijzingen.ts";
import { GebruikError, readOpties, run } from "./opties.ts";

const HULP = `Maakt een archief van verzonnen Kamervragen, bouwt de site en de zoekindex, en meet wat dat kost.

  npm run bench -- [opties]

  --aantal N               aantal Kamervragen (standaard 2000)
  --seed N                 ander toeval (standaard 1)
  --map MAP                maak de werkmap in MAP (standaard in de map voor tijdelijke bestanden)
  --json BESTAND           schrijf de cijfers ook als JSON
  --bewaar                 laat de werkmap staan
  --zoekindex              meet alleen de zoekindex: maakt daarvoor alleen de bladzijden van de Kamervragen
  --omzetten               meet in plaats daarvan het omzetten van bronnen: alles, en met een bron erbij, anders of weg
  --zonder-metadata        en dan zonder metadata: antwoorden worden herkend aan wat erin staat
  --lezers MAP             meet in plaats daarvan hoe snel de documenten in MAP worden gelezen
  --verwijzingen           meet in plaats daarvan hoe snel verwijzingen worden gevonden
  --bronnen MAP            en dan ook in de documenten in MAP
  --vergelijkbaar          meet in plaats daarvan het zoeken van vergelijkbare Kamervragen, bij N of bij drie aantallen
`;

const OPTIES = {
  aantal: { type: "string" },
  seed: { type: "string" },
  map: { type: "string" },
  json: { type: "string" },
  bewaar: { type: "boolean" },
  zoekindex: { type: "boolean" },
  omzetten: { type: "boolean" },
  "zonder-metadata": { type: "boolean" },
  lezers: { type: "string" },
  verwijzingen: { type: "boolean" },
  bronnen: { type: "string" },
  vergelijkbaar: { type: "boolean" },
} as const;

interface BenchOptions {
  readonly aantal: number;
  readonly seed: number;
  readonly map?: string | undefined;
  readonly json?: string | undefined;
  readonly bewaar: boolean;
  /** Measure the search index only. */
  readonly isZoekindex: boolean;
  readonly isOmzetten: boolean;
  readonly zonderMetadata: boolean;
  readonly lezers?: string | undefined;
  readonly verwijzingen: boolean;
  readonly bronnen?: string | undefined;
  /** The sizes to compare at, when that is what is asked. */
  readonly vergelijkbaar?: readonly number[] | undefined;
}

const FASEN: readonly Fase[] = ["genereren", "site", "scherven", "samenvoegen"];
const INDEXFASEN: readonly Fase[] = ["paginas", "scherven", "samenvoegen", "nogmaals"];

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
  if (options.vergelijkbaar) {
    process.stdout.write(formatVergelijkbaar(await measureVergelijkbaar(options.vergelijkbaar)));
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
    const verslag = await measure(options, folder);
    process.stdout.write(formatVerslag(verslag));
    if (options.json) await writeFile(options.json, `${JSON.stringify(verslag, undefined, 2)}\n`);
    return 0;
  } finally {
    if (options.bewaar) process.stdout.write(`Bewaard in ${folder}\n`);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function measure({ aantal, seed, isZoekindex }: BenchOptions, folder: string): Promise<Bankverslag> {
  const inhoud = join(folder, "inhoud");
  const uit = join(folder, "site");
  await mkdir(inhoud, { recursive: true });
  const metingen: Meting[] = [];
  for (const fase of isZoekindex ? INDEXFASEN : FASEN) {
    process.stderr.write(`Bezig met ${fase} …\n`);
    metingen.push(await measureFase({ fase, aantal, seed, inhoud, uit }));
  }
  const zoekindex = await sizeOf(join(uit, "pagefind"));
  const all = await sizeOf(uit);
  const site = { bestanden: all.bestanden - zoekindex.bestanden, bytes: all.bytes - zoekindex.bytes };
  return { aantal, ...describeMachine(), metingen, mappen: { inhoud: await sizeOf(inhoud), site, zoekindex } };
}

function readOptions(args: readonly string[]): BenchOptions {
  const { values } = readOpties(args, OPTIES, HULP);
  const { aantal = "2000", seed = "1", map, json, bewaar = false, lezers, verwijzingen = false, bronnen } = values;
  const vergelijkbaar = values.vergelijkbaar ? (values.aantal ? [Number(aantal)] : AANTALLEN) : undefined;
  if (!/^[1-9]\d*$/.test(aantal)) throw new GebruikError(`--aantal: «${aantal}» is geen getal boven 0`);
  if (!/^\d+$/.test(seed)) throw new GebruikError(`--seed: «${seed}» is geen getal`);
  if (bronnen !== undefined && !verwijzingen) throw new GebruikError("--bronnen: alleen samen met --verwijzingen");
  return {
    aantal: Number(aantal),
    seed: Number(seed),
    map,
    json,
    bewaar,
    isZoekindex: values.zoekindex ?? false,
    isOmzetten: values.omzetten ?? false,
    zonderMetadata: values["zonder-metadata"] ?? false,
    lezers,
    verwijzingen,
    bronnen,
    vergelijkbaar,
  };
}

async function sizeOf(folder: string): Promise<{ readonly bestanden: number; readonly bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  let bytes = 0;
  for (const file of files) bytes += (await stat(file)).size;
  return { bestanden: files.length, bytes };
}
