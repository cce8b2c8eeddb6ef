/** Shapes a Kamervraag into what its page shows, so that the templates hold no logic. */
import { meldingOf } from "../../templates/data/meldingen.ts";
import { site } from "../../templates/data/site.ts";
import { teksten } from "../../templates/data/teksten.ts";
import { opsomming } from "../markdown/koppen.ts";
import { nootmerkenIn } from "../markdown/nootmerken.ts";
import { documentAnker } from "../model/anker.ts";
import { daysBetween, formatDatum } from "../model/datum.ts";
import type { Bron, Datum, Diagnostiek, Indiener, Kamervraag, Noot, Status } from "../model/kamervraag.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import { findTermijn } from "../model/termijn.ts";
import { openWegwijzer } from "../verwijzingen/wegwijzer.ts";
import { wortelOf } from "./adres.ts";
import type { Archiefkennis } from "./archiefkennis.ts";
import { type Feit, toFeiten } from "./feiten.ts";
import { type GesprekView, type Nootboek, type NootView, openNootboek, toGesprek, type Verwijzing } from "./gesprek.ts";
import type { TekstOmgeving } from "./markdown.ts";
import { toRegisterpost } from "./register.ts";
import { type SamenhangView, toSamenhang } from "./samenhang.ts";
import { type StaatView, toStaatView, toStaatzin } from "./staat.ts";
import { type TermijnView, toTermijnView } from "./termijnlijn.ts";
import { toVergelijkbaar, type VergelijkbaarView } from "./vergelijkbaar.ts";

