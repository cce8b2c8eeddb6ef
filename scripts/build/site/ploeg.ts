/**
 * The crew of a build: worker threads that read cards and make pages, each with the same module as the main thread. Small
 * work is done on the spot, for a thread takes a third of a second to start.
 */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { PaginaContext } from "../../../src/site/pagina.ts";
import { GEEN_VOORTGANG, type Voortgang } from "../../voortgang.ts";
import { type Opstelling, openWerkbank, type Werkbank, type Werksoort, type Werksoorten } from "./taken.ts";
import type { Antwoord, Foutbericht, Pakket } from "./werker.ts";

export interface Ploeg extends Pick<Werkbank, "maakPagina"> {
  /** Says what pages need to know; before the first page or list. */
  readonly stel: (context: Omit<PaginaContext, "archief">) => void;
  /**
   * Hands out `taken`, which are asked for as there is room; `onUitslag` is told of each as it is done, in any order.
   * `aantal` is how many there are.
   * @throws what a task throws, or the reason to stop; the other tasks under way are let go.
   */
  readonly doe: <Soort extends Werksoort>(
    soort: Soort,
    taken: Iterable<Werksoorten[Soort][0]>,
    aantal: number,
    onUitslag: (uitslag: Werksoorten[Soort][1]) => void,
  ) => Promise<void>;
  readonly sluit: () => Promise<void>;
}

export interface PloegOptions {
  /** Threads; 0 or 1 does all work on the spot. */
  readonly werkers: number;
  /** The script of a worker, when it was made already. */
  readonly script?: Promise<Werkerscript> | undefined;
  readonly voortgang?: Voortgang | undefined;
}

/** What work is called while it is under way. */
const NAMEN: Readonly<Record<Werksoort, string>> = {
  lees: "Kamervragen lezen",
  pagina: "Pagina's maken",
  lijst: "Lijsten maken",
  controle: "Bestanden nagaan",
};

/** From so many tasks of a kind on a thread is worth its start. */
const DREMPEL: Readonly<Record<Werksoort, number>> = { lees: 600, pagina: 150, lijst: 300, controle: 40_000 };
/** Tasks that go to a worker at once, and parcels that wait for it. */
const PAKKET: Readonly<Record<Werksoort, number>> = { lees: 40, pagina: 16, lijst: 16, controle: 2_000 };
const VOORRAAD = 3;

/** Opens a crew; threads start with the first work that is large enough. Close it afterwards. */
export function openPloeg(
  opstelling: Opstelling,
  { werkers, script, voortgang = GEEN_VOORTGANG }: PloegOptions,
): Ploeg {
  const werkbank = openWerkbank({ ...opstelling, tijdelijk: `${opstelling.tijdelijk}/0` });
  let context: Omit<PaginaContext, "archief"> | undefined;
  let gestart: Promise<readonly Worker[]> | undefined;
  const start = async (): Promise<readonly Worker[]> => {
    const { code } = await (script ?? bundleWerker());
    return Array.from({ length: werkers }, (_, index) => {
      const workerData: Opstelling = { ...opstelling, tijdelijk: `${opstelling.tijdelijk}/${index + 1}` };
      // The script is whole by itself: a loader of TypeScript does not reach into threads on every Node.
      const worker = new Worker(code, { eval: true, workerData, execArgv: [] });
      worker.setMaxListeners(0);
      if (context) post(worker, { soort: "stel", context });
      return worker;
    });
  };
  return {
    stel(gegeven) {
      context = gegeven;
      werkbank.stel(gegeven);
      void gestart?.then((workers) => {
        for (const worker of workers) post(worker, { soort: "stel", context: gegeven });
      });
    },
    maakPagina: werkbank.maakPagina,
    async doe(soort, taken, aantal, onUitslag) {
      const stap = voortgang.begin(NAMEN[soort], aantal);
      const done: typeof onUitslag = (uitslag) => {
        onUitslag(uitslag);
        stap.tik();
      };
      if (werkers < 2 || aantal < DREMPEL[soort]) {
        for (const taak of taken) {
          await stap.adem();
          done(werkbank.doe(soort, taak));
        }
      } else {
        gestart ??= start();
        const bron = taken[Symbol.iterator]();
        await Promise.all((await gestart).map((worker) => feed(worker, soort, bron, done, voortgang.signal)));
      }
      stap.klaar();
    },
    async sluit() {
      for (const worker of (await gestart) ?? []) await worker.terminate();
    },
  };
}

/** Keeps one worker at work until there are no more tasks. */
function feed<Soort extends Werksoort>(
  worker: Worker,
  soort: Soort,
  bron: Iterator<Werksoorten[Soort][0]>,
  onUitslag: (uitslag: Werksoorten[Soort][1]) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let onderweg = 0;
    const stop = (error?: Error) => {
      worker.off("message", receive);
      worker.off("error", stop);
      worker.off("exit", exit);
      if (error) reject(error);
      else resolve();
    };
    const exit = () => stop(new Error("a worker thread ended before its work was done"));
    const give = () => {
      while (onderweg < VOORRAAD) {
        const taken = take(bron, PAKKET[soort]);
        if (taken.length === 0) break;
        onderweg += 1;
        post(worker, { soort, taken });
      }
      if (onderweg === 0) stop();
    };
    const receive = (antwoord: Antwoord) => {
      try {
        if ("fout" in antwoord) throw toError(antwoord.fout);
        signal.throwIfAborted();
        onderweg -= 1;
        // Tasks and what comes of them go by kind: a worker answers with that of its parcel.
        for (const uitslag of antwoord.uitslagen) onUitslag(uitslag as Werksoorten[Soort][1]);
        give();
      } catch (error) {
        stop(error instanceof Error ? error : new Error(String(error)));
      }
    };
    worker.on("message", receive);
    worker.on("error", stop);
    worker.on("exit", exit);
    give();
  });
}

function take<Item>(bron: Iterator<Item>, aantal: number): readonly Item[] {
  const items: Item[] = [];
  while (items.length < aantal) {
    const next = bron.next();
    if (next.done) break;
    items.push(next.value);
  }
  return items;
}

function post(worker: Worker, pakket: Pakket): void {
  worker.postMessage(pakket);
}

// What the system refused in a thread is told as if it had happened here.
function toError({ message, stack, systeem }: Foutbericht): Error {
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return systeem ? Object.assign(error, systeem) : error;
}

export interface Werkerscript {
  readonly code: string;
  /** Hash of all code that a page and a card hang on, libraries and Node included. */
  readonly versie: string;
}

const WERKER = fileURLToPath(new URL("werker.ts", import.meta.url));
const PROJECT_ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Brings the worker and all it imports down to one script. The same sources give the same bytes. */
export async function bundleWerker(): Promise<Werkerscript> {
  const { outputFiles } = await build({
    entryPoints: [WERKER],
    // The script names its parts by their path from here.
    absWorkingDir: PROJECT_ROOT,
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    charset: "utf8",
    legalComments: "none",
    // Nunjucks asks for it when it watches templates, which no worker does.
    external: ["chokidar"],
    logLevel: "silent",
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${WERKER}: esbuild gave no script`);
  const hash = createHash("sha256").update(JSON.stringify(process.versions)).update(file.contents);
  return { code: file.text, versie: hash.digest("hex") };
}
