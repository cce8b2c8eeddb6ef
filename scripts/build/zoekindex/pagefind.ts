/**
 * Drives Pagefind's indexer: a process for each index, so that its memory is given back, and so that two can run at once.
 * Pagefind's own Node interface shares one process; this speaks the same language with it (JSON in base64, a comma behind
 * each message; `pagefind/lib/service.js`). The version of Pagefind is pinned.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { UserError } from "../../../src/model/user-error.ts";

export interface Pagefind {
  /** Adds a page and waits until it is done: Pagefind numbers pages in the order in which they are done. */
  readonly add: (path: string, html: string) => Promise<void>;
  /** Writes the index to a folder. */
  readonly write: (folder: string) => Promise<void>;
  /** Stops it, and waits until it is gone: what it was writing can be removed then. */
  readonly stop: () => Promise<void>;
}

// Pagefind's allocator keeps freed memory by default; giving it back at once saves a sixth of the peak and costs little time.
const MALLOC_CONF = "dirty_decay_ms:0,muzzy_decay_ms:0";

/**
 * Starts Pagefind with an empty Dutch index; `signal` stops it.
 * @throws UserError when it can't start; `add` and `write` throw one when it refuses, or stops.
 */
export async function startPagefind(signal?: AbortSignal): Promise<Pagefind> {
  signal?.throwIfAborted();
  const child = spawn(await findProgramma(), ["--service"], {
    windowsHide: true,
    stdio: "pipe",
    env: { _RJEM_MALLOC_CONF: MALLOC_CONF, ...process.env },
    // A group of its own: the Ctrl-C of a terminal goes to us alone, and we stop it. On Windows that would open a window.
    detached: process.platform !== "win32",
  });
  const weg = new Promise<void>((resolve) => {
    child.once("exit", () => resolve()).once("error", () => resolve());
  });
  const stop = () => void child.kill();
  signal?.addEventListener("abort", stop, { once: true });
  const gesprek = openGesprek(child);
  const { index_id } = await gesprek.ask({
    type: "NewIndex",
    config: { force_language: "nl", keep_index_url: true },
  });
  return {
    async add(path, html) {
      await gesprek.ask({ type: "AddFile", index_id, file_path: path, file_contents: html }, path);
    },
    async write(folder) {
      await gesprek.ask({ type: "WriteFiles", index_id, output_path: folder });
    },
    async stop() {
      signal?.removeEventListener("abort", stop);
      stop();
      await weg;
    },
  };
}

interface Antwoord {
  readonly message_id?: number;
  readonly payload: { readonly type: string; readonly message?: string; readonly index_id?: number };
}

type Vervolg = { readonly resolve: (payload: Antwoord["payload"]) => void; readonly reject: (error: Error) => void };

function openGesprek(child: ChildProcess) {
  const wachtend = new Map<number, Vervolg>();
  let gestopt: Error | undefined;
  const stop = (why: string) => {
    gestopt ??= toError("Pagefind is voortijdig gestopt", why);
    for (const { reject } of wachtend.values()) reject(gestopt);
    wachtend.clear();
  };
  child.once("error", (error) => stop(error.message));
  let klacht = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    klacht = `${klacht}${text}`.slice(-KLACHT_LENGTE);
  });
  // After `close` all that it wrote has come in.
  child.once("close", (code, signaal) => stop(toReden(klacht, code, signaal)));
  child.stdin?.on("error", (error) => stop(error.message));
  let tail = "";
  child.stdout?.setEncoding("latin1").on("data", (text: string) => {
    const parts = `${tail}${text}`.split(",");
    tail = parts.pop() ?? "";
    for (const part of parts) {
      const { message_id = 0, payload } = JSON.parse(Buffer.from(part, "base64").toString()) as Antwoord;
      wachtend.get(message_id)?.resolve(payload);
      wachtend.delete(message_id);
    }
  });
  let number = 0;
  return {
    async ask(payload: object, what = "de zoekindex"): Promise<Antwoord["payload"]> {
      if (gestopt) throw gestopt;
      number += 1;
      const answer = await new Promise<Antwoord["payload"]>((resolve, reject) => {
        wachtend.set(number, { resolve, reject });
        child.stdin?.write(`${Buffer.from(JSON.stringify({ message_id: number, payload })).toString("base64")},`);
      });
      if (answer.type === "Error") throw toError(`Pagefind kan ${what} niet verwerken`, answer.message ?? "");
      return answer;
    },
  };
}

/** Characters of what Pagefind wrote last that are kept. */
const KLACHT_LENGTE = 2_000;

/** What the system refused, by the words in which Pagefind panics. */
const REDENEN: readonly (readonly [RegExp, string])[] = [
  [/StorageFull|No space left|QuotaExceeded/i, "de schijf is vol"],
  [/Too many open files/i, "er staan te veel bestanden open (verhoog de grens: ulimit -n 4096)"],
  [/ReadOnlyFilesystem|PermissionDenied/i, "in deze map mag niet worden geschreven"],
  [/OutOfMemory|memory allocation/i, "er is te weinig geheugen"],
];

// A system that runs out of memory sends SIGKILL.
function toReden(klacht: string, code: number | null, signaal: NodeJS.Signals | null): string {
  const bekend = REDENEN.find(([woorden]) => woorden.test(klacht));
  if (bekend) return bekend[1];
  if (signaal) return `gestopt door ${signaal}; waarschijnlijk was er te weinig geheugen`;
  return `beëindigd met code ${code}; waarschijnlijk was er te weinig geheugen${klacht ? ` («${klacht.trim()}»)` : ""}`;
}

// The module that knows where the program of this system is; Pagefind does not export it.
async function findProgramma(): Promise<string> {
  const module: unknown = await import(new URL("./resolveBinary.js", import.meta.resolve("pagefind")).href);
  return (module as { resolveBinaryPath: (names: readonly string[]) => string }).resolveBinaryPath([
    "pagefind_extended",
    "pagefind",
  ]);
}

/** The version of Pagefind that is installed. */
export function versieOfPagefind(): string {
  const path = new URL("../package.json", import.meta.resolve("pagefind"));
  return (createRequire(import.meta.url)(path.pathname) as { version: string }).version;
}

function toError(what: string, why: string): UserError {
  return new UserError({
    where: "zoekindex",
    what,
    why,
    mend: "een eerdere zoekindex is blijven staan; maak ruimte (schijf en geheugen; --werkers 1 vraagt het minst) en bouw opnieuw",
  });
}
