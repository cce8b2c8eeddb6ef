/** Shapes lists, overviews and the front page: tables of record and where they lead. */
import { site } from "../../templates/data/site.ts";
import { formatGetal, teksten } from "../../templates/data/teksten.ts";
import { termijnteksten } from "../../templates/data/termijnteksten.ts";
import { formatDatum, formatDatumShort } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import { jaarOfSleutel } from "../model/sleutel.ts";
import { type LijstSoort, slugOf, wortelOf } from "./adres.ts";
import type { Verwijzing } from "./gesprek.ts";
import type { PaginaContext, PaginaHoofd } from "./pagina.ts";
import {
  compareOldestFirst,
  cutLijst,
  groupToLijsten,
  type Lijst,
  type Lijstbladzijde,
  pathOfBladzijde,
  type Registerpost,
  standOf,
} from "./register.ts";
import { type RijView, toRij } from "./rij.ts";
import { postenOf, type Termijnen, toTermijnen } from "./termijnlijsten.ts";
import { pathOfTermijnlijst, toStanditems, toTermijnblokken } from "./termijnpaginas.ts";

export interface LijstpaginaView extends PaginaHoofd {
  /** Path of the page from the root of the site. */
  readonly path: string;
  readonly soort: string;
  readonly naam: string;
  readonly samenvatting?: string;
  readonly tabelkop: string;
  readonly rijenTekst?: string;
  readonly peildatum?: Datum;
  readonly peildatumTekst?: string;
  readonly rijen: readonly RijView[];
  readonly nieuwer?: Verwijzing;
  readonly ouder?: Verwijzing;
  readonly nieuwste?: Verwijzing;
  /** On the newest page: all older ones. */
  readonly bladzijden: readonly Verwijzing[];
  /** Of a deadline list: the rule, the same rows by day, the other such lists, counts, files, and its own words. */
  readonly regel?: string;
  readonly groepen?: readonly { readonly kop: string; readonly rijen: readonly RijView[] }[];
  readonly datumkop?: string;
  readonly leeg?: string;
  readonly andere?: readonly Verwijzing[];
  readonly tellingen?: readonly Telling[];
  readonly bestanden?: readonly Verwijzing[];
  readonly vorige?: Verwijzing;
  readonly volgende?: Verwijzing;
}

/** How many rows of a list go to each name, and how long the longest waits. */
export interface Telling {
  readonly id: string;
  readonly kop: string;
  readonly rijen: readonly {
    readonly naam: string;
    readonly href?: string;
    readonly aantal: string;
    readonly langst: string;
  }[];
  /** How many names more there are. */
  readonly rest?: string;
}

/** A page of a list before its rows are shaped: what it says of itself, and what stands on it. */
export interface Lijstdeel {
  readonly hoofd: Omit<LijstpaginaView, "rijen">;
  /** Newest first. */
  readonly posten: readonly Registerpost[];
}

/** What the head of a page tells of the rows of a page of its list. */
export interface Bladzijdefeiten {
  readonly nummer?: number;
  readonly aantal: number;
  /** Dates of the first and the last row that have one. */
  readonly nieuwste?: Datum;
  readonly oudste?: Datum;
  /** Whether no row waits for an antwoord. */
  readonly isAfgedaan: boolean;
}

/** What the heads of its pages tell of a list. */
export interface Lijstfeiten extends Pick<Lijst, "soort" | "slug" | "naam"> {
  readonly aantal: number;
  readonly stand: Pick<Standtelling, "beantwoord" | "wachtend" | "teLaat">;
  /** Newest first. */
  readonly bladzijden: readonly Bladzijdefeiten[];
}

/** Cuts a list into its pages, newest first, one at a time: a list can be long. */
export function* toLijstdelen(lijst: Lijst, context: PaginaContext): Generator<Lijstdeel> {
  const bladzijden = cutLijst(lijst.posten);
  const feiten = toLijstfeiten(lijst, bladzijden, context.peildatum);
  for (const [index, { posten }] of bladzijden.entries()) yield { hoofd: toLijsthoofd(feiten, index, context), posten };
}

