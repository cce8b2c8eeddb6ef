/** Names that every system can hold: Windows, FAT32 and exFAT tell no capitals apart and keep some names for themselves. */

/** Longest path inside the bundle: it leaves room for the folder it is unpacked in below the 260 characters of Windows. */
export const LANGSTE_PAD = 120;

export type Naamfout = "te lang" | "tekens" | "gereserveerd" | "dubbel";

const DEEL = /^[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/;
const GERESERVEERD = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Finds the paths that some system could not hold, with what is the matter. */
export function findNaamfouten(paths: Iterable<string>): readonly { readonly path: string; readonly fout: Naamfout }[] {
  const fouten: { path: string; fout: Naamfout }[] = [];
  const gezien = new Set<string>();
  for (const path of paths) {
    const fout = findFout(path, gezien);
    if (fout) fouten.push({ path, fout });
    gezien.add(path.toLowerCase());
  }
  return fouten;
}

function findFout(path: string, gezien: ReadonlySet<string>): Naamfout | undefined {
  const delen = path.split("/");
  if (path.length > LANGSTE_PAD) return "te lang";
  if (!delen.every((deel) => DEEL.test(deel))) return "tekens";
  if (delen.some((deel) => GERESERVEERD.test(deel))) return "gereserveerd";
  return gezien.has(path.toLowerCase()) ? "dubbel" : undefined;
}
