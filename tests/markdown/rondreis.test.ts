import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { standaardKop } from "../../src/markdown/koppen.ts";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { gatherNoten, tekstenOf } from "../../src/markdown/noten.ts";
import { isUnedited, writeKamervraag } from "../../src/markdown/schrijf.ts";
import { escapeMarkdown } from "../../src/markdown/schrijf-tekst.ts";
import type { Antwoord, Blok, Bron, Kamervraag, Mededeling, Tekstblok, Vraag } from "../../src/model/kamervraag.ts";
import { UserError } from "../../src/model/user-error.ts";

const word = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      "{{ 7*7 }}",
      "# kop",
      "- x",
      "no",
      "null",
      "1e3",
      "12:30",
      "2021-10-29",
      "'",
      '"',
      "&amp;",
      "key: value",
      "«é»",
      "a\u00a0b",
      "yes\u2028no",
    ),
  )
  .map((text) => text.replace(/[\p{Cc}\uFFFD]/gu, "").trim())
  .filter((text) => text !== "" && !/[\uD800-\uDFFF]/.test(text));
const paragraph = word.map(escapeMarkdown);
const call = fc.constantFrom("", "[^v1]", "[^a1]", "[^v2]");
const tekst = fc
  .array(fc.tuple(paragraph, call), { maxLength: 3 })
  .map((paragraphs) => paragraphs.map(([text, mark]) => text + mark).join("\n\n"));
const datum = fc
  .date({ min: new Date("1994-01-01"), max: new Date("2094-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const nummers = fc.uniqueArray(fc.integer({ min: 1, max: 99 }).map(String), { maxLength: 4 });
const sha256 = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const optional = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((known) => ({ [name]: known })),
    { nil: {} },
  );

const bronnen = fc
  .uniqueArray(fc.constantFrom("kv-tk-2060Z00001", "ah-tk-20602061-1", "ah-tk-20602061-2", "ah-tk-20602061-3"), {
    minLength: 1,
  })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            id: fc.constant(id),
            soort: id.startsWith("kv")
              ? fc.constant("vraag" as const)
              : fc.constantFrom("antwoord" as const, "nader-antwoord" as const, "mededeling" as const),
            vorm: fc.constantFrom("xml" as const, "openkamer" as const),
            bestand: word,
            sha256,
          })
          .chain((bron) =>
            fc
              .tuple(optional("datum", datum), optional("titel", word))
              .map((rest): Bron => Object.assign({}, bron, ...rest)),
          ),
      ),
    ),
  );

const vraag = fc
  .tuple(nummers, tekst)
  .map(([numbers, text]): Vraag => ({ soort: "vraag", nummers: numbers, tekst: text }));
const tekstblok = fc
  .tuple(fc.constantFrom("inleiding" as const, "toelichting" as const, "bijlage" as const, "overig" as const), tekst)
  .map(([soort, text]): Tekstblok => ({ soort, tekst: text }));
const antwoord = (all: readonly Bron[]): fc.Arbitrary<Antwoord> => {
  const answers = all.filter(({ soort }) => soort !== "vraag");
  return fc.tuple(nummers, tekst, fc.nat()).map(([opVragen, text, pick]): Antwoord => {
    const bron = answers[pick % Math.max(1, answers.length)] ?? all[0];
    return {
      soort: "antwoord",
      opVragen,
      tekst: text,
      ...(bron ? { bron: bron.id } : {}),
      ...(bron?.datum && bron.soort !== "vraag" ? { datum: bron.datum } : {}),
    };
  });
};

const kamervraag = bronnen.chain((all) =>
  fc
    .record({
      blokken: fc.array(fc.oneof<fc.Arbitrary<Blok>[]>(vraag, antwoord(all), tekstblok), { maxLength: 6 }),
      mededelingen: fc.array(
        fc
          .tuple(optional("datum", datum), tekst)
          .map(([rest, text]): Mededeling => ({ ...rest, soort: "uitstel", tekst: text })),
        { maxLength: 2 },
      ),
      nootteksten: fc.dictionary(fc.constantFrom("v1", "v2", "a1", "a2"), paragraph),
      titel: word,
      namen: fc.array(word, { maxLength: 3 }),
      fractie: fc.option(word, { nil: undefined }),
      onderwerpen: fc.array(word, { maxLength: 3 }),
      gevonden: word,
    })
    .map(
      ({ blokken, mededelingen, nootteksten, titel, namen, fractie, onderwerpen, gevonden }): Kamervraag => ({
        sleutel: "2060Z00001",
        vraagnummer: "2060Z00001",
        kamer: "tk",
        soort: "schriftelijk",
        aliassen: [],
        titel,
        status: "open",
        indieners: namen.map((naam) => (fractie ? { naam, fractie } : { naam })),
        gerichtAan: namen.map((functie) => ({ functie })),
        beantwoordDoor: namen.map((naam) => ({ naam, medeNamens: true })),
        onderwerpen,
        themas: onderwerpen.map((hoofd) => ({ hoofd })),
        blokken,
        noten: gatherNoten(tekstenOf(blokken, mededelingen), new Map(Object.entries(nootteksten)), { v1: "7" }),
        mededelingen,
        bronnen: all,
        diagnostiek: [{ code: "noot-zonder-tekst", ernst: "waarschuwing", plaats: "vraag-1", gevonden }],
      }),
    ),
);

