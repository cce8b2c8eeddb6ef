/** A choice from the archive: which Kamervragen a smaller bundle holds. */
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { UserError } from "../../src/model/user-error.ts";
import { slugOf } from "../../src/site/adres.ts";
import type { Bundelkeuze } from "../../src/site/bundel.ts";
import { toFacetrij } from "../../src/site/facetrij.ts";
import { toRegisterpost } from "../../src/site/register.ts";
import { type Leesfout, readKamervragen } from "../build/kamervragen.ts";

export interface Gekozen {
  /** The files of the choice, in the order they were given. */
  readonly paths: readonly string[];
  /** The choice with the names as the archive writes them. */
  readonly keuze: Bundelkeuze;
  /** Kamervragen that state no day of submission: with a period they are left out. */
  readonly zonderDatum: number;
}

/**
 * Finds the Kamervragen of a choice with the values of the search page's facets: within the period, from one of the
 * fracties, and on one of the onderwerpen or what falls below it. Names may be typed in any case, or as in an address.
 * @throws UserError when nothing fits, naming what the archive does have.
 */
export function chooseKamervragen(
  inhoud: string,
  paths: readonly string[],
  keuze: Bundelkeuze,
  onFout: (fout: Leesfout) => void = () => {},
): Gekozen {
  const namen = { fractie: new Map<string, string>(), onderwerp: new Map<string, string>() };
  const gevraagd = { fractie: slugsOf(keuze.fractie), onderwerp: slugsOf(keuze.onderwerp) };
  const gekozen: string[] = [];
  let zonderDatum = 0;
  for (const path of paths) {
    for (const { kamervraag } of readKamervragen(inhoud, [path], onFout)) {
      const { waarden } = toFacetrij(toRegisterpost(kamervraag), "9999-12-31");
      const past = (["fractie", "onderwerp"] as const).map((facet) => {
        for (const { waarde, naam } of waarden[facet] ?? []) namen[facet].set(waarde, naam);
        return (
          gevraagd[facet] === undefined || (waarden[facet] ?? []).some(({ waarde }) => gevraagd[facet]?.has(waarde))
        );
      });
      if (past.includes(false)) continue;
      if (isInPeriode(kamervraag, keuze)) gekozen.push(path);
      else if (kamervraag.ingediend === undefined) zonderDatum += 1;
    }
  }
  for (const facet of ["fractie", "onderwerp"] as const) requireBekend(facet, gevraagd[facet], namen[facet]);
  if (gekozen.length === 0) {
    throw new UserError({
      where: inhoud,
      what: "geen enkele Kamervraag past bij deze keuze",
      mend: "neem een ruimere periode, of laat --fractie of --onderwerp weg",
    });
  }
  return { paths: gekozen, keuze: withNamen(keuze, gevraagd, namen), zonderDatum };
}

/** The choice as a part of a file name: `van-2021-01-01-fractie-d66`; empty without a choice. */
export function slugOfKeuze({ van, tot, fractie = [], onderwerp = [] }: Bundelkeuze): string {
  return [
    ...(van ? ["van", van] : []),
    ...(tot ? ["tot", tot] : []),
    ...(fractie.length > 0 ? ["fractie", ...fractie.map(slugOf)] : []),
    ...(onderwerp.length > 0 ? ["onderwerp", ...onderwerp.map(slugOf)] : []),
  ]
    .join("-")
    .slice(0, LANGSTE_NAAM);
}

const LANGSTE_NAAM = 150;

function slugsOf(namen: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return namen && new Set(namen.map(slugOf));
}

function isInPeriode({ ingediend }: Kamervraag, { van, tot }: Bundelkeuze): boolean {
  if (van === undefined && tot === undefined) return true;
  return ingediend !== undefined && (van === undefined || ingediend >= van) && (tot === undefined || ingediend <= tot);
}

function requireBekend(
  facet: "fractie" | "onderwerp",
  gevraagd: ReadonlySet<string> | undefined,
  namen: ReadonlyMap<string, string>,
): void {
  const onbekend = [...(gevraagd ?? [])].filter((slug) => !namen.has(slug));
  if (onbekend.length === 0) return;
  const bekend = [...namen.values()].toSorted((a, b) => (a < b ? -1 : 1));
  throw new UserError({
    where: `--${facet}`,
    what: `het archief kent ${onbekend.map((slug) => `«${slug}»`).join(" en ")} niet`,
    ...(bekend.length > 0 ? { why: `wel: ${bekend.slice(0, 40).join(", ")}${bekend.length > 40 ? ", …" : ""}` } : {}),
    mend: "schrijf de naam zoals die op de site staat",
  });
}

function withNamen(
  { van, tot }: Bundelkeuze,
  gevraagd: Readonly<Record<"fractie" | "onderwerp", ReadonlySet<string> | undefined>>,
  namen: Readonly<Record<"fractie" | "onderwerp", ReadonlyMap<string, string>>>,
): Bundelkeuze {
  const namenOf = (facet: "fractie" | "onderwerp") =>
    [...(gevraagd[facet] ?? [])].flatMap((slug) => namen[facet].get(slug) ?? []);
  return {
    ...(van ? { van } : {}),
    ...(tot ? { tot } : {}),
    ...(gevraagd.fractie ? { fractie: namenOf("fractie") } : {}),
    ...(gevraagd.onderwerp ? { onderwerp: namenOf("onderwerp") } : {}),
  };
}
