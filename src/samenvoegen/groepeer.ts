/**
 * Decides which documents belong to one Kamervraag, and under which key. Works on a few facts per document, so that a whole
 * archive fits in memory.
 * @see docs/formats/samenvoegen.md
 */
import { findPublicatie, toSleutel } from "../model/sleutel.ts";
import type { GelezenDocument, Metadata } from "../sources/gelezen.ts";
import {
  type Herkenningspunten,
  herkenningspuntenOf,
  herkenningspuntenOfMetadata,
  type Koppeling,
  MIN_VOORSPRONG,
  MIN_ZEKERHEID,
  vergelijkPunten,
} from "./herkenning.ts";
import { compareText, isVraagdocument } from "./rangorde.ts";

/** What grouping needs to know of a document. */
export interface Documentkaart {
  readonly bestand: string;
  /** Position among the documents of its file. */
  readonly nummer: number;
  readonly sha256: string;
  readonly id?: string;
  readonly vraagnummers: readonly string[];
  /** Inferred, not stated: counts only where nothing else is known. */
  readonly vermoedelijk: readonly string[];
  readonly aanhangsels: readonly string[];
  readonly isVraag: boolean;
  /** What it can be recognised by when nothing gives its vraagnummer, and what others can be recognised as its own by. */
  readonly punten: Herkenningspunten;
}

export function toKaart(document: GelezenDocument, nummer: number): Documentkaart {
  const isVermoeden = document.diagnostiek.some(({ code }) => code === "vraagnummer-uit-nootkenmerk");
  return {
    bestand: document.bestand,
    nummer,
    sha256: document.sha256,
    ...(document.id ? { id: document.id } : {}),
    vraagnummers: isVermoeden ? [] : document.vraagnummers,
    vermoedelijk: isVermoeden ? document.vraagnummers : [],
    aanhangsels: document.aanhangsels,
    isVraag: isVraagdocument(document),
    punten: herkenningspuntenOf(document),
  };
}

export interface Groep<Kaart extends Documentkaart = Documentkaart> {
  readonly sleutel: string;
  /** Whether the key is a vraagnummer. */
  readonly heeftVraagnummer: boolean;
  readonly kaarten: readonly Kaart[];
  /** Keys that these documents would have had, had the vraagnummer not been known: candidates for `aliassen`. */
  readonly eerdereSleutels: readonly string[];
  /** The documents that were recognised, and on what. */
  readonly koppelingen: ReadonlyMap<Kaart, Koppeling>;
}

/**
 * Groups documents by vraagnummer. A document that does not state it learns it from what others say of it: the metadata of
 * a kv names its answers, an ah names earlier notices ("Zie ook Aanhangsel …"); else it may be recognised by its subject, date,
 * indieners and questions. One that stays without is a group of its own, under its identifier, else under `doc-` and its hash.
 * An answer to several sets is in the group of each.
 */
export function groepeer<Kaart extends Documentkaart>(
  kaarten: readonly Kaart[],
  sidecars: Iterable<Metadata>,
): readonly Groep<Kaart>[] {
  const allSidecars = [...sidecars];
  const vraagnummersOf = openVraagnummers(kaarten, allSidecars);
  return toGroepen(kaarten, vraagnummersOf, recognise(kaarten, vraagnummersOf, allSidecars).herkend);
}

/** The vraagnummers that a document states, or that others state of it; none when it has to be recognised. */
export type VraagnummersOf<Kaart extends Documentkaart = Documentkaart> = (kaart: Kaart) => readonly string[];

/** The first step of `groepeer`. */
export function openVraagnummers<Kaart extends Documentkaart>(
  kaarten: readonly Kaart[],
  sidecars: readonly Metadata[],
): VraagnummersOf<Kaart> {
  const learned = learnVraagnummers(kaarten, sidecars);
  return ({ vraagnummers, id, vermoedelijk }) =>
    [vraagnummers, learned.get(stamOf(id)) ?? [], vermoedelijk].find((option) => option.length > 0) ?? [];
}

