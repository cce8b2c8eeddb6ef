/** Reads the table of the facets and its columns, and counts, narrows and sorts by them. Nothing here looks at a page twice. */
import { addDays, daysBetween } from "../../model/datum.ts";
import type { Datum } from "../../model/kamervraag.ts";
import { once } from "../eenmaal.ts";
import type { Cursor } from "../formaat/cbor.ts";
import { readVarint } from "../formaat/varint.ts";
import { FACETTEN, type Facetnaam, type Facettelling, type Facetwaarde, type Zoekopdracht } from "../opdracht.ts";
import type { Rijwaarde } from "./rij.ts";
import { DAG_NUL, FACETINDELING } from "./schrijf.ts";

/** What narrows a search beside its words. */
export type Verfijning = Pick<Zoekopdracht, "facetten" | "van" | "tot">;

export interface Facettabel {
  readonly aantal: number;
  /** The pages of `treffers` that have a chosen value in every facet and fall in the period; in the order given. */
  readonly filter: (treffers: readonly number[], verfijning: Verfijning) => Promise<readonly number[]>;
  /**
   * Counts the values of every facet over `treffers`. A facet counts what its own choices leave out as well: that is what
   * choosing one more value would add.
   */
  readonly telling: (treffers: readonly number[], verfijning: Verfijning) => Promise<Facettelling>;
  /**
   * Sorts pages by the day of submission or by the days to the antwoord (fewest first, then newest). Pages without stand
   * last; equal ones newest first, among the oldest first by number.
   */
  readonly sorteer: (
    treffers: readonly number[],
    volgorde: "nieuwste" | "oudste" | "antwoordtijd",
  ) => readonly number[];
}

interface Kolom {
  readonly facet: Facetnaam;
  readonly waarden: readonly Rijwaarde[];
  /** Page -> where its values begin in `nummers`; one more at the end. */
  readonly begin: Uint32Array;
  readonly nummers: Uint32Array;
}

/** Answers what `read` makes of the unzipped file of a column. */
export type LeesKolom = <Uitkomst>(key: string, read: (bytes: Uint8Array) => Uitkomst) => Promise<Uitkomst>;

/**
 * Opens a table, unzipped; `lees` brings the columns, each when it is first needed.
 * @throws Error when it is cut off or of another layout; so do its functions when a column is.
 */
export function openFacetten(bytes: Uint8Array, lees: LeesKolom): Facettabel {
  const cursor: Cursor = { bytes, plaats: 0 };
  if (readVarint(cursor) !== FACETINDELING) throw new Error("the table of facets has another layout");
  const aantal = readVarint(cursor);
  if (aantal > bytes.length) throw new Error("the table of facets is cut off");
  const dagen = new Uint32Array(aantal);
  let dag = 0;
  for (let pagina = 0; pagina < aantal; pagina += 1) {
    const stap = readVarint(cursor);
    dag += stap % 2 === 0 ? stap / 2 : -(stap + 1) / 2;
    dagen[pagina] = dag;
  }
  const antwoorddagen = new Uint32Array(aantal);
  for (let pagina = 0; pagina < aantal; pagina += 1) antwoorddagen[pagina] = readVarint(cursor);
  const periode = findPeriode(dagen);
  const laders = FACETTEN.map((facet) => {
    const key = readTekst(cursor);
    return { facet, load: once(() => lees(key, (kolom) => readKolom(kolom, facet, aantal))) };
  });

  const toInPeriode = ({ van, tot }: Verfijning) => {
    if (van === undefined && tot === undefined) return () => true;
    const eerste = van === undefined ? 0 : toDag(van);
    const laatste = tot === undefined ? Number.POSITIVE_INFINITY : toDag(tot);
    return (pagina: number) => {
      const dagVan = dagen[pagina] ?? 0;
      return dagVan > 0 && dagVan >= eerste && dagVan <= laatste;
    };
  };

  return {
    aantal,
    async filter(treffers, verfijning) {
      const inPeriode = toInPeriode(verfijning);
      const nodig = laders.filter(({ facet }) => (verfijning.facetten[facet]?.length ?? 0) > 0);
      const kolommen = await Promise.all(nodig.map(({ load }) => load()));
      const gekozen = kolommen.flatMap((kolom) => {
        const keuze = toKeuze(kolom, verfijning.facetten[kolom.facet]);
        return keuze ? [{ kolom, keuze }] : [];
      });
      return treffers.filter(
        (pagina) => inPeriode(pagina) && gekozen.every(({ kolom, keuze }) => heeftKeuze(kolom, keuze, pagina)),
      );
    },
    async telling(treffers, verfijning) {
      const kolommen = await Promise.all(laders.map(({ load }) => load()));
      const keuzes = kolommen.map((kolom) => toKeuze(kolom, verfijning.facetten[kolom.facet]));
      const binnen = treffers.filter(toInPeriode(verfijning));
      const mist = Int8Array.from(binnen, (pagina) => findMist(kolommen, keuzes, pagina));
      // Column after column: one walk through all for each keeps its numbers near.
      const tellers = kolommen.map((kolom, index) =>
        countWaarden(kolom, binnen, (plek) => {
          const welke = mist[plek] ?? MEER;
          return welke === GEEN || welke === index;
        }),
      );
      return {
        facetten: toTelling((facet) => {
          const index = FACETTEN.indexOf(facet);
          const kolom = kolommen[index];
          return kolom ? toWaarden(kolom, tellers[index], keuzes[index]) : [];
        }),
        ...(periode ? { periode } : {}),
      };
    },
    sorteer(treffers, volgorde) {
      // By number, then without disturbing that by the day, then by the answer: no comparison, and time that goes with their number.
      const opNummer = Uint32Array.from(treffers).sort();
      if (volgorde !== "oudste") opNummer.reverse();
      const opDag = sortOp(opNummer, dagen, volgorde === "oudste" ? "laag" : "hoog");
      return Array.from(volgorde === "antwoordtijd" ? sortOp(opDag, antwoorddagen, "laag") : opDag);
    },
  };
}

