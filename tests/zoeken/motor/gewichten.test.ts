import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openGewichten } from "../../../src/zoeken/motor/gewichten.ts";
import { writePlaatsen } from "../../../src/zoeken/motor/plaatsen.ts";
import type { BenoemdeVorm } from "../../../src/zoeken/motor/stuk.ts";

function vormOf(paginas: readonly number[], isHeel: boolean): BenoemdeVorm {
  const plaatsen = new Map(paginas.map((pagina) => [pagina, [{ plaats: 1, gewicht: 25 }]]));
  return { naam: "x", paginas: writePlaatsen(plaatsen), verschil: 0, isLetterlijk: isHeel, isHeel };
}

describe("openGewichten", () => {
  it("takes from a page what it has only in longer words, however many forms of a word it has", async () => {
    const termen = [[vormOf([1, 2], true), vormOf([2], true), vormOf([3], false)], [vormOf([2, 3], true)]];
    const gewichtOf = await openGewichten(termen, 5, async () => undefined);
    assert.equal(gewichtOf(2), 1);
    assert.equal(gewichtOf(1), gewichtOf(3));
    assert.ok(gewichtOf(0) < gewichtOf(1) && gewichtOf(1) < 1);
  });

  it("lets others go first between long lists", async () => {
    let keren = 0;
    const lang = Array.from({ length: 15_000 }, (_, pagina) => pagina);
    const termen = [[vormOf(lang, true), vormOf(lang, true), vormOf(lang, false)], [vormOf(lang, true)]];
    await openGewichten(termen, lang.length, async () => {
      keren += 1;
    });
    assert.equal(keren, 1, "45,000 pages, and a rest behind 30,000");
  });
});
