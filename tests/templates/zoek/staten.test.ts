/** The search page alone, with a stand-in engine: every state with axe, wide and narrow, and what one can do with it. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { runAxe, scrollsSideways, shareBrowser } from "../../hulp/browser.ts";
import { bundleNepscript } from "../../hulp/nepbundel.ts";
import type { Nepdocument, Nepstand } from "../../hulp/nepmachine.ts";
import { startTestServer, type TestServer } from "../../hulp/server.ts";
import { buildZoeksite } from "../../hulp/zoeksite.ts";

const FRACTIES = ["Fractie A", "Fractie B", "Fractie C"] as const;

/** 130 about bridges, one each day, by 120 people of three fracties; each fifth is also about a quay. */
const DOCUMENTEN: readonly Nepdocument[] = Array.from({ length: 130 }, (_, index) => {
  const fractie = FRACTIES[index % 3] ?? FRACTIES[0];
  const jaar = String(2068 + Math.floor(index / 50));
  const ingediend = `${jaar}-0${1 + (index % 9)}-${String(1 + (index % 28)).padStart(2, "0")}`;
  const naam = `Lid Number${index % 120}`;
  return {
    adres: `kamervraag/${jaar}/${jaar}Z${String(index).padStart(5, "0")}.html`,
    titel: `De brug over de Verzonnen Vliet, deel ${index}`,
    ingediend,
    dagen: (index * 7) % 60,
    feiten: {
      ingediend,
      indiener: `${naam} (${fractie})`,
      status: index % 2 === 0 ? "beantwoord" : "wacht op antwoord",
    },
    delen: [
      { anker: "vraag-1", kop: "1", tekst: `Kent u het bericht over de brug${index % 5 === 0 ? " en de kade" : ""}?` },
      { anker: "antwoord-1", kop: "Antwoord 1", tekst: "Ja, dat bericht over bruggen is bekend." },
    ],
    facetten: {
      staat: index % 2 === 0 ? { beantwoord: "beantwoord" } : { open: "wacht op antwoord" },
      jaar: { [jaar]: jaar },
      fractie: { [fractie.toLowerCase().replace(" ", "-")]: fractie },
      indiener: { [`number${index % 120}`]: naam },
      onderwerp: index % 4 === 0 ? { verkeer: "verkeer", water: "water" } : { verkeer: "verkeer" },
    },
  };
});
const STAND: Nepstand = { functiewoorden: ["de"], onder: { water: "verkeer" } };
const BREED = { width: 1280, height: 900 };
const SMAL = { width: 320, height: 700 };

/** Notes what the page shows at the very moment at which it first says to be done. */
const NOTE_RUST = `new MutationObserver(() => {
  const pagina = document.querySelector("[data-zoekpagina]");
  if (pagina?.dataset.bezig !== "nee") return;
  const tel = (selector) => pagina.querySelectorAll(selector).length;
  globalThis.eersteRust ??= [pagina.dataset.staat, tel(".treffer"), tel("[data-facet=fractie] input"), tel("[data-poging]")].join(" ");
}).observe(document, { subtree: true, attributeFilter: ["data-bezig"] });`;

