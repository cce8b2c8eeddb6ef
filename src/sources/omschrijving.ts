/**
 * The two title lines of an official document: who asks whom about what, and who answers. Read as plain text, so that all
 * forms (XML, HTML, PDF, Word) share one reader.
 * @see docs/formats/titelregels.md
 */
import { findDatum } from "../model/datum.ts";
import type { Adressaat, Beantwoorder, Datum, Indiener } from "../model/kamervraag.ts";
import { withAccenten } from "./namen.ts";
import { isBijnaPortefeuille, isPortefeuille, withSpaties } from "./portefeuilles.ts";
import { foldSpace } from "./xml-boom.ts";

export interface Vraagregel {
  readonly indieners: readonly Indiener[];
  readonly gerichtAan: readonly Adressaat[];
  readonly onderwerp?: string;
  readonly ingediend?: Datum;
  readonly isMondeling: boolean;
}

export interface Antwoordregel {
  readonly soort: "antwoord" | "nader-antwoord" | "mededeling";
  readonly beantwoordDoor: readonly Beantwoorder[];
  readonly ontvangen?: Datum;
  /** Identifiers of earlier notices or partial answers ("Zie ook Aanhangsel Handelingen, …"). */
  readonly zieOok: readonly string[];
}

const VRAAGREGEL =
  /^(?:\w+\s+){0,6}?(?:kamer)?(?:v{0,2}r?agen|vraag)\s+(?:van\s+)?(?:het\s+lid|de\s+leden(?:\s+lid)?|de\s+heer|mevrouw|lid|leden)\s+/i;
