/**
 * Paragraphs that begin with a dash or bullet become lists. Numbers do not make one: "1." can as well be a vraag, and "1)"
 * a note, and which it is shows only in the conversation.
 */
import { element } from "../opmaak.ts";
import type { XmlElement } from "../xml-boom.ts";

interface Punt {
  readonly bron: XmlElement;
  readonly teken: string;
  readonly inhoud: XmlElement;
}

/** Gathers items that follow each other: two or more, with the same sign. */
export function toLijsten(elementen: readonly XmlElement[]): readonly XmlElement[] {
  const result: XmlElement[] = [];
  let punten: Punt[] = [];
  const flush = () => {
    if (punten.length >= 2) result.push(element("lijst", punten.map(toLi)));
    else for (const { bron } of punten) result.push(bron);
    punten = [];
  };
  for (const bron of elementen) {
    const punt = readPunt(bron);
    if (!punt || punt.teken !== punten[0]?.teken) flush();
    if (punt) punten.push(punt);
    else result.push(bron);
  }
  flush();
  return result;
}

function toLi({ teken, inhoud }: Punt): XmlElement {
  return element("li", [element("li.nr", [teken]), inhoud]);
}

const PUNT = /^([-–—•·‧∙▪■●○◦])\s+(?=\S)/;

function readPunt(bron: XmlElement): Punt | undefined {
  const [first, ...rest] = bron.kinderen;
  if (bron.lokaal !== "al" || typeof first !== "string") return undefined;
  const [kop, teken] = PUNT.exec(first) ?? [];
  if (kop === undefined || teken === undefined) return undefined;
  return { bron, teken, inhoud: element("al", [first.slice(kop.length), ...rest]) };
}
