/** How much of the machine a command uses: worker threads and indexers at once, by its processors and its memory. */
import { availableParallelism, totalmem } from "node:os";
import { GebruikError } from "./opties.ts";

/** The options for it, shared by the commands that build. */
export const MIDDELEN_OPTIES = {
  werkers: { type: "string" },
  geheugen: { type: "string" },
} as const;

export const MIDDELEN_HULP = `  --werkers N              hoeveel tegelijk wordt gedaan (standaard zoveel als er processors en geheugen voor zijn)
  --geheugen MB            hoeveel geheugen daarvoor is (standaard driekwart van wat er is, ook in een container)
`;

export interface Middelen {
  /** Threads that make pages. */
  readonly werkers: number;
  /** Processes of Pagefind that index at once. */
  readonly processen: number;
}

export interface Machine {
  readonly processors: number;
  /** MB that this process may use, of the machine or of its container. */
  readonly geheugen: number;
}

/** MB, at 90,000 Kamervragen: of the command itself, of a thread, and of an indexer of the largest shard. */
const EIGEN = 1_000;
const PER_WERKER = 400;
const PER_PROCES = 1_500;
/** The rest is for the system and its disk cache. */
const DEEL = 0.75;
const MEESTE_PROCESSEN = 4;

/**
 * Divides what there is. `werkers` is what was asked for, or what fits; of indexers there are never more than fit, but always
 * one.
 * @throws GebruikError on an option that is not a number above 0.
 */
export function readMiddelen(
  values: { readonly werkers?: string | undefined; readonly geheugen?: string | undefined },
  machine: Machine = getMachine(),
): Middelen {
  const geheugen = readAantal("geheugen", values.geheugen) ?? machine.geheugen * DEEL;
  const fits = (per: number) => Math.max(1, Math.floor((geheugen - EIGEN) / per));
  const werkers = readAantal("werkers", values.werkers) ?? Math.min(machine.processors, fits(PER_WERKER));
  return { werkers, processen: Math.min(werkers, MEESTE_PROCESSEN, fits(PER_PROCES)) };
}

function readAantal(optie: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new GebruikError(`--${optie}: «${value}» is geen getal boven 0`);
  return Number(value);
}

function getMachine(): Machine {
  const begrensd = process.constrainedMemory();
  // Without a limit this is 0 or a number beyond any machine, by the version of Node and of the system.
  const bytes = begrensd > 0 ? Math.min(begrensd, totalmem()) : totalmem();
  return { processors: availableParallelism(), geheugen: bytes / 1024 / 1024 };
}
