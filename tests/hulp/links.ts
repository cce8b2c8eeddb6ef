/**
 * Walks a built site and says what is wrong with its links: every internal address and `#id` must resolve, ids must be
 * unique on a page, titles unique in the site, and no internal link may start at the root (the site must also work
 * below a path and from disk).
 */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, posix, sep } from "node:path";
import { Parser } from "htmlparser2";

export interface LinkReport {
  readonly pages: number;
  /** Internal links looked at. */
  readonly links: number;
  /** One readable line per fault, sorted; empty when all is well. */
  readonly faults: readonly string[];
}

interface PageFacts {
  readonly path: string;
  readonly title: string;
  readonly ids: readonly string[];
  readonly links: readonly string[];
  /** A page that only leads on to another has no content of its own, so its title may be that of its target. */
  readonly leadsOn: boolean;
}

/** These are reached at any depth or must be absolute, so a root-absolute link is right there. */
const MAY_BE_ABSOLUTE = new Set(["404.html", "sitemap.xml"]);

export async function checkLinks(site: string): Promise<LinkReport> {
  const files = new Set(await listFiles(site));
  const pages = new Map<string, PageFacts>();
  for (const path of files) {
    if (path.endsWith(".html")) pages.set(path, readPage(path, await readFile(join(site, path), "utf8")));
  }
  const ids = new Map([...pages].map(([path, page]) => [path, new Set(page.ids)]));
  const faults: string[] = [...titleFaults([...pages.values()])];
  let links = 0;
  for (const page of pages.values()) {
    for (const id of repeated(page.ids)) faults.push(`${page.path}: id "${id}" is used twice`);
    for (const link of page.links) {
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) continue;
      links += 1;
      const fault = linkFault(page.path, link, files, ids);
      if (fault) faults.push(`${page.path}: ${fault}`);
    }
  }
  return { pages: pages.size, links, faults: faults.sort() };
}

function linkFault(
  from: string,
  link: string,
  files: ReadonlySet<string>,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (link.startsWith("/")) return MAY_BE_ABSOLUTE.has(from) ? undefined : `link "${link}" starts at the root`;
  const [address = "", fragment] = link.split("#", 2);
  const path = decodeURI(address.split("?", 1)[0] ?? "");
  const target = path === "" ? from : posix.normalize(posix.join(dirname(from), path));
  if (!files.has(target)) return `link "${link}" leads to nothing`;
  // An empty fragment is the top of the page; a text fragment is the browser's business.
  if (!fragment || fragment.startsWith(":~:")) return undefined;
  return ids.get(target)?.has(decodeURIComponent(fragment)) === false
    ? `link "${link}" names an id that ${target} does not have`
    : undefined;
}

function readPage(path: string, html: string): PageFacts {
  const ids: string[] = [];
  const links: string[] = [];
  let title = "";
  let leadsOn = false;
  // The first <title> outside an <svg> is the page's; a <base> would move every link, so it counts as a link itself.
  let inTitle = false;
  let inSvg = 0;
  let hasTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "svg") inSvg += 1;
      if (name === "title" && inSvg === 0 && !hasTitle) inTitle = true;
      if (attributes.id !== undefined) ids.push(attributes.id);
      if (name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh") leadsOn = true;
      for (const key of ["href", "src", "poster", "action"]) {
        const value = attributes[key];
        if (value !== undefined) links.push(value.trim());
      }
      for (const key of ["srcset", "imagesrcset"]) {
        for (const part of attributes[key]?.split(",") ?? []) links.push(part.trim().split(/\s+/)[0] ?? "");
      }
    },
    ontext(text) {
      if (inTitle) title += text;
    },
    onclosetag(name) {
      if (name === "svg") inSvg -= 1;
      if (name === "title" && inTitle) {
        inTitle = false;
        hasTitle = true;
      }
    },
  });
  parser.end(html);
  return { path, title: title.trim(), ids, links, leadsOn };
}

function titleFaults(pages: readonly PageFacts[]): readonly string[] {
  const own = pages.filter(({ leadsOn }) => !leadsOn);
  const missing = own.filter(({ title }) => title === "").map(({ path }) => `${path}: no <title>`);
  const seen = new Map<string, string>();
  const doubles: string[] = [];
  for (const { path, title } of own) {
    const first = seen.get(title);
    if (title !== "" && first) doubles.push(`${path}: same <title> as ${first}: "${title}"`);
    else seen.set(title, path);
  }
  return [...missing, ...doubles];
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

async function listFiles(site: string): Promise<readonly string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(site, sep).length).split(sep).join("/"))
    .sort();
}
