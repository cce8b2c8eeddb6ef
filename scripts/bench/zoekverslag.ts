/** The report of the search, in Dutch: a table for each browser and way, and the goals. */

import type { Taak } from "./hoofddraad.ts";
import { describeMachine, formatBytes, formatCount, formatFasen, formatTable } from "./verslag.ts";
import type { Antwoordtijd } from "./zoekblad.ts";
import type { Eerste, Zoekmeting, Zoekverslag } from "./zoeken.ts";
import { KORTE_SOORTEN, SOORTEN } from "./zoekvragen.ts";

/** What the search has to reach at 90,000 Kamervragen; bytes, and milliseconds. */
export const DOELEN = {
  bytesMediaan: 350_000,
  bytesP95: 650_000,
  verzoekenVooraf: 10,
  eersteTreffers: 1_000,
  later: 300,
  facetten: 50,
  ophouden: 50,
} as const;

/** The value below which so large a part of the numbers lies; 0 of none. */
export function percentile(getallen: readonly number[], deel: number): number {
  const gesorteerd = [...getallen].sort((a, b) => a - b);
  return gesorteerd[Math.min(gesorteerd.length - 1, Math.floor(gesorteerd.length * deel))] ?? 0;
}

export function formatZoekverslag({ aantal, perSoort, belasting, fasen, metingen }: Zoekverslag): string {
  const { node, systeem, processors, geheugen } = describeMachine();
  return [
    `Zoeken in ${formatCount(aantal)} verzonnen Kamervragen, ${perSoort} vragen van elke soort`,
    `Node ${node}, ${systeem}, ${processors} processors, ${formatBytes(geheugen)} geheugen; belasting ${belasting.map((last) => last.toFixed(1).replace(".", ",")).join(" en ")}`,
    "",
    ...(fasen.length > 0 ? [...formatFasen(fasen), ""] : []),
    "Over http gaan script en JSON met gzip, zoals elke webhost ze stuurt; geteld zijn alle bestanden onder pagefind/ zonder",
    "kopregels, en niet de pagina zelf (HTML, stijl, letters). Uit de bundel is het de grootte van de scripts op de schijf.",
    "Tijden lopen tot de treffers op de pagina staan; de eerste vanaf het openen, met een lege cache. De langste taak is de tijd",
    "waarin de pagina niets anders kon; wat daarvan geen processortijd (cpu) is, was wachten op een processor.",
    "",
    ...metingen.flatMap((meting) => [...formatMeting(meting), ""]),
  ].join("\n");
}

function formatMeting(meting: Zoekmeting): readonly string[] {
  const { browser, weg, isZonderWerker } = meting.opstelling;
  const head = ["soort", "bytes", "p95", "met telling", "verzoeken", "eerste", "p95", "later", "p95", "taak", "cpu"];
  const rijen = SOORTEN.map((soort) =>
    toRij(
      soort,
      meting.eerste.filter(({ vraag }) => vraag.soort === soort),
      meting.later.filter(({ vraag }) => vraag.soort === soort).map(({ treffers }) => treffers),
    ),
  );
  const alle = toRij(
    "alles",
    meting.eerste,
    meting.later.map(({ treffers }) => treffers),
  );
  return [
    `${browser}, ${weg === "http" ? "over http" : "uit de bundel (file://)"}${isZonderWerker ? ", zonder werker" : ""}`,
    ...formatTable([head, ...rijen, alle]).map((regel) => `  ${regel}`),
    ...formatDoelen(meting).map((regel) => `  ${regel}`),
  ];
}

function toRij(naam: string, eerste: readonly Eerste[], later: readonly number[]): readonly string[] {
  const bytes = eerste.flatMap(({ verzoeken }) => (verzoeken ? [verzoeken.bytesTotTreffers] : []));
  const metTelling = eerste.flatMap(({ verzoeken }) => (verzoeken ? [verzoeken.bytesMetFacetten] : []));
  const vooraf = eerste.flatMap(({ verzoeken }) => (verzoeken ? [verzoeken.vooraf] : []));
  const tijden = eerste.map(({ treffers }) => treffers);
  return [
    naam,
    toKb(percentile(bytes, 0.5)),
    toKb(percentile(bytes, 0.95)),
    toKb(percentile(metTelling, 0.5)),
    bytes.length === 0 ? "-" : String(Math.max(0, ...vooraf)),
    toMs(percentile(tijden, 0.5)),
    toMs(percentile(tijden, 0.95)),
    later.length === 0 ? "-" : toMs(percentile(later, 0.5)),
    later.length === 0 ? "-" : toMs(percentile(later, 0.95)),
    ...(["wand", "cpu"] as const).map((maat) => toLangst(longestOf(eerste, maat))),
  ];
}

