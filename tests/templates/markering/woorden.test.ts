import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { toZoekwoorden, vindWoorden } from "../../../templates/components/markering/woorden.ts";

function gemarkeerd(tekst: string, zoek: string): readonly string[] {
  return vindWoorden(tekst, toZoekwoorden(zoek)).map(({ van, tot }) => tekst.slice(van, tot));
}

describe("vindWoorden", () => {
  it("finds whole words, with their accents and capitals", () => {
    assert.deepEqual(gemarkeerd("De Kadé, de kade en kademuren.", "kade"), ["Kadé", "kade"]);
  });

  it("finds a part between hyphens, and a word with points whole", () => {
    assert.deepEqual(gemarkeerd("oever-kade op www.kade.example", "kade"), ["oever-kade", "www.kade.example"]);
  });

  it("takes markup, quotes and patterns as text", () => {
    for (const zoek of ["<img src=x>", ".*", "\\", '"', "$&", "", "   "]) {
      assert.deepEqual(gemarkeerd("een gewone zin", zoek), []);
    }
  });

  it("gives places in order that do not overlap, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (tekst, zoek) => {
        let eind = 0;
        for (const { van, tot } of vindWoorden(tekst, toZoekwoorden(zoek))) {
          assert.ok(van >= eind && tot > van && tot <= tekst.length);
          eind = tot;
        }
      }),
    );
  });
});
