import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GebruikError } from "../../scripts/opties.ts";
import { UserError } from "../../src/model/user-error.ts";
import type { Firefox } from "../hulp/firefox.ts";
import { DRAGERS, type Lezer, openLezer } from "./dragers.ts";
import { runParity } from "./parity.ts";
import { findVerschil, type Uitkomst } from "./uitkomst.ts";
import { vergelijkLezers } from "./vergelijking.ts";
import { formatVerslag } from "./verslag.ts";
import type { Pariteitvraag } from "./vragen.ts";

describe("findVerschil", () => {
  const uitkomst = { staat: "treffers", treffers: [{ titel: "een" }, { titel: "twee" }], fout: null };
  for (const [wat, ander, waar] of [
    ["the same", { staat: "treffers", treffers: [{ titel: "een" }, { titel: "twee" }], fout: null }, undefined],
    ["another order", { ...uitkomst, treffers: [{ titel: "twee" }, { titel: "een" }] }, "treffers[0].titel"],
    ["one less", { ...uitkomst, treffers: [{ titel: "een" }] }, "treffers[1]"],
    ["one more", { ...uitkomst, treffers: [...uitkomst.treffers, { titel: "drie" }] }, "treffers[2]"],
    ["none at all", { ...uitkomst, treffers: null }, "treffers"],
    ["an empty list for an empty object", { ...uitkomst, treffers: {} }, "treffers"],
    ["something that is not in the other", { ...uitkomst, extra: 1 }, "extra"],
    ["nothing for null", { staat: "treffers", treffers: uitkomst.treffers }, "fout"],
  ] as const) {
    it(`tells ${wat} apart: ${waar ?? "no difference"}`, () => assert.equal(findVerschil(uitkomst, ander)?.waar, waar));
  }

  it("says what stood in either", () => {
    assert.deepEqual(findVerschil({ titel: "een" }, { titel: "twee" }), {
      waar: "titel",
      verwacht: '"een"',
      gevonden: '"twee"',
    });
  });
});

const VRAGEN: readonly Pariteitvraag[] = ["fiets", "brug", "kade"].map((tekst) => ({
  soort: "een-woord",
  tekst,
  adres: `zoeken.html?q=${tekst}`,
  isAlles: false,
}));

/** A reader that answers as told; `undefined` is a page without outcome. */
function nepLezer(index: number, antwoorden: (adres: string, keer: number) => Uitkomst | undefined): Lezer {
  const drager = DRAGERS[index];
  assert.ok(drager);
  const keren = new Map<string, number>();
  return {
    drager,
    async lees({ adres }) {
      const keer = (keren.get(adres) ?? 0) + 1;
      keren.set(adres, keer);
      const uitkomst = antwoorden(adres, keer);
      if (uitkomst === undefined) throw new Error("niets gekomen");
      return { uitkomst, motor: "werker", vervoer: "fetch" };
    },
    close: async () => {},
  };
}

const goed = (adres: string) => ({ staat: adres.endsWith("kade") ? "niets" : "treffers", adres });

describe("vergelijkLezers", () => {
  it("finds no difference where there is none, and counts what it read", async () => {
    const stand: string[] = [];
    const uit = await vergelijkLezers({
      vragen: VRAGEN,
      lezers: [nepLezer(0, goed), nepLezer(1, goed)],
      onLezing: (gelezen, verschillen) => stand.push(`${gelezen}/${verschillen}`),
    });
    assert.deepEqual(uit.verschillen, []);
    assert.equal(uit.metTreffers, 2);
    assert.deepEqual([...uit.gelezen.values()], [3, 3]);
    assert.deepEqual(stand, ["1/0", "2/0", "3/0", "4/0", "5/0", "6/0"]);
  });

  it("names query, carrier and place of a difference", async () => {
    const anders = (adres: string) => (adres.endsWith("brug") ? { ...goed(adres), staat: "fout" } : goed(adres));
    const { verschillen } = await vergelijkLezers({
      vragen: VRAGEN,
      lezers: [nepLezer(0, goed), nepLezer(1, goed), nepLezer(2, anders)],
    });
    assert.deepEqual(
      verschillen.map(({ vraag, drager, wat }) => [vraag.tekst, drager, typeof wat === "string" ? wat : wat.waar]),
      [["brug", "Chromium, schijf, werker", "staat"]],
    );
  });

  it("reads again what gave no outcome, tells of it, and calls it a difference when it stays away", async () => {
    const traag = (adres: string, keer: number) => (adres.endsWith("fiets") && keer === 1 ? undefined : goed(adres));
    const dood = (adres: string) => (adres.endsWith("brug") ? undefined : goed(adres));
    const { verschillen, herlezen } = await vergelijkLezers({
      vragen: VRAGEN,
      lezers: [nepLezer(0, goed), nepLezer(1, traag), nepLezer(2, dood)],
    });
    assert.deepEqual(
      verschillen.map(({ vraag, drager, wat }) => [vraag.tekst, drager, wat]),
      [["brug", "Chromium, schijf, werker", "niets gekomen"]],
    );
    assert.deepEqual(herlezen.map(({ vraag }) => vraag.tekst).toSorted(), ["brug", "fiets"]);
  });

  it("tells once of a first carrier that gives nothing, not of all that do", async () => {
    const { verschillen } = await vergelijkLezers({
      vragen: VRAGEN,
      lezers: [nepLezer(0, () => undefined), nepLezer(1, goed)],
    });
    assert.deepEqual(
      verschillen.map(({ drager }) => drager),
      Array(3).fill("Chromium, http, werker"),
    );
  });

  it("leaves out what a reader is not to read", async () => {
    const { gelezen } = await vergelijkLezers({
      vragen: VRAGEN,
      lezers: [nepLezer(0, goed), nepLezer(1, goed), nepLezer(2, goed)],
      isVoor: (vraag, lezer) => vraag === lezer,
    });
    assert.deepEqual([...gelezen.values()], [3, 1, 1]);
  });
});