describe("Markdown of a Kamervraag", () => {
  it("reads back to the same model, and is written to the same bytes", () => {
    fc.assert(
      fc.property(kamervraag, (original) => {
        const markdown = writeKamervraag(original);
        const read = parseKamervraag(markdown, "x.md");
        assert.deepEqual(read, original);
        assert.equal(writeKamervraag(read), markdown);
        assert.equal(isUnedited(markdown), true);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps a heading of the source's own", () => {
    const [sample] = fc.sample(kamervraag, { numRuns: 1, seed: 1 });
    assert.ok(sample);
    const blokken: Blok[] = [{ soort: "vraag", nummers: ["2", "3"], kop: "Vragen 2 t/m 3", tekst: "?" }];
    const markdown = writeKamervraag({ ...sample, blokken, noten: [], mededelingen: [] });
    assert.match(markdown, /\n## Vragen 2 t\/m 3\n/);
    assert.deepEqual(parseKamervraag(markdown, "x.md").blokken, blokken);
    assert.equal(standaardKop("vraag", ["2", "3"]), "Vraag 2 en 3");
  });

  it("sees a hand edit by its hash, in the head and in the text", () => {
    const [sample] = fc.sample(kamervraag, { numRuns: 1, seed: 2 });
    assert.ok(sample);
    const markdown = writeKamervraag(sample);
    assert.equal(isUnedited(markdown), true);
    assert.equal(isUnedited(`${markdown}\nmeer tekst\n`), false);
    assert.equal(isUnedited(markdown.replace("kamer: tk", "kamer: ek")), false);
    assert.equal(isUnedited("# een ander bestand"), undefined);
  });
});

describe("a broken hand edit", () => {
  const [sample] = fc.sample(kamervraag, { numRuns: 1, seed: 3 });
  const good = sample ? writeKamervraag({ ...sample, blokken: [], mededelingen: [], noten: [] }) : "";

  const faultsOf = (markdown: string): string => {
    try {
      parseKamervraag(markdown, "2060Z00001.md");
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
    return "";
  };

  for (const [name, edit, expected] of [
    [
      "a status that does not exist",
      (text: string) => text.replace("status: open", "status: wachtend"),
      /2060Z00001\.md:\d+: veld "status"[\s\S]*wachtend[\s\S]*oplossen:/,
    ],
    [
      "a date that does not exist",
      (text: string) => text.replace("status: open", "status: open\ningediend: 2030-02-30"),
      /:8: veld "ingediend" is geen bestaande datum/,
    ],
    [
      "a field that does not exist",
      (text: string) => text.replace("status: open", "status: open\nstattus: open"),
      /veld "stattus" bestaat niet/,
    ],
    ["a field that is missing", (text: string) => text.replace(/titel: .*\n/, ""), /veld "titel"/],
    ["YAML that does not parse", (text: string) => text.replace("kamer: tk", "kamer: 'tk"), /geen geldige YAML/],
    ["no head at all", () => "## Vraag 1\n\nTekst\n", /begint niet met een kop/],
    [
      "text before the first heading",
      (text: string) => `${text}\nlosse tekst\n`,
      /tekst vóór de eerste kop[\s\S]*losse tekst/,
    ],
    [
      "a notice that the head does not know",
      (text: string) => `${text}\n## Mededeling\n\nTekst\n`,
      /noemt 0 mededelingen, de tekst heeft er 1/,
    ],
    [
      "an antwoord of an unknown source",
      (text: string) => `${text}\n### Antwoord 1 (ah-tk-1-1)\n\nTekst\n`,
      /bron die niet onder bronnen/,
    ],
    [
      "a heading that is no antwoord",
      (text: string) => `${text}\n### Zomaar een kop\n\nTekst\n`,
      /geen kop van een antwoord/,
    ],
    [
      "the same note twice",
      (text: string) => `${text}\n## Vraag 1\n\nx[^v1]\n\n[^v1]: a\n[^v1]: b\n`,
      /noot v1 staat er twee keer/,
    ],
  ] as const) {
    it(`is told with file, line, field and mend: ${name}`, () => assert.match(faultsOf(edit(good)), expected));
  }

  it("tells every fault in one go", () => {
    const message = faultsOf(good.replace("status: open", "status: x").replace("kamer: tk", "kamer: x"));
    assert.match(message, /"status"/);
    assert.match(message, /"kamer"/);
  });
});
