import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addressOfDoc } from "../../src/sources/adres.ts";
import { decodeer } from "../../src/sources/decodeer.ts";
import { herken } from "../../src/sources/herken.ts";
import { soortOfMededeling } from "../../src/sources/mededeling.ts";
import { readMetadataJson, readMetadataXml } from "../../src/sources/metadata.ts";
import { reorder, withFullNames } from "../../src/sources/namen.ts";
import { findNootmerken } from "../../src/sources/nootmerk-in-tekst.ts";
import {
  joinAntwoordregels,
  parseAdressaten,
  parseAntwoordregel,
  parseLeden,
  parseVraagdeel,
  parseVraagregel,
} from "../../src/sources/omschrijving.ts";
import { parseXml } from "../../src/sources/xml-boom.ts";

const herkomst = { bestand: "x", sha256: "0".repeat(64) };

describe("parseVraagregel", () => {
  it("reads members, addressees, subject and date", () => {
    assert.deepEqual(
      parseVraagregel(
        "Vragen van de leden Duin (ABC), Van der Meent en Oever (beiden DEF) aan de Ministers van Wind en Water, voor Dijken en van Kaas over het weer (ingezonden 5 oktober 2060).",
      ),
      {
        indieners: [
          { naam: "Duin", fractie: "ABC" },
          { naam: "Van der Meent", fractie: "DEF" },
          { naam: "Oever", fractie: "DEF" },
        ],
        gerichtAan: [
          { functie: "Minister van Wind en Water" },
          { functie: "Minister voor Dijken" },
          { functie: "Minister van Kaas" },
        ],
        onderwerp: "het weer",
        ingediend: "2060-10-05",
        isMondeling: false,
      },
    );
  });

  for (const regel of [
    "Antwoord op vVragen van het lid Duin (ABC) aan de Minister van Wind over x",
    "Antwoord op op vragen van het lid Duin (ABC) aan de Minister van Wind over x",
    "Antwoord op ragen van het lid Duin (ABC) aan de Minister van Wind over x",
    "Antwoord van Minister Meent (Wind) op vragen van het lid Duin (ABC) aan de Minister van Wind over x",
  ]) {
    it(`reads the questions in "${regel.slice(0, 40)}…"`, () => {
      const { indieners, onderwerp } = parseVraagdeel([regel]);
      assert.deepEqual([indieners, onderwerp], [[{ naam: "Duin", fractie: "ABC" }], "x"]);
    });
  }

  it("does not take the subject of a letter for who answers", () => {
    const wie = "Antwoord van Minister Meent (Wind) (ontvangen 3 mei 2062)";
    assert.equal(joinAntwoordregels(["Beantwoording Kamervragen van het lid Duin over x", wie]), wie);
    assert.equal(joinAntwoordregels(["Antwoord op vVragen van het lid Duin over x", wie]), wie);
    assert.equal(
      joinAntwoordregels([wie, "Zie ook Aanhangsel Handelingen, nr. 3"]),
      `${wie} Zie ook Aanhangsel Handelingen, nr. 3`,
    );
  });

  it("survives typing errors and oral questions", () => {
    assert.equal(
      parseVraagregel("Antwoord op ragen van het lid Duin (ABC) aan de Minister van Wind over x").indieners[0]?.naam,
      "Duin",
    );
    assert.equal(
      parseVraagregel(
        "Mondelinge vragen van het lid Duin (ABC) aan de minister van Wind inzake x. (Ingezonden 28 september 1998)",
      ).isMondeling,
      true,
    );
    assert.deepEqual(parseVraagregel("Iets heel anders").indieners, []);
  });

  for (const [text, expected] of [
    ["A (X)", "A:X"],
    ["A en B (allen Groep C)", "A:Groep C B:Groep C"],
    ["A, B en C (alle drie X)", "A:X B:X C:X"],
    ["A en B (X en Y)", "A:X B:Y"],
    ["A, B (X)", "A:X B:X"],
    ["A en B (X)", "A:X B:X"],
    ["A, B (X) en C (Y)", "A:- B:X C:Y"],
    ["A (X), B en C (beiden Y)", "A:X B:Y C:Y"],
    ["A (X), B en C", "A:X B:- C:-"],
    ["A en B (beide Y)", "A:Y B:Y"],
    ["DaniëlleDuin (X)", "Daniëlle Duin:X"],
    ["MacDuin (X)", "MacDuin:X"],
    ["", ""],
  ] as const) {
    it(`gives each member a fractie: "${text}"`, () => {
      assert.equal(
        parseLeden(text)
          .map(({ naam, fractie }) => `${naam}:${fractie ?? "-"}`)
          .join(" "),
        expected,
      );
    });
  }

  for (const [text, expected] of [
    ["de Minister-President en de Minister van Kaas", "Minister-President|Minister van Kaas"],
    [
      "de Minister van Wind en Water en de Staatssecretaris van Kunst, Kaas en Kade",
      "Minister van Wind en Water|Staatssecretaris van Kunst, Kaas en Kade",
    ],
    ["de Staatssecretarissen van A en van B", "Staatssecretaris van A|Staatssecretaris van B"],
    ["het Presidium", "Presidium"],
    ["de Minister en de Staatssecretaris van Kaas", "Minister van Kaas|Staatssecretaris van Kaas"],
    ["de Minister-President, Minister van Algemene Zaken", "Minister-President, Minister van Algemene Zaken"],
    ["de Minister van Kaas, bij afwezigheid van de Staatssecretaris van Wind,", "Minister van Kaas"],
    [
      "de Staatssecretarissen van Onderwijs, Cultuur en Wetenschap en Volksgezondheid, Welzijn en Sport",
      "Staatssecretaris van Onderwijs, Cultuur en Wetenschap|Staatssecretaris van Volksgezondheid, Welzijn en Sport",
    ],
    [
      "de ministers van Justitie en Veiligheid en Binnenlandse Zaken en Koninkrijkrelaties",
      "minister van Justitie en Veiligheid|minister van Binnenlandse Zaken en Koninkrijkrelaties",
    ],
  ] as const) {
    it(`parts addressees: "${text}"`, () => {
      assert.equal(
        parseAdressaten(text)
          .map(({ functie }) => functie)
          .join("|"),
        expected,
      );
    });
  }
});