/**
 * Sorts pages by a key of each, the lowest or the highest first; 0 is unknown, and stands last in either direction. Equal ones
 * stay in the order in which they came.
 */
function sortOp(paginas: Uint32Array, sleutels: Uint32Array, eerst: "laag" | "hoog"): Uint32Array {
  let hoogste = 0;
  for (const pagina of paginas) hoogste = Math.max(hoogste, sleutels[pagina] ?? 0);
  const rangOf = (sleutel: number) => (sleutel === 0 ? hoogste : eerst === "laag" ? sleutel - 1 : hoogste - sleutel);
  const vanaf = new Uint32Array(hoogste + 2);
  for (const pagina of paginas) {
    const rang = rangOf(sleutels[pagina] ?? 0) + 1;
    vanaf[rang] = (vanaf[rang] ?? 0) + 1;
  }
  for (let rang = 1; rang < vanaf.length; rang += 1) vanaf[rang] = (vanaf[rang] ?? 0) + (vanaf[rang - 1] ?? 0);
  const gesorteerd = new Uint32Array(paginas.length);
  for (const pagina of paginas) {
    const rang = rangOf(sleutels[pagina] ?? 0);
    const plek = vanaf[rang] ?? 0;
    gesorteerd[plek] = pagina;
    vanaf[rang] = plek + 1;
  }
  return gesorteerd;
}

/** How often each value of a column stands on the pages that count. */
function countWaarden(
  { waarden, begin, nummers }: Kolom,
  paginas: readonly number[],
  teltMee: (plek: number) => boolean,
): Uint32Array {
  const teller = new Uint32Array(waarden.length);
  for (let plek = 0; plek < paginas.length; plek += 1) {
    if (!teltMee(plek)) continue;
    const pagina = paginas[plek] ?? 0;
    const tot = begin[pagina + 1] ?? 0;
    for (let at = begin[pagina] ?? 0; at < tot; at += 1) {
      const nummer = nummers[at] ?? 0;
      teller[nummer] = (teller[nummer] ?? 0) + 1;
    }
  }
  return teller;
}

function readKolom(bytes: Uint8Array, facet: Facetnaam, aantal: number): Kolom {
  const cursor: Cursor = { bytes, plaats: 0 };
  const length = readVarint(cursor);
  if (length > cursor.bytes.length) throw new Error("the table of facets is cut off");
  const gelezen = Array.from({ length }, () => ({
    waarde: readTekst(cursor),
    naam: readTekst(cursor),
    boven: readVarint(cursor),
  }));
  const waarden = gelezen.map(({ waarde, naam, boven }) => {
    const onder = gelezen[boven - 1]?.waarde;
    return { waarde, naam, ...(onder === undefined ? {} : { onder }) };
  });
  const begin = new Uint32Array(aantal + 1);
  for (let pagina = 0; pagina < aantal; pagina += 1) begin[pagina + 1] = (begin[pagina] ?? 0) + readVarint(cursor);
  const totaal = begin[aantal] ?? 0;
  if (totaal > cursor.bytes.length) throw new Error("the table of facets is cut off");
  const nummers = new Uint32Array(totaal);
  for (let at = 0; at < totaal; at += 1) nummers[at] = readVarint(cursor);
  return { facet, waarden, begin, nummers };
}

