/**
 * How each vraag was answered, as the page says it: a quiet line at the antwoord where there is more to say than that it is an
 * own answer, and one line in the ledger that counts.
 * @see docs/formats/antwoordwijze.md
 */
import { wijzeteksten } from "../../templates/data/wijzeteksten.ts";
import { type Antwoordwijze, antwoordwijzenOf, type Wijze } from "../antwoordwijze/wijze.ts";
import { telWoorden } from "../antwoordwijze/zinnen.ts";
import { toPlainText } from "../markdown/platte-tekst.ts";
import { ankersOf } from "../model/anker.ts";
import type { Kamervraag } from "../model/kamervraag.ts";
import type { Feit } from "./feiten.ts";

/** A piece of the line: words of the archive, with a link where they name a place on the page. */
export interface Wijzedeel {
  readonly tekst: string;
  readonly href?: string;
}

/** One sentence about an antwoord. */
export interface WijzeView {
  readonly delen: readonly Wijzedeel[];
  /** The words of the antwoord that this rests on; left out where they are the whole antwoord, which stands right below. */
  readonly citaten: readonly string[];
}

/** The sentences of each antwoord, by its first address. An ordinary own answer has none. */
export function toWijzeViews(kamervraag: Kamervraag): ReadonlyMap<string, readonly WijzeView[]> {
  const { blokken } = kamervraag;
  const wijzen = groupBy(antwoordwijzenOf(kamervraag), ({ antwoord }) => antwoord ?? "");
  const heeftVragen = blokken.some(({ soort }) => soort === "vraag");
  const views = ankersOf(blokken).flatMap((ankers, index): readonly [string, readonly WijzeView[]][] => {
    const blok = blokken[index];
    const [first] = ankers;
    if (blok?.soort !== "antwoord" || first === undefined) return [];
    const eigen = ankers.flatMap((anker) => wijzen.get(anker) ?? []);
    const zinnen = toZinnen(eigen, heeftVragen, blok.tekst);
    return zinnen.length > 0 ? [[first, zinnen]] : [];
  });
  return new Map(views);
}

function groupBy(
  wijzen: readonly Antwoordwijze[],
  keyOf: (wijze: Antwoordwijze) => string,
): ReadonlyMap<string, readonly Antwoordwijze[]> {
  const groepen = new Map<string, Antwoordwijze[]>();
  for (const wijze of wijzen) {
    const key = keyOf(wijze);
    const groep = groepen.get(key);
    if (groep) groep.push(wijze);
    else groepen.set(key, [wijze]);
  }
  return groepen;
}

function toZinnen(wijzen: readonly Antwoordwijze[], heeftVragen: boolean, tekst: string): readonly WijzeView[] {
  const has = (wijze: Wijze) => wijzen.some((een) => een.wijze === wijze);
  const hoofd = wijzen.filter(({ wijze }) => wijze === "verwijst-naar-antwoord" || wijze === "verwijst-naar-document");
  const ook = wijzen.filter(
    ({ wijze }) => wijze === "verwijst-ook-naar-antwoord" || wijze === "verwijst-ook-naar-document",
  );
  return [
    ...(has("antwoord-zonder-vraag") && heeftVragen
      ? [{ delen: [{ tekst: wijzeteksten.zonderVraag }], citaten: [] }]
      : []),
    ...toGezamenlijk(wijzen),
    ...(has("geen-antwoord") ? [{ delen: [{ tekst: wijzeteksten.zonderTekst }], citaten: [] }] : []),
    ...(has("een-woord") ? [{ delen: [{ tekst: wijzeteksten.eenWoord }], citaten: [] }] : []),
    ...toVerwijzing(wijzeteksten.verwijst, hoofd, tekst),
    ...toVerwijzing(wijzeteksten.verwijstOok, ook, tekst),
  ];
}

function toGezamenlijk(wijzen: readonly Antwoordwijze[]): readonly WijzeView[] {
  const een = wijzen.find(({ wijze }) => wijze === "gezamenlijk");
  if (!een) return [];
  const vragen = [...new Set(wijzen.flatMap((wijze) => (wijze.wijze === "gezamenlijk" ? [wijze.plaats] : [])))];
  return [{ delen: [{ tekst: wijzeteksten.gezamenlijk(vragen.length) }, ...toLinks(vragen)], citaten: [] }];
}

