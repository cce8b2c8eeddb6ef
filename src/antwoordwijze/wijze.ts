/**
 * How each vraag of a Kamervraag was answered: by rules, with the words that triggered them, and without a judgement.
 * @see docs/formats/antwoordwijze.md
 */
import { standaardKop } from "../markdown/koppen.ts";
import { toPlainText } from "../markdown/platte-tekst.ts";
import { ankersOf } from "../model/anker.ts";
import { dekkingOf } from "../model/dekking.ts";
import type { Antwoord, Blok, Kamervraag, Vraag } from "../model/kamervraag.ts";
import { type Herkend, herkenWijze, type Tekstwijze } from "./herken.ts";
import type { Bereik } from "./zinnen.ts";

export type Wijze = Tekstwijze | "gezamenlijk" | "geen-antwoord" | "antwoord-zonder-vraag";

/** One property of how one vraag was answered; a vraag has one or more of them. */
export interface Antwoordwijze {
  /** Address of the vraag; of the antwoord, where it answers no vraag that we know. */
  readonly plaats: string;
  /** Address of the antwoord. Absent where there is none. */
  readonly antwoord?: string;
  readonly wijze: Wijze;
  /** The words that triggered the rule, exactly as they stand there. */
  readonly woorden?: string;
  /** Where they stand in the plain text of the antwoord, a note call being one character; absent for words of its heading. */
  readonly bereik?: Bereik;
  /** Addresses on this page that the words point to; for `gezamenlijk` the other vragen. */
  readonly doel: readonly string[];
}

// The page, its ledger and the JSON all ask for the same.
const BEKEND = new WeakMap<Onderwerp, readonly Antwoordwijze[]>();

type Onderwerp = Pick<Kamervraag, "blokken" | "status">;

/** One record per property, vragen in the order of the page, antwoorden without a vraag in their place among them. */
export function antwoordwijzenOf(kamervraag: Onderwerp): readonly Antwoordwijze[] {
  const known = BEKEND.get(kamervraag);
  if (known) return known;
  const wijzen = toAntwoordwijzen(kamervraag);
  BEKEND.set(kamervraag, wijzen);
  return wijzen;
}

function toAntwoordwijzen({ blokken, status }: Onderwerp): readonly Antwoordwijze[] {
  const dossier = toDossier(blokken);
  if (dossier.antwoorden.length === 0) return [];
  return blokken.flatMap((blok, index) => {
    if (blok.soort === "vraag") return wijzenOfVraag(blok, index, dossier, status);
    if (blok.soort !== "antwoord" || (dossier.dekking[index] ?? []).length > 0) return [];
    const plaats = dossier.ankers[index]?.[0] ?? "";
    return [
      { plaats, antwoord: plaats, wijze: "antwoord-zonder-vraag" as const, woorden: kopOf(blok), doel: [] },
      ...wijzenOfTekst(plaats, plaats, index, dossier),
    ];
  });
}

interface Dossier {
  readonly blokken: readonly Blok[];
  readonly ankers: readonly (readonly string[])[];
  readonly dekking: readonly (readonly number[])[];
  /** Indices of the antwoorden. */
  readonly antwoorden: readonly number[];
  readonly herkend: ReadonlyMap<number, { readonly tekst: string; readonly wijzen: readonly Herkend[] }>;
}

function toDossier(blokken: readonly Blok[]): Dossier {
  const antwoorden = blokken.flatMap((blok, index) => (blok.soort === "antwoord" ? [index] : []));
  const herkend = new Map(
    antwoorden.map((index) => {
      const tekst = toPlainText(blokken[index]?.tekst ?? "", () => "\uFFFC");
      return [index, { tekst, wijzen: herkenWijze(tekst) }];
    }),
  );
  return { blokken, ankers: ankersOf(blokken), dekking: dekkingOf(blokken), antwoorden, herkend };
}

function wijzenOfVraag(
  vraag: Vraag,
  index: number,
  dossier: Dossier,
  status: Kamervraag["status"],
): readonly Antwoordwijze[] {
  const ankers = dossier.ankers[index] ?? [];
  const door = dossier.antwoorden.filter((at) => dossier.dekking[at]?.includes(index));
  return ankers.flatMap((plaats) => {
    const eigen = door.filter((at) => deelvragenOf(at, dossier).includes(plaats));
    if (eigen.length === 0) return isZonderAntwoord(vraag, dossier, status) ? [toGeen(plaats)] : [];
    return eigen.flatMap((at) => {
      const antwoord = ankerVoor(at, plaats, dossier);
      return [...gezamenlijk(plaats, antwoord, at, dossier), ...wijzenOfTekst(plaats, antwoord, at, dossier)];
    });
  });
}

function toGeen(plaats: string): Antwoordwijze {
  return { plaats, wijze: "geen-antwoord", doel: [] };
}

// Of an antwoord without number that answers no vraag we know, any vraag may be the one. And where a text goes on after its
// last question mark the antwoord may stand in it, its heading lost.
const NA_VRAAGTEKEN_MAX = 200;

