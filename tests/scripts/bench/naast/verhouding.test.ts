import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { spreidingOf, verhoudingOf } from "../../../../scripts/bench/naast/verhouding.ts";

describe("spreidingOf", () => {
  for (const [getallen, mediaan, laagste, hoogste] of [
    [[7], 7, 7, 7],
    [[10, 2], 6, 2, 10],
    // As text 10 comes before 9.
    [[10, 9, 100], 10, 9, 100],
    [[4, 1, 3, 2], 2.5, 1, 4],
  ] as const) {
    it(`takes the middle, the lowest and the highest of ${getallen.join(", ")}`, () => {
      assert.deepEqual(spreidingOf(getallen), { mediaan, laagste, hoogste });
    });
  }

  it("knows none of nothing", () => assert.equal(spreidingOf([]), undefined));
});

describe("verhoudingOf", () => {
  it("divides round by round, so that a slow round of both counts as any other", () => {
    // The ratio of the medians would be 3 / 4.
    assert.deepEqual(verhoudingOf([1, 3, 40], [2, 4, 40]), { mediaan: 0.75, laagste: 0.5, hoogste: 1 });
    assert.deepEqual(verhoudingOf([10, 20, 30], [10, 40, 10]), { mediaan: 1, laagste: 0.5, hoogste: 3 });
  });

  it("passes over rounds in which one of the two is not known", () => {
    assert.deepEqual(verhoudingOf([1, undefined, 9], [2, 2, undefined]), { mediaan: 0.5, laagste: 0.5, hoogste: 0.5 });
    assert.equal(verhoudingOf([1], [0]), undefined);
    assert.equal(verhoudingOf([], []), undefined);
  });
});
