/**
 * What kind of source a note names, when it names no news medium: rules as data, tried in order. A rule about the address
 * is read off the address alone, a rule about words off the words outside titles and addresses.
 * @see docs/formats/noten.md
 */
import type { VerwijzingSoort } from "../verwijzingen/verwijzing.ts";
import { domeinOf, isOnder } from "./adres.ts";

export type NootSoort =
  | "nieuwsmedium"
  | "kamerstuk"
  | "brief"
  | "rapport"
  | "rechtspraak"
  | "eu"
  | "wet"
  | "web"
  | "overig";

/** The kind of source that a reference is; an address (`web`) says it by itself. */
export const SOORT_OF_VERWIJZING: Readonly<Record<Exclude<VerwijzingSoort, "web" | "vraag">, NootSoort>> = {
  kamerstuk: "kamerstuk",
  aanhangsel: "kamerstuk",
  handelingen: "kamerstuk",
  kamervraag: "kamerstuk",
  stb: "wet",
  stcrt: "wet",
  trb: "wet",
  eu: "eu",
  ecli: "rechtspraak",
  wet: "wet",
};

interface Adresregel {
  readonly soort: NootSoort;
  readonly domeinen: readonly string[];
  /** What path and query hold as well. */
  readonly pad?: RegExp;
}

