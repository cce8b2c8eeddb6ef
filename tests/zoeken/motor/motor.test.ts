import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { encodeFacetten } from "../../../src/zoeken/facetten/schrijf.ts";
import { encodePaginaset } from "../../../src/zoeken/formaat/paginaset.ts";
import { createMotor, type Motor } from "../../../src/zoeken/motor/motor.ts";
import { encodeNummers } from "../../../src/zoeken/nummers/tabel.ts";
import type { Tekstdeel, Zoekuitkomst } from "../../../src/zoeken/opdracht.ts";
import type { MiniKamervraag } from "../../hulp/minisite.ts";
import { buildZoekarchief, opdrachtVan, type Zoekarchief } from "../../hulp/zoekarchief.ts";

/** Key of each page by a short name; the pages are numbered in the order of their keys. */
const PAGINAS: Readonly<Record<string, MiniKamervraag>> = {
  brug: mini(1, "De brug over de Verzonnen Vliet", [
    ["Kent u de brug?", "Ja, de brug is oud."],
    ["Wie onderhoudt het dek?", "De beheerder van het vaarwater onderhoudt het dek en de pijlers."],
  ]),
  wonen: mini(2, "Huizen aan de rand", [["Hoeveel woningen komen er?", "De gemeente bouwt vijftig woningen."]]),
  bouw: mini(3, "Plannen voor het veld", [["Wanneer begint de woningbouw?", "De woningbouw begint in het voorjaar."]]),
  begroting: mini(4, "Het geld", [["Kent u Kamerstuk 36 200-VII, nr. 12?", "Ja, ook Kamerstuk 36200, nr. 4."]]),
  dossier: mini(5, "Het dossier", [["Waar staat 36.200 voor?", "Dat is een nummer van de constructor."]]),
  lid: mini(6, "Een vraag van het lid Van der Plas", [["Wat vindt Van der Plas?", "Het lid Van der Plas vraagt dit."]]),
  water: mini(7, "Water in de polder", [["Hoe hoog staat de plas?", "De plassen staan hoog."]]),
  land: mini(8, "Hulp aan Oekraïne", [["Wat doet u voor Oekraïne?", "Wij helpen Oekraïne."]]),
  landzonder: mini(9, "Hulp aan Oekraine", [["Wat stuurt u naar Oekraine?", "Tenten voor Oekraine."]]),
  premier: mini(10, "Het overleg", [["Sprak de minister-president?", "De minister-president sprak."]]),
  ministers: mini(11, "De ministers", [["Welke ministers waren er?", "Twee ministers."]]),
  minima: mini(12, "Steun voor minima", [["Hoeveel minima zijn er?", "Er zijn veel minima, minimaal duizend."]]),
  omgekeerd: mini(13, "Onderhoud", [["Is het dek oud?", "Het onderhoudt zich niet, dek en brug wel."]]),
  verwijzing: mini(14, "Vervolg", [["Kent u 2070Z00001?", "Ja, en aanhangsel 2070-2071, nr. 876."]]),
};

function mini(nummer: number, titel: string, teksten: MiniKamervraag["teksten"]): MiniKamervraag {
  const cijfers = String(nummer).padStart(5, "0");
  return { sleutel: `2070Z${cijfers}`, titel, ingediend: `2070-01-${String(nummer).padStart(2, "0")}`, teksten };
}

const NAMEN = Object.keys(PAGINAS);

function namen({ treffers }: Zoekuitkomst): readonly string[] {
  return treffers.map(({ pagina }) => NAMEN[pagina] ?? "?");
}

function toText(delen: readonly Tekstdeel[]): string {
  return delen.map(({ tekst, isTreffer }) => (isTreffer ? `[${tekst}]` : tekst)).join("");
}

