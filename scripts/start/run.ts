/** What `npm start` does, with the build handed in: build, then serve until Ctrl-C. */
import { once } from "node:events";
import { readStartOptions } from "./opties.ts";
import { serve } from "./server.ts";

/** Prints its own report and answers an exit code; what it could build is there also when that is not 0. */
export type RunBuild = (args: readonly string[]) => Promise<number>;

export interface StartSignals {
  /** Resolves when the server is to stop; by default at Ctrl-C or a request to end. */
  readonly stopped?: Promise<unknown>;
  readonly print?: (line: string) => void;
}

const HULP = `Bouwt het archief en toont het op deze computer, tot Ctrl-C.

  npm start -- [opties]

  --poort N                poort van de server (standaard 8080, of de eerste vrije daarna)

De opties van het bouwen gelden ook. `;

/**
 * Answers the exit code of the build.
 * @throws GebruikError on a port that is none, UserError on one that is taken.
 */
export async function runStart(
  args: readonly string[],
  runBuild: RunBuild,
  { stopped, print = (line) => void process.stdout.write(`${line}\n`) }: StartSignals = {},
): Promise<number> {
  const options = readStartOptions(args);
  if (options.isHelp) process.stdout.write(HULP);
  const exitCode = await runBuild(options.buildArgs);
  if (exitCode !== 0) print("Niet alles is gelukt (zie hierboven); de rest van het archief is wel te zien.");
  const server = await serve({ site: options.uit, poort: options.poort });
  print(`Het archief staat op ${server.url}`);
  print("Stoppen: Ctrl-C");
  await (stopped ?? Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]));
  await server.close();
  return exitCode;
}
