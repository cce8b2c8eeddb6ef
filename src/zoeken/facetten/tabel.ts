/** Reads the table of the facets, and counts, narrows and sorts by it. Nothing here looks at a page twice. */
import { addDays, daysBetween } from "../../model/datum.ts";
import type { Datum } from "../../model/kamervraag.ts";
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
  readonly filter: (treffers: readonly number[], verfijning: Verfijning) => readonly number[];
  /**
   * Counts the values of every facet over `treffers`. A facet counts what its own choices leave out as well: that is what
   * choosing one more value would add.
   */
  readonly telling: (treffers: readonly number[], verfijning: Verfijning) => Facettelling;
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

/**
 * Opens a table, unzipped.
 * @throws Error when it is cut off or of another layout.
 */
export function openFacetten(bytes: Uint8Array): Facettabel {
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
  const kolommen = FACETTEN.map((facet) => readKolom(cursor, facet, aantal));

  const past = ({ facetten, van, tot }: Verfijning) => {
    const eerste = van === undefined ? 0 : toDag(van);
    const laatste = tot === undefined ? Number.POSITIVE_INFINITY : toDag(tot);
    const heeftPeriode = van !== undefined || tot !== undefined;
    const keuzes = kolommen.map((kolom) => toKeuze(kolom, facetten[kolom.facet]));
    return {
      inPeriode: (pagina: number) => {
        const dag = dagen[pagina] ?? 0;
        return !heeftPeriode || (dag > 0 && dag >= eerste && dag <= laatste);
      },
      keuzes,
    };
  };

  return {
    aantal,
    filter(treffers, verfijning) {
      const { inPeriode, keuzes } = past(verfijning);
      const gekozen = kolommen.flatMap((kolom, index) => {
        const keuze = keuzes[index];
        return keuze ? [{ kolom, keuze }] : [];
      });
      return treffers.filter(
        (pagina) => inPeriode(pagina) && gekozen.every(({ kolom, keuze }) => heeftKeuze(kolom, keuze, pagina)),
      );
    },
    telling(treffers, verfijning) {
      const { inPeriode, keuzes } = past(verfijning);
      const tellers = kolommen.map(({ waarden }) => new Uint32Array(waarden.length));
      for (const pagina of treffers) {
        if (!inPeriode(pagina)) continue;
        const mist = findMist(kolommen, keuzes, pagina);
        if (mist === MEER) continue;
        for (const [index, kolom] of kolommen.entries()) {
          if (mist !== GEEN && mist !== index) continue;
          const teller = tellers[index];
          const tot = kolom.begin[pagina + 1] ?? 0;
          for (let at = kolom.begin[pagina] ?? 0; teller && at < tot; at += 1) {
            const nummer = kolom.nummers[at] ?? 0;
            teller[nummer] = (teller[nummer] ?? 0) + 1;
          }
        }
      }
      const periode = findPeriode(dagen);
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
      const sleutel = volgorde === "antwoordtijd" ? antwoorddagen : dagen;
      const richting = volgorde === "nieuwste" ? -1 : 1;
      const bijGelijk = volgorde === "oudste" ? 1 : -1;
      return [...treffers].sort((a, b) => {
        const x = sleutel[a] ?? 0;
        const y = sleutel[b] ?? 0;
        // 0 is unknown, and stands last in either direction.
        if (x !== y) return x === 0 ? 1 : y === 0 ? -1 : (x - y) * richting;
        const dag = volgorde === "antwoordtijd" ? (dagen[b] ?? 0) - (dagen[a] ?? 0) : 0;
        return dag || (a - b) * bijGelijk;
      });
    },
  };
}

function readKolom(cursor: Cursor, facet: Facetnaam, aantal: number): Kolom {
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
  for (const [index, kolom] of kolommen.entries()) {
    const keuze = keuzes[index];
    if (!keuze || heeftKeuze(kolom, keuze, pagina)) continue;
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
