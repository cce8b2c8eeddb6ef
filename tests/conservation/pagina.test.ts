import assert from "node:assert/strict";
import { describe, it } from "node:test";
import nunjucks from "nunjucks";
import { readPagina, verantwoordPagina } from "../../src/conservation/pagina.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { createRenderer } from "../../src/site/render.ts";
import { readPlaatsen } from "../hulp/paginatekst.ts";
import { antwoord, bron, kamervraag, vraag } from "../site/voorbeelden.ts";

const rijk = kamervraag({
  titel: "Het bericht «{{ 7 * 7 }} & <b>meer</b>»",
  blokken: [
    { soort: "inleiding", tekst: "Vooraf dit." },
    vraag(["1"], "Kent u «het bericht»[^v1]?\n\nWat vindt u ervan?"),
    antwoord(
      ["1"],
      "Ja.[^a1]\n\n- a. Eerste *punt*\n- b. Tweede punt \\<b\\>\n\n| Jaar | Aantal |\n| --- | --- |\n| 2099 | 3 |",
    ),
    vraag(["2", "3"], "Waarom niet?", "Vraag 2 t/m 3 van het lid Voorbeeld"),
    antwoord(["2", "3"], "Ja."),
    { soort: "bijlage", kop: "Bijlage 1", tekst: "#### Kop\n\nZie <https://example.org/een?b=1&c=2>." },
  ],
  noten: [
    { bereik: "vraag", anker: "v1", nummer: "1", tekst: "Dagblad van Nergens & Elders." },
    { bereik: "antwoord", anker: "a1", nummer: "2" },
  ],
  mededelingen: [{ soort: "uitstel", datum: "2099-10-30", tekst: "De vragen kunnen niet op tijd worden beantwoord." }],
  bronnen: [bron("kv-tk-2099Z00001", "vraag", { titel: "De volle titel", kopregels: ["Vragen van het lid", "(ABC)"] })],
});

describe("verantwoordPagina", () => {
  const renderer = createRenderer(createOmgeving(new nunjucks.FileSystemLoader("templates")));
  const html = renderer.renderKamervraag(rijk, { peildatum: "2099-12-01" });
  const check = (page: string, subject: Kamervraag = rijk) => verantwoordPagina(subject, readPagina(subject, page));

  it("finds nothing amiss on a page that has everything", () => {
    assert.equal(check(html), undefined);
    assert.equal(verantwoordPagina(rijk, readPlaatsen(html), true), undefined);
  });

  for (const [name, from, to, plaats, tekst] of [
    ["a paragraph", "<p>Wat vindt u ervan?</p>", "", "vraag-1", "Wat vindt u ervan?"],
    ["the end of a word", "Vooraf dit.", "Vooraf di.", "inleiding", "dit."],
    ["a heading", "van het lid Voorbeeld</span>", "</span>", "vraag-2", "van het lid Voorbeeld"],
    ["the item of a list", " Tweede punt", "", "antwoord-1", "Tweede punt <b>"],
    ["a cell", ">2099<", "><", "antwoord-1", "2099 3"],
    ["a note", "Dagblad van Nergens", "Dagblad van", "noot-v1", "Nergens & Elders."],
    ["a notice", "niet op tijd", "op tijd", "mededeling-1", "niet op tijd worden beantwoord."],
    ["the title", "»</h1>", "</h1>", "titel", "<b>meer</b>»"],
    ["a title line", "<p>(ABC)</p>", "", "documenten", "(ABC)"],
  ] as const) {
    it(`names the place and quotes the words when ${name} is lost`, () => {
      const page = html.replace(from, to);
      assert.notEqual(page, html, "the page was not changed");
      const verlies = check(page);
      assert.equal(verlies?.plaats, plaats);
      assert.ok(verlies?.tekst.startsWith(tekst), verlies?.tekst);
    });
  }

  it("misses the number on a mark", () => {
    assert.equal(check(html.replace(/(<a id="bij-a1"[^>]*>)2/, "$1"))?.plaats, "antwoord-1");
  });

  it("misses a short antwoord in its own place, also where the same words stand elsewhere", () => {
    const at = html.lastIndexOf("<p>Ja.</p>");
    const verlies = check(html.slice(0, at) + html.slice(at + "<p>Ja.</p>".length));
    assert.deepEqual(verlies, { plaats: "antwoord-2", tekst: "Ja." });
  });

  it("misses texts that changed places", () => {
    const page = html
      .replace("Vooraf dit.", "@")
      .replace("Wat vindt u ervan?", "Vooraf dit.")
      .replace("@", "Wat vindt u ervan?");
    assert.equal(check(page)?.plaats, "inleiding");
  });

  it("sees words that are too many, when it looks at the texts alone", () => {
    const page = html.replace("Vooraf dit.", "Vooraf dit en dat.");
    assert.equal(verantwoordPagina(rijk, readPlaatsen(page), true)?.plaats, "inleiding");
    const longer = html.replace("Vooraf dit.", "Vooraf dit. Ook dit.");
    assert.deepEqual(verantwoordPagina(rijk, readPlaatsen(longer), true), { plaats: "inleiding", tekst: "Ookdit." });
  });
});
