/** Cuts the text of a note into the parts that tell a source: words, titles between quotes, addresses, references. */
import type { VerwijzingSoort } from "../verwijzingen/verwijzing.ts";

export type Deel = Woord | Titel | Adres | Verwijzing;

interface Plaats {
  readonly van: number;
  readonly tot: number;
  /** Punctuation right before and right behind it. */
  readonly voor: string;
  readonly na: string;
}

export interface Woord extends Plaats {
  readonly soort: "woord";
  readonly tekst: string;
  /** The text from here on, as far as a date goes. */
  readonly rest: string;
}

/** A title between quotes: «…», “…”, "…", ‘…’, '…'. */
export interface Titel extends Plaats {
  readonly soort: "titel";
  readonly tekst: string;
}

export interface Adres extends Plaats {
  readonly soort: "adres";
  /** The address itself, healed where it was broken. */
  readonly tekst: string;
  /** Whether it stands there without "https://" or "www.", as words that are no link. */
  readonly isKaal: boolean;
}

export interface Verwijzing extends Plaats {
  readonly soort: "verwijzing";
  readonly tekst: string;
  readonly verwijzing: Exclude<VerwijzingSoort, "web">;
  readonly url?: string;
}

/** An address or a reference that was found in the text. */
export interface Vondst {
  readonly van: number;
  readonly tot: number;
  readonly soort: VerwijzingSoort;
  readonly isKaal?: boolean;
  readonly url?: string;
}

const DATUMLENGTE = 40;
const VOOR = /^[([{«“‘"'.,:;–-]+(?=.)/;
const NA = /[)\]}»”’"',.:;!?…]+$/;

/** Cuts a text into parts; `vondsten` are ascending and do not overlap. White space, quotes and punctuation are no parts. */
export function toDelen(tekst: string, vondsten: readonly Vondst[]): readonly Deel[] {
  const bekend: readonly (Vondst | Titelplaats)[] = [...vondsten, ...findTitels(tekst, vondsten)].sort(
    (a, b) => a.van - b.van,
  );
  const delen: Deel[] = [];
  let at = 0;
  for (const een of bekend) {
    pushWoorden(tekst, at, een.van, delen);
    at = Math.max(at, een.tot);
    const na = /^[^\p{L}\p{N}\s]{0,4}/u.exec(tekst.slice(een.tot, een.tot + 4))?.[0] ?? "";
    const plaats = { van: een.van, tot: een.tot, voor: "", na };
    if ("soort" in een) delen.push(toVondstdeel(een, tekst, plaats));
    else delen.push({ soort: "titel", tekst: tekst.slice(een.van, een.tot), ...plaats });
  }
  pushWoorden(tekst, at, tekst.length, delen);
  return delen;
}

type Titelplaats = Pick<Plaats, "van" | "tot">;

function toVondstdeel(vondst: Vondst, tekst: string, plaats: Plaats): Deel {
  if (vondst.soort === "web")
    return {
      soort: "adres",
      tekst: vondst.url ?? tekst.slice(vondst.van, vondst.tot),
      isKaal: vondst.isKaal === true,
      ...plaats,
    };
  const { soort: verwijzing, url } = vondst;
  return {
    soort: "verwijzing",
    verwijzing,
    tekst: tekst.slice(vondst.van, vondst.tot),
    ...(url ? { url } : {}),
    ...plaats,
  };
}

function pushWoorden(tekst: string, van: number, tot: number, delen: Deel[]): void {
  for (const { 0: raw, index } of tekst.slice(van, tot).matchAll(/[^\s\u00a0]+/g)) {
    const voor = VOOR.exec(raw)?.[0] ?? "";
    const kern = raw.slice(voor.length);
    const na = NA.exec(kern)?.[0] ?? "";
    const woord = kern.slice(0, kern.length - na.length);
    if (woord === "") {
      // Punctuation by itself: a dash or a bar is a word, the rest belongs to what stands before it.
      if (/^[|–—•/-]+$/.test(raw))
        delen.push({
          soort: "woord",
          tekst: raw,
          van: van + index,
          tot: van + index + raw.length,
          voor: "",
          na: "",
          rest: "",
        });
      continue;
    }
    const begin = van + index + voor.length;
    delen.push({
      soort: "woord",
      tekst: woord,
      van: begin,
      tot: begin + woord.length,
      voor,
      na,
      rest: tekst.slice(begin, begin + DATUMLENGTE),
    });
  }
}

const PAREN: Readonly<Record<string, string>> = {
  "«": "»",
  "“": "”",
  "„": "”",
  "‘": "’",
  "'": "'",
  '"': '"',
  "’": "’",
  "”": "”",
};

// The first closing quote ends a title, also where another one opened inside it. One that is never closed is no title.
function findTitels(tekst: string, vondsten: readonly Vondst[]): readonly Titelplaats[] {
  const titels: Titelplaats[] = [];
  const gemist = new Set<string>();
  let vondst = 0;
  for (let at = 0; at < tekst.length; at += 1) {
    while ((vondsten[vondst]?.tot ?? Number.POSITIVE_INFINITY) <= at) vondst += 1;
    const hier = vondsten[vondst];
    if (hier && hier.van <= at) {
      at = hier.tot - 1;
      continue;
    }
    const open = tekst[at] ?? "";
    const dicht = PAREN[open];
    if (dicht === undefined || gemist.has(open) || !isOpening(tekst, at, open)) continue;
    const tot = findSluiting(tekst, at, dicht);
    if (tot === undefined) gemist.add(open);
    else {
      // Quotes around an address or a reference make no title of it.
      if (hier && hier.van < tot) continue;
      titels.push({ van: at, tot });
      at = tot - 1;
    }
  }
  return titels;
}

// An apostrophe inside a word opens nothing.
function isOpening(tekst: string, at: number, open: string): boolean {
  if (open === "«" || open === "“" || open === "„") return true;
  return /^[\s\u00a0(,:;]?$/.test(tekst[at - 1] ?? "") && /\S/.test(tekst[at + 1] ?? "");
}

const MAX_TITEL = 600;

function findSluiting(tekst: string, at: number, dicht: string): number | undefined {
  const isDubbel = dicht === "»" || dicht === "”" || dicht === '"';
  const end = Math.min(tekst.length, at + MAX_TITEL);
  for (let index = at + 1; index < end; index += 1) {
    const teken = tekst[index];
    const sluit = teken === dicht || (dicht === "’" && teken === "'") || (dicht === "'" && teken === "’");
    if (sluit && (isDubbel || !/[\p{L}\p{N}]/u.test(tekst[index + 1] ?? ""))) return index + 1;
  }
  return undefined;
}
