import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createMarkdown } from "../../src/markdown/markdown-it.ts";
import { toWords } from "../../src/markdown/platte-tekst.ts";
import { escapeMarkdown, tekstToMarkdown } from "../../src/markdown/schrijf-tekst.ts";
import type { Inline, Tekststuk } from "../../src/model/tekst.ts";

const markdown = createMarkdown();

/** All characters that are not white space, in order. */
function ink(text: string): string {
  return text.replace(/\s+/g, "");
}

describe("escapeMarkdown", () => {
  for (const text of [
    "{{ 7*7 }}",
    "{% raw %}",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "# kop",
    "1. eerst",
    "2) dan",
    "- streep",
    "+ plus",
    "* ster * en *nog* een",
    "_ liggend _ en snake_case en _nadruk_",
    "een ` accent en ``` drie",
    "| a | b |",
    "--- ",
    "===",
    "> citaat",
    "~~~ en ~door~ en ^op^",
    "&amp; &copy; &#65; AT&T",
    "![plaatje](x.png) en ![^v1]",
    "[^v1] is hier tekst",
    "\\ schuin \\* en \\\\",
    "C:\\map\\bestand",
    "http://voorbeeld.example/a_b*c",
    "<https://voorbeeld.example>",
    "5 * 3 < 16 & 2 > 1",
    "«gelijk» “krul” 1° en 100 €",
    "eindigt op #",
    "[voetnoot]: https://voorbeeld.example",
  ]) {
    it(`keeps ${JSON.stringify(text)} as it stands`, () => {
      const html = markdown.render(escapeMarkdown(text));
      assert.equal(ink(toWords(escapeMarkdown(text))), ink(text));
      assert.match(html, /^<p>[^<]*<\/p>\n$/, `not one plain paragraph: ${html}`);
    });
  }

  it("keeps any text, as one plain paragraph", () => {
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string(), fc.string({ unit: "grapheme" })), (text) => {
        const clean = text.replaceAll("\0", "").replaceAll("\uFFFD", "").trim();
        fc.pre(clean !== "");
        const written = escapeMarkdown(clean);
        assert.equal(ink(toWords(written)), ink(clean));
        assert.match(markdown.render(written), /^<p>[^<]*<\/p>\n$/);
      }),
      { numRuns: 3000 },
    );
  });
});

const awkward = fc
  .array(fc.constantFrom(..."abc1 \u00a0*_`#<>[]()!&|~^\\-+=.:{}%;x\n\"'«»"), { minLength: 1, maxLength: 30 })
  .map((characters) => characters.join(""));

const inline: fc.Memo<Inline> = fc.memo((depth) => {
  const text = awkward.map((value): Inline => ({ soort: "tekst", tekst: value }));
  const mark = fc.constantFrom("v1", "a2").map((id): Inline => ({ soort: "nootmerk", id }));
  const high = fc
    .tuple(fc.constantFrom("sup" as const, "inf" as const), awkward)
    .map(([soort, tekst]): Inline => ({ soort, tekst }));
  const breaks = fc.constant<Inline>({ soort: "regeleinde" });
  if (depth <= 1) return fc.oneof({ arbitrary: text, weight: 6 }, mark, high, breaks);
  const nested = fc.array(inline(depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { arbitrary: text, weight: 6 },
    mark,
    high,
    breaks,
    fc
      .tuple(fc.constantFrom("vet" as const, "cursief" as const), nested)
      .map(([stijl, inhoud]): Inline => ({ soort: "nadruk", stijl, inhoud })),
    fc
      .tuple(fc.constantFrom("https://voorbeeld.example/x", "https://voorbeeld.example/a_(b)"), awkward)
      .map(([doel, tekst]): Inline => ({ soort: "link", doel, inhoud: [{ soort: "tekst", tekst }] })),
  );
});

const stuk: fc.Memo<Tekststuk> = fc.memo((depth) => {
  const inhoud = fc.array(inline(3), { maxLength: 5 });
  const alinea = inhoud.map((pieces): Tekststuk => ({ soort: "alinea", inhoud: pieces }));
  const tussenkop = inhoud.map((pieces): Tekststuk => ({ soort: "tussenkop", inhoud: pieces }));
  const tabel = fc
    .tuple(fc.nat(2), fc.array(fc.array(fc.array(inline(1), { maxLength: 2 }), { maxLength: 3 }), { maxLength: 3 }))
    .map(([kopregels, rijen]): Tekststuk => ({ soort: "tabel", kopregels, rijen }));
  if (depth <= 1) return fc.oneof({ arbitrary: alinea, weight: 4 }, tussenkop, tabel);
  const nested = fc.array(stuk(depth - 1), { maxLength: 3 });
  const label = fc.constantFrom(undefined, "a.", "1.", "1°", "(i)", "#", "-");
  const item = fc
    .tuple(label, nested)
    .map(([text, pieces]) => (text === undefined ? { inhoud: pieces } : { label: text, inhoud: pieces }));
  return fc.oneof(
    { arbitrary: alinea, weight: 4 },
    tussenkop,
    tabel,
    fc.array(item, { maxLength: 3 }).map((items): Tekststuk => ({ soort: "lijst", items })),
    nested.map((pieces): Tekststuk => ({ soort: "kader", inhoud: pieces })),
  );
});

/** The words of a text as it went in, note calls written as their anchor. */
function wordsOf(stukken: readonly Tekststuk[]): string {
  return stukken
    .map((piece) => {
      switch (piece.soort) {
        case "alinea":
        case "tussenkop":
          return inlineWords(piece.inhoud);
        case "lijst":
          return piece.items.map(({ label, inhoud }) => `${label ?? ""} ${wordsOf(inhoud)}`).join(" ");
        case "kader":
          return wordsOf(piece.inhoud);
        default:
          return "";
      }
    })
    .join(" ");
}

function inlineWords(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      switch (piece.soort) {
        case "tekst":
        case "sup":
        case "inf":
          return piece.tekst;
        case "nadruk":
        case "link":
          return inlineWords(piece.inhoud);
        case "nootmerk":
          return `«${piece.id}»`;
        default:
          return " ";
      }
    })
    .join("");
}