function isZonderAntwoord(
  { tekst }: Vraag,
  { blokken, antwoorden, dekking }: Dossier,
  status: Kamervraag["status"],
): boolean {
  if (status !== "beantwoord" && status !== "deels-beantwoord") return false;
  const isOngewis = antwoorden.some((at) => {
    const blok = blokken[at];
    return blok?.soort === "antwoord" && blok.opVragen.length === 0 && dekking[at]?.length === 0;
  });
  return !isOngewis && tekst.length - tekst.lastIndexOf("?") <= NA_VRAAGTEKEN_MAX;
}

/** Addresses of the vragen that an antwoord answers: of a vraag with several numbers those it names, else all. */
function deelvragenOf(at: number, { blokken, ankers, dekking }: Dossier): readonly string[] {
  const antwoord = blokken[at];
  const nummers = new Set(antwoord?.soort === "antwoord" ? antwoord.opVragen : []);
  return (dekking[at] ?? []).flatMap((index) => {
    const vraag = blokken[index];
    const eigen = ankers[index] ?? [];
    if (vraag?.soort !== "vraag") return [];
    const genoemd = eigen.filter((_, rank) => nummers.has(vraag.nummers[rank] ?? ""));
    return genoemd.length > 0 ? genoemd : eigen;
  });
}

// The address of an antwoord that has the number of the vraag, where it has one.
function ankerVoor(at: number, vraag: string, { blokken, ankers }: Dossier): string {
  const antwoord = blokken[at];
  const nummer = vraag.replace(/^vraag-/, "").replace(/-\d+$/, "");
  const rank = antwoord?.soort === "antwoord" ? antwoord.opVragen.indexOf(nummer) : -1;
  return ankers[at]?.[Math.max(0, rank)] ?? "";
}

function gezamenlijk(plaats: string, antwoord: string, at: number, dossier: Dossier): readonly Antwoordwijze[] {
  const alle = deelvragenOf(at, dossier);
  const blok = dossier.blokken[at];
  if (alle.length < 2 || blok?.soort !== "antwoord") return [];
  const doel = alle.filter((ander) => ander !== plaats);
  return [{ plaats, antwoord, wijze: "gezamenlijk", woorden: kopOf(blok), doel }];
}

function kopOf({ kop, opVragen }: Antwoord): string {
  return kop ?? standaardKop("antwoord", opVragen);
}

function wijzenOfTekst(plaats: string, antwoord: string, at: number, dossier: Dossier): readonly Antwoordwijze[] {
  const { tekst, wijzen } = dossier.herkend.get(at) ?? { tekst: "", wijzen: [] };
  if (wijzen.length === 0) return [{ plaats, antwoord, wijze: "geen-antwoord", doel: [] }];
  return wijzen.map((herkend) => ({
    plaats,
    antwoord,
    wijze: herkend.wijze,
    ...(herkend.woorden ? { woorden: woordenVan(tekst, herkend.woorden), bereik: herkend.woorden } : {}),
    doel: doelenOf(herkend, at, dossier),
  }));
}

function woordenVan(tekst: string, { van, tot }: Bereik): string {
  return tekst.slice(van, tot).replaceAll("\uFFFC", "").replace(/\s+/g, " ").trim();
}

function doelenOf({ wijze, nummers = [], richting }: Herkend, at: number, dossier: Dossier): readonly string[] {
  if (!wijze.endsWith("-antwoord")) return [];
  if (richting) {
    const rank = dossier.antwoorden.indexOf(at) + (richting === "vorige" ? -1 : 1);
    return (dossier.ankers[dossier.antwoorden[rank] ?? -1] ?? []).slice(0, 1);
  }
  return [...new Set(nummers.flatMap((nummer) => doelOf(nummer, at, dossier)))];
}

// The antwoord with that number, first of the same document; else the antwoord that answers the vraag; else the vraag.
function doelOf(nummer: string, at: number, { blokken, ankers, dekking, antwoorden }: Dossier): readonly string[] {
  const eigen = blokken[at];
  const bron = eigen?.soort === "antwoord" ? eigen.bron : undefined;
  const andere = antwoorden.filter((index) => index !== at);
  const found = andere.flatMap((index) => {
    const blok = blokken[index];
    const rank = blok?.soort === "antwoord" ? blok.opVragen.indexOf(nummer) : -1;
    return blok?.soort === "antwoord" && rank >= 0 ? [{ anker: ankers[index]?.[rank] ?? "", bron: blok.bron }] : [];
  });
  const best = found.find((een) => een.bron === bron) ?? found[0];
  if (best) return [best.anker];
  const vraag = blokken.findIndex((blok) => blok.soort === "vraag" && blok.nummers.includes(nummer));
  if (vraag === -1) return [];
  const door = andere.find((index) => dekking[index]?.includes(vraag));
  return (ankers[door ?? vraag] ?? []).slice(0, 1);
}
