/** A fragment: what the index keeps of a page to show it as a hit. */
import { stripMerk } from "../formaat/merk.ts";

/** A heading or note that can be linked to, and the number of the word where it begins. */
export interface Anker {
  readonly element: string;
  readonly id: string;
  readonly tekst: string;
  readonly plaats: number;
}

export interface Fragment {
  /** Address from the root of the site. */
  readonly adres: string;
  /** The text of the page, cut into words as the engine counts them. */
  readonly woorden: readonly string[];
  readonly ankers: readonly Anker[];
  readonly meta: Readonly<Record<string, string>>;
}

/** Reads a fragment, unzipped. @throws Error when it is none. */
export function readFragment(bytes: Uint8Array): Fragment {
  const gelezen: unknown = JSON.parse(decoder.decode(stripMerk(bytes)));
  const inhoud = field(gelezen, "content");
  const adres = field(gelezen, "url");
  if (typeof inhoud !== "string" || typeof adres !== "string") throw new Error("is no fragment");
  const meta = field(gelezen, "meta");
  const ankers = field(gelezen, "anchors");
  return {
    adres: adres.replace(/^\/+/, ""),
    // The same cut as the engine's, or the numbers of its words would not fit.
    woorden: inhoud.replace(/\u200B/g, "").split(/[^\S\uFEFF]+/),
    ankers: (Array.isArray(ankers) ? ankers : []).map((anker: unknown) => ({
      element: String(field(anker, "element") ?? ""),
      id: String(field(anker, "id") ?? ""),
      tekst: String(field(anker, "text") ?? ""),
      plaats: Number(field(anker, "location") ?? 0),
    })),
    meta: Object.fromEntries(
      Object.entries(typeof meta === "object" && meta !== null ? meta : {}).map(([naam, waarde]) => [
        naam,
        String(waarde),
      ]),
    ),
  };
}

const decoder = new TextDecoder();

function field(value: unknown, naam: string): unknown {
  return typeof value === "object" && value !== null && naam in value ? Reflect.get(value, naam) : undefined;
}
