/** A small site as a build makes it, to search in: `inhoud/` and `site/` below a folder of the test's own. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSite } from "../../scripts/build/site.ts";
import { buildZoekindex } from "../../scripts/build/zoekindex.ts";
import { toZoektabellen } from "../../scripts/build/zoektabellen.ts";
import { type KorteKamervraag, toKamervraag, writeInhoud } from "./kamervragen.ts";

const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** Answers the folder of the site. The index can be left out, to see what is said then. */
export async function buildZoeksite(
  folder: string,
  kamervragen: readonly KorteKamervraag[],
  { hasIndex = true } = {},
): Promise<string> {
  const inhoud = join(folder, "inhoud");
  const site = join(folder, "site");
  await mkdir(inhoud, { recursive: true });
  await writeInhoud(inhoud, kamervragen.map(toKamervraag));
  const { posten, peildatum } = await buildSite({ inhoud, uit: site, projectRoot });
  if (hasIndex) await buildZoekindex({ site, ...toZoektabellen(posten, peildatum) });
  return site;
}
