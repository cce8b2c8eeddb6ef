/** Comparing two readings of the same text. */
import { diffArrays } from "diff";
import { withoutNootmerken } from "../markdown/nootmerken.ts";
import { toWords } from "../markdown/platte-tekst.ts";

/** The characters that are not white space: what "the same text" is measured by. */
export function inkOfText(text: string): string {
  return text.replace(/\s+/g, "");
}

/** The characters of a Markdown text that are not white space, note calls left out. */
export function inkOfMarkdown(markdown: string): string {
  return inkOfText(woordenOf(markdown));
}

/** The words of a Markdown text, note calls left out. */
export function woordenOf(markdown: string): string {
  return toWords(withoutNootmerken(markdown));
}

export interface Verschil {
  /** Words that only the reading shown has. */
  readonly alleenGetoond: readonly string[];
  /** Words that only the other reading has. */
  readonly alleenAnders: readonly string[];
}

/** Above this length the words are compared as bags: a word-by-word comparison grows with the square of the differences. */
const MAX_DIFF_WORDS = 20_000;

/** The words in which two plain texts differ, neighbours joined to phrases. */
export function verschilOf(getoond: string, anders: string): Verschil {
  const left = wordsOf(getoond);
  const right = wordsOf(anders);
  if (left.length + right.length > MAX_DIFF_WORDS) {
    return { alleenGetoond: bagDifference(left, right), alleenAnders: bagDifference(right, left) };
  }
  const parts = diffArrays(left, right, { maxEditLength: 2000 });
  if (!parts) return { alleenGetoond: bagDifference(left, right), alleenAnders: bagDifference(right, left) };
  return {
    alleenGetoond: parts.filter(({ removed }) => removed).map(({ value }) => value.join(" ")),
    alleenAnders: parts.filter(({ added }) => added).map(({ value }) => value.join(" ")),
  };
}

/**
 * How much two texts share, from 0 to 1: the part of the shorter one's longer words that the other has as well. Unrelated
 * texts stay far below one half; corrected versions of one text far above it.
 */
export function overlapOf(left: string, right: string): number {
  const [shorter = [], longer = []] = [longWordsOf(left), longWordsOf(right)].toSorted((a, b) => a.length - b.length);
  if (shorter.length === 0) return left.trim() === right.trim() ? 1 : 0;
  return 1 - bagDifference(shorter, longer).length / shorter.length;
}

// Function words are short; they are in every text.
function longWordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? [];
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function bagDifference(from: readonly string[], minus: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of minus) counts.set(word, (counts.get(word) ?? 0) + 1);
  return from.filter((word) => {
    const count = counts.get(word) ?? 0;
    if (count > 0) counts.set(word, count - 1);
    return count === 0;
  });
}
