/** The options that commands share, and how a command ends. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Fout, formatFout, UserError } from "../src/model/user-error.ts";
import { isSystemError } from "./bestanden.ts";

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
    } else if (isSystemError(error)) {
      process.stderr.write(`${formatFout(toFout(error))}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}

const OORZAKEN: Readonly<Record<string, string>> = {
  EACCES: "u hebt er geen rechten voor",
  EEXIST: "er staat al iets met die naam",
  EISDIR: "dit is een map en geen bestand",
  EMFILE: "er staan te veel bestanden open",
  ENOENT: "dit is er niet",
  ENOSPC: "de schijf is vol",
  ENOTDIR: "een deel van dit pad is een bestand en geen map",
  EPERM: "u hebt er geen rechten voor",
  EROFS: "de schijf is alleen te lezen",
};

function toFout({ code, path, message }: NodeJS.ErrnoException): Fout {
  return {
    where: path ?? "bestandssysteem",
    what: "hier is niet te lezen of te schrijven",
    why: OORZAKEN[code ?? ""] ?? message,
    mend: "controleer het pad, de rechten en de ruimte op de schijf; wat al geschreven is, is heel",
  };
}
