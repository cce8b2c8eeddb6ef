/**
 * Scores the Kamervragen that are shown as alike against pairs that a person judged (vergelijkbaar.tsv): 2 the same affair,
 * 1 related, 0 something else. The archive is all documents of the collection and its question lists beside them.
 * As a command it prints the score: `node --import tsx tests/corpus/scoor-vergelijkbaar.ts`
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { listKamervragen, readKamervragen } from "../../scripts/build/kamervragen.ts";
import { convert } from "../../scripts/convert/omzetten.ts";
import { escapeMarkdown } from "../../src/markdown/schrijf-tekst.ts";
import type { Vraag } from "../../src/model/kamervraag.ts";
import { type TermenBron, termenOf } from "../../src/vergelijkbaar/termen.ts";
import { openVergelijking } from "../../src/vergelijkbaar/vergelijking.ts";
import { CORPUS } from "./scoor-bestanden.ts";

/** The table of judged pairs, unless KAMERVRAGEN_PAREN names another. */
export const PAREN =
  process.env.KAMERVRAGEN_PAREN || join(dirname(fileURLToPath(import.meta.url)), "vergelijkbaar.tsv");

export interface Vergelijkscore {
  /** Judged pairs that are shown on the page of either. */
  readonly getoond: number;
  /** … of which they have to do with each other. */
  readonly terecht: number;
  /** Pairs on the same affair, and how many of them are shown. */
  readonly zelfde: number;
  readonly zelfdeGetoond: number;
  /** The pairs that are shown wrongly and those on the same affair that are not, in the words of the table. */
  readonly missers: readonly string[];
  /** Keys of the table that the archive does not have. */
  readonly onbekend: readonly string[];
}

/** Converts the collection, compares all of it, and scores. */
export async function scoorVergelijkbaar(corpus: string, parenFile: string): Promise<Vergelijkscore> {
  const vergelijking = openVergelijking();
  const sleutels = new Set<string>();
  for (const { sleutel, bron } of [...(await readDocumenten(corpus)), ...readVragenlijsten(corpus)]) {
    sleutels.add(sleutel);
    vergelijking.add(sleutel, termenOf(bron));
  }
  const { findGelijke } = vergelijking.besluit();
  const toont = (a: string, b: string) => findGelijke(a).some(({ sleutel }) => sleutel === b);
  const paren = readFileSync(parenFile, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [a = "", b = "", oordeel] = line.split("\t");
      return { line, a, b, oordeel: Number(oordeel), isGetoond: toont(a, b) || toont(b, a) };
    });
  const getoond = paren.filter(({ isGetoond }) => isGetoond);
  const zelfde = paren.filter(({ oordeel }) => oordeel === 2);
  return {
    getoond: getoond.length,
    terecht: getoond.filter(({ oordeel }) => oordeel > 0).length,
    zelfde: zelfde.length,
    zelfdeGetoond: zelfde.filter(({ isGetoond }) => isGetoond).length,
    missers: paren
      .filter(({ oordeel, isGetoond }) => (oordeel === 0 && isGetoond) || (oordeel === 2 && !isGetoond))
      .map(({ line }) => line),
    onbekend: [...new Set(paren.flatMap(({ a, b }) => [a, b]))].filter((sleutel) => !sleutels.has(sleutel)),
  };
}

interface Document {
  readonly sleutel: string;
  readonly bron: TermenBron;
}

async function readDocumenten(corpus: string): Promise<readonly Document[]> {
  const inhoud = mkdtempSync(join(tmpdir(), "kamervragen-vergelijkbaar-"));
  try {
    await convert({ bronnen: [corpus], inhoud });
    const found = readKamervragen(inhoud, await listKamervragen(inhoud));
    return [...found].map(({ kamervraag }) => ({ sleutel: kamervraag.sleutel, bron: kamervraag }));
  } finally {
    rmSync(inhoud, { recursive: true, force: true });
  }
}

/** Sets of questions without their antwoorden, taken from PDF: lines broken, a heading over each, note calls in brackets. */
function readVragenlijsten(corpus: string): readonly Document[] {
  const lijsten = JSON.parse(readFileSync(join(corpus, "json", "vragenlijsten.json"), "utf8")) as readonly {
    readonly document: string;
    readonly onderwerp: string;
    readonly vragen: readonly string[];
  }[];
  return lijsten.map(({ document, onderwerp, vragen }) => ({
    sleutel: `lijst:${document.slice(0, 8)}`,
    bron: { titel: titelOf(onderwerp), onderwerpen: [], blokken: vragen.map(toVraag) },
  }));
}

function titelOf(regel: string): string {
  const plain = regel.replace(/\s+/g, " ").trim();
  return /\b(?:over|inzake|betreffende|ten aanzien van)\b(.*)/.exec(plain)?.[1]?.trim() ?? plain;
}

function toVraag(gedrukt: string): Vraag {
  const plain = gedrukt
    .replace(/^[^\n]*\n/, "")
    .replaceAll("-\n", "")
    .replaceAll("\n", " ")
    .replace(/\[[\d, ]+\]/g, "");
  return { soort: "vraag", nummers: [], tekst: escapeMarkdown(plain) };
}

export function formatScore({ getoond, terecht, zelfde, zelfdeGetoond, missers }: Vergelijkscore): string {
  return [
    `shown and judged: ${getoond}, of which related: ${terecht} (${percent(terecht, getoond)})`,
    `the same affair: ${zelfde}, of which shown: ${zelfdeGetoond} (${percent(zelfdeGetoond, zelfde)})`,
    ...missers.map((misser) => `  ${misser}`),
  ].join("\n");
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`;
}

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${formatScore(await scoorVergelijkbaar(CORPUS, PAREN))}\n`);
}
