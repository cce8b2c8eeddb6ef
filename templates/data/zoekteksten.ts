/** Every Dutch word of the search page. What the script says is handed to it in an attribute, so it holds no text itself. */

import type { Facetnaam, Volgorde } from "../../src/zoeken/opdracht.ts";
import { teksten } from "./teksten.ts";

/** Headings of the facets. */
const facetten = {
  staat: "Staat",
  jaar: "Jaar van indienen",
  vergaderjaar: "Vergaderjaar",
  fractie: "Fractie",
  indiener: "Indiener",
  ministerie: "Ministerie",
  bewindspersoon: "Bewindspersoon",
  onderwerp: "Onderwerp",
} as const satisfies Record<Facetnaam, string>;

const volgorden = {
  relevantie: "relevantie",
  nieuwste: "nieuwste eerst",
  oudste: "oudste eerst",
  antwoordtijd: "snelst beantwoord eerst",
} as const satisfies Record<Volgorde, string>;

/** Texts of the script. `{woorden}` and `{aantal}` are filled in; a singular stands apart where the count decides. */
const script = {
  bezig: "Bezig met zoeken …",
  typDoor: "Typ door, of druk op Enter om {woorden} te zoeken.",
  eenTreffer: "1 Kamervraag met {woorden}",
  treffers: "{aantal} Kamervragen met {woorden}",
  hoogstensTreffers: "Hoogstens {aantal} Kamervragen met {woorden}",
  eenKeuze: "1 Kamervraag die aan de keuze voldoet",
  keuze: "{aantal} Kamervragen die aan de keuze voldoen",
  eenAlles: "1 Kamervraag in het archief",
  alles: "{aantal} Kamervragen in het archief",
  eenBehalve: "1 Kamervraag {woorden}",
  behalve: "{aantal} Kamervragen {woorden}",
  binnenKeuze: ", binnen de keuze",
  nummer: "nummer {nummer}",
  zonder: "zonder {woord}",
  ookAls: ", ook als {woorden}",
  bovengrens:
    " De woorden van het citaat staan er in; of ze er precies zo staan, is nagekeken in de treffers op deze bladzijde.",
  nietGezocht:
    " Niet meegezocht, want het zegt op zichzelf niets of staat in minstens een derde van alle Kamervragen: {woorden}.",
  ontbreekt: "Geen enkele Kamervraag heeft al deze woorden. Zonder {woorden}: ",
  nieuwsteEerst: " De nieuwste staan voorop.",
  en: " én ",
  komma: ", ",
  niets: "Geen enkele Kamervraag met {woorden}",
  nietsKeuze: "Geen enkele Kamervraag voldoet aan de keuze",
  onbekend: "Het archief kent geen woord dat {woord} is, zo begint of het als deel heeft.",
  onbekendMeer: "Het archief kent geen woorden die {woorden} zijn, zo beginnen of ze als deel hebben.",
  voorstellen: "Lijkt op {woord}:",
  fout: "Zoeken lukt nu niet",
  bestand: "Zoeken werkt hier niet",
  foutBestand: "Wat er misging: {bestand}",
  foutTelling: "De aantallen bij de filters kunnen niet worden geladen. De treffers kloppen wel.",
  titelPagina: "{vraag} - {titel}",
  titelBladzijde: "{vraag}, bladzijde {nummer}",
  vraag: "Vraag {nummer}",
  antwoord: "Antwoord {nummer}",
  antwoordZonderNummer: "Antwoord",
  vraagZonderNummer: "Vraag",
  begin: "Begin",
  zoekEen: "Zoek alleen op {woord}: {aantal}",
  zoekZonderKeuze: "Zoek {woorden} in het hele archief: {aantal}",
  aantalEen: "1 Kamervraag",
  aantalMeer: "{aantal} Kamervragen",
  vorige: "Vorige",
  volgende: "Volgende",
  bladzijde: "Bladzijde {nummer}",
  enigeBladzijde: "Er is maar één bladzijde met treffers.",
  laatsteBladzijde: "Er zijn {laatste} bladzijden met treffers; dit is de laatste.",
  /** Chosen values, above the hits. */
  gekozen: "{facet}: {naam}",
  weghalen: "weghalen",
  periodeVan: "Ingediend vanaf {van}",
  periodeTot: "Ingediend tot en met {tot}",
  periode: "Ingediend {van} – {tot}",
  periodeJaar: "Ingediend in {jaar}",
  verfijnen: "Verfijnen",
  verfijnenGekozen: "Verfijnen: {aantal} gekozen",
  kiesAantal: "{aantal} gekozen",
  toonAlle: "Toon alle {aantal}",
  toonMinder: "Toon minder",
  eenOnder: "1 onderwerp",
  meerOnder: "{aantal} onderwerpen",
  onder: "onder {naam}",
  geenNaam: "Geen naam met «{tekst}» bij deze treffers.",
  eenNaam: "1 naam",
  namen: "{aantal} namen",
  omgekeerd: "De eerste dag ligt na de laatste. Er is niet op deze periode gezocht.",
  /** What stood in the address and could not be used. */
  adresfout: "In het adres is overgeslagen: {fouten}.",
  adresveld: "{veld} «{waarde}»",
  velden: { ...facetten, van: "eerste dag", tot: "laatste dag", volgorde: "volgorde", pagina: "bladzijde" },
  facetten,
  volgorden,
  druk: {
    gezocht: "Gezocht: {woorden}",
    alles: "Alle Kamervragen",
    volgorde: "Volgorde: {volgorde}",
    bladzijde: "Bladzijde {nummer} van {laatste}",
    adres: "Adres van deze lijst: {adres}",
  },
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
};

