/** A loss on the way fails the build by name: in the account of a source, and on a page. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildSite } from "../../../scripts/build/site.ts";
import { writeInhoud } from "../../hulp/kamervragen.ts";
import { antwoord, bron, kamervraag, vraag } from "../../site/voorbeelden.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);

describe("a build in which something is lost", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "kamervragen-verlies-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("ends with 1, names the document and quotes the passage, when its account does not add up", async () => {
    const inhoud = join(folder, "inhoud");
    const verlies = { plaats: "blok 3 (tekst)", tekst: "kwijtgeraakt" };
    const lossy = bron("kv-tk-2099Z00001", "vraag", { tekens: { bron: 100, behouden: 88, onverklaard: 12, verlies } });
    await writeInhoud(inhoud, [
      kamervraag({ bronnen: [lossy, bron("ah-tk-20982099-77", "antwoord")] }),
      kamervraag({ sleutel: "2099Z00002" }),
    ]);
    mkdirSync(join(folder, "bronnen"));
    const site = join(folder, "site");
    const args = ["--bronnen", join(folder, "bronnen"), "--inhoud", inhoud, "--uit", site];
    const failed = await run(process.execPath, ["--import", "tsx", "scripts/build.ts", ...args], { cwd: ROOT }).then(
      () => assert.fail("the build ended with 0"),
      (error: { code: number; stderr: string }) => error,
    );
    assert.equal(failed.code, 1);
    assert.match(
      failed.stderr,
      /^2099Z00001: .*kv-tk-2099Z00001: 12 tekens, het eerst bij blok 3 \(tekst\): «kwijtgeraakt»/m,
    );
    assert.doesNotMatch(failed.stderr, /2099Z00002/);
    assert.match(readFileSync(join(site, "volledigheid.html"), "utf8"), /kwijtgeraakt/);
  });

  it("names the page and quotes the passage, when a template leaves words out", async () => {
    const projectRoot = join(folder, "project");
    cpSync(join(ROOT, "templates"), join(projectRoot, "templates"), { recursive: true });
    const isOurs = (path: string) => !["kamervragen", "bronnen"].includes(basename(path));
    cpSync(join(ROOT, "content"), join(projectRoot, "content"), { recursive: true, filter: isOurs });
    cpSync(join(ROOT, "package.json"), join(projectRoot, "package.json"));
    for (const name of ["src", "scripts", ".eleventy.ts"]) symlinkSync(join(ROOT, name), join(projectRoot, name));
    const macro = join(projectRoot, "templates", "components", "gesprek", "macro.njk");
    const good = readFileSync(macro, "utf8");
    const broken = good.replace("{{ antwoord.tekst | markdown", "{{ antwoord.tekst | truncate(40, true) | markdown");
    assert.notEqual(broken, good);
    writeFileSync(macro, broken);
    const inhoud = join(folder, "inhoud 2");
    const lang = antwoord(["1"], "Dit antwoord is langer dan wat de sjabloon ervan overlaat.");
    await writeInhoud(inhoud, [kamervraag({ blokken: [vraag(["1"]), lang] }), kamervraag({ sleutel: "2099Z00002" })]);
    const { fouten, kamervragen } = await buildSite({ inhoud, uit: join(folder, "site 2"), projectRoot });
    assert.equal(kamervragen, 2);
    assert.deepEqual(
      fouten.map(({ where, why }) => [where, why]),
      [["kamervraag/2099/2099Z00001.html#antwoord-1", "het eerst: «sjabloon ervan overlaat.»"]],
    );
  });
});
