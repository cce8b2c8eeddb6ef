/**
 * Page furniture in the text of a PDF: what the printer put around the text of every page. Each rule knows one kind of line;
 * what stands glued to it ("Aanhangsel 1Vraag 3") goes on as a line of its own.
 * @see docs/formats/tekstvormen.md#paginawerk
 */
import type { Stuk } from "../gelezen.ts";
import type { Regel } from "./regels.ts";

/** One rule: how many characters at the beginning of a line are furniture. */
interface Paginaregel {
  readonly regel: string;
  readonly patroon: RegExp;
  /** Whether a page ends here. */
  readonly isPaginaeinde: boolean;
}

// "ISSN 0921 - 7398’s-Gravenhage 2030Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 1", in one line or in several.
const VOET =
  /^(?=\S)(?:ISSN\s*\d{4}\s*-\s*\d{3}[\dX])?\s*(?:[’'‘´`]s-Gravenhage\s*\d{4})?\s*(?:(?:Tweede|Eerste)\s+Kamer,\s*vergaderjaar\s*\d{4}\s*[-–]\s*\d{4},\s*(?:Aanhangsel|Vragen)(?!\s+van)(?:\s*\d{1,3}(?!\d))?)?/;

const PAGINAREGELS: readonly Paginaregel[] = [
  { regel: "paginavoet", patroon: VOET, isPaginaeinde: true },
  { regel: "paginascheiding", patroon: /^-{3,}$/, isPaginaeinde: true },
  // A line of underscores between the text and its notes.
  { regel: "scheidingslijn", patroon: /^_{5,}$/, isPaginaeinde: false },
];

/** "ah-tk-20302031-77" alone on a line; a converter to Markdown makes "h tk 20302031 77" of it. */
const KENMERKREGEL =
  /^(?:(?:kv|ah)-(?:tk|ek)-[\dA-Za-z]+(?:-[\dA-Za-z]+)*|(?:[ak]?[hv])\s+(?:tk|ek)\s+\w+(?:\s+\d+)?)$/;

export interface Paginas {
  /** The lines of each page, furniture taken out. */
  readonly paginas: readonly (readonly Regel[])[];
  readonly stukken: readonly Stuk[];
  /** The identifier in the footer. */
  readonly id?: string;
  /** Whether the text shows page furniture at all: then it came from a PDF, line by line. */
  readonly isGepagineerd: boolean;
}

/** Takes the furniture out of a text and divides it into pages. */
export function splitPaginas(regels: readonly Regel[]): Paginas {
  const paginas: Regel[][] = [[]];
  const stukken: Stuk[] = [];
  let id: string | undefined;
  let isGepagineerd = false;
  for (const [index, regel] of regels.entries()) {
    const found = furnitureOf(regel.tekst);
    if (found) {
      stukken.push({ tekst: found.tekst, regel: found.regel });
      isGepagineerd ||= found.regel !== "scheidingslijn";
      if (found.isPaginaeinde) paginas.push([]);
      if (found.rest !== "") paginas.at(-1)?.push({ tekst: found.rest, nr: regel.nr });
    } else if (KENMERKREGEL.test(regel.tekst) && isNearFurniture(regels, index)) {
      stukken.push({ tekst: regel.tekst, regel: "paginavoet" });
      if (/^(?:kv|ah)-/.test(regel.tekst)) id ??= regel.tekst;
    } else paginas.at(-1)?.push(regel);
  }
  return {
    paginas: paginas.map(trimEmpty).filter((pagina) => pagina.length > 0),
    stukken,
    ...(id ? { id } : {}),
    isGepagineerd,
  };
}

// Empty lines beside the furniture are part of it: a sentence may go on over them.
function trimEmpty(pagina: readonly Regel[]): readonly Regel[] {
  const first = pagina.findIndex(({ tekst }) => tekst !== "");
  return first === -1 ? [] : pagina.slice(first, pagina.findLastIndex(({ tekst }) => tekst !== "") + 1);
}

function furnitureOf(tekst: string) {
  for (const { regel, patroon, isPaginaeinde } of PAGINAREGELS) {
    const found = patroon.exec(tekst)?.[0].trimEnd() ?? "";
    const rest = tekst.slice(found.length).trim();
    // A sentence that begins like a footer goes on in lower case.
    if (found !== "" && !/^[\p{Ll}.,;:)]/u.test(rest)) {
      const isEinde = isPaginaeinde && (regel !== "paginavoet" || /vergaderjaar/.test(found));
      return { regel, tekst: found, rest, isPaginaeinde: isEinde };
    }
  }
  return undefined;
}

// The identifier stands just above the rest of the footer, with empty lines between.
function isNearFurniture(regels: readonly Regel[], index: number): boolean {
  const around = [-1, 1].flatMap((step) => nextFilled(regels, index, step) ?? []);
  return around.some((tekst) => furnitureOf(tekst) !== undefined) || nextFilled(regels, index, 1) === undefined;
}

function nextFilled(regels: readonly Regel[], index: number, step: number): string | undefined {
  for (let at = index + step; at >= 0 && at < regels.length && Math.abs(at - index) <= 6; at += step) {
    const tekst = regels[at]?.tekst ?? "";
    if (tekst !== "") return tekst;
  }
  return undefined;
}
