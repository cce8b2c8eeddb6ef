/** The rules that hold the house up (ARCHITECTURE.md, invariants 1 and 2). */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SRC = join(ROOT, "src");

/** Which rooms of src/ a room may import from, beside itself. */
const MAG: Readonly<Record<string, readonly string[]>> = {
  bundel: ["model", "zoeken"],
  model: [],
  markdown: ["model"],
  sources: ["model", "markdown"],
  samenvoegen: ["model", "markdown", "sources"],
  conservation: ["model", "markdown", "sources", "samenvoegen"],
  antwoordwijze: ["model", "markdown"],
  samenhang: ["model", "markdown", "verwijzingen"],
  noten: ["model", "markdown", "verwijzingen"],
  site: ["model", "markdown", "verwijzingen", "samenhang", "antwoordwijze", "noten", "vergelijkbaar", "zoeken"],
  synthetisch: ["model", "markdown"],
  vergelijkbaar: ["model", "markdown"],
  verwijzingen: ["model", "markdown"],
  zoeken: ["model"],
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => path.replaceAll("\\", "/"));

function importsOf(path: string): readonly string[] {
  const source = readFileSync(join(SRC, path), "utf8");
  return [...source.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) => target);
}

describe("src/", () => {
  it("has rooms that are all known", () => {
    assert.deepEqual([...new Set(files.map((path) => path.split("/")[0]))].toSorted(), Object.keys(MAG).toSorted());
  });

  for (const path of files) {
    const room = path.split("/")[0] ?? "";
    it(`${path} looks only where it may`, () => {
      for (const target of importsOf(path).filter((name) => name.startsWith("."))) {
        const absolute = relative(ROOT, join(SRC, dirname(path), target)).replaceAll("\\", "/");
        const [top, other = ""] = absolute.split("/");
        if (top === "templates") assert.equal(room, "site", `${path} imports ${absolute}: only src/site reads words`);
        else {
          assert.equal(top, "src", `${path} imports ${absolute}`);
          assert.ok(other === room || MAG[room]?.includes(other), `${path} imports ${absolute}`);
        }
      }
    });

    it(`${path} does no input or output`, () => {
      const builtin = importsOf(path).filter((name) => name.startsWith("node:") && name !== "node:crypto");
      assert.deepEqual(builtin, []);
      const source = readFileSync(join(SRC, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      assert.doesNotMatch(source, /\bconsole\.|\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(/);
    });
  }
});