describe("parseAntwoordregel", () => {
  const aan = [{ functie: "Minister voor Dijken" }];
  it("reads who answers, in whose name as well, and the earlier notices", () => {
    assert.deepEqual(
      parseAntwoordregel(
        "Antwoord van Minister Wierdeman (Dijken), mede namens de Staatssecretaris van Kaas (ontvangen 3 november 2060). Zie ook Aanhangsel Handelingen, vergaderjaar 2059–2060, nrs. 41 en 52.",
        aan,
        "tk",
      ),
      {
        soort: "antwoord",
        beantwoordDoor: [
          { naam: "Wierdeman", functie: "Minister voor Dijken" },
          { functie: "Staatssecretaris van Kaas", medeNamens: true },
        ],
        ontvangen: "2060-11-03",
        zieOok: ["ah-tk-20592060-41", "ah-tk-20592060-52"],
      },
    );
  });

  it("keeps a portfolio as printed where the addressees do not tell the office's name", () => {
    assert.deepEqual(
      parseAntwoordregel(
        "Antwoord van minister A (B C) en van staatssecretaris D (E) (ontvangen 1 mei 2060)",
        aan,
        "tk",
      ).beantwoordDoor,
      [
        { naam: "A", functie: "minister, B C" },
        { naam: "D", functie: "staatssecretaris, E" },
      ],
    );
  });

  it("tells a notice and a further answer from an answer", () => {
    assert.equal(
      parseAntwoordregel("Mededeling van Minister A (B) (ontvangen (ontvangen 7 juni 2060)", [], "tk").soort,
      "mededeling",
    );
    assert.equal(
      parseAntwoordregel("Mededeling van Minister A (B) (ontvangen (ontvangen 7 juni 2060)", [], "tk").ontvangen,
      "2060-06-07",
    );
    assert.equal(
      parseAntwoordregel("Nader antwoord van Minister A (B) (ontvangen 7 juni 2060)", [], "tk").soort,
      "nader-antwoord",
    );
  });
});

