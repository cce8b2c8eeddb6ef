/** Builds the same archive with ours and with others in turn, and measures every build. */
import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { parseKamervraag } from "../../../src/markdown/lees.ts";
import { writeKamervraag } from "../../../src/markdown/schrijf.ts";
import { jaarOfSleutel } from "../../../src/model/sleutel.ts";
import { UserError } from "../../../src/model/user-error.ts";
import { generateKamervraag } from "../../../src/synthetisch/archief.ts";
import { createToeval } from "../../../src/synthetisch/toeval.ts";
import { listKamervragen } from "../../build/kamervragen.ts";
import { type Mapgrootte, sizeOf } from "../mapgrootte.ts";
import { measureFase } from "../meting.ts";
import type { Bouwer, Bouwernaam, Bouwplaats } from "./bouwer.ts";
import { openEleventy } from "./eleventy.ts";
import { compareTellingen, countSite, findGemis } from "./gelijkwaardig.ts";
import { openHugo, ZONDER_HUGO } from "./hugo.ts";
import { type Fasen, type OnzeBouwer, openOnze } from "./onze.ts";
import type { NaastOpties } from "./opties.ts";
import { measureProces, type Procesmeting } from "./proces.ts";

export interface Bouwmeting extends Procesmeting {
  /** Phases of our own build. */
  readonly fasen?: Fasen | undefined;
}

/** What the builds of one generator cost and gave. */
export interface Bouwerverslag {
  readonly naam: Bouwernaam;
  readonly beschrijving: string;
  /** Builds into an empty folder, a round each. */
  readonly koud: readonly Bouwmeting[];
  readonly site: Mapgrootte;
  /** The HTML in it. */
  readonly html: Mapgrootte;
}

export const VERVOLGEN = ["niets veranderd", "één gewijzigd", "één erbij"] as const;
export type Vervolg = (typeof VERVOLGEN)[number];

/** Builds over what the build before left. */
export interface Vervolgverslag {
  readonly naam: Bouwernaam;
  readonly vervolg: Vervolg;
  readonly metingen: readonly Bouwmeting[];
}

/** All builds of an archive of one size. */
export interface Maatverslag {
  readonly aantal: number;
  readonly bouwers: readonly Bouwerverslag[];
  readonly vervolgen: readonly Vervolgverslag[];
  /** Ours with the search index: into an empty folder, once, and over that. */
  readonly metZoeken?: Bouwmeting | undefined;
  readonly zoekvervolgen?: readonly Vervolgverslag[] | undefined;
}

export interface Naastverslag {
  readonly rondes: number;
  /** Mean number of processes that wanted a processor, in the minute before the first build and before the end. */
  readonly belasting: readonly [number, number];
  /** Smallest first. */
  readonly maten: readonly Maatverslag[];
  readonly meldingen: readonly string[];
}

/** Later than every date in the archive, so that all generators count the same as open. */
const PEILDATUM = "2096-12-31";
const ADRES = "https://voorbeeld.example";
/** How many Kamervragen are compared word for word. */
const STEEKPROEF = 20;

/** Hears what is being done, what it cost, and what is left out: a long run that is cut off has told what it knew. */
export interface Toehoorder {
  readonly bezig: (wat: string) => void;
  readonly gemeten: (meting: Procesmeting) => void;
  readonly meld: (melding: string) => void;
}

/**
 * Measures in a work folder, which is not cleared afterwards.
 * @throws UserError when a build fails, or a site is not equivalent to ours.
 */
export async function measureNaast(
  opties: NaastOpties,
  werkmap: string,
  hoort: Pick<Toehoorder, "bezig" | "gemeten">,
): Promise<Naastverslag> {
  const before = loadavg()[0] ?? 0;
  const maten: Maatverslag[] = [];
  const meldingen = new Set<string>();
  for (const aantal of [...opties.groei, opties.aantal]) {
    const isLast = aantal === opties.aantal;
    const map = join(werkmap, String(aantal));
    const metVervolg = opties.metVervolg && isLast;
    maten.push(
      await measureMaat({ ...opties, aantal, metVervolg }, map, {
        ...hoort,
        meld: (melding) => meldingen.add(melding),
      }),
    );
    if (!isLast) await clear(map);
  }
  return { rondes: opties.rondes, belasting: [before, loadavg()[0] ?? 0], maten, meldingen: [...meldingen] };
}

