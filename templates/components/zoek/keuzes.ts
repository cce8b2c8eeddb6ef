/** The values chosen, as they are said above the hits; each with what is asked when it is let go of. */
import { formatDatumShort } from "../../../src/model/datum.ts";
import { FACETTEN, type Facetnaam, type Zoekopdracht } from "../../../src/zoeken/opdracht.ts";
import type { ZoekScriptTeksten } from "../../data/zoekteksten.ts";
import { toggleWaarde, withPeriode } from "./adres.ts";
import { fillTekst } from "./sjabloon.ts";

export interface Keuze {
  readonly tekst: string;
  /** The question without this choice. */
  readonly zonder: Zoekopdracht;
}

/** Names a value; the value itself as long as its name is not known. */
export type Naamgever = (facet: Facetnaam, waarde: string) => string;

/** Everything chosen, in the order of the facets, the period last. */
export function listKeuzes(opdracht: Zoekopdracht, naamOf: Naamgever, teksten: ZoekScriptTeksten): readonly Keuze[] {
  const periode = sayPeriode(opdracht, teksten);
  return [
    ...FACETTEN.flatMap((facet) =>
      (opdracht.facetten[facet] ?? []).map((waarde) => ({
        tekst: fillTekst(teksten.gekozen, { facet: teksten.facetten[facet], naam: naamOf(facet, waarde) }),
        zonder: toggleWaarde(opdracht, facet, waarde),
      })),
    ),
    ...(periode === undefined ? [] : [{ tekst: periode, zonder: withPeriode(opdracht, undefined, undefined) }]),
  ];
}

/** The period in words; a whole year by its number. */
export function sayPeriode(
  { van, tot }: Pick<Zoekopdracht, "van" | "tot">,
  teksten: ZoekScriptTeksten,
): string | undefined {
  if (van === undefined && tot === undefined) return undefined;
  if (van === undefined) return fillTekst(teksten.periodeTot, { tot: formatDatumShort(tot ?? "") });
  if (tot === undefined) return fillTekst(teksten.periodeVan, { van: formatDatumShort(van) });
  const jaar = van.slice(0, 4);
  if (van === `${jaar}-01-01` && tot === `${jaar}-12-31`) return fillTekst(teksten.periodeJaar, { jaar });
  return fillTekst(teksten.periode, { van: formatDatumShort(van), tot: formatDatumShort(tot) });
}
