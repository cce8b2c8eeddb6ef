import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { openSchrijver } from "../../../src/zoeken/formaat/cbor.ts";
import { stripMerk, withMerk } from "../../../src/zoeken/formaat/merk.ts";
import {
  GEEN_PAGINAS,
  mergeLijsten,
  omvangOf,
  type Paginalijst,
  paginasOf,
  readStuk,
  type Stukwoord,
  writeStuk,
} from "../../../src/zoeken/formaat/stuk.ts";
import { compareWoorden } from "../../../src/zoeken/formaat/volgorde.ts";

/** Pages with the places of a word on them, and in its meta fields; what Pagefind writes as a list. */
type Vindplaatsen = readonly {
  readonly pagina: number;
  readonly plaatsen: readonly number[];
  readonly meta: readonly number[];
}[];

const vindplaatsen = fc
  .uniqueArray(
    fc.record({
      pagina: fc.nat(100_000),
      plaatsen: fc.array(fc.integer({ min: -256, max: 70_000 })),
      meta: fc.array(fc.integer({ min: -256, max: 300 }), { maxLength: 3 }),
    }),
    { selector: ({ pagina }) => pagina, maxLength: 12 },
  )
  .map((lijst) => lijst.toSorted((a, b) => a.pagina - b.pagina));

const woorden = fc
  .uniqueArray(fc.record({ woord: fc.string({ unit: "grapheme" }), hier: vindplaatsen, elders: vindplaatsen }), {
    selector: ({ woord }) => woord,
    maxLength: 10,
  })
  .map((lijst) => lijst.toSorted((a, b) => compareWoorden(a.woord, b.woord)));

describe("a piece of the word index", () => {
  it("reads what it writes, with and without Pagefind's mark", () => {
    fc.assert(
      fc.property(woorden, (lijst) => {
        const bytes = writeStuk(lijst.map(toStukwoord));
        for (const vorm of [bytes, withMerk(bytes)]) {
          const gelezen = [...readStuk(vorm)];
          assert.deepEqual(
            gelezen.map(({ woord }) => woord),
            lijst.map(({ woord }) => woord),
          );
          for (const [index, { paginas, vormen, sleutel }] of gelezen.entries()) {
            assert.deepEqual(
              [...paginasOf(paginas)],
              lijst[index]?.hier.map(({ pagina }) => pagina),
            );
            assert.deepEqual(
              [...paginasOf(vormen[0]?.paginas ?? GEEN_PAGINAS)],
              lijst[index]?.elders.map(({ pagina }) => pagina),
            );
            assert.equal(Buffer.from(sleutel).toString(), lijst[index]?.woord);
          }
          assert.deepEqual(writeStuk(gelezen), bytes);
        }
      }),
    );
  });

  it("refuses bytes that were cut off anywhere, or that have more behind them", () => {
    const plaatsen = [{ pagina: 3, plaatsen: [1, 300, 70_000], meta: [] }];
    const bytes = writeStuk([toStukwoord({ woord: "boom", hier: plaatsen, elders: [] })]);
    for (let length = 0; length < bytes.length; length += 1) {
      assert.throws(() => [...readStuk(bytes.slice(0, length))], `${length} of ${bytes.length} bytes`);
    }
    assert.throws(() => [...readStuk(Uint8Array.of(...bytes, 0))]);
  });

  it("refuses bytes that are no piece", () => {
    assert.throws(() => [...readStuk(new TextEncoder().encode("<!doctype html>"))]);
  });
});

describe("mergeLijsten", () => {
  it("puts lists behind each other, as if they had been one", () => {
    fc.assert(
      fc.property(fc.array(vindplaatsen, { maxLength: 5 }), (delen) => {
        const vanaf = (deel: number) => deel * 200_000;
        const los = delen.map((lijst, deel) => ({ vanaf: vanaf(deel), paginas: toLijst(lijst) }));
        const samen = delen.flatMap((lijst, deel) =>
          lijst.map((een) => ({ ...een, pagina: een.pagina + vanaf(deel) })),
        );
        assert.deepEqual(normaal(mergeLijsten(los)), normaal(toLijst(samen)));
      }),
    );
  });

  it("refuses lists whose pages overlap", () => {
    const lijst = toLijst([{ pagina: 5, plaatsen: [1], meta: [] }]);
    assert.throws(
      () =>
        mergeLijsten([
          { vanaf: 0, paginas: lijst },
          { vanaf: 0, paginas: lijst },
        ]),
      /overlap/,
    );
  });
});

describe("omvangOf", () => {
  it("counts pages, places and spellings, as Pagefind does to cut pieces", () => {
    const hier = [{ pagina: 1, plaatsen: [1, 2, 3], meta: [4] }];
    assert.equal(omvangOf(toStukwoord({ woord: "een", hier, elders: [] })), 5 + 1);
    assert.equal(omvangOf({ woord: "een", paginas: toLijst(hier), vormen: [] }), 5);
  });
});

describe("compareWoorden", () => {
  it("orders as the bytes of the words do", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        assert.equal(Math.sign(compareWoorden(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    assert.ok("\u{1F600}" < "\uFF5E" && compareWoorden("\u{1F600}", "\uFF5E") > 0);
  });
});

describe("stripMerk", () => {
  it("leaves bytes without the mark alone", () => {
    const bytes = Uint8Array.of(1, 2, 3);
    assert.deepEqual(stripMerk(bytes), bytes);
    assert.deepEqual(stripMerk(withMerk(bytes)), bytes);
  });
});

function toStukwoord({
  woord,
  hier,
  elders,
}: {
  readonly woord: string;
  readonly hier: Vindplaatsen;
  readonly elders: Vindplaatsen;
}): Stukwoord {
  return { woord, paginas: toLijst(hier), vormen: [{ vorm: `${woord}é`, paginas: toLijst(elders) }] };
}

// Written as Pagefind writes it, and read back by the reader under test.
function toLijst(lijst: Vindplaatsen): Paginalijst {
  const schrijver = openSchrijver();
  schrijver.lijst(1);
  schrijver.lijst(1);
  schrijver.lijst(3);
  schrijver.tekst("x");
  schrijver.lijst(lijst.length);
  let vorige = 0;
  for (const { pagina, plaatsen, meta } of lijst) {
    schrijver.lijst(3);
    schrijver.getal(pagina - vorige);
    vorige = pagina;
    for (const getallen of [plaatsen, meta]) {
      schrijver.lijst(getallen.length);
      for (const getal of getallen) schrijver.getal(getal);
    }
  }
  schrijver.lijst(0);
  const [gelezen] = readStuk(schrijver.uitkomst());
  return gelezen?.paginas ?? GEEN_PAGINAS;
}

function normaal({ rest, ...lijst }: Paginalijst) {
  return { ...lijst, rest: [...rest] };
}
