import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isBijnaPortefeuille, isPortefeuille, withSpaties } from "../../src/sources/portefeuilles.ts";

describe("withSpaties", () => {
  for (const [regel, expected] of [
    ["de Minister vanBuitenlandse Zaken over", "de Minister van Buitenlandse Zaken over"],
    ["de Minister van Sociale Zaken enWerkgelegenheid over", "de Minister van Sociale Zaken en Werkgelegenheid over"],
    ["van Infrastructuuren Waterstaat, van", "van Infrastructuur en Waterstaat, van"],
    ["minister vanbuitenlandse zaken over", "minister van buitenlandse zaken over"],
    ["van FinanciënOver zand", "van Financiën Over zand"],
    ["aan deMinister van Kaas", "aan de Minister van Kaas"],
    ["mede namensde Minister van Kaas", "mede namens de Minister van Kaas"],
    ["van hetlid Meent", "van het lid Meent"],
    ["van de ledenMeent en Oever", "van de leden Meent en Oever"],
    ["Van der Meent en vanDuin", "Van der Meent en van Duin"],
    ["minister van financiën", "minister van financiën"],
    ["de Minister van Wind en Water over zand", "de Minister van Wind en Water over zand"],
    ["over de landing in Vandaag", "over de landing in Vandaag"],
    ["Vragen over het deense leger", "Vragen over het deense leger"],
    ["MacDuin en Lidmaat", "MacDuin en Lidmaat"],
  ] as const) {
    it(`makes "${expected}" of "${regel}"`, () => assert.equal(withSpaties(regel), expected));
  }
});

describe("isPortefeuille", () => {
  for (const [naam, is, isBijna] of [
    ["Financiën", true, true],
    ["justitie en veiligheid", true, true],
    ["Infrastructuuren Waterstaat", true, true],
    ["Binnenlandse Zaken en Koninkrijkrelaties", false, true],
    ["Wind en Water", false, false],
    ["Financiën en Kaas", false, false],
    ["", false, false],
  ] as const) {
    it(`knows "${naam}": ${is}, nearly: ${isBijna}`, () =>
      assert.deepEqual([isPortefeuille(naam), isBijnaPortefeuille(naam)], [is, isBijna]));
  }
});
