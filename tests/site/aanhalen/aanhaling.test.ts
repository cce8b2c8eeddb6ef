import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../../src/model/kamervraag.ts";
import {
  aanhalingOf,
  aanhalingVanAntwoord,
  aanhalingVanVraag,
  formatVergaderjaar,
  langeAanhalingOf,
} from "../../../src/site/aanhalen/aanhaling.ts";
import { antwoord, bron, kamervraag, vraag } from "../voorbeelden.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const ah = (nummer: string, rest = {}) =>
  bron(`ah-tk-20982099-${nummer}`, "antwoord", { vergaderjaar: "2098-2099", aanhangselnummer: nummer, ...rest });
const without = (veld: keyof Kamervraag, subject: Kamervraag) =>
  Object.fromEntries(Object.entries(subject).filter(([key]) => key !== veld)) as unknown as Kamervraag;

describe("formatVergaderjaar", () => {
  for (const [vergaderjaar, expected] of [
    ["2021-2022", "2021/22"],
    ["1999-2000", "1999/2000"],
    ["1998-1999", "1998/99"],
    ["2099-2100", "2099/2100"],
    ["2009–2010", "2009/10"],
    ["onbekend", "onbekend"],
  ] as const) {
    it(`writes ${vergaderjaar} as ${expected}`, () => assert.equal(formatVergaderjaar(vergaderjaar), expected));
  }
});

describe("aanhalingOf", () => {
  for (const [wat, overrides, expected] of [
    ["an answer", {}, "Aanhangsel Handelingen II 2098/99, nr. 77"],
    [
      "an answer of the Eerste Kamer",
      {
        kamer: "ek",
        bronnen: [bron("ah-ek-19992000-3", "antwoord", { vergaderjaar: "1999-2000", aanhangselnummer: "3" })],
      },
      "Aanhangsel Handelingen I 1999/2000, nr. 3",
    ],
    [
      "two answers, oldest first, each once, without the reading that was replaced",
      { bronnen: [ah("812"), ah("77"), ah("77", { vorm: "pdf" }), ah("5", { vervangenDoor: "ah-tk-20982099-77" })] },
      "Aanhangsel Handelingen II 2098/99, nr. 77; Aanhangsel Handelingen II 2098/99, nr. 812",
    ],
    [
      "a notice of postponement, which has a number too but is no answer",
      { status: "uitgesteld", beantwoord: undefined, bronnen: [{ ...ah("70"), soort: "mededeling" }] },
      "Kamervragen 2099Z00001, ingediend 18 oktober 2099",
    ],
    [
      "an answer without a number yet",
      { bronnen: [bron("ah-1234567", "antwoord")] },
      "Kamervragen 2099Z00001, ingediend 18 oktober 2099, beantwoord 4 november 2099",
    ],
    [
      "mondelinge vragen",
      { soort: "mondeling", beantwoord: undefined, bronnen: [] },
      "Mondelinge vragen 2099Z00001, ingediend 18 oktober 2099",
    ],
    [
      "open questions of the Eerste Kamer",
      { kamer: "ek", beantwoord: undefined, bronnen: [] },
      "Kamervragen Eerste Kamer 2099Z00001, ingediend 18 oktober 2099",
    ],
    [
      "a document without any number",
      { sleutel: "doc-0123456789ab", vraagnummer: undefined, beantwoord: undefined, bronnen: [] },
      "Kamervragen over «De openingstijden van het Archief der Archieven», ingediend 18 oktober 2099",
    ],
  ] as const) {
    it(`cites ${wat}`, () => {
      let subject = kamervraag(overrides as unknown as Partial<Kamervraag>);
      for (const veld of ["beantwoord", "vraagnummer"] as const) {
        if (veld in overrides) subject = without(veld, subject);
      }
      assert.equal(plain(aanhalingOf(subject)), expected);
    });
  }

  it("adds names and dates where there are any", () => {
    const subject = kamervraag({ indieners: [], beantwoordDoor: [], bronnen: [] });
    assert.equal(langeAanhalingOf(subject), `${aanhalingOf(subject)}.`);
  });
});

describe("aanhalingVanAntwoord", () => {
  const subject = kamervraag({
    bronnen: [ah("77"), ah("812"), bron("ah-1234567", "antwoord")],
    blokken: [vraag(["1"]), vraag(["2", "3", "4"]), vraag(["5"])],
  });
  const cite = (opVragen: readonly string[], id: string) =>
    plain(aanhalingVanAntwoord(subject, antwoord(opVragen, "Ja.", { bron: id })));

  it("names the vraag, and the Aanhangsel of that very answer", () => {
    assert.equal(cite(["3"], "ah-tk-20982099-77"), "Aanhangsel Handelingen II 2098/99, nr. 77, antwoord op vraag 3");
    assert.equal(cite(["3"], "ah-tk-20982099-812"), "Aanhangsel Handelingen II 2098/99, nr. 812, antwoord op vraag 3");
  });

  it("draws a run of vragen together", () => {
    assert.match(cite(["2", "3", "4", "6"], "ah-tk-20982099-77"), /, antwoord op vraag 2 t\/m 4 en 6$/);
    assert.match(cite(["2", "3"], "ah-tk-20982099-77"), /, antwoord op vraag 2 en 3$/);
    assert.match(cite([], "ah-tk-20982099-77"), /, antwoord zonder vraagnummer$/);
  });

  it("claims no number of another document", () => {
    assert.match(cite(["1"], "ah-1234567"), /^Kamervragen 2099Z00001, ingediend 18 oktober 2099, beantwoord /);
  });

  it("cites a vraag that nobody answered", () => {
    assert.match(plain(aanhalingVanVraag(subject, { nummers: ["5"] })), /, vraag 5$/);
  });
});
