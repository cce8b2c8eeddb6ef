/** The shards of an index: made by Pagefind, or taken from the cache when none of their pages changed. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Zoekpagina } from "../../../src/zoeken/paginas.ts";
import { isSystemError, sha256Of } from "../../bestanden.ts";
import { GEEN_VOORTGANG, type Stap, type Voortgang } from "../../voortgang.ts";
import { startPagefind, versieOfPagefind } from "./pagefind.ts";
import { findScherf, type Scherf, writeScherf } from "./scherf.ts";
import { findVindbaar } from "./vindbaar.ts";

/** Goes up with every change to what is indexed of a page (vindbaar.ts) or to the layout of a shard (scherf.ts). */
const INDELING = 2;

export interface Schervenopdracht {
  readonly site: string;
  /** Groups of pages, in the order of the index. */
  readonly scherven: readonly { readonly naam: string; readonly paginas: readonly Zoekpagina[] }[];
  /** Hash of what can be found on a page, by key, where it is known: such a page is read only to be indexed. */
  readonly vindbaar?: ReadonlyMap<string, string> | undefined;
  /** Where shards are kept; without it they are made anew. */
  readonly cache: string | undefined;
  /** A folder that is removed afterwards. */
  readonly werkmap: string;
  /** How many indexers run at once. */
  readonly processen: number;
  readonly voortgang?: Voortgang;
}

export interface GemaakteScherf extends Scherf {
  readonly naam: string;
  /** Its file below the cache, and the key it was written for. */
  readonly bestand: string;
  readonly sleutel: string;
  readonly isNieuw: boolean;
}

/**
 * Opens all shards, in order, and indexes those that are not in the cache. Close them afterwards. When one fails, or the
 * command has to stop, the indexers of the others are stopped as well, and none is left behind.
 */
export async function openScherven(opdracht: Schervenopdracht): Promise<readonly GemaakteScherf[]> {
  const { voortgang = GEEN_VOORTGANG } = opdracht;
  const stap = voortgang.begin(
    "Pagina's indexeren",
    opdracht.scherven.reduce((sum, { paginas }) => sum + paginas.length, 0),
  );
  const fout = new AbortController();
  const signal = AbortSignal.any([voortgang.signal, fout.signal]);
  const folder = opdracht.cache ?? join(opdracht.werkmap, "scherven");
  mkdirSync(folder, { recursive: true });
  const open: GemaakteScherf[] = [];
  let volgende = 0;
  const work = async () => {
    for (let index = volgende++; index < opdracht.scherven.length; index = volgende++) {
      const scherf = opdracht.scherven[index];
      if (!scherf) return;
      const sleutel = keyOf(scherf.paginas, opdracht);
      const bestand = `${scherf.naam}-${sleutel.slice(0, 16)}.scherf`;
      const path = join(folder, bestand);
      const gevonden = findScherf(path, sleutel);
      if (gevonden) stap.tik(scherf.paginas.length);
      else {
        const folder = join(opdracht.werkmap, `scherf-${index}`);
        await makeScherf({ path, sleutel, paginas: scherf.paginas, folder, opdracht, stap, signal });
      }
      await stap.adem();
      const geopend = gevonden ?? findScherf(path, sleutel);
      if (!geopend) throw new Error(`${path} was changed while it was used`);
      open[index] = { ...geopend, naam: scherf.naam, bestand, sleutel, isNieuw: !gevonden };
    }
  };
  const einden = await Promise.allSettled(
    Array.from({ length: opdracht.processen }, () =>
      work().catch((error: unknown) => {
        fout.abort(error);
        throw error;
      }),
    ),
  );
  if (einden.some(({ status }) => status === "rejected")) {
    for (const scherf of Object.values(open)) scherf.close();
    throw voortgang.signal.reason ?? fout.signal.reason;
  }
  stap.klaar();
  return open;
}

// What is indexed of every page, in order, and what indexes it.
function keyOf(paginas: readonly Zoekpagina[], opdracht: Schervenopdracht): string {
  const delen = paginas.map((pagina) => {
    const bekend = opdracht.vindbaar?.get(pagina.sleutel);
    if (bekend) return `${pagina.path} ${bekend}`;
    const [gelezen] = readVindbaar([pagina], opdracht);
    return `${pagina.path} ${gelezen ? sha256Of(Buffer.from(gelezen.html)) : ""}`;
  });
  return sha256Of(Buffer.from([INDELING, versieOfPagefind(), ...delen].join("\n")));
}

function* readVindbaar(paginas: readonly Zoekpagina[], { site }: Schervenopdracht) {
  for (const { path } of paginas) {
    const html = findVindbaar(readFileSync(join(site, path), "utf8"));
    if (html === undefined) throw new Error(`${path} has nothing that can be found`);
    yield { path, html };
  }
}

interface Scherfopdracht {
  readonly path: string;
  readonly sleutel: string;
  readonly paginas: readonly Zoekpagina[];
  /** For Pagefind to write to; removed afterwards. */
  readonly folder: string;
  readonly opdracht: Schervenopdracht;
  readonly stap: Stap;
  readonly signal: AbortSignal;
}

async function makeScherf({ path, sleutel, paginas, folder, opdracht, stap, signal }: Scherfopdracht): Promise<void> {
  const pagefind = await startPagefind(signal);
  try {
    for (const pagina of readVindbaar(paginas, opdracht)) {
      await pagefind.add(pagina.path, pagina.html);
      stap.tik();
    }
    await pagefind.write(folder);
  } finally {
    await pagefind.stop();
  }
  writeScherf(path, sleutel, folder);
  rmSync(folder, { recursive: true });
}

/** Removes the shards of before, and what an interrupted run left. */
export function removeScherven(folder: string, gebruikt: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    if (!/\.scherf(?:\.tijdelijk)?$/.test(name) || gebruikt.has(name)) continue;
    try {
      rmSync(join(folder, name));
    } catch (error) {
      if (!isSystemError(error)) throw error; // another build was first
    }
  }
}
