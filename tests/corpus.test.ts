/** Real documents, when the collection lies beside the project: nothing is lost in any document of the kinds we read. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convert } from "../scripts/convert/omzetten.ts";
import { findCorpus } from "./hulp/corpus.ts";

describe("real documents", () => {
  it("are read without losing a character", async (test) => {
    const bronnen = findCorpus();
    if (!bronnen) return test.skip("the collection of real documents is not here");
    const inhoud = mkdtempSync(join(tmpdir(), "kamervragen-corpus-"));
    try {
      const rapport = await convert({ bronnen, inhoud });
      const { documenten, totaal } = rapport.toJson();
      const lost = documenten.filter(({ tekens }) => tekens.onverklaard > 0);
      assert.deepEqual(
        lost.map(({ bestand, verlies }) => [bestand, verlies?.plaats]),
        [],
      );
      assert.ok(totaal.herkend >= 11, `only ${totaal.herkend} documents were recognised`);
      assert.equal(totaal.mislukt, 0);
    } finally {
      rmSync(inhoud, { recursive: true, force: true });
    }
  });
});
