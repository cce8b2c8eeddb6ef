import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { naamOf, openGraaf, toKnoop } from "../../src/samenhang/graaf.ts";
import { openLuieGraaf } from "../../src/samenhang/luie-graaf.ts";
import { createToeval, drawInteger, isDrawn, type Toeval } from "../../src/synthetisch/toeval.ts";
import { antwoord, bron, kamervraag, vraag } from "../site/voorbeelden.ts";

const AANTAL = 60;
const sleutelOf = (nummer: number) => `2099Z${String(nummer).padStart(5, "0")}`;
const ahOf = (nummer: number) => `ah-tk-20982099-${nummer}`;

/** Refers to others by key and by the number of an antwoord, which some share; also to what is not there. */
function draw(toeval: Toeval, nummer: number): Kamervraag {
  const ander = () => drawInteger(toeval, 1, AANTAL + 10);
  const datum = `2099-${String(drawInteger(toeval, 1, 12)).padStart(2, "0")}-05`;
  const eigenAh = isDrawn(toeval, 0.1) ? drawInteger(toeval, 1, AANTAL) : nummer;
  const zin = isDrawn(toeval, 0.6) ? `Herinnert u zich uw antwoord op vraag 1 van ${sleutelOf(ander())}?` : "Hoe dan?";
  const tweede = isDrawn(toeval, 0.3) ? ` Zie ook Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. ${ander()}.` : "";
  return kamervraag({
    sleutel: sleutelOf(nummer),
    ingediend: datum,
    aliassen: isDrawn(toeval, 0.2) ? [ahOf(ander())] : [],
    bronnen: [bron(ahOf(eigenAh), "antwoord", { vergaderjaar: "2098-2099", aanhangselnummer: String(eigenAh) })],
    blokken: [vraag(["1"], zin), antwoord(["1"], `Ja.${tweede}`, { bron: ahOf(eigenAh) })],
  });
}

describe("a graph that takes up only what is asked", () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`answers as the whole graph does, in any order of asking (seed ${seed})`, () => {
      const toeval = createToeval(seed, 11);
      const knopen = new Map(
        Array.from({ length: AANTAL }, (_, index) => toKnoop(draw(toeval, index + 1))).map((knoop) => [
          knoop.sleutel,
          knoop,
        ]),
      );
      const bouw = openGraaf();
      for (const knoop of knopen.values()) bouw.add(knoop);
      const heel = bouw.besluit();
      const lui = openLuieGraaf({
        knoop: (sleutel) => knopen.get(sleutel),
        // More than is asked for, and twice: as an index by hashes may answer.
        metNaam: (naam) => [
          ...[...knopen.values()].filter(({ ids }) => ids.map(naamOf).includes(naam)).map(({ sleutel }) => sleutel),
          sleutelOf(7),
          sleutelOf(7),
          "weg",
        ],
        citerend: (naam) => [
          ...[...knopen.values()]
            .filter(({ citaten }) => citaten.map(naamOf).includes(naam))
            .map(({ sleutel }) => sleutel),
          sleutelOf(9),
          "weg",
        ],
      });
      const sleutels = [...knopen.keys()];
      for (let at = sleutels.length - 1; at > 0; at -= 1) {
        const other = drawInteger(toeval, 0, at);
        [sleutels[at], sleutels[other]] = [sleutels[other] ?? "", sleutels[at] ?? ""];
      }
      let ketens = 0;
      for (const sleutel of sleutels) {
        assert.deepEqual(lui.keten(sleutel), heel.keten(sleutel), `chain of ${sleutel}`);
        assert.deepEqual(lui.verwijzersNaar(sleutel), heel.verwijzersNaar(sleutel), `to ${sleutel}`);
        assert.deepEqual(lui.verwijzingenVan(sleutel), heel.verwijzingenVan(sleutel), `from ${sleutel}`);
        assert.equal(lui.ankersVan(sleutel), heel.ankersVan(sleutel));
        for (const id of [sleutel, ahOf(Number(sleutel.slice(5))), "2098Z00001"])
          assert.equal(lui.zoek(id)?.sleutel, heel.zoek(id)?.sleutel, id);
        if (heel.keten(sleutel).length > 0) ketens += 1;
      }
      assert.ok(ketens > 10, `${ketens} in a chain`);
      assert.deepEqual(lui.verwijzersNaar("weg"), []);
      assert.deepEqual(lui.keten("weg"), []);
    });
  }
});
