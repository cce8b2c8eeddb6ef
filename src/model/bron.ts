/** What documents of one Kamervraag have to do with each other. */
import type { Bron } from "./kamervraag.ts";

/**
 * The reading that is shown in the place of this one, when the title and the lines at its head are the same to the letter:
 * a page then shows them once. `undefined` for a document that is shown itself, or that has words of its own there.
 */
export function findGelijkeKop(bron: Bron, bronnen: readonly Bron[]): Bron | undefined {
  const { vervangenDoor, titel, kopregels = [] } = bron;
  if (!vervangenDoor) return undefined;
  return bronnen.find(
    (getoond) =>
      getoond.id === vervangenDoor &&
      !getoond.vervangenDoor &&
      getoond.titel === titel &&
      JSON.stringify(getoond.kopregels ?? []) === JSON.stringify(kopregels),
  );
}
