import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fromBasis91, toBasis91 } from "../../src/zoeken/basis91.ts";

describe("basis91", () => {
  it("gives back the bytes it was given, whatever they are and however many", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.deepEqual(fromBasis91(toBasis91(bytes)), bytes);
      }),
    );
    for (const lengte of [0, 1, 5, 13, 100_003]) {
      for (const byte of [0, 255]) {
        const bytes = new Uint8Array(lengte).fill(byte);
        assert.deepEqual(fromBasis91(toBasis91(bytes)), bytes, `${lengte} × ${byte}`);
      }
    }
  });

  it("writes signs that can stand in a script as they are, a quarter more than the bytes at most", () => {
    const bytes = Uint8Array.from({ length: 65_536 }, (_, index) => (index * 197 + (index >> 8)) & 0xff);
    const tekst = toBasis91(bytes);
    assert.match(tekst, /^[!-~]+$/);
    assert.doesNotMatch(tekst, /["\\<]/);
    assert.ok(tekst.length <= bytes.length * 1.231);
  });
});
