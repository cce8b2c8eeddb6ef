import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { resolveLink, toBundelpagina } from "../../src/bundel/pagina.ts";

const PATH = "kamervraag/2070/2070Z00001.html";
const has = (path: string) => ["index.html", "assets/stijl.css", PATH].includes(path);

describe("toBundelpagina", () => {
  it("leaves alone what leads to a page of the bundle, to the page itself, or to another host", () => {
    const html =
      '<a href="../../index.html?q=a#b">A</a><a href="#noot-v1">1</a><a href="https://voorbeeld.nl/x.md">B</a><link rel="stylesheet" href="../../assets/stijl.css">';
    assert.equal(toBundelpagina(html, { path: PATH, has }), html);
  });

  it("leads to the site's address for what is not in the bundle", () => {
    assert.equal(
      toBundelpagina('<p><a class="x" href="2070Z00001.ris?a=1&amp;b=2#c">RIS</a></p>', {
        path: PATH,
        has,
        adres: "https://archief.example/kv",
      }),
      '<p><a class="x" href="https://archief.example/kv/kamervraag/2070/2070Z00001.ris?a=1&amp;b=2#c">RIS</a></p>',
    );
  });

  it("keeps the words of such a link and drops the link where the site has no address", () => {
    assert.equal(
      toBundelpagina(
        '<li><a class="x" href="2070Z00001.ris"><b>RIS</b></a>, <a href="../../index.html">Begin</a></li>',
        {
          path: PATH,
          has,
        },
      ),
      '<li><span><b>RIS</b></span>, <a href="../../index.html">Begin</a></li>',
    );
  });

  it("leaves out what is about such files only, where the site has no address", () => {
    const html =
      '<p>A</p><div class="x" data-kopie><p>Ook als<br>bestand</p><ul><li><a href="a.md">Markdown</a></li></ul></div><p>B</p>';
    assert.equal(toBundelpagina(html, { path: PATH, has }), "<p>A</p><p>B</p>");
    assert.match(toBundelpagina(html, { path: PATH, has, adres: "https://archief.example" }), /data-kopie.*\/a\.md"/);
  });

  it("drops what is for programs that gather pages from the web, also where the site has an address", () => {
    const html = [
      '<meta charset="utf-8"><title>T</title><meta name="description" content="B"><meta name="color-scheme" content="light dark">',
      '<link rel="canonical" href="https://archief.example/a.html"><meta property="og:title" content="T"><meta name="twitter:card" content="summary">',
      '<script type="application/ld+json">{"name":"een \\u003c/script> of twee"}</script>',
      '<link rel="alternate" href="2070Z00001.md">',
      '<link rel="search" type="application/opensearchdescription+xml" href="../../opensearch.xml" title="T">',
      '<dl class="x" data-a="1" data-pagefind-meta="a[data-a], b[data-b]" data-b="2" data-c="3"><dd data-pagefind-body>W</dd></dl>',
    ].join("");
    const kept =
      '<meta charset="utf-8"><title>T</title><meta name="color-scheme" content="light dark"><link rel="canonical" href="https://archief.example/a.html"><dl class="x" data-c="3"><dd data-pagefind-body>W</dd></dl>';
    for (const adres of [undefined, "https://archief.example"]) {
      assert.equal(toBundelpagina(html, { path: PATH, has, ...(adres ? { adres } : {}) }), kept);
    }
  });

  it("puts in what it is given: once before the first script, at the start of main, at the end of the footer", () => {
    const html =
      '<head>\n<script defer src="a.js"></script>\n<script defer src="b.js"></script>\n</head><body><main id="inhoud"><h1>T</h1></main><footer><p>V</p></footer></body>';
    assert.equal(
      toBundelpagina(html, { path: "index.html", has, invoegsels: { kop: "<k>", begin: "<b>", voet: "<v>" } }),
      '<head>\n<k>\n<script defer src="a.js"></script>\n<script defer src="b.js"></script>\n</head><body><main id="inhoud">\n<b><h1>T</h1></main><footer><p>V</p><v>\n</footer></body>',
    );
  });

  it("changes no text, whatever it says", () => {
    const tekst = fc
      .string()
      .map((woorden) => woorden.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"));
    fc.assert(
      fc.property(tekst, tekst, (a, b) => {
        const html = `<main><p title="${a}">${a}</p><a href="../../index.html">${b}</a><p>&lt;a href=&quot;x.md&quot;&gt;${b}</p></main>`;
        assert.equal(toBundelpagina(html, { path: PATH, has }), html);
      }),
    );
  });
});

describe("resolveLink", () => {
  for (const [href, path, rest] of [
    ["../../zoeken.html?q=a/b#c", "zoeken.html", "?q=a/b#c"],
    ["./2070Z00002.html", "kamervraag/2070/2070Z00002.html", ""],
    ["2070Z00001.md#../x", "kamervraag/2070/2070Z00001.md", "#../x"],
  ] as const) {
    it(`finds that "${href}" leads to ${path}`, () => {
      assert.deepEqual(resolveLink(PATH, href), { path, rest });
    });
  }

  for (const href of [
    "",
    "#a",
    "?q=1",
    "https://voorbeeld.nl",
    "//voorbeeld.nl/a",
    "mailto:a@voorbeeld.nl",
    "../../../x.html",
  ]) {
    it(`leaves "${href}" alone`, () => {
      assert.equal(resolveLink(PATH, href), undefined);
    });
  }
});