describe("createMotor", () => {
  let archief: Zoekarchief;
  let motor: Motor;
  before(async () => {
    archief = await buildZoekarchief(Object.values(PAGINAS));
    motor = createMotor(archief);
  });
  after(() => archief.close());

  const cases: readonly (readonly [what: string, vraag: string, ...pages: string[]])[] = [
    ["finds a word in its other forms", "woning", "wonen", "bouw"],
    ["finds what begins with the word as it was typed, not with its stem", "ministers", "ministers", "premier"],
    ["asks every word of a page", "hulp tenten", "landzonder"],
    ["knows no word that only resembles one", "xyzzy"],
    ["finds nothing when one word is unknown", "brug xyzzy"],
    ["takes a word of two letters as it is", "ja", "brug", "begroting", "verwijzing"],
    ["finds a name with its prefixes", "van der Plas", "lid"],
    ["finds a name that is turned round", "Plas, van der", "lid"],
    ["finds a name without them", "plas", "lid", "water"],
    ["finds words with accents without", "oekraine", "landzonder", "land"],
    ["finds words without accents with", "Oekraïne", "land", "landzonder"],
    ["finds a word with a hyphen", "minister-president", "premier"],
    ["finds it written apart", "minister president", "premier"],
    ["finds it written together", "ministerpresident", "premier"],
    ["takes a phrase as it is written", '"dek en de pijlers"', "brug"],
    ["does not take its words in another order", '"dek onderhoudt"'],
    ["does not take other forms of its words", '"oude brug"'],
    ["takes a phrase beside words", '"het dek" pijlers', "brug"],
    ["ignores capitals and punctuation in a phrase", '"JA DE BRUG"', "brug"],
    ["reads curly and angled quotation marks", "“Wij helpen” «helpen Oekraine»", "land"],
    ["leaves out what stands behind a minus", "dek -pijlers", "omgekeerd"],
    ["leaves out a phrase behind a minus", 'dek -"het dek"'],
    ["leaves the rest alone when the minus word is unknown", "pijlers -xyzzy", "brug"],
    ["finds a word that is called as what every object has", "constructor", "dossier"],
    ["knows no word for being called so", "__proto__"],
    ["knows no such word beside another", "brug valueOf"],
    ["finds a number however it is written: together", "36200", "begroting", "dossier"],
    ["finds a number however it is written: with a blank", "36 200", "begroting", "dossier"],
    ["finds a number however it is written: with a point", "36.200", "begroting", "dossier"],
    ["finds a Kamerstuk by its number", "36 200-VII, nr. 12", "begroting"],
    ["finds a Kamerstuk by its number with hyphens", "36200-VII-12", "begroting"],
    ["does not find another number of the Kamerstuk", "36 200-VII, nr. 13"],
    ["does not find a number in a longer one", "3620"],
    ["finds a vraagnummer in lower case with blanks", "2070 z 00001", "brug", "verwijzing"],
    ["finds an aanhangselnummer in another spelling", "Aanhangsel 876 2070/71", "verwijzing"],
  ];
  for (const [what, vraag, ...pages] of cases) {
    it(`${what}: ${vraag}`, async () => {
      const uitkomst = await motor.zoek(opdrachtVan(vraag));
      assert.deepEqual([...namen(uitkomst)].sort(), [...pages].sort());
      assert.equal(uitkomst.aantal, pages.length);
      assert.equal(uitkomst.isBovengrens, false);
    });
  }

  it("puts the word itself above longer words, and the spelling that was typed above others", async () => {
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("woning"))), ["wonen", "bouw"]);
    assert.equal(namen(await motor.zoek(opdrachtVan("Oekraïne")))[0], "land");
    assert.equal(namen(await motor.zoek(opdrachtVan("oekraine")))[0], "landzonder");
  });

  it("puts a page that has the word itself above one with a longer word in its title", async () => {
    const klein = await buildZoekarchief([
      mini(1, "Plastic", [["Komt er plastic?", "Ja."]]),
      mini(2, "Een andere kwestie", [
        ["Vroeg Van der Plas dat, of Van der Plas niet?", "Van der Plas, zei Van der Plas."],
      ]),
    ]);
    const { treffers } = await createMotor(klein).zoek(opdrachtVan("plas"));
    assert.deepEqual(
      treffers.map(({ pagina }) => pagina),
      [1, 0],
    );
    await klein.close();
  });

  it("counts the wording of a phrase itself where few pages have its words, and says that the count is the engine's where many do", async () => {
    for (const [goed, ander, isBovengrens] of [
      [12, 8, false],
      [30, 5, true],
    ] as const) {
      // The engine takes "brug" and "bruggen" for the same word.
      const teksten = Array.from({ length: goed + ander }, (_, index) =>
        index < goed ? "Dragen de oude bruggen?" : "Draagt de oude brug?",
      );
      const klein = await buildZoekarchief(
        teksten.map((tekst, index) => mini(index + 1, "Over water", [[tekst, "Ja."]])),
      );
      const uitkomst = await createMotor(klein).zoek(opdrachtVan('"oude bruggen"'));
      assert.equal(uitkomst.isBovengrens, isBovengrens);
      assert.equal(uitkomst.treffers.length, 10);
      assert.ok(uitkomst.treffers.every(({ pagina }) => pagina < goed));
      assert.ok(uitkomst.aantal >= goed && uitkomst.aantal <= (isBovengrens ? goed + ander : goed));
      await klein.close();
    }
  });

  it("says of an unknown word that it is unknown", async () => {
    const { termen } = await motor.zoek(opdrachtVan("brug xyzzy -qwerty"));
    assert.deepEqual(termen, [
      { tekst: "brug", soort: "woord", ookAls: [] },
      { tekst: "xyzzy", soort: "woord", ookAls: [], isOnbekend: true },
      { tekst: "qwerty", soort: "niet", ookAls: [] },
    ]);
  });

  it("says as which other words a word was found", async () => {
    const { termen } = await motor.zoek(opdrachtVan("woning"));
    assert.deepEqual(termen, [
      { tekst: "woning", soort: "woord", ookAls: ["woningbouw", "woningen"], isAlleenAls: true },
    ]);
    const [zelf] = (await motor.zoek(opdrachtVan("woningen"))).termen;
    assert.deepEqual(zelf, { tekst: "woningen", soort: "woord", ookAls: [] });
    const [beide] = (await motor.zoek(opdrachtVan("ministers"))).termen;
    assert.deepEqual(beide, { tekst: "ministers", soort: "woord", ookAls: ["minister-president"] });
  });

  it("names no web address as another word, though it is found and marked in one", async () => {
    const klein = await buildZoekarchief([
      mini(1, "Bruggen", [
        [
          "Kent u https://verzonnen.example/over-bruggen en www.bruggen.example?",
          "Ja: vliet.nl/bruggen, bruggen@vliet.nl.",
        ],
      ]),
      mini(2, "Onderhoud", [["Wat kost de brug/sluis?", "De bruggenbouwer weet dat."]]),
    ]);
    const { termen, treffers } = await createMotor(klein).zoek(opdrachtVan("brug"));
    assert.deepEqual(termen[0]?.ookAls, ["brug/sluis", "bruggen", "bruggenbouwer"]);
    assert.ok(treffers.some(({ vormen }) => vormen.includes("www.bruggen.example")));
    await klein.close();
  });

  it("leads to the vraag or antwoord that matched, with its words marked", async () => {
    const { treffers } = await motor.zoek(opdrachtVan("pijlers"));
    assert.deepEqual(
      treffers[0]?.delen.map(({ anker, kop, uittreksel }) => [anker, kop, toText(uittreksel)]),
      [["antwoord-2", "Antwoord 2", "De beheerder van het vaarwater onderhoudt het dek en de [pijlers]."]],
    );
    assert.equal(treffers[0]?.adres, "kamervraag/2070/2070Z00001.html");
    assert.deepEqual(treffers[0]?.vormen, ["pijlers"]);
  });

  it("leaves out words that say nothing beside others, and says so", async () => {
    const { termen, treffers } = await motor.zoek(opdrachtVan("wat zegt u over de pijlers"));
    assert.deepEqual(
      treffers.map(({ pagina }) => NAMEN[pagina]),
      ["brug"],
    );
    assert.deepEqual(
      termen.map(({ tekst, weggelaten }) => [tekst, weggelaten]),
      [
        ["wat", "functiewoord"],
        ["zegt", "functiewoord"],
        ["u", "functiewoord"],
        ["over", "functiewoord"],
        ["de", "functiewoord"],
        ["pijlers", undefined],
      ],
    );
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("wat vindt"))), ["lid"]);
  });

  it("keeps such a word when it was typed last: it may be half a word", async () => {
    // "over" begins "overleg"; nothing else of "premier" begins so.
    const { termen, treffers } = await motor.zoek(opdrachtVan("minister over"));
    assert.deepEqual(
      treffers.map(({ pagina, vormen }) => [NAMEN[pagina], vormen]),
      [["premier", ["minister-president"]]],
    );
    assert.ok(termen.every(({ weggelaten }) => weggelaten === undefined));
  });

  it("lets the one typed last go when no page has it beside the others, or none has it at all", async () => {
    const weg = async (vraag: string) => {
      const { termen, aantal } = await motor.zoek(opdrachtVan(vraag));
      return [aantal, ...termen.map(({ tekst, weggelaten = "" }) => `${tekst} ${weggelaten}`)];
    };
    assert.deepEqual(await weg("pijlers wie"), [1, "pijlers ", "wie "]);
    assert.deepEqual(await weg("tenten hoe"), [1, "tenten ", "hoe ontbreekt"]);
    assert.deepEqual(await weg("tenten zullen"), [1, "tenten ", "zullen functiewoord"]);
    // Before any word that says something.
    assert.deepEqual(await weg("hulp tenten hoe"), [1, "hulp ", "tenten ", "hoe ontbreekt"]);
  });

  it("leaves out a word that no page has beside the others, and says so", async () => {
    const { termen, treffers, aantal } = await motor.zoek(opdrachtVan("brug tenten helpen"));
    assert.deepEqual([aantal, ...treffers.map(({ pagina }) => NAMEN[pagina])], [1, "landzonder"]);
    assert.deepEqual(
      termen.map(({ tekst, weggelaten }) => [tekst, weggelaten]),
      [
        ["brug", "ontbreekt"],
        ["tenten", undefined],
        ["helpen", "ontbreekt"],
      ],
    );
  });

  it("keeps the rarer of the words, and never lets go of a quotation or a number", async () => {
    const over = async (vraag: string) => {
      const { termen, aantal } = await motor.zoek(opdrachtVan(vraag));
      return [aantal, ...termen.filter(({ weggelaten }) => !weggelaten).map(({ tekst }) => tekst)];
    };
    assert.deepEqual(await over("ja tenten"), [1, "tenten"]);
    assert.deepEqual(await over("tenten ja"), [1, "tenten"]);
    assert.deepEqual(await over('tenten "ja de"'), [1, "ja de"]);
    assert.deepEqual(await over("tenten 36200"), [2, "36200"]);
    assert.deepEqual(await over('"wij helpen" 36200'), [0, "wij helpen", "36200"]);
    // What a minus leaves out does not come back.
    assert.deepEqual(await over("tenten ja -tenten"), [3, "ja", "tenten"]);
  });

  it("marks the title and gives the facts of the page", async () => {
    const [treffer] = (await motor.zoek(opdrachtVan("brug"))).treffers;
    assert.equal(toText(treffer?.titel ?? []), "De [brug] over de Verzonnen Vliet");
    assert.equal(treffer?.feiten.ingediend, "2070-01-01");
  });

  it("marks of a phrase only its exact wording", async () => {
    const [treffer] = (await motor.zoek(opdrachtVan('"het dek"'))).treffers;
    const marked = treffer?.delen.map(({ uittreksel }) => toText(uittreksel)) ?? [];
    assert.deepEqual(marked, [
      "Wie onderhoudt [het] [dek]?",
      "De beheerder van het vaarwater onderhoudt [het] [dek] en de pijlers.",
    ]);
  });

  it("browses, newest first, when there are no words", async () => {
    const uitkomst = await motor.zoek(opdrachtVan("  "));
    assert.equal(uitkomst.aantal, NAMEN.length);
    assert.equal(uitkomst.isNieuwsteEerst, true);
    assert.deepEqual(
      uitkomst.treffers.map(({ pagina }) => pagina),
      [13, 12, 11, 10, 9, 8, 7, 6, 5, 4],
    );
    const tweede = await motor.zoek(opdrachtVan("", { pagina: 2 }));
    assert.deepEqual(
      tweede.treffers.map(({ pagina }) => pagina),
      [3, 2, 1, 0],
    );
  });

  it("sorts by date", async () => {
    const nieuwste = await motor.zoek(opdrachtVan("ja", { volgorde: "nieuwste" }));
    assert.deepEqual(namen(nieuwste), ["verwijzing", "begroting", "brug"]);
    const oudste = await motor.zoek(opdrachtVan("ja", { volgorde: "oudste" }));
    assert.deepEqual(namen(oudste), ["brug", "begroting", "verwijzing"]);
  });

  it("gives the same answers after any other questions", async () => {
    const vragen = cases.map(([, vraag]) => vraag);
    const vers = await Promise.all(vragen.map((vraag) => createMotor(archief).zoek(opdrachtVan(vraag))));
    const een = createMotor(archief);
    for (const stap of [1, 7, 11]) {
      for (let index = 0; index < vragen.length; index += 1) {
        const plek = (index * stap) % vragen.length;
        assert.deepEqual(await een.zoek(opdrachtVan(vragen[plek] ?? "")), vers[plek], vragen[plek] ?? "");
      }
    }
  });

  it("drops a question that nobody waits for any more", async () => {
    await assert.rejects(motor.zoek(opdrachtVan("dek"), { isVervallen: () => true }), /newer question/);
    assert.equal((await motor.zoek(opdrachtVan("dek"))).aantal, 2);
  });
});

