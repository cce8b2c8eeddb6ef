import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toCssString, toEersteWoorden } from "../../src/site/knip.ts";

describe("toEersteWoorden", () => {
  for (const [tekst, lengte, expected] of [
    ["Waarom niet?", 64, "Waarom niet?"],
    ["Kunt u, gelet op de brief, zeggen wanneer", 12, "Kunt u…"],
    ["Kunt u *dit* bevestigen?", 64, "Kunt u *dit* bevestigen?"],
    ["😀😀😀", 2, "😀😀…"],
    ["Eerste regel.\n\nTweede alinea.", 64, "Eerste regel. Tweede alinea."],
    ["Aansprakelijkheidsverzekeringsmaatschappij", 10, "Aansprakel…"],
    ["", 64, ""],
  ] as const) {
    it(`makes «${expected}» of «${tekst.slice(0, 40)}»`, () => assert.equal(toEersteWoorden(tekst, lengte), expected));
  }

  it("looks at the beginning of a long text only", () => {
    const started = performance.now();
    assert.equal(toEersteWoorden("woord ".repeat(200_000), 12), "woord woord…");
    assert.equal(toEersteWoorden("x".repeat(1_000_000), 3), "xxx…");
    assert.ok(performance.now() - started < 1000);
  });
});

describe("toCssString", () => {
  for (const [tekst, expected] of [
    ["Over «aan» en 'uit'", `"Over «aan» en 'uit'"`],
    ['een " en een \\', '"een \\" en een \\\\"'],
    ["regel\r\neinde\u0000", '"regel einde "'],
    ['";} body { display: none } /*', '"\\";} body { display: none } /*"'],
  ] as const) {
    it(`makes ${expected}`, () => assert.equal(toCssString(tekst), expected));
  }
});
