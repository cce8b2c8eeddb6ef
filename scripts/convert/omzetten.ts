/**
 * Turns the sources into Markdown: one file per Kamervraag. Two passes: the first reads every file and keeps a card of each
 * document, the second takes the documents of one Kamervraag at a time, brings them together and writes. Memory does not
 * grow with the texts.
 */
import { dirname } from "node:path";
import { withTellingen } from "../../src/conservation/telling.ts";
import { verantwoord } from "../../src/conservation/verantwoording.ts";
import type { Diagnostiek } from "../../src/model/kamervraag.ts";
import { findPublicatie } from "../../src/model/sleutel.ts";
import { UserError } from "../../src/model/user-error.ts";
import { splitBetwist } from "../../src/samenvoegen/betwist.ts";
import { type Documentkaart, groepeer, toKaart } from "../../src/samenvoegen/groepeer.ts";
import { withKoppeling } from "../../src/samenvoegen/herkenning.ts";
import { compareText } from "../../src/samenvoegen/rangorde.ts";
import { type Identiteit, voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import type { GelezenDocument, Metadata } from "../../src/sources/gelezen.ts";
import type { Herkend } from "../../src/sources/herken.ts";
import { findKenmerkInNaam, type KenmerkUit, withKenmerk } from "../../src/sources/met-kenmerk.ts";
import { withMetadata } from "../../src/sources/met-metadata.ts";
import { isSystemError } from "../bestanden.ts";
import { type Bronpad, listBronnen, readBron } from "./bronnen.ts";
import { type Inhoud, openInhoud } from "./inhoud.ts";
import { createRapport, type Rapport } from "./rapport.ts";

export interface ConvertOptions {
  /** Sources folders. */
  readonly bronnen: readonly string[];
  /** Folder with the Markdown. */
  readonly inhoud: string;
}

/** Converts everything below the sources folders; the report says what was done with every file. */
export async function convert({ bronnen, inhoud }: ConvertOptions): Promise<Rapport> {
  const rapport = createRapport();
  const oogst = await readBronnen(bronnen, rapport);
  const archief = openInhoud(inhoud);
  // One page may be disputed as a question and as an answer, and in several groups: it has one page of its own.
  const betwist = new Map<string, GelezenDocument[]>();
  for (const groep of groepeer(oogst.kaarten, [...oogst.sidecars.values()].flat())) {
    const documenten = await Promise.all(
      groep.kaarten.map(async (kaart) => withKoppeling(await readDocument(kaart, oogst), groep.koppelingen.get(kaart))),
    );
    for (const { sleutel, isBetwist, documenten: members } of splitBetwist(groep.sleutel, documenten)) {
      if (isBetwist) {
        betwist.set(sleutel, [...(betwist.get(sleutel) ?? []), ...members]);
        continue;
      }
      const aliassen = archief.aliassenOf(sleutel, groep.eerdereSleutels);
      const vraagnummer = groep.heeftVraagnummer ? { vraagnummer: sleutel } : {};
      convertKamervraag({ sleutel, aliassen, ...vraagnummer }, members, archief, rapport);
    }
  }
  for (const [sleutel, documenten] of betwist) {
    const uniek = new Map(documenten.map((document) => [`${document.documentsoort} ${document.id ?? ""}`, document]));
    convertKamervraag({ sleutel }, [...uniek.values()], archief, rapport);
  }
  for (const verweesd of archief.finish()) rapport.addVerweesd(verweesd);
  return rapport;
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
): void {
  try {
    const { kamervraag: samen, plaatsing } = voegSamen(identiteit, documenten);
    const accounts = [...plaatsing].map(([document, plek]) => ({
      document,
      plek,
      verantwoording: verantwoord(document, plek, samen),
    }));
    const kamervraag = withTellingen(samen, accounts);
    rapport.addKamervraag(kamervraag, archief.write(kamervraag));
    for (const { document, plek, verantwoording } of accounts) {
      rapport.addDocument(document, plek, kamervraag, verantwoording);
    }
  } catch (error) {
    if (isSystemError(error)) throw error;
    archief.keep(identiteit.sleutel);
    for (const bestand of new Set(documenten.map((document) => document.bestand))) {
      rapport.addMislukt(bestand, programmafout(error));
    }
  }
}

function programmafout(error: unknown): Diagnostiek {
  const gevonden = String(error instanceof Error ? error.message : error).slice(0, 200);
  return { code: "omzetten-mislukt", ernst: "fout", plaats: "kop", gevonden };
}

type Kaart = Documentkaart & { readonly pad: Bronpad; readonly idUit?: KenmerkUit };

interface Oogst {
  readonly kaarten: readonly Kaart[];
  readonly sidecars: ReadonlyMap<string, readonly Metadata[]>;
  /** Documents kept from the first pass, by file: a small archive is read once. */
  readonly bewaard: ReadonlyMap<string, readonly GelezenDocument[]>;
}

/** Characters of text that the first pass may keep for the second. */
const BEWAAR_TEKENS = 8_000_000;

async function readBronnen(mappen: readonly string[], rapport: Rapport): Promise<Oogst> {
  const kaarten: Kaart[] = [];
  const sidecars = new Map<string, Metadata[]>();
  const perMap = new Map<string, Set<string>>();
  const bewaard = new Map<string, readonly GelezenDocument[]>();
  let tekens = 0;
  for await (const pad of listBronnen(mappen)) {
    const found = await tryReadBron(pad);
    if (found.soort === "onbekend") rapport.addOnbekend(pad.bestand, found.reden);
    else if (found.soort === "mislukt") rapport.addMislukt(pad.bestand, found.diagnostiek);
    else if (found.soort === "metadata") {
      rapport.addMetadata();
      if (found.diagnostiek) rapport.addMislukt(pad.bestand, found.diagnostiek);
      for (const metadata of found.metadata) {
        sidecars.set(metadata.id, [...(sidecars.get(metadata.id) ?? []), metadata]);
        const folder = folderOf(pad);
        perMap.set(folder, (perMap.get(folder) ?? new Set()).add(metadata.id));
      }
    } else {
      kaarten.push(...found.documenten.map((document, nummer) => ({ ...toKaart(document, nummer), pad })));
      tekens += found.documenten.reduce((sum, document) => sum + document.tekens, 0);
      if (tekens < BEWAAR_TEKENS) bewaard.set(keyOf(pad), found.documenten);
    }
  }
  for (const list of sidecars.values()) {
    list.sort((a, b) => a.rang - b.rang || compareText(a.herkomst.bestand, b.herkomst.bestand));
  }
  return { kaarten: withIds(kaarten, perMap), sidecars, bewaard };
}

// A file that cannot be read, or that the readers trip over, is told by its name; the others are read all the same.
async function tryReadBron(pad: Bronpad): Promise<Herkend> {
  try {
    return await readBron(pad);
  } catch (error) {
    if (!isSystemError(error)) return { soort: "mislukt", diagnostiek: programmafout(error) };
    const diagnostiek: Diagnostiek = { code: "bestand-onleesbaar", ernst: "fout", plaats: "kop", gevonden: error.code };
    return { soort: "mislukt", diagnostiek };
  }
}

function keyOf({ map, bestand }: Bronpad): string {
  return `${map}\0${bestand}`;
}

function folderOf(pad: Bronpad): string {
  return keyOf({ map: pad.map, bestand: dirname(pad.bestand) });
}

// Identity: from the content, then from the one sidecar beside it, then from the file's name.
function withIds(kaarten: readonly Kaart[], perMap: ReadonlyMap<string, ReadonlySet<string>>): readonly Kaart[] {
  const zonder = new Map<string, number>();
  const genoemd = new Set(kaarten.flatMap(({ id, pad }) => (id ? [`${folderOf(pad)}\0${id}`] : [])));
  for (const { id, pad } of kaarten) {
    if (!id) zonder.set(folderOf(pad), (zonder.get(folderOf(pad)) ?? 0) + 1);
  }
  return kaarten.map((kaart) => {
    const folder = folderOf(kaart.pad);
    // A sidecar is one document's: not that of a document which names itself, nor of any of several that do not.
    const vrij = [...(perMap.get(folder) ?? [])].filter((id) => !genoemd.has(`${folder}\0${id}`));
    return withId(kaart, zonder.get(folder) === 1 && vrij.length === 1 ? vrij[0] : undefined);
  });
}

function withId(kaart: Kaart, beside: string | undefined): Kaart {
  if (kaart.id) return kaart;
  const isBeside = beside !== undefined && findPublicatie(beside)?.reeks === (kaart.isVraag ? "kv" : "ah");
  const id = isBeside ? beside : findKenmerkInNaam(kaart.bestand);
  if (id === undefined) return kaart;
  const vraagnummer = findPublicatie(id)?.vraagnummer;
  const vraagnummers = kaart.vraagnummers.length === 0 && vraagnummer ? [vraagnummer] : kaart.vraagnummers;
  return { ...kaart, id, idUit: isBeside ? "metadata" : "bestandsnaam", vraagnummers };
}

async function readDocument(kaart: Kaart, oogst: Oogst): Promise<GelezenDocument> {
  const documenten = oogst.bewaard.get(keyOf(kaart.pad)) ?? (await readAgain(kaart.pad));
  const document = documenten[kaart.nummer];
  if (!document) {
    throw new UserError({
      where: kaart.pad.bestand,
      what: "dit bestand is veranderd tijdens het omzetten",
      mend: "begin opnieuw",
    });
  }
  return withMetadata(
    withKenmerk(document, kaart.id, kaart.idUit ?? "bestandsnaam"),
    kaart.id ? (oogst.sidecars.get(kaart.id) ?? []) : [],
  );
}

async function readAgain(pad: Bronpad): Promise<readonly GelezenDocument[]> {
  const found = await readBron(pad);
  return found.soort === "documenten" ? found.documenten : [];
}
