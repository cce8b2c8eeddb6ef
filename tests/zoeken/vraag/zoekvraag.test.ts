import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { vouwLetters, vouwWoord, vouwWoorden } from "../../../src/zoeken/vraag/vouw.ts";
import { VULWOORDEN } from "../../../src/zoeken/vraag/vulwoorden.ts";
import { parseZoekvraag, VRAAG_DELEN, VRAAG_LENGTE } from "../../../src/zoeken/vraag/zoekvraag.ts";

/** Each part as "kind:text", a minus before what must not be there. */
function delen(tekst: string): readonly string[] {
  return parseZoekvraag(tekst).map(({ soort, tekst: deel, isNiet }) => `${isNiet ? "-" : ""}${soort}:${deel}`);
}

/** The forms of the only part, each as its words with `*` where a word may go on and `#` where it may but not with a digit. */
function patronen(tekst: string): readonly string[] {
  const [deel, ...rest] = parseZoekvraag(tekst);
  assert.deepEqual(rest, []);
  const teken = { begin: "*", heel: "", getal: "#" } as const;
  return (deel?.patronen ?? []).map((patroon) => patroon.map(({ woord = "…", past }) => woord + teken[past]).join(" "));
}

describe("parseZoekvraag", () => {
  const cases: readonly (readonly [tekst: string, ...verwacht: string[]])[] = [
    [""],
    ["   \t\n "],
    ["brug", "woord:brug"],
    ["  Brug   Sluis ", "woord:Brug", "woord:Sluis"],
    ["brug brug BRUG", "woord:brug"],
    ["brug, sluis; (kade)", "woord:brug", "woord:sluis", "woord:kade"],
    // Quotation marks of every kind, closed by any that closes.
    ['"lage brug"', "zin:lage brug"],
    ["“lage brug”", "zin:lage brug"],
    ["„lage brug”", "zin:lage brug"],
    ["«lage brug»", "zin:lage brug"],
    ["»lage brug«", "zin:lage brug"],
    ['“lage brug"', "zin:lage brug"],
    ['"lage   brug" kade', "zin:lage brug", "woord:kade"],
    ['kade"lage brug"sluis', "woord:kade", "zin:lage brug", "woord:sluis"],
    // Not closed: up to the end. Empty: nothing.
    ['kade "lage brug', "woord:kade", "zin:lage brug"],
    ['"'],
    ['""'],
    ['"" brug', "woord:brug"],
    ['"?!" brug', "woord:brug"],
    ["'lage brug'", "woord:lage", "woord:brug"],
    // Minus: before a word or a quotation; by itself, twice or behind a word it is a dash.
    ["brug -fiets", "woord:brug", "-woord:fiets"],
    ['brug -"lage brug"', "woord:brug", "-zin:lage brug"],
    ["brug -«lage brug»", "woord:brug", "-zin:lage brug"],
    ["-fiets", "-woord:fiets"],
    ["brug -36200", "woord:brug", "-nummer:36200"],
    ["brug - fiets", "woord:brug", "woord:fiets"],
    ["-"],
    ["--"],
    ["brug --fiets", "woord:brug", "woord:fiets"],
    ["brug –fiets", "woord:brug", "woord:fiets"],
    ["brug-fiets", "woord:brug-fiets"],
    ["brug -brug", "woord:brug", "-woord:brug"],
    // What has no letter or digit is nothing.
    ["? ! … / •"],
    ["🚲 brug", "woord:brug"],
    // Numbers beside words.
    ["brug 36 200-VII, nr. 12 kade", "woord:brug", "nummer:36 200-VII, nr. 12", "woord:kade"],
    ["2070z 00001 brug", "nummer:2070z 00001", "woord:brug"],
    ["in 2023 12 bruggen", "woord:in", "woord:2023", "woord:12", "woord:bruggen"],
  ];
  for (const [tekst, ...verwacht] of cases) {
    it(`reads ${JSON.stringify(tekst)}`, () => {
      assert.deepEqual(delen(tekst), verwacht);
    });
  }

  const vormen: readonly (readonly [tekst: string, ...verwacht: string[]])[] = [
    ["Oekraïne’s", "oekraines*"],
    ["minister-president", "ministerpresident*", "minister president*"],
    ["f-16", "f16*"],
    ["co-med", "comed*", "co med*"],
    ["NOC*NSF", "nocnsf*", "noc nsf*"],
    ["gill'ard", "gillard*", "gill ard*"],
    ["'t", "t*"],
    ["1234", "1234#"],
    ["Søren", "søren*", "soren*"],
    ["Łódź", "łodz*", "lodz*"],
    ['"De Łódź, ja"', "de łodz ja"],
  ];
  for (const [tekst, ...verwacht] of vormen) {
    it(`gives ${tekst} the forms in which a text can have it`, () => {
      assert.deepEqual(patronen(tekst), verwacht);
    });
  }

  it("looks no further than so many characters, and cuts none in two", () => {
    const net = "a".repeat(VRAAG_LENGTE);
    assert.deepEqual(delen(`${net}bcd`), [`woord:${net}`]);
    assert.deepEqual(delen(`${"😀".repeat(VRAAG_LENGTE - 2)} ab`), ["woord:a"]);
  });

  it("looks no further than so many parts", () => {
    const woorden = Array.from({ length: VRAAG_DELEN + 5 }, (_, index) => `woord${index}`);
    assert.deepEqual(
      delen(woorden.join(" ")),
      woorden.slice(0, VRAAG_DELEN).map((woord) => `woord:${woord}`),
    );
  });

  it("answers whatever is typed, within bounds, and the same again", () => {
    const teken = fc.constantFrom(..."ab0129zZ. ,-–\"“”„«»'()/ø🚲\u0301\u00a0\n");
    const getypt = fc.oneof(fc.string({ unit: "binary", maxLength: 500 }), fc.string({ unit: teken, maxLength: 500 }));
    fc.assert(
      fc.property(getypt, (tekst) => {
        const gelezen = parseZoekvraag(tekst);
        assert.deepEqual(parseZoekvraag(tekst), gelezen);
        assert.ok(gelezen.length <= VRAAG_DELEN);
        for (const { patronen: alle } of gelezen) {
          assert.ok(alle.length > 0 && alle.length <= 40, `${alle.length} forms`);
          for (const patroon of alle) {
            assert.ok(patroon.length > 0 && patroon.some(({ woord }) => woord !== undefined && woord !== ""));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("costs no more for a long query than for its parts: what is beyond the limit is not read", () => {
    // Each would take an expression that goes back on its steps hours.
    for (const stuk of ["1 ", "36.", "aanhangsel ", "kamerstuk 1", '"', "-", "2070 - ", "nr. ", "\u0301"]) {
      assert.ok(parseZoekvraag(stuk.repeat(100_000)).length <= VRAAG_DELEN);
    }
  });
});

describe("folding", () => {
  it("takes accents and punctuation away, and keeps letters that no accent makes", () => {
    assert.equal(vouwWoord("«Oekraïne’s»,"), "oekraines");
    assert.equal(vouwWoord("Søren"), "søren");
    assert.deepEqual(vouwWoorden(" Één – brug. "), ["een", "brug"]);
  });

  it("writes those letters as a Dutch keyboard has them", () => {
    assert.equal(vouwLetters(vouwWoord("Æðelþryð Łøßđ Œħ")), "aedelthrydlossdoeh");
    assert.equal(vouwLetters("brug"), "brug");
  });
});

describe("words that say nothing", () => {
  it("are folded, and hold no part of a name that tells it from another", () => {
    for (const woord of VULWOORDEN) assert.equal(vouwWoord(woord), woord);
    for (const woord of ["der", "den", "ter", "ten", "el", "al", "t"]) assert.ok(!VULWOORDEN.has(woord), woord);
  });
});
