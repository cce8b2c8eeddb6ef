import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Opmaak } from "../../src/sources/opmaak.ts";
import { isVraagkop } from "../../src/sources/pdf/alinea.ts";
import { lasOf, toWoordenlijst } from "../../src/sources/pdf/las.ts";
import { readPdf } from "../../src/sources/pdf.ts";
import { findElements, textOf } from "../../src/sources/xml-boom.ts";
import {
  assertAllesVerantwoord,
  leesPdf,
  maakPdf,
  officieleBladen,
  type Stuktekst,
  toRegels,
  type Zetsel,
  zetRegel,
} from "../hulp/pdf.ts";

const ZAND =
  "Het zand dat na een storm op de fietspaden ligt, wordt door de beheer~ders van het duin~gebied binnen enkele dagen " +
  "opgeruimd, mits de weers~omstandig~heden dat toe~laten en er genoeg mensen beschik~baar zijn om het werk te doen.";

const GESPREK: readonly Stuktekst[] = [
  { kop: "Vraag 1", alineas: [`Kent u het bericht «Zand op het pad»?^1^ ${ZAND}`] },
  { kop: "Antwoord 1", alineas: ["Ja.", ZAND, `Dit geldt ook voor het strand.^2^ ${ZAND}`] },
  { kop: "Vraag 2", alineas: [ZAND] },
  { kop: "Antwoord 2", alineas: [ZAND, ZAND, ZAND, ZAND, ZAND] },
];

const NOTEN = {
  1: ["Duinbode, 1 mei 2032, «Zand op het pad» (https://www.voorbeeld.example/duinen/zand-op-het-", "pad-in-mei/)"],
  2: ["Kamerstuk 99 999, nr. 12."],
};

/** The paragraphs as they were before they were set. */
const ONGEBROKEN = ZAND.replaceAll("~", "");

function weggelaten({ stukken }: Opmaak, regel: string): readonly string[] {
  return stukken.flatMap((stuk) => ("regel" in stuk && stuk.regel === regel ? [stuk.tekst] : []));
}

