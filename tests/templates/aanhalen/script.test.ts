/** The copy buttons in a real browser: from the keyboard, said out loud, and where nothing can be copied. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { buildSite } from "../../../scripts/build/site.ts";
import { ankersOf } from "../../../src/model/anker.ts";
import { dekkingOf } from "../../../src/model/dekking.ts";
import type { Kamervraag } from "../../../src/model/kamervraag.ts";
import { pathOfSleutel } from "../../../src/model/sleutel.ts";
import { aanhalingVanAntwoord, aanhalingVanVraag } from "../../../src/site/aanhalen/aanhaling.ts";
import { toBibtex } from "../../../src/site/aanhalen/bibtex.ts";
import { toCslJson } from "../../../src/site/aanhalen/csl.ts";
import { toRis } from "../../../src/site/aanhalen/ris.ts";
import { vanPagina } from "../../../src/site/aanhalen/vermelding.ts";
import { openPage, runAxe, scrollsSideways, shareBrowser } from "../../hulp/browser.ts";
import { writeInhoud } from "../../hulp/kamervragen.ts";
import { startTestServer, type TestServer } from "../../hulp/server.ts";
import { antwoord, bron, kamervraag, vraag } from "../../site/voorbeelden.ts";

const PAGINA = "kamervraag/2099/2099Z00001.html";
const CLIPBOARD = "navigator.clipboard.readText()";
const ACTIVE = "document.activeElement?.textContent";
const STATUS = "[...document.querySelectorAll('[role=status]:not([hidden])')].map((one) => one.textContent).join('')";

/** Clicks every button that copies a citation, and gives what it copied by the name of the file or the address of the part. */
const COPY_ALL = `(async () => {
  const gekopieerd = {};
  let laatste;
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async (tekst) => { laatste = tekst; } } });
  for (const knop of document.querySelectorAll("section[aria-labelledby=aanhalen] li button, .kopieer button:first-of-type")) {
    knop.click();
    const deel = knop.closest(".vraag, .antwoord");
    gekopieerd[deel ? "deel " + deel.querySelector("[id]").id : knop.previousElementSibling.textContent] = laatste;
  }
  return gekopieerd;
})()`;

const AH = (nummer: string) =>
  bron(`ah-tk-20982099-${nummer}`, "antwoord", { vergaderjaar: "2098-2099", aanhangselnummer: nummer });
const { beantwoord: _, ...OPEN } = kamervraag({
  sleutel: "2099Z00011",
  status: "open",
  beantwoordDoor: [],
  blokken: [vraag(["1"]), vraag(["2", "3", "4"]), vraag([]), vraag(["5"], "En?", "Vraag 5:")],
  bronnen: [bron("kv-tk-2099Z00011", "vraag")],
});
const { ingediend: __, vraagnummer: ___, ...ZONDER } = kamervraag({ sleutel: "ah-tk-20982099-78" });

const uit = (id: string) => [vraag(["1"]), antwoord(["1"], "Ja.", { bron: id })];

/** What can be told in more ways than one: series, numbers, names, dates, several documents, numbers used again. */
const SOORTEN: readonly Kamervraag[] = [
  kamervraag({ indieners: [{ naam: "J.A. de Verzonnen" }, { naam: "Van Bedacht", fractie: "ABC" }] }),
  OPEN,
  { ...ZONDER, blokken: uit("ah-tk-20982099-78"), bronnen: [AH("78")], onderwerpen: [], indieners: [] },
  kamervraag({
    sleutel: "2099Z00012",
    kamer: "ek",
    titel: "Een titel  met een punt .",
    gerichtAan: [{ naam: "P. Papier" }, { naam: "Minister Fictief", functie: "Minister van Staat" }, {}],
    blokken: uit("ah-ek-1"),
    bronnen: [bron("kv-ek-2099Z00012", "vraag"), bron("ah-ek-1", "antwoord")],
  }),
  kamervraag({ sleutel: "2099Z00013", soort: "mondeling", gerichtAan: [], blokken: [vraag(["1"])], bronnen: [] }),
  kamervraag({
    sleutel: "2099Z00014",
    beantwoord: "2099-12-24",
    blokken: [
      vraag(["1"]),
      antwoord(["1"], "Ja.", { bron: "ah-tk-20982099-80" }),
      vraag(["2"]),
      antwoord(["1", "2"], "Nee.", { bron: "ah-tk-20982099-81" }),
      antwoord([], "Verder niets.", { bron: "ah-tk-20982099-81" }),
    ],
    bronnen: [bron("kv-tk-2099Z00014", "vraag"), AH("80"), AH("81")],
  }),
];

