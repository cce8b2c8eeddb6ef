/**
 * Numbers of documents as people type them, at the begin of a text: vraagnummer, Aanhangsel, Kamerstuk, and numbers with
 * their thousands apart. Each with the forms in which the texts write it.
 */
import type { Patroon, Patroonwoord } from "./zoekvraag.ts";

export interface Nummer {
  readonly tekst: string;
  /** How much of what was typed it takes. */
  readonly lengte: number;
  readonly patronen: readonly Patroon[];
  /** Keys of the pages that have this number. */
  readonly sleutels: readonly string[];
}

/** Reads the number at the very begin of a text; undefined when there is none. */
export function readNummer(tekst: string): Nummer | undefined {
  for (const read of [readVraagnummer, readAanhangsel, readKamerstuk, readGroot]) {
    const nummer = read(tekst);
    if (nummer) return { ...nummer, tekst: nummer.tekst.replace(/[\s,.;:]+$/u, "") };
  }
  return undefined;
}

const EINDE = "(?![\\p{L}\\p{N}])";
const STREEP = "[-\\u2010-\\u2015]";

const VRAAGNUMMER = new RegExp(`^(?:kv[- ]?tk[- ]?)?((?:19|20)\\d{2}) ?z ?(\\d{4,6})([a-z]?)${EINDE}`, "iu");

function readVraagnummer(tekst: string): Nummer | undefined {
  const match = VRAAGNUMMER.exec(tekst);
  if (!match) return undefined;
  const [heel, jaar = "", cijfers = "", letter = ""] = match;
  const sleutel = `${jaar}Z${cijfers}${letter.toUpperCase()}`;
  const klein = sleutel.toLowerCase();
  return {
    tekst: heel,
    lengte: heel.length,
    sleutels: [sleutel, `kv-tk-${sleutel}`],
    patronen: [[getal(klein)], [getal(`kvtk${klein}`)]],
  };
}

const JAREN = `((?:19|20)\\d{2})\\s*(?:${STREEP}|\\/)?\\s*((?:19|20)?\\d{2})`;
const NR = "(?:(?:nr|nummer|no|aanhangselnummer)\\.?\\s*)";

/** Beside the words "ah" and "aanhangsel" two years and a number are an Aanhangsel too, when both are written in full. */
const JAREN_VOLUIT = `((?:19|20)\\d{2})\\s*(?:${STREEP}|\\/)\\s*((?:19|20)\\d{2})`;

/** "ah-tk-20202021-876", "Aanhangsel van de Handelingen, vergaderjaar 2020–2021, nr. 876", "Aanhangsel Handelingen II 2020/21, 876". */
const AH_JAAR_EERST = new RegExp(
  `^(?:ah${STREEP}?\\s?tk${STREEP}?\\s?|ah[\\s,]+|(?:kamervragen\\s*\\(?)?aanhangsel(?:\\s+(?:van\\s+)?(?:de\\s+)?handelingen)?(?:\\s+(?:tk|ii|i))?\\)?[\\s,]*(?:(?:vergaderjaar|vj)\\.?\\s*)?)${JAREN}[\\s,;]*(?:${STREEP}\\s*)?${NR}?(\\d{1,5})${EINDE}`,
  "iu",
);

/** "Aanhangsel 876 2020-2021", "Aanhangsel nr. 876, vergaderjaar 2020-2021". */
const AH_NUMMER_EERST = new RegExp(
  `^(?:ah|aanhangsel(?:\\s+(?:van\\s+)?(?:de\\s+)?handelingen)?)[\\s,]*${NR}?(\\d{1,5})[\\s,;(]+(?:(?:vergaderjaar|vj|van)\\.?\\s*)?${JAREN}\\)?${EINDE}`,
  "iu",
);

/** "2020-2021, 876", "vergaderjaar 2020–2021, nr. 876". */
const ALLEEN_JAREN = new RegExp(
  `^(?:(?:vergaderjaar|vj)\\.?\\s*)?${JAREN_VOLUIT}(?:\\s*[,;]\\s*${NR}?|\\s+${NR})(\\d{1,5})${EINDE}`,
  "iu",
);

