/** What a conversion holds of its sources between looking at them and bringing them together. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { convert } from "../../scripts/convert/omzetten.ts";
import { GEEN_VOORTGANG } from "../../scripts/voortgang.ts";

const AANTAL = 120;
const TEKENS = 250_000;

it("does not hold the texts of all sources at once", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "kamervragen-geheugen-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "bronnen"));
  const lang = "De molen draait nog steeds. ".repeat(TEKENS / 28);
  for (let nummer = 0; nummer < AANTAL; nummer += 1) {
    const kenmerk = `2065Z${String(10_000 + nummer)}`;
    writeFileSync(
      join(folder, "bronnen", `${kenmerk}.xml`),
      `<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.officielebekendmakingen.nl/kv-tk-${kenmerk}/metadata.xml"/></metadata><kamervragen><kamervraagnummer>${kenmerk}</kamervraagnummer><vraag><nr>Vraag 1</nr><al>Draait molen ${nummer}? ${lang}</al></vraag></kamervragen></officiele-publicatie>`,
    );
  }
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  const heap = () => {
    gc();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  let held = 0;
  const voortgang = {
    ...GEEN_VOORTGANG,
    begin(...args: Parameters<typeof GEEN_VOORTGANG.begin>) {
      if (args[0] === "Kamervragen samenvoegen") held = heap() - before;
      return GEEN_VOORTGANG.begin(...args);
    },
  };
  await convert({ bronnen: [join(folder, "bronnen")], inhoud: join(folder, "inhoud"), voortgang });
  t.diagnostic(`${Math.round(held / 1e6)} MB held of ${(AANTAL * TEKENS) / 1e6} MB`);
  // 8 million characters are kept on purpose, as source and as document.
  assert.ok(held > 0 && held < AANTAL * TEKENS, `${held} bytes`);
});
