/** Vermeldingen in BibTeX (and biblatex, which reads it as well). UTF-8: letters with accents stand as they are. */
import type { Persoon } from "./persoon.ts";
import type { Vermelding } from "./vermelding.ts";

/** Writes entries of the type `@techreport`, with an empty line between them. */
export function toBibtex(vermeldingen: readonly Vermelding[]): string {
  return `${vermeldingen.map(toEntry).join("\n\n")}\n`;
}

function toEntry(vermelding: Vermelding): string {
  const { id, titel, auteurs, datum, genre, nummer, uitgever, verzameling, jaargang, url, trefwoorden } = vermelding;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", auteurs.map(toName).join(" and ")],
    // Two pairs of braces: no style may take the capitals away.
    ["title", `{${escapeBibtex(titel)}}`],
    ["type", `{${escapeBibtex(genre)}}`],
    ["number", nummer && escapeBibtex(nummer)],
    ["series", verzameling && `{${escapeBibtex(verzameling)}}`],
    ["volume", jaargang && escapeBibtex(jaargang)],
    ["institution", `{${escapeBibtex(uitgever)}}`],
    ["year", datum?.slice(0, 4)],
    ["month", datum && String(Number(datum.slice(5, 7)))],
    ["date", datum],
    ["url", url && escapeUrl(url)],
    ["keywords", trefwoorden.map((woord) => escapeBibtex(woord)).join(", ")],
    ["langid", "dutch"],
    ["language", "nl-NL"],
    ["note", escapeBibtex(vermelding.aanhaling)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@techreport{${id},\n${lines.join(",\n")}\n}`;
}

// "van der Voorbeeld, Jan". A name that is one whole, or whose tussenvoegsel has a capital, is kept together by braces.
function toName(persoon: Persoon): string {
  if ("letterlijk" in persoon) return `{${escapeBibtex(persoon.letterlijk)}}`;
  const { voornaam, tussenvoegsel, achternaam } = persoon;
  if (!voornaam) return `{${escapeBibtex([tussenvoegsel, achternaam].filter(Boolean).join(" "))}}`;
  const last = escapeBibtex(achternaam);
  const family = last.includes(" ") ? `{${last}}` : last;
  return `${tussenvoegsel ? `${escapeBibtex(tussenvoegsel)} ` : ""}${family}, ${escapeBibtex(voornaam)}`;
}

const TEKENS: Readonly<Record<string, string>> = {
  // A backslash before a brace would still count as a brace for BibTeX: only these commands keep entries whole.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "\u00a0": "~",
};

/** A text for a field in braces: on one line, and nothing in it is a command. */
export function escapeBibtex(text: string): string {
  return toLine(text).replace(/[{}\\^~$&#%_\u00a0]/g, (teken) => TEKENS[teken] ?? teken);
}

// An address is read to the letter: what would end its field is written as the web writes it.
function escapeUrl(url: string): string {
  return url.replace(/[{}\\\s]/g, (teken) => encodeURIComponent(teken));
}

/** A text on one line, without characters that no format can hold. */
export function toLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff ]+/gu, " ").trim();
}
