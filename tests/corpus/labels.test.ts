/** Real documents, when the collection lies beside the project: what a person read in them is what the reader sees. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, it } from "node:test";
import { VELDEN } from "../hulp/labels.ts";
import { precisieOf, type Score, volledigheidOf } from "../hulp/scoor.ts";
import { scoreTabel } from "../hulp/score-tabel.ts";
import { CORPUS, LABELS, scoorBestanden } from "./scoor-bestanden.ts";

const DREMPEL = 0.99;

describe("labelled documents", () => {
  // On a machine that builds for others a measure that is skipped would pass unseen.
  const skip = existsSync(CORPUS) || process.env.CI === "true" ? false : "the collection of real documents is not here";
  let reading: Promise<Score> | undefined;
  const read = () => {
    reading ??= scoorBestanden(CORPUS, LABELS);
    return reading;
  };

  it("are all recognised", { skip }, async (t) => {
    const score = await read();
    t.diagnostic(`\n${scoreTabel(score)}`);
    assert.deepEqual(score.nietHerkend, []);
  });

  for (const veld of VELDEN) {
    it(`are read as labelled: ${veld}`, { skip }, async () => {
      const { perVeld, missers } = await read();
      const telling = perVeld.get(veld) ?? { goed: 0, teVeel: 0, gemist: 0 };
      const isGood = precisieOf(telling) >= DREMPEL && volledigheidOf(telling) >= DREMPEL;
      // In a field with few facts a single miss is already more than one in a hundred.
      const isOneMiss = telling.teVeel <= 1 && telling.gemist <= 1;
      if (!isGood && !isOneMiss)
        assert.deepEqual(
          missers.filter((misser) => misser.veld === veld),
          [],
        );
    });
  }
});
