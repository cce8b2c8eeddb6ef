/**
 * The signs that a converter from PDF to Markdown adds: headings, and emphasis line by line wherever a font changed. They say
 * nothing of the document and are dropped; note marks in brackets ("[1 ]") are read with the notes.
 * @see docs/formats/tekstvormen.md#markdown
 */
import type { Stuk } from "../gelezen.ts";
import type { Regel, Tekstwerk } from "./regels.ts";

/** Whether a text is such a conversion: headings by `#` and the head of an official publication. */
export function isMarkdown(regels: readonly Regel[]): boolean {
  const head = regels.slice(0, 40);
  return (
    head.some(({ tekst }) => /^#{1,6}\s/.test(tekst)) &&
    regels.some(({ tekst }) => /^(?:-{5}|\*\*|#{1,6}\s)/.test(tekst))
  );
}

const TEKENS: readonly RegExp[] = [/^#{1,6}(?=\s)/g, /\*\*/g];

export function withoutOpmaaktekens(regels: readonly Regel[]): Tekstwerk {
  const stukken: Stuk[] = [];
  const drop = (tekst: string) => {
    stukken.push({ tekst, regel: "opmaakteken" });
    return "";
  };
  const bare = regels.map(({ tekst, nr }) => ({
    tekst: withoutUnderscores(TEKENS.reduce((rest, teken) => rest.replace(teken, drop), tekst).trim(), drop),
    nr,
  }));
  return { regels: bare, stukken };
}

// Only around a whole line: an underscore inside an address is part of it.
function withoutUnderscores(tekst: string, drop: (teken: string) => string): string {
  if (!tekst.startsWith("_") || tekst.length < 3) return tekst;
  const tail = /_([\s.,;:?!)]{0,5})$/.exec(tekst);
  if (!tail || tail.index === 0) return tekst;
  drop("_");
  drop("_");
  return `${tekst.slice(1, tail.index)}${tail[1] ?? ""}`.trim();
}
