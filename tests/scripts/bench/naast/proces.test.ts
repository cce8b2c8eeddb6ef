import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { describe, it } from "node:test";
import { measureProces, readTimes } from "../../../../scripts/bench/naast/proces.ts";
import { UserError } from "../../../../src/model/user-error.ts";

// Takes 60 MB and 0.3 s of processor time, and waits so that one who looks sees it.
const WERK = `
const kast = Buffer.alloc(60e6, 1);
for (let som = 0; process.cpuUsage().user < 3e5; som += 1) ;
setTimeout(() => kast.length, 1500);`;
const MET_KIND = `require("node:child_process").spawn(process.execPath, ["-e", process.argv[1]], { stdio: "inherit" });\n${WERK}`;

const node = (...argumenten: readonly string[]) => ({ programma: process.execPath, argumenten, map: tmpdir() });

describe("measureProces", () => {
  it("counts the processor time and the memory of what a program starts as well", async () => {
    const { seconden, cpuSeconden, geheugen, grootsteProces } = await measureProces(node("-e", MET_KIND, WERK));
    assert.ok(seconden >= 1.5, `${seconden} s`);
    assert.ok(cpuSeconden >= 0.6, `${cpuSeconden} s cpu`);
    if (process.platform !== "linux") return assert.equal(geheugen, undefined);
    assert.ok(geheugen !== undefined && grootsteProces !== undefined);
    assert.ok(geheugen >= 120e6, `${geheugen} bytes together`);
    assert.ok(grootsteProces >= 60e6 && grootsteProces < geheugen, `${grootsteProces} bytes in the largest`);
  });

  it("tells what a program said when it fails", async () => {
    const failing = node("-e", "console.log('geen schijf'); console.error('meer'); process.exit(3)");
    await assert.rejects(measureProces(failing), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /mislukt met afsluitcode 3\n {2}waarom: {3}geen schijf\nmeer\n/);
      return true;
    });
  });

  it("fails for a program that is not there", async () => {
    await assert.rejects(measureProces({ ...node(), programma: "bestaat-niet" }), /afsluitcode 127/);
  });
});

describe("readTimes", () => {
  for (const [shell, text, seconds] of [
    ["dash", "0m0.010000s 0m0.000000s\n1m2.500000s 0m0.250000s\n", 62.75],
    ["bash", "0m0.001s 0m0.002s\n0m1.200s 0m0.300s\n", 1.5],
    ["bash in Dutch", "0m0,001s 0m0,002s\n0m1,200s 0m0,300s\n", 1.5],
  ] as const) {
    it(`adds user and system of the children, as ${shell} prints them`, () => assert.equal(readTimes(text), seconds));
  }
});