function toLijstfeiten(
  { soort, slug, naam, posten: alle }: Lijst,
  bladzijden: readonly Lijstbladzijde[],
  peildatum: Datum,
): Lijstfeiten {
  return {
    soort,
    slug,
    naam,
    aantal: alle.length,
    stand: countStand(alle, peildatum),
    bladzijden: bladzijden.map(({ nummer, posten }) => {
      const [nieuwste, oudste] = [findDatum(posten), findDatum(posten.toReversed())];
      return {
        ...(nummer === undefined ? {} : { nummer }),
        aantal: posten.length,
        ...(nieuwste && oudste ? { nieuwste, oudste } : {}),
        isAfgedaan: posten.every((post) => standOf(post, peildatum).isAfgedaan),
      };
    }),
  };
}

function findDatum(posten: readonly Registerpost[]): Datum | undefined {
  const eerste = posten.find((post) => post.ingediend ?? post.beantwoord);
  return eerste?.ingediend ?? eerste?.beantwoord;
}

/** Shapes the rows of a page. */
export function withRijen({ hoofd, posten }: Lijstdeel, peildatum: Datum): LijstpaginaView {
  return { ...hoofd, rijen: posten.map((post) => toRij(post, peildatum, hoofd.wortel)) };
}

/** Shapes all pages of a list, newest first. */
export function* toLijstpaginas(lijst: Lijst, context: PaginaContext): Generator<LijstpaginaView> {
  for (const deel of toLijstdelen(lijst, context)) yield withRijen(deel, context.peildatum);
}

// An older page says nothing that changes when rows are added: no totals, no way to pages other than its neighbours, and
// the as-of date only where a row is still open. So it is written once and stays.
export function toLijsthoofd(lijst: Lijstfeiten, index: number, context: PaginaContext): Lijstdeel["hoofd"] {
  const { soort, bladzijden } = lijst;
  const bladzijde = bladzijden[index] ?? { aantal: 0, isAfgedaan: true };
  const path = pathOfBladzijde(lijst, bladzijde.nummer);
  const wortel = wortelOf(path);
  const naam = naamOfLijst(lijst);
  const isNewest = bladzijde.nummer === undefined;
  const titel = teksten.lijst.titel[soort](naam);
  const count = bladzijde.aantal;
  const linkTo = (other: Bladzijdefeiten | undefined): Verwijzing | undefined =>
    other && { href: wortel + pathOfBladzijde(lijst, other.nummer), tekst: toPeriode(other) };
  const nieuwer = linkTo(bladzijden[index - 1]);
  const ouder = linkTo(bladzijden[index + 1]);
  const isDated = isNewest || !bladzijde.isAfgedaan;
  return {
    path,
    titel: isNewest ? titel : `${titel}, ${teksten.lijst.bladzijde(bladzijde.nummer)}`,
    beschrijving: `${titel}. ${teksten.lijst.alleRijen(isNewest ? lijst.aantal : count)}`,
    wortel,
    menu: "lijsten",
    ...(context.adres ? { canoniek: `${context.adres}/${path}` } : {}),
    soort: teksten.lijst.soort[soort],
    naam,
    ...(isNewest ? { samenvatting: toSamenvatting(lijst) } : {}),
    tabelkop: bladzijden.length === 1 ? teksten.lijst.alle : toPeriode(bladzijde),
    rijenTekst:
      isNewest && bladzijden.length > 1
        ? teksten.lijst.nieuwsteRijen(count, lijst.aantal)
        : teksten.lijst.alleRijen(count),
    ...(isDated ? { peildatum: context.peildatum, peildatumTekst: formatDatum(context.peildatum) } : {}),
    ...(nieuwer ? { nieuwer } : {}),
    ...(ouder ? { ouder } : {}),
    ...(isNewest ? {} : { nieuwste: { href: wortel + pathOfBladzijde(lijst), tekst: teksten.lijst.nieuwste } }),
    bladzijden: isNewest
      ? bladzijden.slice(1).map((other) => ({
          href: wortel + pathOfBladzijde(lijst, other.nummer),
          tekst: toPeriode(other),
        }))
      : [],
  };
}

