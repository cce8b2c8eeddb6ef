/**
 * What an earlier conversion learned, so that only what changed is read and merged again. Two things: records, each a function
 * of its key (content, and the version of the code); and the state in which the last conversion left the archive. An old,
 * partial, damaged or foreign cache costs time but never the truth.
 * @see docs/decisions/0007-omzetcache.md
 */
import { join, resolve } from "node:path";
import type { Datum } from "../../src/model/kamervraag.ts";
import { type Documentkaart, toKaart } from "../../src/samenvoegen/groepeer.ts";
import type { Herkend } from "../../src/sources/herken.ts";
import { sha256Of } from "../bestanden.ts";
import type { Pagina } from "./inhoud.ts";
import { type Opslag, openOpslag, type Plek, SLEUTEL_LENGTE } from "./opslag.ts";
import type { Documentbijdrage } from "./rapport.ts";
import { type Bovenlaag, type Onderlaag, openStand, removeStand, type Stand, writeStand } from "./stand.ts";
import { openStempels, type Stempels } from "./stempel.ts";
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

/** The records of one kind, each under all that it depends on. */
export interface Vak<Value> {
  readonly sleutelOf: (afhankelijk: readonly unknown[]) => string;
  readonly plekOf: (sleutel: string) => Plek | undefined;
  /** `undefined` when the record is not there whole. */
  readonly read: (plek: Plek) => Value | undefined;
  readonly keep: (sleutel: string, value: Value) => Plek | undefined;
}

export interface Cache {
  readonly bronnen: Vak<Bronkaart>;
  readonly omzettingen: Vak<Omzetting>;
  readonly stempels: Stempels;
  /** As the last conversion of these folders left it. */
  readonly stand: Stand | undefined;
  /** Tells of the place of a record that the state knows. */
  readonly knows: (plek: Plek) => void;
  /** Lets every record be found: without a state nothing else tells where they are. */
  readonly knowsAll: () => void;
  /** Whether the records that count, so many bytes together, lie among too many that do not. */
  readonly isTeRuim: (bytes: number) => boolean;
  /** Throws away all other records, and tells these where they stand now. */
  readonly shrink: (plekken: readonly Plek[]) => void;
  /** Writes what was kept, so that each record has its place. */
  readonly flush: () => void;
  /** Makes the state that the next conversion begins from. */
  readonly remember: (boven: Bovenlaag, onder: Onderlaag) => void;
  /** Ends the writing; answers the system's code when that failed. */
  readonly finish: () => string | undefined;
}

export interface CacheOptions {
  readonly map: string;
  /** Read everything anew, and replace what the cache holds. */
  readonly isOpnieuw?: boolean;
  /** The clock of the file system, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** What a conversion works on: another archive has another state. */
export interface Mappen {
  readonly bronnen: readonly string[];
  readonly inhoud: string;
}

const STAND = "stand.bin";
/** What may be thrown away before the store is written anew. */
const RUIMTE = 4 * 1024 * 1024;

/** Opens the cache in a folder; without one, nothing is known and nothing is kept. */
export function openCache(options: CacheOptions | undefined, mappen: Mappen): Cache {
  const stempels = openStempels(options?.now);
  if (!options) return { ...ZONDER, stempels };
  const { map, isOpnieuw = false } = options;
  const path = join(map, STAND);
  const versie = versieOf();
  const sleutel = sha256Of(
    Buffer.from(JSON.stringify([versie, mappen.bronnen.map((map) => resolve(map)), resolve(mappen.inhoud)])),
  );
  if (isOpnieuw) removeStand(path);
  const stand = openStand(path, sleutel, stempels.now());
  const opslag = openOpslag(map, { isLeeg: isOpnieuw, vanaf: stand?.opslag ?? 0 });
  let fout: string | undefined;
  return {
    bronnen: createVak(opslag, [versie, "bron"]),
    omzettingen: createVak(opslag, [versie, "omzetting"]),
    stempels,
    stand,
    knows: opslag.knows,
    knowsAll: opslag.knowsAll,
    isTeRuim: (bytes) => opslag.size() > 2 * bytes + RUIMTE,
    shrink: opslag.shrink,
    flush: opslag.flush,
    remember(boven, onder) {
      fout = writeStand(path, { sleutel, geschreven: stempels.now(), opslag: opslag.size() }, boven, onder);
    },
    finish() {
      stand?.close();
      return opslag.finish() ?? fout;
    },
  };
}

const LEEG_VAK = { sleutelOf: () => "", plekOf: () => undefined, read: () => undefined, keep: () => undefined };

const ZONDER: Omit<Cache, "stempels"> = {
  bronnen: LEEG_VAK,
  omzettingen: LEEG_VAK,
  stand: undefined,
  knows: () => {},
  knowsAll: () => {},
  isTeRuim: () => false,
  shrink: () => {},
  flush: () => {},
  remember: () => {},
  finish: () => undefined,
};

function createVak<Value>(opslag: Opslag, vast: readonly string[]): Vak<Value> {
  return {
    sleutelOf: (afhankelijk) =>
      sha256Of(Buffer.from(JSON.stringify([...vast, ...afhankelijk]))).slice(0, SLEUTEL_LENGTE),
    plekOf: opslag.plekOf,
    // The key holds the version of the code, and the line a check sum: what comes back was put there as a Value.
    read: (plek) => opslag.read(plek) as Value | undefined,
    keep: opslag.keep,
  };
}

/** What is kept of a file, as it comes back from a record: a string of its own may hold the whole text it was cut from. */
export function toBronkaart(herkend: Herkend): Bronkaart {
  const kaart: Bronkaart =
    herkend.soort === "documenten" ? { soort: "documenten", kaarten: herkend.documenten.map(toKaart) } : herkend;
  return JSON.parse(JSON.stringify(kaart)) as Bronkaart;
}
