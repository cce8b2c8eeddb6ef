/**
 * Brings the documents of one Kamervraag together. Pure: what the readers saw goes in, one Kamervraag comes out, and an
 * account of where every part went. What wins is said in `bronnen`, what differs in `diagnostiek`.
 * @see docs/formats/samenvoegen.md
 */

import { mapNootmerken, nootmerkenIn } from "../markdown/nootmerken.ts";
import { gatherNoten, tekstenOf } from "../markdown/noten.ts";
import { ankersOf } from "../model/anker.ts";
import {
  type Antwoord,
  type Blok,
  type Bron,
  type BronSoort,
  type Diagnostiek,
  isVraag,
  type Kamervraag,
  type Mededeling,
  type Vraag,
} from "../model/kamervraag.ts";
import { beantwoordOp, statusOf } from "../model/status.ts";
import type { GelezenDocument } from "../sources/gelezen.ts";
import { feitenOf } from "./feiten.ts";
import type { Plaatsing, Plek } from "./plaatsing.ts";
import { bronIdOf, compareDocuments, compareReadings, isVraagdocument, publicatieKeyOf } from "./rangorde.ts";
import { inkOfMarkdown, inkOfText, overlapOf, type Verschil, verschilOf, woordenOf } from "./vergelijk.ts";

export interface Samengevoegd {
  readonly kamervraag: Kamervraag;
  readonly plaatsing: ReadonlyMap<GelezenDocument, Plaatsing>;
}

/** What is known of a Kamervraag beside its documents. */
export interface Identiteit {
  readonly sleutel: string;
  readonly vraagnummer?: string;
  /** Earlier keys of the same page. */
  readonly aliassen?: readonly string[];
}

/** Merges the documents of one Kamervraag. Their order does not matter. */
export function voegSamen(identiteit: Identiteit, documenten: readonly GelezenDocument[]): Samengevoegd {
  const state = new Samenvoeging();
  const lezingen = groupReadings(documenten);
  for (const [getoond, ...anderen] of lezingen) {
    if (!getoond) continue;
    if (isVraagdocument(getoond)) state.addVraagdocument(getoond);
    else state.addAanhangsel(getoond);
    for (const ander of anderen) state.addVervangen(ander, getoond);
  }
  return state.finish(identiteit, lezingen);
}

