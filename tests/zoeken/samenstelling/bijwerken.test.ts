/** The words to add, brought up to date, are those of all words taken apart again. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { updateSleutels } from "../../../src/zoeken/samenstelling/bijwerken.ts";
import { toSleutels } from "../../../src/zoeken/samenstelling/sleutels.ts";
import { openSplitser } from "../../../src/zoeken/samenstelling/splits.ts";

/** Parts, prefixes, suffixes and what binds parts, so that many words are compounds and many look like one. */
const STUKKEN = [
  "bank",
  "banken",
  "kaart",
  "kaarten",
  "weg",
  "wegen",
  "woning",
  "raad",
  "voor",
  "tijd",
  "zaam",
  "opvang",
  "s",
  "en",
  "er",
];
const woord = fc.array(fc.constantFrom(...STUKKEN), { minLength: 1, maxLength: 4 }).map((stukken) => stukken.join(""));
const stand = fc.uniqueArray(fc.tuple(woord, fc.integer({ min: 1, max: 40 })), {
  selector: ([een]) => een,
  minLength: 10,
  maxLength: 60,
});
// Few change, by a little or a lot, and some come or go.
const wijzigingen = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 3 });
const erbij = fc.uniqueArray(fc.tuple(woord, fc.integer({ min: 1, max: 9 })), {
  selector: ([een]) => een,
  maxLength: 2,
});
const stam = (een: string) => een.replace(/(?:en|s|er)$/u, "");

const toStof = (paginas: ReadonlyMap<string, number>, functiewoorden: ReadonlySet<string>) => ({
  ...{ paginas, splits: openSplitser(paginas), stam },
  isFunctiewoord: (deStam: string) => functiewoorden.has(deStam),
});

describe("updateSleutels", () => {
  it("answers what all words taken apart again would, and leaves most of them alone", () => {
    let geraakt = 0;
    let alle = 0;
    let anders = 0;
    const functie = fc.subarray(["bank", "weg", "raad"], { maxLength: 1 });
    fc.assert(
      fc.property(stand, wijzigingen, erbij, functie, functie, (paren, andere, nieuwe, functieOud, functieNieuw) => {
        const oud = new Map(paren);
        const nu = new Map(oud);
        for (const [plaats, aantal] of andere) {
          const [een = ""] = paren[plaats % paren.length] ?? [];
          if (aantal === 0) nu.delete(een);
          else if (nu.has(een)) nu.set(een, aantal);
        }
        for (const [een, aantal] of nieuwe) if (!oud.has(een)) nu.set(een, aantal);
        // As words are told: in their order.
        const [gesorteerdOud, gesorteerdNu] = [oud, nu].map(
          (map) => new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1))),
        );
        assert.ok(gesorteerdOud && gesorteerdNu);
        const [eerst, later] = [
          toSleutels(toStof(gesorteerdOud, new Set(functieOud))),
          toSleutels(toStof(gesorteerdNu, new Set(functieNieuw))),
        ];
        const bij = updateSleutels(toStof(gesorteerdNu, new Set(functieNieuw)), {
          aantallen: new Map(
            [...new Set([...oud.keys(), ...nu.keys()])]
              .filter((een) => oud.get(een) !== nu.get(een) || een.startsWith("bank"))
              .map((een) => [een, oud.get(een) ?? 0]),
          ),
          stammen: new Set(
            [...functieOud, ...functieNieuw].filter((een) => functieOud.includes(een) !== functieNieuw.includes(een)),
          ),
        });
        const uitkomst = new Map([...new Map([...eerst, ...bij])].filter(([, sleutels]) => sleutels.length > 0));
        assert.deepEqual(new Map([...uitkomst].sort()), new Map([...later].sort()));
        geraakt += bij.size;
        alle += nu.size;
        anders += [...uitkomst].filter(([een, sleutels]) => sleutels.join() !== (eerst.get(een) ?? []).join()).length;
      }),
      { numRuns: 1_500 },
    );
    assert.ok(anders > 500, `${anders} changed`);
    assert.ok(geraakt < alle / 2, `${geraakt} of ${alle} were taken apart`);
  });
});
