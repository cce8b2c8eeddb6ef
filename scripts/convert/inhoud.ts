/**
 * The folder with the Markdown. What a person edited is kept, what lost its source is kept, a file that would not change is
 * not touched. A file whose stamp is that of the page last written or seen there is not even read.
 */
import { readdirSync, readFileSync, rmSync, type Stats } from "node:fs";
import { basename, join } from "node:path";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { isUnedited } from "../../src/markdown/schrijf.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { jaarOfSleutel } from "../../src/model/sleutel.ts";
import { UserError } from "../../src/model/user-error.ts";
import { isMissing, isSystemError, readIfThere, sha256Of, TIJDELIJK, writeWhole } from "../bestanden.ts";
import { isSameList } from "./overzicht.ts";
import type { Bovenlaag } from "./stand.ts";
import { GEEN_STEMPEL, isStempel, STEMPEL_LENGTE, type Stempel, type Stempels } from "./stempel.ts";

/**
 * What happened to a file: `bewerkt` = edited by hand and kept; `nieuw-voorstel` = kept, the new conversion stands beside
 * it; `onleesbaar` = the same, because the edited file cannot be read.
 */
export type Uitkomst = "nieuw" | "gewijzigd" | "ongewijzigd" | "bewerkt" | "nieuw-voorstel" | "onleesbaar";

/** A file that no source was written to; `nieuweSleutel` when its page has another key by now and the edited file stayed. */
export interface Verweesd {
  readonly bestand: string;
  readonly nieuweSleutel?: string;
}

/** A page without its text: enough to see whether the file on disk is it, and whether an edited file is of these sources. */
export interface Pagina {
  readonly sleutel: string;
  readonly aliassen: readonly string[];
  /** Of the Markdown. */
  readonly sha256: string;
  /** The hashes of all sources. */
  readonly bronnen: string;
}

export function toPagina(kamervraag: Kamervraag, markdown: string): Pagina {
  const { sleutel, aliassen } = kamervraag;
  return { sleutel, aliassen, sha256: hashOf(markdown), bronnen: hashesOf(kamervraag) };
}

/** What lies in the folder, held against the pages that lay there the last time. */
export interface Inhoudsoverzicht {
  /** For each page of the last time: 1 when its file is what it was. */
  readonly isHeel: Uint8Array;
  readonly stempels: Float64Array;
  /**
   * For all other Markdown (files that are no page, no longer, or not yet) and for pages that are not what they were: the keys
   * under which they stand, and the earlier ones that they name.
   */
  readonly overigeSleutels: readonly string[];
  /** Whether anything is to be remembered. */
  readonly isAnders: boolean;
}

export interface Inhoud {
  readonly overzicht: Inhoudsoverzicht;
  /**
   * The earlier keys that lead to this page: those it has already, and those under which a file lies now. A file that
   * still is the page known from an earlier conversion need not be read to tell.
   */
  readonly aliassenOf: (sleutel: string, eerdereSleutels: readonly string[], bekend?: Pagina) => readonly string[];
  /** Puts a page in its place. `undefined`, and nothing done, when that takes the Markdown and it was not given. */
  readonly settle: {
    (pagina: Pagina, markdown: string): Uitkomst;
    (pagina: Pagina): Uitkomst | undefined;
  };
  /** Leaves the file under this key as it is: its sources are there, but could not be converted. */
  readonly keep: (sleutel: string) => void;
  /**
   * Cleans up after an interrupted run, and lists the files whose source has gone. `isGebleven` tells of the pages of the last time
   * which of them stand without having been looked at.
   */
  readonly finish: (isGebleven: (vorigePagina: number) => boolean) => readonly Verweesd[];
  /** The stamp of the file, when it is this page and will be known by it. */
  readonly stampOf: (pagina: Pick<Pagina, "sleutel" | "sha256">) => Stempel;
  /** Files that were written and removed, below the folder, with `/`. */
  readonly geschreven: () => readonly string[];
  readonly verwijderd: () => readonly string[];
}

