/** Tables as CSV: comma, double quotes, CRLF (RFC 4180), safe to open in a spreadsheet. */

/** A cell: a number stays a number; `undefined` is an empty cell. */
export type Cel = string | number | undefined;

/** Writes a heading and rows as CSV, ending in a line break. */
export function toCsv(kop: readonly string[], rijen: readonly (readonly Cel[])[]): string {
  return [kop, ...rijen].map(toCsvRij).join("");
}

/** Writes one row, ending in a line break, for tables that are too long to hold (docs/formats/csv.md). */
export function toCsvRij(rij: readonly Cel[]): string {
  return `${rij.map(toCel).join(",")}\r\n`;
}

// A spreadsheet runs what begins like this as a formula; with an apostrophe before it, it is text.
const FORMULE = /^[=+\-@\t\r\n＝＋－＠]/;

function toCel(cel: Cel): string {
  if (cel === undefined) return "";
  if (typeof cel === "number") return String(cel);
  const safe = FORMULE.test(cel) ? `'${cel}` : cel;
  return /[",\r\n]/.test(safe) || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
