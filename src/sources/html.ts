/**
 * Reads official HTML: the pages of the repository (`div#broodtekst`) and of the official site (`div.stuk`). The page is
 * brought to the vocabulary of the official XML and then read by the same reader.
 * @see docs/formats/officiele-html.md
 */
import type { Parsed } from "../model/kamervraag.ts";
import type { Bronbestand, GelezenDocument, Metadata, Stuk } from "./gelezen.ts";
import { withMetadata } from "./met-metadata.ts";
import { readMetadataPairs } from "./metadata.ts";
import { readConversatie } from "./xml.ts";
import {
  elementsOf,
  findElements,
  foldSpace,
  isElement,
  textOf,
  type XmlBoom,
  type XmlElement,
  type XmlKnoop,
} from "./xml-boom.ts";

/** The element of a page that holds the conversation, if it is a page of a kv or ah. */
export function findHtmlInhoud(wortel: XmlElement): XmlElement | undefined {
  if (wortel.lokaal !== "html" && !findElements(wortel, "body").length) return undefined;
  const all = flatten(wortel);
  const isConversatie = (element: XmlElement) =>
    hasClass(element, "vraag") || hasClass(element, "antwoord") || hasClass(element, "kamervraagomschrijving_kop");
  if (!all.some(isConversatie)) return undefined;
  const holds = (element: XmlElement) => flatten(element).some(isConversatie);
  return (
    all.find(({ attributen }) => attributen.id === "broodtekst") ??
    all.find((element) => hasClass(element, "stuk") && holds(element)) ??
    all.find((element) => element.lokaal === "main" && holds(element)) ??
    all.find(({ lokaal }) => lokaal === "body")
  );
}

/** Reads one page; the metadata in its head completes what the text states. */
export function readOfficieleHtml(bron: Bronbestand, boom: XmlBoom, inhoud: XmlElement): Parsed<GelezenDocument> {
  const sidecars = boom.wortel ? readHead(boom.wortel, bron) : [];
  const id = sidecars[0]?.id;
  const page = toVocabulary(inhoud);
  const { value } = readConversatie(bron, boom, page.inhoud, {
    vorm: "html",
    tekens: countInk(inhoud),
    stukken: page.stukken,
    ...(id ? { id } : {}),
  });
  // The page itself is the source of these facts: it is not named a second time.
  const { metadata: _, ...document } = withMetadata(value, sidecars);
  return { value: document, diagnostiek: document.diagnostiek };
}

function readHead(wortel: XmlElement, { bestand, sha256 }: Bronbestand): readonly Metadata[] {
  const rows = flatten(wortel).filter(({ lokaal, attributen }) => lokaal === "meta" && attributen.name);
  return readMetadataPairs(
    rows.map(({ attributen }) => [attributen.name ?? "", attributen.content ?? ""] as const),
    { bestand, sha256 },
  );
}

interface Page {
  readonly inhoud: XmlElement;
  /** What the page shows beside the record's own words. */
  readonly stukken: readonly Stuk[];
}

