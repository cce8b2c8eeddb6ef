/**
 * The site as a build left it, in columns: of each Kamervraag what the next build has to know when it did not change, of each
 * other file how the system knows it. It is written last. What the system says of the caches beside it and of the program is in it, so
 * that it holds only while these are what they were.
 * @see docs/decisions/0012-bouwen-met-werkers.md
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Datum } from "../../../src/model/kamervraag.ts";
import { jaarOfSleutel } from "../../../src/model/sleutel.ts";
import type { Fout } from "../../../src/model/user-error.ts";
import { naamOf } from "../../../src/samenhang/graaf.ts";
import { type LijstSoort, slugOf } from "../../../src/site/adres.ts";
import { isVast } from "../../../src/site/kaart.ts";
import { SOORTEN, type Termijnview } from "../../../src/site/lijstpagina.ts";
import { ledenVan, newestOf, type Registerpost, standOf } from "../../../src/site/register.ts";
import { packTelbaar } from "../../../src/site/volledigheid.ts";
import { hashOf as hashOfTekst } from "../../../src/vergelijkbaar/termen.ts";
import { sha256Of } from "../../bestanden.ts";
import {
  fillKolom,
  GEEN_GETALLEN,
  GEEN_TEKSTEN,
  type Getallen,
  joinGetallen,
  joinTeksten,
  type Rijenplan,
  type Teksten,
} from "../../convert/kolommen.ts";
import { MARGE_MS } from "../schrijf.ts";
import type { Rij } from "./bak.ts";
import { readKolommen, writeKolommen } from "./kolommenbestand.ts";
import { type Stempel, stempelOf } from "./taken.ts";

/** A file or a folder, and what the system says of it. */
export type Gestempeld = readonly [path: string, stempel: Stempel];

export interface Momentkop {
  /** What the site hangs on beside the Markdown, as given. */
  readonly opties: string;
  readonly peildatum: Datum;
  /** Version of the cards and of what is alike. */
  readonly versie: string;
  /** When the build began to look at files, by the clock of this machine. */
  readonly beginMs: number;
  /** The first row of those whose files the next build looks at in turn. */
  readonly beurt: number;
  readonly programma: readonly Gestempeld[];
  /** The files of the cards, by year; and that of what is alike. */
  readonly kaarten: readonly Gestempeld[];
  readonly gelijke: Stempel | null;
  readonly lijsten: readonly (readonly [soort: LijstSoort, slug: string])[];
  readonly namen: readonly string[];
  /** Names of what is counted of documents: see `packTelbaar`. */
  readonly regels: readonly string[];
  /** Other files than those of Kamervragen; `kenmerk` of a page of a list (from what it was made), with the name of that. */
  readonly losse: readonly (readonly [path: string, kenmerk: string, lijst: string, grootte: number, tijd: number])[];
  readonly mappen: readonly (readonly [path: string, mtimeMs: number | null, ctimeMs: number | null])[];
  readonly doorverwijzingen: number;
  readonly onverklaard: readonly Fout[];
  readonly termijnview: Termijnview;
  /** Pages of deadline lists, in their order. */
  readonly termijnpaths: readonly string[];
  readonly aantalSingles: number;
}

/** Numbers of a row, by their place in `feiten`. */
export const FEIT = {
  jaar: 0,
  regelVan: 1,
  regelLengte: 2,
  bytesVan: 3,
  termen: 4,
  tekst: 5,
  noten: 6,
  nieuwste: 7,
  ingediend: 8,
  beantwoord: 9,
  volg: 10,
  lastmod: 11,
  vlaggen: 12,
  dagen: 13,
  verwijzingen: 14,
} as const;
export const FEITEN = Object.keys(FEIT).length;

/** Marks of a row in `FEIT.vlaggen`. */
export const VLAG = { afgedaan: 1, open: 2, teLaat: 4, uitgesteld: 8, beantwoord: 16, vast: 32 } as const;

/** Of each row, in the order of the paths. */
export interface Momentkolommen {
  readonly aantal: number;
  readonly paths: Teksten;
  readonly sleutels: Teksten;
  readonly hashes: Teksten;
  readonly vindbaar: Teksten;
  readonly kenmerken: Teksten;
  readonly posthashes: Teksten;
  readonly aliassen: Teksten;
  readonly stempels: Float64Array;
  readonly merken: Float64Array;
  readonly feiten: Float64Array;
  /** Two numbers for each list a name brings it to: twice the number of the list, and one when it is a row; number of the name. */
  readonly leden: Getallen;
  /** Hashes of the names by which it can be cited, and of those that it cites. */
  readonly ids: Getallen;
  readonly citaten: Getallen;
  readonly telbaar: Getallen;
}

