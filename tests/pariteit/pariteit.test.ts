/** A spread of the parity run (docs/pariteit.md): `npm run parity` asks every query in every carrier. */
import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { shareBrowser } from "../hulp/browser.ts";
import { shareFirefox } from "../hulp/firefox.ts";
import { startTestServer, type TestServer } from "../hulp/server.ts";
import { buildPariteitsite, type Pariteitsite } from "./archief.ts";
import { type Browsers, DRAGERS, openLezers, type Plaatsen } from "./dragers.ts";
import { findBlindeDragers } from "./mutatie.ts";
import { vergelijkLezers } from "./vergelijking.ts";
import { sayVerschil } from "./verslag.ts";
import { readVragen, SOORTEN, spreadVragen } from "./vragen.ts";

const KAMERVRAGEN = 200;
const VRAGEN = 60;
/** Each query is read in the first carrier and in a third of the others, in turn, so that this takes no minute. */
const BEURTEN = 3;

describe("the search page over http and from disk, in two browsers, with a worker and without", () => {
  const chromium = shareBrowser();
  const firefox = shareFirefox();
  let werk = "";
  let gebouwd: Pariteitsite;
  let server: TestServer;

  before(async () => {
    werk = await mkdtemp(join(tmpdir(), "archief-pariteit-"));
    gebouwd = await buildPariteitsite(werk, KAMERVRAGEN);
    server = await startTestServer(gebouwd.site);
  });
  after(async () => {
    await chromium.close();
    await firefox.close();
    await server.close();
    await rm(werk, { recursive: true });
  });

  const withBrowsers = async (test: TestContext, use: (browsers: Browsers, plaatsen: Plaatsen) => Promise<void>) => {
    const [een, twee] = [await chromium.get(test), await firefox.get(test)];
    if (een && twee) await use({ chromium: een, firefox: twee }, { http: server.url, bundel: gebouwd.bundel });
  };

  it("shows the same for queries of every kind", (test) =>
    withBrowsers(test, async (browsers, plaatsen) => {
      const vragen = spreadVragen(readVragen(), VRAGEN);
      assert.deepEqual(new Set(vragen.map(({ soort }) => soort)), new Set(SOORTEN));
      const lezers = await openLezers(DRAGERS, browsers, plaatsen);
      const { verschillen, gelezen, metTreffers } = await vergelijkLezers({
        vragen,
        lezers,
        isVoor: (vraag, lezer) => (vraag + lezer) % BEURTEN === 0,
      });
      for (const { close } of lezers) await close();
      assert.equal(verschillen.map(sayVerschil).join(""), "");
      assert.deepEqual([...gelezen.values()], [VRAGEN, ...Array(DRAGERS.length - 1).fill(VRAGEN / BEURTEN)]);
      assert.ok(metTreffers > VRAGEN * 0.7, `only ${metTreffers} of the queries have hits`);
    }));

  it("would see that a bundle is broken: each reader from disk does, when two pages of the index change places", (test) =>
    withBrowsers(test, async (browsers, plaatsen) => {
      const [maatstaf] = await openLezers(DRAGERS.slice(0, 1), browsers, plaatsen);
      assert.deepEqual(await findBlindeDragers(maatstaf, browsers, plaatsen), []);
      const { verschillen } = await vergelijkLezers({
        vragen: spreadVragen(readVragen(), 1),
        lezers: [maatstaf, ...(await openLezers(DRAGERS.slice(2, 3), browsers, plaatsen))],
      });
      assert.deepEqual(verschillen, [], "and is whole again afterwards");
    }));

  it("sees every part of the page that it is to compare", (test) =>
    withBrowsers(test, async (browsers, plaatsen) => {
      const [lezer] = await openLezers(DRAGERS.slice(0, 1), browsers, plaatsen);
      const lees = async (adres: string, isAlles = false) =>
        JSON.stringify((await lezer.lees({ adres: `zoeken.html?${adres}`, isAlles })).uitkomst);
      const heel = await lees("q=kinderopvang&fractie=fractie-a&fractie=geen&van=2061-01-01&tot=2090-12-31", true);
      for (const deel of [
        /"titel":"kinderopvang - Zoeken/,
        /"telling":"\d+ Kamervragen met ⟦kinderopvang⟧/,
        /"adresfout":"In het adres is overgeslagen: fractie «geen»/,
        /"keuzes":\[\{"tekst":"Fractie: Fractie A/,
        /"volgorde":\[\{"tekst":"relevantie","naar":"[^"]+","huidig":"true"\}/,
        /"treffers":\[\{"titel":\{"tekst":"[^"]*⟦kinderopvang⟧[^"]*","naar":"kamervraag\/20\d\d\/20\d\dZ\d+\.html\?zoek=/,
        /"feiten":"[^"]+ · [^"]+"/,
        /"plaats":\{"tekst":"Vraag \d+","naar":"[^"]+#vraag-\d+"[^}]*\},"uittreksel":"Vraag \d+ [^"]*⟦kinderopvang⟧/,
        /"bladzijden":\[\{"tekst":"1"/,
        /"indiener":\{"waarden":\[(?:\{"naam":"[^"]+","aantal":"\d+","waarde":"[^"]+","isGekozen":false,"onder":\[\]\},?){20,}/,
        /"naam":"Fractie A","aantal":"\d+","waarde":"fractie-a","isGekozen":true/,
        /"onder":\[\{"naam":"/,
        /"periode":\{"van":\{"value":"2061-01-01","min":"2060-/,
        /"papier":\["Gezocht: kinderopvang"/,
      ]) {
        assert.match(heel, deel);
      }
      const fout = await lees("q=woningnod+xyzzy");
      for (const deel of [
        /"staat":"niets"/,
        /"treffers":null/,
        /"onbekend":"Het archief kent geen woorden/,
        /"voorstellen":\[\{"tekst":"Lijkt op «woningnod»: woningnood \(\d+ Kamervragen\)/,
        /"links":\[\{"tekst":"woningnood"/,
      ]) {
        assert.match(fout, deel);
      }
      await lezer.close();
    }));

  it("refuses a folder that has no bundle for readers from disk", (test) =>
    withBrowsers(test, async (browsers, plaatsen) => {
      const zonder = { ...plaatsen, bundel: gebouwd.site };
      const [lezer] = await openLezers(DRAGERS.slice(2, 3), browsers, zonder);
      await assert.rejects(
        lezer.lees({ adres: "zoeken.html?q=kinderopvang", isAlles: false }),
        /motor: geen.*vervoer: fetch/,
      );
      await lezer.close();
    }));

  it("has a bundle whose index is in scripts only", async () => {
    const paden = await readdir(join(gebouwd.bundel, "pagefind"), { recursive: true, withFileTypes: true });
    const namen = paden.filter((pad) => pad.isFile()).map(({ name }) => name);
    assert.ok(namen.length > 10);
    assert.deepEqual(
      namen.filter((naam) => !naam.endsWith(".js")),
      [],
    );
  });
});
