/** The facts of a Kamervraag, chosen from what its documents state. */
import type { Beantwoorder, Indiener, Kamervraag, Thema } from "../model/kamervraag.ts";
import { findPublicatie } from "../model/sleutel.ts";
import { compareDutch, onderwerpenOf, themasOf } from "../model/thema.ts";
import type { GelezenDocument } from "../sources/gelezen.ts";
import { isVraagdocument } from "./rangorde.ts";

export type Feiten = Pick<
  Kamervraag,
  | "sleutel"
  | "vraagnummer"
  | "kamer"
  | "soort"
  | "titel"
  | "ingediend"
  | "indieners"
  | "gerichtAan"
  | "beantwoordDoor"
  | "onderwerpen"
  | "themas"
>;

/**
 * Chooses the facts: from the documents that are shown, questions before answers; a fact that none of them states may come
 * from a reading that was replaced.
 */
export function feitenOf(
  { sleutel, vraagnummer }: { readonly sleutel: string; readonly vraagnummer?: string },
  getoond: readonly GelezenDocument[],
  alle: readonly GelezenDocument[],
): Feiten {
  const inOrder = [
    ...getoond.filter(isVraagdocument),
    ...getoond.filter((document) => !isVraagdocument(document)),
    ...alle,
  ];
  const first = <T>(pick: (document: GelezenDocument) => T | undefined): T | undefined => {
    for (const document of inOrder) {
      const found = pick(document);
      if (found !== undefined && !(Array.isArray(found) && found.length === 0)) return found;
    }
    return undefined;
  };
  const ingediend = first(({ ingediend: datum }) => datum);
  const themas = uniqueThemas(first(({ themas: found }) => found) ?? []);
  const onderwerpen = first(({ onderwerpen: found }) => found) ?? onderwerpenOf(themas);
  return {
    sleutel,
    ...(vraagnummer ? { vraagnummer } : {}),
    kamer: first(({ kamer, id }) => kamer ?? (id ? findPublicatie(id)?.kamer : undefined)) ?? "tk",
    soort: inOrder.some(({ soort }) => soort === "mondeling") ? "mondeling" : "schriftelijk",
    titel: titelOf(inOrder, sleutel),
    ...(ingediend ? { ingediend } : {}),
    indieners: withFracties(first(({ indieners }) => indieners) ?? [], inOrder),
    gerichtAan: first(({ gerichtAan }) => gerichtAan) ?? [],
    beantwoordDoor: uniqueBeantwoorders(getoond.flatMap(({ beantwoordDoor }) => beantwoordDoor)),
    onderwerpen: [...new Set(onderwerpen)].toSorted(compareDutch),
    themas: themas.length > 0 ? themas : themasOf(onderwerpen),
  };
}

// The title of a kv is its subject; that of an ah is a sentence about it, so there the subject comes first.
function titelOf(inOrder: readonly GelezenDocument[], sleutel: string): string {
  const candidates = inOrder.flatMap((document) => {
    const isShortTitle =
      isVraagdocument(document) && document.titel && !/^(?:\w+\s+)?vragen van /i.test(document.titel);
    return (isShortTitle ? [document.titel, document.onderwerp] : [document.onderwerp, document.titel]) as (
      | string
      | undefined
    )[];
  });
  return candidates.find((titel) => titel !== undefined && titel !== "") ?? `Kamervraag ${sleutel}`;
}

/** A fractie that the chosen document lacks may stand in another one. */
function withFracties(indieners: readonly Indiener[], documents: readonly GelezenDocument[]): readonly Indiener[] {
  const all = documents.flatMap((document) => document.indieners);
  return indieners.map((indiener) => {
    if (indiener.fractie) return indiener;
    const other = all.find(({ naam, fractie }) => fractie !== undefined && naam === indiener.naam);
    return other?.fractie ? { ...indiener, fractie: other.fractie } : indiener;
  });
}

function uniqueThemas(themas: readonly Thema[]): readonly Thema[] {
  const seen = new Map(themas.map((thema) => [`${thema.hoofd}|${thema.sub ?? ""}`, thema]));
  return [...seen.values()];
}

// Who signed one answer and another, or is named in both ways, stands once; the signature counts over "mede namens".
function uniqueBeantwoorders(all: readonly Beantwoorder[]): readonly Beantwoorder[] {
  const seen = new Map<string, Beantwoorder>();
  for (const beantwoorder of all) {
    const key = `${beantwoorder.naam ?? ""}|${beantwoorder.functie ?? ""}`.toLowerCase();
    const known = seen.get(key);
    if (!known || (known.medeNamens && !beantwoorder.medeNamens)) seen.set(key, beantwoorder);
  }
  return [...seen.values()];
}
