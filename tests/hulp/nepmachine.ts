/**
 * A search engine of a few lines, for tests of the page alone: a word matches where it stands, facets and periods are
 * counted by walking over all documents. What it knows it takes from `globalThis.nepdocumenten`, which a test sets.
 */
import {
  FACETTEN,
  type Facetnaam,
  type Facetwaarde,
  TREFFERS_PER_PAGINA,
  type Zoekmachine,
  type Zoekopdracht,
  type Zoekterm,
} from "../../src/zoeken/opdracht.ts";

export interface Nepdocument {
  readonly adres: string;
  readonly titel: string;
  readonly ingediend: string;
  readonly dagen?: number;
  readonly feiten: Readonly<Record<string, string>>;
  readonly delen: readonly { readonly anker?: string; readonly kop: string; readonly tekst: string }[];
  /** Value -> name, of each facet. */
  readonly facetten: Readonly<Partial<Record<Facetnaam, Readonly<Record<string, string>>>>>;
}

/** What a test can make go wrong or slow. */
export interface Nepstand {
  readonly zoekfout?: string;
  readonly telfout?: string;
  readonly wacht?: number;
  /** Words that are left out beside others. */
  readonly functiewoorden?: readonly string[];
  /** Child of an onderwerp -> the onderwerp above it. */
  readonly onder?: Readonly<Record<string, string>>;
}

/** The engine over these documents, oldest first. */
export function makeNepmachine(documenten: readonly Nepdocument[], stand: () => Nepstand): Zoekmachine {
  const wacht = () => new Promise<void>((resolve) => setTimeout(resolve, stand().wacht ?? 0));
  return {
    async zoek(opdracht) {
      await wacht();
      const { zoekfout, functiewoorden = [] } = stand();
      if (zoekfout) throw new Error(zoekfout);
      const { termen, woorden } = readWoorden(opdracht.tekst, functiewoorden, documenten);
      const gevonden = sort(
        documenten.filter((een) => hasWoorden(een, woorden) && fits(een, opdracht)),
        opdracht,
      );
      const vanaf = (opdracht.pagina - 1) * TREFFERS_PER_PAGINA;
      return {
        aantal: gevonden.length,
        isBovengrens: opdracht.tekst.includes('"'),
        termen,
        isNieuwsteEerst: woorden.length === 0,
        treffers: gevonden.slice(vanaf, vanaf + TREFFERS_PER_PAGINA).map((een) => ({
          pagina: documenten.indexOf(een),
          adres: een.adres,
          titel: mark(een.titel, woorden),
          feiten: een.feiten,
          delen: een.delen
            .filter(({ tekst }) => woorden.some((woord) => tekst.toLowerCase().includes(woord)))
            .slice(0, 3)
            .map(({ anker, kop, tekst }) => ({
              ...(anker ? { anker } : {}),
              kop,
              uittreksel: mark(around(tekst, woorden), woorden),
            })),
          vormen: woorden,
        })),
      };
    },
    async tel(opdracht) {
      await wacht();
      const { telfout, functiewoorden = [], onder = {} } = stand();
      if (telfout) throw new Error(telfout);
      const { woorden } = readWoorden(opdracht.tekst, functiewoorden, documenten);
      const facetten = {
        staat: [],
        jaar: [],
        vergaderjaar: [],
        fractie: [],
        indiener: [],
        ministerie: [],
        bewindspersoon: [],
        onderwerp: [],
      } satisfies Record<Facetnaam, readonly Facetwaarde[]>;
      const geteld: Record<Facetnaam, readonly Facetwaarde[]> = facetten;
      for (const facet of FACETTEN) {
        const { [facet]: gekozen = [], ...andere } = opdracht.facetten;
        const binnen = documenten.filter(
          (een) => hasWoorden(een, woorden) && fits(een, { ...opdracht, facetten: andere }),
        );
        geteld[facet] = countValues(facet, binnen, gekozen, documenten, onder);
      }
      const dagen = documenten.map(({ ingediend }) => ingediend).toSorted();
      const [van] = dagen;
      const tot = dagen.at(-1);
      return { facetten: geteld, ...(van && tot ? { periode: { van, tot } } : {}) };
    },
    async stelVoor(woord) {
      const begin = woord.slice(0, 3).toLowerCase();
      const gevonden = new Map<string, number>();
      for (const een of documenten) {
        for (const kandidaat of new Set(textOf(een).match(/\p{L}{4,}/gu) ?? [])) {
          if (kandidaat.startsWith(begin)) gevonden.set(kandidaat, (gevonden.get(kandidaat) ?? 0) + 1);
        }
      }
      return [...gevonden].slice(0, 5).map(([kandidaat, aantal]) => ({ woord: kandidaat, aantal }));
    },
  };
}

