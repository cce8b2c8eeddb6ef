/** Web addresses in running text: whole, without a scheme, or broken by a blank or the end of a line. */
import { kamervraagOfAdres, soortOfAdres } from "./adres.ts";
import type { GevondenVerwijzing, Vondst } from "./verwijzing.ts";

/** No address is longer; what is, is cut there and not linked. */
const LANGSTE = 2000;
const STUK = new RegExp(`[^\\s<>"«»“”„\\ufffc]{1,${LANGSTE + 1}}`, "y");
const BEGIN = /(?:https?:\s?\/\/\s?|www\.\s?)(?=[A-Za-z0-9])/y;
const HOST = /^https?:\/\/(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,18}(?::\d{2,5})?(?:[/?#]|$)/;

/** "https://www.voorbeeld.nl/pad", "www.voorbeeld.nl": what begins at `van`. */
export function findAdres(tekst: string, van: number): Vondst | undefined {
  BEGIN.lastIndex = van;
  const begin = BEGIN.exec(tekst)?.[0];
  return begin === undefined ? undefined : readAdres(tekst, van, van + begin.length, begin.replace(/\s/g, ""));
}

const KALE_HOST =
  /(?:^|[^\p{L}\p{N}@/:._~-])((?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}(?:nl|com|eu|org|net|info|be|de|int|gov|edu|tv|frl|amsterdam))$/u;
const KAAL_PAD = /\/(?![a-z0-9-]{1,40}\.(?:nl|com|eu|org|net)(?![\w/.-]))[A-Za-z0-9@~_%#?=&-][A-Za-z0-9@~_%#?=&–./-]*/y;

/** "voorbeeld.nl/pad": looks back from the slash at `slash`, not before `vanaf`. An outlet's bare name ("nos.nl") is no address. */
export function findKaalAdres(tekst: string, slash: number, vanaf: number): Vondst | undefined {
  const before = tekst.slice(Math.max(vanaf, slash - 120), slash);
  const host = KALE_HOST.exec(before)?.[1];
  if (host === undefined) return undefined;
  KAAL_PAD.lastIndex = slash;
  if (!KAAL_PAD.test(tekst)) return undefined;
  return readAdres(tekst, slash - host.length, slash - host.length, "");
}

function readAdres(tekst: string, van: number, start: number, schema: string): Vondst | undefined {
  STUK.lastIndex = start;
  const first = STUK.exec(tekst)?.[0];
  if (first === undefined) return undefined;
  if (first.length > LANGSTE) return { verwijzingen: [], tot: start + first.length };
  const stuk = first.slice(0, endOfFirst(first));
  let adres = stuk;
  let tot = start + stuk.length;
  if (stuk.length === first.length)
    for (let more = findVervolg(tekst, tot, adres); more; more = findVervolg(tekst, tot, adres)) {
      adres += more.tekst;
      tot = more.tot;
    }
  // A cut address leads nowhere.
  if (/…|\.\.\.|\[\.|^\S*\[/.test(adres) || /^\s?[[(]?(?:…|\.\.\.)/.test(tekst.slice(tot, tot + 5)))
    return { verwijzingen: [], tot };
  const trimmed = trimEinde(adres);
  const url = `${schema.startsWith("http") ? schema : `https://${schema}`}${trimmed}`.replace(/(?<=\d)–(?=\d)/g, "-");
  const verwijzing = toVerwijzing(van, tot - (adres.length - trimmed.length), url);
  return { verwijzingen: verwijzing ? [verwijzing] : [], tot };
}

function toVerwijzing(van: number, tot: number, url: string): GevondenVerwijzing | undefined {
  if (!HOST.test(url) || /^https?:\/\/www\.[^./]+(?:[/?#]|$)/.test(url)) return undefined;
  const kamervraag = kamervraagOfAdres(url);
  return { van, tot, soort: soortOfAdres(url), url, ...(kamervraag ? { kamervraag } : {}) };
}

/** Two addresses printed without a blank: the end of the first. An address inside another's query or archive is part of it. */
function endOfFirst(stuk: string): number {
  const second = /https?:\/\//g;
  for (const { index } of stuk.matchAll(second)) {
    const before = stuk.slice(0, index);
    if (index > 0 && !/[=%]$/.test(before) && !/^(?:www\.)?(?:web\.)?archive\.(?:org|ph|is|today)\//.test(before))
      return index;
  }
  return stuk.length;
}

// One blank or one line end, and words that only an address has: parts joined by hyphens, slashes, underscores; a file's name.
const VERVOLG = /(?<wit>\s{1,2})(?<woord>[A-Za-z0-9%?#&=/_~-][^\s<>"«»“”„\ufffc]{0,400})/y;
const ALS_PAD = /^[a-z0-9]+(?:[-/_=&][A-Za-z0-9%]+){1,60}(?:[/.?#=&~,_%-][A-Za-z0-9%=&._~/#?-]*)?[.,;:)\]’']*$/;
const ALS_BESTAND = /^[A-Za-z0-9_%-]+\.(?:html?|pdf|aspx|docx?|xlsx?|php)[.,;:)\]’']*$/;

/** How an address goes on behind a break, only when nothing but an address can stand there. */
function findVervolg(
  tekst: string,
  at: number,
  adres: string,
): { readonly tekst: string; readonly tot: number } | undefined {
  if (adres.length > LANGSTE) return undefined;
  VERVOLG.lastIndex = at;
  const { wit = "", woord = "" } = VERVOLG.exec(tekst)?.groups ?? {};
  if (woord === "" || /^https?:|^www\./.test(woord) || (wit.length > 1 && !wit.includes("\n"))) return undefined;
  const isPad = ALS_PAD.test(woord) || ALS_BESTAND.test(woord);
  const isOpen = /[A-Za-z0-9][/_=&-]$/.test(adres) && adres.includes("/");
  // One long word with nothing behind it: the rest of a path, and no sentence.
  const isStaart = /^[a-z]{12,}[.)]{0,2}$/.test(woord) && at + wit.length + woord.length === tekst.length;
  const isCertain =
    (isOpen && (isPad || (isStaart && adres.endsWith("/")))) ||
    (/^%[0-9A-F]{2}/.test(woord) && adres.includes("%")) ||
    (wit.includes("\n") && /^[/?#][a-z0-9]+[-/_=.][A-Za-z0-9]/.test(woord) && /[A-Za-z0-9]$/.test(adres));
  return isCertain ? { tekst: woord, tot: at + wit.length + woord.length } : undefined;
}

/** Takes off punctuation that belongs to the sentence: a bracket only when it has no partner in the address. */
function trimEinde(adres: string): string {
  let open = count(adres, "(");
  let close = count(adres, ")");
  let end = adres.length;
  for (; end > 0; end -= 1) {
    const last = adres.charAt(end - 1);
    if (last === ")") {
      if (close <= open) break;
      close -= 1;
    } else if (!".,;:]}'’‘`´?!|*".includes(last)) break;
    if (last === "(") open -= 1;
  }
  return adres.slice(0, end);
}

function count(text: string, character: string): number {
  let sum = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) sum += 1;
  return sum;
}
