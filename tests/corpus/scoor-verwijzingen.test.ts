/** The rod itself: labels and references that were found, both invented. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseVerwijzinglabels } from "../hulp/verwijzing-labels.ts";
import type { Vondst } from "../hulp/verwijzingen-in.ts";
import { scoorVerwijzingen, verwijzingTabel } from "./scoor-verwijzingen.ts";

const BESTAND = "pdf-text/verzonnen.txt";
const KOP = "bestand\tplaats\tvan\ttot\tsoort\tdoel\tvrij";
const KST = "https://zoek.officielebekendmakingen.nl/kst-99999-12.html";

function labelsOf(...rijen: readonly string[]) {
  return parseVerwijzinglabels(
    [KOP, `${BESTAND}\talles\t\t\t\t\t`, ...rijen.map((rij) => `${BESTAND}\t${rij}`)].join("\n"),
  );
}

const EEN_LABEL = labelsOf(`antwoord-1\t10\t30\tkamerstuk\t${KST}\t`);
const GOED: Vondst = { plaats: "antwoord-1", van: 10, tot: 30, soort: "kamerstuk", doel: KST };

function score(labels: ReturnType<typeof labelsOf>, ...gevonden: readonly Vondst[]) {
  const { telling } = scoorVerwijzingen(labels, new Map([[BESTAND, gevonden]]));
  return [telling.goed, telling.teVeel, telling.gemist];
}

describe("scoorVerwijzingen", () => {
  it("counts a reference at its place, of its kind and to its target", () => {
    assert.deepEqual(score(EEN_LABEL, GOED), [1, 0, 0]);
  });

  for (const [wat, anders] of [
    ["another place", { plaats: "antwoord-2" }],
    ["another kind", { soort: "web" }],
    ["another target", { doel: "https://zoek.officielebekendmakingen.nl/kst-99999-13.html" }],
    ["words that touch the label by less than half", { van: 25, tot: 45 }],
  ] as const) {
    it(`counts ${wat} as made up, and the label as missed`, () => {
      assert.deepEqual(score(EEN_LABEL, { ...GOED, ...anders }), [0, 1, 1]);
    });
  }

  it("forgives where the words begin and end, when half of the shorter lies in the longer", () => {
    assert.deepEqual(score(EEN_LABEL, { ...GOED, van: 20, tot: 40 }), [1, 0, 0]);
    assert.deepEqual(score(EEN_LABEL, { ...GOED, van: 24, tot: 30 }), [1, 0, 0]);
  });

  it("lets one label stand for one reference", () => {
    assert.deepEqual(score(EEN_LABEL, GOED, { ...GOED }), [1, 1, 0]);
  });

  it("counts what is missed in a document where nothing was found", () => {
    assert.deepEqual(scoorVerwijzingen(EEN_LABEL, new Map()).gemist.length, 1);
  });

  it("counts a free label neither when it is found nor when it is not", () => {
    const vrij = labelsOf(`antwoord-1\t10\t30\tkamerstuk\t${KST}\t?`);
    assert.deepEqual(score(vrij, GOED), [0, 0, 0]);
    assert.deepEqual(score(vrij), [0, 0, 0]);
    assert.deepEqual(score(vrij, { ...GOED, doel: "https://voorbeeld.nl/" }), [0, 1, 0]);
  });

  it("takes either of two kinds and two targets", () => {
    const labels = labelsOf("vraag-2\t0\t6\tvraag|web\t#vraag-3|#antwoord-3\t");
    assert.deepEqual(
      score(labels, { plaats: "vraag-2", van: 0, tot: 6, soort: "vraag", doel: "#antwoord-3" }),
      [1, 0, 0],
    );
  });

  it("leaves alone what stands at a place that was not labelled", () => {
    const labels = parseVerwijzinglabels(`${KOP}\n${BESTAND}\tvraag-1;noot-v1\t\t\t\t\t\n`);
    assert.deepEqual(score(labels, GOED), [0, 0, 0]);
    assert.deepEqual(score(labels, { ...GOED, plaats: "noot-v1" }), [0, 1, 0]);
  });

  it("gives its figures per kind", () => {
    const tabel = verwijzingTabel(scoorVerwijzingen(EEN_LABEL, new Map([[BESTAND, [GOED]]])));
    assert.match(tabel, /^1 verwijzingen in 1 documenten\n/);
    assert.match(tabel, /\nkamerstuk +1 +0 +0 +100\.00 % +100\.00 %\n/);
  });
});

describe("parseVerwijzinglabels", () => {
  for (const [wat, tsv, melding] of [
    ["other columns", "bestand\tvan\n", /columns are/],
    ["a row of another length", `${KOP}\n${BESTAND}\talles\n`, /2 columns/],
    ["a document that stands there twice", `${KOP}\n${`${BESTAND}\talles\t\t\t\t\t\n`.repeat(2)}`, /labelled twice/],
    ["a reference before its document", `${KOP}\n${BESTAND}\tvraag-1\t1\t2\tweb\tweb:a.nl\t\n`, /before the row/],
    [
      "a span that is empty",
      `${KOP}\n${BESTAND}\talles\t\t\t\t\t\n${BESTAND}\tvraag-1\t2\t2\tweb\tweb:a.nl\t\n`,
      /no position/,
    ],
  ] as const) {
    it(`refuses ${wat}`, () => {
      assert.throws(() => parseVerwijzinglabels(tsv), melding);
    });
  }
});
