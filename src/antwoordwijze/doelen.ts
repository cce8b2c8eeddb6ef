/** What a referral points to, in the words that follow "zie" or "verwijs ik naar". */
import { NUMMERREEKS, parseNummers } from "../markdown/koppen.ts";

export type Richting = "vorige" | "volgende";

export interface Doel {
  readonly soort: "antwoord" | "document";
  /** Offsets in the words given. */
  readonly van: number;
  readonly tot: number;
  /** Numbers of the vragen it names. */
  readonly nummers: readonly string[];
  /** Where it names no number but "the previous antwoord", "above", "the next vraag": which one, seen from here. */
  readonly richting?: Richting;
}

const MAAND = "(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)";

// A year, a date or a vraagnummer after "vragen" is no number of a vraag.
const NUMMERS = String.raw`(${NUMMERREEKS})(?![\d/]|[A-Z]\d|\s*${MAAND})`;

const GENUMMERD = new RegExp(
  String.raw`(?:(?:be)?antwoord(?:en|ing)?|reactie)\s{0,3}(?:op|van|bij|onder|in)?\s{0,3}(?:de|het|uw|mijn)?\s{0,3}(?:(?:deel|sub)?vra(?:ag|gen))?\s{0,3}(?:nummers?|nrs?\.?)?\s{0,3}${NUMMERS}|vra(?:ag|gen)\s{0,3}(?:nummers?|nrs?\.?)?\s{0,3}${NUMMERS}`,
  "giu",
);

const VORIGE =
  /(?:vorige|voorgaande|voorafgaande|bovenstaande?|bovengenoemde)\s{1,3}(?:(?:be)?antwoord(?:en|ing)?|vra(?:ag|gen))(?!\p{L})|(?:antwoord(?:en)?|beantwoording)\s{1,3}(?:hierboven|hiervoor)|^(?:hier)?boven(?!\p{L})/giu;

const VOLGENDE = /(?:volgende|onderstaande?|overige)\s{1,3}(?:(?:be)?antwoord(?:en|ing)?|vra(?:ag|gen))(?!\p{L})/giu;

const DIE_VRAAG = /antwoord(?:en)?\s{1,3}(?:op|bij)\s{1,3}die\s{1,3}vra(?:ag|gen)(?!\p{L})/giu;

const EERSTE = /(?:antwoord|beantwoording)\s{1,3}(?:op|van)\s{1,3}de\s{1,3}eerste\s{1,3}vraag(?!\p{L})/giu;

const KAAL = new RegExp(String.raw`^(?:onder|bij)?\s{0,3}${NUMMERS}(?=\W*$)`, "iu");

// Of a vraag in another set: "vraag 3 van het lid …", "vraag 2 uit mijn brief".
const VAN_ELDERS =
  /^\s{0,3}(?:van|uit|in)\s{1,3}(?:(?:de|het|mijn|uw)\s{1,3})?(?:eerdere|schriftelijke|lid|leden|kamervragen|vragen|set|verslag|brief|nader)|^.{0,80}(?:\d{4}Z\d{4}|aanhangsel)/iu;

const DOCUMENT =
  /brie(?:f|ven)(?!\p{L})|kamerstuk(?:ken)?(?!\p{L})|aanhangsel|handelingen\s{1,3}(?:I|EK|TK|\d)|rapport(?:age|ages|en)?(?!\p{L})|nota(?!\p{L})|notitie(?!\p{L})|verslag(?!\p{L})|bijlagen?(?!\p{L})|(?:kabinets|beleids)reactie|staatscourant|https?:\/\/|www\.|website(?!\p{L})|(?:antwoord(?:en)?|beantwoording)\s.{0,50}?(?:kamervragen|schriftelijke vragen|feitelijke vragen|eerdere vragen|vragen van (?:het lid|de leden))|eerdere\s{1,3}(?:antwoorden|beantwoording)/giu;

