import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { openWoordaanvulling } from "../../../scripts/build/zoekindex/woorden.ts";
import { createMotor, type Motor } from "../../../src/zoeken/motor/motor.ts";
import { toSleutels } from "../../../src/zoeken/samenstelling/sleutels.ts";
import { openSplitser } from "../../../src/zoeken/samenstelling/splits.ts";
import type { MiniKamervraag } from "../../hulp/minisite.ts";
import { buildZoekarchief, opdrachtVan, type Zoekarchief } from "../../hulp/zoekarchief.ts";
import { GEWONE_WOORDEN, PAREN } from "./paren.ts";

const paginas = new Map(GEWONE_WOORDEN.map((woord) => [woord.toLowerCase(), 8]));

describe("openSplitser", () => {
  const splits = openSplitser(paginas);
  for (const [woord, ...delen] of [
    ["kinderopvang", "kind", "opvang"],
    ["toeslagenaffaire", "toeslagen", "affaire"],
    ["gemeentefonds", "gemeente", "fonds"],
    ["arbeidsinspectie", "arbeid", "inspectie"],
    ["zonnepanelen", "zonne", "panelen"],
    ["snelwegen", "snel", "wegen"],
    ["noodzakelijk"],
    ["minister"],
    ["plastic"],
    ["kabinet"],
    ["procent"],
    ["belangrijk"],
    ["voorzitter"],
    ["onderzoek"],
    ["bijvoorbeeld"],
    ["amsterdam"],
    ["jansen"],
    ["opvang"],
  ] as const) {
    it(delen.length > 0 ? `takes "${woord}" apart` : `leaves "${woord}" whole`, () => {
      assert.deepEqual(
        splits(woord).map(({ woord: deel }) => deel),
        delen,
      );
    });
  }

  it("does not take a usual word apart into parts that are rare", () => {
    const namen = new Map([
      ["water", 2],
      ["molen", 2],
      ["watermolen", 400],
    ]);
    assert.deepEqual(openSplitser(new Map([...namen, ["molen", 2]]))("stoommolen"), []);
    assert.equal(openSplitser(namen)("watermolen").length, 0);
    assert.equal(openSplitser(new Map([...namen, ["watermolen", 3]]))("watermolen").length, 2);
  });

  it("answers parts that stand in the word in that order, from its begin to its end", () => {
    const woorden = [...paginas.keys()];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...woorden, "s", "en", "er"), { maxLength: 5 }), (stukken) => {
        const woord = stukken.join("");
        const delen = splits(woord);
        assert.notEqual(delen.length, 1);
        if (delen.length === 0) return;
        assert.equal(delen[0]?.van, 0);
        assert.equal(delen.at(-1)?.tot, woord.length);
        for (const [index, { woord: deel, van, tot }] of delen.entries()) {
          assert.equal(woord.slice(van, tot), deel);
          const tussen = (delen[index + 1]?.van ?? tot) - tot;
          assert.ok(tussen >= 0 && tussen <= 2);
        }
      }),
    );
  });
});

