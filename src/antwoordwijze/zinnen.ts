/** Sentences and words of a plain text: what the rules of the antwoordwijze count in. */

/** A piece of a text: UTF-16 offsets. */
export interface Bereik {
  readonly van: number;
  readonly tot: number;
}

// A line break ends a sentence, and so does a stop before a capital; texts taken from a PDF may lack the blank between.
const EINDE = /\n+|[.!?…][»”’")\]\uFFFC]*(?:\s+(?=[«“‘"([]?\p{Lu})|(?=\p{Lu}\p{Ll}))/gu;

// What stands before a stop that ends no sentence. A single letter is an initial.
const AFKORTING =
  /(?:^|[^\p{L}])(?:\p{L}|nrs?|art|dhr|mevr|mw|drs?|mr|ir|ing|prof|blz|bijv|resp|ca|incl|excl|o\.a|e\.a|c\.s|d\.d|a\.i|m\.b\.t|t\.a\.v|n\.a\.v|i\.c|vgl)$/iu;

/** Cuts a text into sentences, in order; white space around them is left out. */
export function zinnenIn(tekst: string): readonly Bereik[] {
  const zinnen: Bereik[] = [];
  let van = 0;
  for (const { 0: einde, index } of tekst.matchAll(EINDE)) {
    if (einde.startsWith(".") && AFKORTING.test(tekst.slice(Math.max(0, index - 8), index))) continue;
    push(zinnen, tekst, van, index + einde.length);
    van = index + einde.length;
  }
  push(zinnen, tekst, van, tekst.length);
  return zinnen;
}

function push(zinnen: Bereik[], tekst: string, van: number, tot: number): void {
  const zin = tekst.slice(van, tot);
  const begin = van + (zin.length - zin.trimStart().length);
  const end = van + zin.trimEnd().length;
  if (end > begin) zinnen.push({ van: begin, tot: end });
}

const WOORD = /[^\s\uFFFC]*[\p{L}\p{N}][^\s\uFFFC]*/gu;

/** How many words: runs without white space that hold a letter or a digit. A note call is no word. */
export function telWoorden(tekst: string): number {
  let aantal = 0;
  for (const _ of tekst.matchAll(WOORD)) aantal += 1;
  return aantal;
}
