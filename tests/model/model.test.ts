import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ankersOf } from "../../src/model/anker.ts";
import { addDays, daysBetween, findDatum, formatDatum, isDatum } from "../../src/model/datum.ts";
import type { Blok } from "../../src/model/kamervraag.ts";
import {
  findPublicatie,
  jaarOfSleutel,
  normalizeVraagnummer,
  pathOfSleutel,
  toSleutel,
} from "../../src/model/sleutel.ts";
import { beantwoordOp, openVragen, statusOf } from "../../src/model/status.ts";
import { findTermijn, type TermijnFeiten } from "../../src/model/termijn.ts";
import { onderwerpenOf, readThema, splitOnderwerpen, themasOf } from "../../src/model/thema.ts";

describe("findDatum", () => {
  for (const [text, expected] of [
    ["29 oktober 2021", "2021-10-29"],
    ["ontvangen 3\u00a0Maart 2060)", "2060-03-03"],
    ["2021-10-29", "2021-10-29"],
    ["29-10-2021", "2021-10-29"],
    ["30 februari 2011", undefined],
    ["2011-02-30", undefined],
    ["20090", undefined],
    ["", undefined],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${expected}`, () => assert.equal(findDatum(text), expected));
  }

  it("counts calendar days over a change of the clock and a leap day", () => {
    assert.equal(daysBetween("2021-10-29", "2021-11-15"), 17);
    assert.equal(daysBetween("2024-02-28", "2024-03-01"), 2);
    assert.equal(addDays("2021-10-29", 21), "2021-11-19");
    assert.equal(formatDatum("2021-11-05"), "5\u00a0november 2021");
    assert.equal(isDatum("2021-02-29"), false);
  });
});

describe("keys and addresses", () => {
  for (const [found, expected] of [
    ["2021Z18968", "2021Z18968"],
    ["2021z18968", "2021Z18968"],
    ["2021Z 18968", "2021Z18968"],
    ["kv-tk-2021Z18968", "2021Z18968"],
    ["kv-tk-2011Z08309-n1", "2011Z08309"],
    ["2000100840", "2000100840"],
    ["21 51/60000", "21-51-60000".replace("21-51", "2151")],
    ["  ", undefined],
  ] as const) {
    it(`writes vraagnummer "${found}" as ${expected}`, () => assert.equal(normalizeVraagnummer(found), expected));
  }

  for (const [sleutel, jaar] of [
    ["2021Z18968", "2021"],
    ["2000100840", "2000"],
    ["2989900822", "1998"],
    ["215160000", "2015"],
    ["232413", "2023"],
    ["606101", "2060"],
    ["ah-tk-20212022-705", "2021"],
    ["ah-ek-20152016-3", "2015"],
    ["ah-1151601", "onbekend"],
    ["doc-0123456789ab", "onbekend"],
    ["1234567890", "onbekend"],
  ] as const) {
    it(`puts ${sleutel} in the folder ${jaar}`, () => {
      assert.equal(jaarOfSleutel(sleutel), jaar);
      assert.equal(pathOfSleutel(sleutel), `kamervraag/${jaar}/${sleutel}`);
    });
  }

  it("reads identifiers with their chamber, number and version", () => {
    assert.deepEqual(findPublicatie("ah-tk-20212022-705-h1"), {
      reeks: "ah",
      kamer: "tk",
      stam: "ah-tk-20212022-705",
      versie: 1,
      vergaderjaar: "2021-2022",
      aanhangselnummer: "705",
    });
    assert.equal(findPublicatie("ah-tk-20142015-AH2742")?.aanhangselnummer, "2742");
    assert.equal(findPublicatie("kv-tk-2021Z18968")?.vraagnummer, "2021Z18968");
    assert.equal(findPublicatie("kv-2000100840")?.vraagnummer, "2000100840");
    assert.equal(findPublicatie("kv-1182734")?.vraagnummer, undefined);
    assert.equal(findPublicatie("kst-34550-VI-111"), undefined);
    assert.equal(toSleutel("ah/../x y"), "ah-x-y");
  });
});

const vraag = (...nummers: string[]): Blok => ({ soort: "vraag", nummers, tekst: "?" });
const antwoord = (opVragen: string[], datum?: string): Blok => ({
  soort: "antwoord",
  opVragen,
  tekst: "!",
  ...(datum ? { datum } : {}),
});

describe("statusOf", () => {
  it("tells open, partly and wholly answered, postponed, withdrawn and by letter apart", () => {
    const notice = (soort: "uitstel" | "ingetrokken" | "per-brief") => [{ soort, tekst: "…" }];
    assert.equal(statusOf([vraag("1")], []), "open");
    assert.equal(statusOf([vraag("1"), vraag("2"), antwoord(["1"])], []), "deels-beantwoord");
    assert.equal(statusOf([vraag("1"), vraag("2"), antwoord(["1", "2"])], notice("uitstel")), "beantwoord");
    assert.equal(statusOf([vraag("1"), vraag("2"), antwoord([])], []), "beantwoord");
    assert.equal(statusOf([vraag("1")], notice("uitstel")), "uitgesteld");
    assert.equal(statusOf([vraag("1")], notice("per-brief")), "per-brief");
    assert.equal(statusOf([vraag("1"), antwoord(["1"])], notice("ingetrokken")), "ingetrokken");
  });

  it("dates the answer on the day on which the last open vraag was answered", () => {
    const blokken = [
      vraag("1"),
      vraag("2"),
      antwoord(["1"], "2030-01-05"),
      antwoord(["1"], "2030-03-01"),
      antwoord(["2"], "2030-02-01"),
    ];
    assert.equal(beantwoordOp(blokken), "2030-02-01");
    assert.equal(beantwoordOp([vraag("1"), vraag("2"), antwoord(["1"], "2030-01-05")]), undefined);
    assert.deepEqual(openVragen([vraag("1", "2"), antwoord(["2"])]), ["1"]);
  });
});

describe("findTermijn", () => {
  const basis: TermijnFeiten = {
    kamer: "tk",
    soort: "schriftelijk",
    ingediend: "2021-10-29",
    status: "open",
    mededelingen: [],
  };
  const uitstel = [{ soort: "uitstel", datum: "2021-11-18" }];

  it("gives the seed three weeks: due 19 November 2021, answered in 17 days, in time", () => {
    const termijn = findTermijn({ ...basis, status: "beantwoord", beantwoord: "2021-11-15" }, "2030-01-01");
    assert.equal(termijn?.uiterlijk, "2021-11-19");
    assert.equal(termijn?.dagen, 17);
    assert.equal(termijn?.isTeLaat, false);
  });

  it("counts an open one as of the as-of date: day 21 is in time, day 22 is late", () => {
    assert.equal(findTermijn(basis, "2021-11-19")?.isTeLaat, false);
    assert.equal(findTermijn(basis, "2021-11-20")?.isTeLaat, true);
  });

  it("gives six weeks after a notice, and no more after a second one", () => {
    const twice = [...uitstel, { soort: "uitstel", datum: "2021-12-01" }];
    for (const mededelingen of [uitstel, twice]) {
      const termijn = findTermijn({ ...basis, status: "uitgesteld", mededelingen }, "2021-12-10");
      assert.equal(termijn?.uiterlijk, "2021-12-10");
      assert.equal(termijn?.isTeLaat, false);
    }
    assert.equal(findTermijn({ ...basis, status: "uitgesteld", mededelingen: uitstel }, "2021-12-11")?.isTeLaat, true);
  });

  it("does not exist for oral questions, the Eerste Kamer and withdrawn ones", () => {
    assert.equal(findTermijn({ ...basis, kamer: "ek" }, "2030-01-01"), undefined);
    assert.equal(findTermijn({ ...basis, soort: "mondeling" }, "2030-01-01"), undefined);
    assert.equal(findTermijn({ ...basis, status: "ingetrokken" }, "2030-01-01"), undefined);
    assert.equal(findTermijn({ ...basis, status: "per-brief" }, "2030-01-01"), undefined);
  });

  // Day n of the questions of 29 October 2021, seen on that day: the days late, without and with a notice.
  for (const [dag, zonder, met] of [
    [0, 0, 0],
    [21, 0, 0],
    [22, 1, 0],
    [42, 21, 0],
    [43, 22, 1],
  ] as const) {
    it(`is ${zonder} days late on day ${dag} without a notice, ${met} with one`, () => {
      const peildatum = addDays("2021-10-29", dag);
      const melding = [{ soort: "uitstel", datum: "2021-10-29" }];
      for (const [mededelingen, laat] of [[[], zonder] as const, [melding, met] as const]) {
        const open = findTermijn({ ...basis, mededelingen }, peildatum);
        assert.deepEqual([open?.dagen, open?.dagenTeLaat, open?.isTeLaat], [dag, laat, laat > 0]);
        const gedaan = { ...basis, mededelingen, status: "beantwoord", beantwoord: peildatum } as const;
        const af = findTermijn(gedaan, "2030-01-01");
        assert.deepEqual([af?.dagen, af?.dagenTeLaat, af?.isTeLaat, af?.isAfgedaan], [dag, laat, laat > 0, true]);
      }
    });
  }

  it("moves to six weeks at a notice that came after the three, from that day on", () => {
    const mededelingen = [{ soort: "uitstel", datum: "2021-11-23" }];
    assert.equal(findTermijn({ ...basis, mededelingen }, "2021-11-22")?.dagenTeLaat, 3);
    assert.equal(findTermijn({ ...basis, mededelingen }, "2021-11-23")?.isTeLaat, false);
    assert.equal(findTermijn({ ...basis, mededelingen }, "2021-11-23")?.uiterlijk, "2021-12-10");
  });

  it("does not count a notice of after the antwoord", () => {
    const mededelingen = [{ soort: "uitstel", datum: "2021-12-01" }];
    const termijn = findTermijn(
      { ...basis, status: "beantwoord", beantwoord: "2021-11-30", mededelingen },
      "2030-01-01",
    );
    assert.deepEqual([termijn?.aantalUitstel, termijn?.dagenTeLaat], [0, 11]);
  });

  it("counts a notice without date, and gives it none", () => {
    const termijn = findTermijn({ ...basis, mededelingen: [{ soort: "uitstel" }] }, "2021-12-01");
    assert.deepEqual([termijn?.aantalUitstel, termijn?.uitgesteldOp, termijn?.isTeLaat], [1, [], false]);
  });

  it("does not know an antwoord of after the as-of date", () => {
    const termijn = findTermijn({ ...basis, status: "beantwoord", beantwoord: "2021-12-30" }, "2021-11-25");
    assert.deepEqual([termijn?.isAfgedaan, termijn?.dagen, termijn?.dagenTeLaat], [false, 27, 6]);
  });

  it("does not exist before the questions are put, nor where the antwoord is dated before them", () => {
    assert.equal(findTermijn(basis, "2021-10-28"), undefined);
    assert.equal(findTermijn({ ...basis, status: "beantwoord", beantwoord: "2021-10-28" }, "2030-01-01"), undefined);
    assert.equal(findTermijn({ ...basis, status: "beantwoord", beantwoord: "2021-10-29" }, "2030-01-01")?.dagen, 0);
  });

  it("runs for what a partial antwoord left open, unless a letter answers that", () => {
    const deels = { ...basis, status: "deels-beantwoord" } as const;
    assert.equal(findTermijn(deels, "2021-11-20")?.isTeLaat, true);
    assert.equal(findTermijn({ ...deels, mededelingen: uitstel }, "2021-11-20")?.isTeLaat, false);
    const brief = [{ soort: "per-brief", datum: "2021-11-10" }];
    assert.equal(findTermijn({ ...deels, mededelingen: brief }, "2021-11-20"), undefined);
    assert.equal(findTermijn({ ...deels, mededelingen: brief }, "2021-11-09")?.dagen, 11);
  });

  it("does not deduct a recess", () => {
    assert.equal(findTermijn({ ...basis, ingediend: "2021-12-20" }, "2022-01-11")?.dagenTeLaat, 1);
  });
});

describe("topics", () => {
  it("splits the seed's topics, which run together without separators", () => {
    const { onderwerpen, rest } = splitOnderwerpen("criminaliteit economie ict openbare orde en veiligheid");
    assert.deepEqual(onderwerpen, ["criminaliteit", "economie", "ict", "openbare orde en veiligheid"]);
    assert.deepEqual(rest, []);
    assert.deepEqual(themasOf(onderwerpen), [
      { hoofd: "Economie", sub: "ICT" },
      { hoofd: "Openbare orde en veiligheid", sub: "Criminaliteit" },
    ]);
  });

  it("keeps the comma of a theme's name, and what is no theme as one topic", () => {
    assert.deepEqual(splitOnderwerpen("politie, brandweer en hulpdiensten maanlandschap en zo recht"), {
      onderwerpen: ["politie, brandweer en hulpdiensten", "recht"],
      rest: ["maanlandschap en zo"],
    });
  });

  it("does not guess whose sub theme 'organisatie en beleid' is", () => {
    assert.deepEqual(themasOf(["organisatie en beleid", "recht", "werk"]), [{ hoofd: "Recht" }, { hoofd: "Werk" }]);
    assert.deepEqual(themasOf(["organisatie en beleid", "recht"]), [{ hoofd: "Recht", sub: "Organisatie en beleid" }]);
  });

  it("reads main and sub theme of a metadata value", () => {
    assert.deepEqual(readThema("Zorg en gezondheid | Jongeren (gezondheid)"), {
      hoofd: "Zorg en gezondheid",
      sub: "Jongeren (gezondheid)",
    });
    assert.deepEqual(onderwerpenOf([{ hoofd: "Werk", sub: "Ontslag" }, { hoofd: "Werk" }]), ["ontslag", "werk"]);
  });
});

describe("ankersOf", () => {
  it("gives every number an anchor, a number used again -2, one without number z1", () => {
    const blokken = [
      vraag("1"),
      vraag("2", "3"),
      antwoord(["2", "3"]),
      antwoord(["2"]),
      antwoord([]),
      antwoord([]),
      vraag("1"),
    ];
    assert.deepEqual(ankersOf(blokken), [
      ["vraag-1"],
      ["vraag-2", "vraag-3"],
      ["antwoord-2", "antwoord-3"],
      ["antwoord-2-2"],
      ["antwoord-z1"],
      ["antwoord-z2"],
      ["vraag-1-2"],
    ]);
  });
});
