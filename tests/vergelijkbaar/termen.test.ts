import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { MAX_TERMEN, stamVanWoord, termenOf } from "../../src/vergelijkbaar/termen.ts";
import { antwoord, kamervraag, vraag } from "../site/voorbeelden.ts";

const LEEG: Partial<Kamervraag> = { titel: "", onderwerpen: [], blokken: [] };

function gewichtenOf(overrides: Partial<Kamervraag>): Readonly<Record<string, number>> {
  const { woorden, gewichten } = termenOf(kamervraag({ ...LEEG, ...overrides }));
  return Object.fromEntries(woorden.map((woord, at) => [woord, gewichten[at] ?? 0]));
}

describe("termenOf", () => {
  it("lets a word of the title or an onderwerp weigh more than one of a vraag", () => {
    const gewichten = gewichtenOf({
      titel: "Vuurtorens",
      onderwerpen: ["sluizen"],
      blokken: [vraag(["1"], "Bruggen?")],
    });
    assert.equal(gewichten.Bruggen, 4);
    assert.ok((gewichten.Vuurtorens ?? 0) > 4);
    assert.equal(gewichten.sluizen, gewichten.Vuurtorens);
  });

  it("passes over the antwoorden", () => {
    assert.deepEqual(Object.keys(gewichtenOf({ blokken: [antwoord(["1"], "Vuurtorens branden.")] })), []);
  });

  it("brings the forms of a word together, and shows one as printed, in small letters where it can", () => {
    const gewichten = gewichtenOf({
      blokken: [vraag(["1"], "Bruggen? Zijn bruggen open? Een brug in Verzonnenstad?")],
    });
    assert.ok(!("Bruggen" in gewichten));
    assert.ok("Verzonnenstad" in gewichten);
    assert.ok((gewichten.bruggen ?? 0) > 4);
  });

  it("reads words joined by a hyphen as a whole and in their parts", () => {
    assert.deepEqual(Object.keys(gewichtenOf({ titel: "wind-molens" })).toSorted(), ["molens", "wind", "wind-molens"]);
    assert.equal(stamVanWoord("K-12’s"), stamVanWoord("K12"));
  });

  it("takes no words out of mark-up, note calls and figures", () => {
    const gewichten = gewichtenOf({
      blokken: [vraag(["1"], "De **sluis**[^v1] van 1999, zie [hier](https://example.org/x).")],
    });
    assert.deepEqual(Object.keys(gewichten).toSorted(), ["hier", "sluis", "van", "zie"]);
  });

  it("keeps so many terms and no more, in time proportional to the text", () => {
    const start = performance.now();
    const lang = Array.from({ length: 120_000 }, (_, nummer) => `woord${nummer}`).join(" ");
    for (const tekst of [lang, "a-".repeat(500_000), "’a".repeat(500_000), "\u0301".repeat(1_000_000)]) {
      const { stammen, gewichten, woorden } = termenOf(kamervraag({ ...LEEG, titel: tekst }));
      assert.ok(stammen.length <= MAX_TERMEN);
      assert.deepEqual([gewichten.length, woorden.length], [stammen.length, stammen.length]);
    }
    assert.ok(performance.now() - start < 6000);
  });
});
