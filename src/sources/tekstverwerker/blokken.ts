/** Paragraphs and tables of a word processor, brought to the blocks of the official XML. */
import { element } from "../opmaak.ts";
import type { XmlElement } from "../xml-boom.ts";
import { drawnLijstnummer } from "./gegenereerd.ts";
import { hasInhoud, isHeelVet, type Stukje, toInline, trimEnds } from "./inline.ts";
import type { Nummer } from "./nummering.ts";

export type Blok = Alinea | Tabel;

export interface Alinea {
  readonly soort: "alinea";
  readonly stukjes: readonly Stukje[];
  /** Whether its style is that of a heading. */
  readonly isKop: boolean;
  readonly nummer?: Nummer | undefined;
  /** Which paragraph of the document, counted from 1. */
  readonly regel: number;
}

export interface Tabel {
  readonly soort: "tabel";
  readonly rijen: readonly Rij[];
}

export interface Rij {
  readonly cellen: readonly Cel[];
  readonly isKop: boolean;
}

export interface Cel {
  readonly blokken: readonly Blok[];
  /** Column in which it begins, counted from 0. */
  readonly kolom: number;
  readonly breedte: number;
  readonly hoogte: number;
}

/** A heading is short; a whole question in bold is no heading. */
const MAX_KOP = 120;

/** Writes blocks in the vocabulary of the official XML. Empty paragraphs and tables leave no trace. */
export function toElementen(blokken: readonly Blok[], { isInCel = false } = {}): readonly XmlElement[] {
  const elementen: XmlElement[] = [];
  let items: Alinea[] = [];
  const flush = () => {
    if (items.length > 0) elementen.push(toLijst(items));
    items = [];
  };
  for (const blok of blokken) {
    if (isLijstitem(blok)) {
      if (hasInhoud(blok.stukjes)) items.push(blok);
      continue;
    }
    const made = blok.soort === "tabel" ? toTabel(blok, isInCel) : toAlinea(blok, isInCel);
    if (made.length > 0) flush();
    for (const one of made) elementen.push(one);
  }
  flush();
  return elementen;
}

function isLijstitem(blok: Blok): blok is Alinea {
  return blok.soort === "alinea" && blok.nummer !== undefined && blok.nummer.vraagnummer === undefined;
}

function toAlinea({ stukjes, isKop, nummer, regel }: Alinea, isInCel: boolean): readonly XmlElement[] {
  const line = trimEnds(stukjes);
  const label = nummer?.label;
  if (label !== undefined && nummer?.vraagnummer) {
    // "Vraag 1" above the question may be a paragraph with nothing but its number.
    if (line.length === 0 && !/\p{L}{2}/u.test(label)) return [];
    const attributen = { ...nummer.vraagnummer, label, lijst: nummer.lijst };
    return [element("al", toInline(line), { attributen, regel })];
  }
  if (!hasInhoud(line)) return [];
  const tekst = line.map((stukje) => ("tekst" in stukje ? stukje.tekst : "")).join("");
  const hasBreak = line.some((stukje) => "element" in stukje && stukje.element.naam === "br");
  const looksLikeKop = isKop || (isHeelVet(line) && !isZin(tekst));
  const isTussenkop = !isInCel && tekst !== "" && tekst.length < MAX_KOP && !hasBreak && looksLikeKop;
  if (!isTussenkop) return [element("al", toInline(line), { regel })];
  return [element("tussenkop", toInline(line.map(withoutVet)), { regel })];
}

// Ministries print whole questions in bold, also short ones. "Vraag 1." is a heading still.
function isZin(tekst: string): boolean {
  return tekst.includes("?") || (/[.!]$/.test(tekst) && tekst.split(/\s+/).length > 3);
}

function withoutVet(stukje: Stukje): Stukje {
  return "tekst" in stukje ? { ...stukje, stijl: { ...stukje.stijl, vet: false } } : stukje;
}

// Deeper items stand in the item before them; an item above the first one's level stands beside it.
function toLijst(items: readonly Alinea[]): XmlElement {
  const first = items[0]?.nummer?.niveau ?? 0;
  const groups: { item: Alinea; deeper: Alinea[]; more: XmlElement[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    const niveau = item.nummer?.niveau ?? 0;
    if (last && niveau > first) last.deeper.push(item);
    else if (last && last.deeper.length === 0 && item.nummer?.label === undefined)
      last.more.push(element("al", toInline(item.stukjes), { regel: item.regel }));
    else groups.push({ item, deeper: [], more: [] });
  }
  const kinderen = groups.map(({ item, deeper, more }) => {
    const { stukjes, nummer, regel } = item;
    const label = nummer?.label === undefined ? [] : [drawnLijstnummer(nummer.label)];
    const al = element("al", toInline(stukjes), { regel });
    return element("li", [...label, al, ...more, ...(deeper.length > 0 ? [toLijst(deeper)] : [])], { regel });
  });
  return element("lijst", kinderen, { attributen: { type: "expliciet" }, regel: items[0]?.regel ?? 1 });
}

function toTabel({ rijen }: Tabel, isInCel: boolean): readonly XmlElement[] {
  // A table of one column is there for the lay-out: whole letters stand in one.
  if (rijen.every(({ cellen }) => cellen.length <= 1))
    return toElementen(
      rijen.flatMap(({ cellen }) => cellen.flatMap(({ blokken }) => blokken)),
      { isInCel },
    );
  const rows = rijen.map(({ cellen, isKop }) => ({
    isKop,
    entries: cellen.map((cel) => ({ cel, inhoud: toElementen(cel.blokken, { isInCel: true }) })),
  }));
  if (rows.every(({ entries }) => entries.every(({ inhoud }) => inhoud.length === 0))) return [];
  const kolommen = rijen
    .flatMap(({ cellen }) => cellen)
    .reduce((most, { kolom, breedte }) => Math.max(most, kolom + breedte), 0);
  const toRow = ({ entries }: (typeof rows)[number]) =>
    element(
      "row",
      entries.map(({ cel, inhoud }) =>
        element("entry", inhoud, { attributen: spansOf(cel), regel: inhoud[0]?.regel ?? 1 }),
      ),
    );
  const first = rows.findIndex(({ isKop }) => !isKop);
  const koprijen = rows.slice(0, first === -1 ? rows.length : first);
  const rest = rows.slice(koprijen.length);
  const colspecs = Array.from({ length: kolommen }, (_, index) =>
    element("colspec", [], { attributen: { colname: nameOf(index), colnum: String(index + 1) } }),
  );
  const tgroup = element(
    "tgroup",
    [
      ...colspecs,
      ...(koprijen.length > 0 ? [element("thead", koprijen.map(toRow))] : []),
      ...(rest.length > 0 ? [element("tbody", rest.map(toRow))] : []),
    ],
    { attributen: { cols: String(kolommen) } },
  );
  const regel = rows.flatMap(({ entries }) => entries).find(({ inhoud }) => inhoud.length > 0)?.inhoud[0]?.regel;
  return [element("table", [tgroup], { regel: regel ?? 1 })];
}

function nameOf(kolom: number): string {
  return `col${kolom + 1}`;
}

function spansOf({ kolom, breedte, hoogte }: Cel): Readonly<Record<string, string>> {
  const across =
    breedte > 1 ? { namest: nameOf(kolom), nameend: nameOf(kolom + breedte - 1) } : { colname: nameOf(kolom) };
  return hoogte > 1 ? { ...across, morerows: String(hoogte - 1) } : across;
}
