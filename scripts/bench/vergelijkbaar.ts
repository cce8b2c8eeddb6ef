/**
 * Measures the comparison of Kamervragen on invented archives: processor time of its three steps, and memory. Each size is
 * measured in a process of its own, which is this file started with the size as its argument.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { UserError } from "../../src/model/user-error.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { type Termen, termenOf } from "../../src/vergelijkbaar/termen.ts";
import { openVergelijking } from "../../src/vergelijkbaar/vergelijking.ts";
import { formatBytes, formatCount, formatSeconds, formatTable } from "./verslag.ts";

export interface Vergelijkmeting {
  readonly aantal: number;
  /** Processor seconds: taking the terms, making the index, and asking it for every Kamervraag. */
  readonly termen: number;
  readonly index: number;
  readonly vragen: number;
  /** Resident memory at the end, less what the process had after the first hundred Kamervragen. */
  readonly geheugen: number;
  /** Kamervragen of which others are shown, and how many in all. */
  readonly paginas: number;
  readonly gelijken: number;
}

const SELF = fileURLToPath(import.meta.url);

/** Measures one size after the other. */
export async function measureVergelijkbaar(aantallen: readonly number[]): Promise<readonly Vergelijkmeting[]> {
  const metingen: Vergelijkmeting[] = [];
  for (const aantal of aantallen) metingen.push(await measureInProcess(aantal));
  return metingen;
}

async function measureInProcess(aantal: number): Promise<Vergelijkmeting> {
  const child = fork(SELF, [String(aantal)], { execArgv: ["--import", "tsx"], stdio: "inherit" });
  let meting: Vergelijkmeting | undefined;
  child.on("message", (message) => {
    meting = message as Vergelijkmeting;
  });
  await new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
  if (meting) return meting;
  throw new UserError({
    where: `vergelijking van ${aantal} Kamervragen`,
    what: "mislukt",
    mend: "lees de melding hierboven; bij te weinig geheugen: een kleiner --aantal",
  });
}

function measure(aantal: number): Vergelijkmeting {
  const vergelijking = openVergelijking();
  const sleutels: string[] = [];
  let termen = 0;
  let atStart = 0;
  for (const kamervraag of generateArchief({ aantal })) {
    const start = process.cpuUsage();
    const found: Termen = termenOf(kamervraag);
    vergelijking.add(kamervraag.sleutel, found);
    termen += secondsSince(start);
    sleutels.push(kamervraag.sleutel);
    if (sleutels.length === 100) atStart = process.memoryUsage().rss;
  }
  const startIndex = process.cpuUsage();
  const vergelijkbaarheid = vergelijking.besluit();
  const index = secondsSince(startIndex);
  const startVragen = process.cpuUsage();
  let paginas = 0;
  let gelijken = 0;
  for (const sleutel of sleutels) {
    const { length } = vergelijkbaarheid.findGelijke(sleutel);
    if (length > 0) paginas += 1;
    gelijken += length;
  }
  const vragen = secondsSince(startVragen);
  return { aantal, termen, index, vragen, geheugen: process.memoryUsage().rss - atStart, paginas, gelijken };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

export function formatVergelijkbaar(metingen: readonly Vergelijkmeting[]): string {
  const rows = metingen.map(({ aantal, termen, index, vragen, geheugen, paginas, gelijken }) => [
    formatCount(aantal),
    formatSeconds(termen),
    formatSeconds(index),
    formatSeconds(vragen),
    formatBytes(geheugen),
    formatCount(paginas),
    formatCount(gelijken),
  ]);
  const head = ["Kamervragen", "termen", "index", "opzoeken", "geheugen", "met gelijke", "gelijken"];
  return `Vergelijkbare Kamervragen, rekentijd per stap:\n${formatTable([head, ...rows]).join("\n")}\n`;
}

const [, , asked] = process.argv;
if (process.argv[1] === SELF && asked) {
  const meting = measure(Number(asked));
  process.send?.(meting, () => process.disconnect?.());
}
