import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Parser } from "htmlparser2";
import { toOpenSearch } from "../../src/site/opensearch.ts";

describe("toOpenSearch", () => {
  it("tells a browser where to search, with full addresses", () => {
    const urls: Record<string, string>[] = [];
    const namen: string[] = [];
    let tekst = "";
    const parser = new Parser(
      {
        onopentag: (naam, attributen) => {
          if (naam === "Url") urls.push(attributen);
          tekst = "";
        },
        ontext: (deel) => {
          tekst += deel;
        },
        onclosetag: (naam) => {
          if (naam === "ShortName") namen.push(tekst);
        },
      },
      { xmlMode: true },
    );
    parser.end(toOpenSearch("https://voorbeeld.example/a&b"));
    assert.deepEqual(
      urls.map(({ type, template }) => [type, template]),
      [
        ["text/html", "https://voorbeeld.example/a&b/zoeken.html?q={searchTerms}"],
        ["application/opensearchdescription+xml", "https://voorbeeld.example/a&b/opensearch.xml"],
      ],
    );
    // The format allows 16 characters.
    assert.ok(namen.length === 1 && (namen[0] ?? "").length <= 16, namen.join());
  });
});