function readTekst(cursor: Cursor): string {
  const length = readVarint(cursor);
  const van = cursor.plaats;
  if (van + length > cursor.bytes.length) throw new Error("the table of facets is cut off");
  cursor.plaats += length;
  return new TextDecoder().decode(cursor.bytes.subarray(van, van + length));
}

function toDag(datum: Datum): number {
  return daysBetween(DAG_NUL, datum) + 1;
}

/** Which values of a column are chosen; nothing when none is. */
function toKeuze({ waarden }: Kolom, gekozen: readonly string[] | undefined): Uint8Array | undefined {
  if (!gekozen || gekozen.length === 0) return undefined;
  const set = new Set(gekozen);
  return Uint8Array.from(waarden, ({ waarde }) => (set.has(waarde) ? 1 : 0));
}

function heeftKeuze({ begin, nummers }: Kolom, keuze: Uint8Array, pagina: number): boolean {
  const tot = begin[pagina + 1] ?? 0;
  for (let at = begin[pagina] ?? 0; at < tot; at += 1) if (keuze[nummers[at] ?? 0] === 1) return true;
  return false;
}

const GEEN = -1;
const MEER = -2;

/** The one facet in which a page has no chosen value; `GEEN` when it has one in each, `MEER` when it lacks several. */
function findMist(kolommen: readonly Kolom[], keuzes: readonly (Uint8Array | undefined)[], pagina: number): number {
  let mist = GEEN;
  for (let index = 0; index < kolommen.length; index += 1) {
    const kolom = kolommen[index];
    const keuze = keuzes[index];
    if (!kolom || !keuze || heeftKeuze(kolom, keuze, pagina)) continue;
    if (mist !== GEEN) return MEER;
    mist = index;
  }
  return mist;
}

/** Facets in which time goes on: newest first. The others begin with what has most hits. */
const NIEUWSTE_EERST: ReadonlySet<Facetnaam> = new Set(["jaar", "vergaderjaar"]);

function toWaarden(
  { facet, waarden }: Kolom,
  teller: Uint32Array | undefined,
  keuze: Uint8Array | undefined,
): readonly Facetwaarde[] {
  return waarden
    .map((waarde, index) => ({ ...waarde, aantal: teller?.[index] ?? 0, isGekozen: keuze?.[index] === 1 }))
    .filter(({ aantal, isGekozen }) => aantal > 0 || isGekozen)
    .sort((a, b) =>
      NIEUWSTE_EERST.has(facet)
        ? compareTijd(a.waarde, b.waarde)
        : b.aantal - a.aantal || compareText(a.naam, b.naam) || compareText(a.waarde, b.waarde),
    )
    .map(({ waarde, naam, aantal, onder }) => ({ waarde, naam, aantal, ...(onder === undefined ? {} : { onder }) }));
}

/** A telling with what `waardenVan` says of each facet. */
export function toTelling(waardenVan: (facet: Facetnaam) => readonly Facetwaarde[]): Facettelling["facetten"] {
  const [staat, jaar, vergaderjaar, fractie, indiener, ministerie, bewindspersoon, onderwerp] = FACETTEN;
  return {
    [staat]: waardenVan(staat),
    [jaar]: waardenVan(jaar),
    [vergaderjaar]: waardenVan(vergaderjaar),
    [fractie]: waardenVan(fractie),
    [indiener]: waardenVan(indiener),
    [ministerie]: waardenVan(ministerie),
    [bewindspersoon]: waardenVan(bewindspersoon),
    [onderwerp]: waardenVan(onderwerp),
  };
}

/** Newest first; what is no year ("onbekend") last. */
function compareTijd(a: string, b: string): number {
  const isA = /^\d/.test(a);
  return isA === /^\d/.test(b) ? compareText(b, a) : isA ? -1 : 1;
}

function findPeriode(dagen: Uint32Array): Facettelling["periode"] {
  let eerste = 0;
  let laatste = 0;
  for (const dag of dagen) {
    if (dag === 0) continue;
    if (eerste === 0 || dag < eerste) eerste = dag;
    if (dag > laatste) laatste = dag;
  }
  return eerste === 0 ? undefined : { van: addDays(DAG_NUL, eerste - 1), tot: addDays(DAG_NUL, laatste - 1) };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
