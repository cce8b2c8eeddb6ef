/** Tables of an ODT file: cells that span columns and rows, with the cells they cover written out behind them. */
import type { Stuk } from "../gelezen.ts";
import type { Blok, Cel, Rij, Tabel } from "../tekstverwerker/blokken.ts";
import { inkLength } from "../tekstverwerker/pakket.ts";
import { isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { alleTekst, isGeenTekst } from "./boom.ts";

/** A cell can say that it is repeated a million times. */
const MAX_KOLOMMEN = 256;
const MAX_RIJEN = 10_000;

type ReadBlokken = (knopen: readonly XmlKnoop[]) => readonly Blok[];

export function readTabel(table: XmlElement, readBlokken: ReadBlokken, stukken: Stuk[]): Tabel {
  const rijen: Rij[] = [];
  const readPart = (knoop: XmlKnoop, isKop: boolean) => {
    if (isElement(knoop) && knoop.naam === "table:table-row")
      rijen.push({ cellen: readRij(knoop, readBlokken, stukken), isKop });
    else if (isElement(knoop) && DOORZICHTIG.has(knoop.naam))
      for (const child of knoop.kinderen) readPart(child, isKop || knoop.naam === "table:table-header-rows");
    else addLoose(knoop, isKop);
  };
  const addLoose = (knoop: XmlKnoop, isKop: boolean) => {
    const blokken = readBlokken([knoop]);
    if (blokken.length > 0) rijen.push({ cellen: [{ blokken, kolom: 0, breedte: 1, hoogte: 1 }], isKop });
  };
  for (const child of table.kinderen) readPart(child, false);
  return { soort: "tabel", rijen };
}

const DOORZICHTIG = new Set(["table:table-header-rows", "table:table-rows", "table:table-row-group"]);

function readRij(row: XmlElement, readBlokken: ReadBlokken, stukken: Stuk[]): readonly Cel[] {
  const cellen: Cel[] = [];
  let kolom = 0;
  // Cells still to come that the last cell covers; a covered cell beyond these lies below a cell of an earlier row.
  let covered = 0;
  for (const child of row.kinderen) {
    if (isElement(child) && isGeenTekst(child)) continue;
    if (isElement(child) && child.naam === "table:covered-table-cell") {
      const tekst = alleTekst(child);
      if (inkLength(tekst) > 0) stukken.push({ tekst, regel: "bedekte-cel" });
      const repeated = countOf(child, "table:number-columns-repeated", MAX_KOLOMMEN);
      kolom += Math.max(0, repeated - covered);
      covered = Math.max(0, covered - repeated);
      continue;
    }
    const isCel = isElement(child) && child.naam === "table:table-cell";
    const blokken = readBlokken(isCel ? child.kinderen : [child]);
    if (!isCel && blokken.length === 0) continue;
    const breedte = isCel ? countOf(child, "table:number-columns-spanned", MAX_KOLOMMEN) : 1;
    const hoogte = isCel ? countOf(child, "table:number-rows-spanned", MAX_RIJEN) : 1;
    if (kolom < MAX_KOLOMMEN) cellen.push({ blokken, kolom, breedte, hoogte });
    else cellen.push({ blokken, kolom: MAX_KOLOMMEN, breedte: 1, hoogte: 1 });
    kolom += isCel ? Math.max(breedte, countOf(child, "table:number-columns-repeated", MAX_KOLOMMEN)) : 1;
    covered = breedte - 1;
  }
  return cellen;
}

function countOf({ attributen }: XmlElement, naam: string, most: number): number {
  const count = Number(attributen[naam] ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1;
}
