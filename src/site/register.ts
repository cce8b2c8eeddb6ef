/**
 * The register: one small record for each Kamervraag, and the lists made from them. Everything here is counted as of
 * the stated date, never the clock.
 */
import { site } from "../../templates/data/site.ts";
import { daysBetween } from "../model/datum.ts";
import type {
  Adressaat,
  Beantwoorder,
  Datum,
  Indiener,
  Kamer,
  Kamervraag,
  Mededeling,
  Soort,
  Status,
} from "../model/kamervraag.ts";
import { jaarOfSleutel } from "../model/sleutel.ts";
import { findTermijn, type Termijn } from "../model/termijn.ts";
import { bewindspersoonNaam, type LijstSoort, slugOf } from "./adres.ts";

/** What lists, overviews and the front page need to know of a Kamervraag; without its texts. */
export interface Registerpost {
  readonly sleutel: string;
  readonly aliassen: readonly string[];
  readonly titel: string;
  readonly kamer: Kamer;
  readonly soort: Soort;
  readonly ingediend?: Datum;
  readonly beantwoord?: Datum;
  readonly status: Status;
  readonly indieners: readonly Pick<Indiener, "naam" | "fractie">[];
  readonly gerichtAan: readonly Adressaat[];
  readonly beantwoordDoor: readonly Pick<Beantwoorder, "naam" | "functie" | "fractie">[];
  readonly onderwerpen: readonly string[];
  readonly mededelingen: readonly Pick<Mededeling, "soort" | "datum">[];
  /** The numbers by which it can be found: its key, earlier keys and its documents. */
  readonly nummers: readonly string[];
}

/** Takes from a Kamervraag what the register keeps. For a list as of a past day, give it as it stood then (`opPeildatum`). */
export function toRegisterpost(kamervraag: Kamervraag): Registerpost {
  const { ingediend, beantwoord } = kamervraag;
  return {
    sleutel: kamervraag.sleutel,
    aliassen: kamervraag.aliassen,
    titel: kamervraag.titel,
    kamer: kamervraag.kamer,
    soort: kamervraag.soort,
    ...(ingediend ? { ingediend } : {}),
    ...(beantwoord ? { beantwoord } : {}),
    status: kamervraag.status,
    indieners: kamervraag.indieners.map(({ naam, fractie }) => (fractie ? { naam, fractie } : { naam })),
    gerichtAan: kamervraag.gerichtAan,
    beantwoordDoor: kamervraag.beantwoordDoor.map(({ naam, functie, fractie }) => ({
      ...(naam ? { naam } : {}),
      ...(functie ? { functie } : {}),
      ...(fractie ? { fractie } : {}),
    })),
    onderwerpen: kamervraag.onderwerpen,
    mededelingen: kamervraag.mededelingen.map(({ soort, datum }) => (datum ? { soort, datum } : { soort })),
    nummers: [...new Set([kamervraag.sleutel, ...kamervraag.aliassen, ...kamervraag.bronnen.map(({ id }) => id)])],
  };
}