/** Opens the folder; it is made when the first file is written. */
export function openInhoud(map: string, vorige: Bovenlaag["paginas"], stempels: Stempels): Inhoud {
  const touched = new Set<string>();
  const verhuisd = new Map<string, string>();
  const geschreven = new Set<string>();
  const verwijderd = new Set<string>();
  const { isHeel, stempels: gestempeld, isAnders, overig, paden, tijdelijk } = lookAround(map, vorige, stempels);
  const schijf: Schijf = {
    read: (path) => readIfThere(join(map, path)),
    write(path, markdown) {
      writeWhole(join(map, path), markdown);
      geschreven.add(path);
      verwijderd.delete(path);
    },
    remove(path) {
      rmSync(join(map, path));
      geschreven.delete(path);
      verwijderd.add(path);
    },
    nameOf: (path) => join(map, path),
  };
  function settle(pagina: Pagina, markdown: string): Uitkomst;
  function settle(pagina: Pagina, markdown?: string): Uitkomst | undefined;
  function settle(pagina: Pagina, markdown?: string): Uitkomst | undefined {
    const path = pathOf(pagina.sleutel);
    const uitkomst = settleOne(schijf, path, pagina, markdown);
    if (uitkomst === undefined) return undefined;
    touched.add(path);
    for (const alias of pagina.aliassen) {
      removeIfUnedited(schijf, pathOf(alias));
      verhuisd.set(pathOf(alias), pagina.sleutel);
    }
    return uitkomst;
  }
  return {
    overzicht: {
      isHeel,
      stempels: gestempeld,
      isAnders,
      overigeSleutels: [...overig, ...paden.filter((_, index) => isHeel[index] === 0)].flatMap((path) => [
        sleutelOf(path),
        ...listAliassen(schijf, path),
      ]),
    },
    aliassenOf(sleutel, eerdereSleutels, bekend) {
      const own = readAliassen(schijf, sleutel, bekend);
      const learned = eerdereSleutels.flatMap((eerder) => {
        const aliassen = readAliassen(schijf, eerder);
        return aliassen === undefined ? [] : [eerder, ...aliassen];
      });
      return [...new Set([...(own ?? []), ...learned])].filter((alias) => alias !== sleutel).toSorted();
    },
    settle,
    keep: (sleutel) => void touched.add(pathOf(sleutel)),
    finish(isGebleven) {
      for (const path of tijdelijk) rmSync(join(map, path), { force: true });
      const kandidaten = [
        ...overig.filter((path) => !path.endsWith(VOORSTEL)),
        ...paden.filter((_, at) => !isGebleven(at)),
      ];
      return kandidaten
        .filter((path) => !touched.has(path) && wasConverted(schijf, path))
        .toSorted()
        .map((path) => {
          const nieuweSleutel = verhuisd.get(path);
          return { bestand: toSlashes(path), ...(nieuweSleutel ? { nieuweSleutel } : {}) };
        });
    },
    stampOf({ sleutel, sha256 }) {
      const path = join(map, pathOf(sleutel));
      const gezienOp = stempels.now();
      const stats = tryLook(stempels, path);
      const stempel = stats ? stempels.stampOf(path, stats, gezienOp) : GEEN_STEMPEL;
      return !Number.isNaN(stempel[0]) && isPagina(path, sha256) ? stempel : GEEN_STEMPEL;
    },
    geschreven: () => [...geschreven].map(toSlashes).toSorted(),
    verwijderd: () => [...verwijderd].map(toSlashes).toSorted(),
  };
}

/** The folder, by paths below it. */
interface Schijf {
  readonly read: (path: string) => string | undefined;
  readonly write: (path: string, markdown: string) => void;
  readonly remove: (path: string) => void;
  /** The path that a message names. */
  readonly nameOf: (path: string) => string;
}

const VOORSTEL = ".nieuw.md";

function toSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

function pathOf(sleutel: string): string {
  return join(jaarOfSleutel(sleutel), bestandsnaamOf(sleutel));
}

/** The folder and name of a page's file. */
export function plaatsOf(sleutel: string): readonly [map: string, naam: string] {
  return [jaarOfSleutel(sleutel), bestandsnaamOf(sleutel)];
}

function bestandsnaamOf(sleutel: string): string {
  return `${sleutel}.md`;
}

// Of a page, or of the proposal beside it.
function sleutelOf(path: string): string {
  return basename(path).replace(/(?:\.nieuw)?\.md$/, "");
}

