/**
 * Reads all labelled documents and scores what was read. As a command it prints the table:
 * `node --import tsx tests/corpus/scoor-bestanden.ts [documents folder] [label file]`
 */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { leesBestand } from "../../scripts/lees/leesbestand.ts";
import { parseLabels } from "../hulp/labels.ts";
import { type Score, scoor } from "../hulp/scoor.ts";
import { scoreTabel } from "../hulp/score-tabel.ts";
import type { Gelezen } from "../hulp/vondsten.ts";

const HERE = dirname(fileURLToPath(import.meta.url));

/** Where the documents are, unless KAMERVRAGEN_CORPUS names another folder. */
export const CORPUS = process.env.KAMERVRAGEN_CORPUS || join(HERE, "..", "..", "..", "shared", "corpus");

/** The table of labels, unless KAMERVRAGEN_LABELS names another. */
export const LABELS = process.env.KAMERVRAGEN_LABELS || join(HERE, "labels.tsv");

/** @throws UserError when a labelled document is not in the folder. */
export async function scoorBestanden(corpus: string, labelFile: string): Promise<Score> {
  const labels = parseLabels(await readFile(labelFile, "utf8"));
  const gelezen: Gelezen[] = [];
  // One at a time: a PDF takes much room.
  for (const { bestand } of labels) gelezen.push({ ...(await leesBestand(join(corpus, bestand))), bestand });
  return scoor(labels, gelezen);
}

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  const [corpus = CORPUS, labelFile = LABELS] = process.argv.slice(2);
  process.stdout.write(`${scoreTabel(await scoorBestanden(corpus, labelFile))}\n`);
}
