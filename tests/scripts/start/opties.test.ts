import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GebruikError } from "../../../scripts/opties.ts";
import { readStartOptions } from "../../../scripts/start/opties.ts";

describe("readStartOptions", () => {
  for (const [args, expected] of [
    [[], { uit: "_site", buildArgs: [], isHelp: false }],
    [["--poort", "3000"], { poort: 3000, uit: "_site", buildArgs: [], isHelp: false }],
    [["--poort=3000", "--uit", "web"], { poort: 3000, uit: "web", buildArgs: ["--uit", "web"], isHelp: false }],
    [
      ["--bronnen", "a", "--poort", "1", "--bronnen", "b"],
      { poort: 1, uit: "_site", buildArgs: ["--bronnen", "a", "--bronnen", "b"], isHelp: false },
    ],
    [["--help"], { uit: "_site", buildArgs: ["--help"], isHelp: true }],
  ] as const) {
    it(`reads "${args.join(" ")}" and leaves the rest to the build`, () => {
      assert.deepEqual(readStartOptions(args), expected);
    });
  }

  for (const poort of ["0", "70000", "http", "-1"]) {
    it(`refuses --poort=${poort}`, () => assert.throws(() => readStartOptions([`--poort=${poort}`]), GebruikError));
  }
});
