/**
 * The head of a document without mark-up: chamber, vergaderjaar, numbers and title lines. Each rule knows one kind of line and
 * says what it is in the vocabulary of the official XML; what none of them knows (a letter around the answers) is text.
 * @see docs/formats/tekstvormen.md#kop
 */
import { element } from "../opmaak.ts";
import type { XmlElement, XmlKnoop } from "../xml-boom.ts";
import { regelOf, splitBlok } from "./blokken.ts";

interface Kopregel {
  readonly patroon: RegExp;
  /** The elements of the official vocabulary for it. */
  readonly lees: (blok: XmlElement, found: RegExpExecArray, stand: Kopstand) => readonly XmlElement[] | undefined;
}

/** What was read before. */
interface Kopstand {
  readonly vorige: string;
  readonly volgende: string;
  readonly heeftTitel: boolean;
  /** Whether a title line follows: a subject line ("Beantwoording Kamervragen van …") is then part of a letter's text. */
  readonly titelVolgt: boolean;
}

const tekstregel = (inhoud: string, kinderen: readonly XmlKnoop[]) =>
  element("kamervraagkop", [element("tekstregel", kinderen, { attributen: { inhoud } })]);
const omschrijving = (type: "vraag" | "antwoord", blok: XmlElement) =>
  element("kamervraagomschrijving", blok.kinderen, { attributen: { type }, regel: blok.regel });

/** A title line: who asks whom, or who answers. */
export const VRAAGTITEL =
  /^(?:(?:mondelinge|schriftelijke|nadere|aanvullende|vervolg)\s*){0,3}vra(?:ag|gen)\s+van\s+(?:het\s*lid|de\s*leden|de\s+heer|mevrouw|lid)\s*\p{L}/iu;
export const ANTWOORDTITEL =
  /^(?:nader(?:e)?\s+|aanvullend(?:e)?\s+)?(?:antwoord(?:en)?|mededeling|beantwoording|reactie)\s+van\s+(?:de\s*)?(?:minister|staatssecretaris|vice-)/iu;
const ANTWOORD_OP =
  /^(?:beantwoording|antwoord(?:en)?)\s+(?:(?:op|van)\s+){0,2}(?:de\s+)?(?:schriftelijke\s+)?(?:kamer)?v{0,2}r?agen\s+van\b/i;

