/**
 * Numbers that a word processor draws and the file does not hold: they stand in the blocks, as a reader of the document sees
 * them, and are no part of its text.
 */
import { element, noot } from "../opmaak.ts";
import { isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";

const GEGENEREERD = { gegenereerd: "ja" };

/** A list item's number or bullet that the program drew. */
export function drawnLijstnummer(label: string): XmlElement {
  return element("li.nr", [label], { attributen: GEGENEREERD });
}

/** A figure at a place where the program drew one. */
export function drawnCijfer(nummer: string): XmlElement {
  return element("sup", [nummer], { attributen: GEGENEREERD });
}

/** A note whose number the program counted. */
export function drawnNoot(nummer: string, alineas: readonly (readonly XmlKnoop[])[], id: string): XmlElement {
  const made = noot(nummer, alineas, id);
  return {
    ...made,
    kinderen: made.kinderen.map((child) =>
      isElement(child) && child.naam === "noot.nr" ? { ...child, attributen: GEGENEREERD } : child,
    ),
  };
}

/** All text of blocks as the file holds it: without what the program drew. */
export function tekstUitBestand(knopen: readonly XmlKnoop[]): string {
  return knopen
    .map((knoop): string => {
      if (!isElement(knoop)) return knoop;
      return knoop.attributen.gegenereerd ? "" : tekstUitBestand(knoop.kinderen);
    })
    .join("");
}

/** What the program drew in some blocks: for an account that counts every character of the blocks. */
export function gegenereerdeTekst(knopen: readonly XmlKnoop[]): string {
  return knopen
    .map((knoop): string => {
      if (!isElement(knoop)) return "";
      return knoop.attributen.gegenereerd ? tekstOf(knoop) : gegenereerdeTekst(knoop.kinderen);
    })
    .join("");
}

function tekstOf(knoop: XmlKnoop): string {
  return isElement(knoop) ? knoop.kinderen.map(tekstOf).join("") : knoop;
}
