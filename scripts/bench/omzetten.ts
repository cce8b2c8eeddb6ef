/** Measures the conversion: all sources of an invented archive, and again after one of them came, changed or went. */
import { appendFile, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { toBronnen, type Verzonnenbron } from "../../src/synthetisch/bronnen.ts";
import { type Meting, measureFase } from "./meting.ts";
import { formatBytes, formatCount, formatSeconds, formatTable } from "./verslag.ts";

/** What happens to the sources before a conversion. */
const GEBEURTENISSEN = [
  "eerste keer",
  "niets veranderd",
  "nog eens niets",
  "een erbij",
  "een gewijzigd",
  "een weg",
] as const;
type Gebeurtenis = (typeof GEBEURTENISSEN)[number];

export interface Omzetmeting extends Meting {
  readonly gebeurtenis: Gebeurtenis;
}

export interface OmzetOptions {
  readonly aantal: number;
  readonly seed: number;
  /** A folder to work in. */
  readonly folder: string;
  /** Without metadata an answer names no vraagnummer, and is recognised by what it says. */
  readonly zonderMetadata: boolean;
}

export interface Omzetverslag {
  readonly bestanden: number;
  readonly metingen: readonly Omzetmeting[];
}

export async function measureOmzetten({ aantal, seed, folder, zonderMetadata }: OmzetOptions): Promise<Omzetverslag> {
  const bronnen = join(folder, "bronnen");
  const inhoud = join(folder, "inhoud");
  let bestanden = 0;
  let volgnummer = 0;
  let laatste: readonly Verzonnenbron[] = [];
  // One more than asked: that is the one which comes later.
  for (const kamervraag of generateArchief({ aantal: aantal + 1, seed })) {
    volgnummer += 1;
    laatste = toBronnen(kamervraag, volgnummer, { zonderMetadata });
    if (volgnummer > aantal) break;
    await writeBronnen(bronnen, laatste);
    bestanden += laatste.length;
  }
  const erbij = laatste.map(({ bestand }) => join(bronnen, bestand));
  const [eerste = ""] = erbij.filter((path) => !path.endsWith(".metadata.xml"));
  const voorbereiding: Partial<Record<Gebeurtenis, () => Promise<void>>> = {
    "een erbij": () => writeBronnen(bronnen, laatste),
    "een gewijzigd": () => appendFile(eerste, "<!-- anders -->\n"),
    "een weg": async () => {
      for (const path of erbij) await rm(path);
    },
  };
  const metingen: Omzetmeting[] = [];
  for (const gebeurtenis of GEBEURTENISSEN) {
    process.stderr.write(`Bezig met omzetten: ${gebeurtenis} …\n`);
    await voorbereiding[gebeurtenis]?.();
    metingen.push({
      ...(await measureFase({ fase: "omzetten", aantal, seed, inhoud, uit: bronnen, bundel: "" })),
      gebeurtenis,
    });
  }
  return { bestanden, metingen };
}

async function writeBronnen(map: string, bronnen: readonly Verzonnenbron[]): Promise<void> {
  for (const { bestand, tekst } of bronnen) {
    const path = join(map, bestand);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, tekst);
  }
}

export function formatOmzetten({ bestanden, metingen }: Omzetverslag): string {
  const rows = metingen.map(({ gebeurtenis, seconden, cpuSeconden, geheugen }) => [
    gebeurtenis,
    formatSeconds(seconden),
    formatSeconds(cpuSeconden),
    formatBytes(geheugen),
  ]);
  const table = formatTable([["omzetten", "duur", "cpu", "geheugen"], ...rows]);
  return `Omzetten van ${formatCount(bestanden)} bronbestanden\n\n${table.join("\n")}\n`;
}
