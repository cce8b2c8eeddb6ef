/** Writes the account into the Kamervraag itself: Markdown is the only door to the site, which shows these figures. */
import type { Bron, Kamervraag, Tekens, Telling } from "../model/kamervraag.ts";
import type { Plaatsing } from "../samenvoegen/plaatsing.ts";
import type { GelezenDocument } from "../sources/gelezen.ts";
import { isBronOf, type Verantwoording } from "./verantwoording.ts";

/** One document, with the remarks on it and the account of its characters. */
export interface Rekening {
  readonly document: GelezenDocument;
  readonly plek: Pick<Plaatsing, "diagnostiek">;
  readonly verantwoording: Verantwoording;
}

/** The same Kamervraag, with what each document holds and where its characters went in its `bronnen`. */
export function withTellingen(kamervraag: Kamervraag, rekeningen: readonly Rekening[]): Kamervraag {
  const open = [...rekeningen];
  const bronnen = kamervraag.bronnen.map((bron): Bron => {
    const at = open.findIndex(({ document }) => isBronOf(bron, document));
    // A file may hold two documents that share an identifier: each has its own entry.
    const [rekening] = at === -1 ? [] : open.splice(at, 1);
    if (!rekening) return bron;
    const telling = tellingOf(rekening);
    return {
      ...bron,
      ...(Object.keys(telling).length > 0 ? { telling } : {}),
      tekens: tekensOf(rekening.verantwoording),
    };
  });
  return { ...kamervraag, bronnen };
}

function tellingOf({ document: { blokken, noten }, plek: { diagnostiek } }: Rekening): Telling {
  const remarks = (wanted: string) => diagnostiek.filter(({ code }) => code === wanted).length;
  const counts = {
    vragen: new Set(blokken.flatMap((blok) => (blok.soort === "vraag" ? blok.nummers : []))).size,
    antwoorden: blokken.filter(({ soort }) => soort === "antwoord").length,
    noten: noten.length,
    merkenZonderNoot: remarks("noot-zonder-tekst"),
    notenZonderMerk: remarks("noot-zonder-merk"),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function tekensOf({ bron, behouden, weggelaten, onverklaard, verlies }: Verantwoording): Tekens {
  return {
    bron,
    behouden,
    ...(weggelaten.length > 0
      ? { weggelaten: Object.fromEntries(weggelaten.map(({ regel, tekens }) => [regel, tekens])) }
      : {}),
    ...(onverklaard > 0 ? { onverklaard } : {}),
    ...(verlies ? { verlies } : {}),
  };
}