function toVocabulary(inhoud: XmlElement): Page {
  const noten = new Map<string, XmlElement>();
  const stukken: Stuk[] = [];
  for (const element of flatten(inhoud).filter(isNoot)) noten.set(nootIdOf(element), element);
  const called = new Set<string>();

  const mapAll = (knopen: readonly XmlKnoop[]): XmlKnoop[] =>
    knopen.flatMap((knoop) => (isElement(knoop) ? map(knoop) : [knoop]));
  const as = (element: XmlElement, naam: string, attributen: Readonly<Record<string, string>> = {}): XmlElement => ({
    ...element,
    naam,
    lokaal: naam,
    attributen,
    kinderen: mapAll(element.kinderen),
  });

  const map = (element: XmlElement): readonly XmlKnoop[] => {
    if (element.lokaal === "script" || element.lokaal === "style") return [];
    if (isNoot(element)) return [];
    if (isNootmerk(element)) return toNoot(element);
    if (element.lokaal === "sup" && elementsOf(element).some(isNootmerk)) return mapAll(element.kinderen);
    if (hasClass(element, "kamervraagomschrijving_kop")) {
      const type = /^\s*(?:nader\s+|aanvullend\s+)?(?:antwoord|mededeling|beantwoording|reactie)/i.test(textOf(element))
        ? "antwoord"
        : "vraag";
      return [as(element, "kamervraagomschrijving", { type })];
    }
    if (hasClass(element, "vraag") || hasClass(element, "antwoord") || hasClass(element, "kamervraagopmerking")) {
      const naam = ["vraag", "antwoord", "kamervraagopmerking"].find((option) => hasClass(element, option)) ?? "vraag";
      return [as(element, naam)];
    }
    if (hasClass(element, "stuktitel") || (element.lokaal === "p" && hasClass(element, "nummer")))
      return [as(element, "nr")];
    const naam = ELEMENTEN[element.lokaal];
    if (naam === "extref") return [as(element, naam, { doc: docOf(element.attributen.href ?? "") })];
    if (naam === "nadruk") return [as(element, naam, { type: /^(?:b|strong)$/.test(element.lokaal) ? "vet" : "cur" })];
    if (naam === "entry") return [as(element, naam, spansOf(element))];
    if (naam === "table") return [toTable(as(element, "table"))];
    if (naam !== undefined) return [as(element, naam)];
    return mapAll(element.kinderen);
  };

  // The first call of a note becomes the note itself, as in the XML; a later one stays a call.
  const toNoot = (merk: XmlElement): readonly XmlKnoop[] => {
    const id = (merk.attributen.href ?? "").replace(/^#/, "");
    const noot = noten.get(id);
    if (!noot) return [textOf(merk)];
    stukken.push({ tekst: textOf(merk), regel: "feit:nootnummer" });
    if (called.has(id)) return [];
    called.add(id);
    const parts = nootParts(noot);
    stukken.push({ tekst: parts.sluitknop, regel: "noot-sluitknop" });
    const nummer: XmlElement = {
      ...noot,
      naam: "noot.nr",
      lokaal: "noot.nr",
      attributen: {},
      kinderen: [parts.nummer],
    };
    const tekst = mapAll(parts.inhoud).map((knoop) =>
      isElement(knoop) && knoop.lokaal === "al" ? { ...knoop, naam: "noot.al", lokaal: "noot.al" } : knoop,
    );
    return [{ ...noot, naam: "noot", lokaal: "noot", attributen: { id }, kinderen: [nummer, ...tekst] }];
  };

  const mapped: XmlElement = {
    ...inhoud,
    naam: "kamervragen",
    lokaal: "kamervragen",
    attributen: {},
    kinderen: mapAll(inhoud.kinderen),
  };
  // A note that nothing calls stands at the end, as its own text.
  const uncalled = [...noten].filter(([id]) => !called.has(id)).map(([, noot]) => noot);
  for (const noot of uncalled) {
    const parts = nootParts(noot);
    stukken.push({ tekst: parts.sluitknop, regel: "noot-sluitknop" });
  }
  const rest = uncalled.flatMap((noot): XmlKnoop[] => {
    const parts = nootParts(noot);
    return [
      {
        ...noot,
        naam: "al",
        lokaal: "al",
        attributen: {},
        kinderen: [`${parts.nummer} `, ...mapAll(parts.inhoud).flatMap(unwrap)],
      },
    ];
  });
  return { inhoud: { ...mapped, kinderen: [...mapped.kinderen, ...rest] }, stukken };
}

function unwrap(knoop: XmlKnoop): readonly XmlKnoop[] {
  return isElement(knoop) && knoop.lokaal === "al" ? [...knoop.kinderen, " "] : [knoop];
}

/** HTML elements and what they are in the official XML. What is not named here is transparent. */
const ELEMENTEN: Readonly<Record<string, string>> = {
  p: "al",
  h3: "tussenkop",
  h4: "tussenkop",
  h5: "tussenkop",
  h6: "tussenkop",
  ul: "lijst",
  ol: "lijst",
  li: "li",
  b: "nadruk",
  strong: "nadruk",
  i: "nadruk",
  em: "nadruk",
  sup: "sup",
  sub: "inf",
  br: "br",
  a: "extref",
  table: "table",
  thead: "thead",
  tbody: "tbody",
  tfoot: "tfoot",
  tr: "row",
  th: "entry",
  td: "entry",
  caption: "title",
  blockquote: "citaat",
};

function isNoot(element: XmlElement): boolean {
  return element.lokaal === "div" && hasClass(element, "noot");
}

function isNootmerk(element: XmlElement): boolean {
  return element.lokaal === "a" && hasClass(element, "nootnum") && (element.attributen.href ?? "").startsWith("#");
}

function nootIdOf(noot: XmlElement): string {
  return (noot.attributen.id ?? "").replace(/^supernote-note-/, "");
}

function nootParts(noot: XmlElement): {
  readonly nummer: string;
  readonly sluitknop: string;
  readonly inhoud: readonly XmlKnoop[];
} {
  const children = elementsOf(noot);
  const sluitknop = children.find((child) => hasClass(child, "note-close"));
  const nummer = children.find((child) => child.lokaal === "sup" || hasClass(child, "nootnum"));
  return {
    nummer: nummer ? foldSpace(textOf(nummer)) : "",
    sluitknop: sluitknop ? textOf(sluitknop) : "",
    inhoud: noot.kinderen.filter((child) => child !== sluitknop && child !== nummer),
  };
}

// `stb-2020-118.html` is an address within the official site.
function docOf(href: string): string {
  return /^(?:\.\/)?([a-z]{1,5}-[A-Za-z0-9-]+)(?:\.html)?$/.exec(href)?.[1] ?? href;
}

/** How many columns and rows a cell covers; CALS counts the extra rows. */
function spansOf({ attributen }: XmlElement): Readonly<Record<string, string>> {
  const count = (value: string | undefined) => Math.min(Math.max(Number(value) || 1, 1), MAX_SPAN);
  return { breedte: String(count(attributen.colspan)), morerows: String(count(attributen.rowspan) - 1) };
}

const MAX_SPAN = 100;

/** Gives a table the shape of CALS: a `tgroup`, and for every cell the names of the columns that it covers. */
function toTable(table: XmlElement): XmlElement {
  const title = elementsOf(table).filter(({ lokaal }) => lokaal === "title");
  const parts = elementsOf(table).filter(
    ({ lokaal }) => lokaal === "thead" || lokaal === "tbody" || lokaal === "tfoot",
  );
  const loose = table.kinderen.filter((child) => isElement(child) && child.lokaal === "row");
  const groups = loose.length > 0 ? [...parts, element(table, "tbody", {}, loose)] : parts;
  let width = 0;
  const named = groups.map((group) => {
    const carried = new Map<number, number>();
    const rows = group.kinderen.map((row) => {
      if (!isElement(row)) return row;
      let column = 0;
      const kinderen = row.kinderen.map((entry) => {
        if (!isElement(entry)) return entry;
        while ((carried.get(column) ?? 0) > 0) {
          carried.set(column, (carried.get(column) ?? 0) - 1);
          column += 1;
        }
        const start = column;
        column += Number(entry.attributen.breedte) || 1;
        const morerows = entry.attributen.morerows ?? "0";
        for (let covered = start; covered < column; covered += 1)
          if (Number(morerows) > 0) carried.set(covered, Number(morerows));
        return { ...entry, attributen: { namest: `k${start + 1}`, nameend: `k${column}`, morerows } };
      });
      width = Math.max(width, column);
      return { ...row, kinderen };
    });
    return { ...group, kinderen: rows };
  });
  const colspecs = Array.from({ length: width }, (_, index) =>
    element(table, "colspec", { colname: `k${index + 1}` }, []),
  );
  return { ...table, kinderen: [...title, element(table, "tgroup", {}, [...colspecs, ...named])] };
}

function element(
  at: XmlElement,
  naam: string,
  attributen: Readonly<Record<string, string>>,
  kinderen: readonly XmlKnoop[],
): XmlElement {
  return { naam, lokaal: naam, attributen, kinderen, regel: at.regel };
}

function flatten(root: XmlElement): readonly XmlElement[] {
  return [root, ...elementsOf(root).flatMap(flatten)];
}

function hasClass({ attributen }: XmlElement, name: string): boolean {
  return (attributen.class ?? "").split(/\s+/).includes(name);
}

function countInk(knoop: XmlKnoop): number {
  if (!isElement(knoop)) return knoop.replace(/\s+/g, "").length;
  if (knoop.lokaal === "script" || knoop.lokaal === "style") return 0;
  return knoop.kinderen.reduce((sum, child) => sum + countInk(child), 0);
}
