/** Invented PDFs in the form of official ones, and the count that proves that a reader kept every character. */
import assert from "node:assert/strict";
import PDFDocument from "pdfkit";
import type { Opmaak } from "../../src/sources/opmaak.ts";
import { readPdf } from "../../src/sources/pdf.ts";
import { isElement, textOf, type XmlElement, type XmlKnoop } from "../../src/sources/xml-boom.ts";

/** Words on a page; `y` is the baseline, from the top, in points. */
export interface Zetsel {
  readonly x: number;
  readonly y: number;
  readonly tekst: string;
  readonly grootte?: number;
  readonly font?: "Helvetica" | "Helvetica-Bold" | "Helvetica-Oblique";
}

export interface PdfOpties {
  readonly wachtwoord?: string;
  /** Draws a grey picture on every page. */
  readonly isScan?: boolean;
}

/** A PDF with these pages of 560 by 770 points. */
export async function maakPdf(bladen: readonly (readonly Zetsel[])[], opties: PdfOpties = {}): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [560, 770],
    margin: 0,
    autoFirstPage: false,
    ...(opties.wachtwoord ? { userPassword: opties.wachtwoord } : {}),
  });
  const delen: Buffer[] = [];
  const klaar = new Promise<void>((resolve) => document.on("end", resolve));
  document.on("data", (deel: Buffer) => delen.push(deel));
  for (const blad of bladen) {
    document.addPage();
    if (opties.isScan) document.rect(40, 40, 480, 690).fill("#cccccc");
    for (const { x, y, tekst, grootte = 8.5, font = "Helvetica" } of blad)
      document
        .font(font)
        .fontSize(grootte)
        .fillColor("black")
        .text(tekst, x, y, { lineBreak: false, baseline: "alphabetic" });
  }
  document.end();
  await klaar;
  return new Uint8Array(Buffer.concat(delen));
}

/** Where the text of an official page begins and ends. */
const LINKS = 203;
const RECHTS = 522;
const REGEL = 9.6;

export interface Stuktekst {
  readonly kop?: string;
  /** Paragraphs. `~` is a place to break a word, `^1^` a raised figure. */
  readonly alineas: readonly string[];
}

/** The pages of an official document: head, blocks, notes at the foot of the page that calls them, footers. */
export function officieleBladen(
  blokken: readonly Stuktekst[],
  noten: Readonly<Record<string, readonly string[]>> = {},
  { perBlad = 46, nummer = "4321" } = {},
): readonly (readonly Zetsel[])[] {
  const regels = blokken.flatMap(({ kop, alineas }) => [
    "",
    ...(kop === undefined ? [] : [kop]),
    ...alineas.flatMap((alinea) => breekAf(alinea)),
  ]);
  const bladen: Zetsel[][] = [[]];
  let y = 346;
  for (const regel of regels) {
    const geroepen = [...(bladen.at(-1) ?? [])].filter(({ grootte }) => grootte === 5.5).length;
    if (y > 640 - geroepen * 22 || (bladen.at(-1)?.length ?? 0) >= perBlad) {
      bladen.push([]);
      y = 35;
      if (regel === "") continue;
    }
    if (regel !== "") bladen.at(-1)?.push(...zetRegel(regel, LINKS, y));
    y += REGEL;
  }
  return bladen.map((blad, index) => [
    ...(index === 0 ? officieelHoofd(nummer) : []),
    ...blad,
    ...zetNoten(blad, noten),
    ...zetVoet(index, nummer),
  ]);
}

function officieelHoofd(nummer: string): readonly Zetsel[] {
  const vet = "Helvetica-Bold" as const;
  return [
    { x: 37, y: 44, tekst: "Tweede Kamer der Staten-Generaal", grootte: 18, font: vet },
    { x: 487, y: 66, tekst: "2", grootte: 51, font: vet },
    { x: 37, y: 100.8, tekst: "Vergaderjaar 2031–2032", grootte: 9.6 },
    { x: LINKS, y: 101, tekst: "Aanhangsel van de Handelingen", grootte: 10, font: vet },
    {
      x: LINKS,
      y: 157,
      tekst: "Vragen gesteld door de leden der Kamer, met wat daarop door de",
      grootte: 9,
      font: vet,
    },
    { x: LINKS, y: 166.6, tekst: "regering gegeven antwoorden", grootte: 9, font: vet },
    { x: LINKS, y: 258, tekst: nummer, grootte: 12.8, font: vet },
    ...zetRegel("Vragen van het lid ", LINKS, 297),
    { x: 277, y: 297, tekst: "Van Zandwijk", font: vet },
    { x: 333, y: 297, tekst: "(Duinpartij) aan de Minister van Duinen over" },
    { x: LINKS, y: 306.6, tekst: "zwerfzand op fietspaden", font: "Helvetica-Oblique" },
    { x: 300, y: 306.6, tekst: "(ingezonden 3 mei 2032)." },
    { x: LINKS, y: 322, tekst: "Antwoord van Minister" },
    { x: 291, y: 322, tekst: "Helmgras", font: vet },
    { x: 333, y: 322, tekst: "(Duinen) (ontvangen 21 juni 2032)." },
  ];
}

