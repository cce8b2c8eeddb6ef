/** The places of index words on their pages, taken apart: to find words that stand behind each other. */
import { type Cursor, openSchrijver, readGetal, readLijstkop } from "../formaat/cbor.ts";
import { GEEN_PAGINAS, type Paginalijst, type Stukwoord, walkPaginas } from "../formaat/stuk.ts";

/** A place on a page: the number of the word, and the weight that Pagefind gave it (25 is none of its own). */
export interface Woordplaats {
  readonly plaats: number;
  readonly gewicht: number;
}

/** Page number -> places, ascending by place. */
export type Plaatsen = ReadonlyMap<number, readonly Woordplaats[]>;

const GEWOON = 25;

/** Takes the places in the text out of these words and all their spellings; a page in `binnen` only, when that is given. */
export function plaatsenOf(
  woorden: readonly Stukwoord[],
  binnen?: { readonly has: (pagina: number) => boolean },
): Plaatsen {
  const plaatsen = new Map<number, Woordplaats[]>();
  for (const { paginas, vormen } of woorden) {
    for (const lijst of [paginas, ...vormen.map((vorm) => vorm.paginas)]) readPlaatsen(lijst, plaatsen, binnen);
  }
  for (const [pagina, lijst] of plaatsen) plaatsen.set(pagina, sortUnique(lijst));
  return plaatsen;
}

function readPlaatsen(
  lijst: Paginalijst,
  into: Map<number, Woordplaats[]>,
  binnen?: { readonly has: (pagina: number) => boolean },
): void {
  walkPaginas(lijst, (pagina, cursor) => {
    const gevonden = readTekstplaatsen(cursor);
    for (let over = readLijstkop(cursor); over > 0; over -= 1) readGetal(cursor);
    if (binnen && !binnen.has(pagina)) return;
    const eerder = into.get(pagina);
    if (eerder) eerder.push(...gevonden);
    else into.set(pagina, gevonden);
  });
}

// A negative number is the weight of what follows, and the next place counts from the begin of the text again.
function readTekstplaatsen(cursor: Cursor): Woordplaats[] {
  const plaatsen: Woordplaats[] = [];
  let gewicht = GEWOON;
  let plaats = 0;
  for (let over = readLijstkop(cursor); over > 0; over -= 1) {
    const getal = readGetal(cursor);
    if (getal < 0) {
      gewicht = Math.min(255, -getal - 1);
      plaats = 0;
    } else {
      plaats += getal;
      plaatsen.push({ plaats, gewicht });
    }
  }
  return plaatsen;
}

/** A list of pages as the engine reads it, from places; nothing in the meta fields. */
export function writePlaatsen(plaatsen: Plaatsen): Paginalijst {
  const paginas = [...plaatsen.keys()].sort((a, b) => a - b);
  const [eerste] = paginas;
  if (eerste === undefined) return GEEN_PAGINAS;
  const schrijver = openSchrijver(16 * paginas.length);
  let vorige = eerste;
  let omvang = 0;
  for (const pagina of paginas) {
    if (pagina !== eerste) {
      schrijver.lijst(3);
      schrijver.getal(pagina - vorige);
    }
    vorige = pagina;
    const getallen = toGetallen(plaatsen.get(pagina) ?? []);
    schrijver.lijst(getallen.length);
    for (const getal of getallen) schrijver.getal(getal);
    schrijver.lijst(0);
    omvang += getallen.length + 1;
  }
  return { aantal: paginas.length, eerste, laatste: vorige, rest: schrijver.uitkomst(), omvang };
}

function toGetallen(plaatsen: readonly Woordplaats[]): readonly number[] {
  const getallen: number[] = [];
  let gewicht: number | undefined;
  let vorige = 0;
  for (const woord of plaatsen) {
    if (woord.gewicht !== gewicht) {
      gewicht = woord.gewicht;
      getallen.push(-gewicht - 1);
      vorige = 0;
    }
    getallen.push(woord.plaats - vorige);
    vorige = woord.plaats;
  }
  return getallen;
}

/**
 * The places where words stand behind each other. `undefined` in the row is a word that may be any. All places of all words
 * of the row come back, so that each is marked.
 */
export function findRijen(rij: readonly (Plaatsen | undefined)[]): Plaatsen {
  const vast = rij.flatMap((plaatsen, op) => (plaatsen ? [{ plaatsen, op }] : []));
  const [zeldzaamst] = [...vast].sort((a, b) => a.plaatsen.size - b.plaatsen.size);
  const gevonden = new Map<number, readonly Woordplaats[]>();
  if (!zeldzaamst) return gevonden;
  for (const pagina of zeldzaamst.plaatsen.keys()) {
    const hier = vast.map(({ plaatsen, op }) => ({
      op,
      gewichten: new Map(plaatsen.get(pagina)?.map(({ plaats, gewicht }) => [plaats, gewicht])),
    }));
    const treffers = (zeldzaamst.plaatsen.get(pagina) ?? [])
      .map(({ plaats }) => plaats - zeldzaamst.op)
      .filter((begin) => hier.every(({ op, gewichten }) => gewichten.has(begin + op)))
      .flatMap((begin) =>
        hier.map(({ op, gewichten }) => ({ plaats: begin + op, gewicht: gewichten.get(begin + op) ?? GEWOON })),
      );
    if (treffers.length > 0) gevonden.set(pagina, sortUnique(treffers));
  }
  return gevonden;
}

/** The pages and places of both. */
export function unitePlaatsen(lijsten: readonly Plaatsen[]): Plaatsen {
  const [eerste, ...rest] = lijsten;
  if (eerste && rest.length === 0) return eerste;
  const samen = new Map<number, readonly Woordplaats[]>();
  for (const lijst of lijsten) {
    for (const [pagina, plaatsen] of lijst) samen.set(pagina, sortUnique([...(samen.get(pagina) ?? []), ...plaatsen]));
  }
  return samen;
}

function sortUnique(plaatsen: Woordplaats[]): Woordplaats[] {
  plaatsen.sort((a, b) => a.plaats - b.plaats || b.gewicht - a.gewicht);
  return plaatsen.filter(({ plaats }, index) => index === 0 || plaatsen[index - 1]?.plaats !== plaats);
}
