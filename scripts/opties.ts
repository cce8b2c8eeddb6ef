/** The options that commands share, and how a command ends. */
import { setTimeout } from "node:timers/promises";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { formatFout, UserError } from "../src/model/user-error.ts";
import { Afgebroken, listenSignalen, toExitCode } from "./afbreken.ts";
import { isSystemError } from "./bestanden.ts";
import { isMachinefout, toSysteemfout } from "./systeemfout.ts";
import { openVoortgang, type Voortgang } from "./voortgang.ts";

/** Wrong use of a command: exit code 2. */
export class GebruikError extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Reads the arguments of a command. `--help` prints `hulp` and ends with 0. `bestanden` says whether the command takes
 * names of files beside its options.
 * @throws GebruikError on an option that the command does not know, or on a loose argument where it takes none.
 */
export function readOpties<const Known extends Options>(
  args: readonly string[],
  options: Known,
  hulp: string,
  bestanden: "zonder bestanden" | "met bestanden" = "zonder bestanden",
) {
  const parsed = tryParseArgs(args, options, hulp);
  const [los] = parsed.positionals;
  // A folder without its option ("convert -- mijnmap") would otherwise be ignored in silence.
  if (los !== undefined && bestanden === "zonder bestanden")
    throw new GebruikError(`«${los}» staat los: deze opdracht kent alleen opties\n\n${hulp}`);
  return parsed;
}

function tryParseArgs<const Known extends Options>(args: readonly string[], options: Known, hulp: string) {
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
    throw new GebruikError(`${toDutch(error)}\n\n${hulp}`, { cause: error });
  }
}

// What is wrong with the arguments, told by Node in English.
function toDutch(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const optie = /'(?:-\w, )?(--?[\w-]+)/.exec(message)?.[1] ?? message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `${optie} is geen optie van deze opdracht`;
  if (code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return message;
  return /does not take/.test(message) ? `achter ${optie} hoort geen waarde` : `achter ${optie} ontbreekt een waarde`;
}

/** What a command does with its arguments; it answers 0 or 1. */
export type Opdracht = (args: readonly string[], voortgang: Voortgang) => Promise<number>;

/**
 * Runs a command: 0 or 1 as it answers, 1 on a fault that a person can mend, 2 on wrong use, 130 and the like when it was
 * asked to stop. A bug flies with its stack.
 */
export async function run(command: Opdracht): Promise<void> {
  const print = (line: string) => void process.stderr.write(`${line}\n`);
  const signalen = listenSignalen(print);
  const voortgang = openVoortgang(process.stderr, { signal: signalen.signal });
  try {
    process.exitCode = await command(process.argv.slice(2), voortgang);
  } catch (error) {
    const stand = voortgang.stand();
    voortgang.stop();
    // What we asked for help hears of Ctrl-C as well, and may fail before we hear of it.
    if (!(error instanceof GebruikError)) await setTimeout(SIGNAALTIJD);
    const { aborted, reason } = signalen.signal;
    if (aborted && reason instanceof Afgebroken) {
      print(toAfscheid(reason, stand));
      process.exitCode = toExitCode(reason.signaal);
    } else process.exitCode = reportFout(error, print);
  } finally {
    signalen.sluit();
  }
}

const SIGNAALTIJD = 50;

function toAfscheid({ message }: Afgebroken, stand: string | undefined): string {
  return [
    `${message.replace(/^a/, "A")}${stand ? ` (${stand})` : ""}.`,
    "Wat er staat is heel; dezelfde opdracht gaat verder met wat nog niet gedaan was.",
  ].join("\n");
}

/** Answers the exit code. */
function reportFout(error: unknown, print: (line: string) => void): 1 | 2 {
  if (error instanceof GebruikError || error instanceof UserError) print(error.message);
  else if (isSystemError(error) || isMachinefout(error)) print(formatFout(toSysteemfout(error)));
  else throw error;
  return error instanceof GebruikError ? 2 : 1;
}
