/** Runs a command of the project as a person would, in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Einde {
  /** Exit code, or the signal that ended it. */
  readonly einde: number | string | null;
  readonly uitvoer: string;
  readonly fouten: string;
}

export interface Lopend {
  readonly child: ChildProcess;
  readonly einde: Promise<Einde>;
}

/**
 * Starts a script of the project; `ulimit` are limits as the shell sets them, such as `-f 20`; `merk` is given on to all that
 * it starts (`listGemerkt`).
 */
export function startOpdracht(script: string, args: readonly string[], { ulimit = "", merk = "" } = {}): Lopend {
  const node = ["--import", "tsx", script, ...args];
  const child =
    ulimit === ""
      ? spawn(process.execPath, node, {
          cwd: ROOT,
          stdio: ["ignore", "pipe", "pipe"],
          env: { ...process.env, [MERK]: merk },
        })
      : spawn("bash", ["-c", `ulimit ${ulimit} && exec "$0" "$@"`, process.execPath, ...node], {
          cwd: ROOT,
          stdio: ["ignore", "pipe", "pipe"],
          // What tsx keeps for later runs must not be cut off.
          env: { ...process.env, TSX_DISABLE_CACHE: "1" },
        });
  let uitvoer = "";
  let fouten = "";
  child.stdout?.setEncoding("utf8").on("data", (tekst: string) => {
    uitvoer += tekst;
  });
  child.stderr?.setEncoding("utf8").on("data", (tekst: string) => {
    fouten += tekst;
  });
  const einde = once(child, "close").then(([code, signaal]) => ({ einde: signaal ?? code, uitvoer, fouten }));
  return { child, einde };
}

const MERK = "KAMERVRAGEN_TESTMERK";

/** The processes that carry a mark; on Linux, for elsewhere the system does not tell. */
export function listGemerkt(merk: string): readonly string[] {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, "latin1").includes(`${MERK}=${merk}\0`);
    } catch {
      return false; // gone, or not ours
    }
  });
}

/** All files below a folder by their path with `/`, hidden ones as well; none when it is not there. */
export function contentsOf(folder: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(folder, path))]));
}
