import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { buildZoekindex } from "../../../scripts/build/zoekindex.ts";
import { writeLeadingPage, writeMinisite } from "../../hulp/minisite.ts";

describe("buildZoekindex", () => {
  let site = "";
  before(async () => {
    site = await mkdtemp(join(tmpdir(), "archief-zoekindex-"));
    const kamervragen = Array.from({ length: 40 }, (_, index) => ({
      sleutel: `2070Z${String(index).padStart(5, "0")}`,
      titel: `De brug over de Verzonnen Vliet, deel ${index}`,
      ingediend: `2070-01-${String((index % 28) + 1).padStart(2, "0")}`,
      teksten: [[`Kent u de brug met nummer ${index * 7}?`, `Ja, dat is brug ${index * 7}.`]] as const,
    }));
    await writeMinisite(site, kamervragen);
    await writeLeadingPage(site, "kamervraag/2070/ah-tk-20692070-1.html", "2070Z00001.html");
  });
  after(() => rm(site, { recursive: true }));

  it("indexes every Kamervraag and leaves out pages that only lead on", async () => {
    const result = await buildZoekindex({ site });
    assert.equal(result.pages, 40);
    const entry: unknown = JSON.parse(await readFile(join(site, "pagefind/pagefind-entry.json"), "utf8"));
    assert.deepEqual(languagesOf(entry), ["nl:40"]);
    assert.equal((await readdir(join(site, "pagefind/fragment/alle"))).length, 40);
  });

  it("keeps only what the search page loads, and counts that", async () => {
    const { files, bytes } = await buildZoekindex({ site });
    const names = await readdir(join(site, "pagefind"));
    assert.deepEqual(names.filter((name) => !name.endsWith(".pf_meta")).sort(), [
      "fragment",
      "index",
      "pagefind-entry.json",
      "pagefind-worker.js",
      "pagefind.js",
      "stukken",
      "wasm",
      "wasm.nl.pagefind",
      "woordtellingen",
      "zoek.json",
      "zoekmotor.js",
    ]);
    const digests = await digestsOf(join(site, "pagefind"));
    assert.equal(files, digests.size);
    assert.ok(bytes > 100_000 && bytes < 400_000, `${bytes} bytes`);
  });

  it("gives the same bytes for the same pages", async () => {
    await buildZoekindex({ site, doel: join(site, "a") });
    await buildZoekindex({ site, doel: join(site, "b") });
    assert.deepEqual(await digestsOf(join(site, "a")), await digestsOf(join(site, "b")));
  });

  it("replaces an earlier index as a whole and leaves nothing beside it", async () => {
    await buildZoekindex({ site });
    await writeMinisite(site, [{ sleutel: "2071Z00001", titel: "Nog een brug", teksten: [["Waarom?", "Daarom."]] }]);
    assert.equal((await buildZoekindex({ site })).pages, 41);
    assert.equal((await readdir(join(site, "pagefind/fragment/alle"))).length, 41);
    assert.deepEqual(
      (await readdir(site)).filter((name) => name.startsWith("pagefind")),
      ["pagefind"],
    );
  });

  it("makes an index of an archive without Kamervragen", async () => {
    const empty = await mkdtemp(join(tmpdir(), "archief-leeg-"));
    assert.equal((await buildZoekindex({ site: empty })).pages, 0);
    assert.ok((await stat(join(empty, "pagefind/pagefind.js"))).isFile());
    await rm(empty, { recursive: true });
  });
});

function languagesOf(entry: unknown): readonly string[] {
  const { languages } = entry as { languages: Record<string, { page_count: number }> };
  return Object.entries(languages).map(([language, { page_count }]) => `${language}:${page_count}`);
}

async function digestsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const digest = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    digests.set(file.slice(folder.length), digest);
  }
  return digests;
}
