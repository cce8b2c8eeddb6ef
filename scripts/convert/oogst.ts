/**
 * Reading sources: what a file is, and its documents again when they are brought together. Texts are not kept, save those of
 * a small archive.
 */
import type { Diagnostiek } from "../../src/model/kamervraag.ts";
import { UserError } from "../../src/model/user-error.ts";
import type { GelezenDocument } from "../../src/sources/gelezen.ts";
import { withKenmerk } from "../../src/sources/met-kenmerk.ts";
import { withMetadata } from "../../src/sources/met-metadata.ts";
import { isSystemError } from "../bestanden.ts";
import { isMachinefout } from "../systeemfout.ts";
import type { Stap } from "../voortgang.ts";
import { type Bronpad, openBron } from "./bronnen.ts";
import { type Bronkaart, type Cache, toBronkaart } from "./cache.ts";
import type { Deel, Kaart } from "./deel.ts";
import type { Gelezen, Kijker } from "./overzicht.ts";

export interface Lezer extends Kijker {
  /** Reads documents again, in the order of their cards and completed with what their sidecars know. */
  readonly readDocumenten: (
    kaarten: readonly Kaart[],
    kennis: Pick<Deel, "sidecars" | "opgehaald">,
  ) => Promise<readonly GelezenDocument[]>;
  /** Files that were looked at and were not known; the others are as they were. */
  readonly gelezen: () => number;
}

/** Characters of text that the first pass may keep for the second. */
const BEWAAR_TEKENS = 8_000_000;

/** `onLezing` is told of every reading of a file as a document; `stap` of every file that is looked at. */
export function openLezer(bekend: Cache["bronnen"], onLezing: () => void, stap: Pick<Stap, "tik" | "adem">): Lezer {
  const bewaard = new Map<string, readonly GelezenDocument[]>();
  let tekens = 0;
  let gelezen = 0;
  const keepDocumenten = (pad: Bronpad, documenten: readonly GelezenDocument[]) => {
    tekens += documenten.reduce((sum, document) => sum + document.tekens, 0);
    if (tekens < BEWAAR_TEKENS) bewaard.set(keyOf(pad), documenten);
  };
  const sleutelOf = ({ bestand }: Bronpad, kenmerk: string) => bekend.sleutelOf([bestand, kenmerk]);
  return {
    isRecord(pad, sleutel) {
      try {
        return sleutelOf(pad, openBron(pad).kenmerk) === sleutel;
      } catch (error) {
        if (isSystemError(error)) return false;
        throw error;
      }
    },
    // A file that cannot be read, or that the readers trip over, is told by its name; the others are read all the same. It
    // is not remembered: the next run tries again.
    async look(pad): Promise<Gelezen> {
      stap.tik();
      await stap.adem();
      try {
        const { kenmerk, read } = openBron(pad);
        const sleutel = sleutelOf(pad, kenmerk);
        const known = bekend.plekOf(sleutel);
        const kaart = known && bekend.read(known);
        if (known && kaart) return { kaart, plek: known };
        gelezen += 1;
        onLezing();
        const found = await read();
        if (found.soort === "documenten") keepDocumenten(pad, found.documenten);
        const nieuw = toBronkaart(found);
        const plek = bekend.keep(sleutel, nieuw);
        return plek ? { kaart: nieuw, plek } : { kaart: nieuw };
      } catch (error) {
        // What the machine refuses now would make every other file "unreadable", and cost pages their answers.
        if (isMachinefout(error)) throw error;
        gelezen += 1;
        return { kaart: toMislukt(error) };
      }
    },
    async readDocumenten(kaarten, { sidecars, opgehaald }) {
      const perBestand = new Map<string, readonly GelezenDocument[]>(); // a page holds its question and its answer
      const result: GelezenDocument[] = [];
      for (const kaart of kaarten) {
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
    },
    gelezen: () => gelezen,
  };
}

function toMislukt(error: unknown): Bronkaart {
  if (!isSystemError(error)) return { soort: "mislukt", diagnostiek: programmafout(error) };
  return {
    soort: "mislukt",
    diagnostiek: { code: "bestand-onleesbaar", ernst: "fout", plaats: "kop", gevonden: error.code },
  };
}

/** A bug of ours, told with the file that showed it. */
export function programmafout(error: unknown): Diagnostiek {
  const gevonden = String(error instanceof Error ? error.message : error).slice(0, 200);
  return { code: "omzetten-mislukt", ernst: "fout", plaats: "kop", gevonden };
}

function keyOf({ map, bestand }: Bronpad): string {
  return `${map}\0${bestand}`;
}

function complete(kaart: Kaart, document: GelezenDocument | undefined, sidecars: Deel["sidecars"]): GelezenDocument {
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
