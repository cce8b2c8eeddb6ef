/** The references of a document, found in its words or marked by its source, at the positions that labels use. */
import { verwijzingenOf } from "../../src/site/verwijzingen.ts";
import { findVerwijzingen, type GevondenVerwijzing } from "../../src/verwijzingen/vind.ts";
import { type Alinea, alineasOf, lengteOf, plaatsenOf, type Teksten } from "./plaatsen.ts";

export interface Vondst {
  readonly plaats: string;
  readonly van: number;
  readonly tot: number;
  readonly soort: string;
  readonly doel: string;
}

/**
 * Lists the references of a document in reading order, notes last. A link of the source comes before what is found in
 * its words. A reference to a vraag or antwoord that the document does not have is none: it speaks of another set.
 */
export function verwijzingenIn(teksten: Teksten): readonly Vondst[] {
  const marked = verwijzingenOf(teksten).values();
  const nummers = nummersOf(teksten);
  return plaatsenOf(teksten).flatMap(({ anker, tekst }) =>
    alineasOf(tekst).flatMap((alinea) => {
      const links = alinea.links.map((link) => ({ ...link, soort: marked.next().value?.soort ?? "web" }));
      const found = findVerwijzingen(alinea.tekst)
        .filter(({ onderdeel }) => onderdeel === undefined || nummers.has(onderdeel.nummer))
        .filter(({ van, tot }) => !links.some((link) => link.van < tot && van < link.tot))
        .map((verwijzing) => ({ ...verwijzing, doel: doelOf(verwijzing) }));
      return [...links, ...found]
        .toSorted((a, b) => a.van - b.van)
        .map(({ soort, doel, ...at }) => ({ plaats: anker, ...positie(alinea, at), soort, doel }));
    }),
  );
}

function doelOf({ url, kamervraag, onderdeel }: GevondenVerwijzing): string {
  return onderdeel ? `#${onderdeel.deel}-${onderdeel.nummer}` : (url ?? kamervraag ?? "");
}

function positie({ tekst, van }: Alinea, at: { readonly van: number; readonly tot: number }) {
  return { van: van + lengteOf(tekst.slice(0, at.van)), tot: van + lengteOf(tekst.slice(0, at.tot)) };
}

function nummersOf({ blokken }: Teksten): ReadonlySet<string> {
  return new Set(
    blokken.flatMap((blok) => (blok.soort === "vraag" ? blok.nummers : blok.soort === "antwoord" ? blok.opVragen : [])),
  );
}
