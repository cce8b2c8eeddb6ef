/** `npm run build`: sources -> Markdown -> site with search index. */
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDatum } from "../src/model/datum.ts";
import { UserError } from "../src/model/user-error.ts";
import { readMeldadres } from "../src/site/meldadres.ts";
import { sha256Of } from "./bestanden.ts";
import { hashProgramma } from "./build/site/momentopname.ts";
import { buildSite, type SiteOptions, type SiteReport } from "./build/site.ts";
import { TIJDELIJK } from "./build/uitvoer.ts";
import { findIndex, keepIndex } from "./build/zoekindex/ongewijzigd.ts";
import { buildZoekindex } from "./build/zoekindex.ts";
import { toZoektabellen } from "./build/zoektabellen.ts";
import { CONVERT_OPTIES, type ConvertValues, cacheMapOf, runConvert, STANDAARD_INHOUD } from "./convert.ts";
import { MIDDELEN_HULP, MIDDELEN_OPTIES, readMiddelen } from "./middelen.ts";
import { GebruikError, readOpties, run } from "./opties.ts";
import { withSlot } from "./slot.ts";
import { formatDuur, GEEN_VOORTGANG, type Voortgang } from "./voortgang.ts";

const HULP = `Zet bronnen om, bouwt de site en maakt de zoekindex.

  npm run build -- [opties]

  --bronnen MAP            map met bronnen; mag vaker (standaard content/bronnen)
  --inhoud MAP             map voor de Markdown (standaard content/kamervragen)
  --uit MAP                map voor de site (standaard _site)
  --peildatum JJJJ-MM-DD   stand van zaken op deze dag (standaard de nieuwste datum in het archief)
  --adres https://…        adres waar de site komt te staan: voor sitemap en canonieke adressen
  --meldadres ADRES        waar lezers een fout melden: mailto:naam@domein.nl, of https://… waarin {sleutel} en {pagina}
                           worden ingevuld (standaard geen: de pagina noemt dan wie het archief beheert)
  --rapport BESTAND        schrijf het verslag van het omzetten ook als JSON
  --zonder-cache           lees alle bronnen opnieuw, ook die niet veranderd zijn
  --alles-nagaan           kijk bij alle pagina's na of hun bestanden nog zijn zoals ze zijn gemaakt; boven de 15.000
                           Kamervragen gaat dat anders om de beurt (wat weg of vervangen is, valt altijd meteen op)
${MIDDELEN_HULP}`;

const OPTIES = {
  ...CONVERT_OPTIES,
  uit: { type: "string" },
  peildatum: { type: "string" },
  adres: { type: "string" },
  meldadres: { type: "string" },
  "alles-nagaan": { type: "boolean" },
  ...MIDDELEN_OPTIES,
} as const;

/**
 * Runs the whole build and prints what it did. Answers 0, or 1 when a source or a Kamervraag could not be read or text is
 * unaccounted for: everything else is built all the same.
 */
export async function runBuild(args: readonly string[], voortgang = GEEN_VOORTGANG): Promise<number> {
  const { values } = readOpties(args, OPTIES, HULP);
  const { peildatum, adres } = values;
  if (peildatum !== undefined && !isDatum(peildatum)) {
    throw new GebruikError(`--peildatum: «${peildatum}» is geen datum in de vorm jjjj-mm-dd`);
  }
  if (adres !== undefined && !/^https?:\/\/[^\s/]+/.test(adres)) {
    throw new GebruikError(`--adres: «${adres}» is geen adres dat met https:// begint`);
  }
  const meldadres = values.meldadres === undefined ? undefined : toMeldadres(values.meldadres);
  const uit = resolve(values.uit ?? "_site");
  const { werkers, processen } = readMiddelen(values);
  const inhoud = values.inhoud ?? STANDAARD_INHOUD;
  const site: SiteOptions & { readonly projectRoot: string } = {
    inhoud,
    uit,
    projectRoot: fileURLToPath(new URL("..", import.meta.url)),
    ...(peildatum ? { peildatum } : {}),
    ...(adres ? { adres } : {}),
    ...(meldadres ? { meldadres } : {}),
    cache: join(cacheMapOf(inhoud), "site"),
    ...(values["alles-nagaan"] ? { perBeurt: Number.POSITIVE_INFINITY } : {}),
    werkers,
    voortgang,
  };
  // To the end, for the caches beside the Markdown are written to until then.
  return await withSlot(uit, () =>
    withSlot(resolve(inhoud), () => convertAndBuild(values, { ...site, processen, voortgang })),
  );
}

