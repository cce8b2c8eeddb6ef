/** Makes the state that the next conversion begins from: the rows of what was looked at anew, the others as they were. */
import { isVoorlopig } from "../../src/samenvoegen/groepeer.ts";
import { type Bekende, type Lagen, sleutelAt } from "./bekend.ts";
import type { Bronkaart, Cache } from "./cache.ts";
import {
  aanbodOf,
  bijzonderOf,
  countZonderId,
  type Deel,
  gezochtOf,
  idsOf,
  type Kaart,
  type Uitkomst,
} from "./deel.ts";
import { haakOfSleutel, hakenOfGezien, hakenOfKaart, hakenOfMetadata } from "./haken.ts";
import { type Inhoud, type Pagina, plaatsOf } from "./inhoud.ts";
import { fillKolom, joinGetallen, joinTeksten, planRijen, type Rijenplan } from "./kolommen.ts";
import type { Plek } from "./opslag.ts";
import type { Overzicht } from "./overzicht.ts";
import { AANTAL_CIJFERS, type Rapport, type Regelsom, VORMEN } from "./rapport.ts";
import { ALTIJD, BETWIST, type Bovenlaag, type Onderlaag, type Paginamap, REST, SOORTEN, VOORLOPIG } from "./stand.ts";
import { STEMPEL_LENGTE } from "./stempel.ts";

/** A page that was settled in this run. */
export interface Gezet {
  readonly pagina: Pagina;
  readonly plek: Plek;
  /** One of the sources it was made from. */
  readonly rij: number;
  /** Keys under which it may have stood before. */
  readonly eerdere: readonly string[];
}

export interface Gedaan {
  readonly vorige: Lagen;
  readonly bekend: Bekende;
  readonly overzicht: Overzicht;
  readonly deel: Deel;
  readonly rapport: Rapport;
  readonly archief: Inhoud;
  readonly paginas: readonly Gezet[];
  /** Pages of the last time that were not looked at, by their place there. */
  readonly gebleven: readonly number[];
  /** Sources that have to be looked at the next time, whether they change or not. */
  readonly onvast: ReadonlySet<number>;
  readonly betwist: ReadonlySet<number>;
}

export function rememberStand(gedaan: Gedaan, cache: Cache): void {
  const { overzicht, deel } = gedaan;
  const plan = planRijen(overzicht.aantal, (rij) => (deel.bronnen.has(rij) ? -1 : (overzicht.vorige[rij] ?? -1)));
  const gezet = sortGezet(gedaan.paginas);
  const paginas = planPaginas(gedaan, gezet);
  cache.flush(); // so that each record has its place
  const bronnen = describeBronnen(gedaan);
  const haken = joinGetallen(plan, gedaan.vorige.onder.bronnen.haken, bronnen.hakenOf);
  const { bronkluwens, kluwenOfVorige } = numberKluwens(plan, gedaan.vorige.onder, haken.at);
  const boven = {
    reeksen: overzicht.reeksen,
    bronnen: joinBovenlaag(plan, gedaan, bronnen),
    paginas: joinPaginas(paginas, gedaan, gezet),
  };
  const onder = {
    bronnen: { ...joinOnderlaag(plan, gedaan, bronnen), haken, kluwens: bronkluwens },
    paginas: joinPaginaplekken(paginas, gedaan, gezet, (rij) => bronkluwens[rij] ?? 0, kluwenOfVorige),
  };
  shrinkRecords(boven, onder, cache);
  cache.remember(boven, onder);
}

