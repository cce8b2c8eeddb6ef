import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findNaamfouten, LANGSTE_PAD } from "../../src/bundel/namen.ts";

describe("findNaamfouten", () => {
  it("accepts what the site makes", () => {
    assert.deepEqual(
      findNaamfouten([
        "index.html",
        "SHA256SUMS",
        "kamervraag/2070/2070Z00001.html",
        "pagefind/index/nl_1a2b3c.pf_index.js",
        "fractie/con-.html",
      ]),
      [],
    );
  });

  for (const [path, fout] of [
    [`${"a".repeat(LANGSTE_PAD)}.html`, "te lang"],
    ["a b.html", "tekens"],
    ["lijst/één.html", "tekens"],
    ["lijst/a:b.html", "tekens"],
    ["lijst./a.html", "tekens"],
    ["lijst//a.html", "tekens"],
    ["lijst/con.html", "gereserveerd"],
    ["AUX", "gereserveerd"],
    ["com1/a.html", "gereserveerd"],
  ] as const) {
    it(`says of "${path.slice(0, 20)}": ${fout}`, () => {
      assert.deepEqual(findNaamfouten([path]), [{ path, fout }]);
    });
  }

  it("finds two that differ in capitals only", () => {
    assert.deepEqual(findNaamfouten(["a/B.html", "a/b.html"]), [{ path: "a/b.html", fout: "dubbel" }]);
  });
});
