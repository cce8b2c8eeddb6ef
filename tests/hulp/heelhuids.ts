/**
 * That reading a text kept it whole: no failure, no character lost, every word once and in its order, the same every time, and
 * what is written reads back.
 */
import assert from "node:assert/strict";
import { verantwoord } from "../../src/conservation/verantwoording.ts";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import type { GelezenDocument } from "../../src/sources/gelezen.ts";
import { herken } from "../../src/sources/herken.ts";
import { type GeroerdeTekst, woordnummersIn } from "./geroerde-teksten.ts";

const SHA = "0".repeat(64);

/** Reads, merges, writes and reads back a text whose words are numbered; tells whether it was a Kamervraag at all. */
export async function assertHeelhuids({ tekst, aantal }: GeroerdeTekst): Promise<boolean> {
  const bytes = Buffer.from(tekst);
  const found = await herken("x.txt", bytes, SHA);
  assert.deepEqual(await herken("x.txt", bytes, SHA), found);
  if (found.soort !== "documenten") return false;
  const [document] = found.documenten;
  assert.ok(document && found.documenten.length === 1);
  const { kamervraag, plaatsing } = voegSamen({ sleutel: "2030Z00123" }, found.documenten);
  for (const [gelezen, plek] of plaatsing) {
    const { onverklaard, verlies } = verantwoord(gelezen, plek, kamervraag);
    assert.equal(onverklaard, 0, JSON.stringify(verlies));
  }
  assertEveryCharacter(bytes.toString(), document);
  assertEveryWord(aantal, kamervraag);
  const markdown = writeKamervraag(kamervraag);
  const read = parseKamervraag(markdown, "x.md");
  assert.deepEqual(textsOf(read), textsOf(kamervraag));
  assert.equal(writeKamervraag(read), markdown);
  return true;
}

function textsOf({ blokken, noten, mededelingen }: Kamervraag) {
  return { blokken, noten, mededelingen };
}

// Not only as many characters as the source has, but the same.
function assertEveryCharacter(bron: string, { stukken }: GelezenDocument): void {
  const sorted = (tekst: string) => [...tekst.replace(/\s+/g, "")].toSorted().join("");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these become U+FFFD when a file is decoded
  const decoded = bron.replace(/^\uFEFF/, "").replace(/[\u0000-\u0008\u000e-\u001f\uFDD0\uFDD1]/g, "\uFFFD");
  assert.equal(sorted(stukken.map(({ tekst }) => tekst).join("")), sorted(decoded));
}

// A note stands at the foot of its page and a title in the head: within each of these, and from blok to blok, words rise.
function assertEveryWord(aantal: number, { blokken, noten, mededelingen, bronnen, titel }: Kamervraag): void {
  const gesprek = blokken.map(({ kop, tekst }) => `${kop ?? ""} ${tekst}`).join(" ");
  const kopregels = bronnen.flatMap((bron) => bron.kopregels ?? []).join(" ");
  const texts = [gesprek, kopregels, ...[...noten, ...mededelingen].map(({ tekst }) => tekst ?? "")];
  const nummers = texts.map(woordnummersIn);
  for (const rij of nummers)
    assert.deepEqual(
      rij,
      rij.toSorted((a, b) => a - b),
      "words change places",
    );
  const shown = nummers.flat();
  assert.deepEqual(
    shown.toSorted((a, b) => a - b),
    Array.from({ length: aantal }, (_, index) => index + 1),
    titel,
  );
}
