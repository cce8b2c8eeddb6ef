/** Shapes the deadline lists into pages and files. Every page is there, also when its list is empty: people bookmark it. */
import { site } from "../../templates/data/site.ts";
import { formatGetal, teksten } from "../../templates/data/teksten.ts";
import { termijnteksten } from "../../templates/data/termijnteksten.ts";
import { addDays, daysBetween, formatDatum, formatDatumShort } from "../model/datum.ts";
import type { Datum } from "../model/kamervraag.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import { TERMIJN_DAYS } from "../model/termijn.ts";
import { bewindspersoonNaam, pathOfLijst, slugOf, wortelOf } from "./adres.ts";
import { toCsv } from "./csv.ts";
import type { Verwijzing } from "./gesprek.ts";
import { toICalendar } from "./icalendar.ts";
import type { ArchiefView, LijstpaginaView, OverzichtItem, Telling } from "./lijstpagina.ts";
import type { PaginaContext } from "./pagina.ts";
import { type RijView, toRij } from "./rij.ts";
import {
  groupByDag,
  postenOf,
  TERMIJNLIJSTEN,
  type Termijnen,
  type Termijnlijst,
  type TermijnlijstSlug,
  type Termijnpost,
} from "./termijnlijsten.ts";

const woorden = termijnteksten.lijst;

/** The path of a list's page, from the root of the site. Its files stand beside it. */
export function pathOfTermijnlijst(slug: TermijnlijstSlug, bladzijde = 1): string {
  return bladzijde === 1 ? `stand/${slug}.html` : `stand/${slug}/${bladzijde}.html`;
}

/** Shapes all pages of all lists: `deze-week` by day, the others longest waiting first. */
export function* toTermijnpaginas(termijnen: Termijnen, context: PaginaContext): Generator<LijstpaginaView> {
  for (const lijst of termijnen.lijsten) {
    if (lijst.slug === "deze-week") yield toWeekpagina(lijst, termijnen, context);
    else yield* toLatepaginas(lijst, termijnen, context);
  }
}

function toHoofd(lijst: Termijnlijst, context: PaginaContext, bladzijde = 1) {
  const { slug, posten } = lijst;
  const path = pathOfTermijnlijst(slug, bladzijde);
  const titel = woorden.titel[slug];
  const bestanden = BESTANDEN[slug].map((ext) => ({ href: `${slug}.${ext}`, tekst: woorden.bestand[ext], ext }));
  return {
    path,
    wortel: wortelOf(path),
    titel: bladzijde === 1 ? titel : `${titel}, ${woorden.bladzijde(bladzijde)}`,
    beschrijving: `${titel}. ${posten.length === 0 ? woorden.leeg[slug] : woorden.langstEerst(posten.length)}`,
    menu: "lijsten" as const,
    ...(context.adres ? { canoniek: `${context.adres}/${path}` } : {}),
    soort: woorden.soort,
    naam: titel,
    tabelkop: woorden.rijen,
    peildatum: context.peildatum,
    peildatumTekst: formatDatum(context.peildatum),
    leeg: woorden.leeg[slug],
    bladzijden: [],
    ...(bladzijde === 1
      ? {
          regel: `${woorden.regel[slug]} ${woorden.reces}`,
          alternatieven: bestanden.map(({ href, ext }) => ({ type: TYPES[ext], href, titel: woorden.bestand[ext] })),
          bestanden: [
            ...bestanden.map(({ href, tekst }) => ({ href, tekst })),
            ...(slug === "deze-week" ? [{ href: "termijnen.ics", tekst: woorden.alleTermijnen }] : []),
          ],
        }
      : {}),
  };
}

function* toLatepaginas(lijst: Termijnlijst, termijnen: Termijnen, context: PaginaContext): Generator<LijstpaginaView> {
  const { slug, posten } = lijst;
  const size = site.rijenPerPagina;
  const aantal = Math.max(1, Math.ceil(posten.length / size));
  for (let bladzijde = 1; bladzijde <= aantal; bladzijde += 1) {
    const van = (bladzijde - 1) * size;
    const rows = posten.slice(van, van + size);
    const hoofd = toHoofd(lijst, context, bladzijde);
    const linkTo = (nummer: number): Verwijzing => ({
      href: hoofd.wortel + pathOfTermijnlijst(slug, nummer),
      tekst: woorden.bladzijde(nummer),
    });
    yield {
      ...hoofd,
      samenvatting: posten.length === 0 ? woorden.geen : woorden.langstEerst(posten.length),
      ...(aantal > 1 ? { rijenTekst: woorden.langstDeel(van + 1, van + rows.length, posten.length) } : {}),
      rijen: rows.map((post) => toLateRij(post, context.peildatum, hoofd.wortel)),
      ...(bladzijde > 1 ? { vorige: linkTo(bladzijde - 1) } : {}),
      ...(bladzijde < aantal ? { volgende: linkTo(bladzijde + 1) } : {}),
      ...(bladzijde === 1 ? { andere: toAndere(slug, termijnen), tellingen: toTellingen(posten, hoofd.wortel) } : {}),
    };
  }
}

