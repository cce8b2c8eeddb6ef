import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toSitemap } from "../../src/site/sitemap.ts";

describe("toSitemap", () => {
  it("writes one file for a small archive", () => {
    const [bestand, ...others] = toSitemap("https://example.org/a", ["index.html", "a&b.html"]);
    assert.deepEqual(others, []);
    assert.equal(bestand?.path, "sitemap.xml");
    assert.match(bestand?.xml ?? "", /<loc>https:\/\/example\.org\/a\/a&amp;b\.html<\/loc>/);
  });

  it("splits at 50,000 addresses and leads to the parts", () => {
    const bestanden = toSitemap(
      "https://example.org",
      Array.from({ length: 100_001 }, (_, index) => `${index}.html`),
    );
    assert.deepEqual(
      bestanden.map(({ path }) => path),
      ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"],
    );
    assert.equal(bestanden[1]?.xml.match(/<url>/g)?.length, 50_000);
    assert.equal(bestanden[3]?.xml.match(/<url>/g)?.length, 1);
  });
});
