/** A command that holds a folder and goes on: `hardnekkig.ts MAP` does not heed a signal, `hardnekkig.ts MAP adem` does. */
import { setTimeout } from "node:timers/promises";
import { run } from "../../scripts/opties.ts";
import { withSlot } from "../../scripts/slot.ts";

await run(async ([map = "", adem], voortgang) =>
  withSlot(map, async () => {
    voortgang.begin("eerst").klaar();
    const stap = voortgang.begin("daarna", 3);
    stap.tik(2);
    process.stdout.write("begonnen\n");
    for (let tijd = 0; tijd < 60_000; tijd += 20) {
      await setTimeout(20);
      if (adem) await stap.adem();
    }
    return 1;
  }),
);
