/** Shapes a Kamervraag into what its page shows, so that the templates hold no logic. */
import { site } from "../../templates/data/site.ts";
import { teksten } from "../../templates/data/teksten.ts";
import { documentAnker } from "../model/anker.ts";
import { daysBetween, formatDatum } from "../model/datum.ts";
import { type Datum, type Indiener, isVraag, type Kamervraag, type Status } from "../model/kamervraag.ts";
import { opPeildatum } from "../model/peildatum.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import { findTermijn } from "../model/termijn.ts";
import { openWegwijzer } from "../verwijzingen/wegwijzer.ts";
import { type AanhalenView, toAanhalenView } from "./aanhalen/view.ts";
import { wortelOf } from "./adres.ts";
import type { Archiefkennis } from "./archiefkennis.ts";
import { type Feit, toFeiten } from "./feiten.ts";
import { type GesprekView, type Nootboek, type NootView, openNootboek, toGesprek, type Verwijzing } from "./gesprek.ts";
import { type InhoudsopgaveView, toInhoudsopgave } from "./inhoudsopgave.ts";
import { type Knoop, toJsonld } from "./jsonld.ts";
import { toCssString, toEersteWoorden } from "./knip.ts";
import type { TekstOmgeving } from "./markdown.ts";
import { type BronnenBijVragenView, toBronnenBijVragen } from "./noten.ts";
import { toRegisterpost } from "./register.ts";
import { type SamenhangView, toSamenhang } from "./samenhang.ts";
import { type StaatView, toStaatView, toStaatzin } from "./staat.ts";
import { type TermijnView, toTermijnView } from "./termijnlijn.ts";
import { type TrouwView, toTrouw } from "./trouw.ts";
import { toVergelijkbaar, type VergelijkbaarView } from "./vergelijkbaar.ts";
import { toVerloopView, type VerloopView } from "./verloop.ts";

/** What a page needs to know beside its Kamervraag. */
export interface PaginaContext {
  /** The date as of which open cases are counted. */
  readonly peildatum: Datum;
  /** Address of the site, `https://…` without a slash at its end; absent when it is not known. */
  readonly adres?: string;
  /** Where a reader reports a mistake, as `readMeldadres` answers it; absent when the operator gave none. */
  readonly meldadres?: string;
  /** Whether a person edited the Markdown, or wrote it: the account of its characters then says nothing any more. */
  readonly isBewerkt?: boolean;
  /** What the archive knows of other Kamervragen; absent when one stands by itself. */
  readonly archief?: Archiefkennis;
}

/** What `layouts/pagina.njk` asks of every page. */
export interface PaginaHoofd {
  readonly titel: string;
  readonly beschrijving: string;
  /** The way to the root of the site: `""`, `"../"`, `"../../"`. */
  readonly wortel: string;
  /** The entry of the menu that this page belongs to. */
  readonly menu?: "voorpagina" | "lijsten" | "zoeken" | "over";
  /** Names of the components whose script the page uses. */
  readonly scripts?: readonly string[];
  readonly alternatieven?: readonly { readonly type: string; readonly href: string; readonly titel?: string }[];
  readonly canoniek?: string;
  readonly ogSoort?: "article" | "website";
  /** What stands at the head of every printed sheet after the first: a string of CSS, with its quotes. */
  readonly drukkop?: string;
  /** For link previews of an article: dates and topics. */
  readonly og?: { readonly ingediend?: Datum; readonly beantwoord?: Datum; readonly onderwerpen: readonly string[] };
  readonly jsonld?: Knoop;
}

export interface KamervraagView extends PaginaHoofd {
  readonly soort: string;
  readonly nummer: string;
  readonly onderwerp: string;
  readonly isLang: boolean;
  readonly staat: StaatView & { readonly zin: string };
  readonly feiten: readonly Feit[];
  /** What the search page shows of a hit, and how the case stands in one word. */
  readonly zoekgegevens: { readonly ingediend: string; readonly indiener: string; readonly status: string };
  /** Only where there is more than a handful of vragen. */
  readonly inhoudsopgave?: InhoudsopgaveView;
  readonly termijn?: TermijnView;
  readonly verloop?: VerloopView | undefined;
  readonly stemmen: { readonly vraag: string; readonly antwoord: string };
  readonly gesprek: GesprekView;
  readonly gesprekKop: string;
  /** Said where there are no vragen at all. */
  readonly gesprekLeeg?: string;
  /** Notes that no text calls. */
  readonly losseNoten: readonly NootView[];
  readonly mededelingen: readonly MededelingView[];
  readonly bronnenBijVragen?: BronnenBijVragenView;
  readonly samenhang?: SamenhangView;
  readonly vergelijkbaar?: VergelijkbaarView;
  readonly aanhalen: AanhalenView;
  readonly trouw: TrouwView;
  /** What the Markdown renderer needs, by level of the headings in a text. */
  readonly tekst: { readonly vraag: TekstOmgeving; readonly antwoord: TekstOmgeving };
}

