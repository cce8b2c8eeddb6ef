import type { Archief } from "../scripts/build/archief-plugin.ts";
import type { Kamervraag } from "../src/model/kamervraag.ts";
import { pathOfSleutel } from "../src/model/sleutel.ts";
import { toKamervraagView } from "../src/site/pagina.ts";

interface Gegevens {
  readonly archief: Archief;
  readonly kamervraag: Kamervraag;
}

/** The Kamervragen that Eleventy renders itself (the dev server); a build renders them with the same functions. */
export default class {
  data(): object {
    const view = ({ archief, kamervraag }: Gegevens) => toKamervraagView(kamervraag, archief);
    return {
      layout: "pagina.njk",
      pagination: { data: "archief.kamervragen", size: 1, alias: "kamervraag" },
      permalink: ({ kamervraag }: Gegevens) => `${pathOfSleutel(kamervraag.sleutel)}.html`,
      eleventyComputed: {
        titel: (gegevens: Gegevens) => view(gegevens).titel,
        beschrijving: (gegevens: Gegevens) => view(gegevens).beschrijving,
        scripts: (gegevens: Gegevens) => view(gegevens).scripts,
        alternatieven: (gegevens: Gegevens) => view(gegevens).alternatieven,
      },
    };
  }

  render({ archief, kamervraag }: Gegevens): string {
    return archief.renderer.renderKamervraagInhoud(toKamervraagView(kamervraag, archief));
  }
}
