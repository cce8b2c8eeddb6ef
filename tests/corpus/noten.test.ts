/** Real notes, when the collection lies beside the project: their kinds and media are what a person read in them. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { leesBestand } from "../../scripts/lees/leesbestand.ts";
import { typeNoot } from "../../src/noten/type-noot.ts";
import { CORPUS } from "./scoor-bestanden.ts";

const LABELS = process.env.KAMERVRAGEN_NOOTLABELS || join(dirname(fileURLToPath(import.meta.url)), "noten.tsv");

interface Label {
  readonly bestand: string;
  readonly anker: string;
  /** Any of these is right. */
  readonly soorten: readonly string[];
  readonly media: readonly string[];
}

interface Score {
  noten: number;
  soortGoed: number;
  soortGegeven: number;
  soortGegevenGoed: number;
  mediaGoed: number;
  mediaTeVeel: number;
  mediaGemist: number;
  readonly missers: string[];
}

describe("labelled notes", () => {
  const skip = existsSync(CORPUS) || process.env.CI === "true" ? false : "the collection of real documents is not here";

  it("get the kind and the medium that a person read", { skip }, async (t) => {
    const labels = readLabels(readFileSync(LABELS, "utf8"));
    const score = await scoor(labels);
    const documenten = new Set(labels.map(({ bestand }) => bestand)).size;
    const precisie = score.soortGegevenGoed / score.soortGegeven;
    const mediumprecisie = score.mediaGoed / (score.mediaGoed + score.mediaTeVeel);
    const mediumvolledigheid = score.mediaGoed / (score.mediaGoed + score.mediaGemist);
    t.diagnostic(
      `${score.noten} notes of ${documenten} documents: kind right ${percent(score.soortGoed / score.noten)}, ` +
        `precision of a kind given ${percent(precisie)}; medium precision ${percent(mediumprecisie)}, recall ${percent(mediumvolledigheid)}`,
    );
    assert.equal(score.noten, labels.length);
    assert.ok(precisie >= 0.97, score.missers.join("\n"));
    assert.ok(mediumprecisie >= 0.99, score.missers.join("\n"));
    assert.ok(mediumvolledigheid >= 0.9, score.missers.join("\n"));
  });
});

function readLabels(tsv: string): readonly Label[] {
  return tsv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [bestand = "", anker = "", soort = "", media = ""] = line.split("\t");
      return { bestand, anker, soorten: soort.split("|"), media: media.split("; ").filter((id) => id !== "") };
    });
}

async function scoor(labels: readonly Label[]): Promise<Score> {
  const score: Score = {
    noten: 0,
    soortGoed: 0,
    soortGegeven: 0,
    soortGegevenGoed: 0,
    mediaGoed: 0,
    mediaTeVeel: 0,
    mediaGemist: 0,
    missers: [],
  };
  for (const bestand of new Set(labels.map((label) => label.bestand))) {
    const gelezen = await leesBestand(join(CORPUS, bestand));
    const teksten = new Map(("noten" in gelezen ? gelezen.noten : []).map(({ anker, tekst }) => [anker, tekst]));
    for (const label of labels.filter((een) => een.bestand === bestand)) {
      const tekst = teksten.get(label.anker);
      if (tekst === undefined) score.missers.push(`${bestand} ${label.anker}: no such note`);
      else tel(label, typeNoot(tekst), score);
    }
  }
  return score;
}

function tel({ bestand, anker, soorten, media }: Label, noot: ReturnType<typeof typeNoot>, score: Score): void {
  const isGoed = soorten.includes(noot.soort);
  const found = [...new Set(noot.bronnen.flatMap(({ medium }) => medium?.id ?? []))];
  const goed = found.filter((id) => media.includes(id)).length;
  score.noten += 1;
  score.soortGoed += isGoed ? 1 : 0;
  score.soortGegeven += noot.soort === "overig" ? 0 : 1;
  score.soortGegevenGoed += isGoed && noot.soort !== "overig" ? 1 : 0;
  score.mediaGoed += goed;
  score.mediaTeVeel += found.length - goed;
  score.mediaGemist += media.length - goed;
  if (!isGoed) score.missers.push(`${bestand} ${anker}: ${noot.soort}, labelled ${soorten.join(" or ")}`);
  if (goed < found.length || goed < media.length)
    score.missers.push(
      `${bestand} ${anker}: medium ${found.join(", ") || "none"}, labelled ${media.join(", ") || "none"}`,
    );
}

function percent(deel: number): string {
  return `${(deel * 100).toFixed(1)} %`;
}