describe("toSleutels", () => {
  const stam = (woord: string) => woord.replace(/en$/u, "");
  const maak = (woorden: readonly string[], isFunctiewoord?: (stam: string) => boolean) => {
    const aantallen = new Map(woorden.map((woord) => [woord, 4]));
    const sleutels = toSleutels({
      paginas: aantallen,
      splits: openSplitser(aantallen),
      stam,
      ...(isFunctiewoord ? { isFunctiewoord } : {}),
    });
    return Object.fromEntries(sleutels);
  };

  it("adds a part at the end and in the middle, not one that is found as a begin", () => {
    assert.deepEqual(maak(["kind", "opvang", "kinderopvang", "noodopvangplek", "plek", "gastopvangplek", "gast"]), {
      kinderopvang: ["opvang·kinderopvang"],
      gastopvangplek: ["opvang·gastopvangplek", "plek·gastopvangplek"],
    });
  });

  it("adds parts that follow each other when the archive has that word", () => {
    assert.deepEqual(maak(["gast", "opvang", "plek", "opvangplek", "gastopvangplek"]).gastopvangplek, [
      "opvangplek·gastopvangplek",
    ]);
  });

  it("adds a begin that its usual form does not begin with", () => {
    assert.deepEqual(maak(["school", "scholenbouw", "bouw", "scholen"]).scholenbouw, ["bouw·scholenbouw"]);
    const aantallen = new Map(["school", "scholen", "bouw", "scholenbouw"].map((woord) => [woord, 4]));
    const sleutels = toSleutels({
      paginas: aantallen,
      splits: openSplitser(aantallen),
      stam: (woord) => (woord === "scholen" ? "school" : woord),
    });
    assert.deepEqual(sleutels.get("scholenbouw"), ["bouw·scholenbouw", "school·scholenbouw"]);
  });

  it("adds the singular and the plural that the archive has, for the stemmer takes some apart", () => {
    const aantallen = new Map(["studie", "schuld", "schulden", "studieschulden"].map((woord) => [woord, 4]));
    const sleutels = toSleutels({ paginas: aantallen, splits: openSplitser(aantallen), stam: (woord) => woord });
    assert.deepEqual(sleutels.get("studieschulden"), ["schulden·studieschulden", "schuld·studieschulden"]);
  });

  it("adds nothing for a function word", () => {
    assert.deepEqual(
      maak(["kind", "opvang", "kinderopvang"], (deStam) => deStam === "opvang"),
      {},
    );
  });
});

