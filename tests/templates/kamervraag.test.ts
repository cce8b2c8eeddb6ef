/** How a Kamervraag reads in a real browser and on paper: its table of contents, its sheets, its account of itself. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { buildSite } from "../../scripts/build/site.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { laadPdf } from "../../src/sources/pdf/laad.ts";
import { openPage, runAxe, scrollsSideways, shareBrowser } from "../hulp/browser.ts";
import { toKamervraag, writeInhoud } from "../hulp/kamervragen.ts";
import { checkLinks } from "../hulp/links.ts";
import { startTestServer, type TestServer } from "../hulp/server.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const ZIN = "De griffier schreef in het dikke boek dat de lampen van de leeszaal na zonsondergang blijven branden. ";

/** Every vraag ends and every antwoord begins with a word of its own, to see where they come on paper. */
const teksten = (aantal: number, lengte: number) =>
  Array.from({ length: aantal }, (_, index) => {
    const nummer = index + 1;
    return [
      `${ZIN.repeat(1 + (index % 3))}Klopt dat, slotvraag${nummer}x?`,
      `Begin${nummer}x. ${ZIN.repeat(1 + ((index * 7) % lengte))}`,
    ] as const;
  });

const lang = toKamervraag({
  sleutel: "2099Z00020",
  titel:
    'De lampen van de "leeszaal" en wat er verder over de avonden in het archief te zeggen valt, voor zover bekend',
  ingediend: "2099-03-01",
  beantwoord: "2099-03-20",
  indiener: "Jan van Voorbeeld",
  teksten: teksten(20, 12),
});
const heelLang = toKamervraag({
  sleutel: "2099Z00128",
  titel: "Honderdachtentwintig vragen",
  ingediend: "2099-03-02",
  teksten: teksten(128, 1),
});
const kort = toKamervraag({
  sleutel: "2099Z00005",
  titel: "Een handvol vragen",
  ingediend: "2099-03-03",
  beantwoord: "2099-03-04",
  teksten: teksten(5, 1),
});
const kolommen = Array.from({ length: 12 }, (_, index) => `kolom ${index + 1}`);
const rij = (cellen: readonly string[]) => `| ${cellen.join(" | ")} |`;
const tabel: Kamervraag = toKamervraag({
  sleutel: "2099Z00012",
  titel: "Een brede tabel",
  ingediend: "2099-03-05",
  beantwoord: "2099-03-06",
  teksten: [
    [
      "Kunt u dit in een tabel zetten?",
      [
        rij(kolommen),
        rij(kolommen.map(() => "---")),
        rij(kolommen.map(() => "verzamelbedrag")),
        rij(kolommen.map(() => "1.000.000")),
      ].join("\n"),
    ],
  ],
});

