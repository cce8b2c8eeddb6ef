import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Blok, Kamervraag } from "../../src/model/kamervraag.ts";
import { openNootboek, toGesprek, toMargenummer } from "../../src/site/gesprek.ts";
import { antwoord, bron, kamervraag, vraag } from "./voorbeelden.ts";

function gesprek(blokken: readonly Blok[], rest: Partial<Kamervraag> = {}) {
  const whole = kamervraag({ blokken, ...rest });
  return toGesprek(whole, openNootboek(whole));
}

/** The conversation in short: per part the vragen and antwoorden by their anchors. */
function outline(blokken: readonly Blok[], rest: Partial<Kamervraag> = {}): readonly string[] {
  return gesprek(blokken, rest).delen.map((deel) =>
    deel.soort === "tekst"
      ? deel.anker
      : `${deel.vragen.map(({ anker, verwijzing }) => anker + (verwijzing ? `>${verwijzing.href}` : "")).join(" ")} | ${deel.antwoorden.map(({ anker }) => anker).join(" ")}`,
  );
}

describe("toGesprek", () => {
  it("sets each vraag beside its antwoord, in whatever order the document has them", () => {
    const expected = ["vraag-1 | antwoord-1", "vraag-2 | antwoord-2"];
    assert.deepEqual(outline([vraag(["1"]), antwoord(["1"]), vraag(["2"]), antwoord(["2"])]), expected);
    assert.deepEqual(outline([vraag(["1"]), vraag(["2"]), antwoord(["1"]), antwoord(["2"])]), expected);
  });

  it("shows a joint antwoord once, beside vragen that follow each other, and points to it from all but the last", () => {
    assert.deepEqual(outline([vraag(["1"]), vraag(["2"]), vraag(["3"]), antwoord(["2", "3"])]), [
      "vraag-1 | ",
      "vraag-2>#antwoord-2 vraag-3 | antwoord-2",
    ]);
  });

  it("shows a joint antwoord after the last vraag it covers when others stand between", () => {
    assert.deepEqual(outline([vraag(["4"]), vraag(["5"]), vraag(["6"]), antwoord(["4", "6"]), antwoord(["5"])]), [
      "vraag-4>#antwoord-4 | ",
      "vraag-5 | antwoord-5",
      "vraag-6 | antwoord-4",
    ]);
  });

  it("shows several antwoorden on one vraag, each with its document", () => {
    const { delen } = gesprek(
      [
        vraag(["1"]),
        antwoord(["1"]),
        antwoord(["1"], "Toch niet.", { bron: "ah-tk-20982099-90", datum: "2099-12-01" }),
      ],
      { bronnen: [bron("ah-tk-20982099-77", "antwoord"), bron("ah-tk-20982099-90", "nader-antwoord")] },
    );
    const [blok] = delen;
    assert.equal(blok?.soort, "vraagblok");
    assert.deepEqual(blok?.soort === "vraagblok" && blok.antwoorden.map(({ herkomst }) => herkomst), [
      {
        tekst: "Antwoord van 4\u00a0november 2099",
        link: { href: "#document-ah-tk-20982099-77", tekst: "ah-tk-20982099-77" },
      },
      {
        tekst: "Nader antwoord van 1\u00a0december 2099",
        link: { href: "#document-ah-tk-20982099-90", tekst: "ah-tk-20982099-90" },
      },
    ]);
  });

  it("puts an antwoord without number beside the vraag right above it", () => {
    assert.deepEqual(outline([vraag(["1"]), antwoord([]), vraag(["2"]), antwoord([])]), [
      "vraag-1 | antwoord-z1",
      "vraag-2 | antwoord-z2",
    ]);
  });

  it("keeps an antwoord that belongs nowhere, and leads to it from vragen without one of their own", () => {
    const tussen: Blok = { soort: "overig", tekst: "Daartussen." };
    const blokken = [vraag(["1"]), tussen, antwoord([])];
    assert.deepEqual(outline(blokken), ["vraag-1 | ", "overig", " | antwoord-z1"]);
    const [first] = gesprek(blokken).delen;
    assert.equal(first?.soort === "vraagblok" && first.leeg?.link?.href, "#antwoord-z1");
  });

  it("gives the second antwoord of a number used twice to the second vraag of that number", () => {
    assert.deepEqual(outline([vraag(["1"]), vraag(["1"]), antwoord(["1"]), antwoord(["1"])]), [
      "vraag-1 | antwoord-1",
      "vraag-1-2 | antwoord-1-2",
    ]);
  });

  it("keeps texts where they stand: an introduction before what follows it, a toelichting behind", () => {
    const inleiding: Blok = { soort: "inleiding", tekst: "Hierbij." };
    const toelichting: Blok = { soort: "toelichting", tekst: "Ter aanvulling." };
    const expected = ["inleiding", "vraag-1 | antwoord-1", "vraag-2 | antwoord-2", "toelichting"];
    assert.deepEqual(
      outline([inleiding, vraag(["1"]), antwoord(["1"]), vraag(["2"]), antwoord(["2"]), toelichting]),
      expected,
    );
    assert.deepEqual(
      outline([vraag(["1"]), vraag(["2"]), inleiding, antwoord(["1"]), antwoord(["2"]), toelichting]),
      expected,
    );
  });

  it("says why there is no antwoord", () => {
    const leeg = (status: Kamervraag["status"]) => {
      const [deel] = gesprek([vraag(["1"])], { status, mededelingen: [{ soort: "per-brief", tekst: "x" }] }).delen;
      return deel?.soort === "vraagblok" ? deel.leeg?.tekst : undefined;
    };
    assert.equal(leeg("open"), "Nog geen antwoord.");
    assert.equal(leeg("ingetrokken"), "Deze vraag is ingetrokken. Er komt geen antwoord.");
    assert.equal(leeg("per-brief"), "Beantwoord per brief, zie de ");
  });

  it("gives every vraag and every antwoord of the model exactly one place", () => {
    const blokken = [
      vraag(["1", "2"]),
      antwoord(["2", "9"]),
      antwoord(["8"]),
      vraag([]),
      antwoord(["1"]),
      vraag(["3"]),
    ];
    const { delen } = gesprek(blokken);
    const placed = delen.flatMap((deel): readonly { readonly anker: string }[] =>
      deel.soort === "vraagblok" ? [...deel.vragen, ...deel.antwoorden] : [deel],
    );
    assert.equal(placed.length, blokken.length);
    assert.equal(new Set(placed.map(({ anker }) => anker)).size, blokken.length);
  });

  it("hands out each note once, with the reason where its text is missing", () => {
    const whole = kamervraag({
      blokken: [vraag(["1"], "Zie[^v1]?"), antwoord(["1"], "Ja[^a1].[^a1]")],
      noten: [
        { bereik: "vraag", anker: "v1", nummer: "1", tekst: "Dagblad van Nergens.", url: "https://example.org/n" },
        { bereik: "antwoord", anker: "a1", nummer: "1" },
        { bereik: "antwoord", anker: "a2", nummer: "2", tekst: "Nergens genoemd." },
      ],
    });
    const boek = openNootboek(whole);
    const [blok] = toGesprek(whole, boek).delen;
    assert.equal(blok?.soort === "vraagblok" && blok.vragen[0]?.noten[0]?.tekst, "Dagblad van Nergens.");
    assert.equal(blok?.soort === "vraagblok" && blok.antwoorden[0]?.noten.length, 1);
    assert.match((blok?.soort === "vraagblok" && blok.antwoorden[0]?.noten[0]?.opmerking?.tekst) || "", /ontbreekt/);
    assert.deepEqual(
      boek.takeRest().map(({ anker }) => anker),
      ["a2"],
    );
  });
});

