import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { openPage, runAxe, scrollsSideways, shareBrowser } from "../../hulp/browser.ts";
import type { KorteKamervraag } from "../../hulp/kamervragen.ts";
import { startTestServer, type TestServer } from "../../hulp/server.ts";
import { buildZoeksite } from "../../hulp/zoeksite.ts";

/** 24 about bridges, so that there is more than one page of hits; one of them is mentioned by all others. */
const BRUGGEN: readonly KorteKamervraag[] = Array.from({ length: 24 }, (_, index) => ({
  sleutel: `2070Z${18900 + index}`,
  titel: `De brug over de Verzonnen Vliet, deel ${index}`,
  ingediend: "2070-10-29",
  beantwoord: "2070-11-15",
  indiener: "A. Proefman",
  teksten: [
    ["Kent u het bericht over roest?", "Ja, zie ook 2070Z18905 en 2070Z18905."],
    ["Hoeveel bruggen zijn er te laag?", "Dat zijn er drie, meldt de brugwachter."],
  ],
}));
const OVERIGE: readonly KorteKamervraag[] = [
  {
    sleutel: "2071Z00042",
    titel: "Het onderhoud van de kade",
    ingediend: "2071-03-01",
    teksten: [
      ["Waarom verzakt \\<img src=x onerror=alert(1)\\> de kade?", "Door scheuren."],
      ["Wat kost de nachtopvang van eenden?", "Dat wordt uitgezocht door Coördinatie Oevers."],
    ],
  },
];

