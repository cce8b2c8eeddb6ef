import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { isAntwoord, isVraag, type Kamervraag } from "../../src/model/kamervraag.ts";
import { jaarOfSleutel } from "../../src/model/sleutel.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { wordOfRank } from "../../src/synthetisch/woorden.ts";

describe("generateArchief", () => {
  const archief = [...generateArchief({ aantal: 2000 })];
  const words = archief.map(wordsOf);

  it("gives the same bytes for the same seed, and others for another", () => {
    const write = (seed: number) => [...generateArchief({ aantal: 20, seed })].map(writeKamervraag).join("");
    assert.equal(write(7), write(7));
    assert.notEqual(write(7), write(8));
  });

  it("has the lengths of real documents: a median of about 900 words, a 95th percentile of about 2,500", () => {
    assertBetween(percentile(words.map(count), 0.5), 800, 1000);
    assertBetween(percentile(words.map(count), 0.95), 2250, 2750);
  });

  it("has as many vragen as real documents: a median of 8, a 95th percentile of about 20", () => {
    const vragen = archief.map(({ blokken }) => blokken.filter(isVraag).length);
    assertBetween(percentile(vragen, 0.5), 7, 9);
    assertBetween(percentile(vragen, 0.95), 18, 23);
  });

  it("keeps finding new words as real text does (Heaps' law)", () => {
    const vocabulary = new Set<string>();
    let tokens = 0;
    const grow = (documents: readonly (readonly string[])[]): readonly [number, number] => {
      for (const document of documents) {
        for (const word of document) vocabulary.add(word);
        tokens += document.length;
      }
      return [Math.log(tokens), Math.log(vocabulary.size)];
    };
    const [fromTokens, fromWords] = grow(words.slice(0, 200));
    const [toTokens, toWords] = grow(words.slice(200));
    assertBetween((toWords - fromWords) / (toTokens - fromTokens), 0.4, 0.75);
  });

  it("mixes the states, indieners, grouped antwoorden, notes, tables and lists of real archives", () => {
    const share = (holds: (kamervraag: Kamervraag) => boolean) => archief.filter(holds).length / archief.length;
    assertBetween(
      share(({ status }) => status === "beantwoord"),
      0.8,
      0.9,
    );
    assert.deepEqual([...new Set(archief.map(({ status }) => status))].sort(), [
      "beantwoord",
      "ingetrokken",
      "open",
      "per-brief",
      "uitgesteld",
    ]);
    assertBetween(
      share(({ indieners }) => indieners.length > 1),
      0.1,
      0.3,
    );
    assertBetween(
      share(({ blokken }) => blokken.some((blok) => isAntwoord(blok) && blok.opVragen.length > 1)),
      0.2,
      0.37,
    );
    assertBetween(
      share(({ noten }) => noten.length > 1),
      0.2,
      0.5,
    );
    assertBetween(
      share(({ blokken }) => blokken.some(({ tekst }) => tekst.includes("| --- |"))),
      0.02,
      0.1,
    );
    assertBetween(
      share(({ blokken }) => blokken.some(({ tekst }) => tekst.includes("\n- "))),
      0.05,
      0.6,
    );
  });

  it("writes Markdown that reads back to the same value", () => {
    for (const kamervraag of archief.slice(0, 100)) {
      assert.deepEqual(parseKamervraag(writeKamervraag(kamervraag), "archief.md"), kamervraag);
    }
  });

  it("lies in years to come, with each key once", () => {
    assert.equal(new Set(archief.map(({ sleutel }) => sleutel)).size, archief.length);
    for (const { sleutel } of archief) assert.match(jaarOfSleutel(sleutel), /^20[6-9]\d$/);
  });
});

describe("wordOfRank", () => {
  it("gives every rank a word of its own", () => {
    const seen = new Set(Array.from({ length: 50_000 }, (_, rank) => wordOfRank(rank)));
    assert.equal(seen.size, 50_000);
  });
});

function wordsOf({ titel, blokken, noten }: Kamervraag): readonly string[] {
  const text = [titel, ...blokken.map(({ tekst }) => tekst), ...noten.map(({ tekst = "" }) => tekst)].join(" ");
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function count(items: readonly unknown[]): number {
  return items.length;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function assertBetween(value: number, low: number, high: number): void {
  assert.ok(value >= low && value <= high, `${value} is not between ${low} and ${high}`);
}
