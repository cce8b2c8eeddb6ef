import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { datumOfAntwoord, opPeildatum } from "../../src/model/peildatum.ts";
import { antwoord, bron, kamervraag, vraag } from "../site/voorbeelden.ts";

const uitstel = { soort: "uitstel", tekst: "Later.", datum: "2099-10-30" } as const;
const brief = { soort: "per-brief", tekst: "Per brief.", datum: "2099-11-10" } as const;
const zonderBeantwoord = (overrides: Partial<Kamervraag>): Kamervraag => {
  const { beantwoord: _, ...rest } = kamervraag(overrides);
  return rest;
};

describe("opPeildatum", () => {
  it("answers the very same where nothing is later", () => {
    const subject = kamervraag({ mededelingen: [uitstel] });
    assert.equal(opPeildatum(subject, "2099-11-04"), subject);
    assert.equal(opPeildatum(subject, "2099-12-31"), subject);
  });

  for (const [name, subject, peildatum, status, beantwoord] of [
    ["an antwoord of the day after", kamervraag(), "2099-11-03", "open", undefined],
    ["an antwoord of the day itself", kamervraag(), "2099-11-04", "beantwoord", "2099-11-04"],
    ["an antwoord after a notice", kamervraag({ mededelingen: [uitstel] }), "2099-10-31", "uitgesteld", undefined],
    ["an antwoord and a notice", kamervraag({ mededelingen: [uitstel] }), "2099-10-29", "open", undefined],
    [
      "the second of two partial antwoorden",
      kamervraag({
        blokken: [vraag(["1"]), antwoord(["1"], "Ja.", { datum: "2099-10-25" }), vraag(["2"]), antwoord(["2"])],
      }),
      "2099-11-01",
      "deels-beantwoord",
      undefined,
    ],
    [
      "a withdrawal",
      zonderBeantwoord({
        status: "ingetrokken",
        blokken: [vraag(["1"])],
        mededelingen: [{ soort: "ingetrokken", tekst: "Nee.", datum: "2099-11-20" }],
      }),
      "2099-11-19",
      "open",
      undefined,
    ],
    [
      "a letter",
      zonderBeantwoord({ status: "per-brief", blokken: [vraag(["1"])], mededelingen: [uitstel, brief] }),
      "2099-11-09",
      "uitgesteld",
      undefined,
    ],
    [
      "a withdrawal without a date, which may be earlier",
      zonderBeantwoord({
        status: "ingetrokken",
        blokken: [vraag(["1"])],
        mededelingen: [{ soort: "ingetrokken", tekst: "Nee." }, brief],
      }),
      "2099-10-30",
      "ingetrokken",
      undefined,
    ],
  ] as const) {
    it(`of ${name} knows: ${status}`, () => {
      const toen = opPeildatum(subject, peildatum);
      assert.equal(toen.status, status);
      assert.equal(toen.beantwoord, beantwoord);
      assert.equal(toen.blokken, subject.blokken, "no text is left out");
      assert.equal(toen.mededelingen, subject.mededelingen);
    });
  }

  it("leaves what was answered as a whole alone when a nader antwoord comes later", () => {
    const nader = antwoord(["1"], "Toch.", { bron: "ah-tk-20982099-99", datum: "2099-12-24" });
    const subject = kamervraag({ blokken: [vraag(["1"]), antwoord(["1"]), nader] });
    assert.equal(opPeildatum(subject, "2099-12-01"), subject);
  });

  it("dates an antwoord without date by its document, else by the Kamervraag", () => {
    const { datum: _, ...undated } = antwoord(["1"]);
    const bronnen = [bron("ah-tk-20982099-77", "antwoord", { datum: "2099-11-02" })];
    assert.equal(datumOfAntwoord(undated, { bronnen, beantwoord: "2099-11-04" }), "2099-11-02");
    assert.equal(datumOfAntwoord(undated, { bronnen: [], beantwoord: "2099-11-04" }), "2099-11-04");
    const subject = kamervraag({ blokken: [vraag(["1"]), undated] });
    assert.equal(opPeildatum(subject, "2099-11-03").status, "open");
  });
});
