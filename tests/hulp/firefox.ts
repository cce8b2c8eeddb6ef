/**
 * Firefox for the tests, over WebDriver BiDi: Playwright starts only a Firefox of its own, and Puppeteer switches off the
 * rule that keeps pages from disk apart. This one is started with that rule on, as every reader has it.
 * @see https://w3c.github.io/webdriver-bidi/
 */
import { type ChildProcess, spawn } from "node:child_process";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { TestContext } from "node:test";
import WebSocket from "ws";

export const GET_FIREFOX_DEBIAN = "sudo apt-get install firefox-esr";
const START_MS = 60_000;
const COMMAND_MS = 60_000;

export interface Firefox {
  readonly versie: string;
  /** Opens a tab; `vooraf` is the body of a script that runs in each page before the page's own. */
  readonly openTab: (vooraf?: string) => Promise<FirefoxTab>;
  readonly close: () => Promise<void>;
}

export interface FirefoxTab {
  /** Goes to an address in a fresh page and waits until it has loaded, or until its scripts have run (`interactive`). */
  readonly goto: (adres: string, wait?: "complete" | "interactive") => Promise<void>;
  /**
   * Answers what a script of the page gives, or the promise of it. Only JSON travels.
   * @throws Error with the message of what the script throws.
   */
  readonly evaluate: (script: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export interface FirefoxOptions {
  /** Preferences beside those that every test needs. */
  readonly voorkeuren?: Readonly<Record<string, boolean | number | string>>;
}

/**
 * Finds Firefox: the path in KAMERVRAGEN_FIREFOX, else an installed one. `undefined` when there is none.
 * @throws when KAMERVRAGEN_FIREFOX names a file that is not there.
 */
export async function findFirefox(): Promise<string | undefined> {
  const named = process.env.KAMERVRAGEN_FIREFOX;
  if (named) {
    if (await exists(named)) return named;
    throw new Error(`KAMERVRAGEN_FIREFOX names a file that does not exist: ${named}`);
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  const places = ["firefox-esr", "firefox"].flatMap((name) =>
    folders.filter((folder) => folder !== "").map((folder) => join(folder, name)),
  );
  for (const path of [...places, "/Applications/Firefox.app/Contents/MacOS/firefox"]) {
    if (await exists(path)) return path;
  }
  return undefined;
}

/** One Firefox for a whole test file, started at the first test that asks for it; skipped or failed as `shareBrowser` does. */
export interface SharedFirefox {
  readonly get: (test: Pick<TestContext, "skip">) => Promise<Firefox | undefined>;
  readonly close: () => Promise<void>;
}

export function shareFirefox(options: FirefoxOptions = {}): SharedFirefox {
  let launched: Promise<Firefox> | undefined;
  return {
    async get(test) {
      const path = await findFirefox();
      if (!path) {
        const message = `no Firefox found; Debian: ${GET_FIREFOX_DEBIAN}`;
        if (process.env.CI === "true") throw new Error(message);
        test.skip(message);
        return undefined;
      }
      launched ??= launchFirefox(path, options);
      return launched;
    },
    async close() {
      await (await launched)?.close();
    },
  };
}

/** Starts Firefox without a window, with a profile of its own that is thrown away again. */
export async function launchFirefox(path: string, { voorkeuren = {} }: FirefoxOptions = {}): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), "archief-firefox-"));
  await writeFile(join(profile, "user.js"), toUserJs({ ...VOORKEUREN, ...voorkeuren }));
  const child = spawn(path, ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
  });
  const stop = async () => {
    await kill(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const bidi = await openBidi(`${await readAddress(child)}/session`);
    const { capabilities } = asRecord(await bidi.send("session.new", { capabilities: {} }));
    return {
      versie: String(asRecord(capabilities).browserVersion),
      openTab: (vooraf) => openTab(bidi, vooraf),
      async close() {
        await bidi.send("browser.close", {}).catch(() => undefined);
        bidi.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nothing is asked of the network by itself; pages from disk are kept apart, whatever Firefox does when it is driven. */
const VOORKEUREN = {
  "security.fileuri.strict_origin_policy": true,
  "remote.prefs.recommended": true,
  "app.update.disabledForTesting": true,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  // Tabs in the background answer as fast as the one in front.
  "dom.min_background_timeout_value": 4,
  "dom.min_background_timeout_value_without_budget_throttling": 4,
  "dom.timeout.enable_budget_timer_throttling": false,
} as const;

function toUserJs(voorkeuren: Readonly<Record<string, boolean | number | string>>): string {
  return Object.entries(voorkeuren)
    .map(([naam, waarde]) => `user_pref(${JSON.stringify(naam)}, ${JSON.stringify(waarde)});\n`)
    .join("");
}

/** The address that Firefox prints once it listens. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const wekker = setTimeout(() => reject(new Error(`Firefox did not start in time:\n${said}`)), START_MS);
    const settle = (done: () => void) => {
      clearTimeout(wekker);
      done();
    };
    child.once("error", (error) => settle(() => reject(error)));
    child.once("exit", (code) => settle(() => reject(new Error(`Firefox stopped with ${code}:\n${said}`))));
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address) settle(() => resolve(address));
    });
  });
}

interface Bidi {
  readonly send: (method: string, params: object) => Promise<unknown>;
  readonly close: () => void;
}

interface Wachtend {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

async function openBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  const wachtend = new Map<number, Wachtend>();
  let volgende = 0;
  socket.on("error", () => undefined);
  socket.on("close", () => {
    for (const { reject } of wachtend.values()) reject(new Error("Firefox closed the connection"));
    wachtend.clear();
  });
  socket.on("message", (data) => {
    const bericht = asRecord(JSON.parse(String(data)));
    const vraag = wachtend.get(Number(bericht.id));
    if (!vraag || typeof bericht.id !== "number") return; // an event
    wachtend.delete(bericht.id);
    if (bericht.type === "success") vraag.resolve(bericht.result);
    else vraag.reject(new Error(`${bericht.error}: ${bericht.message}`));
  });
  return {
    close: () => socket.close(),
    async send(method, params) {
      const id = volgende;
      volgende += 1;
      const wekker = setTimeout(() => {
        wachtend.get(id)?.reject(new Error(`${method}: no answer in ${COMMAND_MS / 1000} s`));
        wachtend.delete(id);
      }, COMMAND_MS);
      try {
        return await new Promise((resolve, reject) => {
          wachtend.set(id, { resolve, reject });
          socket.send(JSON.stringify({ id, method, params }));
        });
      } finally {
        clearTimeout(wekker);
      }
    },
  };
}

async function openTab({ send }: Bidi, vooraf?: string): Promise<FirefoxTab> {
  const { context } = asRecord(await send("browsingContext.create", { type: "tab", background: true }));
  await send("browsingContext.setViewport", { context, viewport: { width: 1280, height: 900 } });
  if (vooraf !== undefined) {
    await send("script.addPreloadScript", { functionDeclaration: `() => {${vooraf}}`, contexts: [context] });
  }
  return {
    async goto(url, wait = "complete") {
      await send("browsingContext.navigate", { context, url, wait });
    },
    async evaluate(script) {
      const antwoord = asRecord(
        await send("script.evaluate", {
          expression: `Promise.resolve(${script}).then((waarde) => JSON.stringify(waarde))`,
          target: { context },
          awaitPromise: true,
        }),
      );
      if (antwoord.type !== "success") throw new Error(String(asRecord(antwoord.exceptionDetails).text));
      const { value } = asRecord(antwoord.result);
      return typeof value === "string" ? JSON.parse(value) : undefined;
    },
    async close() {
      await send("browsingContext.close", { context });
    },
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new Error(`WebDriver BiDi: ${String(value)} is no object`);
  return Object.fromEntries(Object.entries(value));
}

/** Asks the process to stop, and stops it when it does not. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const wekker = setTimeout(() => child.kill("SIGKILL"), 3_000);
  child.kill();
  await gone;
  clearTimeout(wekker);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
