/** The words of what helps one to read a long Kamervraag: its table of contents, and the head of its printed pages. */
export const leesteksten = {
  inhoudsopgave: {
    kop: "Naar vraag",
    zonderNummer: "zonder nummer",
    antwoordBij: (nummer: string) => `antwoord bij\u00a0${nummer}`,
    geenAntwoord: "zonder antwoord",
  },
  markering: { tekst: "De gezochte woorden zijn gemarkeerd.", weg: "Markering weghalen" },
} as const;
