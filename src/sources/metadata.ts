/**
 * Reads sidecars: `metadata.xml`, `metadata_owms.xml`, SRU answers and records, and JSON with the same fields. They tell
 * what the document's text does not: the vraagnummer, full names, topics.
 * @see docs/formats/metadata.md
 */
import { findDatum } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import { findPublicatie, normalizeVraagnummer } from "../model/sleutel.ts";
import { readThema } from "../model/thema.ts";
import type { Documentsoort, Metadata } from "./gelezen.ts";
import { reorder } from "./namen.ts";
import { elementsOf, findElements, foldedTextOf, foldSpace, isElement, type XmlElement } from "./xml-boom.ts";

/** Field name without its prefix, lower case -> values, in document order. */
type Velden = ReadonlyMap<string, readonly string[]>;

/** Whether the root of an XML text is that of a metadata file or SRU answer. */
export function isMetadataXml({ lokaal }: XmlElement): boolean {
  return ["metadata_gegevens", "owms-metadata", "searchretrieveresponse", "record", "gzd"].includes(lokaal);
}

/** Reads every publication that a metadata file or SRU answer tells of; those without an identifier are passed over. */
export function readMetadataXml(wortel: XmlElement, herkomst: Metadata["herkomst"]): readonly Metadata[] {
  if (wortel.lokaal === "metadata_gegevens") {
    const pairs = findElements(wortel, "metadata").map(
      ({ attributen }) => [attributen.name ?? "", attributen.content ?? ""] as const,
    );
    return toMetadata(gather(pairs), herkomst, {}, 1);
  }
  if (wortel.lokaal === "owms-metadata") return toMetadata(gather(leaves(wortel)), herkomst, {}, 2);
  return findElements(wortel, "gzd").flatMap((gzd) => {
    const items = findElements(gzd, "itemurl").map(
      (item) => [item.attributen.manifestation ?? "", foldedTextOf(item)] as const,
    );
    const adressen = Object.fromEntries(
      items
        .filter(([vorm, url]) => vorm !== "" && /^https?:\/\/\S+$/.test(url))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
    const original = findElements(gzd, "originaldata")[0] ?? gzd;
    return toMetadata(gather(leaves(original)), herkomst, adressen, 3);
  });
}

/** Reads JSON metadata: a field name -> a value, a list of values, or a list of [scheme, value]. */
export function readMetadataJson(json: unknown, herkomst: Metadata["herkomst"]): readonly Metadata[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return [];
  const pairs = Object.entries(json).flatMap(([naam, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
      const text = Array.isArray(item) ? item.at(-1) : item;
      return typeof text === "string" ? [[naam, text] as const] : [];
    }),
  );
  return toMetadata(gather(pairs), herkomst, {}, 4);
}

/** Reads name-value pairs as an HTML page carries them in its head. */
export function readMetadataPairs(
  pairs: readonly (readonly [string, string])[],
  herkomst: Metadata["herkomst"],
): readonly Metadata[] {
  return toMetadata(gather(pairs), herkomst, {}, 1);
}

function leaves(element: XmlElement): readonly (readonly [string, string])[] {
  return elementsOf(element).flatMap((child) =>
    child.kinderen.some(isElement) ? leaves(child) : [[child.naam, foldedTextOf(child)] as const],
  );
}

function gather(pairs: readonly (readonly [string, string])[]): Velden {
  const velden = new Map<string, string[]>();
  for (const [naam, value] of pairs) {
    const key = naam.replace(/^.*[.:]/, "").toLowerCase();
    const text = foldSpace(value);
    if (text === "") continue;
    const values = velden.get(key) ?? [];
    if (!values.includes(text)) values.push(text);
    velden.set(key, values);
  }
  return velden;
}

function toMetadata(
  velden: Velden,
  herkomst: Metadata["herkomst"],
  adressen: Readonly<Record<string, string>>,
  rang: Metadata["rang"],
): readonly Metadata[] {
  const one = (naam: string): string | undefined => velden.get(naam)?.[0];
  const all = (naam: string): readonly string[] => velden.get(naam) ?? [];
  const id = one("identifier");
  const publicatie = id ? findPublicatie(id) : undefined;
  if (!id || !publicatie) return [];
  const vraagnummers = all("vraagnummer").flatMap((nummer) => normalizeVraagnummer(nummer) ?? []);
  const kamer = publicatie.kamer ?? kamerOf(one("creator"));
  const ingediend = datumOf(one("datumindiening")) ?? (publicatie.reeks === "kv" ? datumOf(one("issued")) : undefined);
  const ontvangen = publicatie.reeks === "ah" ? (datumOf(one("datumontvangst")) ?? datumOf(one("issued"))) : undefined;
  const beschikbaar = datumOf(one("available"));
  const documentsoort = documentsoortOf(all("type").concat(all("subrubriek")), publicatie.reeks, one("title") ?? "");
  return [
    {
      id,
      rang,
      herkomst,
      vraagnummers: vraagnummers.length === 0 && publicatie.vraagnummer ? [publicatie.vraagnummer] : vraagnummers,
      ...(kamer ? { kamer } : {}),
      ...optional("titel", one("title")),
      ...optional("vergaderjaar", vergaderjaarOf(one("vergaderjaar")) ?? publicatie.vergaderjaar),
      ...optional("aanhangselnummer", one("aanhangselnummer")?.replace(/^0+(?=\d)/, "") ?? publicatie.aanhangselnummer),
      ...(ingediend ? { ingediend } : {}),
      ...(ontvangen ? { ontvangen } : {}),
      ...(beschikbaar ? { beschikbaar } : {}),
      indieners: all("indiener").map(reorder),
      ontvangers: all("ontvanger").map(reorder),
      themas: [...all("category"), ...all("subject")].flatMap((value) => readThema(value) ?? []),
      aanhangsels: all("aanhangsel").filter((value) => findPublicatie(value) !== undefined),
      ...(documentsoort ? { documentsoort } : {}),
      ...optional("documentstatus", one("documentstatus")),
      ...(Object.keys(adressen).length > 0 ? { adressen } : {}),
    },
  ];
}

function optional<Naam extends string>(naam: Naam, value: string | undefined) {
  return value === undefined || value === "" ? {} : ({ [naam]: value } as { readonly [Key in Naam]: string });
}

// Dates such as 30 February or "20090" do occur: then the text of the document has to tell.
function datumOf(value: string | undefined): Datum | undefined {
  return value === undefined ? undefined : findDatum(value);
}

function vergaderjaarOf(value: string | undefined): string | undefined {
  return value && /^\d{4}-\d{4}$/.test(value) ? value : undefined;
}

function kamerOf(creator: string | undefined): "tk" | "ek" | undefined {
  if (creator === undefined) return undefined;
  return /eerste kamer/i.test(creator) ? "ek" : /tweede kamer/i.test(creator) ? "tk" : undefined;
}

function documentsoortOf(types: readonly string[], reeks: "kv" | "ah", titel: string): Documentsoort | undefined {
  if (reeks === "kv") return /^mondelinge\b/i.test(titel) ? "mondelinge vraag" : "vraag";
  if (types.includes("Mededeling")) return "mededeling";
  return types.includes("Antwoord") ? "antwoord" : undefined;
}
