/** What a phase is asked and what it answers; each runs in a process of its own. */
import type { Zipverslag } from "../bundel/zip.ts";

/**
 * `paginas` is short for `genereren` and `site`: the pages of the Kamervragen alone, without Markdown between. `index` is
 * `scherven` and `samenvoegen` in one process, as a build does them. `zoekpagina` puts the search page beside these pages, and
 * `zoekbundel` that page and the index in a folder as the offline bundle has them. `nogmaals` merges all shards again, and
 * `bijgewerkt` changes a page and brings the index up to date.
 */
export type Fase =
  | "genereren"
  | "omzetten"
  | "site"
  | "paginas"
  | "scherven"
  | "samenvoegen"
  | "nogmaals"
  | "bijgewerkt"
  | "index"
  | "zoekpagina"
  | "zoekbundel"
  | "bundel";

export interface FaseOpdracht {
  readonly fase: Fase;
  readonly aantal: number;
  readonly seed: number;
  /** Folder of the Markdown. */
  readonly inhoud: string;
  /** Folder of the site. */
  readonly uit: string;
  /** Folder of the search as the offline bundle has it. */
  readonly bundel: string;
}

export interface FaseUitkomst {
  readonly aantal: number;
  readonly cpuSeconden: number;
  readonly geheugen: number;
  /** Pages of lists, for the phase that makes them. */
  readonly lijstpaginas?: number;
  /** What the offline bundle holds, for the phase that packs it. */
  readonly bundel?: Bundelgrootte;
}

export type Bundelgrootte = Pick<Zipverslag, "bestanden" | "uitgepakt" | "ingepakt">;

export type Gedaan = Pick<FaseUitkomst, "aantal" | "lijstpaginas" | "bundel">;

/** Does the work of a phase and tells its parent what that cost. */
export async function runFase(work: (opdracht: FaseOpdracht) => Promise<Gedaan>): Promise<void> {
  report(await work(JSON.parse(process.argv[2] ?? "{}") as FaseOpdracht));
}

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
