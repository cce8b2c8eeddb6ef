/** Words that are parts of many compounds, and words that look like parts and are none. Folded: without accents. */

const toSet = (woorden: string): ReadonlySet<string> => new Set(woorden.trim().split(/\s+/u));

/**
 * Parts that always count, also in an archive too small to have them by themselves, and the only ones of three letters:
 * shorter words stand inside others by chance.
 */
export const VASTE_DELEN = toSet(`
  aanpak advies affaire afval akkoord ambtenaar ambtenaren arbeid arts artsen asiel bank banken bedrijf bedrijven begroting
  beheer belasting beleid beroep bescherming besluit bestuur bos bouw brand brief budget burger burgers centra centrum cijfers
  commissie contract controle crisis data diefstal dienst diensten dossier energie examen fonds fraude gas geld gemeente
  gezondheid grens groep handel haven hulp huis huizen huur inkomen inspectie instelling instellingen jeugd kamer kanker kind
  klimaat kosten kunde kwaliteit land landbouw leger leiding leraar leraren locatie locaties lonen loon lucht markt medewerkers
  melding middelen milieu misdaad monitor natuur net netwerk norm normen norme olie onderwijs onderzoek ondernemers opleiding
  opslag opvang organisatie organisaties overheid overleg pacht partij patient personeel plan plannen plicht politie pomp prijs
  prijzen premie procedure project projecten raad recht rechten rechter regel regeling regels regio risico ruimte school scholen
  schuld schulden slachtoffers sport spoor staat stad steden stelsel steun stichting stof stoffen straf student studenten
  subsidie systeem taal tekort tekorten termijn toeslag toeslagen toets toezicht tunnel uitkering uitstoot veiligheid verbod
  verdrag vergunning verkeer verkoop verslag vervoer verzekering visie vluchteling vluchtelingen voedsel vorming water weg wegen
  werk werkers wet wetgeving wetten wijk wind winning woning woningen zaak zaken zee zonne ziekenhuis ziekte zorg
`);

/** What stands before a word without making a compound of it: "voorzitter" is no kind of "zitter". */
export const GEEN_BEGIN = toSet(`
  aan aange acht achter af afge al alle aller ander anderen andere als anti auto be beide ben bene beneden bij binnen boven buiten con
  daar daarom dan dat deze die dit door drie dubbel een eens eerst eigen elk en er ere euro ex extra geen ge geheel gelijk goed
  half heel heen heid her hier hoe hoog iede ieder in info inter is jaar kan kon laag lang langs laat maar mede mee meer mega met mid
  mini mis naar na naast neer net niet nog of om on onder ons ont onge oor op open over para per plus pre pro rond samen
  semi solo sub super te tegen ten ter terug tele tien toe tot trans tussen twee uit van vast veel ver vier vijf vol voor voorde
  voort waar wan want wat weder weer weg wel wie zeer zelf zelfs zes zeven zo zonder worden wordt werden heeft hebben zijn
`);

/** What makes another word of a word: "belangrijk" is no kind of "rijk", "werkzaam" none of "zaam". */
export const GEEN_EIND = toSet(`
  aal aard aardig aardige achtig achtige acht als arm arme baar bare baarheid ben daags daagse dan dat deel dele delen delig
  delige den dienen dien dom door eens eerd eerde eert elijk elijke ende eren erend ering eten even gaan gaande gang geef geven
  gewijs gewijze graad halve hebben ders heid heden houden houdend houdende ieder jarig jarige kant keer kundig kundige laat laten
  lang leden lijk lijke lijks lijkse lijkheid ling lingen loos loze loosheid maal maken making makend makende maker makers malen
  matig matige mate meer meest men met naam name nemen neming nemend niet ons over rijk rijke rijker rijkste schap schappen
  schappelijk staan staand staande standig standige ster sters stellen stelling tal teit tien tijd toe tot treden uit
  van vol volle vormig vormige voor voort vrij vrije waard waarde waardig waardige waarts wege weer wijd wijde wijs wijze
  worden zaam zakelijk zakelijke zame zaamheid zien zijn zetten
`);

/** Between two parts: "regering-s-beleid", "kind-er-opvang", "paard-en-sport", "zonnebloem-en-olie". */
export const TUSSENLETTERS = ["", "s", "e", "n", "en", "er"] as const;