function zetVoet(index: number, nummer: string): readonly Zetsel[] {
  const zij = [`ah-tk-20312032-${nummer}`, "ISSN 0921 - 7398", "’s-Gravenhage 2032"];
  return [
    ...(index === 0 ? zij.map((tekst, at) => ({ x: 37, y: 724 + at * 6.4, tekst, grootte: 5.9 })) : []),
    { x: LINKS, y: 736.8, tekst: "Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel", grootte: 9 },
    { x: 517, y: 736.8, tekst: String(index + 1), grootte: 9 },
  ];
}

function zetNoten(blad: readonly Zetsel[], noten: Readonly<Record<string, readonly string[]>>): readonly Zetsel[] {
  const geroepen = blad.filter(({ grootte, tekst }) => grootte === 5.5 && tekst in noten).map(({ tekst }) => tekst);
  const regels = geroepen.flatMap((nummer) =>
    (noten[nummer] ?? []).map((tekst, at) => ({ nummer: at === 0 ? nummer : "", tekst })),
  );
  return regels.flatMap(({ nummer, tekst }, index) => {
    const y = 658 - (regels.length - 1 - index) * 9;
    return [
      ...(nummer === "" ? [] : [{ x: LINKS, y: y - 2.7, tekst: nummer, grootte: 4.5 }]),
      { x: LINKS + 6.2, y, tekst, grootte: 6.9 },
    ];
  });
}

const meter = new PDFDocument({ autoFirstPage: false });

function breedteOf(tekst: string, grootte = 8.5): number {
  return meter.font("Helvetica").fontSize(grootte).widthOfString(tekst);
}

/** Sets a paragraph as a typesetter does: as many words, or parts of words, on a line as fit. */
function breekAf(alinea: string): readonly string[] {
  const past = (regel: string) => breedteOf(regel.replaceAll("^", "").replaceAll("~", "")) <= RECHTS - LINKS;
  const regels: string[] = [];
  let regel = "";
  for (const woord of alinea.split(" ")) {
    if (past(`${regel} ${woord}`.trim())) {
      regel = `${regel} ${woord}`.trim();
      continue;
    }
    const delen = woord.split("~");
    let kop = delen.length;
    for (; kop > 0; kop -= 1) if (kop < delen.length && past(`${regel} ${delen.slice(0, kop).join("")}-`)) break;
    regels.push(kop > 0 ? `${regel} ${delen.slice(0, kop).join("")}-` : regel);
    regel = delen.slice(kop).join("");
  }
  return [...regels, regel].map((own) => own.replaceAll("~", ""));
}

/** One line; what stands between `^` is set small and high. */
export function zetRegel(regel: string, x: number, y: number): readonly Zetsel[] {
  let at = x;
  return regel.split("^").flatMap((tekst, index): readonly Zetsel[] => {
    if (tekst === "") return [];
    const isHoog = index % 2 === 1;
    const zetsel = isHoog ? { x: at, y: y - 3.5, tekst, grootte: 5.5 } : { x: at, y, tekst };
    at += breedteOf(tekst, isHoog ? 5.5 : 8.5);
    return [zetsel];
  });
}

/** Reads a PDF that has to be readable, and proves that nothing of it was lost. */
export async function leesPdf(bytes: Uint8Array): Promise<Opmaak> {
  const opmaak = await readPdf(bytes);
  if ("mislukt" in opmaak) assert.fail(`could not be read: ${opmaak.mislukt}`);
  assertAllesVerantwoord(opmaak);
  return opmaak;
}

/** Asserts that blocks and dropped pieces together are as many characters as the document has. */
export function assertAllesVerantwoord({ blokken, stukken, tekens }: Opmaak): void {
  const inBlokken = blokken.reduce((sum, blok) => sum + inktOf(blok), 0);
  const inStukken = stukken.reduce((sum, { tekst }) => sum + inktOf(tekst), 0);
  assert.equal(inBlokken + inStukken, tekens, "characters in blocks and pieces, against those of the document");
}

function inktOf(knoop: XmlKnoop): number {
  if (!isElement(knoop)) return knoop.replace(/\s+/g, "").length;
  return knoop.kinderen.reduce((sum, kind) => sum + inktOf(kind), 0);
}

/** Blocks as lines of text: notes in `[1: text]`, raised figures in `^2^`, cells with ` | ` between them. */
export function toRegels({ blokken }: Opmaak): readonly string[] {
  return blokken.map(schrijf);
}

function schrijf(knoop: XmlKnoop): string {
  if (!isElement(knoop)) return knoop;
  const inhoud = knoop.kinderen.map(schrijf).join("");
  switch (knoop.lokaal) {
    case "tussenkop":
      return `# ${inhoud}`;
    case "noot":
      return schrijfNoot(knoop);
    case "sup":
      return `^${inhoud}^`;
    case "inf":
      return `_${inhoud}_`;
    case "row":
      return `\n${knoop.kinderen.map(schrijf).join(" | ")}`;
    default:
      return inhoud;
  }
}

function schrijfNoot({ kinderen }: XmlElement): string {
  const [nummer, ...alineas] = kinderen.map(textOf);
  return `[${nummer}: ${alineas.join(" / ")}]`;
}
