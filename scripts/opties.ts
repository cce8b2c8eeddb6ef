/** The options that commands share, and how a command ends. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { UserError } from "../src/model/user-error.ts";

/** Wrong use of a command: exit code 2. */
export class GebruikError extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Reads the arguments of a command. `--help` prints `hulp` and ends with 0.
 * @throws GebruikError on an option that the command does not know.
 */
export function readOpties<const Known extends Options>(args: readonly string[], options: Known, hulp: string) {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...options, help: { type: "boolean" as const, short: "h" } },
      allowPositionals: true,
    });
    if ((parsed.values as { help?: boolean }).help) {
      process.stdout.write(hulp);
      process.exit(0);
    }
    return parsed;
  } catch (error) {
    throw new GebruikError(`${error instanceof Error ? error.message : String(error)}\n\n${hulp}`, { cause: error });
  }
}

/** Runs a command: 0 or 1 as it answers, 1 on a fault that a person can mend, 2 on wrong use. A bug flies with its stack. */
export async function run(command: (args: readonly string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    if (error instanceof GebruikError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 2;
    } else if (error instanceof UserError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}
