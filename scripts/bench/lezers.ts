/** Measures the readers on a folder of sources: documents of each form in a second of processor time, from bytes to Markdown. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { verantwoord } from "../../src/conservation/verantwoording.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import type { Vorm } from "../../src/model/kamervraag.ts";
import { voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import { herken } from "../../src/sources/herken.ts";
import { walkFiles } from "../bestanden.ts";

export interface Lezermeting {
  readonly vorm: Vorm;
  readonly documenten: number;
  /** In each round; the first holds the start of the libraries. */
  readonly perCpuSeconde: readonly number[];
}

/** Reads every document below a folder a number of times, in one process. */
export async function measureLezers(map: string, rondes: number): Promise<readonly Lezermeting[]> {
  const perVorm = new Map<Vorm, { documenten: number; cpu: number[] }>();
  for (let ronde = 0; ronde < rondes; ronde += 1) {
    for await (const bestand of walkFiles(map)) {
      const bytes = await readFile(join(map, bestand));
      const start = process.cpuUsage();
      const vorm = await readOne(bestand, bytes);
      const { user, system } = process.cpuUsage(start);
      if (!vorm) continue;
      const known = perVorm.get(vorm) ?? { documenten: 0, cpu: [] };
      perVorm.set(vorm, known);
      if (ronde === 0) known.documenten += 1;
      known.cpu[ronde] = (known.cpu[ronde] ?? 0) + (user + system) / 1e6;
    }
  }
  return [...perVorm].map(([vorm, { documenten, cpu }]) => ({
    vorm,
    documenten,
    perCpuSeconde: cpu.map((seconden) => Math.round(documenten / seconden)),
  }));
}

async function readOne(bestand: string, bytes: Uint8Array): Promise<Vorm | undefined> {
  const found = await herken(bestand, bytes, "0".repeat(64));
  if (found.soort !== "documenten") return undefined;
  const { kamervraag, plaatsing } = voegSamen({ sleutel: "bench" }, found.documenten);
  for (const [document, plek] of plaatsing) verantwoord(document, plek, kamervraag);
  writeKamervraag(kamervraag);
  return found.documenten[0]?.vorm;
}

export function formatLezers(metingen: readonly Lezermeting[]): string {
  const lines = metingen.map(
    ({ vorm, documenten, perCpuSeconde }) =>
      `  ${vorm.padEnd(10)} ${String(documenten).padStart(6)} documenten, per seconde rekentijd: ${perCpuSeconde.join(", ")}`,
  );
  return `Lezers, van bestand tot Markdown (elke ronde een getal):\n${lines.join("\n")}\n`;
}
