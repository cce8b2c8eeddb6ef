/** Joins the style sheets into the one that is shipped: as written, in the order of the cascade layers. */

/** The layers, weakest first, and the file of each below `templates/styles/`. Components stand between the last two. */
const LAGEN = ["reset", "tokens", "base", "layout", "components", "utilities", "print"] as const;

/** A style sheet: its path below `templates/`, and its text. */
export interface Stijlblad {
  readonly path: string;
  readonly css: string;
}

/** Joins the sheets. A sheet that is neither a layer nor a component's own throws: it would be lost without a word. */
export function joinStijlbladen(bladen: readonly Stijlblad[]): string {
  const ranked = bladen.map((blad) => ({ ...blad, rank: rank(blad.path) }));
  const sorted = ranked.sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
  return `@layer ${LAGEN.join(", ")};\n${sorted.map(({ path, css }) => `/* ${path} */\n${css.trim()}\n`).join("")}`;
}

function rank(path: string): number {
  if (path === "styles/fonts.css") return -1;
  if (/^components\/[^/]+\/style\.css$/.test(path)) return LAGEN.indexOf("components");
  const index = LAGEN.findIndex((laag) => path === `styles/${laag}.css`);
  if (index < 0) throw new Error(`${path}: a style sheet outside the layers (${LAGEN.join(", ")}) and the components`);
  return index;
}
