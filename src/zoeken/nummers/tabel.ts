/**
 * The numbers by which a page is known (vraagnummer, publications), page by page: to put the page whose number was typed
 * first. A number is a frame ("{}z{}") and its runs of digits, each written as the difference with the one before in that
 * frame: numbers mostly go up by a little.
 * @see docs/formats/facetten.md
 */
import type { Cursor } from "../formaat/cbor.ts";
import { pushVarint, readVarint } from "../formaat/varint.ts";

export interface Nummertabel {
  /** Pages with this number, ascending; capitals do not count. */
  readonly find: (nummer: string) => readonly number[];
}

/** A run of digits that is a whole number in any program, and comes back as it was written. */
const CIJFERS = /[1-9]\d{0,11}|0+/g;

/** The table of these numbers, a list for each page in the order of the index; not zipped. */
export function encodeNummers(rijen: readonly (readonly string[])[]): Uint8Array {
  const bytes: number[] = [];
  const lijsten = rijen.map((nummers) => [...new Set(nummers.map((nummer) => nummer.toLowerCase()))].map(splitNummer));
  const ramen = [...new Set(lijsten.flat().map(({ raam }) => raam))].sort();
  const plaatsen = new Map(lijsten.flat().map(({ raam, getallen }) => [raam, getallen.length]));
  const raamnummers = new Map(ramen.map((raam, index) => [raam, index]));
  pushVarint(bytes, ramen.length);
  for (const raam of ramen) {
    const utf8 = new TextEncoder().encode(raam);
    pushVarint(bytes, utf8.length);
    for (const byte of utf8) bytes.push(byte);
    pushVarint(bytes, plaatsen.get(raam) ?? 0);
  }
  const vorige = new Map<string, readonly number[]>();
  pushVarint(bytes, lijsten.length);
  for (const lijst of lijsten) {
    pushVarint(bytes, lijst.length);
    for (const { raam, getallen } of lijst) {
      pushVarint(bytes, raamnummers.get(raam) ?? 0);
      const eerder = vorige.get(raam);
      getallen.forEach((getal, index) => {
        const stap = getal - (eerder?.[index] ?? 0);
        pushVarint(bytes, stap >= 0 ? stap * 2 : -stap * 2 - 1);
      });
      vorige.set(raam, getallen);
    }
  }
  return Uint8Array.from(bytes);
}

function splitNummer(nummer: string): { readonly raam: string; readonly getallen: readonly number[] } {
  const getallen: number[] = [];
  // Nulls before a number belong to its frame, and so does a brace that is there already.
  const raam = nummer.replaceAll("{", "{{").replace(CIJFERS, (cijfers) => {
    if (cijfers.startsWith("0")) return cijfers;
    getallen.push(Number(cijfers));
    return "{}";
  });
  return { raam, getallen };
}

/**
 * Opens a table, unzipped.
 * @throws Error when it is cut off.
 */
export function openNummers(bytes: Uint8Array): Nummertabel {
  const cursor: Cursor = { bytes, plaats: 0 };
  const ramen = Array.from({ length: readAantal(cursor) }, () => {
    const length = readAantal(cursor);
    const van = cursor.plaats;
    cursor.plaats += length;
    return { raam: new TextDecoder().decode(bytes.subarray(van, van + length)), plaatsen: readAantal(cursor) };
  });
  const begin = cursor.plaats;
  walk({ bytes, plaats: begin }, ramen, undefined, () => undefined);
  const ramenOf = new Map(ramen.map(({ raam }, index) => [raam, index]));
  return {
    // A table of all numbers by their text would take longer to make than a walk through all for the one that is asked.
    find(nummer) {
      const { raam, getallen } = splitNummer(nummer.toLowerCase());
      const paginas: number[] = [];
      const index = ramenOf.get(raam);
      if (index === undefined) return paginas;
      walk({ bytes, plaats: begin }, ramen, index, (pagina, hier) => {
        if (getallen.every((getal, plek) => hier[plek] === getal) && paginas.at(-1) !== pagina) paginas.push(pagina);
      });
      return paginas;
    },
  };
}

interface Raam {
  readonly raam: string;
  readonly plaatsen: number;
}

/** Walks through the numbers of all pages; `visit` hears of those in one frame. @throws Error when the bytes end first. */
function walk(
  cursor: Cursor,
  ramen: readonly Raam[],
  gevraagd: number | undefined,
  visit: (pagina: number, getallen: readonly number[]) => void,
): void {
  const vorige = ramen.map(({ plaatsen }) => new Array<number>(plaatsen).fill(0));
  const aantal = readAantal(cursor);
  for (let pagina = 0; pagina < aantal; pagina += 1) {
    for (let rest = readAantal(cursor); rest > 0; rest -= 1) {
      const index = readVarint(cursor);
      const getallen = vorige[index] ?? [];
      for (let plek = 0; plek < getallen.length; plek += 1) {
        const stap = readVarint(cursor);
        getallen[plek] = (getallen[plek] ?? 0) + (stap % 2 === 0 ? stap / 2 : -(stap + 1) / 2);
      }
      if (index === gevraagd) visit(pagina, getallen);
    }
  }
}

function readAantal(cursor: Cursor): number {
  const aantal = readVarint(cursor);
  if (aantal > cursor.bytes.length) throw new Error("the table of numbers is cut off");
  return aantal;
}
