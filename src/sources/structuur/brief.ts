/**
 * What a ministry's letter around the answers tells: the sentence that names the questions, their number, and who signed.
 * @see docs/formats/tekstvormen.md#brief
 */
import { normalizeVraagnummer } from "../../model/sleutel.ts";
import { foldSpace } from "../xml-boom.ts";

/** Facts that stand in running text, for what the title lines do not tell. */
export interface Brief {
  readonly vraagnummer?: string;
  /** "vragen van de leden A en B (X) aan de Minister van C over D". */
  readonly vraagzin?: string;
  /** The name under the letter, when there is one and no more. */
  readonly ondertekenaar?: string;
}

// A letter is short: what stands far behind its beginning is something else.
const MAX = 8000;
const VRAAGZIN =
  /\bvragen\s+van\s+((?:het\s+lid|de\s+leden)\s.{5,1200}?)(?=\s+(?:worden|zijn|kunnen|kan|is)\s+(?:\S+\s+){0,4}?(?:beantwoord|binnen|niet)\b)/;
const NUMMER =
  /\b(?:uw\s+brief|uw\s+vragen|de\s+vragen)\b[^.?!]{0,80}?\b(?:nr\.?|nummer|kenmerk)\s*:?\s*(\d{4}Z\d{4,6})\b/i;
const IN_MEDEDELING =
  /^\s*(?:de|deze)\s+(?:schriftelijke\s+)?(?:kamer)?vragen\b[^?!]{0,700}?\((?:[^()]{0,40}\s)?(\d{4}Z\d{4,6})\)/i;
/** Initials, a prefix or two, a surname: "P. Fictief", "D.M. van Verzinsel-Bedacht". */
const NAAM =
  /^(?:(?:mr|drs|dr|ir|prof)\.\s*)*(?:\p{Lu}[\p{Ll}]?\.\s?){1,5}(?:\p{Ll}[\p{Ll}’']*\s+){0,3}\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?$/u;

/** "Onderwerp | Beantwoording Kamervragen van het lid A (X) aan de Minister van B over C". */
const ONDERWERPREGEL =
  /^(?:Onderwerp\s*[|:]?\s*)?(?:Beantwoording|Antwoord(?:en)?)\b.{0,60}?vragen\s+(?:van\s+)?((?:het\s+lid|de\s+leden)\s.{5,1200})$/i;

function findOnderwerpregel(inleiding: readonly string[]): string | undefined {
  const found = inleiding.flatMap((regel) => ONDERWERPREGEL.exec(regel.slice(0, 2000))?.[1] ?? []);
  return found.find((regel) => /\saan\s/.test(regel)) ?? found[0];
}

const AMBT = /^(?:mede\s+namens\b.*|(?:de\s+)?(?:vice-)?(?:minister|staatssecretaris)\b.*)$/i;
const CONTACT = /\b(?:contactpersoon|behandeld\s+door|inlichtingen|telefoon|e-mail)\b/i;

// A name under the office of who signs, or under the letter's last line; never that of the official to ask.
function isOndertekening(regels: readonly string[], index: number): boolean {
  const regel = regels[index] ?? "";
  if (regel.length >= 60 || !NAAM.test(regel)) return false;
  const erboven = regels
    .slice(0, index)
    .filter((one) => one !== "")
    .slice(-4);
  if (erboven.some((one) => CONTACT.test(one))) return false;
  const isNaam = (one: string) => one.length < 60 && NAAM.test(one);
  const isLaatste = regels.slice(index + 1).every((one) => one === "") && new Set(regels.filter(isNaam)).size === 1;
  return isLaatste || erboven.some((one) => AMBT.test(one));
}

/** Reads the paragraphs before the first vraag, and those of a notice. */
export function readBrief(inleiding: readonly string[], mededeling: readonly string[]): Brief {
  const tekst = foldSpace(inleiding.join(" ")).slice(0, MAX);
  const notice = foldSpace(mededeling.join(" "))
    .replace(/^Mededeling\s*:?\s*/i, "")
    .slice(0, 2000);
  const nummer = NUMMER.exec(tekst)?.[1] ?? IN_MEDEDELING.exec(notice)?.[1];
  const vraagnummer = nummer ? normalizeVraagnummer(nummer) : undefined;
  const vraagzin = VRAAGZIN.exec(tekst)?.[1] ?? findOnderwerpregel(inleiding);
  const namen = new Set(inleiding.filter((_, index) => isOndertekening(inleiding, index)));
  const [ondertekenaar] = namen;
  return {
    ...(vraagnummer ? { vraagnummer } : {}),
    ...(vraagzin ? { vraagzin: `Vragen van ${vraagzin}` } : {}),
    ...(namen.size === 1 && ondertekenaar ? { ondertekenaar } : {}),
  };
}
