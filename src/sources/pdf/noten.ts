/**
 * Notes at the foot of the page, and the raised figures that call them.
 * @see docs/formats/pdf.md#noten
 */
import { type Regel, type Run, regelOf, tekstOf } from "./blad.ts";
import type { Regels, Tabel } from "./tabel.ts";

export interface Noottekst {
  readonly id: string;
  readonly nummer: string;
  readonly blad: number;
  /** The lines of the note, without its number. */
  readonly regels: Regel[];
  /** The run or the first letters that are its number, where something more stands there: "1." or "(1)". */
  readonly rest: string;
}

type Deel = Tabel | Regels;

export interface Voet {
  readonly delen: readonly Deel[];
  readonly noten: readonly Noottekst[];
}

/** Letters of a note are at most this share of those of the text. */
const NOOTGROOTTE = 0.93;

/** Takes the notes from the foot of every page. */
export function splitNoten(bladen: readonly (readonly Deel[])[], lichaam: number): readonly Voet[] {
  let vorige: Noottekst | undefined;
  return bladen.map((delen, blad) => {
    const last = delen.at(-1);
    if (last?.soort !== "regels") {
      vorige = undefined;
      return { delen, noten: [] };
    }
    const voet = voetOf(last.regels, lichaam);
    const inVoet = new Set(voet);
    const merken = merkenIn(delen, inVoet);
    const start = voet.findIndex((regel) => isNootbegin(regel, merken));
    const tabel = delen.at(-2);
    const isVanTabel =
      start === 0 && voet.length === last.regels.length && tabel?.soort === "tabel" && isTabelnoot(voet, tabel);
    const genomen = new Set<Regel>();
    const noten: Noottekst[] = [];
    const eerste = isVanTabel || start === -1 ? voet.length : start;
    const vervolg = vorige && !isVanTabel ? vervolgAt(voet, eerste, vorige) : [];
    for (const regel of vervolg) {
      vorige?.regels.push(regel);
      genomen.add(regel);
    }
    for (const regel of voet.slice(eerste)) {
      const begin = isNootbegin(regel, merken) ? readBegin(regel) : undefined;
      const open = begin ? undefined : noten.findLast((noot) => isOnder(noot, regel));
      if (begin) noten.push({ ...begin, id: `n${blad + 1}-${noten.length + 1}`, blad });
      else open?.regels.push(regel);
      if (begin || open) genomen.add(regel);
    }
    vorige = noten.at(-1) ?? (vervolg.length > 0 ? vorige : undefined);
    const kept: Deel = { soort: "regels", regels: last.regels.filter((regel) => !genomen.has(regel)) };
    return { delen: [...delen.slice(0, -1), ...(kept.regels.length > 0 ? [kept] : [])], noten };
  });
}

// Small lines with nothing larger below them: at the foot of the page, or in the margin, where old pages have their notes.
function voetOf(regels: readonly Regel[], lichaam: number): readonly Regel[] {
  const voet: Regel[] = [];
  let [x0, x1] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const regel of regels.toReversed()) {
    if (regel.grootte > NOOTGROOTTE * lichaam) [x0, x1] = [Math.min(x0, regel.x0), Math.max(x1, regel.x1)];
    else if (regel.x1 < x0 || regel.x0 > x1) voet.push(regel);
  }
  return voet.reverse();
}

function isOnder({ regels }: Noottekst, regel: Regel): boolean {
  const last = regels.at(-1);
  if (!last) return true;
  const step = regel.y - last.y;
  return regel.x0 < last.x1 && regel.x1 > last.x0 - INSPRINGING && step >= 0 && step < 2 * regel.grootte;
}

/** How far left of its first line, behind the number, a note may go on, in points. */
const INSPRINGING = 20;

// A note of the page before goes on right above the first note of this page, in the middle of a sentence.
function vervolgAt(voet: readonly Regel[], end: number, vorige: Noottekst): readonly Regel[] {
  const last = vorige.regels.at(-1);
  if (!last || /[.?!)\]/]$/.test(tekstOf(last))) return [];
  let from = end;
  for (; from > 0; from -= 1) {
    const [regel, next] = [voet[from - 1], voet[from]];
    if (!regel || Math.abs(regel.grootte - last.grootte) > 0.1) break;
    if (next && (next.y - regel.y > 1.6 * regel.grootte || next.x0 > regel.x1)) break;
  }
  const first = voet[from];
  return first && from < end && /^[\p{Ll}\d(«/%]/u.test(tekstOf(first)) ? voet.slice(from, end) : [];
}

// The note right under a table, called in the table, is the table's.
function isTabelnoot(voet: readonly Regel[], tabel: Tabel): boolean {
  const first = voet[0];
  const cellen = tabel.rijen.flat(2);
  const bottom = cellen.reduce((max, { y }) => Math.max(max, y), 0);
  if (!first || first.y - bottom > 3.5 * first.grootte) return false;
  const nummer = readBegin(first)?.nummer;
  return nummer !== undefined && merkenIn([tabel]).has(nummer);
}

