/**
 * The fixed queries of the parity run, kept as data in `vragen.tsv`: the kind, what is typed, and the rest of the address of the
 * search page (facets, days, order, page) as it stands there.
 */
import { readFileSync } from "node:fs";

/** Kinds of queries; the run has some of each. */
export const SOORTEN = [
  "een-woord",
  "twee-woorden",
  "drie-woorden",
  "functiewoord",
  "zin",
  "zin-en-woord",
  "min",
  "nummer",
  "naam",
  "samenstelling",
  "typefout",
  "leeg-met-keuze",
  "facet",
  "meer-in-een-facet",
  "meer-facetten",
  "periode",
  "volgorde",
  "bladzijde",
  "adres",
] as const;

export type Vraagsoort = (typeof SOORTEN)[number];

export interface Pariteitvraag {
  readonly soort: Vraagsoort;
  readonly tekst: string;
  /** The search page with this question, relative to the root of the site. */
  readonly adres: string;
  /** Whether every list of the facets is opened before it is read: the values beyond the first six. */
  readonly isAlles: boolean;
}

/** Kinds whose lists of facets are read whole. */
const MET_ALLE_WAARDEN: ReadonlySet<Vraagsoort> = new Set(["leeg-met-keuze", "facet", "meer-in-een-facet"]);

const KOP = "soort\ttekst\tkeuze";

/** Reads the list. @throws Error naming the line that cannot be read. */
export function readVragen(bestand = new URL("vragen.tsv", import.meta.url)): readonly Pariteitvraag[] {
  const [kop, ...regels] = readFileSync(bestand, "utf8").replace(/\n$/, "").split("\n");
  if (kop !== KOP) throw new Error(`vragen.tsv: the first line is not «${KOP}»`);
  return regels.map((regel, index) => {
    const [naam, tekst, keuze, ...rest] = regel.split("\t");
    const soort = SOORTEN.find((een) => een === naam);
    if (!soort || tekst === undefined || keuze === undefined || rest.length > 0) {
      throw new Error(`vragen.tsv, line ${index + 2}: «${regel}» has not three columns, or an unknown kind`);
    }
    return { soort, tekst, adres: toAdres(tekst, keuze), isAlles: MET_ALLE_WAARDEN.has(soort) };
  });
}

function toAdres(tekst: string, keuze: string): string {
  const deel = [tekst === "" ? "" : `q=${encodeURIComponent(tekst)}`, keuze].filter((een) => een !== "").join("&");
  return deel === "" ? "zoeken.html" : `zoeken.html?${deel}`;
}

/** Picks `aantal` queries spread over the list, some of every kind: the same ones every time. */
export function spreadVragen(vragen: readonly Pariteitvraag[], aantal: number): readonly Pariteitvraag[] {
  if (aantal >= vragen.length) return vragen;
  // In turn one of each kind, those of a kind from all over it.
  const perSoort = SOORTEN.map((soort) => spreadOver(vragen.filter((vraag) => vraag.soort === soort)));
  const gekozen: Pariteitvraag[] = [];
  for (let rang = 0; gekozen.length < aantal; rang += 1) {
    for (const lijst of perSoort) {
      const vraag = lijst[rang];
      if (vraag && gekozen.length < aantal) gekozen.push(vraag);
    }
  }
  return gekozen;
}

/** The same in another order: the middle first, then those halfway the halves, and so on. */
function spreadOver<T>(lijst: readonly T[]): readonly T[] {
  const midden = Math.floor(lijst.length / 2);
  const een = lijst[midden];
  if (een === undefined) return [];
  const links = spreadOver(lijst.slice(0, midden));
  const rechts = spreadOver(lijst.slice(midden + 1));
  const rest = Array.from({ length: Math.max(links.length, rechts.length) }, (_, index) => [
    links[index],
    rechts[index],
  ]);
  return [een, ...rest.flat().filter((item) => item !== undefined)];
}
