/** Pagefind's engine for the browser: its WebAssembly for Dutch, and the functions around that. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { stripMerk } from "../../../src/zoeken/formaat/merk.ts";
import { extractGlue } from "../../../src/zoeken/motor/lijm.ts";
import { bundleScript } from "../bundel-script.ts";
import { startPagefind } from "./pagefind.ts";

export interface Motor {
  /** The WebAssembly, not zipped and without Pagefind's mark. */
  readonly wasm: Uint8Array;
  /** JavaScript that defines `maakZoekbackend`. */
  readonly lijm: string;
  /** Pagefind's own scripts and files that do not depend on the pages, for programs that know Pagefind. */
  readonly standaard: ReadonlyMap<string, Uint8Array>;
}

const STANDAARD = ["pagefind.js", "pagefind-worker.js", "wasm.nl.pagefind", "pagefind-entry.json"] as const;

/** Has Pagefind write an index of one page, and takes the engine out of it. */
export async function readMotor(folder: string, signal?: AbortSignal): Promise<Motor> {
  const pagefind = await startPagefind(signal);
  try {
    await pagefind.add("een.html", '<html lang="nl"><body><p data-pagefind-body>een</p></body></html>');
    await pagefind.write(folder);
  } finally {
    await pagefind.stop();
  }
  const standaard = new Map(STANDAARD.map((name) => [name, readFileSync(join(folder, name))] as const));
  rmSync(folder, { recursive: true });
  return {
    wasm: stripMerk(gunzipSync(standaard.get("wasm.nl.pagefind") ?? Buffer.alloc(0))),
    lijm: extractGlue(standaard.get("pagefind.js")?.toString() ?? ""),
    standaard,
  };
}

const WERKER = fileURLToPath(new URL("../../../templates/components/zoek/werker.ts", import.meta.url));

/** The script of the search engine: Pagefind's functions with ours around them. */
export async function bundleZoekmotor(lijm: string): Promise<string> {
  return await bundleScript(WERKER, lijm);
}
