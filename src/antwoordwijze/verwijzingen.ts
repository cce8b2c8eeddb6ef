/**
 * The referrals in a text: the places where the answerer sends the reader elsewhere. Each rule is a row of the table in
 * docs/formats/antwoordwijze.md; a rule that is not there does not exist.
 * @see docs/formats/antwoordwijze.md
 */
import { type Doel, findDoelen } from "./doelen.ts";
import { type Bereik, telWoorden, zinnenIn } from "./zinnen.ts";

export type Regel = "zie" | "verwijs" | "wijs-op" | "staat-in" | "bijlage";

/** A place where the answerer sends the reader elsewhere. Offsets are in the text given. */
export interface Verwijzing extends Omit<Doel, "van" | "tot"> {
  readonly regel: Regel;
  /** The words that triggered the rule, from the verb up to and with what it points to. */
  readonly woorden: Bereik;
  /** The part of the text that is nothing but this referral. */
  readonly bereik: Bereik;
  /** Whether it says that the antwoord to this vraag itself stands there. */
  readonly isHetAntwoord: boolean;
  /** Whether the rule counts only in a short antwoord. */
  readonly isAlleenKort: boolean;
}

const AANZET =
  /(?<![\p{L}\p{N}])(?:zie|verwijs|verwijzen|verwijst|verwezen|wijs|wijzen|toegelicht|uiteengezet|ingegaan|beantwoord|opgenomen|geïnformeerd|bijlagen?)(?![\p{L}\p{N}])/giu;

/** Finds the referrals of a text, in order. */
export function findVerwijzingen(tekst: string): readonly Verwijzing[] {
  if (tekst.search(AANZET) === -1) return [];
  return zinnenIn(tekst).flatMap((zin) => {
    const found: Verwijzing[] = [];
    const words = tekst.slice(zin.van, zin.tot);
    for (const { 0: aanzet, index } of words.matchAll(AANZET)) {
      const at = zin.van + index;
      if (at < (found.at(-1)?.woorden.tot ?? 0)) continue;
      found.push(...(REGELS[aanzet.toLowerCase()]?.({ tekst, zin, van: at, tot: at + aanzet.length }) ?? []));
    }
    return found;
  });
}

interface Plek extends Bereik {
  readonly tekst: string;
  readonly zin: Bereik;
}

type Regelfunctie = (plek: Plek) => readonly Verwijzing[];

