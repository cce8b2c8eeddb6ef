/** One phase of the measurement, started by meting.ts as a process of its own: does the work and reports on itself. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { jaarOfSleutel } from "../../src/model/sleutel.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { buildSite } from "../build/site.ts";
import { buildZoekindex } from "../build/zoekindex.ts";

export type Fase = "genereren" | "site" | "index";

export interface FaseOpdracht {
  readonly fase: Fase;
  readonly aantal: number;
  readonly seed: number;
  /** Folder of the Markdown. */
  readonly inhoud: string;
  /** Folder of the site. */
  readonly uit: string;
}

export interface FaseUitkomst {
  readonly aantal: number;
  readonly cpuSeconden: number;
  readonly geheugen: number;
  /** Pages of lists, for the phase that makes them. */
  readonly lijstpaginas?: number;
}

type Gedaan = Pick<FaseUitkomst, "aantal" | "lijstpaginas">;

const PROJECT_ROOT = fileURLToPath(new URL("../../", import.meta.url));

const FASEN: Readonly<Record<Fase, (opdracht: FaseOpdracht) => Promise<Gedaan>>> = {
  genereren: generate,
  site: render,
  index: async ({ uit }) => ({ aantal: (await buildZoekindex({ site: uit })).pages }),
};

const opdracht = JSON.parse(process.argv[2] ?? "{}") as FaseOpdracht;
report(await FASEN[opdracht.fase](opdracht));

function report(gedaan: Gedaan): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const uitkomst: FaseUitkomst = {
    ...gedaan,
    cpuSeconden: (userCPUTime + systemCPUTime) / 1e6,
    // maxRSS is in kilobytes on every system.
    geheugen: maxRSS * 1024,
  };
  process.send?.(uitkomst, () => process.disconnect?.());
}

async function generate({ aantal, seed, inhoud }: FaseOpdracht): Promise<Gedaan> {
  let written = 0;
  for (const kamervraag of generateArchief({ aantal, seed })) {
    const file = join(inhoud, jaarOfSleutel(kamervraag.sleutel), `${kamervraag.sleutel}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, writeKamervraag(kamervraag));
    written += 1;
  }
  return { aantal: written };
}

async function render({ inhoud, uit }: FaseOpdracht): Promise<Gedaan> {
  const { kamervragen, lijstpaginas } = await buildSite({ inhoud, uit, projectRoot: PROJECT_ROOT });
  return { aantal: kamervragen, lijstpaginas };
}
