/** Real documents, when the collection lies beside the project: how each vraag was answered is what a person read in it. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { convert } from "../../scripts/convert/omzetten.ts";
import { antwoordwijzenOf } from "../../src/antwoordwijze/wijze.ts";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { findCorpus } from "../hulp/corpus.ts";

const LABELS = join(dirname(fileURLToPath(import.meta.url)), "antwoordwijze.tsv");
const DREMPEL = 0.98;

describe("how labelled vragen were answered", () => {
  it("is found as labelled, for each wijze", async (test) => {
    const corpus = findCorpus();
    if (!corpus) return test.skip("the collection of real documents is not here");
    const kamervragen = await readCorpus(corpus.slice(0, 1));
    const verwarring = new Map<string, number>();
    const missers: string[] = [];
    const wijzen = new Map<string, { goed: number; gemist: number; teVeel: number }>();
    const telling = (wijze: string) => {
      const known = wijzen.get(wijze) ?? { goed: 0, gemist: 0, teVeel: 0 };
      wijzen.set(wijze, known);
      return known;
    };
    const labels = readFileSync(LABELS, "utf8").trimEnd().split("\n").slice(1);
    for (const label of labels) {
      const [bestand = "", anker = "", kolom = ""] = label.split("\t");
      const kamervraag = kamervragen.get(bestand);
      assert.ok(kamervraag, `${bestand} is not in the collection`);
      const gevonden = new Set<string>(
        antwoordwijzenOf(kamervraag)
          .filter(({ antwoord, plaats }) => (antwoord ?? plaats) === anker)
          .map(({ wijze }) => wijze)
          .filter((wijze) => wijze !== "antwoord-zonder-vraag"),
      );
      const gelabeld = kolom.split("; ").filter((wijze) => wijze !== "");
      const moet = gelabeld.filter((wijze) => !wijze.startsWith("?"));
      const mag = new Set(gelabeld.map((wijze) => wijze.replace("?", "")));
      for (const wijze of moet) telling(wijze)[gevonden.has(wijze) ? "goed" : "gemist"] += 1;
      for (const wijze of gevonden) if (!mag.has(wijze)) telling(wijze).teVeel += 1;
      const isGoed = moet.every((wijze) => gevonden.has(wijze)) && [...gevonden].every((wijze) => mag.has(wijze));
      const rij = `${gelabeld.join(" + ") || "-"} -> ${[...gevonden].toSorted().join(" + ") || "-"}`;
      verwarring.set(rij, (verwarring.get(rij) ?? 0) + 1);
      if (!isGoed) missers.push(`${bestand} ${anker}: ${rij}`);
    }
    test.diagnostic(
      [...verwarring]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([rij, n]) => `\n${n}\t${rij}`)
        .join(""),
    );
    for (const [wijze, { goed, gemist, teVeel }] of wijzen) {
      const isBoven = goed >= DREMPEL * (goed + gemist) && goed >= DREMPEL * (goed + teVeel);
      assert.ok(
        isBoven || gemist + teVeel <= 1,
        `${wijze}: ${goed} right, ${gemist} missed, ${teVeel} too many\n${missers.join("\n")}`,
      );
    }
  });
});

async function readCorpus(bronnen: readonly string[]): Promise<ReadonlyMap<string, Kamervraag>> {
  const inhoud = mkdtempSync(join(tmpdir(), "kamervragen-wijze-"));
  try {
    await convert({ bronnen, inhoud });
    const paths = readdirSync(inhoud, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
    return new Map(
      paths.flatMap((path) => {
        const kamervraag = parseKamervraag(readFileSync(join(inhoud, path), "utf8"), path);
        return kamervraag.bronnen.map(({ bestand }) => [bestand, kamervraag] as const);
      }),
    );
  } finally {
    rmSync(inhoud, { recursive: true, force: true });
  }
}
