import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openGraaf } from "../../src/samenhang/graaf.ts";
import { toArchiefkennis } from "../../src/site/archiefkennis.ts";
import type { PaginaContext } from "../../src/site/pagina.ts";
import { toRegisterpost } from "../../src/site/register.ts";
import { toVergelijkbaar } from "../../src/site/vergelijkbaar.ts";
import type { Gelijkenis } from "../../src/vergelijkbaar/vergelijking.ts";
import { kamervraag } from "./voorbeelden.ts";

const peildatum = "2099-12-01";

function context(gelijken: readonly Gelijkenis[]): PaginaContext {
  const posten = [toRegisterpost(kamervraag({ sleutel: "2098Z00002", titel: "De vuurtoren" }))];
  return { peildatum, archief: toArchiefkennis(openGraaf().besluit(), { findGelijke: () => gelijken }, posten) };
}

describe("toVergelijkbaar", () => {
  it("says of each when, who, how it stands and which words are shared, with a relative link", () => {
    const gelijk = { sleutel: "2098Z00002", score: 0.4, woorden: ["vuurtoren", "haven"], isVrijwelGelijk: false };
    const rij = toVergelijkbaar("2099Z00001", context([gelijk])).vergelijkbaar?.rijen[0];
    assert.equal(rij?.href, "../2098/2098Z00002.html");
    assert.equal(rij?.titel, "De vuurtoren");
    assert.equal(rij?.datum, "2099-10-18");
    assert.equal(rij?.wie, "Jan van Voorbeeld (ABC)");
    assert.equal(rij?.staat?.woord, "beantwoord");
    assert.equal(rij?.woorden, "vuurtoren, haven");
  });

  it("gives nothing when there are none, or when the page stands by itself", () => {
    assert.deepEqual(toVergelijkbaar("2099Z00001", context([])), {});
    assert.deepEqual(toVergelijkbaar("2099Z00001", { peildatum }), {});
  });
});
