/**
 * Finds references in plain text: Kamerstukken, Aanhangsel, vraagnummers, laws, web addresses and so on.
 * @see docs/formats/verwijzingen.md
 */
import { findBlad } from "./bladen.ts";
import { findEcli, findLjn } from "./ecli.ts";
import { findCelex, findCom, findHandeling, findPublicatieblad } from "./eu.ts";
import { findAanhangsel, findHandelingen } from "./handelingen.ts";
import { findKaalKamerstuk, findKamerstuk } from "./kamerstuk.ts";
import { findIdentificatie, findKamerdocument, findOudVraagnummer, findVraagnummer } from "./nummers.ts";
import type { GevondenVerwijzing, Regel, Vondst } from "./verwijzing.ts";
import { findVraag } from "./vraag.ts";
import { findAdres, findKaalAdres } from "./web.ts";
import { findArtikel, findBwb, findWet } from "./wet.ts";
import { EERSTE_WOORDEN } from "./wetnaam.ts";

export type { GevondenVerwijzing, VerwijzingSoort } from "./verwijzing.ts";

/** Classes of characters: other, the letters without case, digits. */
const KLASSEN = 28;

function klasseOf(code: number): number {
  return KLASSE[code] ?? 0;
}
const KLASSE = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 65 && code <= 90) return code - 64;
  return code >= 48 && code <= 57 ? 27 : 0;
});
/** Letters, also those with an accent, digits and the underscore. */
const WOORDTEKENS = Uint8Array.from({ length: 0x1_00_00 }, (_, code) =>
  code === 95 || (code >= 192 && code < 0x20_00) || klasseOf(code) > 0 ? 1 : 0,
);

/** How the words begin that each rule reads; "1" stands for any digit. */
const REGELS: readonly (readonly [begin: readonly string[], regel: Regel])[] = [
  [["kamerstuk", "dossier"], findKamerstuk],
  [["aanhangsel", "kamervragen"], findAanhangsel],
  [["handelingen"], findHandelingen],
  [["kst", "blg", "nds", "ah", "kv", "h", "ag", "stb", "stcrt", "trb"], findIdentificatie],
  [["stb", "staatsblad", "stcrt", "staatscourant", "trb", "tractatenblad"], findBlad],
  [["ecli", "nl"], findEcli],
  [["ljn"], findLjn],
  [["http", "www"], findAdres],
  [["1"], findVraagnummer],
  [["1"], findKamerdocument],
  [["1"], findKaalKamerstuk],
  [["1"], findOudVraagnummer],
  [["antw", "beantw", "vra", "subvra", "deelvra"], findVraag],
  [["art"], findArtikel],
  [["verordening", "uitvoerings", "gedelegeerde", "richtlijn", "besluit", "kaderbesluit"], findHandeling],
  [["com", "join", "swd"], findCom],
  [["celex"], findCelex],
  [["pb", "publicatieblad"], findPublicatieblad],
  [["bwb"], findBwb],
  [EERSTE_WOORDEN, findWet],
];

// The rules by the first three characters of a word: nearly every word of a text is passed over after one look here.
const LIJSTEN: readonly Regel[][] = [[]];
const TABEL = makeTabel();

function makeTabel(): Uint16Array {
  const sets = new Map<string, number>([["", 0]]);
  const tabel = new Uint16Array(KLASSEN ** 3);
  const lijsten = LIJSTEN as Regel[][];
  for (let key = 0; key < tabel.length; key += 1) {
    const classes = [Math.floor(key / KLASSEN ** 2), Math.floor(key / KLASSEN) % KLASSEN, key % KLASSEN];
    const fitting = REGELS.flatMap(([begins], index) => (begins.some((begin) => fits(begin, classes)) ? [index] : []));
    const name = fitting.join();
    const known = sets.get(name) ?? lijsten.length;
    if (!sets.has(name)) {
      sets.set(name, known);
      lijsten.push(fitting.flatMap((index) => REGELS[index]?.[1] ?? []));
    }
    tabel[key] = known;
  }
  return tabel;
}

function fits(begin: string, classes: readonly number[]): boolean {
  return classes.every((klasse, at) => at >= begin.length || klasseOf(begin.charCodeAt(at)) === klasse);
}
/**
 * Finds the references in the plain text of one paragraph, cell or heading (a note call stands in it as U+FFFC, a line
 * break as "\n"): ascending, never overlapping. What is ambiguous is not found. Linear in the length of the text.
 */
export function findVerwijzingen(tekst: string): readonly GevondenVerwijzing[] {
  const found: GevondenVerwijzing[] = [];
  let isInWord = false;
  let vanaf = 0;
  for (let at = 0; at < tekst.length; at += 1) {
    const code = tekst.charCodeAt(at);
    const wasInWord = isInWord;
    isInWord = WOORDTEKENS[code] === 1;
    if (isInWord ? wasInWord : code !== SLASH && code !== COLON) continue;
    const vondst = isInWord ? readAt(tekst, at, code) : readAdresAround(tekst, at, code, vanaf);
    if (!vondst) continue;
    for (const verwijzing of vondst.verwijzingen) found.push(withReeks(tekst, verwijzing, found.at(-1)));
    vanaf = Math.max(vondst.tot, at + 1);
    at = vanaf - 1;
    isInWord = WOORDTEKENS[tekst.charCodeAt(at)] === 1;
  }
  return found;
}

const SLASH = 47;
const COLON = 58;

/** An address that does not begin where a word begins: "voorbeeld.nl/pad", and one glued to the word before it. */
function readAdresAround(tekst: string, at: number, code: number, vanaf: number): Vondst | undefined {
  if (code === SLASH) return findKaalAdres(tekst, at, vanaf);
  if (!tekst.startsWith("//", at + 1)) return undefined;
  const start = at - (tekst.startsWith("https", at - 5) ? 5 : 4);
  return start >= vanaf && tekst.startsWith("http", start) ? findAdres(tekst, start) : undefined;
}

/** "Aanhangsel Handelingen II 2019/20, nr. 89, antwoord op vraag 3": the vraag is one of the set named just before it. */
function withReeks(tekst: string, verwijzing: GevondenVerwijzing, vorige?: GevondenVerwijzing): GevondenVerwijzing {
  if (verwijzing.soort !== "vraag" || verwijzing.kamervraag || !vorige?.kamervraag || !vorige.url) return verwijzing;
  if (verwijzing.van - vorige.tot > LANGSTE_NAAST) return verwijzing;
  const between = tekst.slice(vorige.tot, verwijzing.van);
  if (!(vorige.soort === "vraag" ? IN_LIJST : NAAST).test(between)) return verwijzing;
  return { ...verwijzing, url: vorige.url, kamervraag: vorige.kamervraag };
}
const LANGSTE_NAAST = 40;
const NAAST = /^\)?[,;:]?\s{0,2}\(?(?:(?:bij|in|onder|het|de|mijn|uw)\s{1,2}){0,3}$/;
const IN_LIJST = /^\s{0,2}(?:,|en|of|t\/m|tot en met|[-–])(?:\s{1,2}en)?\s{0,2}$/;

function readAt(tekst: string, at: number, code: number): Vondst | undefined {
  const key =
    (klasseOf(code) * KLASSEN + klasseOf(tekst.charCodeAt(at + 1))) * KLASSEN + klasseOf(tekst.charCodeAt(at + 2));
  const lijst = TABEL[key];
  if (!lijst) return undefined;
  for (const regel of LIJSTEN[lijst] ?? []) {
    const vondst = regel(tekst, at);
    if (vondst) return vondst;
  }
  return undefined;
}