/** The readings of each publication, the one to show first; publications in the order of their documents. */
function groupReadings(documenten: readonly GelezenDocument[]): readonly (readonly GelezenDocument[])[] {
  const groups = new Map<string, GelezenDocument[]>();
  for (const document of documenten.toSorted(compareDocuments)) {
    const key = publicatieKeyOf(document);
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return joinVoorlopig([...groups.values()])
    .map((group) => group.toSorted(compareReadings))
    .toSorted((a, b) => (a[0] && b[0] ? compareDocuments(a[0], b[0]) : 0));
}

/** Above this two texts without a common number are readings of one answer. */
const MIN_ZELFDE = 0.85;

// An answer is there as a PDF with a temporary number, or as a letter, before it gets its number in the Aanhangsel.
function joinVoorlopig(groups: readonly GelezenDocument[][]): readonly (readonly GelezenDocument[])[] {
  const vast = groups.filter((group) => group.some((document) => !isVoorlopig(document))).map((group) => [...group]);
  const result = [...vast];
  for (const group of groups.filter((one) => one.every(isVoorlopig))) {
    const [voorlopig] = group;
    const target = voorlopig && result.find((other) => other[0] !== undefined && isZelfdeAntwoord(voorlopig, other[0]));
    if (target) target.push(...group);
    else result.push([...group]);
  }
  return result;
}

function isVoorlopig(document: GelezenDocument): boolean {
  return !isVraagdocument(document) && !(document.vergaderjaar && document.aanhangselnummer);
}

function isZelfdeAntwoord(a: GelezenDocument, b: GelezenDocument): boolean {
  if (isVraagdocument(b) || (a.documentsoort === "mededeling") !== (b.documentsoort === "mededeling")) return false;
  if (a.ontvangen && b.ontvangen && a.ontvangen !== b.ontvangen) return false;
  // Notices all say the same: only their date tells them apart.
  if (a.documentsoort === "mededeling" && !(a.ontvangen && b.ontvangen)) return false;
  const [left, right] = [a, b].map(wordsOfAntwoord);
  if (!left || !right) return false;
  const [kort, lang] = [left.length, right.length].toSorted((one, other) => one - other);
  return (kort ?? 0) * 2 >= (lang ?? 0) && overlapOf(left, right) >= MIN_ZELFDE;
}

function wordsOfAntwoord({ blokken, mededelingen }: GelezenDocument): string {
  return [...blokken.filter(({ soort }) => soort === "antwoord"), ...mededelingen]
    .map(({ tekst }) => woordenOf(tekst))
    .join("\n");
}

/** A blok under way: with the document it came from, its calls still carrying that document's note ids. */
interface Werkblok {
  readonly blok: Blok;
  readonly document: GelezenDocument;
  readonly index: number;
}

interface Werkmededeling {
  readonly mededeling: Mededeling;
  readonly document: GelezenDocument;
}

interface Documentdiagnostiek {
  readonly document: GelezenDocument;
  readonly diagnostiek: Diagnostiek;
}

function uniqueDiagnostiek(all: readonly Diagnostiek[]): readonly Diagnostiek[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

class Samenvoeging {
  readonly #blokken: Werkblok[] = [];
  readonly #mededelingen: Werkmededeling[] = [];
  readonly #plekken = new Map<
    GelezenDocument,
    { blokken: (Plek | undefined)[]; nootregels: Map<string, string>; regel?: string }
  >();
  readonly #diagnostiek: Documentdiagnostiek[] = [];
  readonly #nummers = new Map<GelezenDocument, number>();

  addVraagdocument(document: GelezenDocument): void {
    this.#open(document);
    document.blokken.forEach((blok, index) => {
      this.#blokken.push({ blok: withBron(blok, document), document, index });
    });
    this.#addMededelingen(document);
  }

  addAanhangsel(document: GelezenDocument): void {
    const plekken = this.#open(document);
    const dubbel = new Map([...this.#matchVragen(document), ...this.#matchTeksten(document)]);
    let previous: Werkblok | undefined;
    document.blokken.forEach((blok, index) => {
      const match = dubbel.get(index);
      if (match !== undefined) {
        plekken.blokken[index] = { regel: match.regel };
        for (const id of nootmerkenIn(blok.tekst)) plekken.nootregels.set(id, match.regel);
        previous = match.vraag;
        return;
      }
      const werkblok = { blok: withBron(blok, document), document, index };
      this.#blokken.splice(this.#positionFor(werkblok, previous), 0, werkblok);
      previous = werkblok;
      if (blok.soort === "vraag" && this.#hasOther(document))
        this.#reportAt(document, index, "vraag-alleen-in-antwoord");
    });
    this.#addMededelingen(document);
  }

  /** A reading that is not shown: its text is accounted for, its differing words are listed. */
  addVervangen(document: GelezenDocument, getoond: GelezenDocument): void {
    const regel = `vervangen-door:${bronIdOf(getoond)}`;
    this.#open(document).regel = regel;
    const verschil = verschilOf(wordsOfDocument(getoond), wordsOfDocument(document));
    this.#reportVerschil(document, "lezing-verschilt", "kop", verschil);
  }

  finish(identiteit: Identiteit, lezingen: readonly (readonly GelezenDocument[])[]): Samengevoegd {
    this.#reportEmpty();
    const ankers = this.#nameNoten();
    const rename = (document: GelezenDocument, tekst: string) =>
      mapNootmerken(tekst, (id) => ankers.get(this.#nootKey(document, id)) ?? id);
    const blokken = this.#blokken.map(({ blok, document }): Blok => ({ ...blok, tekst: rename(document, blok.tekst) }));
    const mededelingen = this.#mededelingen.map(({ mededeling, document }) => ({
      ...mededeling,
      tekst: rename(document, mededeling.tekst),
    }));
    const nootteksten = new Map<string, string>();
    const nootnummers: Record<string, string> = {};
    for (const document of lezingen.flat()) {
      for (const { id, nummer, tekst } of document.noten) {
        const anker = ankers.get(this.#nootKey(document, id));
        if (anker === undefined) continue;
        nootnummers[anker] = nummer;
        if (tekst !== undefined) nootteksten.set(anker, rename(document, tekst));
      }
    }
    const sorted = new Map([...nootteksten].toSorted(([a], [b]) => compareAnker(a, b)));
    const beantwoord = beantwoordOp(blokken);
    const getoond = lezingen.flatMap(([first]) => first ?? []);
    const diagnostiek = this.#placeDiagnostiek(blokken);
    const feiten = feitenOf(identiteit, getoond, lezingen.flat());
    const kamervraag: Kamervraag = {
      ...feiten,
      aliassen: identiteit.aliassen ?? [],
      status: statusOf(blokken, mededelingen),
      ...(beantwoord ? { beantwoord } : {}),
      blokken,
      noten: gatherNoten(tekstenOf(blokken, mededelingen), sorted, nootnummers),
      mededelingen,
      bronnen: [
        ...getoond.map((document) => toBron(document, feiten.titel)),
        ...lezingen.flatMap(([first, ...rest]) => rest.map((document) => toBron(document, feiten.titel, first))),
      ],
      diagnostiek: uniqueDiagnostiek(diagnostiek.map((one) => one.diagnostiek)),
    };
    return { kamervraag, plaatsing: this.#placements(ankers, diagnostiek) };
  }

  #open(document: GelezenDocument) {
    const plekken = { blokken: [] as (Plek | undefined)[], nootregels: new Map<string, string>() } as {
      blokken: (Plek | undefined)[];
      nootregels: Map<string, string>;
      regel?: string;
    };
    this.#plekken.set(document, plekken);
    this.#nummers.set(document, this.#nummers.size);
    for (const diagnostiek of document.diagnostiek) this.#diagnostiek.push({ document, diagnostiek });
    return plekken;
  }

  // Not a fault by itself (an oral question has no text), but a reader of the archive should know.
  #reportEmpty(): void {
    const [document] = this.#plekken.keys();
    const hasConversation = this.#blokken.some(({ blok }) => blok.soort === "vraag" || blok.soort === "antwoord");
    if (!document || hasConversation || this.#mededelingen.length > 0) return;
    this.#diagnostiek.push({ document, diagnostiek: { code: "geen-vragen", ernst: "waarschuwing", plaats: "kop" } });
  }

  #addMededelingen(document: GelezenDocument): void {
    for (const notice of document.mededelingen) {
      this.#mededelingen.push({ mededeling: toMededeling(notice, document), document });
    }
  }

  #hasOther(document: GelezenDocument): boolean {
    return this.#blokken.some((other) => other.document !== document && isVraag(other.blok));
  }

  /**
   * Finds the vragen of an answer document that repeat vragen we have. Those that share numbers are compared as one text:
   * a kv may hold 2 and 3 apart where the ah has "Vraag 2 en 3" over both.
   */
  #matchVragen(document: GelezenDocument): ReadonlyMap<number, { readonly regel: string; readonly vraag: Werkblok }> {
    const found = new Map<number, { regel: string; vraag: Werkblok }>();
    const known = this.#blokken.filter((werkblok): werkblok is Werkblok & { blok: Vraag } => isVraag(werkblok.blok));
    const theirs = document.blokken.flatMap((blok, index) => (blok.soort === "vraag" ? [{ blok, index }] : []));
    const done = new Set<number>();
    for (const { index } of theirs) {
      if (done.has(index)) continue;
      const group = connected(known, theirs, index);
      for (const member of group.theirs) done.add(member.index);
      const [first] = group.known;
      const last = group.known.at(-1);
      if (!first || !last) continue;
      const ours = group.known.map(({ blok }) => blok.tekst).join("\n\n");
      const repeated = group.theirs.map(({ blok }) => blok.tekst).join("\n\n");
      const bron = bronIdOf(first.document);
      const isEqual = inkOfMarkdown(ours) === inkOfMarkdown(repeated);
      const noten = compareNoten(first.document, ours, document, repeated);
      const regel = isEqual && noten === undefined ? `dubbel:${bron}` : `vervangen-door:${bron}`;
      if (!isEqual) {
        const plaats = `vraag-${first.blok.nummers[0] ?? "z1"}`;
        this.#reportVerschil(document, "vraag-verschilt", plaats, verschilOf(woordenOf(ours), woordenOf(repeated)));
      }
      if (noten) this.#reportVerschil(document, "vraagnoot-verschilt", `vraag-${first.blok.nummers[0] ?? "z1"}`, noten);
      for (const member of group.theirs) found.set(member.index, { regel, vraag: last });
    }
    return found;
  }

  /** Finds the introduction or toelichting that an answer document repeats, word for word and note for note. */
  #matchTeksten(document: GelezenDocument): ReadonlyMap<number, { readonly regel: string; readonly vraag: Werkblok }> {
    const found = new Map<number, { regel: string; vraag: Werkblok }>();
    for (const [index, blok] of document.blokken.entries()) {
      if (blok.soort !== "toelichting" && blok.soort !== "inleiding") continue;
      const vraag = this.#blokken.find(
        (known) =>
          known.blok.soort === blok.soort &&
          inkOfMarkdown(known.blok.tekst) === inkOfMarkdown(blok.tekst) &&
          compareNoten(known.document, known.blok.tekst, document, blok.tekst) === undefined,
      );
      if (vraag) found.set(index, { regel: `dubbel:${bronIdOf(vraag.document)}`, vraag });
    }
    return found;
  }

  /**
   * An antwoord comes after the last vraag it answers and the antwoorden already there; other text after what it followed. What
   * hangs on no other document keeps the order of its own: there a number may be used again.
   */
  #positionFor({ blok, document }: Werkblok, previous: Werkblok | undefined): number {
    const isEigen = (vraag: Werkblok | undefined) => vraag === undefined || vraag.document === document;
    if (previous?.document === document) {
      const nummers = blok.soort === "vraag" ? blok.nummers : blok.soort === "antwoord" ? blok.opVragen : [];
      const matched = this.#blokken.findLast(
        (known) => isVraag(known.blok) && known.blok.nummers.some((nummer) => nummers.includes(nummer)),
      );
      if (isEigen(matched) && (blok.soort !== "vraag" || !this.#hasOther(document)))
        return this.#blokken.indexOf(previous) + 1;
    }
    const after = (predicate: (werkblok: Werkblok) => boolean) => this.#blokken.findLastIndex(predicate) + 1;
    if (blok.soort === "antwoord" && blok.opVragen.length > 0) {
      const at = after(
        (werkblok) => isVraag(werkblok.blok) && werkblok.blok.nummers.some((nummer) => blok.opVragen.includes(nummer)),
      );
      if (at > 0) return this.#skipAntwoorden(at);
    }
    if (blok.soort === "vraag") {
      const at = after((werkblok) => isVraag(werkblok.blok) && compareNummers(werkblok.blok.nummers, blok.nummers) < 0);
      if (at > 0) return this.#skipAntwoorden(at);
    }
    const at = previous ? this.#blokken.indexOf(previous) + 1 : 0;
    if (at > 0) return blok.soort === "antwoord" ? this.#skipAntwoorden(at) : at;
    return blok.soort === "inleiding" ? 0 : this.#blokken.length;
  }

  #skipAntwoorden(from: number): number {
    let at = from;
    while (this.#blokken[at]?.blok.soort === "antwoord") at += 1;
    return at;
  }

  #reportAt(document: GelezenDocument, index: number, code: Diagnostiek["code"]): void {
    this.#diagnostiek.push({ document, diagnostiek: { code, ernst: "waarschuwing", plaats: `#${index}` } });
  }

  #reportVerschil(document: GelezenDocument, code: Diagnostiek["code"], plaats: string, verschil: Verschil): void {
    const { alleenAnders, alleenGetoond } = verschil;
    if (alleenAnders.length === 0 && alleenGetoond.length === 0) return;
    const bron = bronIdOf(document);
    const gevonden = `alleen daar: ${listWords(alleenAnders)}; alleen hier: ${listWords(alleenGetoond)}`;
    this.#diagnostiek.push({ document, diagnostiek: { code, ernst: "waarschuwing", plaats, bron, gevonden } });
  }

  #nootKey(document: GelezenDocument, id: string): string {
    return `${this.#nummers.get(document) ?? 0}/${id}`;
  }

  /** Names every note that is shown: `v1`, `a1`, counted within its scope in reading order; notes without a call last. */
  #nameNoten(): ReadonlyMap<string, string> {
    const ankers = new Map<string, string>();
    const counts = { v: 0, a: 0 };
    const name = (key: string, scope: "v" | "a") => {
      if (ankers.has(key)) return;
      counts[scope] += 1;
      ankers.set(key, `${scope}${counts[scope]}`);
    };
    const noten = new Map([...this.#plekken.keys()].map((one) => [one, new Set(one.noten.map(({ id }) => id))]));
    const known = (document: GelezenDocument, id: string) => noten.get(document)?.has(id) ?? false;
    for (const { blok, document } of this.#blokken) {
      const scope =
        blok.soort === "antwoord" ||
        (blok.soort !== "vraag" && blok.soort !== "toelichting" && !isVraagdocument(document))
          ? "a"
          : "v";
      for (const id of nootmerkenIn(blok.tekst)) if (known(document, id)) name(this.#nootKey(document, id), scope);
    }
    for (const { mededeling, document } of this.#mededelingen) {
      for (const id of nootmerkenIn(mededeling.tekst)) name(this.#nootKey(document, id), "a");
    }
    for (const [document, { nootregels, regel }] of this.#plekken) {
      if (regel !== undefined) continue;
      for (const { id, bereik } of document.noten) {
        const isVraagnoot = bereik ? bereik === "vraag" : isVraagdocument(document);
        if (!nootregels.has(id)) name(this.#nootKey(document, id), isVraagnoot ? "v" : "a");
      }
    }
    return ankers;
  }

  #placeDiagnostiek(blokken: readonly Blok[]): readonly Documentdiagnostiek[] {
    const ankers = ankersOf(blokken);
    const plekken = this.#indexBlokken();
    return this.#diagnostiek.map(({ document, diagnostiek }) => {
      const local = /^#(\d+)$/.exec(diagnostiek.plaats)?.[1];
      const at = local === undefined ? -1 : (plekken.get(document)?.get(Number(local)) ?? -1);
      const dropped = local !== undefined && at === -1 ? document.blokken[Number(local)] : undefined;
      const plaats =
        local === undefined ? diagnostiek.plaats : (ankers[at]?.[0] ?? (dropped ? localAnker(dropped) : "kop"));
      const bron = diagnostiek.bron ?? bronIdOf(document);
      return { document, diagnostiek: { ...diagnostiek, plaats, bron } };
    });
  }

  /** Where the blocks of each document ended up. */
  #indexBlokken(): ReadonlyMap<GelezenDocument, ReadonlyMap<number, number>> {
    const plekken = new Map<GelezenDocument, Map<number, number>>();
    for (const [at, { document, index }] of this.#blokken.entries()) {
      const own = plekken.get(document) ?? new Map<number, number>();
      plekken.set(document, own.set(index, at));
    }
    return plekken;
  }

  #placements(
    ankers: ReadonlyMap<string, string>,
    diagnostiek: readonly Documentdiagnostiek[],
  ): ReadonlyMap<GelezenDocument, Plaatsing> {
    const result = new Map<GelezenDocument, Plaatsing>();
    const geplaatst = this.#indexBlokken();
    for (const [document, { blokken, nootregels, regel }] of this.#plekken) {
      const plekOf = (index: number): Plek =>
        regel !== undefined ? { regel } : (blokken[index] ?? { index: geplaatst.get(document)?.get(index) ?? -1 });
      const ownMededelingen = this.#mededelingen.flatMap((werk, index) => (werk.document === document ? [index] : []));
      result.set(document, {
        blokken: document.blokken.map((_, index) => plekOf(index)),
        mededelingen: document.mededelingen.map((_, index) =>
          regel !== undefined ? { regel } : { index: ownMededelingen[index] ?? -1 },
        ),
        noten: new Map(
          document.noten.map(({ id }) => {
            const anker = ankers.get(this.#nootKey(document, id));
            return [
              id,
              anker !== undefined ? { anker } : { regel: regel ?? nootregels.get(id) ?? "onbekend" },
            ] as const;
          }),
        ),
        diagnostiek: uniqueDiagnostiek(
          diagnostiek.filter((one) => one.document === document).map((one) => one.diagnostiek),
        ),
      });
    }
    return result;
  }
}

