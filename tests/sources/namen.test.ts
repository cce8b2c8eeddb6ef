import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withAccenten } from "../../src/sources/namen.ts";

describe("withAccenten", () => {
  for (const [naam, expected] of [
    ["Kostic ´", { naam: "Kostić", naamInBron: "Kostic ´" }],
    ["Pes¸ilman", { naam: "Peşilman", naamInBron: "Pes¸ilman" }],
    ["Van Duin", { naam: "Van Duin" }],
    // No letter of that shape: it stays as printed.
    ["Q´uist", { naam: "Q´uist" }],
  ] as const) {
    it(`reads "${naam}"`, () => assert.deepEqual(withAccenten({ naam }), expected));
  }
});
