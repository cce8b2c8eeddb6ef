import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { readAdres } from "../../templates/components/zoek/adres.ts";
import { generatePariteitarchief } from "./archief.ts";
import { readVragen, SOORTEN, spreadVragen } from "./vragen.ts";

describe("the queries of the parity run", () => {
  const vragen = readVragen();

  it("are 500 or more, each asked once, ten or more of every kind", () => {
    assert.ok(vragen.length >= 500, `${vragen.length}`);
    assert.equal(new Set(vragen.map(({ adres }) => adres)).size, vragen.length);
    for (const soort of SOORTEN) assert.ok(vragen.filter((vraag) => vraag.soort === soort).length >= 10, soort);
  });

  it("ask for each facet, both ends of a period, every order and later pages", () => {
    const opdrachten = vragen.map(({ adres }) => readAdres(adres.split("?")[1] ?? "").opdracht);
    for (const facet of [
      "staat",
      "jaar",
      "vergaderjaar",
      "fractie",
      "indiener",
      "ministerie",
      "bewindspersoon",
      "onderwerp",
    ] as const) {
      assert.ok(
        opdrachten.some(({ facetten }) => facetten[facet]),
        facet,
      );
    }
    for (const volgorde of ["relevantie", "nieuwste", "oudste", "antwoordtijd"]) {
      assert.ok(
        opdrachten.some((opdracht) => opdracht.volgorde === volgorde),
        volgorde,
      );
    }
    assert.ok(opdrachten.some(({ van, tot }) => van && tot));
    assert.ok(opdrachten.some(({ van, tot }) => van && !tot) && opdrachten.some(({ van, tot }) => !van && tot));
    assert.ok(opdrachten.filter(({ pagina }) => pagina > 1).length >= 10);
  });

  it("reach the search page as they stand in the list", () => {
    for (const { tekst, adres } of vragen) assert.equal(readAdres(adres.split("?")[1] ?? "").opdracht.tekst, tekst);
  });

  it("are not read from a list with a line that is broken", () => {
    const map = mkdtempSync(join(tmpdir(), "archief-vragen-"));
    after(() => rmSync(map, { recursive: true }));
    const bestand = pathToFileURL(join(map, "vragen.tsv"));
    writeFileSync(bestand, "soort\ttekst\tkeuze\neen-woord\tfiets\t\nonbekend\tfiets\t\n");
    assert.throws(() => readVragen(bestand), /line 3: «onbekend/);
    writeFileSync(bestand, "fiets\n");
    assert.throws(() => readVragen(bestand), /first line/);
  });
});

describe("spreadVragen", () => {
  it("takes from every kind in turn, none twice, and all when so many are asked", () => {
    const vragen = readVragen();
    const gekozen = spreadVragen(vragen, 60);
    assert.deepEqual(
      gekozen.slice(0, SOORTEN.length).map(({ soort }) => soort),
      SOORTEN,
    );
    assert.equal(new Set(gekozen).size, 60);
    assert.deepEqual(gekozen, spreadVragen(vragen, 60));
    assert.equal(spreadVragen(vragen, 100_000), vragen);
    assert.equal(new Set(spreadVragen(vragen, vragen.length - 1)).size, vragen.length - 1);
  });
});

describe("the archive of the parity run", () => {
  // A change of what it says is fine, but is to be meant: figures of an earlier run are then of another archive.
  it("is the same every time", () => {
    const hash = createHash("sha256");
    for (const kamervraag of generatePariteitarchief(200)) hash.update(JSON.stringify(kamervraag));
    assert.equal(hash.digest("hex"), ARCHIEF);
  });
});

const ARCHIEF = "c4093f5faad4b4a2fdeeeb54b26e2b605b37262cbc18e1a7ef900752383d5829";
