/** The links that stand in the texts of a Kamervraag, as data: where, which words, what kind, and to what. */
import { createMarkdown } from "../markdown/markdown-it.ts";
import { ankersOf } from "../model/anker.ts";
import type { Kamervraag } from "../model/kamervraag.ts";
import { soortOfAdres } from "../verwijzingen/adres.ts";
import type { VerwijzingSoort } from "../verwijzingen/vind.ts";

export interface Verwijzing {
  /** Anchor of the vraag, antwoord, mededeling or note. */
  readonly plaats: string;
  /** The words that are the link. */
  readonly tekst: string;
  readonly soort: VerwijzingSoort;
  readonly doel: string;
}

const markdown = createMarkdown();

/** Lists the links of all texts in reading order, notes last. */
export function verwijzingenOf({ blokken, mededelingen, noten }: Kamervraag): readonly Verwijzing[] {
  const ankers = ankersOf(blokken);
  return [
    ...blokken.flatMap(({ tekst }, index) => linksIn(tekst, ankers[index]?.[0] ?? "kop")),
    ...mededelingen.flatMap(({ tekst }, index) => linksIn(tekst, `mededeling-${index + 1}`)),
    ...noten.flatMap(({ tekst, anker }) => linksIn(tekst ?? "", `noot-${anker}`)),
  ];
}

function linksIn(tekst: string, plaats: string): readonly Verwijzing[] {
  // Most texts hold no link: parsing them would double the work of rendering.
  if (!tekst.includes("](") && !/<[a-z]+:/i.test(tekst)) return [];
  const found: Verwijzing[] = [];
  for (const { children } of markdown.parse(tekst, {})) {
    let doel: string | undefined;
    let words = "";
    for (const token of children ?? []) {
      if (token.type === "link_open") {
        doel = String(token.attrGet("href") ?? "");
        words = "";
      } else if (token.type === "link_close" && doel !== undefined) {
        found.push({ plaats, tekst: words, soort: soortOfAdres(doel), doel });
        doel = undefined;
      } else words += token.content;
    }
  }
  return found;
}
