/** Makes whole pages. Pure: a view goes in, HTML comes out, the same for the same view. */

import { teksten } from "../../templates/data/teksten.ts";
import type { Kamervraag } from "../model/kamervraag.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import { wortelOf } from "./adres.ts";
import type { LijstpaginaView } from "./lijstpagina.ts";
import type { Omgeving } from "./omgeving.ts";
import { type KamervraagView, type PaginaContext, type PaginaHoofd, toKamervraagView } from "./pagina.ts";
import { trimWitruimte } from "./witruimte.ts";

export interface Renderer {
  /** The page of a Kamervraag. */
  readonly renderKamervraag: (kamervraag: Kamervraag, context: PaginaContext) => string;
  /** The same without the frame of the site, for Eleventy, which puts its own layout around it. */
  readonly renderKamervraagInhoud: (view: KamervraagView) => string;
  /** One page of a list. */
  readonly renderLijst: (view: LijstpaginaView) => string;
  readonly renderLijstInhoud: (view: LijstpaginaView) => string;
  /** A page at an earlier address that leads on to where the Kamervraag stands now. */
  readonly renderDoorverwijzing: (alias: string, sleutel: string, context: PaginaContext) => string;
}

/** Makes a renderer; its templates are compiled once. */
export function createRenderer({ nunjucks }: Omgeving): Renderer {
  const kamervraagTemplate = nunjucks.getTemplate("layouts/kamervraag.njk", true);
  const lijstTemplate = nunjucks.getTemplate("layouts/lijst.njk", true);
  const paginaTemplate = nunjucks.getTemplate("layouts/pagina.njk", true);
  const doorTemplate = nunjucks.getTemplate("layouts/doorverwijzing.njk", true);
  const renderPagina = (hoofd: PaginaHoofd, content: string) =>
    trimWitruimte(paginaTemplate.render({ ...hoofd, content }));
  const renderKamervraagInhoud = (view: KamervraagView) => kamervraagTemplate.render(view);
  const renderLijstInhoud = (view: LijstpaginaView) => lijstTemplate.render(view);

  return {
    renderKamervraag: (kamervraag, context) => {
      const view = toKamervraagView(kamervraag, context);
      return renderPagina(view, renderKamervraagInhoud(view));
    },
    renderKamervraagInhoud,
    renderLijst: (view) => renderPagina(view, renderLijstInhoud(view)),
    renderLijstInhoud,
    renderDoorverwijzing: (alias, sleutel, { adres }) => {
      const path = `${pathOfSleutel(sleutel)}.html`;
      const html = doorTemplate.render({
        titel: teksten.doorverwijzing.titel(sleutel),
        sleutel,
        doel: wortelOf(`${pathOfSleutel(alias)}.html`) + path,
        ...(adres ? { canoniek: `${adres}/${path}` } : {}),
      });
      return trimWitruimte(html);
    },
  };
}
