/**
 * Our own build, as the comparison runs it: the one place that knows how. Started as a process of its own, which is this
 * file with the assignment as its argument.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Datum } from "../../../src/model/kamervraag.ts";
import { buildSite } from "../../build/site.ts";
import { buildZoekindex } from "../../build/zoekindex.ts";
import { toZoektabellen } from "../../build/zoektabellen.ts";
import type { Bouwer, Bouwplaats } from "./bouwer.ts";

interface OnzeOpdracht {
  readonly inhoud: string;
  readonly uit: string;
  /** Folder of what one build keeps for the next. */
  readonly cache: string;
  readonly peildatum: Datum;
  readonly adres: string;
  readonly metZoeken: boolean;
  /** File in which the build tells of its phases. */
  readonly uitkomst: string;
}

/** Wall seconds of the phases of a build, by name, in the order in which they ran. */
export type Fasen = Readonly<Record<string, number>>;

const SELF = fileURLToPath(import.meta.url);
const PROJECT_ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface OnzeBouwer extends Bouwer {
  /** The phases of the build that ran last. */
  readonly readFasen: () => Promise<Fasen>;
}

/** This archive, with its search index or without. */
export function openOnze({ inhoud, project, peildatum, adres }: Bouwplaats, metZoeken = false): OnzeBouwer {
  const cache = `${project}-cache`;
  const uitkomst = `${project}-fasen.json`;
  return {
    naam: "ons",
    beschrijving: metZoeken ? "dit archief, met zoekindex" : "dit archief, zonder zoekindex",
    prepare: async () => {},
    renew: async () => {},
    forget: () => rm(cache, { recursive: true, force: true }),
    opdrachtregel(uit) {
      const opdracht: OnzeOpdracht = { inhoud, uit, cache, peildatum, adres, metZoeken, uitkomst };
      return {
        programma: process.execPath,
        argumenten: ["--import", "tsx", SELF, JSON.stringify(opdracht)],
        map: PROJECT_ROOT,
      };
    },
    readFasen: async () => JSON.parse(await readFile(uitkomst, "utf8")) as Fasen,
  };
}

async function build({ inhoud, uit, cache, peildatum, adres, metZoeken, uitkomst }: OnzeOpdracht): Promise<void> {
  const report = await buildSite({
    inhoud,
    uit,
    projectRoot: PROJECT_ROOT,
    peildatum,
    adres,
    cache: join(cache, "site"),
    werkers: availableParallelism(),
  });
  const fasen: Record<string, number> = { ...report.seconds };
  if (metZoeken) {
    const index = await buildZoekindex({
      site: uit,
      ...toZoektabellen(report.posten, report.peildatum),
      cache: join(cache, "zoekindex"),
    });
    fasen.indexeren = index.scherfSeconds;
    fasen.samenvoegen = index.seconds - index.scherfSeconds;
  }
  await writeFile(uitkomst, JSON.stringify(fasen));
}

const [, script, opdracht] = process.argv;
if (script === SELF && opdracht) await build(JSON.parse(opdracht) as OnzeOpdracht);
