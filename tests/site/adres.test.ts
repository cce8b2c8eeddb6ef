import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { slugOf, wortelOf } from "../../src/site/adres.ts";

describe("slugOf", () => {
  for (const [naam, slug] of [
    ["Ulysse Ellian", "ulysse-ellian"],
    ["Ş. Modelová", "s-modelova"],
    ["Łukasz Größe-Ørsted", "lukasz-grosse-orsted"],
    ["’t Voorbeeld", "t-voorbeeld"],
    ["50PLUS", "50plus"],
    ["GroenLinks-PvdA", "groenlinks-pvda"],
    ["Con", "con-"],
    ["…", "onbekend"],
  ] as const) {
    it(`folds ${naam} to ${slug}`, () => assert.equal(slugOf(naam), slug));
  }

  it("keeps long names short and apart", () => {
    const long = "minister ".repeat(20);
    assert.notEqual(slugOf(`${long}a`), slugOf(`${long}b`));
    assert.ok(slugOf(`${long}a`).length <= 80);
  });
});

describe("wortelOf", () => {
  for (const [path, wortel] of [
    ["index.html", ""],
    ["/index.html", ""],
    ["jaar/2099.html", "../"],
    ["kamervraag/2099/2099Z00001.html", "../../"],
  ] as const) {
    it(`leads from ${path} to the root`, () => assert.equal(wortelOf(path), wortel));
  }
});
