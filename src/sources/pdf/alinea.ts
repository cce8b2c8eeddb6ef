/**
 * Lines to paragraphs. Official pages set no white between paragraphs: a new one shows by the line before it, which ends
 * though the next word would still have fitted.
 * @see docs/formats/pdf.md#alineas
 */
import { maxOf, medianOf, type Regel, tekstOf } from "./blad.ts";

export interface Alinea {
  readonly soort: "alinea";
  readonly regels: readonly Regel[];
}

/** How the lines of a document are set, per size of letter. */
export interface Zetting {
  /** Distance between two lines of a paragraph. */
  readonly afstandOf: (regel: Regel) => number;
  /** Where the longest lines that begin about here end. */
  readonly rechtsOf: (regel: Regel) => number;
}

export function zettingOf(regels: readonly Regel[]): Zetting {
  const steps = new Map<number, number[]>();
  const edges = new Map<number, Map<number, number>>();
  regels.forEach((regel, index) => {
    const size = sizeKey(regel);
    const before = regels[index - 1];
    const step = before && before.blad === regel.blad && sizeKey(before) === size ? regel.y - before.y : 0;
    if (step > 0.8 * regel.grootte && step < 2.6 * regel.grootte) {
      const own = steps.get(size) ?? [];
      own.push(step);
      steps.set(size, own);
    }
    const own = edges.get(size) ?? new Map<number, number>();
    const left = Math.round(regel.x0);
    own.set(left, Math.max(own.get(left) ?? 0, regel.x1));
    edges.set(size, own);
  });
  const medians = new Map([...steps].map(([size, own]) => [size, own.length > 2 ? medianOf(own) : undefined]));
  const rights = new Map<string, number>();
  return {
    afstandOf: (regel) => medians.get(sizeKey(regel)) ?? 1.25 * regel.grootte,
    rechtsOf: (regel) => {
      const key = `${sizeKey(regel)} ${Math.round(regel.x0)}`;
      const known = rights.get(key);
      if (known !== undefined) return known;
      const near = [...(edges.get(sizeKey(regel)) ?? [])].filter(([left]) => Math.abs(left - regel.x0) <= INSPRINGING);
      const right = maxOf(near, ([, x1]) => x1);
      rights.set(key, right);
      return right;
    },
  };
}

/** Lines that begin this near to each other share a right edge, in points. */
const INSPRINGING = 45;

function sizeKey({ grootte }: Regel): number {
  return Math.round(grootte * 2);
}

/** The paragraphs in lines that stand in reading order. */
export function alineasOf(regels: readonly Regel[], zetting: Zetting): readonly Alinea[] {
  const alineas: Regel[][] = [];
  for (const regel of regels) {
    const alinea = alineas.at(-1);
    if (alinea && gaatDoor(alinea, regel, zetting)) alinea.push(regel);
    else alineas.push([regel]);
  }
  return alineas.map((own) => ({ soort: "alinea", regels: own }));
}

/** Whether a line goes on with a paragraph, on the same page, in the next column or on the next page. */
export function gaatDoor(alinea: readonly Regel[], regel: Regel, zetting: Zetting): boolean {
  const vorige = alinea.at(-1);
  if (!vorige || Math.abs(vorige.grootte - regel.grootte) > 0.06 * regel.grootte) return false;
  if (isVraagkop(tekstOf(regel)) || (alinea.length === 1 && isVraagkop(tekstOf(vorige)))) return false;
  const tekst = withoutHoogte(vorige);
  const isAf = /[.?!:;…”»’"')\]]$/.test(tekst);
  if (isOver(vorige, regel)) {
    if (vorige.blad === regel.blad && (isAf || !/^[\p{Ll}\d(«]/u.test(tekstOf(regel)))) return false;
  } else {
    const step = regel.y - vorige.y;
    if (step < 0.3 * regel.grootte || step > 1.28 * zetting.afstandOf(regel)) return false;
  }
  const over = roomAfter(vorige, regel, zetting);
  const isKort = over > KRAP * regel.grootte;
  const ruimte = zetting.rechtsOf(vorige) - vorige.x1;
  if (isKort && (isAf || ruimte > 0.4 * (zetting.rechtsOf(vorige) - vorige.x0))) return false;
  if (over > RUIM * regel.grootte && /^[\p{Lu}\d]/u.test(tekstOf(regel))) return false;
  const inspringing = (regel.x0 - vorige.x0) / regel.grootte;
  const isItem = IS_ITEM.test(tekstOf(regel));
  if (isItem && (isAf || isKort || /[,]$|\s(?:en|of)$/.test(tekst) || Math.abs(inspringing) > 0.4)) return false;
  if (vorige.blad !== regel.blad) return true;
  if (inspringing > 0.5) return !isAf || (alinea.length === 1 && IS_ITEM.test(tekstOf(vorige)));
  if (inspringing < -0.5) return alinea.length === 1 ? !isItem : !isAf;
  return true;
}

// The line stands on another page, or at the top of another column.
function isOver(vorige: Regel, regel: Regel): boolean {
  return vorige.blad !== regel.blad || (regel.y <= vorige.y && regel.x0 > vorige.x1);
}

/** Room left on a line behind the first word of the next, in ems: the width of that word is a guess. */
const KRAP = 0.6;
/** With so much room left, a line has ended on purpose, whatever it ends with. */
const RUIM = 2;

function roomAfter(vorige: Regel, regel: Regel, zetting: Zetting): number {
  const tekst = tekstOf(regel);
  const woord = /^\S+/.exec(tekst)?.[0] ?? "";
  const breedte = ((regel.x1 - regel.x0) / Math.max(1, tekst.length)) * woord.length;
  return zetting.rechtsOf(vorige) - (vorige.x1 + breedte + 0.25 * regel.grootte);
}

function withoutHoogte(regel: Regel): string {
  const runs = regel.runs.filter(({ hoogte }) => hoogte === undefined);
  return tekstOf({ runs: runs.length > 0 ? runs : regel.runs });
}

const IS_ITEM = /^(?:[-–—•·‧∙▪■●○◦*]|\[\d{1,3}\]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S/;

/** Whether a line is the heading of a vraag or antwoord. */
export function isVraagkop(tekst: string): boolean {
  return tekst.length < 120 && IS_VRAAGKOP.test(tekst);
}

const IS_VRAAGKOP =
  /^(?:(?:Nader |Aanvullend )?(?:Vraag|Vragen|Antwoord|Antwoorden)(?: op (?:de )?(?:vraag|vragen))?(?:\s\d{1,3}[a-z]?(?:(?:\s|,|en|t\/m|tot|met|[-–&])+\d{1,3}[a-z]?)*)?|Mededeling(?:en)?|Toelichting(?:en)?)\s?[.:]?$/i;