const DATUM_IN_KOP = /\b(?:ingediend|beantwoord|datum): *["']?(\d{4}-\d{2}-\d{2})/g;

/**
 * The newest date that the front matter of a Kamervraag names: of its submission, its antwoord, a notice or a document.
 * Looks at the text only, so that a large archive need not be read as a whole before its first page is made.
 */
export function newestDatumIn(markdown: string): Datum | undefined {
  const end = markdown.indexOf("\n---", 3);
  const dates = [...markdown.slice(0, Math.max(0, end)).matchAll(DATUM_IN_KOP)].flatMap(([, datum]) => datum ?? []);
  return newestOf(dates);
}

/** The latest of some dates; `undefined` without any. */
export function newestOf(dates: Iterable<Datum | undefined>): Datum | undefined {
  let newest: Datum | undefined;
  for (const datum of dates) if (datum && (!newest || datum > newest)) newest = datum;
  return newest;
}

/** How a case stands, in one word of `teksten.staat` and a mark whose shape differs. */
export type Staat = Status | "te-laat" | "te-laat-beantwoord" | "na-uitstel" | "later";

export interface Stand {
  readonly staat: Staat;
  /** Days taken or waited; `undefined` where the documents do not tell. */
  readonly dagen?: number;
  /** Whether the rule of three and six weeks holds, so that the days can be drawn against it. */
  readonly heeftTermijn: boolean;
  /** The deadline, where the rule holds. */
  readonly termijn?: Termijn;
  readonly isAfgedaan: boolean;
  /** Waiting for an antwoord on the as-of date: neither done nor put later than that. */
  readonly isOpen: boolean;
  readonly isTeLaat: boolean;
}

// A post stands in some ten lists; how it stands is worked out once.
const standen = new WeakMap<Registerpost, { readonly peildatum: Datum; readonly stand: Stand }>();

/** Says how a case stands as of `peildatum`. */
export function standOf(post: Registerpost, peildatum: Datum): Stand {
  const known = standen.get(post);
  if (known?.peildatum === peildatum) return known.stand;
  const stand = computeStand(post, peildatum);
  standen.set(post, { peildatum, stand });
  return stand;
}

function computeStand(post: Registerpost, peildatum: Datum): Stand {
  const termijn = findTermijn(post, peildatum);
  if (!termijn) return computeStandZonderTermijn(post, peildatum);
  const { dagen, isAfgedaan, isTeLaat, aantalUitstel } = termijn;
  const open: Staat = isTeLaat ? "te-laat" : post.status;
  const gedaan: Staat = isTeLaat ? "te-laat-beantwoord" : aantalUitstel > 0 ? "na-uitstel" : "beantwoord";
  const staat = isAfgedaan ? gedaan : open;
  return { staat, dagen, heeftTermijn: true, termijn, isAfgedaan, isOpen: !isAfgedaan, isTeLaat };
}

function computeStandZonderTermijn({ ingediend, beantwoord, status, mededelingen }: Registerpost, peildatum: Datum) {
  const isLater = ingediend !== undefined && ingediend > peildatum;
  const isAfgedaan =
    status === "beantwoord" ||
    status === "per-brief" ||
    status === "ingetrokken" ||
    mededelingen.some(({ soort, datum }) => soort === "per-brief" && (!datum || datum <= peildatum));
  const isOpen = !isAfgedaan && !isLater;
  const tot = beantwoord ?? (isOpen ? peildatum : undefined);
  const dagen = ingediend && tot ? daysBetween(ingediend, tot) : -1;
  return {
    staat: isLater ? ("later" as const) : status,
    // An antwoord that is dated before its questions took no number of days.
    ...(dagen < 0 ? {} : { dagen }),
    heeftTermijn: false,
    isAfgedaan,
    isOpen,
    isTeLaat: false,
  };
}

/** Orders posts from old to new: by submission, else by answer, else by the year of the key; then by key. */
export function compareOldestFirst(a: Registerpost, b: Registerpost): number {
  return compareText(volgdatum(a), volgdatum(b)) || compareText(a.sleutel, b.sleutel);
}

function volgdatum(post: Registerpost): string {
  const jaar = jaarOfSleutel(post.sleutel);
  return post.ingediend ?? post.beantwoord ?? (jaar === "onbekend" ? "" : jaar);
}

// Code units, not a locale: the order must be the same on every machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One list: all posts of one year, person, fractie, onderwerp or state. */
export interface Lijst {
  readonly soort: LijstSoort;
  readonly slug: string;
  /** The name as most of its posts write it. */
  readonly naam: string;
  /** Oldest first. */
  readonly posten: readonly Registerpost[];
}

/** The names under which a post stands in the lists of one kind. */
export function namenOf(post: Registerpost, soort: LijstSoort, peildatum: Datum): readonly string[] {
  switch (soort) {
    case "jaar":
      return [jaarOfSleutel(post.sleutel)];
    case "indiener":
      return post.indieners.map(({ naam }) => naam);
    case "fractie":
      return post.indieners.flatMap(({ fractie }) => fractie ?? []);
    case "bewindspersoon":
      return [...post.gerichtAan, ...post.beantwoordDoor].flatMap((persoon) => bewindspersoonNaam(persoon) ?? []);
    case "onderwerp":
      return post.onderwerpen;
    case "stand":
      return standLijstenOf(post, peildatum);
  }
}

// What is late has lists of its own, in another order: termijnlijsten.ts.
function standLijstenOf(post: Registerpost, peildatum: Datum): readonly string[] {
  const { isOpen, isTeLaat, termijn } = standOf(post, peildatum);
  if (!isOpen) return [];
  return ["open", ...(termijn && termijn.aantalUitstel > 0 && !isTeLaat ? ["uitgesteld"] : [])];
}

/**
 * Groups posts, given oldest first, into the lists of one kind, sorted by slug. Names that fold to one slug share a
 * list; it is named as most posts write it, the first in code order where they are even. The fractie of who answered has
 * a list too, since its name leads there; on it stand only the Kamervragen that the fractie itself put.
 */
export function groupToLijsten(posten: readonly Registerpost[], soort: LijstSoort, peildatum: Datum): readonly Lijst[] {
  const groups = new Map<string, { posten: Registerpost[]; namen: Map<string, number> }>();
  for (const post of posten) {
    for (const { naam, isRij } of ledenVan(post, soort, peildatum)) {
      const slug = slugOf(naam);
      const group = groups.get(slug) ?? { posten: [], namen: new Map<string, number>() };
      groups.set(slug, group);
      group.namen.set(naam, (group.namen.get(naam) ?? 0) + 1);
      // A name can stand twice on one Kamervraag (asked of and answered by): it is one row.
      if (isRij && group.posten.at(-1) !== post) group.posten.push(post);
    }
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([slug, group]) => ({ soort, slug, naam: mostUsed(group.namen), posten: group.posten }));
}

/** The lists of one kind that a post belongs to, by each name it gives them; `isRij` when it stands in it as a row. */
export function ledenVan(
  post: Registerpost,
  soort: LijstSoort,
  peildatum: Datum,
): readonly { readonly naam: string; readonly isRij: boolean }[] {
  const anderen = soort === "fractie" ? post.beantwoordDoor.flatMap(({ fractie }) => fractie ?? []) : [];
  return [
    ...anderen.map((naam) => ({ naam, isRij: false })),
    ...namenOf(post, soort, peildatum).map((naam) => ({ naam, isRij: true })),
  ];
}

/** The name that is used most, the first in code order where they are even. */
export function mostUsed(namen: ReadonlyMap<string, number>): string {
  return [...namen].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0]?.[0] ?? "";
}

