/**
 * The first pass over the sources: what every file is, and a card of each document. Texts are not kept, save those of a
 * small archive; a file that an earlier run knew is not even read as a document.
 */
import { dirname } from "node:path";
import type { Datum, Diagnostiek } from "../../src/model/kamervraag.ts";
import { findPublicatie } from "../../src/model/sleutel.ts";
import { UserError } from "../../src/model/user-error.ts";
import type { Documentkaart } from "../../src/samenvoegen/groepeer.ts";
import { compareText } from "../../src/samenvoegen/rangorde.ts";
import type { GelezenDocument, Metadata } from "../../src/sources/gelezen.ts";
import { findKenmerkInNaam, type KenmerkUit, withKenmerk } from "../../src/sources/met-kenmerk.ts";
import { withMetadata } from "../../src/sources/met-metadata.ts";
import { isSystemError } from "../bestanden.ts";
import { isMachinefout } from "../systeemfout.ts";
import type { Voortgang } from "../voortgang.ts";
import { type Bronpad, listBronnen, openBron } from "./bronnen.ts";
import { type Bronkaart, type Cache, toBronkaart } from "./cache.ts";
import type { Rapport } from "./rapport.ts";

export type Kaart = Documentkaart & { readonly pad: Bronpad; readonly idUit?: KenmerkUit };

/** What the first pass over the sources brings home. */
export interface Oogst {
  readonly kaarten: readonly Kaart[];
  readonly sidecars: ReadonlyMap<string, readonly Metadata[]>;
  /** The day on which a file was fetched, by the hash of its bytes, as the manifests say. */
  readonly opgehaald: ReadonlyMap<string, Datum>;
  /** Reads documents again, in the order of their cards and completed with what their sidecars know. */
  readonly readDocumenten: (kaarten: readonly Kaart[]) => Promise<readonly GelezenDocument[]>;
  /** Files that were read, and those that were known from an earlier run. */
  readonly gelezen: number;
  readonly ongewijzigd: number;
}

/** Characters of text that the first pass may keep for the second. */
const BEWAAR_TEKENS = 8_000_000;