export interface MededelingView {
  readonly anker: string;
  readonly kop: string;
  readonly datum?: Datum;
  readonly datumTekst: string;
  readonly dag?: string;
  readonly tekst: string;
  readonly bron?: Verwijzing;
  readonly noten: readonly NootView[];
}

/** Shapes one Kamervraag as of the stated date. The result is for one rendering: it counts note calls as they pass. */
export function toKamervraagView(kamervraag: Kamervraag, context: PaginaContext): KamervraagView {
  const path = pathOfSleutel(kamervraag.sleutel);
  const wortel = wortelOf(`${path}.html`);
  const nummer = toNummer(kamervraag);
  const noten = openNootboek(kamervraag);
  const gesprek = toGesprek(kamervraag, noten);
  const mededelingen = toMededelingen(kamervraag, noten);
  const losseNoten = noten.takeRest();
  // How the case stood; the record itself stays whole.
  const toen = opPeildatum(kamervraag, context.peildatum);
  const post = toRegisterpost(toen);
  const staat = { ...toStaatView(post, context.peildatum), zin: toStaatzin(post, context.peildatum) };
  const soort = teksten.soort[kamervraag.soort];
  const name = kamervraag.sleutel;
  const omgeving = {
    nootnummers: Object.fromEntries(kamervraag.noten.map(({ anker, nummer: printed }) => [anker, printed])),
    geplaatst: new Map<string, number>(),
    wegwijzer: openWegwijzer(kamervraag, context.archief?.zoek),
  };
  const inhoudsopgave = toInhoudsopgave(gesprek);
  const feiten = toFeiten(toen, context.peildatum, wortel);
  const termijn = toTermijn(toen, context.peildatum, toen !== kamervraag);
  const bronnenBijVragen = toBronnenBijVragen(kamervraag);
  return {
    titel: `${kamervraag.titel.replace(/\s*\.$/, "")}, ${soort} ${nummer}`,
    beschrijving: toBeschrijving(toen, staat),
    wortel,
    scripts: ["aanhalen", "markering", ...(inhoudsopgave ? ["inhoudsopgave"] : [])],
    alternatieven: [
      { type: "text/plain", href: `${name}.txt` },
      { type: "text/markdown", href: `${name}.md` },
      { type: "application/json", href: `${name}.json` },
    ],
    ...(context.adres ? toAdresdelen(kamervraag, context.adres) : {}),
    ogSoort: "article",
    drukkop: toCssString(toEersteWoorden(`${soort} ${nummer}: ${kamervraag.titel}`, site.drukkop)),
    soort: kamervraag.kamer === "ek" ? `${soort}, ${teksten.eersteKamer},` : soort,
    nummer,
    onderwerp: kamervraag.titel,
    isLang: kamervraag.titel.length > site.langeTitel,
    staat,
    feiten,
    zoekgegevens: {
      ingediend: kamervraag.ingediend ?? "",
      indiener: toIndienerKort(kamervraag.indieners),
      status: staat.woord,
    },
    ...(inhoudsopgave ? { inhoudsopgave } : {}),
    ...(termijn ? { termijn } : {}),
    verloop: toVerloopView(kamervraag, context.peildatum),
    stemmen: toStemmen(kamervraag),
    gesprek,
    ...(kamervraag.blokken.some(isVraag) ? {} : { gesprekLeeg: teksten.gesprek.geenVragen }),
    gesprekKop: kamervraag.blokken.some((blok) => blok.soort === "antwoord")
      ? teksten.gesprek.kop
      : teksten.gesprek.kopZonderAntwoord,
    losseNoten,
    mededelingen,
    ...(bronnenBijVragen ? { bronnenBijVragen } : {}),
    ...toSamenhang(kamervraag.sleutel, context),
    ...toVergelijkbaar(kamervraag.sleutel, context),
    aanhalen: toAanhalenView(kamervraag, { nummer, feiten }, context.adres),
    trouw: toTrouw(kamervraag, gesprek.ankers, context),
    tekst: { vraag: { ...omgeving, kopniveau: 4 }, antwoord: { ...omgeving, kopniveau: 5 } },
  };
}

