/** What a found reference is, and what a rule hands back. */

/** The kinds of reference, as in the JSON beside each page. */
export type VerwijzingSoort =
  | "kamerstuk"
  | "aanhangsel"
  | "handelingen"
  | "kamervraag"
  | "vraag"
  | "stb"
  | "stcrt"
  | "trb"
  | "eu"
  | "ecli"
  | "wet"
  | "web";

export interface GevondenVerwijzing {
  /** UTF-16 offsets in the text given. */
  readonly van: number;
  readonly tot: number;
  readonly soort: VerwijzingSoort;
  /** Official address; absent for a reference inside the same document. */
  readonly url?: string;
  /** The Kamervraag that is meant, as the archive may know it: `2021Z18968`, `kv-tk-2021Z18968`, `ah-tk-20192020-89`. */
  readonly kamervraag?: string;
  /** The vraag or antwoord that is meant: "antwoord op vraag 3" is deel antwoord, nummer 3. */
  readonly onderdeel?: { readonly deel: "vraag" | "antwoord"; readonly nummer: string };
}

/** What a rule made of the words at a place. No `verwijzingen` means: known for what it is, and no link for certain. */
export interface Vondst {
  readonly verwijzingen: readonly GevondenVerwijzing[];
  /** Where the search goes on. */
  readonly tot: number;
}

/** Reads what begins at `van`, where a word begins; `undefined` when it is none of this rule's. */
export type Regel = (tekst: string, van: number) => Vondst | undefined;

export function vondst(verwijzing: GevondenVerwijzing): Vondst {
  return { verwijzingen: [verwijzing], tot: verwijzing.tot };
}

/** A rule of one sticky pattern: what `toVerwijzing` makes of the match is the reference, nothing is no match. */
export function regel(
  patroon: string,
  toDoel: (found: RegExpExecArray, tekst: string) => Omit<GevondenVerwijzing, "van" | "tot"> | undefined,
  flags = "y",
): Regel {
  const pattern = new RegExp(patroon, flags);
  return (tekst, van) => {
    pattern.lastIndex = van;
    const found = pattern.exec(tekst);
    const doel = found ? toDoel(found, tekst) : undefined;
    return found && doel ? vondst({ van, tot: van + found[0].length, ...doel }) : undefined;
  };
}