/** Goes through all sources. `onLezing` is told of every reading of a file as a document, in either pass. */
export async function readBronnen(
  mappen: readonly string[],
  rapport: Rapport,
  bekend: Cache["bronnen"],
  onLezing: () => void,
  voortgang: Voortgang,
): Promise<Oogst> {
  const kaarten: Kaart[] = [];
  const sidecars = new Map<string, Metadata[]>();
  const opgehaald = new Map<string, Datum>();
  const perMap = new Map<string, Set<string>>();
  const bewaard = new Map<string, readonly GelezenDocument[]>();
  let tekens = 0;
  let ongewijzigd = 0;
  // A file that cannot be read, or that the readers trip over, is told by its name; the others are read all the same. It
  // is not remembered: the next run tries again.
  const look = async (pad: Bronpad): Promise<Bronkaart> => {
    try {
      const { kenmerk, read } = openBron(pad);
      const known = bekend.find([pad.bestand, kenmerk]);
      if (known) {
        ongewijzigd += 1;
        return known;
      }
      onLezing();
      const found = await read();
      if (found.soort === "documenten") keepDocumenten(pad, found.documenten);
      const kaart = toBronkaart(found);
      bekend.keep([pad.bestand, kenmerk], kaart);
      return kaart;
    } catch (error) {
      // What the machine refuses now would make every other file "unreadable", and cost pages their answers.
      if (isMachinefout(error)) throw error;
      return { soort: "mislukt", diagnostiek: toDiagnostiek(error) };
    }
  };
  const keepDocumenten = (pad: Bronpad, documenten: readonly GelezenDocument[]) => {
    tekens += documenten.reduce((sum, document) => sum + document.tekens, 0);
    if (tekens < BEWAAR_TEKENS) bewaard.set(keyOf(pad), documenten);
  };
  const paden: Bronpad[] = [];
  for await (const pad of listBronnen(mappen)) paden.push(pad);
  const stap = voortgang.begin("Bronnen lezen", paden.length);
  for (const pad of paden) {
    const found = await look(pad);
    stap.tik();
    await stap.adem();
    if (found.soort === "onbekend") rapport.addOnbekend(pad.bestand, found.reden);
    else if (found.soort === "mislukt") rapport.addMislukt(pad.bestand, found.diagnostiek);
    else if (found.soort === "documenten") kaarten.push(...found.kaarten.map((kaart) => ({ ...kaart, pad })));
    else if (found.soort === "manifest") {
      rapport.addMetadata();
      if (found.diagnostiek) rapport.addMislukt(pad.bestand, found.diagnostiek);
      for (const { sha256, opgehaald: dag } of found.ophalingen) {
        // Fetched again and unchanged: the newest day is what the archive can vouch for.
        if (dag > (opgehaald.get(sha256) ?? "")) opgehaald.set(sha256, dag);
      }
    } else {
      rapport.addMetadata();
      if (found.diagnostiek) rapport.addMislukt(pad.bestand, found.diagnostiek);
      for (const metadata of found.metadata) {
        sidecars.set(metadata.id, [...(sidecars.get(metadata.id) ?? []), metadata]);
        const folder = folderOf(pad);
        perMap.set(folder, (perMap.get(folder) ?? new Set()).add(metadata.id));
      }
    }
  }
  stap.klaar();
  for (const list of sidecars.values()) {
    list.sort((a, b) => a.rang - b.rang || compareText(a.herkomst.bestand, b.herkomst.bestand));
  }
  const readDocumenten = async (own: readonly Kaart[]) => {
    const perBestand = new Map<string, readonly GelezenDocument[]>(); // a page holds its question and its answer
    const result: GelezenDocument[] = [];
    for (const kaart of own) {
      const key = keyOf(kaart.pad);
      const kept = perBestand.get(key) ?? bewaard.get(key);
      if (!kept) onLezing();
      const documenten = kept ?? (await readAgain(kaart.pad));
      perBestand.set(key, documenten);
      const document = complete(kaart, documenten[kaart.nummer], sidecars);
      const dag = opgehaald.get(document.sha256);
      result.push(dag ? { ...document, opgehaald: dag } : document);
    }
    return result;
  };
  return {
    kaarten: withIds(kaarten, perMap),
    sidecars,
    opgehaald,
    readDocumenten,
    gelezen: paden.length - ongewijzigd,
    ongewijzigd,
  };
}

function toDiagnostiek(error: unknown): Diagnostiek {
  if (!isSystemError(error)) return programmafout(error);
  return { code: "bestand-onleesbaar", ernst: "fout", plaats: "kop", gevonden: error.code };
}

/** A bug of ours, told with the file that showed it. */
export function programmafout(error: unknown): Diagnostiek {
  const gevonden = String(error instanceof Error ? error.message : error).slice(0, 200);
  return { code: "omzetten-mislukt", ernst: "fout", plaats: "kop", gevonden };
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
    if (zonder.get(folder) !== 1) return withId(kaart, undefined);
    // A sidecar is one document's: not that of a document which names itself, nor of any of several that do not.
    const vrij = [...(perMap.get(folder) ?? [])].filter((id) => !genoemd.has(`${folder}\0${id}`));
    return withId(kaart, vrij.length === 1 ? vrij[0] : undefined);
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

function complete(
  kaart: Kaart,
  document: GelezenDocument | undefined,
  sidecars: ReadonlyMap<string, readonly Metadata[]>,
): GelezenDocument {
  if (!document) {
    throw new UserError({
      where: kaart.pad.bestand,
      what: "dit bestand is veranderd tijdens het omzetten",
      mend: "begin opnieuw",
    });
  }
  return withMetadata(
    withKenmerk(document, kaart.id, kaart.idUit ?? "bestandsnaam"),
    kaart.id ? (sidecars.get(kaart.id) ?? []) : [],
  );
}

async function readAgain(pad: Bronpad): Promise<readonly GelezenDocument[]> {
  const found = await openBron(pad).read();
  return found.soort === "documenten" ? found.documenten : [];
}
