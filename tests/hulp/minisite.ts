/** A tiny site by hand, with what the indexer and the search page need of a Kamervraag page. All of it is invented. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export interface MiniKamervraag {
  readonly sleutel: string;
  readonly titel: string;
  readonly ingediend?: string;
  readonly indiener?: string;
  readonly status?: string;
  /** Pairs of a vraag and its antwoord, numbered from 1. */
  readonly teksten: readonly (readonly [vraag: string, antwoord: string])[];
}

/** Writes `kamervraag/<jaar>/<sleutel>.html` for each; the year is the first four characters of the key. */
export async function writeMinisite(site: string, kamervragen: readonly MiniKamervraag[]): Promise<void> {
  for (const kamervraag of kamervragen) {
    await writePage(
      site,
      `kamervraag/${kamervraag.sleutel.slice(0, 4)}/${kamervraag.sleutel}.html`,
      toHtml(kamervraag),
    );
  }
}

/** Writes a page of an earlier key, which leads on to another and must not be found. */
export async function writeLeadingPage(site: string, path: string, to: string): Promise<void> {
  await writePage(
    site,
    path,
    `<!doctype html><html lang="nl"><title>${to}</title><p><a href="${to}">Verder</a></p></html>`,
  );
}

async function writePage(site: string, path: string, html: string): Promise<void> {
  await mkdir(dirname(join(site, path)), { recursive: true });
  await writeFile(join(site, path), html);
}

function toHtml({ sleutel, titel, ingediend = "", indiener = "", status = "open", teksten }: MiniKamervraag): string {
  const blokken = teksten.map(
    ([vraag, antwoord], index) =>
      `<h2 id="vraag-${index + 1}">Vraag ${index + 1}</h2><p>${vraag}</p>` +
      `<h3 id="antwoord-${index + 1}">Antwoord ${index + 1}</h3><p>${antwoord}</p>`,
  );
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${titel}</title></head><body>
<main data-pagefind-body><h1 data-pagefind-meta="title">${titel}</h1><p>${sleutel}</p>
<p hidden><data value="${ingediend}" data-pagefind-meta="ingediend[value]"></data><data value="${indiener}"
data-pagefind-meta="indiener[value]"></data><data value="${status}" data-pagefind-meta="status[value]"></data></p>
${blokken.join("\n")}</main></body></html>`;
}