/** The last step of `groepeer`: the groups, by key. */
export function toGroepen<Kaart extends Documentkaart>(
  kaarten: readonly Kaart[],
  vraagnummersOf: VraagnummersOf<Kaart>,
  herkend: ReadonlyMap<Kaart, Gezien>,
): readonly Groep<Kaart>[] {
  const groups = new Map<string, Kaart[]>();
  const vraagnummers = new Set<string>();
  const addTo = (sleutel: string, kaart: Kaart) => {
    const group = groups.get(sleutel);
    if (group) group.push(kaart);
    else groups.set(sleutel, [kaart]);
  };
  for (const kaart of kaarten) {
    const gezien = herkend.get(kaart);
    if (gezien && !gezien.isVraagnummer) {
      addTo(gezien.sleutel, kaart);
      continue;
    }
    const nummers = gezien ? [gezien.sleutel] : vraagnummersOf(kaart);
    for (const nummer of nummers) vraagnummers.add(nummer);
    for (const sleutel of nummers.length > 0 ? nummers : [ownSleutel(kaart)]) addTo(sleutel, kaart);
  }
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([sleutel, members]) => ({
      sleutel,
      heeftVraagnummer: vraagnummers.has(sleutel),
      kaarten: members,
      eerdereSleutels: [...new Set(members.filter(({ isVraag }) => !isVraag).map(ownSleutel))]
        .filter((own) => own !== sleutel)
        .toSorted(compareText),
      koppelingen: new Map(
        members.flatMap((kaart) => {
          const gezien = herkend.get(kaart);
          return gezien ? [[kaart, gezien.koppeling] as const] : [];
        }),
      ),
    }));
}

/** Where a document without a number was seen to belong. */
export interface Gezien {
  readonly sleutel: string;
  /** Else the key of an answer that has no vraagnummer either. */
  readonly isVraagnummer: boolean;
  readonly koppeling: Koppeling;
}

interface Kandidaat {
  readonly sleutel: string;
  readonly isVraagnummer: boolean;
  readonly punten: Herkenningspunten;
}

/** What an earlier look at the whole archive found, for a look at a part of it that comes to the same. */
export interface Voorkennis<Kaart extends Documentkaart> {
  /** Documents that are passed over: where they were seen to belong, or nowhere. */
  readonly gezien: ReadonlyMap<Kaart, Gezien | undefined>;
  /** Documents that no question is like: they are only held against each other. */
  readonly rest: ReadonlySet<Kaart>;
  /** Whether more than `MAX_KANDIDATEN` in the whole archive share a token. */
  readonly isAlgemeen: (token: string) => boolean;
}

export interface Herkenning<Kaart extends Documentkaart> {
  readonly herkend: ReadonlyMap<Kaart, Gezien>;
  /** Documents other than questions that no question was like; some of them may have been joined to one another. */
  readonly rest: ReadonlySet<Kaart>;
}

/**
 * The middle step of `groepeer`: recognises documents without a number among those with one. Candidates share the date, a
 * sentence of the questions, or the subject; only what the documents without a number have is looked up, so that the others
 * cost one walk.
 */
