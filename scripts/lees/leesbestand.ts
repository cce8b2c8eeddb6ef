/** Reading one file by itself: what `npm run lees` prints, before any merging (contract). */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ankersOf } from "../../src/model/anker.ts";
import { isAntwoord, isVraag, type Kamervraag } from "../../src/model/kamervraag.ts";
import { UserError } from "../../src/model/user-error.ts";
import { voegSamen } from "../../src/samenvoegen/voeg-samen.ts";
import type { GelezenDocument, Metadata } from "../../src/sources/gelezen.ts";
import { herken } from "../../src/sources/herken.ts";
import { findKenmerkInNaam, withKenmerk } from "../../src/sources/met-kenmerk.ts";
import { withMetadata } from "../../src/sources/met-metadata.ts";
import { verwijzingenOf } from "../../src/verwijzingen/van-kamervraag.ts";
import { meldingOf } from "../../templates/data/meldingen.ts";
import { isMissing, sha256Of } from "../bestanden.ts";

/**
 * Reads one document, with a metadata file of the same publication beside it. A file that is no document comes back with
 * `herkend: false`.
 * @throws UserError when the file is not there.
 */
export async function leesBestand(path: string) {
  const found = await readOne(path);
  if (found.soort !== "documenten") {
    const diagnostiek =
      found.soort === "mislukt" ? [{ ...found.diagnostiek, melding: meldingOf(found.diagnostiek) }] : [];
    return { bestand: path, herkend: false, diagnostiek };
  }
  const sidecars = await sidecarsBeside(path);
  const [only] = sidecars;
  const isOne = new Set(sidecars.map(({ id }) => id)).size === 1;
  const documenten = found.documenten.map((document) => {
    const beside = withKenmerk(document, isOne ? only?.id : undefined, "metadata");
    const known = withKenmerk(beside, findKenmerkInNaam(basename(path)), "bestandsnaam");
    return withMetadata(
      known,
      sidecars.filter(({ id }) => id === known.id),
    );
  });
  return toUitvoer(path, documenten);
}

async function readOne(path: string) {
  try {
    const bytes = await readFile(path);
    return await herken(basename(path), bytes, sha256Of(bytes));
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new UserError({ where: path, what: "dit bestand is er niet", mend: "controleer het pad" }, { cause: error });
  }
}

// A metadata file of the same publication beside the document.
async function sidecarsBeside(path: string): Promise<readonly Metadata[]> {
  const folder = dirname(path);
  const names = readdirSync(folder).filter(
    (name) => /metadata.*\.(?:xml|json)$/i.test(name) || /\.metadata\./.test(name),
  );
  const found = await Promise.all(names.toSorted().map((name) => readOne(join(folder, name))));
  return found.flatMap((one) => (one.soort === "metadata" ? one.metadata : [])).toSorted((a, b) => a.rang - b.rang);
}

function toUitvoer(bestand: string, documenten: readonly GelezenDocument[]) {
  const [eerste] = documenten;
  const sleutel = eerste?.vraagnummers[0] ?? eerste?.id ?? "onbekend";
  const { kamervraag } = voegSamen({ sleutel }, documenten);
  const { blokken } = kamervraag;
  const ankers = ankersOf(blokken);
  const anker = (blok: Kamervraag["blokken"][number]) => ankers[blokken.indexOf(blok)]?.[0];
  const one = <T>(pick: (document: GelezenDocument) => T | undefined): T | undefined =>
    documenten.map(pick).find((value) => value !== undefined);
  return {
    bestand,
    vorm: eerste?.vorm,
    herkend: true,
    documentsoort: documenten.at(-1)?.documentsoort,
    id: documenten.length === 1 ? eerste?.id : undefined,
    vraagnummer: eerste?.vraagnummers[0],
    vraagnummers: eerste?.vraagnummers,
    kamer: kamervraag.kamer,
    soort: kamervraag.soort,
    vergaderjaar: one(({ vergaderjaar }) => vergaderjaar),
    aanhangselnummer: one(({ aanhangselnummer }) => aanhangselnummer),
    titel: kamervraag.titel,
    ingediend: kamervraag.ingediend,
    ontvangen: one(({ ontvangen }) => ontvangen),
    beantwoord: kamervraag.beantwoord,
    status: kamervraag.status,
    indieners: kamervraag.indieners,
    gerichtAan: kamervraag.gerichtAan,
    beantwoordDoor: kamervraag.beantwoordDoor,
    onderwerpen: kamervraag.onderwerpen,
    themas: kamervraag.themas,
    vragen: blokken
      .filter(isVraag)
      .map((blok) => ({ nummers: blok.nummers, kop: blok.kop, anker: anker(blok), tekst: blok.tekst })),
    antwoorden: blokken
      .filter(isAntwoord)
      .map((blok) => ({ opVragen: blok.opVragen, kop: blok.kop, anker: anker(blok), tekst: blok.tekst })),
    teksten: blokken.filter((blok) => !isVraag(blok) && !isAntwoord(blok)),
    noten: kamervraag.noten,
    mededelingen: kamervraag.mededelingen,
    verwijzingen: verwijzingenOf(kamervraag),
    bronnen: kamervraag.bronnen,
    tekens: documenten.reduce((sum, { tekens }) => sum + tekens, 0),
    diagnostiek: kamervraag.diagnostiek.map((opmerking) => ({ ...opmerking, melding: meldingOf(opmerking) })),
  };
}
