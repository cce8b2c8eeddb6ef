/**
 * Whatever stands in whatever: every word of a document stands exactly once in what is made of it, and the account agrees.
 * The words are numbered, so that no bookkeeping of ours is needed to count them.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { verantwoord } from "../../src/conservation/verantwoording.ts";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import { herken } from "../../src/sources/herken.ts";

/** Stands for a word; replaced by numbered words once the document is made. */
const WOORD = " @ ";

const tekens = fc.constantFrom("", "", "*", "_", "[", "|", "&lt;", "#", "1.", "-", "!", "^", "~", "\n");
const woord = tekens.map((teken) => ` ${teken}${WOORD}${teken} `);
const { inline, blok } = fc.letrec<{ inline: string; blok: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 4 },
    woord,
    fc
      .tuple(fc.constantFrom("nadruk", "sup", "inf", "naam", "onbekend", "intref"), woord, tie("inline"))
      .map(([naam, voor, inhoud]) => ` <${naam} type="vet">${voor}${inhoud}</${naam}>${voor}`),
    tie("inline").map((inhoud) => ` <extref soort="URL" doc="https://x.example/a|b(c)">${inhoud}</extref> `),
    tie("inline").map(
      (inhoud) => `${WOORD}<noot type="voet"><noot.nr>1</noot.nr><noot.al>${inhoud}</noot.al></noot>${WOORD}`,
    ),
    fc.constant(`${WOORD}<br/>${WOORD}`),
    fc.constant(`${WOORD}<illustratie naam="plaat.png"/>${WOORD}`),
  ),
  blok: fc.oneof(
    { maxDepth: 4 },
    tie("inline").map((inhoud) => `<al>${inhoud}</al>`),
    fc
      .tuple(fc.constantFrom("al", "box", "tussenkop", "citaat", "divisie", "onbekend", "nadruk"), tie("blok"), woord)
      .map(([naam, inhoud, los]) => `<${naam}>${los}${inhoud}${los}</${naam}>`),
    fc
      .tuple(fc.constantFrom("a.", "–", "1°", "1.", WOORD), tie("blok"), tie("inline"))
      .map(
        ([label, inhoud, los]) =>
          `<lijst><li><li.nr>${label}</li.nr>${inhoud}</li>${inhoud}<li>${los}</li>${los}</lijst>`,
      ),
    fc
      .tuple(fc.constantFrom("", 'namest="a" nameend="b"', 'morerows="1"', 'colname="b"'), tie("blok"), tie("inline"))
      .map(
        ([plek, inhoud, los]) =>
          `<table><title>${los}</title><tgroup><colspec colname="a"/><colspec colname="b"/><thead><row><entry>${los}</entry></row></thead><tbody><row><entry ${plek}>${inhoud}</entry></row>${los}<row><entry/><entry>${los}</entry></row></tbody></tgroup></table>`,
      ),
    tie("inline").map(
      (inhoud) =>
        `<definitielijst><definitie-item><term>${inhoud}</term><definitie><al>${inhoud}</al></definitie></definitie-item></definitielijst>`,
    ),
  ),
}));
const kop = fc.oneof(
  fc.constantFrom("<nr>Vraag 1</nr>", "<nr>1.</nr>", "<nr>Antwoord 1</nr>", `<nr>${WOORD}</nr>`, ""),
  inline.map((inhoud) => `<kop><label>Vraag</label><nr>1</nr><titel>${inhoud}</titel></kop>`),
);
const deel = fc.oneof(
  fc.tuple(kop, blok, blok).map(([nr, een, twee]) => `<vraag>${nr}${een}${twee}</vraag>`),
  fc.tuple(kop, blok).map(([nr, inhoud]) => `<antwoord>${nr}${inhoud}</antwoord>`),
  blok.map((inhoud) => `<toelichting>${inhoud}</toelichting>`),
  blok.map((inhoud) => `<kamervraagopmerking>${inhoud}</kamervraagopmerking>`),
  inline.map((inhoud) => `<titel>${inhoud}</titel>`),
  inline.map((inhoud) => `<kamervraagomschrijving type="vraag">${inhoud}</kamervraagomschrijving>`),
  blok,
  woord,
);

describe("official XML of any nesting", () => {
  it("keeps every word once, accounts for it, and reads back as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deel, { minLength: 1, maxLength: 5 }), async (delen) => {
        let count = 0;
        const body = delen.join("").replaceAll("@", () => {
          count += 1;
          return `w${count}x`;
        });
        const xml = `<kamervragen><kamervraagnummer>2065Z00001</kamervraagnummer>${body}</kamervragen>`;
        const found = await herken("x.xml", Buffer.from(xml), "0".repeat(64));
        assert.equal(found.soort, "documenten");
        const documenten = found.soort === "documenten" ? found.documenten : [];
        const { kamervraag, plaatsing } = voegSamen({ sleutel: "2065Z00001" }, documenten);
        for (const [document, plek] of plaatsing) {
          const { onverklaard, verlies } = verantwoord(document, plek, kamervraag);
          assert.equal(onverklaard, 0, JSON.stringify(verlies));
        }
        const markdown = writeKamervraag(kamervraag);
        assert.equal(writeKamervraag(parseKamervraag(markdown, "x.md")), markdown);
        const { blokken, noten, mededelingen, bronnen } = kamervraag;
        const texts = [...blokken, ...noten, ...mededelingen].map(({ tekst }) => tekst ?? "");
        const koppen = blokken.map((blok) => blok.kop ?? "");
        const all = [...texts, ...koppen, ...bronnen.flatMap(({ kopregels }) => kopregels ?? [])].join("\n");
        const shown = kamervraag.titel.startsWith("Kamervraag ")
          ? all
          : `${all}\n${withoutShown(kamervraag.titel, all)}`;
        const words = (shown.match(/w\d+x/g) ?? []).toSorted();
        assert.deepEqual(words, Array.from({ length: count }, (_, index) => `w${index + 1}x`).toSorted());
      }),
      { numRuns: 400 },
    );
  });
});

// The subject is a title line or stands in one: it is shown twice.
function withoutShown(titel: string, all: string): string {
  return (titel.match(/w\d+x/g) ?? []).filter((word) => !all.includes(word)).join(" ");
}