/** The name of a list as a reader sees it. */
export function naamOfLijst({ soort, slug, naam }: Pick<Lijst, "soort" | "slug" | "naam">): string {
  if (soort === "stand") return teksten.standWoorden[slug] ?? naam;
  return soort === "jaar" && naam === "onbekend" ? teksten.lijst.onbekendJaar : naam;
}

function toPeriode({ nieuwste, oudste }: Bladzijdefeiten): string {
  if (!nieuwste || !oudste) return teksten.lijst.alle;
  return teksten.lijst.periode(formatDatumShort(oudste), formatDatumShort(nieuwste));
}

function toSamenvatting({ soort, aantal, stand: { beantwoord, wachtend, teLaat } }: Lijstfeiten): string {
  if (soort === "stand") return teksten.lijst.samenvatting(aantal, 0, 0, 0);
  return teksten.lijst.samenvatting(aantal, beantwoord, wachtend, teLaat);
}

export interface Standtelling {
  readonly beantwoord: number;
  readonly wachtend: number;
  readonly uitgesteld: number;
  readonly teLaat: number;
}

/** How many cases are answered, waiting, postponed and late as of `peildatum`. */
export function countStand(posten: Iterable<Registerpost>, peildatum: Datum): Standtelling {
  const stand = { beantwoord: 0, wachtend: 0, uitgesteld: 0, teLaat: 0 };
  for (const post of posten) {
    const { isOpen, isTeLaat, termijn } = standOf(post, peildatum);
    if (post.status === "beantwoord") stand.beantwoord += 1;
    if (!isOpen) continue;
    stand.wachtend += 1;
    if (isTeLaat) stand.teLaat += 1;
    else if (termijn && termijn.aantalUitstel > 0) stand.uitgesteld += 1;
  }
  return stand;
}

/** An entry of an overview: a list, and how much stands in it. */
export interface OverzichtItem {
  readonly href: string;
  readonly naam: string;
  readonly aantal: number;
}

export interface Overzicht {
  readonly soort: LijstSoort;
  readonly titel: string;
  readonly path: string;
  readonly aantal: number;
  /** Under a letter each, in alphabetical order. */
  readonly groepen: readonly {
    readonly letter: string;
    readonly anker: string;
    readonly items: readonly OverzichtItem[];
  }[];
  /** The lists with the most in them, for where there is no room for all. */
  readonly grootste: readonly OverzichtItem[];
}

const OVERZICHT_PATHS = {
  indiener: "indieners.html",
  fractie: "fracties.html",
  bewindspersoon: "bewindspersonen.html",
  onderwerp: "onderwerpen.html",
} as const;

type OverzichtSoort = keyof typeof OVERZICHT_PATHS;

/** A list without its rows: how many there are. */
export type Lijsttelling = Pick<Lijstfeiten, "soort" | "slug" | "naam" | "aantal">;

function toTelling({ soort, slug, naam, posten }: Lijst): Lijsttelling {
  return { soort, slug, naam, aantal: posten.length };
}

