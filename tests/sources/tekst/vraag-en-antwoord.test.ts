import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { regelOf } from "../../../src/sources/structuur/blokken.ts";
import { splitRegels } from "../../../src/sources/tekst/regels.ts";
import { isVraagEnAntwoord, readVraagEnAntwoord } from "../../../src/sources/tekst/vraag-en-antwoord.ts";

describe("isVraagEnAntwoord", () => {
  for (const [tekst, expected] of [
    ["Q1      Hoe diep?\nA1      Diep.", true],
    ["\nQ1 2    Hoe diep?\nA1 2    Diep.", true],
    ["Q1      Hoe diep?", false],
    ["A1      Diep.\nQ1      Hoe diep?", false],
    ["Q1 is het eerste kwartaal\nA1      Diep.", false],
    ["Vraag 1\nHoe diep?\nA1      Diep.", false],
  ] as const) {
    it(`says ${expected} of ${JSON.stringify(tekst)}`, () =>
      assert.equal(isVraagEnAntwoord(splitRegels(tekst)), expected));
  }
});

describe("readVraagEnAntwoord", () => {
  it("makes headings of labels and paragraphs of wrapped lines", () => {
    const { blokken, stukken } = readVraagEnAntwoord(
      splitRegels(
        "Q1      Hoe diep\n        is het?\nA1      Diep.\nQ2 3    En nu?\nA2      De A4 is\n        een weg.",
      ),
    );
    assert.deepEqual(
      blokken.map((blok) => [blok.lokaal, blok.attributen.nummer ?? regelOf(blok), blok.regel]),
      [
        ["vraagkop", "1", 1],
        ["al", "Hoe diep is het?", 1],
        ["antwoordkop", "1", 3],
        ["al", "Diep.", 3],
        ["vraagkop", "2 3", 4],
        ["al", "En nu?", 4],
        ["antwoordkop", "2", 5],
        ["al", "De A4 is een weg.", 5],
      ],
    );
    assert.deepEqual(
      stukken.map(({ tekst }) => tekst),
      ["Q1", "A1", "Q2 3", "A2"],
    );
  });
});
