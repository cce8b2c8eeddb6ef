/** All references of a Kamervraag as data: where, which words, what kind, and to what (docs/formats/verwijzingen.md). */
import { ankersOf } from "../model/anker.ts";
import type { Kamervraag } from "../model/kamervraag.ts";
import { kamervraagOfAdres, soortOfAdres } from "./adres.ts";
import { type Alineavondsten, type Vondst, vondstenIn, vondstenInPlat } from "./inline.ts";
import type { GevondenVerwijzing, VerwijzingSoort } from "./vind.ts";
import { openWegwijzer, type Wegwijzer, type Zoek } from "./wegwijzer.ts";

export interface Verwijzing {
  /** Anchor of the vraag, antwoord, mededeling or note; `kop`: the title lines of a document. */
  readonly plaats: string;
  /** The words that are the link, as printed. */
  readonly tekst: string;
  readonly soort: VerwijzingSoort;
  /** What it leads to, seen from the page (and from the JSON beside it): in full, or a page of the archive. */
  readonly doel: string;
  /** The official address, where `doel` is a page of the archive. */
  readonly officieel?: string;
  /** The Kamervraag that the archive holds. */
  readonly sleutel?: string;
}

/** A text of a Kamervraag, with what is needed to judge what a reference in it means. */
export interface Tekstplaats {
  readonly plaats: string;
  readonly tekst: string;
  /** Whose words: the indieners', the government's, or a notice or title line. */
  readonly stem: "vraag" | "antwoord" | "overig";
  /** Identifier of the document that an antwoord stands in. */
  readonly bron?: string;
  /** Plain text, not Markdown. */
  readonly isPlat?: boolean;
}

/** All texts in reading order: blokken, notices, title lines, notes last. */
export function tekstplaatsenOf({ blokken, mededelingen, bronnen, noten }: Kamervraag): readonly Tekstplaats[] {
  const ankers = ankersOf(blokken);
  return [
    ...blokken.map((blok, index) => ({
      plaats: ankers[index]?.[0] ?? "kop",
      tekst: blok.tekst,
      stem: blok.soort === "antwoord" ? ("antwoord" as const) : ("vraag" as const),
      ...(blok.soort === "antwoord" && blok.bron ? { bron: blok.bron } : {}),
    })),
    ...mededelingen.map(({ tekst }, index) => ({
      plaats: `mededeling-${index + 1}`,
      tekst,
      stem: "overig" as const,
    })),
    ...bronnen.flatMap(({ kopregels = [] }) =>
      kopregels.map((tekst) => ({ plaats: "kop", tekst, stem: "overig" as const, isPlat: true })),
    ),
    ...noten.map(({ tekst = "", anker, bereik }) => ({ plaats: `noot-${anker}`, tekst, stem: bereik })),
  ];
}

/** Lists the references of all texts in reading order, notes last. `zoek` finds what the archive holds. */
export function verwijzingenOf(kamervraag: Kamervraag, zoek?: Zoek): readonly Verwijzing[] {
  const wegwijzer = openWegwijzer(kamervraag, zoek);
  return tekstplaatsenOf(kamervraag).flatMap((tekstplaats) =>
    vondstenOf(tekstplaats).flatMap(({ vondsten }) =>
      vondsten.flatMap((vondst) => toVerwijzing(vondst, tekstplaats, wegwijzer) ?? []),
    ),
  );
}

/** The references and note calls of one text, by paragraph. */
export function vondstenOf({ tekst, isPlat }: Tekstplaats): readonly Alineavondsten[] {
  return isPlat ? vondstenInPlat(tekst) : vondstenIn(tekst);
}

function toVerwijzing(vondst: Vondst, { plaats, bron }: Tekstplaats, wegwijzer: Wegwijzer): Verwijzing | undefined {
  const gevonden = "gevonden" in vondst ? vondst.gevonden : ofAdres(vondst.adres);
  const doel = wegwijzer.wijs(gevonden, bron);
  if (!doel) return undefined;
  const { href, officieel, sleutel } = doel;
  return {
    plaats,
    tekst: vondst.tekst,
    soort: gevonden.soort,
    doel: href,
    ...(officieel === undefined || officieel === href ? {} : { officieel }),
    ...(sleutel === undefined ? {} : { sleutel }),
  };
}

/** What an address that stands in the source as a link refers to. */
export function ofAdres(adres: string): Omit<GevondenVerwijzing, "van" | "tot"> {
  const kamervraag = kamervraagOfAdres(adres);
  return { soort: soortOfAdres(adres), url: adres, ...(kamervraag === undefined ? {} : { kamervraag }) };
}
