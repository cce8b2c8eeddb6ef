/** Which part of a Word file is what: a part names the others in a file of relations beside it. */
import { allOf, type Pakket } from "../tekstverwerker/pakket.ts";

export interface Relatie {
  readonly id: string;
  /** Last word of its type: `footnotes`, `header`, `hyperlink`. */
  readonly soort: string;
  /** Name of the part, or the address when it lies outside the file. */
  readonly doel: string;
  readonly isBuiten: boolean;
}

/** The relations of a part; of the file as a whole for "". */
export function readRelaties(pakket: Pakket, deel: string): readonly Relatie[] {
  const map = deel.replace(/[^/]*$/, "");
  const wortel = pakket.readXml(`${map}_rels/${deel.slice(map.length)}.rels`);
  if (!wortel) return [];
  return allOf(wortel, "Relationship").map(({ attributen }) => {
    const isBuiten = attributen.TargetMode === "External";
    const doel = attributen.Target ?? "";
    return {
      id: attributen.Id ?? "",
      soort: (attributen.Type ?? "").replace(/^.*\//, ""),
      doel: isBuiten ? doel : toDeelnaam(map, doel),
      isBuiten,
    };
  });
}

function toDeelnaam(map: string, doel: string): string {
  if (doel.startsWith("/")) return doel.slice(1);
  const parts: string[] = [];
  for (const part of `${map}${doel}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Name of the part with the document itself: `word/document.xml`, save in a file of an unusual program. */
export function findHoofddeel(pakket: Pakket): string | undefined {
  const told = readRelaties(pakket, "").find(({ soort }) => soort === "officeDocument")?.doel;
  if (told !== undefined && pakket.namen.includes(told)) return told;
  return pakket.namen.find((naam) => IS_HOOFDDEEL.test(naam));
}

export const IS_HOOFDDEEL = /^word\/document\d*\.xml$/;

/** Names of the parts of a kind; by their usual names when the file of relations is gone. */
export function delenVan(
  pakket: Pakket,
  relaties: readonly Relatie[],
  soort: string,
  gewoon: RegExp,
): readonly string[] {
  const told = relaties.filter((relatie) => relatie.soort === soort && !relatie.isBuiten).map(({ doel }) => doel);
  const delen = relaties.length > 0 ? told : pakket.namen.filter((naam) => gewoon.test(naam));
  return [...new Set(delen)].filter((naam) => pakket.namen.includes(naam));
}
