/** Runs a phase in a process of its own and measures it: time, processor time and peak memory, its own and its children's. */
import { type ChildProcess, fork } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { UserError } from "../../src/model/user-error.ts";
import type { Fase, FaseOpdracht, FaseUitkomst } from "./opdracht.ts";

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
  /** Pages of lists, in the phase that makes them. */
  readonly lijstpaginas?: number | undefined;
}

const FASE_SCRIPT = fileURLToPath(new URL("fase.ts", import.meta.url));
const OMZET_SCRIPT = fileURLToPath(new URL("omzet-fase.ts", import.meta.url));
const SAMPLE_MS = 50;
const IS_LINUX = process.platform === "linux";

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
    lijstpaginas: uitkomst.lijstpaginas,
  };
}

interface Sampler {
  stop(): Promise<{ readonly geheugen: number; readonly cpuSeconden: number }>;
}

/** Looks at the child's own children every 50 ms: their peak (VmHWM) is kept by the kernel, but only while they live. */
function startSampler(child: ChildProcess): Sampler {
  const peaks = new Map<number, number>();
  const cpu = new Map<number, number>();
  let isRunning = true;
  const loop = async (): Promise<void> => {
    while (isRunning) {
      for (const pid of await descendantsOf(child.pid ?? 0)) {
        const sample = await readProcess(pid);
        if (!sample) continue;
        peaks.set(pid, Math.max(peaks.get(pid) ?? 0, sample.geheugen));
        cpu.set(pid, sample.cpuSeconden);
      }
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  };
  const running = loop();
  return {
    async stop() {
      isRunning = false;
      await running;
      const cpuSeconden = [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0);
      return { geheugen: Math.max(0, ...peaks.values()), cpuSeconden };
    },
  };
}

async function descendantsOf(pid: number): Promise<readonly number[]> {
  const direct = await childrenOf(pid);
  const further = await Promise.all(direct.map(descendantsOf));
  return [...direct, ...further.flat()];
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8").catch(() => "")),
  );
  return lists.flatMap((list) => list.split(" ").filter((part) => part.trim() !== "")).map(Number);
}

/** `undefined` when the process has gone. */
async function readProcess(
  pid: number,
): Promise<{ readonly geheugen: number; readonly cpuSeconden: number } | undefined> {
  const [status, stat] = await Promise.all(
    ["status", "stat"].map((name) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "")),
  );
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(status ?? "")?.[1];
  if (!peak) return undefined;
  // After the name in brackets: state is field 3, utime 14 and stime 15, in ticks of a hundredth.
  const fields = (stat ?? "").slice((stat ?? "").lastIndexOf(")") + 2).split(" ");
  return { geheugen: Number(peak) * 1024, cpuSeconden: (Number(fields[11]) + Number(fields[12])) / 100 };
}
