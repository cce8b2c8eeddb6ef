import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Facetrij } from "../../../src/zoeken/facetten/rij.ts";
import { encodeFacetten } from "../../../src/zoeken/facetten/schrijf.ts";
import { type Facettabel, openFacetten, type Verfijning } from "../../../src/zoeken/facetten/tabel.ts";
import { FACETTEN } from "../../../src/zoeken/opdracht.ts";

const toWaarde = (waarde: string) => ({ waarde, naam: waarde.toUpperCase() });
const GEEN: Verfijning = { facetten: {} };
const LEEG: Facetrij = { waarden: {} };

const waarden = (letters: string) =>
  fc.uniqueArray(fc.constantFrom(...letters).map(toWaarde), { maxLength: 3, selector: ({ waarde }) => waarde });
const rij: fc.Arbitrary<Facetrij> = fc.record(
  {
    ingediend: fc
      .integer({ min: 0, max: 400 })
      .map((dag) => new Date(Date.UTC(2061, 0, 1 + dag)).toISOString().slice(0, 10)),
    antwoorddagen: fc.integer({ min: 0, max: 300 }),
    waarden: fc.record(
      { fractie: waarden("abc"), indiener: waarden("defgh"), staat: waarden("xy") },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["waarden"] },
);
const keuze = fc.subarray([..."abcdxy"]);
const verfijning: fc.Arbitrary<Verfijning> = fc.record(
  {
    facetten: fc.record({ fractie: keuze, staat: keuze }, { requiredKeys: [] }),
    van: fc.constantFrom("2061-02-01", "2061-06-15"),
    tot: fc.constantFrom("2061-08-01", "2062-01-01"),
  },
  { requiredKeys: ["facetten"] },
);

/** The table of these rows, with its columns in memory. */
function openRijen(rijen: readonly Facetrij[], kort = (bytes: Uint8Array) => bytes): Facettabel {
  const kolommen: Uint8Array[] = [];
  const tabel = encodeFacetten(rijen, (bytes) => `facet/${kolommen.push(bytes) - 1}.bin`);
  return openFacetten(tabel, async (key, read) =>
    read(kort(kolommen[Number(/\d+/.exec(key)?.[0])] ?? new Uint8Array())),
  );
}

/** What is meant, without any thought of speed. */
function past(een: Facetrij | undefined, { facetten, van, tot }: Verfijning, zonder?: string): boolean {
  if (!een) return false;
  const { ingediend } = een;
  if ((van || tot) && !ingediend) return false;
  if (van && ingediend && ingediend < van) return false;
  if (tot && ingediend && ingediend > tot) return false;
  return FACETTEN.every((facet) => {
    const gekozen = facetten[facet] ?? [];
    if (gekozen.length === 0 || facet === zonder) return true;
    return (een.waarden[facet] ?? []).some(({ waarde }) => gekozen.includes(waarde));
  });
}

describe("the table of facets", () => {
  it("narrows as it is meant, in the order of the hits", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rij, { maxLength: 30 }), verfijning, async (rijen, eis) => {
        const treffers = rijen.map((_, index) => index).reverse();
        const gevonden = await openRijen(rijen).filter(treffers, eis);
        assert.deepEqual(
          gevonden,
          treffers.filter((pagina) => past(rijen[pagina], eis)),
        );
      }),
    );
  });

  it("counts a facet over the hits that the other facets leave", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rij, { maxLength: 30 }), verfijning, async (rijen, eis) => {
        const alle = rijen.map((_, index) => index);
        const { facetten } = await openRijen(rijen).telling(alle, eis);
        for (const facet of ["fractie", "indiener", "staat"] as const) {
          const over = rijen.filter((een) => past(een, eis, facet));
          for (const { waarde, aantal, naam } of facetten[facet]) {
            assert.equal(
              aantal,
              over.filter((een) => een.waarden[facet]?.some((ander) => ander.waarde === waarde)).length,
            );
            assert.equal(naam, waarde.toUpperCase());
          }
          const geteld = new Set(facetten[facet].map(({ waarde }) => waarde));
          for (const een of over) for (const { waarde } of een.waarden[facet] ?? []) assert.ok(geteld.has(waarde));
        }
      }),
    );
  });

  it("sorts as a comparison of two pages would", () => {
    const sleutelOf = ({ ingediend = "" }: Facetrij) => ingediend;
    const onbekendLast = (a: boolean, b: boolean) => Number(a) - Number(b);
    fc.assert(
      fc.property(fc.array(rij, { maxLength: 30 }), fc.array(fc.nat(29)), (rijen, keuze) => {
        const tabel = openRijen(rijen);
        const treffers = [...new Set(keuze)].filter((pagina) => pagina < rijen.length);
        const met = (vergelijk: (a: Facetrij, b: Facetrij) => number, bijGelijk: 1 | -1) =>
          treffers.toSorted((a, b) => vergelijk(rijen[a] ?? LEEG, rijen[b] ?? LEEG) || (a - b) * bijGelijk);
        const opDag = (richting: 1 | -1) => (a: Facetrij, b: Facetrij) =>
          onbekendLast(sleutelOf(a) === "", sleutelOf(b) === "") ||
          (sleutelOf(a) < sleutelOf(b) ? -richting : sleutelOf(a) > sleutelOf(b) ? richting : 0);
        assert.deepEqual(tabel.sorteer(treffers, "nieuwste"), met(opDag(-1), -1));
        assert.deepEqual(tabel.sorteer(treffers, "oudste"), met(opDag(1), 1));
        assert.deepEqual(
          tabel.sorteer(treffers, "antwoordtijd"),
          met(
            (a, b) =>
              onbekendLast(a.antwoorddagen === undefined, b.antwoorddagen === undefined) ||
              (a.antwoorddagen ?? 0) - (b.antwoorddagen ?? 0) ||
              opDag(-1)(a, b),
            -1,
          ),
        );
      }),
    );
  });

  it("puts what has no day or no antwoord last, and of equals the newest first", () => {
    const tabel = openRijen([
      { ingediend: "2061-03-01", antwoorddagen: 9, waarden: {} },
      { waarden: {} },
      { ingediend: "2061-03-01", waarden: {} },
      { ingediend: "2061-02-01", antwoorddagen: 9, waarden: {} },
      { ingediend: "2061-04-01", antwoorddagen: 0, waarden: {} },
    ]);
    assert.deepEqual(tabel.sorteer([0, 1, 2, 3, 4], "nieuwste"), [4, 2, 0, 3, 1]);
    assert.deepEqual(tabel.sorteer([0, 1, 2, 3, 4], "oudste"), [3, 0, 2, 4, 1]);
    assert.deepEqual(tabel.sorteer([0, 1, 2, 3, 4], "antwoordtijd"), [4, 0, 3, 2, 1]);
  });

  it("keeps a chosen value without a hit, and the value above another", async () => {
    const rijen: Facetrij[] = [
      {
        ingediend: "2061-03-01",
        waarden: { onderwerp: [{ ...toWaarde("spoor"), onder: "verkeer" }, toWaarde("verkeer")] },
      },
      { ingediend: "2063-03-01", waarden: { fractie: [toWaarde("a")] } },
    ];
    const { facetten, periode } = await openRijen(rijen).telling([0], { facetten: { fractie: ["a"] } });
    assert.deepEqual(facetten.fractie, [{ waarde: "a", naam: "A", aantal: 0 }]);
    assert.deepEqual(facetten.onderwerp, []);
    assert.deepEqual(periode, { van: "2061-03-01", tot: "2063-03-01" });
    const { facetten: zonder } = await openRijen(rijen).telling([0], GEEN);
    assert.deepEqual(zonder.onderwerp, [
      { waarde: "spoor", naam: "SPOOR", aantal: 1, onder: "verkeer" },
      { waarde: "verkeer", naam: "VERKEER", aantal: 1 },
    ]);
  });

  it("loads no more columns than a choice needs, each once", async () => {
    const geladen: string[] = [];
    const kolommen: Uint8Array[] = [];
    const rijen: Facetrij[] = [
      { ingediend: "2061-03-01", waarden: { fractie: [toWaarde("a")], staat: [toWaarde("x")] } },
    ];
    const tabel = openFacetten(
      encodeFacetten(rijen, (bytes) => String(kolommen.push(bytes) - 1)),
      async (key, read) => {
        geladen.push(FACETTEN[Number(key)] ?? "");
        return read(kolommen[Number(key)] ?? new Uint8Array());
      },
    );
    tabel.sorteer([0], "antwoordtijd");
    await tabel.filter([0], { facetten: {}, van: "2061-01-01" });
    assert.deepEqual(geladen, []);
    await tabel.filter([0], { facetten: { fractie: ["a"] } });
    assert.deepEqual(geladen, ["fractie"]);
    await tabel.telling([0], GEEN);
    await tabel.telling([0], { facetten: { staat: ["x"] } });
    assert.deepEqual(geladen.toSorted(), FACETTEN.toSorted());
  });

  it("asks again for a column that did not come", async () => {
    const kolommen: Uint8Array[] = [];
    const rijen: Facetrij[] = [{ waarden: { fractie: [toWaarde("a")] } }];
    let isWeg = true;
    const tabel = openFacetten(
      encodeFacetten(rijen, (bytes) => String(kolommen.push(bytes) - 1)),
      async (key, read) => {
        if (isWeg) throw new Error("weg");
        return read(kolommen[Number(key)] ?? new Uint8Array());
      },
    );
    await assert.rejects(tabel.filter([0], { facetten: { fractie: ["a"] } }), /weg/);
    isWeg = false;
    assert.deepEqual(await tabel.filter([0], { facetten: { fractie: ["a"] } }), [0]);
  });

  it("says that it is cut off, and so is a column", async () => {
    const rijen: Facetrij[] = [{ ingediend: "2061-03-01", antwoorddagen: 3, waarden: { fractie: [toWaarde("a")] } }];
    let langste = 0;
    const bytes = encodeFacetten(rijen, (kolom) => {
      langste = Math.max(langste, kolom.length);
      return "facet/1234567890.bin";
    });
    for (let length = 0; length < bytes.length; length += 1) {
      assert.throws(() => openFacetten(bytes.subarray(0, length), () => Promise.reject(new Error())), /cut off/);
    }
    for (let length = 0; length < langste; length += 1) {
      const kort = openRijen(rijen, (kolom) => kolom.subarray(0, Math.min(length, kolom.length - 1)));
      await assert.rejects(kort.telling([0], GEEN), /cut off/);
    }
  });
});
