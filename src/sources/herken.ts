/**
 * Recognises a file by its content, never by its name or folder, and reads it: a document, a sidecar, or neither.
 * @see docs/formats/README.md
 */
import type { Diagnostiek } from "../model/kamervraag.ts";
import { decodeer } from "./decodeer.ts";
import { isDocx, readDocx } from "./docx.ts";
import type { Bronbestand, GelezenDocument, Metadata } from "./gelezen.ts";
import { findHtmlInhoud, readOfficieleHtml } from "./html.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { withKenmerk } from "./met-kenmerk.ts";
import { withMetadata } from "./met-metadata.ts";
import { isMetadataXml, readMetadataJson, readMetadataPairs, readMetadataXml } from "./metadata.ts";
import { isOdt, readOdt, readOdtEigenschappen } from "./odt.ts";
import { isOpenkamer, readOpenkamer } from "./openkamer.ts";
import type { Opmaak } from "./opmaak.ts";
import { isPdf, readPdf } from "./pdf.ts";
import { readTekstvorm } from "./structuur/structuur.ts";
import { readPlatteTekst } from "./tekst/platte-tekst.ts";
import { isOudWord, isVersleuteldOffice } from "./word-oud.ts";
import { findInhoud, readOfficieleXml } from "./xml.ts";
import { hasOwnEntities, parseXml } from "./xml-boom.ts";
import { isZip } from "./zip.ts";

export type Herkend =
  | { readonly soort: "documenten"; readonly documenten: readonly GelezenDocument[] }
  /** With a fault when the file breaks off: what stands before that is believed. */
  | { readonly soort: "metadata"; readonly metadata: readonly Metadata[]; readonly diagnostiek?: Diagnostiek }
  /** The manifest of a harvest. */
  | ({ readonly soort: "manifest" } & Manifest)
  /** Neither: listed and left alone. `reden` is a code, its sentence is in templates/data/meldingen.ts. */
  | { readonly soort: "onbekend"; readonly reden: string }
  /** Clearly meant as a source, but not readable. */
  | { readonly soort: "mislukt"; readonly diagnostiek: Diagnostiek };

/** The largest text that is read as a document; the longest official one is far below 2 MB. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** How much of a file is enough to see whether it can be a source at all. */
export const KOP_BYTES = 64 * 1024;

/** Tells from a file's first bytes whether it is worth reading whole: a cheap first look at large files. */
export function canBeSource(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  if (isPdf(head) || isZip(head) || isVersleuteldOffice(head) || isOudWord(head)) return true;
  const text = decodeHead(head).trimStart();
  return text.startsWith("<") || text.startsWith("{") || isTekst(text);
}

// Running text that could hold questions: no binary file (which has control characters, decoded as U+FFFD), and the words are
// there.
function isTekst(text: string): boolean {
  const head = text.slice(0, 4000);
  const vreemd = head.split("\uFFFD").length - 1;
  return vreemd * 50 <= head.length && /vra(?:ag|gen)|antwoord|kamer|minister|\?/i.test(text);
}

// A cut through a multi-byte character is no fault of the file.
function decodeHead(head: Uint8Array): string {
  const text = decodeer(head.subarray(0, Math.max(0, head.length - 4))).tekst;
  return text.replace(/^\uFEFF/, "");
}

/** Reads one file. Never fails on bad input: what is wrong comes back as `mislukt` or as diagnostics of the document. */
export async function herken(bestand: string, bytes: Uint8Array, sha256: string): Promise<Herkend> {
  if (bytes.length === 0) return { soort: "onbekend", reden: "bestand-leeg" };
  if (!canBeSource(bytes.subarray(0, KOP_BYTES))) return { soort: "onbekend", reden: "bestand-geen-bron" };
  if (bytes.length > MAX_BYTES) return mislukt("bestand-te-groot", `${Math.round(bytes.length / 1024 / 1024)} MB`);
  if (isPdf(bytes)) return readOpmaak(bestand, sha256, await readPdf(bytes), "pdf-ander-document");
  if (isZip(bytes)) return await readPakket(bestand, sha256, bytes);
  if (isVersleuteldOffice(bytes)) return mislukt("zip-versleuteld");
  if (isOudWord(bytes)) return { soort: "onbekend", reden: "word-oud" };
  const { tekst: decoded, hersteld } = decodeer(bytes);
  const tekst = decoded.replace(/^\uFEFF/, "");
  const found = readText(bestand, tekst, sha256);
  if (hersteld === undefined || found.soort !== "documenten") return found;
  const melding: Diagnostiek = { code: "codering-hersteld", ernst: "waarschuwing", plaats: "kop", gevonden: hersteld };
  return {
    soort: "documenten",
    documenten: found.documenten.map((document) => ({ ...document, diagnostiek: [melding, ...document.diagnostiek] })),
  };
}