/** Kinds by address. */
export const ADRESREGELS: readonly Adresregel[] = [
  {
    soort: "rechtspraak",
    domeinen: ["rechtspraak.nl", "curia.europa.eu", "hudoc.echr.coe.int", "icj-cij.org", "raadvanstate.nl"],
  },
  { soort: "wet", domeinen: ["officielebekendmakingen.nl"], pad: /\/(?:stb|stcrt|trb|gmb|prb|wsb)-/ },
  { soort: "kamerstuk", domeinen: ["tweedekamer.nl", "eerstekamer.nl", "officielebekendmakingen.nl", "openkamer.org"] },
  { soort: "kamerstuk", domeinen: ["rijksoverheid.nl"], pad: /\/documenten\/kamerstukken\// },
  { soort: "rapport", domeinen: ["rijksoverheid.nl"], pad: /\/documenten\/rapporten\// },
  { soort: "brief", domeinen: ["rijksoverheid.nl"], pad: /\/documenten\/brieven\// },
  {
    soort: "wet",
    domeinen: ["wetten.overheid.nl", "lokaleregelgeving.overheid.nl", "decentrale.regelgeving.overheid.nl"],
  },
  { soort: "wet", domeinen: ["rijksoverheid.nl"], pad: /\/documenten\/(?:regelingen|besluiten|wetten)\// },
  { soort: "eu", domeinen: ["europa.eu", "europarl.eu"] },
];

/** The kind that an address states; `undefined` for any other. */
export function findAdressoort(url: string): NootSoort | undefined {
  const domein = domeinOf(url);
  if (!domein) return undefined;
  return ADRESREGELS.find(
    ({ domeinen, pad }) => domeinen.some((een) => isOnder(domein, een)) && (pad === undefined || pad.test(url)),
  )?.soort;
}

const DOSSIER = String.raw`\b\d{2}[\s\u00a0\u202f.]?\d{3}(?:[\s\u00a0]?[-–][\s\u00a0]?\d{2}|[\s\u00a0-]{1,2}[IVX]{1,5}[A-E]?|[\s\u00a0][A-M])?(?:[\s\u00a0]?\([A-Z ]?\d{0,4}\))?,?[\s\u00a0]nrs?\b`;

interface Woordregel {
  readonly soort: NootSoort;
  /** Longest text that it reads: what is longer is a remark that happens to hold the word. */
  readonly maximum?: number;
  readonly patroon: RegExp;
}

/** Kinds by words, the first that holds. */
export const WOORDREGELS: readonly Woordregel[] = [
  // "Kamerbrief over … | Kamerstuk | Rijksoverheid.nl" is a letter, whatever the site files it under.
  { soort: "brief", patroon: /^(?:[Zz]ie )?(?:[Dd]e )?(?:[Kk]amer|[Vv]erzamel)brief\b/u },
  {
    soort: "rechtspraak",
    patroon:
      /\b(?:ECLI|LJN)\b|\bHoge Raad\b|\bRechtbank\b|\bGerechtshof\b|\bHof van Justitie\b|\bHvJ\b|\bEHRM\b|\bAfdeling bestuursrechtspraak\b|\bCentrale Raad van Beroep\b|\bCollege van Beroep\b|\bInternationaal Gerechtshof\b|\barrest\b|^(?:De )?Rechtspraak\b/u,
  },
  {
    soort: "kamerstuk",
    patroon: new RegExp(
      String.raw`\bKamerstuk(?:ken)?\b|\b(?:Aanhangsel|Handelingen)\b|\b(?:Tweede|Eerste) Kamer(?: der Staten-Generaal|\.nl|, ?vergaderjaar| (?:19|20)\d\d)\b|^(?:Tweede|Eerste) Kamer\b|^(?:TK|EK)\s(?:19|20)\d\d|\b[Kk]amervragen\b|\b[Ss]chriftelijke vragen\b|^(?:[Dd]e |[Aa]angenomen |[Gg]ewijzigde )?[Mm]otie\b|\b[Mm]otie (?:van|het lid|de leden)\b|^[Aa]mendement\b|\b[Ss]tenogram\b|\b[Pp]lenair (?:debat|verslag)\b|\b[Cc]ommissiedebat\b|\b[Rr]ondetafelgesprek\b|\b(?:19|20)\d\d[DZ]\d{5}\b|` +
        DOSSIER,
      "u",
    ),
  },
  // "Kamerbrief over …", "Brief van de Minister", "Verzamelbrief …"; a newsletter is no letter.
  {
    soort: "brief",
    patroon:
      /\b(?:[Kk]amer|[Vv]erzamel|[Vv]oortgangs|[Bb]eleids|[Bb]rand)brie(?:f|ven)\b|^(?:[Zz]ie )?(?:(?:[Dd]e|[Ee]en|[Dd]eze|[Oo]pen|[Mm]ijn) ){0,2}[Bb]rie(?:f|ven)\b|\b[Bb]rief (?:van|aan|d\.d\.)/u,
  },
  {
    soort: "wet",
    patroon:
      /\b(?:Stb|Stcrt|Trb)\.|\bStaatsblad\b|\bStaatscourant\b|\b[Aa]rt(?:ikel(?:en)?|\.)\s\d(?:[^.;]|\.\d){0,80}?\s(?:[Ww]et\b|[Ww]etboek|[A-Z][a-z]*wet|(?:[A-Z]\w*)?[Bb]esluit|[Rr]egeling|Grondwet|[A-Z]{2,}[a-z]?\b|[A-Z][a-z]{1,4}\b\.?$|Sr\b|Sv\b)|^(?:Zie )?Paragraaf\s\d[^;]{0,100}\b(?:[Bb]esluit|[Rr]egeling|[Ww]et)\b|^Wet\s|^(?:Regeling|Besluit)\s\p{L}/u,
  },
  {
    soort: "eu",
    patroon:
      /^(?:De )?Europe(?:se Commissie|es Parlement|se Raad|se Ombudsman|se Rekenkamer|se Unie)|^(?:The )?European (?:Commission|Parliament|Council|Union|Ombudsman|Environment Agency|Court of Auditors)\b|\b(?:Richtlijn|Verordening) \((?:EU|EG|EEG)\)|\bCOM\s?\(\d{4}\)|\bPb(?:EU|EG)\b|\bEuropa\.eu\b|\bEuropean Ombudsman\b/u,
  },
  { soort: "rapport", patroon: /\b[Oo]nderzoeksrapport\b|\| Rapport \|/u },
  {
    soort: "rapport",
    maximum: 220,
    patroon:
      /\b\p{L}{0,30}[Rr]apport(?:en|age|ages)?\b|\b\p{L}{0,30}[Mm]onitor(?:en)?\b|\b\p{L}{0,30}[Ee]valuatie\b|\b\p{L}{0,30}[Vv]erkenning(?:en)?\b|\b[Jj]aar(?:verslag|rapport|bericht|cijfers)\b|\b(?:Eind|Inspectie)verslag\b|\b[Rr]aming(?:en)?\b|\b[Aa]mbtsbericht(?:en)?\b|\b[Ii]nventarisatie\b|\b[Ff]actsheet\b|\b[Pp]osition [Pp]apers?\b|\b[Oo]nderzoeks?(?:cijfers|resultaten)\b|\b(?:[Uu]itgaven|[Bb]evolkings|[Vv]eld|[Ll]iteratuur)onderzoek\b|\b[Rr]eports?\b|\b[Rr]oadmap\b|\b[Aa]ssessment\b|\b[Aa]nalyse\b|\b[Ss]tudie (?:van|naar|door)\b|\b[Aa]dvies van\b|\b[Uu]itvoeringstoets\b|^(?:Zie )?(?:[Hh]et )?[Oo]nderzoek\b|\bp\.\s?\d{1,3}\b|\bblz\.\s?\d/u,
  },
  // Author, year in the manner of a list of literature: "Instituut Voorbeeld (2023). Titel", "Instituut Voorbeeld. 2018. Titel".
  {
    soort: "rapport",
    maximum: 220,
    patroon:
      /^\p{Lu}[^«"“(;]{2,80}(?:\s\([A-Z]{2,8}\))?(?:\s\((?:19|20)\d\d[a-z]?\)[.,:]?\s\p{L}|\.\s(?:19|20)\d\d\.\s\p{L})/u,
  },
];

/** The kind that the words of a source state. */
export function findWoordsoort(woorden: string): NootSoort | undefined {
  return WOORDREGELS.find(({ patroon, maximum = Number.POSITIVE_INFINITY }) => {
    return woorden.length <= maximum && patroon.test(woorden);
  })?.soort;
}

// A news release about a report lies elsewhere on a site; what ReliefWeb calls a report is anything it passes on.
const RAPPORTPAD =
  /\/(?:rapporten?|reports?|research-papers?|publicaties|publications?|onderzoeksrapporten|studies)\/|rapport[^/?#]{0,80}\.pdf|[-_/](?:report|monitor|onderzoek)[^/?#]{0,80}\.pdf/i;

/** Whether an address is that of a report. */
export function isRapportadres(url: string): boolean {
  const domein = domeinOf(url);
  return domein !== undefined && !isOnder(domein, "reliefweb.int") && RAPPORTPAD.test(url);
}

/** Whether words are the title of a web page: "Titel | Organisatie", "Titel (voorbeeld.nl)", "www.voorbeeld.nl". */
export function isPaginatitel(tekst: string): boolean {
  return (
    /\S\s\|\s\S/.test(tekst) ||
    /(?:^|[\s(|])[a-z\d-]{1,40}(?:\.[a-z\d-]{1,40}){0,3}\.(?:nl|com|org|eu|net|be|de|gov|int|info)(?=[\s).,;/]|$)/i.test(
      tekst,
    )
  );
}
