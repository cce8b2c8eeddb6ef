/** Hugo, where it is installed, on our Markdown with the names of the lists that its taxonomies need. */
import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parseKamervraag } from "../../../src/markdown/lees.ts";
import type { Datum } from "../../../src/model/kamervraag.ts";
import { LIJST_SOORTEN } from "../../../src/site/adres.ts";
import { namenOf, toRegisterpost } from "../../../src/site/register.ts";
import { listKamervragen } from "../../build/kamervragen.ts";
import type { Bouwer, Bouwplaats } from "./bouwer.ts";

const SJABLONEN = fileURLToPath(new URL("hugo/", import.meta.url));

/** What is said where Hugo is not installed. */
export const ZONDER_HUGO =
  "Hugo staat niet op deze computer en blijft buiten de vergelijking. Op Debian: sudo apt install hugo; elders: https://gohugo.io/installation/";

/** `undefined` where Hugo is not installed. */
export async function openHugo(
  { inhoud, project, peildatum }: Bouwplaats,
  programma = "hugo",
): Promise<Bouwer | undefined> {
  const versie = await versionOf(programma);
  if (versie === undefined) return undefined;
  const cache = `${project}-cache`;
  const renew = async (path: string) => {
    const markdown = await readFile(join(inhoud, path), "utf8");
    const target = join(project, "content/kamervraag", path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, withTaxonomieen(markdown, path, peildatum));
  };
  return {
    naam: "hugo",
    beschrijving: versie,
    async prepare() {
      await cp(SJABLONEN, project, { recursive: true });
      await mkdir(join(project, "data"));
      await writeFile(join(project, "data/archief.json"), JSON.stringify({ peildatum }));
      for (const path of await listKamervragen(inhoud)) await renew(path);
    },
    renew,
    forget: () => rm(cache, { recursive: true, force: true }),
    opdrachtregel: (uit) => ({
      programma,
      argumenten: ["--quiet", "--source", project, "--destination", uit, "--cacheDir", cache],
      map: project,
    }),
  };
}

async function versionOf(programma: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(programma, ["version"]);
    return `Hugo ${/\bv?(\d\S*)/.exec(stdout)?.[1] ?? stdout.trim()}`;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * The Markdown with the lists it stands in as lines of its front matter, a line for each kind. Hugo makes lists of plain words
 * only: from `indieners`, which have a name and a fractie, it makes none. All other bytes stay.
 */
export function withTaxonomieen(markdown: string, path: string, peildatum: Datum): string {
  const post = toRegisterpost(parseKamervraag(markdown, path));
  const lines = LIJST_SOORTEN.map(
    (soort) => `${soort}: ${JSON.stringify([...new Set(namenOf(post, soort, peildatum))])}\n`,
  );
  return markdown.replace(/^---\n/, `---\n${lines.join("")}`);
}
