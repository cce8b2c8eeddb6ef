/** Which Kamervragen are alike, with what the build before found: only those are compared again for which it can differ. */
import {
  type Bijgewerkt,
  toVergelijkstand,
  type Vergelijkstand,
  werkVergelijkingBij,
} from "../../../src/vergelijkbaar/bijwerken.ts";
import type { GepakteTermen } from "../../../src/vergelijkbaar/termen.ts";
import {
  type Gelijkenis,
  openVergelijking,
  type Vergelijkantwoord,
  type Vergelijkbaarheid,
} from "../../../src/vergelijkbaar/vergelijking.ts";
import { GEEN_TEKSTEN, joinTeksten, planRijen, type Rijenplan, type Teksten } from "../../convert/kolommen.ts";
import type { Rij } from "./bak.ts";
import { readKolommen, writeKolommen } from "./kolommenbestand.ts";

export interface Gelijke extends Vergelijkbaarheid {
  /** Keeps what was found; answers the system's code when it could not be written. */
  readonly keep: () => string | undefined;
}

/** What was found, as it is kept: it holds the terms it was found from. */
export interface Bewaardegelijke {
  readonly stand: Vergelijkstand;
  /** By place: hash of the file that the terms are of, and the answer as JSON; empty for none. */
  readonly hashes: Teksten;
  readonly antwoorden: Teksten;
}

/** Reads what was kept; `undefined` when nothing is. */
export function readGelijke(path: string | undefined, versie: string): Bewaardegelijke | undefined {
  const kolommen = path === undefined ? undefined : readKolommen(path, versie);
  if (!kolommen) return undefined;
  const { bytes } = kolommen.teksten("sleutels");
  return {
    stand: {
      sleutels:
        bytes.length === 0 ? [] : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString().split("\n"),
      starts: kolommen.u32("starts"),
      stammen: kolommen.i32("stammen"),
      gewichten: kolommen.u8("gewichten"),
      lengtes: kolommen.f64("lengtes"),
      drempels: kolommen.f64("drempels"),
      drempelplaatsen: kolommen.i32("drempelplaatsen"),
    },
    hashes: kolommen.teksten("hashes"),
    antwoorden: kolommen.teksten("antwoorden"),
  };
}

/** Writes what is known; answers the system's code when it could not. */
export function writeGelijke(
  path: string,
  versie: string,
  { stand, hashes, antwoorden }: Bewaardegelijke,
): string | undefined {
  const { sleutels, ...kolommen } = stand;
  const bytes = new TextEncoder().encode(sleutels.join("\n"));
  return writeKolommen(path, versie, null, {
    sleutels: { ...GEEN_TEKSTEN, bytes },
    ...kolommen,
    hashes,
    antwoorden,
  });
}

/** An answer that was kept. */
export function readAntwoord(tekst: string): readonly Gelijkenis[] {
  return tekst === "" ? [] : (JSON.parse(tekst) as readonly Gelijkenis[]);
}

function writeAntwoord({ gelijke }: Vergelijkantwoord): string {
  return gelijke.length === 0 ? "" : JSON.stringify(gelijke);
}

/** What is kept after some were compared again; `hashOf` gives the hash of the file of those. */
export function withBijgewerkt(
  oud: Bewaardegelijke,
  { stand, antwoorden }: Bijgewerkt,
  hashOf: (sleutel: string) => string,
): Bewaardegelijke {
  const plaatsen = new Map(oud.stand.sleutels.map((sleutel, plaats) => [sleutel, plaats]));
  const plan: Rijenplan = planRijen(stand.sleutels.length, (rij) => {
    const sleutel = stand.sleutels[rij] ?? "";
    return antwoorden.has(sleutel) ? -1 : (plaatsen.get(sleutel) ?? -1);
  });
  const sleutelOf = (rij: number) => stand.sleutels[rij] ?? "";
  return {
    stand,
    hashes: joinTeksten(plan, oud.hashes, (rij) => hashOf(sleutelOf(rij))),
    antwoorden: joinTeksten(plan, oud.antwoorden, (rij) =>
      writeAntwoord(antwoorden.get(sleutelOf(rij)) ?? { gelijke: [] }),
    ),
  };
}

