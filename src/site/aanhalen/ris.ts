/** Vermeldingen in RIS: one tag a line, lines end in CR LF, UTF-8. */
import { toLine } from "./bibtex.ts";
import type { Persoon } from "./persoon.ts";
import type { Vermelding } from "./vermelding.ts";

/** Writes records of the type report (`RPRT`). */
export function toRis(vermeldingen: readonly Vermelding[]): string {
  return vermeldingen.map(toRecord).join("\r\n");
}

function toRecord(vermelding: Vermelding): string {
  const { id, titel, auteurs, datum, genre, verzameling, jaargang, nummer, uitgever, url, trefwoorden } = vermelding;
  const tags: readonly (readonly [string, string | undefined])[] = [
    ["TY", "RPRT"],
    ["ID", id],
    ...auteurs.map((auteur) => ["AU", toName(auteur)] as const),
    ["TI", titel],
    ["T2", verzameling],
    ["VL", jaargang],
    ["M3", genre],
    ["SN", nummer],
    ["PB", uitgever],
    ["PY", datum?.slice(0, 4)],
    ["DA", datum?.replaceAll("-", "/")],
    ["UR", url],
    ["LA", "nl-NL"],
    ...trefwoorden.map((woord) => ["KW", woord] as const),
    ["N1", vermelding.aanhaling],
  ];
  const lines = tags.flatMap(([tag, value]) =>
    value ? [`${tag}  - ${toLine(value).replaceAll("\u00a0", " ")}\r\n`] : [],
  );
  return `${lines.join("")}ER  - \r\n`;
}

// A comma parts surname from first name and nothing else.
function toName(persoon: Persoon): string {
  if ("letterlijk" in persoon) return persoon.letterlijk.replace(/\s*,\s*/g, " ");
  const { voornaam, tussenvoegsel, achternaam } = persoon;
  const family = [tussenvoegsel, achternaam]
    .filter(Boolean)
    .join(" ")
    .replace(/\s*,\s*/g, " ");
  return voornaam ? `${family}, ${voornaam.replace(/\s*,\s*/g, " ")}` : family;
}