describe("withFullNames", () => {
  for (const [naam, full, expected] of [
    ["Van Weide", "S.P. van Weide", "S.P. van Weide"],
    ["Romke de Boer", "R.H. (Romke) de Boer", "R.H. (Romke) de Boer"],
    ["Şahin", "A. Sahin", "A. Sahin"],
    ["Weide", "S.P. van Heide", "Weide"],
  ] as const) {
    it(`knows ${naam} as ${expected}`, () => assert.equal(withFullNames([{ naam }], [full])[0]?.naam, expected));
  }

  it("does not choose between two that fit", () => {
    assert.deepEqual(withFullNames([{ naam: "Jansen" }], ["A. Jansen", "B. Jansen"]), [{ naam: "Jansen" }]);
    assert.equal(reorder("Dijk, D.J.H. van"), "D.J.H. van Dijk");
  });
});

describe("findNootmerken", () => {
  const marks = (text: string, from = 1) => {
    let next = from;
    const { merken } = findNootmerken(text, (nummer) => {
      if (nummer !== next) return false;
      next += 1;
      return true;
    });
    return merken.map(({ nummer }) => nummer);
  };
  for (const [text, expected] of [
    ["het bericht «x»1?", ["1"]],
    ["op 29 oktober1 en op 3 november2 per brief", ["1", "2"]],
    ["gestuurd?1 Zo ja", ["1"]],
    ["realiseren.1", ["1"]],
    ["CO1 en Box 1 en PM1 en 34 550 VI", []],
    ["1.000 en 5.1 en 3:1 en nr.1 en 12,1", []],
    ["12 m1 en 3 km1 en mp1", []],
    ["site1.nl en deel1a", []],
    ["versie2 van het plan", []],
  ] as const) {
    it(`finds ${expected.length} in "${text}"`, () => assert.deepEqual(marks(text), expected));
  }

  it("keeps a digit that does not fit the rising numbers as text, and says so", () => {
    const { merken, twijfel } = findNootmerken("woord3 en woord1", (nummer) => nummer === 1);
    assert.deepEqual(
      merken.map(({ nummer }) => nummer),
      ["1"],
    );
    assert.deepEqual(
      twijfel.map(({ nummer }) => nummer),
      ["3"],
    );
  });
});

describe("soortOfMededeling", () => {
  for (const [tekst, expected] of [
    ["De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.", "uitstel"],
    ["Hierbij deel ik mee dat ik om uitstel verzoek.", "uitstel"],
    ["De vragen zijn door de vragensteller ingetrokken.", "ingetrokken"],
    ["Op deze vragen is ingegaan in de brief van 3 mei.", "per-brief"],
    ["Ik dank het lid voor de belangstelling.", "overig"],
  ] as const) {
    it(`calls "${tekst}" ${expected}`, () => assert.equal(soortOfMededeling(tekst), expected));
  }
});

