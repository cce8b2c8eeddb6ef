/**
 * Which pages the engine will probably put first: its own formula, over all hits, in one walk through the lists. The engine
 * then scores only the first few hundred, for it takes as long for each hit as this for a thousand. What the reader sees
 * is in the engine's order; only whom to ask it about is decided here.
 */
import { readGetal, readLijstkop } from "../formaat/cbor.ts";
import { nextPagina, openWandeling, type Wandeling } from "../formaat/stuk.ts";
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

/** Lets others go first for a moment. */
export type Rust = () => Promise<void>;

/** Pages of lists that are walked in one go: some milliseconds. */
const PAGINAS_PER_STAP = 20_000;

/** Takes a rest whenever so many pages were walked since the last one; to be called after each list. */
export function openAdem(rust: Rust): (paginas: number) => Promise<void> {
  let gelopen = 0;
  return async (paginas) => {
    gelopen += paginas;
    if (gelopen < PAGINAS_PER_STAP) return;
    gelopen = 0;
    await rust();
  };
}

/**
 * The pages on which every term stands and that `past` lets through, best first, the newest first of equals. Scores are
 * multiplied by what `gewichtOf` says of the page.
 */
export async function schatVolgorde(
  termen: readonly (readonly BenoemdeVorm[])[],
  maat: Archiefmaat,
  past: (pagina: number) => boolean,
  gewichtOf: (pagina: number) => number,
  rust: Rust,
): Promise<readonly number[]> {
  const { paginas, scores } = await schatScores(termen, maat, rust);
  const over = paginas.filter(past).reverse();
  for (const pagina of over) scores[pagina] = (scores[pagina] ?? 0) * gewichtOf(pagina);
  await rust();
  // Those with the highest number first to begin with: the sort leaves equals as they are.
  return over.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

/** What the engine will say of the pages on which every term stands. */
export interface Schatting {
  /** The pages, ascending. */
  readonly paginas: number[];
  /** Page -> the score that the engine will give it, but for words of two terms in one place, which it counts otherwise. */
  readonly scores: Float64Array;
}

export async function schatScores(
  termen: readonly (readonly BenoemdeVorm[])[],
  { woordtellingen, manifest: { metavelden } }: Archiefmaat,
  rust: Rust,
): Promise<Schatting> {
  const aantal = woordtellingen.length;
  let som = 0;
  for (let pagina = 0; pagina < aantal; pagina += 1) som += woordtellingen[pagina] ?? 0;
  const gemiddeld = som / Math.max(1, aantal);
  const scores = new Float64Array(aantal);
  const velden = metavelden.map(() => new Float64Array(aantal));
  // How many terms in a row a page has had, and the last one that was counted for it.
  const stand = new Uint8Array(aantal);
  const laatste = new Uint8Array(aantal);
  let idfSom = 0;
  let gelopen = 0;
  for (const [index, vormen] of termen.entries()) {
    const hier = new Float64Array(aantal);
    const woordenPerVeld = metavelden.map(() => new Uint16Array(aantal));
    const uniek: number[] = [];
    for (const { naam, isLetterlijk, paginas } of vormen) {
      const bonus = lengthBonus(naam.length);
      const visit = (pagina: number, gewicht: number, metamasker: number) => {
        if (laatste[pagina] !== index + 1) {
          laatste[pagina] = index + 1;
          uniek.push(pagina);
        }
        const tf = (gewicht / HEEL_GEWICHT) * bonus;
        const lengte = VERZADIGING * (1 - LENGTE + (LENGTE * (woordtellingen[pagina] ?? 0)) / gemiddeld);
        hier[pagina] = (hier[pagina] ?? 0) + (((VERZADIGING + 1) * tf) / (lengte + tf)) * (isLetterlijk ? ACCENTEN : 1);
        for (let veld = 0, masker = metamasker; masker > 0; veld += 1, masker >>= 1) {
          const woorden = woordenPerVeld[veld];
          if (woorden && (masker & 1) === 1) woorden[pagina] = (woorden[pagina] ?? 0) + 1;
        }
      };
      const wandeling = openWandeling(paginas);
      for (let over = paginas.aantal; over > 0; ) {
        const stap = Math.min(over, PAGINAS_PER_STAP - gelopen);
        walk(wandeling, stap, visit);
        over -= stap;
        gelopen += stap;
        if (gelopen < PAGINAS_PER_STAP) continue;
        gelopen = 0;
        await rust();
      }
    }
    const idf = Math.log((aantal - uniek.length + 0.5) / (uniek.length + 0.5) + 1);
    idfSom += idf;
    for (const pagina of uniek) {
      if (stand[pagina] === index) stand[pagina] = index + 1;
      scores[pagina] = (scores[pagina] ?? 0) + idf * (hier[pagina] ?? 0);
    }
    for (const [veld, lijst] of velden.entries()) {
      const woorden = woordenPerVeld[veld];
      for (const pagina of uniek) lijst[pagina] = (lijst[pagina] ?? 0) + idf * (woorden?.[pagina] ?? 0);
    }
  }
  const paginas: number[] = [];
  for (let pagina = 0; pagina < aantal; pagina += 1) if (stand[pagina] === termen.length) paginas.push(pagina);
  for (const [veld, lijst] of velden.entries()) {
    const gewicht = metavelden[veld] === TITEL ? TITEL_GEWICHT : 1;
    for (const pagina of paginas) {
      const idf = lijst[pagina] ?? 0;
      scores[pagina] = (scores[pagina] ?? 0) + gewicht * idf * (idf / idfSom) ** 2;
    }
  }
  return { paginas, scores };
}

// How much less a word counts that is longer than the term; Pagefind's formula, with its standard deviation of 2.
function lengthBonus(lengte: number): number {
  return Math.exp(Math.exp(-0.125 * lengte ** 2)) / Math.E;
}

/**
 * Goes on for `aantal` pages of a list: of each the sum of the weights in its text, and a bit for each meta field the word
 * stands in.
 */
function walk(
  wandeling: Wandeling,
  aantal: number,
  visit: (pagina: number, gewicht: number, metamasker: number) => void,
): void {
  const { cursor } = wandeling;
  for (let stap = 0; stap < aantal; stap += 1) {
    const pagina = nextPagina(wandeling);
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
  }
}