export interface Momentopname {
  readonly kop: Momentkop;
  readonly kolommen: Momentkolommen;
}

const VERSIE = "2";
export const STEMPEL_LENGTE = 4;

/** Names with their numbers; more can be added behind them. */
export interface Namen<Naam> {
  readonly nummer: (naam: Naam) => number;
  readonly alle: () => readonly Naam[];
}

export function openNamen<Naam>(bekend: readonly Naam[], keyOf: (naam: Naam) => string): Namen<Naam> {
  const alle = [...bekend];
  const nummers = new Map(alle.map((naam, nummer) => [keyOf(naam), nummer]));
  return {
    nummer(naam) {
      const known = nummers.get(keyOf(naam));
      if (known !== undefined) return known;
      nummers.set(keyOf(naam), alle.length);
      alle.push(naam);
      return alle.length - 1;
    },
    alle: () => alle,
  };
}

export interface Poelen {
  readonly lijsten: Namen<readonly [LijstSoort, string]>;
  readonly namen: Namen<string>;
  readonly regels: Namen<string>;
}

export function openPoelen(kop: Pick<Momentkop, "lijsten" | "namen" | "regels"> = LEGE_POELEN): Poelen {
  return {
    lijsten: openNamen(kop.lijsten, lijstnaamOf),
    namen: openNamen(kop.namen, (naam) => naam),
    regels: openNamen(kop.regels, (naam) => naam),
  };
}

const LEGE_POELEN = { lijsten: [], namen: [], regels: [] };

export function lijstnaamOf([soort, slug]: readonly [LijstSoort, string]): string {
  return `${soort}/${slug}`;
}

/** A row that is new or changed. */
export interface Momentrij {
  readonly rij: Rij;
  readonly post: Registerpost;
  readonly posthash: string;
  readonly kenmerk: string;
  readonly merk: string;
  readonly vindbaar: string;
  /** Bytes of its rows of verwijzingen.csv. */
  readonly verwijzingen: number;
}

/** Brings rows together: those of before stay as they are, `nieuwOf` gives the others. */
export function joinRijen(
  plan: Rijenplan,
  oud: Momentkolommen,
  nieuwOf: (rij: number) => Momentrij,
  peildatum: Datum,
  poelen: Poelen,
  vormen: number,
): Momentkolommen {
  const { aantal } = plan;
  const teksten = (bron: Teksten, of: (een: Momentrij) => string) => joinTeksten(plan, bron, (rij) => of(nieuwOf(rij)));
  const getallen = (bron: Getallen, of: (een: Momentrij) => readonly number[]) =>
    joinGetallen(plan, bron, (rij) => of(nieuwOf(rij)));
  const vast = (breedte: number, bron: Float64Array, of: (een: Momentrij) => readonly number[]) =>
    fillKolom(new Float64Array(aantal * breedte), bron, plan, (rij) => of(nieuwOf(rij)));
  return {
    aantal,
    paths: teksten(oud.paths, ({ rij }) => rij.path),
    sleutels: teksten(oud.sleutels, ({ rij }) => rij.kaart.sleutel),
    hashes: teksten(oud.hashes, ({ rij }) => rij.sha256),
    vindbaar: teksten(oud.vindbaar, (een) => een.vindbaar),
    kenmerken: teksten(oud.kenmerken, (een) => een.kenmerk),
    posthashes: teksten(oud.posthashes, (een) => een.posthash),
    aliassen: teksten(oud.aliassen, ({ post }) => (post.aliassen.length === 0 ? "" : JSON.stringify(post.aliassen))),
    stempels: vast(STEMPEL_LENGTE, oud.stempels, ({ rij }) => rij.stempel),
    merken: vast(2 * vormen, oud.merken, ({ merk }) => readMerk(merk)),
    feiten: vast(FEITEN, oud.feiten, (een) => toFeiten(een, peildatum)),
    leden: getallen(oud.leden, ({ post }) => toLeden(post, peildatum, poelen)),
    ids: getallen(oud.ids, ({ rij }) => hashNamen(rij.kaart.knoop.ids)),
    citaten: getallen(oud.citaten, ({ rij }) => hashNamen(rij.kaart.knoop.citaten)),
    telbaar: getallen(oud.telbaar, ({ rij }) => packTelbaar(rij.kaart.telbaar, poelen.regels.nummer)),
  };
}

