/** Names of people: the document's text has a surname with its fractie, the metadata has initials and no fractie. */
import type { Beantwoorder, Indiener } from "../model/kamervraag.ts";

/**
 * Gives people the fuller name that the metadata has for them. A name is matched on its last words, in any case and with
 * or without accents, and only when exactly one metadata name fits; the name in the text is then kept as `naamInBron`.
 */
export function withFullNames<Persoon extends Indiener | Beantwoorder>(
  personen: readonly Persoon[],
  namen: readonly string[],
): readonly Persoon[] {
  const full = namen.map(reorder);
  return personen.map((persoon) => {
    const { naam } = persoon;
    if (naam === undefined) return persoon;
    const fitting = full.filter((candidate) => endsWith(candidate, naam));
    const [found] = fitting;
    if (fitting.length !== 1 || found === undefined || found === naam) return persoon;
    return { ...persoon, naam: found, naamInBron: persoon.naamInBron ?? naam };
  });
}

/** Accents that a PDF sets behind their letter, and the same as part of it. */
const LOSSE_ACCENTEN: Readonly<Record<string, string>> = {
  "´": "\u0301",
  "¸": "\u0327",
  "¨": "\u0308",
  ˇ: "\u030c",
  "˘": "\u0306",
};

/**
 * A person with the accents of the name on their letters: "Kostic ´" is Kostić, "Pes¸ilman" Peşilman. What was printed stays as
 * `naamInBron`; an accent that fits no letter before it stays where it is.
 */
export function withAccenten<Persoon extends Indiener | Beantwoorder>(persoon: Persoon): Persoon {
  const { naam } = persoon;
  if (naam === undefined) return persoon;
  const heel = naam.replace(/(\p{L})\s?([´¸¨ˇ˘])/gu, (found, letter: string, accent: string) => {
    const samen = `${letter}${LOSSE_ACCENTEN[accent] ?? ""}`.normalize("NFC");
    return samen.length === 1 ? samen : found;
  });
  return heel === naam ? persoon : { ...persoon, naam: heel, naamInBron: naam };
}

/** "Dijk, D.J.H. van" -> "D.J.H. van Dijk"; other forms stay as they are. */
export function reorder(naam: string): string {
  const folded = naam.replace(/\s+/g, " ").trim();
  const parts = /^([^,]+),\s*(.+)$/.exec(folded);
  return parts ? `${parts[2]} ${parts[1]}` : folded;
}

function endsWith(full: string, naam: string): boolean {
  const wanted = fold(naam);
  // "R.H. (Romke) de Jong": with the call name in place of the initials as well.
  const candidates = [fold(full), fold(full.replace(/^.*\(([^)]*)\)/, "$1"))];
  return candidates.some((candidate) => candidate === wanted || candidate.endsWith(` ${wanted}`));
}

function fold(naam: string): string {
  return naam
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
