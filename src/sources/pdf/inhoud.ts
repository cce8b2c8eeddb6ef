/** The words of lines as the inline elements of the official XML. */
import type { Stuk } from "../gelezen.ts";
import { element, noot } from "../opmaak.ts";
import type { XmlElement, XmlKnoop } from "../xml-boom.ts";
import { isApart, type Regel, type Run, tekstOf } from "./blad.ts";
import { lasOf, type Woordenlijst } from "./las.ts";
import type { Noottekst, Verwijzingen } from "./noten.ts";

/** What the words of a document need to know of the rest of it. */
export interface Verband {
  readonly lijst: Woordenlijst;
  readonly verwijzingen: Verwijzingen;
  /** The note as an element. */
  readonly toNoot: (tekst: Noottekst) => XmlElement;
  /** Receives what is left out. */
  readonly stukken: Stuk[];
}

type Stijl = "" | "vet" | "cur" | "vetcur";

interface Woorden {
  tekst: string;
  readonly stijl: Stijl;
}

type Deel = Woorden | XmlElement;

/** The content of one paragraph: its lines joined. `isKop` leaves bold letters unmarked: the heading is. */
export function inhoudOf(regels: readonly Regel[], verband: Verband, isKop = false): readonly XmlKnoop[] {
  const delen: Deel[] = [];
  for (const regel of regels) {
    if (delen.length > 0) joinLines(delen, regel, verband);
    addRegel(delen, regel, verband, isKop);
  }
  return delen.flatMap((deel): readonly XmlKnoop[] => {
    if (!isWoorden(deel)) return [deel];
    if (deel.tekst === "") return [];
    return [deel.stijl === "" ? deel.tekst : element("nadruk", [deel.tekst], { attributen: { type: deel.stijl } })];
  });
}

function isWoorden(deel: Deel | undefined): deel is Woorden {
  return deel !== undefined && "stijl" in deel;
}

function joinLines(delen: Deel[], regel: Regel, { lijst, stukken }: Verband): void {
  const first = regel.runs[0];
  const last = delen.at(-1);
  // A raised figure at the beginning of a line belongs to the word before it.
  if (first?.hoogte) return;
  if (!isWoorden(last)) {
    addTekst(delen, " ", "");
    return;
  }
  const { tussen, weg } = lasOf(tailOf(delen), tekstOf(regel), lijst);
  if (weg > 0) {
    stukken.push({ tekst: last.tekst.slice(-weg), regel: "afbreekstreepje" });
    last.tekst = last.tekst.slice(0, -weg);
  }
  addTekst(delen, tussen, "");
}

// The last word can have changed its letters on the way: it is longer than the last piece.
function tailOf(delen: readonly Deel[]): string {
  let tail = "";
  for (let index = delen.length - 1; index >= 0; index -= 1) {
    const deel = delen[index];
    if (!isWoorden(deel)) break;
    tail = deel.tekst + tail;
    if (/\s/.test(tail)) break;
  }
  return tail;
}

function addRegel(delen: Deel[], regel: Regel, verband: Verband, isKop: boolean): void {
  const isEnd = (index: number) => index === regel.runs.length - 1;
  regel.runs.forEach((run, index) => {
    if (isApart(regel.runs[index - 1], run)) addTekst(delen, " ", "");
    const kern = run.tekst.replace(/\s+/g, " ").trim();
    if (run.hoogte) {
      for (const deel of hoogteOf(run, kern, verband)) delen.push(deel);
      return;
    }
    // A soft hyphen says where a word may be broken; only the last one of a line shows.
    const tekst = kern.replace(isEnd(index) ? /\u00ad(?!$)/g : /\u00ad/g, "");
    const zacht = kern.length - tekst.length;
    if (zacht > 0) verband.stukken.push({ tekst: "\u00ad".repeat(zacht), regel: "zacht-streepje" });
    addTekst(delen, tekst, stijlOf(run, isKop));
  });
}

function stijlOf({ isVet, isCursief }: Run, isKop: boolean): Stijl {
  if (isVet && !isKop) return isCursief ? "vetcur" : "vet";
  return isCursief ? "cur" : "";
}

// A space takes the style of the words before it when the words behind it have the same.
function addTekst(delen: Deel[], tekst: string, stijl: Stijl): void {
  if (tekst === "") return;
  const last = delen.at(-1);
  const before = delen.at(-2);
  if (tekst === " ") {
    if (isWoorden(last) && last.stijl === "") last.tekst = last.tekst.endsWith(" ") ? last.tekst : `${last.tekst} `;
    else delen.push({ tekst: " ", stijl: "" });
  } else if (isWoorden(last) && last.stijl === stijl) last.tekst += tekst;
  else if (isWoorden(last) && last.tekst === " " && isWoorden(before) && before.stijl === stijl) {
    delen.pop();
    before.tekst += ` ${tekst}`;
  } else delen.push({ tekst, stijl });
}

// "2, 3" are two calls with a comma between them.
function hoogteOf(run: Run, kern: string, { verwijzingen, toNoot, stukken }: Verband): readonly XmlElement[] {
  const soort = run.hoogte === "inf" ? "inf" : "sup";
  const noten = verwijzingen.noten.get(run);
  if (!noten) return [element(soort, [kern])];
  return kern.split(/(\d+)/).flatMap((part): readonly XmlElement[] => {
    if (part.trim() === "") return [];
    const tekst = noten.get(part);
    if (tekst) {
      stukken.push({ tekst: part, regel: "feit:nootnummer" });
      return [toNoot(tekst)];
    }
    if (/^[()[\].]+$/.test(part)) {
      stukken.push({ tekst: part, regel: "haakje-om-nootmerk" });
      return [];
    }
    return [element("sup", [part])];
  });
}

/** A note as an element, with its number once more taken from its own text: what stands beside the number is left out. */
export function nootOf(
  { nummer, id, rest }: Noottekst,
  alineas: readonly (readonly XmlKnoop[])[],
  stukken: Stuk[],
): XmlElement {
  if (rest !== "") stukken.push({ tekst: rest, regel: "haakje-om-nootnummer" });
  return noot(nummer, alineas, id);
}
