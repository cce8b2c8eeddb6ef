import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { splitRegels } from "../../../src/sources/tekst/regels.ts";
import {
  findEindnoten,
  findOngenummerdeNoten,
  findVoetnoten,
  type Pagina,
} from "../../../src/sources/tekst/voetnoten.ts";

/** The pages as text, each mark written as `^1`; and the notes. */
function show(paginas: readonly Pagina[]) {
  const tekst = paginas
    .flatMap(({ regels, merken }) =>
      regels.map((regel, index) =>
        merken
          .filter((merk) => merk.regel === index)
          .toSorted((a, b) => b.van - a.van)
          .reduce((rest, { van, tot, nummer }) => `${rest.slice(0, van)}^${nummer}${rest.slice(tot)}`, regel.tekst),
      ),
    )
    .filter((regel) => regel !== "")
    .join("\n");
  const noten = paginas.flatMap((pagina) =>
    pagina.noten.map(({ nummer, regels }) => `${nummer}: ${regels.map((regel) => regel.tekst).join(" ")}`),
  );
  return { tekst, noten };
}
const footnotes = (...paginas: readonly string[]) => show(findVoetnoten(paginas.map(splitRegels)));

describe("findVoetnoten: marks", () => {
  for (const [regel, expected] of [
    ["Kent u het bericht over zand?1", "Kent u het bericht over zand?^1"],
    ["Kent u het bericht?1 Zo ja, waarom", "Kent u het bericht?^1 Zo ja, waarom"],
    ["Kent u het bericht? 1 Zo ja, waarom", "Kent u het bericht? ^1 Zo ja, waarom"],
    ["Kent u het bericht «Zand»1?", "Kent u het bericht «Zand»^1?"],
    ["Kent u het bericht?[1 ]", "Kent u het bericht?[^1 ]"],
    ["Kent u het bericht?\n1", "Kent u het bericht?\n^1"],
    [
      "Het zand van nr.1 en artikel 1 en vraag 1 en 1.000 en Zo.1",
      "Het zand van nr.1 en artikel 1 en vraag 1 en 1.000 en Zo.^1",
    ],
    ["Er is 12 m1 zand, 1,5 ton en 3:1 en Zo.1", "Er is 12 m1 zand, 1,5 ton en 3:1 en Zo.^1"],
    ["Weide: 1.765 stuks, en Zo.1", "Weide: 1.765 stuks, en Zo.^1"],
  ] as const) {
    it(`reads ${JSON.stringify(regel)}`, () => {
      assert.deepEqual(footnotes(`Vraag 2\n${regel}\n1 Zandpost, 3 mei 2062`), {
        tekst: `Vraag 2\n${expected}`,
        noten: ["1: Zandpost, 3 mei 2062"],
      });
    });
  }

  for (const [regel, nummer] of [
    ["het dak van 40 m2 is dicht", 2],
    ["de uitstoot van CO2 daalt", 2],
    ["zie nr.3 van de lijst", 3],
    ["er zijn 5.000 korrels", 5],
    ["dat staat in artikel 12 van de wet", 12],
    ["dat was in 2062 ook zo", 62],
    ["tussen 1,5 en 2,5 meter", 5],
  ] as const) {
    it(`sees no mark ${nummer} in "${regel}"`, () => {
      const before = Array.from({ length: nummer - 1 }, (_, index) => `Zin.${index + 1}`).join("\n");
      const labels = Array.from({ length: nummer }, (_, index) => `${index + 1} Noot`).join("\n");
      const { tekst } = footnotes(`${before}\n${regel}\n${labels}`);
      assert.ok(tekst.includes(regel), tekst);
    });
  }

  it("reads two notes on a line of their own, and a mark before a figure of a table", () => {
    assert.equal(footnotes("Zin van vier.\n1 2\n1 Een\n2 Twee").tekst, "Zin van vier.\n^1 ^2");
    assert.equal(footnotes("Draf1613 495 563\n1 Alleen draf").tekst, "Draf^1613 495 563");
  });
});

describe("findVoetnoten: notes", () => {
  it("counts on over the pages, and keeps what a note says over several lines", () => {
    assert.deepEqual(footnotes("Een.1\n1Zandpost,\n3 mei 2062", "Twee.2\n2Duinpost"), {
      tekst: "Een.^1\nTwee.^2",
      noten: ["1: Zandpost, 3 mei 2062", "2: Duinpost"],
    });
  });

  it("tells a note about a year from a note with more digits", () => {
    assert.deepEqual(footnotes("Een.1 Twee.2\n1 Noot\n22061 jaarverslag").noten, ["1: Noot", "2: 2061 jaarverslag"]);
  });

  it("leaves a numbered list that nothing calls in the text", () => {
    assert.deepEqual(footnotes("Dit zijn de stappen:\n1. In 2062 begin ik.\n2. In 2063 hou ik op.").noten, []);
  });

  it("knows a note of a table by its figures, between two notes of the page", () => {
    const { tekst, noten } = footnotes(
      "Een.1\n1 Noot\n",
      "Weide: 765 1209 2145\n1 Vanaf 2061 gesplitst.\n\nTwee.2\n2 Noot",
    );
    assert.equal(tekst, "Een.^1\nWeide: 765 1209 2145\nTwee.^2");
    assert.deepEqual(noten, ["1: Noot", "1: Vanaf 2061 gesplitst.", "2: Noot"]);
  });
});

describe("findEindnoten", () => {
  const endnotes = (tekst: string) => {
    const found = findEindnoten(splitRegels(tekst));
    return found && show([found]);
  };
  it("reads 1) and [1] at the end of the text", () => {
    assert.deepEqual(endnotes("Een? 1)\nTwee? 2)\n1) Zandpost\n2) Duinpost"), {
      tekst: "Een? ^1\nTwee? ^2",
      noten: ["1: Zandpost", "2: Duinpost"],
    });
    assert.deepEqual(endnotes("Een?[1] En weer[1]\n[1] Zandpost[2] Duinpost")?.noten, ["1: Zandpost", "2: Duinpost"]);
  });
  it("leaves a list that nothing calls, and a number inside brackets", () => {
    assert.equal(endnotes("Dit zijn de stappen:\n1) beginnen\n2) ophouden"), undefined);
    assert.equal(endnotes("Het jaar (2061-1) was nat\n1) beginnen"), undefined);
  });
});

describe("findOngenummerdeNoten", () => {
  const notes = (tekst: string) => findOngenummerdeNoten(splitRegels(tekst))?.noten.map(({ nummer }) => nummer);
  it("gives the lines at the end the numbers that are called", () => {
    assert.deepEqual(notes("Een? 1)\nTwee? 2)\n\n\nZandpost\nDuinpost"), ["1", "2"]);
  });
  it("wants as many lines as marks, in order, apart from the text", () => {
    assert.equal(notes("Een? 1)\nTwee? 2)\n\n\nZandpost"), undefined);
    assert.equal(notes("Een? 2)\nTwee? 1)\n\n\nZandpost\nDuinpost"), undefined);
    assert.equal(notes("Een? 1)\nTwee? 2)\nZandpost\nDuinpost"), undefined);
    assert.equal(notes("Een? 1)\nTwee? 2) Drie? 3)\n\n\nZandpost\nDuinpost"), undefined);
  });
});