describe("copy buttons", () => {
  const shared = shareBrowser();
  let folder = "";
  let server: TestServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "aanhalen-"));
    const titel = 'Het «"bericht"» & {meer}';
    await writeInhoud(join(folder, "inhoud"), [kamervraag({ titel })]);
    await buildSite({ inhoud: join(folder, "inhoud"), uit: join(folder, "uit"), peildatum: "2099-12-01" });
    await writeInhoud(join(folder, "soorten"), SOORTEN);
    server = await startTestServer(join(folder, "uit"));
  });
  after(async () => {
    await shared.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("copy citation, address and entry from the keyboard, and say so", async (test) => {
    const browser = await shared.get(test);
    if (!browser) return;
    const { page, context, errors, outside } = await openPage(browser, `${server.url}${PAGINA}`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const press = async (name: string, rank = 0) => {
      await page.getByRole("button", { name, exact: true }).nth(rank).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(`${STATUS} === "${name.replace(/^\w+ (?:verwijzing |adres )?/, "")}: gekopieerd."`);
      const said = await page.evaluate(STATUS);
      const copied = await page.evaluate(CLIPBOARD);
      return { said: String(said), copied: String(copied) };
    };
    const kort = await press("Kopieer Juridisch");
    assert.deepEqual(kort, { said: "Juridisch: gekopieerd.", copied: "Aanhangsel Handelingen II 2098/99, nr. 77" });
    assert.equal(
      (await press("kopieer verwijzing Antwoord 2")).copied,
      "Aanhangsel Handelingen II 2098/99, nr. 77, antwoord op vraag 2",
    );
    assert.equal((await press("kopieer adres Antwoord 2")).copied, `${server.url}${PAGINA}#antwoord-2`);
    assert.match(
      (await press("Kopieer BibTeX")).copied,
      /^@techreport\{kamervraag-2099Z00001,\n[\s\S]*\\textbraceleft\{\}meer[\s\S]*\n\}\n$/,
    );
    assert.match((await press("Kopieer RIS")).copied, /^TY {2}- RPRT\r?\n[\s\S]*ER {2}- /);
    assert.equal(JSON.parse((await press("Kopieer CSL-JSON")).copied)[0].id, "kamervraag-2099Z00001");
    assert.match(String(await page.evaluate(ACTIVE)), /^gekopieerd CSL-JSON$/);
    assert.deepEqual([errors, outside], [[], []]);
    assert.deepEqual(await runAxe(page), []);
    await page.setViewportSize({ width: 320, height: 800 });
    assert.equal(await scrollsSideways(page), false);
    await context.close();
  });

  it("copy what the files and the record say, whatever the page shows of it", async (test) => {
    const browser = await shared.get(test);
    if (!browser) return;
    for (const adres of [undefined, "https://archief.example"]) {
      const site = join(folder, adres ? "met-adres" : "zonder-adres");
      const peildatum = "2099-11-30";
      await buildSite({ inhoud: join(folder, "soorten"), uit: site, peildatum, ...(adres ? { adres } : {}) });
      for (const een of SOORTEN) {
        const path = `${pathOfSleutel(een.sleutel)}.html`;
        const { page, context, errors } = await openPage(browser, pathToFileURL(join(site, path)).href);
        const gekopieerd = await page.evaluate<Readonly<Record<string, string>>>(COPY_ALL);
        assert.deepEqual(errors, []);
        const vermelding = [vanPagina(een, adres)];
        const ankers = ankersOf(een.blokken);
        const gedekt = new Set(dekkingOf(een.blokken).flat());
        const delen = een.blokken.flatMap((blok, index) => {
          const isZelf = blok.soort === "antwoord" || (blok.soort === "vraag" && !gedekt.has(index));
          if (!isZelf) return [];
          const tekst = blok.soort === "antwoord" ? aanhalingVanAntwoord(een, blok) : aanhalingVanVraag(een, blok);
          return [[`deel ${ankers[index]?.[0]}`, tekst.replaceAll("\u00a0", " ")]];
        });
        assert.deepEqual(
          gekopieerd,
          {
            BibTeX: toBibtex(vermelding),
            RIS: toRis(vermelding),
            "CSL-JSON": toCslJson(vermelding),
            ...Object.fromEntries(delen),
          },
          `${een.sleutel} ${adres}`,
        );
        await context.close();
      }
    }
  });

  it("select the words where nothing can be copied, and say that", async (test) => {
    const browser = await shared.get(test);
    if (!browser) return;
    const { page, context } = await openPage(browser, pathToFileURL(join(folder, "uit", PAGINA)).href);
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    const press = async (name: string) => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        `/^${name.replace(/^\w+ (?:verwijzing |adres )?/, "")}: .*geselecteerd/.test(${STATUS})`,
      );
      return String(await page.evaluate("(document.activeElement.value ?? getSelection().toString())"));
    };
    await press("Kopieer Juridisch");
    assert.match(
      String(await page.evaluate("getSelection().toString()")),
      /^Aanhangsel Handelingen.II 2098\/99, nr\..77$/,
    );
    assert.match(await press("Kopieer BibTeX"), /^@techreport\{/);
    await page.keyboard.press("Escape");
    assert.match(String(await page.evaluate(ACTIVE)), /BibTeX$/);
    assert.match(await press("kopieer adres Antwoord 1"), /^file:.*#antwoord-1$/);
    assert.match(String(await page.evaluate(STATUS)), /alleen op deze computer/);
    assert.deepEqual(await runAxe(page), []);
    await context.close();
  });

  it("are not there without scripts; the files are links and the citation can be read", async (test) => {
    const browser = await shared.get(test);
    if (!browser) return;
    const { page, context } = await openPage(browser, `${server.url}${PAGINA}`, { javaScriptEnabled: false });
    assert.equal(await page.getByRole("button").count(), 0);
    for (const [name, einde] of [
      ["BibTeX", "bib"],
      ["RIS", "ris"],
      ["CSL-JSON", "csljson"],
    ] as const) {
      assert.equal(await page.getByRole("link", { name, exact: true }).getAttribute("href"), `2099Z00001.${einde}`);
    }
    await context.close();
  });

  it("leave the citation alone on paper", async (test) => {
    const browser = await shared.get(test);
    if (!browser) return;
    const { page, context } = await openPage(browser, `${server.url}${PAGINA}`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("button:visible, .kopieer:visible").count(), 0);
    const shown = await page.locator("section[aria-labelledby=aanhalen]").innerText();
    assert.match(shown, /Aanhangsel Handelingen/);
    assert.doesNotMatch(shown, /Kopieer|BibTeX|achter het adres/);
    await context.close();
  });
});
