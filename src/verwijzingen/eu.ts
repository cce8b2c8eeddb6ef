/** European documents: regulations, directives and decisions by number, Commission documents, CELEX numbers. */
import { adresOfCelex } from "./adres.ts";
import { D, EIND, S, W } from "./patronen.ts";
import { type Regel, regel } from "./verwijzing.ts";

const UNIE = "(?:EU|EG|EEG|EGKS|Euratom|GBVB|JBZ|JHA|EC|EEC)";
const LETTERS: Readonly<Record<string, string>> = { v: "R", r: "L", b: "D", k: "F" };

/** "Verordening (EU) 2016/679", "Richtlijn 2008/98/EG", "Besluit (EU) 2015/1601", "Verordening (EG) nr. 1907/2006". */
export const findHandeling: Regel = regel(
  `(?<soort>(?:[Uu]itvoerings|[Gg]edelegeerde${W})?[Vv]erordening|[Rr]ichtlijn|[Kk]aderbesluit|(?:[Uu]itvoerings)?[Bb]esluit)${W}(?:van${W}de${W}(?:Commissie|Raad)${W})?(?:(?<unie>\\(?${UNIE}(?:,\\s?${UNIE})?\\)?)${S})?(?<haak>\\()?(?<nr>(?:nr\\.?|Nr\\.?|no\\.)${S})?(?<a>\\d{1,4})\\s?/\\s?(?<b>\\d{1,4})(?:\\s?/\\s?(?<achter>${UNIE}))?${EIND}(?!/\\d)(?:(?<=\\([^)]{1,24})\\))?`,
  ({ groups = {} }) => {
    const { soort = "", unie, achter, nr, a = "", b = "" } = groups;
    const kind =
      LETTERS[
        soort
          .replace(/^[Uu]itvoerings|^[Gg]edelegeerde\s+/, "")
          .charAt(0)
          .toLowerCase()
      ] ?? "";
    // "besluit 12/345" is anybody's: a decision must say that it is the Union's.
    if ("DF".includes(kind) && !unie && !achter) return undefined;
    const celex = celexOf(kind, a, b, nr !== undefined);
    return celex ? { soort: "eu", url: adresOfCelex(celex) } : undefined;
  },
  "yu",
);

/** The year is the part that looks like one; before 2015 a regulation names its number first. `undefined` when either may be. */
function celexOf(kind: string, a: string, b: string, isNumbered: boolean): string | undefined {
  const ofYear = (year: number | undefined, nummer: string): string | undefined =>
    year === undefined ? undefined : `3${year}${kind}${nummer.padStart(4, "0")}`;
  const asYear = (part: string): number | undefined => {
    const year = Number(part);
    if (part.length === 4) return year >= 1957 && year <= 2049 ? year : undefined;
    return part.length === 2 && year >= 57 && kind !== "" ? 1900 + year : undefined;
  };
  // Two parts of two digits: a directive begins with its year ("96/71/EG"), a regulation ends with it ("nr. 40/94").
  if (a.length <= 2 && b.length <= 2) return kind === "R" ? ofYear(asYear(b), a) : ofYear(asYear(a), b);
  const [first, second] = [asYear(a), asYear(b)];
  if (first !== undefined && second === undefined) return ofYear(first, b);
  if (second !== undefined && first === undefined) return ofYear(second, a);
  if (first === undefined || second === undefined) return undefined;
  if (kind === "R" && (isNumbered || b.length > a.length) && second < 2015) return ofYear(second, a);
  if (a.length === 4 && (kind !== "R" || first >= 2015)) return ofYear(first, b);
  return undefined;
}

/** "COM(2020) 123", "COM/2020/123", "COM[2020]0123 definitief". The letters of its CELEX number are unknown; EUR-Lex knows it by this form too. */
export const findCom: Regel = regel(
  `(?<reeks>COM|JOIN|SWD)${S}[(\\[/]${S}(?<jaar>(?:19|20)\\d\\d)${S}[)\\]/]${S}(?:nr\\.?${S})?(?<nummer>\\d{1,4})${EIND}(?:${W}(?:final|definitief|def\\.))?`,
  ({ groups = {} }) => ({
    soort: "eu",
    url: `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=${groups.reeks}:${groups.jaar}:${Number(groups.nummer)}:FIN`,
  }),
  "yu",
);

/** "CELEX 32016R0679", "CELEX:52020DC0123". */
export const findCelex: Regel = regel(
  `CELEX${S}(?:-?nummer${S}|nr\\.?${S})?:?${S}(?<celex>[1-9]\\d{4}[A-Z]{1,2}\\d{3,4})${EIND}`,
  ({ groups = {} }) => ({ soort: "eu", url: adresOfCelex(groups.celex ?? "") }),
  "yu",
);

/** "PbEU 2016, L 119": the number of the Official Journal; found for what it is, and no link: its addresses changed in form. */
export const findPublicatieblad: Regel = (tekst, van) => {
  PB.lastIndex = van;
  const found = PB.exec(tekst);
  return found ? { verwijzingen: [], tot: van + found[0].length } : undefined;
};
const PB = new RegExp(
  `(?:P[Bb]\\.?${S}(?:EU|EG)?|Publicatieblad)\\.?,?${S}(?:\\d{4},?${S})?[LC]${S}${D}?\\d{1,4}`,
  "y",
);