describe("an archive with compounds", () => {
  const los = (nummer: number): MiniKamervraag => ({
    sleutel: `2070Z0${9000 + nummer}`,
    titel: "Losse woorden",
    teksten: [[`Kent u ${GEWONE_WOORDEN.join(" ")}?`, "Ja."]],
  });
  const met = ([, samenstelling]: readonly [string, string], index: number): MiniKamervraag => ({
    sleutel: `2070Z0${1000 + index}`,
    titel: `Kwestie ${index}`,
    teksten: [[`Klopt dit over ${samenstelling}?`, "Ja."]],
  });
  let archief: Zoekarchief;
  let motor: Motor;
  before(async () => {
    archief = await buildZoekarchief([...PAREN.map(met), los(1), los(2)], { woorden: openWoordaanvulling });
    motor = createMotor(archief);
  });
  after(() => archief.close());

  it("finds at least 90 of 100 compounds by their parts", async () => {
    assert.equal(PAREN.length >= 100, true);
    const gemist: string[] = [];
    for (const [index, [getypt, samenstelling]] of PAREN.entries()) {
      const eerste = await motor.zoek(opdrachtVan(getypt));
      const bladen = [eerste];
      for (let pagina = 2; pagina <= Math.ceil(eerste.aantal / 10); pagina += 1)
        bladen.push(await motor.zoek(opdrachtVan(getypt, { pagina })));
      const gevonden = bladen.flatMap(({ treffers }) => treffers.map(({ pagina }) => pagina));
      if (!gevonden.includes(index)) gemist.push(`${getypt} ${samenstelling}`);
    }
    assert.ok(gemist.length <= PAREN.length / 10, `${gemist.length} of ${PAREN.length} missed: ${gemist.join(", ")}`);
  });

  it("marks the compound and names it among what was found", async () => {
    const { treffers, termen } = await motor.zoek(opdrachtVan("affaire"));
    const index = PAREN.findIndex(([, samenstelling]) => samenstelling === "toeslagenaffaire");
    const treffer = treffers.find(({ pagina }) => pagina === index);
    assert.deepEqual(treffer?.vormen, ["toeslagenaffaire"]);
    assert.ok(termen[0]?.ookAls.includes("toeslagenaffaire"));
    const marked = treffer?.delen[0]?.uittreksel.filter(({ isTreffer }) => isTreffer).map(({ tekst }) => tekst);
    assert.deepEqual(marked, ["toeslagenaffaire"]);
  });

  it("does not find a word by what only looks like a part", async () => {
    const plas = await motor.zoek(opdrachtVan("ster"));
    assert.ok(!plas.termen[0]?.ookAls.includes("minister"));
    assert.ok(!(await motor.zoek(opdrachtVan("rijk"))).termen[0]?.ookAls.includes("belangrijk"));
  });

  it("finds no compound in quotation marks", async () => {
    assert.equal((await motor.zoek(opdrachtVan('"affaire"'))).aantal, 2);
  });

  it("suggests words of the archive for a mistyped one", async () => {
    const eerste = async (woord: string) => (await motor.stelVoor(woord))[0]?.woord;
    assert.equal(await eerste("stikstfo"), "stikstof");
    assert.ok((await motor.stelVoor("toeslagnaffaire")).some(({ woord }) => woord === "toeslagenaffaire"));
    assert.equal(await eerste("tikstof"), "stikstof");
    assert.deepEqual(await motor.stelVoor("xqzwvk"), []);
  });

  it("ranks the word itself above what begins with it and what ends with it", async () => {
    const zin = (woord: string, nummer: number): MiniKamervraag => ({
      sleutel: `2070Z0000${nummer}`,
      titel: "Een kwestie",
      // The longer words stand there twice: only the weight of the word itself keeps it above them.
      teksten: [[`Kent u ${woord}?`, `Ja, dat is ${woord === "plas" ? "water" : woord}.`]],
    });
    const klein = await buildZoekarchief(["plas", "plasma", "slootplas"].map(zin), {
      woorden: (over) => {
        const aanvulling = openWoordaanvulling(over);
        return { ...aanvulling, sleutels: () => new Map([["slootplas", "plas·slootplas"]]) };
      },
    });
    const { treffers } = await createMotor(klein).zoek(opdrachtVan("plas"));
    assert.equal(treffers.length, 3);
    assert.equal(treffers[0]?.vormen[0], "plas");
    await klein.close();
  });

  it("finds names with letters that no accent makes in either spelling, and says as what", async () => {
    const paren = [
      ["Søren", "Soren"],
      ["Łódź", "Lodz"],
      ["Đorđe", "Dorde"],
      ["Strauß", "Strauss"],
      ["Ærøsund", "Aerosund"],
      ["Þórhildur", "Thorhildur"],
      ["Özdek", "Ozdek"],
    ] as const;
    const namen = paren.flat().map(
      (naam, index): MiniKamervraag => ({
        sleutel: `2070Z${10_000 + index}`,
        titel: "Een kwestie",
        teksten: [[`Kent u ${naam}?`, "Ja."]],
      }),
    );
    const klein = await buildZoekarchief(namen, { woorden: openWoordaanvulling });
    const zoek = createMotor(klein).zoek;
    for (const [index, paar] of paren.entries()) {
      for (const naam of paar) {
        const { treffers } = await zoek(opdrachtVan(naam));
        const paginas = treffers.map(({ pagina }) => pagina);
        assert.deepEqual(
          [...paginas].sort((a, b) => a - b),
          [2 * index, 2 * index + 1],
          naam,
        );
        // The spelling that was typed stands first, and both are marked as they stand in the text.
        assert.equal(
          paginas[0],
          namen.findIndex(({ teksten }) => teksten[0]?.[0].includes(naam)),
          naam,
        );
        assert.deepEqual(
          treffers.flatMap(({ vormen }) => vormen).sort(),
          paar.map((een) => een.toLowerCase()).sort(),
          naam,
        );
      }
    }
    assert.deepEqual((await zoek(opdrachtVan("Lodz"))).termen[0]?.ookAls, ["łódź"]);
    await klein.close();
  });

  it("suggests nothing where the build made no vocabulary", async () => {
    const kaal = await buildZoekarchief([los(1)]);
    assert.deepEqual(await createMotor(kaal).stelVoor("stikstfo"), []);
    await kaal.close();
  });
});
