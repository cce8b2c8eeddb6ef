/**
 * Finds questions and answers in a document without mark-up, whatever form it came in: blocks of text go in, the vocabulary of
 * the official XML comes out, and the reader of that reads on.
 * @see docs/formats/tekstvormen.md
 */
import { parseNummers } from "../../markdown/koppen.ts";
import type { Diagnostiek } from "../../model/kamervraag.ts";
import type { Bronbestand, GelezenDocument, Stuk } from "../gelezen.ts";
import { soortOfMededeling } from "../mededeling.ts";
import { element, type Opmaak } from "../opmaak.ts";
import { readConversatie } from "../xml.ts";
import { elementsOf, findElements, isElement, textOf, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { isAlinea, regelOf, splitAtBreaks, splitBlok } from "./blokken.ts";
import { readBrief } from "./brief.ts";
import { withEindnoten } from "./eindnoten.ts";
import { ANTWOORDTITEL, goesOn, readKopblok, VRAAGTITEL } from "./kop.ts";
import { findKop, isKopregel, type Kop } from "./koppen.ts";
import { gatherLijsten } from "./lijsten.ts";

/** Reads a document of which only the layout is known; `undefined` when it is no Kamervraag. */
export function readTekstvorm(bron: Bronbestand, opmaak: Opmaak): GelezenDocument | undefined {
  // Plain text found its notes before its lines were joined.
  const metNoten = opmaak.vorm === "tekst" ? { blokken: opmaak.blokken, stukken: [] } : withEindnoten(opmaak.blokken);
  const blokken = withoutBrieftabellen(metNoten.blokken.flatMap((blok) => splitAtBreaks(blok, isKopregel)));
  const regels = blokken.map((blok) => (isAlinea(blok) ? regelOf(blok) : ""));
  const wijze = wijzeOf(blokken, regels);
  if (!wijze) return undefined;
  const gesprek = new Structuurlezer(blokken, regels, wijze).read();
  const inhoud = element("kamervragen", gesprek.elementen);
  const wortel = element("officiele-publicatie", [inhoud]);
  const { value } = readConversatie(bron, { wortel, nietGesloten: [], scheef: [], isTeDiep: false }, inhoud, {
    vorm: opmaak.vorm,
    // Numbers that the form draws are words of the document as a reader sees it.
    tekens: opmaak.tekens + getekendeInk(inhoud),
    stukken: [...opmaak.stukken, ...metNoten.stukken, ...gesprek.stukken],
    ...(opmaak.id ? { id: opmaak.id } : {}),
    brief: gesprek.brief,
    diagnostiek: [...opmaak.diagnostiek, ...gesprek.diagnostiek],
  });
  return value;
}

/** Tables before the first vraag lay out a letter: their rows are lines, or paragraphs. */
function withoutBrieftabellen(blokken: readonly XmlElement[]): readonly XmlElement[] {
  const eerste = blokken.findIndex((blok) => kopOf(blok, isAlinea(blok) ? regelOf(blok) : "") !== undefined);
  return blokken.flatMap((blok, index) => (blok.lokaal === "table" && index < eerste ? linesOfTable(blok) : [blok]));
}

/** Longer lines are paragraphs of their own. */
const KORTE_REGEL = 60;

// A letter's head is lines, not paragraphs: an address, a date, telephone numbers. They stay lines of one paragraph.
function joinKorteRegels(elementen: readonly XmlElement[]): readonly XmlElement[] {
  const result: XmlElement[] = [];
  for (const blok of elementen) {
    const last = result.at(-1);
    const isKort = (one: XmlElement | undefined) =>
      one?.lokaal === "al" && one.kinderen.length > 0 && lastRegelOf(one).length < KORTE_REGEL;
    if (last && isKort(last) && isKort(blok) && !/[.?!]$/.test(lastRegelOf(last)))
      result[result.length - 1] = { ...last, kinderen: [...last.kinderen, element("br", []), ...blok.kinderen] };
    else result.push(blok);
  }
  return result;
}

function lastRegelOf(blok: XmlElement): string {
  const from = blok.kinderen.findLastIndex((child) => isElement(child) && child.lokaal === "br") + 1;
  return regelOf({ ...blok, kinderen: blok.kinderen.slice(from) });
}

/** A row of short cells is one line ("Datum 3 maart 2063"); else every paragraph in its cells stands by itself. */
const KORTE_RIJ = 120;

function linesOfTable(table: XmlElement): readonly XmlElement[] {
  const rows = findElements(table, "row");
  const rest = elementsOf(table).filter((child) => child.lokaal !== "tgroup");
  return [
    ...rest,
    ...rows.flatMap((row) => {
      const cells = elementsOf(row).map((cell) => asAlineas(cell.kinderen, cell.regel));
      const isKort = cells.every((cell) => cell.length <= 1) && regelOf(row).length < KORTE_RIJ;
      if (!isKort) return cells.flat();
      const kinderen = cells.flatMap((cell) => cell.flatMap((al) => [" ", ...al.kinderen]));
      return kinderen.length === 0 ? [] : [element("al", kinderen, { regel: row.regel })];
    }),
  ].filter((blok) => regelOf(blok) !== "" || findElements(blok, "noot").length > 0);
}

// What stands in a cell: its blocks, loose words as a paragraph.
function asAlineas(knopen: readonly XmlKnoop[], regel: number): readonly XmlElement[] {
  const blokken: XmlElement[] = [];
  let los: XmlKnoop[] = [];
  const flush = () => {
    if (los.some((knoop) => isElement(knoop) || knoop.trim() !== "")) blokken.push(element("al", los, { regel }));
    los = [];
  };
  for (const knoop of knopen) {
    if (isElement(knoop) && /^(?:al|tussenkop|lijst|table)$/.test(knoop.lokaal)) {
      flush();
      blokken.push(...(knoop.lokaal === "table" ? linesOfTable(knoop) : [knoop]));
    } else los.push(knoop);
  }
  flush();
  return blokken;
}

function getekendeInk(knoop: XmlElement): number {
  if (knoop.lokaal === "noot.nr") return 0;
  if (knoop.attributen.gegenereerd) return textOf(knoop).replace(/\s+/g, "").length;
  return knoop.kinderen.reduce((sum, child) => sum + (isElement(child) ? getekendeInk(child) : 0), 0);
}

/** How a document tells its vragen from the rest. */
type Wijze =
  /** "Vraag 1", "Antwoord 1". */
  | "koppen"
  /** "1. …", and perhaps a bare "Antwoord". */
  | "nummers"
  /** Paragraphs, each a vraag: only in a document that says that it holds questions. */
  | "alineas"
  /** Nothing at all. */
  | "geen";

const VRAAGWOORD =
  /^(?:[«"“‘']?\s*)(?:kunt|kan|bent|bent u|deelt|wat|welke?|hoe(?:veel|lang|zo)?|is|zijn|klopt|waarom|waar(?:in|uit|op|over|toe|van|door|mee|aan)?|heeft|hebt|hebben|wilt|wil|acht|herinnert|kent|vindt|wanneer|wie|ziet|zou|zouden|gaat|gaan|worden|wordt|was|waren|onderschrijft|erkent|beschikt|voelt|mag|moet|komt|bestaat|bestaan|staat|denkt|weet|hoeveel|in hoeverre|op welke|aan welke|binnen welke|welk|zo ja|indien|gelet op|gezien|bij|met|voor|als)\b/i;

/** Lines by which a document says what it is: "AH 77", "Antwoord van Minister …". */
const DOCUMENTKOP = /^AH\s*\d{1,5}$|^(?:antwoord(?:en)?|mededeling)\s+van\s+(?:de\s+)?(?:minister|staatssecretaris)\b/i;

// Which way a document goes is seen from all of it: a number at the beginning of a line may be anything.
function wijzeOf(blokken: readonly XmlElement[], regels: readonly string[]): Wijze | undefined {
  if (blokken.some(({ lokaal }) => lokaal === "vraagkop")) return "koppen";
  const koppen = blokken.map((blok, index) => kopOf(blok, regels[index] ?? ""));
  const vraagkoppen = koppen.filter((kop) => kop?.soort === "vraag").length;
  const antwoordkoppen = koppen.filter((kop) => kop?.soort === "antwoord").length;
  const hasTitel = regels.some((regel) => regel.length < 4000 && VRAAGTITEL.test(regel));
  const hasKop = hasTitel || regels.some((regel) => regel.length < 4000 && DOCUMENTKOP.test(regel));
  const hasNummer = regels.some((regel) => /^\d{4}Z\s?\d{4,6}$/.test(regel));
  if (vraagkoppen > 0 && (antwoordkoppen > 0 || hasKop || hasNummer || vraagkoppen > 1)) return "koppen";
  const nummers = blokken.map((blok, index) => nummerOf(blok, regels[index] ?? ""));
  const telt = nummers.filter((nummer) => nummer !== undefined).length;
  const isGenummerd = nummers.some((nummer) => nummer?.nummer === "1");
  // "1. …" with "Antwoord vraag 1" below it, or headings of vragen that were lost.
  if (vraagkoppen === 0 && antwoordkoppen > 1 && koppen.some((kop) => kop && parseNummers(kop.kop).length > 0))
    return isGenummerd && telt * 2 >= antwoordkoppen ? "nummers" : "koppen";
  if (isGenummerd && (((hasKop || hasNummer) && (telt > 1 || antwoordkoppen > 0)) || (antwoordkoppen > 0 && telt > 0)))
    return "nummers";
  const vragen = regels.filter(isVraagzin).length;
  if (hasTitel && antwoordkoppen === 0 && vragen > 0) return "alineas";
  if (hasKop) return "geen";
  const gevuld = regels.filter((regel) => regel !== "").length;
  return vragen >= 3 && vragen * 4 >= gevuld && regels.some((regel) => /\b(?:Kamer|Minister|u)\b/i.test(regel))
    ? "alineas"
    : undefined;
}

/** The heading that a block is: in its text, or as the label that the program draws before it. */
function kopOf(blok: XmlElement, regel: string): Kop | undefined {
  if (!isAlinea(blok)) return undefined;
  const label = blok.attributen.label;
  const getekend = label === undefined ? undefined : findKop(label);
  return getekend && /^(?:vraag|antwoord)$/.test(getekend.soort) ? getekend : findKop(regel);
}

interface Genummerd {
  readonly nummer: string;
  /** Characters of the label in the text that are not white space; 0 when the form numbers by itself. */
  readonly ink: number;
}

/** The number at the beginning of a block: "3. …", "3) …", "3" alone, or one that the form itself counts. */
function nummerOf(blok: XmlElement, regel: string): Genummerd | undefined {
  if (blok.attributen.nummer !== undefined) return { nummer: blok.attributen.nummer, ink: 0 };
  if (!isAlinea(blok)) return undefined;
  const found = /^(\d{1,3})(?:\s*[.)](?=\D|$)|(?=\s+\p{Lu})|\s*$)/u.exec(regel);
  return found?.[1] === undefined
    ? undefined
    : { nummer: String(Number(found[1])), ink: found[0].replace(/\s+/g, "").length };
}

function isVraagzin(regel: string): boolean {
  return regel.includes("?") && regel.length > 15 && (VRAAGWOORD.test(regel) || /\?(?:\s*[[(]?\d[\])]*)*$/.test(regel));
}

type Deelsoort = "kop" | "vraag" | "antwoord" | "mededeling" | "toelichting";

interface Deel {
  readonly soort: Deelsoort;
  /** The heading as an element of the official vocabulary. */
  readonly nr?: XmlElement;
  readonly blokken: XmlElement[];
}

class Structuurlezer {
  readonly #blokken: readonly XmlElement[];
  readonly #regels: readonly string[];
  readonly #wijze: Wijze;
  readonly #elementen: XmlElement[] = [];
  readonly #stukken: Stuk[] = [];
  readonly #diagnostiek: Diagnostiek[] = [];
  /** Index of the last title line that tells who answers. */
  readonly #laatsteTitel: number;
  #open: Deel | undefined;
  /** The title line that went on in a second block: more words may follow. */
  #titel: { readonly element: XmlElement; readonly kinderen: XmlKnoop[] } | undefined;
  #laatste = 0;
  #heeftTitel = false;
  #vorige = "";
  readonly #inleiding: string[] = [];
  readonly #mededeling: string[] = [];

  constructor(blokken: readonly XmlElement[], regels: readonly string[], wijze: Wijze) {
    this.#blokken = blokken;
    this.#regels = regels;
    this.#wijze = wijze;
    this.#laatsteTitel = regels.findLastIndex((regel) => regel.length < 4000 && ANTWOORDTITEL.test(regel));
  }

  read() {
    for (const [index, blok] of this.#blokken.entries()) {
      const regel = this.#regels[index] ?? "";
      this.#readBlok(blok, regel, index);
      if (regel !== "") this.#vorige = regel;
    }
    this.#close();
    const brief = readBrief(this.#inleiding, this.#mededeling);
    if (brief.vraagnummer)
      this.#diagnostiek.push({
        code: "vraagnummer-uit-tekst",
        ernst: "waarschuwing",
        plaats: "kop",
        gevonden: brief.vraagnummer,
      });
    return {
      elementen: joinKorteRegels(this.#elementen),
      stukken: this.#stukken,
      diagnostiek: this.#diagnostiek,
      brief,
    };
  }

  #readBlok(blok: XmlElement, regel: string, index: number): void {
    if (blok.lokaal === "noot") {
      this.#close();
      this.#elementen.push(blok); // a note that nothing calls
      return;
    }
    if (blok.lokaal === "vraagkop" || blok.lokaal === "antwoordkop") {
      this.#close();
      const nr = element("nr", [], { attributen: blok.attributen });
      this.#open = { soort: blok.lokaal === "vraagkop" ? "vraag" : "antwoord", nr, blokken: [] };
      return;
    }
    const kop = this.#wijze !== "geen" ? kopOf(blok, regel) : undefined;
    if (kop && blok.attributen.label !== undefined) {
      this.#openGetekend(kop, blok, regel);
      return;
    }
    if (kop && this.#isKop(kop, index)) {
      this.#openDeel(kop.soort, blok, kop);
      return;
    }
    if (this.#wijze === "nummers" && this.#openGenummerd(blok, regel, index)) return;
    if (this.#open === undefined && isAlinea(blok) && this.#readKop(blok, regel, index)) return;
    if (this.#wijze === "alineas" && this.#readLosseAlinea(blok, regel)) return;
    if (!this.#open && this.#isMededelingzonderKop()) this.#open = { soort: "mededeling", blokken: [] };
    if (this.#open) {
      this.#open.blokken.push(blok);
      if (this.#open.soort === "mededeling") this.#mededeling.push(regel);
    } else {
      this.#elementen.push(blok);
      this.#inleiding.push(regel);
    }
  }

  // "Mededeling van Minister …" with its text right below, and no heading.
  #isMededelingzonderKop(): boolean {
    const last = this.#elementen.at(-1);
    return last?.lokaal === "kamervraagomschrijving" && /^mededeling\b/i.test(regelOf(last));
  }

  #readKop(blok: XmlElement, regel: string, index: number): boolean {
    const last = this.#elementen.at(-1);
    // A title goes on in the next paragraph of a letter, or in the next column of a page.
    if (last?.lokaal === "kamervraagomschrijving" && this.#vorige !== "" && goesOn(this.#vorige, regel)) {
      if (this.#titel?.element !== last) this.#titel = withMoreWords(last);
      this.#elementen[this.#elementen.length - 1] = this.#titel.element;
      this.#titel.kinderen.push(" ");
      for (const child of blok.kinderen) this.#titel.kinderen.push(child);
      return true;
    }
    const elements = readKopblok(blok, {
      vorige: this.#vorige,
      volgende: this.#regels[index + 1] ?? "",
      heeftTitel: this.#heeftTitel,
      titelVolgt: index < this.#laatsteTitel,
    });
    if (!elements) return false;
    this.#elementen.push(...elements);
    if (elements.some(({ lokaal }) => lokaal === "kamervraagomschrijving")) this.#heeftTitel = true;
    return true;
  }

  // "Vraag 3" at the end of a broken line belongs to the sentence; a toelichting comes after the conversation.
  #isKop({ soort, kop, rest }: Kop, index: number): boolean {
    if (soort === "toelichting") {
      const volgende = rest !== "" ? rest : (this.#regels[index + 1] ?? "");
      return this.#open !== undefined && /^(?:deze|de)\s+(?:\S+\s+)?vragen\b/i.test(volgende);
    }
    if (soort === "mededeling") return true;
    if (/^\p{Ll}/u.test(kop) && /\p{L}$|,$/u.test(this.#vorige)) return false;
    return !/\s(?:op|bij|van|zie|naar|het|de|uw|mijn)$/i.test(this.#vorige);
  }

  #openDeel(soort: Kop["soort"], blok: XmlElement, kop: Kop): void {
    this.#close();
    const ink = kop.kop.replace(/\s+/g, "").length;
    const [head, rest] = kop.rest === "" ? [blok, undefined] : splitBlok(blok, ink);
    const isLabel = soort === "mededeling" || soort === "toelichting";
    this.#open = {
      soort,
      ...(isLabel ? {} : { nr: element("nr", head.kinderen, { regel: blok.regel }) }),
      blokken: [...(isLabel ? [element("al", head.kinderen, { regel: blok.regel })] : []), ...(rest ? [rest] : [])],
    };
    if (rest && soort === "mededeling") this.#mededeling.push(regelOf(rest));
  }

  // "Vraag 3" as the program draws it before a paragraph: the words are not in the file.
  #openGetekend(kop: Kop, blok: XmlElement, regel: string): void {
    this.#close();
    const nr = element("nr", [], { attributen: { nummer: parseNummers(kop.kop).join(" ") }, regel: blok.regel });
    const soort = kop.soort === "antwoord" ? "antwoord" : "vraag";
    this.#open = { soort, nr, blokken: regel === "" ? [] : [{ ...blok, attributen: {} }] };
  }

  // "3. Kunt u …" opens vraag 3 after vraag 2; a list in an antwoord may count as well, but asks nothing.
  #openGenummerd(blok: XmlElement, regel: string, index: number): boolean {
    const found = nummerOf(blok, regel);
    if (!found || Number(found.nummer) !== this.#laatste + 1) return false;
    const rest = regel.slice(regel.length === 0 ? 0 : found.ink);
    const isAlone = rest.trim() === "";
    if (this.#open?.soort === "antwoord" && !isAlone && !this.#asks(index)) return false;
    if (isAlone && this.#open === undefined && !this.#heeftTitel && !this.#asks(index + 1)) return false;
    this.#close();
    this.#laatste += 1;
    const [label, tekst] = found.ink === 0 ? [undefined, blok] : splitBlok(blok, found.ink);
    const nr = label ? element("nr", label.kinderen) : element("nr", [], { attributen: { nummer: found.nummer } });
    this.#open = { soort: "vraag", nr, blokken: regelOf(tekst) === "" ? [] : [{ ...tekst, attributen: {} }] };
    return true;
  }

  // Whether a question stands here or in what follows, before the next heading or number.
  #asks(index: number): boolean {
    for (let at = index; at < index + 4; at += 1) {
      const regel = this.#regels[at] ?? "";
      const blok = this.#blokken[at];
      if (findKop(regel)?.soort === "antwoord") return at > index && (this.#regels[index] ?? "").length < 600;
      if (at > index && blok && nummerOf(blok, regel)) return false;
      if (regel.includes("?")) return true;
    }
    return false;
  }

  // Without headings and numbers a paragraph that asks is a vraag; what follows it and does not ask is told apart by its words.
  #readLosseAlinea(blok: XmlElement, regel: string): boolean {
    if (!isAlinea(blok) || regel === "") return false;
    if (soortOfMededeling(regel) !== "overig" && /^de(?:ze)?\s+(?:\S+\s+){0,3}vragen\b/i.test(regel)) {
      this.#close();
      this.#open = { soort: "mededeling", blokken: [blok] };
      this.#mededeling.push(regel);
      return true;
    }
    if (this.#laatste > 0 && /^Zie\s*ook\s*Aanhangsel/i.test(regel)) {
      this.#close();
      this.#elementen.push(element("kamervraagomschrijving", blok.kinderen, { attributen: { type: "antwoord" } }));
      return true;
    }
    // A question that was asked is whole, whatever stands behind it.
    const isHeel = this.#vorige.includes("?") || /[.!:»”"')\]\d]\s*$/.test(this.#vorige);
    const isNieuw = this.#vorige === "" || isHeel || this.#open?.soort !== "vraag";
    if (isVraagzin(regel) && isNieuw && this.#open?.soort !== "mededeling") {
      this.#close();
      this.#laatste += 1;
      const nr = element("nr", [], { attributen: { nummer: String(this.#laatste) } });
      this.#open = { soort: "vraag", nr, blokken: [blok] };
      return true;
    }
    if (this.#open?.soort === "vraag" && !this.#heeftTitel && !regel.includes("?")) {
      this.#close();
      this.#open = { soort: "antwoord", blokken: [blok] };
      return true;
    }
    return false;
  }

  #close(): void {
    const deel = this.#open;
    this.#open = undefined;
    if (!deel) return;
    const blokken = deel.soort === "vraag" ? withoutVet(deel.blokken) : deel.blokken;
    const kinderen = [...(deel.nr ? [deel.nr] : []), ...gatherLijsten(blokken)];
    const naam = ELEMENTEN[deel.soort];
    this.#elementen.push(element(naam, kinderen, { regel: deel.blokken[0]?.regel ?? deel.nr?.regel ?? 1 }));
  }
}

/** A vraag that is bold from its first word to its last: a ministry's way to set it off, and no stress. */
function withoutVet(blokken: readonly XmlElement[]): readonly XmlElement[] {
  const isVet = (knoop: XmlKnoop): boolean =>
    isElement(knoop) ? knoop.attributen.type === "vet" || NEUTRAAL.has(knoop.lokaal) : knoop.trim() === "";
  const alineas = blokken.filter(({ lokaal }) => lokaal === "al");
  if (alineas.length === 0 || !alineas.every(({ kinderen }) => kinderen.every(isVet))) return blokken;
  return blokken.map((blok) => ({
    ...blok,
    kinderen: blok.kinderen.flatMap((knoop) =>
      isElement(knoop) && knoop.lokaal === "nadruk" && knoop.attributen.type === "vet" ? knoop.kinderen : [knoop],
    ),
  }));
}

const NEUTRAAL = new Set(["noot", "nootref", "br", "sup", "inf"]);

function withMoreWords(titel: XmlElement) {
  const kinderen = [...titel.kinderen];
  return { element: { ...titel, kinderen }, kinderen };
}

const ELEMENTEN: Readonly<Record<Deelsoort, string>> = {
  kop: "al",
  vraag: "vraag",
  antwoord: "antwoord",
  mededeling: "kamervraagopmerking",
  toelichting: "toelichting",
};
