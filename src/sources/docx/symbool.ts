/** Characters from a symbol font (`w:sym`), as characters that every font has. */
import type { XmlElement } from "../xml-boom.ts";

const SYMBOL: Readonly<Record<string, string>> = {
  "61": "α",
  "62": "β",
  "6D": "μ",
  "44": "Δ",
  A3: "≤",
  A5: "∞",
  AE: "→",
  B0: "°",
  B1: "±",
  B3: "≥",
  B4: "×",
  B7: "•",
  B9: "≠",
  BB: "≈",
};

const WINGDINGS: Readonly<Record<string, string>> = {
  "4A": "☺",
  "6C": "●",
  "6E": "■",
  "6F": "□",
  "71": "❑",
  A7: "▪",
  A8: "◻",
  D8: "➢",
  E0: "→",
  FB: "✗",
  FC: "✓",
  FD: "☒",
  FE: "☑",
};

/** The character that a `w:sym` shows, U+FFFD for one that is not known here. */
export function symboolOf({ attributen }: XmlElement): string {
  const code = (attributen["w:char"] ?? "").toUpperCase();
  const font = attributen["w:font"] ?? "";
  const value = Number.parseInt(code, 16);
  if (!(value > 0x20 && value <= 0xffff) || (value >= 0xd800 && value < 0xe000)) return "\uFFFD";
  // Most programs write F0B7 for B7.
  const isPrivate = value >= 0xe000 && value < 0xf900;
  const low = (value & 0xff).toString(16).toUpperCase().padStart(2, "0");
  const known = /^symbol/i.test(font) ? SYMBOL[low] : /^wingdings/i.test(font) ? WINGDINGS[low] : undefined;
  if (known !== undefined && (isPrivate || value < 0x100)) return known;
  return isPrivate ? "\uFFFD" : String.fromCodePoint(value);
}
