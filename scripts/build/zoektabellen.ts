/** The tables by page that go beside the search index. */
import type { Datum } from "../../src/model/kamervraag.ts";
import { toFacetrij } from "../../src/site/facetrij.ts";
import type { Registerpost } from "../../src/site/register.ts";
import { encodeFacetten } from "../../src/zoeken/facetten/schrijf.ts";
import { encodeNummers } from "../../src/zoeken/nummers/tabel.ts";
import { toZoekpaginas } from "../../src/zoeken/paginas.ts";
import { openWoordaanvulling } from "./zoekindex/woorden.ts";
import type { ZoekindexOptions } from "./zoekindex.ts";

/** What `buildZoekindex` needs to know of the Kamervragen of a site, given in the order of the index. */
export function toZoektabellen(
  posten: readonly Registerpost[],
  peildatum: Datum,
): Required<Pick<ZoekindexOptions, "paginas" | "peildatum" | "tabellen" | "woorden">> {
  return {
    paginas: toZoekpaginas(posten),
    peildatum,
    woorden: openWoordaanvulling,
    tabellen: {
      facetten: (schrijf) =>
        encodeFacetten(
          posten.map((post) => toFacetrij(post, peildatum)),
          schrijf,
        ),
      nummers: encodeNummers(posten.map(({ nummers }) => nummers)),
    },
  };
}
