/** What every query needs: the manifest, the engine and the compact tables; loaded once, at the first query. */

import { once } from "../eenmaal.ts";
import { stripMerk } from "../formaat/merk.ts";
import { encodeMeta } from "../formaat/meta.ts";
import { decodeStukkentabel, type Stuk } from "../formaat/stukkentabel.ts";
import { decodeWoordtellingen } from "../formaat/woordtellingen.ts";
import { INDELING, MANIFEST, type Zoekmanifest } from "../manifest.ts";
import type { Bestanden } from "./bestanden.ts";
import type { Rust } from "./schatting.ts";
import { type MaakBackend, openStammer, type Stammer } from "./wasm.ts";

export interface Basis {
  readonly manifest: Zoekmanifest;
  readonly module: WebAssembly.Module;
  readonly meta: Uint8Array;
  /** Indexed words of each page. */
  readonly woordtellingen: Uint32Array;
  readonly stukken: readonly Stuk[];
  readonly stam: Stammer;
  /** Stem of a function word -> key of the list of its pages. A map: a word may be called as what every object has. */
  readonly functiewoorden: ReadonlyMap<string, string>;
}

/** Answers a function that loads the basis; what failed is tried again the next time. */
export function openBasis(bestanden: Bestanden, maakBackend: MaakBackend, rust: Rust): () => Promise<Basis> {
  const load = async (): Promise<Basis> => {
    const manifest = await bestanden.lees(MANIFEST, readManifest);
    const { wasm, woordtellingen, stukken } = manifest.tabellen;
    const [module, tellingen, tabel] = await Promise.all([
      bestanden.lees(wasm, (bytes) => WebAssembly.compile(new Uint8Array(stripMerk(bytes)))),
      bestanden.lees(woordtellingen, decodeWoordtellingen),
      bestanden.lees(stukken, decodeStukkentabel),
    ]);
    await rust();
    const soort = { versie: manifest.pagefind, metavelden: manifest.metavelden };
    const meta = encodeMeta({ ...soort, woordtellingen: tellingen });
    await rust();
    return {
      manifest,
      module,
      meta,
      woordtellingen: tellingen,
      stukken: tabel,
      stam: openStammer(maakBackend, module, encodeMeta({ ...soort, woordtellingen: [] })),
      functiewoorden: new Map(Object.entries(manifest.functiewoorden)),
    };
  };
  return once(load);
}

function readManifest(bytes: Uint8Array): Zoekmanifest {
  const gelezen: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isManifest(gelezen)) throw new Error(`is no search manifest of layout ${INDELING}`);
  return gelezen;
}

// The build writes it and the bundle's hash names it: the layout's number says enough.
function isManifest(value: unknown): value is Zoekmanifest {
  return typeof value === "object" && value !== null && "indeling" in value && value.indeling === INDELING;
}
