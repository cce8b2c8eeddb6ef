/** `npm run bench`: makes an archive of invented Kamervragen, builds it and says what that cost. */
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Fase } from "./bench/fase.ts";
import { type Meting, measureFase } from "./bench/meting.ts";
import { type Bankverslag, describeMachine, formatVerslag } from "./bench/verslag.ts";

const HELP = `Gebruik: npm run bench -- [opties]

Maakt een archief van verzonnen Kamervragen, bouwt de site en de zoekindex, en meet wat dat kost.

  --aantal N    aantal Kamervragen (standaard 2000)
  --seed N      ander toeval (standaard 1)
  --map DIR     maak de werkmap in DIR; zonder deze optie in de map voor tijdelijke bestanden
  --json FILE   schrijf de cijfers ook als JSON
  --bewaar      laat de werkmap staan
  --help        toon deze uitleg
`;

interface BenchOptions {
  readonly aantal: number;
  readonly seed: number;
  readonly map?: string | undefined;
  readonly json?: string | undefined;
  readonly bewaar: boolean;
}

const FASEN: readonly Fase[] = ["genereren", "site", "index"];

process.exitCode = await main(process.argv.slice(2));

/** Answers the exit code: 0 done, 1 a phase failed, 2 wrong use. */
async function main(args: string[]): Promise<number> {
  const options = parseOptions(args);
  if (typeof options === "number") return options;
  // A folder of its own below --map: it is removed afterwards, and DIR may hold other things.
  const folder = await mkdtemp(join(resolve(options.map ?? tmpdir()), "kamervragen-bench-"));
  try {
    const verslag = await measure(options, folder);
    process.stdout.write(formatVerslag(verslag));
    if (options.json) await writeFile(options.json, `${JSON.stringify(verslag, undefined, 2)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    if (options.bewaar) process.stdout.write(`Bewaard in ${folder}\n`);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function measure({ aantal, seed }: BenchOptions, folder: string): Promise<Bankverslag> {
  const inhoud = join(folder, "inhoud");
  const uit = join(folder, "site");
  await mkdir(inhoud, { recursive: true });
  const metingen: Meting[] = [];
  for (const fase of FASEN) {
    process.stderr.write(`Bezig met ${fase} …\n`);
    metingen.push(await measureFase({ fase, aantal, seed, inhoud, uit }));
  }
  const zoekindex = await sizeOf(join(uit, "pagefind"));
  const all = await sizeOf(uit);
  const site = { bestanden: all.bestanden - zoekindex.bestanden, bytes: all.bytes - zoekindex.bytes };
  return { aantal, ...describeMachine(), metingen, mappen: { inhoud: await sizeOf(inhoud), site, zoekindex } };
}

function parseOptions(args: string[]): BenchOptions | number {
  try {
    const { values } = parseArgs({
      args,
      options: {
        aantal: { type: "string", default: "2000" },
        seed: { type: "string", default: "1" },
        map: { type: "string" },
        json: { type: "string" },
        bewaar: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    if (!/^[1-9]\d*$/.test(values.aantal))
      return refuse(`--aantal moet een getal boven 0 zijn, niet «${values.aantal}».`);
    if (!/^\d+$/.test(values.seed)) return refuse(`--seed moet een getal zijn, niet «${values.seed}».`);
    const { map, json, bewaar } = values;
    return { aantal: Number(values.aantal), seed: Number(values.seed), map, json, bewaar };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n\n${HELP}`);
  return 2;
}

async function sizeOf(folder: string): Promise<{ readonly bestanden: number; readonly bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  let bytes = 0;
  for (const file of files) bytes += (await stat(file)).size;
  return { bestanden: files.length, bytes };
}
