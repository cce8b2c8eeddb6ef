import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createToeval, drawInteger } from "../../../src/synthetisch/toeval.ts";
import { encodeMeta } from "../../../src/zoeken/formaat/meta.ts";
import { paginasOf } from "../../../src/zoeken/formaat/stuk.ts";
import { type Basis, openBasis } from "../../../src/zoeken/motor/basis.ts";
import { openBestanden } from "../../../src/zoeken/motor/bestanden.ts";
import { writePlaatsen } from "../../../src/zoeken/motor/plaatsen.ts";
import { type BenoemdeVorm, benoemVormen, toEnginevraag } from "../../../src/zoeken/motor/stuk.ts";
import { openEngine } from "../../../src/zoeken/motor/wasm.ts";
import { GEHEEL_PAGINAS, openScoor, toWereld } from "../../../src/zoeken/motor/wereld.ts";
import { buildZoekarchief, type Zoekarchief } from "../../hulp/zoekarchief.ts";

const AANTAL = 40_000;

describe("openScoor", () => {
  let archief: Zoekarchief;
  let basis: Basis;
  before(async () => {
    archief = await buildZoekarchief([
      { sleutel: "2070Z00001", titel: "De brug", ingediend: "2070-01-01", teksten: [] },
    ]);
    const klein = await openBasis(openBestanden(archief.haal), archief.maakBackend, async () => undefined)();
    const toeval = createToeval(1, 0);
    const woordtellingen = Uint32Array.from({ length: AANTAL }, () => drawInteger(toeval, 100, 3_000));
    const { metavelden, pagefind: versie } = klein.manifest;
    basis = { ...klein, woordtellingen, meta: encodeMeta({ versie, metavelden, woordtellingen }) };
  });
  after(() => archief.close());

  /** Terms in some forms each, on every so many pages. */
  function drawTermen(seed: number, stappen: readonly (readonly number[])[]): readonly (readonly BenoemdeVorm[])[] {
    const toeval = createToeval(seed, 1);
    return benoemVormen(
      stappen.map((vormen) =>
        vormen.map((stap, rang) => {
          const plaatsen = new Map<number, { plaats: number; gewicht: number }[]>();
          for (
            let pagina = drawInteger(toeval, 0, stap);
            pagina < AANTAL;
            pagina += drawInteger(toeval, 1, 2 * stap - 1)
          ) {
            // Few numbers, so that terms now and then share a place: that counts otherwise.
            const nummers = new Set(
              Array.from({ length: drawInteger(toeval, 1, 6) }, () => drawInteger(toeval, 0, 40)),
            );
            plaatsen.set(
              pagina,
              [...nummers].sort((a, b) => a - b).map((plaats) => ({ plaats, gewicht: plaats % 7 === 0 ? 100 : 25 })),
            );
          }
          return { paginas: writePlaatsen(plaatsen), verschil: rang * 2, isLetterlijk: rang === 0, isHeel: rang === 0 };
        }),
      ),
    );
  }

  for (const [naam, stappen] of [
    ["a word in a third of all pages", [[3]]],
    ["a word in three forms", [[5, 40, 700]]],
    ["two common words", [[3], [4, 100]]],
    ["a common and a rare word", [[3], [400]]],
    ["four words", [[3], [5], [4, 9], [7]]],
  ] as const) {
    it(`scores as the whole archive would: ${naam}`, () => {
      const termen = drawTermen(stappen.length, stappen);
      const perTerm = termen.map((vormen) => new Set(vormen.flatMap(({ paginas }) => [...paginasOf(paginas)])));
      const [eerste = new Set<number>(), ...rest] = perTerm;
      const samen = [...eerste].filter((pagina) => rest.every((paginas) => paginas.has(pagina)));
      const paginas = samen.slice(0, 260).reverse();
      assert.ok(paginas.length > 20);
      const geheel = openEngine(archief.maakBackend, basis.module, basis.meta, toEnginevraag(termen))(paginas);
      const opPagina = new Map(geheel.map((treffer) => [treffer.pagina, treffer]));
      const scoor = openScoor(archief.maakBackend, basis, termen);
      const klein = scoor(paginas);
      assert.deepEqual(
        klein.map(({ pagina }) => pagina),
        paginas,
      );
      for (const { pagina, score, plaatsen } of klein) {
        const verwacht = opPagina.get(pagina);
        assert.ok(verwacht);
        // The engine adds up the lengths of all pages in 32 bits, which is less exact than the small archive.
        assert.ok(Math.abs(score / verwacht.score - 1) < 1e-4, `${pagina}: ${score}, not ${verwacht.score}`);
        assert.deepEqual(plaatsen, verwacht.plaatsen);
      }
      // A page that was scored keeps its score, whichever are asked for next.
      assert.deepEqual(scoor(paginas.slice(5, 9)), klein.slice(5, 9));
    });
  }

  it("says nothing of a page that lacks a term", () => {
    const termen = drawTermen(7, [[3], [4]]);
    const zonder = Array.from({ length: AANTAL }, (_, pagina) => pagina).find((pagina) =>
      termen.some((vormen) => !vormen.some(({ paginas }) => paginasOf(paginas).includes(pagina))),
    );
    assert.ok(zonder !== undefined);
    assert.deepEqual(openScoor(archief.maakBackend, basis, termen)([zonder]), []);
  });

  it("makes the archive much smaller for the engine", () => {
    const termen = drawTermen(1, [[3], [4]]);
    const [eerste = []] = termen;
    const wereld = toWereld([...paginasOf(eerste[0]?.paginas ?? assert.fail())].slice(0, 10), termen, {
      aantal: AANTAL,
      gemiddeld: 1_500,
      aantallen: termen.map((vormen) => vormen[0]?.paginas.aantal ?? 0),
      lengteOf: () => 1_000,
    });
    assert.ok(wereld && wereld.lengtes.length < GEHEEL_PAGINAS);
    const som = wereld.lengtes.reduce((tot, lengte) => tot + lengte, 0);
    assert.ok(Math.abs(som / wereld.lengtes.length - 1_500) < 0.01);
  });
});
