/** `npm run bundel`: the whole archive, or a choice from it, as one zip that works from a disk without internet. */
import { readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDatum } from "../src/model/datum.ts";
import { UserError } from "../src/model/user-error.ts";
import type { Bundelkeuze } from "../src/site/bundel.ts";
import { aantalKamervragen } from "../templates/data/teksten.ts";
import { findNewestDatum, listKamervragen } from "./build/kamervragen.ts";
import { buildSite, type SiteOptions } from "./build/site.ts";
import { buildZoekindex } from "./build/zoekindex.ts";
import { toZoektabellen } from "./build/zoektabellen.ts";
import { readBundel } from "./bundel/inhoud.ts";
import { chooseKamervragen, slugOfKeuze } from "./bundel/keuze.ts";
import { planBundel } from "./bundel/plan.ts";
import { writeZip, type Zipverslag } from "./bundel/zip.ts";
import { cacheMapOf, STANDAARD_INHOUD } from "./convert.ts";
import { MIDDELEN_HULP, MIDDELEN_OPTIES, type Middelen, readMiddelen } from "./middelen.ts";
import { GebruikError, readOpties, run } from "./opties.ts";
import { SLOTMAP, withSlot } from "./slot.ts";
import { formatDuur, GEEN_VOORTGANG, type Voortgang } from "./voortgang.ts";

const HULP = `Maakt van de gebouwde site een zipbestand dat zonder internet werkt: uitpakken, index.html openen.

  npm run bundel -- [opties]

  --site MAP               map van de gebouwde site (standaard _site)
  --doel MAP               map voor het zipbestand (standaard dist)

Een keuze uit het archief wordt apart gebouwd uit de Markdown, met een eigen zoekindex:

  --van JJJJ-MM-DD         ingediend op of na deze dag
  --tot JJJJ-MM-DD         ingediend op of voor deze dag
  --fractie NAAM           met een vragensteller van deze fractie; mag vaker
  --onderwerp NAAM         over dit onderwerp of wat eronder valt; mag vaker
  --inhoud MAP             map met de Markdown (standaard content/kamervragen)
  --peildatum JJJJ-MM-DD   stand van zaken op deze dag (standaard de nieuwste datum in het archief)
  --adres https://…        adres van de site, voor links naar wat niet in de bundel zit
${MIDDELEN_HULP}`;

const OPTIES = {
  site: { type: "string" },
  doel: { type: "string" },
  van: { type: "string" },
  tot: { type: "string" },
  fractie: { type: "string", multiple: true },
  onderwerp: { type: "string", multiple: true },
  inhoud: { type: "string" },
  peildatum: { type: "string" },
  adres: { type: "string" },
  ...MIDDELEN_OPTIES,
} as const;

/** Options that only a choice has. */
const KEUZE_OPTIES = ["inhoud", "peildatum", "adres"] as const;
const DATUM_OPTIES = ["van", "tot", "peildatum"] as const;

/** What a bundle may be for everybody to be able to copy and unpack it; more is said, not refused. */
const GRENZEN = { bestanden: 85_000, uitgepakt: 2.2e9, ingepakt: 1.1e9 } as const;

/** Makes a bundle and says what it did. Answers 0, or 1 when a Kamervraag of the choice could not be read. */
export async function runBundel(
  args: readonly string[],
  voortgang = GEEN_VOORTGANG,
  zeg: (tekst: string) => void = (tekst) => process.stdout.write(tekst),
): Promise<number> {
  const { values } = readOpties(args, OPTIES, HULP);
  for (const optie of DATUM_OPTIES) {
    const datum = values[optie];
    if (datum !== undefined && !isDatum(datum)) {
      throw new GebruikError(`--${optie}: «${datum}» is geen datum in de vorm jjjj-mm-dd`);
    }
  }
  const { van, tot, fractie, onderwerp, adres } = values;
  if (van !== undefined && tot !== undefined && van > tot) {
    throw new GebruikError(`--van ${van} ligt na --tot ${tot}`);
  }
  if (adres !== undefined && !/^https?:\/\/[^\s/]+/.test(adres)) {
    throw new GebruikError(`--adres: «${adres}» is geen adres dat met https:// begint`);
  }
  const keuze: Bundelkeuze = {
    ...(van ? { van } : {}),
    ...(tot ? { tot } : {}),
    ...(fractie ? { fractie } : {}),
    ...(onderwerp ? { onderwerp } : {}),
  };
  const doel = resolve(values.doel ?? "dist");
  const uitvoering = { zeg, voortgang };
  const middelen = readMiddelen(values);
  if (Object.keys(keuze).length > 0) {
    if (values.site !== undefined) {
      throw new GebruikError("--site hoort niet bij een keuze: die wordt gebouwd uit de Markdown (--inhoud)");
    }
    return await withSlot(doel, () => bundelKeuze(keuze, { ...values, doel, uitvoering, middelen }));
  }
  const los = KEUZE_OPTIES.find((optie) => values[optie] !== undefined);
  if (los !== undefined) {
    throw new GebruikError(
      `--${los} hoort bij een keuze (--van, --tot, --fractie, --onderwerp); de hele bundel komt uit --site`,
    );
  }
  const site = resolve(values.site ?? "_site");
  // A build must not change the site meanwhile: its pages and its index belong together.
  await withSlot(doel, () => withSlot(site, () => bundelSite(site, doel, {}, uitvoering), { isBron: true }));
  return 0;
}

