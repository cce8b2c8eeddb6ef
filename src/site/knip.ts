/** Cuts words to a length, for places that hold one line. */

/** The first words of a plain text on one line, cut between two words, with an ellipsis when there was more. */
export function toEersteWoorden(tekst: string, lengte: number): string {
  let line = "";
  for (const { 0: word } of tekst.matchAll(/\S+/g)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > lengte) return line === "" ? `${cut(word, lengte)}…` : `${line.replace(/[\s,;:.]+$/, "")}…`;
    line = longer;
  }
  return line;
}

// Never between the two halves of one character.
function cut(word: string, lengte: number): string {
  return [...word.slice(0, lengte * 2)].slice(0, lengte).join("");
}

/** A text as a string of CSS, quotes included: whatever stands in it, it stays one string. */
export function toCssString(tekst: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break would end the string
  return `"${tekst.replace(/[\u0000-\u001f\u007f]+/g, " ").replace(/["\\]/g, "\\$&")}"`;
}
