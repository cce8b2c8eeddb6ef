/**
 * Promise 2, checked without the reader's own bookkeeping: every word of a source stands in the Markdown's words or facts,
 * as often as in the source. Words are counted on the bare text of the source; what a fixed rule of the format drops is
 * listed here by hand.
 */
import assert from "node:assert/strict";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { toText } from "../../src/site/platte-tekst.ts";

/** Words of page furniture, and of facts that are written in another form (dates, numbers, labels). */
const VASTE_WOORDEN =
  /^(?:kamervraag|ingediend|beantwoord|indieners?|door|onderwerpen|bron|vraag|antwoord|document|nummer|volledige|titel|mededeling|na|dagen|kamerantwoord|•|[-–—]|officieel)$/;

/** Asserts that each word of `source` stands at least as often in the Kamervragen made of it. */
export function assertNothingLost(source: string, kamervragen: readonly Kamervraag[], name: string): void {
  assertWords(
    source,
    kamervragen.map((kamervraag) => `${toText(kamervraag)} ${JSON.stringify(kamervraag)}`).join(" "),
    name,
  );
}

/** The same for any text: each word of `source` stands at least as often in it. */
export function assertWords(source: string, text: string, name: string): void {
  const wanted = countWords(bareText(source));
  const found = countWords(text);
  const lost = [...wanted].filter(([word, count]) => !VASTE_WOORDEN.test(word) && (found.get(word) ?? 0) < count);
  assert.deepEqual(lost, [], `${name}: words that are lost, with how often they stand in the source`);
}

// Without tags: what a reader would see. Element boundaries part words only where the format puts a new line.
function bareText(source: string): string {
  if (!source.trimStart().startsWith("<")) return withoutPaginawerk(source);
  return (
    source
      .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, "")
      // A page's chrome and the buttons of its notes are not the document.
      .replace(/<(head|nav|footer|script|h5)\b[\s\S]*?<\/\1>|<div class="lint">[\s\S]*?<\/div>/g, " ")
      .replace(/<(a|span) class="nootnum[\s\S]*?<\/\1>/g, " ")
      .replace(/<\/?(?:p|h[1-6]|ul|div|td|th|tr|caption)\b[^>]*>/g, " ")
      .replace(/&nbsp;/g, " ")
      .replace(/<kamervraagkop>[\s\S]*?<\/kamervraagkop>/g, " ")
      .replace(/<(?:kamervraagnummer|vraagnummer|nr|noot\.nr)\b[^>]*>[\s\S]*?<\/[^>]+>/g, " ")
      .replace(
        /<\/?(?:al|noot|noot\.al|li|li\.nr|entry|row|title|nr|vraag|antwoord|kamervraagomschrijving|tussenkop|kop|titel|br|omschr)\b[^>]*>/g,
        " ",
      )
      .replace(/<[^>]+>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&")
  );
}

/** What a printer puts around every text: the lines of an official head that say nothing of this document, and page footers. */
const PAGINAWERK: readonly RegExp[] = [
  /^ *(?:# 2|(?:Tweede|Eerste) Kamer der Staten-Generaal ?2?|[12])$/gm,
  /^[# ]*Vergaderjaar \d{4}–\d{4} +(?:Aanhangsel van de Handelingen|Vragen gesteld door de leden der Kamer) *$/gm,
  /^[* ]*Vragen gesteld door de leden der Kamer, met wat daarop door de[* ]*\n[* ]*regering gegeven antwoorden[* ]*\n+(?:[# ]*\d+ *$)?/gm,
  /^(?:ISSN 0921 - 7398)?\s*(?:’s-Gravenhage \d{4})? ?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}–\d{4}, (?:Aanhangsel|Vragen)(?! van)(?: \d)?/gm,
  /^(?:(?:ah|kv)-(?:tk|ek)-[\dZ-]+|h tk \d+ \d+|-----)$/gm,
];

// As a reader reads it: without page furniture, words whole that a line end broke, a note's mark apart from the figure behind it.
function withoutPaginawerk(source: string): string {
  return PAGINAWERK.reduce((rest, patroon) => rest.replace(patroon, ""), source)
    .replace(/(?<=^[^/\n]*\p{Ll})-\n(?=\p{Ll})(?!en\b)/gmu, "")
    .replace(/(?<=\p{Ll})(?!20\d\d)(\d)(?=\d{3}(?!\d))/gu, "$1 ");
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}]{2,}|\d+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
