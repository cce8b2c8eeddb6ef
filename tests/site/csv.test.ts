import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toCsvRij } from "../../src/site/csv.ts";

describe("toCsvRij", () => {
  it("quotes what holds a comma, a quote or a line break, and leaves an absent cell empty", () => {
    assert.equal(toCsvRij(["a", 3, undefined, 'b "c", d', "e\nf"]), 'a,3,,"b ""c"", d","e\nf"\r\n');
  });

  it("keeps a text from being a formula", () => {
    assert.equal(toCsvRij(["=1+1", "-5", "@x", "+31 70", "\tx"]), "'=1+1,'-5,'@x,'+31 70,'\tx\r\n");
    assert.equal(toCsvRij([-5]), "-5\r\n");
  });
});
