/** The Dutch words of the deadline lists, of their files and of the course of a case (`verloop`). */
import { aantalDagen, aantalKamervragen, formatGetal } from "./teksten.ts";

const dag = (nummer: number) => `dag\u00a0${formatGetal(nummer)}`;

export const termijnteksten = {
  verloop: {
    kop: "Verloop",
    dag,
    zonderDatum: "zonder datum",
    ingediend: "Ingediend",
    uitstel: "Uitstel gemeld",
    weerUitstel: "Opnieuw uitstel gemeld",
    "per-brief": "Beantwoording per brief gemeld",
    ingetrokken: "Ingetrokken",
    mededeling: "Mededeling",
    "drie-weken": "Laatste dag van de drie weken",
    "zes-weken": "Laatste dag van de zes weken",
    antwoord: "Beantwoord",
    "nader-antwoord": "Nader antwoord",
    deelantwoord: (nummers: string, aantal: number) =>
      `Deels beantwoord: ${aantal > 8 ? `${formatGetal(aantal)} vragen` : aantal === 0 ? "een deel" : `vraag ${nummers}`}`,
    peildatum: {
      open: "Stand van zaken: nog geen antwoord",
      deels: "Stand van zaken: nog niet alle vragen beantwoord",
      anders: "Peildatum van dit archief",
    },
    laat: (dagen: number) => `${aantalDagen(dagen)} te laat`,
    later: "na de peildatum",
  },
  lijst: {
    soort: "Stand van zaken",
    naam: {
      "te-laat": "te laat",
      "drie-weken-zonder-bericht": "langer dan drie weken zonder uitstelbericht",
      "zes-weken": "langer dan zes weken",
      "deze-week": "termijn verstrijkt deze week",
    },
    titel: {
      "te-laat": "Te laat",
      "drie-weken-zonder-bericht": "Langer dan drie weken zonder uitstelbericht",
      "zes-weken": "Langer dan zes weken",
      "deze-week": "Termijn verstrijkt deze week",
    },
    regel: {
      "te-laat":
        "Op schriftelijke vragen hoort binnen drie weken een antwoord te komen, na een uitstelbericht binnen zes weken. Hier staat wat daar op de peildatum overheen was: dag\u00a022 en later zonder uitstelbericht, dag\u00a043 en later met.",
      "drie-weken-zonder-bericht":
        "Op schriftelijke vragen hoort binnen drie weken een antwoord te komen, of een bericht dat het later wordt. Hier staat wat op de peildatum op dag\u00a022 of later was en geen van beide had.",
      "zes-weken":
        "Na een uitstelbericht is er zes weken de tijd. Hier staat wat op de peildatum op dag\u00a043 of later nog geen volledig antwoord had, met of zonder uitstelbericht.",
      "deze-week":
        "Hier staat van welke open vragen de termijn afloopt op de peildatum of een van de zes dagen daarna: drie weken, of zes weken na een uitstelbericht. De dag die erbij staat is de laatste dag binnen de termijn; de dag daarna is dag\u00a022 of dag\u00a043.",
    },
    reces: "Een reces telt mee. Voor mondelinge vragen en voor de Eerste Kamer geldt geen termijn.",
    leeg: {
      "te-laat": "Op deze datum was geen enkele Kamervraag te laat.",
      "drie-weken-zonder-bericht":
        "Op deze datum wachtte geen enkele Kamervraag langer dan drie weken zonder uitstelbericht.",
      "zes-weken": "Op deze datum wachtte geen enkele Kamervraag langer dan zes weken.",
      "deze-week": "In deze zeven dagen loopt van geen enkele Kamervraag de termijn af.",
    },
    langstEerst: (aantal: number) => `${aantalKamervragen(aantal)}, de langst wachtende eerst.`,
    langstDeel: (van: number, tot: number, aantal: number) =>
      `${formatGetal(van)} tot en met ${formatGetal(tot)} van ${aantalKamervragen(aantal)}, de langst wachtende eerst.`,
    weekAantal: (aantal: number, gisteren: number) =>
      `${aantal === 0 ? "Geen Kamervragen" : aantalKamervragen(aantal)} in deze zeven dagen${gisteren > 0 ? `, en ${formatGetal(gisteren)} waarvan de termijn gisteren verstreek` : ""}.`,
    bladzijde: (nummer: number) => `bladzijde ${nummer}`,
    rijen: "Kamervragen",
    uiterlijk: "Uiterlijk",
    uiterlijkWoord: "uiterlijk",
    geen: "Geen Kamervragen.",
    vandaag: (datum: string) => `Vandaag, ${datum}: laatste dag`,
    morgen: (datum: string) => `Morgen, ${datum}`,
    dagkop: (datum: string) => datum.charAt(0).toUpperCase() + datum.slice(1),
    gisteren: (drie: number, zes: number, datum: string) => {
      const dagen = [...(drie > 0 ? [dag(22)] : []), ...(zes > 0 ? [dag(43)] : [])].join(" of ");
      return `Gisteren verstreken, ${datum}: vandaag is ${dagen}`;
    },
    dagTeLaat: (dagen: number) => `${aantalDagen(dagen)} te laat`,
    andere: "Andere lijsten",
    vorige: "Vorige",
    volgende: "Volgende",
    telling: {
      kop: "Aan wie en van wie",
      bewindspersoon: "Gericht aan",
      fractie: "Fractie",
      aantal: "Aantal",
      langst: "Langst (dagen)",
      geenNaam: "naam niet in de bron",
      geenFractie: "fractie niet in de bron",
      rest: (aantal: number) => `en ${formatGetal(aantal)} andere`,
      dubbel: "Vragen aan of van meer dan een tellen bij elk mee.",
    },
    bestanden: "Deze lijst als bestand",
    bestand: { csv: "tabel (.csv)", json: "gegevens (.json)", ics: "agenda (.ics)" },
    alleTermijnen: "agenda van alle lopende termijnen (.ics)",
  },
  voorpagina: {
    week: "Termijn verstrijkt deze week",
    weekGeen: "De komende zeven dagen loopt van geen enkele Kamervraag de termijn af.",
    weekAlle: (aantal: number, isMeer: boolean) =>
      aantal === 1
        ? "Van 1 Kamervraag loopt de komende zeven dagen de termijn af."
        : `Van ${formatGetal(aantal)} Kamervragen loopt de komende zeven dagen de termijn af${isMeer ? ", van deze het eerst" : ""}.`,
    lijst: (titel: string, aantal: number) => `${titel} (${formatGetal(aantal)})`,
    weekGisteren: (aantal: number) =>
      aantal === 1
        ? "Van 1 andere verstreek zij gisteren: vandaag is de eerste dag te laat."
        : `Van ${formatGetal(aantal)} andere verstreek zij gisteren: vandaag is de eerste dag te laat.`,
    weekLink: "De week per dag",
    geenLaat: "Geen enkele Kamervraag is te laat.",
  },
  agenda: {
    naam: { "deze-week": "Kamervragen: termijn verstrijkt deze week", termijnen: "Kamervragen: lopende termijnen" },
    samenvatting: (sleutel: string, titel: string) => `Laatste dag antwoord ${sleutel}: ${titel}`,
    drieWeken: "Laatste dag van de termijn van drie weken.",
    zesWeken: "Laatste dag van de termijn van zes weken, na een uitstelbericht.",
    van: (namen: string) => `Van: ${namen}.`,
    aan: (namen: string) => `Aan: ${namen}.`,
    stand: (datum: string) => `Stand van ${datum}.`,
  },
  /** Weekdays, Monday first. */
  weekdagen: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
} as const;
