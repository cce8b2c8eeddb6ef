/** What the offline bundle says of itself: its start page, a line on the other pages, and LEESMIJ.txt. */
import { bundelteksten } from "../../templates/data/bundelteksten.ts";
import { teksten } from "../../templates/data/teksten.ts";
import { formatDatum } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import type { Omgeving } from "./omgeving.ts";
import type { Documenttelling } from "./volledigheid.ts";

/** What was chosen from the archive; empty for all of it. */
export interface Bundelkeuze {
  readonly van?: Datum;
  readonly tot?: Datum;
  readonly fractie?: readonly string[];
  readonly onderwerp?: readonly string[];
}

/** What a site says of itself in `archief.json`, for the bundle and for whoever reuses the archive. */
export interface Archieffeiten {
  readonly peildatum: Datum;
  readonly adres?: string;
  readonly kamervragen: number;
  /** First and last day of submission. */
  readonly eerste?: Datum;
  readonly laatste?: Datum;
  readonly documenten: readonly Documenttelling[];
  /** Kamervragen edited by hand, whose documents are not counted. */
  readonly bewerkt: number;
}

/** File name of the start page; the front page of the site stays `index.html`. */
export const BUNDELSTART = "over-deze-bundel.html";

/** Makes the start page. */
export function renderBundelstart({ nunjucks }: Omgeving, feiten: Archieffeiten, keuze: Bundelkeuze): string {
  const { inhoud, bronnen } = bundelteksten;
  const { adres } = feiten;
  const peildatum = formatDatum(feiten.peildatum);
  const hoofd = { titel: bundelteksten.titel, beschrijving: bundelteksten.beschrijving, wortel: "", menu: "over" };
  const content = nunjucks.render("layouts/bundel.njk", {
    ...hoofd,
    ...(adres ? { adres } : {}),
    samenvatting: bundelteksten.samenvatting(feiten.kamervragen, peildatum),
    keuzes: toKeuzes(keuze),
    inhoud: [
      inhoud.aantal(feiten.kamervragen),
      ...(feiten.eerste && feiten.laatste
        ? [inhoud.periode(formatDatum(feiten.eerste), formatDatum(feiten.laatste))]
        : []),
      inhoud.peildatum(peildatum),
      inhoud.zoeken,
      inhoud.zonder(adres),
    ],
    bronnen: [
      ...feiten.documenten.map(({ vorm, aantal }) => bronnen.documenten(aantal, teksten.volledigheid.vorm[vorm])),
      ...(feiten.bewerkt > 0 ? [bronnen.bewerkt(feiten.bewerkt)] : []),
    ],
  });
  return nunjucks.render("layouts/pagina.njk", { ...hoofd, content });
}

/** The line at the head of the front page, and the one in the footer of all pages. `wortel` is the way to the root. */
export function renderBundelregel({ nunjucks }: Omgeving, { peildatum, wortel, isKeuze, plaats }: Bundelregel): string {
  const datum = formatDatum(peildatum);
  return nunjucks
    .render("layouts/bundelregel.njk", {
      plaats,
      href: wortel + BUNDELSTART,
      tekst: isKeuze ? bundelteksten.keuzeregel(datum) : bundelteksten.regel(datum),
    })
    .trim();
}

export interface Bundelregel {
  readonly peildatum: Datum;
  readonly wortel: string;
  readonly isKeuze: boolean;
  readonly plaats: "begin" | "voet";
}

/** The text of LEESMIJ.txt, for whoever unpacks and does not know where to begin. */
export function toLeesmij({ peildatum, kamervragen }: Archieffeiten): string {
  return bundelteksten.leesmij(formatDatum(peildatum), kamervragen, bundelteksten.gebruik.regels);
}

function toKeuzes({ van, tot, fractie = [], onderwerp = [] }: Bundelkeuze): readonly string[] {
  const { keuzes } = bundelteksten.inhoud;
  return [
    ...(van ? [keuzes.van(formatDatum(van))] : []),
    ...(tot ? [keuzes.tot(formatDatum(tot))] : []),
    ...(fractie.length > 0 ? [keuzes.fractie(fractie)] : []),
    ...(onderwerp.length > 0 ? [keuzes.onderwerp(onderwerp)] : []),
  ];
}
