import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { encodeNummers, openNummers } from "../../../src/zoeken/nummers/tabel.ts";

describe("the table of numbers", () => {
  it("finds a page by each of its numbers, in capitals or not", () => {
    const { find } = openNummers(encodeNummers([["2061Z00012", "ah-tk-20602061-7"], [], ["2061Z00013"]]));
    assert.deepEqual(find("2061z00012"), [0]);
    assert.deepEqual(find("AH-TK-20602061-7"), [0]);
    assert.deepEqual(find("2061Z00013"), [2]);
  });

  it("tells numbers apart that differ in a null only", () => {
    const { find } = openNummers(encodeNummers([["2061Z00012"], ["2061Z012"], ["2061Z12"]]));
    assert.deepEqual(find("2061Z012"), [1]);
    assert.deepEqual(find("2061Z0012"), []);
  });

  it("finds all pages of one publication", () => {
    assert.deepEqual(openNummers(encodeNummers([["ah-1"], ["x"], ["ah-1", "ah-1"]])).find("ah-1"), [0, 2]);
  });

  it("gives back any numbers", () => {
    const nummer = fc.oneof(
      fc.stringMatching(/^[0-9]{4}Z[0-9]{4,6}$/),
      fc.stringMatching(/^ah-[te]k-[0-9]{8}-[0-9]{1,4}$/),
      fc.string(),
      fc.stringMatching(/^[0-9{}]{0,30}$/),
    );
    fc.assert(
      fc.property(fc.array(fc.array(nummer, { maxLength: 4 }), { maxLength: 30 }), (rijen) => {
        const { find } = openNummers(encodeNummers(rijen));
        for (const gezocht of rijen.flat()) {
          const verwacht = rijen.flatMap((rij, pagina) =>
            rij.some((een) => een.toLowerCase() === gezocht.toLowerCase()) ? [pagina] : [],
          );
          assert.deepEqual(find(gezocht), verwacht);
        }
      }),
    );
  });

  it("is small for numbers that go up", () => {
    const rijen = Array.from({ length: 20_000 }, (_, index) => [
      `20${60 + Math.floor(index / 2500)}Z${String((index % 2500) * 7 + 1).padStart(5, "0")}`,
      `ah-tk-20602061-${(index * 31) % 3000}`,
    ]);
    assert.ok(gzipSync(encodeNummers(rijen)).length < 4 * rijen.length);
  });

  it("says that it is cut off", () => {
    const bytes = encodeNummers([["2061Z00012", "ah-tk-20602061-7"], ["2061Z00013"]]);
    for (let length = 0; length < bytes.length; length += 1) {
      assert.throws(() => openNummers(bytes.subarray(0, length)), /cut off/);
    }
  });
});
