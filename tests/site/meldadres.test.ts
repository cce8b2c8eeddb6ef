import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readMeldadres, toAlgemeneMeldlink, toMeldlink } from "../../src/site/meldadres.ts";

describe("readMeldadres", () => {
  for (const [gegeven, gelezen] of [
    ["mailto:fout@voorbeeld.nl", "mailto:fout@voorbeeld.nl"],
    ["fout+archief@post.voorbeeld.nl", "mailto:fout+archief@post.voorbeeld.nl"],
    ["https://voorbeeld.nl/fout", "https://voorbeeld.nl/fout"],
    ["https://voorbeeld.nl/fout?k={sleutel}&p={pagina}", "https://voorbeeld.nl/fout?k={sleutel}&p={pagina}"],
    ["https://voorbeeld.nl", "https://voorbeeld.nl"],
  ] as const) {
    it(`takes ${gegeven}`, () => assert.equal(readMeldadres(gegeven), gelezen));
  }
  for (const gegeven of [
    "",
    "fout",
    "fout@voorbeeld",
    "mailto:",
    "mailto:fout@voorbeeld.nl?bcc=ander@voorbeeld.nl",
    "mailto:fout@voorbeeld.nl,ander@voorbeeld.nl",
    "http://voorbeeld.nl/fout",
    "javascript:alert(1)",
    "https://",
    "https://voorbeeld.nl/fout?k={onbekend}",
    "https://{sleutel}.voorbeeld.nl/{",
    "https://voorbeeld.nl/een spatie",
    'https://voorbeeld.nl/"onclick=',
  ]) {
    it(`refuses «${gegeven}»`, () => assert.equal(readMeldadres(gegeven), undefined));
  }
});

describe("toMeldlink", () => {
  const gemelde = { sleutel: "2099Z00001", pagina: "https://archief.example/kamervraag/2099/2099Z00001.html" };

  it("fills in the subject and the body of a mail", () => {
    const link = new URL(toMeldlink("mailto:fout@voorbeeld.nl", gemelde));
    assert.equal(link.pathname, "fout@voorbeeld.nl");
    const velden = new Map(
      link.search
        .slice(1)
        .split("&")
        .map((deel) => deel.split("=").map(decodeURIComponent) as [string, string]),
    );
    assert.equal(velden.get("subject"), "Fout in het Kamervragen-archief: 2099Z00001");
    assert.ok(velden.get("body")?.includes(`\r\nPagina: ${gemelde.pagina}\r\n`));
  });

  it("fills in an address on the web only where it has a place for it", () => {
    assert.equal(toMeldlink("https://voorbeeld.nl/fout", gemelde), "https://voorbeeld.nl/fout");
    assert.equal(
      toMeldlink("https://voorbeeld.nl/{sleutel}", { ...gemelde, sleutel: "a&b $&" }),
      "https://voorbeeld.nl/a%26b%20%24%26",
    );
  });

  it("fills in nothing on a page about no Kamervraag", () => {
    assert.equal(toAlgemeneMeldlink("mailto:fout@voorbeeld.nl"), "mailto:fout@voorbeeld.nl");
    assert.equal(toAlgemeneMeldlink("https://voorbeeld.nl/?k={sleutel}"), "https://voorbeeld.nl/?k=");
  });
});
