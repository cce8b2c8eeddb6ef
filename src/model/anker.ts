/** Addresses inside a page: `#vraag-4`, `#antwoord-4`, `#antwoord-z1`, `#mededeling-1` (contract, docs/formats/adressen.md). */
import type { Blok } from "./kamervraag.ts";

/**
 * The anchors of each blok, in order: one for every number it covers, at least one for every blok. A number that is used
 * again gets `-2`, `-3`; a vraag or antwoord without number is `vraag-z1`, `antwoord-z1`, and so on.
 */
export function ankersOf(blokken: readonly Blok[]): readonly (readonly string[])[] {
  const used = new Map<string, number>();
  const counters = { vraag: 0, antwoord: 0 };
  return blokken.map((blok) => {
    if (blok.soort !== "vraag" && blok.soort !== "antwoord") return [unique(blok.soort, used)];
    const nummers = blok.soort === "vraag" ? blok.nummers : blok.opVragen;
    if (nummers.length === 0) {
      counters[blok.soort] += 1;
      return [`${blok.soort}-z${counters[blok.soort]}`];
    }
    return nummers.map((nummer) => unique(`${blok.soort}-${nummer}`, used));
  });
}

/** The address of a document in the list at the foot of the page: `document-ah-tk-20212022-705`. */
export function documentAnker(id: string): string {
  return `document-${id.replace(/[^A-Za-z0-9-]+/g, "-")}`;
}

function unique(anker: string, used: Map<string, number>): string {
  const count = (used.get(anker) ?? 0) + 1;
  used.set(anker, count);
  return count === 1 ? anker : `${anker}-${count}`;
}
