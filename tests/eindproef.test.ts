/**
 * The whole way, as an operator and a reader go it: sources in, site out, opened in a real browser. The archive is the seed
 * and all fixtures, so that every state of a page is there.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Parser } from "htmlparser2";
import type { Kamervraag } from "../src/model/kamervraag.ts";
import { openPage, runAxe, scrollsSideways, shareBrowser } from "./hulp/browser.ts";
import { checkLinks } from "./hulp/links.ts";
import { assertWords } from "./hulp/niets-verloren.ts";
import { startTestServer, type TestServer } from "./hulp/server.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const FIXTURES = join(ROOT, "tests", "fixtures");
const run = promisify(execFile);

/** One page of every type and state, by what it shows. */
const PAGINAS = {
  voorpagina: "index.html",
  zoeken: "zoeken.html",
  lijsten: "lijsten.html",
  indieners: "indieners.html",
  over: "over.html",
  volledigheid: "volledigheid.html",
  "niet gevonden": "404.html",
  jaar: "jaar/2064.html",
  indiener: "indiener/ulysse-ellian.html",
  fractie: "fractie/def.html",
  onderwerp: "onderwerp/ict.html",
  "beantwoord (seed)": "kamervraag/2021/2021Z18968.html",
  "met tabel, lijsten en noten": "kamervraag/2060/2060Z00042.html",
  uitgesteld: "kamervraag/2066/2066Z00030.html",
  "uit HTML": "kamervraag/2066/2066Z00012.html",
  "beantwoord na uitstel": "kamervraag/2064/2064Z00010.html",
  deelantwoorden: "kamervraag/2064/2064Z07777.html",
  "uitgesteld, met losse noot": "kamervraag/2063/2063Z01234.html",
  "zonder nummers": "kamervraag/2061/2061Z00007.html",
  "Eerste Kamer": "kamervraag/2060/606101.html",
  "lastige tekst": "kamervraag/2062/2062Z00001.html",
} as const;

