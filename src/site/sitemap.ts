/** The list of addresses for search engines. Needs the address of the site; without it there is none. */

const PER_BESTAND = 50_000;

export interface Sitemapbestand {
  readonly path: string;
  readonly xml: string;
}

/**
 * Writes the sitemap of the pages at `paths` (from the root of the site, in the order given): one file, or an index and
 * as many files of 50,000 addresses as are needed.
 */
export function toSitemap(adres: string, paths: readonly string[]): readonly Sitemapbestand[] {
  const parts: (readonly string[])[] = [];
  for (let from = 0; from < paths.length; from += PER_BESTAND) parts.push(paths.slice(from, from + PER_BESTAND));
  const [only = []] = parts;
  if (parts.length <= 1) return [{ path: "sitemap.xml", xml: toUrlset(adres, only) }];
  const bestanden = parts.map((part, index) => ({ path: `sitemap-${index + 1}.xml`, xml: toUrlset(adres, part) }));
  const entries = bestanden.map(({ path }) => `<sitemap><loc>${escapeXml(`${adres}/${path}`)}</loc></sitemap>`);
  return [{ path: "sitemap.xml", xml: wrap("sitemapindex", entries) }, ...bestanden];
}

function toUrlset(adres: string, paths: readonly string[]): string {
  return wrap(
    "urlset",
    paths.map((path) => `<url><loc>${escapeXml(`${adres}/${path}`)}</loc></url>`),
  );
}

function wrap(element: string, entries: readonly string[]): string {
  const open = `<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${entries.join("\n")}\n</${element}>\n`;
}

/** Lets every robot in and says where the sitemap is. */
export function toRobots(adres: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${adres}/sitemap.xml\n`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
