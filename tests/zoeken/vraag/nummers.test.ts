import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readNummer } from "../../../src/zoeken/vraag/nummers.ts";

/** The forms of a number, a word that may be any as "…". */
function vormen(tekst: string): readonly string[] {
  return (readNummer(tekst)?.patronen ?? []).map((patroon) => patroon.map(({ woord = "…" }) => woord).join(" "));
}

describe("a vraagnummer", () => {
  for (const getypt of [
    "2070Z01234",
    "2070z01234",
    "2070 Z01234",
    "2070Z 01234",
    "2070 z 01234",
    "kv-tk-2070Z01234",
    "KV TK 2070Z01234",
    "kvtk2070z01234",
    "2070Z01234, en meer",
    "2070Z01234.",
  ]) {
    it(`is read from ${getypt}`, () => {
      const nummer = readNummer(getypt);
      assert.deepEqual(nummer?.sleutels, ["2070Z01234", "kv-tk-2070Z01234"]);
      assert.deepEqual(vormen(getypt), ["2070z01234", "kvtk2070z01234"]);
    });
  }

  it("may have a letter behind it", () => {
    assert.deepEqual(readNummer("2070z01234a")?.sleutels, ["2070Z01234A", "kv-tk-2070Z01234A"]);
  });

  it("takes of what was typed only itself", () => {
    assert.equal(readNummer("2070z 01234 brug")?.lengte, "2070z 01234".length);
    assert.equal(readNummer("2070z 01234, brug")?.tekst, "2070z 01234");
  });
});

describe("an Aanhangsel", () => {
  for (const getypt of [
    "ah-tk-20702071-876",
    "AH-TK-20702071-876",
    "ah tk 20702071 876",
    "ah-tk-2070-2071-876",
    "Aanhangsel van de Handelingen, vergaderjaar 2070–2071, nr. 876",
    "aanhangsel handelingen II 2070/71, nr. 876",
    "Aanhangsel Handelingen 2070-2071, 876",
    "Aanhangsel (Handelingen) 2070-2071".replace(/[()]/g, "").concat(", nummer 876"),
    "Kamervragen (Aanhangsel) 2070-2071, nr. 876",
    "aanhangsel 2070 2071 876",
    "aanhangsel tk 2070-2071 876",
    "Aanhangsel 876 2070-2071",
    "aanhangsel nr. 876, vergaderjaar 2070-2071",
    "aanhangsel 876 (2070-2071)",
    "aanhangsel van de handelingen nr. 876 van 2070/2071",
    "aanhangselnummer 876 (2070-2071)",
    "ah 876 2070-2071",
    "AH 876, 2070-2071",
    "2070-2071, 876",
    "2070-2071 nr. 876",
    "vergaderjaar 2070-2071, nr. 876",
  ]) {
    it(`is read from ${getypt}`, () => {
      assert.deepEqual(readNummer(getypt)?.sleutels, ["ah-tk-20702071-876"]);
      assert.equal(readNummer(getypt)?.lengte, getypt.length);
      assert.ok(vormen(getypt).includes("ahtk20702071876"));
    });
  }

  for (const getypt of [
    "aanhangsel 2070-2075, nr. 876",
    "aanhangsel 2070/99, 876",
    "ah-tk-20702069-876",
    "aanhangsel 876",
    "ah 876",
    "2070-2071",
    "2070-2071, vijf vragen",
    "2070-2072, 876",
    "2070-71-876543",
  ]) {
    it(`is not read from ${getypt}`, () => {
      assert.deepEqual(readNummer(getypt)?.sleutels ?? [], []);
    });
  }
});

describe("a Kamerstuk", () => {
  for (const [getypt, ...verwacht] of [
    ["36200", "36200", "36 200", "kst36200"],
    ["36 200", "36200", "36 200", "kst36200"],
    ["36.200", "36200", "36 200", "kst36200"],
    ["36\u00a0200", "36200", "36 200", "kst36200"],
    ["Kamerstuk 36 200", "36200", "36 200", "kst36200"],
    ["kamerstuknummer 36200", "36200", "36 200", "kst36200"],
    ["kst-36200", "36200", "36 200", "kst36200"],
    ["36 200 XIV", "36200xiv", "36200 xiv", "36 200xiv", "36 200 xiv", "kst36200xiv"],
    ["33576-290", "33576290", "33576 290", "33576 … 290", "33 576290", "33 576 290", "33 576 … 290", "kst33576290"],
  ] as const) {
    it(`is read from ${getypt}`, () => {
      assert.deepEqual([...vormen(getypt)].sort(), [...verwacht].sort());
    });
  }

  for (const getypt of [
    "36 200-VII, nr. 12",
    "36200-VII-12",
    "36.200 VII nr. 12",
    "Kamerstuk 36 200 VII, nr. 12",
    "Kamerstukken II 2070/71, 36 200 VII, nr. 12",
    "kamerstukken II, 36200-VII-12",
    "kst-36200-VII-12",
    "Kamerstuk II 36 200-VII nr 12",
  ]) {
    it(`with its chapter and number is read from ${getypt}`, () => {
      assert.equal(readNummer(getypt)?.lengte, getypt.length);
      assert.deepEqual([...vormen(getypt)].sort(), [...vormen("36200-VII-12")].sort());
    });
  }
});

describe("a large number", () => {
  for (const [getypt, ...verwacht] of [
    ["1 000 000", "1000000", "1 000 000"],
    ["1.250.000", "1250000", "1 250 000"],
    ["5.000", "5000", "5 000"],
  ] as const) {
    it(`is read from ${getypt}, its thousands apart and together`, () => {
      assert.deepEqual(vormen(getypt), verwacht);
    });
  }

  it("keeps no more than itself of 36.200 euro", () => {
    assert.equal(readNummer("36.200 euro")?.tekst, "36.200");
  });
});

describe("what is no number of a document", () => {
  for (const getypt of [
    "",
    "brug",
    "2023",
    "12",
    "876",
    "1234",
    "12-03-2070",
    "12 maart 2070",
    "3,5%",
    "15%",
    "36.200,50",
    "36.200.5",
    "06-12345678",
    "020-1234567",
    "1234 AB",
    "9/11",
    "f-16",
    "2070Z123",
    "2070Z1234567",
    "1870Z01234",
    "362000000",
    "36200x200",
  ]) {
    it(`is ${JSON.stringify(getypt)}`, () => {
      assert.equal(readNummer(getypt), undefined);
    });
  }
});

it("reads a number of anything, and takes no more than there is", () => {
  const teken = fc.constantFrom(..."0123456789 .-–/zZxvinr,()kst", "aanhangsel ", "kamerstuk ", "2070", "2071", "nr. ");
  fc.assert(
    fc.property(fc.string({ unit: teken, maxLength: 60 }), (tekst) => {
      const nummer = readNummer(tekst);
      if (!nummer) return;
      assert.ok(nummer.lengte > 0 && nummer.lengte <= tekst.length);
      assert.ok(nummer.patronen.length > 0);
      assert.ok(nummer.patronen.every((patroon) => patroon.some(({ woord }) => woord !== undefined)));
    }),
    { numRuns: 3000 },
  );
});
