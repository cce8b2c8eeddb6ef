import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays } from "../../src/model/datum.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { indexArchief } from "../../src/site/lijstpagina.ts";
import { toRegisterpost } from "../../src/site/register.ts";
import { postenOf, type TermijnlijstSlug, toTermijnen } from "../../src/site/termijnlijsten.ts";
import { toTermijnbestanden, toTermijnpaginas, weekdagOf } from "../../src/site/termijnpaginas.ts";
import { kamervraag } from "./voorbeelden.ts";

const peildatum = "2099-12-01";
const uitstel = [{ soort: "uitstel", tekst: "Later." }] as const;

/** An open Kamervraag that is on its nth day; its key ends in that number. */
function opDag(dag: number, overrides: Partial<Kamervraag> = {}) {
  const sleutel = `2099Z0${String(dag).padStart(4, "0")}`;
  const base = { sleutel, status: "open" as const, ingediend: addDays(peildatum, -dag), blokken: [], ...overrides };
  const { beantwoord: _, ...open } = kamervraag(base);
  return toRegisterpost(open);
}
const uitgesteldOpDag = (dag: number, overrides: Partial<Kamervraag> = {}) =>
  opDag(dag, {
    sleutel: `2099Z1${String(dag).padStart(4, "0")}`,
    status: "uitgesteld",
    mededelingen: uitstel,
    ...overrides,
  });

const DAGEN = [0, 14, 15, 20, 21, 22, 35, 36, 41, 42, 43, 63] as const;
const alles = DAGEN.flatMap((dag) => [opDag(dag), uitgesteldOpDag(dag)]);
const sleutelsVan = (slug: TermijnlijstSlug, posten = alles) =>
  postenOf(toTermijnen(posten, peildatum), slug).map(({ post }) =>
    post.sleutel.slice(5).replace(/^(\d)0+(?=\d)/, "$1:"),
  );

describe("toTermijnen", () => {
  it("calls late what is past three weeks without a notice, or past six with one; the longest waiting first", () => {
    assert.deepEqual(sleutelsVan("te-laat"), ["0:63", "1:63", "0:43", "1:43", "0:42", "0:41", "0:36", "0:35", "0:22"]);
  });

  it("lists from day 22 on what has no notice", () => {
    assert.deepEqual(sleutelsVan("drie-weken-zonder-bericht"), [
      "0:63",
      "0:43",
      "0:42",
      "0:41",
      "0:36",
      "0:35",
      "0:22",
    ]);
  });

  it("lists from day 43 on whatever has no antwoord, with a notice and without", () => {
    assert.deepEqual(sleutelsVan("zes-weken"), ["0:63", "1:63", "0:43", "1:43"]);
  });

  it("lists whose last day is one of seven, today the first, by that day", () => {
    assert.deepEqual(sleutelsVan("deze-week"), ["0:21", "1:42", "0:20", "1:41", "0:15", "1:36"]);
  });

  it("names whose last day was yesterday: today is day 22, or 43", () => {
    const { gisteren } = toTermijnen(alles, peildatum);
    assert.deepEqual(
      gisteren.map(({ termijn }) => termijn.dagen),
      [22, 43],
    );
  });

  it("holds nothing of the Eerste Kamer, nothing oral, answered, withdrawn, by letter, undated or put later", () => {
    const { ingediend: _, ...undated } = kamervraag({ status: "open" });
    const posten = [
      ...[22, 50].flatMap((dag) => [
        opDag(dag, { kamer: "ek" }),
        opDag(dag, { soort: "mondeling" }),
        opDag(dag, { status: "ingetrokken" }),
        opDag(dag, { status: "per-brief" }),
      ]),
      opDag(-1),
      toRegisterpost(kamervraag()),
      toRegisterpost(undated),
    ];
    const { lijsten, lopend, gisteren } = toTermijnen(posten, peildatum);
    assert.equal(lijsten.length, 4);
    for (const { posten: rows } of lijsten) assert.deepEqual(rows, []);
    assert.deepEqual([lopend, gisteren], [[], []]);
  });

  it("does not hang on the order of the posts", () => {
    assert.deepEqual(toTermijnen(alles, peildatum), toTermijnen([...alles].reverse(), peildatum));
  });
});

