/** Promise 7: a build that is killed at any moment leaves whole files only, and the next one repairs everything. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { jaarOfSleutel } from "../../src/model/sleutel.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** Moments as parts of the time that a whole build takes: while converting, rendering, and indexing. */
const MOMENTEN = [0.15, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

describe("a build that is killed", () => {
  let folder = "";
  const start = (uit: string) =>
    spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        "scripts/build.ts",
        "--bronnen",
        join(ROOT, "content", "bronnen"),
        "--inhoud",
        join(folder, "inhoud"),
        "--uit",
        uit,
      ],
      { cwd: ROOT, stdio: "ignore" },
    );

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "kamervragen-onderbroken-"));
    for (const kamervraag of generateArchief({ aantal: 60 })) {
      const map = join(folder, "inhoud", jaarOfSleutel(kamervraag.sleutel));
      mkdirSync(map, { recursive: true });
      writeFileSync(join(map, `${kamervraag.sleutel}.md`), writeKamervraag(kamervraag));
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("leaves whole files only, and the next build gives the site of one that was left alone", async () => {
    const began = performance.now();
    await once(start(join(folder, "heel")), "exit");
    const duur = performance.now() - began;
    const wanted = contentsOf(join(folder, "heel"));
    assert.ok(wanted.size > 250, `only ${wanted.size} files`);

    const site = join(folder, "site");
    for (const moment of MOMENTEN) {
      rmSync(site, { recursive: true, force: true });
      const build = start(site);
      const ended = once(build, "exit");
      await new Promise((resolve) => setTimeout(resolve, duur * moment));
      build.kill("SIGKILL");
      await ended;
      for (const [path, content] of contentsOf(site)) {
        if (path.includes("pagefind.nieuw") || path.startsWith(".kamervragen-nieuw")) continue;
        assert.ok(wanted.get(path)?.equals(content), `${path} is not whole after a kill at ${moment} of the time`);
      }
    }
    await once(start(site), "exit");
    const repaired = contentsOf(site);
    assert.deepEqual([...repaired.keys()], [...wanted.keys()]);
    for (const [path, content] of wanted) assert.ok(repaired.get(path)?.equals(content), path);
  });
});

function contentsOf(folder: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(folder, path))]));
}
