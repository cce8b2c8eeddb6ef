/** What the page shows about citing it. */
import { aanhaalteksten } from "../../../templates/data/aanhalen.ts";
import { ankersOf } from "../../model/anker.ts";
import type { Kamervraag } from "../../model/kamervraag.ts";
import { pathOfSleutel } from "../../model/sleutel.ts";
import { aanhalingOf, aanhalingVanAntwoord, langeAanhalingOf } from "./aanhaling.ts";
import { toBibtex } from "./bibtex.ts";
import { toCslJson } from "./csl.ts";
import { toRis } from "./ris.ts";
import { type Vermelding, vanPagina } from "./vermelding.ts";

export interface AanhalenView {
  /** As lawyers do: "Aanhangsel Handelingen II 2021/22, nr. 705". */
  readonly kort: string;
  /** The same as a sentence, with names and dates, where there are any. */
  readonly lang?: string;
  /** The page's full address, where it is known. */
  readonly adres?: string;
  /** How the last antwoord is cited, as an example of a part. */
  readonly onderdeel?: string;
  /** Addresses that exist on this page: of a vraag, and of an antwoord. */
  readonly ankers?: { readonly vraag: string; readonly antwoord?: string };
  /** The files for reference managers; `vermelding` is the page's own entry, to copy. */
  readonly bestanden: readonly { readonly href: string; readonly tekst: string; readonly vermelding: string }[];
}

/**
 * The formats for reference managers, by the ending of their file, and how each is written. CSL-JSON does not end in `.json`:
 * whoever reads every `.json` below `kamervraag/` finds Kamervragen only.
 */
export const VERMELDINGVORMEN = {
  bib: toBibtex,
  ris: toRis,
  csljson: toCslJson,
} as const satisfies Readonly<Record<string, (vermeldingen: readonly Vermelding[]) => string>>;

export type Vermeldingvorm = keyof typeof VERMELDINGVORMEN;

/** The endings, in the order in which the page names them. */
export const VERMELDINGEINDES: readonly Vermeldingvorm[] = ["bib", "ris", "csljson"];

/** Shapes the section "Aanhalen". `adres` is the address of the site. */
export function toAanhalenView(kamervraag: Kamervraag, adres?: string): AanhalenView {
  const { sleutel, blokken } = kamervraag;
  const kort = aanhalingOf(kamervraag);
  const lang = langeAanhalingOf(kamervraag);
  const vermelding = vanPagina(kamervraag, adres);
  const ankers = ankersOf(blokken);
  const isNumbered = (blok: (typeof blokken)[number]) => blok.soort === "antwoord" && blok.opVragen.length > 0;
  const antwoordIndex = blokken.findLastIndex(isNumbered);
  const antwoord = blokken[antwoordIndex];
  const vraagIndex = blokken.findLastIndex((blok) => blok.soort === "vraag");
  const vraagAnker = ankers[vraagIndex]?.[0];
  const antwoordAnker = ankers[antwoordIndex]?.[0];
  return {
    kort,
    ...(lang === `${kort}.` ? {} : { lang }),
    ...(adres ? { adres: `${adres}/${pathOfSleutel(sleutel)}.html` } : {}),
    ...(antwoord?.soort === "antwoord" ? { onderdeel: aanhalingVanAntwoord(kamervraag, antwoord) } : {}),
    ...(vraagAnker
      ? { ankers: { vraag: `#${vraagAnker}`, ...(antwoordAnker ? { antwoord: `#${antwoordAnker}` } : {}) } }
      : {}),
    bestanden: VERMELDINGEINDES.map((einde) => ({
      href: `${sleutel}.${einde}`,
      tekst: aanhaalteksten.bestanden[einde],
      vermelding: VERMELDINGVORMEN[einde]([vermelding]),
    })),
  };
}
