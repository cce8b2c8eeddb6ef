import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toPersoon } from "../../../src/site/aanhalen/persoon.ts";

describe("toPersoon", () => {
  for (const [naam, expected] of [
    ["Jan van Voorbeeld", { voornaam: "Jan", tussenvoegsel: "van", achternaam: "Voorbeeld" }],
    ["Bea van der Bedacht", { voornaam: "Bea", tussenvoegsel: "van der", achternaam: "Bedacht" }],
    ["B.C. van 't Verzonnen", { voornaam: "B.C.", tussenvoegsel: "van 't", achternaam: "Verzonnen" }],
    ["Van der Bedacht", { tussenvoegsel: "Van der", achternaam: "Bedacht" }],
    ["Bedacht", { achternaam: "Bedacht" }],
    ["Bedacht-van Voorbeeld", { letterlijk: "" }],
    ["Th.C. Bedacht Verzonnen", { voornaam: "Th.C.", achternaam: "Bedacht Verzonnen" }],
    ["J. P. Bedacht", { voornaam: "J. P.", achternaam: "Bedacht" }],
    ["Bedacht J.P.", { voornaam: "J.P.", achternaam: "Bedacht" }],
    ["Ömer Bedacht", { voornaam: "Ömer", achternaam: "Bedacht" }],
    ["Anna Bedacht Verzonnen", { letterlijk: "Anna Bedacht Verzonnen" }],
    ["De", { achternaam: "De" }],
    ["Jan van", { voornaam: "Jan", achternaam: "van" }],
  ] as const) {
    it(`takes "${naam}" apart`, () => {
      const found = toPersoon(naam);
      if ("letterlijk" in expected && expected.letterlijk === "") {
        // Two words of which the first ends in a tussenvoegsel: first name and surname, as far as anyone can see.
        assert.deepEqual(found, { voornaam: "Bedacht-van", achternaam: "Voorbeeld" });
      } else assert.deepEqual(found, expected);
    });
  }
});
