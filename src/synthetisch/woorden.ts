/**
 * An invented lexicon without end that grows as real text does: function words at their natural share, then content
 * words by rank (Zipf-Mandelbrot), the common ones short, the rare ones compounds of common ones.
 */
import { drawFrom, drawInteger, isDrawn, type Toeval } from "./toeval.ts";

/** Dutch function words, most common first, drawn with a weight of 1 / (rank + 2). */
const FUNCTIEWOORDEN =
  "de van het een in en dat is op te die voor met zijn er aan om niet door als bij ook naar dit deze over uit of worden kan tot deze hebben wordt wel meer zo nog dan maar heeft hun zal geen onder welke hoe wat u ik deze tussen zich al waar na daar moet tegen tijdens".split(
    " ",
  );

/** Share of function words in running text. */
const FUNCTION_SHARE = 0.46;
/** Share of content words that a document repeats from its own subject. */
const THEME_SHARE = 0.3;
const THEME_WORDS = 45;

/** Zipf-Mandelbrot: the chance of rank r falls as (r + OFFSET) ^ -EXPONENT. */
const EXPONENT = 1.45;
const OFFSET = 60;
/** Simple words come before compounds of two, and those before compounds of three. */
const SIMPLE_WORDS = 4096;
const LAST_RANK = 2 ** 40;

// No k, g, h, f, p, t or c in these: what syllables then spell is next to never a Dutch word, and not a rude one.
const ONSETS = ["b", "d", "l", "m", "n", "r", "s", "v", "w", "z", "br", "dr", "bl", "vl", "vr", "zw"];
const NUCLEI = ["a", "e", "o", "aa", "ee", "oo", "ij", "ui", "oe", "ie", "eu", "ei"];
const CODAS = ["", "l", "m", "n", "r", "s", "rd", "nd", "lm", "rs"];
const UNWANTED = /del|doos|drol|lesb|moer|moor|naars|rein/;

/** The content words that one document keeps coming back to. */
export type Thema = readonly [string, ...string[]];

export function drawThema(toeval: Toeval): Thema {
  const words = Array.from({ length: THEME_WORDS }, () => drawContentWord(toeval));
  return [drawContentWord(toeval), ...words];
}

/** The next word of running text. */
export function drawWord(toeval: Toeval, thema: Thema): string {
  if (isDrawn(toeval, FUNCTION_SHARE)) return drawFunctionWord(toeval);
  if (isDrawn(toeval, THEME_SHARE)) return drawFrom(toeval, thema);
  if (isDrawn(toeval, 0.02)) return String(drawInteger(toeval, 2, 2999));
  return drawContentWord(toeval);
}

/** A content word by its chance in the whole archive. */
export function drawContentWord(toeval: Toeval): string {
  // The inverse of the continuous Zipf-Mandelbrot distribution; its tail has no end, so new words keep coming.
  const rank = OFFSET * ((1 - toeval()) ** (-1 / (EXPONENT - 1)) - 1);
  return wordOfRank(Math.floor(Math.min(rank, LAST_RANK)));
}

/** The word of a rank, the same at every call: simple up to 4,096, then compounds. */
export function wordOfRank(rank: number): string {
  if (rank < SIMPLE_WORDS) return simpleWord(rank);
  const rest = rank - SIMPLE_WORDS;
  const head = rest % SIMPLE_WORDS;
  const tail = Math.floor(rest / SIMPLE_WORDS);
  // Compounds share their parts with common words, as Dutch ones do.
  return wordOfRank(scramble(tail % SIMPLE_WORDS)) + joiner(rank) + wordOfRank(head) + further(tail);
}

function further(tail: number): string {
  const rest = Math.floor(tail / SIMPLE_WORDS);
  return rest === 0 ? "" : wordOfRank(rest % SIMPLE_WORDS);
}

function joiner(rank: number): string {
  return rank % 5 === 0 ? "s" : "";
}

/** Two syllables, and a third for the rarer half: distinct for each rank. */
function simpleWord(rank: number): string {
  const mixed = scramble(rank);
  const word = syllable(mixed & 63) + syllable((mixed >> 6) + 40) + (rank % 3 === 0 ? "en" : "");
  return word.replace(UNWANTED, (rude) => `${rude.slice(0, 1)}ijnt${rude.slice(1)}`);
}

function syllable(index: number): string {
  const onset = ONSETS[index % ONSETS.length] ?? "";
  const nucleus = NUCLEI[Math.floor(index / 3) % NUCLEI.length] ?? "";
  return onset + nucleus + (CODAS[(index * 7) % CODAS.length] ?? "");
}

/** A permutation of 0…4095, so that words of neighbouring ranks do not look alike. */
function scramble(rank: number): number {
  return (rank * 1741 + 977) % SIMPLE_WORDS;
}

const FUNCTION_WEIGHTS = FUNCTIEWOORDEN.map((_, index) => 1 / (index + 2));
const FUNCTION_TOTAL = FUNCTION_WEIGHTS.reduce((sum, weight) => sum + weight, 0);

function drawFunctionWord(toeval: Toeval): string {
  let left = toeval() * FUNCTION_TOTAL;
  for (const [index, weight] of FUNCTION_WEIGHTS.entries()) {
    left -= weight;
    if (left < 0) return FUNCTIEWOORDEN[index] ?? "de";
  }
  return "de";
}
