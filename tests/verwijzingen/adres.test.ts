import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kamervraagOfAdres, soortOfAdres } from "../../src/verwijzingen/adres.ts";

describe("soortOfAdres", () => {
  for (const [url, soort] of [
    ["https://zoek.officielebekendmakingen.nl/kst-36229-1.html", "kamerstuk"],
    ["https://zoek.officielebekendmakingen.nl/dossier/36229", "kamerstuk"],
    ["https://zoek.officielebekendmakingen.nl/ah-tk-20192020-89.html", "aanhangsel"],
    ["https://zoek.officielebekendmakingen.nl/kv-tk-2061Z18968.html", "kamervraag"],
    ["https://zoek.officielebekendmakingen.nl/h-tk-20202021-45-3.html", "handelingen"],
    ["https://zoek.officielebekendmakingen.nl/stb-2019-123.html", "stb"],
    ["https://wetten.overheid.nl/BWBR0005537", "wet"],
    ["https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679", "eu"],
    ["https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2014:952", "ecli"],
    ["https://voorbeeld.example/ah-tk-20192020-89", "web"],
  ] as const)
    it(`says ${soort} of ${url}`, () => assert.equal(soortOfAdres(url), soort));
});

describe("kamervraagOfAdres", () => {
  for (const [url, kamervraag] of [
    ["https://zoek.officielebekendmakingen.nl/ah-tk-20192020-89.html", "ah-tk-20192020-89"],
    ["https://zoek.officielebekendmakingen.nl/kv-tk-2061Z18968", "kv-tk-2061Z18968"],
    ["https://zoek.officielebekendmakingen.nl/kv-2009z03740.pdf", "kv-2009Z03740"],
    [
      "https://repository.overheid.nl/frbr/officielepublicaties/ah/2061/ah-tk-20602061-7/1/pdf/x.pdf",
      "ah-tk-20602061-7",
    ],
    ["https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2061Z00722&did=2061D07118", "2061Z00722"],
    ["https://www.tweedekamer.nl/kamerstukken/detail?did=2061D07118&id=2061z00722", "2061Z00722"],
    ["https://www.openkamer.org/kamervraag/2061Z00722/", "2061Z00722"],
    ["https://www.tweedekamer.nl/kamerstukken/detail?id=2061D07118&did=2061D07118", undefined],
    ["https://zoek.officielebekendmakingen.nl/kst-36229-1.html", undefined],
    ["https://voorbeeld.example/2061Z00722", undefined],
  ] as const)
    it(`gives ${kamervraag} for ${url}`, () => assert.equal(kamervraagOfAdres(url), kamervraag));
});
