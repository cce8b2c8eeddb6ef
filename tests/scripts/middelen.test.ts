import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readMiddelen } from "../../scripts/middelen.ts";
import { GebruikError } from "../../scripts/opties.ts";

describe("readMiddelen", () => {
  for (const [wat, machine, opties, expected] of [
    ["a CI runner of 7 GB", { processors: 4, geheugen: 7_000 }, {}, { werkers: 4, processen: 2 }],
    ["a machine of 2 GB", { processors: 4, geheugen: 2_000 }, {}, { werkers: 1, processen: 1 }],
    ["a machine of half a GB", { processors: 2, geheugen: 512 }, {}, { werkers: 1, processen: 1 }],
    ["one processor", { processors: 1, geheugen: 64_000 }, {}, { werkers: 1, processen: 1 }],
    ["a large machine", { processors: 32, geheugen: 128_000 }, {}, { werkers: 32, processen: 4 }],
    [
      "a large machine, less",
      { processors: 32, geheugen: 128_000 },
      { geheugen: "2600" },
      { werkers: 4, processen: 1 },
    ],
    ["a small machine, more", { processors: 2, geheugen: 7_000 }, { werkers: "8" }, { werkers: 8, processen: 2 }],
    ["one at a time", { processors: 8, geheugen: 64_000 }, { werkers: "1" }, { werkers: 1, processen: 1 }],
  ] as const) {
    it(`divides ${wat}`, () => assert.deepEqual(readMiddelen(opties, machine), expected));
  }

  for (const opties of [{ werkers: "0" }, { werkers: "veel" }, { geheugen: "-1" }, { geheugen: "2GB" }]) {
    it(`refuses ${JSON.stringify(opties)}`, () => assert.throws(() => readMiddelen(opties), GebruikError));
  }

  it("has an answer for the machine it runs on", () => assert.ok(readMiddelen({}).werkers >= 1));
});
