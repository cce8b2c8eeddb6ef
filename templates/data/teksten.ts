/**
 * Every Dutch word of the interface, in one place. Sentences with a value in them are functions; what they are given is
 * ready to print. Words of the record itself never stand here.
 */
import type { BronSoort, Mededeling, Tekstblok, Vorm } from "../../src/model/kamervraag.ts";
import type { Relatie } from "../../src/samenhang/relatie.ts";

const GETAL = new Intl.NumberFormat("nl-NL");

/** A number as a Dutch reader expects it: "52.318". */
export function formatGetal(getal: number): string {
  return GETAL.format(getal);
}

/** "1 dag", "17 dagen", "1.003 dagen", with a no-break space. */
export function aantalDagen(dagen: number): string {
  return `${formatGetal(dagen)}\u00a0${dagen === 1 ? "dag" : "dagen"}`;
}

/** "1 Kamervraag", "52.318 Kamervragen". */
export function aantalKamervragen(aantal: number): string {
  return `${formatGetal(aantal)}\u00a0${aantal === 1 ? "Kamervraag" : "Kamervragen"}`;
}

// Lists by state: slug to words.
const standWoorden: Readonly<Record<string, string>> = {
  open: "wacht op antwoord",
  uitgesteld: "uitgesteld, nog binnen zes weken",
};

/** An anchor of a page in words: "vraag 3", "antwoord zonder nummer", "mededeling". */
function plaatsWoorden(anker: string): string {
  if (anker === "kop") return "kop van het document";
  const [, soort = anker, nummer] = /^([a-z]+)(?:-(\w+))?/.exec(anker) ?? [];
  if (nummer?.startsWith("z")) return `${soort} zonder nummer`;
  return (soort === "vraag" || soort === "antwoord") && nummer ? `${soort}\u00a0${nummer}` : soort;
}

