/** The comparison itself, on an archive of a dozen Kamervragen: three sites that have the same, and none that has less. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Bouwer } from "../../../../scripts/bench/naast/bouwer.ts";
import { openHugo, withTaxonomieen, ZONDER_HUGO } from "../../../../scripts/bench/naast/hugo.ts";
import { checkGelijkwaardig, measureMaat, measureVervolg } from "../../../../scripts/bench/naast/meet.ts";
import { parseKamervraag } from "../../../../src/markdown/lees.ts";
import { writeKamervraag } from "../../../../src/markdown/schrijf.ts";
import { UserError } from "../../../../src/model/user-error.ts";
import { generateArchief } from "../../../../src/synthetisch/archief.ts";

const AANTAL = 12;
const PEILDATUM = "2096-12-31";
const DOOF = { bezig: () => {}, gemeten: () => {} };

describe("the comparison with other generators", () => {
  let werk = "";
  before(async () => {
    werk = await mkdtemp(join(tmpdir(), "archief-naast-"));
  });
  after(() => rm(werk, { recursive: true }));
  const inhoud = () => join(werk, "inhoud");

  it("builds equivalent sites in turn, with Hugo where it is installed", async () => {
    const hugo = await openHugo({ inhoud: "", project: "", peildatum: PEILDATUM, adres: "" });
    const meldingen: string[] = [];
    const { bouwers } = await measureMaat(
      {
        aantal: AANTAL,
        seed: 1,
        anderen: ["eleventy", "hugo"],
        rondes: 1,
        metZoeken: false,
        metVervolg: false,
        groei: [],
      },
      werk,
      { ...DOOF, meld: (melding) => meldingen.push(melding) },
    );
    assert.deepEqual(
      bouwers.map(({ naam }) => naam),
      ["ons", "eleventy", ...(hugo ? ["hugo"] : [])],
    );
    assert.deepEqual(meldingen, hugo ? [] : [ZONDER_HUGO]);
    for (const { naam, koud, html } of bouwers) {
      assert.equal(koud.length, 1, naam);
      assert.ok(html.bestanden > AANTAL, `${naam}: ${html.bestanden} pages`);
    }
    assert.deepEqual(Object.keys(bouwers[0]?.koud[0]?.fasen ?? {}).slice(0, 1), ["lezen"]);
  });

  it("stops when a site has less than ours", async () => {
    const pagina = join(werk, "uit-eleventy/kamervraag/2060/2060Z00001.html");
    const html = await readFile(pagina, "utf8");
    await writeFile(pagina, html.replace(/<p>[^<]*<\/p>\n<h2 id="vraag-2">/, '<h2 id="vraag-2">'));
    await assert.rejects(
      checkGelijkwaardig(inhoud(), join(werk, "uit-ons"), [nepbouwer()], () => join(werk, "uit-eleventy")),
      (error) => {
        assert.ok(error instanceof UserError);
        assert.match(error.message, /hugo: kamervraag\/2060\/2060Z00001\.html: het woord «.+» ontbreekt/);
        return true;
      },
    );
  });

  it("changes a Kamervraag, and writes one that is newer than all, before a build is measured again", async () => {
    const renewed: string[] = [];
    const bouwer = nepbouwer(renewed);
    for (const vervolg of ["niets veranderd", "één gewijzigd", "één erbij"] as const) {
      assert.equal((await measureVervolg(vervolg, bouwer, "", inhoud(), 2, 1, DOOF)).length, 2);
    }
    assert.deepEqual(renewed, ["2066/2066Z00001.md", "2066/2066Z00001.md", "2071/2071Z00002.md", "2071/2071Z00003.md"]);
    const [gewijzigd, , , erbij] = await Promise.all(
      renewed.map(async (path) => parseKamervraag(await readFile(join(inhoud(), path), "utf8"), path)),
    );
    assert.match(gewijzigd?.titel ?? "", / opnieuw opnieuw$/);
    assert.equal(erbij?.sleutel, "2071Z00003");
    assert.equal(erbij?.ingediend, "2071-12-31");
  });
});

describe("openHugo", () => {
  it("opens nothing where Hugo is not installed, and the report says how to get it", async () => {
    const plaats = { inhoud: "", project: "", peildatum: PEILDATUM, adres: "" };
    assert.equal(await openHugo(plaats, "hugo-die-er-niet-is"), undefined);
    assert.match(ZONDER_HUGO, /buiten de vergelijking.*apt install hugo/);
  });
});

describe("withTaxonomieen", () => {
  it("names the lists of a Kamervraag in lines of their own and leaves every other byte", () => {
    const [kamervraag] = generateArchief({ aantal: 1 });
    assert.ok(kamervraag);
    const indieners = [
      { naam: "Lid Een", fractie: "Fractie A" },
      { naam: "Lid Twee", fractie: "Fractie A" },
    ];
    const gerichtAan = [{ functie: 'Minister van "Dijken"' }];
    const beantwoordDoor = [{ naam: "Bewindspersoon Drie", functie: "Minister van Dijken" }];
    const markdown = writeKamervraag({ ...kamervraag, indieners, gerichtAan, beantwoordDoor, onderwerpen: ["dijken"] });
    const lines = withTaxonomieen(markdown, "x.md", PEILDATUM).split("\n");
    assert.deepEqual(lines.splice(1, 6), [
      'jaar: ["2060"]',
      'indiener: ["Lid Een","Lid Twee"]',
      'fractie: ["Fractie A"]',
      'bewindspersoon: ["Minister van \\"Dijken\\"","Bewindspersoon Drie"]',
      'onderwerp: ["dijken"]',
      "stand: []",
    ]);
    assert.equal(lines.join("\n"), markdown);
  });
});

// Does nothing, and does it at once.
function nepbouwer(renewed: string[] = []): Bouwer {
  return {
    naam: "hugo",
    beschrijving: "nep",
    prepare: async () => {},
    renew: async (path) => {
      renewed.push(path);
    },
    forget: async () => {},
    opdrachtregel: () => ({ programma: "true", argumenten: [], map: tmpdir() }),
  };
}