function toWeekpagina(lijst: Termijnlijst, termijnen: Termijnen, context: PaginaContext): LijstpaginaView {
  const { peildatum } = context;
  const { gisteren } = termijnen;
  const hoofd = toHoofd(lijst, context);
  const rijen = (posten: readonly Termijnpost[]) => posten.map((post) => toWeekrij(post, peildatum, hoofd.wortel));
  const drie = gisteren.filter(({ termijn }) => termijn.uiterlijk === termijn.drieWeken).length;
  const dag = (datum: Datum) => `${weekdagOf(datum)} ${formatDatum(datum)}`;
  const groepen = [
    ...(gisteren.length > 0
      ? [
          {
            kop: woorden.gisteren(drie, gisteren.length - drie, dag(addDays(peildatum, -1))),
            rijen: rijen(gisteren),
          },
        ]
      : []),
    ...groupByDag(lijst.posten).map(({ datum, posten }) => ({
      kop: toDagkop(datum, peildatum, dag(datum)),
      rijen: rijen(posten),
    })),
  ];
  const aantal = woorden.weekAantal(lijst.posten.length, gisteren.length);
  return {
    ...hoofd,
    beschrijving: `${hoofd.titel}. ${aantal}`,
    samenvatting: aantal,
    rijen: groepen.flatMap((groep) => groep.rijen),
    groepen,
    datumkop: woorden.uiterlijk,
    andere: toAndere(lijst.slug, termijnen),
    tellingen: toTellingen(lijst.posten, hoofd.wortel),
  };
}

function toDagkop(datum: Datum, peildatum: Datum, dag: string): string {
  const over = daysBetween(peildatum, datum);
  return over === 0 ? woorden.vandaag(dag) : over === 1 ? woorden.morgen(dag) : woorden.dagkop(dag);
}

/** The name of the day of the week. */
export function weekdagOf(datum: Datum): string {
  // 1 January 2001 was a Monday.
  const since = daysBetween("2001-01-01", datum) % WEEKDAGEN.length;
  return WEEKDAGEN.at(since) ?? "";
}

const WEEKDAGEN = termijnteksten.weekdagen;

/** A row of a list of late cases: its state tells the days over the limit. */
export function toLateRij({ post, termijn }: Termijnpost, peildatum: Datum, wortel: string): RijView {
  const staat = { woord: woorden.dagTeLaat(termijn.dagenTeLaat), vorm: "laat" as const };
  return { ...toRij(post, peildatum, wortel), staat };
}

/** A row of the week: its date is the last day of the term. */
export function toWeekrij({ post, termijn }: Termijnpost, peildatum: Datum, wortel: string): RijView {
  const { uiterlijk } = termijn;
  return {
    ...toRij(post, peildatum, wortel),
    datum: uiterlijk,
    datumTekst: formatDatumShort(uiterlijk),
    datumWoordSmal: woorden.uiterlijkWoord,
  };
}

function toAndere(slug: TermijnlijstSlug, termijnen: Termijnen): readonly Verwijzing[] {
  return TERMIJNLIJSTEN.filter((other) => other !== slug).map((other) => ({
    href: `${other}.html`,
    tekst: `${woorden.titel[other]} (${formatGetal(postenOf(termijnen, other).length)})`,
  }));
}

const MEESTE = 30;

function toTellingen(posten: readonly Termijnpost[], wortel: string): readonly Telling[] {
  if (posten.length === 0) return [];
  const aan = countBy(posten, ({ post }) =>
    post.gerichtAan.map((persoon) => {
      const naam = bewindspersoonNaam(persoon);
      const meer = persoon.naam && persoon.functie ? ` (${persoon.functie})` : "";
      return naam ? { naam: naam + meer, href: wortel + pathOfLijst("bewindspersoon", naam) } : undefined;
    }),
  );
  const van = countBy(posten, ({ post }) =>
    post.indieners.map(({ fractie }) =>
      fractie ? { naam: fractie, href: wortel + pathOfLijst("fractie", fractie) } : undefined,
    ),
  );
  const { bewindspersoon, fractie, geenNaam, geenFractie } = woorden.telling;
  return [toTelling("telling-aan", bewindspersoon, geenNaam, aan), toTelling("telling-van", fractie, geenFractie, van)];
}

