/**
 * How the end of a line and the beginning of the next go together: with a space, without one, or with the hyphen of the
 * line's end taken away.
 * @see docs/formats/pdf.md#afbreekstreepjes
 */

/** The words that a document has in the middle of its lines: they tell how a word is written that a line's end cuts. */
export interface Woordenlijst {
  readonly woorden: ReadonlySet<string>;
  /** Words with a hyphen, such as `mvo-beleid`. */
  readonly samenstellingen: ReadonlySet<string>;
  /** The first parts of those, such as `mvo`. */
  readonly voordelen: ReadonlySet<string>;
}

export function toWoordenlijst(regels: Iterable<string>): Woordenlijst {
  const woorden = new Set<string>();
  const samenstellingen = new Set<string>();
  const voordelen = new Set<string>();
  for (const regel of regels) {
    for (const [woord] of regel.toLowerCase().matchAll(WOORD)) {
      woorden.add(woord);
      const streepje = woord.indexOf("-");
      if (streepje === -1) continue;
      samenstellingen.add(woord);
      voordelen.add(woord.slice(0, streepje));
    }
  }
  return { woorden, samenstellingen, voordelen };
}

// Not the last word of a line that ends in a hyphen: half a word tells nothing.
const WOORD = /[\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*(?![\p{L}\p{M}\d]|-)/gu;

export interface Las {
  /** What stands between the two. */
  readonly tussen: "" | " ";
  /** How many characters at the end of the first line go. */
  readonly weg: 0 | 1;
}

const SPATIE: Las = { tussen: " ", weg: 0 };
const AANEEN: Las = { tussen: "", weg: 0 };
const GEHEELD: Las = { tussen: "", weg: 1 };

/** Decides how two lines of one paragraph go together. */
export function lasOf(eerste: string, tweede: string, lijst: Woordenlijst): Las {
  if (eerste.endsWith("\u00ad")) return GEHEELD;
  // Half a line is enough: only its last word matters.
  const laatste = /\S+$/.exec(eerste.slice(-MAX_WOORD))?.[0] ?? "";
  const volgende = /^\S+/.exec(tweede.slice(0, MAX_WOORD))?.[0] ?? "";
  if (IS_ADRES.test(laatste)) return isVervolgVanAdres(laatste, volgende) ? AANEEN : SPATIE;
  if (/\p{L}\/$/u.test(laatste) && /^\p{L}/u.test(volgende)) return AANEEN;
  return /[-‐]$/.test(laatste) ? lasAtStreepje(laatste.slice(0, -1), volgende, tweede, lijst) : SPATIE;
}

const MAX_WOORD = 2000;
const IS_ADRES = /:\/\/|^[(<«"]?www\.|^\S{1,200}@\S{1,200}\.|\.(?:nl|com|org|eu|net|be|gov)\//i;

function isVervolgVanAdres(laatste: string, volgende: string): boolean {
  if (/^(?:https?:|www\.|[("«])/i.test(volgende)) return /:\/\/$/.test(laatste);
  if (/[-_=&?%#~@:]$/.test(laatste) || /^[/%&=?#_~]/.test(volgende)) return true;
  if (laatste.endsWith("/")) return /^[a-z\d]/.test(volgende) || volgende.includes("/");
  if (/[,;)\]>]$/.test(laatste)) return false;
  return (
    /^[\w%~=&?.-]+\//.test(volgende) ||
    /^[\w%~=&?-]*[\w%]\.(?:html?|pdf|aspx?|php|docx?|nl|com|org|eu)\b/i.test(volgende)
  );
}

function lasAtStreepje(begin: string, volgende: string, tweede: string, lijst: Woordenlijst): Las {
  const voor = /[\p{L}\p{M}\d]+$/u.exec(begin)?.[0];
  const na = /^[\p{L}\p{M}\d]+/u.exec(volgende)?.[0];
  if (!voor || !na || /^(?:en|of|en\/of|respectievelijk|resp\.|dan wel|tot en met|t\/m)(?![\p{L}\d])/u.test(tweede))
    return SPATIE;
  // `RIEC-samenwerking`, `COVID-19`, `Noord-Holland`: the hyphen belongs to the word.
  if (!/\p{Ll}\p{M}*$/u.test(voor) || !/^\p{Ll}/u.test(na)) return AANEEN;
  const [kort, lang] = [voor.toLowerCase(), na.toLowerCase()];
  if (lijst.samenstellingen.has(`${kort}-${lang}`)) return AANEEN;
  if (lijst.woorden.has(`${kort}${lang}`)) return GEHEELD;
  const isHeelWoord = begin.length === voor.length || /[\s("'«‘“]$/.test(begin.slice(0, -voor.length));
  if (
    isHeelWoord &&
    (MET_STREEPJE.has(kort) || kort.length === 1 || lijst.voordelen.has(kort) || !/[aeiouyà-ü]/.test(kort))
  )
    return AANEEN;
  return GEHEELD;
}

/** First parts that are written with a hyphen, and that no word is broken after. */
const MET_STREEPJE = new Set(["oud", "ex", "niet", "non", "vice", "quasi", "semi"]);
