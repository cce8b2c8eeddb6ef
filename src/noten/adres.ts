/** What the address of a source says: its host, whether it is official, and where the Internet Archive keeps a copy. */
import type { Datum } from "../model/kamervraag.ts";

/** The host of a web address, lower case and without `www.`; `undefined` when it is no web address. */
export function domeinOf(url: string): string | undefined {
  const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
  const name = host
    ?.replace(/^[^@]*@/, "")
    .replace(/:\d*$/, "")
    .toLowerCase();
  return name && /^[^\s"<>]+\.[^\s"<>.]{2,}$/.test(name) ? name.replace(/^www\d?\./, "") : undefined;
}

/** Whether `domein` is `van` or a subdomain of it. */
export function isOnder(domein: string, van: string): boolean {
  return domein === van || domein.endsWith(`.${van}`);
}

/**
 * The part of a host that one owner registers: `nos.nl` of `bijlagen.nos.nl`, `bbc.co.uk` of `news.bbc.co.uk`.
 */
export function basisOf(domein: string): string {
  const parts = domein.split(".");
  const isTweedelig =
    parts.length > 2 && /^(?:com?|org|net|gov|ac|go)$/.test(parts.at(-2) ?? "") && parts.at(-1)?.length === 2;
  return parts.slice(isTweedelig ? -3 : -2).join(".");
}

// The State keeps what it publishes here itself, under addresses that are meant to last: a copy elsewhere adds nothing,
// and would only look as if the official page were not to be trusted.
const OFFICIEEL = [
  "officielebekendmakingen.nl",
  "overheid.nl",
  "tweedekamer.nl",
  "eerstekamer.nl",
  "rechtspraak.nl",
  "raadvanstate.nl",
  "eur-lex.europa.eu",
  "data.europa.eu",
  "curia.europa.eu",
  "archive.org",
] as const;

/** Whether an address needs no help from the Internet Archive: it is official, or a copy there already. */
export function isOfficieel(url: string): boolean {
  const domein = domeinOf(url);
  return domein !== undefined && OFFICIEEL.some((official) => isOnder(domein, official));
}

/**
 * The address of the Internet Archive's copy that is nearest to a date. Nothing is asked there: the Internet Archive finds
 * the nearest copy when a reader goes there. `undefined` for official addresses.
 */
export function archiefUrlOf(url: string, datum: Datum): string | undefined {
  if (domeinOf(url) === undefined || isOfficieel(url)) return undefined;
  return `https://web.archive.org/web/${datum.replaceAll("-", "")}/${url}`;
}
