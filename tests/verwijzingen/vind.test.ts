import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findVerwijzingen } from "../../src/verwijzingen/vind.ts";
import { doelVan } from "./doel-van.ts";
import { GEEN_VERWIJZING, VORMEN } from "./vormen.ts";

const DOC = new URL("../../docs/formats/verwijzingen.md", import.meta.url);

describe("findVerwijzingen", () => {
  for (const { soort, vormen } of VORMEN)
    for (const [gemerkt, ...doelen] of vormen)
      it(`finds ${soort} in "${gemerkt.replaceAll("\n", "⏎")}"`, () => {
        const tekst = gemerkt.replaceAll(/[⟦⟧]/g, "");
        const found = findVerwijzingen(tekst);
        assert.deepEqual(
          found.map((verwijzing) => [tekst.slice(verwijzing.van, verwijzing.tot), doelVan(verwijzing)]),
          [...gemerkt.matchAll(/⟦([^⟧]*)⟧/g)].map(([, woorden], index) => [woorden, doelen[index]]),
        );
        assert.ok(
          found.some((verwijzing) => verwijzing.soort === soort),
          `none is a ${soort}`,
        );
      });

  for (const tekst of GEEN_VERWIJZING)
    it(`finds nothing in "${tekst}"`, () => assert.deepEqual(findVerwijzingen(tekst), []));

  it("says which Kamervraag the archive may hold", () => {
    const nummers = ["2061Z18968", "kv-tk-2061Z18968", "ah-tk-20192020-89", "Aanhangsel Handelingen I 2019/20, nr. 3"];
    assert.deepEqual(
      nummers.map((tekst) => findVerwijzingen(tekst)[0]?.kamervraag),
      ["2061Z18968", "kv-tk-2061Z18968", "ah-tk-20192020-89", "ah-ek-20192020-3"],
    );
  });

  it("finds the Kamervraag behind an official address", () => {
    const [found] = findVerwijzingen("https://zoek.officielebekendmakingen.nl/ah-tk-20192020-89.html");
    assert.equal(found?.soort, "aanhangsel");
    assert.equal(found?.kamervraag, "ah-tk-20192020-89");
  });

  it("knows at least 200 forms, and 100 that are none", () => {
    assert.ok(VORMEN.flatMap(({ vormen }) => vormen).length >= 200);
    assert.ok(GEEN_VERWIJZING.length >= 100);
  });

  it("has its forms in the documentation", () => {
    const before = readFileSync(DOC, "utf8");
    const [begin, end] = [before.indexOf("<!-- vormen -->"), before.indexOf("<!-- /vormen -->")];
    assert.ok(begin >= 0 && end > begin, "docs/formats/verwijzingen.md lost its marks");
    const after = `${before.slice(0, begin)}<!-- vormen -->\n${tabel()}\n${before.slice(end)}`;
    if (process.env.UPDATE_GOLDEN) writeFileSync(DOC, after);
    else assert.equal(before, after, "UPDATE_GOLDEN=1 writes the table anew");
  });
});

const stukken = [
  ...VORMEN.flatMap(({ vormen }) => vormen.map(([tekst]) => tekst.replaceAll(/[⟦⟧]/g, ""))),
  ...GEEN_VERWIJZING,
];
/** Texts of forms cut and joined anyhow, with odd characters between. */
const brokken = fc
  .array(
    fc.oneof(
      fc.constantFrom(...stukken),
      fc.constantFrom(...stukken).chain((stuk) => fc.nat(stuk.length).map((at) => stuk.slice(at))),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(" ", ", ", " en ", "\n", "\ufffc", "\u00a0", "(", ")", ".", "/", "-", "…", "nr. ", "🙂"),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("findVerwijzingen, whatever the text", () => {
  it("gives spans that ascend, do not overlap and lie in the text", () => {
    fc.assert(
      fc.property(brokken, (tekst) => {
        let at = 0;
        for (const { van, tot } of findVerwijzingen(tekst)) {
          assert.ok(van >= at && tot > van && tot <= tekst.length, `${van}-${tot} behind ${at}`);
          assert.equal(tekst.slice(van, tot), tekst.slice(van, tot).trim());
          at = tot;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same twice, and an address that can be read", () => {
    fc.assert(
      fc.property(brokken, (tekst) => {
        const found = findVerwijzingen(tekst);
        assert.deepEqual(findVerwijzingen(tekst), found);
        for (const { soort, url, onderdeel } of found) {
          if (url !== undefined) assert.match(url, /^https?:\/\/[^\s]+$/);
          else assert.ok(soort === "vraag" && onderdeel, "without an address it is in the document itself");
        }
      }),
    );
  });

  for (const stuk of [
    "Kamerstuk ",
    "1",
    "12 345 ",
    "vraag 1, 2, 3, ",
    "./",
    "(",
    "a-b.nl/c ",
    "://",
    "artikel 1, 2 en ",
  ])
    it(`ends on a megabyte of "${stuk}"`, () => {
      findVerwijzingen(stuk.repeat(1_000_000 / stuk.length));
    });
});

function tabel(): string {
  return VORMEN.map(
    ({ kop, soort, vormen }) =>
      `\n## ${kop}\n\`soort\`: ${soort}\n\n| form | target |\n| --- | --- |\n${vormen.map(toRow).join("\n")}\n`,
  ).join("");
}

function toRow([tekst, ...doelen]: readonly [string, ...(readonly string[])]): string {
  const cell = (words: string) =>
    words.replaceAll("\n", "⏎").replaceAll("|", "\\|").replaceAll("\u00a0", "␣").replaceAll("\u202f", "␣");
  return `| \`${cell(tekst)}\` | ${doelen.map((doel) => `\`${cell(doel)}\``).join(", ")} |`;
}
