/**
 * References inside the same document: "antwoord op vraag 3", "zie vraag 4", "de antwoorden op de vragen 3 t/m 5". Such a
 * phrase about another set is a reference only when the same sentence says which set.
 */
import { findAanhangsel } from "./handelingen.ts";
import { findIdentificatie, findVraagnummer } from "./nummers.ts";
import { D, S, W } from "./patronen.ts";
import type { GevondenVerwijzing, Regel, Vondst } from "./verwijzing.ts";

const NUMMER =
  "\\d{1,3}[a-z]?(?![\\p{L}\\p{N}%‰°]|[.,:]\\d|\\s?(?:%|°|procent|mln|miljoen|miljard|euro|op \\d|van de \\d))";
// "antwoord op vraag", "antwoorden op de vragen", "antwoord vraag", "antwoord bij vraag", "antwoorden op 3, 4".
const ANTWOORD = `(?<antwoord>(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording)${S}(?:(?:op|bij|onder|van|aan|tot)(?:${W}|(?=vra)))?(?:(?:de|mijn|uw|het)(?:${W}|(?=vra)))?(?:sub|deel)?(?:[Vv]ragen|[Vv]raag)${W}|(?:[Aa]ntwoord(?:en)?)${W}(?:op${W})?)`;
const VRAAG = `(?<vraag>(?:sub|deel)?(?:[Vv]ragen|[Vv]raag)${W})`;
const EERSTE = new RegExp(`(?:${ANTWOORD}|${VRAAG})(?:nrs?\\.?${S})?(?<nummer>${NUMMER})`, "yu");
const VOLGENDE = new RegExp(
  `(?:\\ufffc?${S},${S}(?:(?:en|of|als)${W})?|\\ufffc?${W}(?<bereik>t/m|tot en met|tot)${W}|\\s?(?<streep>${D})\\s?|\\ufffc?${W}(?:en|of|&|alsook|alsmede|respectievelijk|resp\\.|als)${W}|/|${W})(?:(?:ook${W})?(?:op${W})?(?:de${W})?(?<kop>(?:sub|deel)?vra(?:ag|gen)${W}))?(?<nummer>${NUMMER})`,
  "yu",
);
const MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december";
/** What makes a number a count or a date. */
const HOEVEELHEID = new RegExp(
  `\\s{1,2}(?:${MAANDEN}|jaar|jaren|maand|maanden|weken|week|dagen|dag|uur|keer|maal|personen|mensen|leden|punten|partijen|ministers?|sets?|stuks|kilo|meter|km|cent)(?![\\p{L}])`,
  "yu",
);

/** Longest stretch that is looked at before and behind a phrase for the set that it belongs to. */
const BLIK = 240;

export const findVraag: Regel = (tekst, van) => {
  EERSTE.lastIndex = van;
  const first = EERSTE.exec(tekst);
  if (!first?.groups) return undefined;
  const { antwoord, nummer = "" } = first.groups;
  const kop = first[0].slice(0, -nummer.length);
  const nummers: { van: number; tot: number; nummer: string }[] = [
    { van, tot: van + first[0].length, nummer: nummer.toLowerCase() },
  ];
  const tot = readVolgende(tekst, van + first[0].length, nummers);
  HOEVEELHEID.lastIndex = tot;
  if (HOEVEELHEID.test(tekst)) return undefined;
  if (!isVerwijzing(tekst, van, tot, kop, nummers.length)) return { verwijzingen: [], tot };
  const deel =
    antwoord !== undefined || ANTWOORD_ERVOOR.test(tekst.slice(Math.max(0, van - 40), van)) ? "antwoord" : "vraag";
  const ander = findAndereReeks(tekst, van, tot);
  if (ander === "onbekend") return { verwijzingen: [], tot };
  return {
    verwijzingen: nummers.map(({ nummer, van, tot }) => ({
      van,
      tot,
      soort: "vraag",
      ...ander,
      onderdeel: { deel, nummer },
    })),
    tot,
  };
};

