import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { aanhalingOpPagina } from "../../../src/site/aanhalen/op-pagina.ts";
import { toKamervraagView } from "../../../src/site/pagina.ts";
import { generateArchief } from "../../../src/synthetisch/archief.ts";
import { antwoord, kamervraag, vraag } from "../voorbeelden.ts";

const CONTEXT = { peildatum: "2099-12-01" } as const;

describe("what the page states for its copy buttons", () => {
  it("is nothing at all where the page shows it already, as most do", () => {
    assert.equal(toKamervraagView(kamervraag(), CONTEXT).aanhalen.verschil, undefined);
    for (const een of generateArchief({ aantal: 40 })) {
      const { aanhalen, gesprek } = toKamervraagView(een, {
        peildatum: "2096-01-01",
        adres: "https://archief.example",
      });
      assert.equal(aanhalen.verschil, undefined, een.sleutel);
      for (const deel of gesprek.delen) {
        if (deel.soort === "vraagblok")
          assert.ok([...deel.vragen, ...deel.antwoorden].every(({ aanhaling }) => aanhaling === undefined));
      }
    }
  });

  it("is what differs and nothing else", () => {
    const een = kamervraag({ gerichtAan: [{ functie: "Regeringscommissaris voor Wind" }] });
    assert.deepEqual(toKamervraagView(een, CONTEXT).aanhalen.verschil, {
      ontvangers: [{ letterlijk: "Regeringscommissaris voor Wind" }],
    });
  });

  it("is the citation of an antwoord in another document than the page names first", () => {
    const { gesprek } = toKamervraagView(
      kamervraag({ blokken: [vraag(["1"]), antwoord(["1"], "Ja.", { bron: "kv-tk-2099Z00001" })] }),
      CONTEXT,
    );
    const [blok] = gesprek.delen;
    assert.match((blok?.soort === "vraagblok" && blok.antwoorden[0]?.aanhaling) || "", /^Kamervragen 2099Z00001/);
  });
});

describe("aanhalingOpPagina", () => {
  for (const [ankers, einde] of [
    [["vraag-3"], "vraag\u00a03"],
    [["antwoord-2", "antwoord-3", "antwoord-4"], "antwoord op vraag\u00a02 t/m 4"],
    [["antwoord-3-2"], "antwoord op vraag\u00a03"],
    [["antwoord-z1"], "antwoord zonder vraagnummer"],
    [["vraag-z2"], "vraag zonder nummer"],
  ] as const) {
    it(`cites ${ankers.join(", ")} as "${einde}"`, () => {
      assert.equal(aanhalingOpPagina("K", ankers), `K, ${einde}`);
    });
  }
});
