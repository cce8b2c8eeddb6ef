/** The table of labelled references (docs/formats/labels.md): what a person read, before any program did. */

export interface Verwijzinglabel {
  readonly plaats: string;
  /** Half open, in characters that are neither white space nor a note call. */
  readonly van: number;
  readonly tot: number;
  /** Kinds that are all right. */
  readonly soorten: readonly string[];
  /** Targets that are all right. */
  readonly doelen: readonly string[];
  /** May be found, need not be. */
  readonly isVrij: boolean;
}

export interface GelabeldDocument {
  /** Path below the folder with documents, with `/`. */
  readonly bestand: string;
  /** The places that were labelled completely; all of them when absent. */
  readonly plaatsen?: readonly string[];
  readonly labels: readonly Verwijzinglabel[];
}

const KOLOMMEN = ["bestand", "plaats", "van", "tot", "soort", "doel", "vrij"];
const ALLES = "alles";

/**
 * Reads the table. A row without a soort opens a document: its `plaats` says what of it was labelled (`alles`, or a list
 * of places with `;`); the rows that follow are its references.
 * @throws Error on other columns, a row of another length, a document that stands there twice, or a reference before its
 * document or with a position that is none.
 */
export function parseVerwijzinglabels(tsv: string): readonly GelabeldDocument[] {
  const [kop = "", ...rijen] = tsv.split(/\r?\n/).filter((regel) => regel !== "");
  if (kop !== KOLOMMEN.join("\t")) throw new Error(`columns are ${kop}, not ${KOLOMMEN.join(" ")}`);
  const documenten = new Map<string, { plaatsen?: readonly string[]; labels: Verwijzinglabel[] }>();
  for (const rij of rijen) {
    const cellen = rij.split("\t");
    const [bestand = "", plaats = "", , , soort] = cellen;
    if (cellen.length !== KOLOMMEN.length) throw new Error(`${bestand}: ${cellen.length} columns`);
    const document = documenten.get(bestand);
    if (soort !== "") {
      if (!document) throw new Error(`${bestand}: a reference before the row of its document`);
      document.labels.push(parseLabel(bestand, cellen));
    } else if (document) throw new Error(`${bestand}: labelled twice`);
    else documenten.set(bestand, plaats === ALLES ? { labels: [] } : { plaatsen: plaats.split(";"), labels: [] });
  }
  return [...documenten].map(([bestand, document]) => ({ bestand, ...document }));
}

function parseLabel(bestand: string, cellen: readonly string[]): Verwijzinglabel {
  const [, plaats = "", van = "", tot = "", soort = "", doel = "", vrij] = cellen;
  if (!/^\d+$/.test(van) || !/^\d+$/.test(tot) || Number(van) >= Number(tot))
    throw new Error(`${bestand}: ${plaats} has no position ${van} to ${tot}`);
  return {
    plaats,
    van: Number(van),
    tot: Number(tot),
    soorten: soort.split("|"),
    doelen: doel.split("|"),
    isVrij: vrij === "?",
  };
}