describe("readPdf", () => {
  it("reads the head, the headings and the paragraphs of an official document in order", async () => {
    const opmaak = await leesPdf(await maakPdf(officieleBladen(GESPREK, NOTEN)));
    assert.deepEqual(toRegels(opmaak), [
      "Tweede Kamer der Staten-Generaal",
      "2",
      "Vergaderjaar 2031–2032 Aanhangsel van de Handelingen",
      "Vragen gesteld door de leden der Kamer, met wat daarop door de regering gegeven antwoorden",
      "4321",
      "Vragen van het lid Van Zandwijk (Duinpartij) aan de Minister van Duinen over zwerfzand op fietspaden (ingezonden 3 mei 2032).",
      "Antwoord van Minister Helmgras (Duinen) (ontvangen 21 juni 2032).",
      "Vraag 1",
      `Kent u het bericht «Zand op het pad»?[1: Duinbode, 1 mei 2032, «Zand op het pad» (https://www.voorbeeld.example/duinen/zand-op-het-pad-in-mei/)] ${ONGEBROKEN}`,
      "Antwoord 1",
      "Ja.",
      ONGEBROKEN,
      `Dit geldt ook voor het strand.[2: Kamerstuk 99 999, nr. 12.] ${ONGEBROKEN}`,
      "Vraag 2",
      ONGEBROKEN,
      "Antwoord 2",
      ...Array.from({ length: 5 }, () => ONGEBROKEN),
    ]);
    assert.deepEqual(opmaak.diagnostiek, []);
  });

  it("takes footers and page numbers out, and the identifier from them", async () => {
    const opmaak = await leesPdf(await maakPdf(officieleBladen([...GESPREK, ...GESPREK], NOTEN)));
    const voet = weggelaten(opmaak, "paginavoet");
    assert.equal(opmaak.id, "ah-tk-20312032-4321");
    assert.deepEqual(voet.slice(0, 5), [
      "ah-tk-20312032-4321",
      "ISSN 0921 - 7398",
      "’s-Gravenhage 2032",
      "Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel",
      "1",
    ]);
    assert.doesNotMatch(toRegels(opmaak).join("\n"), /Aanhangsel$|ISSN/m);
  });

  it("keeps headings and short answers that stand at the top of several pages", async () => {
    const blad = (nummer: number): readonly Zetsel[] => [
      { x: 203, y: 35, tekst: `Antwoord ${nummer}` },
      { x: 203, y: 44.6, tekst: "Ja." },
      { x: 203, y: 63.8, tekst: `Vraag ${nummer + 1}` },
      { x: 203, y: 73.4, tekst: "Ligt er nog zand op de paden langs het duin?" },
    ];
    const opmaak = await leesPdf(await maakPdf([blad(1), blad(2), blad(3), blad(4)]));
    assert.equal(toRegels(opmaak).filter((regel) => /^Antwoord \d$/.test(regel)).length, 4);
  });

  it("takes out what stands at the top of every page", async () => {
    const blad = (nummer: number): readonly Zetsel[] => [
      { x: 203, y: 30, tekst: "Ministerie van Duinen" },
      { x: 203, y: 90, tekst: `Dit is bladzijde ${["een", "twee", "drie"][nummer]} van de brief.` },
      { x: 203, y: 120, tekst: "Meer staat er niet." },
      { x: 480, y: 740, tekst: `Pagina ${nummer + 1} van 3` },
    ];
    const opmaak = await leesPdf(await maakPdf([0, 1, 2].map(blad)));
    assert.deepEqual(
      toRegels(opmaak).map((regel) => regel.split(" ")[3]),
      ["een", "niet.", "twee", "niet.", "drie", "niet."],
    );
    assert.equal(weggelaten(opmaak, "paginakop").length, 3);
  });

  it("marks a heading in bold letters, and bold and slanted words in a paragraph", async () => {
    const opmaak = await leesPdf(
      await maakPdf([
        [
          { x: 100, y: 200, tekst: "Mededeling", font: "Helvetica-Bold" },
          { x: 100, y: 230, tekst: "Dit is", font: "Helvetica" },
          { x: 126, y: 230, tekst: "zeer", font: "Helvetica-Bold" },
          { x: 148, y: 230, tekst: "fijn zand", font: "Helvetica-Oblique" },
        ],
      ]),
    );
    assert.deepEqual(toRegels(opmaak), ["# Mededeling", "Dit is zeer fijn zand"]);
    const nadruk = opmaak.blokken.flatMap((blok) => findElements(blok, "nadruk"));
    assert.deepEqual(
      nadruk.map((element) => [element.attributen.type, textOf(element)]),
      [
        ["vet", "zeer"],
        ["cur", "fijn zand"],
      ],
    );
  });

  it("keeps a raised figure without a note, and says so", async () => {
    const opmaak = await leesPdf(await maakPdf([zetRegel("Dit staat in een noot.^7^ Die is er niet.", 100, 200)]));
    assert.deepEqual(toRegels(opmaak), ["Dit staat in een noot.^7^ Die is er niet."]);
    assert.deepEqual(
      opmaak.diagnostiek.map(({ code, gevonden }) => [code, gevonden]),
      [["noot-zonder-tekst", "7"]],
    );
  });

  it("keeps a note that nothing calls where it stood, and says so", async () => {
    const opmaak = await leesPdf(
      await maakPdf([
        [
          ...zetRegel("Hier wordt niets geroepen, al is deze regel wel zo lang als een regel.", 100, 200),
          { x: 100, y: 637.3, tekst: "3", grootte: 4.5 },
          { x: 106, y: 640, tekst: "Kamerstuk 99 999, nr. 13.", grootte: 6.9 },
        ],
      ]),
    );
    assert.deepEqual(toRegels(opmaak).at(-1), "^3^ Kamerstuk 99 999, nr. 13.");
    assert.deepEqual(
      opmaak.diagnostiek.map(({ code }) => code),
      ["noot-zonder-merk"],
    );
  });

  it("leaves m² and CO₂ what they are", async () => {
    const opmaak = await leesPdf(
      await maakPdf([
        [
          ...zetRegel("Er ligt 300 m^2^ zand op het pad, dat bij het opruimen CO", 100, 200),
          { x: 314, y: 201.8, tekst: "2", grootte: 5.5 },
          { x: 320, y: 200, tekst: "kost." },
        ],
      ]),
    );
    const tekst = toRegels(opmaak).join("\n");
    assert.match(tekst, /300 m\^2\^ zand/);
    assert.match(tekst, /CO\s?_2_ kost/);
    assert.deepEqual(opmaak.diagnostiek, []);
  });

  it("lets a paragraph and a note go on on the next page", async () => {
    const voor: readonly Zetsel[] = [
      ...zetRegel("Een alinea die onder aan het blad niet klaar is, maar met een noot^1^ en", 100, 600),
      { x: 100, y: 637.3, tekst: "1", grootte: 4.5 },
      { x: 106, y: 640, tekst: "Deze noot is te lang voor haar blad en gaat daarom op het volgende", grootte: 6.9 },
    ];
    const na: readonly Zetsel[] = [
      ...zetRegel("verder gaat op het volgende blad, met nog een noot^2^ en een lang einde.", 100, 110),
      { x: 106, y: 631, tekst: "blad verder, tot hier.", grootte: 6.9 },
      { x: 100, y: 637.3, tekst: "2", grootte: 4.5 },
      { x: 106, y: 640, tekst: "Kamerstuk 99 999, nr. 14.", grootte: 6.9 },
    ];
    assert.deepEqual(toRegels(await leesPdf(await maakPdf([voor, na]))), [
      "Een alinea die onder aan het blad niet klaar is, maar met een noot[1: Deze noot is te lang voor haar blad en gaat daarom " +
        "op het volgende blad verder, tot hier.] en verder gaat op het volgende blad, met nog een noot[2: Kamerstuk 99 999, nr. 14.] en een lang einde.",
    ]);
  });

  it("reads a table, and leaves the text around it text", async () => {
    const cel = (rij: number) => (tekst: string, kolom: number) => ({ x: 203 + kolom * 90, y: 200 + rij * 10, tekst });
    const opmaak = await leesPdf(
      await maakPdf([
        [
          { x: 203, y: 180, tekst: "Hoeveel zand er ligt, staat hieronder." },
          ...["Pad", "In 2030", "In 2031"].map(cel(0)),
          ...["Duinweg", "12", "14"].map(cel(1)),
          ...["Strandweg", "3", "40"].map(cel(2)),
          { x: 203, y: 250, tekst: "Dat is veel." },
        ],
      ]),
    );
    assert.deepEqual(toRegels(opmaak), [
      "Hoeveel zand er ligt, staat hieronder.",
      "\nPad | In 2030 | In 2031\nDuinweg | 12 | 14\nStrandweg | 3 | 40",
      "Dat is veel.",
    ]);
    const [tabel] = opmaak.blokken.flatMap((blok) => findElements(blok, "table"));
    assert.deepEqual(tabel && findElements(tabel, "colspec").map(({ attributen }) => attributen.colname), [
      "k1",
      "k2",
      "k3",
    ]);
    assert.equal(tabel && findElements(tabel, "thead").length, 1);
  });

  it("does not take the note of a table for a note of the page", async () => {
    const opmaak = await leesPdf(
      await maakPdf([
        [
          { x: 203, y: 180, tekst: "Hoeveel zand er ligt, staat hieronder, en hoeveel er vorig jaar lag ook." },
          { x: 203, y: 200, tekst: "Pad" },
          { x: 293, y: 200, tekst: "In 2030" },
          { x: 383, y: 200, tekst: "In 2031" },
          { x: 203, y: 210, tekst: "Duinweg" },
          { x: 236.5, y: 206.5, tekst: "1", grootte: 5.5 },
          { x: 293, y: 210, tekst: "12" },
          { x: 383, y: 210, tekst: "14" },
          { x: 203, y: 219.3, tekst: "1", grootte: 4.5 },
          { x: 209, y: 222, tekst: "Zonder het zijpad.", grootte: 6.9 },
        ],
      ]),
    );
    assert.match(toRegels(opmaak).join("\n"), /Duinweg\^1\^ \| 12 \| 14\n\^1\^\s?Zonder het zijpad\.$/);
    assert.deepEqual(opmaak.diagnostiek, []);
  });

  it("keeps the side column of a letter apart from its text", async () => {
    const zij = ["Ministerie van Duinen", "Directie Zand", "Postbus 1", "Onze referentie", "99-ZAND"];
    const brief = [
      "Geachte voorzitter,",
      "Hierbij stuur ik u de antwoorden op de vragen van het lid Van Zandwijk over",
      "zwerfzand op fietspaden, die op 3 mei 2032 zijn ingezonden en die ik, na",
      "overleg met de beheerders van het duingebied, graag beantwoord.",
    ];
    const opmaak = await leesPdf(
      await maakPdf([
        [
          ...zij.map((tekst, index) => ({ x: 430, y: 151 + index * 8, tekst, grootte: 6.5 })),
          ...brief.map((tekst, index) => ({ x: 60, y: 160 + index * 11 + (index > 0 ? 11 : 0), tekst, grootte: 9 })),
        ],
      ]),
    );
    const tekst = toRegels(opmaak).join("\n").replace(/\n/g, " ");
    assert.ok(tekst.includes(brief.join(" ")), tekst);
    assert.ok(tekst.includes(zij.join(" ")), tekst);
  });

  it("takes what the margin of a letter says on every page out of the text, which goes on", async () => {
    const regels = [
      "Hierbij stuur ik u de antwoorden op de vragen van het lid Van Zandwijk over",
      "zwerfzand op de fietspaden langs de duinen en het strand, na overleg met",
    ];
    const blad = (tekst: string): readonly Zetsel[] => [
      { x: 430, y: 151, tekst: "Onze referentie", grootte: 6.5 },
      { x: 430, y: 159, tekst: "99-ZAND", grootte: 6.5 },
      ...[...regels, tekst].map((own, index) => ({ x: 60, y: 160 + index * 11, tekst: own, grootte: 9 })),
    ];
    const opmaak = await leesPdf(
      await maakPdf([blad("de beheerders van het duingebied en met de gemeenten die er"), blad("aan zee wonen.")]),
    );
    assert.deepEqual(toRegels(opmaak), [
      `${regels.join(" ")} de beheerders van het duingebied en met de gemeenten die er`,
      `${regels.join(" ")} aan zee wonen.`,
    ]);
    assert.deepEqual(weggelaten(opmaak, "paginakop"), ["Onze referentie", "99-ZAND", "Onze referentie", "99-ZAND"]);
  });

  it("makes a list of paragraphs with a dash, and none of numbers", async () => {
    const regels = ["Er zijn twee oorzaken:", "– de wind;", "– het zand.", "1. Een vraag?", "2. Nog een vraag?"];
    const opmaak = await leesPdf(
      await maakPdf([regels.map((tekst, index) => ({ x: 100, y: 200 + index * 10, tekst }))]),
    );
    assert.deepEqual(
      opmaak.blokken.map(({ lokaal }) => lokaal),
      ["al", "lijst", "al", "al"],
    );
    const [lijst] = opmaak.blokken.flatMap((blok) => findElements(blok, "lijst"));
    assert.deepEqual(lijst?.kinderen.map(textOf), ["–de wind;", "–het zand."]);
  });

  it("reads notes that stand in the margin beside the text", async () => {
    const tekst = [
      "Kent u het bericht over zand op het pad?^1^ Het stond",
      "in de krant van de vorige week, en daarna ook op het",
      "bord bij het duin, waar iedereen het lezen kon.",
    ];
    const opmaak = await leesPdf(
      await maakPdf([
        [
          ...tekst.flatMap((regel, index) => zetRegel(regel, 203, 200 + index * 9.6)),
          { x: 37, y: 197.3, tekst: "1", grootte: 4.5 },
          { x: 43, y: 200, tekst: "Duinbode, 1 mei 2032,", grootte: 6.9 },
          { x: 43, y: 209, tekst: "pagina 3.", grootte: 6.9 },
        ],
      ]),
    );
    assert.deepEqual(toRegels(opmaak), [tekst.join(" ").replace("^1^", "[1: Duinbode, 1 mei 2032, pagina 3.]")]);
  });

  it("reads labels together with what stands behind them", async () => {
    const opmaak = await leesPdf(
      await maakPdf([
        [
          { x: 60, y: 200, tekst: "Datum" },
          { x: 120, y: 200, tekst: "21 juni 2032" },
          { x: 60, y: 212, tekst: "Betreft" },
          { x: 120, y: 212, tekst: "Antwoorden over zwerfzand op fietspaden" },
        ],
      ]),
    );
    assert.match(toRegels(opmaak).join(" "), /Datum 21 juni 2032 Betreft Antwoorden/);
  });

  it("keeps accents that stand loose, and says so", async () => {
    const opmaak = await leesPdf(await maakPdf([[{ x: 100, y: 200, tekst: "Het lid Kostr´ vraagt dit." }]]));
    assert.deepEqual(toRegels(opmaak), ["Het lid Kostr´ vraagt dit."]);
    assert.deepEqual(
      opmaak.diagnostiek.map(({ code }) => code),
      ["diakriet-los"],
    );
  });

  it("hands signs of templates and mark-up through", async () => {
    const tekst = "De tekst {{ titel }} <b>vet</b> & {% raw %} *ster* [x](y)";
    assert.deepEqual(toRegels(await leesPdf(await maakPdf([[{ x: 100, y: 200, tekst }]]))), [tekst]);
  });

  it("says that a scan has no text", async () => {
    assert.deepEqual(await readPdf(await maakPdf([[], []], { isScan: true })), { mislukt: "pdf-zonder-tekstlaag" });
  });

  it("says that a document is locked", async () => {
    const bytes = await maakPdf([[{ x: 100, y: 200, tekst: "geheim" }]], { wachtwoord: "duin" });
    assert.deepEqual(await readPdf(bytes), { mislukt: "pdf-versleuteld" });
  });

  it("leaves the bytes it is handed as they are", async () => {
    const bytes = await maakPdf([[{ x: 100, y: 200, tekst: "zand" }]]);
    const before = bytes.slice();
    await readPdf(bytes);
    assert.deepEqual(bytes, before);
  });

  it("never throws for what the bytes hold", async () => {
    const heel = await maakPdf(officieleBladen(GESPREK, NOTEN));
    const stuk = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat({ max: heel.length }).map((length) => heel.slice(0, length)),
      fc.array(fc.tuple(fc.nat({ max: heel.length - 1 }), fc.nat({ max: 255 })), { maxLength: 30 }).map((changes) => {
        const bytes = heel.slice();
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      }),
    );
    await fc.assert(
      fc.asyncProperty(stuk, async (bytes) => {
        const opmaak = await readPdf(bytes);
        if ("mislukt" in opmaak) assert.match(opmaak.mislukt, /^pdf(?:-[a-z]+)+$/);
        else assertAllesVerantwoord(opmaak);
      }),
      { numRuns: 25 },
    );
  });

  it("keeps every character wherever words stand", async () => {
    const woord = fc.constantFrom(
      "zand",
      "1",
      "2,",
      "duin-",
      "Vraag 1",
      "helm",
      "een lange rij met woorden",
      "ISSN 0921 - 7398",
    );
    const zetsel = fc.record({
      x: fc.integer({ min: 0, max: 540 }),
      y: fc.integer({ min: 5, max: 765 }),
      tekst: woord,
      grootte: fc.constantFrom(4.5, 6.9, 8.5, 12),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(zetsel, { maxLength: 60 }), { minLength: 1, maxLength: 3 }),
        async (bladen) => {
          const opmaak = await readPdf(await maakPdf(bladen));
          if (!("mislukt" in opmaak)) assertAllesVerantwoord(opmaak);
          else assert.equal(opmaak.mislukt, "pdf-zonder-tekstlaag");
        },
      ),
      { numRuns: 25 },
    );
  });

  it("takes time that grows with the pages, and no faster", async () => {
    const bladen = officieleBladen([...GESPREK, ...GESPREK, ...GESPREK], {});
    const [klein, groot] = await Promise.all(
      [1, 10].map((maal) => maakPdf(Array.from({ length: 8 * maal }, () => bladen[1] ?? []))),
    );
    assert.ok(klein && groot);
    await readPdf(klein);
    const timeOf = async (bytes: Uint8Array) => {
      const start = performance.now();
      await readPdf(bytes);
      return performance.now() - start;
    };
    const one = Math.min(await timeOf(klein), await timeOf(klein), await timeOf(klein));
    const ten = await timeOf(groot);
    // Ten times the pages; a quadratic reader would take a hundred times as long.
    assert.ok(ten < 40 * Math.max(one, 5), `${one.toFixed(0)} ms became ${ten.toFixed(0)} ms`);
  });
});

