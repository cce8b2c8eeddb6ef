/**
 * Takes a lock again and again, in a process of its own: `slotnemer.ts MAP LOG BEURTEN STERF`. Writes `+pid` to the log when it
 * has the folder and `-pid` before it gives it free; in its last turn it dies with the folder in its hands when asked to.
 */
import { appendFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { takeSlot } from "../../scripts/slot.ts";
import { UserError } from "../../src/model/user-error.ts";

const [map = "", log = "", beurten = "1", sterf = ""] = process.argv.slice(2);
// Whoever never gets it must not keep the tests waiting for ever.
globalThis.setTimeout(() => process.exit(3), 120_000).unref();
for (let gehad = 0; gehad < Number(beurten); ) {
  try {
    const slot = await takeSlot(map);
    gehad += 1;
    appendFileSync(log, `+${process.pid}\n`);
    await setTimeout(2);
    if (sterf === "sterf" && gehad === Number(beurten)) process.kill(process.pid, "SIGKILL");
    appendFileSync(log, `-${process.pid}\n`);
    slot.open();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  await setTimeout(process.pid % 5);
}
