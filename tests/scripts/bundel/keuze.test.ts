import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { listKamervragen } from "../../../scripts/build/kamervragen.ts";
import { chooseKamervragen, slugOfKeuze } from "../../../scripts/bundel/keuze.ts";
import type { Bundelkeuze } from "../../../src/site/bundel.ts";
import { toKamervraag, writeInhoud } from "../../hulp/kamervragen.ts";

describe("chooseKamervragen", () => {
  let inhoud = "";
  before(async () => {
    inhoud = await mkdtemp(join(tmpdir(), "archief-keuze-"));
    const maak = (nummer: number, ingediend: string, onderwerpen: readonly string[], fractie: string) => ({
      ...toKamervraag({
        sleutel: `2070Z0000${nummer}`,
        titel: "De brug",
        ingediend,
        teksten: [["Waarom?", "Daarom."]],
      }),
      onderwerpen,
      indieners: [{ naam: "Lid Een", fractie }],
    });
    const { ingediend: _, ...zonderDag } = maak(4, "2070-01-01", ["sport"], "Fractie A");
    await writeInhoud(inhoud, [
      maak(1, "2070-01-01", ["ict"], "Fractie A"),
      maak(2, "2070-01-02", ["economie"], "Fractie B"),
      maak(3, "2070-01-03", ["sport"], "Fractie B"),
      zonderDag,
    ]);
  });
  after(() => rm(inhoud, { recursive: true }));

  const choose = async (keuze: Bundelkeuze) => {
    const gekozen = chooseKamervragen(inhoud, await listKamervragen(inhoud), keuze);
    return { ...gekozen, nummers: gekozen.paths.map((path) => Number(path.slice(-4, -3))) };
  };

  for (const [keuze, nummers] of [
    [{ onderwerp: ["ICT"] }, [1]],
    [{ onderwerp: ["Economie"] }, [1, 2]],
    [{ onderwerp: ["ict", "sport"] }, [1, 3, 4]],
    [{ fractie: ["fractie-b"] }, [2, 3]],
    [{ fractie: ["Fractie A"], onderwerp: ["Sport"] }, [4]],
    [{ van: "2070-01-02" }, [2, 3]],
    [{ tot: "2070-01-02" }, [1, 2]],
    [{ van: "2070-01-02", tot: "2070-01-02" }, [2]],
    [{ van: "2070-01-02", onderwerp: ["economie"] }, [2]],
  ] as const) {
    it(`takes ${nummers.join(", ")} for ${JSON.stringify(keuze)}`, async () => {
      assert.deepEqual((await choose(keuze)).nummers, nummers);
    });
  }

  it("counts what has no day, and only with a period", async () => {
    assert.equal((await choose({ van: "2070-01-01" })).zonderDatum, 1);
    assert.equal((await choose({ onderwerp: ["sport"] })).zonderDatum, 0);
    assert.equal((await choose({ van: "2070-01-01", onderwerp: ["ict"] })).zonderDatum, 0);
  });

  it("tells of a file that cannot be read, and chooses from the others", async () => {
    const kapot = join(inhoud, "2070", "2070Z00009.md");
    await writeFile(kapot, "---\nsleutel: [\n---\n");
    const fouten: string[] = [];
    const { paths } = chooseKamervragen(inhoud, await listKamervragen(inhoud), { fractie: ["fractie a"] }, ({ path }) =>
      fouten.push(path),
    );
    await rm(kapot);
    assert.deepEqual(fouten, ["2070/2070Z00009.md"]);
    assert.equal(paths.length, 2);
  });
});

describe("slugOfKeuze", () => {
  it("names the choice in the file, and nothing for the whole archive", () => {
    assert.equal(slugOfKeuze({}), "");
    assert.equal(
      slugOfKeuze({ van: "2070-01-01", fractie: ["Fractie A"], onderwerp: ["Openbare orde"] }),
      "van-2070-01-01-fractie-fractie-a-onderwerp-openbare-orde",
    );
  });
});
