import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import type { Bron, Kamervraag } from "../../src/model/kamervraag.ts";
import { openTelling, packTelbaar, type Telbaar, toTelbaar, unpackTelbaar } from "../../src/site/volledigheid.ts";
import { regelnaamOf, regelzinOf } from "../../templates/data/regels.ts";
import { bron, kamervraag } from "./voorbeelden.ts";

const vraagbron = (sleutel: string, rest: Partial<Bron> = {}) =>
  bron(`kv-tk-${sleutel}`, "vraag", {
    sha256: sleutel.toLowerCase().replace(/z/, "").padEnd(64, "a"),
    telling: { vragen: 2, noten: 1, merkenZonderNoot: 1 },
    tekens: { bron: 1200, behouden: 1000, weggelaten: { "feit:titel": 150, lijstteken: 50 } },
    ...rest,
  });
const antwoordbron = bron("ah-tk-20982099-77", "antwoord", {
  vorm: "openkamer",
  telling: { antwoorden: 3 },
  tekens: { bron: 300, behouden: 100, weggelaten: { "dubbel:kv-tk-2099Z00001": 200 } },
});
const een = (sleutel: string, bronnen: readonly Bron[]) => kamervraag({ sleutel, bronnen });
const count = (...kamervragen: readonly Kamervraag[]) => {
  const telling = openTelling();
  for (const one of kamervragen) telling.add(toTelbaar(one, writeKamervraag(one)));
  return telling;
};

describe("openTelling", () => {
  it("counts per year and per form, newest year first, and a shared document once", () => {
    const { tabellen, uitkomst } = count(
      een("2099Z00001", [vraagbron("2099Z00001"), antwoordbron]),
      een("2098Z00002", [vraagbron("2098Z00002"), antwoordbron]),
    ).toView();
    const rows = tabellen.map(({ rijen, totaal }) =>
      [...rijen, totaal].map(({ naam, cijfers }) => [naam, ...cijfers].join(" ")),
    );
    assert.deepEqual(rows, [
      [
        "2099 1 2 2 3 1 1 0 1.500 1.100 400 0",
        "2098 1 1 2 0 1 1 0 1.200 1.000 200 0",
        "Totaal 2 3 4 3 2 2 0 2.700 2.100 600 0",
      ],
      [
        "XML 2 2 4 0 2 2 0 2.400 2.000 400 0",
        "Openkamer 2 1 0 3 0 0 0 300 100 200 0",
        "Totaal 2 3 4 3 2 2 0 2.700 2.100 600 0",
      ],
    ]);
    assert.equal(uitkomst, "In 3 documenten staan 2.700 tekens. Van elk daarvan is verklaard waar het is gebleven.");
    assert.equal(tabellen[0]?.rijen[0]?.href, "jaar/2099.html");
  });

  it("adds up what each rule left out, the most first, whatever publication it names", () => {
    const { regels } = count(
      een("2099Z00001", [vraagbron("2099Z00001"), antwoordbron]),
      een("2099Z00002", [vraagbron("2099Z00002")]),
    ).toView();
    assert.deepEqual(
      regels.map(({ naam, tekens }) => [naam, tekens]),
      [
        ["feit:titel", "300"],
        ["dubbel", "200"],
        ["lijstteken", "100"],
      ],
    );
  });

  it("keeps apart what a person edited or wrote, also with other line ends", () => {
    const telling = openTelling();
    const one = een("2099Z00001", [vraagbron("2099Z00001")]);
    const markdown = writeKamervraag(one);
    telling.add(toTelbaar(one, markdown.replaceAll("\n", "\r\n")));
    telling.add(toTelbaar(een("2099Z00002", [vraagbron("2099Z00002")]), markdown.replace("Waarom niet?", "Waarom?")));
    telling.add(toTelbaar(een("2099Z00003", []), "---\nsleutel: 2099Z00003\n---\n"));
    const { bewerkt, bewerkten, tabellen } = telling.toView();
    assert.match(bewerkt ?? "", /^2\u00a0Kamervragen zijn /);
    assert.deepEqual(
      bewerkten.map(({ href }) => href),
      ["kamervraag/2099/2099Z00002.html", "kamervraag/2099/2099Z00003.html"],
    );
    assert.equal(tabellen[0]?.totaal.cijfers[0], "1");
  });

  it("names every document of which something is unaccounted for", () => {
    const verlies = { plaats: "blok 3 (tekst)", tekst: "kwijtgeraakt" };
    const lost = vraagbron("2099Z00001", { tekens: { bron: 1200, behouden: 1188, onverklaard: 12, verlies } });
    const { onverklaard, uitkomst } = count(een("2099Z00001", [lost])).toView();
    assert.match(uitkomst, /Van 12 daarvan is niet verklaard/);
    assert.deepEqual(onverklaard, [
      {
        link: { href: "kamervraag/2099/2099Z00001.html", tekst: "2099Z00001" },
        zin: "kv-tk-2099Z00001: 12 tekens, het eerst bij blok 3 (tekst): «kwijtgeraakt»",
      },
    ]);
  });

  it("says of how many documents nobody counted the characters, and what an empty archive holds", () => {
    assert.match(count(kamervraag()).toView().zonderTelling ?? "", /^Van 2 documenten /);
    assert.equal(count().toView().uitkomst, "In dit archief is nog geen enkel document geteld.");
  });
});

