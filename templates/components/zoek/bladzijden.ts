/** Which numbers stand under a list of results. */
import { TREFFERS_PER_PAGINA } from "../../../src/zoeken/opdracht.ts";

/** A page number, or a gap where numbers were left out. */
export type Bladzijde = number | "gat";

const AROUND = 1;

/** How many pages a number of hits fills; 0 hits fill none. */
export function countBladzijden(aantal: number): number {
  return Math.ceil(aantal / TREFFERS_PER_PAGINA);
}

/** First, last and those around `huidig`, with gaps between; a gap of one number is that number. */
export function toBladzijden(huidig: number, laatste: number): readonly Bladzijde[] {
  const nummers = new Set([1, laatste]);
  for (let nummer = huidig - AROUND; nummer <= huidig + AROUND; nummer += 1) nummers.add(nummer);
  const gesorteerd = [...nummers].filter((nummer) => nummer >= 1 && nummer <= laatste).sort((a, b) => a - b);
  return gesorteerd.flatMap((nummer, index): readonly Bladzijde[] => {
    const vorige = gesorteerd[index - 1] ?? nummer - 1;
    if (nummer - vorige === 2) return [nummer - 1, nummer];
    return nummer - vorige > 2 ? ["gat", nummer] : [nummer];
  });
}
