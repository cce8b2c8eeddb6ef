import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays } from "../../src/model/datum.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import {
  compareOldestFirst,
  cutLijst,
  groupToLijsten,
  newestDatumIn,
  pathOfBladzijde,
  standOf,
  toRegisterpost,
} from "../../src/site/register.ts";
import { kamervraag } from "./voorbeelden.ts";

const post = (overrides: Partial<Kamervraag> = {}) => toRegisterpost(kamervraag(overrides));
const open = (overrides: Partial<Kamervraag> = {}) => {
  const { beantwoord: _, ...rest } = kamervraag({ status: "open", blokken: [], ...overrides });
  return toRegisterpost(rest);
};
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    post({ sleutel: `2099Z${String(index).padStart(5, "0")}`, ingediend: addDays("2090-01-01", index) }),
  );

describe("cutLijst", () => {
  for (const [count, newest, older] of [
    [0, 0, 0],
    [1, 1, 0],
    [399, 399, 0],
    [400, 200, 1],
    [599, 399, 1],
    [1000, 200, 4],
  ] as const) {
    it(`shows ${newest} of ${count} rows on the newest page, ${older} pages before it`, () => {
      const pages = cutLijst(many(count));
      assert.equal(pages[0]?.posten.length, newest);
      assert.equal(pages.length - 1, older);
      assert.equal(
        pages.reduce((sum, { posten }) => sum + posten.length, 0),
        count,
      );
    });
  }

  it("never changes an older page when rows are added", () => {
    const [, ...before] = cutLijst(many(650));
    const after = cutLijst(many(1234));
    for (const page of before) {
      assert.deepEqual(after.find(({ nummer }) => nummer === page.nummer)?.posten, page.posten);
    }
  });
});

describe("groupToLijsten", () => {
  it("lists a person once for each Kamervraag, and names the list as most posts do", () => {
    const posten = [
      post({ sleutel: "2099Z00001", indieners: [{ naam: "S. Modelova" }] }),
      post({ sleutel: "2099Z00002", indieners: [{ naam: "Ş. Modelová" }, { naam: "S. Modelova" }] }),
      post({ sleutel: "2099Z00003", indieners: [{ naam: "Ş. Modelová" }] }),
      post({ sleutel: "2099Z00004", indieners: [{ naam: "Ş. Modelová" }] }),
    ];
    const [lijst, ...others] = groupToLijsten(posten, "indiener", "2099-12-01");
    assert.deepEqual(others, []);
    assert.equal(lijst?.naam, "Ş. Modelová");
    assert.equal(lijst?.posten.length, 4);
    assert.equal(pathOfBladzijde(lijst ?? assert.fail()), "indiener/s-modelova.html");
  });

  it("lists what was asked of and answered by a bewindspersoon, by name or else by function", () => {
    const slugs = groupToLijsten([post()], "bewindspersoon", "2099-12-01").map(({ slug }) => slug);
    assert.deepEqual(slugs, ["minister-van-recht-en-rede", "p-papier"]);
  });

  it("lists open cases by how they stand", () => {
    const uitstel = [{ soort: "uitstel" as const, tekst: "Later.", datum: "2099-11-25" }];
    const jong = { ingediend: "2099-11-20", mededelingen: uitstel };
    const posten = [
      post(),
      open({ sleutel: "2099Z00002" }),
      open({ sleutel: "2099Z00003", ingediend: "2099-11-30" }),
      open({ sleutel: "2099Z00004", status: "uitgesteld", ...jong }),
      open({ sleutel: "2099Z00005", status: "deels-beantwoord", ...jong }),
      open({ sleutel: "2099Z00006", status: "uitgesteld", kamer: "ek", ...jong }),
      open({ sleutel: "2099Z00007", ingediend: "2099-12-02" }),
    ];
    assert.deepEqual(
      groupToLijsten(posten, "stand", "2099-12-01").map(({ slug, posten: rows }) => [
        slug,
        rows.map(({ sleutel }) => sleutel.slice(-1)).join(""),
      ]),
      [
        ["open", "23456"],
        ["uitgesteld", "45"],
      ],
    );
  });
});

describe("standOf", () => {
  const uitstel = [{ soort: "uitstel" as const, tekst: "Later.", datum: "2099-11-01" }];
  for (const [name, subject, staat] of [
    ["answered in time", post(), "beantwoord"],
    ["answered too late", post({ beantwoord: "2099-11-09" }), "te-laat-beantwoord"],
    ["answered after a notice", post({ beantwoord: "2099-11-09", mededelingen: uitstel }), "na-uitstel"],
    ["open and late", open(), "te-laat"],
    ["open in time", open({ ingediend: "2099-11-20" }), "open"],
    ["oral, which is never late", open({ soort: "mondeling" }), "open"],
    ["of the Eerste Kamer, which is never late", open({ kamer: "ek" }), "open"],
    ["that is put after the as-of date", open({ ingediend: "2099-12-02" }), "later"],
    ["withdrawn", open({ status: "ingetrokken" }), "ingetrokken"],
  ] as const) {
    it(`says of a case ${name}: ${staat}`, () => assert.equal(standOf(subject, "2099-12-01").staat, staat));
  }
});

describe("standOf, days", () => {
  for (const [name, subject, dagen] of [
    ["answered on the day it was asked", post({ beantwoord: "2099-10-18" }), 0],
    ["answered before it was asked, which is a slip", post({ beantwoord: "2099-10-17" }), undefined],
    ["open in the Eerste Kamer, as of the date", open({ kamer: "ek" }), 44],
    ["that is put later", open({ ingediend: "2099-12-02" }), undefined],
    ["withdrawn, at a time that nobody dates", open({ status: "ingetrokken" }), undefined],
  ] as const) {
    it(`of a case ${name}: ${dagen}`, () => assert.equal(standOf(subject, "2099-12-01").dagen, dagen));
  }
});

describe("order and as-of date", () => {
  it("puts a post without any date by the year of its key", () => {
    const { ingediend: _, beantwoord: __, ...zonder } = kamervraag({ sleutel: "2090Z00001" });
    const posten = [
      post({ sleutel: "2099Z00001" }),
      toRegisterpost(zonder),
      post({ sleutel: "2089Z00001", ingediend: "2089-01-01" }),
    ];
    assert.deepEqual(
      posten.sort(compareOldestFirst).map(({ sleutel }) => sleutel),
      ["2089Z00001", "2090Z00001", "2099Z00001"],
    );
  });

  for (const [markdown, newest] of [
    ["---\ningediend: 2099-10-18\nbeantwoord: '2099-11-04'\n---\ndatum: 2100-01-01", "2099-11-04"],
    ["---\ningediend: 2099-10-18\nmededelingen:\n  - soort: uitstel\n    datum: 2099-11-30\n---\n", "2099-11-30"],
    ["---\ntitel: 'Brief van 2099-12-31'\n---\n", undefined],
  ] as const) {
    it(`finds ${newest ?? "no date"} as the newest in a front matter`, () => {
      assert.equal(newestDatumIn(markdown), newest);
    });
  }
});