export const GEEN_RIJEN: Momentkolommen = {
  aantal: 0,
  paths: GEEN_TEKSTEN,
  sleutels: GEEN_TEKSTEN,
  hashes: GEEN_TEKSTEN,
  vindbaar: GEEN_TEKSTEN,
  kenmerken: GEEN_TEKSTEN,
  posthashes: GEEN_TEKSTEN,
  aliassen: GEEN_TEKSTEN,
  stempels: new Float64Array(),
  merken: new Float64Array(),
  feiten: new Float64Array(),
  leden: GEEN_GETALLEN,
  ids: GEEN_GETALLEN,
  citaten: GEEN_GETALLEN,
  telbaar: GEEN_GETALLEN,
};

// The place of its card is filled in when the cards are written.
function toFeiten({ rij, post, verwijzingen }: Momentrij, peildatum: Datum): readonly number[] {
  const { kaart, nieuwste } = rij;
  const { isAfgedaan, isOpen, isTeLaat, termijn, dagen } = standOf(post, peildatum);
  const vlaggen =
    (isAfgedaan ? VLAG.afgedaan : 0) +
    (isOpen ? VLAG.open : 0) +
    (isTeLaat ? VLAG.teLaat : 0) +
    (termijn && termijn.aantalUitstel > 0 ? VLAG.uitgesteld : 0) +
    (post.status === "beantwoord" ? VLAG.beantwoord : 0) +
    (isVast(kaart, peildatum) ? VLAG.vast : 0);
  const [ingediend, beantwoord] = [packDatum(post.ingediend), packDatum(post.beantwoord)];
  const jaar = jaarOfSleutel(post.sleutel);
  return [
    0,
    0,
    0,
    0,
    kaart.termen.stammen.length,
    kaart.termen.tekst.length,
    Buffer.byteLength(kaart.noten),
    packDatum(nieuwste),
    ingediend,
    beantwoord,
    // As `compareOldestFirst` has it: a year alone comes before all its days.
    ingediend || beantwoord || (jaar === "onbekend" ? 0 : Number(jaar) * 10_000),
    packDatum(newestOf([post.ingediend, post.beantwoord, ...post.mededelingen.map(({ datum }) => datum)])),
    vlaggen,
    dagen ?? -1,
    verwijzingen,
  ];
}

/** A date as a number that sorts as it does; 0 for none. */
export function packDatum(datum: Datum | undefined): number {
  return datum === undefined ? 0 : Number(datum.replaceAll("-", ""));
}

export function unpackDatum(getal: number): Datum | undefined {
  if (getal === 0) return undefined;
  const cijfers = String(getal).padStart(8, "0");
  return `${cijfers.slice(0, 4)}-${cijfers.slice(4, 6)}-${cijfers.slice(6)}`;
}

/** The lists of a post, as `leden` has them. */
export function toLeden(post: Registerpost, peildatum: Datum, { lijsten, namen }: Poelen): readonly number[] {
  return SOORTEN.flatMap((soort) =>
    ledenVan(post, soort, peildatum).flatMap(({ naam, isRij }) => [
      lijsten.nummer([soort, slugOf(naam)]) * 2 + (isRij ? 1 : 0),
      namen.nummer(naam),
    ]),
  );
}

function hashNamen(ids: readonly string[]): readonly number[] {
  return ids.map((id) => hashOfTekst(naamOf(id)));
}

/** Size and time of each file of a page, out of what `merkOf` tells of them. */
export function readMerk(merk: string): readonly number[] {
  return merk.split(" ").flatMap((deel) => deel.split(".").map((getal) => Number.parseInt(getal, 36)));
}