function lookAround(
  map: string,
  { aantal, mappen, stempels: bekend, hashes }: Bovenlaag["paginas"],
  stempels: Stempels,
) {
  const isHeel = new Uint8Array(aantal);
  const gestempeld = new Float64Array(aantal * STEMPEL_LENGTE).fill(Number.NaN);
  const overig: string[] = [];
  const tijdelijk: string[] = [];
  const isStempelNieuw = { waar: false };
  const look = (path: string, index: number) => {
    const gezienOp = stempels.now();
    const stats = tryLook(stempels, path);
    if (!stats) return;
    const at = index * STEMPEL_LENGTE;
    if (isStempel(stats, bekend, index)) gestempeld.set(bekend.subarray(at, at + STEMPEL_LENGTE), at);
    else {
      const sha256 = Buffer.from(hashes.buffer, hashes.byteOffset + index * 32, 32).toString("hex");
      isStempelNieuw.waar = true;
      if (!isPagina(path, sha256)) return;
      gestempeld.set(stempels.stampOf(path, stats, gezienOp), at);
    }
    isHeel[index] = 1;
  };
  const begin = new Map<string, { readonly index: number; readonly namen: readonly string[] }>();
  let total = 0;
  for (const { map: jaar, namen } of mappen) {
    begin.set(jaar, { index: total, namen });
    total += namen.length;
  }
  for (const jaar of readFolder(map)) {
    if (!jaar.isDirectory() || jaar.name.startsWith(".")) continue;
    const { index: first, namen: oude } = begin.get(jaar.name) ?? { index: 0, namen: [] };
    const namen = readdirSync(join(map, jaar.name)).toSorted();
    if (isSameList(namen, oude)) {
      for (const [at, naam] of namen.entries()) look(`${map}/${jaar.name}/${naam}`, first + at);
      continue;
    }
    const perNaam = new Map(oude.map((naam, at) => [naam, first + at]));
    for (const naam of namen) {
      const index = perNaam.get(naam);
      if (index !== undefined) look(`${map}/${jaar.name}/${naam}`, index);
      else if (naam.endsWith(TIJDELIJK)) tijdelijk.push(join(jaar.name, naam));
      else if (naam.endsWith(".md")) overig.push(join(jaar.name, naam));
    }
  }
  return {
    isHeel,
    stempels: gestempeld,
    overig,
    tijdelijk,
    paden: mappen.flatMap(({ map: jaar, namen }) => namen.map((naam) => join(jaar, naam))),
    isAnders: isStempelNieuw.waar || isHeel.includes(0),
  };
}

function tryLook(stempels: Stempels, path: string): Stats | undefined {
  try {
    return stempels.look(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

// What cannot be read is no page: whoever settles it will meet the same refusal.
function isPagina(path: string, sha256: string): boolean {
  try {
    return hashOf(readFileSync(path, "utf8")) === sha256;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

function listAliassen(schijf: Schijf, path: string): readonly string[] {
  const markdown = schijf.read(path);
  if (!markdown?.includes("\naliassen:")) return [];
  return tryParse(markdown, schijf.nameOf(path))?.aliassen ?? [];
}

// `undefined` when there is no file under this key. A file that cannot be read has told its faults in the build.
function readAliassen(schijf: Schijf, sleutel: string, bekend?: Pagina): readonly string[] | undefined {
  const path = pathOf(sleutel);
  const markdown = schijf.read(path);
  if (markdown === undefined) return undefined;
  return bekend && hashOf(markdown) === bekend.sha256
    ? bekend.aliassen
    : (tryParse(markdown, schijf.nameOf(path))?.aliassen ?? []);
}

function settleOne(schijf: Schijf, target: string, pagina: Pagina, markdown: string | undefined): Uitkomst | undefined {
  const proposal = target.replace(/\.md$/, VOORSTEL);
  const current = schijf.read(target);
  const isFresh = current !== undefined && hashOf(current) === pagina.sha256;
  if (current === undefined || isFresh || isUnedited(current) === true) {
    if (!isFresh && markdown === undefined) return undefined;
    if (!isFresh && markdown !== undefined) schijf.write(target, markdown);
    removeIfUnedited(schijf, proposal);
    return current === undefined ? "nieuw" : isFresh ? "ongewijzigd" : "gewijzigd";
  }
  const edited = tryParse(current, schijf.nameOf(target));
  if (edited && hashesOf(edited) === pagina.bronnen) {
    removeIfUnedited(schijf, proposal);
    return "bewerkt";
  }
  // A proposal may be under a person's hands as well: it is theirs until they take it over or throw it away.
  const proposed = schijf.read(proposal);
  const isProposed = proposed !== undefined && (hashOf(proposed) === pagina.sha256 || isUnedited(proposed) !== true);
  if (!isProposed && markdown === undefined) return undefined;
  if (!isProposed && markdown !== undefined) schijf.write(proposal, markdown);
  return edited ? "nieuw-voorstel" : "onleesbaar";
}

function hashOf(text: string): string {
  return sha256Of(Buffer.from(text));
}

function tryParse(markdown: string, path: string): Kamervraag | undefined {
  try {
    return parseKamervraag(markdown, path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The hashes of all sources: equal as long as no source changed. */
function hashesOf({ bronnen }: Kamervraag): string {
  return bronnen
    .flatMap(({ sha256, metadata }) => [sha256, ...(metadata ?? []).map((herkomst) => herkomst.sha256)])
    .toSorted()
    .join(" ");
}

function removeIfUnedited(schijf: Schijf, path: string): void {
  const markdown = schijf.read(path);
  if (markdown !== undefined && isUnedited(markdown) === true) schijf.remove(path);
}

// A file without a hash was written by a person: it never had a source.
function wasConverted(schijf: Schijf, path: string): boolean {
  // An editor may have changed the line ends.
  return isUnedited((schijf.read(path) ?? "").replaceAll("\r\n", "\n")) !== undefined;
}

function readFolder(map: string) {
  try {
    return readdirSync(map, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