export function recognise<Kaart extends Documentkaart>(
  kaarten: readonly Kaart[],
  vraagnummersOf: VraagnummersOf<Kaart>,
  sidecars: readonly Metadata[],
  { gezien, rest: bekendeRest, isAlgemeen }: Voorkennis<Kaart> = ONBEKEND,
): Herkenning<Kaart> {
  const zonder = kaarten.filter((kaart) => vraagnummersOf(kaart).length === 0);
  const herkend = new Map<Kaart, Gezien>();
  for (const kaart of zonder) {
    const known = gezien.get(kaart);
    if (known) herkend.set(kaart, known);
  }
  const open = zonder.filter((kaart) => !gezien.has(kaart));
  if (open.length === 0) return { herkend, rest: new Set() };
  const gezocht = new Map<string, Kandidaat[]>(
    open.flatMap(({ punten }) => tokensOf(punten).map((token) => [token, []])),
  );
  const offer = (kandidaat: Kandidaat) => {
    for (const token of tokensOf(kandidaat.punten)) {
      const known = gezocht.get(token);
      if (known && known.length <= MAX_KANDIDATEN) known.push(kandidaat);
    }
  };
  for (const kaart of kaarten) {
    const kandidaat = toKandidaat(kaart, vraagnummersOf(kaart));
    if (kandidaat) offer(kandidaat);
  }
  for (const sidecar of sidecars) {
    const kandidaat = toSidecarKandidaat(sidecar);
    if (kandidaat) offer(kandidaat);
  }
  const seek = ({ punten }: Kaart, tokens: readonly string[]) =>
    bestOf(punten, new Set(tokens.flatMap((token) => withoutCommon(gezocht.get(token) ?? []))));
  for (const kaart of open) {
    if (bekendeRest.has(kaart)) continue;
    const best = seek(
      kaart,
      tokensOf(kaart.punten).filter((token) => !isAlgemeen(token)),
    );
    if (best) herkend.set(kaart, best);
  }
  // What is left of the temporary answers may be one that has its number in the Aanhangsel by now, on a page of its own.
  const rest = open.filter((kaart) => !herkend.has(kaart) && !kaart.isVraag);
  for (const kandidaten of gezocht.values()) kandidaten.length = 0;
  for (const kaart of rest)
    if (!isVoorlopig(kaart)) offer({ sleutel: ownSleutel(kaart), isVraagnummer: false, punten: kaart.punten });
  // Two forms of one letter name nothing either: the first of them, by its key, takes the others in.
  for (const kaart of rest.filter(isVoorlopig).toSorted((a, b) => compareText(ownSleutel(a), ownSleutel(b)))) {
    const best = seek(kaart, tokensOf(kaart.punten));
    if (best) herkend.set(kaart, best);
    else offer({ sleutel: ownSleutel(kaart), isVraagnummer: false, punten: kaart.punten });
  }
  return { herkend, rest: new Set(rest) };
}

const ONBEKEND = { gezien: new Map<never, never>(), rest: new Set<never>(), isAlgemeen: () => false };

// An answer to several sets says nothing certain of any.
function toKandidaat({ punten }: Documentkaart, [vraagnummer, ...meer]: readonly string[]): Kandidaat | undefined {
  return vraagnummer && meer.length === 0 ? { sleutel: vraagnummer, isVraagnummer: true, punten } : undefined;
}

function toSidecarKandidaat(sidecar: Metadata): Kandidaat | undefined {
  const [vraagnummer] = sidecar.vraagnummers;
  if (!vraagnummer || findPublicatie(sidecar.id)?.reeks !== "kv") return undefined;
  return { sleutel: vraagnummer, isVraagnummer: true, punten: herkenningspuntenOfMetadata(sidecar) };
}

/** The tokens by which a document can be found that has its number; none when it is no candidate. */
export function offeredTokensOf(kaart: Documentkaart, vraagnummers: readonly string[]): readonly string[] {
  const kandidaat = toKandidaat(kaart, vraagnummers);
  return kandidaat ? tokensOf(kandidaat.punten) : [];
}

export function offeredTokensOfSidecar(sidecar: Metadata): readonly string[] {
  const kandidaat = toSidecarKandidaat(sidecar);
  return kandidaat ? tokensOf(kandidaat.punten) : [];
}

/** What more documents share says nothing ("Kunt u deze vragen afzonderlijk beantwoorden?"), and comparing them all takes too long. */
export const MAX_KANDIDATEN = 50;

function withoutCommon(kandidaten: readonly Kandidaat[]): readonly Kandidaat[] {
  return kandidaten.length > MAX_KANDIDATEN ? [] : kandidaten;
}

/** Whether a document without a number may be a reading of one that has its number in the Aanhangsel. */
export function isVoorlopig({ id }: Documentkaart): boolean {
  return id === undefined || /^ah-\d+$/.test(id);
}

