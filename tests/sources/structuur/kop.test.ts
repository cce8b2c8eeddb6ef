import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { element } from "../../../src/sources/opmaak.ts";
import { regelOf } from "../../../src/sources/structuur/blokken.ts";
import { goesOn, readKopblok } from "../../../src/sources/structuur/kop.ts";
import { isElement, type XmlElement } from "../../../src/sources/xml-boom.ts";

const wat = (found: XmlElement): string => {
  const [inner] = found.kinderen;
  const { type, inhoud } = inner && isElement(inner) ? inner.attributen : found.attributen;
  return `${found.lokaal}${type || inhoud ? ` ${type ?? inhoud}` : ""}: ${regelOf(found)}`;
};
const read = (regel: string, { vorige = "", volgende = "", heeftTitel = false, titelVolgt = false } = {}) =>
  readKopblok(element("al", [regel]), { vorige, volgende, heeftTitel, titelVolgt })?.map(wat);

describe("readKopblok", () => {
  for (const [regel, expected] of [
    ["Tweede Kamer der Staten-Generaal", ["kamervraagkop kameraanduiding: Tweede Kamer der Staten-Generaal"]],
    ["Eerste Kamer der Staten-Generaal1", ["kamervraagkop kameraanduiding: Eerste Kamer der Staten-Generaal1"]],
    [
      "Vergaderjaar 2062–2063 Aanhangsel van de Handelingen",
      [
        "kamervraagkop vergaderjaar: Vergaderjaar 2062–2063",
        "kamervraagkop documenttype: Aanhangsel van de Handelingen",
      ],
    ],
    ["AH 617", ["kamervraagkop documenttype: AH", "kamervraagnummer: 617"]],
    ["2062Z 17972", ["vraagnummer: 2062Z 17972"]],
    ["(ingezonden 3 mei 2062)", ["kamervraagomschrijving vraag: (ingezonden 3 mei 2062)"]],
    ["(ontvangen 3 mei 2062)", ["kamervraagomschrijving antwoord: (ontvangen 3 mei 2062)"]],
    ["Vragen van het lid Meent (DEF) over x", ["kamervraagomschrijving vraag: Vragen van het lid Meent (DEF) over x"]],
    ["Antwoord van minister A (B)", ["kamervraagomschrijving antwoord: Antwoord van minister A (B)"]],
    ["Mededeling van Minister A (B)", ["kamervraagomschrijving antwoord: Mededeling van Minister A (B)"]],
    [
      "Antwoord op vVragen van het lid Meent over x",
      ["kamervraagomschrijving antwoord: Antwoord op vVragen van het lid Meent over x"],
    ],
    [
      "Antwoord op op ragen van het lid Meent over x",
      ["kamervraagomschrijving antwoord: Antwoord op op ragen van het lid Meent over x"],
    ],
    ["Zie ookAanhangsel Handelingen, nr. 3", ["kamervraagomschrijving antwoord: Zie ookAanhangsel Handelingen, nr. 3"]],
    [
      "Vragen van het lid A (B) over x (ingezonden 3 mei 2062). Antwoord van Minister C (D) (ontvangen 4 juni 2062).",
      [
        "kamervraagomschrijving vraag: Vragen van het lid A (B) over x (ingezonden 3 mei 2062).",
        "kamervraagomschrijving antwoord: Antwoord van Minister C (D) (ontvangen 4 juni 2062).",
      ],
    ],
  ] as const) {
    it(`reads "${regel}"`, () => assert.deepEqual(read(regel), expected));
  }

  for (const regel of [
    "Aan de Voorzitter van de Tweede Kamer",
    "Datum | 16 mei 2062",
    "Zie ook de brief van 3 mei.",
    "In antwoord op uw vragen deel ik u mede dat",
    "Antwoord op dagen van regen",
    "Hoe diep is het water?",
  ]) {
    it(`takes "${regel}" for text`, () => assert.equal(read(regel), undefined));
  }

  it("takes a bare number for that of the document above its title only", () => {
    assert.deepEqual(read("512", { vorige: "regering gegeven antwoorden" }), ["kamervraagnummer: 512"]);
    assert.deepEqual(read("512", { volgende: "Vragen van het lid Meent (DEF)" }), ["kamervraagnummer: 512"]);
    assert.equal(read("512", { vorige: "regering gegeven antwoorden", heeftTitel: true }), undefined);
    assert.equal(read("512", { vorige: "Ons kenmerk" }), undefined);
    assert.equal(read("2", { vorige: "Ons kenmerk" }), undefined);
    assert.deepEqual(read("2", { vorige: "Tweede Kamer der Staten-Generaal" }), ["kamervraagkop kamernummer: 2"]);
  });
});

describe("goesOn", () => {
  for (const [titel, volgende, expected] of [
    ["Vragen van het lid Meent over", "de dijk", true],
    ["Vragen van het lid Meent over x", "(ingezonden 3 mei 2062)", true],
    ["Vragen van het lid Meent (DEF)", "(ingezonden 3 mei 2062)", true],
    ["Vragen van het lid Meent over x", "Kunt u dat zeggen?", false],
    ["Vragen van het lid Meent over x.", "de dijk", false],
    ["Vragen van het lid Meent (DEF)", "de dijk", false],
  ] as const) {
    it(`says ${expected} of "${titel}" | "${volgende}"`, () => assert.equal(goesOn(titel, volgende), expected));
  }
});
