/** Pages of invented words for the tests of the search index: short, many, with accents, function words and words in common. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createToeval, drawFrom, drawInteger, isDrawn } from "../../src/synthetisch/toeval.ts";
import { drawContentWord, drawThema, drawWord } from "../../src/synthetisch/woorden.ts";
import { toZoekpaginas, type Zoekpagina } from "../../src/zoeken/paginas.ts";

/** Words whose plain form is another word of the list: the index keeps them as spellings of one word. */
const GEMENGD = ["reëel", "reeel", "financiën", "financien", "één", "een", "coördinatie", "coordinatie"] as const;

/** Writes `aantal` pages of three years below `site`, and answers them in the order of the index, at most `max` in a shard. */
export function writeZoekpaginas(site: string, aantal: number, max: number): readonly Zoekpagina[] {
  const sleutels = Array.from({ length: aantal }, (_, index) => ({
    sleutel: `${2070 + Math.floor((index * 3) / aantal)}Z${String(index).padStart(5, "0")}`,
  }));
  const paginas = toZoekpaginas(sleutels, max);
  for (const [index, pagina] of paginas.entries()) writeZoekpagina(site, pagina, textOf(index));
  return paginas;
}

/** Writes one page with this text. */
export function writeZoekpagina(site: string, { path, sleutel }: Zoekpagina, tekst: string, voet = "voet"): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(
    join(site, path),
    `<!doctype html><html lang="nl"><head><title>${sleutel}</title></head><body><nav>menu</nav><main>
<h1 data-pagefind-body data-pagefind-meta="title">${tekst.slice(0, 30)}</h1>
<dl data-ingediend="2070-01-01" data-pagefind-meta="ingediend[data-ingediend]"><dt>Nummer</dt><dd data-pagefind-body>${sleutel}</dd></dl>
<div data-pagefind-body><h2 id="vraag-1">Vraag 1</h2><p>${tekst}<sup data-pagefind-ignore>1</sup></p></div>
</main><footer>${voet}</footer></body></html>`,
  );
}

export function textOf(index: number): string {
  const toeval = createToeval(7, index);
  const thema = drawThema(toeval);
  const words = Array.from({ length: drawInteger(toeval, 15, 60) }, () =>
    isDrawn(toeval, 0.08)
      ? drawFrom(toeval, GEMENGD)
      : isDrawn(toeval, 0.2)
        ? drawContentWord(toeval)
        : drawWord(toeval, thema),
  );
  return words.join(" ");
}

/** Words to search for: one or two that stand on the pages, now and then a begin of one or one that stands nowhere. */
export function drawZoekvragen(aantal: number): readonly string[] {
  return Array.from({ length: aantal }, (_, index) => {
    const toeval = createToeval(11, index);
    const woorden = textOf(drawInteger(toeval, 0, 1999)).split(" ");
    const draw = () => woorden[drawInteger(toeval, 0, woorden.length - 1)] ?? "een";
    const eerste = isDrawn(toeval, 0.2) ? draw().slice(0, 4) : draw();
    const tweede = isDrawn(toeval, 0.5) ? ` ${draw()}` : "";
    return isDrawn(toeval, 0.03) ? "onvindbaarwoord" : `${eerste}${tweede}`;
  });
}