const plain = (text: string | undefined) => (text ?? "").replaceAll("\u00a0", " ");
const paginasVan = (posten: typeof alles) => [...toTermijnpaginas(toTermijnen(posten, peildatum), { peildatum })];
const paginaVan = (slug: TermijnlijstSlug, posten = alles) =>
  paginasVan(posten).find(({ path }) => path === `stand/${slug}.html`) ?? assert.fail();

describe("toTermijnpaginas", () => {
  it("says of a late case how many days it is over, by the limit that holds for it", () => {
    const woorden = paginaVan("te-laat").rijen.map(({ dagen, staat }) => [dagen, plain(staat.woord), staat.vorm]);
    assert.deepEqual(woorden.slice(0, 4), [
      [63, "42 dagen te laat", "laat"],
      [63, "21 dagen te laat", "laat"],
      [43, "22 dagen te laat", "laat"],
      [43, "1 dag te laat", "laat"],
    ]);
  });

  it("puts the week under its days, with what passed yesterday above it", () => {
    const { groepen = [], rijen, samenvatting } = paginaVan("deze-week");
    assert.deepEqual(
      groepen.map(({ kop, rijen: rows }) => [plain(kop), rows.map(({ datum }) => datum).join(" ")]),
      [
        ["Gisteren verstreken, maandag 30 november 2099: vandaag is dag 22 of dag 43", "2099-11-30 2099-11-30"],
        ["Vandaag, dinsdag 1 december 2099: laatste dag", "2099-12-01 2099-12-01"],
        ["Morgen, woensdag 2 december 2099", "2099-12-02 2099-12-02"],
        ["Maandag 7 december 2099", "2099-12-07 2099-12-07"],
      ],
    );
    assert.equal(rijen.length, 8);
    assert.equal(plain(samenvatting), "6 Kamervragen in deze zeven dagen, en 2 waarvan de termijn gisteren verstreek.");
  });

  it("counts per bewindspersoon and fractie, each Kamervraag once, and says where nobody is named", () => {
    const posten = [
      opDag(30, { gerichtAan: [{ functie: "Minister van Wind" }, { functie: "minister van Wind" }] }),
      opDag(31, {
        gerichtAan: [{ functie: "Minister van Wind" }, { naam: "P. Papier", functie: "Minister van Rede" }],
      }),
      opDag(32, { gerichtAan: [], indieners: [] }),
    ];
    const [aan, van] = paginaVan("te-laat", posten).tellingen ?? [];
    assert.deepEqual(
      aan?.rijen.map(({ naam, href, aantal, langst }) => [naam, href, aantal, langst]),
      [
        ["Minister van Wind", "../bewindspersoon/minister-van-wind.html", "2", "31"],
        ["naam niet in de bron", undefined, "1", "32"],
        ["P. Papier (Minister van Rede)", "../bewindspersoon/p-papier.html", "1", "31"],
      ],
    );
    assert.deepEqual(
      van?.rijen.map(({ naam, aantal }) => [naam, aantal]),
      [
        ["ABC", "2"],
        ["fractie niet in de bron", "1"],
      ],
    );
  });

  it("is there when its list is empty, and says so", () => {
    const paginas = paginasVan([]);
    assert.equal(paginas.length, 4);
    for (const { leeg, rijen, samenvatting, bestanden } of paginas) {
      assert.deepEqual(rijen, []);
      assert.match(leeg ?? "", /geen enkele Kamervraag/);
      assert.match(plain(samenvatting), /^Geen Kamervragen/);
      assert.ok((bestanden?.length ?? 0) >= 2);
    }
  });

  it("cuts a long list into pages that lead to each other", () => {
    const posten = Array.from({ length: 450 }, (_, index) => opDag(100 + index));
    const paginas = paginasVan(posten).filter(({ path }) => path.startsWith("stand/te-laat"));
    assert.deepEqual(
      paginas.map(({ path, rijen, vorige, volgende }) => [path, rijen.length, vorige?.href, volgende?.href]),
      [
        ["stand/te-laat.html", 200, undefined, "../stand/te-laat/2.html"],
        ["stand/te-laat/2.html", 200, "../../stand/te-laat.html", "../../stand/te-laat/3.html"],
        ["stand/te-laat/3.html", 50, "../../stand/te-laat/2.html", undefined],
      ],
    );
    assert.equal(paginas[1]?.rijen[0]?.dagen, 349);
  });
});