export const teksten = {
  standWoorden,
  dagen: aantalDagen,
  sprong: "Naar de inhoud",
  naarBoven: "Naar boven",
  menu: {
    naam: "Hoofdmenu",
    voorpagina: "Voorpagina",
    lijsten: "Lijsten",
    zoeken: "Zoeken",
    over: "Over",
  },
  voet: {
    onafhankelijk: "Onafhankelijk archief, geen website van de overheid of van de Tweede Kamer.",
    over: "Over dit archief",
    volledigheid: "Volledigheid",
    toegankelijkheid: "Toegankelijkheid",
  },
  soort: { schriftelijk: "Kamervraag", mondeling: "Mondelinge Kamervraag" },
  eersteKamer: "Eerste Kamer",
  /** What search engines and link previews show of a Kamervraag. */
  beschrijving: (vragen: number, indiener: string, ingediend: string | undefined, afloop: string) =>
    `${vragen > 0 ? `${formatGetal(vragen)} ${vragen === 1 ? "vraag" : "vragen"}` : "Vragen"}${indiener ? ` van ${indiener}` : ""}${ingediend ? `, ingediend ${ingediend}` : ""}, ${afloop}.`,
  beantwoordOp: (datum: string) => `beantwoord ${datum}`,
  staat: {
    open: "wacht op antwoord",
    uitgesteld: "uitgesteld",
    "deels-beantwoord": "deels beantwoord",
    beantwoord: "beantwoord",
    "per-brief": "per brief",
    ingetrokken: "ingetrokken",
    teLaat: "te laat",
    teLaatBeantwoord: "te laat beantwoord",
    naUitstel: "na uitstel",
    later: "van na de peildatum",
  },
  staatZin: {
    later: "Ingediend na de peildatum",
    open: "Nog geen antwoord",
    openTermijn: (datum: string) => `Nog geen antwoord, verwacht uiterlijk ${datum}`,
    uitgesteld: "Uitgesteld",
    uitgesteldTermijn: (datum: string) => `Uitgesteld, verwacht uiterlijk ${datum}`,
    deels: "Deels beantwoord",
    deelsTermijn: (datum: string) => `Deels beantwoord, de rest verwacht uiterlijk ${datum}`,
    beantwoord: "Beantwoord",
    binnenTermijn: "Beantwoord, binnen de termijn",
    naUitstel: "Beantwoord, na uitstel binnen de termijn",
    perBrief: "Beantwoord per brief",
    ingetrokken: "Ingetrokken",
    beantwoordTeLaat: (dagen: number) => `Beantwoord, ${aantalDagen(dagen)} te laat`,
    openTeLaat: (dagen: number) => `Nog geen antwoord, ${aantalDagen(dagen)} te laat`,
    deelsTeLaat: (dagen: number) => `Deels beantwoord, de rest ${aantalDagen(dagen)} te laat`,
  },
  feiten: {
    ingediend: "Ingediend",
    beantwoord: "Beantwoord",
    indiener: "Indiener",
    indieners: "Indieners",
    gerichtAan: "Gericht aan",
    beantwoordDoor: "Beantwoord door",
    medeNamens: "mede namens ",
    onderwerpen: "Onderwerpen",
    na: (dagen: number) => ` (na ${aantalDagen(dagen)})`,
    nogNiet: (dagen: number, peildatum: string) => `nog niet (${aantalDagen(dagen)}, stand van ${peildatum})`,
    nogNietAlles: (dagen: number, peildatum: string) =>
      `nog niet alle vragen (${aantalDagen(dagen)}, stand van ${peildatum})`,
    nogNietLater: (peildatum: string) => `nog niet: de vragen zijn van na de peildatum, ${peildatum}`,
    nogNietZonderDagen: "nog niet",
    nogNietAllesZonderDagen: "nog niet alle vragen",
    perBrief: "per brief, zie de mededeling",
    nietMeer: "nee, de vragen zijn ingetrokken",
    zonderDatum: "ja, de datum staat niet in de bron",
    geenDatum: "datum niet in de bron",
    geenNaam: "naam niet in de bron",
    geenOnderwerpen: "niet in de bron",
    bron: {
      vraag: "Bron vraag",
      antwoord: "Bron antwoord",
      "nader-antwoord": "Bron nader antwoord",
      mededeling: "Bron mededeling",
      overig: "Andere bron",
    } satisfies Record<BronSoort, string>,
    geenBronVraag: "niet in het archief",
    geenBronAntwoord: "nog geen antwoord",
  },
  termijn: {
    opTijd: (dag: number, uiterlijk: string) =>
      `Beantwoord op dag\u00a0${formatGetal(dag)}, binnen de termijn van drie weken: een antwoord werd verwacht uiterlijk ${uiterlijk}. Uitstel is niet gemeld.`,
    opTijdNaUitstel: (dag: number, uiterlijk: string) =>
      `Beantwoord op dag\u00a0${formatGetal(dag)}. Door het uitstel gold een termijn van zes weken: een antwoord werd verwacht uiterlijk ${uiterlijk}.`,
    teLaat: (dag: number, uiterlijk: string, dagen: number) =>
      `Beantwoord op dag\u00a0${formatGetal(dag)}, ${aantalDagen(dagen)} te laat: een antwoord werd verwacht uiterlijk ${uiterlijk}, drie weken na indiening. Uitstel is niet gemeld.`,
    teLaatNaUitstel: (dag: number, uiterlijk: string, dagen: number) =>
      `Beantwoord op dag\u00a0${formatGetal(dag)}, ${aantalDagen(dagen)} te laat: door het uitstel werd een antwoord verwacht uiterlijk ${uiterlijk}, zes weken na indiening.`,
    open: (dag: number, uiterlijk: string) =>
      `Dag\u00a0${formatGetal(dag)} van de termijn van drie weken: een antwoord wordt verwacht uiterlijk ${uiterlijk}.`,
    openNaUitstel: (dag: number, uiterlijk: string) =>
      `Dag\u00a0${formatGetal(dag)}. Door het uitstel geldt een termijn van zes weken: een antwoord wordt verwacht uiterlijk ${uiterlijk}.`,
    openTeLaat: (dag: number, uiterlijk: string, dagen: number) =>
      `Dag\u00a0${formatGetal(dag)}, ${aantalDagen(dagen)} te laat: een antwoord werd verwacht uiterlijk ${uiterlijk}, drie weken na indiening. Uitstel is niet gemeld.`,
    openTeLaatNaUitstel: (dag: number, uiterlijk: string, dagen: number) =>
      `Dag\u00a0${formatGetal(dag)}, ${aantalDagen(dagen)} te laat: door het uitstel werd een antwoord verwacht uiterlijk ${uiterlijk}, zes weken na indiening.`,
    deels: "Nog niet alle vragen zijn beantwoord. ",
    laatGemeld: (dag: number) => `Het uitstel is pas op dag\u00a0${formatGetal(dag)} gemeld, na de drie weken.`,
    later: "Wat van na die datum is, staat op deze pagina maar telt hier niet mee.",
    tweedeUitstel: "Een tweede melding van uitstel geeft geen nieuwe termijn.",
    peildatum: (datum: string) => `Stand van ${datum}.`,
    ingediend: (datum: string) => `ingediend ${datum}`,
    beantwoord: (datum: string) => `beantwoord ${datum}`,
    uitstel: (datum: string) => `uitstel ${datum}`,
    vandaag: (datum: string) => `stand ${datum}`,
    laat: (dagen: number) => `${aantalDagen(dagen)} te laat`,
    drieWeken: (datum: string) => `3\u00a0weken ${datum}`,
    zesWeken: (datum: string) => `6\u00a0weken ${datum}`,
  },
  gesprek: {
    kop: "Vragen en antwoorden",
    kopZonderAntwoord: "Vragen",
    vraag: "Vraag",
    antwoord: "Antwoord",
    antwoordZonderNummer: "Antwoord zonder vraagnummer",
    geenVraagInBron: "Onder deze kop staat in de bron geen vraag.",
    nogNiemand: "nog niet gegeven",
    ingetrokkenKort: "vragen ingetrokken",
    perBriefKort: "per brief",
    enAnderen: (aantal: number) => ` en ${aantal} ${aantal === 1 ? "ander" : "anderen"}`,
    ziePijl: "Zie het ",
    zieAntwoord: (nummers: string) => `antwoord op vraag ${nummers}`,
    nogGeenAntwoord: "Nog geen antwoord.",
    geenAntwoordInBron: "Op deze vraag staat in het antwoord geen antwoord.",
    ingetrokken: "Deze vraag is ingetrokken. Er komt geen antwoord.",
    perBrief: "Beantwoord per brief, zie de ",
    perBriefLink: "mededeling",
    herkomst: (datum: string) => `Antwoord van ${datum}`,
    naderHerkomst: (datum: string) => `Nader antwoord van ${datum}`,
    naderAntwoord: "Nader antwoord",
    geenVragen: "De vragen zelf staan niet in de bronnen van dit archief.",
    blok: {
      inleiding: "Inleiding",
      toelichting: "Toelichting",
      bijlage: "Bijlage",
      overig: "Overige tekst",
    } satisfies Record<Tekstblok["soort"], string>,
    tabel: "Tabel",
  },
  noten: {
    bij: (nummer: string, bereik: "vraag" | "antwoord") =>
      `Noot ${nummer} bij ${bereik === "vraag" ? "de vraag" : "het antwoord"}`,
    terug: (nummer: string) => `Noot ${nummer}, terug naar de tekst`,
    zonderTekst: "De tekst van deze noot ontbreekt in onze bron.",
    zieOfficieel: "Zie de noten bij het ",
    officieel: { vraag: "officiële document met de vragen", antwoord: "officiële antwoord" },
    zonderPlaats: "Noten zonder plaats in de tekst",
  },
  mededelingen: {
    kop: "Mededelingen",
    soort: {
      uitstel: "Uitstel",
      "per-brief": "Beantwoording per brief",
      ingetrokken: "Ingetrokken",
      overig: "Mededeling",
    } satisfies Record<Mededeling["soort"], string>,
    dag: (dag: number) => `dag\u00a0${formatGetal(dag)}`,
    zonderDatum: "zonder datum",
  },
  bronnenBijVragen: {
    kop: "Bronnen bij de vragen",
    noot: (nummer: string) => `Noot ${nummer}`,
    bijVraag: (nummer: string) => ` bij vraag\u00a0${nummer}`,
    zonderAdres: "; zonder adres in de bron",
  },
  documenten: {
    nummer: {
      vraag: "Kamervraag documentnummer",
      antwoord: "Kamerantwoord documentnummer",
      "nader-antwoord": "Nader antwoord documentnummer",
      mededeling: "Mededeling documentnummer",
      overig: "Documentnummer",
    } satisfies Record<BronSoort, string>,
    volledigeTitel: "Volledige titel",
    kopregels: "Zo staat het boven het document",
    aanhangsel: (jaar: string, nummer: string) => `Vergaderjaar ${jaar}, Aanhangsel nr.\u00a0${nummer}`,
    documentstatus: (status: string) => `Status van het document: ${status}`,
    vorm: {
      xml: "XML",
      html: "HTML",
      odt: "ODT",
      docx: "Word (DOCX)",
      pdf: "PDF",
      tekst: "platte tekst",
      openkamer: "tekst van een pagina van openkamer",
    } satisfies Record<Vorm, string>,
    gelezenUit: (vorm: string) => `Hier gelezen uit: ${vorm}`,
    vingerafdruk: "SHA-256",
    ookAls: "Ook als",
    vervangen: "Gelezen, maar niet getoond; getoond wordt ",
    dezePagina: "Deze pagina als bestand",
    bestanden: { txt: "tekst (.txt)", md: "Markdown (.md)", json: "gegevens (.json)" },
    nogGeenAntwoord: "Nog geen antwoorddocument.",
    geenDocument: "Van deze Kamervraag is geen bron bewaard.",
  },
  trouw: {
    kopVanDocument: "Kop van het document",
    titel: "Titel",
    zonderNummer: { vraag: "Vraag zonder nummer", antwoord: "Antwoord zonder nummer" },
    gevonden: "In de bron: ",
  },
  vergelijkbaar: {
    kop: "Vergelijkbare Kamervragen",
    uitleg: "Door het archief berekend uit gedeelde woorden; geen oordeel van de Kamer.",
    vrijwelGelijk: "vrijwel dezelfde vragen",
    woorden: "gedeelde woorden: ",
  },
  samenhang: {
    kop: "Vervolg en verwijzingen",
    keten: "Reeks",
    ketenUitleg:
      "Kamervragen die volgens hun eigen tekst op elkaar voortgaan: vervolgvragen, aanvullingen en vragen over een eerder antwoord.",
    ketenDeel: (getoond: number, totaal: number) =>
      `De ${formatGetal(getoond)} die het dichtst bij deze liggen, van ${formatGetal(totaal)}.`,
    deze: "deze Kamervraag",
    verwijzers: "Naar deze vragen wordt verwezen in",
    verwijzersDeel: (getoond: number, totaal: number) =>
      `De nieuwste ${formatGetal(getoond)} van ${aantalKamervragen(totaal)}.`,
    verwijzingen: "Deze Kamervraag verwijst naar",
    inkomend: {
      aanvulling: "vult deze vragen aan",
      vervolg: "gaat op deze vragen door",
      "eerder-antwoord": "wijst terug naar dit antwoord",
      "zie-ook": "zegt «zie ook»",
      verwijst: "noemt deze Kamervraag",
    } satisfies Record<Relatie, string>,
    uitgaand: {
      aanvulling: "aanvulling op die vragen",
      vervolg: "gaat op die vragen door",
      "eerder-antwoord": "wijst terug naar dat antwoord",
      "zie-ook": "«zie ook»",
      verwijst: "genoemd",
    } satisfies Record<Relatie, string>,
    /** Where a reference stands: "vraag 1, in een noot". */
    plaats: (anker: string, isNoot: boolean) => {
      const waar = plaatsWoorden(anker);
      return isNoot ? (waar === "noot" ? "een noot" : `${waar}, in een noot`) : waar;
    },
  },
  register: {
    datum: "Ingediend",
    beantwoord: "Beantwoord",
    titel: "Titel",
    wie: "Indiener",
    aan: "Aan",
    staat: "Staat",
    dagen: "Dagen",
    onbekend: "onbekend",
    lijnen: "De twee fijne lijnen in de laatste kolom zijn dag\u00a021 en dag\u00a042.",
    beantwoordOp: "beantwoord",
  },
  lijst: {
    soort: {
      jaar: "Lijst per jaar",
      indiener: "Lijst per indiener",
      fractie: "Lijst per fractie",
      bewindspersoon: "Lijst per bewindspersoon",
      onderwerp: "Lijst per onderwerp",
      stand: "Stand van zaken",
    },
    titel: {
      jaar: (naam: string) => `Kamervragen uit ${naam}`,
      indiener: (naam: string) => `Kamervragen van ${naam}`,
      fractie: (naam: string) => `Kamervragen van de fractie ${naam}`,
      bewindspersoon: (naam: string) => `Kamervragen aan ${naam}`,
      onderwerp: (naam: string) => `Kamervragen over ${naam}`,
      stand: (naam: string) => `Kamervragen: ${naam}`,
    },
    onbekendJaar: "onbekend jaar",
    samenvatting: (aantal: number, beantwoord: number, wachtend: number, teLaat: number) => {
      const delen = [`${aantalKamervragen(aantal)}`];
      if (beantwoord > 0) delen.push(`${formatGetal(beantwoord)} beantwoord`);
      if (wachtend > 0) delen.push(`${formatGetal(wachtend)} nog niet`);
      if (teLaat > 0) delen.push(`${formatGetal(teLaat)} daarvan te laat`);
      return `${delen.join(", ")}.`;
    },
    alle: "Alle Kamervragen",
    nieuwsteRijen: (aantal: number, totaal: number) =>
      `De nieuwste ${formatGetal(aantal)} van ${aantalKamervragen(totaal)}.`,
    alleRijen: (totaal: number) => `${aantalKamervragen(totaal)}, nieuwste eerst.`,
    bladzijden: "Bladzijden",
    bladzijdenOnder: "Bladzijden, onder de tabel",
    ouderePeriodes: "Oudere periodes",
    nieuwer: "Nieuwere",
    ouder: "Oudere",
    nieuwste: "Nieuwste",
    bladzijde: (nummer: number) => `bladzijde ${nummer}`,
    periode: (van: string, tot: string) => `${van} – ${tot}`,
    peildatum: "Stand van ",
    leeg: "Er zijn nu geen Kamervragen in deze lijst.",
  },
  voorpagina: {
    titel: "Kamervragen en wat erop is geantwoord",
    standVan: "Stand van ",
    zoekEnStand: "Zoeken en stand van zaken",
    zoekIn: (aantal: number) => `Zoek in ${aantalKamervragen(aantal)}`,
    zoekInSinds: (aantal: number, jaar: string) => `Zoek in ${aantalKamervragen(aantal)} sinds ${jaar}`,
    zoek: "Zoek",
    hulp: "Woorden, een naam of een nummer",
    kamervragen: "In het archief",
    beantwoord: "Beantwoord",
    open: "Wacht op antwoord",
    uitgesteld: "Uitgesteld, nog binnen zes weken",
    teLaat: "Te laat",
    middelste: (aantal: number) => `Antwoordtijd, de middelste van de laatste ${formatGetal(aantal)}`,
    laat: "Te laat",
    laatUitleg: (aantal: number) =>
      aantal === 1
        ? "Deze Kamervraag wacht te lang op antwoord."
        : `Deze ${formatGetal(aantal)} Kamervragen wachten te lang op antwoord.`,
    laatUitlegEerste: (aantal: number) => `Van de ${formatGetal(aantal)} wachten deze het langst.`,
    ingediend: "Nieuw ingediend",
    nieuwBeantwoord: "Nieuw beantwoord",
    alle: "Alle Kamervragen",
    alleJaar: (jaar: string) => `Alle Kamervragen uit ${jaar} bekijken`,
    leeg: "Er staan nog geen Kamervragen in dit archief.",
    perJaar: "Per jaar",
  },
  lijsten: {
    titel: "Lijsten",
    jaren: "Jaren",
    stand: "Stand van zaken",
    onder:
      "Elke Kamervraag staat onder haar jaar, haar indieners en hun fracties, de bewindspersonen en haar onderwerpen.",
    alle: (aantal: number, soort: string) => `Alle ${formatGetal(aantal)} ${soort.toLowerCase()}`,
    opNaam: (soort: string) => `${soort} op naam`,
    opNaamKort: "Op naam",
    meeste: "Met de meeste Kamervragen",
    leeg: "Nog niets.",
    letters: "Naar letter",
    overig: "Overig",
    onderwerpen: {
      indiener: "Indieners",
      fractie: "Fracties",
      bewindspersoon: "Bewindspersonen",
      onderwerp: "Onderwerpen",
    },
    aantal: (aantal: number, soort: string) => `${formatGetal(aantal)} ${soort.toLowerCase()}`,
  },
  volledigheid: {
    uitkomst: (documenten: number, tekens: number, onverklaard: number) => {
      if (documenten === 0) return "In dit archief is nog geen enkel document geteld.";
      const inhoud = `In ${documenten === 1 ? "1 document staan" : `${formatGetal(documenten)} documenten staan`} ${formatGetal(tekens)} tekens.`;
      return onverklaard === 0
        ? `${inhoud} Van elk daarvan is verklaard waar het is gebleven.`
        : `${inhoud} Van ${formatGetal(onverklaard)} daarvan is niet verklaard waar ze zijn gebleven.`;
    },
    groep: { gelezen: "Gelezen", noten: "Los in de bron", tekens: "Tekens" },
    kolom: {
      kamervragen: "Kamer\u00advragen",
      documenten: "Docu\u00admenten",
      vragen: "Vragen",
      antwoorden: "Ant\u00adwoorden",
      noten: "Noten",
      merkenZonderNoot: "Merk zonder noot",
      notenZonderMerk: "Noot zonder merk",
      bron: "In de bron",
      behouden: "In het archief",
      weggelaten: "Weggelaten",
      onverklaard: "Onver\u00adklaard",
    },
    tabel: {
      jaar: {
        kop: "Per jaar",
        rijkop: "Jaar",
        bijschrift: "Wat er is gelezen en waar de tekens zijn gebleven, naar het jaar van de Kamervraag",
      },
      vorm: {
        kop: "Per vorm van de bron",
        rijkop: "Vorm",
        bijschrift: "Wat er is gelezen en waar de tekens zijn gebleven, naar de vorm van het document",
      },
    },
    vorm: {
      xml: "XML",
      html: "HTML",
      odt: "ODT",
      docx: "Word (DOCX)",
      pdf: "PDF",
      tekst: "Tekst",
      openkamer: "Openkamer",
    } satisfies Record<Vorm, string>,
    totaal: "Totaal",
    regels: {
      kop: "Wat is weggelaten",
      bijschrift: "Regels waarmee tekens zijn weggelaten, de regel met de meeste tekens eerst",
      regel: "Regel",
      zin: "Wat er wegblijft, en waarom dat geen verlies is",
      tekens: "Tekens",
      geen: "Er is niets weggelaten.",
    },
    onverklaard: "Onverklaard",
    onverklaardUitleg: "Van deze documenten is niet alles verklaard. Lees er het officiële document bij.",
    onverklaardIn: (id: string, tekens: number, plaats?: string, tekst?: string) =>
      `${id}: ${formatGetal(tekens)} ${tekens === 1 ? "teken" : "tekens"}${tekst ? `, het eerst bij ${plaats}: «${tekst}»` : ""}`,
    bewerktKop: "Met de hand bewerkt",
    bewerkt: (aantal: number, genoemd: number) =>
      `${aantalKamervragen(aantal)} ${aantal === 1 ? "is" : "zijn"} na het omzetten met de hand bewerkt, of met de hand geschreven. De telling zegt daar niets meer over, dus ${aantal === 1 ? "zij staat" : "zij staan"} niet in de tabellen.${genoemd < aantal ? ` De eerste ${formatGetal(genoemd)}:` : ""}`,
    zonderTelling: (aantal: number) =>
      `Van ${aantal === 1 ? "1 document is" : `${formatGetal(aantal)} documenten is`} geen telling van de tekens bewaard.`,
  },
  nietGevonden: {
    titel: "Pagina niet gevonden",
    beschrijving: "Op dit adres staat geen pagina.",
    tekst:
      "Op dit adres staat geen pagina. Kamervragen hebben een vast adres met hun nummer; zoek op het nummer of op een woord uit de titel.",
  },
  doorverwijzing: {
    titel: (nummer: string) => `Kamervraag ${nummer}`,
    tekst: "Deze Kamervraag staat nu op een ander adres: ",
  },
} as const;
