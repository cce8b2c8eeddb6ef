/** What a phase is asked and what it answers; each runs in a process of its own. */

/** `paginas` is short for `genereren` and `site`: the pages of the Kamervragen alone, without Markdown between. */
export type Fase = "genereren" | "omzetten" | "site" | "paginas" | "scherven" | "samenvoegen" | "nogmaals";

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

export type Gedaan = Pick<FaseUitkomst, "aantal" | "lijstpaginas">;

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
