import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { buildSite } from "../../../../scripts/build/site.ts";
import { startPagefind } from "../../../../scripts/build/zoekindex/pagefind.ts";
import { findVindbaar } from "../../../../scripts/build/zoekindex/vindbaar.ts";
import { generateArchief } from "../../../../src/synthetisch/archief.ts";
import { stripMerk } from "../../../../src/zoeken/formaat/merk.ts";
import { toZoekpaginas } from "../../../../src/zoeken/paginas.ts";
import { writeInhoud } from "../../../hulp/kamervragen.ts";

describe("findVindbaar", () => {
  it("finds nothing on a page that only leads on", () => {
    assert.equal(findVindbaar('<p>Verder <a href="x" data-pagefind-ignore>hier</a></p>'), undefined);
  });

  it("takes the elements that are indexed, in their order, and leaves out the rest", () => {
    const html = '<nav>menu</nav><p data-pagefind-body>een</p><p>niet</p><div class="x" data-pagefind-body>twee</div>';
    assert.deepEqual(delenOf(html), ["<p data-pagefind-body>een</p>", '<div class="x" data-pagefind-body>twee</div>']);
  });

  it("takes an element up to its own end, past others of the same name", () => {
    const html = "<div><div data-pagefind-body><div>een<div>twee</div></div>drie</div>vier</div>";
    assert.deepEqual(delenOf(html), ["<div data-pagefind-body><div>een<div>twee</div></div>drie</div>"]);
  });

  it("is not misled by a name that begins with another, or by a quoted end of a tag", () => {
    const html = '<p data-x="a>b" data-pagefind-body>een<pre>x</pre></p>twee';
    assert.deepEqual(delenOf(html), ['<p data-x="a>b" data-pagefind-body>een<pre>x</pre></p>']);
  });

  it("leaves out what is to be ignored, at any depth", () => {
    const html =
      '<div data-pagefind-body>een<sup data-pagefind-ignore><sup>1</sup></sup> twee<b data-pagefind-ignore="all">x</b></div>';
    assert.deepEqual(delenOf(html), ["<div data-pagefind-body>een twee</div>"]);
  });

  it("keeps the facts in attributes of an element around what is indexed, once", () => {
    const html =
      '<dl data-a="1" data-pagefind-meta="a[data-a], b[data-b]" data-b="2"><dt>A</dt><dd data-pagefind-body>een</dd></dl>';
    assert.deepEqual(delenOf(html), [
      '<dl data-a="1" data-pagefind-meta="a[data-a], b[data-b]" data-b="2"></dl>',
      "<dd data-pagefind-body>een</dd>",
    ]);
  });

  it("keeps a fact that is the text of an element", () => {
    const html = '<h1 data-pagefind-meta="title">Titel</h1><p data-pagefind-body>een</p>';
    assert.deepEqual(delenOf(html), ['<h1 data-pagefind-meta="title">Titel</h1>', "<p data-pagefind-body>een</p>"]);
  });
});

describe("the part of a page that is indexed", () => {
  const folder = mkdtempSync(join(tmpdir(), "archief-vindbaar-"));
  after(() => rmSync(folder, { recursive: true }));

  it("gives the word index of the whole page, and the same facts and anchors", async () => {
    const inhoud = join(folder, "inhoud");
    const site = join(folder, "site");
    mkdirSync(inhoud);
    await writeInhoud(inhoud, [...generateArchief({ aantal: 12 })]);
    const { posten } = await buildSite({ inhoud, uit: site, projectRoot: PROJECT_ROOT });
    const paginas = toZoekpaginas(posten).map(({ path }) => ({ path, html: readFileSync(join(site, path), "utf8") }));
    const indexOf = async (naam: string, htmlOf: (html: string) => string) => {
      const pagefind = await startPagefind();
      for (const { path, html } of paginas) await pagefind.add(path, htmlOf(html));
      await pagefind.write(join(folder, naam));
      pagefind.stop();
      return {
        stukken: readdirSync(join(folder, naam, "index")).sort(),
        fragmenten: readdirSync(join(folder, naam, "fragment"))
          .map((name) => readFragment(join(folder, naam, "fragment", name)))
          .sort((a, b) => (a.url < b.url ? -1 : 1)),
      };
    };
    const heel = await indexOf("heel", (html) => html);
    const deel = await indexOf("deel", (html) => findVindbaar(html) ?? "");
    assert.equal(heel.fragmenten.length, 12);
    assert.ok(heel.stukken.length > 0);
    assert.deepEqual(deel, heel);
  });
});

/** Without the text: between elements Pagefind ends a sentence elsewhere. */
function readFragment(path: string): { readonly url: string } {
  const { content, ...rest } = JSON.parse(Buffer.from(stripMerk(gunzipSync(readFileSync(path)))).toString()) as {
    content: string;
    url: string;
  };
  return { ...rest, words: content.split(/\s+/).length } as { readonly url: string };
}

const PROJECT_ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

function delenOf(html: string): readonly string[] {
  return [...(findVindbaar(html) ?? "").matchAll(/^<div>(.*)<\/div>$/gm)].map(([, deel = ""]) => deel);
}
