import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { toVerloop, toVerloopView } from "../../src/site/verloop.ts";
import { antwoord, bron, kamervraag, vraag } from "./voorbeelden.ts";

const peildatum = "2099-12-31";
const lijst = (subject: Kamervraag, op = peildatum) =>
  toVerloop(subject, op).map(({ datum, gebeurtenis, dag }) => `${datum ?? "-"} ${dag ?? "-"} ${gebeurtenis}`);
const open = (overrides: Partial<Kamervraag> = {}): Kamervraag => {
  const { beantwoord: _, ...rest } = kamervraag({ status: "open", blokken: [vraag(["1"])], ...overrides });
  return rest;
};
const uitstel = (datum: string) => ({ soort: "uitstel" as const, tekst: "Later.", datum, bron: "ah-tk-20982099-60" });

describe("toVerloop", () => {
  it("of a case that was answered in time: asked, answered, the limit that held", () => {
    assert.deepEqual(lijst(kamervraag()), [
      "2099-10-18 0 ingediend",
      "2099-11-04 17 antwoord",
      "2099-11-08 21 drie-weken",
    ]);
  });

  it("of a late one after two notices: both, both limits and the antwoord", () => {
    const mededelingen = [uitstel("2099-11-08"), uitstel("2099-11-25")];
    const blokken = [vraag(["1"]), antwoord(["1"], "Ja.", { datum: "2099-12-05" })];
    assert.deepEqual(lijst(kamervraag({ mededelingen, blokken, beantwoord: "2099-12-05" })), [
      "2099-10-18 0 ingediend",
      "2099-11-08 21 uitstel",
      "2099-11-08 21 drie-weken",
      "2099-11-25 38 uitstel",
      "2099-11-29 42 zes-weken",
      "2099-12-05 48 antwoord",
    ]);
  });

  it("of an open one: the as-of date, and the limits that are still to come", () => {
    assert.deepEqual(lijst(open(), "2099-10-20"), [
      "2099-10-18 0 ingediend",
      "2099-10-20 2 peildatum",
      "2099-11-08 21 drie-weken",
    ]);
    assert.deepEqual(lijst(open(), "2099-11-09").slice(1), [
      "2099-11-08 21 drie-weken",
      "2099-11-09 22 peildatum",
      "2099-11-29 42 zes-weken",
    ]);
  });

  it("tells a partial antwoord, the last one and a nader antwoord apart", () => {
    const bronnen = [
      bron("ah-tk-20982099-70", "antwoord"),
      bron("ah-tk-20982099-77", "antwoord"),
      bron("ah-tk-20982099-99", "nader-antwoord"),
    ];
    const blokken = [
      vraag(["1"]),
      antwoord(["1"], "Ja.", { bron: "ah-tk-20982099-70", datum: "2099-10-30" }),
      antwoord(["1"], "Toch niet.", { bron: "ah-tk-20982099-99", datum: "2099-12-01" }),
      vraag(["2"]),
      antwoord(["2"]),
    ];
    const subject = kamervraag({ bronnen, blokken });
    assert.deepEqual(
      toVerloop(subject, peildatum).map(({ gebeurtenis, bron: id, anker, opVragen }) => [
        gebeurtenis,
        id,
        anker,
        opVragen?.join(),
      ]),
      [
        ["ingediend", undefined, undefined, undefined],
        ["deelantwoord", "ah-tk-20982099-70", "antwoord-1", "1"],
        ["antwoord", "ah-tk-20982099-77", "antwoord-2", undefined],
        ["drie-weken", undefined, undefined, undefined],
        ["nader-antwoord", "ah-tk-20982099-99", "antwoord-1-2", undefined],
      ],
    );
  });

  for (const [name, overrides] of [
    ["oral", { soort: "mondeling" }],
    ["of the Eerste Kamer", { kamer: "ek" }],
  ] as const) {
    it(`has no limits for what is ${name}`, () => {
      assert.deepEqual(lijst(kamervraag(overrides)), ["2099-10-18 0 ingediend", "2099-11-04 17 antwoord"]);
      assert.deepEqual(lijst(open(overrides), "2099-12-01"), ["2099-10-18 0 ingediend", "2099-12-01 44 peildatum"]);
    });
  }

  it("has none for what was withdrawn or answered by letter, and nothing is awaited there", () => {
    for (const soort of ["ingetrokken", "per-brief"] as const) {
      const subject = open({ status: soort, mededelingen: [{ soort, tekst: "…", datum: "2099-10-25" }] });
      assert.deepEqual(lijst(subject), ["2099-10-18 0 ingediend", `2099-10-25 7 ${soort}`]);
    }
  });

  it("puts what has no date last, and gives no day to what is dated before the questions", () => {
    const { datum: _, ...undated } = uitstel("2099-11-08");
    const mededelingen = [undated, uitstel("2099-10-01")];
    assert.deepEqual(lijst(open({ mededelingen, status: "uitgesteld" }), "2099-11-01"), [
      "2099-10-01 - uitstel",
      "2099-10-18 0 ingediend",
      "2099-11-01 14 peildatum",
      "2099-11-08 21 drie-weken",
      "2099-11-29 42 zes-weken",
      "- - uitstel",
    ]);
  });

  it("counts no days where the antwoord is dated before the questions, and draws no limits", () => {
    const blokken = [vraag(["1"]), antwoord(["1"], "Ja.", { datum: "2099-10-01" })];
    assert.deepEqual(lijst(kamervraag({ beantwoord: "2099-10-01", blokken })), [
      "2099-10-01 - antwoord",
      "2099-10-18 0 ingediend",
    ]);
  });

  it("knows of no antwoord on an earlier as-of date, but says what came after it", () => {
    const subject = kamervraag();
    assert.deepEqual(lijst(subject, "2099-10-30"), [
      "2099-10-18 0 ingediend",
      "2099-10-30 12 peildatum",
      "2099-11-04 17 antwoord",
      "2099-11-08 21 drie-weken",
    ]);
    assert.deepEqual(
      toVerloopView(subject, "2099-10-30")?.stappen.map(({ tekst, later }) => [tekst, later]),
      [
        ["Ingediend", undefined],
        ["Stand van zaken: nog geen antwoord", undefined],
        ["Beantwoord", "na de peildatum"],
        ["Laatste dag van de drie weken", undefined],
      ],
    );
    assert.deepEqual(lijst(subject, "2099-10-01").slice(0, 2), ["2099-10-01 - peildatum", "2099-10-18 0 ingediend"]);
  });

  it("keeps the date of an antwoord whose text is not in the archive", () => {
    assert.deepEqual(lijst(kamervraag({ blokken: [vraag(["1"])] })).slice(0, 2), [
      "2099-10-18 0 ingediend",
      "2099-11-04 17 antwoord",
    ]);
  });
});

