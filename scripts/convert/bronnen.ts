/** Reads files of the sources folders, recognised by their content. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostiek } from "../../src/model/kamervraag.ts";
import { canBeSource, type Herkend, herken, KOP_BYTES, MAX_BYTES } from "../../src/sources/herken.ts";
import { readHead, sha256Of } from "../bestanden.ts";

/** A file below one of the sources folders. */
export interface Bronpad {
  readonly map: string;
  /** Relative to `map`. */
  readonly bestand: string;
}

/** A file that was looked at, but not yet read as a document. */
export interface GeopendeBron {
  /** Stands for all of its content that a reader looks at: the hash of the bytes. */
  readonly kenmerk: string;
  readonly read: () => Promise<Herkend>;
}

/** Opens one file. Of a large file only the beginning is looked at, unless that could be a source. */
export function openBron({ map, bestand }: Bronpad): GeopendeBron {
  const path = join(map, bestand);
  const { size } = statSync(path);
  if (size > KOP_BYTES) {
    const head = readHead(path, KOP_BYTES);
    const reden = "bestand-geen-bron";
    if (!canBeSource(head))
      return { kenmerk: `kop ${sha256Of(head)}`, read: async () => ({ soort: "onbekend", reden }) };
  }
  if (size > MAX_BYTES) {
    const gevonden = `${Math.round(size / 1024 / 1024)} MB`;
    const diagnostiek: Diagnostiek = { code: "bestand-te-groot", ernst: "fout", plaats: "kop", gevonden };
    return { kenmerk: `te groot ${size}`, read: async () => ({ soort: "mislukt", diagnostiek }) };
  }
  const bytes = readFileSync(path);
  const sha256 = sha256Of(bytes);
  return { kenmerk: sha256, read: () => herken(bestand, bytes, sha256) };
}