describe("from sources to site", () => {
  const browsers = shareBrowser();
  let folder = "";
  let site = "";
  let server: TestServer;

  const build = async (uit: string, inhoud: string) =>
    await run(
      process.execPath,
      [
        "--import",
        "tsx",
        "scripts/build.ts",
        "--bronnen",
        join(folder, "bronnen"),
        "--inhoud",
        inhoud,
        "--uit",
        uit,
        "--peildatum",
        "2065-01-01",
      ],
      { cwd: ROOT },
    );

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "kamervragen eindproef é ")); // a path with a space and an accent
    mkdirSync(join(folder, "bronnen"));
    for (const kind of readdirSync(FIXTURES)) {
      for (const name of readdirSync(join(FIXTURES, kind))) {
        for (const file of readdirSync(join(FIXTURES, kind, name)).filter((entry) => entry !== "verwacht")) {
          cpSync(join(FIXTURES, kind, name, file), join(folder, "bronnen", kind, name, file), { recursive: true });
        }
      }
    }
    cpSync(join(ROOT, "content", "bronnen"), join(folder, "bronnen", "standaard"), { recursive: true });
    site = join(folder, "site");
    await build(site, join(folder, "inhoud"));
    server = await startTestServer(site);
  });
  after(async () => {
    await browsers.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("resolves every internal link and id", async () => {
    const { pages, faults } = await checkLinks(site);
    assert.deepEqual(faults, []);
    assert.ok(pages >= Object.keys(PAGINAS).length);
  });

  it("gives the same bytes a second time, into another folder", async () => {
    await build(join(folder, "site 2"), join(folder, "inhoud 2"));
    assert.deepEqual(hashesOf(join(folder, "site 2")), hashesOf(site));
  });

  it("shows every word of every source on its pages", async () => {
    const read = (path: string) => readFileSync(join(site, "kamervraag", path), "utf8");
    const pages = readdirSync(join(site, "kamervraag"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json"))
      .map((path) => {
        const { bronnen } = JSON.parse(read(path)) as Pick<Kamervraag, "bronnen">;
        return {
          bestanden: new Set(bronnen.map(({ bestand }) => bestand)),
          words: visibleText(read(path.replace(/json$/, "html"))),
        };
      });
    const sources = readdirSync(join(folder, "bronnen"), { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(?:xml|txt)$/.test(path),
    );
    let checked = 0;
    for (const path of sources) {
      const source = readFileSync(join(folder, "bronnen", path), "utf8");
      if (!/<kamervragen>|<vraagdoc>|^Kamervraag /.test(source)) continue;
      const own = pages.filter(({ bestanden }) => bestanden.has(path.replaceAll("\\", "/")));
      assertWords(source, own.map(({ words }) => words).join(" "), path);
      checked += 1;
    }
    assert.ok(checked >= 15, `only ${checked} sources were looked for`);
  });

  for (const [name, path] of Object.entries(PAGINAS)) {
    it(`opens ${name} without a fault: axe, 320 px, no script error, nothing from elsewhere`, async (test) => {
      assert.ok(existsSync(join(site, path)), `${path} does not exist`); // else the page of 404 would be looked at
      const browser = await browsers.get(test);
      if (!browser) return;
      const { page, context, outside, errors } = await openPage(browser, server.url + path);
      try {
        assert.deepEqual(await runAxe(page), []);
        await page.setViewportSize({ width: 320, height: 800 });
        assert.equal(await scrollsSideways(page), false, "it scrolls sideways at 320 px");
        assert.deepEqual([...outside], []);
        assert.deepEqual([...errors], []);
      } finally {
        await context.close();
      }
    });
  }

  for (const [query, expected] of [
    ["storing", /kamervraag\/2021\/2021Z18968\.html\?zoek=[^#]*#(?:vraag|antwoord)-\d+$/],
    ["Justis jaarverslag", /kamervraag\/2021\/2021Z18968\.html\?zoek=[^#]*#vraag-8$/],
    ["2021z 18968", /kamervraag\/2021\/2021Z18968\.html/],
  ] as const) {
    it(`finds "${query}" from the home page and lands where it stands`, async (test) => {
      const browser = await browsers.get(test);
      if (!browser) return;
      const { page, context, errors } = await openPage(browser, `${server.url}index.html`);
      try {
        await page.getByRole("searchbox").fill(query);
        await page.keyboard.press("Enter");
        await page.waitForURL(/zoeken\.html\?q=/);
        const hits = page.locator("main a[href*='2021Z18968']");
        await hits.first().waitFor();
        const addresses = await page.evaluate<readonly string[]>(
          `[...document.querySelectorAll("main a[href*='2021Z18968']")].map(({ href }) => href)`,
        );
        const wanted = addresses.findIndex((address) => expected.test(address));
        assert.notEqual(wanted, -1, addresses.join("\n"));
        await hits.nth(wanted).click();
        await page.waitForURL(/2021Z18968\.html/);
        assert.match(page.url(), expected);
        assert.deepEqual([...errors], []);
      } finally {
        await context.close();
      }
    });
  }

  it("shows source text that looks like a template, HTML, a script or Markdown as exactly that text", async (test) => {
    const browser = await browsers.get(test);
    if (!browser) return;
    const { page, context, errors } = await openPage(browser, server.url + PAGINAS["lastige tekst"]);
    try {
      const alerts: string[] = [];
      page.on("dialog", (dialog) => {
        alerts.push(dialog.message());
        void dialog.dismiss();
      });
      await page.reload();
      const text = ((await page.locator("main").textContent()) ?? "").replace(/\s+/g, " ");
      for (const exact of [
        "{{ 7*7 }} en {% raw %} en <script>alert(1)</script> en [x](javascript:alert(1))",
        "# kop",
        "1. eerst en * ster en _ streep en ` accent en | pijp",
        "ingesprongen regel",
        "- geen lijst",
        "> geen citaat",
        "[^v1]: geen noot, [^1] ook niet",
        "## Vraag 9",
        '"><script>alert(2)</script> & {{ 8*8 }}',
        "## geen kop [^a1] <!-- niets --> &amp; {{ noot }}",
        "die [x] *y*",
      ]) {
        assert.ok(text.includes(exact), `not on the page: ${exact}`);
      }
      assert.deepEqual(alerts, []);
      assert.deepEqual([...errors], []);
      assert.equal(await page.locator("main a[href^='javascript' i]").count(), 0);
    } finally {
      await context.close();
    }
  });

  it("reads from disk, without a server and without scripts", async (test) => {
    const browser = await browsers.get(test);
    if (!browser) return;
    // The home page shows the newest only: an older Kamervraag is found in the list of its year.
    const address = pathToFileURL(join(site, "jaar/2021.html")).href;
    const { page, context, outside } = await openPage(browser, address, { javaScriptEnabled: false });
    try {
      await page.locator("main a[href*='2021Z18968']").first().click();
      await page.waitForURL(/2021Z18968\.html$/);
      assert.equal(await page.locator("h3[id^='vraag-']").count(), 9);
      await page.locator("sup a[href='#noot-v2']").click();
      assert.match(page.url(), /#noot-v2$/);
      assert.deepEqual([...outside], []);
    } finally {
      await context.close();
    }
  });

  it("works under a sub-path", async (test) => {
    const browser = await browsers.get(test);
    if (!browser) return;
    const parent = await startTestServer(folder);
    const { page, context, errors } = await openPage(browser, `${parent.url}site/zoeken.html?q=kaasmarkt`);
    try {
      await page.locator("main a[href*='2061Z00007']").first().click();
      await page.waitForURL(/\/site\/kamervraag\/2061\/2061Z00007\.html/);
      assert.deepEqual([...errors], []);
    } finally {
      await context.close();
      await parent.close();
    }
  });
});

function hashesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map((path) => [path.slice(folder.length), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

function visibleText(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name === "script" || name === "style" || name === "head") hidden += 1;
      // An address in a source is a link on the page.
      if (name === "a" && href) parts.push(` ${href} `);
    },
    ontext: (text) => {
      if (hidden === 0) parts.push(text);
    },
    onclosetag: (name) => {
      if (name === "script" || name === "style" || name === "head") hidden -= 1;
      parts.push(
        ["p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "sup", "a", "div"].includes(name) ? " " : "",
      );
    },
  });
  parser.end(html);
  return parts.join("");
}
