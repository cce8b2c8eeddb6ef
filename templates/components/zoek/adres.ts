/** The address of the search page: everything that was asked stands in it, so that a link leads to the same results. */
import { isDatum } from "../../../src/model/datum.ts";
import { FACETTEN, type Facetnaam, VOLGORDEN, type Zoekopdracht } from "../../../src/zoeken/opdracht.ts";

/** Something in the address that could not be read and was left out of the question. */
export interface Adresfout {
  readonly veld: string;
  readonly waarde: string;
}

export interface GelezenAdres {
  readonly opdracht: Zoekopdracht;
  readonly fouten: readonly Adresfout[];
}

export const MAX_TEKST = 200;
const MAX_WAARDEN = 50;
const MAX_FOUT = 40;
/** A slug, the name of a state, a year or a vergaderjaar. */
const WAARDE = /^[a-z0-9][a-z0-9-]{0,120}$/;
const BLADZIJDE = /^[1-9]\d{0,5}$/;

/** What is asked when nothing is. */
export const LEGE_OPDRACHT: Zoekopdracht = { tekst: "", facetten: {}, volgorde: "relevantie", pagina: 1 };

/**
 * Reads the part of an address after the path, with or without its question mark. A value that cannot be one is left
 * out and named in `fouten`; a name that the search page does not know (of a link shortener, say) is passed over.
 */
export function readAdres(zoekdeel: string): GelezenAdres {
  const velden = new URLSearchParams(zoekdeel);
  const fouten: Adresfout[] = [];
  const weiger = (veld: string, waarde: string) => {
    fouten.push({ veld, waarde: waarde.slice(0, MAX_FOUT) });
    return undefined;
  };
  const een = (veld: string, isGoed: (waarde: string) => boolean) => {
    const waarde = velden.get(veld);
    if (waarde === null || waarde === "") return undefined;
    return isGoed(waarde) ? waarde : weiger(veld, waarde);
  };
  const facetten: Partial<Record<Facetnaam, readonly string[]>> = {};
  for (const facet of FACETTEN) {
    const waarden = [...new Set(velden.getAll(facet))].filter((waarde) => waarde !== "").slice(0, MAX_WAARDEN);
    for (const waarde of waarden) if (!WAARDE.test(waarde)) weiger(facet, waarde);
    const goede = waarden.filter((waarde) => WAARDE.test(waarde));
    if (goede.length > 0) facetten[facet] = goede;
  }
  const van = een("van", isDatum);
  let tot = een("tot", isDatum);
  if (van !== undefined && tot !== undefined && van > tot) {
    weiger("tot", tot);
    tot = undefined;
  }
  const gevraagdeVolgorde = een("volgorde", (waarde) => VOLGORDEN.some((volgorde) => volgorde === waarde));
  const volgorde = VOLGORDEN.find((naam) => naam === gevraagdeVolgorde) ?? "relevantie";
  const pagina = Number(een("pagina", (waarde) => BLADZIJDE.test(waarde)) ?? 1);
  return {
    opdracht: {
      tekst: (velden.get("q") ?? "").slice(0, MAX_TEKST),
      facetten,
      ...(van === undefined ? {} : { van }),
      ...(tot === undefined ? {} : { tot }),
      volgorde,
      pagina,
    },
    fouten,
  };
}

/** Writes the part of an address after the path, always in the same order; empty when nothing is asked. */
export function writeAdres(opdracht: Zoekopdracht): string {
  const velden = new URLSearchParams();
  const tekst = opdracht.tekst.trim();
  if (tekst !== "") velden.append("q", tekst);
  for (const facet of FACETTEN) for (const waarde of opdracht.facetten[facet] ?? []) velden.append(facet, waarde);
  if (opdracht.van !== undefined) velden.append("van", opdracht.van);
  if (opdracht.tot !== undefined) velden.append("tot", opdracht.tot);
  if (opdracht.volgorde !== "relevantie") velden.append("volgorde", opdracht.volgorde);
  if (opdracht.pagina > 1) velden.append("pagina", String(opdracht.pagina));
  const geschreven = velden.toString();
  return geschreven === "" ? "" : `?${geschreven}`;
}

/** Whether nothing is asked: no words, no choice, no period, no order. */
export function isLeeg(opdracht: Zoekopdracht): boolean {
  return opdracht.tekst.trim() === "" && !isVerfijnd(opdracht) && opdracht.volgorde === "relevantie";
}

/** Whether a facet or a period narrows the search. */
export function isVerfijnd({ facetten, van, tot }: Zoekopdracht): boolean {
  return van !== undefined || tot !== undefined || FACETTEN.some((facet) => (facetten[facet]?.length ?? 0) > 0);
}

/** Chooses a value, or lets go of one that was chosen. The results begin at their first page again. */
export function toggleWaarde(opdracht: Zoekopdracht, facet: Facetnaam, waarde: string): Zoekopdracht {
  const gekozen = opdracht.facetten[facet] ?? [];
  const nieuw = gekozen.includes(waarde) ? gekozen.filter((een) => een !== waarde) : [...gekozen, waarde].toSorted();
  const { [facet]: _, ...andere } = opdracht.facetten;
  return { ...opdracht, facetten: nieuw.length > 0 ? { ...andere, [facet]: nieuw } : andere, pagina: 1 };
}

/** Sets the period; an absent day leaves that end open. */
export function withPeriode(opdracht: Zoekopdracht, van: string | undefined, tot: string | undefined): Zoekopdracht {
  const { van: _van, tot: _tot, ...rest } = opdracht;
  return { ...rest, ...(van ? { van } : {}), ...(tot ? { tot } : {}), pagina: 1 };
}

/** The same words and order without any facet or period. */
export function withoutVerfijning({ tekst, volgorde }: Zoekopdracht): Zoekopdracht {
  return { tekst, facetten: {}, volgorde, pagina: 1 };
}
