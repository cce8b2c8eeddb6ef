/** Vermeldingen in CSL-JSON, which Zotero, Pandoc and citeproc read. */
import type { Datum } from "../../model/kamervraag.ts";
import { toLine } from "./bibtex.ts";
import type { Persoon } from "./persoon.ts";
import type { Vermelding } from "./vermelding.ts";

/** One item of CSL-JSON. */
export type CslItem = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: "report" };

/** Writes a list of items. */
export function toCslJson(vermeldingen: readonly Vermelding[]): string {
  return `[\n${vermeldingen.map((vermelding) => JSON.stringify(toCslItem(vermelding))).join(",\n")}\n]\n`;
}

/** One vermelding as an item. What is not known is left out. */
export function toCslItem(vermelding: Vermelding): CslItem {
  const { id, auteurs, ontvangers, datum, ingediend, verzameling, jaargang, nummer, uitgever, url } = vermelding;
  return {
    id,
    type: "report",
    title: clean(vermelding.titel),
    ...(auteurs.length > 0 ? { author: auteurs.map(toName) } : {}),
    ...(ontvangers.length > 0 ? { recipient: ontvangers.map(toName) } : {}),
    ...(datum ? { issued: toDate(datum) } : {}),
    ...(ingediend ? { submitted: toDate(ingediend) } : {}),
    genre: vermelding.genre,
    // Not container-title: a report has none in Zotero, and styles would print the series twice.
    ...(verzameling ? { "collection-title": verzameling } : {}),
    ...(jaargang ? { volume: jaargang } : {}),
    ...(nummer ? { number: nummer } : {}),
    publisher: uitgever,
    jurisdiction: "nl",
    ...(url ? { URL: url } : {}),
    language: "nl-NL",
    ...(vermelding.trefwoorden.length > 0 ? { keyword: vermelding.trefwoorden.map(clean).join(", ") } : {}),
    note: clean(vermelding.aanhaling),
  };
}

function toName(persoon: Persoon) {
  if ("letterlijk" in persoon) return { literal: clean(persoon.letterlijk) };
  const { voornaam, tussenvoegsel, achternaam } = persoon;
  return {
    ...(voornaam ? { given: clean(voornaam) } : {}),
    ...(tussenvoegsel ? { "non-dropping-particle": clean(tussenvoegsel) } : {}),
    family: clean(achternaam),
  };
}

function toDate(datum: Datum) {
  return { "date-parts": [datum.split("-").map(Number)] };
}

function clean(text: string): string {
  return toLine(text).replaceAll("\u00a0", " ");
}
