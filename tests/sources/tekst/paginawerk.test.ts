import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { splitPaginas } from "../../../src/sources/tekst/paginawerk.ts";
import { splitRegels } from "../../../src/sources/tekst/regels.ts";

const split = (tekst: string) => splitPaginas(splitRegels(tekst));
const tekstOf = (tekst: string) =>
  split(tekst)
    .paginas.flat()
    .map((regel) => regel.tekst)
    .filter((regel) => regel !== "");

describe("splitPaginas", () => {
  for (const [regel, rest] of [
    ["ISSN 0921 - 7398", []],
    ["’s-Gravenhage 2062", []],
    ["ISSN 0921 - 7398’s-Gravenhage 2062Tweede Kamer, vergaderjaar 2062–2063, Aanhangsel 1", []],
    ["’s-Gravenhage 2062 Tweede Kamer, vergaderjaar 2062–2063, Vragen", []],
    ["Tweede Kamer, vergaderjaar 2062–2063, Aanhangsel 12", []],
    ["Eerste Kamer, vergaderjaar 2062-2063, Aanhangsel", []],
    ["Tweede Kamer, vergaderjaar 2062–2063, Aanhangsel 1Vraag 3", ["Vraag 3"]],
    ["-----", []],
  ] as const) {
    it(`takes out "${regel}"`, () => assert.deepEqual(tekstOf(`voor\n${regel}\nna`), ["voor", ...rest, "na"]));
  }

  for (const regel of [
    "Tweede Kamer, vergaderjaar 2060–2061, Aanhangsel van de Handelingen nr. 3",
    "Tweede Kamer, vergaderjaar 2060–2061, Vragen van het lid Meent",
    "Tweede Kamer, vergaderjaar 2060–2061, 99 999, nr. 3",
    "’s-Gravenhage 2062, zo schrijft de krant.",
    "De Tweede Kamer, vergaderjaar 2060–2061, Aanhangsel 1",
    "-- en verder",
    "ah-tk-20622063-512 is een kenmerk.",
  ]) {
    it(`leaves "${regel}" in the text`, () => {
      assert.deepEqual(tekstOf(`voor\n${regel}\nna`), ["voor", regel, "na"]);
      assert.equal(split(`voor\n${regel}\nna`).isGepagineerd, false);
    });
  }

  it("ends a page at its footer, and accounts for every character of it", () => {
    const { paginas, stukken } = split(
      "een\nTweede Kamer, vergaderjaar 2062–2063, Aanhangsel 1Vraag 2\nTweede Kamer, vergaderjaar 2062–2063, Aanhangsel 2",
    );
    assert.deepEqual(
      paginas.map((pagina) => pagina.map(({ tekst }) => tekst)),
      [["een"], ["Vraag 2"]],
    );
    assert.deepEqual(
      stukken,
      [1, 2].map((nummer) => ({
        tekst: `Tweede Kamer, vergaderjaar 2062–2063, Aanhangsel ${nummer}`,
        regel: "paginavoet",
      })),
    );
  });

  it("keeps the line numbers of the source", () => {
    assert.equal(split("een\nISSN 0921 - 7398\ntwee").paginas.flat().at(-1)?.nr, 3);
  });

  it("reads the identifier that stands in a footer, and not one in the text", () => {
    assert.equal(split("een\n\nah-tk-20622063-512\nISSN 0921 - 7398").id, "ah-tk-20622063-512");
    assert.equal(split("een\nah-tk-20622063-512\ntwee").id, undefined);
    assert.deepEqual(tekstOf("een\n\nh tk 20622063 302\n\n-----\ntwee"), ["een", "twee"]);
  });
});
