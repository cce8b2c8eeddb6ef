import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runBuild } from "../../scripts/build.ts";
import { GebruikError, readOpties } from "../../scripts/opties.ts";

const OPTIES = { bronnen: { type: "string", multiple: true }, snel: { type: "boolean" } } as const;
const faultOf = (args: readonly string[]): string => {
  try {
    readOpties(args, OPTIES, "HULP");
  } catch (error) {
    assert.ok(error instanceof GebruikError);
    return error.message.split("\n")[0] ?? "";
  }
  return "";
};

describe("readOpties", () => {
  for (const [args, expected] of [
    [["--brunnen", "x"], "--brunnen is geen optie van deze opdracht"],
    [["-x"], "-x is geen optie van deze opdracht"],
    [["--bronnen"], "achter --bronnen ontbreekt een waarde"],
    [["--snel=ja"], "achter --snel hoort geen waarde"],
    [["mijnmap"], "«mijnmap» staat los: deze opdracht kent alleen opties"],
    [["--bronnen", "a", "--bronnen=b"], ""],
  ] as const) {
    it(`says of "${args.join(" ")}" in Dutch: ${expected || "nothing"}`, () => assert.equal(faultOf(args), expected));
  }

  it("takes loose arguments where a command takes files", () => {
    assert.deepEqual(readOpties(["a.xml"], OPTIES, "HULP", "met bestanden").positionals, ["a.xml"]);
  });
});

describe("runBuild", () => {
  for (const meldadres of [
    "http://voorbeeld.nl",
    "javascript:alert(1)",
    "mailto:a@b.nl?cc=c@d.nl",
    "https://voorbeeld.nl/{naam}",
  ]) {
    it(`refuses --meldadres ${meldadres} before anything is read`, async () => {
      await assert.rejects(runBuild(["--meldadres", meldadres, "--bronnen", "/bestaat-niet"]), (error) => {
        assert.ok(error instanceof GebruikError);
        assert.match(error.message, /^--meldadres: «/);
        return true;
      });
    });
  }
});
