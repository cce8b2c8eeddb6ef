/**
 * Writes a Kamervraag as Markdown with front matter: pleasant to read and to edit by hand, and the same bytes each time.
 * @see docs/formats/markdown.md
 */
import { createHash } from "node:crypto";
import { type Antwoord, type Blok, isAntwoord, type Kamervraag, type Noot } from "../model/kamervraag.ts";
import { frontmatterToYaml } from "./frontmatter.ts";
import { eigenKop, standaardKop } from "./koppen.ts";

/** Version of the conversion: raised when the written form changes, so that old files are converted again. */
export const CONVERSIE_VERSIE = 2;

/** Stands in the place of a note's text when the source has the mark only. An HTML comment: source text never is one. */
export const NOOT_ZONDER_TEKST = "<!-- tekst staat niet in de bron -->";

/** Headings of blocks that have none of their own. */
export const TEKSTKOPPEN = {
  inleiding: "Inleiding",
  toelichting: "Toelichting",
  bijlage: "Bijlage",
  overig: "Overige tekst",
} as const;

/** Writes the whole file, with the hash by which a later conversion sees whether a person edited it. */
export function writeKamervraag(kamervraag: Kamervraag): string {
  const body = writeBody(kamervraag);
  const unsigned = compose(kamervraag, NO_HASH, body);
  return unsigned.replace(HASH_LINE, `$1${hashOf(unsigned)}$3`);
}

/** Whether a file still is what the converter wrote: `undefined` when it carries no hash at all. */
export function isUnedited(markdown: string): boolean | undefined {
  const signature = HASH_LINE.exec(markdown);
  if (!signature?.[2]) return undefined;
  return hashOf(markdown.replace(HASH_LINE, `$1${NO_HASH}$3`)) === signature[2];
}

/** Whether a person edited a file, or wrote it. An editor may have changed the line ends: that is no edit. */
export function isBewerkt(markdown: string): boolean {
  return isUnedited(markdown.includes("\r") ? markdown.replaceAll("\r\n", "\n") : markdown) !== true;
}

const NO_HASH = "0".repeat(64);
const HASH_LINE = /(\nconversie:\n(?: {2}versie: \d+\n)? {2}hash: '?)([0-9a-f]{64})('?\n)/;

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function compose(kamervraag: Kamervraag, hash: string, body: string): string {
  const { blokken: _, noten, mededelingen, ...facts } = kamervraag;
  const nootnummers = noten
    .filter(({ anker, nummer }) => anker.slice(1) !== nummer)
    .map(({ anker, nummer }) => [anker, nummer]);
  const frontmatter = frontmatterToYaml({
    ...facts,
    mededelingen: mededelingen.map(({ tekst: __, ...mededeling }) => mededeling),
    nootnummers: Object.fromEntries(nootnummers),
    conversie: { versie: CONVERSIE_VERSIE, hash },
  });
  return `---\n${frontmatter}---\n${body}`;
}

function writeBody({ blokken, noten, mededelingen, bronnen }: Kamervraag): string {
  const only = onlyAntwoordBron(bronnen);
  const sections = [
    ...blokken.map((blok) => `${headingOf(blok, only)}\n\n${blok.tekst}`.trimEnd()),
    ...mededelingen.map(({ tekst }) => `## Mededeling\n\n${tekst}`.trimEnd()),
    ...(noten.length > 0 ? [noten.map(writeNoot).join("\n")] : []),
  ];
  return sections.map((section) => `\n${section}\n`).join("");
}

/**
 * The one publication that holds antwoorden, when there is exactly one: then no heading has to name it. Shared with the
 * reader, which has to draw the same conclusion.
 */
export function onlyAntwoordBron(bronnen: Kamervraag["bronnen"]): string | undefined {
  const ids = bronnen
    .filter(({ soort, vervangenDoor }) => (soort === "antwoord" || soort === "nader-antwoord") && !vervangenDoor)
    .map(({ id }) => id);
  return ids.length === 1 ? ids[0] : undefined;
}

// A heading names its publication only where that does not go without saying.
function headingOf(blok: Blok, only: string | undefined): string {
  if (blok.soort === "vraag") {
    return `## ${escapeKop((blok.kop && eigenKop("vraag", blok.kop, blok.nummers)) ?? standaardKop("vraag", blok.nummers))}`;
  }
  if (!isAntwoord(blok)) return `## ${escapeKop(blok.kop ?? TEKSTKOPPEN[blok.soort])}`;
  return `### ${escapeKop(antwoordKop(blok))}${blok.bron && blok.bron !== only ? ` (${blok.bron})` : ""}`;
}

function antwoordKop({ kop, opVragen }: Antwoord): string {
  return (kop && eigenKop("antwoord", kop, opVragen)) ?? standaardKop("antwoord", opVragen);
}

/** Escapes a heading, which is plain text in the model; `unescapeKop` reads it back. */
function escapeKop(kop: string): string {
  return kop.replace(/[\\`*_[\]<>|~^#&!]/g, "\\$&");
}

export function unescapeKop(kop: string): string {
  return kop.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

// Lines after the first stand four spaces in, as Markdown's footnotes want it.
function writeNoot({ anker, tekst }: Noot): string {
  return `[^${anker}]: ${(tekst ?? NOOT_ZONDER_TEKST).replace(/\n(?=[^\n])/g, "\n    ")}`;
}
