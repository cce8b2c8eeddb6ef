/** What of a built site goes into the offline bundle. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { findNaamfouten, LANGSTE_PAD, type Naamfout } from "../../src/bundel/namen.ts";
import { toPakking } from "../../src/bundel/script.ts";
import { type Fout, UserError } from "../../src/model/user-error.ts";
import { type Archieffeiten, BUNDELSTART } from "../../src/site/bundel.ts";
import { type Pakking, scriptOf } from "../../src/zoeken/dragerscript.ts";
import { INDELING, keyOfFragment, MANIFEST, type Zoekmanifest } from "../../src/zoeken/manifest.ts";
import { isMissing, walkFiles } from "../bestanden.ts";
import { ARCHIEFFEITEN } from "../build/site/delen.ts";

/** Names of the files that the bundle has beside those of the site. */
export const LEESMIJ = "LEESMIJ.txt";
export const CONTROLESOMMEN = "SHA256SUMS";

export interface Bundelplan {
  readonly site: string;
  readonly feiten: Archieffeiten;
  /** Pages and what they load, as paths from the root, sorted. */
  readonly bestanden: readonly string[];
  /** Scripts below `pagefind/` with the keys of the files that they hold, sorted by the order of the index. */
  readonly scripts: ReadonlyMap<string, readonly string[]>;
  readonly pakking: Pakking;
  /** Paths of all that the bundle will hold. */
  readonly paths: ReadonlySet<string>;
}

/** Folder of the index in the site and in the bundle. */
const INDEXMAP = "pagefind";
// Pagefind's own scripts and meta are for programs over http; the bundle's page asks for none of them.
const INDEXBESTAND = /^(?:zoek\.json|zoekmotor\.js|[a-z]+\/[^/]+\.(?:bin|pf_index))$/;

/**
 * Reads what a site holds and plans its bundle: pages, styles, images and the index, not the copies beside the pages.
 * @throws UserError when there is no whole site of ours with its index, or when a name cannot stand on every system.
 */
export async function planBundel(site: string): Promise<Bundelplan> {
  const feiten = await readGegevens<Archieffeiten>(site, ARCHIEFFEITEN);
  const manifest = await readGegevens<Zoekmanifest>(site, `${INDEXMAP}/${MANIFEST}`);
  if (manifest.indeling !== INDELING) throw new UserError(toOudefout(site, `${INDEXMAP}/${MANIFEST}`));
  const bestanden: string[] = [];
  const keys: string[] = [];
  for await (const path of walkFiles(site)) {
    if (path.startsWith(`${INDEXMAP}/`)) {
      const key = path.slice(INDEXMAP.length + 1);
      if (INDEXBESTAND.test(key)) keys.push(key);
    } else if (isPagina(path) || path.startsWith("assets/")) bestanden.push(path);
  }
  const fragmenten = Array.from({ length: manifest.paginas }, (_, pagina) => keyOfFragment(manifest, pagina));
  const pakking = toPakking(await sumBytes(site, fragmenten), fragmenten.length);
  const scripts = new Map<string, string[]>();
  for (const key of [...keys, ...fragmenten]) {
    const script = `${INDEXMAP}/${scriptOf(key, pakking)}`;
    const bestaand = scripts.get(script);
    if (bestaand) bestaand.push(key);
    else scripts.set(script, [key]);
  }
  const all = [...bestanden, ...scripts.keys(), `${INDEXMAP}/drager.js`, BUNDELSTART, LEESMIJ, CONTROLESOMMEN];
  const naamfouten = findNaamfouten(all);
  if (naamfouten.length > 0)
    throw new UserError(naamfouten.map(({ path, fout }) => toNaamfout(join(site, path), fout)));
  return { site, feiten, bestanden, scripts, pakking, paths: new Set(all) };
}

/** The address of a key of the index in the site. */
export function fileOfKey(site: string, key: string): string {
  return join(site, INDEXMAP, key);
}

// The page of a server for what it does not have has no use on a disk.
function isPagina(path: string): boolean {
  return path.endsWith(".html") && path !== "404.html";
}

async function readGegevens<Gegevens>(site: string, path: string): Promise<Gegevens> {
  try {
    return JSON.parse(await readFile(join(site, path), "utf8"));
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) throw new UserError(toOudefout(site, path), { cause: error });
    throw error;
  }
}

function toOudefout(site: string, path: string): Fout {
  return {
    where: site,
    what: "hier staat geen hele site met zoekindex",
    why: `${path} ontbreekt of is van een andere versie`,
    mend: "maak de site eerst met npm run build, of wijs een andere map aan met --site",
  };
}

const OORZAKEN: Readonly<Record<Naamfout, string>> = {
  "te lang": `het pad is langer dan ${LANGSTE_PAD} tekens`,
  tekens: "er staan tekens in die niet op elk systeem kunnen",
  gereserveerd: "Windows houdt deze naam voor zichzelf",
  dubbel: "een ander bestand verschilt alleen in hoofdletters",
};

function toNaamfout(where: string, fout: Naamfout): Fout {
  return {
    where,
    what: "dit bestand kan niet in een bundel",
    why: OORZAKEN[fout],
    mend: "geef het een andere naam, of haal het uit de map als het er niet hoort",
  };
}

// A fragment that is missing makes the index one that is not whole.
async function sumBytes(site: string, keys: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const key of keys) {
    try {
      bytes += (await stat(fileOfKey(site, key))).size;
    } catch (error) {
      if (!isMissing(error)) throw error;
      throw new UserError(toOudefout(site, `${INDEXMAP}/${key}`), { cause: error });
    }
  }
  return bytes;
}
