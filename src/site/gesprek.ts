/**
 * The conversation as it stands on the page: each vraag beside what was answered on it. An antwoord on several vragen
 * stands once, after the last of them, and every vraag it covers points to it.
 */
import { teksten } from "../../templates/data/teksten.ts";
import { opsomming, standaardKop } from "../markdown/koppen.ts";
import { nootmerkenIn } from "../markdown/nootmerken.ts";
import { ankersOf, documentAnker } from "../model/anker.ts";
import { formatDatum } from "../model/datum.ts";
import { dekkingOf } from "../model/dekking.ts";
import type { Antwoord, Blok, Bron, Kamervraag, Noot, Tekstblok, Vraag } from "../model/kamervraag.ts";
import { nootbronnenOf } from "../noten/van-kamervraag.ts";
import { aanhalingOf, aanhalingVanAntwoord, aanhalingVanVraag } from "./aanhalen/aanhaling.ts";
import { aanhalingOpPagina } from "./aanhalen/op-pagina.ts";
import { toWijzeViews, type WijzeView } from "./antwoordwijze.ts";
import { type NootbronView, toNootbronViews } from "./noten.ts";

export interface Verwijzing {
  readonly href: string;
  readonly tekst: string;
}

/** A sentence of the archive in the place of an antwoord, with a link in it where there is something to link to. */
export interface Opmerking {
  readonly tekst: string;
  readonly link?: Verwijzing;
}

export interface NootView {
  readonly anker: string;
  readonly nummer: string;
  readonly tekst?: string;
  /** What kind of sources it names, and where a copy of each is kept. */
  readonly bronnen: readonly NootbronView[];
  /** The way back to the first call; a note that no text calls has none. */
  readonly terug?: string;
  /** In the margin a note stands at its mark or below this one. */
  readonly vorige?: string;
  /** Stands in the place of a text that the source does not have. */
  readonly opmerking?: Opmerking;
}

export interface VraagView {
  /** The first is the heading's own address; the others lead to the same heading. */
  readonly anker: string;
  readonly andereAnkers: readonly string[];
  readonly kop: string;
  /** Whether the source has words of its own over the vraag, which then stand above it. */
  readonly heeftEigenKop: boolean;
  /** The heading without its number, where that number is all else there is in it: "Vraag". */
  readonly kopwoord?: string;
  /** The number as it hangs in the margin: "4", "2–6", "4, 5, 7". */
  readonly margenummer: string;
  readonly tekst: string;
  readonly noten: readonly NootView[];
  /** Short enough to stay in sight beside a long antwoord. */
  readonly isKort: boolean;
  readonly verwijzing?: Verwijzing;
  /** How to cite it, where that is not what the page's own citation and its address make of it. */
  readonly aanhaling?: string;
}

export interface AntwoordView {
  readonly anker: string;
  readonly andereAnkers: readonly string[];
  readonly kop: string;
  readonly tekst: string;
  /** Identifier of the document that it stands in. */
  readonly bron?: string;
  readonly noten: readonly NootView[];
  /** Says which antwoord this is, where there are several. */
  readonly herkomst?: Opmerking;
  /** How it answers, where there is more to say than that it is an own answer. */
  readonly wijzen?: readonly WijzeView[];
  /** How to cite it, where that is not what the page's own citation and its address make of it. */
  readonly aanhaling?: string;
}

export interface VraagblokView {
  readonly soort: "vraagblok";
  readonly label: string;
  readonly vragen: readonly VraagView[];
  /** Whether several vragen together are short enough to stay in sight beside a long antwoord. */
  readonly isVasteBundel: boolean;
  readonly antwoorden: readonly AntwoordView[];
  /** What the archive says where there is no antwoord. */
  readonly leeg?: Opmerking;
}

export interface TekstView {
  readonly soort: "tekst";
  readonly anker: string;
  readonly kop: string;
  /** Whether the heading is the archive's, not the source's. */
  readonly isEigenWoord: boolean;
  readonly tekst: string;
  readonly noten: readonly NootView[];
  /** Whether its notes stand in the margin: those of the government's own words do. */
  readonly inKantlijn: boolean;
}

export interface GesprekView {
  readonly delen: readonly (VraagblokView | TekstView)[];
  /** Every address in the conversation, notes included. */
  readonly ankers: ReadonlySet<string>;
}

// Beyond this many characters a vraag does not stay in sight: it might not fit the screen.
const KORT = 650;

