/**
 * Whatever a text looks like: reading it never fails, loses nothing, and takes no longer than its length asks for.
 * `FUZZ_RUNS=50000 FUZZ_SEED=1 npm test -- tekst/fuzz` looks longer, and elsewhere.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { herken } from "../../../src/sources/herken.ts";
import { geroerdeTekst, woordnummersIn } from "../../hulp/geroerde-teksten.ts";
import { assertHeelhuids } from "../../hulp/heelhuids.ts";

const { FUZZ_RUNS = "1000", FUZZ_SEED } = process.env;

describe("plain text of any shape, cut, stirred and repeated", () => {
  it("is read without loss, each word in its order, the same every time, and reads back as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(geroerdeTekst, async (tekst) => {
        await assertHeelhuids(tekst);
      }),
      { numRuns: Number(FUZZ_RUNS), ...(FUZZ_SEED ? { seed: Number(FUZZ_SEED) } : {}) },
    );
  });

  for (const [name, tekst] of [
    [
      "an antwoord in a document that its footer calls one of questions",
      "Vragen van het lid A (B) over c (ingezonden 5 januari 2030).\nAntwoord 1\nJa.\nkv-tk-2030Z00123\n",
    ],
    ["a form feed before a heading, as between the pages of a PDF", "Vraag 1\nWat?\n\fAntwoord 1\nJa.\n"],
    [
      "a note whose number the head has as well",
      "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2030–2031\n2030Z00123\nVraag 1\nWat1?\n1 Qbz\n2 Qcz qdz\nISSN 0921 - 7371\n",
    ],
    [
      "a note that a line of the head calls",
      "Tweede Kamer der Staten-Generaal\nVergaderjaar 2030–2031 Aanhangsel1\n2030Z00123\nVraag 1\nWat?\n1 Qbz\n",
    ],
    ["dashes with blanks between them", "Vraag 1\nWat?\nAntwoord 1\nJa:\n-- -\nEn -- -\n"],
    [
      "a title line behind the vergaderjaar on one line",
      "Antwoord van Minister Qbz (Qcz) (ontvangen 9 februari 2030).\nTweede Kamer der Staten-Generaal\n2\nVergaderjaar 2030–20Antwoord van Minister Qdz (Qez) (ontvangen 9 februari 2030).\nVergaderjaar 2030–2031 Aanhangsel van de Handelingen\n77\n",
    ],
    ["vertical tabs", "Vraag 1\nWat\vdan?\n\vAntwoord 1\nJa.\n"],
  ] as const) {
    it(`keeps ${name}`, async () =>
      assert.equal(await assertHeelhuids({ tekst, aantal: woordnummersIn(tekst).length }), true));
  }

  it("sees a heading behind a form feed", async () => {
    const found = await herken("x.txt", Buffer.from("Vraag 1\nWat?\n\fAntwoord 1\nJa.\n"), SHA);
    const soorten = found.soort === "documenten" && found.documenten[0]?.blokken.map(({ soort }) => soort);
    assert.deepEqual(soorten, ["vraag", "antwoord"]);
  });
});

const SHA = "0".repeat(64);
const KOP = "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2030–2031\n";
const TITEL = "Vragen van het lid Voorbeeld (X) aan de Minister van Defensie over iets (ingezonden 5 januari 2030).\n";
const VOET = "ISSN 0921 - 7371\n’s-Gravenhage 2030\nTweede Kamer, vergaderjaar 2030–2031, Aanhangsel ";
const VAST = "\u00a0"; // a blank that is not folded
const many = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index + 1)).join("");

/** What is long, and the text: each took seconds to years, or more arguments than a call can take, in an earlier reader. */
const LANG: readonly (readonly [name: string, tekst: string])[] = [
  ["one line of a million characters", `${TITEL}Vraag 1\n${"woord1 ".repeat(150_000)}\nAntwoord 1\n${"x".repeat(1e6)}`],
  ["a million blanks and a million hyphens", `${TITEL}Vraag 1\nx${" ".repeat(1e6)}y\nAntwoord 1\n${"-".repeat(1e6)}`],
  ["100,000 lines of a figure", `${KOP}${TITEL}Vraag 1\nx?\nAntwoord 1\n${"1\n".repeat(100_000)}`],
  ["150,000 marks of one note", `${KOP}${TITEL}Vraag 1\n${"woord1 en ".repeat(150_000)}\n1 Noot\n${VOET}1\n`],
  ["50,000 marks in brackets", `${TITEL}Vraag 1\n${"woord[1] en ".repeat(50_000)}\nAntwoord 1\nja\n[1] Noot\n`],
  ["50,000 lines with a mark", `${TITEL}Vraag 1\n${"woord[1] en\n".repeat(50_000)}\nAntwoord 1\nja\n[1] Noot\n`],
  ["150,000 Markdown signs", `# ${KOP}${TITEL}# Vraag 1\n${"**a** ".repeat(150_000)}\n# Antwoord 1\nja\n`],
  ["150,000 broken words", `${KOP}${TITEL}Vraag 1\n${"afge-\nbroken\n".repeat(150_000)}`],
  [
    "20,000 numbered notes",
    `${TITEL}Vraag 1\n${many(20_000, (n) => `a ${n}) b\n`)}Antwoord 1\n${many(20_000, (n) => `${n}) c\n`)}`,
  ],
  [
    "20,000 notes without numbers",
    `${TITEL}Vraag 1\n${many(20_000, (n) => `a ${n}) b\n`)}Antwoord 1\n\n\n${"c\n".repeat(20_000)}`,
  ],
  ["20,000 tables with a note", `${KOP}${TITEL}Vraag 1\nx1 y\n${"a 12 34 56\n1 Noot\n".repeat(20_000)}${VOET}1\n`],
  [
    "20,000 notes of one number",
    `${KOP}${TITEL}Vraag 1\n${"x1 y\n".repeat(20_000)}${"a 1 2 3\n1 Noot\n\n".repeat(20_000)}${VOET}1\n`,
  ],
  ["100,000 figures between brackets", `# ${KOP}${TITEL}# Vraag 1\n[${"1 ".repeat(100_000)}x\n${VOET}1\n`],
  ["a title line of 30,000 lines", `Vragen van het lid A\n${"en het woord\n".repeat(30_000)}Vraag 1\nx?\n`],
  [
    "a title line with 30,000 open parentheses",
    `Vragen van het lid A over b\n${"(ingezonden\n".repeat(30_000)}(x) y\nVraag 1\nx?`,
  ],
  [
    "a title line with 10,000 ministries",
    `Vragen van het lid A (B) aan de Ministers van a\n${"en a\n".repeat(10_000)}over x\nVraag 1\nx?`,
  ],
  ["a question with digits behind it", `${TITEL}Het weer dat is aangegeven? ${"1".repeat(60)}x\n`],
  ["blanks behind a number", `${TITEL}1${VAST.repeat(100_000)}x\n`],
  [
    "blanks behind a heading",
    `${TITEL}Vraag 1\nx\nAntwoord${VAST.repeat(100_000)}x\nMededeling${VAST.repeat(100_000)}x`,
  ],
  ["a word of 100,000 letters at a line's end", `${KOP}${TITEL}Vraag 1\n${"a".repeat(100_000)}\nb\n`],
];

describe("a long text", () => {
  for (const [name, tekst] of LANG) {
    it(`is read in linear time: ${name}`, async () => {
      const start = performance.now();
      assert.equal((await herken("x.txt", Buffer.from(tekst), SHA)).soort, "documenten");
      assert.ok(performance.now() - start < 8000, `${performance.now() - start} ms`);
    });
  }
});
