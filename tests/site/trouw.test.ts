import assert from "node:assert/strict";
import { describe, it } from "node:test";
import nunjucks from "nunjucks";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { type PaginaContext, toKamervraagView } from "../../src/site/pagina.ts";
import { createRenderer } from "../../src/site/render.ts";
import { toTellingzin } from "../../src/site/trouw.ts";
import { antwoord, bron, kamervraag, vraag } from "./voorbeelden.ts";

const peildatum = "2099-12-01";
const trouw = (overrides: Partial<Kamervraag> = {}, context: Partial<PaginaContext> = {}) =>
  toKamervraagView(kamervraag(overrides), { peildatum, ...context }).trouw;
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

describe("toTrouw", () => {
  it("gives each reading of a document an address of its own", () => {
    const id = "ah-tk-20982099-77";
    const bronnen = [
      bron(id, "antwoord"),
      bron(id, "antwoord", { vorm: "html", vervangenDoor: id }),
      bron(id, "antwoord", { vorm: "html", vervangenDoor: id }),
    ];
    assert.deepEqual(
      trouw({ bronnen }).documenten.map(({ anker, vervangenDoor }) => [anker, vervangenDoor]),
      [
        [`document-${id}`, undefined],
        [`document-${id}-html`, { href: `#document-${id}`, tekst: "XML" }],
        [`document-${id}-html-2`, { href: `#document-${id}`, tekst: "XML" }],
      ],
    );
  });

  it("makes a remark once, and quotes the source only where the sentence does not", () => {
    const opmerking = { code: "vraagnummer-uit-nootkenmerk", ernst: "waarschuwing", plaats: "kop" } as const;
    const diagnostiek = [
      { ...opmerking, gevonden: "2099Z00001", bron: "ah-tk-20982099-77" },
      { ...opmerking, gevonden: "2099Z00001", bron: "ah-tk-20982099-78" },
      { code: "vraagnummer-ontbreekt", ernst: "waarschuwing", plaats: "kop", gevonden: "Aan de Kamer" },
    ] as const;
    assert.deepEqual(
      trouw({ diagnostiek }).opmerkingen.map(({ gevonden }) => gevonden),
      [undefined, "Aan de Kamer"],
    );
  });

  it("never calls a vraag or antwoord without number by one", () => {
    const blokken = [vraag(["1"]), vraag([]), antwoord([])];
    const diagnostiek = [
      { code: "vraag-zonder-nummer", ernst: "waarschuwing", plaats: "vraag-z1" },
      { code: "antwoord-zonder-nummer", ernst: "waarschuwing", plaats: "antwoord-z1" },
    ] as const;
    const subject = trouw({ blokken, diagnostiek });
    assert.deepEqual(
      subject.opmerkingen.flatMap(({ plaatsen }) => plaatsen.map(({ tekst, href }) => [tekst, href])),
      [
        ["Vraag zonder nummer", "#vraag-z1"],
        ["Antwoord zonder nummer", "#antwoord-z1"],
      ],
    );
  });

  it("links a remark to its place when that is on the page", () => {
    const diagnostiek = [
      { code: "iets-vreemds", ernst: "waarschuwing", plaats: "antwoord-2" },
      { code: "iets-vreemds", ernst: "waarschuwing", plaats: "antwoord-99" },
      { code: "iets-vreemds", ernst: "fout", plaats: "kop" },
    ] as const;
    assert.deepEqual(
      trouw({ diagnostiek }).opmerkingen.flatMap(({ plaatsen }) => plaatsen.map(({ tekst, href }) => [tekst, href])),
      [
        ["Antwoord 2", "#antwoord-2"],
        ["Antwoord 99", undefined],
        ["Kop van het document", undefined],
      ],
    );
  });

  it("says where the characters of each document went, and that a hand edit makes the count worthless", () => {
    const tekens = { bron: 9120, behouden: 8800, weggelaten: { paginavoet: 320 } };
    const bronnen = [bron("ah-tk-20982099-77", "antwoord", { tekens }), bron("kv-tk-2099Z00001", "vraag")];
    assert.deepEqual(
      trouw({ bronnen }).documenten.map(({ telling }) => telling),
      [
        "Van de 9.120 tekens van dit document staan er 8.800 op deze pagina; 320 zijn weggelaten: paginavoet (320).",
        "Van dit document is geen telling van de tekens bewaard.",
      ],
    );
    const bewerkt = trouw({ bronnen }, { isBewerkt: true });
    assert.ok(bewerkt.documenten.every(({ telling }) => telling === undefined));
    assert.match(bewerkt.bewerkt ?? "", /met de hand bewerkt/);
    assert.equal(bewerkt.isGeteld, false);
  });

  it("draws remarks of one kind together, each place with a link of its own", () => {
    const blokken = [vraag(["1"]), antwoord(["1"]), vraag([]), vraag([])];
    const diagnostiek = ["vraag-z1", "vraag-z2"].map(
      (plaats) => ({ code: "vraag-zonder-nummer", ernst: "waarschuwing", plaats }) as const,
    );
    assert.deepEqual(
      trouw({ blokken, diagnostiek }).opmerkingen.map(({ plaatsen }) => plaatsen),
      [
        [
          { tekst: "Vraag zonder nummer", href: "#vraag-z1" },
          { tekst: "Vraag zonder nummer (2)", href: "#vraag-z2" },
        ],
      ],
    );
  });

  it("shows title lines and metadata files once, where a second reading has the same", () => {
    const id = "ah-tk-20982099-77";
    const gelijk = {
      titel: "Over archieven",
      kopregels: ["(ABC)"],
      metadata: [{ bestand: "metadata.xml", sha256: "f".repeat(64) }],
    };
    const bronnen = [
      bron(id, "antwoord", gelijk),
      bron(id, "antwoord", { ...gelijk, vorm: "pdf", bestand: "x.pdf", vervangenDoor: id }),
    ];
    const [getoond, ander] = trouw({ bronnen }).documenten;
    assert.deepEqual([getoond?.titel, getoond?.kopregels, getoond?.bestanden.length], ["Over archieven", ["(ABC)"], 2]);
    assert.deepEqual([ander?.titel, ander?.kopregels, ander?.bestanden.length], [undefined, [], 1]);
  });

  it("names the day on which a file was fetched, the metadata, and on what a document was joined", () => {
    const sha256 = "f".repeat(64);
    const koppeling = { zekerheid: 0.999, op: ["onderwerp", "indieners"] };
    const metadata = [{ bestand: "verzonnen/metadata.xml", sha256 }];
    const [een] = trouw({
      bronnen: [bron("ah-tk-20982099-77", "antwoord", { opgehaald: "2099-11-05", koppeling, metadata })],
    }).documenten;
    assert.equal(plain(een?.feiten.at(-1)), "Opgehaald op 5 november 2099");
    assert.deepEqual(
      een?.bestanden.map(({ label, bestand }) => [label, bestand]),
      [
        ["Bestand", "verzonnen/ah-tk-20982099-77.xml"],
        ["Gegevens uit", "verzonnen/metadata.xml"],
      ],
    );
    assert.match(
      een?.koppeling ?? "",
      /op grond van hetzelfde onderwerp en dezelfde indieners; zekerheid 1,00 op een schaal van 0 tot 1\.$/,
    );
  });

  it("leads to the operator's address, or says whom to tell without a link that leads nowhere", () => {
    const zonder = trouw().melden;
    assert.equal(zonder.link, undefined);
    assert.match(zonder.zonderAdres, /Noem 2099Z00001 /);
    const met = trouw(
      {},
      { meldadres: "https://voorbeeld.nl/fout?k={sleutel}&p={pagina}", adres: "https://archief.example" },
    );
    assert.equal(
      met.melden.link?.href,
      "https://voorbeeld.nl/fout?k=2099Z00001&p=https%3A%2F%2Farchief.example%2Fkamervraag%2F2099%2F2099Z00001.html",
    );
  });
});