/** Measures one size. */
export async function measureMaat(opties: NaastOpties, map: string, hoort: Toehoorder): Promise<Maatverslag> {
  const { aantal, seed } = opties;
  const inhoud = join(map, "inhoud");
  await mkdir(inhoud, { recursive: true });
  hoort.bezig(`${aantal} Kamervragen verzinnen`);
  await measureFase({ fase: "genereren", aantal, seed, inhoud, uit: map, bundel: map });
  const werf: Werf = { map, inhoud, opties, hoort };
  const onze = openOnze(plaatsOf(werf, "ons"));
  const anderen = await openAnderen(werf);
  return {
    aantal,
    bouwers: await buildKoud(werf, onze, anderen),
    vervolgen: opties.metVervolg ? await buildVervolgen(werf, onze, anderen) : [],
    ...(opties.metZoeken ? await buildMetZoeken(werf) : {}),
  };
}

/** Where one size is built. */
interface Werf {
  readonly map: string;
  readonly inhoud: string;
  readonly opties: NaastOpties;
  readonly hoort: Toehoorder;
}

function plaatsOf({ map, inhoud }: Werf, naam: string): Bouwplaats {
  return { inhoud, project: join(map, naam), peildatum: PEILDATUM, adres: ADRES };
}

function uitOf({ map }: Werf, naam: string): string {
  return join(map, `uit-${naam}`);
}

async function openAnderen(werf: Werf): Promise<readonly Bouwer[]> {
  const anderen: Bouwer[] = [];
  for (const naam of werf.opties.anderen) {
    const bouwer = await (naam === "hugo" ? openHugo : openEleventy)(plaatsOf(werf, naam));
    if (!bouwer) {
      werf.hoort.meld(ZONDER_HUGO);
      continue;
    }
    await bouwer.prepare();
    anderen.push(bouwer);
  }
  return anderen;
}

/** Builds in turn, each into an empty folder; the last of each stays. The first of each are compared. */
async function buildKoud(werf: Werf, onze: OnzeBouwer, anderen: readonly Bouwer[]): Promise<readonly Bouwerverslag[]> {
  const { inhoud, hoort } = werf;
  const { aantal, rondes } = werf.opties;
  const bouwers = [onze, ...anderen];
  const koud = new Map<Bouwernaam, Bouwmeting[]>(bouwers.map(({ naam }) => [naam, []]));
  for (let ronde = 1; ronde <= rondes; ronde += 1) {
    for (const bouwer of bouwers) {
      hoort.bezig(`ronde ${ronde} van ${rondes}: ${bouwer.naam}, ${aantal} Kamervragen`);
      const uit = uitOf(werf, bouwer.naam);
      await clear(uit);
      await bouwer.forget();
      const meting = await measureBouw(bouwer, uit, hoort);
      koud.get(bouwer.naam)?.push(bouwer === onze ? { ...meting, fasen: await onze.readFasen() } : meting);
    }
    if (ronde > 1 || anderen.length === 0) continue;
    hoort.bezig("vergelijken of de sites gelijkwaardig zijn");
    await checkGelijkwaardig(inhoud, uitOf(werf, "ons"), anderen, ({ naam }) => uitOf(werf, naam));
  }
  return bouwers.map(({ naam, beschrijving }) => ({
    naam,
    beschrijving,
    koud: koud.get(naam) ?? [],
    site: sizeOf(uitOf(werf, naam)),
    html: sizeOf(uitOf(werf, naam), ".html"),
  }));
}

async function buildVervolgen(
  werf: Werf,
  onze: Bouwer,
  anderen: readonly Bouwer[],
): Promise<readonly Vervolgverslag[]> {
  const { seed, rondes } = werf.opties;
  const vervolgen: Vervolgverslag[] = [];
  for (const bouwer of [onze, ...anderen]) {
    const { naam } = bouwer;
    // The others build all of it whatever changed: one kind of change tells it.
    for (const vervolg of bouwer === onze ? VERVOLGEN : VERVOLGEN.slice(1, 2)) {
      const metingen = await measureVervolg(vervolg, bouwer, uitOf(werf, naam), werf.inhoud, rondes, seed, werf.hoort);
      vervolgen.push({ naam, vervolg, metingen });
    }
  }
  return vervolgen;
}

