/** Real documents, when the collection lies beside the project: what is shown as alike is alike to a person. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, it } from "node:test";
import { CORPUS } from "./scoor-bestanden.ts";
import { formatScore, PAREN, scoorVergelijkbaar } from "./scoor-vergelijkbaar.ts";

describe("judged pairs of Kamervragen", () => {
  const skip = existsSync(CORPUS) || process.env.CI === "true" ? false : "the collection of real documents is not here";

  it("are shown as alike when they are, and not when they are not", { skip }, async (t) => {
    const score = await scoorVergelijkbaar(CORPUS, PAREN);
    t.diagnostic(`\n${formatScore(score)}`);
    assert.deepEqual(score.onbekend, []);
    assert.ok(score.zelfde >= 50 && score.getoond >= 50, "too few pairs to say anything");
    assert.ok(score.terecht >= 0.9 * score.getoond, formatScore(score));
    assert.ok(score.zelfdeGetoond >= 0.8 * score.zelfde, formatScore(score));
  });
});
