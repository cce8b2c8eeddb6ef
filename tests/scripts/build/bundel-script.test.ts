import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runInNewContext } from "node:vm";
import { bundleScript } from "../../../scripts/build/bundel-script.ts";

describe("bundleScript", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "bundel-script-"));
    await writeFile(join(folder, "deel.ts"), 'export const groet = (naam: string): string => "dag " + naam;\n');
    await writeFile(
      join(folder, "script.ts"),
      'import { groet } from "./deel.ts";\nglobalThis.uitkomst = groet("é");\n',
    );
    await writeFile(join(folder, "met-kop.ts"), "globalThis.uitkomst = kop + 1;\n");
    await writeFile(join(folder, "kapot.ts"), 'import { weg } from "./weg.ts";\nweg();\n');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("makes one classic script of a module and what it imports", async () => {
    const script = await bundleScript(join(folder, "script.ts"));
    assert.doesNotMatch(script, /\b(?:import|export)\b/);
    const omgeving: { uitkomst?: string } = {};
    runInNewContext(script, omgeving);
    assert.equal(omgeving.uitkomst, "dag é");
  });

  it("puts a prefix in the scope of the script and leaves nothing of it outside", async () => {
    const omgeving: { uitkomst?: number; kop?: number } = {};
    runInNewContext(await bundleScript(join(folder, "met-kop.ts"), "const kop = 41;"), omgeving);
    assert.deepEqual({ ...omgeving }, { uitkomst: 42 });
  });

  it("gives the same bytes twice", async () => {
    assert.equal(await bundleScript(join(folder, "script.ts")), await bundleScript(join(folder, "script.ts")));
  });

  it("names what is missing", async () => {
    await assert.rejects(bundleScript(join(folder, "kapot.ts")), /weg\.ts/);
  });
});
