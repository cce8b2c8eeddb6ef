import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { termenOf } from "../../src/vergelijkbaar/termen.ts";
import { openVergelijking, type Vergelijkbaarheid } from "../../src/vergelijkbaar/vergelijking.ts";
import { kamervraag, vraag } from "../site/voorbeelden.ts";

function compareAll(kamervragen: readonly Kamervraag[]): Vergelijkbaarheid {
  const vergelijking = openVergelijking();
  for (const een of kamervragen) vergelijking.add(een.sleutel, termenOf(een));
  return vergelijking.besluit();
}

const over = (sleutel: string, titel: string, tekst: string) =>
  kamervraag({ sleutel, titel, onderwerpen: [], blokken: [vraag(["1"], tekst)] });

const VUURTOREN =
  "Waarom brandt de vuurtoren van Schijnoord niet, en wanneer vervangt u het lichthuis bij de havenmond?";
const DEZELFDE = [
  over("2099Z00901", "De vuurtoren van Schijnoord", VUURTOREN),
  over("2099Z00902", "De vuurtoren van Schijnoord", VUURTOREN),
];
const ZELFDE_ZAAK = over(
  "2099Z00903",
  "Het lichthuis in Schijnoord",
  "Hoeveel schippers klaagden over de vuurtoren, en is het lichthuis bij de havenmond nog heel?",
);
const ACHTERGROND = [...generateArchief({ aantal: 300 })];

describe("openVergelijking", () => {
  it("finds the same affair, with the shared words as this Kamervraag prints them", () => {
    const gelijken = compareAll([...ACHTERGROND, ...DEZELFDE, ZELFDE_ZAAK]).findGelijke("2099Z00903");
    assert.deepEqual(
      gelijken.map(({ sleutel, isVrijwelGelijk }) => [sleutel, isVrijwelGelijk]),
      [
        ["2099Z00901", false],
        ["2099Z00902", false],
      ],
    );
    for (const { woorden } of gelijken) {
      assert.ok(woorden.includes("lichthuis") && woorden.includes("Schijnoord"), woorden.join(", "));
      assert.ok(woorden.length <= 5);
    }
  });

  it("marks almost the same questions, in an archive of any size", () => {
    for (const archief of [DEZELFDE, [...ACHTERGROND, ...DEZELFDE]]) {
      const [first] = compareAll(archief).findGelijke("2099Z00901");
      assert.deepEqual([first?.sleutel, first?.isVrijwelGelijk], ["2099Z00902", true]);
    }
  });

  it("shows nothing for a Kamervraag by itself, for one without words, in a small archive without doubles, or for none", () => {
    const [eerste] = DEZELFDE;
    assert.ok(eerste);
    assert.deepEqual(compareAll([eerste]).findGelijke("2099Z00901"), []);
    assert.deepEqual(compareAll([]).findGelijke("2099Z00901"), []);
    assert.deepEqual(compareAll([eerste]).findGelijke("2099Z09999"), []);
    const leeg = ["2099Z00001", "2099Z00002"].map((sleutel) => over(sleutel, "", ""));
    assert.deepEqual(compareAll(leeg).findGelijke("2099Z00001"), []);
    assert.deepEqual(compareAll([eerste, ZELFDE_ZAAK, ...ACHTERGROND.slice(0, 20)]).findGelijke("2099Z00901"), []);
  });

  it("shows at most five", () => {
    const acht = Array.from({ length: 8 }, (_, at) => over(`2099Z0091${at}`, "De vuurtoren van Schijnoord", VUURTOREN));
    assert.deepEqual(
      compareAll([...ACHTERGROND, ...acht])
        .findGelijke("2099Z00913")
        .map(({ sleutel }) => sleutel),
      ["2099Z00910", "2099Z00911", "2099Z00912", "2099Z00914", "2099Z00915"],
    );
  });

  it("gives the same whatever the order of adding, and however often it is asked", () => {
    const archief = [...ACHTERGROND, ...DEZELFDE, ZELFDE_ZAAK];
    const all = ({ findGelijke }: Vergelijkbaarheid) => archief.map(({ sleutel }) => findGelijke(sleutel));
    const once = compareAll(archief);
    const expected = all(once);
    assert.deepEqual(all(once), expected);
    assert.deepEqual(all(compareAll(archief.toReversed())), expected);
    assert.deepEqual(all(compareAll(archief.toSorted((a, b) => (a.titel < b.titel ? -1 : 1)))), expected);
  });

  it("changes next to no other page when a Kamervraag is added", () => {
    const archief = [...generateArchief({ aantal: 2000 })];
    const last = archief.pop();
    assert.ok(last);
    const before = compareAll(archief);
    const after = compareAll([...archief, last]);
    const changed = archief.filter(
      ({ sleutel }) => JSON.stringify(namen(before, sleutel)) !== JSON.stringify(namen(after, sleutel)),
    );
    assert.ok(changed.length <= 3, `${changed.length} pages changed`);
  });

  it("refuses a sleutel that it has", () => {
    const [eerste] = DEZELFDE;
    assert.ok(eerste);
    assert.throws(() => compareAll([eerste, eerste]), /2099Z00901 was added before/);
  });
});

function namen(archief: Vergelijkbaarheid, sleutel: string) {
  return archief.findGelijke(sleutel).map((een) => [een.sleutel, een.woorden, een.isVrijwelGelijk]);
}
