/** The content of an ODT file: paragraphs, lists, tables and frames in reading order. */
import type { Stuk } from "../gelezen.ts";
import { element, noot } from "../opmaak.ts";
import type { Alinea, Blok } from "../tekstverwerker/blokken.ts";
import { drawnNoot } from "../tekstverwerker/gegenereerd.ts";
import { GEWOON, hasInhoud, type Stukje, tidyTekst, toInline } from "../tekstverwerker/inline.ts";
import { countNummer, type Nummer, type Tellers } from "../tekstverwerker/nummering.ts";
import { findKind, inkLength } from "../tekstverwerker/pakket.ts";
import { isElement, textOf, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { alleTekst, isGeenTekst, witVan } from "./boom.ts";
import { createLijsten, type Lijsten, type Lijstplek } from "./lijsten.ts";
import type { Stijl, Stijlen } from "./stijlen.ts";
import { readTabel } from "./tabel.ts";

interface Plek {
  readonly stijlen: Stijlen;
  readonly stukken: Stuk[];
  readonly lijsten: Lijsten;
  readonly kopTellers: Tellers;
  readonly noten: { count: number; isInNoot: boolean };
  readonly regel: { count: number };
}

/** Reads all blocks below an element. */
export function readInhoud(wortel: XmlElement, stijlen: Stijlen, stukken: Stuk[]): readonly Blok[] {
  return readBlokken(wortel.kinderen, {
    stijlen,
    stukken,
    lijsten: createLijsten(stijlen),
    kopTellers: [],
    noten: { count: 0, isInNoot: false },
    regel: { count: 0 },
  });
}

function readBlokken(knopen: readonly XmlKnoop[], plek: Plek): readonly Blok[] {
  const blokken: Blok[] = [];
  const walk = (knoop: XmlKnoop, item: Lijstplek | undefined) => {
    if (!isElement(knoop)) {
      if (knoop.trim() !== "") blokken.push(loose([{ tekst: tidyTekst(knoop, plek.stukken), stijl: GEWOON }], plek));
      return;
    }
    if (isGeenTekst(knoop)) return;
    const rule = findRegel(knoop);
    if (rule !== undefined) drop(knoop, rule, plek);
    else if (knoop.naam === "text:p" || knoop.naam === "text:h") {
      for (const blok of readAlinea(knoop, item, plek)) blokken.push(blok);
    } else if (knoop.naam === "text:list") {
      const lijst = plek.lijsten.open(knoop, item);
      for (const child of knoop.kinderen) {
        if (!isElement(child)) walk(child, item);
        else if (child.naam === "text:list-item" || child.naam === "text:list-header") {
          const opened = plek.lijsten.openItem(child, lijst);
          for (const part of child.kinderen) walk(part, opened);
        } else walk(child, undefined);
      }
    } else if (knoop.naam === "table:table")
      blokken.push(readTabel(knoop, (kinderen) => readBlokken(kinderen, plek), plek.stukken));
    else if (INLINE.test(knoop.naam)) {
      for (const blok of readAlinea({ ...knoop, naam: "text:p", kinderen: [knoop] }, item, plek)) blokken.push(blok);
    } else for (const child of knoop.kinderen) walk(child, item);
  };
  for (const knoop of knopen) walk(knoop, undefined);
  return blokken;
}

/** A run where a paragraph belongs: a damaged file. */
const INLINE = /^text:(?:span|a|note|s|tab|line-break)$/;

/** The rule by which an element with all that is in it is left out. */
function findRegel({ naam, attributen }: XmlElement): string | undefined {
  if (naam === "text:tracked-changes") return "verwijderde-tekst";
  if (naam === "office:annotation") return "opmerking";
  if (naam === "text:section" && attributen["text:display"] === "none") return "verborgen-tekst";
  if (/^text:hidden-(?:text|paragraph)$/.test(naam) && attributen["text:is-hidden"] === "true")
    return "verborgen-tekst";
  // The box in the margin of an official publication, with its identifier and place of printing.
  if (naam === "draw:frame" && attributen["draw:name"] === "frillblok") return "paginarand";
  return undefined;
}

function drop(element: XmlElement, rule: string, { stukken }: Plek): void {
  const tekst = alleTekst(element);
  if (inkLength(tekst) > 0) stukken.push({ tekst, regel: rule });
}

function loose(stukjes: readonly Stukje[], { regel }: Plek): Alinea {
  regel.count += 1;
  return { soort: "alinea", stukjes, isKop: false, regel: regel.count };
}

interface Line {
  readonly stukjes: Stukje[];
  readonly voor: Blok[];
  readonly na: Blok[];
}

interface Dracht {
  readonly stijl: Stijl;
  readonly doel: string | undefined;
}

function readAlinea(p: XmlElement, item: Lijstplek | undefined, plek: Plek): readonly Blok[] {
  const stijl = plek.stijlen.alinea(p.attributen["text:style-name"]);
  plek.regel.count += 1;
  const regel = plek.regel.count;
  const nummer = item ? plek.lijsten.count(item) : countKop(p, plek);
  const line: Line = { stukjes: [], voor: [], na: [] };
  readRuns(p.kinderen, { stijl, doel: undefined }, line, plek);
  const isKop = p.naam === "text:h" || stijl.isKop === true;
  const alinea: Alinea = { soort: "alinea", stukjes: line.stukjes, isKop, nummer, regel };
  return [...line.voor, alinea, ...line.na];
}

function countKop(p: XmlElement, { stijlen, kopTellers }: Plek): Nummer | undefined {
  if (p.naam !== "text:h" || p.attributen["text:is-list-header"] === "true") return undefined;
  return countNummer(stijlen.koppen, kopTellers, Number(p.attributen["text:outline-level"] ?? 1) - 1, "koppen");
}

function readRuns(knopen: readonly XmlKnoop[], dracht: Dracht, line: Line, plek: Plek): void {
  for (const knoop of knopen) {
    // White space in the file is one blank; blanks that count are elements.
    if (isElement(knoop)) readRun(knoop, dracht, line, plek);
    else addTekst(knoop.replace(/[ \t\r\n]+/g, " "), dracht, line, plek);
  }
}

function readRun(knoop: XmlElement, dracht: Dracht, line: Line, plek: Plek): void {
  if (isGeenTekst(knoop)) return;
  const rule = findRegel(knoop);
  const wit = witVan(knoop);
  if (rule !== undefined) drop(knoop, rule, plek);
  else if (knoop.naam === "text:line-break") line.stukjes.push({ element: element("br", []) });
  else if (wit !== "") addTekst(wit, dracht, line, plek);
  else if (knoop.naam === "text:note") line.stukjes.push({ element: readNoot(knoop, plek) });
  else if (BLOKKEN.has(knoop.naam)) addBlokken([knoop], line, plek);
  else if (knoop.naam.startsWith("draw:") && knoop.naam !== "draw:a") addBlokken(knoop.kinderen, line, plek);
  else readRuns(knoop.kinderen, dressOf(knoop, dracht, plek), line, plek);
}

const BLOKKEN = new Set(["text:p", "text:h", "text:list", "table:table"]);

function dressOf({ naam, attributen }: XmlElement, dracht: Dracht, { stijlen }: Plek): Dracht {
  if (naam === "text:span")
    return { ...dracht, stijl: { ...dracht.stijl, ...stijlen.tekst(attributen["text:style-name"]) } };
  const href = attributen["xlink:href"] ?? "";
  if (naam !== "text:a" || href === "") return dracht;
  // A place in the document itself is no address.
  return { ...dracht, doel: href.startsWith("#") ? undefined : href };
}

function addBlokken(knopen: readonly XmlKnoop[], line: Line, plek: Plek): void {
  const isFirst = line.stukjes.every((stukje) => "tekst" in stukje && stukje.tekst.trim() === "");
  for (const blok of readBlokken(knopen, plek)) (isFirst ? line.voor : line.na).push(blok);
}

function addTekst(tekst: string, { stijl, doel }: Dracht, line: Line, { stukken }: Plek): void {
  if (stijl.verborgen) {
    if (tekst.trim() !== "") stukken.push({ tekst, regel: "verborgen-tekst" });
    return;
  }
  line.stukjes.push({
    tekst: tidyTekst(tekst, stukken),
    stijl: { vet: stijl.vet === true, cursief: stijl.cursief === true, hoogte: stijl.hoogte, doel },
  });
}

// A note within a note is no note that could be called: its words go on in the text of the first.
function readNoot(note: XmlElement, plek: Plek): XmlElement {
  const citation = findKind(note, "text:note-citation");
  const nummer = citation ? textOf(citation).trim() : "";
  plek.noten.count += 1;
  const id = `${note.attributen["text:note-class"] === "endnote" ? "endnote" : "footnote"}-${plek.noten.count}`;
  const wasInNoot = plek.noten.isInNoot;
  plek.noten.isInNoot = true;
  const rest = note.kinderen.filter((child) => child !== citation);
  const alineas = alineasOf(readBlokken(rest, plek));
  plek.noten.isInNoot = wasInNoot;
  if (wasInNoot) return element("sup", [[nummer, ...alineas.map((alinea) => alinea.map(plain).join(""))].join(" ")]);
  return nummer === "" ? drawnNoot(String(plek.noten.count), alineas, id) : noot(nummer, alineas, id);
}

function plain(knoop: XmlKnoop): string {
  return isElement(knoop) ? textOf(knoop) : knoop;
}

function alineasOf(blokken: readonly Blok[]): readonly (readonly XmlKnoop[])[] {
  return blokken.flatMap((blok): readonly (readonly XmlKnoop[])[] => {
    if (blok.soort === "tabel")
      return blok.rijen.flatMap(({ cellen }) => cellen.flatMap((cel) => alineasOf(cel.blokken)));
    return hasInhoud(blok.stukjes) ? [toInline(blok.stukjes)] : [];
  });
}