// "hetantwoord op vraag 2", "het antwoord hierboven op vraag 2".
const ANTWOORD_ERVOOR =
  /(?:antwoord(?:en)?|beantwoording)\s{1,3}(?:\p{Ll}{1,12}\s{1,2})?(?:op|bij|onder|van)\s{1,3}(?:de\s{1,3})?$/u;

function readVolgende(tekst: string, start: number, nummers: { van: number; tot: number; nummer: string }[]): number {
  let at = start;
  for (;;) {
    VOLGENDE.lastIndex = at;
    const more = VOLGENDE.exec(tekst);
    const nummer = more?.groups?.nummer;
    if (!more || nummer === undefined) return at;
    // A number that does not rise belongs to something else ("vraag 3, 2 weken later"); so does one behind a mere blank.
    const vorige = Number.parseInt(nummers.at(-1)?.nummer ?? "0", 10);
    const rises = Number.parseInt(nummer, 10) > vorige || /[a-z]$/.test(nummer);
    const isBlank = /^\s+$/.test(more[0].slice(0, -nummer.length));
    HOEVEELHEID.lastIndex = at + more[0].length;
    if ((isBlank && !(rises && nummers.length > 1)) || HOEVEELHEID.test(tekst)) return at;
    at += more[0].length;
    nummers.push({ van: at - nummer.length - (more.groups?.kop ?? "").length, tot: at, nummer: nummer.toLowerCase() });
  }
}

