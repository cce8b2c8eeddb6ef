/** Which other Kamervragen a Kamervraag refers to: the edges of the graph, from its own texts (docs/formats/samenhang.md). */
import type { Datum, Kamervraag } from "../model/kamervraag.ts";
import { type Alineavondsten, NOOTPLAATS, type Vondst } from "../verwijzingen/inline.ts";
import { ofAdres, type Tekstplaats, tekstplaatsenOf, vondstenOf } from "../verwijzingen/van-kamervraag.ts";
import type { GevondenVerwijzing } from "../verwijzingen/vind.ts";
import type { Relatie } from "./relatie.ts";

/** One reference to another Kamervraag. */
export interface Schakel {
  /** Where it stands: an anchor, or `kop`. */
  readonly plaats: string;
  /** Of a note: where it is called first. */
  readonly bij?: string;
  readonly relatie: Relatie;
  /** The words of the reference. */
  readonly tekst: string;
  /** The document as cited: `2021Z18968`, `ah-tk-20212022-705`. */
  readonly id: string;
  readonly url?: string;
  readonly onderdeel?: NonNullable<GevondenVerwijzing["onderdeel"]>;
}

/** What the graph keeps of a Kamervraag; without its texts. */
export interface Knoop {
  readonly sleutel: string;
  readonly ingediend?: Datum;
  /** Every identifier by which it can be cited. */
  readonly ids: readonly string[];
  /** The addresses inside its page. */
  readonly ankers: readonly string[];
  readonly schakels: readonly Schakel[];
  /** Every Kamervraag that its texts name, itself as well, as cited: what its page asks the archive for. */
  readonly citaten: readonly string[];
}

/** The texts of a Kamervraag with the references in them. */
export type Plaatsen = readonly {
  readonly tekstplaats: Tekstplaats;
  readonly alineas: readonly Alineavondsten[];
}[];

/** Finds all references in the texts of a Kamervraag. */
export function readPlaatsen(kamervraag: Kamervraag): Plaatsen {
  return tekstplaatsenOf(kamervraag).map((tekstplaats) => ({ tekstplaats, alineas: vondstenOf(tekstplaats) }));
}

/** The Kamervragen that are named in these texts, each once, in the order of the texts. */
export function citatenOf(plaatsen: Plaatsen): readonly string[] {
  const vondsten = plaatsen.flatMap(({ alineas }) => alineas.flatMap((alinea) => alinea.vondsten));
  return [...new Set(vondsten.flatMap((vondst) => gevondenIn(vondst).kamervraag ?? []))];
}

function gevondenIn(vondst: Vondst) {
  return "gevonden" in vondst ? vondst.gevonden : ofAdres(vondst.adres);
}

/** Picks the references to other Kamervragen. Those to itself (its own notices, "Zie ook Aanhangsel") are left out. */
export function schakelsOf(plaatsen: Plaatsen, isEigen: (id: string) => boolean): readonly Schakel[] {
  const aanroepen = aanroepenByNoot(plaatsen);
  return plaatsen.flatMap(({ tekstplaats, alineas }) =>
    alineas.flatMap((alinea) =>
      alinea.vondsten.flatMap((vondst) => toSchakel(vondst, alinea, tekstplaats, aanroepen, isEigen) ?? []),
    ),
  );
}

/** The call of a note: where it stands, and the words before it. */
interface Aanroep {
  readonly plaats: string;
  readonly ervoor: string;
}

// What stands before the call of a note, by the note's place: there it is said why something is cited.
function aanroepenByNoot(plaatsen: Plaatsen): ReadonlyMap<string, Aanroep> {
  const found = new Map<string, Aanroep>();
  for (const { tekstplaats, alineas } of plaatsen) {
    if (tekstplaats.plaats.startsWith("noot-")) continue;
    for (const { tekst, noten } of alineas) {
      if (noten.length === 0) continue;
      const parts = tekst.split(NOOTPLAATS);
      noten.forEach((anker, rank) => {
        const place = `noot-${anker}`;
        const ervoor = parts
          .slice(0, rank + 1)
          .join(" ")
          .slice(-OMGEVING);
        if (!found.has(place)) found.set(place, { plaats: tekstplaats.plaats, ervoor });
      });
    }
  }
  return found;
}

// So many characters before a reference tell what it is for.
const OMGEVING = 240;

function toSchakel(
  vondst: Vondst,
  { tekst }: Alineavondsten,
  { plaats, stem }: Tekstplaats,
  aanroepen: ReadonlyMap<string, Aanroep>,
  isEigen: (id: string) => boolean,
): Schakel | undefined {
  const { kamervraag: id, url, onderdeel } = gevondenIn(vondst);
  if (id === undefined || isEigen(id)) return undefined;
  const ervoor = tekst.slice(Math.max(0, vondst.van - OMGEVING), vondst.van);
  const aanroep = aanroepen.get(plaats);
  const omgeving = `${aanroep?.ervoor ?? ""} ${ervoor}`;
  return {
    plaats,
    ...(aanroep ? { bij: aanroep.plaats } : {}),
    relatie: relatieOf(stem, omgeving, ervoor),
    tekst: vondst.tekst,
    id,
    ...(url === undefined ? {} : { url }),
    ...(onderdeel === undefined ? {} : { onderdeel }),
  };
}

const AANVULLING = /\baanvull(?:ing|end)\b/i;
const VERVOLG =
  /\b(?:vervolg(?:vraag|vragen)?|eerdere?|eerder gestelde|vorige|antwoord(?:en)? (?:op|van|in)|beantwoording|beantwoord|gestelde|schriftelijke vragen|(?:mijn|onze|uw) (?:antwoorden|vragen))\b/i;
const EERDER_ANTWOORD = /\b(?:eerdere?|vorige|antwoord(?:en|de|den)?|beantwoord(?:ing|de)?)\b/i;
const ZIE_OOK = /\bzie (?:ook|verder|tevens)\s*:?\s*(?:\(|mijn |de |het )?$/i;

function relatieOf(stem: Tekstplaats["stem"], omgeving: string, ervoor: string): Relatie {
  if (ZIE_OOK.test(ervoor)) return "zie-ook";
  if (stem === "vraag") {
    if (AANVULLING.test(omgeving)) return "aanvulling";
    return VERVOLG.test(omgeving) ? "vervolg" : "verwijst";
  }
  return stem === "antwoord" && EERDER_ANTWOORD.test(omgeving) ? "eerder-antwoord" : "verwijst";
}
