import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { trimWitruimte } from "../../src/site/witruimte.ts";

describe("trimWitruimte", () => {
  for (const [wat, html, verwacht] of [
    ["goes inside blocks", "<ul>\n  <li>A</li>\n  </ul>", "<ul><li>A</li></ul>"],
    ["is one line break between blocks", "<li>A</li>\n\n  <li>B</li>", "<li>A</li>\n<li>B</li>"],
    ["goes at the ends of a block", '<p class="x">\n  A\n</p>', '<p class="x">A</p>'],
    [
      "is one before a block, after whatever",
      "<div>tekst <b>B</b>\n  <p>C</p></div>",
      "<div>tekst <b>B</b>\n<p>C</p></div>",
    ],
    ["stays between words and beside other tags", "A\nB <i>C</i>\n<b>D</b>", "A\nB <i>C</i>\n<b>D</b>"],
    ["stays on one line", "<p>A</p> <p>B</p><dt>C </dt>", "<p>A</p> <p>B</p><dt>C </dt>"],
    ["stays between cells: the index parts their words by it", "<td>A</td>\n<td>B</td>", "<td>A</td>\n<td>B</td>"],
    ["stays in preformatted text", "<pre><code>a\n  b\n</code></pre>", "<pre><code>a\n  b\n</code></pre>"],
    ["is not misled by a name that begins with that of a block", "<q>A</q>\n<link2>", "<q>A</q>\n<link2>"],
  ] as const) {
    it(wat, () => assert.equal(trimWitruimte(html), verwacht));
  }
});
