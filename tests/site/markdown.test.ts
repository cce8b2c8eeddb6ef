import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createMarkdown } from "../../src/site/markdown.ts";

const markdown = createMarkdown();
const noten = () => ({ nootnummers: { v1: "1", a1: "2" }, geplaatst: new Map<string, number>() });

describe("createMarkdown", () => {
  it("links a call to its note and prints the number of the source", () => {
    assert.equal(
      markdown.renderInline("bericht[^v1]?", noten()),
      'bericht<sup class="nootmerk" data-pagefind-ignore><a id="bij-v1" href="#noot-v1" aria-label="Noot 1 bij de vraag">1</a></sup>?',
    );
  });

  it("anchors the first call in an antwoord, for the note in the margin, and gives a second call an id of its own", () => {
    const html = markdown.renderInline("een[^a1] twee[^a1]", noten());
    assert.match(html, /style="anchor-name:--bij-a1" data-pagefind-ignore><a id="bij-a1"/);
    assert.match(html, /<sup class="nootmerk" data-pagefind-ignore><a id="bij-a1-2" href="#noot-a1"/);
  });

  it("leaves a call to an unknown note as a mark without a link", () => {
    assert.equal(markdown.renderInline("x[^v9]", noten()), 'x<sup class="nootmerk" data-pagefind-ignore>9</sup>');
  });

  it("asks nothing of another host", () => {
    assert.equal(
      markdown.renderInline("![a](https://example.org/a.png)"),
      '!<a href="https://example.org/a.png">a</a>',
    );
  });

  for (const [tekst, html] of [
    ["<b>vet</b>", "&lt;b&gt;vet&lt;/b&gt;"],
    ["{{ 7 * 7 }} {% raw %}", "{{ 7 * 7 }} {% raw %}"],
    ["[x](javascript:alert(1))", "[x](javascript:alert(1))"],
    ["https://example.org", "https://example.org"],
    ['"recht" -- en...', "&quot;recht&quot; -- en..."],
    ["~~niet weg~~", "~~niet weg~~"],
    ["H~2~O en 10^3^", "H<sub>2</sub>O en 10<sup>3</sup>"],
  ] as const) {
    it(`shows ${tekst} as text`, () => assert.equal(markdown.renderInline(tekst), html));
  }

  it("sets headings inside a text below the heading they stand under", () => {
    assert.equal(markdown.render("#### Kop", { kopniveau: 5 }), "<h5>Kop</h5>\n");
  });

  it("hangs printed labels in the place of bullets, without losing a word", () => {
    const html = markdown.render("- a. Eerste\n- b. Tweede");
    assert.match(html, /<ul class="gelabeld">\n<li><span class="gelabeld__label">a\.<\/span> Eerste<\/li>/);
  });

  it("leaves a list in which one item has no label as it is", () => {
    assert.doesNotMatch(markdown.render("- a. Eerste\n- tweede"), /gelabeld/);
  });

  it("puts a table in a frame that scrolls and can have the focus", () => {
    const html = markdown.render("| Jaar | Aantal |\n| --- | --- |\n| 2099 | 3 |");
    assert.match(html, /^<div class="tabelkader" role="group" tabindex="0" aria-label="Tabel"><table/);
    assert.match(html, /<th scope="col">Jaar<\/th>/);
  });

  it("leaves out a row of heads without a word, and makes an empty head a cell", () => {
    assert.doesNotMatch(markdown.render("|  |  |\n| --- | --- |\n| a | b |"), /<thead|<th/);
    assert.match(markdown.render("|  | Jaar |\n| --- | --- |\n| a | b |"), /<td><\/td>\n<th scope="col">Jaar/);
  });
});
