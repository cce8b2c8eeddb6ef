import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sortPlaatsbaar, toZoekpaginas } from "../../src/zoeken/paginas.ts";

describe("sortPlaatsbaar", () => {
  it("goes by year of the key, then day of submission or else of the answer, then key; without a year first", () => {
    const gesorteerd = sortPlaatsbaar([
      { sleutel: "2071Z00002", ingediend: "2071-01-05" },
      { sleutel: "2071Z00001", ingediend: "2071-02-01" },
      { sleutel: "2070Z00009", ingediend: "2071-03-01" },
      { sleutel: "ah-tk-20712072-3", beantwoord: "2071-01-20" },
      { sleutel: "2071Z00003", ingediend: "2071-01-05", beantwoord: "2071-01-01" },
      { sleutel: "ah-1151601", ingediend: "2090-01-01" },
    ]);
    assert.deepEqual(
      gesorteerd.map(({ sleutel }) => sleutel),
      ["ah-1151601", "2070Z00009", "2071Z00002", "2071Z00003", "ah-tk-20712072-3", "2071Z00001"],
    );
  });
});

describe("toZoekpaginas", () => {
  const posten = (jaar: number, aantal: number) =>
    Array.from({ length: aantal }, (_, index) => ({ sleutel: `${jaar}Z${String(index).padStart(5, "0")}` }));

  it("has one shard for a small archive, and knows where the pages are", () => {
    const paginas = toZoekpaginas([...posten(2070, 2), ...posten(2071, 3)], 5);
    assert.deepEqual(paginas[0], { sleutel: "2070Z00000", path: "kamervraag/2070/2070Z00000.html", scherf: "alle" });
    assert.deepEqual(new Set(paginas.map(({ scherf }) => scherf)), new Set(["alle"]));
  });

  it("has a shard a quarter for a large one, in equal parts where a quarter is too large, in the order given", () => {
    const dagen = ["2070-12-31", "2071-03-31", "2071-04-01", "2071-06-30", "2071-07-01", "2071-10-01", "2072-02-01"];
    const metDag = dagen.map((ingediend, index) => ({ sleutel: `2071Z1000${index}`, ingediend }));
    const opAntwoord = { sleutel: "2071Z10009", beantwoord: "2071-08-01" };
    const alle = sortPlaatsbaar([
      ...posten(2070, 2),
      ...posten(2071, 11),
      ...metDag,
      opAntwoord,
      { sleutel: "ah-1151601", ingediend: "2071-08-01" },
    ]);
    const paginas = toZoekpaginas(alle, 5);
    assert.deepEqual(
      paginas.map(({ sleutel }) => sleutel),
      alle.map(({ sleutel }) => sleutel),
    );
    const tellingen: Record<string, number> = {};
    for (const { scherf } of paginas) tellingen[scherf] = (tellingen[scherf] ?? 0) + 1;
    assert.deepEqual(tellingen, {
      onbekend: 1,
      "2070-1": 2,
      "2071-1-1": 5,
      "2071-1-2": 4,
      "2071-1-3": 4,
      "2071-2": 2,
      "2071-3": 2,
      "2071-4": 2,
    });
    // Each shard in one piece: its pages follow on each other.
    const wissels = paginas.filter(({ scherf }, index) => scherf !== paginas[index - 1]?.scherf);
    assert.equal(wissels.length, Object.keys(tellingen).length);
  });
});
