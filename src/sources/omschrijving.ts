/**
 * The two title lines of an official document: who asks whom about what, and who answers. Read as plain text, so that all
 * forms (XML, HTML, PDF, Word) share one reader.
 * @see docs/formats/titelregels.md
 */
import { findDatum } from "../model/datum.ts";
import type { Adressaat, Beantwoorder, Datum, Indiener } from "../model/kamervraag.ts";
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

const VRAAGREGEL = /^(?:\w+\s+){0,6}?v?r?agen\s+van\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw)\s+/i;
const AAN = /\s+aan\s+(?=(?:de|het)\s)/i;
const OVER = /\s+(?:over|inzake|betreffende|met\s+betrekking\s+tot|naar\s+aanleiding\s+van)\s+/i;
const INGEZONDEN = /\(\s*(?:ingezonden|ingediend)[^)]*\)?\.?\s*$/i;

// No-break spaces as well: these words become facts, and a run of white space would slow the patterns down.
function foldAll(line: string): string {
  return line.replace(/\s+/g, " ").trim();
}

/** Reads "Vragen van de leden A en B (beiden X) aan de Minister van Y over Z (ingezonden 5 januari 2030)." */
export function parseVraagregel(line: string): Vraagregel {
  const text = foldAll(line);
  const datering = INGEZONDEN.exec(text);
  const ingediend = datering ? findDatum(datering[0]) : undefined;
  const isMondeling = /^mondelinge\b/i.test(text);
  const body = (datering ? text.slice(0, datering.index) : text).trim();
  const opening = VRAAGREGEL.exec(body);
  const rest = opening ? body.slice(opening[0].length) : body;
  const aan = AAN.exec(rest);
  const leden = opening && aan ? rest.slice(0, aan.index) : "";
  const tail = aan ? rest.slice(aan.index + aan[0].length) : "";
  const over = OVER.exec(tail);
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
 * belongs to the name before it, or to all since the last parentheses when it says beiden, allen or alle.
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
  for (const [, names = "", haakjes] of text.matchAll(/([^()]+)(?:\(([^()]*)\))?/g)) {
    waiting.push(...splitNames(names));
    if (haakjes === undefined) continue;
    const all =
      /^(?:beiden?|alle\s+(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)|allen?)\s+(?:van\s+)?(?:de\s+)?/i.exec(
        haakjes,
      );
    const fractie = foldSpace(all ? haakjes.slice(all[0].length) : haakjes);
    const delen = splitNames(fractie);
    if (all) flush(waiting.map(() => fractie));
    else if (waiting.length > 1 && delen.length === waiting.length) flush(delen);
    else flush(waiting.map((_, index) => (index === waiting.length - 1 ? fractie : undefined)));
  }
  flush([]);
  return indieners;
}

function splitNames(text: string): string[] {
  return text
    .split(/,|\s+en\s+|^en\s+|\s+en$/)
    .map((naam) => foldSpace(naam))
    .filter((naam) => naam !== "" && naam !== "en");
}

const FUNCTIE =
  /\b(minister-president|ministers?|staats?secretariss(?:en)|staats?secretaris|vice-?\s*minister-president)\b/i;

/**
 * Reads whom the questions are put to: "de Minister van A en de Staatssecretaris van B" gives two, "de Ministers van A, van
 * B en voor C" gives three, each with its function written out. A name behind a function stays with it.
 */
export function parseAdressaten(text: string): readonly Adressaat[] {
  const folded = foldSpace(text).replace(/^(?:de|het)\s+/i, "");
  const starts = [...folded.matchAll(new RegExp(FUNCTIE.source, "gi"))].map(({ index }) => index);
  if (starts.length === 0) return folded ? [{ functie: folded }] : [];
  const parts = starts.map((start, index) => folded.slice(start, starts[index + 1] ?? folded.length));
  return parts.flatMap((part) =>
    toAdressaten(part.replace(/(?:\s*,)?(?:\s+en)?(?:\s+(?:aan\s+)?(?:de|het))?\s*$/i, "").trim()),
  );
}

