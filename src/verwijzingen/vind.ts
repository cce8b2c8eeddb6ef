/**
 * Finds references in plain text: Kamerstukken, Aanhangsel, vraagnummers, laws, web addresses and so on.
 * @see docs/formats/verwijzingen.md
 */
import { findBlad } from "./bladen.ts";
import { findEcli } from "./ecli.ts";
import { findAanhangsel, findHandelingen } from "./handelingen.ts";
import { findKaalKamerstuk, findKamerstuk } from "./kamerstuk.ts";
import { findIdentificatie, findKamerdocument, findVraagnummer } from "./nummers.ts";
import type { GevondenVerwijzing, Regel } from "./verwijzing.ts";
import { findAdres } from "./web.ts";

export type { GevondenVerwijzing, VerwijzingSoort } from "./verwijzing.ts";

/** The first letters (lower case) or first digit of what each rule reads. */
const REGELS: readonly (readonly [begin: readonly string[], regel: Regel])[] = [
  [["kamerstuk", "dossier"], findKamerstuk],
  [["aanhangsel"], findAanhangsel],
  [["handelingen"], findHandelingen],
  [["kst", "blg", "nds", "ah", "kv", "h", "ag", "stb", "stcrt", "trb"], findIdentificatie],
  [["stb", "staatsblad", "stcrt", "staatscourant", "trb", "tractatenblad"], findBlad],
  [["ecli"], findEcli],
  [["http", "www"], findAdres],
  [["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], findVraagnummer],
  [["2"], findKamerdocument],
  [["1", "2", "3"], findKaalKamerstuk],
];

// The rules by the first two characters of a word: nearly every word of a text is passed over after one look here.
const BY_BEGIN = new Map<number, (readonly [begin: string, regel: Regel])[]>();
for (const [begins, regel] of REGELS)
  for (const begin of begins) {
    const key = begin.charCodeAt(0);
    const list = BY_BEGIN.get(key) ?? [];
    BY_BEGIN.set(key, list);
    list.push([begin, regel]);
  }

/**
 * Finds the references in the plain text of one paragraph, cell or heading (a note call stands in it as U+FFFC, a line
 * break as "\n"): ascending, never overlapping. What is ambiguous is not found. Linear in the length of the text.
 */
export function findVerwijzingen(tekst: string): readonly GevondenVerwijzing[] {
  const found: GevondenVerwijzing[] = [];
  let isInWord = false;
  for (let at = 0; at < tekst.length; at += 1) {
    const code = tekst.charCodeAt(at);
    if (!isWordCode(code)) {
      isInWord = false;
      continue;
    }
    if (isInWord) continue;
    isInWord = true;
    const vondst = readAt(tekst, at, code);
    if (!vondst) continue;
    found.push(...vondst.verwijzingen);
    at = Math.max(at, vondst.tot - 1);
  }
  return found;
}

function readAt(tekst: string, at: number, code: number) {
  const rules = BY_BEGIN.get(code >= 65 && code <= 90 ? code + 32 : code);
  if (!rules) return undefined;
  const head = tekst.slice(at, at + 16).toLowerCase();
  for (const [begin, regel] of rules) {
    const vondst = head.startsWith(begin) ? regel(tekst, at) : undefined;
    if (vondst) return vondst;
  }
  return undefined;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code >= 192 && code < 0x2000)
  );
}
