/** What a reader sees in each place of a built page, without the words that the archive puts there itself. */
import { DomUtils, parseDocument } from "htmlparser2";

type Knoop = Parameters<typeof DomUtils.textContent>[0];
type Element = NonNullable<ReturnType<typeof DomUtils.getElementById>>;

/** Reads the text of every place of a page of a Kamervraag, by its address; nothing beside it. */
export function readPlaatsen(html: string): ReadonlyMap<string, string> {
  const document = parseDocument(html);
  const plaatsen = new Map<string, string>();
  // Each is a heading with an address, and after it all the rest. Headings that are the archive's own word count for nothing.
  for (const klas of ["vraag", "antwoord", "tekstblok", "mededeling"]) {
    for (const blok of all(document, klas)) {
      const [kop, ...rest] = blok.children.filter((een) => "attribs" in een);
      if (kop?.attribs.id === undefined) continue;
      const delen = klas === "mededeling" ? rest : [kop, ...rest];
      plaatsen.set(kop.attribs.id, delen.map((deel) => ownText(deel)).join(" "));
    }
  }
  // A note is its number, and after it all the rest.
  for (const noot of all(document, "noten").flatMap(({ children }) => children.filter((een) => "attribs" in een))) {
    const [, ...rest] = noot.children.filter((een) => "attribs" in een);
    if (noot.attribs.id !== undefined) plaatsen.set(noot.attribs.id, rest.map((deel) => ownText(deel)).join(" "));
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
  "vraag__verwijzing",
  "antwoord__herkomst",
  "antwoordwijze",
  "mededeling__bron",
  "tekstblok__kop--archief",
];

function ownText(knoop: Knoop): string {
  if (!("children" in knoop)) return DomUtils.textContent(knoop);
  if ("attribs" in knoop && hasOne(knoop, EIGEN)) return "";
  return knoop.children.map(ownText).join("");
}

function all(from: Knoop, klas: string): readonly Element[] {
  const isOne = (element: Element) => hasOne(element, [klas]);
  return DomUtils.findAll(isOne, "children" in from ? from.children : []);
}

function hasOne({ attribs }: Element, klassen: readonly string[]): boolean {
  return (attribs.class ?? "").split(" ").some((klas) => klassen.includes(klas));
}
