import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, describe, it } from "node:test";
import { startPagefind, versieOfPagefind } from "../../../../scripts/build/zoekindex/pagefind.ts";
import { UserError } from "../../../../src/model/user-error.ts";

/** The one version that is used: the engine, the form of its files and its service messages are those of this one. */
const PAGEFIND = "1.6.0";
const UPGRADE = `Pagefind is pinned at ${PAGEFIND}. To upgrade: let "npm run parity" come out the same (docs/pariteit.md), then change PAGEFIND in tests/scripts/build/zoekindex/pagefind.test.ts: the one place that has to agree`;

describe("the version of Pagefind", () => {
  it("knows the version that is installed, and drives just that one", () => {
    assert.equal(versieOfPagefind(), PAGEFIND, UPGRADE);
  });

  it("is asked for and locked in just that version, with the programs that go with it", () => {
    const { dependencies } = readJson("package.json");
    assert.equal(dependencies.pagefind, PAGEFIND, UPGRADE);
    const { packages } = readJson("package-lock.json");
    assert.equal(packages[""].dependencies.pagefind, PAGEFIND, UPGRADE);
    const { version, optionalDependencies } = packages["node_modules/pagefind"];
    assert.equal(version, PAGEFIND, UPGRADE);
    assert.ok("@pagefind/linux-x64" in optionalDependencies);
    for (const [naam, versie] of Object.entries(optionalDependencies)) {
      assert.deepEqual([versie, packages[`node_modules/${naam}`].version], [PAGEFIND, PAGEFIND], `${naam}: ${UPGRADE}`);
    }
  });
});

describe("startPagefind", () => {
  const folder = mkdtempSync(join(tmpdir(), "archief-pagefind-"));
  const programma = process.env.PAGEFIND_EXTENDED_BINARY_PATH;
  afterEach(() => {
    if (programma === undefined) delete process.env.PAGEFIND_EXTENDED_BINARY_PATH;
    else process.env.PAGEFIND_EXTENDED_BINARY_PATH = programma;
  });
  after(() => rmSync(folder, { recursive: true }));

  it("numbers pages in the order in which they were added, also with two indexers at once", async () => {
    const [a, b] = await Promise.all([startPagefind(), startPagefind()]);
    await Promise.all([a.add("a.html", pageOf("boom")), b.add("b.html", pageOf("roos"))]);
    await Promise.all([a.write(join(folder, "a")), b.write(join(folder, "b"))]);
    a.stop();
    b.stop();
    for (const name of ["a", "b"]) assert.equal(readdirSync(join(folder, name, "fragment")).length, 1);
    assert.notDeepEqual(readdirSync(join(folder, "a/fragment")), readdirSync(join(folder, "b/fragment")));
  });

  it("says so when Pagefind can't write", async () => {
    const pagefind = await startPagefind();
    await pagefind.add("a.html", pageOf("boom"));
    writeFileSync(join(folder, "bestand"), "");
    await assert.rejects(pagefind.write(join(folder, "bestand", "map")), UserError);
    pagefind.stop();
  });

  it("says so when Pagefind stops, and does not wait for ever", async () => {
    const pagefind = await startPagefind();
    pagefind.stop();
    // It is still being asked when it goes, or has gone already.
    await assert.rejects(pagefind.add("a.html", pageOf("boom ".repeat(100_000))), /Pagefind is voortijdig gestopt/);
    await assert.rejects(pagefind.add("b.html", pageOf("roos")), /Pagefind is voortijdig gestopt/);
  });

  it("says so when Pagefind does not start", async () => {
    process.env.PAGEFIND_EXTENDED_BINARY_PATH = join(folder, "geen-programma");
    await assert.rejects(startPagefind(), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /Pagefind is voortijdig gestopt/);
      assert.match(error.message, /waarom: {3}spawn/);
      return true;
    });
  });
});

function pageOf(woord: string): string {
  return `<html lang="nl"><body><p data-pagefind-body>${woord}</p></body></html>`;
}

function readJson(naam: string) {
  return JSON.parse(readFileSync(new URL(`../../../../${naam}`, import.meta.url), "utf8"));
}