export type ZoekScriptTeksten = typeof script;

export const zoekteksten = {
  opensearch: { kort: "Kamervragen", beschrijving: "Zoek in Kamervragen en hun antwoorden" },
  titel: "Zoeken",
  label: "Woorden, naam of nummer",
  knop: "Zoek",
  hulp: "Bijvoorbeeld een onderwerp, de naam van een Kamerlid of een vraagnummer zoals 2021Z18968.",
  treffers: "Treffers",
  gekozen: "Gekozen",
  allesWissen: "Alles wissen",
  volgorde: "Volgorde",
  bladzijden: "Bladzijden met treffers",
  verfijnen: "Verfijnen",
  naarTreffers: "Toon de treffers",
  filterNaam: "Deel van de naam",
  periode: {
    kop: "Ingediend",
    van: "Eerste dag",
    tot: "Laatste dag",
    jaren: "Kies een jaar",
    heel: "alle jaren",
  },
  facetten,
  volgorden,
  leeg: {
    kop: "Zo zoekt u",
    regels: [
      "Alle woorden die u typt, moeten in de Kamervraag staan: in de titel, de namen, de nummers, de vragen, de antwoorden of de noten. Heeft geen enkele Kamervraag ze allemaal, dan staat erboven welk woord is weggelaten.",
      "Meervoud, vervoeging en woorden die zo beginnen worden meegezocht: bij «brug» ook «bruggen» en «brugwachter». Samenstellingen ook: «opvang» vindt «kinderopvang». Welke vormen dat zijn, staat boven de treffers.",
      'Tussen aanhalingstekens staan woorden die naast elkaar moeten staan: «"lage brug" scheepvaart».',
      "Met een streepje ervoor valt een woord af: «brug -fietsbrug».",
      "Zonder woorden kan ook: kies een fractie, een onderwerp of een periode.",
    ],
    bladerNieuwste: "Blader door alle Kamervragen, nieuwste eerst",
  },
  niets: {
    uitleg:
      "Gezocht is in de titels, namen en nummers van alle Kamervragen en in alle vragen, antwoorden en noten. Het archief zoekt wat u typt en raadt niet; wel stelt het woorden voor die erop lijken. Wat kan helpen:",
    spelling: "Kijk of de woorden goed gespeld zijn, of neem een ander woord voor hetzelfde.",
  },
  fout: {
    kop: "De zoekindex kan niet worden geladen",
    uitleg: "Een bestand van de zoekindex ontbreekt of is beschadigd. Bladeren kan wel.",
    opnieuw: "Probeer het opnieuw",
  },
  bestand: {
    kop: "Zoeken werkt hier niet",
    uitleg:
      "U bekijkt het archief als losse bestanden op uw eigen computer, en daar staat de browser zoeken niet toe. In de offline bundel, een zipbestand dat wie dit archief beheert kan maken, werkt zoeken wel; op een webserver ook. Bladeren kan altijd.",
  },
  zonderScript: "Zoeken werkt alleen met JavaScript, en dat staat in uw browser uit. Bladeren kan wel.",
  bladeren: "Bladeren in het archief:",
  lijsten: "alle lijsten",
  lijstenKop: "Bladeren",
  jaren: "Jaren",
  druk: { peildatum: "Stand van het archief:" },
  script,
};