function toVerwijzing(aanhef: string, wijzen: readonly Antwoordwijze[], tekst: string): readonly WijzeView[] {
  if (wijzen.length === 0) return [];
  const naarAntwoord = wijzen.filter(({ wijze }) => wijze.endsWith("-antwoord"));
  const doelen = [...new Set(naarAntwoord.flatMap(({ doel }) => doel))];
  const { antwoordOpVraag, anderAntwoord, anderDocument } = wijzeteksten;
  const groepen: (readonly Wijzedeel[])[] = [];
  if (doelen.length > 0) groepen.push([{ tekst: antwoordOpVraag }, ...toLinks(doelen)]);
  else if (naarAntwoord.length > 0) groepen.push([{ tekst: anderAntwoord }]);
  if (naarAntwoord.length < wijzen.length) groepen.push([{ tekst: anderDocument }]);
  const delen = groepen.flatMap((groep, rank) => (rank === 0 ? groep : [{ tekst: " en naar " }, ...groep]));
  const citaten = [...new Set(wijzen.flatMap(({ woorden }) => woorden ?? []))];
  const isHele = citaten.length === 1 && telWoorden(citaten[0] ?? "") === telWoorden(toPlainText(tekst));
  return [{ delen: [{ tekst: aanhef }, ...delen], citaten: isHele ? [] : citaten }];
}

// "3, 4 en 5", each a link; a number that is used again on the page is told apart by its address alone.
function toLinks(ankers: readonly string[]): readonly Wijzedeel[] {
  return ankers.flatMap((anker, rank) => [
    ...(rank === 0 ? [] : [{ tekst: rank === ankers.length - 1 ? " en " : ", " }]),
    { tekst: toNummer(anker), href: `#${anker}` },
  ]);
}

function toNummer(anker: string): string {
  return anker.replace(/^(?:vraag|antwoord)-z?/, "").replace(/-\d+$/, "");
}

/** In this order each vraag is counted once, by the first that it has in any of its antwoorden: own words before a referral. */
const TELVOLGORDE = [
  "eigen-antwoord",
  "een-woord",
  "verwijst-naar-document",
  "verwijst-naar-antwoord",
  "geen-antwoord",
] as const satisfies readonly Wijze[];

/** The line of the ledger: "12 vragen: 7 met een eigen antwoord, …". Absent as long as there is no antwoord, or no vraag. */
export function toWijzeFeit(kamervraag: Kamervraag): Feit | undefined {
  const { blokken } = kamervraag;
  const wijzen = antwoordwijzenOf(kamervraag);
  const ankers = ankersOf(blokken);
  const vragen = blokken.flatMap((blok, index) => (blok.soort === "vraag" ? (ankers[index] ?? []) : []));
  if (wijzen.length === 0 || vragen.length === 0) return undefined;
  const perVraag = groupBy(wijzen, ({ plaats }) => plaats);
  const tellers = new Map<keyof typeof wijzeteksten.deel, number>();
  for (const vraag of vragen) {
    const soort = soortOf(perVraag.get(vraag) ?? []);
    tellers.set(soort, (tellers.get(soort) ?? 0) + 1);
  }
  const delen = VOLGORDE.flatMap((soort) => {
    const aantal = tellers.get(soort);
    return aantal ? [wijzeteksten.deel[soort](aantal)] : [];
  });
  return {
    label: wijzeteksten.label,
    plaats: "antwoord",
    waarden: [[{ tekst: wijzeteksten.telling(vragen.length, delen) }]],
  };
}

const VOLGORDE: readonly (keyof typeof wijzeteksten.deel)[] = [
  "eigen-antwoord",
  "gezamenlijk",
  "een-woord",
  "verwijst-naar-antwoord",
  "verwijst-naar-document",
  "geen-antwoord",
  "open",
];

function soortOf(wijzen: readonly Antwoordwijze[]): keyof typeof wijzeteksten.deel {
  const soort = TELVOLGORDE.find((een) => wijzen.some(({ wijze }) => wijze === een));
  if (soort === undefined) return "open";
  if (soort !== "eigen-antwoord") return soort;
  // Of a vraag with several antwoorden one may be its own and another shared.
  const eigen = new Set(wijzen.flatMap(({ wijze, antwoord }) => (wijze === "eigen-antwoord" ? [antwoord] : [])));
  const gedeeld = new Set(wijzen.flatMap(({ wijze, antwoord }) => (wijze === "gezamenlijk" ? [antwoord] : [])));
  return [...eigen].every((antwoord) => gedeeld.has(antwoord)) ? "gezamenlijk" : soort;
}
