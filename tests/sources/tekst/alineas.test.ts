import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { joinRegels, type Regelval } from "../../../src/sources/tekst/alineas.ts";
import { splitRegels } from "../../../src/sources/tekst/regels.ts";

const join = (tekst: string, regelval: Regelval = "zetspiegel") =>
  joinRegels(splitRegels(tekst), regelval).alineas.map((alinea) => alinea.tekst);

const VOL = "Deze regel is ongeveer zo lang als een regel van een bladzijde hoort te zijn";

describe("joinRegels: hyphens at a line's end", () => {
  for (const [tekst, expected] of [
    ["de beantwoor-\nding van de vraag", "de beantwoording van de vraag"],
    ["de beant\u00ad\nwoording", "de beantwoording"],
    ["de in-\nen uitvoer", "de in- en uitvoer"],
    ["de op-\nof afslag", "de op- of afslag"],
    ["het RIEC-\noverleg", "het RIEC-overleg"],
    ["de e-\nmail", "de e-mail"],
    ["het Noord-\nHollandse duin", "het Noord-Hollandse duin"],
    ["de zee-egel en de zee-\negel", "de zee-egel en de zee-egel"],
    ["van 2062–\n2063", "van 2062–2063"],
    ["eerst –\ndan dit", "eerst – dan dit"],
  ] as const) {
    it(`makes "${expected}" of ${JSON.stringify(tekst)}`, () => assert.deepEqual(join(tekst), [expected]));
  }

  it("accounts for the hyphen that it dropped, and for none that it kept", () => {
    const dropped = (tekst: string) => joinRegels(splitRegels(tekst), "zetspiegel").stukken;
    assert.deepEqual(dropped("beant-\nwoording"), [{ tekst: "-", regel: "afbreekstreepje" }]);
    assert.deepEqual(dropped("in-\nen uitvoer"), []);
  });
});

describe("joinRegels: addresses over two lines", () => {
  for (const [tekst, expected] of [
    ["https://\nduin.example/pad", "https://duin.example/pad"],
    ["https://duin.example/lange-\nweg", "https://duin.example/lange-weg"],
    ["www.duin.example/\npad", "www.duin.example/pad"],
    ["zie duin en/\nof zee", "zie duin en/ of zee"],
  ] as const) {
    it(`makes "${expected}" of ${JSON.stringify(tekst)}`, () => assert.deepEqual(join(tekst), [expected]));
  }
});

describe("joinRegels: where a paragraph begins", () => {
  for (const [name, tekst, expected] of [
    ["after a short line with a full stop", `${VOL}\ndan houdt het op.\nNu begint iets nieuws`, 2],
    ["not after a full line", `${VOL}.\nNu gaat het door`, 1],
    ["not in the middle of a sentence", "Het water\nkomt hoger", 1],
    ["not before a lower-case letter", "Kort.\nen verder", 1],
    ["after an empty line", "Het water\n\nkomt hoger", 2],
    ["at an item of a list", "Wij noemen:\n– een;\n– twee.", 3],
    ["not at a dash in a sentence", "Het water\n– dat is nat – komt hoger", 1],
    ["after several lines that were glued into one", `${VOL}${VOL}.\nNu begint iets nieuws`, 2],
  ] as const) {
    it(name, () => assert.equal(join(tekst).length, expected, JSON.stringify(join(tekst))));
  }

  it("takes every line of a Word text for a paragraph, and every block of a wrapped one", () => {
    assert.deepEqual(join("een\ntwee\n\ndrie", "alinea"), ["een", "twee", "drie"]);
    assert.deepEqual(join("een\ntwee\n\ndrie", "witregels"), ["een twee", "drie"]);
    assert.deepEqual(join("Een.\nTwee.\n\nDrie.", "witregels"), ["Een. Twee.", "Drie."]);
  });

  it("lets nothing go on behind a whole line, and nothing before one that opens", () => {
    const grenzen = { opent: (tekst: string) => tekst === "Vraag 1", isHeel: (tekst: string) => tekst === "Vraag 1" };
    const { alineas } = joinRegels(splitRegels("de regel\nVraag 1\nhoe laat is het"), "zetspiegel", grenzen);
    assert.deepEqual(
      alineas.map(({ tekst, regel }) => [tekst, regel]),
      [
        ["de regel", 1],
        ["Vraag 1", 2],
        ["hoe laat is het", 3],
      ],
    );
  });
});