describe("metadata", () => {
  const wortel = (xml: string) => {
    const { wortel: found } = parseXml(xml);
    assert.ok(found);
    return found;
  };

  it("reads the same from metadata.xml, OWMS, SRU and JSON", () => {
    const fields = {
      id: "kv-tk-2060Z00042",
      vraagnummers: ["2060Z00042"],
      titel: "Het weer",
      ingediend: "2060-10-05",
      aanhangsels: ["ah-tk-20602061-77"],
    };
    const pick = (all: ReturnType<typeof readMetadataXml>) => {
      const [one] = all;
      assert.equal(all.length, 1);
      return {
        id: one?.id,
        vraagnummers: one?.vraagnummers,
        titel: one?.titel,
        ingediend: one?.ingediend,
        aanhangsels: one?.aanhangsels,
      };
    };
    const xml = `<metadata_gegevens><metadata name="DC.identifier" content="kv-tk-2060Z00042"/><metadata name="DC.title" content=" Het
      weer "/><metadata name="OVERHEIDop.vraagNummer" content="2060z00042"/><metadata name="OVERHEIDop.datumIndiening" content="2060-10-05"/><metadata name="OVERHEIDop.aanhangsel" content="ah-tk-20602061-77"/></metadata_gegevens>`;
    assert.deepEqual(pick(readMetadataXml(wortel(xml), herkomst)), fields);
    const owms = `<owms-metadata xmlns:d="x" xmlns:o="y"><owmskern><d:identifier>kv-tk-2060Z00042</d:identifier><d:title>Het weer</d:title></owmskern><oep><o:vraagnummer>2060Z00042</o:vraagnummer><o:datumIndiening>2060-10-05</o:datumIndiening><o:aanhangsel>ah-tk-20602061-77</o:aanhangsel></oep></owms-metadata>`;
    assert.deepEqual(pick(readMetadataXml(wortel(owms), herkomst)), fields);
    const sru = `<s:record xmlns:s="s"><s:recordData><g:gzd xmlns:g="g"><g:originalData>${owms}</g:originalData></g:gzd></s:recordData></s:record>`;
    assert.deepEqual(pick(readMetadataXml(wortel(sru), herkomst)), fields);
    const json = {
      identifier: [["OVERHEIDop.ParlID", "kv-tk-2060Z00042"]],
      title: [["", "Het weer"]],
      vraagnummer: "2060Z00042",
      datumIndiening: ["2060-10-05"],
      aanhangsel: "ah-tk-20602061-77",
    };
    assert.deepEqual(pick(readMetadataJson(json, herkomst)), fields);
  });

  it("passes over dates that do not exist and publications of another kind", () => {
    const bad = `<metadata_gegevens><metadata name="DC.identifier" content="ah-tk-20602061-1"/><metadata name="OVERHEIDop.datumOntvangst" content="2060-02-30"/></metadata_gegevens>`;
    assert.equal(readMetadataXml(wortel(bad), herkomst)[0]?.ontvangen, undefined);
    assert.deepEqual(
      readMetadataXml(
        wortel(`<metadata_gegevens><metadata name="DC.identifier" content="kst-1-2"/></metadata_gegevens>`),
        herkomst,
      ),
      [],
    );
    assert.deepEqual(readMetadataJson({ a: null, b: [1] }, herkomst), []);
  });
});

