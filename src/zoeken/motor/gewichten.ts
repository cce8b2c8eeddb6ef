/** What a page loses that has the words of a query only in longer words. */
import { paginasOf } from "../formaat/stuk.ts";
import { openAdem, type Rust } from "./schatting.ts";
import type { BenoemdeVorm } from "./stuk.ts";

/** The part of its score that a page loses when it has no term as a word of its own, but as a begin or in a compound. */
const ZONDER_HEEL = 0.65;

/** Answers what the score of a page is to be multiplied by: 1 for a page that has every term as a word of its own. */
export async function openGewichten(
  termen: readonly (readonly BenoemdeVorm[])[],
  aantal: number,
  rust: Rust,
): Promise<(pagina: number) => number> {
  const adem = openAdem(rust);
  const heel = new Uint8Array(aantal);
  const laatste = new Uint8Array(aantal);
  for (const [index, vormen] of termen.entries()) {
    for (const { paginas } of vormen.filter(({ isHeel }) => isHeel)) {
      for (const pagina of paginasOf(paginas)) {
        if (laatste[pagina] === index + 1) continue;
        laatste[pagina] = index + 1;
        heel[pagina] = (heel[pagina] ?? 0) + 1;
      }
      await adem(paginas.aantal);
    }
  }
  return (pagina) => 1 - ZONDER_HEEL * (1 - (heel[pagina] ?? 0) / Math.max(1, termen.length));
}
