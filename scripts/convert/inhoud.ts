/**
 * The folder with the Markdown. What a person edited is kept, what lost its source is kept, a file that would not change is
 * not touched.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import { isUnedited } from "../../src/markdown/schrijf.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { jaarOfSleutel } from "../../src/model/sleutel.ts";
import { UserError } from "../../src/model/user-error.ts";
import { isMissing, readIfThere, sha256Of, TIJDELIJK, writeWhole } from "../bestanden.ts";

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

export interface Inhoud {
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
  /** Cleans up after an interrupted run, and lists the files whose source has gone. */
  readonly finish: () => readonly Verweesd[];
}

/** Opens the folder; it is made when the first file is written. */
export function openInhoud(map: string): Inhoud {
  const touched = new Set<string>();
  const verhuisd = new Map<string, string>();
  function settle(pagina: Pagina, markdown: string): Uitkomst;
  function settle(pagina: Pagina, markdown?: string): Uitkomst | undefined;
  function settle(pagina: Pagina, markdown?: string): Uitkomst | undefined {
    const path = pathOf(pagina.sleutel);
    const uitkomst = settleOne(map, path, pagina, markdown);
    if (uitkomst === undefined) return undefined;
    touched.add(path);
    for (const alias of pagina.aliassen) {
      removeIfUnedited(join(map, pathOf(alias)));
      verhuisd.set(pathOf(alias), pagina.sleutel);
    }
    return uitkomst;
  }
  return {
    aliassenOf(sleutel, eerdereSleutels, bekend) {
      const own = readAliassen(map, sleutel, bekend);
      const learned = eerdereSleutels.flatMap((eerder) => {
        const aliassen = readAliassen(map, eerder);
        return aliassen === undefined ? [] : [eerder, ...aliassen];
      });
      return [...new Set([...(own ?? []), ...learned])].filter((alias) => alias !== sleutel).toSorted();
    },
    settle,
    keep: (sleutel) => void touched.add(pathOf(sleutel)),
    finish: () =>
      listUntouched(map, touched).map((path) => {
        const nieuweSleutel = verhuisd.get(path);
        return { bestand: path.replaceAll("\\", "/"), ...(nieuweSleutel ? { nieuweSleutel } : {}) };
      }),
  };
}

function pathOf(sleutel: string): string {
  return join(jaarOfSleutel(sleutel), `${sleutel}.md`);
}

// `undefined` when there is no file under this key. A file that cannot be read has told its faults in the build.
function readAliassen(map: string, sleutel: string, bekend?: Pagina): readonly string[] | undefined {
  const path = join(map, pathOf(sleutel));
  const markdown = readIfThere(path);
  if (markdown === undefined) return undefined;
  return bekend && hashOf(markdown) === bekend.sha256 ? bekend.aliassen : (tryParse(markdown, path)?.aliassen ?? []);
}

function settleOne(map: string, path: string, pagina: Pagina, markdown: string | undefined): Uitkomst | undefined {
  const target = join(map, path);
  const proposal = target.replace(/\.md$/, ".nieuw.md");
  const current = readIfThere(target);
  const isFresh = current !== undefined && hashOf(current) === pagina.sha256;
  if (current === undefined || isFresh || isUnedited(current) === true) {
    if (!isFresh && markdown === undefined) return undefined;
    if (!isFresh && markdown !== undefined) writeWhole(target, markdown);
    removeIfUnedited(proposal);
    return current === undefined ? "nieuw" : isFresh ? "ongewijzigd" : "gewijzigd";
  }
  const edited = tryParse(current, target);
  if (edited && hashesOf(edited) === pagina.bronnen) {
    removeIfUnedited(proposal);
    return "bewerkt";
  }
  // A proposal may be under a person's hands as well: it is theirs until they take it over or throw it away.
  const proposed = readIfThere(proposal);
  const isProposed = proposed !== undefined && (hashOf(proposed) === pagina.sha256 || isUnedited(proposed) !== true);
  if (!isProposed && markdown === undefined) return undefined;
  if (!isProposed && markdown !== undefined) writeWhole(proposal, markdown);
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

function removeIfUnedited(path: string): void {
  const markdown = readIfThere(path);
  if (markdown !== undefined && isUnedited(markdown) === true) rmSync(path);
}

function listUntouched(map: string, touched: ReadonlySet<string>): readonly string[] {
  const untouched: string[] = [];
  for (const jaar of readFolder(map)) {
    if (!jaar.isDirectory() || jaar.name.startsWith(".")) continue;
    for (const { name } of readFolder(join(map, jaar.name))) {
      const path = join(jaar.name, name);
      if (name.endsWith(TIJDELIJK)) rmSync(join(map, path), { force: true });
      else if (
        name.endsWith(".md") &&
        !name.endsWith(".nieuw.md") &&
        !touched.has(path) &&
        wasConverted(join(map, path))
      ) {
        untouched.push(path);
      }
    }
  }
  return untouched.toSorted();
}

// A file without a hash was written by a person: it never had a source.
function wasConverted(path: string): boolean {
  // An editor may have changed the line ends.
  return isUnedited((readIfThere(path) ?? "").replaceAll("\r\n", "\n")) !== undefined;
}

function readFolder(map: string) {
  try {
    return readdirSync(map, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
