/**
 * The themes of the Beleidsagenda: the official list of topics of parliamentary documents. A sub theme is only unique
 * together with its main theme; "Organisatie en beleid" stands under every main theme.
 * @see docs/formats/themas.md
 */
import type { Thema } from "./kamervraag.ts";

const ORGANISATIE_EN_BELEID = "Organisatie en beleid";

/** Main themes with their sub themes, as in OVERHEID.TaxonomieBeleidsagenda. */
export const BELEIDSAGENDA: Readonly<Record<string, readonly string[]>> = {
  Bestuur: [
    "De Nederlandse Antillen en Aruba",
    "Gemeenten",
    "Koninklijk Huis",
    "Parlement",
    "Provincies",
    "Rijksoverheid",
    "Waterschappen",
  ],
  "Cultuur en recreatie": ["Cultuur", "Kunst", "Media", "Recreatie", "Religie", "Sport"],
  Economie: [
    "Bouwnijverheid",
    "Handel",
    "ICT",
    "Industrie",
    "Markttoezicht",
    "Ondernemen",
    "Overige economische sectoren",
    "Toerisme",
    "Transport",
  ],
  Financiën: ["Begroting", "Belasting", "Financieel toezicht", "Inkomensbeleid"],
  Huisvesting: ["Bouwen en verbouwen", "Huren en verhuren", "Kopen en verkopen"],
  Internationaal: [
    "Defensie",
    "Europese zaken",
    "Internationale samenwerking",
    "Militaire missies",
    "Ontwikkelingssamenwerking",
    "Reizen",
  ],
  Landbouw: ["Dieren", "Planten", "Voedselkwaliteit"],
  "Migratie en integratie": ["Emigratie", "Immigratie", "Integratie", "Nederlanderschap", "Tijdelijk verblijf"],
  "Natuur en milieu": ["Afval", "Bodem", "Energie", "Geluid", "Lucht", "Natuur- en landschapsbeheer", "Stoffen"],
  "Onderwijs en wetenschap": [
    "Basisonderwijs",
    "Beroepsonderwijs",
    "Hoger onderwijs",
    "Onderzoek en wetenschap",
    "Overige vormen van onderwijs",
    "Voortgezet onderwijs",
  ],
  "Openbare orde en veiligheid": [
    "Criminaliteit",
    "Politie, brandweer en hulpdiensten",
    "Rampen",
    "Staatsveiligheid",
    "Terrorisme",
  ],
  Recht: ["Bestuursrecht", "Bezwaar en klachten", "Burgerlijk recht", "Rechtspraak", "Staatsrecht", "Strafrecht"],
  "Ruimte en infrastructuur": ["Netwerken", "Ruimtelijke ordening", "Waterkeringen en waterbeheer"],
  "Sociale zekerheid": [
    "Gezin en kinderen",
    "Jongeren",
    "Nabestaanden",
    "Ouderen",
    "Werkloosheid",
    "Ziekte en arbeidsongeschiktheid",
  ],
  Verkeer: ["Luchtvaart", "Spoor", "Water", "Weg"],
  Werk: ["Arbeidsomstandigheden", "Arbeidsvoorwaarden", "Levensloop", "Ontslag", "Werkgelegenheid"],
  "Zorg en gezondheid": [
    "Ethiek",
    "Geneesmiddelen en medische hulpmiddelen",
    "Gezondheidsrisico's",
    "Jongeren (gezondheid)",
    "Verzekeringen",
    "Voeding",
    "Ziekten en behandelingen",
  ],
};

const NAMEN = new Set(
  [...Object.entries(BELEIDSAGENDA).flat(2), ORGANISATIE_EN_BELEID].map((naam) => naam.toLowerCase()),
);

/** Reads one metadata value, "Hoofdthema | Subthema"; a value without a bar is a main theme. */
export function readThema(value: string): Thema | undefined {
  const [hoofd, sub] = value.split("|").map((part) => part.replace(/\s+/g, " ").trim());
  if (!hoofd) return undefined;
  return sub ? { hoofd, sub } : { hoofd };
}

/** The flat topics of a list of themes: lower case, alphabetical, without doubles. */
export function onderwerpenOf(themas: readonly Thema[]): readonly string[] {
  const names = themas.flatMap(({ hoofd, sub }) => (sub ? [hoofd, sub] : [hoofd]));
  return [...new Set(names.map((naam) => naam.toLowerCase()))].sort(compareDutch);
}

/** What a line of topics without separators holds; `rest` are words that are no theme of the list. */
export interface GesplitsteOnderwerpen {
  readonly onderwerpen: readonly string[];
  readonly rest: readonly string[];
}

/**
 * Splits topics that were run together with blanks only ("criminaliteit economie ict openbare orde en veiligheid"), with
 * the official list: every word belongs to one theme, as few themes as possible. Words outside the list come back as
 * `rest`, joined where they stand together.
 */
export function splitOnderwerpen(line: string): GesplitsteOnderwerpen {
  const words = line.toLowerCase().trim().split(/\s+/).filter(Boolean);
  // best[i]: the cheapest way to read words[i..]; a word outside the list costs more than any theme.
  const best: { cost: number; length: number; isThema: boolean }[] = Array.from({ length: words.length + 1 });
  best[words.length] = { cost: 0, length: 0, isThema: true };
  for (let from = words.length - 1; from >= 0; from -= 1) {
    let choice = { cost: 1000 + (best[from + 1]?.cost ?? 0), length: 1, isThema: false };
    for (let length = 1; length <= MAX_WORDS && from + length <= words.length; length += 1) {
      const cost = 1 + (best[from + length]?.cost ?? 0);
      if (cost < choice.cost && NAMEN.has(words.slice(from, from + length).join(" "))) {
        choice = { cost, length, isThema: true };
      }
    }
    best[from] = choice;
  }
  const onderwerpen: string[] = [];
  const rest: string[] = [];
  let wasRest = false;
  for (let at = 0; at < words.length; ) {
    const { length, isThema } = best[at] ?? { length: 1, isThema: false };
    const name = words.slice(at, at + length).join(" ");
    if (isThema) onderwerpen.push(name);
    else if (wasRest) rest[rest.length - 1] += ` ${name}`;
    else rest.push(name);
    wasRest = !isThema;
    at += length;
  }
  return { onderwerpen, rest };
}

const MAX_WORDS = Math.max(...[...NAMEN].map((naam) => naam.split(" ").length));

/**
 * Puts flat topics back into the hierarchy, as far as that is certain: a sub theme goes under its main theme when that
 * main theme is there and no other one can own it.
 */
export function themasOf(onderwerpen: readonly string[]): readonly Thema[] {
  const present = new Set(onderwerpen);
  const hoofden = Object.keys(BELEIDSAGENDA).filter((hoofd) => present.has(hoofd.toLowerCase()));
  return hoofden.flatMap((hoofd): Thema[] => {
    const subs = [...(BELEIDSAGENDA[hoofd] ?? []), ...(hoofden.length === 1 ? [ORGANISATIE_EN_BELEID] : [])];
    const found = subs.filter((sub) => present.has(sub.toLowerCase()));
    return found.length > 0 ? found.map((sub) => ({ hoofd, sub })) : [{ hoofd }];
  });
}

const DUTCH = new Intl.Collator("nl");

/** Alphabetical order as a Dutch reader expects it. */
export function compareDutch(a: string, b: string): number {
  return DUTCH.compare(a, b);
}