describe("addressOfDoc", () => {
  for (const [doc, expected] of [
    ["stb-2060-118", "https://zoek.officielebekendmakingen.nl/stb-2060-118.html"],
    ["34550-VI", "https://zoek.officielebekendmakingen.nl/dossier/34550-VI"],
    ["jci1.3:c:BWBR0005537&artikel=3:4", "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=3:4"],
    ["www.voorbeeld.example/x", "https://www.voorbeeld.example/x"],
    ["https://voorbeeld.example/", "https://voorbeeld.example/"],
    ["javascript:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["", undefined],
  ] as const) {
    it(`leads "${doc}" to ${expected}`, () => assert.equal(addressOfDoc(doc), expected));
  }
});

describe("decodeer", () => {
  it("reads UTF-8 whatever is declared, UTF-16 by its mark, and else what is declared", () => {
    assert.equal(decodeer(Buffer.from(`<?xml version="1.0" encoding="US-ASCII"?>é`)).tekst.at(-1), "é");
    assert.equal(decodeer(Buffer.from("\uFEFFé", "utf16le")).tekst.at(-1), "é");
    assert.deepEqual(decodeer(Buffer.from([0xe9, 0x80])), { tekst: "é€", hersteld: "windows-1252" });
    assert.equal(decodeer(Buffer.from("a\r\nb\rc")).tekst, "a\nb\nc");
  });
});

describe("every reader", () => {
  const xml = `<officiele-publicatie><kamervragen><kamervraagomschrijving type="vraag">Vragen van het lid A (B) aan de Minister van C over D (ingezonden 1 mei 2060).</kamervraagomschrijving><vraag><nr>Vraag 1</nr><al>Tekst<noot id="n"><noot.nr>1</noot.nr><noot.al>Noot</noot.al></noot> &amp; meer</al><lijst><li><li.nr>a.</li.nr><al>punt</al></li></lijst></vraag><antwoord><nr>Antwoord 1</nr><table><tgroup cols="2"><tbody><row><entry>x</entry><entry morerows="2">y</entry></row></tbody></tgroup></table></antwoord></kamervragen></officiele-publicatie>`;
  const pagina =
    "Kamervraag 2060Z00001\n\nTitel\n\nIngediend 1 mei 2060\nIndiener A (B)\n1. Noot\n • Vraag 1\n  Tekst1\n\n  Antwoord2\n\nKamervraag document nummer: kv-tk-2060Z00001\n";

  const html = `<html><head><meta name="DC.identifier" content="ah-tk-20602061-1"></head><body><div class="stuk"><h1 class="kamervraagomschrijving_kop">Vragen van het lid A (B)</h1><div class="vraag"><h2 class="stuktitel">Vraag 1</h2><p>Tekst<a class="nootnum" href="#n1">1</a> <b>vet</b></p><ul><li>punt</li></ul></div><div class="antwoord"><p class="nummer">1</p><table><tr><td rowspan="2">x</td><td colspan="3">y</td></tr></table></div><div class="voet noot" id="supernote-note-n1"><h5 class="note-close">X Noot</h5><sup>1</sup><p>Noot</p></div></div></body></html>`;

  it("never throws and never stalls, however a document is cut, stirred or repeated", async () => {
    const pieces = (source: string) => source.split(/(?<=>)|(?=<)|(?<=\n)/);
    const stirred = fc.constantFrom(xml, pagina, html).chain((source) =>
      fc.oneof(
        fc.nat(source.length).map((at) => source.slice(0, at)),
        fc
          .tuple(fc.nat(source.length), fc.nat(40))
          .map(([at, length]) => source.slice(0, at) + source.slice(at + length)),
        fc.shuffledSubarray(pieces(source), { minLength: 1 }).map((parts) => parts.join("")),
        fc
          .tuple(fc.nat(source.length), fc.string())
          .map(([at, noise]) => source.slice(0, at) + noise + source.slice(at)),
        fc.constant(source + source),
      ),
    );
    await fc.assert(
      fc.asyncProperty(stirred, async (source) => {
        await herken("x", Buffer.from(source), "0".repeat(64));
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses a text that nests without end, and takes paragraphs of any number of pieces", async () => {
    const deep = await herken("x", Buffer.from(`<kamervragen>${"<al>".repeat(1_000_000)}x`), "0".repeat(64));
    assert.equal(deep.soort === "mislukt" && deep.diagnostiek.code, "xml-te-diep");
    const pieces = xml.replace("Tekst", "a<nadruk type='cur'>b</nadruk>&amp;".repeat(60_000));
    assert.equal((await herken("x", Buffer.from(pieces), "0".repeat(64))).soort, "documenten");
  });

  it("takes linear time on a page with runs of white space, names and parentheses", async () => {
    const runs = ["\u00a0", "a ", "a(", " ,"].map((piece) => piece.repeat(200_000));
    const start = performance.now();
    for (const run of runs) {
      await herken("x", Buffer.from(pagina.replace("Indiener A (B)", `Indiener ${run}(`)), "0".repeat(64));
      await herken("x", Buffer.from(pagina.replace("Vraag 1", `Vraag 1${run}x`)), "0".repeat(64));
      await herken("x", Buffer.from(xml.replace("Minister van C", `Minister${run}x`)), "0".repeat(64));
    }
    assert.ok(performance.now() - start < 15_000, `${performance.now() - start} ms`);
  });

  it("takes linear time on a document of one line", async () => {
    const oneLine = xml.replaceAll("\n", "").replace("Tekst", "<al>woord</al>".repeat(150_000));
    const start = performance.now();
    await herken("x", Buffer.from(oneLine), "0".repeat(64));
    assert.ok(performance.now() - start < 8_000, `${performance.now() - start} ms`);
  });

  it("takes linear time on deep nesting and very long lines", async () => {
    const deep = `<officiele-publicatie><kamervragen>${"<al>".repeat(100_000)}x${"</al>".repeat(100_000)}</kamervragen></officiele-publicatie>`;
    const long = xml.replace("Tekst", "a1 ".repeat(300_000));
    const longPage = pagina.replace("Tekst1", "woord1 ".repeat(150_000));
    const start = performance.now();
    for (const source of [deep, long, longPage]) await herken("x", Buffer.from(source), "0".repeat(64));
    assert.ok(performance.now() - start < 15_000, `${performance.now() - start} ms`);
  });
});
