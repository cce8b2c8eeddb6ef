/** Adds to what a document says what its sidecars know. What the text itself states counts over the metadata. */
import type { GelezenDocument, Metadata } from "./gelezen.ts";
import { withFullNames } from "./namen.ts";

/** Completes a document with the sidecars of its publication (best first). */
export function withMetadata(document: GelezenDocument, sidecars: readonly Metadata[]): GelezenDocument {
  if (sidecars.length === 0) return document;
  const first = <Key extends keyof Metadata>(key: Key): Metadata[Key] | undefined => {
    const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
    return sidecars.map((sidecar) => sidecar[key]).find((value) => !isEmpty(value));
  };
  const set = <Key extends string, Value>(key: Key, own: Value | undefined, other: Value | undefined) => {
    const value = own ?? other;
    return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
  };
  const namen = first("indieners") ?? [];
  const isVraag = document.documentsoort === "vraag" || document.documentsoort === "mondelinge vraag";
  const hasAntwoord = document.blokken.some(({ soort }) => soort === "antwoord");
  return {
    ...document,
    documentsoort: first("documentsoort") === "mededeling" && !hasAntwoord ? "mededeling" : document.documentsoort,
    vraagnummers: vraagnummersOf(document, first("vraagnummers") ?? []),
    ...set("kamer", document.kamer, first("kamer")),
    ...set("titel", document.titel, first("titel")),
    ...set("vergaderjaar", document.vergaderjaar, first("vergaderjaar")),
    ...set("aanhangselnummer", document.aanhangselnummer, first("aanhangselnummer")),
    ...set("ingediend", document.ingediend, first("ingediend")),
    ...(isVraag ? {} : set("ontvangen", document.ontvangen, first("ontvangen"))),
    ...set("documentstatus", document.documentstatus, first("documentstatus")),
    ...set("adressen", document.adressen, first("adressen")),
    indieners:
      document.indieners.length > 0 ? withFullNames(document.indieners, namen) : namen.map((naam) => ({ naam })),
    beantwoordDoor: beantwoordersOf(document, first("ontvangers") ?? []),
    themas: document.themas.length > 0 ? document.themas : (first("themas") ?? []),
    diagnostiek: document.diagnostiek.filter(
      ({ code, gevonden }) =>
        !(code === "vraagnummer-uit-nootkenmerk" && gevonden && first("vraagnummers")?.includes(gevonden)),
    ),
    aanhangsels: [...new Set([...document.aanhangsels, ...(first("aanhangsels") ?? [])])],
    metadata: [...(document.metadata ?? []), ...sidecars.map(({ herkomst }) => herkomst)],
  };
}

// A number inferred from note identifiers gives way to one that is stated.
function vraagnummersOf(document: GelezenDocument, stated: readonly string[]): readonly string[] {
  const isInferred = document.diagnostiek.some(({ code }) => code === "vraagnummer-uit-nootkenmerk");
  return document.vraagnummers.length > 0 && !(isInferred && stated.length > 0) ? document.vraagnummers : stated;
}

function beantwoordersOf(document: GelezenDocument, ontvangers: readonly string[]): GelezenDocument["beantwoordDoor"] {
  if (document.beantwoordDoor.length > 0) return withFullNames(document.beantwoordDoor, ontvangers);
  return ontvangers.map((naam) => ({ naam }));
}
