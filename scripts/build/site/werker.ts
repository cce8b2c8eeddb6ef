/** A worker thread: does parcels of tasks and hands back what came of them. `ploeg.ts` bundles and starts it. */
import { parentPort, workerData } from "node:worker_threads";
import type { PaginaContext } from "../../../src/site/pagina.ts";
import { type Opstelling, openWerkbank, type Werksoort, type Werksoorten } from "./taken.ts";

/** A parcel of tasks of one kind, or what pages need to know. */
export type Pakket =
  | { readonly soort: "stel"; readonly context: Omit<PaginaContext, "archief"> }
  | { readonly soort: Werksoort; readonly taken: readonly Werksoorten[Werksoort][0][] };

export type Antwoord = { readonly uitslagen: readonly unknown[] } | { readonly fout: Foutbericht };

/** An error on its way to the main thread, which throws it as it was. */
export interface Foutbericht {
  readonly message: string;
  readonly stack?: string | undefined;
  /** Of what the system refused. */
  readonly systeem?:
    | { readonly code: string; readonly syscall: string; readonly path?: string | undefined }
    | undefined;
}

const werkbank = openWerkbank(workerData as Opstelling);

parentPort?.on("message", (pakket: Pakket) => {
  if (pakket.soort === "stel") {
    werkbank.stel(pakket.context);
    return;
  }
  const { soort, taken } = pakket;
  try {
    answer({ uitslagen: taken.map((taak) => werkbank.doe(soort, taak)) });
  } catch (error) {
    answer({ fout: toFoutbericht(error) });
  }
});

function answer(antwoord: Antwoord): void {
  parentPort?.postMessage(antwoord);
}

function toFoutbericht(error: unknown): Foutbericht {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  const { code, syscall, path }: NodeJS.ErrnoException = error;
  return {
    message,
    stack,
    ...(code !== undefined && syscall !== undefined ? { systeem: { code, syscall, path } } : {}),
  };
}
