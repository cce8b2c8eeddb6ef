/**
 * The list of addresses for search engines: an index, and a file for each year, so that years that are closed never change.
 * Needs the address of the site; without it there is none.
 * @see docs/formats/adressen.md
 */
import type { Datum } from "../model/kamervraag.ts";
import { jaarOfSleutel, pathOfSleutel } from "../model/sleutel.ts";
import { newestOf, type Registerpost } from "./register.ts";

/** What sitemaps.org allows one file to hold. The bytes are those of the file, less a little for its frame. */
const GRENS = { adressen: 50_000, bytes: 50_000_000 };

export interface Sitemapbestand {
  readonly path: string;
  readonly xml: string;
}

export interface Sitemapinhoud {
  /** Paths of single pages, from the root of the site. */
  readonly paginas: readonly string[];
  readonly lijsten: readonly string[];
  readonly posten: Iterable<Pick<Registerpost, "sleutel" | "ingediend" | "beantwoord" | "mededelingen">>;
}

interface Adres {
  readonly path: string;
  readonly lastmod?: Datum;
}

/**
 * Writes the sitemap, one file after the other: `sitemap-2021.xml` for each year (`sitemap-2021-2.xml` when a year is too
 * large for one), `sitemap-lijsten.xml`, `sitemap-paginas.xml`, and last the index `sitemap.xml`. A page's `lastmod` is the
 * newest date of its documents; lists and single pages have none.
 */
export function* toSitemap(adres: string, inhoud: Sitemapinhoud): Generator<Sitemapbestand> {
  const jaren = new Map<string, Adres[]>();
  for (const post of inhoud.posten) {
    const jaar = jaarOfSleutel(post.sleutel);
    const adressen = jaren.get(jaar) ?? [];
    jaren.set(jaar, adressen);
    const lastmod = newestOf([post.ingediend, post.beantwoord, ...post.mededelingen.map(({ datum }) => datum)]);
    adressen.push({ path: `${pathOfSleutel(post.sleutel)}.html`, ...(lastmod ? { lastmod } : {}) });
  }
  const delen: readonly (readonly [string, readonly Adres[]])[] = [
    ...[...jaren].sort(([a], [b]) => (a < b ? -1 : 1)),
    ["lijsten", inhoud.lijsten.map((path) => ({ path }))],
    ["paginas", inhoud.paginas.map((path) => ({ path }))],
  ];
  const index: string[] = [];
  for (const [naam, adressen] of delen) {
    let rang = 0;
    for (const { xml, lastmod } of cut(adres, adressen)) {
      rang += 1;
      const path = `sitemap-${naam}${rang > 1 ? `-${rang}` : ""}.xml`;
      index.push(toEntry("sitemap", adres, { path, ...(lastmod ? { lastmod } : {}) }));
      yield { path, xml };
    }
  }
  yield { path: "sitemap.xml", xml: wrap("sitemapindex", index) };
}

// Fills a file up to what it may hold, then begins the next.
function* cut(
  adres: string,
  adressen: readonly Adres[],
): Generator<{ readonly xml: string; readonly lastmod?: Datum }> {
  let entries: string[] = [];
  let bytes = 0;
  let lastmod: Datum | undefined;
  const close = () => ({ xml: wrap("urlset", entries), ...(lastmod ? { lastmod } : {}) });
  for (const een of adressen) {
    const entry = toEntry("url", adres, een);
    const size = Buffer.byteLength(entry) + 1;
    if (entries.length === GRENS.adressen || bytes + size > GRENS.bytes) {
      yield close();
      [entries, bytes, lastmod] = [[], 0, undefined];
    }
    entries.push(entry);
    bytes += size;
    lastmod = newestOf([lastmod, een.lastmod]);
  }
  if (entries.length > 0) yield close();
}

function toEntry(element: "url" | "sitemap", adres: string, { path, lastmod }: Adres): string {
  const loc = `<loc>${escapeXml(`${adres}/${path}`)}</loc>`;
  return `<${element}>${loc}${lastmod ? `<lastmod>${lastmod}</lastmod>` : ""}</${element}>`;
}

function wrap(element: string, entries: readonly string[]): string {
  const open = `<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${entries.join("\n")}\n</${element}>\n`;
}

/** Where robots look, at the root. */
export const ROBOTS = "robots.txt";

/** Lets every robot in and says where the sitemap is. */
export function toRobots(adres: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${adres}/sitemap.xml\n`;
}

/** Whether a robots.txt is one of ours, whatever the address: somebody else's is not ours to remove. */
export function isEigenRobots(tekst: string): boolean {
  const [, adres] = /\nSitemap: (.*)\/sitemap\.xml\n$/.exec(tekst) ?? [];
  return adres !== undefined && tekst === toRobots(adres);
}

/** Text as it may stand in XML, in an attribute too. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
