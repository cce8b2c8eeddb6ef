import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dekkingOf } from "../../src/model/dekking.ts";
import type { Blok } from "../../src/model/kamervraag.ts";
import { openVragen, statusOf } from "../../src/model/status.ts";

// "v2" is vraag 2, "a2,3" an antwoord on 2 and 3, "a" one without a number.
const conversation = (text: string): readonly Blok[] =>
  text.split(" ").map((deel) => {
    const nummers = deel
      .slice(1)
      .split(",")
      .filter((nummer) => nummer !== "");
    return deel.startsWith("v")
      ? { soort: "vraag", nummers, tekst: "Is dat zo?" }
      : { soort: "antwoord", opVragen: nummers, tekst: "Ja.", bron: "ah-tk-20622063-1" };
  });

describe("dekkingOf", () => {
  for (const [text, covered, open] of [
    ["v1 a1 v2 v3 a2,3", [[0], [2, 3]], []],
    ["v1 a1 v2", [[0]], ["2"]],
    // A number used again goes with the vraag of that turn.
    ["v2 a2 v2 a2", [[0], [2]], []],
    ["v2 a2l v2 a2m", [[0], [2]], []],
    // A vraag of that very number comes first.
    ["v2 v2a a2a", [[1]], ["2"]],
    // Without a number, or with one that was answered: what stands right above.
    ["v1 a v2 a", [[0], [2]], []],
    ["v1 v2 a v3 a3", [[0, 1], [3]], []],
    ["v5 a5 v7 a5", [[0], [2]], []],
    // But not a vraag that another antwoord names.
    ["v5 a5 v7 a5 a7", [[0], [0], [2]], []],
    ["v1 a1 a9", [[0], []], []],
  ] as const) {
    it(`reads "${text}"`, () => {
      const blokken = conversation(text);
      assert.deepEqual(
        dekkingOf(blokken).filter((_, index) => blokken[index]?.soort === "antwoord"),
        covered,
      );
      assert.deepEqual(openVragen(blokken), open);
    });
  }

  it("does not call a set half answered for a slip in a number", () => {
    assert.equal(statusOf(conversation("v1 a1 v2 a1"), []), "beantwoord");
    assert.equal(statusOf(conversation("v1 a1 v2"), []), "deels-beantwoord");
  });
});
