/** The facts that a reader found in a document, written as in the table of labels. */
import { type Veld, ZONDER_NUMMER } from "./labels.ts";
import { MEDE_NAMENS, parseFunctie } from "./zelfde.ts";

/** What is used of an object as `lees` prints it. */
export interface Gelezen {
  readonly bestand: string;
  readonly herkend: boolean;
  readonly documentsoort?: string | undefined;
  readonly id?: string | undefined;
  readonly vraagnummer?: string | undefined;
  readonly vraagnummers?: readonly string[] | undefined;
  readonly ingediend?: string | undefined;
  readonly ontvangen?: string | undefined;
  readonly indieners?: readonly Persoon[] | undefined;
  readonly gerichtAan?: readonly Persoon[] | undefined;
  readonly beantwoordDoor?: readonly Persoon[] | undefined;
  readonly vragen?: readonly { readonly nummers: readonly string[]; readonly tekst: string }[] | undefined;
  readonly antwoorden?: readonly { readonly opVragen: readonly string[]; readonly tekst: string }[] | undefined;
  readonly noten?: readonly { readonly bereik: string }[] | undefined;
  readonly mededelingen?: readonly { readonly soort: string; readonly tekst: string }[] | undefined;
}

interface Persoon {
  readonly naam?: string | undefined;
  readonly naamInBron?: string | undefined;
  readonly functie?: string | undefined;
  readonly fractie?: string | undefined;
  readonly medeNamens?: boolean | undefined;
}

/** A fact that a reader found; several ways to write it (the name as in the text, the name as in the metadata). */
export type Vondst = readonly string[];

/** What was found of a field; nothing in a document that was not recognised. */
export function vondstenOf(veld: Veld, document: Gelezen | undefined): readonly Vondst[] {
  if (!document) return [];
  switch (veld) {
    case "documentsoort":
    case "id":
    case "ingediend":
    case "ontvangen":
      return document[veld] === undefined ? [] : [[document[veld]]];
    case "vraagnummer":
      return [...new Set([document.vraagnummer ?? [], document.vraagnummers ?? []].flat())].map((nummer) => [nummer]);
    case "vragen":
      return (document.vragen ?? []).map(({ nummers }) => [groepOf(nummers)]);
    case "antwoorden":
      return (document.antwoorden ?? []).map(({ opVragen }) => [groepOf(opVragen)]);
    case "noten-v":
    case "noten-a": {
      const bereik = veld === "noten-v" ? "vraag" : "antwoord";
      return (document.noten ?? []).filter((noot) => noot.bereik === bereik).map(() => [veld]);
    }
    case "indieners":
      return (document.indieners ?? []).map((persoon) =>
        namenOf(persoon).map((naam) => metHaakjes(naam, persoon.fractie)),
      );
    case "gerichtAan":
      return (document.gerichtAan ?? []).map(({ functie, naam }) => [functie ?? naam ?? ""]);
    case "beantwoordDoor":
      return (document.beantwoordDoor ?? []).map((persoon) =>
        namenOf(persoon).map((naam) => writePersoon(persoon, naam)),
      );
    case "mededelingen":
      return (document.mededelingen ?? []).map(({ soort }) => [soort]);
    case "tabellen":
      return tabellenOf(document).map(() => [veld]);
  }
}

function groepOf(nummers: readonly string[]): string {
  return nummers.length === 0 ? ZONDER_NUMMER : nummers.join(",");
}

function namenOf({ naam, naamInBron }: Persoon): readonly (string | undefined)[] {
  const namen = [naamInBron, naam].filter((one) => one !== undefined);
  return namen.length > 0 ? namen : [undefined];
}

function metHaakjes(naam = "", tussen?: string): string {
  return tussen === undefined ? naam : `${naam} (${tussen})`;
}

// As the table writes it: "mede namens Minister Wierdeman (Dijken)", or "Minister van Dijken" when there is no name.
function writePersoon({ functie = "", medeNamens }: Persoon, naam: string | undefined): string {
  const { rang, portefeuille } = parseFunctie(functie);
  const wie = naam === undefined ? functie : metHaakjes(`${rang} ${naam}`.trim(), portefeuille);
  return medeNamens ? `${MEDE_NAMENS} ${wie}` : wie;
}

// Tables in the conversation; a letter head that is set as a table is none.
function tabellenOf({ vragen = [], antwoorden = [], mededelingen = [] }: Gelezen): readonly string[] {
  return [...vragen, ...antwoorden, ...mededelingen].flatMap(({ tekst }) => tekst.match(TABELLIJN) ?? []);
}

const TABELLIJN = /^\|(?: *:?-{3,}:? *\|)+ *$/gm;
