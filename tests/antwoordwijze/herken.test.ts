import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { herkenWijze } from "../../src/antwoordwijze/herken.ts";
import { antwoordwijzenOf } from "../../src/antwoordwijze/wijze.ts";
import type { Blok } from "../../src/model/kamervraag.ts";
import { startRekentijd } from "../hulp/rekentijd.ts";

const EIGEN =
  "De molens in het noorden draaien sinds vorige week weer, en de molenaars tellen elke dag hoeveel meel er is.";

describe("herkenWijze", () => {
  for (const [tekst, wijzen] of [
    ["Ja.", ["een-woord"]],
    ["Nee\uFFFC", ["een-woord"]],
    ["Ja, dat klopt.", ["eigen-antwoord"]],
    ["Zie het antwoord op vraag 2.", ["verwijst-naar-antwoord"]],
    ["Ja, zie antwoord 3 en 4.", ["verwijst-naar-antwoord"]],
    ["Ik verwijs u naar mijn antwoord op vraag 4.", ["verwijst-naar-antwoord"]],
    ["Idem.", ["verwijst-naar-antwoord"]],
    ["Graag verwijs ik u naar de Kamerbrief van 3 mei 2031.", ["verwijst-naar-document"]],
    ["Zie het antwoord op vraag 3 van het lid Voorbeeld (2031Z00012).", ["verwijst-naar-document"]],
    [`${EIGEN} Zie ook het antwoord op vraag 2.`, ["eigen-antwoord", "verwijst-ook-naar-antwoord"]],
    [`Zie ik dat goed? ${EIGEN}`, ["eigen-antwoord"]],
    ["Ik zie vraag 3 als een verzoek.", ["eigen-antwoord"]],
    ["U verwijst naar een brief over meel.", ["eigen-antwoord"]],
    ["De poëzie in vraag 3 is mooi.", ["eigen-antwoord"]],
    ["Zoals ik in het antwoord op vraag 2 schreef, is het meel op.", ["eigen-antwoord"]],
    ["", []],
  ] as const) {
    it(`reads "${tekst}"`, () => {
      assert.deepEqual(
        herkenWijze(tekst).map(({ wijze }) => wijze),
        wijzen,
      );
    });
  }

  it("counts ten words beside a referral as little else, and eleven as an own answer", () => {
    const tien = "Een twee drie vier vijf zes zeven acht negen tien. Zie antwoord 2.";
    assert.equal(herkenWijze(tien)[0]?.wijze, "verwijst-naar-antwoord");
    assert.equal(herkenWijze(`Nul ${tien}`)[0]?.wijze, "eigen-antwoord");
  });

  it("gives the words and the numbers they name", () => {
    const tekst = "Ja, zie het antwoord op de vragen 2 t/m 4.";
    const [een] = herkenWijze(tekst);
    assert.equal(tekst.slice(een?.woorden?.van, een?.woorden?.tot), "zie het antwoord op de vragen 2 t/m 4");
    assert.deepEqual(een?.nummers, ["2", "3", "4"]);
  });

  it("does not run away on a megabyte of hostile text", () => {
    for (const stuk of [
      "zie het antwoord ",
      ",zie ",
      "(zie ",
      "ik verwijs naar ",
      "1, ",
      ". ",
      " ",
      "bijlage treft u ",
    ]) {
      const rekentijd = startRekentijd();
      herkenWijze(stuk.repeat(Math.ceil(1e6 / stuk.length)));
      assert.ok(rekentijd() < 10_000, stuk);
    }
  });
});

describe("antwoordwijzenOf", () => {
  const vraag = (nummer: string): Blok => ({ soort: "vraag", nummers: [nummer], tekst: "Is er meel?" });
  const antwoord = (opVragen: readonly string[], tekst: string): Blok => ({ soort: "antwoord", opVragen, tekst });

  it("gives each vraag its own records, with addresses on the page", () => {
    const blokken = [
      vraag("1"),
      antwoord(["1"], EIGEN),
      vraag("2"),
      vraag("3"),
      antwoord(["2", "3"], "Zie antwoord 1."),
    ];
    assert.deepEqual(
      antwoordwijzenOf({ blokken, status: "beantwoord" }).map(({ plaats, antwoord, wijze, doel }) => [
        plaats,
        antwoord,
        wijze,
        doel,
      ]),
      [
        ["vraag-1", "antwoord-1", "eigen-antwoord", []],
        ["vraag-2", "antwoord-2", "gezamenlijk", ["vraag-3"]],
        ["vraag-2", "antwoord-2", "verwijst-naar-antwoord", ["antwoord-1"]],
        ["vraag-3", "antwoord-3", "gezamenlijk", ["vraag-2"]],
        ["vraag-3", "antwoord-3", "verwijst-naar-antwoord", ["antwoord-1"]],
      ],
    );
  });

  it("says where there is no antwoord, and which antwoord has no vraag", () => {
    const blokken = [vraag("1"), antwoord(["1"], "Ja."), antwoord(["9"], "Nee."), vraag("2")];
    assert.deepEqual(
      antwoordwijzenOf({ blokken, status: "deels-beantwoord" }).map(({ plaats, wijze }) => `${plaats} ${wijze}`),
      ["vraag-1 een-woord", "antwoord-9 antwoord-zonder-vraag", "antwoord-9 een-woord", "vraag-2 geen-antwoord"],
    );
  });

  it("has nothing to say as long as there is no antwoord", () => {
    assert.deepEqual(antwoordwijzenOf({ blokken: [vraag("1")], status: "open" }), []);
  });
});
