/** Every Dutch word of the offline bundle: its start page, its line on other pages and its LEESMIJ.txt. */
import { aantalKamervragen, formatGetal } from "./teksten.ts";

export const bundelteksten = {
  titel: "Over deze bundel",
  beschrijving: "Wat er in deze bundel van het Kamervragen-archief staat, van welke datum en uit welke bronnen.",
  soort: "Offline bundel",
  samenvatting: (aantal: number, peildatum: string) =>
    `Deze map bevat ${aantalKamervragen(aantal)}, zoals ze ervoor stonden op ${peildatum}.`,
  regel: (peildatum: string) => `U leest een kopie van het archief op uw eigen computer, stand van ${peildatum}.`,
  keuzeregel: (peildatum: string) => `U leest een deel van het archief op uw eigen computer, stand van ${peildatum}.`,
  inhoud: {
    kop: "Wat erin zit",
    aantal: (aantal: number) => `${aantalKamervragen(aantal)}, met hun antwoorden, noten en mededelingen.`,
    periode: (van: string, tot: string) =>
      van === tot ? `Ingediend op ${van}.` : `Ingediend van ${van} tot en met ${tot}.`,
    keuze: "Dit is een keuze uit het archief:",
    keuzes: {
      van: (datum: string) => `ingediend op of na ${datum}`,
      tot: (datum: string) => `ingediend op of voor ${datum}`,
      fractie: (namen: readonly string[]) => `vragenstellers van ${namen.join(" of ")}`,
      onderwerp: (namen: readonly string[]) => `over ${namen.join(" of ")}`,
    },
    keuzeUitleg: "Verwijzingen naar Kamervragen buiten deze keuze leiden naar het officiële document.",
    peildatum: (datum: string) =>
      `De stand is die van ${datum}. Wat daarna is gevraagd of beantwoord, staat er niet in.`,
    zoeken: "Alle pagina’s, de lijsten en het zoeken. Niets daarvan heeft internet nodig.",
    zonder: (adres: string | undefined) =>
      adres === undefined
        ? "De kopieën naast elke pagina (tekst, Markdown, gegevens en verwijzingen voor literatuurprogramma’s) en de tabellen zitten er niet in."
        : "De kopieën naast elke pagina (tekst, Markdown, gegevens en verwijzingen voor literatuurprogramma’s) en de tabellen zitten er niet in. De links daarheen leiden naar de site.",
  },
  bronnen: {
    kop: "Uit welke bronnen",
    uitleg:
      "Elke pagina noemt de documenten waaruit zij is gemaakt, met een link naar het origineel. Die links hebben wel internet nodig.",
    documenten: (aantal: number, vorm: string) =>
      `${formatGetal(aantal)}\u00a0${aantal === 1 ? "document" : "documenten"}: ${vorm}`,
    bewerkt: (aantal: number) =>
      `${aantalKamervragen(aantal)} ${aantal === 1 ? "is" : "zijn"} met de hand bewerkt en hier niet meegeteld.`,
    verder: "Wat er van elke bron is gelezen, staat op",
    site: "Deze bundel hoort bij de site",
  },
  gebruik: {
    kop: "Gebruik",
    regels: [
      "Pak het zipbestand helemaal uit voordat u begint: uit het zipbestand zelf werken de pagina’s niet.",
      "Open index.html, ook vanaf een USB-stick. Het zoeken is beproefd in Chromium en Firefox.",
      "Verplaats of hernoem de hele map gerust; laat wat erin staat bij elkaar.",
    ],
  },
  controle: {
    kop: "Controleren",
    uitleg:
      "In SHA256SUMS staat van elk bestand de controlesom (SHA-256). Zo ziet u of er na het maken iets is veranderd. Open een opdrachtvenster in de map en geef:",
    opdrachten: [
      { systeem: "Linux", opdracht: "sha256sum --quiet -c SHA256SUMS" },
      { systeem: "macOS", opdracht: "shasum -a 256 -c SHA256SUMS" },
      { systeem: "Windows, één bestand", opdracht: "certutil -hashfile index.html SHA256" },
    ],
    slot: "Van SHA256SUMS zelf, of van het zipbestand, moet u de controlesom krijgen van wie de bundel uitgaf.",
  },
  leesmij: (peildatum: string, aantal: number, regels: readonly string[]) =>
    [
      `Kamervragen-archief, offline bundel, stand van ${peildatum}`,
      `${aantalKamervragen(aantal).replace("\u00a0", " ")}.`,
      "",
      ...regels,
      "Wat erin zit, staat in over-deze-bundel.html.",
      "De controlesommen (SHA-256) staan in SHA256SUMS.",
      "",
    ].join("\r\n"),
} as const;