function withoutTables(stukken: readonly Tekststuk[]): readonly Tekststuk[] {
  return stukken.flatMap((piece): Tekststuk[] => {
    if (piece.soort === "tabel") return [];
    if (piece.soort === "kader") return [{ ...piece, inhoud: withoutTables(piece.inhoud) }];
    if (piece.soort !== "lijst") return [piece];
    return [{ ...piece, items: piece.items.map((item) => ({ ...item, inhoud: withoutTables(item.inhoud) })) }];
  });
}

describe("tekstToMarkdown", () => {
  it("loses no word of any text, however it is marked up", () => {
    fc.assert(
      fc.property(fc.array(stuk(3), { maxLength: 4 }), (pieces) => {
        const text = withoutTables(pieces);
        const written = tekstToMarkdown(text);
        assert.equal(ink(toWords(written, (anker) => `«${anker}»`)), ink(wordsOf(text)), written);
      }),
      { numRuns: 3000 },
    );
  });

  it("keeps the number signs at the end of a heading, a blank behind them or not", () => {
    for (const woorden of ["a #", "a # ", "## "]) {
      const written = tekstToMarkdown([{ soort: "tussenkop", inhoud: [{ soort: "tekst", tekst: woorden }] }]);
      assert.equal(ink(toWords(written)), ink(woorden), written);
    }
  });

  it("keeps every cell of a table, a pipe and a line break included", () => {
    const written = tekstToMarkdown([
      {
        soort: "tabel",
        kopregels: 1,
        rijen: [
          [[{ soort: "tekst", tekst: "Jaar" }], [{ soort: "tekst", tekst: "a|b" }]],
          [
            [{ soort: "tekst", tekst: "2030" }],
            [{ soort: "tekst", tekst: "1" }, { soort: "regeleinde" }, { soort: "tekst", tekst: "2" }],
          ],
        ],
      },
    ]);
    assert.equal(written, "| Jaar | a\\|b |\n| --- | --- |\n| 2030 | 1<br>2 |");
    assert.match(markdown.render(written), /<td>1<br>\n?2<\/td>/);
  });

  it("writes emphasis inside a word and next to punctuation so that it is seen", () => {
    const vet = (text: string): Inline => ({
      soort: "nadruk",
      stijl: "vet",
      inhoud: [{ soort: "tekst", tekst: text }],
    });
    const written = tekstToMarkdown([
      { soort: "alinea", inhoud: [{ soort: "tekst", tekst: "on" }, vet("«der»"), { soort: "tekst", tekst: "zoek" }] },
    ]);
    assert.equal(markdown.render(written), "<p>on<strong>«der»</strong>zoek</p>\n");
  });

  it("keeps two lists in a row apart, and a printed label in the item", () => {
    const item = (label: string | undefined, tekst: string) => ({
      ...(label ? { label } : {}),
      inhoud: [{ soort: "alinea" as const, inhoud: [{ soort: "tekst" as const, tekst }] }],
    });
    const written = tekstToMarkdown([
      { soort: "lijst", items: [item("1.", "een"), item("2.", "twee")] },
      { soort: "lijst", items: [item(undefined, "drie")] },
    ]);
    assert.equal(written, "- 1\\. een\n- 2\\. twee\n\n* drie");
    assert.match(markdown.render(written), /<ul class="gelabeld">[\s\S]*<\/ul>\n<ul>/);
  });
});
