import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { checkLinks } from "./links.ts";

describe("checkLinks", () => {
  it("passes a site whose links and ids all resolve", async () => {
    const report = await check({
      "index.html": `<title>Een</title><h1 id="é">x</h1><a href="a/b.html#vraag-1">b</a><a href="#%C3%A9">zelf</a>`,
      "a/b.html": `<title>Twee</title><h2 id="vraag-1"></h2><a href="../index.html?q=1">terug</a><a href="https://x.example/">uit</a>`,
    });
    assert.deepEqual(report, { pages: 2, links: 3, faults: [] });
  });

  for (const [name, html, expected] of [
    ["a link to nothing", `<a href="weg.html">x</a>`, `link "weg.html" leads to nothing`],
    ["a fragment without id", `<a href="#weg">x</a>`, `names an id that index.html does not have`],
    ["a link from the root", `<a href="/index.html">x</a>`, "starts at the root"],
    ["an image in a srcset", `<img srcset="a.png 1x, b.png 2x">`, `link "a.png" leads to nothing`],
    ["an id used twice", `<i id="a"></i><i id="a"></i>`, `id "a" is used twice`],
  ] as const) {
    it(`reports ${name}`, async () => {
      const { faults } = await check({ "index.html": `<title>T</title>${html}` });
      assert.ok(faults.join("\n").includes(expected), faults.join("\n"));
    });
  }

  it("reports pages without a title and pages with the same one, but not a page that only leads on", async () => {
    const { faults } = await check({
      "a.html": "<title>Zelfde</title>",
      "b.html": "<title>Zelfde</title>",
      "c.html": "<p>geen</p>",
      "d.html": `<title>Zelfde</title><meta http-equiv="refresh" content="0; url=a.html">`,
    });
    assert.deepEqual(faults, [`b.html: same <title> as a.html: "Zelfde"`, "c.html: no <title>"]);
  });
});

async function check(files: Readonly<Record<string, string>>) {
  const site = await mkdtemp(join(tmpdir(), "archief-links-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(site, path)), { recursive: true });
      await writeFile(join(site, path), text);
    }
    return await checkLinks(site);
  } finally {
    await rm(site, { recursive: true });
  }
}
