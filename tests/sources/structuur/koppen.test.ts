import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findKop, isHeleKopregel, isKopdeel, isKopregel } from "../../../src/sources/structuur/koppen.ts";

describe("findKop", () => {
  for (const [regel, soort, kop, rest] of [
    ["Vraag 1", "vraag", "Vraag 1", ""],
    ["Vragen 2 en 3", "vraag", "Vragen 2 en 3", ""],
    ["Vraag 7, 8, 9 10 en 11", "vraag", "Vraag 7, 8, 9 10 en 11", ""],
    ["Vraag 7, 8, en 9", "vraag", "Vraag 7, 8, en 9", ""],
    ["Vraag 2 t/m 6", "vraag", "Vraag 2 t/m 6", ""],
    ["Vraag 7 t/ 10", "vraag", "Vraag 7 t/ 10", ""],
    ["Vraag 6 tot en met 9", "vraag", "Vraag 6 tot en met 9", ""],
    ["Vraag 7–9 en 11–13", "vraag", "Vraag 7–9 en 11–13", ""],
    ["Vraag 11d", "vraag", "Vraag 11d", ""],
    ["Vraag 2 en vraag 3", "vraag", "Vraag 2 en vraag 3", ""],
    ["Vraag nr. 4", "vraag", "Vraag nr. 4", ""],
    ["VRAAG 4:", "vraag", "VRAAG 4:", ""],
    ["Vraag 4: Hoe diep is het?", "vraag", "Vraag 4:", "Hoe diep is het?"],
    ["Vraag 4. «Diep» is hoe diep?", "vraag", "Vraag 4.", "«Diep» is hoe diep?"],
    ["Antwoord 2l", "antwoord", "Antwoord 2l", ""],
    ["Antwoord op 3 en 4", "antwoord", "Antwoord op 3 en 4", ""],
    ["Antwoord op vraag 3", "antwoord", "Antwoord op vraag 3", ""],
    ["Antwoord op vragen 2 en 3", "antwoord", "Antwoord op vragen 2 en 3", ""],
    ["Antwoorden op de vragen 2 t/m 4", "antwoord", "Antwoorden op de vragen 2 t/m 4", ""],
    ["Nader antwoord 2", "antwoord", "Nader antwoord 2", ""],
    ["Reactie op vraag 2", "antwoord", "Reactie op vraag 2", ""],
    ["Antwoord", "antwoord", "Antwoord", ""],
    ["Antwoord:", "antwoord", "Antwoord:", ""],
    ["Antwoord: Ja.", "antwoord", "Antwoord:", "Ja."],
    ["Mededeling", "mededeling", "Mededeling", ""],
    ["Toelichting:", "toelichting", "Toelichting:", ""],
    ["Toelichting: Deze vragen volgen.", "toelichting", "Toelichting:", "Deze vragen volgen."],
  ] as const) {
    it(`reads "${regel}"`, () => assert.deepEqual(findKop(regel), { soort, kop, rest }));
  }

  for (const regel of [
    "Vraag 3 is eerder beantwoord.",
    "Vraag 3 en 4 hangen samen.",
    "Vraag 3: zie boven",
    "Vraagt u 3 mensen?",
    "Vragen van het lid Meent (DEF) aan de Minister van Kaas",
    "Vraag 2062",
    "Antwoord op vraag 3 is ja.",
    "Antwoord van Minister Wierdeman (Dijken)",
    "Antwoord geven is lastig.",
    "Het antwoord 2 volgt.",
    "Mededeling van Minister Wierdeman",
    "Toelichting op de cijfers",
    "Zie vraag 3",
    "1. Kunt u dit zeggen?",
    "",
  ]) {
    it(`sees none in "${regel}"`, () => {
      assert.equal(findKop(regel), undefined);
      assert.equal(isKopregel(regel), false);
    });
  }

  it("tells a heading with text behind it from one that is the whole line", () => {
    assert.equal(isKopregel("Antwoord 3"), true);
    assert.equal(isKopregel("Antwoord 3: Ja."), false);
  });
});

describe("parts of the head", () => {
  for (const [regel, heel, deel] of [
    ["Tweede Kamer der Staten-Generaal2", true, true],
    ["Vergaderjaar 2062–2063 Aanhangsel van de Handelingen", true, true],
    ["regering gegeven antwoorden", true, true],
    ["512", true, true],
    ["2062Z 17972", true, true],
    ["Vragen van de leden Meent en Oever (beiden DEF) aan de", false, true],
    ["Mondelinge vragen van het lid Meent (DEF) aan de Minister", false, true],
    ["Antwoord van Minister Wierdeman (Wind en", false, true],
    ["Mededeling van Staatssecretaris Zandman (Volksgezondheid, Welzijn en", false, true],
    ["2062). Zie ook Aanhangsel", false, false],
    ["Vragen over de leden", false, false],
    ["Antwoord van de krant op het bericht", false, false],
  ] as const) {
    it(`${heel ? "takes whole" : deel ? "goes on behind" : "is none"}: "${regel}"`, () =>
      assert.deepEqual([isHeleKopregel(regel), isKopdeel(regel)], [heel, deel]));
  }
});
