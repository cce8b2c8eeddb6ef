/** The pure parts of the search page: page numbers, lists of values, choices and what is said. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Facetwaarde, Zoekopdracht, Zoekuitkomst } from "../../../src/zoeken/opdracht.ts";
import { LEGE_OPDRACHT, toggleWaarde, withPeriode } from "../../../templates/components/zoek/adres.ts";
import { countBladzijden, toBladzijden } from "../../../templates/components/zoek/bladzijden.ts";
import { pickWaarden } from "../../../templates/components/zoek/facetlijst.ts";
import { listKeuzes } from "../../../templates/components/zoek/keuzes.ts";
import { fillTekst, formatAantal } from "../../../templates/components/zoek/sjabloon.ts";
import { describeNiets, describeOnbekend, describeUitkomst } from "../../../templates/components/zoek/stand.ts";
import { addressOfTreffer } from "../../../templates/components/zoek/trefferadres.ts";
import { fold } from "../../../templates/components/zoek/vouw.ts";
import { zoekteksten } from "../../../templates/data/zoekteksten.ts";

const { script } = zoekteksten;

describe("the page numbers", () => {
  for (const [huidig, laatste, expected] of [
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, "gat", 9]],
    [3, 9, [1, 2, 3, 4, "gat", 9]],
    [4, 9, [1, 2, 3, 4, 5, "gat", 9]],
    [5, 9, [1, "gat", 4, 5, 6, "gat", 9]],
    [9, 9, [1, "gat", 8, 9]],
  ] as const) {
    it(`are ${expected.join(" ")} on page ${huidig} of ${laatste}`, () => {
      assert.deepEqual(toBladzijden(huidig, laatste), expected);
    });
  }

  it("count ten to a page", () => {
    assert.deepEqual([0, 1, 10, 11].map(countBladzijden), [0, 1, 1, 2]);
  });
});

describe("a name typed above a list of names", () => {
  for (const [naam, gevouwen] of [
    ["Özütok-De Vries", "ozutok de vries"],
    ["Søren Łódź", "soren lodz"],
    ["Ærø Strauß", "aero strauss"],
    ["Đorđe Þór", "dorde thor"],
    ["VAN 'T VELD", "van t veld"],
  ] as const) {
    it(`fits ${naam} however its letters are typed`, () => {
      assert.equal(fold(naam), gevouwen);
      assert.equal(fold(gevouwen), gevouwen);
    });
  }
});

describe("the values of a facet", () => {
  const waarde = (naam: string, aantal: number, onder?: string): Facetwaarde => ({
    waarde: fold(naam).replaceAll(" ", "-"),
    naam,
    aantal,
    ...(onder ? { onder } : {}),
  });
  const namen = (keuze: ReturnType<typeof pickWaarden>) => keuze.takken.map((tak) => tak.waarde.naam);
  const fracties = ["Een", "Twee", "Drie", "Vier"].map((naam, index) => waarde(naam, 9 - index));

  it("are as many as asked for, with what was chosen further down", () => {
    const keuze = pickWaarden(fracties, { gekozen: ["vier"], aantal: 2 });
    assert.deepEqual(namen(keuze), ["Een", "Twee", "Vier"]);
    assert.deepEqual([keuze.totaal, keuze.rest], [4, 1]);
  });

  it("are those whose name fits, with what was chosen", () => {
    const keuze = pickWaarden(fracties, { gekozen: ["een"], aantal: 9, past: (naam) => naam.startsWith("D") });
    assert.deepEqual(namen(keuze), ["Een", "Drie"]);
  });

  it("stand under the value above them, or by themselves when that is not there", () => {
    const keuze = pickWaarden([waarde("Weg", 5), waarde("Spoor", 2, "weg"), waarde("Los", 1, "lucht")], {
      gekozen: [],
      aantal: 9,
    });
    assert.deepEqual(
      keuze.takken.map((tak) => [tak.waarde.naam, tak.kinderen.map(({ naam }) => naam)]),
      [
        ["Weg", ["Spoor"]],
        ["Los", []],
      ],
    );
  });
});

describe("the choices", () => {
  const zeg = (opdracht: Zoekopdracht) => listKeuzes(opdracht, (_, waarde) => waarde.toUpperCase(), script);

  it("name facet and value, and lead to the question without them", () => {
    const opdracht = toggleWaarde(toggleWaarde(LEGE_OPDRACHT, "fractie", "vvd"), "jaar", "2023");
    assert.deepEqual(
      zeg(opdracht).map(({ tekst }) => tekst),
      ["Jaar van indienen: 2023", "Fractie: VVD"],
    );
    assert.deepEqual(zeg(opdracht)[1]?.zonder.facetten, { jaar: ["2023"] });
  });

  for (const [van, tot, expected] of [
    ["2023-01-01", "2023-12-31", "Ingediend in 2023"],
    ["2023-01-01", undefined, "Ingediend vanaf 1\u00a0jan\u00a02023"],
    [undefined, "2023-03-09", "Ingediend tot en met 9\u00a0mrt\u00a02023"],
    ["2022-01-01", "2023-12-31", "Ingediend 1\u00a0jan\u00a02022 – 31\u00a0dec\u00a02023"],
  ] as const) {
    it(`say a period as "${expected}"`, () => {
      assert.deepEqual(
        zeg(withPeriode(LEGE_OPDRACHT, van, tot)).map(({ tekst }) => tekst),
        [expected],
      );
    });
  }
});

describe("what is said of the hits", () => {
  const uitkomst: Zoekuitkomst = { aantal: 24, isBovengrens: false, termen: [], treffers: [], isNieuwsteEerst: false };
  const woord = { tekst: "brug", soort: "woord", ookAls: [] } as const;
  const zin = { tekst: "lage brug", soort: "zin", ookAls: [] } as const;
  const met = { ...LEGE_OPDRACHT, tekst: "brug" };
  const say = (delen: readonly { readonly tekst: string }[]) => delen.map(({ tekst }) => tekst).join("");

  for (const [expected, deel, opdracht] of [
    ["24 Kamervragen met brug.", { termen: [woord] }, met],
    ["1 Kamervraag met brug.", { termen: [woord], aantal: 1 }, met],
    ["24 Kamervragen met brug, binnen de keuze.", { termen: [woord] }, toggleWaarde(met, "fractie", "vvd")],
    ["24 Kamervragen in het archief. De nieuwste staan voorop.", { isNieuwsteEerst: true }, LEGE_OPDRACHT],
    ["24 Kamervragen in het archief.", { isNieuwsteEerst: true }, { ...LEGE_OPDRACHT, volgorde: "oudste" }],
    ["24 Kamervragen die aan de keuze voldoen.", {}, toggleWaarde(LEGE_OPDRACHT, "fractie", "vvd")],
    [
      "12.345 Kamervragen met brug, ook als bruggen, brugwachter.",
      { termen: [{ ...woord, ookAls: ["bruggen", "brug", "brugwachter"] }], aantal: 12_345 },
      met,
    ],
    [
      "24 Kamervragen met brug, zonder «fiets». Niet meegezocht, want te gewoon om op te kiezen: «de», «van».",
      {
        termen: [
          { tekst: "de", soort: "woord", ookAls: [], weggelaten: "functiewoord" },
          woord,
          { tekst: "van", soort: "woord", ookAls: [], weggelaten: "functiewoord" },
          { tekst: "fiets", soort: "niet", ookAls: [] },
        ],
      },
      met,
    ],
    [
      "Geen enkele Kamervraag heeft al deze woorden. Zonder «sluis», «kade»: 3 Kamervragen met brug.",
      {
        termen: [
          woord,
          { tekst: "sluis", soort: "woord", ookAls: [], weggelaten: "ontbreekt" },
          { tekst: "kade", soort: "woord", ookAls: [], weggelaten: "ontbreekt" },
        ],
        aantal: 3,
      },
      met,
    ],
    [
      "24 Kamervragen met brug én kaart, ook als bruggen, «kaart» hier alleen als landkaart, kaartje.",
      {
        termen: [
          { ...woord, ookAls: ["bruggen"] },
          { tekst: "kaart", soort: "woord", ookAls: ["landkaart", "kaartje"], isAlleenAls: true },
        ],
      },
      met,
    ],
    ["24 Kamervragen zonder «fiets».", { termen: [{ tekst: "fiets", soort: "niet", ookAls: [] }] }, met],
  ] as const) {
    it(`is "${expected}"`, () => {
      assert.equal(say(describeUitkomst({ ...uitkomst, ...deel }, opdracht, script)), expected);
    });
  }

  it("tells that a count is the engine's when a quotation was not checked in every hit", () => {
    const gezegd = say(describeUitkomst({ ...uitkomst, termen: [zin], isBovengrens: true }, met, script));
    assert.match(gezegd, /^Hoogstens 24 Kamervragen met “lage brug”\. .*bladzijde\.$/);
  });

  it("gives every word room for its other forms", () => {
    const vormen = (begin: string) => Array.from({ length: 9 }, (_, index) => `${begin}${index}`);
    const termen = [
      { ...woord, ookAls: vormen("brug") },
      { ...woord, tekst: "kade", ookAls: vormen("kade") },
    ];
    assert.match(
      say(describeUitkomst({ ...uitkomst, termen }, met, script)),
      /brug0, kade0, brug1, kade1, brug2, kade2\./,
    );
  });

  it("says what was not found, and which words the archive does not have", () => {
    const termen = [woord, { ...woord, tekst: "xyzzy", isOnbekend: true }] as const;
    assert.equal(
      say(describeNiets({ ...uitkomst, termen }, met, script)),
      "Geen enkele Kamervraag met «brug» én «xyzzy».",
    );
    assert.match(describeOnbekend(termen, script), /«xyzzy»/);
    assert.doesNotMatch(describeOnbekend(termen, script), /«brug»/);
    assert.equal(describeOnbekend([woord], script), "");
  });
});

describe("the address of a hit", () => {
  it("carries the words to mark and the anchor", () => {
    const treffer = { adres: "kamervraag/2070/2070Z00001.html", vormen: ["brug", "coördinatie", "a&b"] };
    assert.equal(
      addressOfTreffer(treffer, "antwoord-4"),
      "kamervraag/2070/2070Z00001.html?zoek=brug+co%C3%B6rdinatie+a%26b#antwoord-4",
    );
    assert.equal(addressOfTreffer({ ...treffer, vormen: [] }), "kamervraag/2070/2070Z00001.html");
  });
});

describe("sentences", () => {
  it("fill only what they have a value for", () => {
    assert.equal(fillTekst("{a} en {b}", { a: "{b}" }), "{b} en {b}");
  });

  it("write numbers in Dutch", () => {
    assert.deepEqual([7, 1_000, 1_234_567].map(formatAantal), ["7", "1.000", "1.234.567"]);
  });
});
