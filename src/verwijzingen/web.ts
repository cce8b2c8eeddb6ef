/** Web addresses in running text. */
import { kamervraagOfAdres, soortOfAdres } from "./adres.ts";
import { type Regel, vondst } from "./verwijzing.ts";

const ADRES = /(?:https?:\/\/|www\.)[^\s<>"«»\u201c\u201d\ufffc]{3,2000}/y;

/** "https://www.voorbeeld.nl/pad", "www.voorbeeld.nl". */
export const findAdres: Regel = (tekst, van) => {
  ADRES.lastIndex = van;
  const found = ADRES.exec(tekst)?.[0];
  if (!found) return undefined;
  const adres = trimEnd(found);
  const tot = van + found.length;
  if (
    adres.includes("…") ||
    adres.includes("...") ||
    /^[….]/.test(tekst.slice(van + adres.length, van + adres.length + 3).replace(/^\.(?!\.)/, ""))
  )
    return { verwijzingen: [], tot };
  const url = adres.startsWith("www.") ? `https://${adres}` : adres;
  if (!/^https?:\/\/[^/?#]*[A-Za-z0-9]\.[A-Za-z]{2,}/.test(url)) return { verwijzingen: [], tot };
  const kamervraag = kamervraagOfAdres(url);
  const soort = soortOfAdres(url);
  return vondst({ van, tot: van + adres.length, soort, url, ...(kamervraag ? { kamervraag } : {}) });
};

/** Takes off punctuation that belongs to the sentence: a bracket only when it has no partner in the address. */
function trimEnd(adres: string): string {
  let end = adres.length;
  for (; end > 0; end -= 1) {
    const last = adres[end - 1] ?? "";
    if (last === ")" && count(adres, "(", end) >= count(adres, ")", end)) break;
    if (!".,;:)]}'’‘>!?".includes(last)) break;
  }
  return adres.slice(0, end);
}

function count(text: string, character: string, end: number): number {
  let sum = 0;
  for (let at = text.indexOf(character); at >= 0 && at < end; at = text.indexOf(character, at + 1)) sum += 1;
  return sum;
}
