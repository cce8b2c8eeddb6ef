import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { getProces, type Proces, SLOTMAP, takeSlot, withSlot } from "../../scripts/slot.ts";
import { UserError } from "../../src/model/user-error.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NEMER = fileURLToPath(new URL("../hulp/slotnemer.ts", import.meta.url));

let werk = "";
before(() => {
  werk = mkdtempSync(join(tmpdir(), "kamervragen-slot-"));
});
afterEach(() => {
  for (const naam of readdirSync(werk)) rmSync(join(werk, naam), { recursive: true });
});
after(() => rmSync(werk, { recursive: true }));

/** Puts a claim in a folder as another process would leave it, so many minutes ago. */
function leaveClaim(map: string, proces: Partial<Proces>, minuten = 0, tekst?: string): string {
  const path = join(map, SLOTMAP, "000001700000000-4242-0123456789ab");
  mkdirSync(join(map, SLOTMAP), { recursive: true });
  const claim = { ...getProces(), ...proces, opdracht: "npm run convert", sinds: "2026-01-02T03:04:05.000Z", houdt: 1 };
  writeFileSync(path, tekst ?? JSON.stringify(claim));
  const toen = Date.now() / 1000 - minuten * 60;
  utimesSync(path, toen, toen);
  return path;
}

async function faultOf(map: string): Promise<string> {
  let message = "";
  await assert.rejects(takeSlot(map), (error) => {
    assert.ok(error instanceof UserError);
    message = error.message;
    return true;
  });
  return message;
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("takeSlot", () => {
  it("lets one have a folder, and tells the next who that is", async () => {
    const map = join(werk, "uit");
    const slot = await takeSlot(map, { opdracht: "npm run build" });
    const fault = await faultOf(map);
    assert.match(fault, new RegExp(`^${map}: een andere opdracht is met deze map bezig`));
    assert.match(fault, new RegExp(`«npm run build», proces ${process.pid}, sinds \\d`));
    slot.open();
    slot.open();
    (await takeSlot(map)).open();
  });

  it("leaves nothing behind: not its own folder, nor one that was made for it", async () => {
    const map = join(werk, "a", "b");
    (await takeSlot(map)).open();
    assert.deepEqual(readdirSync(werk), []);
    mkdirSync(map, { recursive: true });
    (await takeSlot(map)).open();
    assert.deepEqual(readdirSync(map), []);
    await withSlot(map, async () => writeFileSync(join(map, "index.html"), ""));
    assert.deepEqual(readdirSync(map), ["index.html"]);
    await assert.rejects(
      withSlot(map, () => Promise.reject(new Error("stuk"))),
      /stuk/,
    );
    assert.deepEqual(readdirSync(map), ["index.html"]);
  });

  it("passes over a claim of a process that is gone, and clears it", async () => {
    const path = leaveClaim(werk, { pid: await deadPid() });
    const slot = await takeSlot(werk);
    assert.ok(!existsSync(path));
    slot.open();
    assert.deepEqual(readdirSync(werk), []);
  });

  it("knows a process from another that got its number later", async (t) => {
    if (getProces().gestart === undefined) return t.skip("this system does not say when a process began");
    leaveClaim(werk, { gestart: "1" });
    (await takeSlot(werk)).open();
    leaveClaim(werk, {}, 60);
    await faultOf(werk);
  });

  it("goes by the sign of life where it cannot see when a process began", async () => {
    const { gestart: _, ...proces } = getProces();
    leaveClaim(werk, { ...proces, gestart: undefined } as unknown as Proces);
    await faultOf(werk);
    leaveClaim(werk, { ...proces, gestart: undefined } as unknown as Proces, 6);
    (await takeSlot(werk)).open();
  });

  for (const [wat, proces] of [
    ["another computer", { computer: "elders 1234", pid: 1 }],
    ["another container on this one", { ruimte: "pid:[1]", pid: 1 }],
  ] as const) {
    it(`holds a claim of ${wat} for true while it gives signs of life, and says what to delete`, async () => {
      const path = leaveClaim(werk, proces, 4);
      const fault = await faultOf(werk);
      assert.ok(fault.includes(`verwijder dan ${path}`), fault);
      assert.equal(fault.includes("op elders"), wat === "another computer");
      leaveClaim(werk, proces, 6);
      (await takeSlot(werk)).open();
      assert.deepEqual(readdirSync(werk), []);
    });
  }

  it("goes by the age of a claim that a power cut left empty", async () => {
    leaveClaim(werk, {}, 1, "");
    assert.match(await faultOf(werk), /een claim zonder inhoud van/);
    leaveClaim(werk, {}, 6, "");
    (await takeSlot(werk)).open();
  });

  it("clears a claim that was cut off while it was written, once it is old", async () => {
    const half = `${leaveClaim(werk, { pid: await deadPid() })}.half`;
    writeFileSync(half, "");
    (await takeSlot(werk)).open();
    assert.ok(existsSync(half));
    utimesSync(half, 0, 0);
    (await takeSlot(werk)).open();
    assert.deepEqual(readdirSync(werk), []);
  });

  it("leaves it to the command to say that a folder is none", async () => {
    writeFileSync(join(werk, "bestand"), "");
    (await takeSlot(join(werk, "bestand", "map"))).open();
    (await takeSlot(join(werk, "bestand"))).open();
    assert.equal(readFileSync(join(werk, "bestand"), "utf8"), "");
  });

  it("does not make a folder that is only read", async () => {
    (await takeSlot(join(werk, "nergens"), { isBron: true })).open();
    assert.deepEqual(readdirSync(werk), []);
    const slot = await takeSlot(werk, { isBron: true });
    await faultOf(werk);
    slot.open();
  });

  it("lets one at a time have it of many that come at once, also when some die with it", async () => {
    const map = join(werk, "map");
    const log = join(werk, "log");
    leaveClaim(map, { pid: await deadPid() });
    const nemers = Array.from({ length: 6 }, (_, index) =>
      spawn(process.execPath, ["--import", "tsx", NEMER, map, log, "10", index % 3 === 0 ? "sterf" : ""], {
        cwd: ROOT,
        stdio: ["ignore", "ignore", "inherit"],
      }),
    );
    const einden = await Promise.all(nemers.map(endOf));
    assert.deepEqual(
      einden,
      nemers.map((_, index) => (index % 3 === 0 ? "SIGKILL" : 0)),
    );
    const regels = readFileSync(log, "utf8").trim().split("\n");
    const gestorven = new Set<string>();
    let houder: string | undefined;
    for (const regel of regels) {
      const pid = regel.slice(1);
      if (regel.startsWith("+")) {
        if (houder !== undefined) gestorven.add(houder);
        houder = pid;
      } else {
        assert.equal(pid, houder, "somebody gives free what another has");
        houder = undefined;
      }
    }
    if (houder !== undefined) gestorven.add(houder);
    const doodgegaan = nemers.filter((_, index) => index % 3 === 0).map(({ pid }) => String(pid));
    assert.deepEqual([...gestorven].toSorted(), doodgegaan.toSorted());
    assert.equal(regels.filter((regel) => regel.startsWith("+")).length, 6 * 10);
  });
});

async function endOf(child: ChildProcess): Promise<number | string | null> {
  const [code, signaal] = await once(child, "exit");
  return signaal ?? code;
}

describe("a command", () => {
  for (const [script, optie, anders] of [
    ["convert", "--inhoud", []],
    ["build", "--uit", ["--inhoud", "inhoud"]],
    ["build", "--inhoud", ["--uit", "uit"]],
    ["bundel", "--doel", ["--site", "site"]],
    ["bundel", "--site", ["--doel", "doel"]],
  ] as const) {
    it(`${script} stops with 1 when another has its ${optie}, and touches nothing`, async () => {
      const map = join(werk, "map");
      mkdirSync(map);
      const slot = await takeSlot(map, { opdracht: "npm run iets" });
      const paden = anders.map((deel) => (deel.startsWith("--") ? deel : join(werk, deel)));
      const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, optie, map, ...paden], {
        cwd: ROOT,
        stdio: ["ignore", "pipe", "pipe"],
      });
      let fouten = "";
      let uitvoer = "";
      child.stderr.setEncoding("utf8").on("data", (tekst: string) => {
        fouten += tekst;
      });
      child.stdout.setEncoding("utf8").on("data", (tekst: string) => {
        uitvoer += tekst;
      });
      assert.equal(await endOf(child), 1);
      assert.match(fouten, new RegExp(`«npm run iets», proces ${process.pid}`));
      assert.equal(uitvoer, "");
      slot.open();
      assert.deepEqual(readdirSync(werk), ["map"]);
      assert.deepEqual(readdirSync(map), []);
      assert.ok(statSync(map).isDirectory());
    });
  }
});
