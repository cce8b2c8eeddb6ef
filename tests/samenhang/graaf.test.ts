import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { openGraaf, toKnoop } from "../../src/samenhang/graaf.ts";
import { antwoord, bron, kamervraag, vraag } from "../site/voorbeelden.ts";

function graafOf(kamervragen: readonly Kamervraag[]) {
  const bouw = openGraaf();
  for (const one of kamervragen) bouw.add(toKnoop(one));
  return bouw.besluit();
}

const EERSTE = kamervraag({
  sleutel: "2098Z00100",
  ingediend: "2098-10-18",
  bronnen: [
    bron("kv-tk-2098Z00100", "vraag"),
    bron("ah-tk-20982099-77", "antwoord", { vergaderjaar: "2098-2099", aanhangselnummer: "77" }),
  ],
});

function tweede(vragen: Kamervraag["blokken"], rest: Partial<Kamervraag> = {}): Kamervraag {
  return kamervraag({ sleutel: "2099Z00200", ingediend: "2099-02-01", blokken: vragen, bronnen: [], ...rest });
}

describe("a graph of Kamervragen", () => {
  it("knows a Kamervraag by all its identifiers, in any spelling", () => {
    const { zoek } = graafOf([EERSTE]);
    for (const id of ["2098Z00100", "2098z00100", "kv-tk-2098Z00100", "ah-tk-20982099-77", "AH-TK-20982099-77"])
      assert.equal(zoek(id)?.sleutel, "2098Z00100", id);
    assert.equal(zoek("2098Z00101"), undefined);
    assert.equal(zoek("2098Z00100")?.hasAnker("antwoord-2"), true);
    assert.equal(zoek("2098Z00100")?.hasAnker("antwoord-22"), false);
  });

  it("leads to none of two Kamervragen that one antwoord serves, and to each by its own number", () => {
    const samen = kamervraag({ sleutel: "2098Z00101", bronnen: EERSTE.bronnen.slice(1) });
    for (const order of [
      [EERSTE, samen],
      [samen, EERSTE],
    ]) {
      const { zoek } = graafOf(order);
      assert.equal(zoek("ah-tk-20982099-77"), undefined);
      assert.equal(zoek("2098Z00101")?.sleutel, "2098Z00101");
      assert.equal(zoek("2098Z00100")?.sleutel, "2098Z00100");
    }
  });

  it("keeps where a reference stands, what it is for, and who is referred to", () => {
    const vervolg = tweede([
      vraag(["1"], "Herinnert u zich uw antwoorden op eerdere vragen over dit archief?[^v1]"),
      antwoord(["1"], "Ja. Zie ook Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. 77."),
    ]);
    const graaf = graafOf([
      EERSTE,
      {
        ...vervolg,
        noten: [
          {
            bereik: "vraag",
            anker: "v1",
            nummer: "1",
            tekst: "Aanhangsel Handelingen II, vergaderjaar 2098–2099, nr. 77",
          },
        ],
      },
    ]);
    assert.deepEqual(
      graaf.verwijzersNaar("2098Z00100").map(({ van, plaats, bij, relatie }) => ({ van, plaats, bij, relatie })),
      [
        { van: "2099Z00200", plaats: "antwoord-1", bij: undefined, relatie: "zie-ook" },
        { van: "2099Z00200", plaats: "noot-v1", bij: "vraag-1", relatie: "vervolg" },
      ],
    );
    assert.deepEqual(graaf.keten("2098Z00100"), ["2098Z00100", "2099Z00200"]);
    assert.deepEqual(graaf.keten("2099Z00200"), ["2098Z00100", "2099Z00200"]);
  });

  it("tells an addition, an earlier answer and a mere mention apart", () => {
    const relatie = (blokken: Kamervraag["blokken"]) =>
      graafOf([EERSTE, tweede(blokken)])
        .verwijzingenVan("2099Z00200")
        .map((one) => one.relatie);
    assert.deepEqual(
      relatie([{ soort: "toelichting", tekst: "Deze vragen zijn een aanvulling op de vragen met nummer 2098Z00100." }]),
      ["aanvulling"],
    );
    assert.deepEqual(relatie([vraag(["1"], "Kent u de stukken over 2098Z00100?")]), ["verwijst"]);
    assert.deepEqual(relatie([antwoord(["1"], "In de beantwoording van de vragen 2098Z00100 staat dit al.")]), [
      "eerder-antwoord",
    ]);
  });

  it("makes no chain of a mention, nor of a follow-up on what was asked later", () => {
    const noemt = tweede([vraag(["1"], "Kent u 2098Z00100?")]);
    assert.deepEqual(graafOf([EERSTE, noemt]).keten("2098Z00100"), []);
    const vroeger = tweede([vraag(["1"], "Hoe luidt uw antwoord op de eerdere vragen 2098Z00100?")], {
      ingediend: "2097-01-01",
    });
    assert.deepEqual(graafOf([EERSTE, vroeger]).keten("2098Z00100"), []);
  });

  it("leaves out what a Kamervraag says of itself", () => {
    const zelf = kamervraag({
      ...EERSTE,
      blokken: [vraag(["1"], "Dit is vraag 2098Z00100, Aanhangsel Handelingen II 2098/99, nr. 77.")],
    });
    assert.deepEqual(graafOf([zelf]).verwijzingenVan("2098Z00100"), []);
  });

  it("lists a reference to what the archive lacks, with its address", () => {
    const [only] = graafOf([tweede([vraag(["1"], "Zie de vragen 2097Z00009.")])]).verwijzingenVan("2099Z00200");
    assert.equal(only?.naar, undefined);
    assert.equal(only?.url, "https://zoek.officielebekendmakingen.nl/kv-tk-2097Z00009.html");
  });

  it("does not depend on the order in which it is filled", () => {
    const all = Array.from({ length: 8 }, (_, rank) =>
      kamervraag({
        sleutel: `2099Z0010${rank}`,
        ingediend: `2099-01-${10 + (rank % 3)}`,
        bronnen: [],
        blokken: [
          vraag(["1"], `Uw antwoord op eerdere vragen 2099Z0010${(rank * 3) % 8} en 2099Z0010${(rank + 5) % 8}?`),
        ],
      }),
    );
    const shape = (order: readonly Kamervraag[]) => {
      const graaf = graafOf(order);
      return all.map(({ sleutel }) => [graaf.verwijzersNaar(sleutel), graaf.keten(sleutel)]);
    };
    const expected = shape(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        assert.deepEqual(shape(order), expected);
      }),
      { numRuns: 30 },
    );
  });
});
