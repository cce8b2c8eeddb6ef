/**
 * Names of ministries and portfolios, to put back the blanks that a text has lost ("vanBuitenlandse Zaken", "enWerkgelegenheid")
 * in what becomes a fact. The words of the document itself stay as they stand.
 * @see docs/formats/titelregels.md#portefeuilles
 */

/** As the Kamer writes them, 1994 to now; the longest first, as one may begin like another. */
const PORTEFEUILLES = [
  "Algemene Zaken",
  "Armoedebeleid, Participatie en Pensioenen",
  "Asiel en Migratie",
  "Basis- en Voortgezet Onderwijs en Media",
  "Bestuurlijke Vernieuwing en Koninkrijksrelaties",
  "Binnenlandse Zaken",
  "Binnenlandse Zaken en Koninkrijksrelaties",
  "Buitenlandse Handel",
  "Buitenlandse Handel en Ontwikkelingshulp",
  "Buitenlandse Handel en Ontwikkelingssamenwerking",
  "Buitenlandse Zaken",
  "Cultuur en Media",
  "Defensie",
  "Digitalisering en Koninkrijksrelaties",
  "Economische Zaken",
  "Economische Zaken en Klimaat",
  "Economische Zaken, Landbouw en Innovatie",
  "Financiën",
  "Fiscaliteit en Belastingdienst",
  "Grote Steden- en Integratiebeleid",
  "Herstel Groningen",
  "Immigratie en Asiel",
  "Immigratie, Integratie en Asiel",
  "Infrastructuur en Milieu",
  "Infrastructuur en Waterstaat",
  "Jeugd en Gezin",
  "Jeugd, Preventie en Sport",
  "Justitie",
  "Justitie en Veiligheid",
  "Klimaat en Energie",
  "Klimaat en Groene Groei",
  "Koninkrijksrelaties en Digitalisering",
  "Landbouw, Natuur en Voedselkwaliteit",
  "Landbouw, Natuurbeheer en Visserij",
  "Landbouw, Visserij, Voedselzekerheid en Natuur",
  "Langdurige en Maatschappelijke Zorg",
  "Langdurige Zorg en Sport",
  "Medische Zorg",
  "Medische Zorg en Sport",
  "Milieu en Wonen",
  "Natuur en Stikstof",
  "Onderwijs, Cultuur en Wetenschap",
  "Onderwijs, Cultuur en Wetenschappen",
  "Ontwikkelingssamenwerking",
  "Primair en Voortgezet Onderwijs",
  "Rechtsbescherming",
  "Sociale Zaken en Werkgelegenheid",
  "Toeslagen en Douane",
  "Veiligheid en Justitie",
  "Verkeer en Waterstaat",
  "Volksgezondheid, Welzijn en Sport",
  "Volkshuisvesting en Ruimtelijke Ordening",
  "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
  "Vreemdelingenzaken en Integratie",
  "Wonen en Rijksdienst",
  "Wonen, Wijken en Integratie",
].toSorted((a, b) => b.length - a.length);

// Of one word there are no blanks to put back, and it may be part of another: "defensiepersoneel".
const NAMEN = new RegExp(
  PORTEFEUILLES.filter((naam) => naam.includes(" "))
    .map((naam) => naam.split(" ").map(quoted).join(String.raw`\s{0,3}`))
    .join("|"),
  "gi",
);
/** A longer text is none of the names, whatever blanks it has. */
const MAX_LENGTE = 120;
const PER_INK = new Map(PORTEFEUILLES.map((naam) => [inkOf(naam), naam]));

/** A title line with the blanks put back that it lost inside and around the names of portfolios and functions. */
export function withSpaties(regel: string): string {
  return regel
    .replace(NAMEN, (found, index: number) => {
      const naam = PER_INK.get(inkOf(found)) ?? found;
      const before = /[\p{L})]/u.test(regel[index - 1] ?? "") ? " " : "";
      const after = /[\p{L}«(]/u.test(regel[index + found.length] ?? "") ? " " : "";
      // Only blanks are put back: capitals stay those of the document.
      return before + (found.replace(/\s+/g, " ").length === naam.length ? found.replace(/\s+/g, " ") : naam) + after;
    })
    .replace(/\b(Defensie|Financiën|Justitie|Rechtsbescherming)(?=\p{Lu}\p{Ll})/gu, "$1 ")
    .replace(/(?<=\s(?:aan|namens|en|van|voor)\s?)(de|het)(?=(?:minister|staatssecretaris))/gi, "$1 ")
    .replace(/\b(aan|namens)(?=(?:de|het)\s)/gi, "$1 ")
    .replace(/(?<=\s)(van|en|de|der|den|ten|ter|het|lid|leden|voor)(?=\p{Lu}\p{Ll})/gu, "$1 ")
    .replace(/\b(het|de)(?=(?:lid|leden)\b)/gi, "$1 ");
}

/** Whether a text is the name of a portfolio. */
export function isPortefeuille(text: string): boolean {
  return text.length <= MAX_LENGTE && PER_INK.has(inkOf(text));
}

/** The same, with a slip of the pen in it: "Koninkrijkrelaties". */
export function isBijnaPortefeuille(text: string): boolean {
  if (text.length > MAX_LENGTE) return false;
  const ink = inkOf(text);
  if (PER_INK.has(ink)) return true;
  return [...PER_INK.keys()].some(
    (known) =>
      Math.abs(known.length - ink.length) <= 2 &&
      known.length > 12 &&
      known.slice(0, 10) === ink.slice(0, 10) &&
      known.slice(-5) === ink.slice(-5),
  );
}

function inkOf(text: string): string {
  return text.replace(/\s+/g, "").toLowerCase();
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