describe("the search page in all its states", { concurrency: 2 }, () => {
  let folder = "";
  let server: TestServer;
  const shared = shareBrowser();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "archief-zoekstaten-"));
    const kort = {
      sleutel: "2070Z00001",
      titel: "De brug",
      ingediend: "2070-01-01",
      teksten: [["Kent u de brug?"]],
    } as const;
    const site = await buildZoeksite(folder, [kort], { hasIndex: false });
    await writeFile(join(site, "assets/zoek.js"), await bundleNepscript());
    server = await startTestServer(site);
  });
  after(async () => {
    await shared.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  async function withPage(
    test: TestContext,
    address: string,
    look: (page: Page) => Promise<void>,
    { stand = {}, viewport = BREED, vooraf = "" }: { stand?: Nepstand; viewport?: typeof BREED; vooraf?: string } = {},
  ): Promise<void> {
    const browser = await shared.get(test);
    if (!browser) return;
    const context = await browser.newContext({ locale: "nl-NL", viewport });
    const errors: string[] = [];
    try {
      const gegevens = JSON.stringify({ nepdocumenten: DOCUMENTEN, nepstand: { ...STAND, ...stand } });
      await context.addInitScript(`Object.assign(globalThis, ${gegevens});${vooraf}`);
      const page = await context.newPage();
      page.on("pageerror", ({ message }) => errors.push(message));
      await page.goto(new URL(address, server.url).href);
      await look(page);
      assert.deepEqual(errors, []);
    } finally {
      await context.close();
    }
  }

  const STATEN: readonly (readonly [
    naam: string,
    adres: string,
    doe: (page: Page) => Promise<void>,
    stand?: Nepstand,
  ])[] = [
    ["empty", "zoeken.html", (page) => waitFor(page, "!document.querySelector('[data-zoek=leeg]').hidden")],
    [
      "typing",
      "zoeken.html",
      async (page) => {
        await page.fill("[name=q]", "br");
        await statusStarts(page, "Typ door");
      },
    ],
    ["results", "zoeken.html?q=de+brug&pagina=3", (page) => statusStarts(page, "130 Kamervragen")],
    [
      "no results",
      "zoeken.html?q=kade+xyzzy&fractie=fractie-a",
      async (page) => {
        await statusStarts(page, "Geen enkele Kamervraag met «kade» én «xyzzy», binnen de keuze.");
        await page.waitForSelector("[data-poging]");
      },
    ],
    [
      "facets open and chosen",
      "zoeken.html?q=brug&fractie=fractie-a&jaar=2068&van=2068-01-01&tot=2068-12-31&volgorde=oudste",
      async (page) => {
        await statusStarts(page, "17 Kamervragen");
        if ((page.viewportSize()?.width ?? 0) < 896) await page.click(".verfijnen__kop");
        await page.waitForSelector("[data-facet=fractie] input:checked", { state: "attached" });
        await page.evaluate("for (const facet of document.querySelectorAll('.verfijnen details')) facet.open = true");
        await page.click("[data-facet=indiener] .facet__alle");
      },
    ],
    [
      "a broken index",
      "zoeken.html?q=brug",
      async (page) => {
        await statusStarts(page, "Zoeken lukt nu niet");
        assert.match((await page.textContent("[data-zoek=foutbestand]")) ?? "", /index\/weg\.pf_index/);
      },
      { zoekfout: "index/weg.pf_index: 404" },
    ],
    [
      "a broken table of facets",
      "zoeken.html?q=brug",
      async (page) => {
        await statusStarts(page, "130 Kamervragen");
        if ((page.viewportSize()?.width ?? 0) < 896) await page.click(".verfijnen__kop");
        await page.waitForSelector("[data-zoek=telfout]:not([hidden])");
      },
      { telfout: "facetten: 404" },
    ],
    [
      "an address with faults",
      "zoeken.html?q=brug&van=gisteren&fractie=niemand&pagina=99",
      async (page) => {
        await statusStarts(page, "130 Kamervragen met brug");
        await waitFor(page, "document.querySelector('[data-zoek=adresfout]').textContent.includes('niemand')");
        const gezegd = (await page.textContent("[data-zoek=adresfout]")) ?? "";
        assert.match(gezegd, /eerste dag «gisteren», fractie «niemand»/);
        await waitFor(page, "!location.search.includes('niemand')");
      },
    ],
  ];
  for (const [naam, adres, doe, stand = {}] of STATEN) {
    for (const viewport of [BREED, SMAL]) {
      it(`has no axe findings: ${naam}, ${viewport.width} px`, (test) =>
        withPage(
          test,
          adres,
          async (page) => {
            await doe(page);
            assert.deepEqual(await runAxe(page), []);
            assert.equal(await scrollsSideways(page), false);
          },
          { stand, viewport },
        ));
    }
  }

  it("says after a while that it is busy, and the hits come before the counts", (test) =>
    withPage(
      test,
      "zoeken.html?q=brug",
      async (page) => {
        await statusStarts(page, "Bezig");
        await statusStarts(page, "130 Kamervragen");
        assert.equal(await page.locator("[data-facet=fractie][data-leeg]").count(), 1);
        await page.waitForSelector("[data-facet=fractie] input");
      },
      { stand: { wacht: 700 } },
    ));

  it("takes values of one facet together and those of several as a narrowing, and keeps the focus on what was ticked", (test) =>
    withPage(test, "zoeken.html?q=kade", async (page) => {
      await statusStarts(page, "26 Kamervragen");
      for (const [waarde, facet, expected] of [
        ["fractie-a", "fractie", 9],
        ["fractie-b", "fractie", 17],
        ["2068", "jaar", 7],
      ] as const) {
        await page.check(`[data-facet=${facet}] input[value="${waarde}"]`);
        await statusStarts(page, `${expected} Kamervragen met kade`);
        assert.equal(await page.evaluate("document.activeElement.value"), waarde);
      }
      await waitFor(page, "location.search === '?q=kade&jaar=2068&fractie=fractie-a&fractie=fractie-b'");
      assert.deepEqual(await chips(page), ["Jaar van indienen: 2068", "Fractie: Fractie A", "Fractie: Fractie B"]);
      await page.goBack();
      await statusStarts(page, "17 Kamervragen");
      await waitFor(page, "!document.querySelector('[data-facet=jaar] input:checked')");
      await page.goForward();
      await statusStarts(page, "7 Kamervragen");
    }));

  it("lets go of choices one by one and all at once, with the focus on what is left", (test) =>
    withPage(test, "zoeken.html?q=kade&fractie=fractie-a&jaar=2068", async (page) => {
      await waitFor(page, "document.querySelector('[data-zoek=keuzes]').textContent.includes('Fractie A')");
      await page.click("[data-zoek=keuzes] [data-keuze] >> nth=0");
      await statusStarts(page, "9 Kamervragen");
      assert.match(String(await page.evaluate("document.activeElement.textContent")), /^Fractie: Fractie A/);
      await page.click("[data-zoek=wissen]");
      await statusStarts(page, "26 Kamervragen met kade.");
      assert.equal(await page.evaluate("location.search"), "?q=kade");
      assert.equal(await page.evaluate("document.activeElement.name"), "q");
    }));

  it("finds a name among many as it is typed, by keyboard alone", (test) =>
    withPage(test, "zoeken.html?q=brug", async (page) => {
      await page.waitForSelector("[data-facet=indiener] input[type=checkbox]");
      assert.equal(await page.textContent("[data-facet=indiener] .facet__alle"), "Toon alle 120");
      await page.focus("#filter-indiener");
      await page.keyboard.type("number117");
      await waitFor(page, "document.querySelectorAll('[data-facet=indiener] input[type=checkbox]').length === 1");
      assert.equal(await page.textContent("[data-facet=indiener] [role=status]"), "1 naam");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Space");
      await statusStarts(page, "1 Kamervraag met brug");
      assert.match(page.url(), /indiener=number117/);
      await page.fill("#filter-indiener", "zzz");
      await waitFor(
        page,
        "document.querySelector('[data-facet=indiener] .facet__melding').textContent.includes('zzz')",
      );
    }));

  it("shows all names without holding up the page", (test) =>
    withPage(test, "zoeken.html?q=brug", async (page) => {
      await page.waitForSelector("[data-facet=indiener] input[type=checkbox]");
      // Counted, not timed: what is put in between two turns of the page.
      await page.evaluate(
        "new MutationObserver((lijst) => { const erbij = lijst.reduce((som, { addedNodes }) => som + addedNodes.length, 0); globalThis.beurten = [...(globalThis.beurten ?? []), erbij]; }).observe(document.querySelector('[data-facet=indiener] .facet__waarden'), { childList: true })",
      );
      await page.click("[data-facet=indiener] .facet__alle");
      await waitFor(page, "document.querySelectorAll('[data-facet=indiener] input[type=checkbox]').length === 120");
      assert.equal(await page.textContent("[data-facet=indiener] .facet__alle"), "Toon minder");
      const beurten = await page.evaluate<number[]>("globalThis.beurten");
      assert.deepEqual(beurten, [50, 50, 20]);
    }));

  it("goes from page to page by links, and comes back to where one was", (test) =>
    withPage(test, "zoeken.html?q=brug", async (page) => {
      await statusStarts(page, "130 Kamervragen");
      await page.click("[rel=next]");
      await waitFor(page, "document.querySelector('.nummers [aria-current]').textContent === '2'");
      assert.match(page.url(), /pagina=2$/);
      assert.equal(await page.title(), "brug, bladzijde 2 - Zoeken - Kamervragen-archief");
      assert.equal(await page.evaluate("document.activeElement.dataset.zoek"), "treffers");
      await page.evaluate("scrollTo(0, 600)");
      await page.waitForTimeout(400);
      await page.click("[rel=next]");
      await waitFor(page, "document.querySelector('.nummers [aria-current]').textContent === '3'");
      await page.goBack();
      await waitFor(page, "document.querySelector('.nummers [aria-current]').textContent === '2'");
      await waitFor(page, "scrollY > 300");
    }));

  it("sets a period by its days and by a year, and says when they lie the wrong way round", (test) =>
    withPage(test, "zoeken.html?q=brug", async (page) => {
      await page.waitForSelector("[data-zoek=jaren] a");
      await page.click("[data-zoek=jaren] a >> text=2069");
      await statusStarts(page, "50 Kamervragen");
      assert.deepEqual(await chips(page), ["Ingediend in 2069"]);
      assert.equal(await page.inputValue("[data-zoek=van]"), "2069-01-01");
      await page.fill("[data-zoek=van]", "2070-01-01");
      await waitFor(page, "document.querySelector('[data-zoek=adresfout]').textContent.startsWith('De eerste dag')");
      await page.fill("[data-zoek=van]", "");
      await statusStarts(page, "100 Kamervragen");
      assert.match(page.url(), /\?q=brug&tot=2069-12-31$/);
    }));

  it("browses without words, newest first, and sorts by links", (test) =>
    withPage(test, "zoeken.html", async (page) => {
      await page.click("text=Blader door alle Kamervragen");
      await statusStarts(page, "130 Kamervragen in het archief.");
      assert.equal(await page.locator("[data-volgorde=relevantie]").isVisible(), false);
      await page.click("[data-volgorde=antwoordtijd]");
      await waitFor(page, "location.search === '?volgorde=antwoordtijd'");
      assert.equal(await page.getAttribute("[data-volgorde=antwoordtijd]", "aria-current"), "true");
      assert.equal(await page.evaluate("document.activeElement.dataset.volgorde"), "antwoordtijd");
    }));

  it("offers what resembles an unknown word, as links with their counts", (test) =>
    withPage(test, "zoeken.html?q=bruk", async (page) => {
      await statusStarts(page, "Geen enkele Kamervraag met «bruk».");
      assert.match((await page.textContent("[data-zoek=onbekend]")) ?? "", /«bruk»/);
      assert.equal(
        await page.textContent("[data-poging]"),
        "Lijkt op «bruk»: brug (130 Kamervragen), bruggen (130 Kamervragen)",
      );
      await page.click("[data-poging] a >> nth=0");
      await statusStarts(page, "130 Kamervragen met brug");
    }));

  it("opens the drawer on a narrow page, and leads back to the hits", (test) =>
    withPage(
      test,
      "zoeken.html?q=brug",
      async (page) => {
        await statusStarts(page, "130 Kamervragen");
        assert.equal(await page.locator("[data-facet=fractie]").isVisible(), false);
        await page.click(".verfijnen__kop");
        await page.click("[data-facet=fractie] > summary");
        await page.check("[data-facet=fractie] input[value=fractie-c]");
        await statusStarts(page, "43 Kamervragen");
        assert.equal(await page.textContent(".verfijnen__kop"), "Verfijnen: 1 gekozen");
        await page.click("text=Toon de treffers");
        assert.equal(await page.locator("[data-facet=fractie]").isVisible(), false);
        assert.equal(await page.evaluate("document.activeElement.dataset.zoek"), "treffers");
      },
      { viewport: SMAL },
    ));

  for (const [wat, adres, verwacht, stand] of [
    ["hits and counts", "zoeken.html?q=brug", "treffers 10 3 0", {}],
    ["proposals, each tried out", "zoeken.html?q=kade+bruf", "niets 0 0 2", {}],
    ["names of values that an address holds", "zoeken.html?q=brug&fractie=geen-fractie", "treffers 10 3 0", {}],
    ["the last page, where one beyond it was asked", "zoeken.html?q=brug&pagina=99", "treffers 10 3 0", {}],
    ["counts without a question", "zoeken.html", "leeg 0 3 0", {}],
    ["what went wrong", "zoeken.html?q=brug", "fout 0 0 0", { zoekfout: "stuk" }],
  ] as const) {
    it(`is not done before these are there: ${wat}`, (test) =>
      withPage(
        test,
        adres,
        async (page) => {
          const gezien = await page.waitForFunction("globalThis.eersteRust");
          assert.equal(await gezien.jsonValue(), verwacht);
        },
        { stand: { wacht: 50, ...stand }, vooraf: NOTE_RUST },
      ));
  }

  it("prints the question, the choices, the date of the archive and the addresses, and no form", (test) =>
    withPage(test, "zoeken.html?q=kade&fractie=fractie-a", async (page) => {
      await waitFor(page, "document.querySelector('[data-zoek=keuzes]').textContent.includes('Fractie A')");
      await page.emulateMedia({ media: "print" });
      const gedrukt = String(await page.evaluate("document.querySelector('main').innerText"));
      for (const deel of [
        "9 Kamervragen met kade",
        "Fractie: Fractie A",
        "Gezocht: kade",
        "Stand van het archief: ",
        "Z00120.html",
      ]) {
        assert.ok(gedrukt.includes(deel), `${deel} is not on paper:\n${gedrukt}`);
      }
      assert.doesNotMatch(gedrukt, /Eerste dag|Volgende|Alles wissen|Woorden, naam/);
    }));
});

async function chips(page: Page): Promise<readonly string[]> {
  const teksten = await page.locator("[data-keuze]").allTextContents();
  return teksten.map((tekst) => tekst.replace(/ weghalen×$/, ""));
}

async function waitFor(page: Page, condition: string): Promise<void> {
  await page.waitForFunction(condition, undefined, { timeout: 10_000 });
}

/** Waits until the status line begins with this; it is what a screen reader hears. */
async function statusStarts(page: Page, expected: string): Promise<void> {
  const said = "document.querySelector('[data-zoek=stand]').textContent";
  await waitFor(page, `${said}.startsWith(${JSON.stringify(expected)})`).catch(async (cause: unknown) => {
    throw new assert.AssertionError({
      actual: await page.textContent("[data-zoek=stand]"),
      expected,
      message: String(cause),
    });
  });
}
