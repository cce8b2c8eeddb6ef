import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { regelOf } from "../../../src/sources/structuur/blokken.ts";
import { readPlatteTekst } from "../../../src/sources/tekst/platte-tekst.ts";
import { isElement, type XmlElement } from "../../../src/sources/xml-boom.ts";

const VOET = "Tweede Kamer, vergaderjaar 2062–2063, Aanhangsel 1";
const regelsOf = (tekst: string) => readPlatteTekst(tekst).blokken.map(regelOf);
const notenOf = (blok: XmlElement | undefined) =>
  (blok?.kinderen ?? [])
    .filter(isElement)
    .map(({ lokaal, attributen }) => `${lokaal} ${attributen.id ?? attributen.refid}`);

describe("readPlatteTekst", () => {
  it("joins the lines of a page, and takes every line of a Word text for a paragraph", () => {
    assert.deepEqual(regelsOf(`Vraag 1\nHoe diep\nis het?\n${VOET}`), ["Vraag 1", "Hoe diep is het?"]);
    assert.deepEqual(regelsOf("Vraag 1\nHoe diep is het?\nEn waarom?"), ["Vraag 1", "Hoe diep is het?", "En waarom?"]);
  });

  it("goes on over a page end, in the middle of a sentence and behind the notes", () => {
    const tekst = `Vraag 1\nHoe diep is het water in de1\n1Zandpost\n${VOET}\nvaart van de molen?\n${VOET.replace("1", "2")}`;
    assert.deepEqual(regelsOf(tekst), ["Vraag 1", "Hoe diep is het water in de vaart van de molen?"]);
  });

  it("puts a note at the place of its mark, and refers to it where it is called again", () => {
    const { blokken } = readPlatteTekst("Vraag 1\nHoe diep? 1)\nEn hoe breed? 1)\n\n1) Zandpost");
    assert.deepEqual(notenOf(blokken[1]), ["noot t1"]);
    assert.deepEqual(notenOf(blokken[2]), ["nootref t1"]);
  });

  it("keeps a note that nothing calls, and says so", () => {
    const { blokken, diagnostiek } = readPlatteTekst(`Vraag 1\nHoe diep is het?\n1Zandpost\n${VOET}`);
    assert.equal(blokken.at(-1)?.lokaal, "noot");
    assert.deepEqual(
      diagnostiek.map(({ code, gevonden }) => [code, gevonden]),
      [["noot-zonder-merk", "1"]],
    );
  });

  it("drops the brackets around the marks of a Markdown conversion, and those of nothing else", () => {
    const markdown = `# 2\n\n**Vraag 1**\nHoe diep?[1 ] En de [zee] dan?[2 3 ]\n\n1 Een.\n2 Twee.\n3 Drie.\n\n-----\n`;
    const { blokken, stukken } = readPlatteTekst(markdown);
    assert.equal(blokken.map(regelOf).at(-1), "Hoe diep? En de [zee] dan?");
    assert.deepEqual(notenOf(blokken.at(-1)), ["noot t1", "noot t2", "noot t3"]);
    assert.equal(stukken.filter(({ tekst }) => tekst === "[]").length, 2);
  });

  it("accounts for every character: in the blocks, or dropped by a rule", () => {
    const tekst = `Vraag 1\nHoe diep is de beant-\nwoording?1\n1 Zandpost\n\nah-tk-20622063-512\nISSN 0921 - 7398\n${VOET}Antwoord 1\nDiep.`;
    const { blokken, stukken, tekens, id } = readPlatteTekst(tekst);
    const inkOf = (knoop: XmlElement | string): number =>
      typeof knoop === "string"
        ? knoop.replace(/\s+/g, "").length
        : knoop.kinderen.reduce((sum, kind) => sum + inkOf(kind), 0);
    const dropped = stukken.reduce((sum, stuk) => sum + inkOf(stuk.tekst), 0);
    // The label of a note stands in `noot` and comes from the text.
    assert.equal(blokken.reduce((sum, blok) => sum + inkOf(blok), 0) + dropped, tekens);
    assert.equal(id, "ah-tk-20622063-512");
  });
});
