/** Laws and their articles. */
import { adresOfCelex, adresOfWet } from "./adres.ts";
import { D, S, W } from "./patronen.ts";
import { type GevondenVerwijzing, type Regel, regel, type Vondst } from "./verwijzing.ts";
import { findNaam, type Genoemd } from "./wetnaam.ts";
import { BOEKEN_BW } from "./wetten.ts";

const NUMMER =
  "(?<nummer>\\d{1,4}(?:[a-z]{1,3}(?![\\p{L}]))?(?:[:.]\\d{1,4}(?:[a-z]{1,3}(?![\\p{L}]))?){0,3}(?:(?:\\s?(?:bis|ter|quater|quinquies|sexies))(?![\\p{L}])|[A-Z](?![\\p{L}\\p{N}]))?)(?![\\p{L}\\p{N}]|[.:]\\d|\\s?%)";
const RANG =
  "(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende|laatste|\\d{1,2}(?:e|de|ste))";
const LETTER = "(?:[a-z]{1,2}|\\d{1,2})(?![\\p{L}\\p{N}])\\s?°?";
// "eerste lid", "lid 2", "leden 1 en 3", "aanhef en onder b", "onderdeel c, sub 2°", "(nieuw)", "e.v."
const DEEL = new RegExp(
  `(?:${S},)?${S}(?:en${W}|of${W}|juncto${W}|tot${W}en${W}met${W}|t/m${W})?(?:(?:het${W}|de${W})?${RANG}(?:(?:,|${W}en|${W}of|${W}tot${W}en${W}met)${W}${RANG}){0,4}${W}(?:lid|leden|volzin|zin|alinea|streepje|paragraaf)(?![\\p{L}])|(?:lid|leden)${W}\\d{1,2}[a-z]?(?![\\p{L}\\p{N}])|(?:aanhef${S}(?:,|en)${S})?(?:(?:onder(?:deel|delen)?|sub|letter|punt|aanhef${W}en)${W})+${LETTER}|aanhef(?![\\p{L}])|\\(nieuw\\)|e\\.v\\.|en${W}verder(?![\\p{L}]))`,
  "yu",
);
// Behind a part: "leden 1 en 2", "onder a en b"; never a number that a law follows at once.
const NOG_EEN_DEEL = new RegExp(
  `(?:${S},${S}|${W}(?:en|of|t/m|tot${W}en${W}met)${W}|${D})(?:[a-z]|\\d{1,2}°?)(?![\\p{L}\\p{N}.:])`,
  "yu",
);
const KOP = new RegExp(`[Aa]rt(?:ikel(?:en)?|t?\\.)${S}${NUMMER}`, "yu");
const VOLGENDE = new RegExp(
  `(?:${S},${S}(?:(?:en|of|juncto|jo\\.?)${W})?|${W}(?:en|of|t/m|tot${W}en${W}met|juncto|jo\\.?|in${W}samenhang${W}met|in${W}verbinding${W}met|respectievelijk)${W}|\\s?${D}\\s?)(?<kop>(?:[Aa]rt(?:ikel(?:en)?|t?\\.)|van${W}artikel|met${W}artikel|op${W}grond${W}van${W}artikel)${S})?${NUMMER}`,
  "yu",
);
const NAAR_WET = new RegExp(
  `(?:${S},)?${S}(?:\\(oud\\)${S})?(?:(?:van|uit|in|ex)${S})?(?:(?:de|het|deze|onze|ons)(?:${W}|(?=\\p{Lu})))?(?:Nederlandse${W})?(?:(?:[Bb]oek${W}(?<boek>\\d{1,2}[aA]?)${W})(?:van${W}het${W})?)?`,
  "yu",
);
/** More parts and articles than any citation has: what goes on longer is no citation. */
const MEESTE = 40;

interface Artikel {
  readonly van: number;
  tot: number;
  readonly nummer: string;
}

/** "artikel 3:4, tweede lid, van de Awb", "artikelen 4:25, 4:35 van de Awb", "art. 2.12 Wabo". */
export const findArtikel: Regel = (tekst, van) => {
  KOP.lastIndex = van;
  const first = KOP.exec(tekst);
  if (!first?.groups?.nummer) return undefined;
  const artikelen: Artikel[] = [{ van, tot: van + first[0].length, nummer: first.groups.nummer }];
  let at = skipDelen(tekst, van + first[0].length, artikelen);
  while (artikelen.length < MEESTE) {
    VOLGENDE.lastIndex = at;
    const more = VOLGENDE.exec(tekst);
    const { nummer, kop } = more?.groups ?? {};
    if (!more || nummer === undefined) break;
    const tot = at + more[0].length;
    const woord = kop?.search(/[Aa]rt/) ?? -1;
    artikelen.push({ van: tot - nummer.length - (kop ? kop.length - Math.max(0, woord) : 0), tot, nummer });
    at = skipDelen(tekst, tot, artikelen);
  }
  return toVondst(tekst, artikelen, at);
};

