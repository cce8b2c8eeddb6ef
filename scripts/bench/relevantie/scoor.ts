/** How well answers fit what a person expects: recall, reciprocal rank and discounted gain of the first ten. */
import { type Oordeel, SOORTEN } from "./vragen.ts";

/** An answer that is looked at no further than this. */
export const DIEPTE = 10;

/** Figures between 0 and 1. */
export interface Cijfers {
  /** The part of what is about it that stands among the first ten; of more than ten, as many as fit. */
  readonly recall: number;
  /** One divided by the place of the first that is about it. */
  readonly mrr: number;
  /** All that is expected, the best of it weighing most, and the less the lower it stands. */
  readonly ndcg: number;
}

export interface Vraagscore extends Cijfers {
  readonly oordeel: Oordeel;
  readonly gevonden: readonly string[];
}

export interface Soortscore extends Cijfers {
  readonly soort: string;
  readonly vragen: number;
}

/** Scores the first ten of an answer. */
export function scoorAntwoord(oordeel: Oordeel, antwoord: readonly string[]): Vraagscore {
  const gevonden = antwoord.slice(0, DIEPTE);
  const { verwacht } = oordeel;
  const raak = [...verwacht].filter(([, graad]) => graad === 2).map(([sleutel]) => sleutel);
  const eerste = gevonden.findIndex((sleutel) => verwacht.get(sleutel) === 2);
  const best = [...verwacht.values()].sort((a, b) => b - a);
  return {
    oordeel,
    gevonden,
    recall: raak.filter((sleutel) => gevonden.includes(sleutel)).length / Math.min(DIEPTE, raak.length),
    mrr: eerste < 0 ? 0 : 1 / (eerste + 1),
    ndcg: gainOf(gevonden.map((sleutel) => verwacht.get(sleutel) ?? 0)) / gainOf(best),
  };
}

function gainOf(graden: readonly number[]): number {
  return graden.slice(0, DIEPTE).reduce((som, graad, plaats) => som + (2 ** graad - 1) / Math.log2(plaats + 2), 0);
}

/** The mean of each kind that occurs, and of all. */
export function perSoort(scores: readonly Vraagscore[]): readonly Soortscore[] {
  const groepen = SOORTEN.map((soort) => ({
    soort: soort as string,
    van: scores.filter(({ oordeel }) => oordeel.soort === soort),
  }));
  return [...groepen, { soort: "alle", van: scores }]
    .filter(({ van }) => van.length > 0)
    .map(({ soort, van }) => ({
      soort,
      vragen: van.length,
      recall: mean(van.map(({ recall }) => recall)),
      mrr: mean(van.map(({ mrr }) => mrr)),
      ndcg: mean(van.map(({ ndcg }) => ndcg)),
    }));
}

function mean(getallen: readonly number[]): number {
  return getallen.reduce((som, getal) => som + getal, 0) / Math.max(1, getallen.length);
}