describe("toTermijnbestanden", () => {
  const bestanden = new Map(
    toTermijnbestanden(toTermijnen(alles, peildatum), { peildatum }).map(({ path, content }) => [path, content]),
  );

  it("writes the rows of a page in its order, as CSV and as JSON", () => {
    for (const slug of ["te-laat", "drie-weken-zonder-bericht", "zes-weken", "deze-week"] as const) {
      const json = JSON.parse(bestanden.get(`stand/${slug}.json`) ?? "");
      const rows = (bestanden.get(`stand/${slug}.csv`) ?? "").trimEnd().split("\r\n").slice(1);
      const sleutels = postenOf(toTermijnen(alles, peildatum), slug).map(({ post }) => post.sleutel);
      assert.deepEqual(
        json.kamervragen.map(({ sleutel }: { sleutel: string }) => sleutel),
        sleutels,
      );
      assert.deepEqual(
        rows.map((row) => row.split(",")[0]),
        sleutels,
      );
      assert.deepEqual([json.peildatum, json.aantal], [peildatum, sleutels.length]);
    }
  });

  it("puts each running term in the calendar, once, under a name that stays when the date moves", () => {
    const ics = bestanden.get("stand/termijnen.ics") ?? "";
    const uids = [...ics.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
    assert.equal(uids.length, DAGEN.filter((dag) => dag <= 21).length + DAGEN.filter((dag) => dag <= 42).length);
    assert.equal(new Set(uids).size, uids.length);
    const van = (post: ReturnType<typeof opDag>) =>
      toTermijnbestanden(toTermijnen([post], peildatum), { peildatum }).find(({ path }) =>
        path.endsWith("termijnen.ics"),
      )?.content ?? "";
    const [voor, na] = [van(opDag(5)), van(opDag(5, { mededelingen: uitstel }))];
    assert.match(
      voor,
      /UID:2099Z00005-termijn@kamervragen-archief\r\n[\s\S]*SEQUENCE:0\r\nDTSTART;VALUE=DATE:20991217/,
    );
    assert.match(na, /UID:2099Z00005-termijn@kamervragen-archief\r\n[\s\S]*SEQUENCE:1\r\nDTSTART;VALUE=DATE:21000107/);
  });
});

describe("the front page", () => {
  it("shows the longest late by both limits, with the way to the lists and their counts", () => {
    const { view } = indexArchief(alles, { peildatum });
    assert.deepEqual(
      view.laat.map(({ dagen }) => dagen),
      [63, 63, 43, 43, 42, 41, 36, 35],
    );
    assert.deepEqual(
      view.laatLijsten.map(({ href, tekst }) => [href, tekst]),
      [
        ["stand/te-laat.html", "Te laat (9)"],
        ["stand/drie-weken-zonder-bericht.html", "Langer dan drie weken zonder uitstelbericht (7)"],
        ["stand/zes-weken.html", "Langer dan zes weken (4)"],
      ],
    );
    assert.deepEqual(
      view.week.map(({ datum }) => datum),
      ["2099-12-01", "2099-12-01", "2099-12-02", "2099-12-02", "2099-12-07"],
    );
    assert.match(view.weekTekst, /^Van 6 Kamervragen .* Van 2 andere verstreek zij gisteren/);
  });
});

describe("weekdagOf", () => {
  for (const [datum, dag] of [
    ["2001-01-01", "maandag"],
    ["2000-12-31", "zondag"],
    ["1995-03-01", "woensdag"],
    ["2026-11-20", "vrijdag"],
  ] as const) {
    it(`calls ${datum} ${dag}`, () => assert.equal(weekdagOf(datum), dag));
  }
});
