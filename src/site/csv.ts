/** Tables as files: CSV that a spreadsheet and a program read alike (docs/formats/csv.md). */

/**
 * One row, ending in CRLF (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front,
 * so that a text from a source can never compute anything.
 */
export function toCsvRij(cellen: readonly (string | number | undefined)[]): string {
  return `${cellen.map(toCel).join(",")}\r\n`;
}

function toCel(waarde: string | number | undefined): string {
  if (waarde === undefined) return "";
  if (typeof waarde === "number") return String(waarde);
  const veilig = /^[=+\-@\t\r]/.test(waarde) ? `'${waarde}` : waarde;
  return /[",\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}