/** No list of differences is of use beyond this; that of two long texts which share nothing would be both texts. */
const MAX_VERSCHIL = 100_000;

function listWords(words: readonly string[]): string {
  const all = words.join(" … ") || "–";
  return all.length > MAX_VERSCHIL
    ? `${all.slice(0, MAX_VERSCHIL)} … (en nog ${all.length - MAX_VERSCHIL} tekens)`
    : all;
}

function toMededeling({ datum, soort, tekst }: Omit<Mededeling, "bron">, document: GelezenDocument): Mededeling {
  return { ...(datum ? { datum } : {}), soort, tekst, bron: bronIdOf(document) };
}

function withBron(blok: GelezenDocument["blokken"][number], document: GelezenDocument): Blok {
  if (blok.soort !== "antwoord") return blok;
  const antwoord: Antwoord = {
    ...blok,
    bron: bronIdOf(document),
    ...(document.ontvangen ? { datum: document.ontvangen } : {}),
  };
  return antwoord;
}

/** The vragen on both sides that hang together by shared numbers, starting from one of theirs. */
function connected(
  known: readonly (Werkblok & { blok: Vraag })[],
  theirs: readonly { readonly blok: Vraag; readonly index: number }[],
  start: number,
) {
  const nummers = new Set(theirs.find(({ index }) => index === start)?.blok.nummers);
  const shares = ({ blok }: { readonly blok: Vraag }) => blok.nummers.some((nummer) => nummers.has(nummer));
  for (let size = -1; size !== nummers.size; ) {
    size = nummers.size;
    for (const vraag of [...known, ...theirs])
      if (shares(vraag)) for (const nummer of vraag.blok.nummers) nummers.add(nummer);
  }
  return { known: known.filter(shares), theirs: theirs.filter((vraag) => vraag.index === start || shares(vraag)) };
}

