/** Sentences with holes: the words come from the page's data, the script fills in what it knows. */

/** A piece of a sentence; `merk` is a word that was found, `kop` the words that carry the sentence. */
export interface Zinsdeel {
  readonly tekst: string;
  readonly isMerk?: true;
  readonly isKop?: true;
}

/** Fills `{naam}` in a sentence with pieces. A hole without a value stays as it is. */
export function fillDelen(
  sjabloon: string,
  waarden: Readonly<Record<string, readonly Zinsdeel[]>>,
): readonly Zinsdeel[] {
  return sjabloon
    .split(/(\{[a-z]+\})/)
    .filter((deel) => deel !== "")
    .flatMap((deel) => waarden[/^\{([a-z]+)\}$/.exec(deel)?.[1] ?? ""] ?? [{ tekst: deel }]);
}

/** Fills `{naam}` in a sentence with text. */
export function fillTekst(sjabloon: string, waarden: Readonly<Record<string, string>>): string {
  return sjabloon.replace(/\{([a-z]+)\}/g, (geheel: string, naam: string) => waarden[naam] ?? geheel);
}

/** A number as it is written in Dutch: 12.345. */
export function formatAantal(aantal: number): string {
  return String(aantal).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** Puts pieces between pieces: commas in a list. */
export function joinDelen(groepen: readonly (readonly Zinsdeel[])[], tussen: string): readonly Zinsdeel[] {
  return groepen.flatMap((groep, index) => (index === 0 ? groep : [{ tekst: tussen }, ...groep]));
}
