/**
 * Notes that a writer typed at the end of a document, "1) …" or "[1] …", in a form that has notes of its own but was not asked
 * for them. Found as in plain text, and put at the place of their call.
 * @see docs/formats/tekstvormen.md#noten
 */
import type { Stuk } from "../gelezen.ts";
import { element, noot } from "../opmaak.ts";
import type { Regel } from "../tekst/regels.ts";
import { findEindnoten, findOngenummerdeNoten, type GevondenNoot, type Nootplaats } from "../tekst/voetnoten.ts";
import { findElements, isElement, type XmlElement, type XmlKnoop } from "../xml-boom.ts";
import { isAlinea, regelOf, splitBlok } from "./blokken.ts";

export interface MetEindnoten {
  readonly blokken: readonly XmlElement[];
  readonly stukken: readonly Stuk[];
}

/** Takes typed notes out of the end of the blocks and puts each where its first mark stands; else the blocks as they are. */
export function withEindnoten(blokken: readonly XmlElement[]): MetEindnoten {
  // The place of a line is that of its block; what is no paragraph is an empty line.
  const lijst = findEindlijst(blokken);
  const regels = blokken.map((blok, nr): Regel => {
    const label = nr >= lijst ? `${blok.attributen.nummer}) ` : labelOf(blok);
    return { tekst: isAlinea(blok) ? label + regelOf(blok) : "", nr };
  });
  const found = findEindnoten(regels) ?? findOngenummerdeNoten(regels);
  const laatste = found?.noten.at(-1)?.regels.at(-1)?.nr ?? -1;
  // Notes stand at the very end: behind them comes no other block.
  if (!found || blokken.slice(laatste + 1).some((blok) => regelOf(blok) !== "")) return { blokken, stukken: [] };
  const stukken: Stuk[] = [];
  const eerste = found.noten[0]?.regels[0]?.nr ?? blokken.length;
  const geplaatst = new Set<string>();
  const perNummer = new Map(found.noten.map((one) => [one.nummer, one]));
  const perBlok = groupMerken(found.merken, found.regels);
  const body = blokken.slice(0, eerste).map((blok, index) => {
    const merken = perBlok.get(index) ?? [];
    return merken
      .toReversed()
      .reduce((rest, merk) => placeMerk(rest, merk, perNummer, blokken, geplaatst, stukken), blok);
  });
  const ongeroepen = found.noten.filter(({ nummer }) => !geplaatst.has(nummer)).map((one) => toNoot(one, blokken));
  return { blokken: [...body, ...ongeroepen], stukken };
}

function groupMerken(
  merken: readonly Nootplaats[],
  regels: readonly Regel[],
): ReadonlyMap<number, readonly Nootplaats[]> {
  const perBlok = new Map<number, Nootplaats[]>();
  for (const merk of merken) {
    const blok = regels[merk.regel]?.nr ?? -1;
    const own = perBlok.get(blok);
    if (own) own.push(merk);
    else perBlok.set(blok, [merk]);
  }
  return perBlok;
}

/** Where a numbered list at the very end begins: "1." there may be the note to the mark "1)". */
function findEindlijst(blokken: readonly XmlElement[]): number {
  const last = blokken.findLastIndex((blok) => regelOf(blok) !== "");
  const { lijst } = blokken[last]?.attributen ?? {};
  if (lijst === undefined) return blokken.length;
  const before = blokken.findLastIndex((blok, index) => index <= last && blok.attributen.lijst !== lijst);
  return before + 1;
}

function labelOf({ attributen }: XmlElement): string {
  return attributen.label === undefined ? "" : `${attributen.label} `;
}

function placeMerk(
  blok: XmlElement,
  { van, tot, nummer }: Nootplaats,
  noten: ReadonlyMap<string, GevondenNoot>,
  blokken: readonly XmlElement[],
  geplaatst: Set<string>,
  stukken: Stuk[],
): XmlElement {
  const found = noten.get(nummer);
  if (!found) return blok;
  const regel = labelOf(blok) + regelOf(blok);
  const inkBefore = (end: number) => regel.slice(labelOf(blok).length, end).replace(/\s+/g, "").length;
  const [head, rest] = splitBlok(blok, inkBefore(van));
  const [merk, tail] = splitBlok(rest, inkBefore(tot) - inkBefore(van));
  stukken.push({ tekst: regelOf(merk), regel: "feit:nootnummer" });
  // Marks are placed from the last to the first: a note belongs to the first, so an earlier mark takes it over.
  const achter = [...findElements(merk, "noot"), ...findElements(merk, "nootref"), ...tail.kinderen];
  const eerder = geplaatst.has(nummer) ? achter.map((knoop) => withoutNoot(knoop, nummer)) : achter;
  geplaatst.add(nummer);
  return { ...head, kinderen: [...head.kinderen, toNoot(found, blokken), ...eerder] };
}

function idOf(nummer: string): string {
  return `eind-${nummer}`;
}

// The same note, called again: a reference to it.
function withoutNoot(knoop: XmlKnoop, nummer: string): XmlKnoop {
  if (!isElement(knoop)) return knoop;
  if (knoop.lokaal === "noot" && knoop.attributen.id === idOf(nummer))
    return element("nootref", [], { attributen: { refid: idOf(nummer) } });
  return { ...knoop, kinderen: knoop.kinderen.map((child) => withoutNoot(child, nummer)) };
}

function toNoot({ label, nummer, regels }: GevondenNoot, blokken: readonly XmlElement[]): XmlElement {
  const alineas = regels.map(({ tekst, nr }): readonly XmlKnoop[] => {
    const blok = blokken[nr];
    if (!blok) return [tekst];
    const eigen = withoutLabel(blok, label);
    // Two notes in one paragraph: its words are divided, its mark-up is not.
    return regelOf(eigen) === tekst ? eigen.kinderen : [tekst];
  });
  const made = noot(label, alineas, idOf(nummer), nummer);
  const isGetekend = blokken[regels[0]?.nr ?? -1]?.attributen.label !== undefined;
  if (!isGetekend) return made;
  const kinderen = made.kinderen.map((child) =>
    isElement(child) && child.lokaal === "noot.nr" ? { ...child, attributen: { gegenereerd: "ja" } } : child,
  );
  return { ...made, kinderen };
}

function withoutLabel(blok: XmlElement, label: string): XmlElement {
  if (label === "" || blok.attributen.label !== undefined || !regelOf(blok).startsWith(label)) return blok;
  const [, rest] = splitBlok(blok, label.replace(/\s+/g, "").length);
  const [first, ...others] = rest.kinderen;
  return { ...rest, kinderen: [typeof first === "string" ? first.trimStart() : (first ?? ""), ...others] };
}
