/** What a reader sees in each place of a built page, without the words that the archive puts there itself. */
import { DomUtils, parseDocument } from "htmlparser2";

type Knoop = Parameters<typeof DomUtils.textContent>[0];
type Element = NonNullable<ReturnType<typeof DomUtils.getElementById>>;

/** Reads the text of every place of a page of a Kamervraag, by its address; nothing beside it. */
export function readPlaatsen(html: string): ReadonlyMap<string, string> {
  const document = parseDocument(html);
  const plaatsen = new Map<string, string>();
  const put = (klas: string, heading: string, kop: (blok: Element) => string, tekst: (blok: Element) => string) => {
    for (const blok of all(document, klas)) {
      const id = all(blok, heading)[0]?.attribs.id;
      if (id !== undefined) plaatsen.set(id, `${kop(blok)} ${tekst(blok)}`);
    }
  };
  // Headings that are the archive's own word count for nothing.
  const textOf = (klas: string) => (blok: Element) =>
    all(blok, klas)
      .map((een) => ownText(een))
      .join(" ");
  put("vraag", "vraag__kop", textOf("vraag__woord"), textOf("vraag__tekst"));
  put("antwoord", "antwoord__kop", textOf("antwoord__kop"), (blok) => ownText(blok, ["antwoord__kop"]));
  put("tekstblok", "tekstblok__kop", textOf("tekstblok__kop"), textOf("tekstblok__tekst"));
  put("mededeling", "mededeling__kop", () => "", textOf("mededeling__tekst"));
  for (const noot of all(document, "noot")) {
    if (noot.attribs.id !== undefined) plaatsen.set(noot.attribs.id, ownText(noot, ["noot__nummer"]));
  }
  const [h1] = DomUtils.getElementsByTagName("h1", document);
  if (h1) plaatsen.set("titel", DomUtils.textContent(h1));
  const documenten = DomUtils.getElementById("documenten", document)?.parent;
  if (documenten) plaatsen.set("documenten", DomUtils.textContent(documenten));
  return plaatsen;
}

/** The archive's own words inside a text of the record. */
const EIGEN = [
  "noten",
  "nootbronnen",
  "opmerking",
  "kopieer",
  "vraag__verwijzing",
  "antwoord__herkomst",
  "antwoordwijze",
  "tekstblok__kop--archief",
];

function ownText(knoop: Knoop, without: readonly string[] = []): string {
  if (!("children" in knoop)) return DomUtils.textContent(knoop);
  if ("attribs" in knoop && hasOne(knoop, [...EIGEN, ...without])) return "";
  return knoop.children.map((child) => ownText(child, without)).join("");
}

function all(from: Knoop, klas: string): readonly Element[] {
  const isOne = (element: Element) => hasOne(element, [klas]);
  return DomUtils.findAll(isOne, "children" in from ? from.children : []);
}

function hasOne({ attribs }: Element, klassen: readonly string[]): boolean {
  return (attribs.class ?? "").split(" ").some((klas) => klassen.includes(klas));
}