export function readMoment(path: string): Momentopname | undefined {
  const gelezen = readKolommen(path, VERSIE);
  if (!gelezen) return undefined;
  const { teksten, getallen, f64 } = gelezen;
  const stempels = f64("stempels");
  return {
    // The check sum fits and so does the version: this is what was written.
    kop: gelezen.kop as Momentkop,
    kolommen: {
      aantal: stempels.length / STEMPEL_LENGTE,
      paths: teksten("paths"),
      sleutels: teksten("sleutels"),
      hashes: teksten("hashes"),
      vindbaar: teksten("vindbaar"),
      kenmerken: teksten("kenmerken"),
      posthashes: teksten("posthashes"),
      aliassen: teksten("aliassen"),
      stempels,
      merken: f64("merken"),
      feiten: f64("feiten"),
      leden: getallen("leden"),
      ids: getallen("ids"),
      citaten: getallen("citaten"),
      telbaar: getallen("telbaar"),
    },
  };
}

/** Answers the system's code when it could not be written. */
export function writeMoment(
  path: string,
  { kop, kolommen: { aantal: _, ...kolommen } }: Momentopname,
): string | undefined {
  return writeKolommen(path, VERSIE, kop, kolommen);
}

/** A fact of a row. */
export function feitOf({ feiten }: Momentkolommen, rij: number, feit: keyof typeof FEIT): number {
  return feiten[rij * FEITEN + FEIT[feit]] ?? 0;
}

export function setFeit({ feiten }: Momentkolommen, rij: number, feit: keyof typeof FEIT, waarde: number): void {
  feiten[rij * FEITEN + FEIT[feit]] = waarde;
}

/** All texts of a column whose texts hold no line break. */
export function regelsOf({ bytes, begin }: Teksten): string[] {
  const alles = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // In Latin script one byte is one character, and a piece of the whole is cut off for nothing.
  const isAscii = alles.every((byte) => byte < 128);
  const tekst = isAscii ? alles.toString("latin1") : undefined;
  return Array.from({ length: begin.length - 1 }, (_, rij) =>
    tekst === undefined
      ? alles.toString("utf8", begin[rij], begin[rij + 1])
      : tekst.slice(begin[rij] ?? 0, begin[rij + 1] ?? 0),
  );
}

const PROJECT_ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What the system says of all that the program is made of: a file that is new or other is another program. */
export function stampProgramma(projectRoot: string): readonly Gestempeld[] {
  return listProgramma(projectRoot).map((path) => [path, stempelOf(path) ?? GEEN_STEMPEL]);
}

/** The hash of all that the program is made of, Node included: the same in every copy of it. */
export function hashProgramma(projectRoot: string): string {
  const hash = createHash("sha256").update(JSON.stringify(process.versions));
  for (const path of listProgramma(projectRoot)) {
    const name = relative(projectRoot, path).replaceAll("\\", "/");
    hash.update(`\n${name} `).update(existsSync(path) ? sha256Of(readFileSync(path)) : "");
  }
  return hash.digest("hex");
}

function listProgramma(projectRoot: string): readonly string[] {
  return [
    ...["src", "scripts"].flatMap((map) => listFiles(join(PROJECT_ROOT, map))),
    ...["package.json", "package-lock.json", "node_modules/.package-lock.json"].map((naam) => join(PROJECT_ROOT, naam)),
    ...listFiles(join(projectRoot, "templates")),
    ...listFiles(join(projectRoot, "content"), ["kamervragen", "bronnen"]),
    join(projectRoot, ".eleventy.ts"),
  ];
}

const GEEN_STEMPEL: Stempel = [0, 0, 0, 0];

function listFiles(folder: string, behalve: readonly string[] = []): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !behalve.includes(name) && !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    });
}

export function isGestempeld(verwacht: readonly Gestempeld[], gevonden: readonly Gestempeld[]): boolean {
  return (
    verwacht.length === gevonden.length &&
    verwacht.every(([path, stempel], index) => {
      const [other, found] = gevonden[index] ?? ["", GEEN_STEMPEL];
      return path === other && stempel.every((deel, at) => deel === found[at]);
    })
  );
}

export function isVers([, mtimeMs, ctimeMs]: Stempel, gezienMs: number): boolean {
  return Math.max(mtimeMs, ctimeMs) + MARGE_MS > gezienMs;
}

/** The card of a row, out of the file of its year; both are given as they lie there. */
export function placeOfKaart(kolommen: Momentkolommen, rij: number) {
  const feit = (naam: keyof typeof FEIT) => feitOf(kolommen, rij, naam);
  return {
    jaar: feit("jaar"),
    regel: { van: feit("regelVan"), lengte: feit("regelLengte") },
    bytes: { van: feit("bytesVan"), lengte: 5 * feit("termen") + feit("tekst") + feit("noten") },
  };
}
