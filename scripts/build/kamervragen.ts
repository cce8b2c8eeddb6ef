/** Reads the Kamervragen of an archive from disk, one after the other: nothing holds all texts at once. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseKamervraag } from "../../src/markdown/lees.ts";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { type Fout, UserError } from "../../src/model/user-error.ts";

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

/**
 * Reads Kamervragen in the order of `paths`.
 * @throws UserError with the faults of all files, after the last one.
 */
export async function* readKamervragen(inhoud: string, paths: readonly string[]): AsyncGenerator<Kamervraagbestand> {
  const fouten: Fout[] = [];
  for (const path of paths) {
    const full = join(inhoud, path);
    const markdown = await readFile(full, "utf8");
    try {
      yield { kamervraag: parseKamervraag(markdown, full), markdown };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      fouten.push(...error.fouten);
    }
  }
  if (fouten.length > 0) throw new UserError(fouten);
}
