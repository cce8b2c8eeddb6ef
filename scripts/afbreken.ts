/**
 * Ctrl-C and its like: the first asks a command to stop (loops see it where they breathe, see `voortgang.ts`), the second
 * ends it at once.
 */
import { constants } from "node:os";

const SIGNALEN = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export type Signaal = (typeof SIGNALEN)[number];

const NAMEN: Readonly<Record<Signaal, string>> = {
  SIGINT: "Ctrl-C",
  SIGTERM: "SIGTERM",
  SIGHUP: "SIGHUP",
};

/** Milliseconds of stopping after which that is said. */
const GEDULD = 1_000;

/** The reason of a command that was asked to stop. */
export class Afgebroken extends Error {
  readonly signaal: Signaal;

  constructor(signaal: Signaal) {
    super(`afgebroken met ${NAMEN[signaal]}`);
    this.signaal = signaal;
  }
}

export interface Signalen {
  /** Aborted at the first signal, with an `Afgebroken`. */
  readonly signal: AbortSignal;
  /** Leaves signals to the system again. */
  readonly sluit: () => void;
}

/** Begins to listen. `print` tells whoever waits that it is being done. */
export function listenSignalen(print: (line: string) => void): Signalen {
  const controller = new AbortController();
  let wacht: NodeJS.Timeout | undefined;
  const onSignaal = (signaal: Signaal) => {
    if (controller.signal.aborted) process.exit(toExitCode(signaal));
    controller.abort(new Afgebroken(signaal));
    wacht = setTimeout(() => print("Bezig met stoppen; nog een keer Ctrl-C stopt meteen."), GEDULD).unref();
  };
  for (const signaal of SIGNALEN) process.on(signaal, onSignaal);
  return {
    signal: controller.signal,
    sluit() {
      clearTimeout(wacht);
      for (const signaal of SIGNALEN) process.off(signaal, onSignaal);
    },
  };
}

/** What a shell calls it: 130 for Ctrl-C, 143 for SIGTERM. */
export function toExitCode(signaal: Signaal): number {
  return 128 + constants.signals[signaal];
}

/** Resolves when the signal comes, or has come. */
export function waitForAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
