import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Sitemapinhoud, toSitemap } from "../../src/site/sitemap.ts";

const ADRES = "https://example.org/a";
const leeg: Sitemapinhoud = { paginas: [], lijsten: [], posten: [] };
const post = (sleutel: string, ingediend?: string) => ({
  sleutel,
  mededelingen: [],
  ...(ingediend ? { ingediend } : {}),
});

/** Invented posts, made as they are asked for. */
function* makePosten(aantal: number, jaren: number) {
  for (let rang = 0; rang < aantal; rang += 1) {
    const jaar = 2000 + (rang % jaren);
    yield post(`${jaar}Z${String(rang).padStart(6, "0")}`, `${jaar}-0${(rang % 9) + 1}-05`);
  }
}

describe("toSitemap", () => {
  it("writes a file for each year, one for lists and one for the rest, and an index that leads to them", () => {
    const posten = [post("2099Z00001", "2099-10-18"), post("2098Z00001"), post("doc-0123456789ab")];
    const bestanden = [...toSitemap(ADRES, { paginas: ["a&b.html"], lijsten: ["jaar/2099.html"], posten })];
    assert.deepEqual(
      bestanden.map(({ path }) => path),
      [
        "sitemap-2098.xml",
        "sitemap-2099.xml",
        "sitemap-onbekend.xml",
        "sitemap-lijsten.xml",
        "sitemap-paginas.xml",
        "sitemap.xml",
      ],
    );
    assert.match(bestanden[4]?.xml ?? "", /<loc>https:\/\/example\.org\/a\/a&amp;b\.html<\/loc><\/url>/);
    for (const { path } of bestanden.slice(0, -1))
      assert.ok(bestanden.at(-1)?.xml.includes(`<loc>${ADRES}/${path}</loc>`));
  });

  it("dates a page, and the file of its year, by the newest document", () => {
    const posten = [
      { ...post("2099Z00001", "2099-10-18"), beantwoord: "2099-11-04" },
      { ...post("2099Z00002", "2099-10-18"), mededelingen: [{ soort: "uitstel" as const, datum: "2099-11-08" }] },
      post("2099Z00003"),
    ];
    const [jaar, index] = [...toSitemap(ADRES, { ...leeg, posten })];
    assert.deepEqual(jaar?.xml.match(/<lastmod>[^<]*/g), ["<lastmod>2099-11-04", "<lastmod>2099-11-08"]);
    assert.match(index?.xml ?? "", /sitemap-2099\.xml<\/loc><lastmod>2099-11-08<\/lastmod>/);
  });

  it("leaves the files of other years as they are when a year gets a page", () => {
    const posten = [post("2098Z00001", "2098-10-18"), post("2099Z00001", "2099-10-18")];
    const before = [...toSitemap(ADRES, { ...leeg, posten })];
    const after = [...toSitemap(ADRES, { ...leeg, posten: [...posten, post("2099Z00002", "2099-12-01")] })];
    assert.equal(after[0]?.xml, before[0]?.xml);
    assert.notEqual(after[1]?.xml, before[1]?.xml);
  });

  it("holds 120,000 pages, at most 50,000 addresses and 50 MB a file, each once", () => {
    for (const jaren of [1, 25]) {
      const seen = new Set<string>();
      let bestanden = 0;
      for (const { path, xml } of toSitemap(ADRES, { ...leeg, posten: makePosten(120_000, jaren) })) {
        if (path === "sitemap.xml") continue;
        bestanden += 1;
        const locs = [...xml.matchAll(/<loc>([^<]*)/g)].map(([, loc = ""]) => loc);
        assert.ok(locs.length <= 50_000, path);
        assert.ok(Buffer.byteLength(xml) <= 50 * 1024 * 1024, path);
        for (const loc of locs) seen.add(loc);
      }
      assert.equal(seen.size, 120_000);
      assert.equal(bestanden, jaren === 1 ? 3 : 25);
    }
  });

  it("cuts a file by its size where addresses are long", () => {
    const lijsten = Array.from({ length: 1200 }, (_, rang) => `lijst/${"x".repeat(50_000)}${rang}.html`);
    const bestanden = [...toSitemap(ADRES, { ...leeg, lijsten })];
    assert.deepEqual(
      bestanden.map(({ path }) => path),
      ["sitemap-lijsten.xml", "sitemap-lijsten-2.xml", "sitemap.xml"],
    );
    for (const { xml } of bestanden) assert.ok(Buffer.byteLength(xml) <= 50 * 1024 * 1024);
  });
});
