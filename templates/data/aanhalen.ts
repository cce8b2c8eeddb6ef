/** The Dutch words of citing: of the citations themselves, of the formats for reference managers and of their buttons. */

export const aanhaalteksten = {
  kop: "Aanhalen",
  /** Of the official series: KCBR, aanwijzing 3.43, and the Leidraad voor juridische auteurs. */
  aanhangsel: (kamer: string, jaar: string, nummer: string) =>
    `Aanhangsel Handelingen\u00a0${kamer} ${jaar}, nr.\u00a0${nummer}`,
  /** What has no number in the Aanhangsel (yet). */
  reeks: {
    schriftelijk: { tk: "Kamervragen", ek: "Kamervragen Eerste Kamer" },
    mondeling: { tk: "Mondelinge vragen", ek: "Mondelinge vragen Eerste Kamer" },
  },
  over: (titel: string) => `over «${titel}»`,
  ingediend: (datum: string) => `ingediend ${datum}`,
  beantwoord: (datum: string) => `beantwoord ${datum}`,
  vragenVan: (namen: string, datum?: string) => `vragen van ${namen}${datum ? `, ${datum}` : ""}`,
  antwoordVan: (namen: string, datum?: string) => `antwoord van ${namen}${datum ? `, ${datum}` : ""}`,
  antwoordOp: (nummers: string) => `antwoord op vraag\u00a0${nummers}`,
  antwoordZonderNummer: "antwoord zonder vraagnummer",
  vraag: (nummers: string) => `vraag\u00a0${nummers}`,
  vraagZonderNummer: "vraag zonder nummer",
  tot: " t/m ",
  /** For reference managers. */
  genre: {
    aanhangsel: "Kamervragen (Aanhangsel)",
    schriftelijk: "Kamervragen",
    mondeling: "Mondelinge vragen",
  },
  verzameling: "Aanhangsel van de Handelingen",
  uitgever: { tk: "Tweede Kamer der Staten-Generaal", ek: "Eerste Kamer der Staten-Generaal" },
  /** On the page. */
  label: { kort: "Juridisch", lang: "Met namen en datums", adres: "Adres", bestanden: "Voor literatuurlijsten" },
  onderdeel: "Eén vraag of antwoord aanhalen",
  bestanden: { bib: "BibTeX", ris: "RIS", csljson: "CSL-JSON" },
  /** What the buttons say; `{}` is what the button is about. */
  knoppen: {
    aanhalen: "Aanhalen: ",
    kopieer: "Kopieer",
    kopieerVerwijzing: "kopieer verwijzing",
    kopieerAdres: "kopieer adres",
    gekopieerd: "gekopieerd",
    gemeld: "{}: gekopieerd.",
    geselecteerd: "{}: kopiëren lukt hier niet vanzelf. De tekst is geselecteerd, kopieer met Ctrl+C of ⌘+C.",
    schijf: "{}: dit adres geldt alleen op deze computer. Het is geselecteerd, kopieer met Ctrl+C of ⌘+C.",
  },
} as const;
