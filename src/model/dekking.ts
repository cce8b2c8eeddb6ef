/** Which vragen an antwoord answers, as a reader of the document sees it; `opVragen` stays what its heading says. */
import type { Antwoord, Blok } from "./kamervraag.ts";

/** For each blok the indices of the vragen it answers: empty for what is no antwoord, and for one that answers none we know. */
export type Dekking = readonly (readonly number[])[];

/**
 * By the printed numbers; the second antwoord on a number goes with the second vraag of that number. "2l" answers vraag 2 where
 * there is no vraag 2l. An antwoord without a number, or with one that was answered before (a slip of the pen), answers the
 * vragen right above it when no other antwoord names them.
 */
export function dekkingOf(blokken: readonly Blok[]): Dekking {
  const perNummer = indexVragen(blokken);
  const genoemd = new Set(
    blokken.flatMap((blok) =>
      blok.soort === "antwoord" ? blok.opVragen.flatMap((nummer) => namesOf(nummer, perNummer)) : [],
    ),
  );
  const gebruikt = new Map<string, number>();
  return blokken.map((blok, index) => {
    if (blok.soort !== "antwoord") return [];
    const eigen = findEigen(blok, perNummer, gebruikt);
    if (eigen.isNieuw) return eigen.vragen;
    const erboven = findErboven(blokken, index, genoemd);
    return erboven.length > 0 ? erboven : eigen.vragen;
  });
}

function indexVragen(blokken: readonly Blok[]): ReadonlyMap<string, readonly number[]> {
  const perNummer = new Map<string, number[]>();
  blokken.forEach((blok, index) => {
    if (blok.soort !== "vraag") return;
    for (const nummer of blok.nummers) {
      const known = perNummer.get(nummer);
      if (known) known.push(index);
      else perNummer.set(nummer, [index]);
    }
  });
  return perNummer;
}

// The number itself, or what is left of it without its letter.
function namesOf(nummer: string, perNummer: ReadonlyMap<string, unknown>): readonly string[] {
  const kaal = nummer.replace(/[a-z]+$/, "");
  return [nummer, kaal].filter((naam) => perNummer.has(naam)).slice(0, 1);
}

function findEigen(
  { opVragen, bron }: Antwoord,
  perNummer: ReadonlyMap<string, readonly number[]>,
  gebruikt: Map<string, number>,
): { readonly vragen: readonly number[]; readonly isNieuw: boolean } {
  let isNieuw = false;
  const vragen = opVragen.flatMap((nummer) =>
    namesOf(nummer, perNummer).flatMap((naam) => {
      const key = `${bron ?? ""} ${naam}`;
      const rang = gebruikt.get(key) ?? 0;
      gebruikt.set(key, rang + 1);
      const kandidaten = perNummer.get(naam) ?? [];
      if (rang < kandidaten.length) isNieuw = true;
      return kandidaten[Math.min(rang, kandidaten.length - 1)] ?? [];
    }),
  );
  return { vragen: [...new Set(vragen)].toSorted((a, b) => a - b), isNieuw };
}

function findErboven(blokken: readonly Blok[], index: number, genoemd: ReadonlySet<string>): readonly number[] {
  const found: number[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const blok = blokken[at];
    if (blok?.soort !== "vraag" || blok.nummers.some((nummer) => genoemd.has(nummer))) break;
    found.unshift(at);
  }
  return found;
}
