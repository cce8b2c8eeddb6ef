import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { unzipSync } from "fflate";
import { ZipFile } from "yazl";
import { sha256Of } from "../../../scripts/bestanden.ts";
import type { Bundelbestand } from "../../../scripts/bundel/inhoud.ts";
import { writeZip } from "../../../scripts/bundel/zip.ts";

describe("writeZip", () => {
  let map = "";
  before(async () => {
    map = await mkdtemp(join(tmpdir(), "archief-zip-"));
  });
  after(() => rm(map, { recursive: true }));

  // More than one lot, and one file larger than a lot.
  async function* bestanden(): AsyncGenerator<Bundelbestand> {
    for (let nummer = 0; nummer < 200; nummer += 1) {
      yield { path: `map/${nummer}.txt`, bytes: Buffer.from(`bestand ${nummer}\n`.repeat(nummer)) };
    }
    yield { path: "groot.bin", bytes: Buffer.alloc(9 * 1024 * 1024, 7) };
    yield { path: "leeg.txt", bytes: Buffer.alloc(0) };
  }

  it("holds every file with its bytes, and answers what it wrote", async () => {
    const doel = join(map, "kamervragen-2070-01-01.zip");
    const verslag = await writeZip(doel, bestanden(), "2070-01-01");
    const bytes = await readFile(doel);
    assert.equal(verslag.bestanden, 202);
    assert.equal(verslag.ingepakt, bytes.length);
    assert.equal(verslag.sha256, sha256Of(bytes));
    const inhoud = unzipSync(bytes);
    let uitgepakt = 0;
    for await (const { path, bytes: verwacht } of bestanden()) {
      assert.ok(Buffer.from(inhoud[path] ?? []).equals(verwacht), path);
      uitgepakt += verwacht.length;
    }
    assert.equal(Object.keys(inhoud).length, 202);
    assert.equal(verslag.uitgepakt, uitgepakt);
  });

  it("keeps none of the files that it wrote", async () => {
    setFlagsFromString("--expose-gc");
    const ruimOp: () => void = runInNewContext("gc");
    const geweest: WeakRef<Uint8Array>[] = [];
    let over = Number.POSITIVE_INFINITY;
    async function* veel(): AsyncGenerator<Bundelbestand> {
      for (let nummer = 0; nummer < 300; nummer += 1) {
        const bytes = Buffer.alloc(70_000, nummer);
        geweest.push(new WeakRef(bytes));
        yield { path: `${nummer}.bin`, bytes };
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      ruimOp();
      over = geweest.filter((ref) => ref.deref() !== undefined).length;
    }
    await writeZip(join(map, "kamervragen-veel.zip"), veel(), "2070-01-01");
    assert.ok(over <= 10, `${over} of 300 are still held`);
  });

  it("takes as long for the last file as for the first: yazl walks no list of all", async (test) => {
    let langste = 0;
    const echt = ZipFile.prototype.addReadStreamLazy;
    test.mock.method(
      ZipFile.prototype,
      "addReadStreamLazy",
      function (this: ZipFile, ...opgave: Parameters<typeof echt>) {
        const lijst: unknown = Reflect.get(this, "entries");
        assert.ok(Array.isArray(lijst));
        langste = Math.max(langste, lijst.length);
        return echt.apply(this, opgave);
      },
    );
    await writeZip(join(map, "kamervragen-lijst.zip"), bestanden(), "2070-01-01");
    assert.equal(langste, 1);
  });

  it("gives the same bytes at another hour and in another time zone", async () => {
    // A day before 2038: later ones do not fit the field that would tell the zones apart.
    const zone = process.env.TZ;
    const sommen: string[] = [];
    try {
      for (const tijdzone of ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Amsterdam"]) {
        process.env.TZ = tijdzone;
        sommen.push((await writeZip(join(map, "kamervragen-zone.zip"), bestanden(), "2026-07-01")).sha256);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    assert.equal(new Set(sommen).size, 1);
  });

  it("leaves the zip that stood there when a file cannot be read, and nothing beside it", async () => {
    const eigen = join(map, "eigen");
    const doel = join(eigen, "kamervragen-2070-01-02.zip");
    await writeZip(doel, bestanden(), "2070-01-02");
    const eerder = await readFile(doel);
    async function* kapot(): AsyncGenerator<Bundelbestand> {
      yield* bestanden();
      throw new Error("stuk");
    }
    await assert.rejects(writeZip(doel, kapot(), "2070-01-02"), /stuk/);
    assert.ok((await readFile(doel)).equals(eerder));
    assert.deepEqual(await readdir(eigen), ["kamervragen-2070-01-02.zip"]);
  });

  it("says what the system refuses, and stops reading", async () => {
    await writeFile(join(map, "geen-map"), "");
    await assert.rejects(writeZip(join(map, "geen-map", "kamervragen-x.zip"), bestanden(), "2070-01-02"), {
      code: /ENOTDIR|EEXIST/,
    });
  });

  it("clears away what an interrupted run left, and nothing of others", async () => {
    const eigen = join(map, "resten");
    const doel = join(eigen, "kamervragen-2070-01-03.zip");
    await writeZip(doel, bestanden(), "2070-01-03");
    await writeFile(join(eigen, "kamervragen-2069-01-01.zip.tijdelijk"), "half");
    await writeFile(join(eigen, "iets-anders.tijdelijk"), "van een ander");
    await writeZip(doel, bestanden(), "2070-01-03");
    assert.deepEqual((await readdir(eigen)).sort(), ["iets-anders.tijdelijk", "kamervragen-2070-01-03.zip"]);
  });
});
