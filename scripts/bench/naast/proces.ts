/** Runs a command and measures it with everything it starts: time, processor time and peak memory. */
import { spawn } from "node:child_process";
import { UserError } from "../../../src/model/user-error.ts";
import { descendantsOf, IS_LINUX, readProcess } from "../processen.ts";

export interface Opdrachtregel {
  readonly programma: string;
  readonly argumenten: readonly string[];
  /** Folder to run it in. */
  readonly map: string;
}

export interface Procesmeting {
  /** Wall time, with the start of the program. */
  readonly seconden: number;
  /** Processor time, user and system, of all its processes. */
  readonly cpuSeconden: number;
  /** Resident memory in bytes of all its processes together, at its highest; unknown outside Linux. */
  readonly geheugen?: number | undefined;
  /** The same of its largest process alone. */
  readonly grootsteProces?: number | undefined;
}

const SAMPLE_MS = 100;
const UITVOER = 4_000;

// The shell adds up the processor time of what it waited for, and of what that waited for: to the tick, where looking on
// from outside would miss the end of every process.
const SCRIPT = '"$@"; code=$?; times >&3; exit $code';

/**
 * Runs a command to its end.
 * @throws UserError with the end of its output when it fails.
 */
export async function measureProces({ programma, argumenten, map }: Opdrachtregel): Promise<Procesmeting> {
  const start = performance.now();
  const child = spawn("sh", ["-c", SCRIPT, "sh", programma, ...argumenten], {
    cwd: map,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const sampler = IS_LINUX ? startSampler(child.pid ?? 0) : undefined;
  const [, stdout, stderr, tijden] = child.stdio.map(collect);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => sampler?.stop());
  const seconden = (performance.now() - start) / 1000;
  const geheugen = await sampler?.stop();
  if (exitCode !== 0) {
    throw new UserError({
      where: [programma, ...argumenten].join(" "),
      what: `mislukt met afsluitcode ${exitCode}`,
      why: `${stdout?.() ?? ""}${stderr?.() ?? ""}`.trim().slice(-UITVOER),
      mend: "lees de melding; bij te weinig geheugen of schijf: een kleiner --aantal of een andere --map",
    });
  }
  return { seconden, cpuSeconden: readTimes(tijden?.() ?? ""), ...geheugen };
}

function collect(stream: NodeJS.ReadableStream | NodeJS.WritableStream | null | undefined): () => string {
  let text = "";
  if (stream && "read" in stream) {
    stream.setEncoding("utf8");
    // The end is what is told; a generator that warns of every page must not fill the memory.
    stream.on("data", (chunk: string) => {
      text = (text + chunk).slice(-UITVOER);
    });
  }
  return () => text;
}

/** The seconds, user and system, of the children of a shell, from what its `times` prints: "0m1.50s 0m0.20s" on the second line. */
export function readTimes(text: string): number {
  const [, children = ""] = text.trim().split("\n");
  const parts = [...children.matchAll(/(\d+)m(\d+(?:[.,]\d+)?)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds = ""]) => sum + Number(minutes) * 60 + Number(seconds.replace(",", ".")),
    0,
  );
}

interface Sampler {
  stop(): Promise<Pick<Procesmeting, "geheugen" | "grootsteProces">>;
}

function startSampler(shell: number): Sampler {
  let geheugen = 0;
  let grootsteProces = 0;
  let isRunning = true;
  const loop = async (): Promise<void> => {
    while (isRunning) {
      const standen = await Promise.all((await descendantsOf(shell)).map(readProcess));
      const sum = standen.reduce((total, stand) => total + (stand?.geheugen ?? 0), 0);
      geheugen = Math.max(geheugen, sum);
      grootsteProces = Math.max(grootsteProces, ...standen.map((stand) => stand?.hoogste ?? 0));
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  };
  const running = loop();
  return {
    async stop() {
      isRunning = false;
      await running;
      // All together were never less than the largest alone, which the kernel knows also between two looks.
      return { geheugen: Math.max(geheugen, grootsteProces), grootsteProces };
    },
  };
}
