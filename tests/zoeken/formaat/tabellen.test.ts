import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { createToeval, drawNormal } from "../../../src/synthetisch/toeval.ts";
import { encodeMeta, readMeta } from "../../../src/zoeken/formaat/meta.ts";
import { decodePaginaset, encodePaginaset, heeftPagina } from "../../../src/zoeken/formaat/paginaset.ts";
import { decodeStukkentabel, encodeStukkentabel, findStukken } from "../../../src/zoeken/formaat/stukkentabel.ts";
import { pushVarint, readVarint } from "../../../src/zoeken/formaat/varint.ts";
import { compareWoorden } from "../../../src/zoeken/formaat/volgorde.ts";
import { decodeWoordtellingen, encodeWoordtellingen } from "../../../src/zoeken/formaat/woordtellingen.ts";

describe("the table of word counts", () => {
  it("reads what it writes, of any size", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(2_000), fc.nat(4_000_000_000))), (tellingen) => {
        assert.deepEqual([...decodeWoordtellingen(encodeWoordtellingen(tellingen))], tellingen);
      }),
    );
  });

  it("takes little more than it must: 1.4 bytes a page of news for pages as long as those of the archive", () => {
    const toeval = createToeval(1, 1);
    const tellingen = Array.from({ length: 20_000 }, () => Math.round(1000 * Math.exp(0.55 * drawNormal(toeval))));
    const bytes = gzipSync(encodeWoordtellingen(tellingen), { level: 9 }).length;
    assert.ok(bytes < 1.55 * tellingen.length, `${bytes / tellingen.length} bytes a page`);
  });

  it("refuses a table that was cut off", () => {
    const bytes = encodeWoordtellingen([300, 400, 70_000]);
    for (let length = 0; length < bytes.length; length += 1) {
      assert.throws(() => decodeWoordtellingen(bytes.slice(0, length)), `${length} bytes`);
    }
  });
});

const stukken = fc
  .uniqueArray(fc.string({ unit: "grapheme" }), { maxLength: 30 })
  .map((woorden) => woorden.toSorted(compareWoorden).map((van, index) => ({ van, naam: `nl_${index * 7919}` })));

describe("the table of pieces", () => {
  it("reads what it writes", () => {
    fc.assert(
      fc.property(stukken, (lijst) => {
        assert.deepEqual(decodeStukkentabel(encodeStukkentabel(lijst)), lijst);
      }),
    );
  });

  it("writes what all names share once", () => {
    const lijst = Array.from({ length: 200 }, (_, index) => ({
      van: String(index).padStart(3, "0"),
      naam: `nl_${String((index + 1) * 7919).slice(0, 4)}.bin`,
    }));
    const bytes = encodeStukkentabel(lijst);
    assert.deepEqual(decodeStukkentabel(bytes), lijst);
    assert.equal(Buffer.from(bytes).toString("latin1").split("nl_").length, 2);
    assert.equal(Buffer.from(bytes).toString("latin1").split(".bin").length, 2);
  });

  it("reads names that are each other's begin, and one alone", () => {
    for (const namen of [["nl_1", "nl_11", "nl_111"], ["1x", "11x"], ["nl_1"], ["", "a"]]) {
      const lijst = namen.map((naam, index) => ({ van: String(index), naam }));
      assert.deepEqual(decodeStukkentabel(encodeStukkentabel(lijst)), lijst);
    }
  });

  it("finds just the pieces that can hold a word between two others", () => {
    fc.assert(
      fc.property(stukken, fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (lijst, een, ander) => {
        const [van = "", tot = ""] = [een, ander].toSorted(compareWoorden);
        const wanted = lijst.filter((stuk, index) => {
          const volgende = lijst[index + 1];
          return compareWoorden(stuk.van, tot) <= 0 && (!volgende || compareWoorden(volgende.van, van) > 0);
        });
        assert.deepEqual(findStukken(lijst, van, tot), wanted);
      }),
    );
  });

  it("finds all that begin with a word when asked up to its last extension", () => {
    const lijst = ["a", "boa", "bom", "boom", "boot", "c"].map((van) => ({ van, naam: `nl_${van}` }));
    assert.deepEqual(
      findStukken(lijst, "boo", "boo\uFFFF").map(({ van }) => van),
      ["bom", "boom", "boot"],
    );
    assert.deepEqual(findStukken(lijst, "0", "0\uFFFF"), []);
    assert.deepEqual(findStukken([], "a", "b"), []);
  });

  it("refuses a table that was cut off", () => {
    const bytes = encodeStukkentabel([
      { van: "één", naam: "nl_1" },
      { van: "éénheid", naam: "nl_2" },
    ]);
    for (let length = 0; length < bytes.length; length += 1) {
      assert.throws(() => decodeStukkentabel(bytes.slice(0, length)), `${length} bytes`);
    }
  });
});

describe("a set of pages", () => {
  it("holds just the pages put into it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(999)), (paginas) => {
        const set = encodePaginaset(paginas, 1_000);
        assert.deepEqual(
          [...decodePaginaset(set)],
          paginas.toSorted((a, b) => a - b),
        );
        for (const pagina of paginas) assert.ok(heeftPagina(set, pagina));
      }),
    );
    assert.equal(heeftPagina(encodePaginaset([], 8), 20), false);
    assert.throws(() => encodePaginaset([8], 8));
  });
});

describe("varints", () => {
  it("are read as they are written, one behind the other", () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (getallen) => {
        const bytes: number[] = [];
        for (const getal of getallen) pushVarint(bytes, getal);
        const cursor = { bytes: Uint8Array.from(bytes), plaats: 0 };
        assert.deepEqual(
          getallen.map(() => readVarint(cursor)),
          getallen,
        );
        assert.throws(() => readVarint(cursor));
      }),
    );
  });
});

describe("encodeMeta", () => {
  it("gives each page its number as its id", () => {
    const woordtellingen = Array.from({ length: 1_005 }, (_, pagina) => pagina * 70);
    const stukken = [{ van: "a", tot: "b", naam: "nl_1" }];
    const meta = readMeta(encodeMeta({ versie: "1.6.0", woordtellingen, metavelden: ["title"], stukken }));
    assert.deepEqual(meta, {
      versie: "1.6.0",
      paginas: woordtellingen.map((woorden, pagina) => ({ id: String(pagina), woorden })),
      stukken,
      metavelden: ["title"],
    });
  });
});
