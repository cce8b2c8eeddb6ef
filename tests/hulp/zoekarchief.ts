/** A small archive with a real index, to ask the search engine in Node. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildZoekindex, type ZoekindexOptions } from "../../scripts/build/zoekindex.ts";
import { extractGlue } from "../../src/zoeken/motor/lijm.ts";
import type { MaakBackend } from "../../src/zoeken/motor/wasm.ts";
import type { Zoekopdracht } from "../../src/zoeken/opdracht.ts";
import { type MiniKamervraag, writeMinisite } from "./minisite.ts";

export interface Zoekarchief {
  /** Answers a file below `pagefind/`, from the disk or from `eigen`. */
  readonly haal: (key: string) => Promise<Uint8Array>;
  /** Keys asked for, in order. */
  readonly gevraagd: string[];
  /** Files in place of those on the disk; `undefined` is a file that is missing. */
  readonly eigen: Map<string, Uint8Array | undefined>;
  readonly maakBackend: MaakBackend;
  readonly close: () => Promise<void>;
}

/** Builds the index of these Kamervragen, in the order of their keys. */
export async function buildZoekarchief(
  kamervragen: readonly MiniKamervraag[],
  options: Omit<ZoekindexOptions, "site"> = {},
): Promise<Zoekarchief> {
  const site = await mkdtemp(join(tmpdir(), "archief-motor-"));
  await writeMinisite(site, kamervragen);
  await buildZoekindex({ site, ...options });
  const eigen = new Map<string, Uint8Array | undefined>();
  const gevraagd: string[] = [];
  return {
    gevraagd,
    eigen,
    async haal(key) {
      gevraagd.push(key);
      const bytes = eigen.has(key) ? eigen.get(key) : new Uint8Array(await readFile(join(site, "pagefind", key)));
      if (!bytes) throw new Error(`${key}: 404`);
      return bytes;
    },
    maakBackend: await readBackend(),
    close: () => rm(site, { recursive: true }),
  };
}

/** Pagefind's functions, as the build puts them before the script of the engine. */
export async function readBackend(): Promise<MaakBackend> {
  const script = await readPagefindScript();
  const make: unknown = new Function(`${extractGlue(script)};return maakZoekbackend`)();
  if (!isMaakBackend(make)) throw new Error("the glue defines no function");
  return make;
}

function isMaakBackend(value: unknown): value is MaakBackend {
  return typeof value === "function";
}

/** The text of `pagefind.js`, out of an index of one page. */
async function readPagefindScript(): Promise<string> {
  const { createIndex, close } = await import("pagefind");
  const { index } = await createIndex({ forceLanguage: "nl" });
  try {
    const { files } = (await index?.getFiles()) ?? { files: [] };
    const script = files.find(({ path }) => path.endsWith("pagefind.js"));
    if (!script) throw new Error("Pagefind gave no pagefind.js");
    return Buffer.from(script.content).toString("utf8");
  } finally {
    await close();
  }
}

/** A question of words alone, first page, best first. */
export function opdrachtVan(tekst: string, anders: Partial<Zoekopdracht> = {}): Zoekopdracht {
  return { tekst, facetten: {}, volgorde: "relevantie", pagina: 1, ...anders };
}
