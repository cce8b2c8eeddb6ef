/**
 * A Kamervraag as JSON for reuse, at the address of its page with `.json`. Absent facts are left out; lists are always
 * there, also when they are empty; texts are Markdown as in the `.md`.
 * @see docs/formats/json.md
 */
import { meldingOf } from "../../templates/data/meldingen.ts";
import { antwoordwijzenOf } from "../antwoordwijze/wijze.ts";
import { ankersOf } from "../model/anker.ts";
import { isAntwoord, isVraag, type Kamervraag } from "../model/kamervraag.ts";
import { opPeildatum } from "../model/peildatum.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import { findTermijn } from "../model/termijn.ts";
import { type Nootbronnen, nootbronnenOf } from "../noten/van-kamervraag.ts";
import { verwijzingenOf } from "../verwijzingen/van-kamervraag.ts";
import { aanhalingOf, aanhalingVanAntwoord } from "./aanhalen/aanhaling.ts";
import type { PaginaContext } from "./pagina.ts";
import { toVerloop } from "./verloop.ts";

/** Writes the JSON, ending in a line break. `context` gives the as-of date and, when known, the site's address. */
export function toJson(kamervraag: Kamervraag, { peildatum, adres, archief }: PaginaContext): string {
  const { blokken, noten, mededelingen, bronnen, diagnostiek, ...feiten } = kamervraag;
  const ankers = ankersOf(blokken);
  const anker = (blok: Kamervraag["blokken"][number]) => ankers[blokken.indexOf(blok)]?.[0];
  const toen = opPeildatum(kamervraag, peildatum);
  const termijn = findTermijn(toen, peildatum);
  const json = {
    sleutel: feiten.sleutel,
    vraagnummer: feiten.vraagnummer,
    kamer: feiten.kamer,
    soort: feiten.soort,
    aliassen: feiten.aliassen,
    titel: feiten.titel,
    ingediend: feiten.ingediend,
    beantwoord: toen.beantwoord,
    status: toen.status,
    // What is done stands the same on every later day, and so does its file.
    termijn: termijn && (termijn.isAfgedaan ? termijn : { ...termijn, peildatum }),
    verloop: toVerloop(kamervraag, peildatum),
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
      aanhaling: plain(aanhalingVanAntwoord(kamervraag, blok)),
    })),
    teksten: blokken.flatMap((blok) =>
      isVraag(blok) || isAntwoord(blok)
        ? []
        : [{ soort: blok.soort, kop: blok.kop, anker: anker(blok), tekst: blok.tekst }],
    ),
    noten: noten.map((noot) => ({ ...noot, ...toNootbronnen(nootbronnenOf(kamervraag).get(noot.anker)) })),
    mededelingen: mededelingen.map(({ datum, soort, tekst, bron }) => ({ datum, soort, tekst, bron })),
    verwijzingen: verwijzingenOf(kamervraag, archief?.zoek),
    antwoordwijzen: antwoordwijzenOf(kamervraag).map(({ bereik: _, ...wijze }) => wijze),
    bronnen,
    diagnostiek: diagnostiek.map((opmerking) => ({ ...opmerking, melding: meldingOf(opmerking) })),
    aanhaling: plain(aanhalingOf(kamervraag)),
    adres: adres && `${adres}/${pathOfSleutel(feiten.sleutel)}.html`,
  };
  return `${JSON.stringify(json, dropEmpty, 2)}\n`;
}

// No-break spaces are for the page.
function plain(aanhaling: string): string {
  return aanhaling.replaceAll("\u00a0", " ");
}

// A medium goes by its name, which noten.csv uses as well.
function toNootbronnen(noot: Nootbronnen | undefined) {
  const bronnen = (noot?.bronnen ?? []).map(({ soort, medium, datum, url, archiefUrl }) => ({
    soort,
    medium: medium?.naam,
    datum,
    url,
    archiefUrl,
  }));
  return { soort: noot?.soort, bronnen };
}

// A text can be empty in a source; in the JSON it is then absent, as any fact is.
function dropEmpty(_key: string, value: unknown): unknown {
  return value === "" || value === null ? undefined : value;
}