/** Shapes the overview of all lists of one kind. `href` is from the root of the site. */
function toOverzicht(soort: OverzichtSoort, lijsten: readonly Lijsttelling[]): Overzicht {
  const entries = lijsten
    .filter(({ aantal }) => aantal > 0)
    .map((lijst) => ({ sort: toSorteernaam(lijst.naam, soort), item: toItem(lijst) }))
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  const groepen = new Map<string, OverzichtItem[]>();
  for (const { sort, item } of entries) {
    const letter =
      entries.length <= WITHOUT_LETTERS
        ? teksten.lijsten.opNaamKort
        : /^[a-z]/.test(sort)
          ? sort.charAt(0).toUpperCase()
          : teksten.lijsten.overig;
    const items = groepen.get(letter) ?? [];
    groepen.set(letter, items);
    items.push(item);
  }
  return {
    soort,
    titel: teksten.lijsten.onderwerpen[soort],
    path: OVERZICHT_PATHS[soort],
    aantal: entries.length,
    groepen: [...groepen].map(([letter, items]) => ({ letter, anker: `letter-${slugOf(letter)}`, items })),
    grootste: entries
      .map(({ item }) => item)
      .sort((a, b) => b.aantal - a.aantal)
      .slice(0, 10),
  };
}

// So few names are found at a glance: a heading for each letter would only scatter them.
const WITHOUT_LETTERS = 40;

function toItem(lijst: Lijsttelling): OverzichtItem {
  return { href: pathOfBladzijde(lijst), naam: naamOfLijst(lijst), aantal: lijst.aantal };
}