function readWoorden(
  tekst: string,
  functiewoorden: readonly string[],
  documenten: readonly Nepdocument[],
): { readonly termen: readonly Zoekterm[]; readonly woorden: readonly string[] } {
  const delen = [...tekst.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)].map(([, min, zin, woord = ""]) => ({
    tekst: zin ?? woord,
    soort: min === "-" ? ("niet" as const) : zin === undefined ? ("woord" as const) : ("zin" as const),
  }));
  const isAlles = delen.every((deel) => functiewoorden.includes(deel.tekst));
  const termen = delen.map(
    (deel): Zoekterm => ({
      ...deel,
      ookAls: documenten
        .flatMap(
          (een) =>
            textOf(een).match(new RegExp(`\\p{L}*${deel.tekst.replace(/[^\p{L}\p{N}]/gu, ".")}\\p{L}*`, "gu")) ?? [],
        )
        .filter((vorm, index, alle) => vorm !== deel.tekst && alle.indexOf(vorm) === index)
        .slice(0, 3),
      ...(!isAlles && functiewoorden.includes(deel.tekst) ? { weggelaten: "functiewoord" as const } : {}),
      ...(documenten.some((een) => textOf(een).includes(deel.tekst.toLowerCase()))
        ? {}
        : { isOnbekend: true as const }),
    }),
  );
  const woorden = termen
    .filter(({ soort, weggelaten }) => soort !== "niet" && !weggelaten)
    .map((term) => term.tekst.toLowerCase());
  return { termen, woorden };
}

function textOf({ titel, delen }: Nepdocument): string {
  return [titel, ...delen.map(({ tekst }) => tekst)].join(" ").toLowerCase();
}

function hasWoorden(een: Nepdocument, woorden: readonly string[]): boolean {
  const tekst = textOf(een);
  return woorden.every((woord) => tekst.includes(woord));
}

function fits({ facetten, ingediend }: Nepdocument, opdracht: Zoekopdracht): boolean {
  if (opdracht.van && ingediend < opdracht.van) return false;
  if (opdracht.tot && ingediend > opdracht.tot) return false;
  return FACETTEN.every((facet) => {
    const gekozen = opdracht.facetten[facet] ?? [];
    return gekozen.length === 0 || gekozen.some((waarde) => facetten[facet]?.[waarde] !== undefined);
  });
}

function sort(documenten: readonly Nepdocument[], { volgorde }: Zoekopdracht): readonly Nepdocument[] {
  const oudste = documenten.toSorted((a, b) => (a.ingediend < b.ingediend ? -1 : a.ingediend > b.ingediend ? 1 : 0));
  if (volgorde === "oudste") return oudste;
  if (volgorde === "antwoordtijd") return oudste.toSorted((a, b) => (a.dagen ?? 1e9) - (b.dagen ?? 1e9));
  return oudste.toReversed();
}

function countValues(
  facet: Facetnaam,
  binnen: readonly Nepdocument[],
  gekozen: readonly string[],
  documenten: readonly Nepdocument[],
  onder: Readonly<Record<string, string>>,
): readonly Facetwaarde[] {
  const namen = new Map<string, string>();
  const aantallen = new Map<string, number>();
  for (const een of documenten) {
    for (const [waarde, naam] of Object.entries(een.facetten[facet] ?? {})) namen.set(waarde, naam);
  }
  for (const waarde of gekozen) if (namen.has(waarde)) aantallen.set(waarde, 0);
  for (const een of binnen) {
    for (const waarde of Object.keys(een.facetten[facet] ?? {}))
      aantallen.set(waarde, (aantallen.get(waarde) ?? 0) + 1);
  }
  const waarden = [...aantallen].map(([waarde, aantal]) => {
    const boven = facet === "onderwerp" ? onder[waarde] : undefined;
    return { waarde, naam: namen.get(waarde) ?? waarde, aantal, ...(boven ? { onder: boven } : {}) };
  });
  const isJaar = facet === "jaar" || facet === "vergaderjaar";
  return waarden.toSorted((a, b) =>
    isJaar ? (a.waarde < b.waarde ? 1 : -1) : b.aantal - a.aantal || (a.naam < b.naam ? -1 : 1),
  );
}

function around(tekst: string, woorden: readonly string[]): string {
  const plaats = Math.max(0, ...woorden.map((woord) => tekst.toLowerCase().indexOf(woord)));
  return `${plaats > 60 ? "… " : ""}${tekst.slice(Math.max(0, plaats - 60), plaats + 160)}`;
}

function mark(tekst: string, woorden: readonly string[]) {
  if (woorden.length === 0) return [{ tekst, isTreffer: false }];
  const patroon = woorden.map((woord) => woord.replace(/[^\p{L}\p{N}]/gu, ".")).join("|");
  return tekst
    .split(new RegExp(`(${patroon})`, "iu"))
    .filter((deel) => deel !== "")
    .map((deel) => ({ tekst: deel, isTreffer: woorden.includes(deel.toLowerCase()) }));
}
