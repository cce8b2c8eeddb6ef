/**
 * Makes the search index of a built site with Pagefind.
 *
 * There are no Pagefind filters and no sorts, on purpose: both cost time quadratic in the number of pages in the
 * reader's browser. Facets and dates come from a table of our own (docs/benchmarks.md).
 */
import { readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { UserError } from "../../src/model/user-error.ts";

export interface ZoekindexOptions {
  /** Folder of the built site; the pages below its `kamervraag/` are indexed. */
  readonly site: string;
  /** Folder of the index; by default `pagefind` in the site. What stood there is replaced in one step. */
  readonly doel?: string;
}

export interface ZoekindexResult {
  /** Pages in the index; pages that only lead on are not counted. */
  readonly pages: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly files: number;
}

/** What a page carries that is to be found. Pages without it, such as those of earlier keys, only lead on. */
const BODY_MARK = "data-pagefind-body";

/** What the search page loads. The interfaces, styles and other engines that Pagefind writes as well are removed. */
const USED_FILES = [
  /^pagefind\.js$/,
  /^pagefind-worker\.js$/,
  /^pagefind-entry\.json$/,
  /^wasm\.nl\.pagefind$/,
  /\.pf_meta$/,
  /^index\/[^/]+\.pf_index$/,
  /^fragment\/[^/]+\.pf_fragment$/,
];

// Pagefind's allocator keeps freed memory by default; giving it back at once saves a sixth of the peak and costs little time.
const MALLOC_CONF = "dirty_decay_ms:0,muzzy_decay_ms:0";

/**
 * Indexes every Kamervraag page of the site, in the order of their paths: the same pages give the same bytes.
 * The new index is written beside the old one and takes its place when it is whole.
 * @throws UserError when Pagefind refuses a page, cannot write, or stops.
 */
export async function buildZoekindex({
  site,
  doel = join(site, "pagefind"),
}: ZoekindexOptions): Promise<ZoekindexResult> {
  const start = performance.now();
  const fresh = `${doel}.nieuw`;
  await rm(fresh, { recursive: true, force: true });
  const pages = await untilPagefindStops(writeIndex(site, fresh));
  const { bytes, files } = await keepUsedFiles(fresh);
  await swap(fresh, doel);
  return { pages, seconds: (performance.now() - start) / 1000, bytes, files };
}

/** The inside that shards and a merge can replace later: pages of `site` in, a Pagefind folder out. */
async function writeIndex(site: string, folder: string): Promise<number> {
  process.env._RJEM_MALLOC_CONF ??= MALLOC_CONF;
  try {
    const { index, errors } = await createIndex({ forceLanguage: "nl", keepIndexUrl: true });
    if (!index) throw toError("Pagefind kon niet beginnen", errors);
    const pages = await addPages(index, site);
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) {
      throw toError(`de zoekindex kon niet worden geschreven in ${folder}`, written.errors);
    }
    return pages;
  } finally {
    await close();
  }
}

/** Adds page by page and waits for each: Pagefind numbers pages in the order in which they are done. */
async function addPages(index: PagefindIndex, site: string): Promise<number> {
  let pages = 0;
  for (const path of await listPages(site)) {
    const content = await readFile(join(site, path), "utf8");
    if (!content.includes(BODY_MARK)) continue;
    const { errors } = await index.addHTMLFile({ sourcePath: path, content });
    if (errors.length > 0) throw toError(`Pagefind kan ${path} niet indexeren`, errors);
    pages += 1;
  }
  return pages;
}

/** Paths of the Kamervraag pages, relative to the site and with `/`, sorted by code unit. */
async function listPages(site: string): Promise<readonly string[]> {
  const paths = await listFiles(join(site, "kamervraag")).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return paths
    .filter((path) => path.endsWith(".html"))
    .map((path) => `kamervraag/${path}`)
    .sort();
}

async function keepUsedFiles(folder: string): Promise<{ readonly bytes: number; readonly files: number }> {
  let bytes = 0;
  let files = 0;
  for (const path of await listFiles(folder)) {
    const file = join(folder, path);
    if (!USED_FILES.some((pattern) => pattern.test(path))) {
      await rm(file);
      continue;
    }
    bytes += (await stat(file)).size;
    files += 1;
  }
  return { bytes, files };
}

async function swap(fresh: string, doel: string): Promise<void> {
  const old = `${doel}.oud`;
  await rm(old, { recursive: true, force: true });
  await rename(doel, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(fresh, doel);
  await rm(old, { recursive: true, force: true });
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    );
}

/**
 * Passes a promise on, and fails it when Pagefind's process dies (out of memory, mostly): its Node side then never
 * answers, and Node would end with nothing left to wait for and an exit code of its own.
 */
async function untilPagefindStops<T>(work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(toError("Pagefind is voortijdig gestopt", ["waarschijnlijk was er te weinig geheugen"]));
    process.once("beforeExit", stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    process.off("beforeExit", stop);
  }
}

function toError(what: string, errors: readonly string[]): UserError {
  return new UserError({
    where: "zoekindex",
    what,
    why: errors.join("; "),
    mend: "een eerdere zoekindex is blijven staan; maak ruimte (schijf en geheugen) en bouw opnieuw",
  });
}
