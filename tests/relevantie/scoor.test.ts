import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { perSoort, scoorAntwoord } from "../../scripts/bench/relevantie/scoor.ts";
import { type Oordeel, parseOordelen } from "../../scripts/bench/relevantie/vragen.ts";

function oordeel(verwacht: Readonly<Record<string, 1 | 2>>, soort: Oordeel["soort"] = "onderwerp"): Oordeel {
  return { soort, vraag: "brug", verwacht: new Map(Object.entries(verwacht)) };
}

function rond(getal: number): number {
  return Math.round(getal * 1000) / 1000;
}

describe("scoorAntwoord", () => {
  it("counts the part that is found, and where the first stands", () => {
    const { recall, mrr } = scoorAntwoord(oordeel({ a: 2, b: 2, c: 2, d: 1 }), ["x", "d", "b", "a"]);
    assert.deepEqual([rond(recall), rond(mrr)], [0.667, 0.333]);
  });

  it("looks at ten and no more", () => {
    const antwoord = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"];
    const { recall, mrr, ndcg, gevonden } = scoorAntwoord(oordeel({ a: 2 }), antwoord);
    assert.deepEqual([recall, mrr, ndcg, gevonden.length], [0, 0, 0, 10]);
  });

  it("asks no more than ten where more is expected", () => {
    const veel = Array.from({ length: 14 }, (_, index) => `k${index}`);
    const verwacht = Object.fromEntries(veel.map((sleutel) => [sleutel, 2 as const]));
    const { recall, ndcg } = scoorAntwoord(oordeel(verwacht), veel);
    assert.deepEqual([recall, rond(ndcg)], [1, 1]);
  });

  it("gains more by what is about it than by what is related, and more by a higher place", () => {
    const both = oordeel({ a: 2, b: 1 });
    const ndcg = (...antwoord: readonly string[]) => rond(scoorAntwoord(both, antwoord).ndcg);
    assert.equal(ndcg("a", "b"), 1);
    assert.equal(ndcg("b", "a"), 0.797);
    assert.equal(ndcg("a"), 0.826);
    assert.equal(ndcg("x", "a"), 0.521);
    assert.equal(ndcg("b"), 0.275);
    assert.equal(ndcg(), 0);
  });
});

describe("perSoort", () => {
  it("answers the mean of each kind that occurs, and of all", () => {
    const goed = scoorAntwoord(oordeel({ a: 2 }), ["a"]);
    const half = scoorAntwoord(oordeel({ a: 2, b: 2 }), ["x", "a"]);
    const naam = scoorAntwoord(oordeel({ a: 2 }, "naam"), []);
    assert.deepEqual(
      perSoort([naam, half, goed]).map(({ soort, vragen, recall, mrr }) => [soort, vragen, rond(recall), rond(mrr)]),
      [
        ["onderwerp", 2, 0.75, 0.75],
        ["naam", 1, 0, 0],
        ["alle", 3, 0.5, 0.5],
      ],
    );
  });
});

describe("parseOordelen", () => {
  it("reads the kind, the query and what is expected", () => {
    const [gelezen] = parseOordelen(
      "soort\tvraag\tverwacht\ttoelichting\nnaam\tvan der brug\t2070Z00001 2070Z00002?\ttwee\n",
    );
    assert.deepEqual(gelezen, {
      soort: "naam",
      vraag: "van der brug",
      verwacht: new Map([
        ["2070Z00001", 2],
        ["2070Z00002", 1],
      ]),
    });
  });

  it("names a line that expects nothing, or is of no kind", () => {
    assert.throws(() => parseOordelen("kop\nnaam\tbrug\t2070Z00001?\n"), /naam\tbrug/);
    assert.throws(() => parseOordelen("kop\nonzin\tbrug\t2070Z00001\n"), /onzin/);
    assert.throws(() => parseOordelen("kop\nnaam\t\t2070Z00001\n"), /no judged query/);
  });
});