// What a page has only when the address of the site is known.
function toAdresdelen(kamervraag: Kamervraag, adres: string): Pick<PaginaHoofd, "canoniek" | "og" | "jsonld"> {
  const { sleutel, ingediend, beantwoord, onderwerpen } = kamervraag;
  return {
    canoniek: `${adres}/${pathOfSleutel(sleutel)}.html`,
    og: { ...(ingediend ? { ingediend } : {}), ...(beantwoord ? { beantwoord } : {}), onderwerpen },
    jsonld: toJsonld(kamervraag, adres),
  };
}

function toNummer({ vraagnummer, sleutel }: Kamervraag): string {
  return vraagnummer ?? sleutel;
}

function toBeschrijving(kamervraag: Kamervraag, staat: StaatView): string {
  const aantal = new Set(kamervraag.blokken.flatMap((blok) => (blok.soort === "vraag" ? blok.nummers : []))).size;
  return teksten.beschrijving(
    aantal,
    toIndienerKort(kamervraag.indieners),
    kamervraag.ingediend && formatDatum(kamervraag.ingediend),
    kamervraag.beantwoord ? teksten.beantwoordOp(formatDatum(kamervraag.beantwoord)) : staat.woord,
  );
}

/** The first indiener with fractie, and how many more there are: "J. Voorbeeld (ABC) en 2 anderen". */
export function toIndienerKort(indieners: readonly Indiener[]): string {
  const [first, ...others] = indieners;
  if (!first) return "";
  const naam = first.fractie ? `${first.naam} (${first.fractie})` : first.naam;
  return others.length > 0 ? naam + teksten.gesprek.enAnderen(others.length) : naam;
}

function toStemmen({ indieners, beantwoordDoor, status }: Kamervraag): KamervraagView["stemmen"] {
  const [first, ...others] = beantwoordDoor;
  const naam = first ? (first.naam ?? first.functie ?? "") : NIEMAND[status];
  const fractie = first?.fractie ? ` (${first.fractie})` : "";
  return {
    vraag: toIndienerKort(indieners),
    antwoord: naam + fractie + (others.length > 0 ? teksten.gesprek.enAnderen(others.length) : ""),
  };
}

const NIEMAND: Readonly<Record<Status, string>> = {
  open: teksten.gesprek.nogNiemand,
  uitgesteld: teksten.gesprek.nogNiemand,
  "deels-beantwoord": "",
  beantwoord: "",
  "per-brief": teksten.gesprek.perBriefKort,
  ingetrokken: teksten.gesprek.ingetrokkenKort,
};

function toTermijn(kamervraag: Kamervraag, peildatum: Datum, heeftLater: boolean): TermijnView | undefined {
  const termijn = findTermijn(kamervraag, peildatum);
  const { ingediend, status } = kamervraag;
  if (!termijn || !ingediend) return undefined;
  return toTermijnView({ termijn, ingediend, status, peildatum, heeftLater });
}

function toMededelingen({ mededelingen, bronnen, ingediend }: Kamervraag, noten: Nootboek): readonly MededelingView[] {
  return mededelingen.map(({ soort, datum, tekst, bron }, index) => ({
    anker: `mededeling-${index + 1}`,
    kop: teksten.mededelingen.soort[soort],
    ...(datum ? { datum } : {}),
    datumTekst: datum ? formatDatum(datum) : teksten.mededelingen.zonderDatum,
    ...(datum && ingediend && datum >= ingediend
      ? { dag: teksten.mededelingen.dag(daysBetween(ingediend, datum)) }
      : {}),
    tekst,
    ...(bron && bronnen.some(({ id }) => id === bron)
      ? { bron: { href: `#${documentAnker(bron)}`, tekst: bron } }
      : {}),
    noten: noten.take(tekst),
  }));
}
