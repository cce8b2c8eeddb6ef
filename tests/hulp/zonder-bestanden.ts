/** Converts in a process that, once it looks at its sources, may open hardly any file more: `zonder-bestanden.ts VRIJ [opties van convert]`. */
import { closeSync, openSync } from "node:fs";
import { CONVERT_OPTIES, runConvert } from "../../scripts/convert.ts";
import { readOpties, run } from "../../scripts/opties.ts";

await run(async ([vrij, ...args], voortgang) => {
  const { values } = readOpties(args, CONVERT_OPTIES, "");
  const open: number[] = [];
  const takeFiles = () => {
    try {
      for (;;) open.push(openSync("/dev/null", "r"));
    } catch {
      for (const file of open.splice(0, Number(vrij))) closeSync(file);
    }
  };
  return await runConvert(values, {
    ...voortgang,
    begin(naam, totaal) {
      const stap = voortgang.begin(naam, totaal);
      const tik = (aantal?: number) => {
        if (open.length === 0 && naam === "Bronnen lezen") takeFiles();
        stap.tik(aantal);
      };
      return { ...stap, tik };
    },
  });
});