/** Where a command says what it did, and how far it is. */
interface Uitvoering {
  readonly zeg: (tekst: string) => void;
  readonly voortgang: Voortgang;
}

async function bundelSite(
  site: string,
  doel: string,
  keuze: Bundelkeuze,
  { zeg, voortgang }: Uitvoering,
): Promise<void> {
  const begin = performance.now();
  const plan = await planBundel(site);
  const { peildatum, kamervragen } = plan.feiten;
  const slug = slugOfKeuze(keuze);
  const path = join(doel, `kamervragen-${peildatum}${slug === "" ? "" : `-${slug}`}.zip`);
  zeg(`Bundel van ${aantalKamervragen(kamervragen)}, ${plan.paths.size} bestanden …\n`);
  const bestanden = withVoortgang(readBundel(plan, keuze), voortgang, plan.paths.size);
  const verslag = await writeZip(path, bestanden, peildatum);
  zeg(`${toVerslag(path, verslag)}Klaar in ${formatDuur(performance.now() - begin)}.\n`);
}

async function* withVoortgang<Item>(
  items: AsyncIterable<Item>,
  voortgang: Voortgang,
  totaal: number,
): AsyncGenerator<Item> {
  const stap = voortgang.begin("Bestanden inpakken", totaal);
  for await (const item of items) {
    yield item;
    stap.tik();
    await stap.adem();
  }
  stap.klaar();
}

function toVerslag(path: string, verslag: Zipverslag): string {
  const { bestanden, uitgepakt, ingepakt, sha256 } = verslag;
  const teVeel = (Object.keys(GRENZEN) as (keyof typeof GRENZEN)[]).filter((maat) => verslag[maat] > GRENZEN[maat]);
  return [
    `${path}: ${bestanden} bestanden, ${toMb(uitgepakt)} uitgepakt, ${toMb(ingepakt)} als zip.`,
    `SHA-256 van het zipbestand: ${sha256}`,
    ...(teVeel.length > 0
      ? [
          `Let op: dit is groot (${teVeel.join(", ")} boven de grens). Maak bundels per periode met --van en --tot, dan kan iedereen ze kopiëren en uitpakken.`,
        ]
      : []),
    "",
  ].join("\n");
}

function toMb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;
}

interface KeuzeOptions {
  readonly uitvoering: Uitvoering;
  readonly middelen: Middelen;
  readonly doel: string;
  readonly inhoud?: string | undefined;
  readonly peildatum?: string | undefined;
  readonly adres?: string | undefined;
}

/** Builds a site of the choice beside the caches, bundles it, and takes it away again. */
async function bundelKeuze(
  gevraagd: Bundelkeuze,
  { doel, inhoud, peildatum, adres, uitvoering, middelen }: KeuzeOptions,
): Promise<number> {
  const { zeg, voortgang } = uitvoering;
  const map = resolve(inhoud ?? STANDAARD_INHOUD);
  const alle = await listKamervragen(map);
  let leesfouten = 0;
  const { paths, keuze, zonderDatum } = chooseKamervragen(map, alle, gevraagd, ({ fouten }) => {
    leesfouten += 1;
    process.stderr.write(`${new UserError(fouten).message}\n`);
  });
  zeg(`Gekozen: ${paths.length} van ${alle.length} Kamervragen.\n`);
  if (zonderDatum > 0) {
    zeg(`Niet gekozen: ${zonderDatum} zonder dag van indienen, want er is een periode gevraagd.\n`);
  }
  const site = join(cacheMapOf(map), "bundel", slugOfKeuze(keuze));
  // The day is that of the archive: a choice of old Kamervragen is not older than the rest.
  const dag = peildatum ?? findNewestDatum(map, alle);
  const options = {
    inhoud: map,
    paths,
    uit: site,
    projectRoot: fileURLToPath(new URL("..", import.meta.url)),
    ...(dag ? { peildatum: dag } : {}),
    ...(adres ? { adres } : {}),
    ...middelen,
    voortgang,
  };
  const bouwfouten = await withSlot(site, () => withEmptyFolder(site, () => buildAndBundel(options, keuze, doel, zeg)));
  return leesfouten === 0 && bouwfouten === 0 ? 0 : 1;
}

/** Answers the number of faults of the build. */
async function buildAndBundel(
  options: SiteOptions & Middelen & { readonly voortgang: Voortgang },
  keuze: Bundelkeuze,
  doel: string,
  zeg: Uitvoering["zeg"],
): Promise<number> {
  const { uit: site, processen, voortgang } = options;
  const report = await buildSite(options);
  for (const fout of report.fouten) process.stderr.write(`${new UserError(fout).message}\n`);
  await buildZoekindex({ site, ...toZoektabellen(report.posten, report.peildatum), processen, voortgang });
  await bundelSite(site, doel, keuze, { zeg, voortgang });
  return report.fouten.length;
}

/** Empties a folder of ours before and after the work; who holds it keeps it. */
async function withEmptyFolder<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  const clear = async () => {
    for (const naam of await readdir(folder)) {
      if (naam !== SLOTMAP) await rm(join(folder, naam), { recursive: true, force: true });
    }
  };
  await clear();
  try {
    return await work();
  } finally {
    await clear();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(runBundel);