const KOPREGELS: readonly Kopregel[] = [
  {
    patroon: /^(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-Generaal\s*[12]?$/i,
    lees: (blok) => [tekstregel("kameraanduiding", blok.kinderen)],
  },
  {
    patroon: /^[12]$/,
    lees: (blok, _, { vorige, volgende }) =>
      /Staten-Generaal$/i.test(vorige) || /^(?:Vergaderjaar|Tweede Kamer|Eerste Kamer)\b/.test(volgende)
        ? [tekstregel("kamernummer", blok.kinderen)]
        : undefined,
  },
  {
    patroon: /^Vergaderjaar\s+\d{4}\s*[-–]\s*\d{2,4}/i,
    lees: (blok, found, stand) => {
      const [jaar, rest] = splitBlok(blok, found[0].replace(/\s+/g, "").length);
      const regel = regelOf(rest);
      const kop = tekstregel("vergaderjaar", jaar.kinderen);
      if (regel === "") return [kop];
      if (/^(?:Aanhangsel|Handelingen).{0,80}$/i.test(regel)) return [kop, tekstregel("documenttype", rest.kinderen)];
      // Where the line end behind it is lost, what follows is a line of its own; a line that nobody knows is text.
      const verder = readKopblok(rest, stand);
      return verder && [kop, ...verder];
    },
  },
  {
    patroon: /^(?:Aanhangsel\s+van\s+de\s+Handelingen|Vragen\s+gesteld\s+door\s+de\s+leden\s+der\s+Kamer\b.{0,80})$/i,
    lees: (blok) => [tekstregel("overig", blok.kinderen)],
  },
  { patroon: /^regering\s+gegeven\s+antwoorden$/i, lees: (blok) => [tekstregel("overig", blok.kinderen)] },
  {
    patroon: /^(AH)\s*\d{1,5}$/,
    lees: (blok, found) => {
      const [soort, nummer] = splitBlok(blok, found[1]?.length ?? 0);
      return [tekstregel("documenttype", soort.kinderen), element("kamervraagnummer", nummer.kinderen)];
    },
  },
  {
    // Also the numbers of old questions (ten digits) and of the Eerste Kamer (six or nine).
    patroon: /^(?:vraagnummer:?\s*)?(?:\d{4}\s*Z\s*\d{4,6}[a-z]?|2\d{5}|2\d{8,9})$/i,
    lees: (blok) => [element("vraagnummer", blok.kinderen)],
  },
  {
    patroon: /^(?:nr\.?\s*)?\d{1,5}$/i,
    // A bare number may as well be that of the first vraag.
    lees: (blok, _, { vorige, heeftTitel, volgende }) =>
      !heeftTitel &&
      (/antwoorden$/i.test(vorige) ||
        /^(?:Handelingen|Vergaderjaar|Aanhangsel)/i.test(vorige) ||
        VRAAGTITEL.test(volgende))
        ? [element("kamervraagnummer", blok.kinderen)]
        : undefined,
  },
  {
    patroon: /^\((?:ingezonden|ontvangen)\b[^)]*\)\.?$/i,
    lees: (blok, [found]) => [omschrijving(/ontvangen/i.test(found) ? "antwoord" : "vraag", blok)],
  },
  { patroon: VRAAGTITEL, lees: (blok) => splitTitel(blok) },
  { patroon: ANTWOORDTITEL, lees: (blok) => [omschrijving("antwoord", blok)] },
  {
    patroon: ANTWOORD_OP,
    lees: (blok, _, { titelVolgt }) =>
      titelVolgt && !/\(\s*ingezonden/i.test(regelOf(blok)) ? undefined : [omschrijving("antwoord", blok)],
  },
  { patroon: /^Zie\s*ook\s*Aanhangsel/i, lees: (blok) => [omschrijving("antwoord", blok)] },
];

// "… (ingezonden 5 januari 2030). Antwoord van Minister …" where a text has lost the line end between them.
function splitTitel(blok: XmlElement): readonly XmlElement[] {
  const regel = regelOf(blok);
  const at = regel.search(
    /(?<=\)\s?\.?\s?)(?:nader\s+|aanvullend\s+)?(?:antwoord|mededeling)\s+van\s+(?:de\s+)?(?:minister|staatssecretaris)/i,
  );
  if (at === -1) return [omschrijving("vraag", blok)];
  const [vraag, antwoord] = splitBlok(blok, regel.slice(0, at).replace(/\s+/g, "").length);
  return [omschrijving("vraag", vraag), omschrijving("antwoord", antwoord)];
}

/** Reads one block of the head; `undefined` when it is no part of a head. */
export function readKopblok(blok: XmlElement, stand: Kopstand): readonly XmlElement[] | undefined {
  const regel = regelOf(blok);
  if (regel.length > 4000) return undefined;
  for (const { patroon, lees } of KOPREGELS) {
    const found = patroon.exec(regel);
    const elements = found ? lees(blok, found, stand) : undefined;
    if (elements) return elements;
  }
  return undefined;
}

/**
 * Whether a title goes on in the next block: it has no end of its own and the next begins in the middle of a sentence, or it
 * leaves a parenthesis open.
 */
export function goesOn(titel: string, volgende: string): boolean {
  if (titel.lastIndexOf("(") > titel.lastIndexOf(")")) return volgende.length < 400 && /^[\p{Ll}\d(]/u.test(volgende);
  return !/[).]\s*$/.test(titel) ? /^(?:\p{Ll}|\()/u.test(volgende) : /^\((?:ingezonden|ontvangen)/.test(volgende);
}