/** Headings, counts and running meaning are no references. */
function isVerwijzing(tekst: string, van: number, tot: number, kop: string, aantal: number): boolean {
  const before = tekst.slice(Math.max(0, van - 24), van);
  const isLineStart = /(?:^|\n)[\s*#]{0,4}$/.test(before);
  if (isLineStart && /^\s{0,3}(?:[:.]|\n|$)/.test(tekst.slice(tot, tot + 4))) return false;
  if (/^\s{0,2}op (?:de )?\d/.test(tekst.slice(tot, tot + 8))) return false;
  if (/^[Aa]ntwoord(?:en)?\s+(?:op\s+)?$/.test(kop))
    return /(?:^|[\s(])(?:zie|in|bij|mijn|de|het|ook|verder|onder|naar|en|uit|hiervoor|eerder|eerdere|als)\s{1,2}$/i.test(
      before,
    );
  // "vragen 3 collega's om hulp": a verb; without a word before it that makes it a noun, more than one number must follow.
  if (/^(?:sub|deel)?[Vv]ragen/.test(kop) && aantal === 1)
    return /(?:^|[\s(])(?:de|in|op|bij|onder|uw|zie|van)\s{1,2}$/i.test(before);
  return !/(?:^|[\s(])(?:die|een|deze|dezelfde)\s{1,2}$/i.test(before);
}

const EIGEN =
  /^\s{0,2}(?:van|uit|in|bij)\s(?:deze|dit)\s(?:\p{Ll}+\s){0,2}(?:vragen|kamervragen|set|vragenset|reeks|brief|document|beantwoording|antwoorden)/u;
const LIDWOORD =
  "(?:(?:de|het|mijn|uw|een|onze|zijn|haar|diens|die|eerdergenoemde|bovengenoemde|voornoemde|genoemde)\\s{1,2})?";
const REEKS = "(?:sets?|vragen|kamervragen|vragenset|reeks|vragenreeks|beantwoording|antwoorden|brief)(?![\\p{L}])";
const EERDER =
  "(?:eerdere?|vorige|schriftelijke|voorgaande|mondelinge|feitelijke|gelijkluidende|recente|andere|soortgelijke)";
// "van de eerdere vragen", "uit mijn eerdere beantwoording", "van de Kamervragen", "van de vragen van het lid".
const EERDERE_REEKS = `(?:van|uit|in|bij|over|op|door|binnen)\\s{1,2}${LIDWOORD}(?:\\p{Ll}+\\s{1,2}){0,2}(?:${EERDER}\\s{1,2}(?:\\p{Ll}+\\s{1,2}){0,2}${REEKS}|[Kk]amervragen|(?:vragen|set|beantwoording|antwoorden|vragenset)\\s{1,2}(?:van|over|aan|door|d\\.d\\.|op \\d))`;
// "van het lid X", "van de commissie", "van 20 februari".
const VAN_IEMAND = `(?:gesteld\\s{1,2})?(?:van|uit|door|namens)\\s{1,2}${LIDWOORD}(?:(?:lid|leden)\\s{1,2}\\p{Lu}|(?:vaste\\s{1,2})?(?:Kamer)?commissie|\\p{Lu}[\\p{L}\\p{N}-]{0,20}-fractie|fracties?(?![\\p{L}])|verslag|nota|motie|verzoek|\\d{1,2}\\s{1,2}(?:${MAANDEN}))`;
// "in het verslag", "uit de lijst van vragen".
const IN_STUK = `(?:in|uit|van|bij)\\s{1,2}(?:het|de|een)\\s{1,2}(?:\\p{Ll}+\\s{1,2}){0,2}(?:[Vv]erslag|[Ss]chriftelijk [Oo]verleg|[Ll]ijst van vragen)`;
const NUMMER_VAN_REEKS = "(?:[Aa]anhangsel|Handelingen|Kamerstuk|\\d{4}Z\\d|ah-tk-|kv-tk-|d\\.d\\.)";
const ANDER_ERACHTER = new RegExp(
  `^\\ufffc?[\\s,(]{0,3}(?:${EERDERE_REEKS}|${VAN_IEMAND}|${IN_STUK}|${NUMMER_VAN_REEKS})`,
  "u",
);
const ANDER_ERVOOR =
  /(?:[Ee]erder|[Ee]erdere|[Vv]orige|[Vv]oorgaande|[Uu]w(?:\s(?:eerdere|vorige))?|[Dd]estijds|[Tt]oenmalige|[Kk]amervragen[^.]{0,20}|(?:[Mm]inister|[Ss]taatssecretaris|[Kk]abinet)s)\s{1,2}$/;

/**
 * What a phrase belongs to: `{}` for its own document, the set that the sentence names, or "onbekend" for a set that the
 * sentence does not identify.
 */
function findAndereReeks(
  tekst: string,
  van: number,
  tot: number,
): Pick<GevondenVerwijzing, "kamervraag" | "url"> | "onbekend" {
  const before = tekst.slice(Math.max(0, van - 40), van);
  const after = tekst.slice(tot, tot + BLIK);
  if (EIGEN.test(after)) return {};
  const isAntwoord = /^(?:[Aa]ntwoord|[Bb]eantwoording)/.test(tekst.slice(van, van + 14));
  if (!ANDER_ERACHTER.test(after) && !(isAntwoord && ANDER_ERVOOR.test(before))) return {};
  return findReeks(zinVan(after)) ?? "onbekend";
}

/** The one set that a stretch of text names by its number. */
function findReeks(zin: string): Pick<GevondenVerwijzing, "kamervraag" | "url"> | undefined {
  const found: GevondenVerwijzing[] = [];
  for (const { index } of zin.matchAll(/(?<![\p{L}\p{N}])(?=\d{4}Z|Aanhangsel|ah-tk|kv-tk)/gu)) {
    const vondst: Vondst | undefined =
      findVraagnummer(zin, index) ?? findAanhangsel(zin, index) ?? findIdentificatie(zin, index);
    found.push(...(vondst?.verwijzingen ?? []));
  }
  const [first] = found;
  if (!first?.kamervraag || !first.url || found.some(({ kamervraag }) => kamervraag !== first.kamervraag))
    return undefined;
  return { kamervraag: first.kamervraag, url: first.url };
}

/** Up to the end of the sentence: a full stop before a capital that does not follow an abbreviation. */
function zinVan(tekst: string): string {
  const end = /(?<!\b(?:nr|nrs|Stb|art|blz|p|jl|c\.s|o\.a))[.?!](?=\s+\p{Lu}|$)/u.exec(tekst);
  return end ? tekst.slice(0, end.index) : tekst;
}