describe("lasOf", () => {
  const lijst = toWoordenlijst(["het mvo-beleid en de duin-ontwikkeling", "de beantwoording"]);
  for (const [eerste, tweede, verwacht] of [
    ["de beant-", "woording van", "de beantwoording van"],
    ["nog onge-", "wis, zo blijkt", "nog ongewis, zo blijkt"],
    ["een RIEC-", "samenwerkingsverband", "een RIEC-samenwerkingsverband"],
    ["tijdens COVID-", "19 was", "tijdens COVID-19 was"],
    ["in Noord-", "Holland", "in Noord-Holland"],
    ["de in-", "en uitvoer", "de in- en uitvoer"],
    ["de zand-", "of kleigrond", "de zand- of kleigrond"],
    ["de duin-", "ontwikkeling", "de duin-ontwikkeling"],
    ["de mvo-", "standaarden", "de mvo-standaarden"],
    ["de oud-", "minister", "de oud-minister"],
    ["het zand –", "en de helm", "het zand – en de helm"],
    ["zie https://", "www.voorbeeld.example", "zie https://www.voorbeeld.example"],
    ["www.voorbeeld.example/zand-op-", "het-pad", "www.voorbeeld.example/zand-op-het-pad"],
    ["https://voorbeeld.example/map", "/bestand.pdf", "https://voorbeeld.example/map/bestand.pdf"],
    ["(https://voorbeeld.example/map)", "en verder", "(https://voorbeeld.example/map) en verder"],
    ["de wonin\u00ad", "gen daar", "de woningen daar"],
    ["gewoon een", "regel", "gewoon een regel"],
  ] as const) {
    it(`joins "${eerste}" and "${tweede}"`, () => {
      const { tussen, weg } = lasOf(eerste, tweede, lijst);
      assert.equal(eerste.slice(0, eerste.length - weg) + tussen + tweede, verwacht);
    });
  }
});

