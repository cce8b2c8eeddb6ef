import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readTekstvorm } from "../../../src/sources/structuur/structuur.ts";
import { readPlatteTekst } from "../../../src/sources/tekst/platte-tekst.ts";

const TITEL = "Vragen van het lid Meent (DEF) aan de Minister van Wind en Water over zand (ingezonden 3 mei 2062).";
const ANTWOORD = "Antwoord van Minister Wierdeman (Wind en Water) (ontvangen 3 juni 2062).";

const read = (tekst: string) =>
  readTekstvorm({ bestand: "x.txt", sha256: "0".repeat(64), tekst }, readPlatteTekst(tekst));
/** Each vraag, antwoord and other text, in the order of the document: "V1: text", "A1: text". */
const gesprek = (tekst: string) =>
  blokkenOf(tekst).map((blok) => {
    const kop =
      blok.soort === "vraag"
        ? `V${blok.nummers.join("+")}`
        : blok.soort === "antwoord"
          ? `A${blok.opVragen.join("+")}`
          : blok.soort;
    return `${kop}: ${blok.tekst}`.replace(/\s+/g, " ");
  });
const blokkenOf = (tekst: string) => read(tekst)?.blokken ?? [];
const vragenOf = (tekst: string) => blokkenOf(tekst).filter((blok) => blok.soort === "vraag");

describe("readTekstvorm: what is a Kamervraag", () => {
  for (const [tekst, expected] of [
    [`${TITEL}\nVraag 1\nHoe diep?`, "vraag"],
    [`${TITEL}\n${ANTWOORD}\nVraag 1\nHoe diep?\nAntwoord 1\nDiep.`, "antwoord"],
    ["Vraag 1\nHoe diep?\nAntwoord 1\nDiep.", "antwoord"],
    [`Mondelinge ${TITEL.toLowerCase().replace("meent", "Meent")}`, "mondelinge vraag"],
    [
      `${TITEL}\nMededeling van Minister A (B) (ontvangen 3 juni 2062).\nDe vragen kunnen niet binnen de termijn worden beantwoord.`,
      "mededeling",
    ],
    ["Beste lezer,\n\nDit is een brief over vragen en antwoorden.", undefined],
    ["1. Melk\n2. Kaas\n3. Brood", undefined],
    ["De vraag 1 van de toets was lastig.", undefined],
  ] as const) {
    it(`calls ${JSON.stringify(tekst.slice(0, 60))}… ${expected}`, () =>
      assert.equal(read(tekst)?.documentsoort, expected));
  }
});

describe("readTekstvorm: headings", () => {
  it("takes headings and no sentences that look like one", () => {
    assert.deepEqual(
      gesprek(
        `${TITEL}\n${ANTWOORD}\nVraag 1\nHoe diep?\nAntwoord 1\nVraag 3 is eerder beantwoord.\nZie het antwoord op\nvraag 2`,
      ),
      ["V1: Hoe diep?", "A1: Vraag 3 is eerder beantwoord. Zie het antwoord op vraag 2"],
    );
  });

  it("takes a capital for no heading where the line above it asks for more", () => {
    assert.deepEqual(
      gesprek(
        `${TITEL}\n${ANTWOORD}\nVraag 1\nHoe diep?\nAntwoord 1\nDaarvoor verwijs ik naar\nVraag 2\nvan het lid Meent.`,
      ),
      ["V1: Hoe diep?", "A1: Daarvoor verwijs ik naar Vraag 2 van het lid Meent."],
    );
  });

  it("believes an antwoord with the wrong number, and one with a letter", () => {
    assert.deepEqual(
      gesprek("Vraag 1\nA?\nAntwoord 1\nB.\nVraag 7\nC?\nAntwoord 5\nD.\nVraag 2\nE?\nAntwoord 2l\nF."),
      ["V1: A?", "A1: B.", "V7: C?", "A5: D.", "V2: E?", "A2l: F."],
    );
  });

  it("leaves text without a heading where it stands", () => {
    assert.deepEqual(gesprek("Vraag 1\nHoe diep?\nAntwoord 1\nDiep.\nEn hoe breed?\nAntwoord 2\nBreed."), [
      "V1: Hoe diep?",
      "A1: Diep. En hoe breed?",
      "A2: Breed.",
    ]);
  });

  it("keeps more than a hundred headings apart", () => {
    const tekst = Array.from({ length: 130 }, (_, index) => `Vraag ${index + 1}\nHoe diep is gat ${index + 1}?`).join(
      "\n",
    );
    const vragen = vragenOf(`${TITEL}\n${tekst}`);
    assert.equal(vragen.length, 130);
    assert.deepEqual(gesprek(`${TITEL}\n${tekst}`).at(-1), "V130: Hoe diep is gat 130?");
  });
});