/** What candidates are looked up by. */
export function tokensOf({ ingediend, indieners, onderwerp, zinnen }: Herkenningspunten): readonly string[] {
  return [
    ...zinnen.map((zin) => `z${zin}`),
    ...(onderwerp ? [`o${onderwerp.slice(0, 24)}`] : []),
    ...(ingediend ? indieners.map((naam) => `d${ingediend}${naam.slice(-6)}`) : []),
  ];
}

// Certain enough, and well ahead of every other question: else nothing was recognised.
function bestOf(punten: Herkenningspunten, kandidaten: ReadonlySet<Kandidaat>): Gezien | undefined {
  const perSleutel = new Map<string, Gezien>();
  for (const kandidaat of kandidaten) {
    const koppeling = vergelijkPunten(punten, kandidaat.punten);
    const known = perSleutel.get(kandidaat.sleutel);
    if (!known || koppeling.zekerheid > known.koppeling.zekerheid)
      perSleutel.set(kandidaat.sleutel, { ...kandidaat, koppeling });
  }
  const [best, second] = [...perSleutel.values()].toSorted(
    (a, b) => b.koppeling.zekerheid - a.koppeling.zekerheid || compareText(a.sleutel, b.sleutel),
  );
  if (!best || best.koppeling.zekerheid < MIN_ZEKERHEID) return undefined;
  if (second && best.koppeling.zekerheid - second.koppeling.zekerheid < MIN_VOORSPRONG) return undefined;
  return { sleutel: best.sleutel, isVraagnummer: best.isVraagnummer, koppeling: best.koppeling };
}

/** The key of a document whose vraagnummer is not known. */
export function ownSleutel({ id, sha256 }: Pick<Documentkaart, "id" | "sha256">): string {
  return (id && toSleutel(stamOf(id))) || `doc-${sha256.slice(0, 12)}`;
}

// Links go both ways, over any number of steps, but only one vraagnummer may come out: else nothing was learned.
function learnVraagnummers(
  kaarten: readonly Documentkaart[],
  sidecars: Iterable<Metadata>,
): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, Set<string>>();
  const neighbours = new Map<string, Set<string>>();
  const link = (a: string, b: string) => {
    if (a === "" || b === "" || a === b) return;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const set = neighbours.get(from) ?? new Set();
      neighbours.set(from, set.add(to));
    }
  };
  const note = (id: string | undefined, nummers: readonly string[], aanhangsels: readonly string[]) => {
    const stam = stamOf(id);
    if (stam === "") return;
    if (nummers.length > 0) known.set(stam, new Set([...(known.get(stam) ?? []), ...nummers]));
    for (const aanhangsel of aanhangsels) link(stam, stamOf(aanhangsel));
  };
  for (const kaart of kaarten) note(kaart.id, kaart.vraagnummers, kaart.aanhangsels);
  for (const { id, vraagnummers, aanhangsels } of sidecars) note(id, vraagnummers, aanhangsels);
  for (const { id, vermoedelijk } of kaarten) {
    const stam = stamOf(id);
    if (stam !== "" && vermoedelijk.length > 0 && !known.has(stam)) known.set(stam, new Set(vermoedelijk));
  }
  const learned = new Map<string, readonly string[]>();
  for (const { id, vraagnummers } of kaarten) {
    const stam = stamOf(id);
    if (vraagnummers.length > 0 || stam === "") continue;
    const found = reach(stam, known, neighbours);
    if (found.size === 1 || known.has(stam)) learned.set(stam, [...(known.get(stam) ?? found)].toSorted(compareText));
  }
  return learned;
}

function reach(
  start: string,
  known: ReadonlyMap<string, ReadonlySet<string>>,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set([start]);
  const queue = [start];
  for (let stam = queue.pop(); stam !== undefined; stam = queue.pop()) {
    for (const nummer of known.get(stam) ?? []) found.add(nummer);
    for (const next of neighbours.get(stam) ?? []) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return found;
}

/** The identifier without its version: the reprint `…-705-h1` is the same publication as `…-705`. Empty when there is none. */
export function stamOf(id: string | undefined): string {
  return id ? (findPublicatie(id)?.stam ?? id) : "";
}
