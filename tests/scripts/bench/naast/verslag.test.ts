import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toDoelen } from "../../../../scripts/bench/naast/doelen.ts";
import type { Bouwerverslag, Bouwmeting, Maatverslag } from "../../../../scripts/bench/naast/meet.ts";
import { formatMeting, formatNaast } from "../../../../scripts/bench/naast/verslag.ts";

const bouw = (seconden: number, cpuSeconden: number, megabytes: number | undefined): Bouwmeting => {
  const geheugen = megabytes === undefined ? undefined : megabytes * 1e6;
  return { seconden, cpuSeconden, geheugen, grootsteProces: geheugen };
};

const bouwer = (naam: Bouwerverslag["naam"], koud: readonly Bouwmeting[], bestanden: number): Bouwerverslag => ({
  naam,
  beschrijving: `${naam} 1.2.3`,
  koud,
  site: { bestanden, bytes: bestanden * 10_000 },
  html: { bestanden: 1_000, bytes: 5e6 },
});

const metFasen = (meting: Bouwmeting, fasen: Record<string, number>): Bouwmeting => ({ ...meting, fasen });

const MAAT: Maatverslag = {
  aantal: 90_000,
  bouwers: [
    bouwer("ons", [metFasen(bouw(10, 20, 300), { lezen: 2 }), metFasen(bouw(30, 24, 350), { lezen: 4 })], 8_000),
    bouwer("hugo", [bouw(20, 40, 3000), bouw(40, 40, 7000)], 2_000),
  ],
  metZoeken: metFasen(bouw(100, 150, 3600), { lezen: 3, indexeren: 60, samenvoegen: 20.5 }),
  vervolgen: [
    { naam: "ons", vervolg: "één erbij", metingen: [bouw(2, 1, 200), bouw(4, 3, 200)] },
    { naam: "hugo", vervolg: "één gewijzigd", metingen: [bouw(33, 40, 9999)] },
  ],
  zoekvervolgen: [{ naam: "ons", vervolg: "één erbij", metingen: [bouw(50, 61, 300)] }],
};
const KLEIN: Maatverslag = {
  aantal: 10_000,
  bouwers: [bouwer("ons", [bouw(1, 2, 200)], 800), bouwer("hugo", [bouw(1, 4, undefined)], 200)],
  vervolgen: [],
};

const VERSLAG = {
  node: "20.0.0",
  systeem: "linux x64",
  processors: 2,
  geheugen: 8e9,
  rondes: 2,
  belasting: [1.25, 3],
  maten: [KLEIN, MAAT],
  meldingen: ["Een melding."],
} as const;
const text = formatNaast(VERSLAG);
const lines = text.split("\n");
/** The cells of the first line that begins so, after `from`. */
const row = (begin: string, from = ""): readonly string[] => {
  const start = Math.max(
    0,
    lines.findIndex((line) => line.startsWith(from)),
  );
  const found = lines.slice(start).find((line) => line.startsWith(begin)) ?? "";
  return found.split(/ {3,}/);
};

