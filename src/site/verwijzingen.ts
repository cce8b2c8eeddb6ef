/** The links that stand in the texts of a Kamervraag, as data: where, which words, what kind, and to what. */
import { createMarkdown } from "../markdown/markdown-it.ts";
import { ankersOf } from "../model/anker.ts";
import type { Kamervraag } from "../model/kamervraag.ts";

export interface Verwijzing {
  /** Anchor of the vraag, antwoord, mededeling or note. */
  readonly plaats: string;
  /** The words that are the link. */
  readonly tekst: string;
  readonly soort:
    | "kamerstuk"
    | "aanhangsel"
    | "handelingen"
    | "kamervraag"
    | "vraag"
    | "stb"
    | "stcrt"
    | "trb"
    | "eu"
    | "ecli"
    | "wet"
    | "web";
  readonly doel: string;
}

const markdown = createMarkdown();

/** Lists the links of all texts in reading order, notes last. */
export function verwijzingenOf({
  blokken,
  mededelingen,
  noten,
}: Pick<Kamervraag, "blokken" | "mededelingen" | "noten">): readonly Verwijzing[] {
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
        found.push({ plaats, tekst: words, soort: soortOf(doel), doel });
        doel = undefined;
      } else words += token.content;
    }
  }
  return found;
}

const SOORTEN: readonly (readonly [RegExp, Verwijzing["soort"]])[] = [
  [/officielebekendmakingen\.nl\/(?:kst|blg|nds)-|officielebekendmakingen\.nl\/dossier\//, "kamerstuk"],
  [/officielebekendmakingen\.nl\/ah-/, "aanhangsel"],
  [/officielebekendmakingen\.nl\/kv-/, "kamervraag"],
  [/officielebekendmakingen\.nl\/(?:h|ag)-/, "handelingen"],
  [/officielebekendmakingen\.nl\/stb-/, "stb"],
  [/officielebekendmakingen\.nl\/stcrt-/, "stcrt"],
  [/officielebekendmakingen\.nl\/trb-/, "trb"],
  [/wetten\.overheid\.nl\//, "wet"],
  [/eur-lex\.europa\.eu\/|data\.europa\.eu\/eli\//, "eu"],
  [/deeplink\.rechtspraak\.nl\//, "ecli"],
];

function soortOf(doel: string): Verwijzing["soort"] {
  return SOORTEN.find(([pattern]) => pattern.test(doel))?.[1] ?? "web";
}
