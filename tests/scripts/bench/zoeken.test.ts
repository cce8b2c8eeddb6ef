import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { findLongest } from "../../../scripts/bench/hoofddraad.ts";
import { toOverdracht } from "../../../scripts/bench/zoeken.ts";
import { openZoekserver } from "../../../scripts/bench/zoekserver.ts";
import { percentile } from "../../../scripts/bench/zoekverslag.ts";

describe("the measurement of the search", () => {
  it("counts what is sent: text zipped, files of the index as they are", async () => {
    const site = await mkdtemp(join(tmpdir(), "archief-zoekserver-"));
    const script = "const woord = 1;\n".repeat(200);
    const stuk = gzipSync("een stuk van de index");
    await mkdir(join(site, "pagefind"));
    await writeFile(join(site, "pagefind/zoekmotor.js"), script);
    await writeFile(join(site, "pagefind/a.pf_index"), stuk);
    const server = await openZoekserver(site);
    try {
      assert.equal(await (await fetch(`${server.url}pagefind/zoekmotor.js?v=1`)).text(), script);
      assert.equal((await (await fetch(`${server.url}pagefind/a.pf_index`)).arrayBuffer()).byteLength, stuk.length);
      assert.equal((await fetch(`${server.url}weg.html`)).status, 404);
      const [eerste, tweede, derde] = server.takeVerzoeken();
      assert.equal(eerste?.path, "pagefind/zoekmotor.js");
      assert.ok(eerste.bytes > 0 && eerste.bytes < script.length / 5);
      assert.deepEqual(tweede, { path: "pagefind/a.pf_index", bytes: stuk.length });
      assert.deepEqual(derde, { path: "weg.html", bytes: 0 });
      assert.deepEqual(server.takeVerzoeken(), []);
    } finally {
      await server.close();
      await rm(site, { recursive: true });
    }
  });

  it("takes what comes before the first excerpt, up to the last, and the counts apart", () => {
    const verzoeken = [
      ["zoeken.html", 9_000],
      ["pagefind/zoek.json", 10],
      ["pagefind/index/a.pf_index", 200],
      ["pagefind/fragment/2070/1.pf_fragment", 3_000],
      ["pagefind/fragment/2070/2.pf_fragment", 4_000],
      ["pagefind/facetten/b.bin", 50_000],
      ["pagefind/facet/c.bin", 60_000],
      ["pagefind/woordenlijst/d.bin", 1],
    ] as const;
    assert.deepEqual(toOverdracht(verzoeken.map(([path, bytes]) => ({ path, bytes }))), {
      vooraf: 2,
      totTreffers: 4,
      bytesTotTreffers: 7_210,
      bytesMetFacetten: 117_210,
    });
  });

  it("takes the longest task of the thread that the page runs on, and of no other", () => {
    const taak = (pid: number, tid: number, dur: number, tdur: number) => ({
      name: "ThreadControllerImpl::RunTask",
      ph: "X",
      pid,
      tid,
      dur,
      tdur,
    });
    const events = [
      { name: "kamervragen-meting", ph: "I", pid: 1, tid: 1 },
      { name: "kamervragen-meting", ph: "I", pid: 2, tid: 1 },
      taak(2, 1, 61_000, 9_000),
      taak(2, 1, 30_000, 28_000),
      taak(2, 2, 400_000, 400_000),
      taak(1, 1, 500_000, 500_000),
      { ...taak(2, 1, 900_000, 900_000), name: "Layout" },
      { name: "thread_name", ph: "M", pid: 2, tid: 1 },
    ];
    assert.deepEqual(findLongest(events), { wand: 61, cpu: 28 });
    assert.throws(() => findLongest([taak(1, 1, 5, 5)]), /does not hold the page/);
  });

  it("finds the middle and the slowest twentieth", () => {
    const getallen = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.equal(percentile(getallen, 0.5), 51);
    assert.equal(percentile(getallen, 0.95), 96);
    assert.equal(percentile([], 0.5), 0);
  });
});
