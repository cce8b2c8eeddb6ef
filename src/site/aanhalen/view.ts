/** What the page shows about citing it. */
import { aanhaalteksten } from "../../../templates/data/aanhalen.ts";
import type { Kamervraag } from "../../model/kamervraag.ts";
import { pathOfSleutel } from "../../model/sleutel.ts";
import type { Feit } from "../feiten.ts";
import { aanhalingOf, langeAanhalingOf } from "./aanhaling.ts";
import { toBibtex } from "./bibtex.ts";
import { toCslJson } from "./csl.ts";
import { type Paginafeiten, type Verschil, verschilMet } from "./op-pagina.ts";
import { toRis } from "./ris.ts";
import { type Vermelding, vanPagina } from "./vermelding.ts";

export interface AanhalenView {
  /** As lawyers do: "Aanhangsel Handelingen II 2021/22, nr. 705". */
  readonly kort: string;
  /** The same as a sentence, with names and dates, where there are any. */
  readonly lang?: string;
  /** The page's full address, where it is known. */
  readonly adres?: string;
  /** The files for reference managers. */
  readonly bestanden: readonly { readonly href: string; readonly tekst: string }[];
  /** What the script cannot read off the page for the page's own entry, mostly nothing. */
  readonly verschil?: Verschil;
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

/** Shapes the section "Aanhalen". `adres` is the address of the site, `opPagina` what the page shows above it. */
export function toAanhalenView(
  kamervraag: Kamervraag,
  opPagina: { readonly nummer: string; readonly feiten: readonly Feit[] },
  adres?: string,
): AanhalenView {
  const { sleutel } = kamervraag;
  const kort = aanhalingOf(kamervraag);
  const lang = langeAanhalingOf(kamervraag);
  const pagina = adres && `${adres}/${pathOfSleutel(sleutel)}.html`;
  const verschil = verschilMet(vanPagina(kamervraag, adres), {
    ...toPaginafeiten(opPagina.feiten),
    titel: kamervraag.titel,
    nummer: opPagina.nummer,
    kort,
    ...(pagina ? { adres: pagina } : {}),
  });
  return {
    kort,
    ...(lang === `${kort}.` ? {} : { lang }),
    ...(pagina ? { adres: pagina } : {}),
    bestanden: VERMELDINGEINDES.map((einde) => ({
      href: `${sleutel}.${einde}`,
      tekst: aanhaalteksten.bestanden[einde],
    })),
    ...(verschil ? { verschil } : {}),
  };
}

// The facts as the script finds them in the ledger: by where their links lead, and by their rank.
function toPaginafeiten(
  feiten: readonly Feit[],
): Pick<Paginafeiten, "indieners" | "gerichtAan" | "onderwerpen" | "ingediend" | "beantwoord" | "bronnen"> {
  const linksIn = (delen: readonly Feit[], lijst: RegExp) =>
    delen.flatMap(({ waarden }) => waarden.flat()).filter(({ href }) => href !== undefined && lijst.test(href));
  const tekstenIn = (delen: readonly Feit[], lijst: RegExp) => linksIn(delen, lijst).map(({ tekst }) => tekst);
  const gerichtAan = feiten.findLast((feit) => linksIn([feit], BEWINDSPERSOON).length > 0);
  const [ingediend, beantwoord] = feiten.map(({ waarden }) => waarden.flat().find(({ datum }) => datum)?.datum);
  return {
    indieners: tekstenIn(feiten, INDIENER),
    gerichtAan: gerichtAan ? tekstenIn([gerichtAan], BEWINDSPERSOON) : [],
    onderwerpen: tekstenIn(feiten, ONDERWERP),
    ...(ingediend ? { ingediend } : {}),
    ...(beantwoord ? { beantwoord } : {}),
    bronnen: linksIn(feiten, ELDERS).map(({ href = "" }) => href),
  };
}

const INDIENER = /^[./]*indiener\//;
const BEWINDSPERSOON = /^[./]*bewindspersoon\//;
const ONDERWERP = /^[./]*onderwerp\//;
const ELDERS = /^https?:/;
