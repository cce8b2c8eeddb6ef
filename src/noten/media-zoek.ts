/** Looks up a medium: by an address, or by a name as it is printed. */
import { basisOf, domeinOf } from "./adres.ts";
import { MEDIA, type Medium } from "./media.ts";

/** A name found, and whether it is an ordinary word as well. */
export interface Naamvondst {
  readonly medium: Medium;
  readonly isGewoonWoord: boolean;
  /** How many words the name takes. */
  readonly woorden: number;
}

const BY_DOMEIN = new Map(MEDIA.flatMap((medium) => medium.domeinen.map((domein) => [domein, medium] as const)));
const BY_ID = new Map(MEDIA.map((medium) => [medium.id, medium]));

/** The medium with this id. */
export function findMedium(id: string): Medium | undefined {
  return BY_ID.get(id);
}

const DIEPTE = 4;

/** The medium of a web address: that of the longest part of its path, then of its host or a host above it. */
export function findMediumByAdres(url: string): Medium | undefined {
  const domein = domeinOf(url);
  if (!domein) return undefined;
  const path = /^https?:\/\/[^/?#]+\/([^?#]{0,200})/i.exec(url)?.[1] ?? "";
  const stappen = path.toLowerCase().split("/").slice(0, DIEPTE);
  for (let host = domein; host.includes("."); host = host.slice(host.indexOf(".") + 1)) {
    for (let diepte = stappen.length; diepte >= 0; diepte -= 1) {
      const medium = BY_DOMEIN.get([host, ...stappen.slice(0, diepte)].join("/"));
      if (medium) return medium;
    }
  }
  return undefined;
}

/** Whether an address may be one of this medium: its site, or another part of the same broadcaster's. */
export function isAdresOf(medium: Medium, url: string): boolean {
  const domein = domeinOf(url);
  if (!domein) return false;
  const basis = basisOf(domein);
  return medium.domeinen.some((een) => basisOf(een.split("/")[0] ?? "") === basis);
}

const MAX_WOORDEN = 6;
const BY_NAAM = new Map<string, Omit<Naamvondst, "woorden">>();
const EERSTE_WOORDEN = new Set<string>();
for (const medium of MEDIA) {
  for (const naam of [medium.naam, ...medium.andereNamen]) {
    const sleutel = naam.split(" ").map(toWoordsleutel).join(" ");
    const isGewoonWoord = medium.gewoneWoorden.includes(naam);
    // "The Guardian" is called "Guardian" as well; "De Tijd" is not called "Tijd".
    const kort = isGewoonWoord ? sleutel : sleutel.replace(/^(?:de|het|the) /, "");
    for (const een of [sleutel, kort]) {
      if (!BY_NAAM.has(een)) BY_NAAM.set(een, { medium, isGewoonWoord });
      EERSTE_WOORDEN.add(een.split(" ")[0] ?? "");
    }
  }
}

/** The word as names are compared: lower case, without accents, with a straight apostrophe, without a dot at its end. */
export function toWoordsleutel(woord: string): string {
  const plat = /^[\x20-\x7e]*$/.test(woord)
    ? woord
    : woord.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘`]/g, "'");
  return plat.toLowerCase().replace(/\.$/, "");
}

/** The longest name of a medium that begins at `from` in a row of word keys. */
export function findMediumByNaam(sleutels: readonly string[], from: number): Naamvondst | undefined {
  const first = sleutels[from];
  if (first === undefined || !EERSTE_WOORDEN.has(first)) {
    const kaal = first === undefined ? undefined : withoutUitgang(first);
    const found = kaal === undefined ? undefined : BY_NAAM.get(kaal);
    return found && { ...found, woorden: 1 };
  }
  for (let length = Math.min(MAX_WOORDEN, sleutels.length - from); length > 0; length -= 1) {
    const naam = sleutels.slice(from, from + length).join(" ");
    const kaal = withoutUitgang(naam);
    const found = BY_NAAM.get(naam) ?? (kaal === undefined ? undefined : BY_NAAM.get(kaal));
    if (found) return { ...found, woorden: length };
  }
  return undefined;
}

// "Noordhollands Dagblad.nl" is what some print for the site of that paper.
function withoutUitgang(naam: string): string | undefined {
  return /\.(?:nl|be|com|eu)$/.test(naam) ? naam.replace(/\.[a-z]+$/, "") : undefined;
}
