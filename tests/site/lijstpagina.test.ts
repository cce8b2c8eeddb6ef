import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { indexArchief, toLijstpaginas, toSorteernaam } from "../../src/site/lijstpagina.ts";
import { toRegisterpost } from "../../src/site/register.ts";
import { kamervraag } from "./voorbeelden.ts";

const context = { peildatum: "2099-12-01" };

describe("indexArchief", () => {
  it("holds up with nothing in it, and with one Kamervraag", () => {
    const leeg = indexArchief([], context);
    assert.deepEqual(
      leeg.lijsten.map(({ slug, posten }) => [slug, posten.length]),
      [
        ["open", 0],
        ["uitgesteld", 0],
      ],
    );
    assert.deepEqual(leeg.view.laatTekst, "Geen enkele Kamervraag is te laat.");
    const { view } = indexArchief([toRegisterpost(kamervraag())], context);
    assert.equal(view.aantal, 1);
    assert.deepEqual(view.laat, []);
  });

  it("shows a small archive once, a larger one by what is new", () => {
    const make = (length: number) =>
      Array.from({ length }, (_, index) => toRegisterpost(kamervraag({ sleutel: `2099Z000${10 + index}` })));
    const klein = indexArchief(make(8), context).view;
    assert.deepEqual([klein.ingediendKop, klein.ingediend.length, klein.beantwoord.length], ["Alle Kamervragen", 8, 0]);
    assert.equal(klein.nieuwsteJaar, undefined);
    const groter = indexArchief(make(9), context).view;
    assert.deepEqual([groter.ingediendKop, groter.ingediend.length], ["Nieuw ingediend", 8]);
    assert.equal(groter.beantwoord[0]?.datum, "2099-11-04");
  });

  it("leads from the newest rows to their own year, not to a later one without dates", () => {
    const posten = Array.from({ length: 9 }, (_, index) =>
      toRegisterpost(kamervraag({ sleutel: `2099Z000${10 + index}` })),
    );
    const { ingediend: _ingediend, beantwoord: _beantwoord, ...undated } = kamervraag({ sleutel: "2103Z00001" });
    const { view } = indexArchief([...posten, toRegisterpost(undated)], context);
    assert.equal(view.nieuwsteJaar?.href, "jaar/2099.html");
  });

  it("says of late cases that all stand there when they do", () => {
    const late = (length: number) => {
      const posten = Array.from({ length }, (_, index) => {
        const { beantwoord: _beantwoord, ...open } = kamervraag({ sleutel: `2099Z000${10 + index}`, status: "open" });
        return toRegisterpost(open);
      });
      return indexArchief(posten, context).view;
    };
    assert.equal(late(2).laatTekst, "Deze 2 Kamervragen wachten te lang op antwoord.");
    assert.equal(late(9).laatTekst, "Van de 9 wachten deze het langst.");
  });

  it("names a middle time of answering only where there are enough to be the middle of", () => {
    const regels = (length: number) =>
      indexArchief(
        Array.from({ length }, (_, index) => toRegisterpost(kamervraag({ sleutel: `2099Z000${10 + index}` }))),
        context,
      ).view.stand.map(({ waarde }) => waarde.replaceAll("\u00a0", " "));
    assert.ok(!regels(9).includes("17 dagen"));
    assert.ok(regels(10).includes("17 dagen"));
  });

  it("does not hang on the order of the posts", () => {
    const posten = Array.from({ length: 20 }, (_, index) =>
      toRegisterpost(kamervraag({ sleutel: `2099Z000${10 + index}` })),
    );
    assert.deepEqual(indexArchief(posten, context), indexArchief([...posten].reverse(), context));
  });
});

describe("toLijstpaginas", () => {
  it("makes the way between pages: relative, and in both directions", () => {
    const posten = Array.from({ length: 450 }, (_, index) =>
      toRegisterpost(kamervraag({ sleutel: `2099Z${10_000 + index}` })),
    );
    const [lijst] = indexArchief(posten, context).lijsten;
    const paginas = [...toLijstpaginas(lijst ?? assert.fail(), context)];
    assert.deepEqual(
      paginas.map(({ path, nieuwer, ouder }) => [path, nieuwer?.href, ouder?.href]),
      [
        ["jaar/2099.html", undefined, "../jaar/2099/1.html"],
        ["jaar/2099/1.html", "../../jaar/2099.html", undefined],
      ],
    );
    assert.equal(paginas[1]?.rijen[0]?.href, "../../kamervraag/2099/2099Z10199.html");
  });
});

describe("an older page of a list", () => {
  it("says the same after hundreds of rows were added", () => {
    const paginasOf = (count: number) => {
      const posten = Array.from({ length: count }, (_, index) =>
        toRegisterpost(kamervraag({ sleutel: `2099Z${10_000 + index}` })),
      );
      return [...toLijstpaginas(indexArchief(posten, context).lijsten[0] ?? assert.fail(), context)];
    };
    const before = paginasOf(850).filter(({ path }) => path === "jaar/2099/1.html" || path === "jaar/2099/2.html");
    const after = paginasOf(1500);
    assert.equal(before.length, 2);
    for (const pagina of before)
      assert.deepEqual(
        after.find(({ path }) => path === pagina.path),
        pagina,
      );
  });
});

describe("toSorteernaam", () => {
  for (const [naam, sorteernaam] of [
    ["Ulysse Ellian", "ellian ulysse"],
    ["T. van der Verzinsel", "verzinsel t"],
    ["Van Voorbeeld", "voorbeeld onbekend"],
    ["Ş. Modelová", "modelova s"],
  ] as const) {
    it(`puts ${naam} under ${sorteernaam.charAt(0)}`, () => assert.equal(toSorteernaam(naam, "indiener"), sorteernaam));
  }

  it("leaves functions and topics as they stand", () => {
    assert.equal(toSorteernaam("Minister van Wind en Water", "bewindspersoon"), "minister-van-wind-en-water");
    assert.equal(toSorteernaam("openbare orde", "onderwerp"), "openbare-orde");
  });
});
