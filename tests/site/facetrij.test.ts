import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { toFacetrij } from "../../src/site/facetrij.ts";
import { toRegisterpost } from "../../src/site/register.ts";
import type { Facetnaam } from "../../src/zoeken/opdracht.ts";
import { kamervraag } from "./voorbeelden.ts";

const PEILDATUM = "2099-12-31";

function waarden(overrides: Partial<Kamervraag>, facet: Facetnaam): readonly string[] {
  const rij = toFacetrij(toRegisterpost(kamervraag(overrides)), PEILDATUM);
  return (rij.waarden[facet] ?? []).map(({ waarde }) => waarde);
}

describe("toFacetrij", () => {
  for (const [ingediend, vergaderjaar] of [
    // The third Tuesdays of September: the 17th, the 15th and the 21st.
    ["2030-09-16", "2029-2030"],
    ["2030-09-17", "2030-2031"],
    ["2026-09-14", "2025-2026"],
    ["2026-09-15", "2026-2027"],
    ["2027-09-20", "2026-2027"],
    ["2027-09-21", "2027-2028"],
    ["2030-01-01", "2029-2030"],
    ["2030-12-31", "2030-2031"],
  ] as const) {
    it(`puts ${ingediend} in vergaderjaar ${vergaderjaar}`, () => {
      assert.deepEqual(waarden({ ingediend }, "vergaderjaar"), [vergaderjaar]);
    });
  }

  for (const [functie, ministerie] of [
    ["Minister van Wind en Water", "wind-en-water"],
    ["staatssecretaris van Wind en Water", "wind-en-water"],
    ["Minister voor Dijken", "dijken"],
    ["Minister-president", undefined],
  ] as const) {
    it(`reads the ministry of "${functie}"`, () => {
      const gevonden = waarden({ gerichtAan: [{ functie }], beantwoordDoor: [] }, "ministerie");
      assert.deepEqual(gevonden, ministerie === undefined ? [] : [ministerie]);
    });
  }

  it("puts a topic under its main topic, once it has only one", () => {
    const rij = toFacetrij(
      toRegisterpost(kamervraag({ onderwerpen: ["spoor", "organisatie en beleid", "recht"] })),
      PEILDATUM,
    );
    assert.deepEqual(rij.waarden.onderwerp, [
      { waarde: "spoor", naam: "spoor", onder: "verkeer" },
      { waarde: "verkeer", naam: "verkeer" },
      { waarde: "organisatie-en-beleid", naam: "organisatie en beleid" },
      { waarde: "recht", naam: "recht" },
    ]);
  });

  it("has the names of the lists, and no days without an antwoord", () => {
    assert.deepEqual(waarden({ indieners: [{ naam: "S. Modélova", fractie: "ABC" }] }, "indiener"), ["s-modelova"]);
    assert.deepEqual(waarden({ indieners: [{ naam: "S. Modélova", fractie: "ABC" }] }, "fractie"), ["abc"]);
    const { beantwoord: _, ...open } = kamervraag({ status: "open", blokken: [] });
    const rij = toFacetrij(toRegisterpost(open), PEILDATUM);
    assert.equal(rij.antwoorddagen, undefined);
    assert.equal(rij.waarden.staat?.[0]?.waarde, "te-laat");
  });
});
