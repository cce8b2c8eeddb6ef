/**
 * Turns the sources into Markdown: one file per Kamervraag. Two passes: the first reads every file and keeps a card of each
 * document, the second takes the documents of one Kamervraag at a time, brings them together and writes. Memory does not
 * grow with the texts.
 */
import { dirname } from "node:path";
import { verantwoord } from "../../src/conservation/verantwoording.ts";
import { findPublicatie } from "../../src/model/sleutel.ts";
import { splitBetwist } from "../../src/samenvoegen/betwist.ts";
import { type Documentkaart, groepeer, toKaart } from "../../src/samenvoegen/groepeer.ts";
import { compareText } from "../../src/samenvoegen/rangorde.ts";
import { voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import { addressOfPublicatie } from "../../src/sources/adres.ts";
import type { GelezenDocument, Metadata } from "../../src/sources/gelezen.ts";
import { withMetadata } from "../../src/sources/met-metadata.ts";
import { type Bronpad, listBronnen, readBron } from "./bronnen.ts";
import { openInhoud } from "./inhoud.ts";
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
  for (const groep of groepeer(oogst.kaarten, [...oogst.sidecars.values()].flat())) {
    const documenten = await Promise.all(groep.kaarten.map((kaart) => readDocument(kaart, oogst)));
    for (const { sleutel, isBetwist, documenten: members } of splitBetwist(groep.sleutel, documenten)) {
      const aliassen = isBetwist ? [] : archief.aliassenOf(sleutel, groep.eerdereSleutels);
      const vraagnummer = groep.heeftVraagnummer && !isBetwist ? { vraagnummer: sleutel } : {};
      const { kamervraag, plaatsing } = voegSamen({ sleutel, aliassen, ...vraagnummer }, members);
      rapport.addKamervraag(kamervraag, archief.write(kamervraag));
      for (const [document, plek] of plaatsing) {
        rapport.addDocument(document, kamervraag, verantwoord(document, plek, kamervraag));
      }
    }
  }
  for (const verweesd of archief.finish()) rapport.addVerweesd(verweesd);
  return rapport;
}

type Kaart = Documentkaart & { readonly pad: Bronpad; readonly idUit?: "metadata" | "bestandsnaam" };

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
    const found = await readBron(pad);
    if (found.soort === "onbekend") rapport.addOnbekend(pad.bestand, found.reden);
    else if (found.soort === "mislukt") rapport.addMislukt(pad.bestand, found.diagnostiek);
    else if (found.soort === "metadata") {
      rapport.addMetadata();
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
  return { kaarten: kaarten.map((kaart) => withId(kaart, perMap)), sidecars, bewaard };
}

function keyOf({ map, bestand }: Bronpad): string {
  return `${map}\0${bestand}`;
}

function folderOf(pad: Bronpad): string {
  return keyOf({ map: pad.map, bestand: dirname(pad.bestand) });
}

// Identity: from the content, then from the one sidecar beside it, then from the file's name.
function withId(kaart: Kaart, perMap: ReadonlyMap<string, ReadonlySet<string>>): Kaart {
  if (kaart.id) return kaart;
  const beside = [...(perMap.get(folderOf(kaart.pad)) ?? [])];
  const [only] = beside;
  if (beside.length === 1 && only) return { ...kaart, id: only, idUit: "metadata" };
  const name = /((?:kv|ah)-[A-Za-z0-9-]+)(?:\.[a-z]+)*$/.exec(kaart.bestand)?.[1];
  return name && findPublicatie(name) ? { ...kaart, id: name, idUit: "bestandsnaam" } : kaart;
}

async function readDocument(kaart: Kaart, oogst: Oogst): Promise<GelezenDocument> {
  const documenten = oogst.bewaard.get(keyOf(kaart.pad)) ?? (await readAgain(kaart.pad));
  const document = documenten[kaart.nummer];
  if (!document) throw new Error(`${kaart.pad.bestand}: veranderd tijdens het omzetten; begin opnieuw`);
  return withMetadata(identify(document, kaart), kaart.id ? (oogst.sidecars.get(kaart.id) ?? []) : []);
}

async function readAgain(pad: Bronpad): Promise<readonly GelezenDocument[]> {
  const found = await readBron(pad);
  return found.soort === "documenten" ? found.documenten : [];
}

function identify(document: GelezenDocument, { id, idUit }: Kaart): GelezenDocument {
  if (document.id || !id) return document;
  const publicatie = findPublicatie(id);
  return {
    ...document,
    id,
    url: addressOfPublicatie(id),
    ...(publicatie?.kamer && !document.kamer ? { kamer: publicatie.kamer } : {}),
    diagnostiek: [
      ...document.diagnostiek,
      {
        code: idUit === "metadata" ? "kenmerk-uit-metadata" : "kenmerk-uit-bestandsnaam",
        ernst: "waarschuwing",
        plaats: "kop",
        gevonden: id,
      },
    ],
  };
}
