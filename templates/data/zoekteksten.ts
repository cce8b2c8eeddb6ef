/** Every Dutch word of the search page. What the script says is handed to it in an attribute, so it holds no text itself. */

import { teksten } from "./teksten.ts";

/** Texts of the script. `{woorden}` and `{aantal}` are filled in; a singular stands apart where the count decides. */
const script = {
  bezig: "Bezig met zoeken …",
  typDoor: "Typ door, of druk op Enter om {woorden} te zoeken.",
  eenTreffer: "1 Kamervraag met {woorden}",
  treffers: "{aantal} Kamervragen met {woorden}",
  eenGevonden: "1 Kamervraag gevonden",
  gevonden: "{aantal} Kamervragen gevonden",
  ookAls: ", ook als {woorden}",
  /** The word asked for is in none of the hits shown: the index knows a stem or a shorter word only. */
  nietLetterlijk: " Niet letterlijk in deze treffers: {woorden}. Gevonden is: {vormen}.",
  nietGezocht: " Niet meegezocht, want in bijna elke Kamervraag: {woorden}.",
  en: " én ",
  komma: ", ",
  niets: "Geen enkele Kamervraag met {woorden}",
  fout: "Zoeken lukt nu niet",
  meer: "Toon meer Kamervragen",
  getoond: "{aantal} van {totaal} Kamervragen getoond",
  titelPagina: "{vraag} - {titel}",
  vraag: "Vraag {nummer}",
  antwoord: "Antwoord {nummer}",
  antwoordZonderNummer: "Antwoord",
  vraagZonderNummer: "Vraag",
  begin: "Begin",
  zoekEen: "Zoek alleen op {woord}: {aantal}",
  zoekBegin: "Zoek op het begin van het woord: {woord}, {aantal}",
  aantalEen: "1 Kamervraag",
  aantalMeer: "{aantal} Kamervragen",
  maanden: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  /** The word of a state -> the last part of its class `staat--…`, as on the pages themselves. */
  staatvormen: {
    [teksten.staat.open]: "open",
    [teksten.staat.uitgesteld]: "uitgesteld",
    [teksten.staat["deels-beantwoord"]]: "deels",
    [teksten.staat.beantwoord]: "beantwoord",
    [teksten.staat["per-brief"]]: "brief",
    [teksten.staat.ingetrokken]: "ingetrokken",
    [teksten.staat.teLaat]: "laat",
    [teksten.staat.teLaatBeantwoord]: "laat",
    [teksten.staat.naUitstel]: "beantwoord",
  },
  /**
   * Left out of a query that has other words: they stand in nearly every Kamervraag, so they single nothing out, and
   * their part of the index is megabytes in a large archive.
   */
  functiewoorden:
    "aan al als bij dan dat de der des deze die dit door een en er het hun ik in is kan met naar niet nog of om ons onze ook op over te tot u uit uw van voor was wat we wel welke wij worden wordt zal ze zich zij zijn zo zou".split(
      " ",
    ),
} as const;

export type ZoekScriptTeksten = typeof script;

export const zoekteksten = {
  titel: "Zoeken",
  label: "Woorden, naam of nummer",
  knop: "Zoek",
  hulp: "Bijvoorbeeld een onderwerp, de naam van een Kamerlid of een vraagnummer zoals 2021Z18968.",
  treffers: "Treffers",
  leeg: {
    kop: "Zo zoekt u",
    regels: [
      "Alle woorden die u typt, moeten in de Kamervraag staan: in de titel, de namen, de nummers, de vragen, de antwoorden of de noten.",
      "Meervoud en vervoeging worden meegezocht: bij «brug» ook «bruggen». Welke vormen dat zijn, staat boven de treffers.",
      "Het begin van een woord is genoeg: «brug» geeft ook «brugwachter». Het eind van een woord niet.",
      "Zet de hele zoekvraag tussen aanhalingstekens om woorden te vinden die naast elkaar staan, ook kleine als «de» en «van».",
    ],
  },
  niets: {
    uitleg:
      "Gezocht is in de titels, namen en nummers van alle Kamervragen en in alle vragen, antwoorden en noten. Het archief zoekt wat u typt en raadt niet. Wat kan helpen:",
    spelling: "Kijk of de woorden goed gespeld zijn, of neem een ander woord voor hetzelfde.",
  },
  fout: {
    kop: "Er is geen zoekindex gevonden",
    uitleg: "De zoekindex van dit archief is er niet, of kan niet worden geladen. Bladeren kan wel.",
    opnieuw: "Probeer het opnieuw",
  },
  bestand: {
    kop: "Zoeken werkt hier niet",
    uitleg:
      "U bekijkt het archief als losse bestanden op uw eigen computer, en daar staat de browser zoeken niet toe. De offline bundel van het archief kan dat wel. Bladeren kan ook zonder.",
  },
  zonderScript: "Zoeken werkt alleen met JavaScript, en dat staat in uw browser uit. Bladeren kan wel.",
  bladeren: "Bladeren in het archief:",
  lijsten: "alle lijsten",
  script,
};
