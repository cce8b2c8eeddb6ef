/** The table of labels: what a person read in each document. How it is written: docs/formats/labels.md. */

/** The fields that are labelled, as the columns of the table are called. */
export const VELDEN = [
  "documentsoort",
  "vragen",
  "antwoorden",
  "noten-v",
  "noten-a",
  "indieners",
  "gerichtAan",
  "beantwoordDoor",
  "ingediend",
  "ontvangen",
  "vraagnummer",
  "id",
  "mededelingen",
  "tabellen",
] as const;

export type Veld = (typeof VELDEN)[number];

/** One thing that a document states: a group of numbers, a person, a date, a note. */
export interface Feit {
  /** Ways to write it that are all right. */
  readonly schrijfwijzen: readonly string[];
  /** May be found, need not be. */
  readonly isVrij: boolean;
}

export interface Label {
  /** Path below the folder with documents, with `/`. */
  readonly bestand: string;
  /** The form as the table names it, finer than the reader's own `vorm` (`pdf-text`, `docx-text`). */
  readonly vorm: string;
  /** A field that is left out was not labelled: nothing that is found there is right or wrong. */
  readonly velden: Readonly<Partial<Record<Veld, readonly Feit[]>>>;
}

/** How an answer without a number is written in the table. */
export const ZONDER_NUMMER = "zonder";

const AANTALLEN: ReadonlySet<Veld> = new Set(["noten-v", "noten-a", "tabellen"]);

/**
 * Reads the table: tab-separated, a first line with the names of the columns, in any order, and `opmerking` for people.
 * @throws Error on a column that does not exist, a row of another length, a document that stands there twice, or a
 * number that is none.
 */
export function parseLabels(tsv: string): readonly Label[] {
  const [kop = [], ...rijen] = tsv
    .split(/\r?\n/)
    .filter((regel) => regel.trim() !== "")
    .map((regel) => regel.split("\t"));
  const known: readonly string[] = ["bestand", "vorm", "opmerking", ...VELDEN];
  for (const kolom of kop) if (!known.includes(kolom)) throw new Error(`no such column: ${kolom}`);
  const seen = new Set<string>();
  return rijen.map((rij) => {
    const [bestand = ""] = rij;
    if (rij.length !== kop.length) throw new Error(`${bestand}: ${rij.length} columns, not ${kop.length}`);
    if (seen.has(bestand)) throw new Error(`${bestand}: labelled twice`);
    seen.add(bestand);
    return parseRij(new Map(kop.map((kolom, index) => [kolom, (rij[index] ?? "").trim()])));
  });
}

function parseRij(rij: ReadonlyMap<string, string>): Label {
  const bestand = rij.get("bestand") ?? "";
  const velden = VELDEN.flatMap((veld) => {
    const cel = rij.get(veld) ?? "?";
    return cel === "?" ? [] : [[veld, parseCel(bestand, veld, cel)] as const];
  });
  return { bestand, vorm: rij.get("vorm") ?? "", velden: Object.fromEntries(velden) };
}

function parseCel(bestand: string, veld: Veld, cel: string): readonly Feit[] {
  if (AANTALLEN.has(veld)) return parseAantal(bestand, veld, cel);
  const delen = cel
    .split(";")
    .map((deel) => deel.trim())
    .filter((deel) => deel !== "");
  return delen.flatMap(veld === "vragen" || veld === "antwoorden" ? parseGroep : parseFeit);
}

// "3", or "1-2": one for certain and perhaps a second.
function parseAantal(bestand: string, veld: Veld, cel: string): readonly Feit[] {
  const found = /^(\d+)(?:-(\d+))?$/.exec(cel);
  if (!found) throw new Error(`${bestand}: «${cel}» is no number of ${veld}`);
  const least = Number(found[1]);
  const most = Number(found[2] ?? least);
  return Array.from({ length: most }, (_, index) => ({ schrijfwijzen: [veld], isVrij: index >= least }));
}

// "2,3" is one group; "4..7" stands for "4; 5; 6; 7".
function parseGroep(deel: string): readonly Feit[] {
  const range = /^(\d+)\.\.(\d+)$/.exec(deel);
  if (!range) return parseFeit(deel);
  const [from, to] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    schrijfwijzen: [String(from + index)],
    isVrij: false,
  }));
}

function parseFeit(deel: string): readonly Feit[] {
  const isVrij = deel.startsWith("?");
  const schrijfwijzen = (isVrij ? deel.slice(1) : deel).split("|").map((schrijfwijze) => schrijfwijze.trim());
  return [{ schrijfwijzen, isVrij }];
}
