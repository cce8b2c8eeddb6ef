/** Reads the sources folders: every file once, recognised by its content. */
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "../../src/model/user-error.ts";
import { canBeSource, type Herkend, herken, KOP_BYTES, MAX_BYTES } from "../../src/sources/herken.ts";
import { isMissing, readHead, sha256Of, walkFiles } from "../bestanden.ts";

/** A file below one of the sources folders. */
export interface Bronpad {
  readonly map: string;
  /** Relative to `map`. */
  readonly bestand: string;
}

/** Lists every file below the sources folders once, in the order given, each folder sorted. */
export async function* listBronnen(mappen: readonly string[]): AsyncGenerator<Bronpad> {
  const seen = new Set<string>(); // a folder may be given twice, or inside another one
  for (const map of mappen) {
    try {
      for await (const bestand of walkFiles(map)) {
        const path = resolve(map, bestand);
        if (!seen.has(path)) yield { map, bestand };
        seen.add(path);
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
      throw new UserError(
        {
          where: map,
          what: "deze bronnenmap is er niet",
          mend: "maak de map aan of wijs een andere aan met --bronnen MAP",
        },
        { cause: error },
      );
    }
  }
}

/** Reads one file. Of a large file only the beginning is looked at, unless that could be a source. */
export async function readBron({ map, bestand }: Bronpad): Promise<Herkend> {
  const path = join(map, bestand);
  const { size } = statSync(path);
  if (size > KOP_BYTES && !canBeSource(readHead(path, KOP_BYTES)))
    return { soort: "onbekend", reden: "bestand-geen-bron" };
  if (size > MAX_BYTES) {
    const gevonden = `${Math.round(size / 1024 / 1024)} MB`;
    return { soort: "mislukt", diagnostiek: { code: "bestand-te-groot", ernst: "fout", plaats: "kop", gevonden } };
  }
  const bytes = await readFile(path);
  return await herken(bestand, bytes, sha256Of(bytes));
}
