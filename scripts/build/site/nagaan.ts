/** Looks in threads whether the Markdown and the site are as the build before left them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { transform } from "esbuild";
import type { Nagaantaak, Nagegaan } from "./nagaan-draad.ts";

const DRAAD = fileURLToPath(new URL("nagaan-draad.ts", import.meta.url));

/** Starts the threads; the answer comes while the main thread does something else. */
export async function startNagaan(taak: Omit<Nagaantaak, "teller">, draden: number): Promise<Nagegaan> {
  // A loader of TypeScript does not reach into threads on Node 20.
  const { code } = await transform(readFileSync(DRAAD, "utf8"), { loader: "ts", format: "cjs", target: "node20" });
  const teller = new Int32Array(new SharedArrayBuffer(4));
  const delen = await Promise.all(
    Array.from({ length: Math.max(1, draden) }, () => runDraad(code, { ...taak, teller })),
  );
  return {
    anders: delen.flatMap(({ anders }) => anders),
    verdwenen: delen.flatMap(({ verdwenen }) => verdwenen),
    weg: delen.flatMap(({ weg }) => weg),
    losseWeg: delen.flatMap(({ losseWeg }) => losseWeg),
  };
}

function runDraad(code: string, workerData: Nagaantaak): Promise<Nagegaan> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData, execArgv: [] });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("a thread ended before its work was done")));
  });
}

/**
 * Which pages a build looks at: those in a folder in which something came, went or was put in the place of another, and of the
 * others so many in turn. A page that somebody wrote into where it lies is seen when its turn comes.
 * @param mappen the folder of each row; rows of one folder mostly follow on each other.
 * @param beurt the row at which the turn begins.
 */
export function chooseReeksen(
  mappen: readonly string[],
  anders: ReadonlySet<string>,
  beurt: number,
  perBeurt: number,
): readonly (readonly [van: number, tot: number])[] {
  const reeksen: [van: number, tot: number][] = [];
  for (const [rij, map] of mappen.entries()) {
    const afstand = (rij - beurt + mappen.length) % mappen.length;
    if (afstand >= perBeurt && !anders.has(map)) continue;
    const laatste = reeksen.at(-1);
    if (laatste?.[1] === rij) laatste[1] = rij + 1;
    else reeksen.push([rij, rij + 1]);
  }
  return reeksen;
}
