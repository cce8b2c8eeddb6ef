/** The words with which a page accounts for itself: its sources, what became of their characters, how to report a mistake. */
import { regelnaamOf } from "./regels.ts";
import { formatGetal } from "./teksten.ts";

/** What a rule left out, in a few words; the sentence to it is in regels.ts. */
const REGELNAMEN: Readonly<Record<string, string>> = {
  afbreekstreepje: "afbreekstreepjes",
  "bedekte-cel": "bedekte cellen van een tabel",
  dubbel: "tekst die gelijk is aan die van een ander document",
  "dubbel-gedrukt": "dubbel gedrukte letters",
  "feit:beantwoord": "datum van het antwoord",
  "feit:beantwoordDoor": "namen van wie antwoordden",
  "feit:bron": "verwijzing naar de publicatie",
  "feit:documentnummer": "nummer van de publicatie",
  "feit:indieners": "namen van de indieners",
  "feit:ingediend": "datum van indiening",
  "feit:kamer": "naam van de Kamer",
  "feit:mededeling": "kop van een mededeling",
  "feit:nootnummer": "nummers van noten",
  "feit:nummer": "nummers in koppen",
  "feit:onderwerpen": "onderwerpen",
  "feit:titel": "onderwerp, dat ook in de titel staat",
  "feit:vergaderjaar": "vergaderjaar",
  "feit:vraagnummer": "vraagnummer",
  "haakje-om-nootmerk": "haakjes om nootcijfers",
  "haakje-om-nootnummer": "haakjes en punten bij nummers van noten",
  "kop-mededeling": "kop van een mededeling",
  "kop-toelichting": "kop van een toelichting",
  lijstteken: "tekens van opsommingen",
  "metadata-verwijzing": "verwijzing naar metadata",
  "noot-sluitknop": "knoppen bij noten",
  "noot-zonder-aanroep": "noten die het document niet toont",
  "nootmerk-dubbel": "dubbele nootcijfers",
  nootverwijzing: "verwijzingen naar noten",
  opmaakteken: "opmaaktekens",
  opmerking: "opmerkingen in de kantlijn",
  opsommingsteken: "tekens van opsommingen",
  paginakop: "paginakop",
  paginalabel: "vaste woorden van de pagina",
  paginarand: "paginarand",
  paginascheiding: "paginascheidingen",
  paginavoet: "paginavoet",
  scheidingslijn: "scheidingslijnen",
  stuurteken: "stuurtekens",
  tekening: "tekst van een tekening",
  "vaste-kopregel": "vaste kopregels",
  veldcode: "veldcodes",
  "verborgen-tekst": "verborgen tekst",
  "vervangen-door": "tekst waarvan hier een andere lezing staat",
  "verwijderde-tekst": "geschrapte tekst",
  "zacht-afbreekstreepje": "onzichtbare afbreekstreepjes",
  "zacht-streepje": "onzichtbare afbreekstreepjes",
};

export const trouwteksten = {
  kop: "Verantwoording",
  documenten: "Documenten",
  /** Above the documents. */
  inleiding: (aantal: number) =>
    `Deze pagina is gemaakt uit ${aantal === 1 ? "één document" : `${formatGetal(aantal)} documenten`}. De officiële publicatie is altijd de geldende tekst.`,
  telling: "Hoe er is geteld, en wat de regels betekenen",
  bewerkt:
    "De tekst van deze pagina is na het omzetten met de hand bewerkt, of met de hand geschreven. Waar de tekens van de documenten zijn gebleven, is daarom niet te zeggen.",
  nietGeteld: "Van dit document is geen telling van de tekens bewaard.",
  alles: (bron: number) =>
    bron === 1
      ? "Het ene teken van dit document staat op deze pagina"
      : `Alle ${formatGetal(bron)} tekens van dit document staan op deze pagina`,
  deels: (bron: number, behouden: number) => {
    if (behouden === 0) return `Van de ${formatGetal(bron)} tekens van dit document staat er geen op deze pagina`;
    return `Van de ${formatGetal(bron)} tekens van dit document ${behouden === 1 ? "staat" : "staan"} er ${formatGetal(behouden)} op deze pagina`;
  },
  weggelaten: (aantal: number, regels: string) =>
    `; ${formatGetal(aantal)} ${aantal === 1 ? "is" : "zijn"} weggelaten: ${regels}`,
  onverklaard: (aantal: number, plaats?: string, tekst?: string) =>
    `; van ${formatGetal(aantal)} is niet verklaard waar ${aantal === 1 ? "het is" : "zij zijn"} gebleven${tekst ? `, het eerst bij ${plaats}: «${tekst}»` : ""}`,
  regelnaam: (regel: string) =>
    REGELNAMEN[regel] ?? REGELNAMEN[regelnaamOf(regel)] ?? regelnaamOf(regel).replace(/-/g, " "),
  opgehaald: (datum: string) => `Opgehaald op ${datum}`,
  bestand: "Bestand",
  metadata: "Gegevens uit",
  koppeling: (punten: string, zekerheid: string) =>
    `In dit document staat niet bij welke Kamervraag het hoort. Het is hier gezet op grond van ${punten}; zekerheid ${zekerheid} op een schaal van 0 tot 1.`,
  punten: {
    onderwerp: "hetzelfde onderwerp",
    ingediend: "dezelfde datum van indiening",
    indieners: "dezelfde indieners",
    vragen: "dezelfde vragen",
  } as Readonly<Record<string, string>>,
  opmerkingen: "Zo staat het er",
  opmerkingenInleiding: "Het archief verbetert niets aan de tekst. Dit viel op bij het lezen:",
  geenOpmerkingen: "Bij het lezen viel niets op dat niet te plaatsen was.",
  melden: {
    kop: "Een fout melden",
    inleiding: "Staat hier iets anders dan in het officiële document? ",
    link: (sleutel: string) => `Meld een fout in ${sleutel}`,
    naLink: "Noem de plaats",
    bijvoorbeeld: ", bijvoorbeeld ",
    zonderAdres: (sleutel: string) => `Meld het aan wie dit archief beheert. Noem ${sleutel} en de plaats`,
    via: "dit meldadres",
    onderwerp: (sleutel: string) => `Fout in het Kamervragen-archief: ${sleutel}`,
    bericht: (sleutel: string, pagina: string) => [
      `Kamervraag: ${sleutel}`,
      `Pagina: ${pagina}`,
      "Plaats (bijvoorbeeld vraag 4 of antwoord 4): ",
      "",
      "Dit staat er: ",
      "",
      "Dit staat in het officiële document: ",
      "",
    ],
  },
} as const;