/** Passes over lid and onderdeel; they belong to the last article. */
function skipDelen(tekst: string, start: number, artikelen: readonly Artikel[]): number {
  let at = start;
  for (let aantal = 0; aantal < MEESTE; aantal += 1) {
    DEEL.lastIndex = at;
    const deel = DEEL.exec(tekst)?.[0];
    NOG_EEN_DEEL.lastIndex = at;
    const found = deel ?? (aantal > 0 ? NOG_EEN_DEEL.exec(tekst)?.[0] : undefined);
    if (!found) break;
    at += found.length;
  }
  const last = artikelen.at(-1);
  if (last) last.tot = at;
  return at;
}

function toVondst(tekst: string, artikelen: readonly Artikel[], at: number): Vondst | undefined {
  NAAR_WET.lastIndex = at;
  const naar = NAAR_WET.exec(tekst);
  const start = at + (naar?.[0].length ?? 0);
  const wet = start === at ? undefined : findNaam(tekst, start);
  // Law unknown: the words are known for articles, and a law further on is found by itself.
  if (!wet) return { verwijzingen: [], tot: at };
  const last = artikelen.at(-1);
  if (last) last.tot = wet.tot;
  const verwijzingen = artikelen.flatMap(({ van, tot, nummer }) => {
    const doel = toDoel(wet, nummer.replace(/\s+/g, ""), naar?.groups?.boek);
    // The article's own words; the law behind a list stands with its last article only when that has a keyword.
    return doel ? [{ van, tot, ...doel }] : [];
  });
  return { verwijzingen: withEigenDeel(tekst, verwijzingen, at), tot: wet.tot };
}

/** In a list the first span is its words, a later one only its own number; one that names "artikel" again runs to the law. */
function withEigenDeel(tekst: string, found: readonly GevondenVerwijzing[], at: number): readonly GevondenVerwijzing[] {
  if (found.length < 2) return found;
  return found.map((verwijzing, index) =>
    index === found.length - 1 && !/[Aa]rt/.test(tekst.slice(verwijzing.van, verwijzing.van + 3))
      ? { ...verwijzing, tot: at }
      : verwijzing,
  );
}

function toDoel(wet: Genoemd, nummer: string, boek?: string): Pick<GevondenVerwijzing, "soort" | "url"> | undefined {
  if (wet.celex) return { soort: "eu", url: adresOfCelex(wet.celex) };
  if (wet.bwb) return { soort: "wet", url: adresOfWet(wet.bwb, nummer) };
  const [eerste = "", ...rest] = nummer.split(":");
  const [inBoek, artikel] = boek ? [boek, nummer] : rest.length > 0 ? [eerste, rest.join(":")] : ["", ""];
  const bwb = BOEKEN_BW[inBoek.toLowerCase()];
  return bwb ? { soort: "wet", url: adresOfWet(bwb, artikel) } : undefined;
}

// Before a name, what makes it part of another's: "Invoeringswet Omgevingswet", "Duitse Grondwet", "Besluit … Wet dieren".
const ERVOOR =
  /(?:(?:[Ii]nvoerings|[Aa]anvullings|[Uu]itvoerings|[Aa]anpassings|[Oo]vergangs|[Ww]ijzigings|[Rr]eparatie|[Vv]erzamel|[Ii]ntrekkings)\p{Ll}+(?:\s\p{Ll}+)?|[Bb]esluit|[Rr]egeling|[Rr]eglement|[Rr]ijkswet|[Ll]eidraad|\(?[Nn]ieuwe?\)?|Deskundigen|[Aa]ctieprogramma|[Cc]ommissie|\p{Lu}\p{Ll}+se|\p{Lu}\p{Ll}+sche)\s{1,3}$/u;

const LANGSTE_KORTE_NAAM = 8;
const LAATSTE_HOOFDLETTER = 90;

/** A law by its title alone: "de Wet open overheid". */
export const findWet: Regel = (tekst, van) => {
  // A title begins with a capital; "grondwet" may be any country's.
  if (tekst.charCodeAt(van) > LAATSTE_HOOFDLETTER) return undefined;
  const wet = findNaam(tekst, van);
  if (!wet || wet.isAfkorting || (!wet.bwb && !wet.celex)) return undefined;
  const { tot } = wet;
  if (
    ERVOOR.test(tekst.slice(Math.max(0, van - 40), van)) &&
    !/(?:Nederlandse)\s+$/.test(tekst.slice(Math.max(0, van - 14), van))
  )
    return { verwijzingen: [], tot };
  // "Arbeidsomstandighedenwet (Arbowet)": the short name of what stands just before.
  if (tot - van <= LANGSTE_KORTE_NAAM && tekst.charAt(van - 1) === "(" && tekst.charAt(tot) === ")")
    return { verwijzingen: [], tot };
  // A doctor for people with a handicap goes by the same three letters.
  if (tekst.slice(van, tot) === "AVG" && /verstandelijk|\barts/i.test(tekst.slice(Math.max(0, van - 120), tot + 60)))
    return { verwijzingen: [], tot };
  if (wet.celex) return { verwijzingen: [{ van, tot, soort: "eu", url: adresOfCelex(wet.celex) }], tot };
  return { verwijzingen: [{ van, tot, soort: "wet", url: adresOfWet(wet.bwb ?? "") }], tot };
};

/** "BWBR0005537": a law by its identifier. */
export const findBwb: Regel = regel(
  "BWB[RV]\\d{7}(?![\\p{L}\\p{N}])",
  ([bwb]) => ({ soort: "wet", url: adresOfWet(bwb) }),
  "yu",
);
