import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  decodeLijstdeel,
  decodeWoordenlijsttabel,
  findLijstdelen,
  writeWoordenlijst,
} from "../../../src/zoeken/woordenlijst/lijst.ts";
import { chooseVoorstellen, editDistance, type Lijstwoord } from "../../../src/zoeken/woordenlijst/voorstellen.ts";
import { woordvormenOf } from "../../../src/zoeken/woordenlijst/vormen.ts";

const woord = fc.string({ unit: fc.constantFrom(..."abcdeëïnst"), minLength: 1, maxLength: 9 });

function openLijst(woorden: readonly Lijstwoord[], perDeel: number) {
  const delen = new Map<string, Uint8Array>();
  const tabel = decodeWoordenlijsttabel(
    writeWoordenlijst(
      woorden,
      (bytes) => {
        delen.set(`deel-${delen.size}`, bytes);
        return `deel-${delen.size - 1}`;
      },
      perDeel,
    ),
  );
  return {
    delen,
    find: (gezocht: string) => {
      const gevonden = findLijstdelen(tabel, gezocht);
      const gelezen = gevonden.map(({ naam, isOmgekeerd }) =>
        decodeLijstdeel(delen.get(naam) ?? new Uint8Array(), isOmgekeerd),
      );
      return { aantal: gevonden.length, woorden: gelezen.flat() };
    },
  };
}

describe("woordvormenOf", () => {
  it("takes words once, in lower case with their accents, without punctuation and numbers", () => {
    assert.deepEqual(
      [...woordvormenOf(["Oekraïne,", "(minister-president)", "2024Z01", "oekraïne", "a", "https://x.nl"])],
      ["oekraïne", "minister", "president", "https", "nl"],
    );
  });
});

describe("writeWoordenlijst", () => {
  it("gives back every word, from the front and from the back", () => {
    fc.assert(
      fc.property(fc.uniqueArray(woord, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (woorden, perDeel) => {
        const lijst = woorden.map((naam, index) => ({ woord: naam, aantal: index * 100 + 1 }));
        const { delen } = openLijst(lijst, perDeel);
        const helft = Math.ceil(woorden.length / perDeel);
        const read = (isOmgekeerd: boolean) =>
          [...delen.values()]
            .slice(isOmgekeerd ? helft : 0, isOmgekeerd ? 2 * helft : helft)
            .flatMap((bytes) => decodeLijstdeel(bytes, isOmgekeerd));
        const sorteer = (rij: readonly Lijstwoord[]) => [...rij].sort((a, b) => a.aantal - b.aantal);
        assert.deepEqual(sorteer(read(false)), lijst);
        assert.deepEqual(sorteer(read(true)), lijst);
      }),
    );
  });

  it("reads few parts, and in these every word with the same begin or end", () => {
    const woorden = Array.from({ length: 400 }, (_, index) => {
      const letters = [...String(index).padStart(3, "0")].map((cijfer) => "abcdefghij"[Number(cijfer)] ?? "");
      return { woord: `${letters.join("")}woord${letters.toReversed().join("")}`, aantal: 1 };
    });
    const { find } = openLijst(woorden, 5);
    const { aantal, woorden: gevonden } = find("bcdwoorddxb");
    assert.ok(aantal <= 10);
    assert.ok(gevonden.some(({ woord: naam }) => naam === "bcdwoorddcb"));
    assert.ok(find("xcdwoorddcb").woorden.some(({ woord: naam }) => naam === "bcdwoorddcb"));
  });

  it("refuses a part that is cut off", () => {
    const { delen } = openLijst([{ woord: "stikstof", aantal: 3 }], 5);
    assert.throws(() => decodeLijstdeel((delen.get("deel-0") ?? new Uint8Array()).slice(0, 5), false), /cut off/);
  });
});

describe("editDistance", () => {
  for (const [a, b, afstand] of [
    ["stikstfo", "stikstof", 1],
    ["toeslagnaffaire", "toeslagenaffaire", 1],
    ["tikstof", "stikstof", 1],
    ["kat", "hond", 3],
    ["", "ab", 2],
    ["gelijk", "gelijk", 0],
  ] as const) {
    it(`is ${afstand} between "${a}" and "${b}"`, () => assert.equal(editDistance(a, b, 2), afstand));
  }

  it("is never more than the number of changes made, and the same both ways", () => {
    fc.assert(
      fc.property(woord, fc.nat(), fc.constantFrom(..."abcdn"), (naam, plaats, letter) => {
        const op = plaats % (naam.length + 1);
        const anders = naam.slice(0, op) + letter + naam.slice(op);
        assert.equal(editDistance(naam, anders, 2), 1);
        assert.equal(editDistance(anders, naam, 2), 1);
      }),
    );
    fc.assert(
      fc.property(woord, woord, (a, b) => assert.equal(editDistance(a, b, 2), Math.min(3, editDistance(b, a, 9)))),
    );
  });
});

describe("chooseVoorstellen", () => {
  const lijst: readonly Lijstwoord[] = [
    { woord: "stikstof", aantal: 90 },
    { woord: "stikstoff", aantal: 1 },
    { woord: "stikster", aantal: 2 },
    { woord: "oekraïne", aantal: 7 },
    { woord: "de", aantal: 900 },
  ];
  it("puts the nearest and most usual first", () => {
    assert.deepEqual(
      chooseVoorstellen("stikstfo", lijst).map(({ woord: naam }) => naam),
      ["stikstof", "stikster", "stikstoff"],
    );
  });
  it("looks past accents and capitals, and keeps those of the archive", () => {
    assert.deepEqual(chooseVoorstellen("Oekriane", lijst), [{ woord: "oekraïne", aantal: 7 }]);
  });
  it("suggests nothing for what is too short or resembles nothing", () => {
    assert.deepEqual(chooseVoorstellen("dd", lijst), []);
    assert.deepEqual(chooseVoorstellen("xyzzyx", lijst), []);
  });
});
