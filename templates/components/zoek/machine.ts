/**
 * The search engine for the page: in a worker, so that the page never waits for it; on the page itself where no worker
 * starts, or where it dies. What it needs it gets through the carrier.
 */
import { once } from "../../../src/zoeken/eenmaal.ts";
import type { Facettelling, Voorstel, Zoekmachine, Zoekopdracht, Zoekuitkomst } from "../../../src/zoeken/opdracht.ts";
import { MOTOR_KEY, type OpenZoekmotor, type Paginabericht, type Werkerbericht, ZOEKMOTOR } from "./bericht.ts";
import { type Drager, loadScript, openDrager } from "./drager.ts";

/** The engine of the page; `signaal` drops a question whose answer nobody waits for any more (it then rejects). */
export interface Paginamachine extends Zoekmachine {
  readonly zoek: (opdracht: Zoekopdracht, signaal?: AbortSignal) => Promise<Zoekuitkomst>;
  readonly tel: (opdracht: Zoekopdracht, signaal?: AbortSignal) => Promise<Facettelling>;
  /** Loads the engine before the first question; should that fail, the question says so. */
  readonly begin: () => void;
}

export interface ZoekmachineOptions {
  /** Folder of the index, an address. By default `pagefind/` beside the page. */
  readonly map?: URL;
  /** No worker: to test the page without. */
  readonly isZonderWerker?: boolean;
}

/** A worker that has not said so after this many milliseconds has not started. */
const START_MS = 5_000;

/** Opens the engine; nothing is loaded before `begin` or the first question. */
export function openZoekmachine({
  map = new URL("pagefind/", document.baseURI),
  isZonderWerker = false,
}: ZoekmachineOptions = {}): Paginamachine {
  const drager = openDrager(map);
  // One script for both: where no worker starts the page does not ask for it again.
  const loadMotor = once(() => loadBron(drager));
  let werker: Promise<Kanaal> | undefined;
  let opPagina: Promise<Zoekmachine> | undefined;
  let isWerkerStuk = isZonderWerker;

  const openWerker = () => {
    werker ??= startWerker(drager, loadMotor);
    return werker;
  };
  const openPagina = () => {
    opPagina ??= startOpPagina(drager, loadMotor).catch((error: unknown) => {
      opPagina = undefined;
      throw error;
    });
    return opPagina;
  };
  // Asks the worker while there is one; a question that a dying worker leaves behind is asked again on the page.
  const ask = async <T>(vraag: Vraag<T>, signaal?: AbortSignal): Promise<T> => {
    signaal?.throwIfAborted();
    if (!isWerkerStuk) {
      try {
        const kanaal = await openWerker();
        return await kanaal.ask(vraag, signaal);
      } catch (error) {
        if (!(error instanceof WerkerGestopt)) {
          if (error instanceof MotorOntbreekt) werker = undefined;
          throw error;
        }
        isWerkerStuk = true;
      }
    }
    const machine = await openPagina();
    signaal?.throwIfAborted();
    return vraag.askMachine(machine);
  };
  return {
    zoek: (opdracht, signaal) =>
      ask(
        {
          toBericht: (nummer) => ({ soort: "zoek", nummer, opdracht }),
          askMachine: (machine) => machine.zoek(opdracht),
          isAntwoord: (antwoord): antwoord is Zoekuitkomst => isObject(antwoord),
        },
        signaal,
      ),
    tel: (opdracht, signaal) =>
      ask(
        {
          toBericht: (nummer) => ({ soort: "tel", nummer, opdracht }),
          askMachine: (machine) => machine.tel(opdracht),
          isAntwoord: (antwoord): antwoord is Facettelling => isObject(antwoord),
        },
        signaal,
      ),
    stelVoor: (woord) =>
      ask({
        toBericht: (nummer) => ({ soort: "stelVoor", nummer, woord }),
        askMachine: (machine) => machine.stelVoor(woord),
        isAntwoord: (antwoord): antwoord is readonly Voorstel[] => Array.isArray(antwoord),
      }),
    begin() {
      const opening: Promise<unknown> = isWerkerStuk ? openPagina() : openWerker();
      opening.catch(() => undefined);
    },
  };
}

