import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createToeval, drawInteger, isDrawn, type Toeval } from "../../src/synthetisch/toeval.ts";
import { toVergelijkstand, type Vergelijkstand, werkVergelijkingBij } from "../../src/vergelijkbaar/bijwerken.ts";
import { type GepakteTermen, packTermen, termenOf } from "../../src/vergelijkbaar/termen.ts";
import { openVergelijking } from "../../src/vergelijkbaar/vergelijking.ts";
import { kamervraag, vraag } from "../site/voorbeelden.ts";

type Archief = Map<string, GepakteTermen>;

function compareAll(archief: Archief) {
  const vergelijking = openVergelijking();
  for (const [sleutel, termen] of archief) vergelijking.add(sleutel, termen);
  return vergelijking.besluit();
}

function standOf(archief: Archief): Vergelijkstand {
  const uitkomst = compareAll(archief);
  return toVergelijkstand(
    [...archief].map(([sleutel, termen]) => {
      const { drempel } = uitkomst.antwoordOp(sleutel);
      return { sleutel, termen, lengte: uitkomst.lengteVan(sleutel), ...(drempel ? { drempel } : {}) };
    }),
  );
}

// Few words, so that many Kamervragen share them and rows of candidates are full; and rare ones, whose weight changes with each.
function draw(toeval: Toeval, sleutel: string): GepakteTermen {
  const woord = () =>
    isDrawn(toeval, 0.8) ? `woord${drawInteger(toeval, 1, 60)}` : `zeldzaam${drawInteger(toeval, 1, 900)}`;
  const zin = (aantal: number) => Array.from({ length: aantal }, () => letters(woord())).join(" ");
  return packTermen(
    termenOf(kamervraag({ sleutel, titel: zin(3), onderwerpen: [], blokken: [vraag(["1"], zin(12))] })),
  );
}

// A word has no digits in its stem: "woord12" becomes "woordbc".
function letters(woord: string): string {
  return woord.replace(/\d/g, (cijfer) => String.fromCharCode(97 + Number(cijfer)));
}

describe("a comparison that is brought up to date", () => {
  for (const aantal of [80, 400, 1_500]) {
    it(`answers as one of the whole archive does, at ${aantal}`, () => {
      const toeval = createToeval(aantal, 3);
      const archief: Archief = new Map();
      for (let nummer = 0; nummer < aantal; nummer += 1) {
        const sleutel = `2099Z${String(nummer).padStart(5, "0")}`;
        archief.set(sleutel, draw(toeval, sleutel));
      }
      let stand = standOf(archief);
      const begin = compareAll(archief);
      const bekend = new Map([...archief.keys()].map((sleutel) => [sleutel, begin.findGelijke(sleutel)]));
      let opnieuw = 0;
      for (let stap = 0; stap < 30; stap += 1) {
        const sleutels = [...archief.keys()];
        const veranderd = new Map<string, GepakteTermen | undefined>();
        for (let count = drawInteger(toeval, 1, 3); count > 0; count -= 1) {
          const pick = sleutels[drawInteger(toeval, 0, sleutels.length - 1)] ?? "";
          const how = drawInteger(toeval, 0, 2);
          const nieuw = `20${isDrawn(toeval, 0.5) ? "99" : "98"}Z${drawInteger(toeval, 10_000, 99_999)}`;
          if (how === 0) veranderd.set(pick, undefined);
          else if (how === 1) veranderd.set(pick, draw(toeval, pick));
          else veranderd.set(nieuw, draw(toeval, nieuw));
        }
        for (const [sleutel, termen] of veranderd) {
          if (termen) archief.set(sleutel, termen);
          else archief.delete(sleutel);
        }
        const bij = werkVergelijkingBij(stand, veranderd, (sleutel) =>
          new TextDecoder().decode(archief.get(sleutel)?.tekst).split(" "),
        );
        const heel = compareAll(archief);
        if (!bij) {
          // Another power of two: all weights changed.
          stand = standOf(archief);
          for (const sleutel of archief.keys()) bekend.set(sleutel, heel.findGelijke(sleutel));
          continue;
        }
        opnieuw += bij.antwoorden.size;
        for (const [sleutel, { gelijke }] of bij.antwoorden) bekend.set(sleutel, gelijke);
        for (const sleutel of archief.keys())
          assert.deepEqual(bekend.get(sleutel), heel.findGelijke(sleutel), `${sleutel} after step ${stap}`);
        assert.deepEqual(bij.stand, standOf(archief), `the state after step ${stap}`);
        stand = bij.stand;
      }
      assert.ok(opnieuw < 30 * aantal * 0.9, `${opnieuw} compared again in 30 steps: hardly any was left alone`);
    });
  }

  it("gives up where all weights change, and in a small archive", () => {
    const toeval = createToeval(5, 3);
    const archief: Archief = new Map([["2099Z00001", draw(toeval, "2099Z00001")]]);
    const nieuw = new Map([["2099Z00002", draw(toeval, "2099Z00002")]]);
    assert.equal(
      werkVergelijkingBij(standOf(archief), nieuw, () => []),
      undefined,
    );
  });
});
