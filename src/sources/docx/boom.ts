/** The tree of a Word part as one reader sees it, and all text in it. */
import { isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { symboolOf } from "./symbool.ts";

/**
 * The tree with one of every pair of alternatives: a text box stands twice in the file, for new programs (`mc:Choice`) and
 * for old ones (`mc:Fallback`), with the same text.
 */
export function pickAlternatieven(wortel: XmlElement): XmlElement {
  const isPaar = (knoop: XmlKnoop) => isElement(knoop) && knoop.naam === "mc:AlternateContent";
  const flatten = (knoop: XmlKnoop): readonly XmlKnoop[] =>
    isElement(knoop) && isPaar(knoop) ? chosenOf(knoop).flatMap(flatten) : [pick(knoop)];
  // What has no alternatives in it stays as it is: a letter is not copied for one text box.
  const pick = (knoop: XmlKnoop): XmlKnoop => {
    if (!isElement(knoop)) return knoop;
    const kinderen = knoop.kinderen.some(isPaar) ? knoop.kinderen.flatMap(flatten) : knoop.kinderen.map(pick);
    const isSame = kinderen.length === knoop.kinderen.length && kinderen.every((one, at) => one === knoop.kinderen[at]);
    return isSame ? knoop : { ...knoop, kinderen };
  };
  const picked = pick(wortel);
  return isElement(picked) ? picked : wortel;
}

function chosenOf(alternatieven: XmlElement): readonly XmlKnoop[] {
  const options = alternatieven.kinderen.filter(isElement);
  return (options.find((option) => alleTekst(option).trim() !== "") ?? options[0])?.kinderen ?? [];
}

/** What stands between the tags of these is a command or data, not text. */
const GEEN_TEKST = new Set(["w:instrText", "w:delInstrText", "w:fldData", "w:binData"]);

/** Elements of other vocabularies that hold text: a formula, a text in a drawing. */
const ANDERE_TEKST = new Set(["m:t", "a:t"]);

/** Whether the characters directly inside this element are text of the document. */
export function isTekstdrager({ naam }: XmlElement): boolean {
  return (naam.startsWith("w:") && !GEEN_TEKST.has(naam)) || ANDERE_TEKST.has(naam);
}

/** The characters that an element stands for by itself. */
export function tekenVan(element: XmlElement): string {
  if (element.naam === "w:noBreakHyphen") return "-";
  if (element.naam === "w:softHyphen") return "\u00AD";
  if (element.naam === "w:sym") return symboolOf(element);
  if (element.naam === "w:tab" || element.naam === "w:ptab" || element.naam === "w:br" || element.naam === "w:cr")
    return " ";
  return "";
}

/** All text below an element, deleted text too, a line to a paragraph. */
export function alleTekst(knoop: XmlKnoop): string {
  const parts: string[] = [];
  const walk = (element: XmlElement) => {
    const isDrager = isTekstdrager(element);
    const teken = tekenVan(element);
    if (teken !== "") parts.push(teken);
    for (const child of element.kinderen) {
      if (isElement(child)) walk(child);
      else if (isDrager) parts.push(child);
    }
    if (element.naam === "w:p") parts.push("\n");
  };
  if (isElement(knoop)) walk(knoop);
  return parts.join("");
}