describe("toVerloopView", () => {
  it("leads to the notice and to the document, and says how late the outcome is", () => {
    const bronnen = [bron("ah-tk-20982099-60", "mededeling"), bron("ah-tk-20982099-77", "antwoord")];
    const mededelingen = [uitstel("2099-11-08"), uitstel("2099-11-20")];
    const blokken = [vraag(["1"]), antwoord(["1"], "Ja.", { datum: "2099-12-01" })];
    const view = toVerloopView(kamervraag({ bronnen, mededelingen, blokken, beantwoord: "2099-12-01" }), peildatum);
    const stappen = view?.stappen ?? [];
    assert.deepEqual(
      stappen.map(({ tekst, href, bron: document, vorm }) => [tekst, href, document?.href, vorm]),
      [
        ["Ingediend", undefined, undefined, "feit"],
        ["Uitstel gemeld", "#mededeling-1", "#document-ah-tk-20982099-60", "feit"],
        ["Laatste dag van de drie weken", undefined, undefined, "grens"],
        ["Opnieuw uitstel gemeld", "#mededeling-2", "#document-ah-tk-20982099-60", "feit"],
        ["Laatste dag van de zes weken", undefined, undefined, "grens"],
        ["Beantwoord", "#antwoord-1", "#document-ah-tk-20982099-77", "feit"],
      ],
    );
    assert.equal(stappen.at(-1)?.laat?.replaceAll("\u00a0", " "), "2 dagen te laat");
  });

  it("is not there for one moment that the ledger tells already", () => {
    const { ingediend: _, ...undated } = kamervraag();
    assert.equal(toVerloopView(undated, peildatum), undefined);
  });
});
