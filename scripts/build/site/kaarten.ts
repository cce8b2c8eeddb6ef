/** The first pass of a build: the card of every Kamervraag, from the cards that are kept or from its file. */
import { join } from "node:path";
import type { Datum } from "../../../src/model/kamervraag.ts";
import type { Fout } from "../../../src/model/user-error.ts";
import { postOp } from "../../../src/site/kaart.ts";
import type { Leesfout } from "../kamervragen.ts";
import { type Bak, type Rij, toRij } from "./bak.ts";
import type { Ploeg } from "./ploeg.ts";
import { type Leestaak, stempelOf } from "./taken.ts";

export interface Kaartenopdracht {
  /** Folder of the Markdown. */
  readonly inhoud: string;
  /** Files below it, sorted. */
  readonly paths: readonly string[];
  readonly bak: Bak;
  readonly ploeg: Ploeg;
  /** The as-of date asked for, if any. */
  readonly peildatum: Datum | undefined;
}

export interface Gelezenkaarten {
  /** One for each Kamervraag, in the order of the paths. */
  readonly rijen: readonly Rij[];
  /** The newest date of each file, of those that could not be read as well. */
  readonly datums: readonly (Datum | undefined)[];
  /** Files that could not be read. */
  readonly leesfouten: readonly Leesfout[];
  /** Files of a Kamervraag that another file holds already. */
  readonly dubbel: readonly { readonly path: string; readonly fouten: readonly Fout[] }[];
}

/** Reads every file that is new or changed, and takes the cards of the others as they are kept. */
export async function readKaarten(opdracht: Kaartenopdracht): Promise<Gelezenkaarten> {
  const { inhoud, paths, bak, ploeg, peildatum } = opdracht;
  const gevonden = new Map<string, Rij>();
  const bekenden = new Map<string, Rij>();
  const taken: Leestaak[] = [];
  for (const path of paths) {
    const stempel = stempelOf(join(inhoud, path));
    const bekend = stempel && bak.find(path, stempel);
    const isGenoeg =
      bekend !== undefined && (peildatum === undefined || postOp(bekend.rij.kaart, peildatum) !== undefined);
    if (bekend && isGenoeg && bekend.isZeker) {
      gevonden.set(path, bekend.rij);
      continue;
    }
    if (bekend && isGenoeg) bekenden.set(path, bekend.rij);
    taken.push({
      path,
      ...(peildatum === undefined ? {} : { peildatum }),
      ...(bekend && isGenoeg ? { bekend: bekend.rij.sha256 } : {}),
    });
  }
  const fouten = new Map<string, readonly Fout[]>();
  const nieuwste = new Map<string, Datum>();
  await ploeg.doe("lees", taken, taken.length, (gelezen) => {
    const { path } = gelezen;
    if (gelezen.nieuwste) nieuwste.set(path, gelezen.nieuwste);
    if (gelezen.fouten) fouten.set(path, gelezen.fouten);
    const rij = toRij(gelezen, bekenden.get(path));
    if (rij) gevonden.set(path, rij);
  });
  const rijen: Rij[] = [];
  const dubbel: { path: string; fouten: readonly Fout[] }[] = [];
  const eigenaars = new Map<string, string>();
  for (const path of paths) {
    const rij = gevonden.get(path);
    if (!rij) continue;
    const eigenaar = eigenaars.get(rij.kaart.sleutel);
    if (eigenaar === undefined) {
      eigenaars.set(rij.kaart.sleutel, path);
      rijen.push(rij);
    } else dubbel.push({ path, fouten: [toDubbelfout(join(inhoud, path), rij.kaart.sleutel, eigenaar)] });
  }
  return {
    rijen,
    datums: paths.map((path) => gevonden.get(path)?.nieuwste ?? nieuwste.get(path)),
    leesfouten: paths.flatMap((path) => {
      const own = fouten.get(path);
      return own ? [{ path, fouten: own }] : [];
    }),
    dubbel,
  };
}

function toDubbelfout(where: string, sleutel: string, eigenaar: string): Fout {
  return {
    where,
    what: `${sleutel} staat ook in ${eigenaar}, en die telt`,
    mend: "haal een van beide bestanden weg, of geef dit bestand zijn eigen sleutel",
  };
}
