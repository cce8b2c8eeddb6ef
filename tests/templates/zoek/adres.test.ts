import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays } from "../../../src/model/datum.ts";
import { FACETTEN, VOLGORDEN, type Zoekopdracht } from "../../../src/zoeken/opdracht.ts";
import {
  isLeeg,
  LEGE_OPDRACHT,
  readAdres,
  toggleWaarde,
  withoutVerfijning,
  withPeriode,
  writeAdres,
} from "../../../templates/components/zoek/adres.ts";

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const dag = fc.integer({ min: 0, max: 60_000 }).map((dagen) => addDays("1900-01-01", dagen));
const opdrachten = fc
  .record({
    tekst: fc.string({ maxLength: 60 }).map((tekst) => tekst.trim()),
    waarden: fc.array(fc.tuple(fc.constantFrom(...FACETTEN), slug), { maxLength: 6 }),
    dagen: fc.tuple(fc.option(dag, { nil: undefined }), fc.option(dag, { nil: undefined })),
    volgorde: fc.constantFrom(...VOLGORDEN),
    pagina: fc.integer({ min: 1, max: 9_000 }),
  })
  .map(({ tekst, waarden, dagen: [een, ander], volgorde, pagina }): Zoekopdracht => {
    const gekozen = waarden.reduce<Zoekopdracht>(
      (opdracht, [facet, waarde]) =>
        opdracht.facetten[facet]?.includes(waarde) ? opdracht : toggleWaarde(opdracht, facet, waarde),
      { ...LEGE_OPDRACHT, tekst, volgorde },
    );
    const isOmgekeerd = een !== undefined && ander !== undefined && een > ander;
    return { ...(isOmgekeerd ? withPeriode(gekozen, ander, een) : withPeriode(gekozen, een, ander)), pagina };
  });

describe("the address of the search page", () => {
  it("brings back what was written, whatever was asked", () => {
    fc.assert(
      fc.property(opdrachten, (opdracht) => {
        assert.deepEqual(readAdres(writeAdres(opdracht)), { opdracht, fouten: [] });
      }),
    );
  });

  it("reads as a person would write it", () => {
    const { opdracht } = readAdres(
      "?q=lage+brug&fractie=vvd&fractie=d66&van=2023-01-01&tot=2023-12-31&volgorde=nieuwste&pagina=2",
    );
    assert.deepEqual(opdracht, {
      tekst: "lage brug",
      facetten: { fractie: ["vvd", "d66"] },
      van: "2023-01-01",
      tot: "2023-12-31",
      volgorde: "nieuwste",
      pagina: 2,
    });
  });

  for (const [veld, waarde] of [
    ["van", "2023-02-30"],
    ["tot", "morgen"],
    ["volgorde", "willekeurig"],
    ["pagina", "0"],
    ["pagina", "-1"],
    ["pagina", "1e9"],
    ["fractie", "<b>vvd</b>"],
    ["jaar", "20 23"],
  ] as const) {
    it(`leaves out ${veld}=${waarde} and names it`, () => {
      const { opdracht, fouten } = readAdres(`?q=brug&${new URLSearchParams({ [veld]: waarde })}`);
      assert.deepEqual(opdracht, { ...LEGE_OPDRACHT, tekst: "brug" });
      assert.deepEqual(fouten, [{ veld, waarde }]);
    });
  }

  it("keeps the first day when the last one lies before it", () => {
    const { opdracht, fouten } = readAdres("?van=2023-05-01&tot=2022-05-01");
    assert.deepEqual(opdracht, { ...LEGE_OPDRACHT, van: "2023-05-01" });
    assert.deepEqual(fouten, [{ veld: "tot", waarde: "2022-05-01" }]);
  });

  it("passes over names it does not know, empty values and a text without end", () => {
    const { opdracht, fouten } = readAdres(`?utm_source=x&fractie=&van=&q=${"a".repeat(5_000)}`);
    assert.deepEqual(opdracht, { ...LEGE_OPDRACHT, tekst: "a".repeat(200) });
    assert.deepEqual(fouten, []);
  });

  it("is empty when nothing is asked", () => {
    assert.equal(writeAdres({ ...LEGE_OPDRACHT, tekst: "  " }), "");
    assert.equal(isLeeg({ ...LEGE_OPDRACHT, tekst: " " }), true);
    assert.equal(isLeeg({ ...LEGE_OPDRACHT, volgorde: "nieuwste" }), false);
  });

  it("begins at the first page again when a choice changes", () => {
    const opdracht = { ...LEGE_OPDRACHT, tekst: "brug", pagina: 4 };
    assert.equal(toggleWaarde(opdracht, "fractie", "vvd").pagina, 1);
    assert.equal(withPeriode(opdracht, "2023-01-01", undefined).pagina, 1);
    assert.deepEqual(withoutVerfijning(toggleWaarde(opdracht, "fractie", "vvd")), { ...opdracht, pagina: 1 });
    assert.deepEqual(toggleWaarde(toggleWaarde(opdracht, "fractie", "vvd"), "fractie", "vvd").facetten, {});
  });
});