/** A source of the part, and what was found of it. */
function describeBronnen({ deel, rapport, onvast, betwist, overzicht, bekend, paginas }: Gedaan) {
  const perRij = new Map<number, Kaart[]>();
  for (const kaart of deel.kaarten) {
    const known = perRij.get(kaart.rij);
    if (known) known.push(kaart);
    else perRij.set(kaart.rij, [kaart]);
  }
  const aliassen = new Map<number, number[]>();
  for (const { pagina, rij } of paginas) {
    aliassen.set(rij, [...(aliassen.get(rij) ?? []), ...pagina.aliassen.map(haakOfSleutel)]);
  }
  const bronOf = (rij: number): Bronkaart => deel.bronnen.get(rij) ?? NIETS;
  const kaartenOf = (rij: number): readonly Kaart[] => perRij.get(rij) ?? [];
  const { herkend, rest } = deel.herkenning;
  const sommen = new Map<number, Regelsom>();
  const geteld = new Set<string>();
  for (const [rij, kaarten] of perRij) {
    const [kaart] = kaarten;
    const key = kaart && `${kaart.bestand}\0${kaart.sha256}`;
    // Two sources folders may hold the same file: it has one line.
    if (!kaart || key === undefined || geteld.has(key)) continue;
    geteld.add(key);
    const som = rapport.somOf(kaart.bestand, kaart.sha256);
    if (som) sommen.set(rij, som);
  }
  return {
    plekOf: (rij: number): Plek | undefined =>
      overzicht.gelezen.has(rij) ? overzicht.gelezen.get(rij)?.plek : bekend.bronplekOf(overzicht.vorige[rij] ?? -1),
    somOf: (rij: number) => sommen.get(rij),
    soortOf: (rij: number) => SOORTEN.indexOf(bronOf(rij).soort),
    bijzonderOf: (rij: number) => bijzonderOf(bronOf(rij)),
    vlagOf(rij: number): number {
      const over = kaartenOf(rij).filter((kaart) => rest.has(kaart));
      return (
        (onvast.has(rij) ? ALTIJD : 0) |
        (betwist.has(rij) ? BETWIST : 0) |
        (over.length > 0 ? REST : 0) |
        (over.some(isVoorlopig) ? VOORLOPIG : 0)
      );
    },
    hakenOf(rij: number): readonly number[] {
      const bron = bronOf(rij);
      return [
        ...new Set([
          ...kaartenOf(rij).flatMap(hakenOfKaart),
          ...(bron.soort === "metadata" ? bron.metadata.flatMap(hakenOfMetadata) : []),
          ...kaartenOf(rij).flatMap((kaart) => [herkend.get(kaart)].flatMap((one) => (one ? hakenOfGezien(one) : []))),
          ...(aliassen.get(rij) ?? []),
        ]),
      ];
    },
    aanbodOf: (rij: number) => aanbodOf(kaartenOf(rij), bronOf(rij), deel.vraagnummersOf),
    gezochtOf: (rij: number) => gezochtOf(kaartenOf(rij), deel.vraagnummersOf),
    zonderIdOf: (rij: number) => countZonderId(bronOf(rij)),
    idsOf: (rij: number) => JSON.stringify(idsOf(bronOf(rij))),
    gezienOf(rij: number): string {
      const zonder = kaartenOf(rij).filter((kaart) => deel.vraagnummersOf(kaart).length === 0);
      if (zonder.length === 0) return "";
      const uitkomsten = zonder.map((kaart): Uitkomst => {
        const gezien = herkend.get(kaart);
        return { nummer: kaart.nummer, ...(gezien ? { gezien } : {}), isRest: rest.has(kaart) };
      });
      return JSON.stringify(uitkomsten);
    },
  };
}

type Bronnen = ReturnType<typeof describeBronnen>;

const NIETS: Bronkaart = { soort: "onbekend", reden: "bestand-leeg" };

function joinBovenlaag(plan: Rijenplan, { vorige, overzicht }: Gedaan, bronnen: Bronnen): Bovenlaag["bronnen"] {
  const { aantal } = plan;
  const oud = vorige.boven.bronnen;
  const sleutelOf = (rij: number) => Buffer.from(bronnen.plekOf(rij)?.sleutel ?? "0".repeat(32), "hex");
  return {
    aantal,
    stempels: overzicht.stempels,
    sleutels: fillKolom(new Uint8Array(aantal * 16), oud.sleutels, plan, sleutelOf),
    soorten: fillKolom(new Uint8Array(aantal), oud.soorten, plan, (rij) => [bronnen.soortOf(rij)]),
    vlaggen: fillKolom(new Uint8Array(aantal), oud.vlaggen, plan, (rij) => [bronnen.vlagOf(rij)]),
    vormen: fillKolom(new Uint8Array(aantal), oud.vormen, plan, (rij) => [vormgetalOf(bronnen.somOf(rij))]),
    cijfers: fillKolom(
      new Uint32Array(aantal * AANTAL_CIJFERS),
      oud.cijfers,
      plan,
      (rij) => bronnen.somOf(rij)?.cijfers ?? [],
    ),
    regels: joinTeksten(plan, oud.regels, (rij) => {
      const regels = bronnen.somOf(rij)?.regels ?? [];
      return regels.length > 0 ? JSON.stringify(regels) : "";
    }),
    bijzonder: joinTeksten(plan, oud.bijzonder, bronnen.bijzonderOf),
  };
}