describe("a bundle of vragen", () => {
  const isVast = (...lengtes: readonly number[]) => {
    const vragen = lengtes.map((lengte, index) => vraag([String(index + 1)], "x".repeat(lengte)));
    const [blok] = gesprek([...vragen, antwoord(vragen.flatMap(({ nummers }) => nummers))]).delen;
    return blok?.soort === "vraagblok" && blok.isVasteBundel;
  };

  it("stays in sight beside its antwoord only when all of it is short", () => {
    assert.equal(isVast(200, 200), true);
    assert.equal(isVast(400, 400), false);
    assert.equal(isVast(10, 10, 10, 10, 10, 10, 10, 10), false);
    assert.equal(isVast(10), false);
  });
});

describe("notes in the margin", () => {
  const noot = (anker: string) => ({ bereik: "antwoord", anker, nummer: anker.slice(1), tekst: "Zo is het." }) as const;

  it("stand each below the one before it there, also over a text between the antwoorden", () => {
    const toelichting: Blok = { soort: "toelichting", tekst: "Ter aanvulling[^a2]." };
    const { delen } = gesprek(
      [vraag(["1"]), antwoord(["1"], "Ja[^a1]."), toelichting, vraag(["2"]), antwoord(["2"], "Nee[^a3].")],
      {
        noten: [noot("a1"), noot("a2"), noot("a3")],
      },
    );
    const noten = delen.flatMap((deel) =>
      deel.soort === "tekst" ? deel.noten : deel.antwoorden.flatMap((een) => een.noten),
    );
    assert.deepEqual(
      noten.map(({ anker, vorige }) => [anker, vorige]),
      [
        ["a1", undefined],
        ["a2", "a1"],
        ["a3", "a2"],
      ],
    );
  });

  it("pass over a note that stands under its text", () => {
    const inleiding: Blok = { soort: "inleiding", tekst: "Hierbij[^v1], en meer[^a2]." };
    const { delen } = gesprek(
      [vraag(["1"]), antwoord(["1"], "Ja[^a1]."), inleiding, vraag(["2"]), antwoord(["2"], "Nee[^a3].")],
      {
        noten: [{ ...noot("v1"), bereik: "vraag" }, noot("a1"), noot("a2"), noot("a3")],
      },
    );
    const tekst = delen.find((deel) => deel.soort === "tekst");
    assert.equal(tekst?.soort === "tekst" && tekst.inKantlijn, false);
    const laatste = delen.at(-1);
    assert.equal(laatste?.soort === "vraagblok" && laatste.antwoorden[0]?.noten[0]?.vorige, "a1");
  });
});

describe("toMargenummer", () => {
  for (const [nummers, expected] of [
    [["4"], "4"],
    [["2", "3"], "2, 3"],
    [["2", "3", "4", "5", "6"], "2–6"],
    [["4", "5", "7", "8", "9"], "4, 5, 7–9"],
    [["2a", "2b"], "2a, 2b"],
    [[], "–"],
  ] as const) {
    it(`writes ${nummers.join(" ") || "nothing"} as ${expected}`, () => assert.equal(toMargenummer(nummers), expected));
  }
});
