import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toCsv } from "../../src/site/csv.ts";

describe("toCsv", () => {
  for (const [found, expected] of [
    ["gewoon", "gewoon"],
    ["a,b", '"a,b"'],
    ["zegt «ja»", "zegt «ja»"],
    ['zegt "ja"', '"zegt ""ja"""'],
    ["twee\nregels", '"twee\nregels"'],
    ["=1+1", "'=1+1"],
    ["@naam", "'@naam"],
    ["-2", "'-2"],
    ['+"x"', '"\'+""x"""'],
    ["\tx", "'\tx"],
    [-2, "-2"],
    [undefined, ""],
  ] as const) {
    it(`writes ${JSON.stringify(found)} as ${expected}`, () => {
      assert.equal(toCsv(["kop"], [[found]]), `kop\r\n${expected}\r\n`);
    });
  }
});
