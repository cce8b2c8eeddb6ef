import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { runStart } from "../../../scripts/start/run.ts";

describe("npm start", () => {
  it("builds, serves what was built, says where, and stops when told to", async () => {
    const site = await mkdtemp(join(tmpdir(), "archief-start-"));
    const printed: string[] = [];
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const build = async (args: readonly string[]): Promise<number> => {
      assert.deepEqual(args, ["--uit", site]);
      await writeFile(join(site, "index.html"), "gebouwd");
      return 0;
    };
    let served: Promise<string> | undefined;
    const print = (line: string): void => {
      printed.push(line);
      const url = /http:\S+/.exec(line)?.[0];
      if (url) served = fetch(url).then((response) => response.text());
      if (line.startsWith("Stoppen")) served?.finally(stop);
    };
    assert.equal(await runStart(["--uit", site], build, { stopped, print }), 0);
    assert.equal(await served, "gebouwd");
    assert.match(printed[0] ?? "", /^Het archief staat op http:\/\/localhost:\d+\/$/);
    await rm(site, { recursive: true });
  });

  it("shows what could be built when not all could, and ends with the exit code of the build", async () => {
    const printed: string[] = [];
    const print = (line: string): void => void printed.push(line);
    assert.equal(await runStart([], async () => 1, { stopped: Promise.resolve(), print }), 1);
    assert.match(printed.join("\n"), /^Niet alles is gelukt.*\nHet archief staat op/);
  });

  it("does not serve when the build breaks off", async () => {
    const broken = new Error("kapot");
    await assert.rejects(
      runStart([], () => Promise.reject(broken)),
      broken,
    );
  });
});