describe("the search page", { concurrency: 3 }, () => {
  let folder = "";
  let site = "";
  let server: TestServer;
  const shared = shareBrowser();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "archief-zoeken-"));
    site = await buildZoeksite(folder, [...BRUGGEN, ...OVERIGE]);
    server = await startTestServer(site);
  });
  after(async () => {
    await shared.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** A test on a page opened at an address; afterwards no script may have failed and nothing have left the site. */
  function onPage(name: string, address: string, look: (page: Page) => Promise<void>, options = {}): void {
    it(name, async (test: TestContext) => {
      const browser = await shared.get(test);
      if (!browser) return;
      const open = await openPage(browser, new URL(address, server.url).href, options);
      try {
        await look(open.page);
        assert.deepEqual([...open.errors], []);
        assert.deepEqual([...open.outside], []);
      } finally {
        await open.context.close();
      }
    });
  }

  onPage("explains itself and links the lists before anything is asked", "zoeken.html", async (page) => {
    assert.equal(await page.locator("[data-zoek=leeg]").isVisible(), true);
    assert.ok((await page.locator("[data-zoek=bladeren] a").count()) > 5);
    assert.deepEqual(await runAxe(page), []);
  });

  onPage("answers a query in the address", "zoeken.html?q=kade", async (page) => {
    await statusIs(page, "1 Kamervraag met kade.");
    assert.equal(await page.title(), "kade - Zoeken - Kamervragen-archief");
    assert.equal(await page.inputValue("[name=q]"), "kade");
    assert.equal(await titles(page).first().getAttribute("href"), "kamervraag/2071/2071Z00042.html?zoek=kade");
    assert.equal(await page.locator(".treffer__meta").textContent(), "1\u00a0mrt\u00a02071 · beantwoord");
    assert.deepEqual(await runAxe(page), []);
  });

  onPage("leads to the vraag or antwoord that matched, by its anchor", "zoeken.html?q=eenden", async (page) => {
    await statusIs(page, "1 Kamervraag met eenden.");
    assert.equal(
      await titles(page).first().getAttribute("href"),
      "kamervraag/2071/2071Z00042.html?zoek=eenden#vraag-2",
    );
    assert.equal(await page.locator(".treffer__plaats").textContent(), "Vraag 2");
    assert.equal(await page.locator(".treffer__waar mark").textContent(), "eenden");
    await titles(page).click();
    await page.waitForURL("**/2071Z00042.html?zoek=eenden#vraag-2");
    assert.deepEqual(await page.locator("main mark").allTextContents(), ["eenden"]);
    assert.deepEqual(await runAxe(page), []);
    await page.click("text=Markering weghalen");
    assert.equal(await page.locator("main mark").count(), 0);
    assert.match(page.url(), /2071Z00042\.html#vraag-2$/);
  });

  onPage("shows what a text holds as text, never as markup", "zoeken.html?q=verzakt", async (page) => {
    await statusIs(page, "1 Kamervraag met verzakt.");
    assert.match((await page.locator(".treffer__waar").textContent()) ?? "", /<img src=x onerror=alert\(1\)>/);
    assert.equal(await page.locator(".treffer img").count(), 0);
  });

  onPage("says as which words it was found, and counts all hits", "zoeken.html?q=brug", async (page) => {
    await statusIs(page, "24 Kamervragen met brug, ook als bruggen, brugwachter.");
    assert.equal(await titles(page).count(), 10);
  });

  onPage("finds words without their accents", "zoeken.html?q=coordinatie", async (page) => {
    await statusIs(page, "1 Kamervraag met coordinatie.");
  });

  for (const [typed, said] of [
    ["xyzzy", "«xyzzy»"],
    ["brug+kxyzzy", "«brug» én «kxyzzy»"],
    ["brugpensioen", "«brugpensioen»"],
    ["2070Z99999", "«2070Z99999»"],
    ["ah-2070z99999", "«ah-2070z99999»"],
  ] as const) {
    onPage(`finds nothing rather than guess at "${typed}"`, `zoeken.html?q=${typed}`, async (page) => {
      await statusIs(page, `Geen enkele Kamervraag met ${said}.`);
      assert.match((await page.textContent("[data-zoek=onbekend]")) ?? "", /^Het archief kent geen woord/);
      assert.doesNotMatch((await page.textContent("[data-zoek=niets] ul")) ?? "", /«kxyzzy»/);
    });
  }

  onPage("finds a Kamervraag by the number of a document", "zoeken.html?q=AH-2071z00042", async (page) => {
    await statusIs(page, "1 Kamervraag met AH-2071z00042.");
  });

  onPage("says a quotation as one thing", "zoeken.html?q=«bruggen+zijn»", async (page) => {
    await statusIs(page, "24 Kamervragen met “bruggen zijn”", "starts");
  });

  onPage("leaves out a word that says nothing, unless it stands alone", "zoeken.html?q=de+kade", async (page) => {
    await statusIs(page, "1 Kamervraag met kade. Niet meegezocht, want te gewoon", "starts");
    await page.goto(`${server.url}zoeken.html?q=de`);
    await statusIs(page, "25 Kamervragen met de", "starts");
  });

  for (const typed of ["2070Z18905", "2070z18905", "2070 z 18905"]) {
    onPage(`puts the Kamervraag itself first for "${typed}"`, `zoeken.html?q=${typed}`, async (page) => {
      await statusIs(page, `24 Kamervragen met ${typed}.`);
      assert.match((await titles(page).first().getAttribute("href")) ?? "", /^kamervraag\/2070\/2070Z18905\.html/);
    });
  }

  onPage("searches while one types and keeps the address up with it", "zoeken.html", async (page) => {
    await page.fill("[name=q]", "ka");
    await statusIs(page, "Typ door, of druk op Enter om «ka» te zoeken.");
    await page.fill("[name=q]", "kade");
    await statusIs(page, "1 Kamervraag met kade.");
    assert.match(page.url(), /zoeken\.html\?q=kade$/);
    assert.equal(await page.evaluate("document.activeElement.name"), "q");
    await page.fill("[name=q]", "");
    await page.waitForSelector("[data-zoek=leeg]:not([hidden])");
    assert.match(page.url(), /zoeken\.html$/);
  });

  onPage("goes back and forward through submitted queries", "zoeken.html", async (page) => {
    for (const vraag of ["kade", "eenden"]) {
      await page.locator("[name=q]").pressSequentially(vraag);
      await page.keyboard.press("Enter");
      await statusIs(page, `1 Kamervraag met ${vraag}.`);
      await page.fill("[name=q]", "");
    }
    await page.waitForFunction("!location.search");
    await page.goBack();
    await statusIs(page, "1 Kamervraag met kade.");
    await page.goBack();
    await page.waitForSelector("[data-zoek=leeg]:not([hidden])");
    await page.goForward();
    await statusIs(page, "1 Kamervraag met kade.");
  });

  onPage("shows hits in pages of ten, each with an address", "zoeken.html?q=brug", async (page) => {
    await statusIs(page, "24 Kamervragen", "starts");
    const eerste = await titles(page).allTextContents();
    await page.click("[data-zoek=bladzijden] >> text='3'");
    await page.waitForFunction("document.querySelectorAll('.treffer').length === 4");
    assert.match(page.url(), /\?q=brug&pagina=3$/);
    await page.reload();
    await page.waitForFunction("document.querySelectorAll('.treffer').length === 4");
    await page.goBack();
    await page.waitForFunction("document.querySelectorAll('.treffer').length === 10");
    assert.deepEqual(await titles(page).allTextContents(), eerste);
  });

  onPage("narrows by facets, a period and an order that stand in the address", "zoeken.html?q=kent", async (page) => {
    await statusIs(page, "24 Kamervragen met kent.");
    await page.click("[data-facet=jaar] label >> text=2070");
    await page.waitForURL(/[?&]jaar=2070/);
    await statusIs(page, "24 Kamervragen met kent, binnen de keuze.");
    await page.goto(`${server.url}zoeken.html?jaar=2071&jaar=2070&volgorde=oudste`);
    await statusIs(page, "25 Kamervragen die aan de keuze voldoen.");
    assert.match((await titles(page).first().getAttribute("href")) ?? "", /2070Z18900/);
    await page.goto(`${server.url}zoeken.html?van=2071-01-01`);
    await statusIs(page, "1 Kamervraag die aan de keuze voldoet", "starts");
    assert.deepEqual(await runAxe(page), []);
  });

  onPage(
    "offers what would find something when nothing was found",
    `zoeken.html?q=${encodeURIComponent('"eenden" "brugwachter"')}`,
    async (page) => {
      await statusIs(page, "Geen enkele Kamervraag met «eenden» én «brugwachter».");
      const tries = page.locator("[data-zoek=niets] li a");
      await tries.first().waitFor();
      assert.deepEqual(await tries.allTextContents(), ["«eenden»", "«brugwachter»"]);
      assert.deepEqual(await runAxe(page), []);
      await tries.first().click();
      await statusIs(page, "1 Kamervraag met “eenden”.");
    },
  );

  onPage(
    "says which word it left out when no Kamervraag has all of them",
    "zoeken.html?q=eenden+brugwachter",
    async (page) => {
      await statusIs(
        page,
        "Geen enkele Kamervraag heeft al deze woorden. Zonder «brugwachter»: 1 Kamervraag met eenden.",
      );
      assert.equal(await titles(page).count(), 1);
      assert.deepEqual(await runAxe(page), []);
    },
  );

  onPage("can be walked with the keyboard", "zoeken.html?q=kade", async (page) => {
    await statusIs(page, "1 Kamervraag met kade.");
    await page.focus("[name=q]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/2071Z00042.html?zoek=kade");
  });

  onPage(
    "fits a narrow screen in every state",
    "zoeken.html?q=brug",
    async (page) => {
      await statusIs(page, "24 Kamervragen", "starts");
      assert.equal(await scrollsSideways(page), false);
      assert.deepEqual(await runAxe(page), []);
    },
    { viewport: { width: 320, height: 600 } },
  );

  onPage(
    "says without scripts that searching needs them, and links the lists",
    "zoeken.html?q=kade",
    async (page) => {
      assert.match((await page.textContent("noscript")) ?? "", /JavaScript/);
      assert.equal(await page.locator("[data-zoek=bladeren] a").first().isVisible(), true);
    },
    { javaScriptEnabled: false },
  );

  it("says in Dutch that the index is missing, and links the lists", async (test) => {
    const browser = await shared.get(test);
    if (!browser) return;
    const other = await mkdtemp(join(tmpdir(), "archief-zonder-index-"));
    const bare = await startTestServer(await buildZoeksite(other, OVERIGE, { hasIndex: false }));
    const { page, context } = await openPage(browser, `${bare.url}zoeken.html?q=kade`);
    try {
      await statusIs(page, "Zoeken lukt nu niet");
      assert.equal(await page.locator("[data-zoek=fout]").isVisible(), true);
      assert.match((await page.locator("[data-zoek=fout] a").first().getAttribute("href")) ?? "", /\?q=kade$/);
      assert.deepEqual(await runAxe(page), []);
    } finally {
      await context.close();
      await bare.close();
      await rm(other, { recursive: true });
    }
  });

  it("says from disk that a server is needed, without a failed request", async (test) => {
    const browser = await shared.get(test);
    if (!browser) return;
    const { page, context, errors } = await openPage(browser, `file://${join(site, "zoeken.html")}?q=kade`);
    try {
      await page.waitForSelector("[data-zoek=bestand]:not([hidden])");
      assert.equal(await page.locator("[data-zoek=bladeren] a").first().isVisible(), true);
      assert.deepEqual([...errors], []);
      assert.deepEqual(await runAxe(page), []);
    } finally {
      await context.close();
    }
  });
});

function titles(page: Page) {
  return page.locator(".treffer__titel a");
}

/** Waits until the status line says this; it is what a screen reader hears. */
async function statusIs(page: Page, expected: string, how: "is" | "starts" = "is"): Promise<void> {
  const test = how === "is" ? "===" : ".startsWith";
  const said = "document.querySelector('[data-zoek=stand]').textContent";
  const condition =
    how === "is" ? `${said} ${test} ${JSON.stringify(expected)}` : `${said}${test}(${JSON.stringify(expected)})`;
  await page.waitForFunction(condition, undefined, { timeout: 10_000 }).catch(async (cause: unknown) => {
    throw new assert.AssertionError({
      actual: await page.textContent("[data-zoek=stand]"),
      expected,
      message: String(cause),
    });
  });
}
