import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { compareTellingen, countSite, findGemis } from "../../../../scripts/bench/naast/gelijkwaardig.ts";

const MARKDOWN = `---
sleutel: 2070Z00001
vraagnummer: 2070Z00001
kamer: tk
soort: schriftelijk
titel: De lekke dijk
status: beantwoord
ingediend: 2070-01-01
beantwoord: 2070-01-26
indieners:
  - naam: Lid Een
    fractie: Fractie A
gerichtAan:
  - functie: Minister van Dijken
onderwerpen:
  - dijken
bronnen:
  - id: kv-1
    soort: vraag
    vorm: tekst
    bestand: kv-1.txt
    sha256: ${"a".repeat(64)}
---

## Vraag 1

Lekt de dijk?[^v1] Lekt de dijk nog?

### Antwoord 1

Ja, de dijk lekt.

[^v1]: Polderbode
`;

const PAGINA = `<html><head><title>De lekke dijk</title></head><body><h1>De lekke dijk</h1>
<p><time datetime="2070-01-01">1 jan</time> <time datetime="2070-01-26">26 jan</time></p>
<p><a href="/indiener/lid-een.html">Lid Een</a> (Fractie A), Minister van Dijken, dijken, kv-1</p>
<h2 id="vraag-1">Vraag 1</h2><p>Lekt de dijk?<a id="bij-v1" href="#noot-v1">1</a> Lekt de dijk nog?</p>
<h3 id="antwoord-1">Antwoord 1</h3><p>Ja, de dijk lekt.</p>
<p id="noot-v1"><a href="#bij-v1">1</a> Polderbode</p>
<p><a href="https://voorbeeld.example/elders.html">elders</a></p></body></html>`;

const PATH = "kamervraag/2070/2070Z00001.html";

describe("findGemis", () => {
  let site = "";
  before(async () => {
    site = await mkdtemp(join(tmpdir(), "archief-naast-"));
    await write(site, "indiener/lid-een.html", "");
  });
  after(() => rm(site, { recursive: true }));

  const gemisOf = async (html: string): Promise<readonly string[]> => {
    await write(site, PATH, html);
    return findGemis(site, MARKDOWN, "2070Z00001.md");
  };

  it("misses nothing on a page that has all of it", async () => assert.deepEqual(await gemisOf(PAGINA), []));

  for (const [wat, weg, gemis] of [
    ["a sentence whose words stand elsewhere as well, but not as often", " Lekt de dijk nog?", "het woord «Lekt»"],
    ["a note", "Polderbode", "het woord «Polderbode»"],
    ["a title that only its head still has", "<h1>De lekke dijk</h1>", "het woord «De»"],
    ["the day of the antwoord", ' datetime="2070-01-26"', "de datum 2070-01-26"],
    ["the address of a vraag", ' id="vraag-1"', "het anker vraag-1"],
    ["the place that a note leads back to", ' id="bij-v1"', "waar #bij-v1 heen wijst"],
  ] as const) {
    it(`misses ${wat}`, async () => {
      assert.ok(PAGINA.includes(weg));
      assert.ok((await gemisOf(PAGINA.replace(weg, ""))).includes(`${PATH}: ${gemis} ontbreekt`));
    });
  }

  it("misses the page that a link leads to", async () => {
    const dood = PAGINA.replace("lid-een.html", "lid-twee.html");
    assert.deepEqual(await gemisOf(dood), [`${PATH}: waar /indiener/lid-twee.html heen wijst ontbreekt`]);
  });

  it("misses the page itself", () => {
    assert.deepEqual(findGemis(join(site, "leeg"), MARKDOWN, "2070Z00001.md"), [`${PATH} is er niet`]);
  });
});

describe("countSite", () => {
  it("counts pages, and rows of lists and of the sitemap, once a page", async () => {
    const site = await mkdtemp(join(tmpdir(), "archief-naast-"));
    const rij = '<a href="../kamervraag/2070/2070Z00001.html">De lekke dijk</a>';
    await write(site, PATH, PAGINA);
    await write(site, "jaar/2070.html", rij + rij);
    await write(site, "jaar/2070/page/2.html", rij);
    await write(site, "stand/te-laat.html", rij);
    await write(site, "index.html", rij);
    await write(
      site,
      "sitemap.xml",
      `<loc>https://voorbeeld.example/${PATH}</loc><loc>https://voorbeeld.example/</loc>`,
    );
    const { rijen, ...rest } = countSite(site);
    assert.deepEqual(rest, { paginas: 5, kamervragen: 1, sitemap: 1 });
    assert.equal(rijen["jaar/"], 2);
    assert.equal(rijen["stand/open"], 0);
    await rm(site, { recursive: true });
  });
});

describe("compareTellingen", () => {
  const rijen = {
    "jaar/": 900,
    "indiener/": 950,
    "fractie/": 950,
    "bewindspersoon/": 900,
    "onderwerp/": 900,
    "stand/open": 9,
    "stand/uitgesteld": 0,
  };
  const onze = { paginas: 2000, kamervragen: 900, sitemap: 900, rijen };

  it("lets pass a site with the same Kamervragen and rows on somewhat fewer or many more pages", () => {
    assert.deepEqual(compareTellingen(onze, onze), []);
    assert.deepEqual(compareTellingen(onze, { ...onze, paginas: 1800, sitemap: 3000 }), []);
    assert.deepEqual(compareTellingen(onze, { ...onze, paginas: 5000 }), []);
  });

  for (const [andere, fout] of [
    [{ ...onze, kamervragen: 899 }, "899 Kamervragen, bij ons 900"],
    [{ ...onze, paginas: 1700 }, "1700 pagina's, bij ons 2000"],
    [{ ...onze, sitemap: 0 }, "0 Kamervragen in de sitemap, van de 900"],
    [{ ...onze, rijen: { ...rijen, "indiener/": 949 } }, "949 rijen in de lijsten indiener/, bij ons 950"],
    [{ ...onze, rijen: { ...rijen, "stand/open": 10 } }, "10 rijen in de lijsten stand/open, bij ons 9"],
  ] as const) {
    it(`says: ${fout}`, () => assert.deepEqual(compareTellingen(onze, andere), [fout]));
  }
});

async function write(site: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(site, path)), { recursive: true });
  await writeFile(join(site, path), content);
}
