import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convert } from "../../scripts/convert/omzetten.ts";
import { readManifest } from "../../src/sources/manifest.ts";

const SHA = "a".repeat(64);

describe("readManifest", () => {
  it("reads the day of each file, with or without a time", () => {
    const bestanden = [
      { sha256: SHA, opgehaald: "2030-11-02", bestand: "x.xml" },
      { sha256: "B".repeat(64), opgehaald: "2030-11-03T23:59:59+01:00" },
    ];
    assert.deepEqual(readManifest({ oogst: 1, bestanden }), {
      ophalingen: [
        { sha256: SHA, opgehaald: "2030-11-02" },
        { sha256: "b".repeat(64), opgehaald: "2030-11-03" },
      ],
    });
  });

  it("tells of entries that it cannot use, and uses the others", () => {
    const goed = { sha256: SHA, opgehaald: "2030-11-02" };
    const fout = [
      null,
      {},
      { ...goed, opgehaald: "2030-02-30" },
      { ...goed, sha256: "abc" },
      { ...goed, opgehaald: 20301102 },
    ];
    const gelezen = readManifest({ oogst: 1, bestanden: [goed, ...fout] });
    assert.equal(gelezen?.ophalingen.length, 1);
    assert.equal(gelezen?.diagnostiek?.gevonden, "5 van 6, het eerst nummer 2");
  });

  for (const json of [null, [], {}, { oogst: 2, bestanden: [] }, { oogst: 1 }, { oogst: 1, bestanden: "geen lijst" }]) {
    it(`leaves ${JSON.stringify(json)} alone`, () => assert.equal(readManifest(json), undefined));
  }
});

describe("a manifest beside the sources", () => {
  const BRON = "tests/fixtures/xml/lastige-tekst/kv.xml";

  it("puts the newest day in the front matter, also when the page was converted before", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kamervragen-manifest-"));
    try {
      const [bronnen, inhoud] = [join(folder, "bronnen"), join(folder, "inhoud")];
      mkdirSync(bronnen);
      writeFileSync(join(bronnen, "kv.xml"), readFileSync(BRON));
      const cache = { map: join(folder, "cache") };
      const read = () => readFileSync(join(inhoud, "2062/2062Z00001.md"), "utf8");
      await convert({ bronnen: [bronnen], inhoud, cache });
      const eerst = read();
      assert.ok(!eerst.includes("opgehaald"));
      const sha256 = /\n {4}sha256: '?([0-9a-f]{64})/.exec(eerst)?.[1];
      const bestanden = ["2062-05-01", "2062-05-03", "2062-05-02"].map((opgehaald) => ({ sha256, opgehaald }));
      writeFileSync(join(bronnen, "manifest.json"), JSON.stringify({ oogst: 1, bestanden }));
      await convert({ bronnen: [bronnen], inhoud, cache });
      assert.match(read(), /\n {4}opgehaald: '?2062-05-03'?\n/);
      const rapport = await convert({ bronnen: [bronnen], inhoud, cache });
      assert.equal(rapport.werk.overgenomen, 1);
      rmSync(join(bronnen, "manifest.json"));
      await convert({ bronnen: [bronnen], inhoud, cache });
      assert.equal(read(), eerst);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