describe("createMotor with a file missing or broken", () => {
  let archief: Zoekarchief;
  before(async () => {
    archief = await buildZoekarchief(Object.values(PAGINAS));
  });
  after(() => archief.close());

  it("names the file, and works as soon as it is there", async () => {
    const proef = createMotor(archief);
    await proef.zoek(opdrachtVan("brug"));
    const keys = [...new Set(archief.gevraagd)];
    assert.ok(keys.length > 5);
    for (const key of keys) {
      for (const kapot of [
        undefined,
        new Uint8Array([1, 2, 3]),
        gzipSync("pagefind_dcd"),
        new Uint8Array([0x1f, 0x8b, 9]),
      ]) {
        const motor = createMotor(archief);
        archief.eigen.set(key, kapot);
        await assert.rejects(
          motor.zoek(opdrachtVan("brug")),
          (error: unknown) => error instanceof Error && error.message.includes(key),
          key,
        );
        archief.eigen.delete(key);
        assert.equal((await motor.zoek(opdrachtVan("brug"))).aantal, 2, key);
      }
    }
  });
});

describe("createMotor with function words", () => {
  let archief: Zoekarchief;
  let motor: Motor;
  before(async () => {
    archief = await buildZoekarchief(Object.values(PAGINAS));
    const manifest: unknown = JSON.parse(Buffer.from(await archief.haal("zoek.json")).toString());
    assert.ok(typeof manifest === "object" && manifest !== null);
    const functiewoorden = { de: "lijst/de.bin", het: "lijst/het.bin" };
    archief.eigen.set("zoek.json", Buffer.from(JSON.stringify({ ...manifest, functiewoorden })));
    archief.eigen.set("lijst/de.bin", gzipSync(encodePaginaset([0, 1, 2, 6, 9, 10], NAMEN.length)));
    archief.eigen.set("lijst/het.bin", gzipSync(encodePaginaset([0, 2, 3, 4, 5, 9, 12], NAMEN.length)));
    motor = createMotor(archief);
  });
  after(() => archief.close());

  it("drops them beside other words, and says so", async () => {
    const met = await motor.zoek(opdrachtVan("de pijlers van het dek"));
    const zonder = await motor.zoek(opdrachtVan("pijlers dek"));
    assert.deepEqual(namen(met), namen(zonder));
    assert.deepEqual(
      met.termen.filter(({ weggelaten }) => weggelaten === "functiewoord").map(({ tekst }) => tekst),
      ["de", "van", "het"],
    );
  });

  it("keeps the one typed last: pages without it fall away, but it is not marked and loads no piece", async () => {
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("dek de"))), ["brug"]);
    assert.deepEqual([...namen(await motor.zoek(opdrachtVan("dek het")))].sort(), ["brug", "omgekeerd"]);
    const vers = createMotor(archief);
    archief.gevraagd.length = 0;
    await vers.zoek(opdrachtVan("dek"));
    const zonder = archief.gevraagd.filter((key) => key.startsWith("index/"));
    const ander = createMotor(archief);
    archief.gevraagd.length = 0;
    const { treffers, termen } = await ander.zoek(opdrachtVan("dek de"));
    assert.deepEqual(
      archief.gevraagd.filter((key) => key.startsWith("index/")),
      zonder,
    );
    assert.deepEqual(treffers[0]?.vormen, ["dek"]);
    assert.ok(termen.every(({ weggelaten }) => weggelaten === undefined));
  });

  it("answers a lone one from its list, newest first", async () => {
    const uitkomst = await motor.zoek(opdrachtVan("de"));
    assert.equal(uitkomst.isNieuwsteEerst, true);
    assert.deepEqual(
      uitkomst.treffers.map(({ pagina }) => pagina),
      [10, 9, 6, 2, 1, 0],
    );
  });

  it("asks for all of them when there is nothing else", async () => {
    const uitkomst = await motor.zoek(opdrachtVan("de het"));
    assert.deepEqual(
      uitkomst.treffers.map(({ pagina }) => pagina),
      [9, 2, 0],
    );
  });

  it("leaves out the pages of one behind a minus", async () => {
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("dek -de"))), ["omgekeerd"]);
  });

  it("checks them inside a phrase", async () => {
    assert.deepEqual(namen(await motor.zoek(opdrachtVan('"dek en de pijlers"'))), ["brug"]);
    assert.deepEqual(namen(await motor.zoek(opdrachtVan('"dek en het pijlers"'))), []);
    assert.deepEqual(namen(await motor.zoek(opdrachtVan('"is het dek"'))), ["omgekeerd"]);
  });

  it("never loads a piece of the index for them", async () => {
    const vers = createMotor(archief);
    archief.gevraagd.length = 0;
    await vers.zoek(opdrachtVan("de"));
    assert.deepEqual(
      archief.gevraagd.filter((key) => key.startsWith("index/")),
      [],
    );
  });
});

