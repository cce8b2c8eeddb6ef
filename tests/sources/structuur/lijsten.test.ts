import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { element } from "../../../src/sources/opmaak.ts";
import { regelOf } from "../../../src/sources/structuur/blokken.ts";
import { gatherLijsten } from "../../../src/sources/structuur/lijsten.ts";
import { isElement, type XmlElement } from "../../../src/sources/xml-boom.ts";

/** A list as `[label|text, …]`, a paragraph as its text. */
const show = (blok: XmlElement): string =>
  blok.lokaal === "lijst"
    ? `[${blok.kinderen
        .filter(isElement)
        .map((li) => li.kinderen.filter(isElement).map(regelOf).join("|"))
        .join(", ")}]`
    : regelOf(blok);
const gather = (...regels: readonly string[]) => gatherLijsten(regels.map((regel) => element("al", [regel]))).map(show);

describe("gatherLijsten", () => {
  for (const [regels, expected] of [
    [
      ["Wij noemen:", "– een;", "– twee."],
      ["Wij noemen:", "[–|een;, –|twee.]"],
    ],
    [
      ["• een", "• twee", "Verder."],
      ["[•|een, •|twee]", "Verder."],
    ],
    [["- alleen"], ["[-|alleen]"]],
    [["a) een", "b) twee"], ["[a)|een, b)|twee]"]],
    [["1. In 2062 begin ik.", "2. In 2063 hou ik op."], ["[1.|In 2062 begin ik., 2.|In 2063 hou ik op.]"]],
    [["(i) een", "(ii) twee"], ["[(i)|een, (ii)|twee]"]],
    [
      ["a) een", "– twee"],
      ["a) een", "[–|twee]"],
    ],
    [["1. Een zin die zo begint."], ["1. Een zin die zo begint."]],
    [["k. een duizendtal bankjes;"], ["k. een duizendtal bankjes;"]],
    [
      ["-een", "2062. een jaar", "ab) twee"],
      ["-een", "2062. een jaar", "ab) twee"],
    ],
    [
      ["10 procent", "20 procent"],
      ["10 procent", "20 procent"],
    ],
  ] as const) {
    it(`makes ${JSON.stringify(expected)} of ${JSON.stringify(regels)}`, () =>
      assert.deepEqual(gather(...regels), expected));
  }

  it("leaves a heading and what is a list already", () => {
    const kop = element("tussenkop", ["– Kop"]);
    const lijst = element("lijst", [element("li", [element("li.nr", ["a."]), element("al", ["een"])])]);
    assert.deepEqual(gatherLijsten([kop, lijst]), [kop, lijst]);
  });
});
