/** Runs a phase in a process of its own and measures it: time, processor time and peak memory, its own and its children's. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { UserError } from "../../src/model/user-error.ts";
import type { Bundelgrootte, Fase, FaseOpdracht, FaseUitkomst } from "./opdracht.ts";
import { descendantsOf, IS_LINUX, readProcess } from "./processen.ts";

export interface Meting {
  readonly fase: Fase;
  /** Pages (or Kamervragen) the phase made. */
  readonly aantal: number;
  readonly seconden: number;
  /** Processor time, user and system, of the phase and of the processes it started. */
  readonly cpuSeconden: number;
  /** Peak resident memory in bytes of the phase's own process. */
  readonly geheugen: number;
  /** Peak resident memory in bytes of the largest process it started, such as Pagefind's; unknown outside Linux. */
  readonly geheugenKinderen?: number | undefined;
  /** Peak resident memory in bytes of the process and those it started, at one moment; unknown outside Linux. */
  readonly geheugenSamen?: number | undefined;
  /** Pages of lists, in the phase that makes them. */
  readonly lijstpaginas?: number | undefined;
  readonly bundel?: Bundelgrootte | undefined;
}

const FASE_SCRIPT = fileURLToPath(new URL("fase.ts", import.meta.url));
const OMZET_SCRIPT = fileURLToPath(new URL("omzet-fase.ts", import.meta.url));
const SAMPLE_MS = 250;

/**
 * @throws UserError when the phase fails; its own output, which says why, has been printed by then.
 */
export async function measureFase(opdracht: FaseOpdracht): Promise<Meting> {
  const start = performance.now();
  const script = opdracht.fase === "omzetten" ? OMZET_SCRIPT : FASE_SCRIPT;
  const child = fork(script, [JSON.stringify(opdracht)], { execArgv: ["--import", "tsx"], stdio: "inherit" });
  const sampler = IS_LINUX ? startSampler(child) : undefined;
  let uitkomst: FaseUitkomst | undefined;
  child.on("message", (message) => {
    uitkomst = message as FaseUitkomst;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  const seconden = (performance.now() - start) / 1000;
  const kinderen = await sampler?.stop();
  if (exitCode !== 0 || !uitkomst) {
    throw new UserError({
      where: `fase ${opdracht.fase}`,
      what: `mislukt met afsluitcode ${exitCode}`,
      mend: "lees de melding hierboven; bij te weinig geheugen of schijf: een kleiner --aantal of een andere --map",
    });
  }
  return {
    fase: opdracht.fase,
    aantal: uitkomst.aantal,
    seconden,
    cpuSeconden: uitkomst.cpuSeconden + (kinderen?.cpuSeconden ?? 0),
    geheugen: uitkomst.geheugen,
    geheugenKinderen: kinderen && kinderen.geheugen > 0 ? kinderen.geheugen : undefined,
    geheugenSamen: kinderen?.samen,
    lijstpaginas: uitkomst.lijstpaginas,
    bundel: uitkomst.bundel,
  };
}

interface Sampler {
  stop(): Promise<{ readonly geheugen: number; readonly samen: number; readonly cpuSeconden: number }>;
}

/**
 * Looks at the child and its own children four times a second. Of each the kernel keeps the peak (VmHWM), but only while it lives; the
 * peak of all together is the highest sum that was seen.
 */
function startSampler(child: ChildProcess): Sampler {
  const peaks = new Map<number, number>();
  const cpu = new Map<number, number>();
  let samen = 0;
  let isRunning = true;
  const loop = async (): Promise<void> => {
    while (isRunning) {
      const own = child.pid ?? 0;
      let now = (await readProcess(own))?.geheugen ?? 0;
      for (const pid of await descendantsOf(own)) {
        const sample = await readProcess(pid);
        if (!sample) continue;
        now += sample.geheugen;
        peaks.set(pid, Math.max(peaks.get(pid) ?? 0, sample.hoogste));
        cpu.set(pid, sample.cpuSeconden);
      }
      samen = Math.max(samen, now);
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  };
  const running = loop();
  return {
    async stop() {
      isRunning = false;
      await running;
      const cpuSeconden = [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0);
      return { geheugen: Math.max(0, ...peaks.values()), samen, cpuSeconden };
    },
  };
}