const AAN = /\s+aan\s+(?=(?:de|het)\s)/i;
const OVER =
  /\s+(?:over|inzake|betreffende|met\s+betrekking\s+tot|naar\s+aanleiding\s+van)(?:\s+|(?=(?:het|de|een)\s|[«‘“"']))/i;
const INGEZONDEN = /\(\s*(?:ingezonden|ingediend)[^)]{0,300}\)?\.?\s*$/i;
/** "Antwoord van de Minister van A op vragen van het lid B over C": one line with both. */
const OP_VRAGEN =
  /\s*\b(?:(?:op|van)\s+(?:de\s+|uw\s+)?)?(?:schriftelijke\s+)?(?:kamer)?v{0,2}r?agen\s+(?:van\s+)?(?=(?:het\s+lid|de\s+leden|lid|leden)\s)/i;

// No-break spaces as well: these words become facts, and a run of white space would slow the patterns down.
function foldAll(line: string): string {
  return line.replace(/\s+/g, " ").trim();
}

/** Reads "Vragen van de leden A en B (beiden X) aan de Minister van Y over Z (ingezonden 5 januari 2030)." */
export function parseVraagregel(line: string): Vraagregel {
  const text = withSpaties(foldAll(line)).replace(
    /,\s*(ingezonden\s+(?:op\s+)?\d{1,2}\s+\p{L}+\s+\d{4}),?\s*(over\s.*?)\.?$/iu,
    " $2 ($1)",
  );
  const datering = INGEZONDEN.exec(text);
  const ingediend = datering ? findDatum(datering[0]) : undefined;
  const isMondeling = /^mondelinge\b/i.test(text);
  const body = (datering ? text.slice(0, datering.index) : text).trim();
  const opening = VRAAGREGEL.exec(body);
  const rest = opening ? body.slice(opening[0].length) : body;
  const eersteOver = OVER.exec(rest);
  const eersteAan = AAN.exec(rest);
  // Behind the subject begins another sentence: whom it is put to stands before that, or nowhere.
  const aan = eersteAan && (!eersteOver || eersteAan.index < eersteOver.index) ? eersteAan : undefined;
  const leden = opening ? rest.slice(0, (aan ?? eersteOver)?.index ?? 0) : "";
  const tail = aan ? rest.slice(aan.index + aan[0].length) : rest;
  const over = aan || opening ? OVER.exec(tail) : null;
  const onderwerp = over
    ? tail
        .slice(over.index + over[0].length)
        .trim()
        .replace(/\.$/, "")
    : "";
  return {
    indieners: parseLeden(leden),
    gerichtAan: opening && aan ? parseAdressaten(over ? tail.slice(0, over.index) : tail) : [],
    ...(onderwerp ? { onderwerp } : {}),
    ...(ingediend ? { ingediend } : {}),
    isMondeling,
  };
}

/**
 * Reads names with their fractie in parentheses: "A (X), B en C (beiden Y)" and "(allen Z)". A fractie in parentheses
 * belongs to the name before it, or to all since the last parentheses when it says beiden, allen or alle; one that stands
 * alone in the line belongs to every name.
 */
export function parseLeden(text: string): readonly Indiener[] {
  const indieners: Indiener[] = [];
  let waiting: string[] = [];
  const flush = (fracties: readonly (string | undefined)[]) => {
    waiting.forEach((naam, index) => {
      const fractie = fracties[index];
      indieners.push(fractie ? { naam, fractie } : { naam });
    });
    waiting = [];
  };
  const delen = [...text.matchAll(/([^()]+)(?:\(([^()]*)\))?/g)];
  // "A en B (X)": the only fractie in the line is that of all of them.
  const isEnige = delen.filter(([, , haakjes]) => haakjes !== undefined).length === 1;
  for (const [, names = "", haakjes] of delen) {
    waiting.push(...splitNames(names));
    if (haakjes === undefined) continue;
    const all =
      /^(?:beiden?|alle\s+(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)|allen?)\s+(?:van\s+)?(?:de\s+)?/i.exec(
        haakjes,
      );
    const fractie = foldSpace(all ? haakjes.slice(all[0].length) : haakjes);
    const fracties = splitNames(fractie);
    if (waiting.length > 1 && fracties.length === waiting.length) flush(fracties);
    else if (all || isEnige) flush(waiting.map(() => fractie));
    else flush(waiting.map((_, index) => (index === waiting.length - 1 ? fractie : undefined)));
  }
  flush([]);
  return indieners.map((indiener) => {
    const fractie = FRACTIE.exec(indiener.naam)?.[1];
    return fractie
      ? { naam: `fractie van de ${fractie}`, fractie: indiener.fractie ?? fractie }
      : withAccenten(indiener);
  });
}

/** "de leden van de fractie van de X": no name, but a fractie. */
const FRACTIE = /^(?:van\s+)?de\s+fractie\s+van\s+(?:de\s+|het\s+)?(.+)$/i;

/** "DaniëlleVoorbeeld": where a text has lost the blank between two names. */
const AANEEN = /(?<=\p{L}\p{Ll}\p{Ll})(?<!\bMac)(?=\p{Lu}\p{Ll})/gu;

function splitNames(text: string): string[] {
  return text
    .split(/,|\s+en\s+|^en\s+|\s+en$/)
    .map((naam) =>
      foldSpace(naam)
        .replace(/^(?:het\s+)?lid\s+/i, "")
        .replace(AANEEN, " "),
    )
    .filter((naam) => naam !== "" && naam !== "en");
}

const FUNCTIE =
  /\b(minister-president|ministers?|staats?secretariss(?:en)|staats?secretaris|vice-?\s*minister-president)\b/i;

/**
 * Reads whom the questions are put to: "de Minister van A en de Staatssecretaris van B" gives two, "de Ministers van A, van
 * B en voor C" gives three, each with its function written out. A name behind a function stays with it.
 */
export function parseAdressaten(text: string): readonly Adressaat[] {
  const folded = foldSpace(text)
    .replace(/^(?:de|het)\s+/i, "")
    .replace(/,?\s*bij\s+(?:diens\s+)?afwezigheid\s+van\b.*$/i, "");
  const starts = [...folded.matchAll(new RegExp(FUNCTIE.source, "gi"))].map(({ index }) => index);
  if (starts.length === 0) return folded ? [{ functie: folded }] : [];
  const parts = starts.map((start, index) => folded.slice(start, starts[index + 1] ?? folded.length));
  return sharePortefeuille(
    joinMinisterPresident(parts).flatMap((part) =>
      toAdressaten(part.replace(/(?:\s*,)?(?:\s+en)?(?:\s+(?:aan\s+)?(?:de|het))?\s*$/i, "").trim()),
    ),
  );
}

// "de Minister-President, Minister van Algemene Zaken" is one.
function joinMinisterPresident(parts: readonly string[]): readonly string[] {
  return parts.flatMap((part, index) => {
    if (/^minister-president,\s*$/i.test(part) && /^minister\s+van\s+algemene/i.test(parts[index + 1] ?? ""))
      return [part + (parts[index + 1] ?? "")];
    return /^minister-president,\s*$/i.test(parts[index - 1] ?? "") && /^minister\s+van\s+algemene/i.test(part)
      ? []
      : [part];
  });
}

// "de Minister en de Staatssecretaris van A": both are of A.
function sharePortefeuille(adressaten: readonly Adressaat[]): readonly Adressaat[] {
  return adressaten.map((adressaat, index) => {
    const next = adressaten[index + 1]?.functie;
    const portefeuille = next && /^\S+\s+((?:van|voor)\s.*)$/s.exec(next)?.[1];
    const isKaal = /^(?:minister|staatssecretaris)$/i.test(adressaat.functie ?? "");
    return isKaal && portefeuille ? { functie: `${adressaat.functie} ${portefeuille}` } : adressaat;
  });
}

function toAdressaten(part: string): Adressaat[] {
  const functie = FUNCTIE.exec(part)?.[0] ?? "";
  const enkelvoud = functie.replace(/ministers$/i, (found) => found.slice(0, -1)).replace(/sen$/i, "");
  if (enkelvoud === functie) return splitEnkelvoud(part, functie);
  const portefeuilles = part
    .slice(functie.length)
    .split(/(?:,|\s+en)\s+(?=(?:van|voor)\s+\p{Lu})/u)
    .map((portefeuille) => foldSpace(portefeuille).replace(/,$/, ""))
    .filter((portefeuille) => portefeuille !== "")
    .flatMap(splitKnownPortefeuilles);
  if (portefeuilles.length === 0) return [{ functie: part }];
  return portefeuilles.map((portefeuille) => ({ functie: `${enkelvoud} ${portefeuille}` }));
}

/**
 * Reads the questions' part of lines that have both: "Antwoord van … op vragen van de leden …". Of several such lines (the
 * subject of a letter, the title over the answers) the one that tells the subject counts.
 */
export function parseVraagdeel(antwoordregels: readonly string[]): Vraagregel {
  const gelezen = antwoordregels.flatMap((regel) => {
    const text = withSpaties(foldAll(regel));
    const found = OP_VRAGEN.exec(text);
    return found ? [parseVraagregel(`Vragen van ${text.slice(found.index + found[0].length)}`)] : [];
  });
  return (
    gelezen.find(({ onderwerp, indieners }) => onderwerp && indieners.length > 0) ?? gelezen[0] ?? parseVraagregel("")
  );
}

/** Completes a title line with what a letter's sentence about the same questions tells. */
export function withVraagzin(vraag: Vraagregel, zin: string | undefined): Vraagregel {
  if (zin === undefined) return vraag;
  const uitBrief = parseVraagregel(zin);
  const onderwerp = vraag.onderwerp ?? uitBrief.onderwerp;
  return {
    ...vraag,
    indieners: vraag.indieners.length > 0 ? vraag.indieners : uitBrief.indieners,
    gerichtAan: vraag.gerichtAan.length > 0 ? vraag.gerichtAan : uitBrief.gerichtAan,
    ...(onderwerp ? { onderwerp } : {}),
  };
}

/** The name under a letter belongs to the one who answers, when the title names the office only. */
export function withOndertekenaar(
  beantwoordDoor: readonly Beantwoorder[],
  naam: string | undefined,
): readonly Beantwoorder[] {
  const zelf = beantwoordDoor.filter(({ medeNamens }) => !medeNamens);
  if (naam === undefined || zelf.length !== 1 || zelf[0]?.naam) return beantwoordDoor;
  return beantwoordDoor.map((one) => (one === zelf[0] ? { naam, ...one } : one));
}

/** The lines that tell who answers, as one: a subject line ("Beantwoording Kamervragen van …") does not when another line does. */
export function joinAntwoordregels(regels: readonly string[]): string {
  const isOnderwerp = (regel: string) =>
    /^(?:beantwoording|antwoord(?:en)?)\s+(?:(?:op|van)\s+){0,2}(?:de\s+)?(?:kamer)?v{0,2}r?agen\b/i.test(regel);
  const wie = regels.filter((regel) => !isOnderwerp(regel));
  return (wie.length > 0 ? wie : regels).join(" ");
}

// "de Minister van A en van B" where two are meant: A is a portfolio by itself.
function splitEnkelvoud(part: string, functie: string): Adressaat[] {
  const [, eerste = "", tweede = ""] =
    /^((?:van|voor)\s+.+?)\s+en\s+((?:van|voor)\s+\p{Lu}.*)$/su.exec(part.slice(functie.length).trim()) ?? [];
  const isTwee = isPortefeuille(eerste.replace(/^\S+\s+/, "")) && tweede !== "";
  return isTwee ? [{ functie: `${functie} ${eerste}` }, { functie: `${functie} ${tweede}` }] : [{ functie: part }];
}

// "Ministers van Onderwijs, Cultuur en Wetenschap en Volksgezondheid, Welzijn en Sport": two names that we know.
function splitKnownPortefeuilles(portefeuille: string): readonly string[] {
  const [, voorzetsel = "", namen = ""] = /^(van|voor)\s+(.*)$/is.exec(portefeuille) ?? [];
  if (isPortefeuille(namen)) return [portefeuille];
  for (const { index, 0: en } of [...namen.matchAll(/\s+en\s+(?:van\s+|voor\s+)?/gi)].reverse()) {
    const [eerste, tweede] = [namen.slice(0, index), namen.slice(index + en.length)];
    if (isPortefeuille(eerste) && isBijnaPortefeuille(tweede))
      return [`${voorzetsel} ${eerste}`, `${voorzetsel} ${tweede}`];
  }
  return [portefeuille];
}

const ANTWOORDREGEL = /^(nader\s+|aanvullend\s+)?(antwoord(?:en)?|beantwoording|reactie|mededeling(?:en)?)\b/i;
const ONTVANGEN = /\(\s*(?:ontvangen\s*)?\(?\s*ontvangen[^)]*\)?/i;
const ZIE_OOK =
  /Zie\s*ook\s*Aanhangsels?\s*(?:van\s+de\s+)?Handelingen,?\s*(?:vergader\s*jaar\s*)?(\d{4})\s*[-–/]\s*(\d{2,4}),?\s*nrs?\.?\s*(\d+(?:(?:,\s*|\s+en\s+)\d+)*)/gi;

/** Reads "Antwoord van Minister A (B), mede namens de Minister van C (ontvangen 5 januari 2030). Zie ook Aanhangsel …" */
export function parseAntwoordregel(line: string, gerichtAan: readonly Adressaat[], kamer: "tk" | "ek"): Antwoordregel {
  const text = withSpaties(foldAll(line));
  const opening = ANTWOORDREGEL.exec(text);
  const datering = ONTVANGEN.exec(text);
  const ontvangen = datering ? findDatum(datering[0]) : undefined;
  const begin = opening?.[0].length ?? 0;
  const einde = datering?.index ?? text.search(/\s*Zie\s*ook|$/);
  const opVragen = OP_VRAGEN.exec(text.slice(begin, einde));
  const wie = text.slice(begin, opVragen ? begin + opVragen.index : einde);
  const [door = "", namens] = wie.split(/,?\s*(?:mede\s+)?namens\s+/i);
  return {
    soort: /^mededeling/i.test(opening?.[2] ?? "") ? "mededeling" : opening?.[1] ? "nader-antwoord" : "antwoord",
    beantwoordDoor: [
      ...parseBewindspersonen(door, gerichtAan),
      ...(namens ? parseNamens(namens, gerichtAan).map((one) => ({ ...one, medeNamens: true })) : []),
    ],
    ...(ontvangen ? { ontvangen } : {}),
    zieOok: [...text.matchAll(ZIE_OOK)].flatMap(([, from = "", to = "", nummers = ""]) =>
      [...nummers.matchAll(/\d+/g)].map(
        ([nummer]) => `ah-${kamer}-${from}${to.length === 2 ? from.slice(0, 2) + to : to}-${nummer}`,
      ),
    ),
  };
}

// "de Minister van A" or, with a name, "Minister B (A)".
function parseNamens(text: string, gerichtAan: readonly Adressaat[]): readonly Beantwoorder[] {
  return /\(/.test(text) ? parseBewindspersonen(text, gerichtAan) : parseAdressaten(text);
}

/** The parts of "van Minister A (B) en van staatssecretaris C (D)": each with name and function. */
function parseBewindspersonen(text: string, gerichtAan: readonly Adressaat[]): readonly Beantwoorder[] {
  const starts = [...text.matchAll(new RegExp(FUNCTIE.source, "gi"))].map(({ index }) => index);
  const parts = joinMinisterPresident(
    starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length)),
  );
  return parts.flatMap((part): Beantwoorder[] => {
    if (/^minister-president,\s*minister\s/i.test(part)) return [{ functie: foldSpace(part).replace(/[\s,]+$/, "") }];
    const rol = FUNCTIE.exec(part)?.[0] ?? "";
    const haakjes = /\(([^()]*)(?:\)|$)/.exec(part);
    const naam = foldSpace(part.slice(rol.length, haakjes?.index ?? part.length)).replace(
      /(?:\s*,)?(?:\s+en)?(?:\s+(?:van|de))*\s*$/i,
      "",
    );
    const portefeuille = haakjes?.[1] ? foldSpace(haakjes[1]) : undefined;
    // "Minister van X" where the document names the office only.
    // "de Minister van Participatie": in lower case and without parentheses it is the office, also one that we do not know.
    const isAmbt = /^(?:van|voor)\s/.test(naam) || isAdressaat(`${rol} ${naam}`, gerichtAan);
    if (!portefeuille && isAmbt && /^(?:van|voor)\s/i.test(naam)) {
      return [{ functie: `${rol} ${naam}` }];
    }
    const functie = portefeuille ? functieOf(rol, portefeuille, gerichtAan) : rol;
    return [naam ? withAccenten({ naam, functie }) : { functie }];
  });
}

function isAdressaat(functie: string, gerichtAan: readonly Adressaat[]): boolean {
  return gerichtAan.some((adressaat) => adressaat.functie?.toLowerCase() === functie.toLowerCase());
}

// "Minister Wegman (Natuur)" is "Minister van" or "Minister voor Natuur": the addressees tell; else it stays as printed.
function functieOf(rol: string, portefeuille: string, gerichtAan: readonly Adressaat[]): string {
  const known = gerichtAan.find(({ functie }) =>
    [`${rol} van ${portefeuille}`, `${rol} voor ${portefeuille}`].some(
      (option) => option.toLowerCase() === functie?.toLowerCase(),
    ),
  );
  return known?.functie ?? `${rol}, ${portefeuille}`;
}
