/** Words of the field with a compound each that a search for the word must find: judged by hand. */

/** "what is typed: the compound". Those that begin with what is typed are found without being taken apart. */
export const PAREN: readonly (readonly [getypt: string, samenstelling: string])[] = `
opvang kinderopvang, woning woningbouw, opvang noodopvang, opvang asielopvang, locatie opvanglocaties, toeslag huurtoeslag,
toeslagen zorgtoeslag, affaire toeslagenaffaire, affaire toeslagaffaire, wet jeugdwet, wet participatiewet, wet zorgverzekeringswet,
verzekering zorgverzekeringen, verzekeraar zorgverzekeraars, huis verpleeghuizen, huizen ziekenhuis, school basisscholen,
scholen hogescholen, onderwijs basisonderwijs, leraar lerarentekort, tekort personeelstekort, tekorten geneesmiddelentekort,
geneesmiddelen kankergeneesmiddelen, markt woningmarkt, woningmarkt koopwoningmarkt, markt arbeidsmarkt, markten energiemarkt,
prijs gasprijs, prijzen huurprijzen, prijs energieprijzen, kosten energiekosten, gas aardgas, winning gaswinning, opslag gasopslag,
net stroomnet, net elektriciteitsnet, uitstoot stikstofuitstoot, crisis stikstofcrisis, crisis asielcrisis, beleid landbouwbeleid,
beleid vreemdelingenbeleid, bedrijf melkveebedrijf, bedrijven agrobedrijven, landbouw kringlooplandbouw, water drinkwater,
water grondwater, kwaliteit waterkwaliteit, vervuiling luchtvervuiling, lucht buitenlucht, weg snelwegen, wegen spoorwegen,
verkeer treinverkeer, vervoer goederenvervoer, haven luchthaven, vluchten nachtvluchten, politie zeepolitie,
agenten politieagenten, geweld seksgeweld, geweld vuurwerkgeweld, recht strafrecht, rechter kinderrechter, raad gemeenteraad,
raden gemeenteraden, fonds gemeentefonds, fondsen pensioenfondsen, bank voedselbank, banken spaarbanken, lasten regellasten,
schuld studieschulden, beurs basisbeurs, student wostudenten, loon minimumloon, lonen jeugdlonen, inkomen gezinsinkomen,
uitkering bijstandsuitkering, uitkeringen werkloosheidsuitkeringen, bijstand algemenebijstand, belasting vermogensbelasting,
belasting inkomstenbelasting, dienst belastingdienst, diensten inlichtingendiensten, inspectie arbeidsinspectie,
zorg jeugdzorg, zorg ouderenzorg, hulp jeugdhulp, kliniek abortuskliniek, arts huisartsen, artsen tandartsen, vaccin griepvaccin,
patienten kankerpatienten, dier huisdieren, dieren proefdieren, vlees rundvlees, visserij garnalenvisserij, wind zeewind,
park windparken, panelen zonnepanelen, centrale kerncentrales, energie kernenergie, akkoord klimaatakkoord, doel klimaatdoelen,
verdrag vluchtelingenverdrag, grens landsgrens, controle grenscontroles, bewijs rijbewijs, nummer burgerservicenummer,
fraude identiteitsfraude, gegevens persoonsgegevens, bescherming gegevensbescherming, wapens kernwapens, export wapenexport
`
  .split(",")
  .map((paar) => paar.trim().split(/\s+/))
  .map(([getypt = "", samenstelling = ""]) => [getypt, samenstelling]);

/** Words that an archive of the field has by themselves, and some that only look like parts of others. */
export const GEWONE_WOORDEN = `
opvang woning nood asiel locaties toeslag huur zorg toeslagen affaire wet jeugd participatie verzekering verzekeringen verzekeraars
huizen verpleeg zieken huis basis hoge scholen onderwijs leraren tekort personeel geneesmiddelen kanker markt koop woningmarkt
arbeid energie prijs prijzen gas kosten aard winning opslag stroom net elektriciteit uitstoot stikstof crisis beleid landbouw
vreemdelingen bedrijf bedrijven melkvee agro kringloop water drink grond kwaliteit vervuiling lucht snel spoor weg wegen trein
verkeer goederen vervoer haven nacht vluchten politie agenten seks geweld vuurwerk recht straf rechter kinderen kind gemeente raad
raden fonds pensioen fondsen bank voedsel spaar banken lasten regel studie schulden beurs studenten loon minimum lonen inkomen
gezin uitkering bijstand uitkeringen werkloosheid belasting vermogen inkomsten dienst inlichtingen diensten inspectie ouderen
hulp kliniek abortus arts artsen tand griep vaccin patienten dieren proef vlees rund visserij garnalen wind zee park parken
panelen zon centrale centrales kern klimaat akkoord doelen doel verdrag vluchtelingen grens land controles controle rij bewijs
burger service nummer identiteit fraude persoon gegevens bescherming wapens wapen export minister plas tic plastic star ster mini
ministerie kabinet procent cent part partij dam Rotterdam amsterdam art artikel lijk belangrijk rijk voorzitter zitter onderzoek
zoek voorbeeld bijvoorbeeld werkzaam jan sen jansen
`
  .trim()
  .split(/\s+/);
