/** The order of the index: that of the UTF-8 of the words, which is the order of their code points. */

/**
 * Compares two words by their code points. Differs from `<` on strings only where one has a character beyond U+FFFF, which
 * JavaScript stores as two units from the middle of the rest.
 */
export function compareWoorden(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rankOf(left) - rankOf(right);
  }
  return a.length - b.length;
}

// Surrogates (U+D800 to U+DFFF) stand for characters behind all others.
function rankOf(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
