import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { archiefUrlOf, basisOf, domeinOf, isOfficieel } from "../../src/noten/adres.ts";

describe("archiefUrlOf", () => {
  it("leads to the copy nearest a date", () => {
    assert.equal(
      archiefUrlOf("https://nos.nl/artikel/1?a=b#c", "2024-10-25"),
      "https://web.archive.org/web/20241025/https://nos.nl/artikel/1?a=b#c",
    );
  });

  for (const url of [
    "https://zoek.officielebekendmakingen.nl/kst-1-1.html",
    "https://wetten.overheid.nl/BWBR0005537",
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2014:952",
    "https://www.tweedekamer.nl/kamerstukken/detail?id=2021D43210",
    "https://www.eerstekamer.nl/wetsvoorstel/1",
    "https://web.archive.org/web/2024/https://nos.nl",
    "mailto:iemand@example.org",
  ])
    it(`has none of ${url}`, () => assert.equal(archiefUrlOf(url, "2024-10-25"), undefined));

  it("does not take another site for an official one", () => {
    assert.equal(isOfficieel("https://overheid.nl.example.org/"), false);
    assert.equal(isOfficieel("https://nepoverheid.nl/"), false);
  });
});

describe("domeinOf", () => {
  for (const [url, domein] of [
    ["https://www.nos.nl/x", "nos.nl"],
    ["HTTP://Nieuws.NOS.nl:8080?x", "nieuws.nos.nl"],
    ["https://user@nos.nl/", "nos.nl"],
    ["https://localhost/", undefined],
    ["geen adres", undefined],
  ] as const)
    it(`reads ${url}`, () => assert.equal(domeinOf(url), domein));

  it("knows what one owner registers", () => {
    assert.equal(basisOf("bijlagen.nos.nl"), "nos.nl");
    assert.equal(basisOf("news.bbc.co.uk"), "bbc.co.uk");
  });
});
