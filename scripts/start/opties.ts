/** The options of `npm start`: its own `--poort`, and those of the build, which are passed on as they stand. */
import { parseArgs } from "node:util";
import { GebruikError } from "../opties.ts";

export interface StartOptions {
  readonly poort?: number;
  /** Folder of the site: the build's own option, which the server needs as well. */
  readonly uit: string;
  /** What is left for the build. */
  readonly buildArgs: readonly string[];
  readonly isHelp: boolean;
}

/** @throws GebruikError when `--poort` is not a port. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: { poort: { type: "string" }, uit: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  const own = new Set(
    tokens.flatMap((token) => {
      if (token.kind !== "option" || token.name !== "poort") return [];
      return token.inlineValue === false ? [token.index, token.index + 1] : [token.index];
    }),
  );
  return {
    ...(values.poort === undefined ? {} : { poort: toPort(values.poort) }),
    uit: typeof values.uit === "string" ? values.uit : "_site",
    buildArgs: args.filter((_, index) => !own.has(index)),
    isHelp: values.help === true,
  };
}

function toPort(value: string | boolean): number {
  const port = Number(value);
  if (typeof value === "string" && /^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  const found = typeof value === "string" ? `«${value}»` : "niets";
  throw new GebruikError(`--poort: ${found} is geen poortnummer (een getal van 1 tot en met 65535)`);
}
