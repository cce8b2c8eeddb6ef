import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { findIndex, keepIndex } from "../../../../scripts/build/zoekindex/ongewijzigd.ts";

const GEMAAKT = {
  pages: 3,
  seconds: 5,
  scherfSeconds: 2,
  bytes: 4,
  files: 2,
  scherven: 1,
  nieuweScherven: 1,
  isBijgewerkt: false,
};

describe("an index of which nothing changed", () => {
  let map = "";
  before(() => {
    map = mkdtempSync(join(tmpdir(), "kamervragen-ongewijzigd-"));
  });
  after(() => rmSync(map, { recursive: true, force: true }));

  function make(naam: string) {
    const [cache, doel] = [join(map, naam, "cache"), join(map, naam, "pagefind")];
    mkdirSync(join(doel, "index"), { recursive: true });
    mkdirSync(cache);
    writeFileSync(join(doel, "manifest.json"), "{}");
    writeFileSync(join(doel, "index", "een.bin"), "aa");
    keepIndex(cache, doel, "zo", GEMAAKT);
    return { cache, doel };
  }

  it("is taken as it lies, and costs no time", () => {
    const { cache, doel } = make("zelfde");
    assert.deepEqual(findIndex(cache, doel), {
      kenmerk: "zo",
      resultaat: { ...GEMAAKT, seconds: 0, scherfSeconds: 0, nieuweScherven: 0 },
    });
  });

  const schade: Readonly<Record<string, (doel: string, cache: string) => void>> = {
    "a file is gone": (doel) => rmSync(join(doel, "index", "een.bin")),
    "a file was added to": (doel) => appendFileSync(join(doel, "index", "een.bin"), "a"),
    "a file was written anew": (doel) => {
      writeFileSync(join(doel, "manifest.json"), "[]");
      // The clock of a disk may not have moved on since.
      utimesSync(join(doel, "manifest.json"), 1, 1);
    },
    "a file came that is not of it": (doel) => writeFileSync(join(doel, "index", "twee.bin"), "aa"),
    "the folder is gone": (doel) => rmSync(doel, { recursive: true }),
    "a build was cut off": (doel) => mkdirSync(`${doel}.nieuw`),
    "a build was cut off later": (doel) => mkdirSync(`${doel}.oud`),
    "what is known of it is damaged": (_, cache) => writeFileSync(join(cache, "stand.json"), '{"kenm'),
    "nothing is known of it": (_, cache) => rmSync(join(cache, "stand.json")),
  };
  for (const [naam, doe] of Object.entries(schade)) {
    it(`is not found when ${naam}`, () => {
      const { cache, doel } = make(naam.replaceAll(" ", "-"));
      doe(doel, cache);
      assert.equal(findIndex(cache, doel), undefined);
    });
  }

  it("is not found in another place", () => {
    const { cache, doel } = make("anders");
    assert.equal(findIndex(cache, `${doel}2`), undefined);
  });
});