describe("createMotor with tables by page", () => {
  let archief: Zoekarchief;
  let motor: Motor;
  before(async () => {
    archief = await buildZoekarchief(Object.values(PAGINAS), {
      tabellen: {
        // The numbers of three pages that do not have them in their text; "water" has one that "verwijzing" mentions.
        nummers: encodeNummers(
          NAMEN.map((naam) =>
            naam === "wonen" ? ["2070Z77777", "ah-tk-20702071-5"] : naam === "water" ? ["ah-tk-20702071-876"] : [],
          ),
        ),
        facetten: (schrijf) =>
          encodeFacetten(
            NAMEN.map((naam, index) => ({
              ingediend: `2070-01-${String(NAMEN.length - index).padStart(2, "0")}`,
              antwoorddagen: index % 3,
              waarden: { fractie: [{ waarde: naam.includes("land") ? "abc" : "def", naam: "X" }] },
            })),
            schrijf,
          ),
      },
    });
    motor = createMotor(archief);
  });
  after(() => archief.close());

  it("finds a page by a number that is not in its text", async () => {
    for (const vraag of ["2070z77777", "ah-tk-20702071-5", "Aanhangsel 5, 2070-2071"]) {
      assert.deepEqual(namen(await motor.zoek(opdrachtVan(vraag))), ["wonen"], vraag);
    }
  });

  it("puts the page that has the number before one that mentions it", async () => {
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("aanhangsel 2070-2071, nr. 876"))), ["water", "verwijzing"]);
  });

  it("asks the other words of a page beside its number", async () => {
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("876 kent -aanhangsel"))), []);
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("xyzzy ah-tk-20702071-5"))), []);
  });

  it("narrows, sorts and counts by the table", async () => {
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("hulp", { facetten: { fractie: ["def"] } }))), []);
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("ja", { volgorde: "nieuwste" }))), [
      "brug",
      "begroting",
      "verwijzing",
    ]);
    assert.deepEqual(namen(await motor.zoek(opdrachtVan("ja", { volgorde: "antwoordtijd" }))), [
      "brug",
      "begroting",
      "verwijzing",
    ]);
    const { facetten, periode } = await motor.tel(opdrachtVan("hulp"));
    assert.deepEqual(facetten.fractie, [{ waarde: "abc", naam: "X", aantal: 2 }]);
    assert.deepEqual(periode, { van: "2070-01-01", tot: "2070-01-14" });
  });

  it("refuses a table of another number of pages", async () => {
    const manifest: unknown = JSON.parse(Buffer.from(await archief.haal("zoek.json")).toString());
    assert.ok(typeof manifest === "object" && manifest !== null && "tabellen" in manifest);
    const tabellen = { ...(manifest.tabellen as object), facetten: "facetten/kort.bin" };
    archief.eigen.set("zoek.json", Buffer.from(JSON.stringify({ ...manifest, tabellen })));
    archief.eigen.set("facetten/kort.bin", gzipSync(encodeFacetten([{ waarden: {} }], () => "")));
    await assert.rejects(createMotor(archief).tel(opdrachtVan("ja")), /facetten\/kort\.bin/);
    archief.eigen.clear();
  });
});
