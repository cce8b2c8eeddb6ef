import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withTellingen } from "../../src/conservation/telling.ts";
import { verantwoord } from "../../src/conservation/verantwoording.ts";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import type { GelezenDocument } from "../../src/sources/gelezen.ts";

const document: GelezenDocument = {
  bestand: "vraag.xml",
  sha256: "0".repeat(64),
  vorm: "xml",
  documentsoort: "vraag",
  id: "kv-tk-2099Z00001",
  vraagnummers: ["2099Z00001"],
  soort: "schriftelijk",
  kopregels: [],
  indieners: [],
  gerichtAan: [],
  beantwoordDoor: [],
  onderwerpen: [],
  themas: [],
  aanhangsels: [],
  isNader: false,
  onderwerp: "Wachten",
  blokken: [{ soort: "vraag", nummers: ["1", "2"], tekst: "Hoe lang duurt het?" }],
  noten: [],
  mededelingen: [],
  tekens: 25,
  stukken: [
    { tekst: "Wachten", veld: "onderwerp" },
    { tekst: "12", regel: "feit:nummer" },
    { tekst: "Hoe lang duurt het?", blok: 0, deel: "tekst" },
  ],
  diagnostiek: [{ code: "noot-zonder-merk", ernst: "waarschuwing", plaats: "kop", gevonden: "3" }],
};

const count = (documents: readonly GelezenDocument[]) => {
  const { kamervraag, plaatsing } = voegSamen({ sleutel: "2099Z00001" }, documents);
  const rekeningen = [...plaatsing].map(([one, plek]) => ({
    document: one,
    plek,
    verantwoording: verantwoord(one, plek, kamervraag),
  }));
  return withTellingen(kamervraag, rekeningen);
};

describe("withTellingen", () => {
  it("writes beside each document what it holds and where its characters went", () => {
    const [bron] = count([document]).bronnen;
    assert.deepEqual(bron?.telling, { vragen: 2, notenZonderMerk: 1 });
    assert.deepEqual(bron?.tekens, { bron: 25, behouden: 23, weggelaten: { "feit:nummer": 2 } });
  });

  it("keeps the first lost passage, through the Markdown and back", () => {
    const lossy = { ...document, blokken: [{ soort: "vraag", nummers: ["1"], tekst: "Hoe lang?" } as const] };
    const written = writeKamervraag(count([lossy]));
    const [bron] = parseKamervraag(written, "test").bronnen;
    assert.equal(bron?.tekens?.onverklaard, 8);
    assert.deepEqual(bron?.tekens?.verlies, { plaats: "blok 1 (tekst)", tekst: "duurthet" });
  });

  it("gives two readings of one publication a figure each", () => {
    const other = { ...document, vorm: "openkamer", bestand: "vraag.txt", sha256: "1".repeat(64) } as const;
    const { bronnen } = count([document, other]);
    assert.deepEqual(
      bronnen.map(({ vorm, tekens }) => [vorm, Object.keys(tekens?.weggelaten ?? {})]),
      [
        ["xml", ["feit:nummer"]],
        ["openkamer", ["feit:nummer", "vervangen-door:kv-tk-2099Z00001"]],
      ],
    );
  });
});
