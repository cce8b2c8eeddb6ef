/**
 * What a reference manager is told of a Kamervraag, before it is written in one format or another: one vermelding for the
 * page and one for each antwoord.
 * @see docs/formats/aanhalen.md
 */
import { aanhaalteksten } from "../../../templates/data/aanhalen.ts";
import { ankersOf } from "../../model/anker.ts";
import type { Antwoord, Beantwoorder, Datum, Kamervraag } from "../../model/kamervraag.ts";
import { pathOfSleutel } from "../../model/sleutel.ts";
import {
  type Aanhangselplaats,
  aanhalingOf,
  aanhalingVanAntwoord,
  aanhangselsOf,
  antwoordwoorden,
  findNummer,
  formatVergaderjaar,
  plaatsVanAntwoord,
} from "./aanhaling.ts";
import { type Persoon, toPersoon } from "./persoon.ts";

export interface Vermelding {
  /** Key of the entry, which never changes: `kamervraag-2021Z18968`, `kamervraag-2021Z18968-antwoord-3`. */
  readonly id: string;
  readonly titel: string;
  readonly auteurs: readonly Persoon[];
  /** Whom it is addressed to. */
  readonly ontvangers: readonly Persoon[];
  /** Of the publication: of the answer where there is one, else of submission. */
  readonly datum?: Datum;
  readonly ingediend?: Datum;
  readonly genre: string;
  /** The series it appeared in. */
  readonly verzameling?: string;
  readonly jaargang?: string;
  readonly nummer?: string;
  readonly uitgever: string;
  readonly url?: string;
  readonly trefwoorden: readonly string[];
  /** The Dutch legal citation, which no field of a reference manager can hold. */
  readonly aanhaling: string;
}

/** All vermeldingen of a Kamervraag: the page's own first. `adres` is the address of the site, where it is known. */
export function vermeldingenOf(kamervraag: Kamervraag, adres?: string): readonly [Vermelding, ...Vermelding[]] {
  const ankers = ankersOf(kamervraag.blokken);
  const antwoorden = kamervraag.blokken.flatMap((blok, index) =>
    blok.soort === "antwoord" ? [vanAntwoord(kamervraag, blok, ankers[index]?.[0] ?? "", adres)] : [],
  );
  return [vanPagina(kamervraag, adres), ...antwoorden];
}

/** The vermelding of the page as a whole. */
export function vanPagina(kamervraag: Kamervraag, adres?: string): Vermelding {
  const { ingediend, beantwoord, indieners, gerichtAan, onderwerpen, bronnen, sleutel } = kamervraag;
  const [plaats] = aanhangselsOf(kamervraag);
  const datum = plaats ? (beantwoord ?? ingediend) : (ingediend ?? beantwoord);
  const soort = plaats ? ["antwoord", "nader-antwoord"] : ["vraag", "antwoord", "nader-antwoord"];
  const url = adres
    ? `${adres}/${pathOfSleutel(sleutel)}.html`
    : bronnen.find((bron) => soort.includes(bron.soort) && bron.url && !bron.vervangenDoor)?.url;
  return {
    ...gedeeld(kamervraag, plaats),
    id: toId(sleutel),
    titel: schoneTitel(kamervraag),
    auteurs: indieners.map(({ naam }) => toPersoon(naam)),
    ontvangers: gerichtAan.flatMap(toAdressaat),
    ...(datum ? { datum } : {}),
    ...(url ? { url } : {}),
    trefwoorden: onderwerpen,
    aanhaling: aanhalingOf(kamervraag),
  };
}

function vanAntwoord(kamervraag: Kamervraag, antwoord: Antwoord, anker: string, adres?: string): Vermelding {
  const { beantwoord, indieners, bronnen, sleutel } = kamervraag;
  const datum = antwoord.datum ?? beantwoord;
  const url = adres
    ? `${adres}/${pathOfSleutel(sleutel)}.html#${anker}`
    : bronnen.find((bron) => bron.id === antwoord.bron && bron.url)?.url;
  return {
    ...gedeeld(kamervraag, plaatsVanAntwoord(kamervraag, antwoord)),
    id: `${toId(sleutel)}-${anker}`,
    titel: `${schoneTitel(kamervraag)}: ${antwoordwoorden(antwoord)}`,
    auteurs: beantwoordersOf(kamervraag),
    ontvangers: indieners.map(({ naam }) => toPersoon(naam)),
    ...(datum ? { datum } : {}),
    ...(url ? { url } : {}),
    trefwoorden: [],
    aanhaling: aanhalingVanAntwoord(kamervraag, antwoord),
  };
}

function gedeeld(kamervraag: Kamervraag, plaats: Aanhangselplaats | undefined) {
  const { genre, verzameling, uitgever } = aanhaalteksten;
  const { ingediend, kamer, soort } = kamervraag;
  const nummer = plaats?.nummer ?? findNummer(kamervraag);
  return {
    ...(ingediend ? { ingediend } : {}),
    genre: plaats ? genre.aanhangsel : genre[soort],
    ...(plaats ? { verzameling, jaargang: formatVergaderjaar(plaats.vergaderjaar) } : {}),
    ...(nummer ? { nummer } : {}),
    uitgever: uitgever[kamer],
  };
}

/**
 * Who wrote the answers. Where several documents were answered by several people, nothing says who wrote which: then nobody
 * is named. Who was only joined in ("mede namens") is no author, unless there is nobody else.
 */
function beantwoordersOf({ beantwoordDoor, blokken }: Kamervraag): readonly Persoon[] {
  const eigen = beantwoordDoor.filter(({ medeNamens }) => !medeNamens);
  const auteurs = eigen.length > 0 ? eigen : beantwoordDoor;
  const bronnen = new Set(blokken.flatMap((blok) => (blok.soort === "antwoord" ? [blok.bron ?? ""] : [])));
  return auteurs.length > 1 && bronnen.size > 1 ? [] : auteurs.flatMap(toAdressaat);
}

function toAdressaat({ naam, functie }: Pick<Beantwoorder, "naam" | "functie">): readonly Persoon[] {
  if (naam) return [toPersoon(naam)];
  return functie ? [{ letterlijk: functie }] : [];
}

/** A title on one line, without the point at its end. */
export function schoneTitel({ titel }: Pick<Kamervraag, "titel">): string {
  return titel.replace(/\s+/g, " ").replace(/ ?\.$/, "").trim();
}

/** The key of an entry. For BibTeX it may hold letters, digits and hyphens: just what a sleutel holds. */
export function toId(sleutel: string): string {
  return `kamervraag-${sleutel}`;
}
