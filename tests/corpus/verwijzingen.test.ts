/**
 * References in real documents, when the collection lies beside the project: what a person marked in them is what is found.
 *
 * A label says where (characters that are neither white space nor a note call, so that a change of layout moves nothing),
 * which kind, and to what: the official address, or, for a web address, its host and a hash (tests/hulp/doel-identiteit.ts).
 * `a|b`: either is right. `jci1.3:c:*&artikel=4.10`: the article counts, the id of the law does not. `?`: may be found,
 * need not be (a law or site that is only named, a treaty, a number whose year is misprinted).
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, it } from "node:test";
import { precisieOf, volledigheidOf } from "../hulp/scoor.ts";
import { CORPUS } from "./scoor-bestanden.ts";
import { scoorVerwijzingenIn, VERWIJZINGLABELS, verwijzingTabel } from "./scoor-verwijzingen.ts";

const PRECISIE = 0.995;
const VOLLEDIGHEID = 0.97;
const LABELS = 400;
const DOCUMENTEN = 60;

describe("labelled references", () => {
  // On a machine that builds for others a measure that is skipped would pass unseen.
  const skip = existsSync(CORPUS) || process.env.CI === "true" ? false : "the collection of real documents is not here";

  it("are found, and nothing else", { skip }, async (t) => {
    const { score } = await scoorVerwijzingenIn(CORPUS, VERWIJZINGLABELS);
    t.diagnostic(`\n${verwijzingTabel(score)}`);
    assert.ok(score.labels >= LABELS, `${score.labels} labels are not enough`);
    assert.ok(score.documenten >= DOCUMENTEN, `${score.documenten} documents are not enough`);
    if (precisieOf(score.telling) < PRECISIE) assert.deepEqual(score.teVeel, []);
    if (volledigheidOf(score.telling) < VOLLEDIGHEID) assert.deepEqual(score.gemist, []);
  });
});
