/** Styles of an ODT file: of paragraphs and runs by name, and how lists are numbered. */
import type { Cijfersoort, Niveau } from "../tekstverwerker/nummering.ts";
import { allOf, findKind } from "../tekstverwerker/pakket.ts";
import { elementsOf, type XmlElement } from "../xml-boom.ts";

export interface Stijl {
  readonly vet?: boolean | undefined;
  readonly cursief?: boolean | undefined;
  readonly verborgen?: boolean | undefined;
  readonly hoogte?: "sup" | "inf" | undefined;
  readonly isKop?: boolean | undefined;
}

export interface Stijlen {
  readonly alinea: (naam: string | undefined) => Stijl;
  readonly tekst: (naam: string | undefined) => Stijl;
  /** The levels of a list style. */
  readonly findLijst: (naam: string | undefined) => readonly (Niveau | undefined)[] | undefined;
  /** The levels by which headings are numbered. */
  readonly koppen: readonly (Niveau | undefined)[];
}

const MAX_KETEN = 20;
const MAX_NIVEAU = 10;

/** Reads the styles of some parts; where two have one name, the first counts. */
export function readStijlen(delen: readonly (XmlElement | undefined)[]): Stijlen {
  const elementen = new Map<string, XmlElement>();
  const lijsten = new Map<string, readonly (Niveau | undefined)[]>();
  let koppen: readonly (Niveau | undefined)[] = [];
  for (const deel of delen) {
    if (!deel) continue;
    for (const style of allOf(deel, "style:style")) {
      const key = `${style.attributen["style:family"]} ${style.attributen["style:name"]}`;
      if (!elementen.has(key)) elementen.set(key, style);
    }
    for (const lijst of allOf(deel, "text:list-style")) {
      const naam = lijst.attributen["style:name"] ?? "";
      if (!lijsten.has(naam)) lijsten.set(naam, readNiveaus(lijst));
    }
    const [outline] = allOf(deel, "text:outline-style");
    if (outline && koppen.length === 0) koppen = readNiveaus(outline);
  }
  const known = new Map<string, Stijl>();
  const resolve = (key: string, depth: number): Stijl => {
    const done = known.get(key);
    if (done) return done;
    const style = elementen.get(key);
    if (!style || depth > MAX_KETEN) return {};
    const parent = style.attributen["style:parent-style-name"];
    const under = parent === undefined ? {} : resolve(`${style.attributen["style:family"]} ${parent}`, depth + 1);
    const made = { ...under, ...readStijl(style) };
    known.set(key, made);
    return made;
  };
  return {
    alinea: (naam) => (naam === undefined ? {} : resolve(`paragraph ${naam}`, 0)),
    tekst: (naam) => (naam === undefined ? {} : resolve(`text ${naam}`, 0)),
    findLijst: (naam) => (naam === undefined ? undefined : lijsten.get(naam)),
    koppen,
  };
}

function readStijl(style: XmlElement): Stijl {
  const regels = findKind(style, "style:text-properties")?.attributen ?? {};
  const gewicht = regels["fo:font-weight"];
  const helling = regels["fo:font-style"];
  const plaats = regels["style:text-position"];
  const zicht = regels["text:display"];
  const naam = style.attributen["style:display-name"] ?? style.attributen["style:name"] ?? "";
  const isKop = /^(?:heading|kop|title|titel|subtitle|ondertitel)(?![a-z])/i.test(naam);
  return {
    ...(gewicht === undefined ? {} : { vet: gewicht === "bold" || Number(gewicht) >= 600 }),
    ...(helling === undefined ? {} : { cursief: helling !== "normal" }),
    ...(plaats === undefined ? {} : { hoogte: toHoogte(plaats) }),
    ...(zicht === undefined ? {} : { verborgen: zicht === "none" }),
    ...(isKop || style.attributen["style:default-outline-level"] ? { isKop: true } : {}),
  };
}

function toHoogte(plaats: string): "sup" | "inf" | undefined {
  const [first = ""] = plaats.split(" ");
  if (first === "super" || Number.parseFloat(first) > 0) return "sup";
  return first === "sub" || Number.parseFloat(first) < 0 ? "inf" : undefined;
}

function readNiveaus(lijst: XmlElement): readonly (Niveau | undefined)[] {
  const niveaus: (Niveau | undefined)[] = [];
  for (const level of elementsOf(lijst)) {
    const niveau = Number(level.attributen["text:level"] ?? 1) - 1;
    if (niveau >= 0 && niveau < MAX_NIVEAU) niveaus[niveau] = readNiveau(level, niveau);
  }
  return niveaus;
}

const CIJFERSOORTEN: Readonly<Record<string, Cijfersoort>> = {
  "1": "decimaal",
  "01": "decimaal-nul",
  a: "letter",
  A: "LETTER",
  i: "romeins",
  I: "ROMEINS",
};

function readNiveau({ naam, attributen }: XmlElement, niveau: number): Niveau {
  const teken = attributen["text:bullet-char"];
  if (teken !== undefined || naam === "text:list-level-style-image")
    return { soort: "teken", patroon: /^[^\uE000-\uF8FF]+$/.test(teken ?? "") ? (teken ?? "•") : "•", start: 1 };
  const format = attributen["style:num-format"] ?? "";
  const start = Number(attributen["text:start-value"] ?? 1);
  return {
    soort: format === "" ? "geen" : (CIJFERSOORTEN[format] ?? "decimaal"),
    patroon: patroonOf(attributen, niveau, format),
    start: Number.isSafeInteger(start) ? start : 1,
  };
}

// Newer LibreOffice writes the whole pattern; the standard has what stands before and behind, and how many levels are shown.
function patroonOf(attributen: XmlElement["attributen"], niveau: number, format: string): string {
  const whole = attributen["loext:num-list-format"] ?? attributen["style:num-list-format"];
  if (whole !== undefined) return whole.replace(/%(\d+)%/g, "%$1");
  const shown = Math.min(niveau + 1, Math.max(1, Number(attributen["text:display-levels"] ?? 1) || 1));
  const nummers = Array.from({ length: shown }, (_, index) => `%${niveau + 2 - shown + index}`).join(".");
  return `${attributen["style:num-prefix"] ?? ""}${format === "" ? "" : nummers}${attributen["style:num-suffix"] ?? ""}`;
}
