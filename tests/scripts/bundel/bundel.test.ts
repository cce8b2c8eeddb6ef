/** The offline bundle as a reader has it: unpacked in a folder with an odd name, opened from disk in two browsers. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { sha256Of } from "../../../scripts/bestanden.ts";
import { runBundel } from "../../../scripts/bundel.ts";
import { openPage, runAxe, scrollsSideways, shareBrowser } from "../../hulp/browser.ts";
import { unpackBundel } from "../../hulp/bundel.ts";
import { shareFirefox } from "../../hulp/firefox.ts";
import { checkLinks } from "../../hulp/links.ts";
import { buildZoeksite } from "../../hulp/zoeksite.ts";

const KAMERVRAGEN = Array.from({ length: 40 }, (_, index) => ({
  sleutel: `20${index < 20 ? 70 : 71}Z${String(index).padStart(5, "0")}`,
  titel: `De brug over de Verzonnen Vliet, deel ${index}`,
  ingediend: `20${index < 20 ? 70 : 71}-01-${String((index % 28) + 1).padStart(2, "0")}`,
  beantwoord: `20${index < 20 ? 70 : 71}-03-01`,
  indiener: index % 4 === 0 ? "Lid Een" : "Lid Twee",
  teksten: [
    [
      `Kent u het bericht over de ${index % 2 === 0 ? "fietsbrug" : "lage brug"} bij kade ${index}?`,
      "Ja, dat is bekend.",
    ],
    ["Wat gaat u doen?", `De brugwachter van kade ${index} krijgt hulp.`],
  ] as const,
}));

describe("the offline bundle", () => {
  const browser = shareBrowser();
  const firefox = shareFirefox();
  let werk = "";
  let map = "";
  let paths: readonly string[] = [];
  let gezegd = "";

  before(async () => {
    werk = await mkdtemp(join(tmpdir(), "archief-bundel-"));
    const site = await buildZoeksite(werk, KAMERVRAGEN);
    gezegd = await listen(["--site", site, "--doel", join(werk, "dist")]);
    map = join(werk, "Mijn map #1 (é) 100% test?");
    paths = await unpackBundel(join(werk, "dist", "kamervragen-2071-03-01.zip"), map);
  });
  after(async () => {
    await browser.close();
    await firefox.close();
    await rm(werk, { recursive: true });
  });

  const withPage = async (test: TestContext, path: string, use: (page: Page) => Promise<void>) => {
    const opened = await browser.get(test);
    if (!opened) return;
    const adres = new URL(path, `${pathToFileURL(map).href}/`).href;
    const { page, context, outside, errors } = await openPage(opened, adres);
    const gevraagd: string[] = [];
    page.on("request", (request) => gevraagd.push(request.url()));
    try {
      await page.reload();
      await use(page);
      assert.deepEqual(outside, []);
      assert.deepEqual(errors, []);
      const binnen = pathToFileURL(map).href;
      assert.deepEqual(
        gevraagd.filter((url) => !url.startsWith(binnen) && !/^(?:blob|data):/.test(url)),
        [],
      );
    } finally {
      await context.close();
    }
  };

  it("holds the pages and the search, not the copies beside them", () => {
    const einden = new Set(paths.map((path) => /[^.]+$/.exec(path)?.[0]));
    assert.deepEqual([...einden].sort(), ["SHA256SUMS", "css", "html", "js", "svg", "txt", "woff2"]);
    assert.deepEqual(
      paths.filter((path) => path.endsWith(".txt") && !path.startsWith("assets/")),
      ["LEESMIJ.txt"],
    );
    assert.equal(paths.filter((path) => /^kamervraag\/.*\.html$/.test(path)).length, 40);
    assert.equal(paths.filter((path) => path.startsWith("pagefind/fragment/")).length, 1);
    assert.match(gezegd, new RegExp(`kamervragen-2071-03-01.zip: ${paths.length} bestanden`));
  });

  it("names every file with its checksum", async () => {
    const regels = (await readFile(join(map, "SHA256SUMS"), "utf8")).trimEnd().split("\n");
    const genoemd = new Map(regels.map((regel) => [regel.slice(66), regel.slice(0, 64)]));
    assert.deepEqual([...genoemd.keys()].sort(), paths.filter((path) => path !== "SHA256SUMS").toSorted());
    for (const [path, som] of genoemd) assert.equal(sha256Of(await readFile(join(map, path))), som, path);
  });

  it("has links that all lead somewhere", async () => {
    const { faults, pages } = await checkLinks(map);
    assert.deepEqual(faults, []);
    assert.ok(pages > 40);
  });

  it("gives the same bytes a second time", async () => {
    const eerste = await readFile(join(werk, "dist", "kamervragen-2071-03-01.zip"));
    await listen(["--site", join(werk, "site"), "--doel", join(werk, "dist2")]);
    assert.ok(eerste.equals(await readFile(join(werk, "dist2", "kamervragen-2071-03-01.zip"))));
  });

  it("says on its start page what is inside, as of when, from which sources", (test) =>
    withPage(test, "over-deze-bundel.html", async (page) => {
      const tekst = ((await page.textContent("main")) ?? "").replaceAll("\u00a0", " ");
      for (const deel of [
        "40 Kamervragen",
        "1 januari 2070",
        "28 januari 2071",
        "1 maart 2071",
        "SHA256SUMS",
        "1 document",
      ]) {
        assert.ok(tekst.includes(deel), deel);
      }
      assert.deepEqual(await runAxe(page), []);
      await page.setViewportSize({ width: 320, height: 640 });
      assert.equal(await scrollsSideways(page), false);
    }));

  it("says on every page that it is a copy, and of which day", (test) =>
    withPage(test, "index.html", async (page) => {
      assert.match((await page.textContent("main > .bundelregel--begin")) ?? "", /stand van 1\smaart\s2071/);
      await page.click("main a[href^='kamervraag/']");
      await page.waitForSelector("footer .bundelregel--voet");
      await page.click("footer .bundelregel--voet a");
      assert.match(page.url(), /\/over-deze-bundel\.html$/);
      await page.goto(new URL("index.html", page.url()).href);
      assert.deepEqual(await runAxe(page), []);
    }));

  it("searches, narrows, and marks the words on the page reached", (test) =>
    withPage(test, "zoeken.html?q=brugwachter", async (page) => {
      await page.waitForSelector("[data-zoek=treffers] li");
      assert.match((await page.textContent("[data-zoek=stand]")) ?? "", /^40 Kamervragen met brugwachter/);
      await page.check("[data-facet=indiener] input[value=lid-een]");
      await page.waitForFunction("document.querySelector('[data-zoek=stand]').textContent.startsWith('10 ')");
      await page.click("[data-zoek=treffers] li a");
      await page.waitForSelector("mark");
      assert.equal(await page.textContent("mark"), "brugwachter");
    }));

  it("says in Dutch which file is missing, and lets one browse", async (test) => {
    const kapot = join(werk, "kapot");
    await unpackBundel(join(werk, "dist", "kamervragen-2071-03-01.zip"), kapot);
    await rm(join(kapot, "pagefind", "zoek.json.js"));
    const opened = await browser.get(test);
    if (!opened) return;
    const { page, context } = await openPage(opened, `${pathToFileURL(join(kapot, "zoeken.html")).href}?q=brug`);
    await page.waitForSelector("[data-zoek=fout]:not([hidden])");
    assert.match((await page.textContent("[data-zoek=foutbestand]")) ?? "", /zoek\.json/);
    assert.equal(await page.isVisible("[data-zoek=bladeren]"), true);
    await context.close();
  });

  it("works in Firefox too, where pages from disk are kept apart", async (test) => {
    const opened = await firefox.get(test);
    if (!opened) return;
    const tab = await opened.openTab();
    const adres = (path: string) => new URL(path, `${pathToFileURL(map).href}/`).href;
    await tab.goto(adres("zoeken.html?q=fietsbrug"));
    assert.equal(await tab.evaluate("fetch('index.html').then(() => 'open', () => 'geweigerd')"), "geweigerd");
    const wait = (voorwaarde: string) =>
      tab.evaluate(
        `new Promise((klaar, fout) => { const eind = Date.now() + 30000; const kijk = () => { const uit = ${voorwaarde}; if (uit) klaar(uit); else if (Date.now() > eind) fout(new Error("no " + ${JSON.stringify(voorwaarde)})); else setTimeout(kijk, 20); }; kijk(); })`,
      );
    const href = await wait("document.querySelector('[data-zoek=treffers] li a')?.href");
    assert.match(
      String(await tab.evaluate("document.querySelector('[data-zoek=stand]').textContent")),
      /^20 Kamervragen met fietsbrug/,
    );
    await wait("document.querySelector('[data-facet=indiener] input[type=checkbox]')?.value");
    await tab.goto(String(href));
    assert.equal(await wait("document.querySelector('mark')?.textContent"), "fietsbrug");
    // The fonts of the site themselves: those that stand in for them are the system's, and load in any case.
    for (const familie of ["Archief Serif", "Archief Sans"]) {
      await wait(
        `[...document.fonts].some(({ family, status }) => family.replaceAll('"', "") === "${familie}" && status === "loaded")`,
      );
    }
    await tab.close();
  });

  it("holds a choice of the archive, with a search of its own", async () => {
    const inhoud = join(werk, "inhoud");
    const doel = join(werk, "keuze");
    const zegt = await listen(["--inhoud", inhoud, "--doel", doel, "--van", "2071-01-01", "--fractie", "fractie b"]);
    assert.match(zegt, /Gekozen: 20 van 40/);
    assert.deepEqual(await readdir(doel), ["kamervragen-2071-03-01-van-2071-01-01-fractie-fractie-b.zip"]);
    const uit = join(werk, "keuze-uit");
    const inKeuze = await unpackBundel(join(doel, "kamervragen-2071-03-01-van-2071-01-01-fractie-fractie-b.zip"), uit);
    assert.deepEqual(
      [...new Set(inKeuze.filter((path) => path.startsWith("kamervraag/")).map((path) => path.slice(0, 15)))],
      ["kamervraag/2071"],
    );
    assert.match(
      await readFile(join(uit, "over-deze-bundel.html"), "utf8"),
      /ingediend op of na 1\sjanuari\s2071, vragenstellers van Fractie B/,
    );
    assert.deepEqual((await checkLinks(uit)).faults, []);
    assert.deepEqual(await readdir(join(werk, ".cache", "inhoud", "bundel")).catch(() => []), []);
  });

  it("says what the archive has when a choice is not in it", async () => {
    const inhoud = join(werk, "inhoud");
    const doel = join(werk, "niets");
    await assert.rejects(
      runBundel(["--inhoud", inhoud, "--doel", doel, "--fractie", "fractie x"]),
      /«fractie-x» niet[\s\S]*Fractie B/,
    );
    await assert.rejects(
      runBundel(["--inhoud", inhoud, "--doel", doel, "--tot", "2000-01-01"]),
      /geen enkele Kamervraag/,
    );
    await assert.rejects(runBundel(["--van", "2071-02-30"]), /geen datum/);
    await assert.rejects(runBundel(["--van", "2071-02-01", "--tot", "2071-01-01"]), /ligt na/);
    await assert.rejects(runBundel(["--peildatum", "2071-01-01"]), /hoort bij een keuze/);
    await assert.rejects(runBundel(["--site", "x", "--van", "2071-01-01"]), /hoort niet bij een keuze/);
  });

  it("is not made of a folder that is no whole site", async () => {
    await assert.rejects(runBundel(["--site", join(werk, "inhoud"), "--doel", join(werk, "d")]), /geen hele site/);
  });

  it("leads to the site for what it leaves out, when the site has an address", async () => {
    const inhoud = join(werk, "inhoud");
    await listen([
      "--inhoud",
      inhoud,
      "--doel",
      join(werk, "adres"),
      "--tot",
      "2070-12-31",
      "--adres",
      "https://archief.example/",
    ]);
    const uit = join(werk, "adres-uit");
    await unpackBundel(join(werk, "adres", "kamervragen-2071-03-01-tot-2070-12-31.zip"), uit);
    const html = await readFile(join(uit, "kamervraag/2070/2070Z00000.html"), "utf8");
    assert.match(html, /href="https:\/\/archief\.example\/kamervraag\/2070\/2070Z00000\.ris"/);
    assert.doesNotMatch(html, /href="2070Z00000\.(?:ris|bib|csljson|md|json|txt)"/);
  });
});

/** What the command says. */
async function listen(args: readonly string[]): Promise<string> {
  const delen: string[] = [];
  assert.equal(await runBundel(args, undefined, (deel) => delen.push(deel)), 0);
  return delen.join("");
}
