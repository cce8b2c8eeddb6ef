/** Looking at the blocks of an `Opmaak`, and cutting them where a line ends inside one. */
import { element } from "../opmaak.ts";
import { foldSpace, isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";

/** The words of a block as one line, notes left out. */
export function regelOf(blok: XmlElement): string {
  return foldSpace(blok.kinderen.map(wordsOf).join(""));
}

function wordsOf(knoop: XmlKnoop): string {
  if (!isElement(knoop)) return knoop;
  if (knoop.lokaal === "noot") return "";
  return knoop.lokaal === "br" ? " " : knoop.kinderen.map(wordsOf).join("");
}

/** Whether a block is a line of running text, and no list or table. */
export function isAlinea({ lokaal }: XmlElement): boolean {
  return lokaal === "al" || lokaal === "tussenkop";
}

/** Cuts a block after a number of its words' characters (white space not counted); notes stay with what they follow. */
export function splitBlok(blok: XmlElement, ink: number): readonly [XmlElement, XmlElement] {
  const [head, tail] = splitKnopen(blok.kinderen, ink);
  return [
    { ...blok, kinderen: head },
    { ...blok, naam: "al", lokaal: "al", kinderen: tail },
  ];
}

function splitKnopen(knopen: readonly XmlKnoop[], ink: number): readonly [readonly XmlKnoop[], readonly XmlKnoop[]] {
  const head: XmlKnoop[] = [];
  let left = ink;
  for (const [index, knoop] of knopen.entries()) {
    const count = inkOf(knoop);
    if (left === 0 && !(isElement(knoop) && knoop.lokaal === "noot")) return [head, knopen.slice(index)];
    if (count <= left) {
      head.push(knoop);
      left -= count;
      continue;
    }
    const rest = knopen.slice(index + 1);
    if (!isElement(knoop)) {
      const at = indexAfterInk(knoop, left);
      return [
        [...head, knoop.slice(0, at)],
        [knoop.slice(at), ...rest],
      ];
    }
    const [inner, outer] = splitKnopen(knoop.kinderen, left);
    return [
      [...head, { ...knoop, kinderen: inner }],
      [{ ...knoop, kinderen: outer }, ...rest],
    ];
  }
  return [head, []];
}

export function inkOf(knoop: XmlKnoop): number {
  return isElement(knoop) ? wordsOf(knoop).replace(/\s+/g, "").length : knoop.replace(/\s+/g, "").length;
}

function indexAfterInk(text: string, ink: number): number {
  let left = ink;
  let index = 0;
  while (index < text.length && left > 0) {
    if (!/\s/.test(text[index] ?? "")) left -= 1;
    index += 1;
  }
  return index;
}

/** Divides a paragraph at its line breaks, when one of its lines `isEigenRegel`. */
export function splitAtBreaks(blok: XmlElement, isEigenRegel: (regel: string) => boolean): readonly XmlElement[] {
  if (!isAlinea(blok) || !blok.kinderen.some((child) => isElement(child) && child.lokaal === "br")) return [blok];
  const lines: XmlKnoop[][] = [[]];
  for (const child of blok.kinderen) {
    if (isElement(child) && child.lokaal === "br") lines.push([]);
    else lines.at(-1)?.push(child);
  }
  const parts = lines.map((kinderen) => element("al", kinderen, { regel: blok.regel }));
  return parts.some((part) => isEigenRegel(regelOf(part))) ? parts.filter((part) => regelOf(part) !== "") : [blok];
}
