/** When a fact as it was labelled and a fact as it was read are the same; both are written as in the table. */
import type { Veld } from "./labels.ts";

/** Stands before those in whose name it was answered as well. */
export const MEDE_NAMENS = "mede namens";
const RANG = /^(?:vice-?)?(?:minister-president|minister|staatssecretaris)(?![\p{L}-])/iu;

/** Whether two ways of writing mean the same fact. */
export function isZelfde(veld: Veld, expected: string, found: string): boolean {
  if (veld === "indieners") return isZelfdeIndiener(splitHaakjes(expected), splitHaakjes(found));
  if (veld === "beantwoordDoor") return isZelfdeBeantwoorder(expected, found);
  if (veld === "gerichtAan") return fold(expected) === fold(found);
  return expected.toLowerCase().replace(/\s/g, "") === found.toLowerCase().replace(/\s/g, "");
}

function isZelfdeIndiener(expected: MetHaakjes, found: MetHaakjes): boolean {
  return isZelfdeNaam(expected.voor, found.voor) && fold(expected.tussen ?? "") === fold(found.tussen ?? "");
}

// "Minister Wierdeman (Dijken)" does not tell Minister *van* from *voor* Dijken: that word is left out of it.
function isZelfdeBeantwoorder(expected: string, found: string): boolean {
  const [a, b] = [parseBeantwoorder(expected), parseBeantwoorder(found)];
  return (
    a.medeNamens === b.medeNamens &&
    fold(a.rang) === fold(b.rang) &&
    fold(a.portefeuille ?? "") === fold(b.portefeuille ?? "") &&
    (a.naam === undefined ? b.naam === undefined : b.naam !== undefined && isZelfdeNaam(a.naam, b.naam))
  );
}

function parseBeantwoorder(written: string) {
  const medeNamens = written.startsWith(MEDE_NAMENS);
  const wie = written.slice(medeNamens ? MEDE_NAMENS.length : 0).trim();
  const { voor, tussen } = splitHaakjes(wie);
  if (tussen === undefined) return { medeNamens, naam: undefined, ...parseFunctie(wie) };
  const rang = RANG.exec(voor)?.[0] ?? "";
  return { medeNamens, naam: voor.slice(rang.length).trim(), rang, portefeuille: tussen };
}

/** A function in two: "Minister voor Dijken" is Minister and Dijken. */
export function parseFunctie(functie: string) {
  const rang = RANG.exec(functie)?.[0] ?? "";
  const portefeuille = functie
    .slice(rang.length)
    .replace(/^[\s,]+/, "")
    .replace(/^(?:van|voor)(?:\s+|(?=\p{Lu}))/u, "");
  return { rang, portefeuille };
}

interface MetHaakjes {
  readonly voor: string;
  readonly tussen: string | undefined;
}

function splitHaakjes(written: string): MetHaakjes {
  const found = /^(.*?)\s*\(([^()]*)\)$/.exec(written);
  return { voor: found?.[1] ?? written, tussen: found?.[2] };
}

/** The same surname; what was found may have first names or initials before it, and no less than is expected. */
function isZelfdeNaam(expected: string, found: string): boolean {
  const words = found.split(/\s+/);
  return words.some((_, index) => {
    const before = words[index - 1] ?? "";
    return !IN_DE_NAAM.test(before) && fold(words.slice(index).join(" ")) === fold(expected);
  });
}

// A word that belongs to the name that follows: with it left out, it would be another name.
const IN_DE_NAAM = /^(?:van|von|de|den|der|di|du|el|het|in|la|le|op|te|ten|ter|'t|’t|.*[-–])$/i;

// Case, accents (also loose ones, as PDF has them), spaces and punctuation make no difference.
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
