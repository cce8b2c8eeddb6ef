import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { openPage, runAxe, shareBrowser } from "../../hulp/browser.ts";
import { buildZoeksite } from "../../hulp/zoeksite.ts";

const LANG = Array.from(
  { length: 128 },
  (_, index) =>
    [
      `Kent u het bericht over brug ${index}, en over de *coördinatie* van de kade?`,
      `Ja. De brug is bekend, de kade ook. Zie \\<b\\>brug\\</b\\> en Kamerstuk 36 200, nr. ${index}.`,
    ] as const,
);

describe("marking on the page reached", () => {
  let folder = "";
  let adres = "";
  const shared = shareBrowser();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "archief-markering-"));
    const site = await buildZoeksite(
      folder,
      [{ sleutel: "2070Z00128", titel: "De brug", ingediend: "2070-01-01", beantwoord: "2070-01-20", teksten: LANG }],
      { hasIndex: false },
    );
    // From disk, as in the offline bundle: over http it is the same.
    adres = pathToFileURL(join(site, "kamervraag/2070/2070Z00128.html")).href;
  });
  after(async () => {
    await shared.close();
    await rm(folder, { recursive: true });
  });

  function onPage(name: string, deel: string, look: (page: Page) => Promise<void>): void {
    it(name, async (test: TestContext) => {
      const browser = await shared.get(test);
      if (!browser) return;
      const { page, context, errors } = await openPage(browser, adres + deel);
      try {
        await look(page);
        assert.deepEqual([...errors], []);
      } finally {
        await context.close();
      }
    });
  }

  onPage(
    "marks the words wherever they stand, and stays at the anchor",
    "?zoek=brug+coordinatie#antwoord-90",
    async (page) => {
      await page.waitForFunction("document.querySelectorAll('mark').length === 128 * 4 + 1");
      assert.deepEqual(
        await page.evaluate(
          "[...new Set([...document.querySelectorAll('mark')].map((mark) => mark.textContent))].sort()",
        ),
        ["brug", "coördinatie"],
      );
      const top = Number(await page.evaluate("document.getElementById('antwoord-90').getBoundingClientRect().top"));
      assert.ok(top >= 0 && top < 300, `the anchor is at ${top} px`);
      assert.equal(
        await page
          .locator("main b")
          .filter({ hasText: /^brug$/ })
          .count(),
        0,
      );
    },
  );

  onPage("has no axe findings while words are marked", "?zoek=brug", async (page) => {
    await page.waitForSelector(".markering:not([hidden])");
    assert.deepEqual(await runAxe(page), []);
  });

  onPage(
    "takes the marks away and leaves the text and the address as they were",
    "?zoek=brug#vraag-2",
    async (page) => {
      await page.waitForSelector("mark");
      await page.click(".markering__weg");
      assert.equal(await page.locator("mark").count(), 0);
      assert.match(page.url(), /2070Z00128\.html#vraag-2$/);
      const tekst = await page.textContent("main");
      await page.goto(adres);
      assert.equal(tekst, await page.textContent("main"));
      assert.equal(await page.locator(".markering").isVisible(), false);
    },
  );

  for (const deel of [
    "",
    "?zoek=",
    "?zoek=%00%FF",
    "?zoek=.*+(+[",
    "?zoek=%3Cimg+src=x+onerror=alert(1)%3E",
    "?zoek=nietaanwezig#%",
    `?zoek=${"a+".repeat(2_000)}`,
  ]) {
    onPage(`does nothing for "${deel.slice(0, 24)}"`, deel, async (page) => {
      await page.waitForTimeout(100);
      assert.equal(await page.locator("mark").count(), 0);
      assert.equal(await page.locator(".markering").isVisible(), false);
      assert.equal(await page.locator("main img").count(), 0);
    });
  }

  onPage("is marked in pieces, so that nothing is held up", "", async (page) => {
    // Counted, not timed: by this clock every look at it takes 5 ms, so that a piece of 20 ms holds a few texts only.
    await page.addInitScript(
      "let nu = 0; performance.now = () => (nu += 5); globalThis.beurten = []; new MutationObserver((lijst) => { const teksten = new Set(lijst.filter(({ addedNodes }) => [...addedNodes].some((node) => node.nodeName === 'MARK')).map(({ target }) => target)); if (teksten.size > 0) globalThis.beurten.push(teksten.size); }).observe(document, { childList: true, subtree: true })",
    );
    await page.goto(`${adres}?zoek=de+brug+kade`);
    await page.waitForFunction("globalThis.beurten.length >= 3");
    const beurten = await page.evaluate<number[]>("globalThis.beurten");
    assert.ok(Math.max(...beurten) <= 5, beurten.join());
  });
});
