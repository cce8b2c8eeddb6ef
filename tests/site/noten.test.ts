import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import type { Kamervraag, Noot } from "../../src/model/kamervraag.ts";
import { toJson } from "../../src/site/json.ts";
import { toBronnenBijVragen } from "../../src/site/noten.ts";
import { NOTEN_KOLOMMEN, toMediaCsv, toNotenCsv } from "../../src/site/noten-csv.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { createRenderer } from "../../src/site/render.ts";
import { antwoord, kamervraag, vraag } from "./voorbeelden.ts";

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "templates");
const renderer = createRenderer(createOmgeving(new nunjucks.FileSystemLoader(TEMPLATES)));
const PEILDATUM = { peildatum: "2099-12-01" };

const noot = (anker: string, tekst?: string): Noot => ({
  bereik: anker.startsWith("v") ? "vraag" : "antwoord",
  anker,
  nummer: anker.slice(1),
  ...(tekst === undefined ? {} : { tekst }),
});

const MET_NOTEN = kamervraag({
  blokken: [
    vraag(["1"], "Kent u het bericht[^v1] en het vorige stuk[^v2]?"),
    vraag(["2"], "Kent u ook dit[^v3]?"),
    antwoord(["1", "2"], "Ja[^a1].", { datum: "2099-11-04" }),
  ],
  noten: [
    noot("v1", "NOS, 3 mei 2099, «Wolken» (https://nos.nl/artikel/1)"),
    noot("v2", "Kamerstuk 36 200, nr. 77"),
    noot("v3"),
    noot("a1", "Zie voorbeeld.example.nu/wolken en =HYPERLINK en https://voorbeeld.example/x."),
  ],
});

const html = (subject: Kamervraag) => renderer.renderKamervraag(subject, PEILDATUM);

/** The part of the page that is one note. */
function nootHtml(page: string, anker: string): string {
  const begin = page.indexOf(`id="noot-${anker}"`);
  return page.slice(begin, page.indexOf("</li>", begin));
}

describe("a note on the page", () => {
  it("tells its kind and its medium, and leads to the copy nearest the day it was written", () => {
    const vraagnoot = nootHtml(html(MET_NOTEN), "v1");
    assert.match(vraagnoot, /NOS<\/b> · nieuws/);
    assert.match(vraagnoot, /href="https:\/\/web\.archive\.org\/web\/20991018\/https:\/\/nos\.nl\/artikel\/1"/);
    assert.match(
      vraagnoot,
      /archief<span class="stil">: kopie van nos\.nl bij het Internet Archive van rond 18\u00a0oktober 2099/,
    );
    assert.match(nootHtml(html(MET_NOTEN), "a1"), /web\/20991104\/https:\/\/voorbeeld\.example\/x"/);
  });

  it("makes one link of an address, and changes no word", () => {
    const vraagnoot = nootHtml(html(MET_NOTEN), "v1");
    assert.equal(vraagnoot.split('href="https://nos.nl/artikel/1"').length - 1, 1);
    assert.match(vraagnoot.replace(/<[^>]+>/g, ""), /NOS, 3 mei 2099, «Wolken» \(https:\/\/nos\.nl\/artikel\/1\)/);
  });

  it("leads to an address that is no link by itself from its kind", () => {
    assert.match(nootHtml(html(MET_NOTEN), "a1"), /<a class="kaal" href="https:\/\/voorbeeld\.example\.nu\/wolken"><b/);
  });

  it("has no archived copy without a date, and none of what is official", () => {
    const { ingediend: _, ...zonder } = MET_NOTEN;
    assert.doesNotMatch(nootHtml(html(zonder), "v1"), /web\.archive\.org/);
    assert.doesNotMatch(nootHtml(html(MET_NOTEN), "v2"), /web\.archive\.org/);
  });

  it("shows nothing beside a remark that names no source", () => {
    const page = html(kamervraag({ blokken: [antwoord(["1"], "Ja[^a1].")], noten: [noot("a1", "Alleen op zee.")] }));
    assert.doesNotMatch(nootHtml(page, "a1"), /nootbronnen/);
  });
});

describe("toBronnenBijVragen", () => {
  it("counts the kinds, and says for each note its sources and its vraag", () => {
    const view = toBronnenBijVragen(MET_NOTEN);
    assert.equal(
      view?.samenvatting?.replaceAll("\u00a0", " "),
      "In de noten bij de vragen: 1 nieuwsbron en 1 Kamerstuk.",
    );
    assert.deepEqual(
      view?.noten.map(({ bronnen, href, bij }) => [bronnen.map(({ naam, soort }) => naam ?? soort), href, bij]),
      [
        [["NOS"], "#noot-v1", " bij vraag\u00a01"],
        [["Kamerstuk"], "#noot-v2", " bij vraag\u00a01"],
        [[], "#noot-v3", " bij vraag\u00a02"],
      ],
    );
  });

  it("is not there without notes under the vragen", () => assert.equal(toBronnenBijVragen(kamervraag()), undefined));
});

describe("the sources of notes as data", () => {
  it("stand with each note in the JSON", () => {
    const { noten } = JSON.parse(toJson(MET_NOTEN, PEILDATUM));
    assert.deepEqual(noten[0].bronnen, [
      {
        soort: "nieuwsmedium",
        medium: "NOS",
        datum: "2099-05-03",
        url: "https://nos.nl/artikel/1",
        archiefUrl: "https://web.archive.org/web/20991018/https://nos.nl/artikel/1",
      },
    ]);
    assert.deepEqual(noten[1].bronnen, [
      { soort: "kamerstuk", url: "https://zoek.officielebekendmakingen.nl/kst-36200-77.html" },
    ]);
    assert.deepEqual([noten[2].soort, noten[2].bronnen], [undefined, []]);
  });

  it("are rows of a table, one for each", () => {
    assert.equal(NOTEN_KOLOMMEN, "sleutel,ingediend,bereik,anker,soort,medium,domein,url,mediumsoort,datum\r\n");
    assert.equal(
      toNotenCsv(MET_NOTEN),
      [
        "2099Z00001,2099-10-18,vraag,v1,nieuwsmedium,NOS,nos.nl,https://nos.nl/artikel/1,omroep,2099-05-03",
        "2099Z00001,2099-10-18,vraag,v2,kamerstuk,,zoek.officielebekendmakingen.nl,https://zoek.officielebekendmakingen.nl/kst-36200-77.html,,",
        "2099Z00001,2099-10-18,antwoord,a1,web,,voorbeeld.example.nu,https://voorbeeld.example.nu/wolken,,",
        "2099Z00001,2099-10-18,antwoord,a1,web,,voorbeeld.example,https://voorbeeld.example/x,,",
        "",
      ].join("\r\n"),
    );
  });

  it("have no cell that a spreadsheet takes for a formula", () => {
    const csv = toNotenCsv({ ...MET_NOTEN, sleutel: "=1+1" }) + toMediaCsv();
    assert.doesNotMatch(csv, /(?:^|,|\n)"?[=+@-]/);
  });
});
