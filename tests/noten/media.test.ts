import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MEDIA } from "../../src/noten/media.ts";
import { findMediumByAdres, findMediumByNaam, toWoordsleutel } from "../../src/noten/media-zoek.ts";

describe("the table of media", () => {
  it("holds at least 250", () => assert.ok(MEDIA.length >= 250));

  it("has every id, name and domain once", () => {
    const once = (of: readonly string[]) => of.filter((een, index) => of.indexOf(een) !== index);
    assert.deepEqual(once(MEDIA.map(({ id }) => id)), []);
    assert.deepEqual(
      once(MEDIA.flatMap(({ naam, andereNamen }) => [naam, ...andereNamen].map((een) => een.toLowerCase()))),
      [],
    );
    assert.deepEqual(once(MEDIA.flatMap(({ domeinen }) => domeinen)), []);
  });

  it("has well-formed domains", () => {
    const wrong = MEDIA.flatMap(({ domeinen }) => domeinen).filter(
      (een) => !/^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[a-z\d_-]+)*$/.test(een),
    );
    assert.deepEqual(wrong, []);
  });

  it("finds each medium by each of its names and domains", () => {
    for (const medium of MEDIA) {
      for (const naam of [medium.naam, ...medium.andereNamen]) {
        const found = findMediumByNaam(naam.split(" ").map(toWoordsleutel), 0);
        assert.equal(found?.medium.id, medium.id, naam);
      }
      for (const domein of medium.domeinen)
        assert.equal(findMediumByAdres(`https://www.${domein}`)?.id, medium.id, domein);
    }
  });

  it("goes by the most particular part of an address", () => {
    for (const [url, id] of [
      ["https://nos.nl/artikel/1", "nos"],
      ["https://nos.nl/nieuwsuur/artikel/1", "nieuwsuur"],
      ["https://eenvandaag.avrotros.nl/item/1", "eenvandaag"],
      ["https://www.avrotros.nl/item/1", "avrotros"],
      ["http://nieuws.nos.nl:80/x", "nos"],
      ["https://notnos.nl/x", undefined],
      ["https://nos.nl.example.org/x", undefined],
    ] as const)
      assert.equal(findMediumByAdres(url)?.id, id, url);
  });
});
