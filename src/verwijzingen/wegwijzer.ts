/** Where a reference leads: to a page of the archive when it holds the Kamervraag, else to the official address. */
import { ankersOf, documentAnker } from "../model/anker.ts";
import type { Blok, Kamervraag } from "../model/kamervraag.ts";
import { normalizeVraagnummer, pathOfSleutel } from "../model/sleutel.ts";
import type { GevondenVerwijzing } from "./vind.ts";

/** A Kamervraag that the archive holds. */
export interface Vindplaats {
  readonly sleutel: string;
  /** Whether its page has this address inside it (`antwoord-3`). */
  readonly hasAnker: (anker: string) => boolean;
}

/** Finds a Kamervraag by vraagnummer, key, earlier key or identifier of one of its publications. */
export type Zoek = (id: string) => Vindplaats | undefined;

/** What a reference leads to. */
export interface Doel {
  /** Seen from the page of the Kamervraag that refers: `#antwoord-3`, `../2021/2021Z18968.html#vraag-2`, or in full. */
  readonly href: string;
  /** The official address, where `href` leads to a page of the archive instead. */
  readonly officieel?: string;
  /** The Kamervraag that the archive holds. */
  readonly sleutel?: string;
  /** The address inside its page, without `#`. */
  readonly anker?: string;
}

export interface Wegwijzer {
  /** `bron`: identifier of the document of the antwoord in which the reference stands: its own numbers come first. */
  readonly wijs: (gevonden: Omit<GevondenVerwijzing, "van" | "tot">, bron?: string) => Doel | undefined;
}

/** Makes the signpost of one page. Without `zoek` a document stands by itself: all others have their official address. */
export function openWegwijzer(kamervraag: Pick<Kamervraag, "sleutel" | "blokken" | "bronnen">, zoek?: Zoek): Wegwijzer {
  const eigen = openEigen(kamervraag);
  return {
    wijs: ({ url, kamervraag: id, onderdeel }, bron) => {
      if (id === undefined) {
        if (!onderdeel) return url === undefined ? undefined : { href: url };
        const anker = eigen.findAnker(onderdeel, bron);
        return anker === undefined ? undefined : { href: `#${anker}`, anker };
      }
      const officieel = url === undefined ? {} : { officieel: url };
      const vindplaats = zoek?.(id);
      if (vindplaats?.sleutel === kamervraag.sleutel || (!vindplaats && eigen.isEigen(id))) {
        // The page's own number leads to the document that bears it.
        const anker = onderdeel ? eigen.findAnker(onderdeel, undefined) : eigen.findDocument(id);
        if (anker !== undefined) return { href: `#${anker}`, ...officieel, sleutel: kamervraag.sleutel, anker };
        return url === undefined ? undefined : { href: url };
      }
      if (!vindplaats) return url === undefined ? undefined : { href: url };
      const { sleutel } = vindplaats;
      const wanted = onderdeel && ankersFor(onderdeel).find((anker) => vindplaats.hasAnker(anker));
      const href = `${pathOfSleutel(sleutel).replace(/^kamervraag/, "..")}.html`;
      return wanted === undefined
        ? { href, ...officieel, sleutel }
        : { href: `${href}#${wanted}`, ...officieel, sleutel, anker: wanted };
    },
  };
}

type Onderdeel = NonNullable<GevondenVerwijzing["onderdeel"]>;

// An antwoord that does not stand there under its number is looked for at its vraag.
function ankersFor({ deel, nummer }: Onderdeel): readonly string[] {
  return deel === "antwoord" ? [`antwoord-${nummer}`, `vraag-${nummer}`] : [`vraag-${nummer}`];
}

function openEigen({ sleutel, blokken, bronnen }: Pick<Kamervraag, "sleutel" | "blokken" | "bronnen">) {
  const ankers = ankersOf(blokken);
  // By kind and number: the blokken that bear it. One number can stand over several antwoorden, one for each document.
  const byNummer = new Map<string, { readonly blok: Blok; readonly anker: string }[]>();
  blokken.forEach((blok, index) => {
    if (blok.soort !== "vraag" && blok.soort !== "antwoord") return;
    const nummers = blok.soort === "vraag" ? blok.nummers : blok.opVragen;
    nummers.forEach((nummer, rank) => {
      const key = `${blok.soort}-${nummer}`;
      const known = byNummer.get(key) ?? [];
      byNummer.set(key, known);
      known.push({ blok, anker: ankers[index]?.[rank] ?? key });
    });
  });
  const findOne = (key: string, bron: string | undefined): string | undefined => {
    const all = byNummer.get(key) ?? [];
    if (all.length <= 1) return all[0]?.anker;
    const same = all.filter(({ blok }) => blok.soort === "antwoord" && bron !== undefined && blok.bron === bron);
    return same.length === 1 ? same[0]?.anker : undefined;
  };
  return {
    findAnker: (onderdeel: Onderdeel, bron: string | undefined) => {
      const [first = "", second] = ankersFor(onderdeel);
      if (second === undefined || (byNummer.get(first)?.length ?? 0) > 0) return findOne(first, bron);
      return findOne(second, bron);
    },
    isEigen: (id: string) =>
      id === sleutel || idsOfBronnen(bronnen).includes(id) || normalizeVraagnummer(id) === sleutel,
    findDocument: (id: string) => {
      const bron = bronnen.find((one) => idsOfBronnen([one]).includes(id)) ?? undefined;
      return bron && documentAnker(bron.id);
    },
  };
}

/** The identifiers by which others cite these publications: their own, and that of their number in the Aanhangsel. */
export function idsOfBronnen(bronnen: Kamervraag["bronnen"]): readonly string[] {
  return bronnen.flatMap(({ id, vergaderjaar, aanhangselnummer, soort }) => {
    if (!vergaderjaar || !aanhangselnummer || soort === "vraag") return [id];
    const kamer = /^ah-ek-/.test(id) ? "ek" : "tk";
    const nummer = `ah-${kamer}-${vergaderjaar.replace("-", "")}-${aanhangselnummer}`;
    return nummer === id ? [id] : [id, nummer];
  });
}
