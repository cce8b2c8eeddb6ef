/** A real browser for the tests: finds one by itself, opens pages in it, and looks at them with axe. */
import { access, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import type { TestContext } from "node:test";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** What to tell someone without a browser: one command that gets one, on any system. */
const GET_A_BROWSER = "npx playwright-core install chromium";
export const GET_A_BROWSER_DEBIAN = "sudo apt-get install chromium";

const ARGUMENTS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Finds a Chromium-like browser: the path in KAMERVRAGEN_BROWSER, an installed Chrome, Chromium or Edge, then the one
 * Playwright keeps. `undefined` when there is none.
 * @throws when KAMERVRAGEN_BROWSER names a file that is not there.
 */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.KAMERVRAGEN_BROWSER;
  if (named) {
    if (await exists(named)) return named;
    throw new Error(`KAMERVRAGEN_BROWSER names a file that does not exist: ${named}`);
  }
  for (const path of [...usualPlaces(), chromium.executablePath()]) {
    if (path !== "" && (await exists(path))) return path;
  }
  return undefined;
}

/** One browser for a whole test file, started at the first test that asks for it. */
export interface SharedBrowser {
  /**
   * The browser. Without one the test is skipped with the command that gets one, and the answer is `undefined`; under
   * CI=true it fails instead, for there a skipped test is a test nobody ran.
   */
  get(test: Pick<TestContext, "skip">): Promise<Browser | undefined>;
  close(): Promise<void>;
}

export function shareBrowser(): SharedBrowser {
  let launched: Promise<Browser> | undefined;
  return {
    async get(test) {
      const executablePath = await findBrowser();
      if (!executablePath) {
        const message = `no browser found; get one with: ${GET_A_BROWSER} (Debian: ${GET_A_BROWSER_DEBIAN})`;
        if (process.env.CI === "true") throw new Error(message);
        test.skip(message);
        return undefined;
      }
      launched ??= launchBrowser(executablePath);
      return launched;
    },
    async close() {
      await (await launched)?.close();
    },
  };
}

/** Starts the browser of this path, without a window. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox", ...ARGUMENTS] : ARGUMENTS });
}

/** A page, with the requests that left its origin and the errors its scripts threw, collected as they come. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for outside the origin (and outside `data:` and `blob:`). */
  readonly outside: readonly string[];
  readonly errors: readonly string[];
}

/** Opens `url` in a context of its own; everything outside that url's origin is refused and written down. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
  const outside: string[] = [];
  const errors: string[] = [];
  const { protocol, host } = new URL(url);
  await context.route("**/*", (route) => {
    const asked = new URL(route.request().url());
    const isInside = asked.protocol === "data:" || asked.protocol === "blob:" || isSame(asked, protocol, host);
    if (isInside) return route.continue();
    outside.push(asked.href);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  return { page, context, outside, errors };
}

function isSame(asked: URL, protocol: string, host: string): boolean {
  return asked.protocol === protocol && asked.host === host;
}

const require = createRequire(import.meta.url);

/** Rules that are best practice rather than WCAG are asked as well: they are about headings and landmarks. */
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs axe on the page as it stands, in the light and in the dark scheme. Answers one readable line per finding. */
export async function runAxe(page: Page): Promise<readonly string[]> {
  const source = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
  const findings: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(source);
    findings.push(...(await page.evaluate<string[]>(FIND_VIOLATIONS)).map((line) => `${colorScheme}: ${line}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return findings;
}

// A string, not a function: tsx adds its own helpers to functions, and the page does not have those.
const FIND_VIOLATIONS = `axe.run({ runOnly: { type: "tag", values: ${JSON.stringify(AXE_TAGS)} } }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + " (" + help + ") at " + target.join(" "))))`;

/** Whether the page can be scrolled sideways: it must not be, down to 320 px. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function usualPlaces(): readonly string[] {
  if (process.platform === "darwin") return macPlaces();
  if (process.platform === "win32") return windowsPlaces();
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return [
    ...names.flatMap((name) => folders.filter((folder) => folder !== "").map((folder) => join(folder, name))),
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
  ];
}

function macPlaces(): readonly string[] {
  const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
  return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
    apps.map((app) => join(folder, `${app}.app`, "Contents/MacOS", app)),
  );
}

function windowsPlaces(): readonly string[] {
  const { ProgramFiles, LOCALAPPDATA } = process.env;
  const folders = [ProgramFiles, process.env["ProgramFiles(x86)"], LOCALAPPDATA];
  const programs = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
  return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
}
