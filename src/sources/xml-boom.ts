/**
 * Reads XML into a small tree with places. Tolerant: what is broken is told and what stands there is kept. Nothing outside
 * the text is ever looked up: only the five entities of XML and numeric references are known, and a document type with
 * declarations of its own (the way of an "XML bomb") is refused by the caller, see `hasOwnEntities`.
 */
import { Parser } from "htmlparser2";

export interface XmlElement {
  readonly naam: string;
  /** Local name, without prefix, lower case. */
  readonly lokaal: string;
  readonly attributen: Readonly<Record<string, string>>;
  readonly kinderen: readonly XmlKnoop[];
  /** Line in the text, counted from 1. */
  readonly regel: number;
}

export type XmlKnoop = XmlElement | string;

export interface XmlBoom {
  readonly wortel: XmlElement | undefined;
  /** Names of the elements that the text ends in the middle of: a truncated file. */
  readonly nietGesloten: readonly string[];
  /** Elements that were closed by the end tag of an element around them. */
  readonly scheef: readonly { readonly naam: string; readonly regel: number }[];
  /** Set when the nesting is so deep that reading was broken off. */
  readonly isTeDiep: boolean;
}

/** Deeper elements are read as part of the element at this depth: no official document comes near it. */
const MAX_DEPTH = 200;

/** Reading a text that nests this deep takes time that grows with the square: no one wrote it. */
const BREAK_OFF_DEPTH = 10_000;

/** Whether a text declares entities of its own. */
export function hasOwnEntities(xml: string): boolean {
  return /<!ENTITY\b/i.test(xml) || /<!DOCTYPE[^>[]*\[/i.test(xml);
}

/**
 * Parses a whole text. Processing instructions and comments leave no trace, also in the middle of a word. As HTML, end tags
 * may be missing and names of entities are those of HTML: then nothing is reported as crooked.
 */
export function parseXml(xml: string, { isHtml = false } = {}): XmlBoom {
  const lines = lineCounter(xml);
  const stack: { element: XmlElement & { kinderen: XmlKnoop[] }; start: number }[] = [];
  let wortel: XmlElement | undefined;
  let extraDepth = 0;
  let isAtEnd = false;
  let isTeDiep = false;
  const nietGesloten: string[] = [];
  const scheef: { naam: string; regel: number }[] = [];
  const parser = new Parser(
    {
      onopentag(naam, attributen) {
        if (stack.length >= MAX_DEPTH) {
          extraDepth += 1;
          if (extraDepth > BREAK_OFF_DEPTH) {
            isTeDiep = true;
            parser.pause();
          }
          return;
        }
        const element = {
          naam,
          lokaal: naam.replace(/^.*:/, "").toLowerCase(),
          attributen,
          kinderen: [] as XmlKnoop[],
          regel: lines(parser.startIndex),
        };
        const parent = stack.at(-1)?.element;
        if (parent) parent.kinderen.push(element);
        else wortel ??= element;
        stack.push({ element, start: parser.startIndex });
      },
      ontext(text) {
        stack.at(-1)?.element.kinderen.push(text);
      },
      onclosetag(naam, isImplied) {
        if (extraDepth > 0) {
          extraDepth -= 1;
          return;
        }
        const top = stack.pop();
        // `<br/>` closes itself: its end tag is implied at its own place.
        if (!top || !isImplied || parser.startIndex === top.start) return;
        if (isAtEnd) nietGesloten.push(naam);
        else scheef.push({ naam, regel: top.element.regel });
      },
    },
    { xmlMode: !isHtml, decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.write(xml);
  if (isTeDiep) return { wortel: undefined, nietGesloten, scheef, isTeDiep };
  isAtEnd = true;
  parser.end();
  return isHtml ? { wortel, nietGesloten: [], scheef: [], isTeDiep } : { wortel, nietGesloten, scheef, isTeDiep };
}

export function isElement(knoop: XmlKnoop): knoop is XmlElement {
  return typeof knoop !== "string";
}

/** The child elements of an element. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.kinderen.filter(isElement);
}

/** The first element with this local name, in document order, the element itself included. */
export function findElement(element: XmlElement, lokaal: string): XmlElement | undefined {
  if (element.lokaal === lokaal) return element;
  for (const child of element.kinderen) {
    const found = isElement(child) ? findElement(child, lokaal) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** All elements with this local name, in document order; the inside of a found element is not searched. */
export function findElements(element: XmlElement, lokaal: string): readonly XmlElement[] {
  if (element.lokaal === lokaal) return [element];
  return element.kinderen.flatMap((child) => (isElement(child) ? findElements(child, lokaal) : []));
}

/** All text inside an element, as it stands. */
export function textOf(knoop: XmlKnoop): string {
  return isElement(knoop) ? knoop.kinderen.map(textOf).join("") : knoop;
}

/** All text inside an element, white space folded to single blanks (no-break spaces stay). */
export function foldedTextOf(element: XmlElement): string {
  return foldSpace(textOf(element));
}

export function foldSpace(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, " ").trim();
}

// Positions come in rising order: counting goes on where it stopped. The next line end is remembered, as a document of
// one line would otherwise be searched to its end for every element.
function lineCounter(text: string): (index: number) => number {
  let next = text.indexOf("\n");
  let line = 1;
  return (index) => {
    while (next !== -1 && next < index) {
      line += 1;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}
