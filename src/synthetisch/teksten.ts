/** Sentences, paragraphs, titles and tables of invented words, as Markdown that needs no escaping. */
import { drawFrom, drawInteger, isDrawn, type Toeval } from "./toeval.ts";
import { drawContentWord, drawWord, type Thema } from "./woorden.ts";

const VRAAGBEGIN = [
  "Kunt u toelichten",
  "Bent u bereid",
  "Deelt u de mening dat",
  "Hoeveel",
  "Waarom",
  "Klopt het dat",
  "Wat is uw oordeel over",
] as const;
const ANTWOORDBEGIN = [
  "Ja.",
  "Nee.",
  "Zie het antwoord hiervoor.",
  "Dat is mij bekend.",
  "Daarover zijn geen cijfers.",
] as const;

/** A question of about so many words. */
export function drawVraagzin(toeval: Toeval, thema: Thema, words: number): string {
  return `${drawFrom(toeval, VRAAGBEGIN)} ${drawWords(toeval, thema, words)}?`;
}

/** Paragraphs of about so many words together, now and then with a list. */
export function drawAlinea(toeval: Toeval, thema: Thema, words: number): string {
  const paragraphs: string[] = [drawFrom(toeval, ANTWOORDBEGIN)];
  for (let left = words - 3; left > 0; ) {
    const size = Math.min(left, drawInteger(toeval, 40, 110));
    paragraphs.push(isDrawn(toeval, 0.03) ? drawOpsomming(toeval, thema, size) : drawZinnen(toeval, thema, size));
    left -= size;
  }
  // The opening words stand in the paragraph they open.
  const [opening = "", first, ...rest] = paragraphs;
  if (first === undefined || first.startsWith("-")) return paragraphs.join("\n\n");
  return [`${opening} ${first}`, ...rest].join("\n\n");
}

/** A title of three to nine words. */
export function drawTitel(toeval: Toeval, thema: Thema): string {
  return `De ${drawWords(toeval, thema, drawInteger(toeval, 3, 9))}`;
}

export function drawTabel(toeval: Toeval, thema: Thema): string {
  const columns = drawInteger(toeval, 2, 5);
  const row = (cell: () => string): string => `| ${Array.from({ length: columns }, cell).join(" | ")} |`;
  return [
    row(() => drawFrom(toeval, thema)),
    row(() => "---"),
    ...Array.from({ length: drawInteger(toeval, 2, 8) }, () => row(() => String(drawInteger(toeval, 1, 9999)))),
  ].join("\n");
}

function drawOpsomming(toeval: Toeval, thema: Thema, words: number): string {
  const items = Math.max(2, Math.round(words / 12));
  return Array.from({ length: items }, () => `- ${drawWords(toeval, thema, 12)};`).join("\n");
}

function drawZinnen(toeval: Toeval, thema: Thema, words: number): string {
  const zinnen: string[] = [];
  for (let left = words; left > 0; ) {
    const size = Math.min(left, drawInteger(toeval, 8, 26));
    zinnen.push(`${capitalize(drawWords(toeval, thema, size))}.`);
    left -= size;
  }
  return zinnen.join(" ");
}

function drawWords(toeval: Toeval, thema: Thema, count: number): string {
  return Array.from({ length: count }, () => {
    const word = drawWord(toeval, thema);
    // A place or a name now and then.
    return isDrawn(toeval, 0.015) ? capitalize(drawContentWord(toeval)) : word;
  }).join(" ");
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
