/** Parts of a build that are made the same way whether the whole archive is at hand or what changed in it. */
import type { RenderedPage } from "@11ty/eleventy";
import type { Datum } from "../../../src/model/kamervraag.ts";
import type { Fout } from "../../../src/model/user-error.ts";
import type { Archieffeiten } from "../../../src/site/bundel.ts";
import type { PaginaContext } from "../../../src/site/pagina.ts";
import type { Volledigheidstelling, VolledigheidView } from "../../../src/site/volledigheid.ts";
import type { Archief } from "../archief-plugin.ts";

/** What the site says of itself, beside its pages. */
export const ARCHIEFFEITEN = "archief.json";

export function toArchieffeiten(
  kamervragen: number,
  tijd: { readonly eerste: Datum; readonly laatste: Datum } | undefined,
  { peildatum, adres }: PaginaContext,
  telling: Volledigheidstelling,
): string {
  const feiten: Archieffeiten = {
    peildatum,
    ...(adres ? { adres } : {}),
    kamervragen,
    ...(tijd ?? {}),
    ...telling.toDocumenten(),
  };
  return `${JSON.stringify(feiten)}\n`;
}

export function toOnverklaardfout({ link, zin }: VolledigheidView["onverklaard"][number]): Fout {
  return {
    where: link.tekst,
    what: `niet alles van een bron is verklaard: ${zin}`,
    mend: "meld deze fout in het programma met de bron erbij, of zet de tekst met de hand in het Markdownbestand",
  };
}

/**
 * Which earlier key leads on to which Kamervraag. One whose page has become another Kamervraag's own page is not led away
 * from there.
 */
export function toDoorverwijzingen(
  posten: Iterable<{ readonly sleutel: string; readonly aliassen: readonly string[] }>,
  isSleutel: (sleutel: string) => boolean,
): ReadonlyMap<string, string> {
  const naar = new Map<string, string>();
  for (const { sleutel, aliassen } of posten) {
    for (const alias of aliassen) if (!isSleutel(alias) && !naar.has(alias)) naar.set(alias, sleutel);
  }
  return naar;
}

/** Has Eleventy make the single pages. It works from the folder one is in and names its output below it; it writes nothing here. */
export async function renderSingles(
  projectRoot: string,
  archief: Archief,
): Promise<readonly { readonly path: string; readonly html: string }[]> {
  // A hundred modules, and half a second, that a build of which nothing changed does without.
  const { default: Eleventy } = await import("@11ty/eleventy");
  const workingDirectory = process.cwd();
  process.chdir(projectRoot);
  try {
    const eleventy = new Eleventy("content", OUTPUT, {
      configPath: ".eleventy.ts",
      quietMode: true,
      config: (config) => config.addGlobalData("archief", () => archief),
    });
    const pages = await eleventy.toJSON();
    return pages
      .map((page) => ({ path: pathOfPage(page), html: page.content }))
      .filter(({ path }) => path !== "")
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    process.chdir(workingDirectory);
  }
}

const OUTPUT = "_site";

function pathOfPage({ outputPath }: RenderedPage): string {
  return outputPath ? outputPath.replace(/^(?:\.\/)?_site\//, "") : "";
}