/** The difference between the notes called in two texts; `undefined` when they say the same. */
function compareNoten(
  ours: GelezenDocument,
  ourText: string,
  theirs: GelezenDocument,
  theirText: string,
): Verschil | undefined {
  const notes = (document: GelezenDocument, text: string) =>
    nootmerkenIn(text).map((id) => woordenOf(document.noten.find((noot) => noot.id === id)?.tekst ?? ""));
  const a = notes(ours, ourText);
  const b = notes(theirs, theirText);
  const isSame =
    a.length === b.length && a.every((text, index) => text.replace(/\s/g, "") === b[index]?.replace(/\s/g, ""));
  return isSame ? undefined : verschilOf(a.join(" "), b.join(" "));
}

function wordsOfDocument({ blokken, mededelingen, noten }: GelezenDocument): string {
  return [...blokken, ...mededelingen, ...noten].map(({ tekst }) => woordenOf(tekst ?? "")).join("\n");
}

function localAnker(blok: GelezenDocument["blokken"][number]): string {
  if (blok.soort === "vraag") return `vraag-${blok.nummers[0] ?? "z1"}`;
  return blok.soort === "antwoord" ? `antwoord-${blok.opVragen[0] ?? "z1"}` : "kop";
}

function compareNummers(a: readonly string[], b: readonly string[]): number {
  return Number.parseInt(a[0] ?? "0", 10) - Number.parseInt(b[0] ?? "0", 10);
}

