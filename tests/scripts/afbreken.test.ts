/** Ctrl-C: a command that is asked to stop does so, leaves nothing of its own behind, and the next goes on from there. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { jaarOfSleutel } from "../../src/model/sleutel.ts";
import { generateArchief } from "../../src/synthetisch/archief.ts";
import { contentsOf, listGemerkt, startOpdracht } from "../hulp/opdracht.ts";

/** Moments as parts of the time that a whole command takes. */
const MOMENTEN = [0.35, 0.45, 0.55, 0.65, 0.75, 0.9] as const;
const RESTEN = /tijdelijk|-slot|\.kamervragen-nieuw|pagefind\.(?:nieuw|oud)|\.half$/;

describe("a command that is asked to stop", { skip: process.platform === "win32" && "signals are of POSIX" }, () => {
  let werk = "";
  before(() => {
    werk = mkdtempSync(join(tmpdir(), "kamervragen-afbreken-"));
    for (const kamervraag of generateArchief({ aantal: 40 })) {
      const path = join(werk, "begin", "inhoud", jaarOfSleutel(kamervraag.sleutel), `${kamervraag.sleutel}.md`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, writeKamervraag(kamervraag));
    }
  });
  after(() => rmSync(werk, { recursive: true, force: true }));

  const argsOf = (map: string) => ["--inhoud", join(werk, map, "inhoud"), "--uit", join(werk, map, "uit")];

  it("ends with 130 or 143, without children, locks and temporary files, and the next run gives what it would have", async () => {
    cpSync(join(werk, "begin"), join(werk, "heel"), { recursive: true });
    const began = performance.now();
    assert.equal((await startOpdracht("scripts/build.ts", argsOf("heel")).einde).einde, 0);
    const duur = performance.now() - began;
    const wanted = contentsOf(join(werk, "heel", "uit"));
    cpSync(join(werk, "begin"), join(werk, "map"), { recursive: true });
    const einden = new Set<number | string | null>();
    for (const [index, moment] of MOMENTEN.entries()) {
      rmSync(join(werk, "map", ".cache"), { recursive: true, force: true });
      const { child, einde } = startOpdracht("scripts/build.ts", argsOf("map"), { merk: werk });
      await setTimeout(duur * moment);
      child.kill(index % 2 === 0 ? "SIGINT" : "SIGTERM");
      const { einde: code, fouten, uitvoer } = await einde;
      einden.add(code);
      // Before it listens the system ends it, and after its work there is nothing to stop.
      if (code === 130 || code === 143) assert.match(fouten, /^Afgebroken met (?:Ctrl-C|SIGTERM)/m, uitvoer);
      else assert.ok(code === 0 || code === "SIGINT" || code === "SIGTERM", `${code}: ${fouten}`);
      assert.doesNotMatch(fouten, /geheugen| {4}at /);
      assert.deepEqual(
        readdirSync(join(werk, "map"), { recursive: true, encoding: "utf8" }).filter((path) => RESTEN.test(path)),
        [],
        `after ${moment}`,
      );
      assert.deepEqual(listGemerkt(werk), [], "a child is left");
    }
    assert.ok(einden.has(130) || einden.has(143), [...einden].join());
    assert.equal((await startOpdracht("scripts/build.ts", argsOf("map")).einde).einde, 0);
    const repaired = contentsOf(join(werk, "map", "uit"));
    assert.deepEqual([...repaired.keys()], [...wanted.keys()]);
    for (const [path, content] of wanted) assert.ok(repaired.get(path)?.equals(content), path);
  });

  it("ends at once at the second Ctrl-C, and gives its folder free", async () => {
    const { child, einde } = startOpdracht("tests/hulp/hardnekkig.ts", [join(werk, "slot")]);
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    child.kill("SIGINT");
    await new Promise((resolve) => child.stderr?.once("data", resolve));
    child.kill("SIGINT");
    const { einde: code, fouten } = await einde;
    assert.equal(code, 130);
    assert.equal(fouten, "Bezig met stoppen; nog een keer Ctrl-C stopt meteen.\n");
    assert.equal(contentsOf(join(werk, "slot")).size, 0);
  });

  it("says what it had done and what it was doing", async () => {
    const { child, einde } = startOpdracht("tests/hulp/hardnekkig.ts", [join(werk, "slot"), "adem"]);
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    child.kill("SIGHUP");
    const { einde: code, fouten } = await einde;
    assert.equal(code, 129);
    assert.equal(
      fouten,
      "Afgebroken met SIGHUP (klaar: eerst; bezig met: daarna (2 van 3)).\n" +
        "Wat er staat is heel; dezelfde opdracht gaat verder met wat nog niet gedaan was.\n",
    );
  });
});
