import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toPlainText } from "../../src/markdown/platte-tekst.ts";
import { alineasOf, compact, lengteOf, NOOTMERK, plaatsenOf } from "./plaatsen.ts";

const TEKST = `Een alinea met een merk[^v1], een [woord](https://voorbeeld.nl/) en *nadruk*
op twee regels.

- eerste punt
- tweede punt

| dijk | hoogte |
| --- | --- |
| Noord | 12 |

1\\. Geen lijst.`;

describe("alineasOf", () => {
  it("has every word at its position in the plain text, note calls left out", () => {
    const plain = compact(toPlainText(TEKST));
    for (const { tekst, van } of alineasOf(TEKST))
      assert.equal(plain.slice(van, van + lengteOf(tekst)), compact(tekst));
    assert.deepEqual(
      alineasOf(TEKST)
        .map(({ tekst }) => compact(tekst))
        .at(-1),
      "1.Geenlijst.",
    );
  });

  it("keeps a note call as a character of its own", () => {
    assert.ok(alineasOf(TEKST)[0]?.tekst.includes(`merk${NOOTMERK}, een`));
  });
});

describe("lengteOf", () => {
  it("does not change with line breaks, spaces and note calls", () => {
    assert.equal(lengteOf("a b\u00a0c"), lengteOf(`a\nb${NOOTMERK}  c`));
  });
});

describe("plaatsenOf", () => {
  it("names blokken, mededelingen and notes by their first anchors", () => {
    const plaatsen = plaatsenOf({
      blokken: [
        { soort: "vraag", nummers: ["2", "3"], tekst: "Waarom?" },
        { soort: "antwoord", opVragen: [], tekst: "Daarom." },
        { soort: "toelichting", tekst: "Ter aanvulling." },
      ],
      mededelingen: [{ soort: "uitstel", tekst: "Later." }],
      noten: [{ bereik: "vraag", anker: "v1", nummer: "1" }],
    });
    assert.deepEqual(
      plaatsen.map(({ anker }) => anker),
      ["vraag-2", "antwoord-z1", "toelichting", "mededeling-1", "noot-v1"],
    );
  });
});
