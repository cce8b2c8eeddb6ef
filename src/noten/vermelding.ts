/**
 * Finds where a note names a news medium. A name is only taken where a source is named: at the beginning, behind a title, at
 * the end of the title of a web page; and a name that is an ordinary word as well ("Trouw", "De Tijd") only with a date or
 * the medium's own address. Better no medium than a wrong one.
 * @see docs/formats/noten.md
 */
import { isOnder } from "./adres.ts";
import { beginsWithDatum } from "./datum.ts";
import type { Deel } from "./delen.ts";
import type { Medium } from "./media.ts";
import { findMediumByAdres, findMediumByNaam, isAdresOf, type Naamvondst, toWoordsleutel } from "./media-zoek.ts";

export interface Vermelding {
  readonly medium: Medium;
  readonly van: number;
  readonly tot: number;
}

/** What stands before a name. */
type Links = "begin" | "na-titel" | "paginatitel" | "voorzetsel" | "komma" | "en" | "geen";
/** What stands behind it. */
type Rechts = "datum" | "titel" | "adres" | "haakje" | "leesteken" | "einde" | "geen";

interface Vorm {
  readonly links: readonly Links[];
  readonly rechts: readonly Rechts[];
  /**
   * Whether an ordinary word may stand in this form: always, with the medium's own address in the note, with that or a date
   * at its end, or not at all.
   */
  readonly gewoon: "ja" | "met-adres" | "met-slotdatum" | "nee";
}

/** The forms in which a name is a source. */
const VORMEN: readonly Vorm[] = [
  // "Trouw, 3 mei 2024", "EenVandaag 12-03-2020"
  { links: ["begin", "na-titel", "komma", "en"], rechts: ["datum"], gewoon: "ja" },
  // "bericht in Trouw van 3 mei 2024"; "Titel | Trouw, 3 mei"
  { links: ["voorzetsel", "paginatitel"], rechts: ["datum"], gewoon: "ja" },
  // "Trouw, Titel, 3 mei 2024"
  { links: ["begin"], rechts: ["titel", "leesteken"], gewoon: "met-slotdatum" },
  { links: ["begin"], rechts: ["adres", "haakje", "einde"], gewoon: "met-adres" },
  // "«Titel», Trouw"
  { links: ["na-titel"], rechts: ["einde", "haakje", "adres"], gewoon: "ja" },
  // "Titel | Trouw", "Titel – EenVandaag (avrotros.nl)"
  { links: ["paginatitel"], rechts: ["einde", "haakje", "adres"], gewoon: "met-adres" },
  { links: ["voorzetsel"], rechts: ["einde", "haakje"], gewoon: "nee" },
  { links: ["komma", "en"], rechts: ["adres"], gewoon: "met-adres" },
];

/** Lists the media that a row of parts names, in reading order. */
export function findVermeldingen(delen: readonly Deel[]): readonly Vermelding[] {
  const bewijs = bewijsIn(delen);
  const sleutels = delen.map((deel) => (deel.soort === "woord" ? toWoordsleutel(deel.tekst) : ""));
  const found: Vermelding[] = [];
  let begin = true;
  for (let at = 0; at < delen.length; at += 1) {
    const deel = delen[at];
    if (deel?.soort !== "woord") {
      // A title or an address at the head is behind us: what comes now does not begin the note.
      begin = false;
      continue;
    }
    const domein = mediumOfDomein(deel.tekst);
    if (domein) {
      found.push({ medium: domein, van: deel.van, tot: deel.tot });
      begin = false;
      continue;
    }
    const naam = isHoofdletter(deel.tekst) || isLidwoord(deel.tekst) ? findMediumByNaam(sleutels, at) : undefined;
    const vermelding: Vermelding | undefined = naam && toVermelding(naam, at, begin, delen, bewijs);
    if (naam && vermelding) {
      found.push(vermelding);
      at += naam.woorden - 1;
    }
    begin = begin && !vermelding && AANLOOP.has(sleutels[at] ?? "") && !deel.na.includes(".");
  }
  return found;
}

function toVermelding(
  naam: Naamvondst,
  at: number,
  begin: boolean,
  delen: readonly Deel[],
  bewijs: Bewijs,
): Vermelding | undefined {
  const first = delen[at];
  const last = delen[at + naam.woorden - 1];
  if (!first || !last || isDoorbroken(delen, at, naam.woorden) || !isZoGeschreven(naam, delen, at)) return undefined;
  const links = linksOf(delen, at, begin);
  const rechts = rechtsOf(delen, at + naam.woorden, naam.medium);
  const vorm = VORMEN.find(
    (een) => een.links.includes(links) && een.rechts.includes(rechts) && isGoed(een, naam, bewijs),
  );
  return vorm && { medium: naam.medium, van: first.van, tot: last.tot };
}

function isGoed({ gewoon }: Vorm, { isGewoonWoord, medium }: Naamvondst, bewijs: Bewijs): boolean {
  if (!isGewoonWoord || gewoon === "ja") return true;
  if (gewoon === "nee") return false;
  return (
    bewijs.adressen.some((adres) => isAdresOf(medium, adres)) || (gewoon === "met-slotdatum" && bewijs.isSlotDatum)
  );
}

/** What else in a note may show that an ordinary word is a medium. */
interface Bewijs {
  readonly adressen: readonly string[];
  /** Whether it ends in a whole date. */
  readonly isSlotDatum: boolean;
}

// Beyond so many addresses a note is no single source any more.
const MAX_ADRESSEN = 20;

function bewijsIn(delen: readonly Deel[]): Bewijs {
  return {
    adressen: delen.flatMap(({ soort, tekst }) => (soort === "adres" ? tekst : [])).slice(0, MAX_ADRESSEN),
    isSlotDatum: delen
      .slice(-3)
      .some((deel) => isDatumbegin(deel) && deel.soort === "woord" && /(?:19|20)\d\d\W{0,3}$/.test(deel.rest)),
  };
}

