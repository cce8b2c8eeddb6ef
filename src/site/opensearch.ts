/**
 * The OpenSearch description: with it a browser can search the archive from its address bar.
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
import { site } from "../../templates/data/site.ts";
import { zoekteksten } from "../../templates/data/zoekteksten.ts";
import { escapeXml } from "./sitemap.ts";

/** File name of the description. */
export const OPENSEARCH = "opensearch.xml";

/** Writes the description. `adres` is the address of the site, without `/` at its end: the format asks for full addresses. */
export function toOpenSearch(adres: string): string {
  const basis = escapeXml(adres);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(zoekteksten.opensearch.kort)}</ShortName>
<LongName>${escapeXml(site.naam)}</LongName>
<Description>${escapeXml(zoekteksten.opensearch.beschrijving)}</Description>
<Language>${site.taal}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Image type="image/svg+xml">${basis}/assets/merk.svg</Image>
<Url type="text/html" template="${basis}/zoeken.html?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${basis}/${OPENSEARCH}"/>
</OpenSearchDescription>
`;
}
