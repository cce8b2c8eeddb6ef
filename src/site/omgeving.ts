/**
 * The one environment in which pages are made: Nunjucks with its filters and globals, and markdown-it. Eleventy, the
 * page renderer and later its worker threads all use this module, so that a page comes out the same everywhere.
 */
import type { MarkdownIt } from "markdown-it";
import nunjucks from "nunjucks";
import { aanhaalteksten } from "../../templates/data/aanhalen.ts";
import { bundelteksten } from "../../templates/data/bundelteksten.ts";
import { leesteksten } from "../../templates/data/leesteksten.ts";
import { site } from "../../templates/data/site.ts";
import { teksten } from "../../templates/data/teksten.ts";
import { termijnteksten } from "../../templates/data/termijnteksten.ts";
import { trouwteksten } from "../../templates/data/trouwteksten.ts";
import { zoekteksten } from "../../templates/data/zoekteksten.ts";
import { createFilters } from "./filters.ts";
import { createMarkdown } from "./markdown.ts";

export interface Omgeving {
  readonly nunjucks: nunjucks.Environment;
  readonly markdown: MarkdownIt;
}

/** Sets up Nunjucks and markdown-it. The loader finds templates by their path below `templates/`. */
export function createOmgeving(loader: nunjucks.ILoader): Omgeving {
  const markdown = createMarkdown();
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  for (const [name, filter] of Object.entries(createFilters(markdown))) environment.addFilter(name, filter);
  environment.addGlobal("site", site);
  environment.addGlobal("teksten", teksten);
  environment.addGlobal("leesteksten", leesteksten);
  environment.addGlobal("trouwteksten", trouwteksten);
  environment.addGlobal("termijnteksten", termijnteksten);
  environment.addGlobal("bundelteksten", bundelteksten);
  environment.addGlobal("zoekteksten", zoekteksten);
  environment.addGlobal("aanhaalteksten", aanhaalteksten);
  return { nunjucks: environment, markdown };
}