function readText(bestand: string, tekst: string, sha256: string): Herkend {
  const bron = { bestand, sha256, tekst };
  if (isOpenkamer(tekst)) return { soort: "documenten", documenten: readOpenkamer(bron) };
  const trimmed = tekst.trimStart();
  if (/^[{[]/.test(trimmed) && !/^\[\s?\d/.test(trimmed)) return readJson(bestand, tekst, sha256);
  if (!trimmed.startsWith("<")) return readTekst(bron);
  if (/<html[\s>]/i.test(trimmed.slice(0, 2000))) return readHtml(bron);
  if (hasOwnEntities(tekst)) return mislukt("xml-eigen-entiteiten");
  const boom = parseXml(tekst);
  if (boom.isTeDiep) return mislukt("xml-te-diep");
  if (!boom.wortel) return { soort: "onbekend", reden: "xml-zonder-inhoud" };
  if (isMetadataXml(boom.wortel)) {
    const metadata = readMetadataXml(boom.wortel, { bestand, sha256 });
    const [naam] = boom.nietGesloten;
    if (naam === undefined) return { soort: "metadata", metadata };
    return { soort: "metadata", metadata, diagnostiek: { ...AFGEBROKEN, gevonden: naam } };
  }
  const inhoud = findInhoud(boom.wortel);
  if (inhoud) return { soort: "documenten", documenten: [readOfficieleXml(bron, boom, inhoud).value] };
  if (boom.wortel.lokaal !== "officiele-publicatie") return { soort: "onbekend", reden: "xml-ander-document" };
  // Another publication is complete; one that breaks off before its content was meant as a source.
  return boom.nietGesloten.length > 0
    ? mislukt("xml-afgebroken-begin", boom.nietGesloten[0])
    : { soort: "onbekend", reden: "xml-ander-document" };
}

/** What a binary form came to: its layout, or why it cannot be read. */
type Opmaakresultaat = Opmaak | { readonly mislukt: Diagnostiek["code"] };

function readOpmaak(bestand: string, sha256: string, opmaak: Opmaakresultaat, ander: string): Herkend {
  if ("mislukt" in opmaak) return mislukt(opmaak.mislukt);
  const document = readTekstvorm({ bestand, sha256, tekst: "" }, opmaak);
  return document ? { soort: "documenten", documenten: [document] } : { soort: "onbekend", reden: ander };
}

async function readPakket(bestand: string, sha256: string, bytes: Uint8Array): Promise<Herkend> {
  if (isDocx(bytes)) return readOpmaak(bestand, sha256, await readDocx(bytes), "word-ander-document");
  if (!isOdt(bytes)) return { soort: "onbekend", reden: "zip-ander-bestand" };
  const found = readOpmaak(bestand, sha256, await readOdt(bytes), "word-ander-document");
  if (found.soort !== "documenten") return found;
  // An official ODT holds its record; the file is then its own source, and not named a second time.
  const sidecars = readMetadataPairs(readOdtEigenschappen(bytes), { bestand, sha256 });
  return {
    soort: "documenten",
    documenten: found.documenten.map((document) => {
      const { metadata: _, ...known } = withMetadata(withKenmerk(document, sidecars[0]?.id, "metadata"), sidecars);
      return known;
    }),
  };
}

function readTekst(bron: Bronbestand): Herkend {
  const document = readTekstvorm(bron, readPlatteTekst(bron.tekst));
  return document
    ? { soort: "documenten", documenten: [document] }
    : { soort: "onbekend", reden: "tekst-ander-document" };
}

function readHtml(bron: Bronbestand): Herkend {
  const boom = parseXml(bron.tekst, { isHtml: true });
  const inhoud = boom.wortel && findHtmlInhoud(boom.wortel);
  if (!inhoud) return { soort: "onbekend", reden: "html-ander-document" };
  return { soort: "documenten", documenten: [readOfficieleHtml(bron, boom, inhoud).value] };
}

function readJson(bestand: string, tekst: string, sha256: string): Herkend {
  let json: unknown;
  try {
    json = JSON.parse(tekst);
  } catch {
    return { soort: "onbekend", reden: "json-onleesbaar" };
  }
  const manifest = readManifest(json);
  if (manifest) return { soort: "manifest", ...manifest };
  const metadata = readMetadataJson(json, { bestand, sha256 });
  return metadata.length > 0 ? { soort: "metadata", metadata } : { soort: "onbekend", reden: "json-andere-gegevens" };
}

const AFGEBROKEN: Diagnostiek = { code: "xml-afgebroken", ernst: "fout", plaats: "kop" };

function mislukt(code: Diagnostiek["code"], gevonden?: string): Herkend {
  return { soort: "mislukt", diagnostiek: { code, ernst: "fout", plaats: "kop", ...(gevonden ? { gevonden } : {}) } };
}
