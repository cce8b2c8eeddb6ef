/**
 * Every folder of tests/fixtures/<kind>/<case> is converted; the Markdown and the report have to be those in its folder
 * `verwacht`. What each shows is in fixtures.md. `UPDATE_GOLDEN=1 npm test` writes them anew: read the difference as code.
 */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../scripts/bestanden.ts";
import { convert } from "../scripts/convert/omzetten.ts";
import { parseKamervraag } from "../src/markdown/lees.ts";
import { writeKamervraag } from "../src/markdown/schrijf.ts";
import { assertNothingLost } from "./hulp/niets-verloren.ts";

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), "fixtures");
const VERWACHT = "verwacht";

const cases = readdirSync(FIXTURES).flatMap((kind) =>
  readdirSync(join(FIXTURES, kind)).map((name) => join(kind, name)),
);

describe("fixtures", () => {
  let scratch = "";
  before(() => {
    scratch = mkdtempSync(join(tmpdir(), "kamervragen-fixtures-"));
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it("there are some", () => assert.ok(cases.length >= 35, `only ${cases.length}`));

  for (const name of cases) {
    it(`converts ${name} to the expected Markdown and loses nothing`, async () => {
      const folder = join(FIXTURES, name);
      const bronnen = join(scratch, name, "bronnen");
      for (const file of readdirSync(folder).filter((entry) => entry !== VERWACHT)) {
        writeWhole(join(bronnen, file), readFileSync(join(folder, file)));
      }
      const inhoud = join(scratch, name, "inhoud");
      const rapport = (await convert({ bronnen: [bronnen], inhoud })).toJson();
      assert.equal(
        rapport.totaal.onverklaard,
        0,
        JSON.stringify(rapport.documenten.flatMap(({ verlies }) => verlies ?? [])),
      );
      const written = listMarkdown(inhoud);
      for (const path of written) {
        const markdown = readFileSync(join(inhoud, path), "utf8");
        compareWith(join(folder, VERWACHT, path.replaceAll("/", "-")), markdown);
        const kamervraag = parseKamervraag(markdown, path);
        assert.equal(writeKamervraag(kamervraag), markdown, "read back and written again, the file changed");
      }
      assert.deepEqual(
        readdirSync(join(folder, VERWACHT))
          .filter((entry) => entry.endsWith(".md"))
          .toSorted(),
        written.map((path) => path.replaceAll("/", "-")).toSorted(),
      );
      compareWith(join(folder, VERWACHT, "rapport.json"), `${JSON.stringify(rapport, undefined, 2)}\n`);
      for (const { bestand, sleutel } of rapport.documenten) {
        const kamervragen = written.map((path) => parseKamervraag(readFileSync(join(inhoud, path), "utf8"), path));
        assertNothingLost(
          readFileSync(join(bronnen, bestand), "utf8"),
          kamervragen,
          `${name}/${bestand} (${sleutel ?? "?"})`,
        );
      }
      const again = (await convert({ bronnen: [bronnen], inhoud })).toText();
      assert.match(again, / 0 nieuw, 0 gewijzigd,/, "converting twice changed something");
    });
  }
});

// Sidecars alone make no page, and no folder.
function listMarkdown(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
}

function compareWith(path: string, actual: string): void {
  if (process.env.UPDATE_GOLDEN === "1") {
    writeWhole(path, actual);
    return;
  }
  assert.ok(existsSync(path), `${path} is missing: run UPDATE_GOLDEN=1 npm test and read what it writes`);
  assert.equal(actual, readFileSync(path, "utf8"));
}