// "zie" as an order to the reader stands at the start of a sentence or clause, and no subject follows it.
const VOOR_ZIE = /(?:^|[,;:([–—-]|\.|\uFFFC|(?<![\p{L}])(?:ja|nee|neen|en|verder|ook|maar|s\.v\.p))\s*$/iu;
const NA_ZIE = /^\.?:?\s+(?!(?:ook\s+)?(?:ik|wij|we|u|je|hij|men|er)(?![\p{L}]))/iu;

function zie(plek: Plek): readonly Verwijzing[] {
  const { tekst, zin, van, tot } = plek;
  // With a capital it starts a sentence, also where the stop before it was lost.
  const isAanhef = tekst.startsWith("Z", van) || VOOR_ZIE.test(tekst.slice(Math.max(zin.van, van - 16), van));
  if (!isAanhef) return [];
  const begin = NA_ZIE.exec(tekst.slice(tot, tot + 24))?.[0].length;
  if (begin === undefined) return [];
  const sluit = /[([]\s*$/u.test(tekst.slice(Math.max(zin.van, van - 3), van))
    ? findSluiting(tekst, tot, zin.tot)
    : zin.tot;
  const isVooraan = van - zin.van < 60 && telWoorden(tekst.slice(zin.van, van)) <= 2;
  const doelen = doelenIn(tekst, tot + begin, sluit);
  return toVerwijzingen("zie", doelen, van, isVooraan ? zin : { van, tot: sluit });
}

function findSluiting(tekst: string, from: number, end: number): number {
  const at = tekst.slice(from, Math.min(end, from + 300)).search(/[)\]]/);
  return at === -1 ? end : from + at;
}

const WIJ = /(?<![\p{L}])(?:ik|wij|we)(?![\p{L}])/iu;
const KABINET = /(?:kabinet|regering)\s*$/iu;
const AAN_LEZER =
  /(?<![\p{L}])(?:wordt|worden)\s+(?:u|uw kamer|de kamer|kortheidshalve|hier)(?![\p{L}])|^(?:hier|daar)?voor(?![\p{L}])|^(?:ook|tevens|verder|overigens|kortheidshalve|wat)(?![\p{L}])|(?:^|[,;]\s*|\s)(?:zij|moge)\s+(?:kortheidshalve\s+)?verwezen$/iu;

function verwijs(plek: Plek): readonly Verwijzing[] {
  const { tekst, zin, van, tot } = plek;
  const woord = tekst.slice(van, tot).toLowerCase();
  const ervoor = tekst.slice(Math.max(zin.van, van - 120), van);
  const erna = tekst.slice(tot, Math.min(zin.tot, tot + 30));
  const isVanAntwoorder =
    woord === "verwijs" ||
    (woord === "verwijzen" && WIJ.test(`${ervoor.slice(-80)} ${erna}`)) ||
    (woord === "verwijst" && (KABINET.test(ervoor) || /^\s+(?:het kabinet|de regering)/iu.test(erna))) ||
    (woord === "verwezen" && AAN_LEZER.test(`${ervoor.trimStart()}${woord}`));
  if (!isVanAntwoorder) return [];
  const naar = /^[^\n]{0,100}?naar(?!\p{Ll}{0,4}(?:toe|mate)(?!\p{L}))/iu.exec(
    tekst.slice(tot, Math.min(zin.tot, tot + 110)),
  );
  const begin = naar ? tot + naar[0].length : tot - woord.length - ervoor.length + beforeNaar(ervoor);
  const end = naar ? zin.tot : van;
  const doelen = begin > zin.van || naar ? doelenIn(tekst, begin, end) : [];
  const eerste = /(?:(?:ik|wij|we)|word(?:t|en))\s+(?:u\s+)?$/iu.exec(ervoor)?.[0].length ?? 0;
  const from = naar ? van - eerste : begin;
  const hele = tekst.slice(zin.van, zin.tot);
  return toVerwijzingen("verwijs", doelen, from, zin, {
    tot: naar ? undefined : tot,
    isHetAntwoord: HET_ANTWOORD.test(hele.slice(0, 400)),
  });
}

// "wil ik u naar het antwoord op vraag 3 verwijzen": what is pointed to stands before the verb.
function beforeNaar(ervoor: string): number {
  const at = ervoor.toLowerCase().lastIndexOf("naar ");
  return at === -1 ? ervoor.length : at + 5;
}

const HET_ANTWOORD =
  /voor\s.{0,20}?(?:be)?antwoord(?:ing)?\s+(?:van|op)\s+(?:de|deze|uw|die)\s+(?:deel)?vra(?:ag|gen)(?!\s*\d)(?!\p{L})/iu;

function wijsOp(plek: Plek): readonly Verwijzing[] {
  const { tekst, zin, van, tot } = plek;
  const clause = `${tekst.slice(Math.max(zin.van, van - 40), van)} ${tekst.slice(tot, tot + 10)}`;
  const op = /^(?:\s+(?:ik|wij|we))?(?:\s+(?:u|uw Kamer|graag|ook|hierbij|verder)){0,3}\s+op\s/iu.exec(
    tekst.slice(tot, Math.min(zin.tot, tot + 60)),
  );
  if (!op || !WIJ.test(clause)) return [];
  return toVerwijzingen("wijs-op", doelenIn(tekst, tot + op[0].length, zin.tot), van, zin);
}

// Longer, or with a clause that tells what stands there, it is content and no referral.
const STAAT_IN_MAX = 25;
const STAAT_IN_GRENS = 40;
const INHOUD = /(?<![\p{L}])(?:dat|of|hoe|welke|waarom|omdat)(?![\p{L}])|^zoals(?![\p{L}])|^als(?![\p{L}])/iu;

function staatIn(plek: Plek): readonly Verwijzing[] {
  const { tekst, zin } = plek;
  const hele = tekst.slice(zin.van, Math.min(zin.tot, zin.van + 400));
  if (zin.tot - zin.van > 400 || telWoorden(hele) > STAAT_IN_MAX || INHOUD.test(hele)) return [];
  for (const { 0: match, index } of hele.matchAll(/(?<![\p{L}])(?:in|bij|onder)\s+/giu)) {
    const from = zin.van + index;
    const [doel] = findDoelen(tekst.slice(from + match.length, zin.tot), STAAT_IN_GRENS);
    if (doel)
      return toVerwijzingen("staat-in", [verschuif(doel, from + match.length)], from, zin, { isAlleenKort: true });
  }
  return [];
}

const BIJLAGE_MAX = 30;
const TREFT =
  /(?<![\p{L}])(?:treft|vindt|vinden)\s+u(?![\p{L}])|(?<![\p{L}])u\s+(?:treft|vindt)(?![\p{L}])|(?<![\p{L}])bijgevoegd(?![\p{L}])/iu;

function bijlage(plek: Plek): readonly Verwijzing[] {
  const { tekst, zin, van, tot } = plek;
  const hele = tekst.slice(zin.van, Math.min(zin.tot, zin.van + 500));
  const treft = TREFT.exec(hele);
  if (!treft || telWoorden(hele) > BIJLAGE_MAX) return [];
  const at = zin.van + treft.index;
  const doel: Doel = { soort: "document", van, tot, nummers: [] };
  return toVerwijzingen("bijlage", [doel], Math.min(at, van), zin, {
    tot: Math.max(at + treft[0].length, tot),
    isAlleenKort: true,
  });
}

const REGELS: Readonly<Record<string, Regelfunctie>> = {
  zie,
  verwijs,
  verwijzen: verwijs,
  verwijst: verwijs,
  verwezen: verwijs,
  wijs: wijsOp,
  wijzen: wijsOp,
  toegelicht: staatIn,
  uiteengezet: staatIn,
  ingegaan: staatIn,
  beantwoord: staatIn,
  opgenomen: staatIn,
  geïnformeerd: staatIn,
  bijlage,
  bijlagen: bijlage,
};

// How far from the verb its target may begin, and how much after that is read.
const GRENS = 90;
const VENSTER = 260;
const BIJZIN =
  /,?\s(?:waarin|waarmee|waaruit|waarbij|waar|zoals|(?<!(?:op|van|in|aan|bij|met|over|voor)\s)(?:die|dat))(?!\p{L})/iu;

function doelenIn(tekst: string, van: number, tot: number): readonly Doel[] {
  const venster = tekst.slice(van, Math.min(tot, van + VENSTER));
  // "naar die brief": the first words are no clause.
  const at = venster.slice(8).search(BIJZIN);
  const bijzin = at === -1 ? venster.length : at + 8;
  return findDoelen(venster.slice(0, bijzin), GRENS).map((doel) => verschuif(doel, van));
}

function verschuif(doel: Doel, afstand: number): Doel {
  return { ...doel, van: doel.van + afstand, tot: doel.tot + afstand };
}

interface Meer {
  readonly tot?: number | undefined;
  readonly isHetAntwoord?: boolean;
  readonly isAlleenKort?: boolean;
}

function toVerwijzingen(
  regel: Regel,
  doelen: readonly Doel[],
  van: number,
  bereik: Bereik,
  { tot, isHetAntwoord = false, isAlleenKort = false }: Meer = {},
): readonly Verwijzing[] {
  return doelen.map(({ van: _, tot: eind, ...doel }) => ({
    regel,
    ...doel,
    woorden: { van, tot: tot ?? eind },
    bereik,
    isHetAntwoord,
    isAlleenKort,
  }));
}
