import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays } from "../../src/model/datum.ts";
import { findTermijn } from "../../src/model/termijn.ts";
import { toTermijnView } from "../../src/site/termijnlijn.ts";
import { kamervraag } from "./voorbeelden.ts";

function lijn(dagen: number, uitstelOpDag?: number) {
  const ingediend = "2099-01-01";
  const mededelingen =
    uitstelOpDag === undefined
      ? []
      : [{ soort: "uitstel" as const, tekst: "Later.", datum: addDays(ingediend, uitstelOpDag) }];
  const subject = kamervraag({ ingediend, beantwoord: addDays(ingediend, dagen), mededelingen });
  const peildatum = "2101-01-01";
  const termijn = findTermijn(subject, peildatum) ?? assert.fail();
  return toTermijnView({ termijn, ingediend, status: "beantwoord", peildatum });
}

describe("toTermijnView", () => {
  it("draws six weeks to scale", () => {
    const { grenzen, duur, over } = lijn(17);
    assert.deepEqual(grenzen, [50, 100]);
    assert.equal(duur, 40.48);
    assert.equal(over, undefined);
  });

  it("draws what came too late behind the end of the term", () => {
    assert.deepEqual(lijn(63).over, { van: 33.33, tot: 100 });
    assert.deepEqual(lijn(63, 20).over, { van: 66.67, tot: 100 });
  });

  it("has no place for a notice that is dated before the questions, and says of one that it came late", () => {
    const vroeg = lijn(30, -3);
    assert.equal(vroeg.punten.length, 1);
    assert.ok(vroeg.boven.every(({ x }) => x >= 0));
    const laat = lijn(30, 25);
    assert.match(laat.tekst.replaceAll("\u00a0", " "), /uitstel is pas op dag 25 gemeld, na de drie weken/);
    assert.doesNotMatch(lijn(30, 21).tekst, /pas op/);
  });

  it("always names the outcome, and never lets two labels touch", () => {
    for (let dagen = 0; dagen <= 400; dagen += 1) {
      for (const uitstel of [undefined, 1, 20]) {
        const { boven, onder } = lijn(dagen, uitstel);
        assert.match(boven[0]?.tekst ?? "", /^beantwoord/, `${dagen} days`);
        for (const row of [boven, onder]) {
          const spans = row
            .map(({ x, tekst, anker }) => {
              const width = (tekst.length * 0.38 * 100) / 18;
              const from = anker === "start" ? x : anker === "end" ? x - width : x - width / 2;
              return [from, from + width] as const;
            })
            .sort(([a], [b]) => a - b);
          spans.forEach(([from], index) => {
            assert.ok(index === 0 || from >= (spans[index - 1]?.[1] ?? 0), `${dagen} days: labels touch`);
          });
        }
      }
    }
  });
});
