import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { eigenKop, opsomming, parseNummers, standaardKop } from "../../src/markdown/koppen.ts";
import { startRekentijd } from "../hulp/rekentijd.ts";

describe("parseNummers", () => {
  for (const [kop, expected] of [
    ["Vraag 1", "1"],
    ["Antwoord 01", "1"],
    ["Vragen 2 en 3", "2 3"],
    ["Vraag 2, 3, 4, 5", "2 3 4 5"],
    ["Vraag 2,3 en 5", "2 3 5"],
    ["Antwoord op vraag 1:", "1"],
    ["Antwoord op de vragen 4 t/m 7", "4 5 6 7"],
    ["Vraag 7 t/ 10", "7 8 9 10"],
    ["Vraag 6 tot en met 9", "6 7 8 9"],
    ["Vraag 7–9 en 11–13", "7 8 9 11 12 13"],
    ["Vraag 7, 8, en 9", "7 8 9"],
    ["Vraag 7, 8, 9 10 en 11", "7 8 9 10 11"],
    ["Antwoord op 3 en 4", "3 4"],
    ["Vraag 2a", "2a"],
    ["Antwoord 2l", "2l"],
    ["Vraag 2a t/m 2d", "2a 2b 2c 2d"],
    ["Vraag 3 en 3", "3"],
    ["Vraag 9 t/m 7", "9 7"],
    ["Antwoord", ""],
    ["Antwoord op vragen van 2004", ""],
    ["Vraag 1 t/m 999", "1 999"],
  ] as const) {
    it(`reads "${kop}"`, () => assert.equal(parseNummers(kop).join(" "), expected));
  }

  it("takes linear time on a line of a million characters", () => {
    const rekentijd = startRekentijd();
    parseNummers("1 t/m ".repeat(160_000));
    parseNummers("1".repeat(1_000_000));
    parseNummers(" ".repeat(1_000_000));
    assert.ok(rekentijd() < 5000);
  });
});

describe("headings", () => {
  it("writes numbers as Dutch does", () => {
    assert.equal(opsomming(["2", "3", "4"]), "2, 3 en 4");
    assert.equal(standaardKop("vraag", ["2", "3"]), "Vraag 2 en 3");
    assert.equal(standaardKop("antwoord", []), "Antwoord");
  });

  it("keeps a source's own heading only where it says the same in other words", () => {
    assert.equal(eigenKop("vraag", "Vraag 2 t/m 4", ["2", "3", "4"]), "Vraag 2 t/m 4");
    assert.equal(eigenKop("vraag", "Vraag 1", ["1"]), undefined);
    assert.equal(eigenKop("vraag", "2.", ["2"]), undefined);
    assert.equal(eigenKop("antwoord", "Antwoord op vraag 2a", ["2a"]), "Antwoord op vraag 2a");
    assert.equal(eigenKop("antwoord", "Antwoord 5", ["7"]), undefined);
  });
});