/** Ours with the search index takes minutes where the rest takes seconds: it is built once. */
async function buildMetZoeken(werf: Werf): Promise<Pick<Maatverslag, "metZoeken" | "zoekvervolgen">> {
  const { aantal, seed, metVervolg } = werf.opties;
  const onze = openOnze(plaatsOf(werf, "ons-zoeken"), true);
  const uit = uitOf(werf, "zoeken");
  werf.hoort.bezig(`ons met zoekindex, ${aantal} Kamervragen`);
  const meting = await measureBouw(onze, uit, werf.hoort);
  const metZoeken: Bouwmeting = { ...meting, fasen: await onze.readFasen() };
  const zoekvervolgen: Vervolgverslag[] = [];
  for (const vervolg of metVervolg ? VERVOLGEN : []) {
    const metingen = await measureVervolg(vervolg, onze, uit, werf.inhoud, 1, seed, werf.hoort);
    zoekvervolgen.push({ naam: "ons", vervolg, metingen });
  }
  return { metZoeken, zoekvervolgen };
}

// What the build before left to be written would otherwise be written during the next.
async function measureBouw(bouwer: Bouwer, uit: string, hoort: Pick<Toehoorder, "gemeten">): Promise<Bouwmeting> {
  await promisify(execFile)("sync").catch(() => {});
  const meting = await measureProces(bouwer.opdrachtregel(uit));
  hoort.gemeten(meting);
  return meting;
}

/** Measures builds over what is there, each after a change of the Markdown. */
export async function measureVervolg(
  vervolg: Vervolg,
  bouwer: Bouwer,
  uit: string,
  inhoud: string,
  keren: number,
  seed: number,
  hoort: Pick<Toehoorder, "bezig" | "gemeten">,
): Promise<readonly Bouwmeting[]> {
  const metingen: Bouwmeting[] = [];
  for (let keer = 1; keer <= keren; keer += 1) {
    hoort.bezig(`${bouwer.beschrijving}: ${vervolg}, ${keer} van ${keren}`);
    const path = vervolg === "niets veranderd" ? undefined : await change(vervolg, inhoud, seed);
    if (path !== undefined) await bouwer.renew(path);
    metingen.push(await measureBouw(bouwer, uit, hoort));
  }
  return metingen;
}

/** Changes the title of the Kamervraag in the middle, or writes one that is newer than all; answers its path. */
async function change(vervolg: Vervolg, inhoud: string, seed: number): Promise<string> {
  const paths = await listKamervragen(inhoud);
  const chosen = vervolg === "één gewijzigd" ? paths[Math.floor(paths.length / 2)] : paths.at(-1);
  if (chosen === undefined) throw new Error(`geen Kamervragen in ${inhoud}`);
  const kamervraag = parseKamervraag(await readFile(join(inhoud, chosen), "utf8"), chosen);
  if (vervolg === "één gewijzigd") {
    await writeFile(join(inhoud, chosen), writeKamervraag({ ...kamervraag, titel: `${kamervraag.titel} opnieuw` }));
    return chosen;
  }
  const jaar = jaarOfSleutel(kamervraag.sleutel);
  const nummer = Number(kamervraag.sleutel.slice(`${jaar}Z`.length)) + 1;
  const sleutel = `${jaar}Z${String(nummer).padStart(5, "0")}`;
  const path = join(jaar, `${sleutel}.md`);
  await mkdir(dirname(join(inhoud, path)), { recursive: true });
  const fresh = generateKamervraag(createToeval(seed, paths.length), sleutel, `${jaar}-12-31`);
  await writeFile(join(inhoud, path), writeKamervraag(fresh));
  return path;
}

/**
 * Compares what the others made with ours, before figures are compared.
 * @throws UserError when another site has less.
 */
export async function checkGelijkwaardig(
  inhoud: string,
  onze: string,
  anderen: readonly Bouwer[],
  uitOf: (bouwer: Bouwer) => string,
): Promise<void> {
  const telling = countSite(onze);
  const paths = await listKamervragen(inhoud);
  const step = Math.max(1, paths.length / STEEKPROEF);
  const steekproef = paths.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const fouten: string[] = [];
  for (const bouwer of anderen) {
    const uit = uitOf(bouwer);
    const gemis = [...compareTellingen(telling, countSite(uit))];
    for (const path of steekproef) gemis.push(...findGemis(uit, await readFile(join(inhoud, path), "utf8"), path));
    fouten.push(...gemis.map((een) => `${bouwer.naam}: ${een}`));
  }
  if (fouten.length === 0) return;
  throw new UserError(
    fouten.slice(0, 20).map((what) => ({
      where: "vergelijking",
      what,
      why: "een site die minder bevat dan de onze is geen eerlijke tegenstander",
      mend: "verbeter de sjablonen in scripts/bench/naast, of laat deze generator weg uit --naast",
    })),
  );
}

function clear(map: string): Promise<void> {
  return rm(map, { recursive: true, force: true });
}
