/** Which reading of a publication is shown: the highest version, then the best form, then the first path. */

import type { Vorm } from "../model/kamervraag.ts";
import { findPublicatie } from "../model/sleutel.ts";
import type { GelezenDocument } from "../sources/gelezen.ts";

const VORMEN: readonly Vorm[] = ["xml", "html", "odt", "docx", "pdf", "tekst", "openkamer"];

/** Sorts readings of one publication, the one to show first. */
export function compareReadings(a: GelezenDocument, b: GelezenDocument): number {
  return (
    versieOf(b) - versieOf(a) ||
    Number(isOnopgemaakt(a)) - Number(isOnopgemaakt(b)) ||
    VORMEN.indexOf(a.vorm) - VORMEN.indexOf(b.vorm) ||
    compareText(a.bestand, b.bestand)
  );
}

/** Order of documents within a Kamervraag: questions, then answers and notices as they came. */
export function compareDocuments(a: GelezenDocument, b: GelezenDocument): number {
  return (
    Number(!isVraagdocument(a)) - Number(!isVraagdocument(b)) ||
    compareText(a.ontvangen ?? "9999", b.ontvangen ?? "9999") ||
    Number(a.aanhangselnummer ?? 0) - Number(b.aanhangselnummer ?? 0) ||
    compareText(a.id ?? "", b.id ?? "") ||
    compareReadings(a, b)
  );
}

export function isVraagdocument({ documentsoort }: GelezenDocument): boolean {
  return documentsoort === "vraag" || documentsoort === "mondelinge vraag";
}

/**
 * The publication that a document is a reading of. All question documents of one Kamervraag are readings of the same set
 * (`kv-2009Z03740`, `kv-tk-2009Z03740` and the temporary `kv-28253` alike); an ah goes by its number, whatever its version.
 */
export function publicatieKeyOf(document: GelezenDocument): string {
  if (isVraagdocument(document)) return "kv";
  if (document.vergaderjaar && document.aanhangselnummer) {
    return `ah-${document.kamer ?? "tk"}-${document.vergaderjaar.replace("-", "")}-${document.aanhangselnummer}`;
  }
  return document.id ? (findPublicatie(document.id)?.stam ?? document.id) : document.sha256;
}

/** The identifier under which a document stands in `bronnen`. */
export function bronIdOf({ id, sha256 }: GelezenDocument): string {
  return id ?? `doc-${sha256.slice(0, 12)}`;
}

function versieOf({ id }: GelezenDocument): number {
  return id ? (findPublicatie(id)?.versie ?? 0) : 0;
}

function isOnopgemaakt({ documentstatus }: GelezenDocument): boolean {
  return documentstatus?.toLowerCase() === "onopgemaakt";
}

/** Plain comparison by character code: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
