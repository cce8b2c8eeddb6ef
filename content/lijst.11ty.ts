import type { Archief } from "../scripts/build/archief-plugin.ts";
import type { LijstpaginaView } from "../src/site/lijstpagina.ts";

interface Gegevens {
  readonly archief: Archief;
  readonly lijst: LijstpaginaView;
}

/** The lists that Eleventy renders itself (the dev server); a build renders them with the same functions. */
export default class {
  data(): object {
    return {
      layout: "pagina.njk",
      menu: "lijsten",
      pagination: { data: "archief.lijstpaginas", size: 1, alias: "lijst" },
      permalink: ({ lijst }: Gegevens) => lijst.path,
      eleventyComputed: {
        titel: ({ lijst }: Gegevens) => lijst.titel,
        beschrijving: ({ lijst }: Gegevens) => lijst.beschrijving,
        alternatieven: ({ lijst }: Gegevens) => lijst.alternatieven,
      },
    };
  }

  render({ archief, lijst }: Gegevens): string {
    return archief.renderer.renderLijstInhoud(lijst);
  }
}