function formatDoelen(meting: Zoekmeting): readonly string[] {
  const { eerste, later, keuzes, volgordes, opstelling } = meting;
  const kort = eerste.filter(({ vraag }) => KORTE_SOORTEN.has(vraag.soort));
  const bytes = kort.flatMap(({ verzoeken }) => (verzoeken ? [verzoeken.bytesTotTreffers] : []));
  const vooraf = eerste.flatMap(({ verzoeken }) => (verzoeken ? [verzoeken.vooraf] : []));
  const alle = [...later, ...keuzes, ...volgordes];
  const werk = (soort: string, past: (volgorde: string) => boolean) =>
    alle.flatMap(({ werker }) => werker.filter((een) => een.soort === soort && past(een.volgorde)).map(({ ms }) => ms));
  const tellen = werk("tel", () => true);
  const orden = werk("zoek", (volgorde) => volgorde === "nieuwste" || volgorde === "antwoordtijd");
  const zichtbaar = alle.flatMap(({ facetten }) => (facetten === undefined ? [] : [facetten]));
  return [
    ...(bytes.length > 0 && opstelling.weg === "http"
      ? [
          doel("overdracht, een en twee woorden, mediaan", percentile(bytes, 0.5), DOELEN.bytesMediaan, toKb),
          doel("overdracht, een en twee woorden, p95", percentile(bytes, 0.95), DOELEN.bytesP95, toKb),
        ]
      : []),
    ...(vooraf.length > 0
      ? [doel("verzoeken voor de uittreksels, hoogste", Math.max(...vooraf), DOELEN.verzoekenVooraf, String)]
      : []),
    doel(
      "eerste treffers, p95",
      percentile(
        eerste.map(({ treffers }) => treffers),
        0.95,
      ),
      DOELEN.eersteTreffers,
      toMs,
    ),
    doel(
      "latere zoekvragen, p95",
      percentile(
        later.map(({ treffers }) => treffers),
        0.95,
      ),
      DOELEN.later,
      toMs,
    ),
    ...(tellen.length > 0
      ? [doel("facetten tellen in de werker, p95", percentile(tellen, 0.95), DOELEN.facetten, toMs)]
      : []),
    ...(orden.length > 0
      ? [doel("andere volgorde in de werker, p95", percentile(orden, 0.95), DOELEN.facetten, toMs)]
      : []),
    `${"facetten op de pagina na de treffers, p95".padEnd(46)} ${toMs(percentile(zichtbaar, 0.95))}`,
    ...(longestOf(eerste, "wand") > 0
      ? [
          doel("langste taak bij het openen", longestOf(eerste, "wand"), DOELEN.ophouden, toMs),
          doel("… daarvan processortijd", longestOf(eerste, "cpu"), DOELEN.ophouden, toMs),
          doel("langste taak daarna", longestOf(alle, "wand"), DOELEN.ophouden, toMs),
          doel("… daarvan processortijd", longestOf(alle, "cpu"), DOELEN.ophouden, toMs),
        ]
      : []),
  ];
}

function longestOf(tijden: readonly Antwoordtijd[], maat: keyof Taak): number {
  return Math.max(0, ...tijden.map(({ taak }) => taak?.[maat] ?? 0));
}

function doel(naam: string, waarde: number, grens: number, toon: (waarde: number) => string): string {
  return `${naam.padEnd(46)} ${toon(waarde)} (doel ${toon(grens)}: ${waarde <= grens ? "gehaald" : "NIET gehaald"})`;
}

function toKb(bytes: number): string {
  return bytes === 0 ? "-" : `${formatCount(Math.round(bytes / 1000))} kB`;
}

function toLangst(ms: number): string {
  return ms === 0 ? "-" : toMs(ms);
}

function toMs(ms: number): string {
  return `${formatCount(Math.round(ms))} ms`;
}
