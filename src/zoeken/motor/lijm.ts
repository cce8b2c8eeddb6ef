/**
 * The functions around Pagefind's WebAssembly ("glue"), taken out of its script. Pagefind is pinned (1.6.0): another version
 * may write them otherwise, and then the build stops here.
 */

const BEGIN = "let wasm_bindgen=";
const EIND = "({__proto__:null});";

/** What the glue must hold: the functions that the engine is driven by. */
const NODIG = ["initSync", "init_pagefind", "enter_playground_mode", "load_index_chunk", "search"];

/** Name of the function that the text of `extractGlue` defines. */
export const GLUE_FUNCTIE = "maakZoekbackend";

/**
 * Takes the glue out of the text of `pagefind.js`: the text of a function `maakZoekbackend()` that makes a fresh copy at
 * each call, for one copy holds one instance of the engine.
 * @throws Error when the script has not the form of Pagefind 1.6.0.
 */
export function extractGlue(pagefindJs: string): string {
  const begin = pagefindJs.indexOf(BEGIN);
  const eind = pagefindJs.indexOf(EIND, begin);
  if (begin < 0 || eind < 0) throw new Error("pagefind.js: no wasm_bindgen where Pagefind 1.6.0 has it");
  const lijm = pagefindJs.slice(begin, eind + EIND.length);
  const weg = NODIG.filter((naam) => !lijm.includes(naam));
  if (weg.length > 0) throw new Error(`pagefind.js: no ${weg.join(", ")} among the functions of Pagefind 1.6.0`);
  return `function ${GLUE_FUNCTIE}(){${lijm}return wasm_bindgen}`;
}
