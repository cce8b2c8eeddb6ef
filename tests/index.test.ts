import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

describe("tests/index.ts", () => {
  it("fails when no test file matches, rather than passing with nothing run", () => {
    const entry = fileURLToPath(new URL("index.ts", import.meta.url));
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const run = spawnSync(process.execPath, ["--import", "tsx", entry, "no-such-test"], { env, encoding: "utf8" });
    assert.notEqual(run.status, 0);
    assert.match(run.stderr, /no test file matches: no-such-test/);
  });
});
