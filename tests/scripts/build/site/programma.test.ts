import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { hashProgramma } from "../../../../scripts/build/site/momentopname.ts";

describe("hashProgramma", () => {
  let map = "";
  before(() => {
    map = mkdtempSync(join(tmpdir(), "kamervragen-programma-"));
    for (const naam of ["templates/layouts", "content/kamervragen"])
      mkdirSync(join(map, "een", naam), { recursive: true });
    writeFileSync(join(map, "een", "templates/layouts/pagina.njk"), "<p>");
    writeFileSync(join(map, "een", "content/over.md"), "Over");
  });
  after(() => rmSync(map, { recursive: true }));

  it("is the same in another copy, whatever the times of its files, and goes with all but the archive in it", () => {
    const hash = hashProgramma(join(map, "een"));
    cpSync(join(map, "een"), join(map, "ander"), { recursive: true });
    const template = join(map, "ander/templates/layouts/pagina.njk");
    utimesSync(template, 1, 1);
    writeFileSync(join(map, "ander/content/kamervragen/een.md"), "een Kamervraag");
    assert.equal(hashProgramma(join(map, "ander")), hash);
    appendFileSync(template, "</p>");
    assert.notEqual(hashProgramma(join(map, "ander")), hash);
    cpSync(join(map, "een/templates"), join(map, "ander/templates"), { recursive: true });
    assert.equal(hashProgramma(join(map, "ander")), hash);
    appendFileSync(join(map, "ander/content/over.md"), "!");
    assert.notEqual(hashProgramma(join(map, "ander")), hash);
  });
});
