/** Lists of an ODT file: counted per list, save where a list says that it goes on with another. */
import { countNummer, type Niveau, type Nummer, type Tellers } from "../tekstverwerker/nummering.ts";
import type { XmlElement } from "../xml-boom.ts";
import type { Stijlen } from "./stijlen.ts";

interface Lijst {
  readonly naam: string;
  readonly stijl: string | undefined;
  readonly niveaus: readonly (Niveau | undefined)[] | undefined;
  readonly niveau: number;
  readonly tellers: Tellers;
}

/** A list item; its first paragraph has the number. */
export interface Lijstplek extends Lijst {
  isGeteld: boolean;
  isVraag: boolean;
}

export interface Lijsten {
  readonly open: (list: XmlElement, around: Lijstplek | undefined) => Lijst;
  readonly openItem: (item: XmlElement, lijst: Lijst) => Lijstplek;
  /** The number of the next paragraph of an item. */
  readonly count: (plek: Lijstplek) => Nummer | undefined;
}

const ZONDER_STIJL: Niveau = { soort: "teken", patroon: "•", start: 1 };

export function createLijsten(stijlen: Stijlen): Lijsten {
  const byId = new Map<string, Lijst>();
  const byStijl = new Map<string, Lijst>();
  let total = 0;
  const open: Lijsten["open"] = ({ attributen }, around) => {
    const stijl = attributen["text:style-name"] ?? around?.stijl;
    const niveaus = stijlen.findLijst(stijl);
    const goesOn = attributen["text:continue-numbering"] === "true";
    if (around) {
      const niveau = around.niveau + 1;
      if (!goesOn) around.tellers[niveau] = undefined;
      return { naam: around.naam, stijl, niveaus, niveau, tellers: around.tellers };
    }
    const named = attributen["text:continue-list"];
    const earlier =
      (named === undefined ? undefined : byId.get(named)) ?? (goesOn ? byStijl.get(stijl ?? "") : undefined);
    if (!earlier) total += 1;
    const lijst: Lijst = {
      naam: earlier?.naam ?? String(total),
      stijl,
      niveaus,
      niveau: 0,
      tellers: earlier?.tellers ?? [],
    };
    const id = attributen["xml:id"];
    if (id !== undefined) byId.set(id, lijst);
    byStijl.set(stijl ?? "", lijst);
    return lijst;
  };
  return {
    open,
    openItem: ({ naam, attributen }, lijst) => {
      const start = Number(attributen["text:start-value"] ?? Number.NaN);
      if (Number.isSafeInteger(start)) lijst.tellers[lijst.niveau] = start - 1;
      return { ...lijst, isGeteld: naam === "text:list-header", isVraag: false };
    },
    count: (plek) => {
      const { niveaus, niveau, tellers, naam } = plek;
      if (plek.isGeteld) return plek.isVraag ? undefined : { niveau, lijst: naam };
      plek.isGeteld = true;
      const nummer = countNummer(niveaus ?? Array(niveau + 1).fill(ZONDER_STIJL), tellers, niveau, naam);
      plek.isVraag = nummer?.vraagnummer !== undefined || nummer === undefined;
      return nummer;
    },
  };
}