function readAanhangsel(tekst: string): Nummer | undefined {
  const jaarEerst = AH_JAAR_EERST.exec(tekst) ?? ALLEEN_JAREN.exec(tekst);
  const nummerEerst = AH_NUMMER_EERST.exec(tekst);
  const [begin, eind, cijfers] = jaarEerst
    ? [jaarEerst[1], jaarEerst[2], jaarEerst[3]]
    : [nummerEerst?.[2], nummerEerst?.[3], nummerEerst?.[1]];
  const heel = (jaarEerst ?? nummerEerst)?.[0];
  if (heel === undefined || begin === undefined || eind === undefined || cijfers === undefined) return undefined;
  const volgend = Number(begin) + 1;
  if (Number(eind) % 100 !== volgend % 100 || (eind.length === 4 && Number(eind) !== volgend)) return undefined;
  const nummer = String(Number(cijfers));
  const jaren = `${begin}${volgend}`;
  const kort = `${begin}${String(volgend).slice(2)}`;
  return {
    tekst: heel,
    lengte: heel.length,
    sleutels: [`ah-tk-${jaren}-${nummer}`],
    patronen: [
      [getal(`ahtk${jaren}${nummer}`)],
      ...[jaren, kort].flatMap((jaar) => [
        [exact(jaar), exact(nummer)],
        [exact(jaar), IETS, exact(nummer)],
      ]),
    ],
  };
}

/** What can stand before the number of a Kamerstuk: it says what kind of number it is, and need not stand in the text. */
const KAMERSTUK = new RegExp(
  `^(?:kst${STREEP}?\\s?|kamerstuk(?:ken|nummer)?(?:\\s*\\(?(?:tk|ek|i{1,2})\\)?)?[\\s,:]+(?:(?:vergaderjaar\\s+)?${JAREN}[\\s,;:]+)?(?:kamerstuk(?:nummer)?\\s+)?(?:nr\\.?\\s*)?)?(\\d{2})[ .\\u00a0]?(\\d{3})(?:\\s*${STREEP}?\\s*\\(?([ivx]+[a-e]?|[a-h]|r\\d{1,4})\\)?)?(?:[\\s,]*(?:${STREEP}\\s*|${NR})(\\d{1,4}))?${EINDE}(?![.,]\\d)`,
  "iu",
);

function readKamerstuk(tekst: string): Nummer | undefined {
  const match = KAMERSTUK.exec(tekst);
  if (!match) return undefined;
  const [heel, , , duizend = "", honderd = "", hoofdstuk, stuk] = match;
  const romeins = hoofdstuk?.toLowerCase();
  const dossiers: readonly (readonly string[])[] = [[`${duizend}${honderd}`], [duizend, honderd]];
  const metHoofdstuk =
    romeins === undefined ? dossiers : dossiers.flatMap((vorm) => [glue(vorm, romeins), [...vorm, romeins]]);
  const patronen = metHoofdstuk.flatMap((vorm): Patroon[] => {
    if (stuk === undefined) return [toPatroon(vorm)];
    return [toPatroon(glue(vorm, stuk)), [...toPatroon(vorm), exact(stuk)], [...toPatroon(vorm), IETS, exact(stuk)]];
  });
  const kst = `kst${duizend}${honderd}${romeins ?? ""}${stuk ?? ""}`;
  return {
    tekst: heel,
    lengte: heel.length,
    sleutels: [],
    patronen: [...patronen, [stuk === undefined ? begin(kst) : getal(kst)]],
  };
}

/** "1 000 000", "1.250.000": thousands apart or together. */
const GROOT = new RegExp(`^\\d{1,3}(?:[ .\\u00a0]\\d{3})+${EINDE}(?![.,]\\d)`, "u");

function readGroot(tekst: string): Nummer | undefined {
  const heel = GROOT.exec(tekst)?.[0];
  if (heel === undefined) return undefined;
  const groepen = heel.split(/[ .\u00a0]/u);
  return {
    tekst: heel,
    lengte: heel.length,
    sleutels: [],
    patronen: [[getal(groepen.join(""))], toPatroon(groepen)],
  };
}

function glue(vorm: readonly string[], erachter: string): readonly string[] {
  return [...vorm.slice(0, -1), `${vorm.at(-1) ?? ""}${erachter}`];
}

/** The last word may go on ("36200" also in "36200-VII"), those before it may not. */
function toPatroon(vorm: readonly string[]): Patroon {
  return vorm.map((woord, index) => (index < vorm.length - 1 ? exact(woord) : getal(woord)));
}

const IETS: Patroonwoord = { past: "heel" };

function exact(woord: string): Patroonwoord {
  return { woord, past: "heel" };
}

function getal(woord: string): Patroonwoord {
  return { woord, past: "getal" };
}

function begin(woord: string): Patroonwoord {
  return { woord, past: "begin" };
}