interface Bouwopties extends SiteOptions {
  readonly projectRoot: string;
  readonly processen: number;
  readonly voortgang: Voortgang;
}

async function convertAndBuild(values: ConvertValues, options: Bouwopties): Promise<number> {
  const { inhoud, uit, processen, voortgang } = options;
  const begin = performance.now();
  const converted = await runConvert(values, voortgang);
  if (values["zonder-cache"]) {
    for (const naam of ["site", "zoekindex"])
      await rm(join(cacheMapOf(inhoud), naam), { recursive: true, force: true });
  }
  const report = await buildWhole(options);
  for (const fout of report.fouten) process.stderr.write(`${new UserError(fout).message}\n`);
  process.stdout.write(
    `${report.kamervragen} pagina's (${report.gemaakt} gemaakt, ${report.kamervragen - report.gemaakt} overgenomen), ` +
      `${report.lijstpaginas} lijsten (peildatum ${report.peildatum}): ` +
      `${report.geschreven} bestanden geschreven, ${report.ongewijzigd} ongewijzigd, ${report.verwijderd} verwijderd.\n`,
  );
  const cache = join(cacheMapOf(inhoud), "zoekindex");
  const doel = join(uit, "pagefind");
  const programma = hashProgramma(options.projectRoot);
  const kenmerk = sha256Of(Buffer.from(`${programma} ${report.zoekkenmerk}`));
  const gevonden = findIndex(cache, doel);
  const index =
    gevonden?.kenmerk === kenmerk
      ? gevonden.resultaat
      : await buildZoekindex({
          site: uit,
          ...toZoektabellen(report.posten, report.peildatum),
          vindbaar: report.vindbaar,
          cache,
          programma,
          isOngerept: gevonden !== undefined,
          processen,
          voortgang,
        });
  if (index.seconds > 0) keepIndex(cache, doel, kenmerk, index);
  if (report.cachefout) {
    process.stdout.write(
      `Let op: de cache in ${cacheMapOf(inhoud)} is niet te schrijven (${report.cachefout}); alles is gebouwd, maar de volgende keer duurt het weer zo lang.\n`,
    );
  }
  const overgenomen = index.scherven - index.nieuweScherven;
  const woorden = index.isBijgewerkt ? "; woorden bijgewerkt" : "";
  process.stdout.write(
    `Zoekindex: ${index.pages} pagina's, ${index.files} bestanden (delen: ${index.nieuweScherven} gemaakt, ${overgenomen} overgenomen${woorden}).\n` +
      `De site staat in ${uit}; klaar in ${formatDuur(performance.now() - begin)}.\n`,
  );
  return converted === 0 && report.fouten.length === 0 ? 0 : 1;
}

/** Builds the site; what was being written when that broke off goes. */
async function buildWhole(options: SiteOptions): Promise<SiteReport> {
  try {
    return await buildSite(options);
  } catch (error) {
    await rm(join(options.uit, TIJDELIJK), { recursive: true, force: true });
    throw error;
  }
}

function toMeldadres(gegeven: string): string {
  const meldadres = readMeldadres(gegeven);
  if (meldadres) return meldadres;
  throw new GebruikError(
    `--meldadres: «${gegeven}» is geen mailto:naam@domein.nl en geen adres dat met https:// begint; alleen {sleutel} en {pagina} worden ingevuld`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(runBuild);