describe("toTellingzin", () => {
  for (const [tekens, zin] of [
    [{ bron: 20, behouden: 20 }, "Alle 20 tekens van dit document staan op deze pagina."],
    [
      { bron: 1200, behouden: 1, weggelaten: { "feit:ingediend": 9, "dubbel:kv-tk-1": 500, "dubbel:kv-tk-2": 690 } },
      "Van de 1.200 tekens van dit document staat er 1 op deze pagina; 1.199 zijn weggelaten: tekst die gelijk is aan die van een ander document (1.190), datum van indiening (9).",
    ],
    [
      {
        bron: 10,
        behouden: 0,
        weggelaten: { "regel-van-later": 9 },
        onverklaard: 1,
        verlies: { plaats: "vraag-1", tekst: "x" },
      },
      "Van de 10 tekens van dit document staat er geen op deze pagina; 9 zijn weggelaten: regel van later (9); van 1 is niet verklaard waar het is gebleven, het eerst bij vraag-1: «x».",
    ],
  ] as const) {
    it(`says «${zin.slice(0, 60)}…»`, () => assert.equal(plain(toTellingzin(tekens)), zin));
  }
});

describe("the panel on the page", () => {
  const { renderKamervraag } = createRenderer(createOmgeving(new nunjucks.FileSystemLoader("templates")));
  const render = (context: Partial<PaginaContext>) => renderKamervraag(kamervraag(), { peildatum, ...context });

  it("is there in full without a click: no element that opens", () => {
    const html = render({});
    for (const kop of ["Verantwoording", "Documenten", "Zo staat het er", "Een fout melden"])
      assert.ok(html.includes(`>${kop}</h`), kop);
    assert.ok(!/<details|<dialog|popover/.test(html));
  });

  it("has one link to report with an address, and none without", () => {
    assert.equal(render({}).includes("Meld een fout in"), false);
    assert.equal(render({ meldadres: "mailto:fout@voorbeeld.nl" }).match(/href="mailto:/g)?.length, 1);
  });
});
