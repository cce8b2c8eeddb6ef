import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isMarkdown, withoutOpmaaktekens } from "../../../src/sources/tekst/opmaaktekens.ts";
import { splitRegels } from "../../../src/sources/tekst/regels.ts";

describe("isMarkdown", () => {
  for (const [tekst, expected] of [
    ["# 2\n\n#### Vergaderjaar 2062–2063\n\n**Vragen**", true],
    ["Vraag 1\nIs nummer #3 vrij?", false],
    ["Vraag 1\n#duin is een merk", false],
    ["**Vraag 1**\nzonder kop", false],
  ] as const) {
    it(`${expected ? "knows" : "does not see one in"} ${JSON.stringify(tekst)}`, () =>
      assert.equal(isMarkdown(splitRegels(tekst)), expected));
  }
});

describe("withoutOpmaaktekens", () => {
  for (const [regel, expected, dropped] of [
    ["#### Vergaderjaar 2062–2063", "Vergaderjaar 2062–2063", "####"],
    ["**Vraag 1**", "Vraag 1", "****"],
    ["_die de keurder telt»_", "die de keurder telt»", "__"],
    ["_geteld (ingezonden 3 mei 2062)._", "geteld (ingezonden 3 mei 2062).", "__"],
    ["_geteld (ingezonden)_.", "geteld (ingezonden).", "__"],
    ["zie duin.example/een_twee_drie", "zie duin.example/een_twee_drie", ""],
    ["_alleen vooraan", "_alleen vooraan", ""],
    ["#duin blijft", "#duin blijft", ""],
    ["3 * 4 en NOC*NSF", "3 * 4 en NOC*NSF", ""],
    ["zij tellen?[1 ]", "zij tellen?[1 ]", ""],
  ] as const) {
    it(`makes "${expected}" of "${regel}"`, () => {
      const { regels, stukken } = withoutOpmaaktekens([{ tekst: regel, nr: 7 }]);
      assert.deepEqual(regels, [{ tekst: expected, nr: 7 }]);
      assert.equal(stukken.map(({ tekst }) => tekst).join(""), dropped);
      assert.ok(stukken.every((stuk) => "regel" in stuk && stuk.regel === "opmaakteken"));
    });
  }
});
