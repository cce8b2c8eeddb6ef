/**
 * The sources that notes name as one table for the whole archive, and the media it knows.
 * @see docs/formats/noten.md
 */
import type { Kamervraag } from "../model/kamervraag.ts";
import { domeinOf } from "../noten/adres.ts";
import { MEDIA } from "../noten/media.ts";
import { nootbronnenOf } from "../noten/van-kamervraag.ts";
import { toCsvRij } from "./csv.ts";

/** The names of the columns of `noten.csv`. */
export const NOTEN_KOLOMMEN = toCsvRij([
  "sleutel",
  "ingediend",
  "bereik",
  "anker",
  "soort",
  "medium",
  "domein",
  "url",
  "mediumsoort",
  "datum",
]);

/** The rows of one Kamervraag: one for each source of each note, in reading order. */
export function toNotenCsv(kamervraag: Kamervraag): string {
  const { sleutel, ingediend, noten } = kamervraag;
  const nootbronnen = nootbronnenOf(kamervraag);
  return noten
    .flatMap(({ anker, bereik }) =>
      (nootbronnen.get(anker)?.bronnen ?? []).map(({ soort, medium, url, datum }) => {
        const domein = url ? domeinOf(url) : undefined;
        return toCsvRij([sleutel, ingediend, bereik, anker, soort, medium?.naam, domein, url, medium?.soort, datum]);
      }),
    )
    .join("");
}

/** The media by name, with kind, other names and domains. */
export function toMediaCsv(): string {
  return [
    toCsvRij(["medium", "mediumsoort", "anderenamen", "domeinen"]),
    ...MEDIA.map(({ naam, soort, andereNamen, domeinen }) =>
      toCsvRij([naam, soort, andereNamen.join("; "), domeinen.join("; ")]),
    ),
  ].join("");
}