// 0 stands for no line.
function vormgetalOf(som: Regelsom | undefined): number {
  return som ? VORMEN.indexOf(som.vorm) + 1 : 0;
}

function joinOnderlaag(plan: Rijenplan, { vorige }: Gedaan, bronnen: Bronnen) {
  const { aantal } = plan;
  const oud = vorige.onder.bronnen;
  return {
    begin: fillKolom(new Float64Array(aantal), oud.begin, plan, (rij) => [bronnen.plekOf(rij)?.begin ?? 0]),
    lengte: fillKolom(new Uint32Array(aantal), oud.lengte, plan, (rij) => [bronnen.plekOf(rij)?.lengte ?? 0]),
    aanbod: joinGetallen(plan, oud.aanbod, bronnen.aanbodOf),
    gezocht: joinGetallen(plan, oud.gezocht, bronnen.gezochtOf),
    zonderId: fillKolom(new Uint16Array(aantal), oud.zonderId, plan, (rij) => [bronnen.zonderIdOf(rij)]),
    ids: joinTeksten(plan, oud.ids, bronnen.idsOf),
    gezien: joinTeksten(plan, oud.gezien, bronnen.gezienOf),
  };
}

// Clusters are counted anew: those that stayed, and of the part all sources that one thing or another joins.
function numberKluwens(
  { aantal, stroken, nieuwe }: Rijenplan,
  onder: Onderlaag,
  hakenOf: (rij: number) => ArrayLike<number>,
) {
  const bronkluwens = new Uint32Array(aantal);
  const kluwenOfVorige = new Map<number, number>();
  let next = 0;
  for (const { van, naar, aantal: rijen } of stroken) {
    for (let at = 0; at < rijen; at += 1) {
      const vorige = onder.bronnen.kluwens[van + at] ?? 0;
      const known = kluwenOfVorige.get(vorige) ?? next;
      if (known === next) {
        kluwenOfVorige.set(vorige, next);
        next += 1;
      }
      bronkluwens[naar + at] = known;
    }
  }
  const wortels = joinWortels(nieuwe, hakenOf);
  const perWortel = new Map<number, number>();
  for (const rij of nieuwe) {
    const wortel = wortels(rij);
    const known = perWortel.get(wortel) ?? next;
    if (known === next) {
      perWortel.set(wortel, next);
      next += 1;
    }
    bronkluwens[rij] = known;
  }
  return { bronkluwens, kluwenOfVorige: (vorige: number) => kluwenOfVorige.get(vorige) ?? 0 };
}

/** The root of each row: rows that share a number, over any number of others, have the same. */
function joinWortels(rijen: readonly number[], hakenOf: (rij: number) => ArrayLike<number>): (rij: number) => number {
  const ouder = new Map<number, number>();
  const wortelOf = (rij: number): number => {
    let wortel = rij;
    for (let up = ouder.get(wortel); up !== undefined; up = ouder.get(wortel)) wortel = up;
    for (let at = rij; at !== wortel; ) {
      const up = ouder.get(at) ?? wortel;
      ouder.set(at, wortel);
      at = up;
    }
    return wortel;
  };
  const eerste = new Map<number, number>();
  for (const rij of rijen) {
    for (const haak of Array.from(hakenOf(rij))) {
      const ander = eerste.get(haak);
      if (ander === undefined) eerste.set(haak, rij);
      else if (wortelOf(ander) !== wortelOf(rij)) ouder.set(wortelOf(rij), wortelOf(ander));
    }
  }
  return wortelOf;
}

// The store of records is written anew when most of it is of no use any more.
function shrinkRecords({ bronnen: { sleutels } }: Bovenlaag, onder: Onderlaag, cache: Cache): void {
  const add = (sum: number, lengte: number) => sum + lengte + 1;
  if (!cache.isTeRuim(onder.bronnen.lengte.reduce(add, 0) + onder.paginas.lengte.reduce(add, 0))) return;
  const plekken = [
    ...listPlekken(sleutels, onder.bronnen),
    ...listPlekken(onder.paginas.sleutels, onder.paginas),
  ].filter(({ plek }) => plek.lengte > 0);
  cache.shrink(plekken.map(({ plek }) => plek));
  for (const { plek, begin, at } of plekken) begin[at] = plek.begin;
}

