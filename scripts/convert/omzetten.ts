/**
 * Turns the sources into Markdown: one file per Kamervraag. Two passes: the first looks at every file and keeps a card of
 * each document, the second takes the documents of one Kamervraag at a time, brings them together and writes. Memory does
 * not grow with the texts. What an earlier run learned and still holds is neither read nor merged again; the outcome is the
 * same to the byte.
 */
import { withTellingen } from "../../src/conservation/telling.ts";
import { verantwoord } from "../../src/conservation/verantwoording.ts";
import { writeKamervraag } from "../../src/markdown/schrijf.ts";
import { splitBetwist } from "../../src/samenvoegen/betwist.ts";
import { type Groep, groepeer } from "../../src/samenvoegen/groepeer.ts";
import { withKoppeling } from "../../src/samenvoegen/herkenning.ts";
import { type Identiteit, voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import type { GelezenDocument } from "../../src/sources/gelezen.ts";
import { isSystemError } from "../bestanden.ts";
import { GEEN_VOORTGANG, type Voortgang } from "../voortgang.ts";
import { type Cache, type CacheOptions, type Omzetting, openCache } from "./cache.ts";
import { type Inhoud, openInhoud, toPagina, type Uitkomst } from "./inhoud.ts";
import { type Kaart, type Oogst, programmafout, readBronnen } from "./oogst.ts";
import { createRapport, findNieuwste, type Rapport, toBijdrage } from "./rapport.ts";

export interface ConvertOptions {
  /** Sources folders. */
  readonly bronnen: readonly string[];
  /** Folder with the Markdown. */
  readonly inhoud: string;
  /** Where to keep what was learned for the next run; without it, everything is read. */
  readonly cache?: CacheOptions;
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

/** Converts everything below the sources folders; the report says what was done with every file. */
export async function convert({
  bronnen,
  inhoud,
  cache: options,
  voortgang = GEEN_VOORTGANG,
}: ConvertOptions): Promise<Rapport & { werk: Werk }> {
  const rapport = createRapport();
  const cache = openCache(options);
  const werk: Werk = { gelezen: 0, ongewijzigd: 0, lezingen: 0, samengevoegd: 0, overgenomen: 0 };
  let isAfgebroken = true;
  try {
    await convertAll(bronnen, { rapport, cache, werk, archief: openInhoud(inhoud), voortgang });
    isAfgebroken = false;
  } finally {
    const cachefout = cache.finish(isAfgebroken);
    if (cachefout) werk.cachefout = cachefout;
  }
  return { ...rapport, werk };
}

interface Werkplaats {
  readonly archief: Inhoud;
  readonly rapport: Rapport;
  readonly cache: Cache;
  readonly werk: Werk;
  readonly voortgang: Voortgang;
}

async function convertAll(mappen: readonly string[], werkplaats: Werkplaats): Promise<void> {
  const { archief, rapport, cache, werk, voortgang } = werkplaats;
  const onLezing = () => {
    werk.lezingen += 1;
  };
  const oogst = await readBronnen(mappen, rapport, cache.bronnen, onLezing, voortgang);
  werk.gelezen = oogst.gelezen;
  werk.ongewijzigd = oogst.ongewijzigd;
  // One page may be disputed as a question and as an answer, and in several groups: it has one page of its own.
  const betwist = new Map<string, Groep<Kaart>[]>();
  const groepen = groepeer(oogst.kaarten, [...oogst.sidecars.values()].flat());
  const stap = voortgang.begin("Kamervragen samenvoegen", groepen.length);
  for (const groep of groepen) {
    for (const sleutel of await settleGroep(groep, oogst, werkplaats)) {
      betwist.set(sleutel, [...(betwist.get(sleutel) ?? []), groep]);
    }
    stap.tik();
    await stap.adem();
  }
  for (const [sleutel, eigen] of betwist) await settleBetwist(sleutel, eigen, oogst, werkplaats);
  stap.klaar();
  for (const verweesd of archief.finish()) rapport.addVerweesd(verweesd);
}

/** Answers the keys of the pages where disputed documents of the group stand by themselves. */
async function settleGroep(groep: Groep<Kaart>, oogst: Oogst, werkplaats: Werkplaats): Promise<readonly string[]> {
  const { sleutel, heeftVraagnummer, eerdereSleutels } = groep;
  return await settlePagina(
    {
      sleutel,
      eerdereSleutels,
      ...(heeftVraagnummer ? { vraagnummer: sleutel } : {}),
      afhankelijk: ["groep", ...kenmerkenOf(groep, oogst)],
      read: async () => {
        const gelezen = await readGroep(groep, oogst);
        const [eens, ...apart] = splitBetwist(sleutel, gelezen);
        const betwist = [...new Set(apart.map((one) => one.sleutel))];
        return { documenten: eens?.documenten ?? [], betwist, isVast: isVast(groep, gelezen) };
      },
    },
    werkplaats,
  );
}

async function settleBetwist(
  sleutel: string,
  groepen: readonly Groep<Kaart>[],
  oogst: Oogst,
  werkplaats: Werkplaats,
): Promise<void> {
  const read = async () => {
    const uniek = new Map<string, GelezenDocument>();
    let alleVast = true;
    for (const groep of groepen) {
      const gelezen = await readGroep(groep, oogst);
      alleVast &&= isVast(groep, gelezen);
      const apart = splitBetwist(groep.sleutel, gelezen).filter((deel) => deel.isBetwist && deel.sleutel === sleutel);
      for (const document of apart.flatMap(({ documenten }) => documenten))
        uniek.set(`${document.documentsoort} ${document.id ?? ""}`, document);
    }
    return { documenten: [...uniek.values()], betwist: [], isVast: alleVast };
  };
  const afhankelijk = ["betwist", sleutel, ...groepen.map((groep) => kenmerkenOf(groep, oogst))];
  await settlePagina({ sleutel, afhankelijk, read }, werkplaats);
}

async function readGroep({ kaarten, koppelingen }: Groep<Kaart>, oogst: Oogst): Promise<readonly GelezenDocument[]> {
  const gelezen = await oogst.readDocumenten(kaarten);
  return gelezen.map((document, index) => {
    const kaart = kaarten[index];
    return withKoppeling(document, kaart && koppelingen.get(kaart));
  });
}

/** All that the page of a group hangs on, beside the code: its documents in their order and what their sidecars know. */
function kenmerkenOf(
  { sleutel, heeftVraagnummer, kaarten, koppelingen }: Groep<Kaart>,
  { sidecars, opgehaald }: Oogst,
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
  const bekend = cache.omzettingen.find(afhankelijk);
  const aliassen = eerdereSleutels ? archief.aliassenOf(sleutel, eerdereSleutels, bekend?.pagina) : [];
  const uitkomst = bekend && isSame(bekend.pagina.aliassen, aliassen) ? archief.settle(bekend.pagina) : undefined;
  if (bekend && uitkomst) {
    werk.overgenomen += 1;
    report(bekend, uitkomst, rapport);
    return bekend.betwist;
  }
  werk.samengevoegd += 1;
  const { documenten, betwist, isVast: isBewaarbaar } = await opdracht.read();
  const gedaan = convertKamervraag({ ...opdracht, aliassen }, documenten, archief, rapport);
  if (gedaan && isBewaarbaar) cache.omzettingen.keep(afhankelijk, { ...gedaan, betwist });
  return betwist;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
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
