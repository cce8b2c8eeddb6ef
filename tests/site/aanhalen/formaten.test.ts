/** Every format is read back by a citation library that knows nothing of ours, and set in a style. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import fc from "fast-check";
import type { Kamervraag } from "../../../src/model/kamervraag.ts";
import { toBibtex } from "../../../src/site/aanhalen/bibtex.ts";
import { toCslJson } from "../../../src/site/aanhalen/csl.ts";
import type { Persoon } from "../../../src/site/aanhalen/persoon.ts";
import { toRis } from "../../../src/site/aanhalen/ris.ts";
import { type Vermelding, vermeldingenOf } from "../../../src/site/aanhalen/vermelding.ts";
import { antwoord, bron, kamervraag, vraag } from "../voorbeelden.ts";

const VORMEN = { bibtex: toBibtex, ris: toRis, csl: toCslJson } as const;
const FORCE: Readonly<Record<string, string>> = { bibtex: "@biblatex/text", ris: "@ris/file", csl: "@else/json" };
const ADRES = "https://example.org/archief";

const inkOf = (text: unknown) =>
  String(text ?? "")
    // What a library does to quotes and ellipses is its own affair.
    .replace(/["“”„]/g, '"')
    .replace(/['‘’]/g, "'")
    .replace(/[\s\u00a0\p{Cc}]+/gu, " ")
    .trim();

function nameOf(naam: Readonly<Record<string, string>>): string {
  return [naam.given, naam["non-dropping-particle"], naam["dropping-particle"], naam.family ?? naam.literal]
    .filter(Boolean)
    .join(" ");
}

function wordsOf(persoon: Persoon): string {
  if ("letterlijk" in persoon) return persoon.letterlijk;
  return [persoon.voornaam, persoon.tussenvoegsel, persoon.achternaam].filter(Boolean).join(" ");
}

function assertReadsBack(vermeldingen: readonly Vermelding[], text: string, vorm: string): void {
  // Told what it gets: a title that looks like BibTeX would mislead its guess.
  const { data } = new Cite(text, { forceType: FORCE[vorm] ?? "" });
  assert.equal(data.length, vermeldingen.length, vorm);
  for (const [rang, vermelding] of vermeldingen.entries()) {
    const item = data[rang] ?? {};
    assert.equal(item.id, vermelding.id, vorm);
    assert.equal(item.type, "report", vorm);
    assert.equal(inkOf(item.title), inkOf(vermelding.titel), vorm);
    const authors = (item.author ?? []) as readonly Readonly<Record<string, string>>[];
    assert.deepEqual(authors.map(nameOf).map(inkOf), vermelding.auteurs.map(wordsOf).map(inkOf), vorm);
    const parts = (item.issued as { "date-parts": readonly (readonly number[])[] } | undefined)?.["date-parts"][0];
    assert.deepEqual(parts, vermelding.datum?.split("-").map(Number), vorm);
    assert.equal(item.number, vermelding.nummer, vorm);
    assert.equal(item.genre, vermelding.genre, vorm);
    assert.equal(item.publisher, vermelding.uitgever, vorm);
    assert.equal(item["collection-title"], vermelding.verzameling, vorm);
    assert.equal(item.volume, vermelding.jaargang, vorm);
    assert.equal(item.URL, vermelding.url, vorm);
    assert.equal(item.language, "nl-NL", vorm);
    assert.equal(inkOf(item.note), inkOf(vermelding.aanhaling), vorm);
  }
}

const gewoon = kamervraag({
  indieners: ["Jan van der Voorbeeld", "B.C. Bedacht", "Van Nergens", "Anna Bedacht Verzonnen"].map((naam) => ({
    naam,
  })),
  blokken: [vraag(["1"]), vraag(["2", "3"]), antwoord(["1"]), antwoord(["2", "3"]), antwoord(["3"])],
});
const open = kamervraag({ status: "open", blokken: [vraag(["1"])], bronnen: [], beantwoordDoor: [] });

const LASTIG: Readonly<Record<string, string>> = {
  accolades: "Een {half} woord } en {{nog een { open",
  aanhalingstekens: `Het bericht «Zo» en "anders" en 'nog' en “dit”`,
  "schuine strepen": String.raw`C:\archief\nieuw \textbf{vet} \\ \& einde\ `,
  "tekens van LaTeX": "100% van $5 & #3 a_b ^2 ~1 @misc{x, title={y}}",
  regeleinden: "eerste regel\nTY  - JOUR\r\nER  - \r\n\r\nlaatste\u2028regel\u0000einde",
  "een regel die sluit": "ER  - }\n}\n@book{z,title={q}}",
  "vierhonderd letters": "Wachttijden ".repeat(40).trim(),
  emoji: "De 😀-zaak 👩‍👩‍👧 en 𝔊",
  letters: "Één coördinatie, Şükrü, Łódź, naïef, œuvre",
};

describe("formats for reference managers", () => {
  for (const [vorm, write] of Object.entries(VORMEN)) {
    it(`${vorm}: names, dates, number and address come back as they went in`, () => {
      for (const subject of [
        gewoon,
        open,
        kamervraag({ kamer: "ek" }),
        kamervraag({ soort: "mondeling", bronnen: [] }),
      ]) {
        const vermeldingen = vermeldingenOf(subject, ADRES);
        assertReadsBack(vermeldingen, write(vermeldingen), vorm);
      }
    });

    for (const [wat, titel] of Object.entries(LASTIG)) {
      it(`${vorm}: a title with ${wat} comes back whole`, () => {
        const vermeldingen = vermeldingenOf(kamervraag({ titel }), ADRES);
        assertReadsBack(vermeldingen, write(vermeldingen), vorm);
      });
    }

    it(`${vorm}: is set in APA without loss`, () => {
      const vermeldingen = vermeldingenOf(gewoon, ADRES);
      const cite = new Cite(write(vermeldingen));
      const set = cite.format("bibliography", { template: "apa", lang: "en-US" });
      assert.match(
        set,
        /van der Voorbeeld, J\., Bedacht, B\. ?C\., Van Nergens, (?:& )?Anna Bedacht Verzonnen\. \(2099\)\./,
      );
      assert.match(
        set,
        /De openingstijden van het Archief der Archieven \(Kamervragen \(Aanhangsel\) No\. 77; Aanhangsel van de Handelingen, Vol\. 2098\/99\)\. Tweede Kamer der Staten-Generaal\. https:\/\/example\.org\/archief\/kamervraag\/2099\/2099Z00001\.html\n/,
      );
      assert.match(set, /Papier, P\. \(2099b\)\. .*: antwoord op vraag\s2 en 3 \(/);
    });
  }

  it("hold whatever a title and a name can hold, in one entry each", () => {
    const woorden = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(woorden, woorden, (titel, naam) => {
        const subject = kamervraag({ titel: `x${titel}x`, indieners: [{ naam: `A. ${naam}` }] });
        const vermeldingen = vermeldingenOf(subject, ADRES);
        const bib = toBibtex(vermeldingen);
        assert.equal(bib.match(/^@/gm)?.length, vermeldingen.length);
        assert.equal(depthOf(bib), 0);
        const ris = toRis(vermeldingen);
        assert.ok(ris.split("\r\n").every((line) => line === "" || /^[A-Z][A-Z0-9] {2}- /.test(line)));
        assert.doesNotMatch(ris.replaceAll("\r\n", ""), /[\r\n]/);
        assert.equal(ris.match(/^TY {2}- /gm)?.length, vermeldingen.length);
        assert.equal((JSON.parse(toCslJson(vermeldingen)) as unknown[]).length, vermeldingen.length);
      }),
      { numRuns: 200 },
    );
  });

  it("keep their keys: by the anchor, not by the order", () => {
    assert.deepEqual(
      vermeldingenOf(gewoon).map(({ id }) => id),
      ["", "-antwoord-1", "-antwoord-2", "-antwoord-3-2"].map((deel) => `kamervraag-2099Z00001${deel}`),
    );
  });

  it("lead to the official document where the site has no address", () => {
    const [pagina, first] = vermeldingenOf(kamervraag());
    assert.equal(pagina.url, "https://example.org/ah-tk-20982099-77.html");
    assert.equal(first?.url, "https://example.org/ah-tk-20982099-77.html");
    assert.equal(vermeldingenOf(kamervraag(), ADRES)[1]?.url, `${ADRES}/kamervraag/2099/2099Z00001.html#antwoord-1`);
  });

  it("name as author of an answer only who surely wrote it", () => {
    const beantwoordDoor = [
      { naam: "P. Papier" },
      { naam: "Q. Karton" },
      { functie: "Minister van Wind", medeNamens: true },
    ];
    const auteurs = (subject: Kamervraag) => vermeldingenOf(subject)[1]?.auteurs.map(wordsOf);
    assert.deepEqual(auteurs(kamervraag({ beantwoordDoor })), ["P. Papier", "Q. Karton"]);
    const blokken = [vraag(["1"]), antwoord(["1"]), antwoord(["1"], "Nee.", { bron: "ah-tk-20982099-78" })];
    const bronnen = [bron("ah-tk-20982099-77", "antwoord"), bron("ah-tk-20982099-78", "nader-antwoord")];
    assert.deepEqual(auteurs(kamervraag({ beantwoordDoor, blokken, bronnen })), []);
  });

  it("take a megabyte of hostile title in little time", () => {
    const titel = "{\\}~ ,' ".repeat(131_072);
    const begin = performance.now();
    const vermeldingen = vermeldingenOf(kamervraag({ titel, indieners: [{ naam: "A.".repeat(500_000) }] }));
    for (const write of Object.values(VORMEN)) write(vermeldingen);
    assert.ok(performance.now() - begin < 5000);
  });
});

// How deep in braces a BibTeX file ends: it counts them all, also behind a backslash.
function depthOf(bib: string): number {
  let depth = 0;
  for (const teken of bib) {
    if (teken === "{") depth += 1;
    else if (teken === "}") depth -= 1;
    assert.ok(depth >= 0);
  }
  return depth;
}
