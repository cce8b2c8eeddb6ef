/** What each rule leaves out of the text, and why that is no loss: one sentence for the reader of the figures. */

const REGELS: Readonly<Record<string, string>> = {
  afbreekstreepje:
    "Het streepje waarmee een woord aan het eind van een regel is afgebroken. Het woord staat hier heel.",
  "bedekte-cel":
    "Tekst in een cel van een tabel die onder een samengevoegde cel ligt en in het document niet te zien is.",
  dubbel:
    "Een vraag of inleiding die in het antwoord nog eens is afgedrukt, teken voor teken gelijk. Zij staat hier één keer.",
  "vervangen-door":
    "Een andere lezing van dezelfde tekst: een voorlopige versie, een mindere vorm of een vraag die in het antwoord anders luidt. Wat erin verschilt, staat op de pagina van de Kamervraag onder «Zo staat het er».",
  "feit:beantwoord": "De datum van het antwoord, die als gegeven boven aan de pagina staat.",
  "feit:beantwoordDoor": "De namen van wie antwoordden, die als gegevens boven aan de pagina staan.",
  "feit:bron": "De verwijzing naar de publicatie, die als koppeling op de pagina staat.",
  "feit:documentnummer": "Het nummer van de publicatie, dat onder «Documenten» staat.",
  "feit:indieners": "De namen van de indieners, die als gegevens boven aan de pagina staan.",
  "feit:ingediend": "De datum van indiening, die als gegeven boven aan de pagina staat.",
  "feit:kamer": "Welke Kamer het is, wat nu een gegeven is.",
  "feit:mededeling": "De kop van een mededeling met haar datum, die hier opnieuw zijn gezet.",
  "feit:nootnummer": "Het cijfer van een noot, dat bij het merk en bij de noot opnieuw is gezet.",
  "feit:nummer": "Een nummer van een vraag, een antwoord of de Kamervraag zelf, dat in de kop staat.",
  "feit:onderwerpen": "De onderwerpen, die als gegevens boven aan de pagina staan.",
  "feit:titel": "Een onderwerp dat ook in de titel staat, en daar is behouden.",
  "feit:vergaderjaar": "Het vergaderjaar, dat onder «Documenten» staat.",
  "feit:vraagnummer": "Het vraagnummer, dat boven aan de pagina staat.",
  "haakje-om-nootmerk": "Het haakje om het cijfer van een noot, dat hier opnieuw is gezet.",
  "haakje-om-nootnummer": "Het haakje of de punt bij het nummer van een noot, dat hier opnieuw is gezet.",
  "kop-mededeling": "Het woord «Mededeling» boven een mededeling, waarvoor hier een eigen kop staat.",
  "kop-toelichting": "Het woord «Toelichting:» boven een toelichting, waarvoor hier een eigen kop staat.",
  lijstteken: "Streepjes en bolletjes van opsommingen, die hier opnieuw zijn gezet.",
  "metadata-verwijzing": "De verwijzing in het bestand naar zijn eigen metadata.",
  "noot-zonder-aanroep":
    "De tekst van een noot die in het Word-bestand is blijven staan, maar in het document nergens wordt genoemd of getoond.",
  "nootmerk-dubbel": "Het merk van een noot dat in het bestand ook vóór de noot zelf staat.",
  "noot-sluitknop": "De knop waarmee een noot op een webpagina dichtgaat.",
  nootverwijzing: "Het cijfer van een verwijzing naar een noot in hetzelfde document, dat opnieuw is gezet.",
  opmaakteken: "Tekens die alleen de opmaak aangeven, zoals sterretjes om vette woorden. De woorden zelf staan er.",
  opsommingsteken: "Het bolletje voor de kop van een vraag op een pagina van openkamer.",
  "dubbel-gedrukt": "Letters die in de PDF twee keer op dezelfde plaats staan om vet te lijken.",
  opmerking: "Een opmerking die iemand in de kantlijn van het Word-bestand heeft gezet.",
  paginakop: "De vaste regel boven elke bladzijde.",
  paginarand: "Vaste tekst in de rand van een bladzijde.",
  scheidingslijn: "De lijn van streepjes tussen de tekst en de noten.",
  stuurteken: "Tekens zonder betekenis of vorm, die alleen een programma iets zeggen.",
  tekening: "Tekst die bij een tekening hoort en in het document niet als tekst te zien is.",
  veldcode: "De opdracht van een veld in het bestand, zoals een paginanummer. De uitkomst staat er.",
  paginalabel: "Vaste woorden van een pagina van openkamer, zoals «Indiener» en «Bron vraag».",
  paginascheiding: "De lijn die in een tekstbestand twee bladzijden scheidt.",
  paginavoet:
    "De vaste regel onder elke bladzijde, zoals «Tweede Kamer, vergaderjaar …» met het nummer van de bladzijde.",
  "verborgen-tekst": "Tekst die de schrijver in het bestand heeft verborgen en die in het document niet te zien is.",
  "verwijderde-tekst": "Tekst die de schrijver met wijzigingen bijhouden heeft geschrapt.",
  "zacht-afbreekstreepje": "Een onzichtbaar streepje dat alleen zegt waar een woord afgebroken mag worden.",
  "zacht-streepje": "Een onzichtbaar streepje dat alleen zegt waar een woord afgebroken mag worden.",
  "vaste-kopregel": "Vaste regels boven een officieel document, die op elk document hetzelfde zijn.",
};

/** The sentence to a rule; its name where there is none. A rule may name a publication behind a colon: that is left out. */
export function regelzinOf(regel: string): string {
  return REGELS[regel] ?? REGELS[regelnaamOf(regel)] ?? regel;
}

/** The rule without the publication it names: `dubbel:kv-tk-2060Z00042` is `dubbel`, `feit:titel` stays. */
export function regelnaamOf(regel: string): string {
  return regel.startsWith("feit:") ? regel : regel.replace(/:.*$/s, "");
}
