import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toKamervraagVanLijst, toKamervraagVanZaak } from "../../scripts/bench/relevantie/bronnen.ts";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";

describe("a question list as a Kamervraag", () => {
  const kamervraag = toKamervraagVanLijst({
    document: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
    onderwerp: "Antwoord op vragen van de leden Van der\nVliet (Fractie A) en Özdek over de brug",
    datum: "2070-03-04",
    vragen: ["Vraag 1\nWie onder-\nhoudt de brug?[1 ]", "Vraag 2\nEn *het* dek?"],
  });

  it("has the title behind the names, the names, and the vragen without headings and broken words", () => {
    assert.equal(kamervraag.sleutel, "doc-0a1b2c3d4e5f");
    assert.equal(kamervraag.titel, "de brug");
    assert.deepEqual(kamervraag.indieners, [{ naam: "Van der Vliet" }, { naam: "Özdek" }]);
    assert.deepEqual(
      kamervraag.blokken.map(({ tekst }) => tekst),
      ["Wie onderhoudt de brug?", "En \\*het\\* dek?"],
    );
  });

  it("is read back from its Markdown", () => {
    assert.equal(parseKamervraag(writeKamervraag(kamervraag), "x.md").titel, "de brug");
  });
});

describe("a case as a Kamervraag", () => {
  it("has its number, title, day and names", () => {
    const kamervraag = toKamervraagVanZaak({
      nummer: "2070Z00001",
      onderwerp: "De brug ",
      datum: "2070-01-02",
      indiener: "Anna van der Vliet (A.B.)",
      medeindieners: "Bram Özdek (B.), C. Dek",
      gericht_aan: "D. de Sluis (D.)",
    });
    const { sleutel, titel, ingediend, indieners, gerichtAan } = parseKamervraag(writeKamervraag(kamervraag), "x.md");
    assert.deepEqual([sleutel, titel, ingediend], ["2070Z00001", "De brug", "2070-01-02"]);
    assert.deepEqual(
      indieners.map(({ naam }) => naam),
      ["Anna van der Vliet", "Bram Özdek", "C. Dek"],
    );
    assert.deepEqual(gerichtAan, [{ naam: "D. de Sluis" }]);
  });
});