describe("a Kamervraag in a browser", () => {
  const browsers = shareBrowser();
  const folder = mkdtempSync(join(tmpdir(), "kamervragen-lezen-"));
  const site = join(folder, "site");
  let server: TestServer;

  before(async () => {
    await writeInhoud(join(folder, "inhoud"), [lang, heelLang, kort, tabel]);
    await buildSite({
      inhoud: join(folder, "inhoud"),
      uit: site,
      projectRoot: ROOT,
      meldadres: "mailto:fout@voorbeeld.nl",
    });
    server = await startTestServer(site);
  });
  after(async () => {
    await browsers.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (
    test: TestContext,
    { sleutel }: Kamervraag,
    width: number,
    look: (page: Page) => Promise<void>,
    options: { readonly javaScriptEnabled?: boolean } = {},
  ) => {
    const browser = await browsers.get(test);
    if (!browser) return;
    const viewport = { width, height: 900 };
    const { page, context, outside, errors } = await openPage(browser, `${server.url}kamervraag/2099/${sleutel}.html`, {
      viewport,
      ...options,
    });
    try {
      await look(page);
      assert.deepEqual([...outside], []);
      assert.deepEqual([...errors], []);
    } finally {
      await context.close();
    }
  };
  const huidige = (page: Page) =>
    page
      .locator(".inhoudsopgave [aria-current=location]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const wordtHuidig = async (page: Page, href: string | undefined) => {
    const wanted = JSON.stringify(href === undefined ? [] : [href]);
    await page.waitForFunction(
      `JSON.stringify([...document.querySelectorAll(".inhoudsopgave [aria-current=location]")].map((a) => a.getAttribute("href"))) === ${JSON.stringify(wanted)}`,
      undefined,
      { timeout: 5000 },
    );
  };

  it("leads from every line of the table of contents to a heading", async () => {
    assert.deepEqual((await checkLinks(site)).faults, []);
  });

  it("leads to the operator's address from every account and from the page on completeness", async (test) => {
    await open(test, kort, 1024, async (page) => {
      const href = await page.locator('.trouw a[href^="mailto:"]').getAttribute("href");
      assert.match(
        href ?? "",
        /^mailto:fout@voorbeeld\.nl\?subject=[^&]*2099Z00005&body=.*kamervraag%2F2099%2F2099Z00005\.html/,
      );
      await page.goto(`${server.url}volledigheid.html`);
      assert.equal(await page.locator('a[href="mailto:fout@voorbeeld.nl"]').count(), 1);
    });
  });

  for (const width of [1440, 1024, 390]) {
    it(`marks where the reader is, at ${width} px: nowhere, at a vraag, at the next, past the last`, async (test) => {
      await open(test, lang, width, async (page) => {
        await wordtHuidig(page, undefined);
        await page.locator('.inhoudsopgave a[href="#vraag-7"]').click();
        await wordtHuidig(page, "#vraag-7");
        assert.equal(new URL(page.url()).hash, "#vraag-7");
        await page.locator("#vraag-12").evaluate((kop) => kop.scrollIntoView());
        await wordtHuidig(page, "#vraag-12");
        await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
        await wordtHuidig(page, undefined);
      });
    });
  }

  it("keeps the marked line in sight inside a long table of contents", async (test) => {
    for (const width of [1440, 390]) {
      await open(test, heelLang, width, async (page) => {
        await page.locator("#vraag-100").evaluate((kop) => kop.scrollIntoView());
        await wordtHuidig(page, "#vraag-100");
        const isSeen = `(() => { const kader = document.querySelector(".inhoudsopgave > div").getBoundingClientRect();
          const { left, right, top, bottom } = document.querySelector(".inhoudsopgave [aria-current]").getBoundingClientRect();
          return left >= kader.left - 1 && right <= kader.right + 1 && top >= kader.top - 1 && bottom <= kader.bottom + 1 && top >= 0 && bottom <= innerHeight; })()`;
        assert.equal(await page.evaluate(isSeen), true, `at ${width} px`);
      });
    }
  });

  it("moves nothing when the mark comes and goes", async (test) => {
    for (const width of [1440, 1024, 390]) {
      await open(test, lang, width, async (page) => {
        const measure = () =>
          page
            .locator(".inhoudsopgave a, .vraag")
            .evaluateAll((all) => all.map((one) => [one.clientWidth, one.clientHeight].join("×")));
        const before = await measure();
        await page.locator("#vraag-9").evaluate((kop) => kop.scrollIntoView());
        await wordtHuidig(page, "#vraag-9");
        assert.deepEqual(await measure(), before);
      });
    }
  });

  it("does not push the text away on narrow screens, however many vragen there are", async (test) => {
    for (const width of [320, 390, 768, 1024]) {
      await open(test, heelLang, width, async (page) => {
        const { height = Number.NaN } = (await page.locator(".inhoudsopgave").boundingBox()) ?? {};
        assert.ok(height <= 48, `${height} px high at ${width} px`);
        assert.equal(await scrollsSideways(page), false);
      });
    }
  });

  it("never covers the heading that a link leads to", async (test) => {
    for (const width of [1440, 1024, 390]) {
      await open(test, lang, width, async (page) => {
        await page.locator('.inhoudsopgave a[href="#vraag-5"]').click();
        const isClear = `(() => { const { left, top, width } = document.querySelector("#vraag-5").getBoundingClientRect();
          const found = document.elementFromPoint(left + Math.min(width, 20) / 2, top + 8); return !!found?.closest(".vraag"); })()`;
        assert.equal(await page.evaluate(isClear), true, `at ${width} px`);
      });
    }
  });

  it("is whole without scripts: every line is there and leads on", async (test) => {
    await open(
      test,
      lang,
      1440,
      async (page) => {
        await page.locator('.inhoudsopgave a[href="#vraag-7"]').click();
        assert.equal(new URL(page.url()).hash, "#vraag-7");
        assert.equal(await page.locator(".inhoudsopgave a:visible").count(), 20);
        assert.equal((await page.locator(".trouw :visible").count()) > 5, true);
      },
      { javaScriptEnabled: false },
    );
  });

  it("has no table of contents for a handful of vragen", async (test) => {
    await open(test, kort, 1440, async (page) => {
      assert.equal(await page.locator(".inhoudsopgave").count(), 0);
      assert.deepEqual(await huidige(page), []);
    });
  });

  it("has no fault that axe finds, with the table of contents in the margin and above the text", async (test) => {
    for (const width of [1440, 1024, 390]) {
      await open(test, lang, width, async (page) => {
        await page.locator("#vraag-3").evaluate((kop) => kop.scrollIntoView());
        await wordtHuidig(page, "#vraag-3");
        assert.deepEqual(await runAxe(page), [], `at ${width} px`);
      });
    }
  });

  it("prints every vraag with the beginning of its antwoord, its name and number on each sheet", async (test) => {
    await open(test, lang, 1440, async (page) => {
      const bladen = await toBladen(page);
      assert.ok(bladen.length > 3, `${bladen.length} sheets`);
      const bladOf = (word: string) => bladen.findIndex((tekst) => tekst.includes(word));
      for (let nummer = 1; nummer <= 20; nummer += 1) {
        assert.notEqual(bladOf(`Begin${nummer}x`), -1);
        assert.equal(
          bladOf(`slotvraag${nummer}x`),
          bladOf(`Begin${nummer}x`),
          `vraag ${nummer} is cut off from its antwoord`,
        );
      }
      for (const [rank, tekst] of bladen.entries()) {
        assert.ok(tekst.includes(`${rank + 1}/${bladen.length}`), `no number on sheet ${rank + 1}`);
        assert.equal(
          tekst.includes('Kamervraag2099Z00020:Delampenvande"leeszaal"'),
          rank > 0,
          `head of sheet ${rank + 1}`,
        );
      }
      assert.ok(bladen.at(-1)?.includes("SHA-256"), "the account stands at the end");
      assert.ok(!bladen.join("").includes("Naarvraag"), "the table of contents is not printed");
      assert.ok(!bladen.join("").includes("Kopieerverwijzing"));
    });
  });

  it("prints a table of twelve columns within the sheet, and without colours", async (test) => {
    await open(test, tabel, 1440, async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await page.setViewportSize({ width: 642, height: 970 }); // A4 less its margins
      assert.equal(await scrollsSideways(page), false);
      const { width = Number.NaN } = (await page.locator(".tabel").boundingBox()) ?? {};
      assert.ok(width <= 642, `${width} px wide`);
      assert.deepEqual(
        await page.evaluate(
          "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]",
        ),
        ["rgb(0, 0, 0)", "rgb(255, 255, 255)"],
      );
    });
  });
});

/** The text of every printed sheet, without white space. */
async function toBladen(page: Page): Promise<readonly string[]> {
  const geladen = await laadPdf(await page.pdf({ preferCSSPageSize: true }));
  assert.ok("bladen" in geladen);
  return geladen.bladen.map(({ runs }) =>
    runs
      .map(({ tekst }) => tekst)
      .join("")
      .replace(/\s+/g, ""),
  );
}
