/**
 * Carriers: how the page gets the bytes of a file below `pagefind/`. On the web by fetch; from a folder, where browsers
 * refuse that, by scripts that hold the bytes as text.
 */
import { fromBasis91 } from "../../../src/zoeken/basis91.ts";
import { DRAGER, GROOTSTE_PAKKET, isInPakket, type Pakking, scriptOf } from "../../../src/zoeken/dragerscript.ts";
import { MANIFEST } from "../../../src/zoeken/manifest.ts";
import { unzip } from "../../../src/zoeken/motor/bestanden.ts";

export interface Drager {
  /** @throws Error naming the key when the file is missing or does not come. */
  readonly haal: (key: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * What the offline bundle sets in `pagefind/drager.js`, which its search page loads before its script; that it stands there
 * says that files come by scripts. The script of a key is `<key>.js`, which calls `lever` with what it holds; fragments stand
 * together: those of pages 0 up to `fragmentenPerPakket` of a shard in `fragment/<shard>/0.js`, and so on, which calls `leverPakket`.
 */
export interface Drageropgave extends Pakking {
  /** Set by the page: takes what a script holds, key -> bytes as text (basis91.ts). */
  lever?: (inhoud: Readonly<Record<string, string>>) => void;
  /** Set by the page: takes the unzipped length of each file, in order, and all of them in one gzip, as text. */
  leverPakket?: (lengtes: Readonly<Record<string, number>>, tekst: string) => void;
}

type Geef = () => Promise<Uint8Array<ArrayBuffer>>;

const WACHT_MS = 20_000;

/** Opens the carrier that fits: scripts where the bundle says so, else fetch. @param map folder of the index, an address. */
export function openDrager(map: URL): Drager {
  const opgave: unknown = Reflect.get(globalThis, DRAGER);
  const haal = isOpgave(opgave) ? haalScript(map, opgave) : haalWeb(map);
  return { haal: once(haal) };
}

function isOpgave(value: unknown): value is Drageropgave {
  return typeof value === "object" && value !== null && "fragmentenPerPakket" in value;
}

/** Asks once for what is asked for twice at the same time, and a second time when the first fails. */
function once(haal: (key: string) => Promise<Uint8Array<ArrayBuffer>>): Drager["haal"] {
  const onderweg = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return (key) => {
    const bezig = onderweg.get(key);
    if (bezig) return bezig;
    const nieuw = haal(key)
      .catch(() => haal(key))
      .catch((error: unknown) => {
        throw new Error(`${key}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      })
      .finally(() => onderweg.delete(key));
    onderweg.set(key, nieuw);
    return nieuw;
  };
}

/** Names that are no hash of what they hold: the build's hash goes with them, so that no cache mixes two builds. */
const GEEN_HASH = /^fragment\/|^zoekmotor\.js$/;

function haalWeb(map: URL): (key: string) => Promise<Uint8Array<ArrayBuffer>> {
  let bouw: Promise<string> | undefined;
  const get = async (key: string, versie?: string) => {
    const adres = new URL(key, map);
    if (versie !== undefined) adres.searchParams.set("v", versie);
    const antwoord = await fetch(adres, {
      cache: key === MANIFEST ? "no-cache" : "default",
      signal: AbortSignal.timeout(WACHT_MS),
    });
    if (!antwoord.ok) throw new Error(`${antwoord.status}`);
    return new Uint8Array(await antwoord.arrayBuffer());
  };
  let manifest: Promise<Uint8Array<ArrayBuffer>> | undefined;
  // The manifest is read once a visit: what belongs to one build is then asked for as one build.
  const getManifest = () => {
    manifest ??= get(MANIFEST).catch((error: unknown) => {
      manifest = undefined;
      throw error;
    });
    return manifest;
  };
  return async (key) => {
    if (key === MANIFEST) return (await getManifest()).slice();
    if (!GEEN_HASH.test(key)) return get(key);
    bouw ??= getManifest()
      .then((bytes) => readBouw(JSON.parse(new TextDecoder().decode(bytes))))
      .catch((error: unknown) => {
        bouw = undefined;
        throw error;
      });
    return get(key, await bouw);
  };
}

function readBouw(manifest: unknown): string {
  if (typeof manifest !== "object" || manifest === null || !("bouw" in manifest)) throw new Error("is no manifest");
  return String(manifest.bouw);
}

function haalScript(map: URL, opgave: Drageropgave): (key: string) => Promise<Uint8Array<ArrayBuffer>> {
  const gebracht = new Map<string, Geef>();
  const scripts = new Map<string, Promise<void>>();
  const put = (key: string, geef: Geef) => {
    gebracht.delete(key);
    gebracht.set(key, geef);
  };
  opgave.lever = (inhoud) => {
    for (const [key, tekst] of Object.entries(inhoud)) put(key, async () => fromBasis91(tekst));
  };
  opgave.leverPakket = (lengtes, tekst) => {
    let heel: Promise<Uint8Array> | undefined;
    let van = 0;
    for (const [key, lengte] of Object.entries(lengtes)) {
      const begin = van;
      van += lengte;
      put(key, async () => {
        heel ??= unzip(fromBasis91(tekst));
        return (await heel).slice(begin, begin + lengte);
      });
    }
  };
  const load = (pad: string): Promise<void> => {
    const bezig = scripts.get(pad);
    if (bezig) return bezig;
    const nieuw = loadScript(new URL(pad, map).href).finally(() => scripts.delete(pad));
    scripts.set(pad, nieuw);
    return nieuw;
  };
  return async (key) => {
    if (!gebracht.has(key)) await load(scriptOf(key, opgave));
    const geef = gebracht.get(key);
    if (geef === undefined) throw new Error("does not stand in its script");
    if (!isInPakket(key)) gebracht.delete(key);
    // What was brought along and nobody asked for yet: that first brought goes first.
    for (const oud of gebracht.keys()) {
      if (gebracht.size <= GROOTSTE_PAKKET) break;
      gebracht.delete(oud);
    }
    return geef();
  };
}

/** Loads a script and takes its element away again. */
export function loadScript(adres: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const stop = (klaar: () => void) => {
      clearTimeout(wekker);
      script.remove();
      klaar();
    };
    const wekker = setTimeout(() => stop(() => reject(new Error("did not come in time"))), WACHT_MS);
    script.addEventListener("load", () => stop(resolve));
    script.addEventListener("error", () => stop(() => reject(new Error("is missing"))));
    script.src = adres;
    document.head.append(script);
  });
}