/** Shapes the conversation of a Kamervraag. `noten` are given out once each: what is called here is taken from it. */
export function toGesprek(kamervraag: Kamervraag, noten: Nootboek): GesprekView {
  const { blokken } = kamervraag;
  const ankers = ankersOf(blokken);
  const plan = planBlokken(blokken);
  const vragen = blokken.flatMap((blok, index) => (blok.soort === "vraag" ? [{ blok, index }] : []));
  const wijzen = toWijzeViews(kamervraag);
  const context: Context = {
    kamervraag,
    ankers,
    plan,
    noten,
    wijzen,
    heeftMeerBronnen: countBronnen(blokken) > 1,
    kort: aanhalingOf(kamervraag),
  };

  const delen: (VraagblokView | TekstView)[] = [];
  const place = (position: number) => {
    for (const index of plan.losAt.get(position) ?? []) {
      const blok = blokken[index];
      if (blok?.soort === "antwoord") delen.push(toVraagblok([], [index], context));
      else if (blok && blok.soort !== "vraag") delen.push(toTekst(blok, ankers[index] ?? [], noten));
    }
  };
  place(-1);
  let bundel: number[] = [];
  vragen.forEach(({ index }, position) => {
    bundel.push(index);
    const isLoosHier = (plan.losAt.get(position) ?? []).length > 0;
    if (plan.isJoinedToNext.has(position) && !isLoosHier) return;
    const first = position - bundel.length + 1;
    const antwoorden = bundel.flatMap((_, offset) => plan.antwoordenAt.get(first + offset) ?? []);
    delen.push(toVraagblok(bundel, antwoorden, context));
    bundel = [];
    place(position);
  });

  return { delen, ankers: new Set([...ankers.flat(), ...kamervraag.noten.map(({ anker }) => `noot-${anker}`)]) };
}

/** Where everything goes. A position is the rank of a vraag among the vragen; -1 is before the first. */
interface Plan {
  /** By index among the blokken: the position of each vraag. */
  readonly positions: ReadonlyMap<number, number>;
  /** Antwoorden (indices of blokken) by the last vraag they cover. */
  readonly antwoordenAt: ReadonlyMap<number, readonly number[]>;
  /** Blokken without a vraag, by the vraag they follow. */
  readonly losAt: ReadonlyMap<number, readonly number[]>;
  /** Vragen that share an antwoord with the next one and stand together with it. */
  readonly isJoinedToNext: ReadonlySet<number>;
  /** By position of a vraag: the antwoorden that cover it. */
  readonly coveredBy: ReadonlyMap<number, readonly number[]>;
}

