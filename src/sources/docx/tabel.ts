/** Tables of a Word file: cells that run on over columns (`gridSpan`) and rows (`vMerge`). */
import type { Stuk } from "../gelezen.ts";
import type { Blok, Cel, Tabel } from "../tekstverwerker/blokken.ts";
import { findKind, inkLength } from "../tekstverwerker/pakket.ts";
import { isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { alleTekst } from "./boom.ts";
import { isAan } from "./stijlen.ts";

/** Word itself allows 63 columns. */
const MAX_KOLOMMEN = 63;

type ReadBlokken = (knopen: readonly XmlKnoop[]) => readonly Blok[];

interface Groeicel extends Cel {
  readonly blokken: Blok[];
  hoogte: number;
}

export function readTabel(tbl: XmlElement, readBlokken: ReadBlokken, stukken: Stuk[]): Tabel {
  const rijen: { cellen: Groeicel[]; isKop: boolean }[] = [];
  // Per column the cell that a row below may go on with.
  let above = new Map<number, Groeicel>();
  for (const tr of partsOf(tbl, "w:tr")) {
    // Between the rows nothing belongs: it is kept as a row of its own.
    if (tr.naam !== "w:tr") {
      rijen.push({ cellen: [{ blokken: [...readBlokken([tr])], kolom: 0, breedte: 1, hoogte: 1 }], isKop: false });
      continue;
    }
    const trPr = findKind(tr, "w:trPr");
    if (findKind(trPr, "w:del")) {
      const tekst = alleTekst(tr);
      if (inkLength(tekst) > 0) stukken.push({ tekst, regel: "verwijderde-tekst" });
      continue;
    }
    const header = findKind(trPr, "w:tblHeader");
    const cellen: Groeicel[] = [];
    const here = new Map<number, Groeicel>();
    let kolom = spanOf(findKind(trPr, "w:gridBefore"), 0);
    for (const tc of partsOf(tr, "w:tc")) {
      const tcPr = findKind(tc, "w:tcPr");
      const breedte = Math.max(1, spanOf(findKind(tcPr, "w:gridSpan"), 1));
      const blokken = readBlokken(tc.naam === "w:tc" ? tc.kinderen : [tc]);
      const merge = findKind(tcPr, "w:vMerge");
      const owner = merge && merge.attributen["w:val"] !== "restart" ? above.get(kolom) : undefined;
      if (owner) {
        owner.hoogte += 1;
        // Word does not show it; what is in the file is not lost here.
        for (const blok of blokken) owner.blokken.push(blok);
        here.set(kolom, owner);
      } else {
        const cel = { blokken: [...blokken], kolom: Math.min(kolom, MAX_KOLOMMEN), breedte, hoogte: 1 };
        cellen.push(cel);
        if (merge) here.set(kolom, cel);
      }
      kolom += breedte;
    }
    rijen.push({ cellen, isKop: header !== undefined && isAan(header.attributen["w:val"]) });
    above = here;
  }
  return { soort: "tabel", rijen };
}

function spanOf(element: XmlElement | undefined, absent: number): number {
  const span = Number(element?.attributen["w:val"] ?? absent);
  return Number.isInteger(span) && span >= 0 ? Math.min(span, MAX_KOLOMMEN) : absent;
}

/** Rows or cells, also those within a content control or a tracked insertion; anything else with text as it stands. */
function partsOf(element: XmlElement, naam: "w:tr" | "w:tc"): readonly XmlElement[] {
  return element.kinderen.flatMap((child): readonly XmlElement[] => {
    if (!isElement(child))
      return child.trim() === "" ? [] : [{ ...element, naam: "w:p", kinderen: [asRun(child, element)] }];
    if (child.naam === naam) return [child];
    if (DOORZICHTIG.has(child.naam)) return partsOf(child, naam);
    if (/^w:\w+Pr(?:Ex)?$/.test(child.naam) || child.naam === "w:tblGrid") return [];
    return inkLength(alleTekst(child)) > 0 ? [child] : [];
  });
}

function asRun(tekst: string, element: XmlElement): XmlElement {
  return { ...element, naam: "w:r", kinderen: [{ ...element, naam: "w:t", kinderen: [tekst] }] };
}

const DOORZICHTIG = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"]);
