/**
 * Whether two sites that are compared are worth comparing: a generator that drops a text, a list or a page would be quick for
 * the wrong reason. Looks at the whole site for counts and lists, and at a sample of Kamervragen for what is on the page.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseKamervraag } from "../../../src/markdown/lees.ts";
import type { Kamervraag } from "../../../src/model/kamervraag.ts";
import { pathOfSleutel } from "../../../src/model/sleutel.ts";
import { listFiles } from "../mapgrootte.ts";

/** What is counted in a site. */
export interface Sitetelling {
  readonly paginas: number;
  readonly kamervragen: number;
  /** Kamervragen that the sitemap names. */
  readonly sitemap: number;
  /** Rows on all pages of the lists of a kind. */
  readonly rijen: Readonly<Record<string, number>>;
}

/** Folder of the lists of a kind, or the beginning of the path of one list. */
const LIJSTEN = ["jaar/", "indiener/", "fractie/", "bewindspersoon/", "onderwerp/", "stand/open", "stand/uitgesteld"];
const RIJ = /href="[^"#]*kamervraag\/[^"#]+\.html"/g;
/** Ours has some pages that the others have not (about the archive, searching, deadlines); theirs may cut their lists otherwise. */
const PAGINAS_VERSCHIL = { deel: 0.1, aantal: 30 };

/** Counts a built site. */
export function countSite(site: string): Sitetelling {
  const rijen = Object.fromEntries(LIJSTEN.map((begin) => [begin, 0]));
  let paginas = 0;
  let kamervragen = 0;
  let sitemap = 0;
  for (const path of listFiles(site)) {
    if (/^sitemap[^/]*\.xml$/.test(path)) sitemap += count(join(site, path), /<loc>[^<]*\/kamervraag\/[^<]*<\/loc>/g);
    if (!path.endsWith(".html")) continue;
    paginas += 1;
    if (path.startsWith("kamervraag/")) kamervragen += 1;
    const begin = LIJSTEN.find((lijst) => path.startsWith(lijst));
    if (begin !== undefined) rijen[begin] = (rijen[begin] ?? 0) + count(join(site, path), RIJ);
  }
  return { paginas, kamervragen, sitemap, rijen };
}

function count(file: string, pattern: RegExp): number {
  return new Set(readFileSync(file, "utf8").match(pattern) ?? []).size;
}

/** In what another site falls short of ours, a Dutch line for each; empty when they are equivalent. */
export function compareTellingen(onze: Sitetelling, andere: Sitetelling): readonly string[] {
  const minstens = onze.paginas * (1 - PAGINAS_VERSCHIL.deel) - PAGINAS_VERSCHIL.aantal;
  return [
    ...(andere.kamervragen === onze.kamervragen
      ? []
      : [`${andere.kamervragen} Kamervragen, bij ons ${onze.kamervragen}`]),
    ...(andere.paginas >= minstens ? [] : [`${andere.paginas} pagina's, bij ons ${onze.paginas}`]),
    ...(andere.sitemap >= onze.kamervragen
      ? []
      : [`${andere.sitemap} Kamervragen in de sitemap, van de ${onze.kamervragen}`]),
    ...LIJSTEN.filter((begin) => andere.rijen[begin] !== onze.rijen[begin]).map(
      (begin) => `${andere.rijen[begin]} rijen in de lijsten ${begin}, bij ons ${onze.rijen[begin]}`,
    ),
  ];
}

/** What the page of a Kamervraag lacks in a site, a Dutch line for each; empty when all of it is there. */
export function findGemis(site: string, markdown: string, bron: string): readonly string[] {
  const kamervraag = parseKamervraag(markdown, bron);
  const path = `${pathOfSleutel(kamervraag.sleutel)}.html`;
  if (!existsSync(join(site, path))) return [`${path} is er niet`];
  const html = readFileSync(join(site, path), "utf8");
  return [
    ...missingWords(kamervraag, markdown, html).map((woord) => `het woord «${woord}»`),
    ...datesOf(kamervraag)
      .filter((datum) => !html.includes(`datetime="${datum}"`))
      .map((datum) => `de datum ${datum}`),
    ...[...markdown.matchAll(/^#{2,3} (Vraag|Antwoord) (\d+)/gm)]
      .map(([, soort = "", nummer]) => `${soort.toLowerCase()}-${nummer}`)
      .filter((anker) => !new RegExp(`id="${anker}["-]`).test(html))
      .map((anker) => `het anker ${anker}`),
    ...deadLinks(site, path, html).map((href) => `waar ${href} heen wijst`),
  ].map((gemis) => `${path}: ${gemis} ontbreekt`);
}

// As often as it stands there: a text that was dropped has words that stand elsewhere as well.
function missingWords(kamervraag: Kamervraag, markdown: string, html: string): readonly string[] {
  const body = markdown.slice(markdown.indexOf("\n---\n", 3) + 5);
  const expected = countWords([...factsOf(kamervraag), body.replace(/\[\^[va]\d+\]:?/g, " ")].join("\n"));
  const found = countWords(html.replace(/<head>[\s\S]*?<\/head>|<[^>]*>|&#?\w+;/g, " "));
  return [...expected].filter(([woord, aantal]) => (found.get(woord) ?? 0) < aantal).map(([woord]) => woord);
}

function countWords(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

function factsOf({
  titel,
  indieners,
  gerichtAan,
  beantwoordDoor,
  onderwerpen,
  bronnen,
}: Kamervraag): readonly string[] {
  const personen = [...gerichtAan, ...beantwoordDoor].flatMap(({ naam, functie }) => [naam ?? "", functie ?? ""]);
  return [
    titel,
    ...indieners.flatMap(({ naam, fractie }) => [naam, fractie ?? ""]),
    ...personen,
    ...onderwerpen,
    ...bronnen.map(({ id }) => id),
  ];
}

function datesOf({ ingediend, beantwoord, mededelingen }: Kamervraag): readonly string[] {
  return [ingediend, beantwoord, ...mededelingen.map(({ datum }) => datum)].flatMap((datum) => datum ?? []);
}

// A link to a page needs its file, a link on the page its id: also those from a text to its note and back.
function deadLinks(site: string, path: string, html: string): readonly string[] {
  const hrefs = new Set([...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)].map(([, href = ""]) => href));
  return [...hrefs].filter((href) => {
    if (/^[a-z]+:/i.test(href)) return false;
    if (href.startsWith("#")) return !html.includes(`id="${href.slice(1)}"`);
    const target = decodeURI(href.replace(/[?#].*$/, ""));
    return !existsSync(join(site, target.startsWith("/") ? target : posix.join(posix.dirname(path), target)));
  });
}
