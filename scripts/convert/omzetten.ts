/**
 * Turns the sources into Markdown: one file per Kamervraag. Two passes: the first looks at every file and keeps a card of
 * each document, the second takes the documents of one Kamervraag at a time, brings them together and writes. Memory does
 * not grow with the texts. What the last run left and still stands is not looked at: the passes go over the part of the archive that
 * changed, and what hangs on it. The outcome is the same to the byte.
 */
import { withTellingen } from "../../src/conservation/telling.ts";
import { verantwoord } from "../../src/conservation/verantwoording.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { splitBetwist } from "../../src/samenvoegen/betwist.ts";
import type { Groep } from "../../src/samenvoegen/groepeer.ts";
import { withKoppeling } from "../../src/samenvoegen/herkenning.ts";
import { type Identiteit, voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import type { GelezenDocument } from "../../src/sources/gelezen.ts";
import { isSystemError } from "../bestanden.ts";
import { GEEN_VOORTGANG, type Voortgang } from "../voortgang.ts";
import { type Bekende, LEGE_LAGEN, openBekend } from "./bekend.ts";
import type { Bronpad } from "./bronnen.ts";
import { type Bronkaart, type Cache, type CacheOptions, type Omzetting, openCache } from "./cache.ts";
import { chooseDeel, type Deel, type Kaart, LEEG_DEEL, openPaden, tellBronnen } from "./deel.ts";
import { haakOfSleutel } from "./haken.ts";
import { type Inhoud, openInhoud, type Pagina, toPagina, type Uitkomst } from "./inhoud.ts";
import { type Lezer, openLezer, programmafout } from "./oogst.ts";
import type { Plek } from "./opslag.ts";
import { isSameList, type Overzicht, readOverzicht } from "./overzicht.ts";
import { createRapport, findNieuwste, type Rapport, toBijdrage } from "./rapport.ts";
import { ALTIJD, BETWIST, type Stand } from "./stand.ts";
import { type Gezet, rememberStand } from "./volgende.ts";

export interface ConvertOptions {
  /** Sources folders. */
  readonly bronnen: readonly string[];
  /** Folder with the Markdown. */
  readonly inhoud: string;
  /** Where to keep what was learned for the next run; without it, everything is read. */
  readonly cache?: CacheOptions;
  /** Whether the report has to have the details of what did not change, for its JSON; it has, unless this is false. */
  readonly isVolledig?: boolean;
  /** Where to say how far the work is, and whether it has to stop. */
  readonly voortgang?: Voortgang;
}

/** How much of the conversion had to be done. */
export interface Werk {
  /** Source files that were read, and those known from an earlier run. */
  gelezen: number;
  ongewijzigd: number;
  /** Readings of a file as a document: one file may be read twice, to look and to merge. */
  lezingen: number;
  /** Pages that were made, and those that still stood as an earlier run made them. */
  samengevoegd: number;
  overgenomen: number;
  /** The system's code when the cache could not be written. */
  cachefout?: string;
}

/** What a conversion did to the folder with the Markdown: paths below it, with `/`, sorted. */
export interface Markdownwerk {
  readonly geschreven: readonly string[];
  readonly verwijderd: readonly string[];
}

export interface Omgezet extends Rapport {
  readonly werk: Werk;
  readonly markdown: Markdownwerk;
}

/** Converts everything below the sources folders; the report says what was done with every file. */
export async function convert(options: ConvertOptions): Promise<Omgezet> {
  const { bronnen, inhoud } = options;
  const cache = openCache(options.cache, { bronnen, inhoud });
  let cachefout: string | undefined;
  let gedaan: Omit<Omgezet, keyof Rapport> & { readonly rapport: Rapport };
  try {
    gedaan = (await convertDeel(options, cache, cache.stand)) ?? (await convertAlles(options, cache));
  } finally {
    cachefout = cache.finish();
  }
  const { rapport, werk, markdown } = gedaan;
  return { ...rapport, werk: cachefout ? { ...werk, cachefout } : werk, markdown };
}

// Without what the last conversion left everything is looked at, and nothing can be missing.
async function convertAlles(options: ConvertOptions, cache: Cache) {
  cache.knowsAll();
  const gedaan = await convertDeel(options, cache, undefined);
  if (!gedaan) throw new Error("a conversion of everything found its state damaged");
  return gedaan;
}

interface Werkplaats {
  readonly archief: Inhoud;
  readonly rapport: Rapport;
  readonly cache: Cache;
  readonly werk: Werk;
  readonly lezer: Lezer;
  readonly deel: Deel;
  /** The pages that were settled. */
  readonly paginas: Gezet[];
  /** Sources that have to be looked at the next time, whether they change or not; and those that are in a dispute. */
  readonly onvast: Set<number>;
  readonly betwist: Set<number>;
  readonly voortgang: Voortgang;
}

/** Converts what changed since this state, and what hangs on it; `undefined`, and nothing done, when the state is damaged. */
async function convertDeel(options: ConvertOptions, cache: Cache, stand: Stand | undefined) {
  const { bronnen: mappen, inhoud, voortgang = GEEN_VOORTGANG } = options;
  const rapport = createRapport();
  const werk: Werk = { gelezen: 0, ongewijzigd: 0, lezingen: 0, samengevoegd: 0, overgenomen: 0 };
  const onLezing = () => {
    werk.lezingen += 1;
  };
  const stap = voortgang.begin("Bronnen lezen");
  const lezer = openLezer(cache.bronnen, onLezing, stap);
  const { boven } = stand ?? LEGE_LAGEN;
  const overzicht = await readOverzicht(mappen, boven, cache.stempels, lezer);
  stap.klaar();
  const archief = openInhoud(inhoud, boven.paginas, cache.stempels);
  const isVolledig = options.isVolledig ?? true;
  const isZelfde = !overzicht.isAnders && !archief.overzicht.isAnders && archief.overzicht.overigeSleutels.length === 0;
  const isStil =
    stand !== undefined && isZelfde && !isVolledig && !boven.bronnen.vlaggen.some((vlag) => (vlag & ALTIJD) !== 0);
  const onder = isStil || !stand ? LEGE_LAGEN.onder : stand.readOnder();
  if (!onder) return undefined;
  const vorige = { boven, onder };
  const bekend = openBekend(vorige, cache);
  const deel = isStil
    ? LEEG_DEEL
    : await chooseDeel({
        mappen,
        overzicht,
        ...vorige,
        ...openBronnen(bekend, overzicht, cache, lezer),
        kluwens: [
          ...bekend.kluwensOfPaginas(archief.overzicht.isHeel),
          ...bekend.kluwensOfVlag(isVolledig ? ALTIJD | BETWIST : ALTIJD),
        ],
        haken: archief.overzicht.overigeSleutels.map(haakOfSleutel),
      });
  if (!deel) return undefined;
  const { isGebleven, gebleven } = bekend.splitPaginas(deel.kluwens);
  const paden = openPaden(mappen, overzicht.reeksen);
  tellBronnen(overzicht, deel, boven, paden, rapport);
  const isHeel =
    !isVolledig || bekend.readOmzettingen(gebleven, (omzetting) => report(omzetting, "ongewijzigd", rapport));
  if (!isHeel) return undefined;
  bekend.tellPlekken(deel.kluwens);
  const werkplaats: Werkplaats = {
    archief,
    rapport,
    cache,
    werk,
    lezer,
    deel,
    paginas: [],
    onvast: new Set(),
    betwist: new Set(),
    voortgang,
  };
  await settleAll(werkplaats);
  findOnrustig(werkplaats.paginas, werkplaats.onvast);
  for (const verweesd of archief.finish(isGebleven)) rapport.addVerweesd(verweesd);
  if (!isVolledig) rapport.addBekend(bekend.sumUp(overzicht, deel, gebleven.length, (rij) => paden(rij).bestand));
  werk.gelezen = lezer.gelezen();
  werk.ongewijzigd = overzicht.aantal - werk.gelezen;
  werk.overgenomen += gebleven.length;
  if (!isStil && options.cache) rememberStand({ ...werkplaats, vorige, bekend, overzicht, gebleven }, cache);
  return { rapport, werk, markdown: { geschreven: archief.geschreven(), verwijderd: archief.verwijderd() } };
}

// Records of sources, where the state says they are.
function openBronnen(bekend: Bekende, { vorige, gelezen }: Overzicht, cache: Cache, lezer: Lezer) {
  const loadVorige = (vorigeRij: number): Bronkaart | undefined => {
    const plek = bekend.bronplekOf(vorigeRij);
    return plek && cache.bronnen.read(plek);
  };
  return {
    loadVorige,
    async load(rij: number, pad: Bronpad): Promise<Bronkaart> {
      const known = loadVorige(vorige[rij] ?? -1);
      if (known) return known;
      const opnieuw = await lezer.look(pad);
      gelezen.set(rij, opnieuw);
      return opnieuw.kaart;
    },
  };
}

async function settleAll(werkplaats: Werkplaats): Promise<void> {
  // One page may be disputed as a question and as an answer, and in several groups: it has one page of its own.
  const betwist = new Map<string, Groep<Kaart>[]>();
  const { groepen: alle } = werkplaats.deel;
  const stap = werkplaats.voortgang.begin("Kamervragen samenvoegen", alle.length);
  for (const groep of alle) {
    stap.tik();
    await stap.adem();
    for (const sleutel of await settleGroep(groep, werkplaats)) {
      betwist.set(sleutel, [...(betwist.get(sleutel) ?? []), groep]);
    }
  }
  for (const [sleutel, groepen] of betwist) {
    for (const { rij } of groepen.flatMap(({ kaarten }) => kaarten)) werkplaats.betwist.add(rij);
    await settleBetwist(sleutel, groepen, werkplaats);
  }
  stap.klaar();
}

/** Answers the keys of the pages where disputed documents of the group stand by themselves. */
async function settleGroep(groep: Groep<Kaart>, werkplaats: Werkplaats): Promise<readonly string[]> {
  const { sleutel, heeftVraagnummer, eerdereSleutels } = groep;
  return await settlePagina(
    {
      sleutel,
      eerdereSleutels,
      ...(heeftVraagnummer ? { vraagnummer: sleutel } : {}),
      groepen: [groep],
      afhankelijk: ["groep", ...kenmerkenOf(groep, werkplaats.deel)],
      read: async () => {
        const gelezen = await readGroep(groep, werkplaats);
        const [eens, ...apart] = splitBetwist(sleutel, gelezen);
        const betwist = [...new Set(apart.map((one) => one.sleutel))];
        return { documenten: eens?.documenten ?? [], betwist, isVast: isVast(groep, gelezen) };
      },
    },
    werkplaats,
  );
}

async function settleBetwist(sleutel: string, groepen: readonly Groep<Kaart>[], werkplaats: Werkplaats): Promise<void> {
  const read = async () => {
    const uniek = new Map<string, GelezenDocument>();
    let alleVast = true;
    for (const groep of groepen) {
      const gelezen = await readGroep(groep, werkplaats);
      alleVast &&= isVast(groep, gelezen);
      const apart = splitBetwist(groep.sleutel, gelezen).filter((deel) => deel.isBetwist && deel.sleutel === sleutel);
      for (const document of apart.flatMap(({ documenten }) => documenten))
        uniek.set(`${document.documentsoort} ${document.id ?? ""}`, document);
    }
    return { documenten: [...uniek.values()], betwist: [], isVast: alleVast };
  };
  const afhankelijk = ["betwist", sleutel, ...groepen.map((groep) => kenmerkenOf(groep, werkplaats.deel))];
  await settlePagina({ sleutel, groepen, afhankelijk, read }, werkplaats);
}

async function readGroep(
  { kaarten, koppelingen }: Groep<Kaart>,
  { lezer, deel }: Werkplaats,
): Promise<readonly GelezenDocument[]> {
  const gelezen = await lezer.readDocumenten(kaarten, deel);
  return gelezen.map((document, index) => {
    const kaart = kaarten[index];
    return withKoppeling(document, kaart && koppelingen.get(kaart));
  });
}

/** All that the page of a group hangs on, beside the code: its documents in their order and what their sidecars know. */
function kenmerkenOf(
  { sleutel, heeftVraagnummer, kaarten, koppelingen }: Groep<Kaart>,
  { sidecars, opgehaald }: Deel,
): readonly unknown[] {
  const documenten = kaarten.map((kaart) => {
    const { bestand, sha256, nummer, id, idUit } = kaart;
    const metadata = (id && sidecars.get(id)) || [];
    const herkomst = metadata.map((one) => [one.herkomst.bestand, one.herkomst.sha256]);
    return [bestand, sha256, nummer, id, idUit, koppelingen.get(kaart), opgehaald.get(sha256), ...herkomst];
  });
  return [sleutel, heeftVraagnummer, ...documenten];
}

// A file may change while the command runs: what comes of it is then not what its card says.
function isVast({ kaarten }: Groep<Kaart>, gelezen: readonly GelezenDocument[]): boolean {
  return kaarten.every(({ sha256 }, index) => gelezen[index]?.sha256 === sha256);
}

interface Opdracht {
  readonly sleutel: string;
  /** Whose documents the page is made from. */
  readonly groepen: readonly Groep<Kaart>[];
  readonly vraagnummer?: string;
  /** Keys under which the page may have stood before. */
  readonly eerdereSleutels?: readonly string[];
  /** All that the page hangs on, beside the code and the keys that led to it before. */
  readonly afhankelijk: readonly unknown[];
  readonly read: () => Promise<{
    readonly documenten: readonly GelezenDocument[];
    readonly betwist: readonly string[];
    /** Whether the documents are those that it was said to hang on. */
    readonly isVast: boolean;
  }>;
}

// The long way only when the page is not known, or when the file on disk takes its text.
async function settlePagina(opdracht: Opdracht, werkplaats: Werkplaats): Promise<readonly string[]> {
  const { archief, rapport, cache, werk } = werkplaats;
  const { sleutel, eerdereSleutels, afhankelijk } = opdracht;
  const record = cache.omzettingen.sleutelOf(afhankelijk);
  const plek = cache.omzettingen.plekOf(record);
  const bekend = plek && cache.omzettingen.read(plek);
  const aliassen = eerdereSleutels ? archief.aliassenOf(sleutel, eerdereSleutels, bekend?.pagina) : [];
  const uitkomst = bekend && isSameList(bekend.pagina.aliassen, aliassen) ? archief.settle(bekend.pagina) : undefined;
  if (bekend && uitkomst) {
    werk.overgenomen += 1;
    report(bekend, uitkomst, rapport);
    remember(opdracht, bekend.pagina, plek, werkplaats);
    return bekend.betwist;
  }
  werk.samengevoegd += 1;
  const { documenten, betwist, isVast: isBewaarbaar } = await opdracht.read();
  const gedaan = convertKamervraag({ ...opdracht, aliassen }, documenten, archief, rapport);
  const nieuw = gedaan && isBewaarbaar ? cache.omzettingen.keep(record, { ...gedaan, betwist }) : undefined;
  remember(opdracht, gedaan?.pagina, nieuw, werkplaats);
  return betwist;
}

// A page that is not known whole has to be made again the next time.
function remember(
  { groepen, eerdereSleutels = [] }: Opdracht,
  pagina: Pagina | undefined,
  plek: Plek | undefined,
  { paginas, onvast }: Werkplaats,
): void {
  const rijen = groepen.flatMap(({ kaarten }) => kaarten.map(({ rij }) => rij));
  const [rij] = rijen;
  if (pagina && plek && rij !== undefined)
    paginas.push({ pagina, plek, rij, eerdere: [...eerdereSleutels, ...pagina.aliassen] });
  else for (const one of rijen) onvast.add(one);
}

// A page that stands where another one stood, or will look for it there, takes it away and gets it back: each run anew.
function findOnrustig(paginas: readonly Gezet[], onvast: Set<number>): void {
  const sleutels = new Set(paginas.map(({ pagina }) => pagina.sleutel));
  for (const { rij, eerdere } of paginas) if (eerdere.some((sleutel) => sleutels.has(sleutel))) onvast.add(rij);
}

/**
 * Converts the documents of one Kamervraag. A bug that shows in one of them must not cost the thousands of others: it is
 * reported with the files' names and makes the command end with 1.
 */
function convertKamervraag(
  identiteit: Identiteit,
  documenten: readonly GelezenDocument[],
  archief: Inhoud,
  rapport: Rapport,
): Omit<Omzetting, "betwist"> | undefined {
  try {
    const { kamervraag: samen, plaatsing } = voegSamen(identiteit, documenten);
    const accounts = [...plaatsing].map(([document, plek]) => ({
      document,
      plek,
      verantwoording: verantwoord(document, plek, samen),
    }));
    const kamervraag = withTellingen(samen, accounts);
    const markdown = writeKamervraag(kamervraag);
    const nieuwste = findNieuwste(kamervraag);
    const gedaan = {
      pagina: toPagina(kamervraag, markdown),
      ...(nieuwste ? { nieuwste } : {}),
      documenten: accounts.map(({ document, plek, verantwoording }) =>
        toBijdrage(document, plek, kamervraag, verantwoording),
      ),
    };
    report(gedaan, archief.settle(gedaan.pagina, markdown), rapport);
    return gedaan;
  } catch (error) {
    if (isSystemError(error)) throw error;
    archief.keep(identiteit.sleutel);
    for (const bestand of new Set(documenten.map((document) => document.bestand))) {
      rapport.addMislukt(bestand, programmafout(error));
    }
    return undefined;
  }
}

function report(
  { pagina, nieuwste, documenten }: Omit<Omzetting, "betwist">,
  uitkomst: Uitkomst,
  rapport: Rapport,
): void {
  rapport.addKamervraag(pagina.sleutel, nieuwste, uitkomst);
  for (const bijdrage of documenten) rapport.addDocument(bijdrage);
}