describe("openLezer", () => {
  const nepFirefox = (magLezen: boolean): Firefox => ({
    versie: "0",
    openTab: async () => ({ goto: async () => {}, evaluate: async () => magLezen, close: async () => {} }),
    close: async () => {},
  });
  const plaatsen = { http: "http://localhost/", bundel: "/bundel" };
  const [http, schijf] = [false, true].map((isSchijf) =>
    DRAGERS.find((drager) => drager.browser === "firefox" && drager.isSchijf === isSchijf),
  );

  it("stops where a browser lets pages from disk read files, for then the run proves nothing", async () => {
    assert.ok(schijf);
    await openLezer(schijf, { firefox: nepFirefox(false) }, plaatsen);
    await assert.rejects(
      openLezer(schijf, { firefox: nepFirefox(true) }, plaatsen),
      /laat een pagina van schijf bestanden lezen/,
    );
  });

  it("stops where a server does not answer", async () => {
    assert.ok(http);
    await openLezer(http, { firefox: nepFirefox(true) }, plaatsen);
    await assert.rejects(openLezer(http, { firefox: nepFirefox(false) }, plaatsen), /server antwoordt niet/);
  });
});

describe("formatVerslag", () => {
  it("prints differences, what was read again, a table and the versions, in Dutch", async () => {
    const anders = (adres: string, keer: number) =>
      adres.endsWith("fiets") && keer === 1
        ? undefined
        : { ...goed(adres), ...(adres.endsWith("brug") ? { adres: "" } : {}) };
    const lezers = [nepLezer(0, goed), nepLezer(4, anders)] as const;
    const verslag = formatVerslag(await vergelijkLezers({ vragen: VRAGEN, lezers: [...lezers] }), {
      dragers: lezers.map(({ drager }) => drager),
      vragen: 3,
      kamervragen: 2000,
      versies: { chromium: "1.2", firefox: "3.4", pagefind: "5.6" },
    });
    assert.equal(
      verslag,
      `Verschil bij «brug» (een-woord, zoeken.html?q=brug)
  in Firefox, http, werker
  plaats:   adres
  verwacht: "zoeken.html?q=brug"
  gevonden: ""

Nog eens gelezen, want de eerste keer kwam er geen uitkomst (1):
  zoeken.html?q=fiets in Firefox, http, werker: niets gekomen

drager                  lezingen  verschillen
Chromium, http, werker         3            0
Firefox, http, werker          3            1
samen                          6            1

3 vragen (2 met treffers) aan 2.000 Kamervragen; Chromium 1.2, Firefox 3.4, Pagefind 5.6.
Er zijn verschillen.
`,
    );
  });
});

describe("npm run parity", () => {
  for (const args of [
    ["--aantal", "veel"],
    ["--aantal", "3"],
    ["--vragen", "0"],
    ["--alleen", "safari"],
    ["--snel"],
    ["los"],
  ]) {
    it(`calls "${args.join(" ")}" wrong use`, () => assert.rejects(runParity(args), GebruikError));
  }

  for (const [variabele, naam, ander] of [
    ["KAMERVRAGEN_BROWSER", "Chromium", "chromium"],
    ["KAMERVRAGEN_FIREFOX", "Firefox", "firefox"],
  ] as const) {
    it(`says that ${naam} is not there, and how to get it`, async () => {
      const eerder = process.env[variabele];
      process.env[variabele] = "/no/such/browser";
      try {
        await assert.rejects(runParity(["--alleen", ander]), (error) => {
          assert.ok(error instanceof UserError);
          assert.match(
            error.message,
            new RegExp(`${naam} is niet gevonden[\\s\\S]*apt-get install[\\s\\S]*${variabele}`),
          );
          return true;
        });
      } finally {
        if (eerder === undefined) delete process.env[variabele];
        else process.env[variabele] = eerder;
      }
    });
  }
});
