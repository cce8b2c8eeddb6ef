import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { element, noot } from "../../../src/sources/opmaak.ts";
import { inkOf, isAlinea, regelOf, splitAtBreaks, splitBlok } from "../../../src/sources/structuur/blokken.ts";
import { isElement } from "../../../src/sources/xml-boom.ts";

const eenNoot = noot("1", [["Zandpost"]], "t1");
const br = element("br", []);

describe("regelOf", () => {
  it("gives the words of a block as one line, without its notes", () => {
    const blok = element("al", ["Het  ", element("nadruk", ["water"]), eenNoot, br, "komt"]);
    assert.equal(regelOf(blok), "Het water komt");
    assert.equal(inkOf(blok), "Hetwaterkomt".length);
  });

  it("is that of a paragraph or heading only where the block is one", () => {
    assert.deepEqual(
      ["al", "tussenkop", "lijst", "table", "noot"].map((naam) => isAlinea(element(naam, []))),
      [true, true, false, false, false],
    );
  });
});

describe("splitBlok", () => {
  for (const [ink, voor, achter] of [
    [0, "", "Vraag 1 Hoe diep?"],
    [5, "Vraag", "1 Hoe diep?"],
    [6, "Vraag 1", "Hoe diep?"],
    [9, "Vraag 1 Hoe", "diep?"],
    [99, "Vraag 1 Hoe diep?", ""],
  ] as const) {
    it(`cuts "Vraag 1 Hoe diep?" after ${ink} characters`, () => {
      const [head, tail] = splitBlok(element("al", ["Vraag ", element("nadruk", ["1 Hoe"]), " diep?"]), ink);
      assert.deepEqual([regelOf(head), regelOf(tail)], [voor, achter]);
    });
  }

  it("keeps a note with the words before it", () => {
    const [head, tail] = splitBlok(element("al", ["Vraag 1", eenNoot, " Hoe diep?"]), 6);
    assert.equal(
      head.kinderen.some((child) => isElement(child) && child.lokaal === "noot"),
      true,
    );
    assert.equal(tail.kinderen.some(isElement), false);
  });
});

describe("splitAtBreaks", () => {
  const blok = element("al", ["Vraag 1", br, "Hoe diep?"], { regel: 7 });
  it("divides a paragraph in which a heading stands on a line of its own", () => {
    const parts = splitAtBreaks(blok, (regel) => regel === "Vraag 1");
    assert.deepEqual(
      parts.map((part) => [regelOf(part), part.regel]),
      [
        ["Vraag 1", 7],
        ["Hoe diep?", 7],
      ],
    );
  });
  it("leaves one in which there is none, and what is no paragraph", () => {
    assert.deepEqual(
      splitAtBreaks(blok, () => false),
      [blok],
    );
    const lijst = element("lijst", ["Vraag 1", br, "x"]);
    assert.deepEqual(
      splitAtBreaks(lijst, () => true),
      [lijst],
    );
  });
});
