import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isAlleenAlineas } from "../../src/markdown/alineas.ts";
import { toPlainText } from "../../src/markdown/platte-tekst.ts";
import { createMarkdown, renderTekst } from "../../src/site/markdown.ts";

const markdown = createMarkdown();
const noten = () => ({ nootnummers: { v1: "1", a2: '"2"' }, geplaatst: new Map<string, number>() });
// Pieces that are mark-up at some place, in any order.
const stuk = fc.constantFrom(
  ...[
    "a",
    "B ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n\n\n",
    "\t",
    "\u00a0",
    "\u2028",
    "1.",
    "12) ",
    "-",
    "- ",
    "---",
    "+ ",
    "=",
  ],
  ...[
    "*",
    "**",
    "_",
    "`",
    "#",
    "# ",
    ">",
    "<",
    "&",
    "&amp;",
    "~",
    "^",
    "|",
    "\\",
    "!",
    "[",
    "]",
    "(",
    ")",
    ":",
    '"',
    "\r",
  ],
  ...["[^v1]", "[^a2]", "[^v9]", "[^v0]", "[^x]", "[a](https://example.org)", "https://example.org", "<br>", "\0"],
);
const tekst = fc.array(stuk, { maxLength: 12 }).map((stukken) => stukken.join(""));

describe("isAlleenAlineas", () => {
  for (const plain of ["", "Een,\n“twee”[^v1].\n\nDrie (2021)!", "a\u2028b", "5 vragen", "a - b: c"]) {
    it(`knows ${JSON.stringify(plain)} for paragraphs`, () => assert.equal(isAlleenAlineas(plain), true));
  }

  for (const markup of [
    "*a*",
    "a\\.",
    "- a",
    "1. a",
    "2) a",
    "# a",
    "![^v1](x)",
    "a  \nb",
    "    a",
    "a\n---",
    "[^x]",
    "a & b",
    " a",
    "a\n",
  ]) {
    it(`leaves ${JSON.stringify(markup)} to markdown-it`, () => assert.equal(isAlleenAlineas(markup), false));
  }

  it("means what markdown-it makes of the same text", () => {
    fc.assert(
      fc.property(tekst, (source) => {
        assert.equal(renderTekst(markdown, source, noten()), markdown.render(source, noten()));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads as the plain text that markdown-it gives", () => {
    const mark = (anker: string) => `[${anker}]`;
    // A heading after it, which no plain text is, takes the text the long way.
    const long = (source: string) => toPlainText(`${source}\n\n#### Kop`, mark).replace(/\n*Kop$/, "");
    fc.assert(
      fc.property(tekst, (source) => {
        if (isAlleenAlineas(source)) assert.equal(toPlainText(source, mark), long(source));
      }),
      { numRuns: 3000 },
    );
  });
});