describe("formatNaast", () => {
  it("says what was run, on what, and how busy the machine was", () => {
    assert.match(text, /2 rondes om en om/);
    assert.match(
      text,
      /Node 20\.0\.0, linux x64, 2 processors, 8\.000 MB geheugen; belasting bij begin 1,3, bij einde 3,0/,
    );
    assert.ok(lines.includes("hugo: hugo 1.2.3"));
    assert.ok(lines.includes("Een melding."));
  });

  it("gives the middle of the rounds with the lowest and the highest", () => {
    const cells = ["20,0 s [10,0 s–30,0 s]", "22,0 s [20,0 s–24,0 s]", "325 MB [300 MB–350 MB]"];
    assert.deepEqual(row("ons", "90.000 Kamervragen").slice(1, 4), cells);
    assert.deepEqual(row("ons", "90.000 Kamervragen").slice(5), ["8.000", "80 MB", "1.000", "5,0 MB"]);
  });

  it("divides ours by the other, and says where that is unknown", () => {
    const cells = ["0,63x [0,50x–0,75x]", "0,55x [0,50x–0,60x]", "0,07x [0,05x–0,10x]"];
    const found = row("ons / hugo", "90.000 Kamervragen");
    assert.deepEqual(found.slice(1, 3), cells.slice(0, 2));
    assert.match(found[3] ?? "", /^0,0[78]x \[0,05x–0,10x\]$/);
    assert.deepEqual(found.slice(5), ["4,00x", "4,00x", "1,00x", "1,00x"]);
    assert.deepEqual(row("ons / hugo").slice(1, 4), ["1,00x", "0,50x", "n.v.t."]);
  });

  it("gives the phases that the builds told of, those of the search index once", () => {
    assert.deepEqual(row("lezen"), ["lezen", "3,0 s [2,0 s–4,0 s]"]);
    assert.deepEqual(row("samenvoegen"), ["samenvoegen", "20,5 s"]);
    assert.equal(lines.filter((line) => line.startsWith("lezen")).length, 1);
  });

  it("gives what a change cost", () => {
    assert.deepEqual(row("ons: één erbij").slice(1, 2), ["3,0 s [2,0 s–4,0 s]"]);
    assert.deepEqual(row("ons met zoekindex: één erbij").slice(1, 3), ["50,0 s", "61,0 s"]);
    assert.deepEqual(row("hugo: één gewijzigd").slice(1, 2), ["33,0 s"]);
  });

  it("gives what a Kamervraag cost at each size, against 10,000", () => {
    assert.deepEqual(row("ons, duur").slice(1), ["0,10 ms (1,00x)", "0,22 ms (2,22x)"]);
    assert.deepEqual(row("ons, cpu").slice(1), ["0,20 ms (1,00x)", "0,24 ms (1,22x)"]);
    assert.deepEqual(row("hugo, cpu").slice(1), ["0,40 ms (1,00x)", "0,44 ms (1,11x)"]);
  });

  it("says what only ours does, where there is another", () => {
    assert.match(text, /\nAlleen ons: [\s\S]* ook in de verhoudingen\.\n$/);
    const [ons] = MAAT.bouwers;
    assert.ok(ons);
    const alleen = formatNaast({ ...VERSLAG, maten: [{ aantal: 100, bouwers: [ons], vervolgen: [] }] });
    assert.doesNotMatch(alleen, /Alleen ons|gedeeld door/);
  });

  it("says of each goal whether it was reached", () => {
    assert.equal(row("HTML: duur, gedeeld door die van Hugo").at(-1), "niet gehaald");
    assert.equal(row("HTML met zoekindex: duur").at(-1), "gehaald");
  });
});

describe("formatMeting", () => {
  it("says in a line what a build cost", () => {
    assert.equal(formatMeting(bouw(1.25, 2, 300)), "duur 1,3 s, cpu 2,0 s, geheugen 300 MB, grootste proces 300 MB");
    assert.match(formatMeting(bouw(1, 2, undefined)), /geheugen n\.v\.t\.,/);
  });
});

describe("toDoelen", () => {
  it("measures every goal at 90,000", () => {
    assert.deepEqual(
      toDoelen([KLEIN, MAAT]).map(({ hoogstens, gemeten }) => [hoogstens, Number(gemeten.toFixed(3))]),
      [
        [0.4, 0.625],
        [0.1, 0.075],
        [360, 100],
        [3.5e9, 3.6e9],
        [3, 3],
        [60, 61],
        [1.2, 1.222],
      ],
    );
  });

  it("leaves out what was not measured, and all of it for a smaller archive", () => {
    const [ons] = MAAT.bouwers;
    assert.ok(ons);
    const alleenOns: Maatverslag = { aantal: 90_000, bouwers: [ons], vervolgen: [] };
    assert.deepEqual(
      toDoelen([alleenOns]).map(({ doel }) => doel),
      ["geheugen van alle bouwen van ons"],
    );
    assert.deepEqual(toDoelen([KLEIN]), []);
  });
});
