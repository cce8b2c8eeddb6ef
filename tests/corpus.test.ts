/** Real documents, when the collection lies beside the project: nothing is lost in any document of the kinds we read. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { convert } from "../scripts/convert/omzetten.ts";

const SHARED = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "shared");
const CORPUS = join(SHARED, "corpus");

describe("real documents", () => {
  const skip = existsSync(CORPUS) ? false : "the collection of real documents is not here";

  it("are read without losing a character", { skip }, async () => {
    const inhoud = mkdtempSync(join(tmpdir(), "kamervragen-corpus-"));
    try {
      const rapport = await convert({ bronnen: [CORPUS, join(SHARED, "seed")], inhoud });
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
