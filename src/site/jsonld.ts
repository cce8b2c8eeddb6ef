/**
 * A Kamervraag as linked data (schema.org), for pages of a site whose address is known: each vraag a Question, each antwoord
 * an Answer, with persons, dates, sources and licence.
 * @see docs/formats/json-ld.md
 */
import { aanhaalteksten } from "../../templates/data/aanhalen.ts";
import { site } from "../../templates/data/site.ts";
import { standaardKop } from "../markdown/koppen.ts";
import { toPlainText } from "../markdown/platte-tekst.ts";
import { ankersOf } from "../model/anker.ts";
import { dekkingOf } from "../model/dekking.ts";
import type { Antwoord, Beantwoorder, Bron, Indiener, Kamervraag, Vraag } from "../model/kamervraag.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import { verwijzingenOf } from "../verwijzingen/van-kamervraag.ts";
import { aanhalingOf } from "./aanhalen/aanhaling.ts";

/** A node of linked data. Absent facts are left out. */
export type Knoop = Readonly<Record<string, unknown>>;

const LICENTIE = "https://creativecommons.org/publicdomain/zero/1.0/";

const SITES = {
  tk: "https://www.tweedekamer.nl/",
  ek: "https://www.eerstekamer.nl/",
} as const;

/**
 * Shapes the linked data of a page. `adres` is the address of the site, without a slash at its end.
 *
 * An antwoord is a `suggestedAnswer`, never an `acceptedAnswer`: the record does not say whether who asked was content.
 * An antwoord on several vragen stands once, at the last of them; the others name it by its `@id`.
 */
export function toJsonld(kamervraag: Kamervraag, adres: string): Knoop {
  const { sleutel, vraagnummer, kamer, titel, ingediend, beantwoord, bronnen, onderwerpen, gerichtAan } = kamervraag;
  const url = `${adres}/${pathOfSleutel(sleutel)}.html`;
  const geldend = bronnen.filter(({ vervangenDoor }) => !vervangenDoor);
  const kamerKnoop = { "@type": "GovernmentOrganization", name: aanhaalteksten.uitgever[kamer], url: SITES[kamer] };
  return compact({
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    "@id": url,
    url,
    name: titel,
    genre: aanhaalteksten.genre[kamervraag.soort],
    identifier: [...new Set([...(vraagnummer ? [vraagnummer] : [sleutel]), ...geldend.map(({ id }) => id)])],
    creditText: plain(aanhalingOf(kamervraag)),
    inLanguage: "nl-NL",
    author: kamervraag.indieners.map(toPersoonknoop),
    audience: gerichtAan.flatMap(({ naam, functie }) => {
      const name = [functie, naam].filter(Boolean).join(" ");
      return name ? [{ "@type": "Audience", name }] : [];
    }),
    dateCreated: ingediend,
    datePublished: ingediend ?? beantwoord,
    dateModified: beantwoord,
    keywords: onderwerpen,
    license: LICENTIE,
    publisher: { "@type": "Organization", name: site.naam, url: `${adres}/` },
    sourceOrganization: kamerKnoop,
    isBasedOn: geldend.map((bron) => toBronknoop(bron, kamerKnoop.name)),
    citation: [...new Set(verwijzingenOf(kamervraag).map(({ doel }) => doel))].filter((doel) =>
      /^https?:\/\//.test(doel),
    ),
    encoding: [
      toBestand(adres, sleutel, "md", "text/markdown"),
      toBestand(adres, sleutel, "json", "application/json"),
      toBestand(adres, sleutel, "txt", "text/plain"),
    ],
    hasPart: toVraagknopen(kamervraag, url),
  });
}

function toVraagknopen(kamervraag: Kamervraag, url: string): readonly Knoop[] {
  const { blokken, noten, ingediend, indieners } = kamervraag;
  const ankers = ankersOf(blokken);
  const dekking = dekkingOf(blokken);
  const nummers = new Map(noten.map(({ anker, nummer }) => [anker, nummer]));
  const text = (tekst: string) => toPlainText(tekst, (anker) => `[${nummers.get(anker) ?? anker}]`);
  const id = (index: number) => `${url}#${ankers[index]?.[0] ?? ""}`;
  const antwoorden = blokken.flatMap((blok, index) =>
    blok.soort === "antwoord" ? [{ blok, index, op: dekking[index] ?? [] }] : [],
  );
  const vragen = blokken.flatMap((blok, index) => (blok.soort === "vraag" ? [{ blok, index }] : []));
  const auteurs = indieners.map(toPersoonknoop);
  return [
    ...vragen.map(({ blok, index }) => {
      const own = antwoorden.filter(({ op }) => op.includes(index));
      return compact({
        "@type": "Question",
        "@id": id(index),
        url: id(index),
        name: kopVan(blok),
        text: text(blok.tekst),
        author: auteurs,
        dateCreated: ingediend,
        answerCount: own.length,
        suggestedAnswer: own.map((antwoord) =>
          antwoord.op.at(-1) === index
            ? toAntwoordknoop(kamervraag, antwoord.blok, id(antwoord.index), text)
            : { "@id": id(antwoord.index) },
        ),
      });
    }),
    // An antwoord that names no vraag of this page stands by itself.
    ...antwoorden
      .filter(({ op }) => op.length === 0)
      .map(({ blok, index }) => toAntwoordknoop(kamervraag, blok, id(index), text)),
  ];
}

function toAntwoordknoop(
  { beantwoordDoor, blokken }: Kamervraag,
  antwoord: Antwoord,
  id: string,
  text: (tekst: string) => string,
): Knoop {
  const bronnen = new Set(blokken.flatMap((blok) => (blok.soort === "antwoord" ? [blok.bron ?? ""] : [])));
  // Several documents by several people: nothing says who wrote which.
  const auteurs = beantwoordDoor.length > 1 && bronnen.size > 1 ? [] : beantwoordDoor;
  return compact({
    "@type": "Answer",
    "@id": id,
    url: id,
    name: kopVan(antwoord),
    text: text(antwoord.tekst),
    author: auteurs.filter(({ naam, functie }) => naam || functie).map(toPersoonknoop),
    datePublished: antwoord.datum,
  });
}

function kopVan(blok: Vraag | Antwoord): string {
  if (blok.kop) return blok.kop;
  return blok.soort === "vraag" ? standaardKop("vraag", blok.nummers) : standaardKop("antwoord", blok.opVragen);
}

function toPersoonknoop(persoon: Indiener | Beantwoorder): Knoop {
  const functie = "functie" in persoon ? persoon.functie : undefined;
  return compact({
    "@type": "Person",
    name: persoon.naam,
    jobTitle: functie,
    memberOf: persoon.fractie && { "@type": "Organization", name: persoon.fractie },
  });
}

function toBronknoop({ id, titel, url, datum }: Bron, uitgever: string): Knoop {
  return compact({
    "@type": "CreativeWork",
    "@id": url,
    identifier: id,
    name: titel ?? id,
    url,
    datePublished: datum,
    publisher: { "@type": "GovernmentOrganization", name: uitgever },
  });
}

function toBestand(adres: string, sleutel: string, einde: string, encodingFormat: string): Knoop {
  return { "@type": "MediaObject", contentUrl: `${adres}/${pathOfSleutel(sleutel)}.${einde}`, encodingFormat };
}

// A fact that is not known is left out, and so is an empty list.
function compact(knoop: Knoop): Knoop {
  return Object.fromEntries(
    Object.entries(knoop).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
