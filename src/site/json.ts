/**
 * A Kamervraag as JSON for reuse, at the address of its page with `.json`. Absent facts are left out; lists are always
 * there, also when they are empty; texts are Markdown as in the `.md`.
 * @see docs/formats/json.md
 */
import { meldingOf } from "../../templates/data/meldingen.ts";
import { ankersOf } from "../model/anker.ts";
import { isAntwoord, isVraag, type Kamervraag } from "../model/kamervraag.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import { findTermijn } from "../model/termijn.ts";
import { verwijzingenOf } from "../verwijzingen/van-kamervraag.ts";
import type { PaginaContext } from "./pagina.ts";

/** Writes the JSON, ending in a line break. `context` gives the as-of date and, when known, the site's address. */
export function toJson(kamervraag: Kamervraag, { peildatum, adres, archief }: PaginaContext): string {
  const { blokken, noten, mededelingen, bronnen, diagnostiek, ...feiten } = kamervraag;
  const ankers = ankersOf(blokken);
  const anker = (blok: Kamervraag["blokken"][number]) => ankers[blokken.indexOf(blok)]?.[0];
  const termijn = findTermijn(kamervraag, peildatum);
  const json = {
    sleutel: feiten.sleutel,
    vraagnummer: feiten.vraagnummer,
    kamer: feiten.kamer,
    soort: feiten.soort,
    aliassen: feiten.aliassen,
    titel: feiten.titel,
    ingediend: feiten.ingediend,
    beantwoord: feiten.beantwoord,
    status: feiten.status,
    termijn: termijn && { ...termijn, peildatum },
    indieners: feiten.indieners,
    gerichtAan: feiten.gerichtAan,
    beantwoordDoor: feiten.beantwoordDoor.map((wie) => ({ ...wie, medeNamens: wie.medeNamens ?? false })),
    onderwerpen: feiten.onderwerpen,
    themas: feiten.themas,
    vragen: blokken
      .filter(isVraag)
      .map((blok) => ({ nummers: blok.nummers, kop: blok.kop, anker: anker(blok), tekst: blok.tekst })),
    antwoorden: blokken.filter(isAntwoord).map((blok) => ({
      opVragen: blok.opVragen,
      kop: blok.kop,
      anker: anker(blok),
      tekst: blok.tekst,
      bron: blok.bron,
      datum: blok.datum,
    })),
    teksten: blokken.flatMap((blok) =>
      isVraag(blok) || isAntwoord(blok)
        ? []
        : [{ soort: blok.soort, kop: blok.kop, anker: anker(blok), tekst: blok.tekst }],
    ),
    noten,
    mededelingen: mededelingen.map(({ datum, soort, tekst, bron }) => ({ datum, soort, tekst, bron })),
    verwijzingen: verwijzingenOf(kamervraag, archief?.zoek),
    bronnen,
    diagnostiek: diagnostiek.map((opmerking) => ({ ...opmerking, melding: meldingOf(opmerking) })),
    adres: adres && `${adres}/${pathOfSleutel(feiten.sleutel)}.html`,
  };
  return `${JSON.stringify(json, dropEmpty, 2)}\n`;
}

// A text can be empty in a source; in the JSON it is then absent, as any fact is.
function dropEmpty(_key: string, value: unknown): unknown {
  return value === "" || value === null ? undefined : value;
}
