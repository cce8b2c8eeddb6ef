/** Lines of a plain text with their places, and what is dropped from them by a named rule. */
import type { Stuk } from "../gelezen.ts";

export interface Regel {
  /** Without white space around it. */
  readonly tekst: string;
  /** Line in the file, counted from 1. */
  readonly nr: number;
}

/** A text under way: its lines, and the pieces that rules took out of them. */
export interface Tekstwerk {
  readonly regels: readonly Regel[];
  readonly stukken: readonly Stuk[];
}

export function splitRegels(tekst: string): readonly Regel[] {
  return tekst.split(/[\n\u2028\u2029\f\v]/).map((line, index) => ({ tekst: line.trim(), nr: index + 1 }));
}
