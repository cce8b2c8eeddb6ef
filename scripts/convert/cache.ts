/**
 * What an earlier conversion learned, so that only what changed is read and merged again. Everything in it is a function
 * of its key (content, and the version of the code), so an old, partial or foreign cache costs time but never the truth.
 * @see docs/decisions/0007-omzetcache.md
 */
import type { Datum } from "../../src/model/kamervraag.ts";
import { type Documentkaart, toKaart } from "../../src/samenvoegen/groepeer.ts";
import type { Herkend } from "../../src/sources/herken.ts";
import { sha256Of } from "../bestanden.ts";
import type { Pagina } from "./inhoud.ts";
import { type Opslag, openOpslag, SLEUTEL_LENGTE } from "./opslag.ts";
import type { Documentbijdrage } from "./rapport.ts";
import { versieOf } from "./versie.ts";

/** What a file turned out to be, without its text. */
export type Bronkaart =
  | { readonly soort: "documenten"; readonly kaarten: readonly Documentkaart[] }
  | Exclude<Herkend, { readonly soort: "documenten" }>;

/** What bringing documents together came to, without the text: enough for the report, and to know the file on disk. */
export interface Omzetting {
  readonly pagina: Pagina;
  /** The newest date on the page. */
  readonly nieuwste?: Datum;
  readonly documenten: readonly Documentbijdrage[];
  /** Keys of the pages on which disputed documents of the group stand by themselves. */
  readonly betwist: readonly string[];
}

/** The values of one kind, each under all that it depends on. */
export interface Vak<Value> {
  readonly find: (afhankelijk: readonly unknown[]) => Value | undefined;
  readonly keep: (afhankelijk: readonly unknown[], value: Value) => void;
}

export interface Cache {
  readonly bronnen: Vak<Bronkaart>;
  readonly omzettingen: Vak<Omzetting>;
  /** Writes the cache; answers the system's code when that failed. After a broken off run nothing is thrown away. */
  readonly finish: (isAfgebroken: boolean) => string | undefined;
}

export interface CacheOptions {
  readonly map: string;
  /** Read everything anew, and replace what the cache holds. */
  readonly isOpnieuw?: boolean;
}

/** Opens the cache in a folder; without one, nothing is known and nothing is kept. */
export function openCache(options: CacheOptions | undefined): Cache {
  if (!options) return { bronnen: LEEG, omzettingen: LEEG, finish: () => undefined };
  const opslag = openOpslag(options.map, { isLeeg: options.isOpnieuw ?? false });
  const versie = versieOf();
  return {
    bronnen: createVak(opslag, [versie, "bron"]),
    omzettingen: createVak(opslag, [versie, "omzetting"]),
    finish: opslag.finish,
  };
}

const LEEG = { find: () => undefined, keep: () => {} };

function createVak<Value>(opslag: Opslag, vast: readonly string[]): Vak<Value> {
  const keyOf = (afhankelijk: readonly unknown[]) =>
    sha256Of(Buffer.from(JSON.stringify([...vast, ...afhankelijk]))).slice(0, SLEUTEL_LENGTE);
  return {
    // The key holds the version of the code, and the line a check sum: what comes back was put there as a Value.
    find: (afhankelijk) => opslag.find(keyOf(afhankelijk)) as Value | undefined,
    keep: (afhankelijk, value) => opslag.keep(keyOf(afhankelijk), value),
  };
}

export function toBronkaart(herkend: Herkend): Bronkaart {
  return herkend.soort === "documenten" ? { soort: "documenten", kaarten: herkend.documenten.map(toKaart) } : herkend;
}