/** What a page needs to know beside its Kamervraag. */
export interface PaginaContext {
  /** The date as of which open cases are counted. */
  readonly peildatum: Datum;
  /** Address of the site, `https://…` without a slash at its end; absent when it is not known. */
  readonly adres?: string;
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
  readonly alternatieven?: readonly { readonly type: string; readonly href: string; readonly titel: string }[];
  readonly canoniek?: string;
  readonly ogSoort?: "article" | "website";
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
  readonly sprongen: readonly Verwijzing[];
  readonly heeftVeelSprongen: boolean;
  readonly termijn?: TermijnView;
  readonly stemmen: { readonly vraag: string; readonly antwoord: string };
  readonly gesprek: GesprekView;
  readonly gesprekKop: string;
  /** Said where there are no vragen at all. */
  readonly gesprekLeeg?: string;
  /** Notes that no text calls. */
  readonly losseNoten: readonly NootView[];
  readonly mededelingen: readonly MededelingView[];
  readonly bronnenBijVragen: readonly VraagbronView[];
  readonly samenhang?: SamenhangView;
  readonly vergelijkbaar?: VergelijkbaarView;
  readonly aanhaling: string;
  readonly adres?: string;
  /** Addresses that exist on this page, to show how to point at a part of it. */
  readonly voorbeelden: { readonly vraag: string; readonly antwoord: string };
  readonly documenten: readonly DocumentView[];
  readonly documentenLeeg?: string;
  readonly bestanden: readonly Verwijzing[];
  readonly opmerkingen: readonly OpmerkingView[];
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

export interface VraagbronView {
  readonly tekst?: string;
  readonly url?: string;
  readonly href: string;
  readonly noot: string;
  readonly bij: string;
}

export interface DocumentView {
  readonly anker: string;
  readonly label: string;
  readonly id: string;
  readonly titel?: string;
  readonly url?: string;
  readonly kopregels: readonly string[];
  readonly feiten: readonly string[];
  readonly andereVormen: readonly Verwijzing[];
  readonly vingerafdruk: string;
  readonly vervangenDoor?: Verwijzing;
}

export interface OpmerkingView {
  readonly plaats: string;
  readonly href?: string;
  readonly melding: string;
  readonly gevonden?: string;
  readonly isFout: boolean;
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
  const post = toRegisterpost(kamervraag);
  const staat = { ...toStaatView(post, context.peildatum), zin: toStaatzin(post, context.peildatum) };
  const soort = teksten.soort[kamervraag.soort];
  const name = kamervraag.sleutel;
  const omgeving = {
    nootnummers: Object.fromEntries(kamervraag.noten.map(({ anker, nummer: printed }) => [anker, printed])),
    geplaatst: new Map<string, number>(),
    wegwijzer: openWegwijzer(kamervraag, context.archief?.zoek),
  };
  const sprongen = gesprek.delen.flatMap((deel) =>
    deel.soort === "vraagblok" ? deel.vragen.flatMap(({ anker, andereAnkers }) => [anker, ...andereAnkers]) : [],
  );
  const documenten = toDocumenten(kamervraag.bronnen);
  const termijn = toTermijn(kamervraag, context.peildatum);
  const adres = context.adres ? `${context.adres}/${path}.html` : undefined;
  const bestanden = (["txt", "md", "json"] as const).map((ext) => ({
    href: `${name}.${ext}`,
    tekst: teksten.documenten.bestanden[ext],
  }));
  return {
    titel: `${kamervraag.titel.replace(/\s*\.$/, "")}, ${soort} ${nummer}`,
    beschrijving: toBeschrijving(kamervraag, staat),
    wortel,
    scripts: ["verwijzing"],
    alternatieven: [
      { type: "text/plain", href: `${name}.txt`, titel: teksten.documenten.bestanden.txt },
      { type: "text/markdown", href: `${name}.md`, titel: teksten.documenten.bestanden.md },
      { type: "application/json", href: `${name}.json`, titel: teksten.documenten.bestanden.json },
    ],
    ...(adres ? { canoniek: adres, adres } : {}),
    ogSoort: "article",
    soort: kamervraag.kamer === "ek" ? `${soort}, ${teksten.eersteKamer},` : soort,
    nummer,
    onderwerp: kamervraag.titel,
    isLang: kamervraag.titel.length > site.langeTitel,
    staat,
    feiten: toFeiten(kamervraag, context.peildatum, wortel),
    zoekgegevens: {
      ingediend: kamervraag.ingediend ?? "",
      indiener: toIndienerKort(kamervraag.indieners),
      status: staat.woord,
    },
    sprongen: sprongen.map((anker) => ({ href: `#${anker}`, tekst: toSprong(anker) })),
    heeftVeelSprongen: sprongen.length > site.veelVragen,
    ...(termijn ? { termijn } : {}),
    stemmen: toStemmen(kamervraag),
    gesprek,
    ...(sprongen.length === 0 ? { gesprekLeeg: teksten.gesprek.geenVragen } : {}),
    gesprekKop: kamervraag.blokken.some((blok) => blok.soort === "antwoord")
      ? teksten.gesprek.kop
      : teksten.gesprek.kopZonderAntwoord,
    losseNoten,
    mededelingen,
    bronnenBijVragen: toBronnenBijVragen(kamervraag),
    ...toSamenhang(kamervraag.sleutel, context),
    ...toVergelijkbaar(kamervraag.sleutel, context),
    aanhaling: toAanhaling(kamervraag, nummer),
    voorbeelden: toVoorbeelden(gesprek),
    documenten,
    ...toDocumentenLeeg(kamervraag),
    bestanden,
    opmerkingen: toOpmerkingen(kamervraag, gesprek.ankers),
    tekst: { vraag: { ...omgeving, kopniveau: 4 }, antwoord: { ...omgeving, kopniveau: 5 } },
  };
}

function toSprong(anker: string): string {
  return anker.startsWith("vraag-z") ? teksten.gesprek.zonderNummer : anker.replace("vraag-", "");
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

function toTermijn(kamervraag: Kamervraag, peildatum: Datum): TermijnView | undefined {
  const termijn = findTermijn(kamervraag, peildatum);
  const { ingediend, status } = kamervraag;
  if (!termijn || !ingediend) return undefined;
  const aantalUitstel = kamervraag.mededelingen.filter(({ soort }) => soort === "uitstel").length;
  return toTermijnView({ termijn, ingediend, status, peildatum, aantalUitstel });
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

function toBronnenBijVragen({ noten, blokken }: Kamervraag): readonly VraagbronView[] {
  const vraagnoten = noten.filter(({ bereik }) => bereik === "vraag");
  if (vraagnoten.length === 0) return [];
  const nummers = vraagnummersByNoot(blokken);
  return vraagnoten.map((noot) => {
    const nummer = nummers.get(noot.anker);
    return {
      ...(noot.tekst === undefined ? {} : { tekst: noot.tekst }),
      ...(noot.url && !hasLink(noot) ? { url: noot.url } : {}),
      href: `#noot-${noot.anker}`,
      noot: teksten.bronnenBijVragen.noot(noot.nummer),
      bij: [
        nummer ? teksten.bronnenBijVragen.bijVraag(nummer) : "",
        noot.tekst !== undefined && !noot.url ? teksten.bronnenBijVragen.zonderAdres : "",
      ].join(""),
    };
  });
}

/** The number of the vraag that calls a note first, by the note's anchor. */
function vraagnummersByNoot(blokken: Kamervraag["blokken"]): ReadonlyMap<string, string> {
  const nummers = new Map<string, string>();
  for (const blok of blokken) {
    const nummer = blok.soort === "vraag" ? blok.nummers[0] : undefined;
    if (!nummer) continue;
    for (const anker of nootmerkenIn(blok.tekst)) if (!nummers.has(anker)) nummers.set(anker, nummer);
  }
  return nummers;
}

function hasLink({ tekst = "" }: Noot): boolean {
  return /\]\(|<https?:/.test(tekst);
}

/** How lawyers cite it: by Aanhangsel number where there is one, else by the number of the Kamervraag. */
export function toAanhaling(kamervraag: Kamervraag, nummer: string): string {
  const { aanhalen } = teksten;
  const kamer = kamervraag.kamer === "tk" ? "II" : "I";
  const aanhangsels = kamervraag.bronnen.flatMap(({ soort, vergaderjaar, aanhangselnummer, vervangenDoor }) =>
    (soort === "antwoord" || soort === "nader-antwoord") && vergaderjaar && aanhangselnummer && !vervangenDoor
      ? [aanhalen.aanhangsel(kamer, vergaderjaar.replace(/^(\d{4})-\d\d(\d\d)$/, "$1/$2"), aanhangselnummer)]
      : [],
  );
  const vraag = aanhalen.vragenVan(
    opsomming(kamervraag.indieners.map(({ naam }) => naam)),
    kamervraag.ingediend && formatDatum(kamervraag.ingediend),
  );
  const antwoord = aanhalen.antwoordVan(
    opsomming(kamervraag.beantwoordDoor.map(({ naam, functie }) => naam ?? functie ?? "")),
    kamervraag.beantwoord && formatDatum(kamervraag.beantwoord),
  );
  const details = [
    kamervraag.indieners.length > 0 ? vraag : "",
    aanhangsels.length > 0 && kamervraag.vraagnummer ? kamervraag.vraagnummer : "",
  ].filter((detail) => detail !== "");
  const slot = [details.join(", "), kamervraag.beantwoordDoor.length > 0 ? antwoord : ""].filter((deel) => deel !== "");
  const opening = aanhangsels.length > 0 ? aanhangsels.join("; ") : aanhalen.kamervraag(nummer);
  return `${opening}${slot.length > 0 ? ` (${slot.join("; ")})` : ""}.`;
}

// The last vraag that has its antwoord beside it; the last vraag where none has.
function toVoorbeelden({ delen }: GesprekView): KamervraagView["voorbeelden"] {
  const blokken = delen.flatMap((deel) => (deel.soort === "vraagblok" && deel.vragen.length > 0 ? [deel] : []));
  const blok = blokken.filter(({ antwoorden }) => antwoorden.length > 0).at(-1) ?? blokken.at(-1);
  const vraag = blok?.vragen[0]?.anker;
  const antwoord = blok?.antwoorden[0]?.anker;
  return { vraag: vraag ? `#${vraag}` : "", antwoord: antwoord ? `#${antwoord}` : "" };
}

// The reading that is shown has the document's own address; what it took the place of stands beside it by its form.
function toDocumenten(bronnen: readonly Bron[]): readonly DocumentView[] {
  const used = new Set(bronnen.filter(({ vervangenDoor }) => !vervangenDoor).map(({ id }) => documentAnker(id)));
  return bronnen.map((bron) => {
    const shown = bronnen.find(({ id, vervangenDoor }) => id === bron.vervangenDoor && !vervangenDoor);
    if (!bron.vervangenDoor) return { ...toDocument(bron), anker: documentAnker(bron.id) };
    const base = `${documentAnker(bron.id)}${shown?.id === bron.id ? `-${bron.vorm}` : ""}`;
    let anker = base;
    for (let rank = 2; used.has(anker); rank += 1) anker = `${base}-${rank}`;
    used.add(anker);
    const tekst = shown?.id === bron.id ? teksten.documenten.vorm[shown.vorm] : bron.vervangenDoor;
    return { ...toDocument(bron), anker, vervangenDoor: { href: `#${documentAnker(bron.vervangenDoor)}`, tekst } };
  });
}

function toDocument(bron: Bron): Omit<DocumentView, "anker"> {
  const { documenten } = teksten;
  const feiten = [
    bron.vergaderjaar && bron.aanhangselnummer ? documenten.aanhangsel(bron.vergaderjaar, bron.aanhangselnummer) : "",
    bron.documentstatus ? documenten.documentstatus(bron.documentstatus) : "",
    documenten.gelezenUit(documenten.vorm[bron.vorm]),
  ];
  return {
    label: documenten.nummer[bron.soort],
    id: bron.id,
    ...(bron.titel ? { titel: bron.titel } : {}),
    ...(bron.url ? { url: bron.url } : {}),
    kopregels: bron.kopregels ?? [],
    feiten: feiten.filter((feit) => feit !== ""),
    andereVormen: Object.entries(bron.adressen ?? {})
      .filter(([, href]) => href !== bron.url)
      .map(([vorm, href]) => ({ tekst: vorm.toUpperCase(), href })),
    vingerafdruk: bron.sha256,
  };
}

function toDocumentenLeeg({ bronnen, status }: Kamervraag): { readonly documentenLeeg?: string } {
  if (bronnen.length === 0) return { documentenLeeg: teksten.documenten.geenDocument };
  const hasAntwoord = bronnen.some(({ soort }) => soort === "antwoord" || soort === "nader-antwoord");
  const isOpen = status === "open" || status === "uitgesteld";
  return isOpen && !hasAntwoord ? { documentenLeeg: teksten.documenten.nogGeenAntwoord } : {};
}

// Two documents can give rise to the same remark: it is made once.
function toOpmerkingen(kamervraag: Kamervraag, ankers: ReadonlySet<string>): readonly OpmerkingView[] {
  const byWords = new Map<string, OpmerkingView>();
  for (const diagnostiek of kamervraag.diagnostiek) {
    const opmerking = toOpmerking(diagnostiek, kamervraag, ankers);
    byWords.set(`${opmerking.href ?? opmerking.plaats} ${opmerking.melding} ${opmerking.gevonden ?? ""}`, opmerking);
  }
  return [...byWords.values()];
}

function toOpmerking(diagnostiek: Diagnostiek, kamervraag: Kamervraag, ankers: ReadonlySet<string>): OpmerkingView {
  const { plaats, gevonden, ernst } = diagnostiek;
  const isOnPage =
    ankers.has(plaats) || kamervraag.mededelingen.some((_, index) => plaats === `mededeling-${index + 1}`);
  const melding = meldingOf(diagnostiek);
  return {
    plaats: toPlaats(plaats, kamervraag),
    ...(isOnPage ? { href: `#${plaats}` } : {}),
    melding,
    // Most sentences hold what was found already.
    ...(gevonden && !melding.includes(gevonden) ? { gevonden } : {}),
    isFout: ernst === "fout",
  };
}

function toPlaats(plaats: string, { noten }: Kamervraag): string {
  if (plaats === "kop") return teksten.trouw.kopVanDocument;
  if (plaats === "titel") return teksten.trouw.titel;
  const noot = noten.find(({ anker }) => plaats === `noot-${anker}`);
  if (noot) return teksten.noten.bij(noot.nummer, noot.bereik);
  const zonderNummer = /^(vraag|antwoord)-z\d+$/.exec(plaats)?.[1];
  if (zonderNummer === "vraag" || zonderNummer === "antwoord") return teksten.trouw.zonderNummer[zonderNummer];
  const words = plaats.replace("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