function planBlokken(blokken: readonly Blok[]): Plan {
  const dekking = dekkingOf(blokken);
  const rang = new Map(
    blokken
      .flatMap((blok, index) => (blok.soort === "vraag" ? [index] : []))
      .map((index, position) => [index, position]),
  );
  const positions = new Map<number, number>();
  const antwoordenAt = new Map<number, number[]>();
  const losAt = new Map<number, number[]>();
  const coveredBy = new Map<number, number[]>();
  const isJoinedToNext = new Set<number>();
  let vraagRank = -1;
  let last = -1;
  let inleidingen: number[] = [];
  // An introduction belongs to what follows it: before the vraag (or the antwoord's vraag) that comes next.
  const settle = (position: number) => {
    for (const index of inleidingen) push(losAt, position, index);
    inleidingen = [];
  };

  blokken.forEach((blok, index) => {
    if (blok.soort === "vraag") {
      vraagRank += 1;
      positions.set(index, vraagRank);
      settle(vraagRank - 1);
      last = vraagRank;
      return;
    }
    const covered = (dekking[index] ?? []).flatMap((vraag) => rang.get(vraag) ?? []);
    const target = covered.at(-1);
    if (target === undefined) {
      if (blok.soort === "inleiding") inleidingen.push(index);
      else push(losAt, last, index);
      return;
    }
    settle((covered[0] ?? target) - 1);
    last = target;
    push(antwoordenAt, target, index);
    for (const position of covered) push(coveredBy, position, index);
    for (let at = target; covered.includes(at - 1); at -= 1) isJoinedToNext.add(at - 1);
  });
  settle(last);
  return { positions, antwoordenAt, losAt, isJoinedToNext, coveredBy };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function countBronnen(blokken: readonly Blok[]): number {
  return new Set(blokken.flatMap((blok) => (blok.soort === "antwoord" ? [blok.bron ?? ""] : []))).size;
}

interface Context {
  readonly kamervraag: Kamervraag;
  readonly ankers: readonly (readonly string[])[];
  readonly plan: Plan;
  readonly noten: Nootboek;
  readonly wijzen: ReturnType<typeof toWijzeViews>;
  readonly heeftMeerBronnen: boolean;
  /** The short citation of the page. */
  readonly kort: string;
}

function toVraagblok(
  vraagIndices: readonly number[],
  antwoordIndices: readonly number[],
  context: Context,
): VraagblokView {
  const { kamervraag } = context;
  const vragen = vraagIndices.flatMap((index) => {
    const blok = kamervraag.blokken[index];
    return blok?.soort === "vraag" ? [toVraag(blok, index, context)] : [];
  });
  const antwoorden = antwoordIndices.flatMap((index) => {
    const blok = kamervraag.blokken[index];
    return blok?.soort === "antwoord" ? [toAntwoord(blok, index, context)] : [];
  });
  const isCovered = vragen.some(({ verwijzing }) => verwijzing);
  return {
    soort: "vraagblok",
    label: (vragen.length > 0 ? vragen : antwoorden).map(({ kop }) => kop).join(", "),
    vragen,
    isVasteBundel: vragen.length > 1 && lengthOf(vragen) <= KORT,
    antwoorden,
    ...(antwoorden.length === 0 && !isCovered ? { leeg: toLeeg(context) } : {}),
  };
}

// Every vraag but the first takes a heading and room above it as well.
function lengthOf(vragen: readonly Pick<VraagView, "tekst" | "noten">[]): number {
  const own = vragen.map(({ tekst, noten }) =>
    noten.reduce((sum, noot) => sum + (noot.tekst ?? "").length, tekst.length),
  );
  return own.reduce((sum, length) => sum + length, (vragen.length - 1) * 100);
}

function toVraag(vraag: Vraag, index: number, context: Context): VraagView {
  const [anker = "", ...andereAnkers] = context.ankers[index] ?? [];
  const noten = context.noten.take(vraag.tekst);
  const position = context.plan.positions.get(index) ?? -1;
  const verwijzing = findVerwijzing(position, context);
  const isBeantwoord = context.plan.coveredBy.has(position);
  return {
    anker,
    andereAnkers,
    kop: vraag.kop ?? standaardKop("vraag", vraag.nummers),
    heeftEigenKop: vraag.kop !== undefined,
    ...(vraag.kop === undefined && vraag.nummers.length === 1 ? { kopwoord: standaardKop("vraag", []) } : {}),
    margenummer: toMargenummer(vraag.nummers),
    tekst: vraag.tekst,
    noten,
    isKort: lengthOf([{ tekst: vraag.tekst, noten }]) <= KORT,
    ...(verwijzing ? { verwijzing } : {}),
    ...(isBeantwoord ? {} : toAanhaling(aanhalingVanVraag(context.kamervraag, vraag), index, context)),
  };
}

// Points to an antwoord that covers this vraag and stands with a later one.
function findVerwijzing(position: number, context: Context): Verwijzing | undefined {
  const { blokken } = context.kamervraag;
  const covering = context.plan.coveredBy.get(position) ?? [];
  const last = context.plan.antwoordenAt.get(position) ?? [];
  const target = covering.find((index) => !last.includes(index));
  if (target === undefined) return undefined;
  const antwoord = blokken[target];
  const anker = context.ankers[target]?.[0];
  if (antwoord?.soort !== "antwoord" || !anker) return undefined;
  return { href: `#${anker}`, tekst: teksten.gesprek.zieAntwoord(opsomming(antwoord.opVragen)) };
}

/** "4", "2–6", "4, 5, 7": runs of three or more are drawn together. Without numbers a dash. */
export function toMargenummer(nummers: readonly string[]): string {
  const parts: string[] = [];
  for (let start = 0; start < nummers.length; ) {
    let end = start;
    while (Number(nummers[end + 1]) === Number(nummers[end]) + 1) end += 1;
    if (end - start >= 2) parts.push(`${nummers[start]}–${nummers[end]}`);
    else parts.push(...nummers.slice(start, end + 1));
    start = end + 1;
  }
  return parts.length > 0 ? parts.join(", ") : "–";
}

function toAntwoord(antwoord: Antwoord, index: number, context: Context): AntwoordView {
  const [anker = "", ...andereAnkers] = context.ankers[index] ?? [];
  const bron = context.kamervraag.bronnen.find(({ id }) => id === antwoord.bron);
  const herkomst = context.heeftMeerBronnen ? toHerkomst(antwoord, bron) : undefined;
  const wijzen = context.wijzen.get(anker);
  return {
    anker,
    andereAnkers,
    kop: antwoord.kop ?? standaardKop("antwoord", antwoord.opVragen),
    tekst: antwoord.tekst,
    ...(antwoord.bron ? { bron: antwoord.bron } : {}),
    noten: context.noten.take(antwoord.tekst, true),
    ...(herkomst ? { herkomst } : {}),
    ...(wijzen ? { wijzen } : {}),
    ...toAanhaling(aanhalingVanAntwoord(context.kamervraag, antwoord), index, context),
  };
}

function toAanhaling(aanhaling: string, index: number, { ankers, kort }: Context): { readonly aanhaling?: string } {
  return aanhaling === aanhalingOpPagina(kort, ankers[index] ?? []) ? {} : { aanhaling };
}

function toHerkomst(antwoord: Antwoord, bron: Bron | undefined): Opmerking | undefined {
  const isNader = bron?.soort === "nader-antwoord";
  const datum = antwoord.datum ?? bron?.datum;
  const woord = isNader ? teksten.gesprek.naderAntwoord : teksten.gesprek.antwoord;
  const zin = isNader ? teksten.gesprek.naderHerkomst : teksten.gesprek.herkomst;
  if (!datum && !bron) return undefined;
  return {
    tekst: datum ? zin(formatDatum(datum)) : woord,
    ...(bron ? { link: { href: `#${documentAnker(bron.id)}`, tekst: bron.id } } : {}),
  };
}

function toLeeg({ kamervraag, ankers }: Context): Opmerking {
  const { status, blokken, mededelingen } = kamervraag;
  const { gesprek } = teksten;
  if (status === "ingetrokken") return { tekst: gesprek.ingetrokken };
  if (status === "per-brief") {
    const rank = mededelingen.findIndex(({ soort }) => soort === "per-brief") + 1;
    return { tekst: gesprek.perBrief, link: { href: `#mededeling-${rank}`, tekst: gesprek.perBriefLink } };
  }
  // An antwoord without a number may answer any vraag: lead there rather than say that there is none.
  const zonderNummer = blokken.findIndex((blok) => blok.soort === "antwoord" && blok.opVragen.length === 0);
  const anker = ankers[zonderNummer]?.[0];
  if (anker) {
    return { tekst: gesprek.ziePijl, link: { href: `#${anker}`, tekst: gesprek.antwoordZonderNummer.toLowerCase() } };
  }
  return { tekst: status === "beantwoord" ? gesprek.geenAntwoordInBron : gesprek.nogGeenAntwoord };
}

function toTekst(blok: Tekstblok, ankers: readonly string[], noten: Nootboek): TekstView {
  // The calls of notes under the vragen carry no name that a note in the margin could stand beside.
  const inKantlijn = nootmerkenIn(blok.tekst).every((anker) => anker.startsWith("a"));
  return {
    soort: "tekst",
    anker: ankers[0] ?? blok.soort,
    kop: blok.kop ?? teksten.gesprek.blok[blok.soort],
    isEigenWoord: blok.kop === undefined,
    tekst: blok.tekst,
    noten: noten.take(blok.tekst, inKantlijn),
    inKantlijn,
  };
}

/** Gives out the notes of a page, each once, at the first text that calls them. */
export interface Nootboek {
  /** `inKantlijn`: they stand in the margin, each below the one before it there. */
  readonly take: (tekst: string, inKantlijn?: boolean) => readonly NootView[];
  readonly takeRest: () => readonly NootView[];
}

/** Opens the book of notes for one page. */
export function openNootboek(kamervraag: Kamervraag): Nootboek {
  const { noten, bronnen } = kamervraag;
  const nootbronnen = nootbronnenOf(kamervraag);
  const open = new Map(noten.map((noot) => [noot.anker, noot]));
  let vorige: string | undefined;
  const hand = (anker: string, inKantlijn = false): readonly NootView[] => {
    const noot = open.get(anker);
    if (!noot) return [];
    open.delete(anker);
    const view = toNootView(noot, bronnen, toNootbronViews(nootbronnen.get(anker)));
    if (!inKantlijn) return [view];
    const placed = vorige ? { ...view, vorige } : view;
    vorige = anker;
    return [placed];
  };
  return {
    take: (tekst, inKantlijn) =>
      open.size === 0 || !tekst.includes("[^") ? [] : nootmerkenIn(tekst).flatMap((anker) => hand(anker, inKantlijn)),
    takeRest: () => [...open.keys()].flatMap((anker) => hand(anker)).map(({ terug: _, ...noot }) => noot),
  };
}

function toNootView(noot: Noot, bronnen: readonly Bron[], nootbronnen: readonly NootbronView[]): NootView {
  const { anker, nummer, tekst } = noot;
  return {
    anker,
    nummer,
    terug: `#bij-${anker}`,
    ...(tekst === undefined ? { opmerking: toOntbrekendeNoot(noot, bronnen) } : { tekst }),
    bronnen: nootbronnen,
  };
}

function toOntbrekendeNoot({ bereik }: Noot, bronnen: readonly Bron[]): Opmerking {
  const bron = bronnen.find(({ soort, url }) => soort === bereik && url);
  const { zonderTekst, zieOfficieel, officieel } = teksten.noten;
  if (!bron?.url) return { tekst: zonderTekst };
  return { tekst: `${zonderTekst} ${zieOfficieel}`, link: { href: bron.url, tekst: officieel[bereik] } };
}
