/** The content of a Word part: paragraphs, tables and text boxes in reading order. */
import type { Diagnostiek } from "../../model/kamervraag.ts";
import type { Stuk } from "../gelezen.ts";
import { element } from "../opmaak.ts";
import type { Alinea, Blok } from "../tekstverwerker/blokken.ts";
import { GEWOON, type Stukje, type Tekststijl, tidyTekst } from "../tekstverwerker/inline.ts";
import { findKind, inkLength } from "../tekstverwerker/pakket.ts";
import { isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { alleTekst, isTekstdrager, tekenVan } from "./boom.ts";
import type { Nummeraar } from "./nummering.ts";
import { isAan, type Opmaakregels, readRegels, type Stijl, type Stijlen } from "./stijlen.ts";
import { readTabel } from "./tabel.ts";
import { createVelden, findHyperlink, type Velden } from "./velden.ts";

/** What reading the content needs and where it puts what it finds. */
export interface Omgeving {
  readonly stijlen: Stijlen;
  readonly nummeraar: Nummeraar;
  /** Addresses outside the file, by the id of their relation. */
  readonly doelen: ReadonlyMap<string, string>;
  /** The note that a call calls; `merk` is the mark that the author set himself. */
  readonly readNoot: (verwijzing: XmlElement, merk: string | undefined) => XmlElement;
  readonly stukken: Stuk[];
  readonly diagnostiek: Diagnostiek[];
  /** The number of the next paragraph. */
  readonly nextRegel: () => number;
}

interface Plek extends Omgeving {
  readonly velden: Velden;
}

/** Reads all blocks below an element. */
export function readInhoud(wortel: XmlElement, omgeving: Omgeving): readonly Blok[] {
  return readBlokken(wortel.kinderen, { ...omgeving, velden: createVelden(wortel) });
}

function readBlokken(knopen: readonly XmlKnoop[], plek: Plek): readonly Blok[] {
  const blokken: Blok[] = [];
  // A paragraph whose end was deleted runs on in the next one.
  let before: Stukje[] = [];
  const add = (alinea: Alinea, isEindeWeg: boolean) => {
    if (isEindeWeg) for (const stukje of alinea.stukjes) before.push(stukje);
    else {
      blokken.push(before.length > 0 ? { ...alinea, stukjes: [...before, ...alinea.stukjes] } : alinea);
      before = [];
    }
  };
  const flush = () => {
    if (before.length > 0) blokken.push(loose(before, plek));
    before = [];
  };
  const walk = (knoop: XmlKnoop) => {
    if (!isElement(knoop)) {
      if (knoop.trim() !== "") blokken.push(loose([{ tekst: tidyTekst(knoop, plek.stukken), stijl: GEWOON }], plek));
      return;
    }
    if (knoop.naam === "w:p") {
      const { alinea, voor, na, isEindeWeg } = readAlinea(knoop, plek);
      for (const blok of voor) blokken.push(blok);
      add(alinea, isEindeWeg);
      for (const blok of na) blokken.push(blok);
    } else if (knoop.naam === "w:tbl") {
      flush();
      blokken.push(readTabel(knoop, (kinderen) => readBlokken(kinderen, plek), plek.stukken));
    } else if (isWeg(knoop)) drop(knoop, plek);
    else if (knoop.naam === "w:altChunk")
      plek.diagnostiek.push({ code: "ingevoegd-bestand-weggelaten", ernst: "waarschuwing", plaats: "kop" });
    else if (isInline(knoop)) {
      const { alinea, voor, na } = readAlinea({ ...knoop, naam: "w:p", kinderen: [knoop] }, plek);
      for (const blok of [...voor, alinea, ...na]) blokken.push(blok);
    } else if (!EIGENSCHAPPEN.test(knoop.naam)) for (const child of knoop.kinderen) walk(child);
  };
  for (const knoop of knopen) walk(knoop);
  flush();
  return blokken;
}

/** `w:pPr`, `w:sectPr`, `w:tblGrid`: how it looks, and what it looked like before a change. */
const EIGENSCHAPPEN = /^w:(?:\w+Pr|tblGrid)$/;

/** A run where a paragraph belongs: a damaged file. */
function isInline({ naam }: XmlElement): boolean {
  return naam === "w:r" || naam === "w:t" || naam === "w:hyperlink" || naam === "w:fldSimple";
}

function isWeg({ naam }: XmlElement): boolean {
  return naam === "w:del" || naam === "w:moveFrom" || naam === "w:delText";
}

function drop(element: XmlElement, { stukken }: Plek): void {
  const tekst = alleTekst(element);
  if (inkLength(tekst) > 0) stukken.push({ tekst, regel: "verwijderde-tekst" });
}

function loose(stukjes: readonly Stukje[], plek: Plek): Alinea {
  return { soort: "alinea", stukjes, isKop: false, regel: plek.nextRegel() };
}

interface GelezenAlinea {
  readonly alinea: Alinea;
  /** Text boxes that hang on it. */
  readonly voor: readonly Blok[];
  readonly na: readonly Blok[];
  readonly isEindeWeg: boolean;
}

function readAlinea(p: XmlElement, plek: Plek): GelezenAlinea {
  const pPr = findKind(p, "w:pPr");
  const numPr = findKind(pPr, "w:numPr");
  const stijlId = findKind(pPr, "w:pStyle")?.attributen["w:val"] ?? plek.stijlen.gewoneAlinea;
  const stijl = plek.stijlen.get(stijlId);
  const merk = findKind(pPr, "w:rPr");
  const isEindeWeg = [findKind(merk, "w:del"), findKind(merk, "w:moveFrom")].some((mark) => mark !== undefined);
  const ilvl = findKind(numPr, "w:ilvl")?.attributen["w:val"];
  const regel = plek.nextRegel();
  // A paragraph that runs on in the next one is not counted: the next one is.
  const nummer = isEindeWeg
    ? undefined
    : plek.nummeraar({
        numId: findKind(numPr, "w:numId")?.attributen["w:val"],
        niveau: ilvl === undefined ? undefined : Number(ilvl),
        stijl: stijlId,
      });
  const line: Line = { stukjes: [], voor: [], na: [] };
  readRuns(p.kinderen, { stijl, regels: {}, doel: undefined }, line, plek);
  const outline = Number(findKind(pPr, "w:outlineLvl")?.attributen["w:val"] ?? 9);
  const alinea: Alinea = { soort: "alinea", stukjes: line.stukjes, isKop: stijl.isKop || outline < 9, nummer, regel };
  return { alinea, voor: line.voor, na: line.na, isEindeWeg };
}

interface Line {
  readonly stukjes: Stukje[];
  readonly voor: Blok[];
  readonly na: Blok[];
}

interface Dracht {
  readonly stijl: Stijl;
  readonly regels: Opmaakregels;
  readonly doel: string | undefined;
}

function readRuns(knopen: readonly XmlKnoop[], dracht: Dracht, line: Line, plek: Plek): void {
  for (const knoop of knopen) if (isElement(knoop)) readRun(knoop, dracht, line, plek);
}

function readRun(knoop: XmlElement, dracht: Dracht, line: Line, plek: Plek): void {
  if (isWeg(knoop)) drop(knoop, plek);
  else if (knoop.naam === "w:hyperlink" || knoop.naam === "w:fldSimple") {
    const doel = plek.doelen.get(knoop.attributen["r:id"] ?? "") ?? findHyperlink(knoop.attributen["w:instr"] ?? "");
    readRuns(knoop.kinderen, { ...dracht, doel: doel ?? dracht.doel }, line, plek);
  } else if (knoop.naam === "w:r")
    readInRun(knoop, { ...dracht, regels: regelsOf(findKind(knoop, "w:rPr"), dracht.stijl, plek) }, line, plek);
  else readInRun(knoop, dracht, line, plek);
}

// The properties of a run may also come from its character style; two bold styles on top of each other are not bold.
function regelsOf(rPr: XmlElement | undefined, alinea: Stijl, { stijlen }: Plek): Opmaakregels {
  const teken = stijlen.get(findKind(rPr, "w:rStyle")?.attributen["w:val"]);
  const own = readRegels(rPr);
  const combine = (naam: "vet" | "cursief" | "verborgen") =>
    own[naam] ?? (alinea[naam] === true) !== (teken[naam] === true);
  return {
    vet: combine("vet"),
    cursief: combine("cursief"),
    verborgen: combine("verborgen"),
    hoogte: own.hoogte ?? teken.hoogte ?? alinea.hoogte,
  };
}

function readInRun(holder: XmlElement, dracht: Dracht, line: Line, plek: Plek): void {
  const isDrager = isTekstdrager(holder);
  const teken = tekenVan(holder);
  if (holder.naam === "w:br" || holder.naam === "w:cr") addBreak(line, plek);
  else if (teken !== "") addTekst(teken, dracht, line, plek);
  if (teken === "\uFFFD")
    plek.diagnostiek.push({
      code: "symbool-onbekend",
      ernst: "waarschuwing",
      plaats: "kop",
      gevonden: describe(holder),
    });
  for (const [index, child] of holder.kinderen.entries()) {
    if (!isElement(child)) {
      if (isDrager && (child.trim() !== "" || holder.naam === "w:t" || holder.naam === "m:t"))
        addTekst(child, dracht, line, plek);
      if (holder.naam === "w:instrText") plek.velden.onOpdracht(child);
      continue;
    }
    if (isWeg(child)) drop(child, plek);
    else if (child.naam === "w:fldChar") plek.velden.onMark(child);
    else if (child.naam === "w:txbxContent") {
      const isFirst = line.stukjes.every((stukje) => "tekst" in stukje && stukje.tekst.trim() === "");
      for (const blok of readBlokken(child.kinderen, plek)) (isFirst ? line.voor : line.na).push(blok);
    } else if (child.naam === "w:footnoteReference" || child.naam === "w:endnoteReference") {
      const merk = isAan(child.attributen["w:customMarkFollows"] ?? "0") ? holder.kinderen[index + 1] : undefined;
      const teken = merk !== undefined && isElement(merk) && merk.naam === "w:t" ? alleTekst(merk) : undefined;
      line.stukjes.push({ element: plek.readNoot(child, teken) });
      // The mark is the number of the note, and no text behind it.
      if (teken !== undefined) {
        readInRun({ ...holder, kinderen: holder.kinderen.slice(index + 2) }, dracht, line, plek);
        return;
      }
    } else if (child.naam === "w:tbl" || child.naam === "w:p") {
      for (const blok of readBlokken([child], plek)) line.na.push(blok);
    } else if (!EIGENSCHAPPEN.test(child.naam)) readRun(child, dracht, line, plek);
  }
}

function describe({ attributen }: XmlElement): string {
  return `${attributen["w:font"] ?? ""} ${attributen["w:char"] ?? ""}`.trim();
}

function addBreak(line: Line, plek: Plek): void {
  if (!plek.velden.isInOpdracht()) line.stukjes.push({ element: element("br", []) });
}

function addTekst(tekst: string, { regels, doel }: Dracht, line: Line, plek: Plek): void {
  const rule = plek.velden.isInOpdracht() ? "veldcode" : regels.verborgen ? "verborgen-tekst" : undefined;
  if (rule !== undefined) {
    if (tekst.trim() !== "") plek.stukken.push({ tekst, regel: rule });
    return;
  }
  const { hoogte } = regels;
  const stijl: Tekststijl = {
    vet: regels.vet === true,
    cursief: regels.cursief === true,
    hoogte: hoogte === "superscript" ? "sup" : hoogte === "subscript" ? "inf" : undefined,
    doel: doel ?? plek.velden.findDoel(),
  };
  line.stukjes.push({ tekst: tidyTekst(tekst, plek.stukken), stijl });
}
