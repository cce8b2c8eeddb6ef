import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createMarkdown, renderTekst } from "../../src/site/markdown.ts";
import { vondstenIn } from "../../src/verwijzingen/inline.ts";
import { verwijzingenOf } from "../../src/verwijzingen/van-kamervraag.ts";
import { openWegwijzer, type Zoek } from "../../src/verwijzingen/wegwijzer.ts";
import { antwoord, bron, kamervraag, vraag } from "../site/voorbeelden.ts";

const markdown = createMarkdown();
const NOTEN = { v1: "1", v2: "2" };
const zoek: Zoek = (id) =>
  /2098Z00100$/.test(id) ? { sleutel: "2098Z00100", hasAnker: (anker) => anker === "antwoord-3" } : undefined;

function render(tekst: string, zelf = kamervraag()): string {
  return renderTekst(markdown, tekst, {
    nootnummers: NOTEN,
    geplaatst: new Map(),
    wegwijzer: openWegwijzer(zelf, zoek),
  });
}

/** The text of HTML: a link never changes a word. */
function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, "");
}

describe("references in a text", () => {
  it("become links around the words as printed", () => {
    assert.equal(
      render("Zie Stb. 2019, 123 & verder."),
      '<p>Zie <a class="verwijst" href="https://zoek.officielebekendmakingen.nl/stb-2019-123.html">Stb. 2019, 123</a> &amp; verder.</p>\n',
    );
  });

  it("come out the same with and without mark-up elsewhere in the text", () => {
    const plain = "Zie het antwoord op vraag 2.[^v1] Kamerstuk 36 229, nr. 1\n\nEn Stb. 2019, 123.";
    const [first] = render(`${plain}\n\n**vet**`).split("<p><strong>");
    assert.equal(first, render(plain));
  });

  it("get one link over a line break and over a part in bold, and never one around a note call", () => {
    assert.match(render("Zie **Stb.** 2019,\n123."), /<a [^>]*><strong>|<strong><a /);
    assert.equal((render("Zie Kamerstuk\n36 229, nr. 1 *x*").match(/<a /g) ?? []).length, 1);
    const html = render("Zie Stb. 2019[^v1], 123 en vraag 2[^v2].");
    assert.doesNotMatch(html, /<a class="verwijst"[^>]*>[^<]*<sup/);
    assert.match(html, /href="#noot-v2"/);
  });

  it("read no note number as part of a number", () => {
    const html = render(
      "Zie het antwoord op vraag 1[^v2].",
      kamervraag({ blokken: [antwoord(["1"]), antwoord(["12"])] }),
    );
    assert.match(html, /href="#antwoord-1"/);
    assert.doesNotMatch(html, /#antwoord-12/);
  });

  it("stay as they are inside a link of the source, which leads to our page when the archive holds it", () => {
    const html = render("[Stb. 2019, 123](https://zoek.officielebekendmakingen.nl/kv-tk-2098Z00100.html) *x*");
    assert.equal((html.match(/<a /g) ?? []).length, 1);
    assert.match(html, /href="\.\.\/2098\/2098Z00100\.html"/);
  });

  it("lead to the page of a Kamervraag that the archive holds, else to the official address", () => {
    assert.match(render("Zie 2098Z00100."), /href="\.\.\/2098\/2098Z00100\.html"/);
    assert.match(
      render("Zie 2098Z00101."),
      /href="https:\/\/zoek\.officielebekendmakingen\.nl\/kv-tk-2098Z00101\.html"/,
    );
  });

  it("lead to an antwoord of this page, to its vraag when it has none, and nowhere when there is neither", () => {
    const zelf = kamervraag({ blokken: [vraag(["1"]), antwoord(["1"]), vraag(["2"])] });
    assert.match(render("Zie het antwoord op vraag 1.", zelf), /href="#antwoord-1"/);
    assert.match(render("Zie het antwoord op vraag 2.", zelf), /href="#vraag-2"/);
    assert.doesNotMatch(render("Zie het antwoord op vraag 3.", zelf), /<a /);
  });

  it("of two antwoorden under one number lead to that of their own document", () => {
    const zelf = kamervraag({
      blokken: [vraag(["1"]), antwoord(["1"], "Ja.", { bron: "a" }), antwoord(["1"], "Nee.", { bron: "b" })],
    });
    const wegwijzer = openWegwijzer(zelf);
    const gevonden = { soort: "vraag", onderdeel: { deel: "antwoord", nummer: "1" } } as const;
    assert.equal(wegwijzer.wijs(gevonden, "b")?.href, "#antwoord-1-2");
    assert.equal(wegwijzer.wijs(gevonden), undefined);
  });

  it("to this page's own number lead to the document that bears it", () => {
    const zelf = kamervraag();
    assert.match(render("Uw vragen 2099Z00001.", zelf), /href="#document-kv-tk-2099Z00001"|href="https:/);
  });

  it("change no word, whatever the text", () => {
    const text =
      "Kamerstuk 36 229, nr. 1 <b>&amp;</b> art. 3:4 Awb; https://voorbeeld.example/a?b=c&d (Stb. 2019, 123)";
    const zonder = renderTekst(markdown, text, { nootnummers: NOTEN });
    assert.equal(wordsOf(render(text)), wordsOf(zonder));
  });
});

describe("the list of references", () => {
  it("names place, words, kind and target, and the official address beside a page of ours", () => {
    const zelf = kamervraag({
      blokken: [
        vraag(["1"], "Kent u de vragen 2098Z00100?"),
        antwoord(["1"], "Zie [hier](https://voorbeeld.example/x)."),
      ],
      bronnen: [bron("ah-tk-20982099-77", "antwoord", { kopregels: ["Zie ook Stb. 2019, 123*."] })],
    });
    assert.deepEqual(verwijzingenOf(zelf, zoek), [
      {
        plaats: "vraag-1",
        tekst: "2098Z00100",
        soort: "kamervraag",
        doel: "../2098/2098Z00100.html",
        officieel: "https://zoek.officielebekendmakingen.nl/kv-tk-2098Z00100.html",
        sleutel: "2098Z00100",
      },
      { plaats: "antwoord-1", tekst: "hier", soort: "web", doel: "https://voorbeeld.example/x" },
      {
        plaats: "kop",
        tekst: "Stb. 2019, 123",
        soort: "stb",
        doel: "https://zoek.officielebekendmakingen.nl/stb-2019-123.html",
      },
    ]);
  });

  it("gives the paragraph around a reference, and the notes it calls", () => {
    const [alinea] = vondstenIn("Zie Stb. 2019, 123.[^v1]");
    assert.deepEqual(alinea?.noten, ["v1"]);
    assert.equal(alinea?.tekst.slice(alinea.vondsten[0]?.van, alinea.vondsten[0]?.tot), "Stb. 2019, 123");
  });
});
