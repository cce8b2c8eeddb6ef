/** The shards from build to build: what did not change is not indexed again, and what was damaged is. */
import assert from "node:assert/strict";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { sha256Of } from "../../../../scripts/bestanden.ts";
import { findVindbaar } from "../../../../scripts/build/zoekindex/vindbaar.ts";
import type { Woordaanvulling } from "../../../../scripts/build/zoekindex/woordenindex.ts";
import { buildZoekindex } from "../../../../scripts/build/zoekindex.ts";
import { paginasOf, readStuk } from "../../../../src/zoeken/formaat/stuk.ts";
import type { Zoekmanifest } from "../../../../src/zoeken/manifest.ts";
import type { Zoekpagina } from "../../../../src/zoeken/paginas.ts";
import { writeZoekpagina, writeZoekpaginas } from "../../../hulp/zoekpaginas.ts";

const AANTAL = 30;

describe("building the index again", () => {
  let folder = "";
  let site = "";
  let cache = "";
  let paginas: readonly Zoekpagina[] = [];
  const build = () => buildZoekindex({ site, paginas, cache });
  const index = () => contentsOf(join(site, "pagefind"));
  const [EERSTE, TWEEDE] = [0, 1];
  const scherf = (nummer: number) => join(cache, readdirSync(cache).sort()[nummer] ?? "");

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "archief-scherven-"));
    site = join(folder, "site");
    cache = join(folder, "cache");
    paginas = writeZoekpaginas(site, AANTAL, 20);
    const { scherven, nieuweScherven, pages } = await build();
    assert.deepEqual([scherven, nieuweScherven, pages], [3, 3, AANTAL]);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("indexes nothing again when nothing changed, and gives the same bytes", async () => {
    const eerder = index();
    assert.equal((await build()).nieuweScherven, 0);
    assert.deepEqual(index(), eerder);
    rmSync(join(site, "pagefind"), { recursive: true });
    assert.equal((await build()).nieuweScherven, 0);
    assert.deepEqual(index(), eerder);
  });

  it("gives the same bytes without a cache, and one indexer at a time", async () => {
    const eerder = index();
    const doel = join(folder, "los");
    await buildZoekindex({ site, paginas, doel, processen: 1 });
    assert.deepEqual(contentsOf(doel), eerder);
    assert.deepEqual(readdirSync(folder).sort(), ["cache", "los", "site"]);
  });

  it("indexes one shard again when one page changed, and throws the old one away", async () => {
    const eerder = readdirSync(cache);
    const [pagina] = paginas;
    assert.ok(pagina);
    writeZoekpagina(site, pagina, "veranderd kwikstaartje");
    assert.equal((await build()).nieuweScherven, 1);
    assert.equal(readdirSync(cache).length, eerder.length);
    assert.equal(readdirSync(cache).filter((name) => eerder.includes(name)).length, 2);
    assert.match(fragmentOf(0), /kwikstaartje/);
  });

  it("goes by the hash of what can be found, when it is given one", async () => {
    const vindbaar = new Map(
      paginas.map(({ sleutel, path }) => [
        sleutel,
        sha256Of(Buffer.from(findVindbaar(readFileSync(join(site, path), "utf8")) ?? "")),
      ]),
    );
    assert.equal((await buildZoekindex({ site, paginas, cache, vindbaar })).nieuweScherven, 0);
    const [pagina] = paginas;
    assert.ok(pagina);
    writeZoekpagina(site, pagina, "veranderd kwikstaartje");
    const anders = new Map([...vindbaar, [pagina.sleutel, "anders"]]);
    assert.equal((await buildZoekindex({ site, paginas, cache, vindbaar: anders })).nieuweScherven, 1);
    assert.match(fragmentOf(0), /kwikstaartje/);
  });

  it("indexes nothing again when only the frame of a page changed", async () => {
    const [pagina] = paginas;
    assert.ok(pagina);
    const path = join(site, pagina.path);
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace("<footer>voet", "<footer>andere voet").replace(">1</sup>", ">2</sup>"),
    );
    assert.equal((await build()).nieuweScherven, 0);
  });

  it("notices shards that were cut off, damaged, taken from elsewhere or thrown away", async () => {
    const eerder = index();
    truncateSync(scherf(EERSTE), statSync(scherf(EERSTE)).size - 100);
    assert.equal((await build()).nieuweScherven, 1);
    assert.deepEqual(index(), eerder);
    const bytes = readFileSync(scherf(EERSTE));
    const midden = Math.floor(bytes.length / 2);
    bytes[midden] = (bytes[midden] ?? 0) ^ 1;
    writeFileSync(scherf(EERSTE), bytes);
    assert.equal((await build()).nieuweScherven, 1);
    writeFileSync(scherf(EERSTE), readFileSync(scherf(TWEEDE)));
    assert.equal((await build()).nieuweScherven, 1);
    writeFileSync(scherf(TWEEDE), "");
    assert.equal((await build()).nieuweScherven, 1);
    rmSync(cache, { recursive: true });
    assert.equal((await build()).nieuweScherven, 3);
    assert.deepEqual(index(), eerder);
  });

  it("clears what a broken off build left, in the cache and beside the index", async () => {
    const eerder = index();
    writeFileSync(join(cache, "2070-0123456789abcdef.scherf.tijdelijk"), "half");
    writeFileSync(join(site, "pagefind.nieuw"), "half");
    await build();
    assert.deepEqual(index(), eerder);
    assert.equal(readdirSync(cache).length, 3);
    assert.deepEqual(readdirSync(site).sort(), ["kamervraag", "pagefind"]);
  });

  it("leaves files that are the same as they were on disk", async () => {
    const lang = new Date("2001-01-01");
    const path = join(site, "pagefind/fragment/2071-1/0.pf_fragment");
    utimesSync(path, lang, lang);
    await build();
    assert.equal(statSync(path).mtime.getFullYear(), 2001);
  });

  it("writes anew what was damaged in the index before", async () => {
    const eerder = index();
    const stuk = join(site, "pagefind/index", readdirSync(join(site, "pagefind/index"))[0] ?? "");
    writeFileSync(stuk, "geen stuk");
    writeFileSync(join(site, "pagefind/fragment/2070-1/0.pf_fragment"), "geen fragment");
    await build();
    assert.deepEqual(index(), eerder);
  });

  it("takes over nothing of an index of another layout, where the same may be zipped in another way", async () => {
    const eerder = index();
    const stuk = join(site, "pagefind/index", readdirSync(join(site, "pagefind/index"))[0] ?? "");
    writeFileSync(stuk, gzipSync(gunzipSync(readFileSync(stuk)), { level: 1 }));
    const manifest = join(site, "pagefind/zoek.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"indeling":\d+/, '"indeling":0'));
    await build();
    assert.deepEqual(index(), eerder);
  });

  it("tells all words with their counts first, and adds words with the pages of another", async () => {
    const geteld = new Map<string, number>();
    const woorden: Woordaanvulling = {
      tel: (woord, aantal) => geteld.set(woord, aantal),
      sleutels: () => {
        const gekozen = [...geteld].filter(([woord, aantal]) => woord === "kleur" || aantal === 3);
        return new Map(gekozen.map(([woord]) => [woord, `deel·${woord}`]));
      },
      woordenlijst: (schrijf) => Buffer.from(schrijf(Buffer.from([...geteld.keys()].join("\n")))),
    };
    await buildZoekindex({ site, paginas, cache, woorden: () => woorden });
    const gelezen = readIndex(join(site, "pagefind"));
    const eigen = [...gelezen].filter(([woord]) => !woord.includes("·"));
    assert.deepEqual(new Map(eigen.map(([woord, lijst]) => [woord, lijst.length])), geteld);
    const extra = [...gelezen].filter(([woord]) => woord.includes("·"));
    assert.ok(extra.length > 5, `${extra.length} words added`);
    for (const [woord, lijst] of extra) assert.deepEqual(lijst, gelezen.get(woord.slice("deel·".length)), woord);
    assert.deepEqual([...gelezen.keys()], [...gelezen.keys()].toSorted());
    const { tabellen } = JSON.parse(readFileSync(join(site, "pagefind/zoek.json"), "utf8")) as Zoekmanifest;
    const lijst = gunzipSync(readFileSync(join(site, "pagefind", tabellen.woordenlijst))).toString();
    assert.equal(gunzipSync(readFileSync(join(site, "pagefind", lijst))).toString(), [...geteld.keys()].join("\n"));
  });

  function fragmentOf(nummer: number): string {
    return gunzipSync(readFileSync(join(site, `pagefind/fragment/2070-1/${nummer}.pf_fragment`))).toString();
  }
});

/** All words of an index in their order, with the pages of all their spellings. */
function readIndex(folder: string): ReadonlyMap<string, readonly number[]> {
  const woorden = readdirSync(join(folder, "index"))
    .map((name) => [...readStuk(gunzipSync(readFileSync(join(folder, "index", name))))])
    .toSorted(([a], [b]) => ((a?.woord ?? "") < (b?.woord ?? "") ? -1 : 1))
    .flat();
  return new Map(
    woorden.map(({ woord, paginas, vormen }) => [
      woord,
      [...new Set([paginas, ...vormen.map((vorm) => vorm.paginas)].flatMap((lijst) => [...paginasOf(lijst)]))].toSorted(
        (a, b) => a - b,
      ),
    ]),
  );
}

function contentsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length), readFileSync(path).toString("latin1")]),
  );
}
