import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readBrief } from "../../../src/sources/structuur/brief.ts";

describe("readBrief: vraagnummer", () => {
  for (const [zin, expected] of [
    ["Dank voor uw brief van 2 juni 2067, nr. 2067Z00333, over hoeden", "2067Z00333"],
    ["Hierbij beantwoord ik de vragen met kenmerk 2067Z00333 over zand.", "2067Z00333"],
    ["Dank voor uw brief van 2 juni 2067, nr. 1234567, over hoeden", undefined],
    ["Eerder beantwoordde ik 2062Z03333.", undefined],
    ["Ik las uw brief. Het nummer 2062Z03333 stond in de krant.", undefined],
  ] as const) {
    it(`reads ${expected} in "${zin}"`, () => assert.equal(readBrief([zin], []).vraagnummer, expected));
  }

  for (const [zin, expected] of [
    ["De vragen van het lid Meent over zand (2062Z00250) kunnen niet op tijd worden beantwoord.", "2062Z00250"],
    ["De schriftelijke vragen over zand (kenmerk 2062Z00250) kunnen niet worden beantwoord.", "2062Z00250"],
    ["Zand is nat. De vragen (2062Z00250) kunnen niet worden beantwoord.", undefined],
    ["De vragen over 2062Z00250 kunnen niet worden beantwoord.", undefined],
  ] as const) {
    it(`reads ${expected} in the notice "${zin}"`, () =>
      assert.equal(readBrief([], ["Mededeling", zin]).vraagnummer, expected));
  }
});

describe("readBrief: the sentence about the questions", () => {
  for (const [zin, expected] of [
    [
      "Hierbij deel ik mee dat de vragen van de leden Meent en Oever (DEF) aan de minister van Dijken over zand worden beantwoord als volgt.",
      "Vragen van de leden Meent en Oever (DEF) aan de minister van Dijken over zand",
    ],
    [
      "De vragen van het lid Meent (DEF) over zand kunnen niet op tijd komen.",
      "Vragen van het lid Meent (DEF) over zand",
    ],
    ["De vragen van mijn buurman over zand worden beantwoord.", undefined],
    ["De vragen van het lid Meent (DEF) over zand vind ik goed.", undefined],
  ] as const) {
    it(`reads ${JSON.stringify(expected)}`, () => assert.equal(readBrief([zin], []).vraagzin, expected));
  }
});

describe("readBrief: who signed", () => {
  for (const [regels, expected] of [
    [["De minister van Dijken", "P. Fictief"], "P. Fictief"],
    [["drs. D.M. van der Verzinsel-Bedacht"], "drs. D.M. van der Verzinsel-Bedacht"],
    [["P. Fictief", "P. Fictief"], "P. Fictief"],
    [["P. Fictief", "Q. Bedacht"], undefined],
    [["De minister van Dijken"], undefined],
    // The official to ask is not who signed, also when the signature is no name that we know the form of.
    [["Contactpersoon", "J. de Bedacht", "De minister van Dijken,", "Hugo Fictief"], undefined],
    [["J. de Bedacht", "Hierbij zend ik u de antwoorden."], undefined],
    [["P. Fictief schreef een brief aan de Kamer."], undefined],
    [["Den Haag"], undefined],
  ] as const) {
    it(`reads ${expected} in ${JSON.stringify(regels)}`, () =>
      assert.equal(readBrief(regels, []).ondertekenaar, expected));
  }
});