// Notes without a call go by scope, then by number.
function compareAnker(a: string, b: string): number {
  return Number(b.startsWith("v")) - Number(a.startsWith("v")) || Number(a.slice(1)) - Number(b.slice(1));
}

function toBron(document: GelezenDocument, titel: string, getoond?: GelezenDocument): Bron {
  const datum = isVraagdocument(document) ? document.ingediend : document.ontvangen;
  const kopregels = kopregelsOf(document, titel);
  return {
    id: bronIdOf(document),
    soort: bronSoort(document),
    ...(document.vergaderjaar ? { vergaderjaar: document.vergaderjaar } : {}),
    ...(document.aanhangselnummer ? { aanhangselnummer: document.aanhangselnummer } : {}),
    ...(datum ? { datum } : {}),
    ...(document.titel ? { titel: document.titel } : {}),
    ...(kopregels.length > 0 ? { kopregels } : {}),
    ...(document.url ? { url: document.url } : {}),
    ...(document.adressen ? { adressen: document.adressen } : {}),
    ...(document.documentstatus ? { documentstatus: document.documentstatus } : {}),
    vorm: document.vorm,
    bestand: document.bestand,
    sha256: document.sha256,
    ...(document.opgehaald ? { opgehaald: document.opgehaald } : {}),
    ...(document.metadata ? { metadata: document.metadata } : {}),
    ...(document.koppeling ? { koppeling: document.koppeling } : {}),
    ...(getoond ? { vervangenDoor: bronIdOf(getoond) } : {}),
  };
}

/** The title lines of a document: with its subject in front where that would stand nowhere else. */
function kopregelsOf({ onderwerp, titel, kopregels }: GelezenDocument, getoond: string): readonly string[] {
  const wanted = inkOfText(onderwerp ?? "");
  const isElders = [getoond, titel ?? "", ...kopregels].some((text) => inkOfText(text).includes(wanted));
  return onderwerp && !isElders ? [onderwerp, ...kopregels] : kopregels;
}

function bronSoort(document: GelezenDocument): BronSoort {
  switch (document.documentsoort) {
    case "mededeling":
      return "mededeling";
    case "antwoord":
      return document.isNader ? "nader-antwoord" : "antwoord";
    default:
      return "vraag";
  }
}