// What belongs to the name of a document: its date and its number in parentheses.
const NAAM_VERDER =
  /^\uFFFC?(?:\s(?:II\s)?\d{2}\s?\d{3}(?:[-\s]\p{Lu}{1,5}(?!\p{L}))?(?:,?\snr\.?\s?\d{1,4})?|\s(?:docnr\.?\s)?\d{1,3}(?![\d\p{L}]))?(?:\s{1,3}(?:van|d\.d\.|van d\.d\.)\s{1,3}\d{1,2}\s{1,3}\p{L}{3,9}(?:\s{1,3}\d{4}|\s{1,3}jl\.?)?)?\uFFFC?(?:\s{1,3}van\s{1,3}(?:het\s{1,3}lid|de\s{1,3}leden)\s{1,3}[^\n,.;:(]{1,80})?(?:\s{0,3}\((?:kamerstuk|aanhangsel|TK)[^)\n]{0,80}\))?/iu;

/**
 * Finds what a referral points to; the words given start right after it and end with its sentence. Empty when that is neither
 * an antwoord of this document nor another document. Two targets come back when they are joined by "en".
 */
export function findDoelen(woorden: string, grens: number): readonly Doel[] {
  const antwoord = findAntwoord(woorden);
  const document = findDocument(woorden);
  const [first, second] = [antwoord, document].filter((doel) => doel !== undefined).toSorted((a, b) => a.van - b.van);
  if (!first || first.van > grens) return [];
  const isJoined = second && /(?:^|[\s,])(?:en|alsmede|evenals|alsook)\s/iu.test(woorden.slice(first.tot, second.van));
  return isJoined && second.van - first.tot < 60 ? [first, second] : [first];
}

function findAntwoord(woorden: string): Doel | undefined {
  const found: Doel[] = [];
  for (const { 0: match, 1: a, 2: b, index } of woorden.matchAll(GENUMMERD)) {
    const tot = index + match.length;
    if (VAN_ELDERS.test(woorden.slice(tot, tot + 120))) {
      return found.length > 0 ? join(found) : { soort: "document", van: index, tot, nummers: [] };
    }
    found.push({ soort: "antwoord", van: index, tot, nummers: parseNummers(a ?? b ?? "") });
  }
  if (found.length > 0) return join(found);
  const kaal = KAAL.exec(woorden);
  if (kaal) {
    return { soort: "antwoord", van: 0, tot: kaal[0].length, nummers: parseNummers(kaal[1] ?? "") };
  }
  const [eerste] = woorden.matchAll(EERSTE);
  if (eerste) return toDoel(eerste, { nummers: ["1"] });
  const [vorige] = woorden.matchAll(VORIGE);
  if (vorige) return toDoel(vorige, { nummers: [], richting: "vorige" });
  const [volgende] = woorden.matchAll(VOLGENDE);
  if (volgende) return toDoel(volgende, { nummers: [], richting: "volgende" });
  const [dieVraag] = woorden.matchAll(DIE_VRAAG);
  return dieVraag && toDoel(dieVraag, { nummers: [] });
}

function toDoel(match: RegExpExecArray, rest: Pick<Doel, "nummers" | "richting">): Doel {
  return { soort: "antwoord", van: match.index, tot: match.index + match[0].length, ...rest };
}

// "het antwoord op vraag 2 en het antwoord op vraag 5": one target with two numbers.
function join(found: readonly Doel[]): Doel | undefined {
  const [first] = found;
  if (!first) return undefined;
  const near = found.filter(({ van }, rank) => van - (found[rank - 1]?.tot ?? van) < 30);
  return {
    ...first,
    tot: near.at(-1)?.tot ?? first.tot,
    nummers: [...new Set(near.flatMap(({ nummers }) => nummers))],
  };
}

function findDocument(woorden: string): Doel | undefined {
  const [match] = woorden.matchAll(DOCUMENT);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  const verder = NAAM_VERDER.exec(woorden.slice(end, end + 160))?.[0].length ?? 0;
  const isAdres = /^(?:http|www)/iu.test(match[0]);
  const adres = isAdres ? (/^\S{0,300}/u.exec(woorden.slice(end))?.[0].length ?? 0) : 0;
  return { soort: "document", van: match.index, tot: end + (isAdres ? adres : verder), nummers: [] };
}
