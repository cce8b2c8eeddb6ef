/** Text in its dress, as word processors keep it in many small runs, brought to the inline elements of the official XML. */
import type { Stuk } from "../gelezen.ts";
import { element } from "../opmaak.ts";
import type { XmlElement, XmlKnoop } from "../xml-boom.ts";

export interface Tekststijl {
  readonly vet: boolean;
  readonly cursief: boolean;
  readonly hoogte?: "sup" | "inf" | undefined;
  /** Address that the text links to. */
  readonly doel?: string | undefined;
}

/** A run of text, or an element within the line: `br`, `noot`. */
export type Stukje = { readonly tekst: string; readonly stijl: Tekststijl } | { readonly element: XmlElement };

export const GEWOON: Tekststijl = { vet: false, cursief: false };

/** Hyphens that mark where a word may break are no text; a hyphen at which it may not is a hyphen. */
export function tidyTekst(tekst: string, stukken: Stuk[]): string {
  const soft = tekst.split("\u00AD").length - 1;
  if (soft > 0) stukken.push({ tekst: "\u00AD".repeat(soft), regel: "zacht-afbreekstreepje" });
  return tekst.replaceAll("\u00AD", "").replaceAll("\u2011", "-");
}

/** Brings a line to inline elements; without the white space and breaks at its ends. */
export function toInline(stukjes: readonly Stukje[]): readonly XmlKnoop[] {
  return wrapLinks(joinRuns(trimEnds(stukjes)));
}

/** Whether all of a line's ink is bold. */
export function isHeelVet(stukjes: readonly Stukje[]): boolean {
  const inked = stukjes.filter((stukje) => "tekst" in stukje && stukje.tekst.trim() !== "");
  return inked.length > 0 && inked.every((stukje) => "tekst" in stukje && stukje.stijl.vet);
}

export function hasInhoud(stukjes: readonly Stukje[]): boolean {
  return stukjes.some((stukje) => ("tekst" in stukje ? stukje.tekst.trim() !== "" : stukje.element.naam !== "br"));
}

/** The line without the white space and breaks at its ends. */
export function trimEnds(stukjes: readonly Stukje[]): readonly Stukje[] {
  const isWit = (stukje: Stukje) => ("tekst" in stukje ? stukje.tekst.trim() === "" : stukje.element.naam === "br");
  const start = stukjes.findIndex((stukje) => !isWit(stukje));
  if (start === -1) return [];
  const end = stukjes.findLastIndex((stukje) => !isWit(stukje));
  return stukjes.slice(start, end + 1).map((stukje, index) => {
    if (!("tekst" in stukje)) return stukje;
    const { tekst } = stukje;
    const left = index === 0 ? tekst.trimStart() : tekst;
    return { ...stukje, tekst: index === end - start ? left.trimEnd() : left };
  });
}

// White space takes the dress of what stands before it: a bold blank between two plain words is nothing to see.
function joinRuns(stukjes: readonly Stukje[]): readonly Stukje[] {
  const joined: Stukje[] = [];
  let run: { teksten: string[]; stijl: Tekststijl } | undefined;
  const flush = () => {
    if (run) joined.push({ tekst: run.teksten.join(""), stijl: run.stijl });
    run = undefined;
  };
  for (const stukje of stukjes) {
    if (!("tekst" in stukje)) {
      flush();
      joined.push(stukje);
    } else if (run && (stukje.tekst.trim() === "" || isSame(run.stijl, stukje.stijl))) run.teksten.push(stukje.tekst);
    else if (stukje.tekst !== "") {
      flush();
      run = { teksten: [stukje.tekst], stijl: stukje.tekst.trim() === "" ? GEWOON : stukje.stijl };
    }
  }
  flush();
  return joined;
}

function isSame(een: Tekststijl, twee: Tekststijl): boolean {
  return een.vet === twee.vet && een.cursief === twee.cursief && een.hoogte === twee.hoogte && een.doel === twee.doel;
}

// A break or note call ends a link: neither can stand in one.
function wrapLinks(stukjes: readonly Stukje[]): readonly XmlKnoop[] {
  const knopen: XmlKnoop[] = [];
  let link: { doel: string; inhoud: XmlKnoop[] } | undefined;
  const flush = () => {
    if (link) knopen.push(element("extref", link.inhoud, { attributen: { doc: link.doel, soort: "URL" } }));
    link = undefined;
  };
  for (const stukje of stukjes) {
    const doel = "tekst" in stukje ? stukje.stijl.doel : undefined;
    if (link?.doel !== doel) flush();
    const knoop = "tekst" in stukje ? dress(stukje.tekst, stukje.stijl) : stukje.element;
    if (doel === undefined) knopen.push(knoop);
    else if (link) link.inhoud.push(knoop);
    else link = { doel, inhoud: [knoop] };
  }
  flush();
  return knopen;
}

function dress(tekst: string, { vet, cursief, hoogte }: Tekststijl): XmlKnoop {
  const raised = hoogte ? element(hoogte, [tekst]) : tekst;
  if (!vet && !cursief) return raised;
  const type = vet && cursief ? "vetcur" : vet ? "vet" : "cur";
  return element("nadruk", [raised], { attributen: { type } });
}