// The words of a name follow each other without a comma or a bracket between them.
function isDoorbroken(delen: readonly Deel[], at: number, woorden: number): boolean {
  const inner = delen.slice(at, at + woorden);
  return inner.some(
    (deel, index) => (index > 0 && deel.voor !== "") || (index < woorden - 1 && !/^\.?$/.test(deel.na)),
  );
}

// "Trouw", "TROUW" and "de Volkskrant" are names; "trouw" and "de tijd" are not.
function isZoGeschreven({ medium }: Naamvondst, delen: readonly Deel[], at: number): boolean {
  const first = delen[at]?.tekst ?? "";
  if (isHoofdletter(first)) return true;
  return isLidwoord(first) ? isHoofdletter(delen[at + 1]?.tekst ?? "") : /^\p{Ll}/u.test(medium.naam);
}

function isHoofdletter(woord: string): boolean {
  return /^[\p{Lu}\d+]/u.test(woord);
}

function isLidwoord(woord: string): boolean {
  return woord === "de" || woord === "het" || woord === "the";
}

/** A word that is the domain of a medium: "NU.nl", "(nos.nl)". */
function mediumOfDomein(woord: string): Medium | undefined {
  if (!/^[\p{L}\d-]+(?:\.[\p{L}\d-]+){0,3}\.\p{L}{2,5}$/u.test(woord)) return undefined;
  const domein = woord.toLowerCase();
  const medium = findMediumByAdres(`https://${domein}`);
  return medium?.domeinen.some((een) => isOnder(domein, een)) ? medium : undefined;
}

const VOORZETSELS: ReadonlySet<string> = new Set(["in", "uit", "van", "bij", "via", "door", "op", "from"]);
const SCHEIDINGEN: ReadonlySet<string> = new Set(["|", "–", "-", "—", "•", "//"]);
const VOEGWOORDEN: ReadonlySet<string> = new Set(["en", "and", "&", "+", "of", "alsmede", "ook"]);

function linksOf(delen: readonly Deel[], at: number, begin: boolean): Links {
  if (begin) return "begin";
  let index = at - 1;
  while (index >= 0 && TOEVOEGING.has(sleutelOf(delen[index])) && delen[index]?.na === "") index -= 1;
  const vorige = delen[index];
  if (!vorige) return "begin";
  if (vorige.soort === "woord" && vorige.na === "" && delen[at]?.voor === "") {
    if (SCHEIDINGEN.has(vorige.tekst)) return "paginatitel";
    if (VOORZETSELS.has(sleutelOf(vorige))) return "voorzetsel";
    if (VOEGWOORDEN.has(sleutelOf(vorige))) return "en";
    return "geen";
  }
  if (vorige.soort === "titel") return "na-titel";
  return /[,;.:)»”]/.test(vorige.na) || vorige.soort === "adres" || /[(]/.test(delen[at]?.voor ?? "")
    ? "komma"
    : "geen";
}

function rechtsOf(delen: readonly Deel[], at: number, medium: Medium): Rechts {
  const last = delen[at - 1];
  const leesteken = last?.na ?? "";
  if (/\)/.test(leesteken)) return "einde";
  let index = at;
  while (isToevoegsel(delen[index]) && index < at + 6) index += 1;
  const deel = delen[index];
  if (!deel) return "einde";
  if (isDatumbegin(deel)) return "datum";
  // "Trouw, «Titel», 3 mei 2024": the date is the source's, not the title's.
  if (deel.soort === "titel") return isDatumbegin(delen[index + 1]) ? "datum" : "titel";
  if (deel.soort === "adres") return isAdresOf(medium, deel.tekst) || index === at ? "adres" : "leesteken";
  const eigen = mediumOfDomein(deel.tekst);
  if (eigen?.domeinen.some((domein) => isAdresOf(medium, `https://${domein}`))) return "adres";
  if (deel.voor.includes("(")) return "haakje";
  return /[,:;]/.test(leesteken) ? "leesteken" : "geen";
}

/** Words between a name and its date, and between a preposition and a name, that say nothing by themselves. */
const TOEVOEGSELS: ReadonlySet<string> = new Set(
  "d.d dd d.d. van op online website site nieuws app radio tv krant editie zaterdag zondag maandag dinsdag woensdag donderdag vrijdag uitzending gepubliceerd artikel podcast journaal weekend".split(
    " ",
  ),
);
const TOEVOEGING: ReadonlySet<string> = new Set(
  "de het the dagblad krant weekblad tijdschrift vakblad website nieuwssite programma tv-programma televisieprogramma radioprogramma onderzoeksprogramma actualiteitenrubriek omroep magazine".split(
    " ",
  ),
);
/** Words with which a note may begin before it names its source. */
const AANLOOP: ReadonlySet<string> = new Set([
  ..."zie ook bijv bijvoorbeeld o.a onder andere meer bron bronnen artikel bericht berichtgeving uitzending documentaire interview column opinie opiniestuk reportage in uit via van volgens aflevering naar aanleiding o.m nieuwsbericht onder".split(
    " ",
  ),
  ...TOEVOEGING,
]);

function isDatumbegin(deel: Deel | undefined): boolean {
  return deel?.soort === "woord" && beginsWithDatum(deel.rest);
}

function isToevoegsel(deel: Deel | undefined): boolean {
  return deel?.soort === "woord" && TOEVOEGSELS.has(sleutelOf(deel)) && !beginsWithDatum(deel.rest);
}

function sleutelOf(deel: Deel | undefined): string {
  return deel?.soort === "woord" ? toWoordsleutel(deel.tekst) : "";
}