interface Groep {
  readonly naam: string;
  readonly href?: string;
  aantal: number;
  langst: number;
}

// Names that lead to one list are one row, by the name that comes first in the list.
function countBy(
  posten: readonly Termijnpost[],
  namesOf: (post: Termijnpost) => readonly ({ readonly naam: string; readonly href: string } | undefined)[],
): readonly Groep[] {
  const groepen = new Map<string, Groep>();
  for (const post of posten) {
    const named = namesOf(post);
    const keys = new Set<string>();
    for (const een of named.length > 0 ? named : [undefined]) {
      const key = een?.href ?? "";
      if (keys.has(key)) continue;
      keys.add(key);
      const groep = groepen.get(key) ?? { ...(een ?? { naam: "" }), aantal: 0, langst: 0 };
      groepen.set(key, groep);
      groep.aantal += 1;
      groep.langst = Math.max(groep.langst, post.termijn.dagen);
    }
  }
  return [...groepen.values()].sort((a, b) => b.aantal - a.aantal || compareText(slugOf(a.naam), slugOf(b.naam)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toTelling(id: string, kop: string, zonder: string, groepen: readonly Groep[]): Telling {
  return {
    id,
    kop,
    rijen: groepen.slice(0, MEESTE).map(({ naam, href, aantal, langst }) => ({
      naam: naam || zonder,
      ...(href ? { href } : {}),
      aantal: formatGetal(aantal),
      langst: formatGetal(langst),
    })),
    ...(groepen.length > MEESTE ? { rest: woorden.telling.rest(groepen.length - MEESTE) } : {}),
  };
}

type Bestandssoort = "csv" | "json" | "ics";

const TYPES: Readonly<Record<Bestandssoort, string>> = {
  csv: "text/csv",
  json: "application/json",
  ics: "text/calendar",
};

const BESTANDEN: Readonly<Record<TermijnlijstSlug, readonly Bestandssoort[]>> = {
  "te-laat": ["csv", "json"],
  "drie-weken-zonder-bericht": ["csv", "json"],
  "zes-weken": ["csv", "json"],
  "deze-week": ["csv", "json", "ics"],
};

/** A file to write: its path from the root of the site. */
export interface Termijnbestand {
  readonly path: string;
  readonly content: string;
}

/** Writes the lists for machines: CSV and JSON beside each page, and the deadlines as calendars. */
export function toTermijnbestanden(termijnen: Termijnen, context: PaginaContext): readonly Termijnbestand[] {
  const { naam } = termijnteksten.agenda;
  const week = postenOf(termijnen, "deze-week");
  return [
    ...termijnen.lijsten.flatMap((lijst) => [
      { path: `stand/${lijst.slug}.csv`, content: toLijstCsv(lijst, context) },
      { path: `stand/${lijst.slug}.json`, content: toLijstJson(lijst, context) },
    ]),
    { path: "stand/deze-week.ics", content: toAgenda(naam["deze-week"], week, context) },
    { path: "stand/termijnen.ics", content: toAgenda(naam.termijnen, termijnen.lopend, context) },
  ];
}

const KOLOMMEN = [
  "sleutel",
  "titel",
  "ingediend",
  "dagen",
  "uiterlijk",
  "termijnDagen",
  "dagenTeLaat",
  "uitgesteldOp",
  "status",
  "indieners",
  "fracties",
  "gerichtAan",
  "pagina",
] as const;

function toRecord({ post, termijn }: Termijnpost, { adres }: PaginaContext) {
  const pagina = `${pathOfSleutel(post.sleutel)}.html`;
  return {
    sleutel: post.sleutel,
    titel: post.titel,
    ingediend: post.ingediend,
    dagen: termijn.dagen,
    uiterlijk: termijn.uiterlijk,
    termijnDagen: post.ingediend ? daysBetween(post.ingediend, termijn.uiterlijk) : TERMIJN_DAYS,
    dagenTeLaat: termijn.dagenTeLaat,
    uitgesteldOp: termijn.uitgesteldOp,
    status: post.status,
    indieners: post.indieners.map(({ naam }) => naam),
    fracties: [...new Set(post.indieners.flatMap(({ fractie }) => fractie ?? []))],
    gerichtAan: post.gerichtAan.map(({ naam, functie }) => [naam, functie].filter((deel) => deel).join(", ")),
    pagina: adres ? `${adres}/${pagina}` : pagina,
  };
}

function toLijstCsv({ posten }: Termijnlijst, context: PaginaContext): string {
  const rijen = posten.map((post) => {
    const record = toRecord(post, context);
    return KOLOMMEN.map((kolom) => {
      const value = record[kolom];
      return typeof value === "object" ? value.join("; ") : value;
    });
  });
  return toCsv(KOLOMMEN, rijen);
}

function toLijstJson({ slug, posten }: Termijnlijst, context: PaginaContext): string {
  const json = {
    lijst: slug,
    titel: woorden.titel[slug],
    regel: woorden.regel[slug].replaceAll("\u00a0", " "),
    peildatum: context.peildatum,
    aantal: posten.length,
    kamervragen: posten.map((post) => toRecord(post, context)),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function toAgenda(naam: string, posten: readonly Termijnpost[], { peildatum, adres }: PaginaContext): string {
  const { agenda } = termijnteksten;
  const punten = posten.map(({ post, termijn }) => {
    const isUitgesteld = termijn.uiterlijk === termijn.zesWeken;
    const aan = post.gerichtAan.flatMap((persoon) => bewindspersoonNaam(persoon) ?? []);
    const tekst = [
      isUitgesteld ? agenda.zesWeken : agenda.drieWeken,
      post.indieners.length > 0 ? agenda.van(post.indieners.map(({ naam: wie }) => wie).join(", ")) : "",
      aan.length > 0 ? agenda.aan(aan.join(", ")) : "",
      agenda.stand(formatDatum(peildatum)),
    ];
    return {
      uid: `${post.sleutel}-termijn@kamervragen-archief`,
      datum: termijn.uiterlijk,
      wijziging: isUitgesteld ? 1 : 0,
      titel: agenda.samenvatting(post.sleutel, post.titel),
      tekst: tekst.filter((zin) => zin !== "").join("\n"),
      ...(adres ? { url: `${adres}/${pathOfSleutel(post.sleutel)}.html` } : {}),
    };
  });
  return toICalendar(naam, peildatum, punten);
}

/** The deadline lists with how much stands in each, for where all lists are named. */
export function toStanditems({ lijsten }: Termijnen): readonly OverzichtItem[] {
  return lijsten.map(({ slug, posten }) => ({
    href: pathOfTermijnlijst(slug),
    naam: woorden.naam[slug],
    aantal: posten.length,
  }));
}

/** What the front page tells of deadlines: the longest waiting of what is late, and the first of the week. */
export function toTermijnblokken(
  termijnen: Termijnen,
  peildatum: Datum,
): Pick<ArchiefView, "laat" | "laatTekst" | "laatLijsten" | "week" | "weekTekst" | "weekLijst"> {
  const { voorpagina } = termijnteksten;
  const laat = postenOf(termijnen, "te-laat");
  const week = postenOf(termijnen, "deze-week");
  const linkTo = (slug: TermijnlijstSlug): Verwijzing => ({
    href: pathOfTermijnlijst(slug),
    tekst: voorpagina.lijst(woorden.titel[slug], postenOf(termijnen, slug).length),
  });
  return {
    laat: laat.slice(0, site.rijenVoorpagina).map((post) => toLateRij(post, peildatum, "")),
    laatTekst:
      laat.length === 0
        ? voorpagina.geenLaat
        : (laat.length > site.rijenVoorpagina ? teksten.voorpagina.laatUitlegEerste : teksten.voorpagina.laatUitleg)(
            laat.length,
          ),
    laatLijsten: [
      ...(laat.length > site.rijenVoorpagina ? [linkTo("te-laat")] : []),
      linkTo("drie-weken-zonder-bericht"),
      linkTo("zes-weken"),
    ],
    week: week.slice(0, RIJEN_WEEK).map((post) => toWeekrij(post, peildatum, "")),
    weekTekst: [
      week.length === 0 ? voorpagina.weekGeen : voorpagina.weekAlle(week.length, week.length > RIJEN_WEEK),
      ...(termijnen.gisteren.length > 0 ? [voorpagina.weekGisteren(termijnen.gisteren.length)] : []),
    ].join(" "),
    weekLijst: { href: pathOfTermijnlijst("deze-week"), tekst: voorpagina.weekLink },
  };
}

const RIJEN_WEEK = 5;
