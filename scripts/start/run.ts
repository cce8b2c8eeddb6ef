/** What `npm start` does, with the build handed in: build, then serve until Ctrl-C. */
import { once } from "node:events";
import { UserError } from "../../src/model/user-error.ts";
import { readStartOptions } from "./opties.ts";
import { serve } from "./server.ts";

/** Prints its own report and answers an exit code: 0 done, 1 failed, 2 wrong use. */
export type RunBuild = (args: readonly string[]) => Promise<number>;

export interface StartSignals {
  /** Resolves when the server is to stop; by default at Ctrl-C or a request to end. */
  readonly stopped?: Promise<unknown>;
  readonly print?: (line: string) => void;
  readonly printError?: (line: string) => void;
}

export const START_HELP = `Gebruik: npm start -- [opties]

Bouwt het archief en toont het op deze computer, tot Ctrl-C.

  --poort N     poort van de server (standaard 8080, of de eerste vrije daarna)

Alle opties van npm run build gelden ook:

`;

/** Answers the exit code of the whole command. */
export async function runStart(
  args: readonly string[],
  runBuild: RunBuild,
  signals: StartSignals = {},
): Promise<number> {
  const {
    print = (line) => process.stdout.write(`${line}\n`),
    printError = (line) => process.stderr.write(`${line}\n`),
  } = signals;
  try {
    const options = readStartOptions(args);
    if (options.isHelp) print(START_HELP);
    const exitCode = await runBuild(options.buildArgs);
    if (exitCode !== 0 || options.isHelp) return exitCode;
    const server = await serve({ site: options.uit, poort: options.poort });
    print(`Het archief staat op ${server.url}`);
    print("Stoppen: Ctrl-C");
    await (signals.stopped ?? Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]));
    await server.close();
    print("Gestopt.");
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printError(error.message);
    return error.fouten.some(({ what }) => what.startsWith("--")) ? 2 : 1;
  }
}
