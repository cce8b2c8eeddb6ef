/** `npm run convert`: sources -> Markdown. */
import { pathToFileURL } from "node:url";
import { writeWhole } from "./bestanden.ts";
import { convert } from "./convert/omzetten.ts";
import { readOpties, run } from "./opties.ts";

const HULP = `Zet bronnen om in Markdown: één bestand per Kamervraag.

  npm run convert -- [opties]

  --bronnen MAP       map met bronnen; mag vaker (standaard content/bronnen)
  --inhoud MAP        map voor de Markdown (standaard content/kamervragen)
  --rapport BESTAND   schrijf het verslag ook als JSON
`;

/** The options of a conversion, shared with `build` and `start`. */
export const CONVERT_OPTIES = {
  bronnen: { type: "string", multiple: true },
  inhoud: { type: "string" },
  rapport: { type: "string" },
} as const;

export interface ConvertValues {
  readonly bronnen?: string[];
  readonly inhoud?: string;
  readonly rapport?: string;
}

export const STANDAARD_INHOUD = "content/kamervragen";

/** Converts, prints the report, and answers the exit code. */
export async function runConvert({ bronnen, inhoud, rapport: rapportPath }: ConvertValues): Promise<0 | 1> {
  const rapport = await convert({ bronnen: bronnen ?? ["content/bronnen"], inhoud: inhoud ?? STANDAARD_INHOUD });
  process.stdout.write(rapport.toText());
  if (rapportPath) writeWhole(rapportPath, `${JSON.stringify(rapport.toJson(), undefined, 2)}\n`);
  return rapport.exitCode();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await run(async (args) => runConvert(readOpties(args, CONVERT_OPTIES, HULP).values));
}