function isNootbegin(regel: Regel, merken: ReadonlySet<string>): boolean {
  const begin = readBegin(regel);
  if (!begin) return false;
  return regel.runs[0]?.hoogte === "sup" || merken.has(begin.nummer);
}

function readBegin(regel: Regel): { nummer: string; rest: string; regels: Regel[] } | undefined {
  const [first, ...others] = regel.runs;
  if (!first) return undefined;
  const isLoos = first.hoogte === "sup";
  const [kop = "", voor = "", nummer = "", na = ""] = (isLoos ? RAISED : LEADING).exec(first.tekst.trim()) ?? [];
  if (nummer === "" || (!isLoos && kop.length === first.tekst.trim().length && others.length === 0)) return undefined;
  const tekst = first.tekst.trimStart().slice(kop.length);
  const own: Run[] = tekst.trim() === "" ? others : [{ ...first, tekst: tekst.trimStart() }, ...others];
  return { nummer, rest: `${voor}${na}`, regels: own.length > 0 ? [regelOf(own, regel.y, regel.blad)] : [] };
}

const RAISED = /^([([]?)(\d{1,3})([.)\]]*)$/;
const LEADING = /^([([]?)(\d{1,3})([.)\]]*)(?=\s|$)/;

const IS_MERK = /^[([]?\d{1,3}(?:\s?,\s?\d{1,3})*[)\]]?$/;

/** The numbers in a raised figure: one as a rule, "2, 3" at times. */
export function nummersIn(run: Run): readonly string[] {
  if (run.hoogte !== "sup" || !IS_MERK.test(run.tekst.trim())) return [];
  return run.tekst.match(/\d+/g) ?? [];
}

function merkenIn(delen: readonly Deel[], behalve: ReadonlySet<Regel> = new Set()): ReadonlySet<string> {
  const regels = delen.flatMap((deel) => (deel.soort === "tabel" ? deel.rijen.flat(2) : deel.regels));
  return new Set(regels.flatMap((regel) => (behalve.has(regel) ? [] : regel.runs.flatMap(nummersIn))));
}

/** Which note a raised figure calls. A note has one call: what comes after is a figure. */
export interface Verwijzingen {
  readonly noten: ReadonlyMap<Run, ReadonlyMap<string, Noottekst>>;
  /** Figures that no note has. */
  readonly zonderTekst: readonly Run[];
  /** Notes that no figure calls. */
  readonly zonderMerk: ReadonlySet<Noottekst>;
}

/** Ties calls, in reading order, to notes: on the same page first, then further on. */
export function bindNoten(regels: readonly Regel[], noten: readonly Noottekst[]): Verwijzingen {
  const open = new Set(noten);
  const byNummer = new Map<string, Noottekst[]>();
  for (const noot of noten) byNummer.set(noot.nummer, [...(byNummer.get(noot.nummer) ?? []), noot]);
  const bound = new Map<Run, Map<string, Noottekst>>();
  const merken = regels.flatMap((regel) =>
    regel.runs.flatMap((run, index) =>
      nummersIn(run).map((nummer) => ({
        run,
        nummer,
        blad: regel.blad,
        isMacht: isMacht(regel.runs[index - 1], run),
        // Before the words of a line it is the number of a note that stayed text, under a table.
        isVoorop: index === 0 && regel.runs.length > 1,
      })),
    ),
  );
  const bind = (isNear: (noot: Noottekst, blad: number) => boolean, candidates: typeof merken) => {
    for (const { run, nummer, blad } of candidates) {
      const own = bound.get(run) ?? new Map<string, Noottekst>();
      const noot = own.has(nummer)
        ? undefined
        : byNummer.get(nummer)?.find((candidate) => open.has(candidate) && isNear(candidate, blad));
      if (!noot) continue;
      open.delete(noot);
      bound.set(run, own.set(nummer, noot));
    }
  };
  const zeker = merken.filter((merk) => !merk.isMacht);
  bind((noot, blad) => noot.blad === blad, zeker);
  bind((noot, blad) => noot.blad === blad + 1, zeker);
  bind((noot, blad) => noot.blad > blad, zeker);
  const zonderTekst = zeker.filter(
    ({ run, nummer, isVoorop }) => !isVoorop && !bound.get(run)?.has(nummer) && !byNummer.has(nummer),
  );
  return { noten: bound, zonderTekst: [...new Set(zonderTekst.map(({ run }) => run))], zonderMerk: open };
}

// m² and km³ call no note.
function isMacht(before: Run | undefined, { tekst }: Run): boolean {
  return /^[23]$/.test(tekst.trim()) && /(?:^|[\s\d(/])(?:[kcdm]?m|ha)$/.test(before?.tekst ?? "");
}