function listPlekken(
  sleutels: Uint8Array,
  { begin, lengte }: { readonly begin: Float64Array; readonly lengte: Uint32Array },
) {
  return Array.from(lengte, (own, at) => ({
    plek: { sleutel: sleutelAt(sleutels, at), begin: begin[at] ?? Number.NaN, lengte: own },
    begin,
    at,
  }));
}

interface Paginaplan extends Rijenplan {
  readonly mappen: readonly Paginamap[];
}

function sortGezet(paginas: readonly Gezet[]): readonly Gezet[] {
  return paginas
    .map((gezet) => ({ gezet, plaats: plaatsOf(gezet.pagina.sleutel) }))
    .toSorted((a, b) => (isBefore(a.plaats, b.plaats) ? -1 : isBefore(b.plaats, a.plaats) ? 1 : 0))
    .map(({ gezet }) => gezet);
}

/** The pages of before and of now, by folder and name. New rows are those of `gezet`, in their order. */
function planPaginas({ vorige, gebleven }: Gedaan, gezet: readonly Gezet[]): Paginaplan {
  const oude = vorige.boven.paginas.mappen.flatMap(({ map, namen }) => namen.map((naam) => [map, naam] as const));
  const mappen: { map: string; namen: string[] }[] = [];
  const herkomst: number[] = [];
  const add = ([map, naam]: readonly [string, string], van: number) => {
    const last = mappen.at(-1);
    if (last?.map === map) last.namen.push(naam);
    else mappen.push({ map, namen: [naam] });
    herkomst.push(van);
  };
  let at = 0;
  for (const { pagina } of gezet) {
    const plaats = plaatsOf(pagina.sleutel);
    for (let van = gebleven[at]; van !== undefined; van = gebleven[at]) {
      const oud = oude[van];
      if (!oud || !isBefore(oud, plaats)) break;
      add(oud, van);
      at += 1;
    }
    add(plaats, -1);
  }
  for (const van of gebleven.slice(at)) {
    const oud = oude[van];
    if (oud) add(oud, van);
  }
  return { ...planRijen(herkomst.length, (rij) => herkomst[rij] ?? -1), mappen };
}

function isBefore([map, naam]: readonly [string, string], [anderMap, anderNaam]: readonly [string, string]): boolean {
  return map === anderMap ? naam < anderNaam : map < anderMap;
}

function joinPaginas(plan: Paginaplan, { vorige, archief }: Gedaan, gezet: readonly Gezet[]): Bovenlaag["paginas"] {
  const { aantal, mappen, nieuwe } = plan;
  const perRij = new Map(nieuwe.map((rij, at) => [rij, gezet[at]?.pagina]));
  return {
    aantal,
    mappen,
    stempels: fillKolom(new Float64Array(aantal * STEMPEL_LENGTE), archief.overzicht.stempels, plan, (rij) => {
      const pagina = perRij.get(rij);
      return pagina ? archief.stampOf(pagina) : [];
    }),
    hashes: fillKolom(new Uint8Array(aantal * 32), vorige.boven.paginas.hashes, plan, (rij) =>
      Buffer.from(perRij.get(rij)?.sha256 ?? "", "hex"),
    ),
  };
}

function joinPaginaplekken(
  plan: Paginaplan,
  { vorige }: Gedaan,
  gezet: readonly Gezet[],
  kluwenOf: (rij: number) => number,
  kluwenOfVorige: (kluwen: number) => number,
): Onderlaag["paginas"] {
  const { aantal, nieuwe } = plan;
  const oud = vorige.onder.paginas;
  const perRij = new Map(nieuwe.map((rij, at) => [rij, gezet[at]]));
  const plekOf = (rij: number) => perRij.get(rij)?.plek;
  return {
    kluwens: fillKolom(new Uint32Array(aantal), oud.kluwens.map(kluwenOfVorige), plan, (rij) => [
      kluwenOf(perRij.get(rij)?.rij ?? 0),
    ]),
    sleutels: fillKolom(new Uint8Array(aantal * 16), oud.sleutels, plan, (rij) =>
      Buffer.from(plekOf(rij)?.sleutel ?? "", "hex"),
    ),
    begin: fillKolom(new Float64Array(aantal), oud.begin, plan, (rij) => [plekOf(rij)?.begin ?? Number.NaN]),
    lengte: fillKolom(new Uint32Array(aantal), oud.lengte, plan, (rij) => [plekOf(rij)?.lengte ?? 0]),
  };
}