/** One page of a list. */
export interface Lijstbladzijde<Post = Registerpost> {
  /** 1 is the oldest; `undefined` is the newest, which stands at the list's own address. */
  readonly nummer?: number;
  /** Newest first. */
  readonly posten: readonly Post[];
}

/**
 * Cuts a list, given oldest first, into pages. Full pages are counted from the oldest row on and never change when rows
 * are added; the newest page holds what is left, one to nearly two pages of rows. Answers newest page first.
 */
export function cutLijst<Post>(
  posten: readonly Post[],
  size: number = site.rijenPerPagina,
): readonly Lijstbladzijde<Post>[] {
  const total = posten.length;
  const full = Math.max(0, Math.floor(total / size) - 1);
  const rows = (from: number, to: number) => posten.slice(from, to).reverse();
  const newest = { posten: rows(full * size, total) };
  const older = Array.from({ length: full }, (_, index) => {
    const nummer = full - index;
    return { nummer, posten: rows((nummer - 1) * size, nummer * size) };
  });
  return [newest, ...older];
}

/** The path of one page of a list, from the root of the site. */
export function pathOfBladzijde(lijst: Pick<Lijst, "soort" | "slug">, nummer?: number): string {
  return nummer === undefined ? `${lijst.soort}/${lijst.slug}.html` : `${lijst.soort}/${lijst.slug}/${nummer}.html`;
}