function toAdressaten(part: string): Adressaat[] {
  const functie = FUNCTIE.exec(part)?.[0] ?? "";
  const enkelvoud = functie.replace(/ministers$/i, (found) => found.slice(0, -1)).replace(/sen$/i, "");
  if (enkelvoud === functie) return [{ functie: part }];
  const portefeuilles = part
    .slice(functie.length)
    .split(/(?:,|\s+en)\s+(?=(?:van|voor)\s+\p{Lu})/u)
    .map((portefeuille) => foldSpace(portefeuille).replace(/,$/, ""))
    .filter((portefeuille) => portefeuille !== "");
  if (portefeuilles.length === 0) return [{ functie: part }];
  return portefeuilles.map((portefeuille) => ({ functie: `${enkelvoud} ${portefeuille}` }));
}

const ANTWOORDREGEL = /^(nader\s+|aanvullend\s+)?(antwoord(?:en)?|beantwoording|reactie|mededeling(?:en)?)\b/i;
const ONTVANGEN = /\(\s*(?:ontvangen\s*)?\(?\s*ontvangen[^)]*\)?/i;
const ZIE_OOK =
  /Zie\s*ook\s*Aanhangsels?\s*(?:van\s+de\s+)?Handelingen,?\s*(?:vergader\s*jaar\s*)?(\d{4})\s*[-–/]\s*(\d{2,4}),?\s*nrs?\.?\s*(\d+(?:(?:,\s*|\s+en\s+)\d+)*)/gi;

/** Reads "Antwoord van Minister A (B), mede namens de Minister van C (ontvangen 5 januari 2030). Zie ook Aanhangsel …" */
export function parseAntwoordregel(line: string, gerichtAan: readonly Adressaat[], kamer: "tk" | "ek"): Antwoordregel {
  const text = foldAll(line);
  const opening = ANTWOORDREGEL.exec(text);
  const datering = ONTVANGEN.exec(text);
  const ontvangen = datering ? findDatum(datering[0]) : undefined;
  const wie = text.slice(opening?.[0].length ?? 0, datering?.index ?? text.search(/\s*Zie\s*ook|$/));
  const [door = "", namens] = wie.split(/,?\s*mede\s+namens\s+/i);
  return {
    soort: /^mededeling/i.test(opening?.[2] ?? "") ? "mededeling" : opening?.[1] ? "nader-antwoord" : "antwoord",
    beantwoordDoor: [
      ...parseBewindspersonen(door, gerichtAan),
      ...(namens ? parseAdressaten(namens).map((adressaat) => ({ ...adressaat, medeNamens: true })) : []),
    ],
    ...(ontvangen ? { ontvangen } : {}),
    zieOok: [...text.matchAll(ZIE_OOK)].flatMap(([, from = "", to = "", nummers = ""]) =>
      [...nummers.matchAll(/\d+/g)].map(
        ([nummer]) => `ah-${kamer}-${from}${to.length === 2 ? from.slice(0, 2) + to : to}-${nummer}`,
      ),
    ),
  };
}

/** The parts of "van Minister A (B) en van staatssecretaris C (D)": each with name and function. */
function parseBewindspersonen(text: string, gerichtAan: readonly Adressaat[]): readonly Beantwoorder[] {
  const starts = [...text.matchAll(new RegExp(FUNCTIE.source, "gi"))].map(({ index }) => index);
  return starts.flatMap((start, index): Beantwoorder[] => {
    const part = text.slice(start, starts[index + 1] ?? text.length);
    const rol = FUNCTIE.exec(part)?.[0] ?? "";
    const haakjes = /\(([^()]*)\)/.exec(part);
    const naam = foldSpace(part.slice(rol.length, haakjes?.index ?? part.length)).replace(
      /(?:\s*,)?(?:\s+en)?(?:\s+(?:van|de))*\s*$/i,
      "",
    );
    const portefeuille = haakjes?.[1] ? foldSpace(haakjes[1]) : undefined;
    // "Minister van X" where the document names the office only.
    if (/^(?:van|voor)\s/i.test(naam) && !portefeuille && isAdressaat(`${rol} ${naam}`, gerichtAan)) {
      return [{ functie: `${rol} ${naam}` }];
    }
    const functie = portefeuille ? functieOf(rol, portefeuille, gerichtAan) : rol;
    return [naam ? { naam, functie } : { functie }];
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
