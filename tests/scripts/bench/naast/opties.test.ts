import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type NaastWaarden, readNaast } from "../../../../scripts/bench/naast/opties.ts";
import { GebruikError } from "../../../../scripts/opties.ts";

const read = (waarden: NaastWaarden, aantal = 90_000) => readNaast(waarden, { aantal, seed: 1 });

describe("readNaast", () => {
  it("is not asked for without its options", () => assert.equal(read({}), undefined));

  it("compares with each generator once, in a fixed order, three rounds unless told otherwise", () => {
    assert.deepEqual(read({ naast: "hugo, Eleventy,hugo" }), {
      aantal: 90_000,
      seed: 1,
      anderen: ["eleventy", "hugo"],
      rondes: 3,
      metZoeken: true,
      metVervolg: true,
      groei: [],
    });
    assert.equal(read({ naast: "hugo", rondes: "5" })?.rondes, 5);
    assert.equal(read({ naast: "hugo", "zonder-zoeken": true })?.metZoeken, false);
    assert.equal(read({ naast: "hugo", "zonder-vervolg": true })?.metVervolg, false);
  });

  it("measures growth at the sizes below the one asked for, also of our site alone", () => {
    assert.deepEqual(read({ groei: true })?.groei, [1_000, 10_000]);
    assert.deepEqual(read({ groei: true })?.anderen, []);
    assert.deepEqual(read({ groei: true }, 10_000)?.groei, [1_000]);
    assert.deepEqual(read({ groei: true }, 500)?.groei, []);
  });

  for (const [waarden, message] of [
    [{ naast: "hugo,jekyll" }, /^--naast: «jekyll» is er niet bij; kies uit eleventy en hugo/],
    [{ naast: "" }, /^--naast: «»/],
    [{ naast: "hugo", rondes: "0" }, /^--rondes: «0»/],
    [{ naast: "hugo", rondes: "2,5" }, /^--rondes: «2,5»/],
    [{ rondes: "3" }, /^--rondes: alleen samen met --naast of --groei$/],
    [{ "zonder-zoeken": true }, /^--zonder-zoeken: alleen samen met/],
    [{ "zonder-vervolg": true }, /^--zonder-vervolg: alleen samen met/],
  ] as const satisfies readonly (readonly [NaastWaarden, RegExp])[]) {
    it(`refuses ${JSON.stringify(waarden)}`, () => {
      assert.throws(
        () => read(waarden),
        (error) => error instanceof GebruikError && message.test(error.message),
      );
    });
  }
});
