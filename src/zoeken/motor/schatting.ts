/**
 * Which pages the engine will probably put first: its own formula, over all hits, in one walk through the lists. The engine
 * then scores only the first few hundred, for it takes as long for each hit as this for a thousand. What the reader sees
 * is in the engine's order; only whom to ask it about is decided here.
 */
import { readGetal, readLijstkop } from "../formaat/cbor.ts";
import { type Paginalijst, walkPaginas } from "../formaat/stuk.ts";
import type { BenoemdeVorm } from "./stuk.ts";

/** What the formula needs of the archive. */
export interface Archiefmaat {
  readonly woordtellingen: ArrayLike<number>;
  readonly manifest: { readonly metavelden: readonly string[] };
}

// Pagefind's own settings.
const VERZADIGING = 1.4;
const LENGTE = 0.75;
const ACCENTEN = 1.8;
const TITEL = "title";
const TITEL_GEWICHT = 5;

/** Pagefind writes the weight of a word in 24ths. */
const HEEL_GEWICHT = 24;
const GEWOON_GEWICHT = 25;

/**
 * The pages on which every term stands and that `past` lets through, best first, the newest first of equals. Scores are
 * multiplied by what `gewichtOf` says of the page.
 */
export function schatVolgorde(
  termen: readonly (readonly BenoemdeVorm[])[],
  maat: Archiefmaat,
  past: (pagina: number) => boolean,
  gewichtOf: (pagina: number) => number,
): readonly number[] {
  const scores = schatScores(termen, maat);
  const gewogen = new Map([...scores].map(([pagina, score]) => [pagina, score * gewichtOf(pagina)]));
  return [...scores.keys()].filter(past).sort((a, b) => (gewogen.get(b) ?? 0) - (gewogen.get(a) ?? 0) || b - a);
}

/** Page -> the score that the engine will give it, but for words of two terms in one place, which it counts otherwise. */
export function schatScores(
  termen: readonly (readonly BenoemdeVorm[])[],
  { woordtellingen, manifest: { metavelden } }: Archiefmaat,
): ReadonlyMap<number, number> {
  const aantal = woordtellingen.length;
  let som = 0;
  for (let pagina = 0; pagina < aantal; pagina += 1) som += woordtellingen[pagina] ?? 0;
  const gemiddeld = som / Math.max(1, aantal);
  const score = new Float64Array(aantal);
  const velden = metavelden.map(() => new Float64Array(aantal));
  // How many terms in a row a page has had, and the last one that was counted for it.
  const stand = new Uint8Array(aantal);
  const laatste = new Uint8Array(aantal);
  let idfSom = 0;
  for (const [index, vormen] of termen.entries()) {
    const hier = new Float64Array(aantal);
    const woordenPerVeld = metavelden.map(() => new Uint16Array(aantal));
    const uniek: number[] = [];
    for (const { naam, isLetterlijk, paginas } of vormen) {
      const bonus = lengthBonus(naam.length);
      walk(paginas, (pagina, gewicht, metamasker) => {
        if (laatste[pagina] !== index + 1) {
          laatste[pagina] = index + 1;
          uniek.push(pagina);
        }
        const tf = (gewicht / HEEL_GEWICHT) * bonus;
        const lengte = VERZADIGING * (1 - LENGTE + (LENGTE * (woordtellingen[pagina] ?? 0)) / gemiddeld);
        hier[pagina] = (hier[pagina] ?? 0) + (((VERZADIGING + 1) * tf) / (lengte + tf)) * (isLetterlijk ? ACCENTEN : 1);
        for (const [veld, woorden] of woordenPerVeld.entries()) {
          if ((metamasker >> veld) & 1) woorden[pagina] = (woorden[pagina] ?? 0) + 1;
        }
      });
    }
    const idf = Math.log((aantal - uniek.length + 0.5) / (uniek.length + 0.5) + 1);
    idfSom += idf;
    for (const pagina of uniek) {
      if (stand[pagina] === index) stand[pagina] = index + 1;
      score[pagina] = (score[pagina] ?? 0) + idf * (hier[pagina] ?? 0);
      for (const [veld, woorden] of woordenPerVeld.entries()) {
        const lijst = velden[veld];
        if (lijst) lijst[pagina] = (lijst[pagina] ?? 0) + idf * (woorden[pagina] ?? 0);
      }
    }
  }
  const uitkomst = new Map<number, number>();
  for (let pagina = 0; pagina < aantal; pagina += 1) {
    if (stand[pagina] !== termen.length) continue;
    let totaal = score[pagina] ?? 0;
    for (const [veld, lijst] of velden.entries()) {
      const idf = lijst[pagina] ?? 0;
      totaal += (metavelden[veld] === TITEL ? TITEL_GEWICHT : 1) * idf * (idf / idfSom) ** 2;
    }
    uitkomst.set(pagina, totaal);
  }
  return uitkomst;
}

// How much less a word counts that is longer than the term; Pagefind's formula, with its standard deviation of 2.
function lengthBonus(lengte: number): number {
  return Math.exp(Math.exp(-0.125 * lengte ** 2)) / Math.E;
}

/** Walks through a list: of each page the sum of the weights in its text, and a bit for each meta field the word stands in. */
function walk(lijst: Paginalijst, visit: (pagina: number, gewicht: number, metamasker: number) => void): void {
  walkPaginas(lijst, (pagina, cursor) => {
    let som = 0;
    let gewicht = GEWOON_GEWICHT;
    for (let over = readLijstkop(cursor); over > 0; over -= 1) {
      const getal = readGetal(cursor);
      if (getal < 0) gewicht = Math.min(255, -getal - 1);
      else som += gewicht;
    }
    let masker = 0;
    let veld = 0;
    for (let over = readLijstkop(cursor); over > 0; over -= 1) {
      const getal = readGetal(cursor);
      if (getal < 0) veld = -getal - 1;
      else masker |= 1 << veld;
    }
    visit(pagina, som, masker);
  });
}
