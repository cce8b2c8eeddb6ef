/** The notes of a Kamervraag, gathered from the calls in its texts. */
import type { Bereik, Blok, Mededeling, Noot } from "../model/kamervraag.ts";
import { nootmerkenIn } from "./nootmerken.ts";

/** All texts of a Kamervraag in reading order. */
export function tekstenOf(blokken: readonly Blok[], mededelingen: readonly Mededeling[]): readonly string[] {
  return [...blokken.map(({ tekst }) => tekst), ...mededelingen.map(({ tekst }) => tekst)];
}

/**
 * Lists the notes: those that are called, in the order of their first call, then those whose text stands in the source
 * without a call. `nootteksten` maps an anchor (`v1`) to its Markdown; a called note without text keeps its number only.
 */
export function gatherNoten(
  teksten: readonly string[],
  nootteksten: ReadonlyMap<string, string>,
  nootnummers: Readonly<Record<string, string>>,
): readonly Noot[] {
  const called = new Set(teksten.flatMap((tekst) => [...nootmerkenIn(tekst)]));
  return [...new Set([...called, ...nootteksten.keys()])].map((anker) =>
    toNoot(anker, nootnummers[anker] ?? anker.slice(1), nootteksten.get(anker)),
  );
}

/** Makes one note; its address is read from its text. */
export function toNoot(anker: string, nummer: string, tekst: string | undefined): Noot {
  const url = tekst === undefined ? undefined : findUrl(tekst);
  return {
    bereik: bereikOf(anker),
    anker,
    nummer,
    ...(tekst === undefined ? {} : { tekst }),
    ...(url === undefined ? {} : { url }),
  };
}

export function bereikOf(anker: string): Bereik {
  return anker.startsWith("v") ? "vraag" : "antwoord";
}

const LINK = /<(https?:\/\/[^<>\s]+)>|\]\(<?(https?:\/\/[^\s<>]+?)>?\)/;
const KAAL_ADRES = /\bhttps?:\/\/[^\s<>«»"“”]+/;

/**
 * The first web address in a note's Markdown: that of a link, else one that stands in the text. Punctuation behind a bare
 * address does not belong to it.
 */
export function findUrl(markdown: string): string | undefined {
  const link = LINK.exec(markdown);
  if (link) return link[1] ?? link[2];
  const plain = markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return KAAL_ADRES.exec(plain)?.[0].replace(/[.,;:!?'’)\]]+$/, "");
}
