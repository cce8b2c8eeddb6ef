/** Lists that a text writes with dashes, bullets or labels at the beginning of its paragraphs. */
import { element } from "../opmaak.ts";
import { isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";

const STREEPJE = /^\s*([-–—•·▪‧∙●○■□])\s+(?=\S)/;
// Figures alone are a row of a table, not an item.
const LABEL = /^\s*(\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)])\s+(?=\S)(?![\d\s.,%–-]+$)/;

interface Item {
  readonly blok: XmlElement;
  readonly label: string;
  /** Whether the form draws the label by itself: it is then not in the text. */
  readonly isGetekend: boolean;
}

/** Makes lists of paragraphs that begin like items. A label counts only where the next item follows: "1." may be a sentence's end. */
export function gatherLijsten(blokken: readonly XmlElement[]): readonly XmlElement[] {
  const result: XmlElement[] = [];
  let run: Item[] = [];
  const flush = () => {
    const isZeker = run.every(({ label, isGetekend }) => isGetekend || STREEPJE.test(`${label} x`));
    if (run.length > 1 || (run.length === 1 && isZeker)) result.push(toLijst(run));
    else result.push(...run.map(({ blok }) => blok));
    run = [];
  };
  for (const blok of blokken) {
    const isGetekend = blok.attributen.label !== undefined;
    const label = blok.lokaal === "al" ? (blok.attributen.label ?? labelOf(blok)) : undefined;
    const isStreepje = label !== undefined && STREEPJE.test(`${label} x`);
    const previous = run.at(-1)?.label;
    if (label === undefined || (previous !== undefined && STREEPJE.test(`${previous} x`) !== isStreepje)) flush();
    if (label === undefined) result.push(blok);
    else run.push({ blok, label, isGetekend });
  }
  flush();
  return result;
}

function labelOf(blok: XmlElement): string | undefined {
  const [first] = blok.kinderen;
  if (first === undefined || isElement(first)) return undefined;
  return (STREEPJE.exec(first) ?? LABEL.exec(first))?.[1];
}

function toLijst(items: readonly Item[]): XmlElement {
  return element(
    "lijst",
    items.map(({ blok, label, isGetekend }) =>
      element(
        "li",
        [
          element("li.nr", [label], isGetekend ? { attributen: { gegenereerd: "ja" } } : {}),
          element("al", isGetekend ? blok.kinderen : withoutLabel(blok.kinderen, label)),
        ],
        {
          regel: blok.regel,
        },
      ),
    ),
    { attributen: { type: "expliciet" }, regel: items[0]?.blok.regel ?? 1 },
  );
}

function withoutLabel([first = "", ...rest]: readonly XmlKnoop[], label: string): readonly XmlKnoop[] {
  return isElement(first) ? [first, ...rest] : [first.slice(first.indexOf(label) + label.length).trimStart(), ...rest];
}
