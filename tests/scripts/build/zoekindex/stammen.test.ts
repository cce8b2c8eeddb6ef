import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { openStammen } from "../../../../scripts/build/zoekindex/stammen.ts";

describe("openStammen", () => {
  let folder = "";
  let gevraagd: string[] = [];
  const engine = (woord: string) => {
    gevraagd.push(woord);
    return woord.slice(0, 3);
  };
  const bestand = () => join(folder, "stammen.txt");
  const ask = (woorden: readonly string[], versie = "1.0.0"): readonly string[] => {
    gevraagd = [];
    const { stam, keep } = openStammen(folder, versie, engine);
    const stammen = woorden.map(stam);
    keep();
    return stammen;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stammen-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const WOORDEN = ["bruggen", "kade", "sluis", "bruggen", "oekraine"];
  const STAMMEN = ["bru", "kad", "slu", "bru", "oek"];

  it("asks the engine for a word once, and in the next build not at all", () => {
    assert.deepEqual(ask(WOORDEN), STAMMEN);
    assert.deepEqual(gevraagd, ["bruggen", "kade", "sluis", "oekraine"]);
    assert.deepEqual(ask(WOORDEN), STAMMEN);
    assert.deepEqual(gevraagd, []);
  });

  it("asks for what is new, and keeps that too", () => {
    ask(WOORDEN);
    assert.deepEqual(ask([...WOORDEN, "vaarten"]).at(-1), "vaa");
    assert.deepEqual(gevraagd, ["vaarten"]);
    ask(["vaarten"]);
    assert.deepEqual(gevraagd, []);
  });

  it("lets go of words that are no longer asked for, once much is new", () => {
    ask(WOORDEN);
    ask(["vaarten"]);
    assert.doesNotMatch(readFileSync(bestand(), "utf8"), /bruggen/);
  });

  it("leaves the file alone when next to nothing is new", () => {
    const veel = Array.from({ length: 1_000 }, (_, index) => `woord${index}`);
    ask(veel);
    const { mtimeMs, ino } = statSync(bestand());
    ask([...veel, "vaarten"]);
    assert.deepEqual([statSync(bestand()).mtimeMs, statSync(bestand()).ino], [mtimeMs, ino]);
  });

  it("believes no file that was cut off, changed, or made with another Pagefind", () => {
    ask(WOORDEN);
    const geheel = readFileSync(bestand(), "utf8");
    for (const kapot of [geheel.slice(0, -2), geheel.replace("kade kad", "kade dak"), "", "\n", "x"]) {
      writeFileSync(bestand(), kapot);
      assert.deepEqual(ask(WOORDEN), STAMMEN, JSON.stringify(kapot.slice(0, 20)));
      assert.equal(gevraagd.length, 4);
    }
    ask(WOORDEN, "1.0.1");
    assert.equal(gevraagd.length, 4);
  });

  it("asks again for words that a line of text cannot hold", () => {
    const vreemd = ["a\u2028b", "c d", "e\nf", "\ud83d"];
    const stammen = ask(vreemd);
    assert.deepEqual(ask(vreemd), stammen);
    assert.deepEqual(gevraagd, vreemd);
  });

  it("works without a folder to keep anything in", () => {
    const { stam, keep } = openStammen(undefined, "1.0.0", engine);
    assert.equal(stam("kade"), "kad");
    keep();
  });
});