// Prefixes of surnames do not count in Dutch: "Van der Plas" stands under P.
const TUSSENVOEGSEL = /^(?:(?:van|von|de|den|der|des|het|’t|'t|ten|ter|te|op|in|el|al|la|le|du|dos|da|ben)[\s-]+)+/i;

/**
 * The form by which a name is put in order: for persons the surname without its prefixes, then the rest; otherwise the
 * words as they stand. Folded to ASCII, so that the order is the same everywhere.
 */
export function toSorteernaam(naam: string, soort: LijstSoort): string {
  if (soort !== "indiener" && soort !== "bewindspersoon") return slugOf(naam);
  if (soort === "bewindspersoon" && /^(?:de\s+)?(?:minister|staatssecretaris|minister-president)/i.test(naam))
    return slugOf(naam);
  const words = naam.trim().split(/\s+/);
  const prefix = words.findIndex((word, index) => index > 0 && TUSSENVOEGSEL.test(`${word} `));
  const surnameAt = prefix > 0 ? prefix : TUSSENVOEGSEL.test(`${words[0]} `) ? 0 : words.length - 1;
  const surname = words.slice(surnameAt).join(" ").replace(TUSSENVOEGSEL, "");
  return `${slugOf(surname)} ${slugOf(words.slice(0, surnameAt).join(" "))}`;
}

/** All that the single pages (front page, overviews, sitemap) show. Paths are from the root of the site. */
export interface ArchiefView {
  readonly peildatum: Datum;
  readonly peildatumTekst: string;
  readonly aantal: number;
  readonly zoekTekst: string;
  readonly stand: readonly {
    readonly label: string;
    readonly waarde: string;
    readonly href?: string;
    readonly isLaat?: boolean;
  }[];
  /** The longest waiting of what is late, and the lists behind them. */
  readonly laat: readonly RijView[];
  readonly laatTekst: string;
  readonly laatLijsten: readonly Verwijzing[];
  /** Whose term passes in the week that begins on the as-of date. */
  readonly week: readonly RijView[];
  readonly weekTekst: string;
  readonly weekLijst: Verwijzing;
  readonly standlijsten: readonly OverzichtItem[];
  /** The newest; in an archive so small that the front page shows all of it, all. */
  readonly ingediend: readonly RijView[];
  readonly ingediendKop: string;
  readonly beantwoord: readonly RijView[];
  readonly nieuwsteJaar?: Verwijzing;
  readonly jaren: readonly OverzichtItem[];
  readonly overzichten: readonly Overzicht[];
  readonly adres?: string;
}

/** The archive as a whole: all lists, and what the single pages show of them. */
export interface ArchiefIndex {
  readonly lijsten: readonly Lijst[];
  readonly termijnen: Termijnen;
  readonly view: ArchiefView;
}

/** The kinds of lists in their order. */
export const SOORTEN = ["jaar", "indiener", "fractie", "bewindspersoon", "onderwerp", "stand"] as const;

/** Groups the posts into all lists and shapes the front page and the overviews. The order of the posts does not matter. */
export function indexArchief(posten: readonly Registerpost[], context: PaginaContext): ArchiefIndex {
  const { peildatum } = context;
  const sorted = [...posten].sort(compareOldestFirst);
  const lijsten = SOORTEN.flatMap((soort) => {
    const own = groupToLijsten(sorted, soort, peildatum);
    return soort === "stand" ? withEmpty(own) : own;
  });
  const termijnen = toTermijnen(sorted, peildatum);
  return {
    lijsten,
    termijnen,
    view: toArchiefView(
      lijsten.map(toTelling),
      toVoorpaginastof(sorted, peildatum),
      toTermijnview(termijnen, peildatum),
      context,
    ),
  };
}

/** What the single pages tell of deadlines. */
export interface Termijnview {
  readonly blokken: ReturnType<typeof toTermijnblokken>;
  readonly items: readonly OverzichtItem[];
  /** Terms that end within the week. */
  readonly deWeek: number;
}

export function toTermijnview(termijnen: Termijnen, peildatum: Datum): Termijnview {
  return {
    blokken: toTermijnblokken(termijnen, peildatum),
    items: toStanditems(termijnen),
    deWeek: postenOf(termijnen, "deze-week").length,
  };
}

/** What the front page takes from the posts. */
export interface Voorpaginastof {
  readonly aantal: number;
  readonly stand: Standtelling;
  /** The newest, as many as stand there: of all, of what was put by the as-of date, and of what was answered, by that day. */
  readonly eersten: readonly Registerpost[];
  readonly nieuwsten: readonly Registerpost[];
  readonly beantwoord: readonly Registerpost[];
  /** How many days each of the newest antwoorden took, at most `RECENT`. */
  readonly dagen: readonly number[];
}

function toVoorpaginastof(sorted: readonly Registerpost[], peildatum: Datum): Voorpaginastof {
  const newestFirst = sorted.toReversed();
  const opAntwoord = newestFirst
    .filter((post) => post.beantwoord)
    .sort((a, b) => compareDatum(b.beantwoord, a.beantwoord));
  return {
    aantal: sorted.length,
    stand: countStand(sorted, peildatum),
    eersten: newestFirst.slice(0, site.rijenVoorpagina),
    nieuwsten: newestFirst
      .filter((post) => post.ingediend && post.ingediend <= peildatum)
      .slice(0, site.rijenVoorpagina),
    beantwoord: opAntwoord.slice(0, site.rijenVoorpagina),
    dagen: opAntwoord
      .filter(({ status }) => status === "beantwoord")
      .slice(0, RECENT)
      .flatMap((post) => standOf(post, peildatum).dagen ?? []),
  };
}

/** Shapes the front page and the overviews; `lijsten` are sorted, those of one kind together. */
export function toArchiefView(
  lijsten: readonly Lijsttelling[],
  stof: Voorpaginastof,
  termijnview: Termijnview,
  context: PaginaContext,
): ArchiefView {
  const opSoort = (gezocht: LijstSoort) => lijsten.filter(({ soort }) => soort === gezocht);
  return {
    ...toVoorpagina(stof, opSoort("jaar"), termijnview, context.peildatum),
    standlijsten: [...opSoort("stand").map(toItem), ...termijnview.items],
    overzichten: (["indiener", "fractie", "bewindspersoon", "onderwerp"] as const).map((soort) =>
      toOverzicht(soort, opSoort(soort)),
    ),
    ...(context.adres ? { adres: context.adres } : {}),
  };
}

/** These pages are there also when nothing stands on them: people bookmark them. */
export const STANDLIJSTEN = ["open", "uitgesteld"] as const;

function withEmpty(lijsten: readonly Lijst[]): readonly Lijst[] {
  return STANDLIJSTEN.map(
    (slug) => lijsten.find((lijst) => lijst.slug === slug) ?? { soort: "stand", slug, naam: slug, posten: [] },
  );
}

function toVoorpagina(
  stof: Voorpaginastof,
  jaren: readonly Lijsttelling[],
  { blokken, deWeek }: Termijnview,
  peildatum: Datum,
): Omit<ArchiefView, "overzichten" | "adres" | "standlijsten"> {
  const { aantal, nieuwsten } = stof;
  const rows = (posten: readonly Registerpost[]) => posten.map((post) => toRij(post, peildatum, ""));
  const bekendeJaren = jaren.filter(({ naam }) => naam !== "onbekend");
  const eerste = bekendeJaren[0];
  // The year that the newest rows are from: a later one may hold undated Kamervragen only.
  const laatste =
    bekendeJaren.find(({ naam }) => nieuwsten[0] && naam === jaarOfSleutel(nieuwsten[0].sleutel)) ??
    bekendeJaren.at(-1);
  // Twice the same few rows would tell nothing.
  const isKlein = aantal <= site.rijenVoorpagina;
  return {
    peildatum,
    peildatumTekst: formatDatum(peildatum),
    aantal,
    zoekTekst:
      eerste && bekendeJaren.length > 1
        ? teksten.voorpagina.zoekInSinds(aantal, eerste.naam)
        : teksten.voorpagina.zoekIn(aantal),
    stand: toStandregels(stof, deWeek),
    ...blokken,
    ingediend: rows(isKlein ? stof.eersten : nieuwsten),
    ingediendKop: isKlein ? teksten.voorpagina.alle : teksten.voorpagina.ingediend,
    beantwoord: isKlein ? [] : stof.beantwoord.map((post) => toRij(post, peildatum, "", "beantwoord")),
    ...(laatste && !isKlein
      ? { nieuwsteJaar: { href: pathOfBladzijde(laatste), tekst: teksten.voorpagina.alleJaar(laatste.naam) } }
      : {}),
    jaren: [...bekendeJaren]
      .reverse()
      .concat(jaren.filter(({ naam }) => naam === "onbekend"))
      .map(toItem),
  };
}

function compareDatum(a: Datum = "", b: Datum = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** So many of the newest antwoorden tell how long one takes. */
export const RECENT = 1000;
// Of fewer answers a middle one says nothing.
const MIN_RECENT = 10;

function toStandregels({ aantal, stand, dagen }: Voorpaginastof, deWeek: number): ArchiefView["stand"] {
  const { voorpagina } = teksten;
  const recent = dagen.toSorted((a, b) => a - b);
  const median = recent[Math.floor((recent.length - 1) / 2)];
  return [
    { label: voorpagina.kamervragen, waarde: formatGetal(aantal), href: "lijsten.html" },
    { label: voorpagina.beantwoord, waarde: formatGetal(stand.beantwoord) },
    { label: voorpagina.open, waarde: formatGetal(stand.wachtend), href: "stand/open.html" },
    { label: voorpagina.uitgesteld, waarde: formatGetal(stand.uitgesteld), href: "stand/uitgesteld.html" },
    {
      label: voorpagina.teLaat,
      waarde: formatGetal(stand.teLaat),
      isLaat: stand.teLaat > 0,
      href: pathOfTermijnlijst("te-laat"),
    },
    { label: termijnteksten.voorpagina.week, waarde: formatGetal(deWeek), href: pathOfTermijnlijst("deze-week") },
    ...(median === undefined || recent.length < MIN_RECENT
      ? []
      : [{ label: voorpagina.middelste(recent.length), waarde: teksten.dagen(median) }]),
  ];
}
