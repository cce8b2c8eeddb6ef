/** Styles of a Word file: what a paragraph or run is by its style and the styles that one is based on. */
import { findKind, kinderenOf } from "../tekstverwerker/pakket.ts";
import type { XmlElement } from "../xml-boom.ts";

/** What a style or a run itself says; absent is "as it was". */
export interface Opmaakregels {
  readonly vet?: boolean | undefined;
  readonly cursief?: boolean | undefined;
  readonly verborgen?: boolean | undefined;
  readonly hoogte?: string | undefined;
}

export interface Stijl extends Opmaakregels {
  readonly isKop: boolean;
  readonly numId?: string | undefined;
  readonly niveau?: number | undefined;
}

export interface Stijlen {
  readonly get: (id: string | undefined) => Stijl;
  /** The style of paragraphs that name none. */
  readonly gewoneAlinea: string | undefined;
}

const GEEN: Stijl = { isKop: false };

/** Word cuts a chain of styles off far sooner; a chain that bites its own tail has no end. */
const MAX_KETEN = 20;

export function readStijlen(wortel: XmlElement | undefined): Stijlen {
  const elementen = new Map<string, XmlElement>();
  let gewoneAlinea: string | undefined;
  for (const style of kinderenOf(wortel, "w:style")) {
    const id = style.attributen["w:styleId"] ?? "";
    elementen.set(id, style);
    const isDefault = isAan(style.attributen["w:default"] ?? "0");
    if (isDefault && style.attributen["w:type"] === "paragraph") gewoneAlinea ??= id;
  }
  const defaults = readRegels(findKind(findKind(findKind(wortel, "w:docDefaults"), "w:rPrDefault"), "w:rPr"));
  const known = new Map<string, Stijl>();
  const resolve = (id: string, depth: number): Stijl => {
    const done = known.get(id);
    if (done) return done;
    const style = elementen.get(id);
    if (!style || depth > MAX_KETEN) return GEEN;
    const basis = findKind(style, "w:basedOn")?.attributen["w:val"];
    const isAlinea = style.attributen["w:type"] === "paragraph";
    const under = basis === undefined ? (isAlinea ? { ...GEEN, ...defaults } : GEEN) : resolve(basis, depth + 1);
    const made = { ...under, ...readStijl(style, under) };
    known.set(id, made);
    return made;
  };
  return { gewoneAlinea, get: (id) => (id === undefined ? GEEN : resolve(id, 0)) };
}

function readStijl(style: XmlElement, under: Stijl): Stijl {
  const naam = findKind(style, "w:name")?.attributen["w:val"] ?? "";
  const pPr = findKind(style, "w:pPr");
  const numPr = findKind(pPr, "w:numPr");
  const numId = findKind(numPr, "w:numId")?.attributen["w:val"];
  const ilvl = findKind(numPr, "w:ilvl")?.attributen["w:val"];
  const outline = Number(findKind(pPr, "w:outlineLvl")?.attributen["w:val"] ?? 9);
  return {
    ...readRegels(findKind(style, "w:rPr")),
    isKop: under.isKop || /^(?:heading|kop|titel|title|subtitle|ondertitel)\b/i.test(naam) || outline < 9,
    ...(numId === undefined ? {} : { numId }),
    ...(ilvl === undefined ? {} : { niveau: Number(ilvl) }),
  };
}

/** Reads `w:rPr`: only what it says itself. */
export function readRegels(rPr: XmlElement | undefined): Opmaakregels {
  const regels: { -readonly [Key in keyof Opmaakregels]: Opmaakregels[Key] } = {};
  for (const child of rPr?.kinderen ?? []) {
    if (typeof child === "string") continue;
    const val = child.attributen["w:val"];
    if (child.naam === "w:b") regels.vet = isAan(val);
    else if (child.naam === "w:i") regels.cursief = isAan(val);
    else if (child.naam === "w:vanish") regels.verborgen = isAan(val);
    else if (child.naam === "w:vertAlign") regels.hoogte = val;
  }
  return regels;
}

/** Whether a switch is on: `<w:b/>` is, `<w:b w:val="0"/>` is not. */
export function isAan(val: string | undefined): boolean {
  return !(val === "0" || val === "false" || val === "off" || val === "none");
}
