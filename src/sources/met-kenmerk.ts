/** Gives a document the identifier that its own text does not state, and what follows from it. */
import { findPublicatie } from "../model/sleutel.ts";
import { addressOfPublicatie } from "./adres.ts";
import type { GelezenDocument } from "./gelezen.ts";

/** Where an identifier was found when the text has none. */
export type KenmerkUit = "metadata" | "bestandsnaam";

/** Completes a document that names no publication; one that does comes back as it is. */
export function withKenmerk(document: GelezenDocument, id: string | undefined, uit: KenmerkUit): GelezenDocument {
  if (document.id || !id) return document;
  const { kamer, vraagnummer, vergaderjaar, aanhangselnummer } = findPublicatie(id) ?? {};
  return {
    ...document,
    id,
    url: addressOfPublicatie(id),
    vraagnummers: document.vraagnummers.length === 0 && vraagnummer ? [vraagnummer] : document.vraagnummers,
    ...(kamer && !document.kamer ? { kamer } : {}),
    ...(vergaderjaar && !document.vergaderjaar ? { vergaderjaar } : {}),
    ...(aanhangselnummer && !document.aanhangselnummer ? { aanhangselnummer } : {}),
    diagnostiek: [
      ...document.diagnostiek,
      {
        code: uit === "metadata" ? "kenmerk-uit-metadata" : "kenmerk-uit-bestandsnaam",
        ernst: "waarschuwing",
        plaats: "kop",
        gevonden: id,
      },
    ],
  };
}

/** The identifier of a kv or ah at the end of a file's name, e.g. in `2030/ah-tk-20302031-77.pdf`. */
export function findKenmerkInNaam(bestand: string): string | undefined {
  const name = /(?<![A-Za-z0-9])((?:kv|ah)-(?:(?:tk|ek)-)?\d[A-Za-z0-9-]*)(?:\.[a-z]+)*$/.exec(bestand)?.[1];
  return name && findPublicatie(name) ? name : undefined;
}