describe("isVraagkop", () => {
  for (const kop of [
    "Vraag 1",
    "Antwoord 3, 4 en 5",
    "Antwoord op de vragen 1 t/m 4:",
    "Vragen",
    "Mededeling",
    "Vraag 2a",
  ])
    it(`knows "${kop}"`, () => assert.ok(isVraagkop(kop)));
  for (const tekst of ["Vraag 1 is lastig", "Vragen van het lid Van Zandwijk", "Antwoord van Minister Helmgras"])
    it(`leaves "${tekst}"`, () => assert.ok(!isVraagkop(tekst)));
});

const CORPUS = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared", "corpus", "pdf");

describe("readPdf on real documents", () => {
  const skip = existsSync(CORPUS) ? false : "the collection of real documents is not here";

  it("accounts for every character and ties every note", { skip }, async () => {
    for (const bestand of readdirSync(CORPUS).filter((naam) => naam.endsWith(".pdf"))) {
      const opmaak = await leesPdf(new Uint8Array(readFileSync(join(CORPUS, bestand))));
      assert.equal(opmaak.id, bestand.replace(/\.pdf$/, ""));
      const noten = opmaak.diagnostiek.filter(({ code }) => code.startsWith("noot-"));
      assert.deepEqual(noten, [], bestand);
    }
  });
});