/** Opens the comparison of `rijen`, with what is kept at `path`. */
export function openGelijke(rijen: readonly Rij[], path: string | undefined, versie: string): Gelijke {
  const bewaard = readGelijke(path, versie);
  const byKey = new Map(rijen.map((rij) => [rij.kaart.sleutel, rij]));
  const hashOf = (sleutel: string) => byKey.get(sleutel)?.sha256 ?? "";
  const veranderd = bewaard && findVeranderd(bewaard, byKey);
  const bij =
    bewaard &&
    veranderd &&
    werkVergelijkingBij(bewaard.stand, veranderd, (sleutel) => woordenOf(byKey.get(sleutel)?.kaart.termen));
  if (bewaard && bij) {
    const plaatsen = new Map(bewaard.stand.sleutels.map((sleutel, plaats) => [sleutel, plaats]));
    return {
      findGelijke: (sleutel) =>
        bij.antwoorden.get(sleutel)?.gelijke ?? readAntwoord(bewaard.antwoorden.at(plaatsen.get(sleutel) ?? -1)),
      keep: () =>
        path === undefined || veranderd.size === 0
          ? undefined
          : writeGelijke(path, versie, withBijgewerkt(bewaard, bij, hashOf)),
    };
  }
  const vergelijking = openVergelijking();
  for (const { kaart } of rijen) vergelijking.add(kaart.sleutel, kaart.termen);
  const uitkomst = vergelijking.besluit();
  if (path === undefined) return { findGelijke: uitkomst.findGelijke, keep: () => undefined };
  const antwoorden = new Map<string, Vergelijkantwoord>();
  const antwoordOp = (sleutel: string): Vergelijkantwoord => {
    const antwoord = antwoorden.get(sleutel) ?? uitkomst.antwoordOp(sleutel);
    antwoorden.set(sleutel, antwoord);
    return antwoord;
  };
  return {
    findGelijke: (sleutel) => antwoordOp(sleutel).gelijke,
    keep() {
      const stand = toVergelijkstand(
        rijen.map(({ kaart: { sleutel, termen } }) => {
          const { drempel } = antwoordOp(sleutel);
          return { sleutel, termen, lengte: uitkomst.lengteVan(sleutel), ...(drempel ? { drempel } : {}) };
        }),
      );
      return writeGelijke(path, versie, withBijgewerkt(NIETS, { stand, antwoorden }, hashOf));
    },
  };
}

const NIETS: Bewaardegelijke = { stand: toVergelijkstand([]), hashes: GEEN_TEKSTEN, antwoorden: GEEN_TEKSTEN };

export function woordenOf(termen: GepakteTermen | undefined): readonly string[] {
  return new TextDecoder().decode(termen?.tekst).split(" ");
}

// A file that changed is compared anew, also where its terms are the same: what is shown is its words.
function findVeranderd(
  { stand: { sleutels }, hashes }: Bewaardegelijke,
  byKey: ReadonlyMap<string, Rij>,
): ReadonlyMap<string, GepakteTermen | undefined> {
  const plaatsen = new Map(sleutels.map((sleutel, plaats) => [sleutel, plaats]));
  const veranderd = new Map<string, GepakteTermen | undefined>();
  for (const [sleutel, { sha256, kaart }] of byKey) {
    const plaats = plaatsen.get(sleutel);
    if (plaats === undefined || hashes.at(plaats) !== sha256) veranderd.set(sleutel, kaart.termen);
  }
  for (const sleutel of sleutels) if (!byKey.has(sleutel)) veranderd.set(sleutel, undefined);
  return veranderd;
}