describe("packTelbaar", () => {
  const kamervragen = [
    een("2099Z00001", [vraagbron("2099Z00001"), antwoordbron]),
    een("2098Z00002", [vraagbron("2098Z00002"), antwoordbron]),
    een("2098Z00003", [bron("kv-tk-2098Z00003", "vraag", { vorm: "pdf" })]),
    een("2098Z00004", []),
  ];
  const pack = (telbaar: Telbaar, namen: string[]) =>
    packTelbaar(telbaar, (regel) => (namen.includes(regel) ? namen.indexOf(regel) : namen.push(regel) - 1));

  it("keeps all that is counted in numbers", () => {
    const namen: string[] = [];
    const telling = openTelling();
    for (const subject of kamervragen) {
      const rij = pack(toTelbaar(subject, writeKamervraag(subject)), namen);
      const terug = unpackTelbaar(subject.sleutel, Float64Array.from(rij), (nummer) => namen[nummer] ?? "");
      assert.ok(terug);
      telling.add(terug);
    }
    assert.deepEqual(telling.toView(), count(...kamervragen).toView());
    assert.deepEqual(telling.toDocumenten(), count(...kamervragen).toDocumenten());
  });

  it("knows an edited Kamervraag, and does not answer for a document of which characters are unaccounted for", () => {
    const bewerkt: Telbaar = { sleutel: "2099Z00001", isBewerkt: true, bronnen: [] };
    assert.deepEqual(
      unpackTelbaar("2099Z00001", pack(bewerkt, []), () => ""),
      bewerkt,
    );
    const lek = een("2099Z00005", [vraagbron("2099Z00005", { tekens: { bron: 9, behouden: 8, onverklaard: 1 } })]);
    assert.equal(
      unpackTelbaar("2099Z00005", pack(toTelbaar(lek, writeKamervraag(lek)), []), () => ""),
      undefined,
    );
  });
});

describe("regelzinOf", () => {
  // However a reader comes to the name of a rule: by its literal, its feit, or the table of labels of openkamer.
  const source = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(`src/${path}`, "utf8"))
    .join("\n");
  const labels = /const FEIT\b[^{]*\{([^}]*)\}/.exec(source)?.[1] ?? "";
  const namen = new Set([
    ...[...source.matchAll(/\bregel: (?:"([^"]+)"|`([a-z-]+:)\$)/g)].map(([, naam, begin]) => naam ?? `${begin}x`),
    ...[...source.matchAll(/`(dubbel|vervangen-door):\$/g)].map(([, naam = ""]) => naam),
    ...[...source.matchAll(/#drop\("([^"]+)"|return "((?:feit|vaste)[:a-z-]+)"/g)].map(([, a, b]) => a ?? b ?? ""),
    ...[...source.matchAll(/"(feit:\w+)"/g)].map(([, naam = ""]) => naam),
    ...[...labels.matchAll(/"(\w+)"[,\n]/g)].map(([, naam]) => `feit:${naam}`),
  ]);
  namen.delete("feit:x"); // that one is made from the labels
  namen.delete("onbekend"); // accounts for nothing

  it("knows of many rules", () => assert.ok(namen.size >= 20, [...namen].join(" ")));

  for (const naam of namen) {
    it(`explains ${naam} in a sentence`, () => assert.match(regelzinOf(naam), /^[A-Z].* .*\.$/));
  }

  it("falls back on the name of a rule it does not know", () => {
    assert.equal(regelzinOf("paginaschaduw"), "paginaschaduw");
    assert.equal(regelnaamOf("vervangen-door:ah-1"), "vervangen-door");
    assert.equal(regelnaamOf("feit:titel"), "feit:titel");
  });
});