interface Vraag<T> {
  readonly toBericht: (nummer: number) => Paginabericht;
  readonly askMachine: (machine: Zoekmachine) => Promise<T>;
  readonly isAntwoord: (antwoord: unknown) => antwoord is T;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** The worker did not start, or died: its questions can be asked on the page. */
class WerkerGestopt extends Error {}

/** The script of the engine did not come: neither worker nor page can do without. */
class MotorOntbreekt extends Error {}

interface Kanaal {
  readonly ask: <T>(vraag: Vraag<T>, signaal?: AbortSignal) => Promise<T>;
}

interface Wachtend {
  readonly resolve: (antwoord: unknown) => void;
  readonly reject: (reden: Error) => void;
}

async function loadBron(drager: Drager): Promise<Blob> {
  try {
    return new Blob([await drager.haal(MOTOR_KEY)], { type: "text/javascript" });
  } catch (error) {
    throw new MotorOntbreekt(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function startWerker(drager: Drager, loadMotor: () => Promise<Blob>): Promise<Kanaal> {
  const adres = URL.createObjectURL(await loadMotor());
  let worker: Worker;
  try {
    worker = new Worker(adres);
  } catch (error) {
    URL.revokeObjectURL(adres);
    throw new WerkerGestopt("no worker", { cause: error });
  }
  const wachtend = new Map<number, Wachtend>();
  let volgende = 0;
  let gestopt: WerkerGestopt | undefined;
  const post = (bericht: Paginabericht) => worker.postMessage(bericht);
  const stop = (reden: string) => {
    gestopt ??= new WerkerGestopt(reden);
    worker.terminate();
    for (const { reject } of wachtend.values()) reject(gestopt);
    wachtend.clear();
  };
  const bring = async (key: string) => {
    try {
      post({ soort: "bytes", key, bytes: await drager.haal(key) });
    } catch (error) {
      post({ soort: "geenBytes", key, reden: error instanceof Error ? error.message : String(error) });
    }
  };
  const settle = (nummer: number, klaar: (vraag: Wachtend) => void) => {
    const vraag = wachtend.get(nummer);
    wachtend.delete(nummer);
    if (vraag) klaar(vraag);
  };
  await new Promise<void>((resolve, reject) => {
    const wekker = setTimeout(() => {
      stop("the worker did not start in time");
      reject(gestopt);
    }, START_MS);
    worker.addEventListener("error", (event) => {
      clearTimeout(wekker);
      stop(event.message);
      reject(gestopt);
    });
    worker.addEventListener("message", ({ data }: MessageEvent<Werkerbericht>) => {
      switch (data.soort) {
        case "klaar":
          clearTimeout(wekker);
          return resolve();
        case "haal":
          return bring(data.key);
        case "antwoord":
          return settle(data.nummer, (vraag) => vraag.resolve(data.antwoord));
        case "fout":
          return settle(data.nummer, (vraag) => vraag.reject(new Error(data.reden)));
      }
    });
  }).finally(() => URL.revokeObjectURL(adres));
  return {
    async ask(vraag, signaal) {
      if (gestopt) throw gestopt;
      const nummer = volgende;
      volgende += 1;
      const antwoord = await new Promise<unknown>((resolve, reject) => {
        wachtend.set(nummer, { resolve, reject });
        signaal?.addEventListener("abort", () => {
          if (!wachtend.delete(nummer)) return;
          post({ soort: "vervallen", nummer });
          reject(signaal.reason);
        });
        post(vraag.toBericht(nummer));
      });
      if (!vraag.isAntwoord(antwoord)) throw new Error("the worker gave another answer than asked for");
      return antwoord;
    },
  };
}

async function startOpPagina(drager: Drager, loadMotor: () => Promise<Blob>): Promise<Zoekmachine> {
  const adres = URL.createObjectURL(await loadMotor());
  await loadScript(adres).finally(() => URL.revokeObjectURL(adres));
  const open: unknown = Reflect.get(globalThis, ZOEKMOTOR);
  if (!isOpenZoekmotor(open)) throw new Error(`${MOTOR_KEY}: did not start`);
  return open(drager.haal);
}

function isOpenZoekmotor(value: unknown): value is OpenZoekmotor {
  return typeof value === "function";
}
