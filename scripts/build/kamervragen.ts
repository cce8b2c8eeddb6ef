/** Reads the Kamervragen of an archive from disk, one after the other: nothing holds all texts at once. */
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import type { Datum, Kamervraag } from "../../src/model/kamervraag.ts";
import { type Fout, UserError } from "../../src/model/user-error.ts";
import { newestDatumIn, newestOf } from "../../src/site/register.ts";

/** One Kamervraag as it lies on disk. */
export interface Kamervraagbestand {
  readonly kamervraag: Kamervraag;
  readonly markdown: string;
}

/** The paths of all Kamervragen below `inhoud`, relative to it and sorted. Proposals (`.nieuw.md`) are not among them. */
export async function listKamervragen(inhoud: string): Promise<readonly string[]> {
  const jaren = await readdir(inhoud, { withFileTypes: true }).catch((error: unknown) => {
    throw new UserError(
      {
        where: inhoud,
        what: "deze map met Kamervragen is er niet",
        mend: "zet eerst bronnen om met npm run convert, of wijs een andere map aan met --inhoud",
      },
      { cause: error },
    );
  });
  const paths: string[] = [];
  for (const jaar of jaren.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))) {
    const names = await readdir(join(inhoud, jaar.name));
    paths.push(
      ...names.filter((name) => /\.md$/.test(name) && !/\.nieuw\.md$/.test(name)).map((name) => `${jaar.name}/${name}`),
    );
  }
  // Code units: the same order on every machine.
  return paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The newest date in the archive: the as-of date where none is given. `undefined` in an empty archive. */
export function findNewestDatum(inhoud: string, paths: readonly string[]): Datum | undefined {
  return newestOf(paths.map((path) => newestDatumIn(readFileSync(join(inhoud, path), "utf8"))));
}

/** A file that could not be read, with what is the matter. */
export interface Leesfout {
  readonly path: string;
  readonly fouten: readonly Fout[];
}

/**
 * Reads Kamervragen in the order of `paths`. A file with faults is passed over and told of through `onFout`, so that one
 * bad page does not cost the archive.
 */
export function* readKamervragen(
  inhoud: string,
  paths: readonly string[],
  onFout: (fout: Leesfout) => void = () => {},
): Generator<Kamervraagbestand> {
  for (const path of paths) {
    const full = join(inhoud, path);
    const markdown = readFileSync(full, "utf8");
    const kamervraag = tryParse(markdown, full, ({ fouten }) => onFout({ path, fouten }));
    if (kamervraag) yield { kamervraag, markdown };
  }
}

function tryParse(markdown: string, path: string, onFout: (error: UserError) => void): Kamervraag | undefined {
  try {
    return parseKamervraag(markdown, path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    onFout(error);
    return undefined;
  }
}
