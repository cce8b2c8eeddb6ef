/** The judged queries of the relevance set, as they stand in a table. */

/** Kinds of queries, in the order of the report. */
export const SOORTEN = ["onderwerp", "deel", "naam", "nummer", "zin", "min", "vraagzin", "tikfout"] as const;

export type Soort = (typeof SOORTEN)[number];

/** A query, and what a person expects of it. */
export interface Oordeel {
  readonly soort: Soort;
  readonly vraag: string;
  /** Key of a Kamervraag (of a mistyped word: the word meant) -> 2 when it is about what was asked, 1 when it is related to it. */
  readonly verwacht: ReadonlyMap<string, 1 | 2>;
}

/**
 * Reads the table: a header, then on each line the kind, the query, the keys apart by blanks (`?` behind one that is only
 * related), and a remark.
 * @throws Error naming the line that is wrong.
 */
export function parseOordelen(tsv: string): readonly Oordeel[] {
  return tsv
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const [soort = "", vraag = "", sleutels = ""] = line.split("\t");
      const verwacht = new Map(
        sleutels
          .split(" ")
          .filter((sleutel) => sleutel !== "")
          .map((sleutel) => [sleutel.replace(/\?$/, ""), sleutel.endsWith("?") ? 1 : 2] as const),
      );
      if (!isSoort(soort) || vraag === "" || ![...verwacht.values()].includes(2))
        throw new Error(`no judged query: ${line}`);
      return { soort, vraag, verwacht };
    });
}

function isSoort(soort: string): soort is Soort {
  return (SOORTEN as readonly string[]).includes(soort);
}
