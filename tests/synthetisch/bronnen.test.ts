import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isAntwoord, isVraag } from "../../src/model/kamervraag.ts";
import { herken } from "../../src/sources/herken.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { toBronnen } from "../../src/synthetisch/bronnen.ts";

describe("toBronnen", () => {
  const archief = [...generateArchief({ aantal: 60 })];

  it("gives XML that is read back as the questions, antwoorden and notes it was made from", async () => {
    for (const [index, kamervraag] of archief.entries()) {
      const { blokken, noten, sleutel } = kamervraag;
      const vragen = blokken.filter(isVraag).flatMap(({ nummers }) => nummers);
      const heeftAntwoord = blokken.some(isAntwoord);
      const bronnen = toBronnen(kamervraag, index + 1, { zonderMetadata: true });
      assert.equal(bronnen.length, heeftAntwoord ? 2 : 1);
      for (const [nummer, { bestand, tekst }] of bronnen.entries()) {
        const found = await herken(bestand, Buffer.from(tekst), "0".repeat(64));
        assert.equal(found.soort, "documenten", sleutel);
        const [document] = found.soort === "documenten" ? found.documenten : [];
        const isAntwoordbestand = nummer === 1;
        assert.ok(document);
        assert.deepEqual(
          document.blokken.flatMap((blok) => (isVraag(blok) ? blok.nummers : [])),
          vragen,
        );
        assert.equal(
          document.blokken.filter(isAntwoord).length,
          isAntwoordbestand ? blokken.filter(isAntwoord).length : 0,
        );
        assert.equal(document.noten.length, isAntwoordbestand || !heeftAntwoord ? noten.length : 1);
        assert.deepEqual(
          document.diagnostiek.filter(({ ernst }) => ernst === "fout"),
          [],
        );
        assert.deepEqual(document.vraagnummers, isAntwoordbestand ? [] : [sleutel]);
      }
    }
  });

  it("lays metadata beside each document, that gives its vraagnummer", async () => {
    const [kamervraag] = archief;
    assert.ok(kamervraag);
    for (const { bestand, tekst } of toBronnen(kamervraag, 1).filter(({ bestand }) =>
      bestand.endsWith(".metadata.xml"),
    )) {
      const found = await herken(bestand, Buffer.from(tekst), "0".repeat(64));
      assert.deepEqual(found.soort === "metadata" && found.metadata[0]?.vraagnummers, [kamervraag.sleutel]);
      assert.equal(
        found.soort === "metadata" && found.metadata[0]?.id,
        bestand.slice("2060/".length, -".metadata.xml".length),
      );
    }
  });
});