describe("readTekstvorm: numbers", () => {
  const kop = `AH 617\n2062Z17972\n${ANTWOORD}\n`;
  it("reads 1. and a bare Antwoord, and no list in an antwoord", () => {
    assert.deepEqual(
      gesprek(
        `${kop}1. Hoe diep?\nAntwoord:\nZo diep:\n1. In 2062 een meter.\n2. In 2063 twee meter.\n2. Hoe breed?\nAntwoord:\nBreed.`,
      ),
      [
        "V1: Hoe diep?",
        "A: Zo diep: - 1\\. In 2062 een meter. - 2\\. In 2063 twee meter.",
        "V2: Hoe breed?",
        "A: Breed.",
      ],
    );
  });
  it("reads a number that stands alone on its line", () => {
    assert.deepEqual(gesprek(`${kop}1\nHoe diep?\nAntwoord\nDiep.\n2\nHoe breed?\nAntwoord\nBreed.`), [
      "V1: Hoe diep?",
      "A: Diep.",
      "V2: Hoe breed?",
      "A: Breed.",
    ]);
  });
});

describe("readTekstvorm: paragraphs without numbers", () => {
  it("counts questions, and lets a paragraph that asks nothing stay with the one before it", () => {
    assert.deepEqual(
      gesprek(
        `2062Z18891\n${TITEL}\nKent u het zand?\nDeelt u de mening dat zand nat is? Zo nee, waarom niet?\nBij nat zand denken wij aan klei, en aan leem.`,
      ),
      [
        "V1: Kent u het zand?",
        "V2: Deelt u de mening dat zand nat is? Zo nee, waarom niet? Bij nat zand denken wij aan klei, en aan leem.",
      ],
    );
  });
  it("reads the sentence that withdraws them as a notice", () => {
    const gelezen = read(
      "Kent u het zand?\n\nDeelt u de mening van de Kamer over zand?\n\nBent u bereid te graven?\n\nDeze vragen mogen als ingetrokken worden beschouwd.",
    );
    assert.equal(gelezen?.documentsoort, "mededeling");
    assert.equal(gelezen?.blokken.length, 3);
    assert.equal(gelezen?.mededelingen[0]?.soort, "ingetrokken");
  });
});

describe("readTekstvorm: toelichting and facts of the head", () => {
  it("keeps a toelichting about these vragen out of the last antwoord, and no other", () => {
    const tekst = `${TITEL}\n${ANTWOORD}\nVraag 1\nHoe diep?\nAntwoord 1\nDiep.\n`;
    assert.deepEqual(gesprek(`${tekst}Toelichting:\nDeze vragen volgen op eerdere.`), [
      "V1: Hoe diep?",
      "A1: Diep.",
      "toelichting: Deze vragen volgen op eerdere.",
    ]);
    assert.deepEqual(gesprek(`${tekst}Toelichting:\nHet zand is nat.`), [
      "V1: Hoe diep?",
      "A1: Diep. Toelichting: Het zand is nat.",
    ]);
  });

  it("makes the identifier of the vergaderjaar in the head, whatever the date says", () => {
    const tekst = `Tweede Kamer der Staten-Generaal2\nVergaderjaar 2061–2062 Aanhangsel van de Handelingen\nVragen gesteld door de leden der Kamer, met wat daarop door de\nregering gegeven antwoorden\n31\n${TITEL}\nAntwoord van Minister Wierdeman (Wind en Water) (ontvangen 21 september 2062).\nVraag 1\nHoe diep?\nAntwoord 1\nDiep.`;
    const gelezen = read(tekst);
    assert.equal(gelezen?.id, "ah-tk-20612062-31");
    assert.equal(gelezen?.vergaderjaar, "2061-2062");
  });
});
