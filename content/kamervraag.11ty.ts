import type { Archief, ArchiefPagina } from "../scripts/build/archief-plugin.ts";
import { pathOfSleutel } from "../src/model/sleutel.ts";
import { toKamervraagView } from "../src/site/pagina.ts";

interface Gegevens {
  readonly archief: Archief;
  readonly pagina: ArchiefPagina;
}

/** The Kamervragen that Eleventy renders itself (the dev server); a build renders them with the same functions. */
export default class {
  data(): object {
    return {
      layout: "pagina.njk",
      pagination: { data: "archief.kamervragen", size: 1, alias: "pagina" },
      permalink: ({ pagina }: Gegevens) => `${pathOfSleutel(pagina.kamervraag.sleutel)}.html`,
      eleventyComputed: {
        titel: ({ pagina }: Gegevens) => pagina.hoofd.titel,
        beschrijving: ({ pagina }: Gegevens) => pagina.hoofd.beschrijving,
        scripts: ({ pagina }: Gegevens) => pagina.hoofd.scripts,
        drukkop: ({ pagina }: Gegevens) => pagina.hoofd.drukkop,
        alternatieven: ({ pagina }: Gegevens) => pagina.hoofd.alternatieven,
      },
    };
  }

  render({ archief, pagina }: Gegevens): string {
    return archief.renderer.renderKamervraagInhoud(toKamervraagView(pagina.kamervraag, pagina.context));
  }
}
