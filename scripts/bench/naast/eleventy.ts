/** Eleventy as it comes, on our Markdown files as they are: one template for each. */
import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bouwer, Bouwplaats } from "./bouwer.ts";

const SJABLONEN = fileURLToPath(new URL("eleventy/", import.meta.url));
const PAKKET = fileURLToPath(new URL("../../../node_modules/@11ty/eleventy/", import.meta.url));

/** It keeps every page in memory: with Node's own limit (4 GB at most) a large archive would not be finished. */
const HEAP_MB = Math.floor((totalmem() * 0.8) / 2 ** 20);

export async function openEleventy({ inhoud, project, peildatum }: Bouwplaats): Promise<Bouwer> {
  const { version } = JSON.parse(await readFile(join(PAKKET, "package.json"), "utf8")) as { readonly version: string };
  return {
    naam: "eleventy",
    beschrijving: `Eleventy ${version}, een sjabloon per Kamervraag, met --max-old-space-size=${HEAP_MB}`,
    async prepare() {
      await cp(SJABLONEN, project, { recursive: true });
      await mkdir(join(project, "_data"));
      await writeFile(join(project, "_data/archief.json"), JSON.stringify({ peildatum }));
      for (const jaar of await readdir(inhoud)) {
        await symlink(join(inhoud, jaar), join(project, "kamervraag", jaar), "junction");
      }
    },
    // The folder of the year is the one that the Kamervraag was written to.
    renew: async () => {},
    forget: async () => {},
    opdrachtregel: (uit) => ({
      programma: process.execPath,
      argumenten: [`--max-old-space-size=${HEAP_MB}`, join(PAKKET, "cmd.cjs"), "--quiet", `--output=${uit}`],
      map: project,
    }),
  };
}
