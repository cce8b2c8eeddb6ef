import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { doelIdentiteit, isZelfdeDoel } from "./doel-identiteit.ts";

describe("doelIdentiteit", () => {
  for (const [doel, expected] of [
    ["https://zoek.officielebekendmakingen.nl/kst-99999-VI-12.html", "kst-99999-vi-12"],
    ["https://zoek.officielebekendmakingen.nl/kst-99999-VI-12", "kst-99999-vi-12"],
    ["https://zoek.officielebekendmakingen.nl/dossier/99999-VI", "dossier/99999-vi"],
    ["https://zoek.officielebekendmakingen.nl/kv-tk-2060Z00042.html", "2060z00042"],
    ["https://zoek.officielebekendmakingen.nl/nds-tk-2060D00042.html", "2060d00042"],
    ["https://www.tweedekamer.nl/kamerstukken/detail?id=2060D00042&did=2060D00042", "2060d00042"],
    ["https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=3:4", "bwbr0005537:3:4"],
    ["https://wetten.overheid.nl/BWBR0005537", "bwbr0005537"],
    ["https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679", "32016r0679"],
    ["https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX%3A32016R0679", "32016r0679"],
    ["http://data.europa.eu/eli/reg/2016/679/oj", "32016r0679"],
    ["https://eur-lex.europa.eu/search.html?text=COM(2060)0123", "com(2060)123"],
    ["https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2060:952", "ecli:nl:hr:2060:952"],
    ["https://www.voorbeeld.nl/", "web:voorbeeld.nl"],
    ["http://voorbeeld.nl", "web:voorbeeld.nl"],
    ["#antwoord-3", "#antwoord-3"],
  ] as const) {
    it(`reads ${doel}`, () => {
      assert.equal(doelIdentiteit(doel), expected);
    });
  }

  it("takes two ways of writing a web address as one, and two addresses of one site as two", () => {
    const een = doelIdentiteit("https://www.voorbeeld.nl/nieuws/Een%20Bericht/?a=1#midden");
    assert.match(een, /^web:voorbeeld\.nl\/[0-9a-f]{12}$/);
    assert.equal(doelIdentiteit("voorbeeld.nl/nieuws/een bericht/?a=1"), een);
    assert.notEqual(doelIdentiteit("https://voorbeeld.nl/nieuws/ander-bericht"), een);
    assert.equal(doelIdentiteit(een), een);
  });

  it("leaves an address alone that is no well-formed escape", () => {
    assert.match(doelIdentiteit("https://voorbeeld.nl/100%"), /^web:voorbeeld\.nl\//);
  });
});

describe("isZelfdeDoel", () => {
  const gevonden = "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=3:4";

  it("lets a label leave open which law it is, not which article", () => {
    assert.ok(isZelfdeDoel("https://wetten.overheid.nl/jci1.3:c:*&artikel=3:4", gevonden));
    assert.ok(!isZelfdeDoel("https://wetten.overheid.nl/jci1.3:c:*&artikel=3:5", gevonden));
    assert.ok(!isZelfdeDoel("https://wetten.overheid.nl/jci1.3:c:*&artikel=3:4", "https://voorbeeld.nl/"));
  });

  it("lets a label leave the target open", () => {
    assert.ok(isZelfdeDoel("*", gevonden));
  });
});
