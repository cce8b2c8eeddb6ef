/** Bytes to runs of letters: the one place that knows the PDF library. */
import type { PdfDocument, PdfPage } from "unpdf/pdfjs";
import type { Blad, Run } from "./blad.ts";

/** Why a PDF gave no pages. */
export type Mislukt = "pdf-onleesbaar" | "pdf-versleuteld" | "pdf-te-groot" | "pdf-zonder-tekstlaag";

export interface Geladen {
  readonly bladen: readonly Blad[];
  /** Characters that are not white space, as the library hands them over. */
  readonly tekens: number;
  /** Characters that no text has: control codes. */
  readonly stuurtekens: string;
  /** Pages that could not be read. */
  readonly kapot: readonly number[];
}

/** More pages than any document of the Kamer; a file that says so is broken or means harm. */
const MAX_BLADEN = 3000;
/** More letters on a page than print could show. */
const MAX_ITEMS = 100_000;

export async function laadPdf(bytes: Uint8Array): Promise<Geladen | { readonly mislukt: Mislukt }> {
  completeRuntime();
  // Loaded when there is a PDF to read: it is larger than all other code together.
  const pdfjs = await import("unpdf/pdfjs");
  // A copy: the library takes the bytes away from whoever hands them over.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    // Images are not read: a scan would take seconds a page and gives no text.
    maxImageSize: 1,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_BLADEN) return { mislukt: "pdf-te-groot" };
    const bladen: Blad[] = [];
    const kapot: number[] = [];
    let stuurtekens = "";
    let tekens = 0;
    for (let nummer = 1; nummer <= document.numPages; nummer += 1) {
      const blad = await laadBlad(document, nummer, pdfjs.Util.transform);
      // Nothing is left out in silence: a page beyond all measure costs the file.
      if (blad === "te-groot") return { mislukt: "pdf-te-groot" };
      if (!blad) kapot.push(nummer);
      bladen.push(blad ?? { breedte: 0, hoogte: 0, runs: [] });
      stuurtekens += blad?.stuurtekens ?? "";
      tekens += blad?.tekens ?? 0;
    }
    if (tekens === 0) return { mislukt: kapot.length > 0 ? "pdf-onleesbaar" : "pdf-zonder-tekstlaag" };
    return { bladen, tekens, stuurtekens, kapot };
  } catch (error) {
    return {
      mislukt: error instanceof Error && error.name === "PasswordException" ? "pdf-versleuteld" : "pdf-onleesbaar",
    };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

type Transform = (first: readonly number[], second: readonly number[]) => readonly number[];

interface GeladenBlad extends Blad {
  readonly tekens: number;
  readonly stuurtekens: string;
}

// A broken page costs its own text, not the document's.
async function laadBlad(
  document: PdfDocument,
  nummer: number,
  transform: Transform,
): Promise<GeladenBlad | "te-groot" | undefined> {
  try {
    const page = await document.getPage(nummer);
    const content = await page.getTextContent();
    const viewport = page.getViewport({ scale: 1 });
    const runs: Run[] = [];
    let stuurtekens = "";
    let tekens = 0;
    let naSpatie = false;
    const hasText = content.items.some((item) => "str" in item && item.str.trim() !== "");
    const stijlen = hasText ? await stijlenOf(page, Object.keys(content.styles)) : new Map<string, Stijl>();
    if (content.items.length > MAX_ITEMS) return "te-groot";
    for (const item of content.items) {
      if (!("str" in item)) continue;
      const { tekst, dropped } = cleanText(item.str);
      stuurtekens += dropped;
      tekens += inkCount(item.str);
      if (tekst.trim() === "") {
        naSpatie ||= tekst !== "" || item.hasEOL;
        continue;
      }
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform(viewport.transform, item.transform);
      const grootte = Math.abs(item.height) || Math.hypot(c, d) || Math.hypot(a, b) || 1;
      const isLevel = Math.abs(b) <= Math.abs(a) * 0.1;
      const stijl = stijlen.get(item.fontName);
      // Blanks at the ends of a run are no part of its width.
      const kern = tekst.trimEnd();
      const breedte = isLevel ? Math.abs(item.width) * (kern.length / tekst.length) : grootte;
      runs.push({
        tekst,
        x0: finite(a < 0 && isLevel ? x - breedte : x),
        x1: finite(a < 0 && isLevel ? x : x + breedte),
        y: finite(y),
        grootte: finite(grootte) || 1,
        isVet: stijl?.isVet ?? false,
        isCursief: stijl?.isCursief ?? false,
        naSpatie,
      });
      naSpatie = item.hasEOL;
    }
    page.cleanup();
    return { breedte: viewport.width, hoogte: viewport.height, runs, tekens, stuurtekens };
  } catch {
    return undefined;
  }
}

interface Stijl {
  readonly isVet: boolean;
  readonly isCursief: boolean;
}

// Only the list of drawing operations brings the fonts, and with them their names. Without it there is text without emphasis.
async function stijlenOf(page: PdfPage, namen: readonly string[]): Promise<ReadonlyMap<string, Stijl>> {
  const stijlen = new Map<string, Stijl>();
  try {
    await page.getOperatorList();
    for (const naam of namen) {
      const font: unknown = page.commonObjs.has(naam) ? page.commonObjs.get(naam) : undefined;
      const fontnaam = typeof font === "object" && font !== null && "name" in font ? String(font.name) : "";
      stijlen.set(naam, { isVet: IS_VET.test(fontnaam), isCursief: IS_CURSIEF.test(fontnaam) });
    }
  } catch {
    // Text without emphasis is still the text.
  }
  return stijlen;
}

const IS_VET = /bold|black|heavy|demi|-vet\b/i;
const IS_CURSIEF = /italic|oblique|-cursief\b|-it\b/i;

/** Takes out what no text has. Lone halves of a character become the sign for "unknown", as in any file of text. */
function cleanText(raw: string): { tekst: string; dropped: string } {
  const dropped = (raw.match(STUURTEKENS) ?? []).join("");
  return { tekst: raw.replace(STUURTEKENS, "").replace(HALF_TEKEN, "\ufffd"), dropped };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out
const STUURTEKENS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Half of a pair of surrogates. */
const HALF_TEKEN = /\p{Cs}/gu;

function inkCount(text: string): number {
  return text.replace(/\s+/g, "").length;
}

// A broken file can say any number.
function finite(value: number): number {
  return Number.isFinite(value) ? Math.max(-1e6, Math.min(1e6, value)) : 0;
}

/**
 * Node 20 lacks one method that the library uses to hand over fonts. It is completed after the standard, once, and only where
 * it is missing (Node 22 has it).
 */
function completeRuntime(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, newLength?: number): ArrayBuffer {
      const moved = structuredClone(this, { transfer: [this] });
      if (newLength === undefined || newLength === moved.byteLength) return moved;
      const sized = new ArrayBuffer(newLength);
      new Uint8Array(sized).set(new Uint8Array(moved).subarray(0, newLength));
      return sized;
    },
  });
}
