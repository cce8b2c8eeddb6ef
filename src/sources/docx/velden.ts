/**
 * Fields of a Word file: a command (`HYPERLINK "https://…"`, `PAGE`) between a begin and a separate mark, what it came to
 * between that and an end mark. Fields stand in each other and run on over paragraphs.
 */
import { allOf } from "../tekstverwerker/pakket.ts";
import type { XmlElement } from "../xml-boom.ts";

export interface Velden {
  /** Takes note of a `w:fldChar`. */
  readonly onMark: (mark: XmlElement) => void;
  readonly onOpdracht: (tekst: string) => void;
  /** Whether the text here is part of a command. */
  readonly isInOpdracht: () => boolean;
  /** The address that the text here links to. */
  readonly findDoel: () => string | undefined;
}

/** Follows the fields of a part. A field without an end, in a damaged file, is no field: it would swallow the rest. */
export function createVelden(wortel: XmlElement): Velden {
  const heel = findHele(wortel);
  const open: Veld[] = [];
  const isIn = (veld: Veld | undefined) => veld !== undefined && (veld.isBuitenInOpdracht || !veld.isUitkomst);
  const doelOf = (veld: Veld | undefined) => veld && (findHyperlink(veld.opdracht) ?? veld.doelBuiten);
  return {
    onMark: (mark) => {
      if (!heel.has(mark)) return;
      const type = typeOf(mark);
      const last = open.at(-1);
      if (type === "begin")
        open.push({ opdracht: "", isUitkomst: false, isBuitenInOpdracht: isIn(last), doelBuiten: doelOf(last) });
      else if (type === "separate" && last) last.isUitkomst = true;
      else if (type === "end") open.pop();
    },
    onOpdracht: (tekst) => {
      const last = open.at(-1);
      if (last && !last.isUitkomst) last.opdracht += tekst;
    },
    isInOpdracht: () => isIn(open.at(-1)),
    findDoel: () => doelOf(open.at(-1)),
  };
}

/** A field that is not closed yet, and what the fields around it are at this point. */
interface Veld {
  opdracht: string;
  isUitkomst: boolean;
  readonly isBuitenInOpdracht: boolean;
  readonly doelBuiten: string | undefined;
}

function typeOf(mark: XmlElement): string | undefined {
  return mark.attributen["w:fldCharType"];
}

function findHele(wortel: XmlElement): ReadonlySet<XmlElement> {
  const heel = new Set<XmlElement>();
  const open: { begin: XmlElement; separate?: XmlElement }[] = [];
  for (const mark of allOf(wortel, "w:fldChar")) {
    const type = typeOf(mark);
    const last = open.at(-1);
    if (type === "begin") open.push({ begin: mark });
    else if (type === "separate" && last) last.separate = mark;
    else if (type === "end" && last) {
      open.pop();
      heel.add(last.begin).add(mark);
      if (last.separate) heel.add(last.separate);
    }
  }
  return heel;
}

/** The address in a `HYPERLINK` command; a place in the document itself is none. */
export function findHyperlink(opdracht: string): string | undefined {
  return /^\s*HYPERLINK\s+"?([^"\s\\][^"\s]*)/.exec(opdracht)?.[1];
}
