/** A set of pages as a bitmap: page n is bit n % 8 of byte n / 8. For words that stand on a third of all pages. */

/** The set with these pages, in an archive of `aantal` pages. */
export function encodePaginaset(paginas: ArrayLike<number>, aantal: number): Uint8Array {
  const set = new Uint8Array(Math.ceil(aantal / 8));
  for (let index = 0; index < paginas.length; index += 1) {
    const pagina = paginas[index] ?? 0;
    if (pagina >= aantal) throw new Error(`page ${pagina} of ${aantal}`);
    set[pagina >> 3] = (set[pagina >> 3] ?? 0) | (1 << (pagina & 7));
  }
  return set;
}

export function heeftPagina(set: Uint8Array, pagina: number): boolean {
  return (((set[pagina >> 3] ?? 0) >> (pagina & 7)) & 1) === 1;
}

/** The pages of a set, ascending. */
export function decodePaginaset(set: Uint8Array): Uint32Array {
  const paginas: number[] = [];
  for (let pagina = 0; pagina < set.length * 8; pagina += 1) if (heeftPagina(set, pagina)) paginas.push(pagina);
  return Uint32Array.from(paginas);
}
