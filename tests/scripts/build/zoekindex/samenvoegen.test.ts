/** The merge against Pagefind itself: shards put together are what one run makes of the same pages in the same order. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { readMotor } from "../../../../scripts/build/zoekindex/motor.ts";
import { startPagefind } from "../../../../scripts/build/zoekindex/pagefind.ts";
import { mergeSorted, trimGrenzen } from "../../../../scripts/build/zoekindex/samenvoegen.ts";
import { findVindbaar } from "../../../../scripts/build/zoekindex/vindbaar.ts";
import { buildZoekindex } from "../../../../scripts/build/zoekindex.ts";
import { stripMerk, withMerk } from "../../../../src/zoeken/formaat/merk.ts";
import { encodeMeta, type Meta, readMeta, type Stukgrens } from "../../../../src/zoeken/formaat/meta.ts";
import { decodePaginaset } from "../../../../src/zoeken/formaat/paginaset.ts";
import { omvangOf, readStuk } from "../../../../src/zoeken/formaat/stuk.ts";
import { decodeStukkentabel, findStukken } from "../../../../src/zoeken/formaat/stukkentabel.ts";
import { decodeWoordtellingen } from "../../../../src/zoeken/formaat/woordtellingen.ts";
import { keyOfFragment, keyOfStuk, type Zoekmanifest } from "../../../../src/zoeken/manifest.ts";
import type { Backend } from "../../../../src/zoeken/motor/wasm.ts";
import type { Zoekpagina } from "../../../../src/zoeken/paginas.ts";
import { drawZoekvragen, writeZoekpaginas } from "../../../hulp/zoekpaginas.ts";

const AANTAL = 2_000;
const VRAGEN = 300;

describe("an index that is merged of three shards", () => {
  const folder = mkdtempSync(join(tmpdir(), "archief-samenvoegen-"));
  const site = join(folder, "site");
  const stock = join(folder, "stock");
  const ours = join(site, "pagefind");
  let paginas: readonly Zoekpagina[] = [];
  let meta: Meta;
  let manifest: Zoekmanifest;
  const tabel = (key: string) => gunzipSync(readFileSync(join(ours, key)));

  before(async () => {
    paginas = writeZoekpaginas(site, AANTAL, 1_000);
    const pagefind = await startPagefind();
    for (const { path } of paginas) {
      await pagefind.add(path, findVindbaar(readFileSync(join(site, path), "utf8")) ?? "");
    }
    await pagefind.write(stock);
    pagefind.stop();
    meta = readMeta(gunzipSync(readFileSync(join(stock, findMeta(stock)))));
    const { scherven } = await buildZoekindex({ site, paginas, alleenVanaf: Number.POSITIVE_INFINITY });
    assert.equal(scherven, 3);
    manifest = JSON.parse(readFileSync(join(ours, "zoek.json"), "utf8")) as Zoekmanifest;
  });
  after(() => rmSync(folder, { recursive: true }));

  it("has the pieces of the word index that one run of Pagefind makes, byte for byte, under the same names", () => {
    const names = readdirSync(join(stock, "index")).sort();
    assert.ok(names.length > 5, `only ${names.length} pieces`);
    assert.deepEqual(readdirSync(join(ours, "index")).sort(), names);
    for (const name of names) {
      const wanted = gunzipSync(readFileSync(join(stock, "index", name)));
      assert.ok(gunzipSync(readFileSync(join(ours, "index", name))).equals(wanted), name);
    }
  });

  it("keeps spellings with other accents apart, in the order of Pagefind", () => {
    const vormen = meta.stukken
      .flatMap(({ naam }) => [...readStuk(gunzipSync(readFileSync(join(ours, keyOfStuk(naam)))))])
      .filter((woord) => woord.vormen.length > 0 && woord.paginas.aantal > 0);
    assert.ok(vormen.length >= 4, `${vormen.length} words with other spellings`);
  });

  it("has the fragments of one run, in the order of the pages, unchanged", () => {
    for (const [pagina, { id }] of meta.paginas.entries()) {
      const wanted = readFileSync(join(stock, "fragment", `${id}.pf_fragment`));
      assert.ok(readFileSync(join(ours, keyOfFragment(manifest, pagina))).equals(wanted), `page ${pagina}`);
    }
    assert.equal(manifest.paginas, AANTAL);
  });

  it("has tables that tell what Pagefind's meta tells", () => {
    assert.deepEqual(
      [...decodeWoordtellingen(tabel(manifest.tabellen.woordtellingen))],
      meta.paginas.map(({ woorden }) => woorden),
    );
    const stukken = decodeStukkentabel(tabel(manifest.tabellen.stukken));
    assert.deepEqual(
      stukken,
      meta.stukken.map(({ van, naam }) => ({ van, naam })),
    );
    assert.deepEqual(manifest.metavelden, meta.metavelden);
    for (const { naam } of stukken) {
      for (const { woord } of readStuk(gunzipSync(readFileSync(join(ours, keyOfStuk(naam)))))) {
        assert.deepEqual(findStukken(stukken, woord, woord).at(-1)?.naam, naam, woord);
      }
    }
  });

  it("cuts the words between the pieces short as Pagefind does", () => {
    const heel: Stukgrens[] = meta.stukken.map(({ naam }) => {
      const woorden = [...readStuk(gunzipSync(readFileSync(join(stock, keyOfStuk(naam)))))].map(({ woord }) => woord);
      return { van: woorden[0] ?? "", tot: woorden.at(-1) ?? "", naam };
    });
    assert.deepEqual(trimGrenzen(heel), meta.stukken);
  });

  it("notes the pages of words that stand on a third of all", () => {
    const [woord = "", key = ""] = Object.entries(manifest.functiewoorden)[0] ?? [];
    assert.ok(Object.keys(manifest.functiewoorden).length > 0);
    const set = decodePaginaset(tabel(key));
    assert.ok(set.length > AANTAL / 3, `${woord} on ${set.length} pages`);
    const [stuk] = findStukken(decodeStukkentabel(tabel(manifest.tabellen.stukken)), woord, woord);
    const found = [...readStuk(gunzipSync(readFileSync(join(ours, keyOfStuk(stuk?.naam ?? "")))))].find(
      (one) => one.woord === woord,
    );
    assert.ok(found && found.paginas.aantal > 0 && found.paginas.aantal <= set.length);
  });

  it(`answers ${VRAGEN} queries as the stock index does: counts, and ids and scores of the first ten`, async () => {
    const { wasm, lijm } = await readMotor(join(folder, "motor"));
    const module = await WebAssembly.compile(new Uint8Array(wasm));
    const maakBackend = new Function(`${lijm};return maakZoekbackend`)() as () => Backend;
    const open = (bytes: Uint8Array, map: string) => {
      const backend = maakBackend();
      backend.initSync({ module });
      let pointer = backend.init_pagefind(bytes);
      for (const { naam } of meta.stukken) {
        const stuk = stripMerk(gunzipSync(readFileSync(join(map, keyOfStuk(naam)))));
        pointer = backend.load_index_chunk(pointer, stuk);
      }
      return (vraag: string) => {
        const answer: unknown = JSON.parse(backend.search(pointer, vraag, vraag, "{}", "", false, false));
        return (answer as { results: readonly { p: string; s: number }[] }).results;
      };
    };
    const eigen = open(
      encodeMeta({
        versie: manifest.pagefind,
        woordtellingen: decodeWoordtellingen(tabel(manifest.tabellen.woordtellingen)),
        metavelden: manifest.metavelden,
      }),
      ours,
    );
    const zelf = open(stripMerk(gunzipSync(readFileSync(join(stock, findMeta(stock))))), stock);
    const nummers = new Map(meta.paginas.map(({ id }, pagina) => [id, String(pagina)]));
    let treffers = 0;
    for (const vraag of drawZoekvragen(VRAGEN)) {
      const wanted = zelf(vraag).map(({ p, s }) => ({ p: nummers.get(p), s }));
      const found = eigen(vraag).map(({ p, s }) => ({ p, s }));
      treffers += found.length;
      assert.equal(found.length, wanted.length, vraag);
      assert.deepEqual(found.slice(0, 10), wanted.slice(0, 10), vraag);
    }
    assert.ok(treffers > VRAGEN * 5, `${treffers} hits`);
  });

  it("gives a word that fills a piece one of its own, and changes nothing else", async () => {
    const doel = join(folder, "alleen");
    await buildZoekindex({ site, paginas, doel, alleenVanaf: 2_000 });
    const anders = JSON.parse(readFileSync(join(doel, "zoek.json"), "utf8")) as Zoekmanifest;
    const stukken = decodeStukkentabel(gunzipSync(readFileSync(join(doel, anders.tabellen.stukken))));
    assert.ok(stukken.length > meta.stukken.length);
    const read = (map: string, namen: readonly string[]) =>
      namen.map((naam) => [...readStuk(gunzipSync(readFileSync(join(map, keyOfStuk(naam)))))]);
    const gelezen = read(
      doel,
      stukken.map(({ naam }) => naam),
    );
    const groot = gelezen.filter((woorden) => woorden.some((woord) => omvangOf(woord) >= 2_000));
    assert.ok(groot.length > 0 && groot.every((woorden) => woorden.length === 1));
    assert.deepEqual(
      gelezen.flat(),
      read(
        ours,
        meta.stukken.map(({ naam }) => naam),
      ).flat(),
    );
  });

  it("reads its own meta back", () => {
    const { versie, stukken, metavelden } = meta;
    const woordtellingen = meta.paginas.map(({ woorden }) => woorden);
    const ids = meta.paginas.map(({ id }) => id);
    const bytes = encodeMeta({ versie, woordtellingen, ids, stukken, metavelden });
    assert.ok(gunzipSync(readFileSync(join(stock, findMeta(stock)))).equals(withMerk(bytes)));
  });
});

function findMeta(folder: string): string {
  return readdirSync(folder).find((name) => name.endsWith(".pf_meta")) ?? "";
}

describe("mergeSorted", () => {
  it("walks streams as a sort of all their items would, those of one key together", () => {
    // Few bytes, so that keys share their begin and stand in several streams; zero is what a short key is filled up with.
    const sleutel = fc.array(fc.constantFrom(0, 97, 98, 255), { maxLength: 9 }).map((bytes) => Uint8Array.from(bytes));
    const stream = fc
      .uniqueArray(sleutel, { maxLength: 12, selector: String })
      .map((lijst) => lijst.sort((a, b) => Buffer.compare(a, b)).map((bytes) => ({ sleutel: bytes })));
    fc.assert(
      fc.property(fc.array(stream, { maxLength: 9 }), (streams) => {
        const alle = streams
          .flatMap((lijst, bron) => lijst.map((value) => ({ value, bron })))
          .sort((a, b) => Buffer.compare(a.value.sleutel, b.value.sleutel) || a.bron - b.bron);
        const gevonden = [...mergeSorted(streams.map((lijst) => lijst.values()))];
        assert.deepEqual(gevonden.flat(), alle);
        assert.equal(gevonden.length, new Set(alle.map(({ value }) => String(value.sleutel))).size);
      }),
    );
  });
});
