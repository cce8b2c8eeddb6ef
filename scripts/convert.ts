/** `npm run convert`: sources -> Markdown. */
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { writeWhole } from "./bestanden.ts";
import { convert, type Werk } from "./convert/omzetten.ts";
import { readOpties, run } from "./opties.ts";
import { withSlot } from "./slot.ts";
import { formatDuur, GEEN_VOORTGANG } from "./voortgang.ts";

const HULP = `Zet bronnen om in Markdown: één bestand per Kamervraag.

  npm run convert -- [opties]

  --bronnen MAP       map met bronnen; mag vaker (standaard content/bronnen)
  --inhoud MAP        map voor de Markdown (standaard content/kamervragen)
  --rapport BESTAND   schrijf het verslag ook als JSON
  --zonder-cache      lees alle bronnen opnieuw, ook die niet veranderd zijn

Wat de vorige keer geleerd is, staat naast de map met Markdown in .cache; die map mag altijd weg.
`;

/** The options of a conversion, shared with `build` and `start`. */
export const CONVERT_OPTIES = {
  bronnen: { type: "string", multiple: true },
  inhoud: { type: "string" },
  rapport: { type: "string" },
  "zonder-cache": { type: "boolean" },
} as const;

export interface ConvertValues {
  readonly bronnen?: string[];
  readonly inhoud?: string;
  readonly rapport?: string;
  readonly "zonder-cache"?: boolean;
}

export const STANDAARD_INHOUD = "content/kamervragen";

/** Converts, prints the report, and answers the exit code. Who calls it holds the folder with the Markdown. */
export async function runConvert(values: ConvertValues, voortgang = GEEN_VOORTGANG): Promise<0 | 1> {
  const { bronnen = ["content/bronnen"], inhoud = STANDAARD_INHOUD, rapport: rapportPath } = values;
  const map = cacheMapOf(inhoud);
  const cache = { map, isOpnieuw: values["zonder-cache"] ?? false };
  const begin = performance.now();
  const rapport = await convert({ bronnen, inhoud, cache, voortgang, isVolledig: rapportPath !== undefined });
  process.stdout.write(`${rapport.toText()}${formatWerk(rapport.werk, map, performance.now() - begin)}`);
  if (rapportPath) writeWhole(rapportPath, `${JSON.stringify(rapport.toJson(), undefined, 2)}\n`);
  return rapport.exitCode();
}

/** Beside the Markdown, under its name: two archives may stand side by side. */
export function cacheMapOf(inhoud: string): string {
  const path = resolve(inhoud);
  return join(dirname(path), ".cache", basename(path));
}

function formatWerk(
  { gelezen, ongewijzigd, samengevoegd, overgenomen, cachefout }: Werk,
  map: string,
  duur: number,
): string {
  const opnieuw = ongewijzigd > 0 ? "opnieuw " : "";
  const fout = cachefout
    ? `Let op: de cache in ${map} is niet te schrijven (${cachefout}); alles is omgezet, maar de volgende keer duurt het weer zo lang.\n`
    : "";
  return (
    `Bronbestanden: ${gelezen} ${opnieuw}gelezen, ${ongewijzigd} ongewijzigd; ` +
    `Kamervragen: ${samengevoegd} samengevoegd, ${overgenomen} overgenomen, in ${formatDuur(duur)}.\n${fout}`
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await run(async (args, voortgang) => {
    const { values } = readOpties(args, CONVERT_OPTIES, HULP);
    return await withSlot(resolve(values.inhoud ?? STANDAARD_INHOUD), () => runConvert(values, voortgang));
  });
}
