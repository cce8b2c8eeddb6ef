/**
 * Gives Eleventy the archive. A build hands it in; the dev server, where nobody does, reads the newest Kamervragen itself
 * so that a change of a template shows at once.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import type { Kamervraag } from "../../src/model/kamervraag.ts";
import { opPeildatum } from "../../src/model/peildatum.ts";
import { UserError } from "../../src/model/user-error.ts";
import { openGraaf, toKnoop } from "../../src/samenhang/graaf.ts";
import { toArchiefkennis } from "../../src/site/archiefkennis.ts";
import { type ArchiefView, indexArchief, type LijstpaginaView, toLijstpaginas } from "../../src/site/lijstpagina.ts";
import { createOmgeving } from "../../src/site/omgeving.ts";
import { type PaginaContext, type PaginaHoofd, toKamervraagView } from "../../src/site/pagina.ts";
import { toRegisterpost } from "../../src/site/register.ts";
import { createRenderer, type Renderer } from "../../src/site/render.ts";
import { toTermijnpaginas } from "../../src/site/termijnpaginas.ts";
import { openTelling, toTelbaar, type VolledigheidView } from "../../src/site/volledigheid.ts";
import { termenOf } from "../../src/vergelijkbaar/termen.ts";
import { openVergelijking } from "../../src/vergelijkbaar/vergelijking.ts";
import { readAssets } from "./assets.ts";
import { findNewestDatum, type Leesfout, listKamervragen, readKamervragen } from "./kamervragen.ts";
import { MARKERING, MARKERING_TEKST } from "./uitvoer.ts";

/** The global data `archief` of the page templates. */
export interface Archief extends ArchiefView {
  /** Rendered by Eleventy itself; empty in a build, which writes these pages on its own. */
  readonly kamervragen: readonly ArchiefPagina[];
  readonly lijstpaginas: readonly LijstpaginaView[];
  readonly volledigheid: VolledigheidView;
  /** Address of the site: with it pages name the search description. */
  readonly adres?: string;
  /** Where a mistake is reported from a page that is about no Kamervraag. */
  readonly melden?: string;
  readonly renderer: Renderer;
}

/** A Kamervraag, and what the frame of its page needs to know. */
export interface ArchiefPagina {
  readonly kamervraag: Kamervraag;
  readonly context: PaginaContext;
  readonly hoofd: PaginaHoofd;
}

/** Puts a Kamervraag in the hands of Eleventy. */
export function toArchiefPagina(kamervraag: Kamervraag, context: PaginaContext): ArchiefPagina {
  return { kamervraag, context, hoofd: toKamervraagView(kamervraag, context) };
}

const NIEUWSTE = 20;
const INHOUD = "content/kamervragen";

/** Plugs the archive in. */
export function archiefPlugin(config: UserConfig): void {
  if ("archief" in config.globalData) return;
  config.addGlobalData("archief", readNieuwste);
  config.on("eleventy.before", async ({ directories }) => {
    // With the mark, a build may write to the same folder afterwards.
    const files = [{ path: MARKERING, content: MARKERING_TEKST }, ...(await readAssets("templates"))];
    for (const { path, content } of files) {
      const target = join(directories.output, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  });
}

async function readNieuwste(): Promise<Archief> {
  const paths = (await listKamervragen(INHOUD)).slice(-NIEUWSTE);
  const report = ({ fouten }: Leesfout) => process.stderr.write(`${new UserError(fouten).message}\n`);
  const telling = openTelling();
  const kamervragen = [...readKamervragen(INHOUD, paths, report)].map(({ kamervraag, markdown }) => {
    telling.add(toTelbaar(kamervraag, markdown));
    return kamervraag;
  });
  const peildatum = findNewestDatum(INHOUD, paths) ?? GEEN_PEILDATUM;
  const posten = kamervragen.map((kamervraag) => toRegisterpost(opPeildatum(kamervraag, peildatum)));
  const graaf = openGraaf();
  const vergelijking = openVergelijking();
  for (const kamervraag of kamervragen) {
    graaf.add(toKnoop(kamervraag));
    vergelijking.add(kamervraag.sleutel, termenOf(kamervraag));
  }
  const context = { peildatum, archief: toArchiefkennis(graaf.besluit(), vergelijking.besluit(), posten) };
  const { lijsten, termijnen, view } = indexArchief(posten, { peildatum });
  return {
    ...view,
    kamervragen: kamervragen.map((kamervraag) => toArchiefPagina(kamervraag, context)),
    volledigheid: telling.toView(),
    lijstpaginas: [
      ...lijsten.flatMap((lijst) => [...toLijstpaginas(lijst, { peildatum })]),
      ...toTermijnpaginas(termijnen, { peildatum }),
    ],
    renderer: createRenderer(createOmgeving(new nunjucks.FileSystemLoader("templates", { noCache: true }))),
  };
}

/** As-of date of an archive in which no date is known: nothing is late yet. */
export const GEEN_PEILDATUM = "1815-01-01";
