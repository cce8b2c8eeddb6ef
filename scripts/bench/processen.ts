/** Looks at processes from outside, as Linux shows them in `/proc`. */
import { readdir, readFile } from "node:fs/promises";

export const IS_LINUX = process.platform === "linux";

/** Every process that a process started, and what those started. */
export async function descendantsOf(pid: number): Promise<readonly number[]> {
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

export interface Processtand {
  /** Resident memory in bytes now, and at its highest. */
  readonly geheugen: number;
  readonly hoogste: number;
  readonly cpuSeconden: number;
}

/** How a process stands; `undefined` when it has gone. */
export async function readProcess(pid: number): Promise<Processtand | undefined> {
  const [status, stat] = await Promise.all(
    ["status", "stat"].map((name) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "")),
  );
  const hoogste = /^VmHWM:\s+(\d+) kB/m.exec(status ?? "")?.[1];
  const geheugen = /^VmRSS:\s+(\d+) kB/m.exec(status ?? "")?.[1];
  if (!hoogste || !geheugen) return undefined;
  // After the name in brackets: state is field 3, utime 14 and stime 15, in ticks of a hundredth.
  const fields = (stat ?? "").slice((stat ?? "").lastIndexOf(")") + 2).split(" ");
  return {
    geheugen: Number(geheugen) * 1024,
    hoogste: Number(hoogste) * 1024,
    cpuSeconden: (Number(fields[11]) + Number(fields[12])) / 100,
  };
}
